"""Tokens beside hazm's WordTokenizer: every difference on real documents, by its reason; and speed.

    python benchmarks/tokens.py TEXT…

Stretches between white space are compared; one row is a reason, how often, and examples of both.
"""

import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from time import perf_counter

from hazm import WordTokenizer

from persian_speech.text.tokens import tokenize

# In order: the first that fits what stands in the text is the reason.
REASONS = (
    ("a link, address or name on a network stays whole", r"://|www\.|[@#]\w|\.\w{2,4}/|\.(?:com|ir|org|net)"),
    ("a mark that is not seen is no token", r"[\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"),
    ("a figure with its marks or per cent stays whole", r"\d[.,٫٬/:٪%]\d?|[٪%]\d"),
    ("letters and figures of a Latin name stay whole", r"[A-Za-z]+-?\d|\d+[A-Za-z]"),
    ("an abbreviation stays whole", r"\b\w\.\w\b"),
    ("a dash, star or dots glued to a word is a token of its own", r"[-–—*….]"),
    ("marks in a row are tokens of their own", r"[^\w\s]{2,}"),
    ("figures glued to letters", r"\d"),
)


def reason(stretch: str) -> str:
    """Why the tokens differ, or «other»."""
    return next((name for name, pattern in REASONS if re.search(pattern, stretch)), "other")


def main() -> None:
    """Print the differences, then both speeds in characters a second."""
    hazm = WordTokenizer(join_verb_parts=False)
    texts = [Path(path).read_text(encoding="utf-8") for path in sys.argv[1:]]
    found: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for stretch in (stretch for text in texts for stretch in text.split()):
        ours = "|".join(token.text for token in tokenize(stretch))
        theirs = "|".join(hazm.tokenize(stretch))
        if ours != theirs:
            found[reason(stretch)][ours, theirs] += 1
    for name, pairs in sorted(found.items(), key=lambda item: -item[1].total()):
        examples = "   ".join(f"{ours} ({theirs})" for (ours, theirs), _ in pairs.most_common(3))
        print(f"{pairs.total()}\t{name}\t{examples}")
    for tool, split in (("persian-speech", lambda text: list(tokenize(text))), ("hazm", hazm.tokenize)):
        start = perf_counter()
        for text in texts:
            split(text)
        print(f"{tool}\t{sum(map(len, texts)) / (perf_counter() - start):,.0f} characters a second")


if __name__ == "__main__":
    main()
