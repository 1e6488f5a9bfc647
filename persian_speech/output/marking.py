"""A text cut where its annotations begin and end, so that markup nests whatever overlaps.

Layers stand one in another, the first outermost. Where two spans of one layer overlap, the earlier keeps
the ground: each piece bears one mark of a layer at most.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from persian_speech.document import Document, Quotation, Span

LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Cue(Span):
    """The words that report a quotation."""

    quotation: Quotation


@dataclass(frozen=True, slots=True)
class Voice(Span):
    """The words that point to a quotation's speaker."""

    quotation: Quotation


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line, in code points of the text, and its mark in each layer."""

    start: int
    end: int
    marks: tuple[Span | None, ...]


Layers = Sequence[Sequence[Span]]


def lines(text: str) -> Iterator[Span]:
    """The text's lines that hold more than white space."""
    return (Span(*found.span(), found[0]) for found in LINE.finditer(text) if found[0].strip())


def layers(document: Document) -> Layers:
    """Quotations, the words for their speakers, their cues, named entities: each in order of place."""
    quotations = document.quotations
    cues = [Cue(cue.start, cue.end, cue.text, each) for each in quotations if (cue := each.cue)]
    voices = [Voice(who.start, who.end, who.text, each) for each in quotations if (who := each.mention)]
    found: Layers = (quotations, voices, cues, document.mentions)
    return tuple(sorted(layer, key=lambda span: (span.start, -span.end)) for layer in found)


def marked_lines(document: Document) -> Iterator[tuple[Span, list[Piece]]]:
    """Each line with its pieces, none empty, that together are the line."""
    found = list(lines(document.text))
    within = [_by_line(layer, found) for layer in layers(document)]
    for number, line in enumerate(found):
        yield line, list(_pieces(line, [layer.get(number, ()) for layer in within]))


def grouped(pieces: Sequence[Piece], depth: int) -> Iterator[tuple[Span | None, list[Piece]]]:
    """Runs of pieces that bear the same mark in the layer of this depth."""
    for _, run in groupby(pieces, key=lambda piece: id(piece.marks[depth])):
        found = list(run)
        yield found[0].marks[depth], found


def _by_line(layer: Sequence[Span], lines: Sequence[Span]) -> dict[int, list[Span]]:
    """The spans that touch each line, by the line's number."""
    touching: dict[int, list[Span]] = {}
    for span in layer:
        number = bisect_right(lines, span.start, key=lambda line: line.end)
        while number < len(lines) and lines[number].start < span.end:
            touching.setdefault(number, []).append(span)
            number += 1
    return touching


def _pieces(line: Span, layers: Layers) -> Iterator[Piece]:
    cuts = {line.start, line.end}
    for span in (span for layer in layers for span in layer):
        cuts |= {max(span.start, line.start), min(span.end, line.end)}
    for start, end in pairwise(sorted(cuts)):
        marks = tuple(next((s for s in layer if s.start <= start and end <= s.end), None) for layer in layers)
        yield Piece(start, end, marks)
