"""Persons, organisations and places against a corpus of token<TAB>tag lines (B-PER, I-PER, O …).

    python benchmarks/entities_ner.py CORPUS [--every N] [--errors N]

Lines that begin with «# document» open a document. ``--every 5`` scores each fifth document, the
part of PEYMA that the word tables were not counted on. Exact: both ends and the type; overlap: the
type and at least one letter, one to one.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from persian_speech.document import Document
from persian_speech.entities.tagger import tag
from persian_speech.text.sentences import split
from persian_speech.text.tokens import tokenize

TYPES = ("PER", "ORG", "LOC", "NORP", "DAT", "TIM", "MON", "PCT")
SAME = {"NAT": "NORP", "POG": "NORP"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A named stretch: code points, half-open, and its type."""

    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class Gold:
    """A document's text, its tokens joined by spaces, and its names."""

    text: str
    pieces: tuple[Piece, ...]


def documents(path: Path) -> Iterator[Gold]:
    """The documents of a corpus; one without «# document» lines is one document."""
    lines: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# document"):
            if lines:
                yield document(lines)
            lines = []
        else:
            lines.append(line)
    if lines:
        yield document(lines)


def document(lines: Sequence[str]) -> Gold:
    """A document of its lines; an empty line ends a sentence."""
    text = ""
    pieces: list[Piece] = []
    for line in lines:
        token, _, label = line.partition("\t")
        if not token:
            text = text.rstrip(" ") + "\n"
            continue
        start, text = len(text), text + token + " "
        mark, _, kind = label.partition("-")
        kind = SAME.get(kind, kind)
        if mark == "I" and pieces and pieces[-1].type == kind:
            pieces[-1] = Piece(pieces[-1].start, start + len(token), kind)
        elif mark in {"B", "I"}:
            pieces.append(Piece(start, start + len(token), kind))
    return Gold(text, tuple(pieces))


def matches(gold: Sequence[Piece], found: Sequence[Piece]) -> int:
    """How many names of one type overlap, one to one, both lists in order."""
    count = i = j = 0
    while i < len(gold) and j < len(found):
        if gold[i].start < found[j].end and found[j].start < gold[i].end:
            count, i, j = count + 1, i + 1, j + 1
        elif gold[i].end <= found[j].end:
            i += 1
        else:
            j += 1
    return count


def segment(text: str) -> Document:
    """A document with its tokens and sentences."""
    tokens = tuple(tokenize(text))
    return Document(text, tokens=tokens, sentences=tuple(split(text, tokens)))


def figures(hit: int, gold: int, found: int) -> str:
    """Precision, recall and F1 in percent."""
    precision, recall = hit / found if found else 0.0, hit / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if hit else 0.0
    return f"{100 * precision:6.1f} {100 * recall:6.1f} {100 * f1:6.1f}"


def options() -> argparse.Namespace:
    """What the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--every", type=int, default=1, help="score each Nth document")
    parser.add_argument("--errors", type=int, default=0, help="print the N commonest errors")
    return parser.parse_args()


def compare(
    gold: Gold, found: Sequence[Piece], counts: Counter[tuple[str, str]], errors: Counter[str]
) -> None:
    """Add a document's figures to ``counts`` and what is missed (-) or wrong (+) to ``errors``."""
    for kind in TYPES:
        wanted, had = [p for p in gold.pieces if p.type == kind], [p for p in found if p.type == kind]
        counts[kind, "gold"] += len(wanted)
        counts[kind, "found"] += len(had)
        counts[kind, "exact"] += len(set(wanted) & set(had))
        counts[kind, "overlap"] += matches(wanted, had)
        errors.update(f"{kind} - {gold.text[p.start : p.end]}" for p in set(wanted) - set(had))
        errors.update(f"{kind} + {gold.text[p.start : p.end]}" for p in set(had) - set(wanted))


def main() -> None:
    """Print one line a type, and the speed."""
    asked = options()
    golds = [gold for number, gold in enumerate(documents(asked.corpus)) if number % asked.every == 0]
    segmented = [segment(gold.text) for gold in golds]
    began = time.perf_counter()
    tagged = [tag(one) for one in segmented]
    seconds = time.perf_counter() - began
    counts: Counter[tuple[str, str]] = Counter()
    errors: Counter[str] = Counter()
    for gold, one in zip(golds, tagged, strict=True):
        compare(gold, [Piece(m.start, m.end, m.type) for m in one.mentions], counts, errors)
    print(f"{'':6}{'gold':>6}  exact: P      R      F1   overlap: P    R      F1")
    for kind in TYPES:
        totals = counts[kind, "gold"], counts[kind, "found"]
        exact, overlap = figures(counts[kind, "exact"], *totals), figures(counts[kind, "overlap"], *totals)
        print(f"{kind:6}{totals[0]:6}  {exact}      {overlap}")
    size = sum(len(gold.text.encode()) for gold in golds)
    print(f"{size / 1e6 / seconds:.2f} MB/s", file=sys.stderr)
    for error, count in errors.most_common(asked.errors):
        print(count, error)


if __name__ == "__main__":
    main()
