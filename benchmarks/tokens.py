"""Tokens beside hazm's WordTokenizer: every difference on real documents, by its reason; and speed.

    python benchmarks/tokens.py TEXT…

Stretches between white space are compared; one row is a reason, how often, and examples of both.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter

from hazm import WordTokenizer

from persian_speech.text.tokens import tokenize, tokens_of

OTHER = "other"
# In order: the first that fits what stands in the text is the reason.
REASONS = (
    ("a link, address or name on a network stays whole", r"://|www\.|[@#]\w|\.\w{2,4}/|\.(?:com|ir|org|net)"),
    ("a mark that is not seen is no token", r"[\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"),
    ("a vowel sign that stands alone is no token", r"^[\u064b-\u065f\u0670\u06d6-\u06ed]+$"),
    ("a figure with its marks or per cent stays whole", r"\d[.,٫٬/:٪%]\d?|[٪%]\d"),
    ("letters and figures of a Latin name stay whole", r"[A-Za-z]+-?\d|\d+[A-Za-z]"),
    ("an abbreviation stays whole", r"\b\w\.\w\b"),
    ("Latin and Persian letters are two words", r"[A-Za-z][\u0621-\u06cc]|[\u0621-\u06cc][A-Za-z]"),
    ("a dash, star, dots or kashida beside a word is a token of its own", r"[-–—*….ـ]"),
    ("a low line, bar, plus, equals or at sign beside a word is a token of its own", r"[_+=|@~^&]"),
    ("curly, ASCII and Koranic marks and commas are tokens of their own", "[“”„‘’'\";,٬٫﴾﴿]"),
    ("a picture is a token of its own", "[\U0001f000-\U0001faff\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff]"),
    ("marks in a row are tokens of their own", r"[^\w\s]{2,}"),
    ("figures glued to letters", r"\d"),
)
Differences = dict[str, Counter[tuple[str, str]]]


def reason(stretch: str) -> str:
    """Why the tokens differ."""
    return next((name for name, pattern in REASONS if re.search(pattern, stretch)), OTHER)


def differences(texts: Iterable[str]) -> tuple[int, Differences]:
    """How many stretches the texts have; by reason, those cut in two ways: ours and hazm's, parted by «|»."""
    hazm = WordTokenizer(join_verb_parts=False)
    stretches = Counter(stretch for text in texts for stretch in text.split())
    found: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for stretch, times in stretches.items():
        ours = "|".join(token.text for token in tokenize(stretch))
        theirs = "|".join(hazm.tokenize(stretch))
        if ours != theirs:
            found[reason(stretch)][ours, theirs] += times
    return stretches.total(), dict(found)


def main() -> None:
    """Print the differences, then both speeds in characters a second."""
    texts = [Path(path).read_text(encoding="utf-8") for path in sys.argv[1:]]
    total, found = differences(texts)
    print(f"{total}\tstretches")
    for name, pairs in sorted(found.items(), key=lambda item: -item[1].total()):
        examples = "   ".join(f"{ours} ({theirs})" for (ours, theirs), _ in pairs.most_common(3))
        print(f"{pairs.total()}\t{name}\t{examples}")
    hazm = WordTokenizer(join_verb_parts=False)
    for tool, split in (("persian-speech", tokens_of), ("hazm", hazm.tokenize)):
        start = perf_counter()
        for text in texts:
            split(text)
        print(f"{tool}\t{sum(map(len, texts)) / (perf_counter() - start):,.0f} characters a second")


if __name__ == "__main__":
    main()
