"""Words found in texts as they are typed: our patterns, an exact search, an exact search after hazm.

    python benchmarks/search.py NEWS.jsonl…     # a document a line, its «text»; the first 150 of each

Each tool looks for the same fourteen common words. hazm's Normalizer rewrites the text first, so that what
it finds has no place in the original; ours are offsets of it.
"""

import json
import re
import sys
from itertools import islice
from pathlib import Path
from time import perf_counter

from hazm import Normalizer

from persian_speech.analysis.patterns import compile_pattern
from persian_speech.pipeline import TOKENS, Analyzer

DOCUMENTS = 150
WORDS = (
    *("می‌شود", "می‌کند", "نمی‌شود", "کرده‌اند", "رئیس‌جمهور", "سازمان‌ها", "کشورهای", "گفت‌وگو"),
    *("بین‌المللی", "مهم‌ترین", "برنامه‌ریزی", "سرمایه‌گذاری", "کیفیت", "اقتصادی"),
)


def ours(texts: list[str]) -> int:
    """Hits of our patterns."""
    patterns, analyzer = [compile_pattern(word) for word in WORDS], Analyzer(TOKENS)
    documents = map(analyzer, texts)
    return sum(len(list(pattern.hits(document))) for document in documents for pattern in patterns)


def exact(texts: list[str]) -> int:
    """Whole words, letter by letter."""
    patterns = [re.compile(rf"(?<!\w){word}(?!\w)") for word in WORDS]
    return sum(len(pattern.findall(text)) for text in texts for pattern in patterns)


def after_hazm(texts: list[str]) -> int:
    """The same, once hazm has rewritten the texts."""
    normalizer = Normalizer()
    return exact([normalizer.normalize(text) for text in texts])


def main() -> None:
    """Print the hits and seconds of each tool on each file."""
    for path in map(Path, sys.argv[1:]):
        with path.open(encoding="utf-8") as lines:
            texts = [json.loads(line)["text"] for line in islice(lines, DOCUMENTS)]
        for tool in (ours, exact, after_hazm):
            start = perf_counter()
            hits = tool(texts)
            print(f"{path.name}\t{tool.__name__}\t{hits} hits\t{perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
