"""Learns the tagger's network from the corpora and writes it among the package's data.

python -m training DATA [--passes N] [--seed N] [--output FOLDER] [--screen]

DATA is a folder with ner/ (peyma-300k.tsv, nsurl-600k.tsv) and news/ (*.jsonl).
"""

import argparse
import time
from pathlib import Path

import persian_speech.data
from training import corpus, screen, vectors

PASSES = 5
SEED = 0
BEGAN = time.monotonic()


def main() -> None:
    """Reads, learns and writes, telling each step."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--passes", type=int, default=PASSES)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--output", type=Path, default=Path(persian_speech.data.__file__).parent)
    parser.add_argument("--screen", action="store_true", help="learn the screen of the network that is there")
    asked = parser.parse_args()
    if not asked.screen:
        learn(asked)
    screen.write(asked.output, vectors.news(asked.data / "news"))
    tell("written; «make bench-entities» scores it")


def learn(asked: argparse.Namespace) -> None:
    """Learns the network and writes it."""
    from training import examples, export, folds, network  # which only training needs

    learnt, held = corpus.parts(asked.data / "ner")
    tell(f"{len(learnt)} documents to learn from, {len(held)} held out")
    answered, kinds = folds.answers(learnt)
    tell("rules asked, fold by fold")
    text = vectors.unannotated(asked.data, learnt, held)
    tell(f"{sum(map(len, text))} words of plain text")
    words = examples.words(learnt, len(learnt), vectors.made(text), kinds)
    tell(f"{int(words.met.sum())} vectors of words")
    lines = [
        line
        for found, answer in zip(learnt, answered, strict=True)
        for line in examples.lines(found, answer, words.rows)
    ]
    weights = network.learn(words, lines, passes=asked.passes, seed=asked.seed)
    tell(f"learnt from {len(lines)} sentences")
    export.write(asked.output, weights, words)


def tell(what: str) -> None:
    """Prints a step with the seconds that have gone by."""
    print(f"{time.monotonic() - BEGAN:6.0f} s  {what}", flush=True)


if __name__ == "__main__":
    main()
