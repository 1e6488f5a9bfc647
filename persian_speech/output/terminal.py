"""Tables for people: drawn by rich, wrapped and ordered by us."""

from collections.abc import Sequence
from typing import Literal, TextIO

from rich.bar import Bar
from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.table import Table as Drawing
from rich.text import Text

from persian_speech.analysis.tables import Row
from persian_speech.output.bidi import BREAK, Bidi, displayable, is_rtl, ordered, shaped
from persian_speech.output.fitting import PROSE, UNBOUNDED, Room, fitted
from persian_speech.output.look import Look
from persian_speech.output.progress import clear
from persian_speech.output.table import Heading, Table

NARROWEST, USUAL = 20, 80  # cells; a terminal that says 0 says nothing


class Cell:
    """A cell's text: wrapped here, so that every line drawn is ordered by itself."""

    def __init__(self, value: str, bidi: Bidi) -> None:
        self.bidi = bidi
        self.rtl = is_rtl(value)
        self.text = Text(shaped(displayable(value), bidi))

    @property
    def longest(self) -> int:
        """How many cells its longest line takes."""
        return max(map(cell_len, self.text.plain.split("\n")))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = options.max_width
        for line in self.text.wrap(console, width):
            line.rstrip()
            margin = " " * (width - cell_len(line.plain)) if self.rtl or options.justify == "right" else ""
            yield Segment(margin + ordered(line.plain, self.bidi, rtl=self.rtl))
            yield Segment.line()


class Context(Cell):
    """A line beside a hit: what is too long is cut away from the hit, and what is short stands beside it."""

    def __init__(self, value: str, bidi: Bidi, side: Literal["before", "after"]) -> None:
        super().__init__(BREAK.sub(" ", value).strip(), bidi)
        self.side = side

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        line = self._cut(self.text.plain, options.max_width)
        margin = " " * (options.max_width - cell_len(line))
        drawn = ordered(line, self.bidi, rtl=True)
        yield Segment(margin + drawn if self.side == "after" else drawn + margin)
        yield Segment.line()

    def _cut(self, line: str, width: int) -> str:
        """As many letters beside the hit as have room."""
        if cell_len(line) <= width:
            return line
        letters = line if self.side == "after" else line[::-1]
        room = width - 1
        kept = len(letters)
        for at, letter in enumerate(letters):
            room -= cell_len(letter)
            if room < 0:
                kept = at
                break
        return f"{line[:kept]}…" if self.side == "after" else f"…{line[len(line) - kept :]}"


def draw(table: Table, stream: TextIO, look: Look, *, headers: bool = True) -> int:
    """Draws the table's view and returns the number of its rows; of no rows nothing is drawn."""
    rows = list(table.rows)
    if rows:
        clear()  # of more rows than were asked for, the reading goes on until the table is dropped
        console = _console(stream, look)
        headings = [heading for heading in table.view if heading.is_kept(rows)]
        drawing = _drawing(headings, rows, look.bidi, console.width)
        drawing.show_header = headers
        console.print(drawing)
    return len(rows)


def _console(stream: TextIO, look: Look) -> Console:
    if look.color == "never":
        console = Console(file=stream, width=look.width, color_system=None)
    else:
        always = True if look.color == "always" else None
        console = Console(file=stream, width=look.width, force_terminal=always)
    console.width = max(console.width or USUAL, NARROWEST)
    return console


def _drawing(headings: Sequence[Heading], rows: Sequence[Row], bidi: Bidi, width: int) -> Drawing:
    columns = [_column(heading, rows, bidi) for heading in headings]
    rooms = [_room(heading, cells) for heading, cells in zip(headings, columns, strict=True)]
    widths = fitted(rooms, width)
    drawing = Drawing(
        box=SIMPLE_HEAD,
        pad_edge=False,
        collapse_padding=True,
        leading=int(any(heading.prose for heading in headings)),
    )
    for number, cells in widths.items():
        heading = headings[number]
        to_right = heading.right or heading.context == "after"
        justify: Literal["left", "right"] = "right" if to_right else "left"
        drawing.add_column(heading.title, justify=justify, style=heading.style, width=cells)
    for row in zip(*(columns[number] for number in widths), strict=True):
        drawing.add_row(*row)
    return drawing


def _column(heading: Heading, rows: Sequence[Row], bidi: Bidi) -> list[Cell | Bar]:
    if heading.bar:
        largest = max((_number(heading, row) for row in rows), default=0) or 1
        return [Bar(largest, 0, _number(heading, row)) for row in rows]
    values = [heading.cell(row) for row in rows]
    if heading.once:
        values = [
            "" if value == above else value for above, value in zip((None, *values), values, strict=False)
        ]
    if heading.context:
        return [Context(value, bidi, heading.context) for value in values]
    return [Cell(value, bidi) for value in values]


def _room(heading: Heading, cells: Sequence[Cell | Bar]) -> Room:
    if heading.context or heading.bar:
        return Room(heading.least or 1, UNBOUNDED, spare=heading.spare)
    word = max(map(cell_len, heading.title.split()), default=1)
    longest = max(cell.longest for cell in cells if isinstance(cell, Cell))
    most = max(longest, cell_len(heading.title))
    most = min(most, max(heading.width or most, word))
    least = longest if heading.least is None else min(heading.least, longest)
    return Room(min(max(least, word), most), most, PROSE if heading.prose else 1, heading.spare)


def _number(heading: Heading, row: Row) -> float:
    value = row[heading.fields[0]]
    return float(value) if isinstance(value, int | float) else 0
