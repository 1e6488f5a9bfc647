"""Tables for people: drawn by rich, wrapped and ordered by us."""

from collections.abc import Sequence
from typing import Literal, TextIO

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.segment import Segment
from rich.table import Table as Drawing
from rich.text import Text

from persian_speech.analysis.tables import Row
from persian_speech.output.bidi import Bidi, displayable, is_rtl, ordered, shaped
from persian_speech.output.look import Look
from persian_speech.output.table import Heading, Table


class Cell:
    """A cell's text: wrapped here, so that every line drawn is ordered by itself."""

    def __init__(self, value: str, bidi: Bidi) -> None:
        self.bidi = bidi
        self.rtl = is_rtl(value)
        self.text = Text(shaped(displayable(value), bidi))

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement.get(console, options, self.text)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = options.max_width
        for line in self.text.wrap(console, width):
            line.rstrip()
            margin = " " * (width - cell_len(line.plain)) if self.rtl or options.justify == "right" else ""
            yield Segment(margin + ordered(line.plain, self.bidi, rtl=self.rtl))
            yield Segment.line()


def draw(table: Table, stream: TextIO, look: Look, *, headers: bool = True) -> int:
    """Draws the table's view and returns the number of its rows; of no rows nothing is drawn."""
    rows = list(table.rows)
    if rows:
        headings = [heading for heading in table.view if heading.is_kept(rows)]
        drawing = _drawing(headings, rows, look.bidi)
        drawing.show_header = headers
        _console(stream, look).print(drawing)
    return len(rows)


def _console(stream: TextIO, look: Look) -> Console:
    if look.color == "never":
        return Console(file=stream, width=look.width, color_system=None)
    return Console(file=stream, width=look.width, force_terminal=True if look.color == "always" else None)


def _drawing(headings: Sequence[Heading], rows: Sequence[Row], bidi: Bidi) -> Drawing:
    leading = int(any(heading.prose for heading in headings))
    drawing = Drawing(
        box=SIMPLE_HEAD,
        pad_edge=False,
        collapse_padding=True,
        leading=leading,
    )
    for heading in headings:
        justify: Literal["left", "right"] = "right" if heading.right else "left"
        drawing.add_column(heading.title, justify=justify, max_width=heading.width, style=heading.style)
    for row in rows:
        drawing.add_row(*(Cell(heading.cell(row), bidi) for heading in headings))
    return drawing
