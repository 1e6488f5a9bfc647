"""Quotations drawn under their text: made to be read, on a terminal and in the golden tests.

Under every line of the text stand strokes, one a cell: ``=`` content, ``-`` cue, ``~`` speaker and
``+`` addressee, each span labelled where it begins. Below, a line a quotation says who is quoted::

    وزیر نیرو گفت: سدها پر است.
    speaker~~ cue  Q1 content==
    Q1 direct colon: وزیر نیرو (title)

On a terminal lines are wrapped and, as Persian is shown from the right, the strokes are mirrored.
"""

import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from persian_speech.document import Document, Quotation, Span
from persian_speech.output.bidi import UNSHOWN, Bidi, is_rtl, ordered, shaped

WIDE = frozenset("WF")  # East Asian widths that take two cells, pictures among them
UNSEEN = frozenset({"Mn", "Me", "Cf"})  # categories that take none: half-spaces, vowel signs


@dataclass(frozen=True, slots=True)
class Stroke:
    """A span to be underlined: its label, then one mark a cell."""

    span: Span
    label: str
    mark: str


def draw_text(
    document: Document,
    quotations: Sequence[Quotation] | None = None,
    *,
    width: int | None = None,
    bidi: Bidi = "isolate",
) -> str:
    """The document's lines with these quotations (else all) under them, ended by a newline.

    Without a ``width`` (in cells) lines stay whole and in logical order, as files want them; with one
    they are wrapped for a terminal that shows Persian from the right.
    """
    return "\n".join(_drawn(document, quotations, width, bidi)) + "\n"


def _drawn(
    document: Document, quotations: Sequence[Quotation] | None, width: int | None, bidi: Bidi
) -> Iterator[str]:
    chosen = document.quotations if quotations is None else quotations
    for start, end in _lines(document.text):
        inside = [quotation for quotation in chosen if _touches(quotation, start, end)]
        strokes = [stroke for quotation in inside for stroke in _strokes(quotation)]
        rtl = is_rtl(document.text[start:end])
        for first, last in _wrapped(document.text, start, end, width):
            shown = UNSHOWN.sub(" ", document.text[first:last]) if width else document.text[first:last]
            mirrored = rtl and width is not None and bidi != "off"
            under = _under(shown, first, strokes, mirrored=mirrored)
            yield from _set(shown, under, width, bidi, rtl=rtl)
        yield from (_told(quotation) for quotation in inside if start <= quotation.start < end)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines of the text as offsets, their line ends left out."""
    start = 0
    for line in text.removesuffix("\n").split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _wrapped(text: str, start: int, end: int, width: int | None) -> Iterator[tuple[int, int]]:
    """A line in pieces of at most ``width`` code points, cut between words."""
    if width is None or end - start <= width:
        yield start, end
        return
    pieces = textwrap.wrap(
        text[start:end], width, expand_tabs=False, drop_whitespace=False, break_on_hyphens=False
    )
    for piece in pieces:
        yield start + len(piece) - len(piece.lstrip(" ")), start + len(piece.rstrip(" "))
        start += len(piece)


def _strokes(quotation: Quotation) -> Iterator[Stroke]:
    yield Stroke(quotation, f"{quotation.id} content", "=")
    for label, mark, span in (
        ("cue", "-", quotation.cue),
        ("speaker", "~", quotation.mention),
        ("addressee", "+", quotation.addressee),
    ):
        if span is not None:
            yield Stroke(span, label, mark)


def _touches(quotation: Quotation, start: int, end: int) -> bool:
    spans = (stroke.span for stroke in _strokes(quotation))
    return any(span.start < end and start < span.end for span in spans)


def _under(shown: str, start: int, strokes: Sequence[Stroke], *, mirrored: bool) -> str:
    """The strokes under a piece of text that begins at offset ``start``, one a cell."""
    columns = tuple(accumulate(map(_cells, shown), initial=0))
    under = [" "] * columns[-1]
    for stroke in strokes:
        first, last = max(stroke.span.start - start, 0), min(stroke.span.end - start, len(shown))
        if first >= last:
            continue
        room = columns[last] - columns[first]
        label = stroke.label[:room] if stroke.span.start >= start else ""
        # What is turned over below must be readable afterwards.
        drawn = (label[::-1] if mirrored else label) + stroke.mark * (room - len(label))
        under[columns[first] : columns[first] + room] = drawn
    return "".join(under)[::-1] if mirrored else "".join(under).rstrip()


def _cells(letter: str) -> int:
    """How many cells of a terminal a code point takes."""
    if unicodedata.category(letter) in UNSEEN:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in WIDE else 1


def _set(shown: str, under: str, width: int | None, bidi: Bidi, *, rtl: bool) -> Iterator[str]:
    """The piece and its strokes; of Persian on a terminal both stand at the right."""
    if width is None:
        yield shown
        if under.strip():
            yield under
        return
    room = " " * max(width - sum(map(_cells, shown)), 0) if rtl and bidi != "off" else ""
    yield room + ordered(shaped(shown, bidi), bidi, rtl=rtl)
    if under.strip():
        yield (room + under).rstrip()


def _told(quotation: Quotation) -> str:
    """«Q1 direct colon: کاوه رایان (pronoun), to …, through …»"""
    speaker = quotation.speaker.name if quotation.speaker else "unknown"
    told = f"{quotation.id} {quotation.kind} {quotation.form}: {speaker} ({quotation.mention_form})"
    told += f", to {quotation.addressee.text}" if quotation.addressee else ""
    told += f", through {quotation.channel}" if quotation.channel else ""
    return told + (", denied" if quotation.polarity == "denial" else "")
