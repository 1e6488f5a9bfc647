"""Compiles what the rules say of the words of news into the package's table.

python -m training.words [DATA]

DATA is a folder with news/ (*.jsonl) to take the words from; without it they are those of the table.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import persian_speech.data
from persian_speech.text.compiled import NAME, compiled, packed
from persian_speech.text.halfspace import is_persian, normal_form
from persian_speech.text.lemmas import lemma_of
from persian_speech.text.tokens import tokens_of


def main() -> None:
    """Writes the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?")
    folder = parser.parse_args().data
    words = sorted(set(_met(folder / "news")) if folder else compiled())
    table = packed((word, normal, lemma_of(normal)) for word in words for normal in (normal_form(word),))
    Path(persian_speech.data.__file__).with_name(NAME).write_bytes(table)
    print(f"{len(words):,} words in {len(table):,} bytes")


def _met(news: Path) -> Iterator[str]:
    for path in sorted(news.glob("*.jsonl")):
        for line in path.open(encoding="utf-8"):
            yield from {token.text for token in tokens_of(json.loads(line)["text"]) if is_persian(token)}


if __name__ == "__main__":
    main()
