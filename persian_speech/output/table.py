"""A table on its way out: fields, rows that come one by one, and how a terminal shows them."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from persian_speech.analysis.tables import Field, Row
from persian_speech.errors import PersianSpeechError


def plain(value: object) -> str:
    """A value as text; nothing for null."""
    return "" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Heading:
    """A column on a terminal: its title, the fields it joins (and by what), how a value reads.

    ``width`` caps the column, in cells of the terminal, and ``least`` is what it may be narrowed to; None:
    its lines stay whole, as those of dates and numbers do. ``spare`` says when it is left out of a table
    that has no room for all: those of 1 first, of 0 never. ``prose`` is text of many lines, its rows set
    apart. ``context`` is one line, cut where it is furthest from the column it leads to or follows.
    ``bar`` draws the number as one, beside the largest of its column. ``once`` leaves out what stands in
    the row above. ``kept`` says when the column is worth its room: always, where any row fills it, or
    where the rows differ.
    """

    title: str
    fields: tuple[str, ...]
    show: Callable[[object], str] = plain
    joint: str = ", "
    width: int | None = None
    least: int | None = 10
    spare: int = 0
    style: str = ""
    right: bool = False
    prose: bool = False
    context: Literal["before", "after"] | None = None
    bar: bool = False
    once: bool = False
    kept: Literal["always", "filled", "differing"] = "filled"

    def cell(self, row: Row) -> str:
        """What stands in this column of the row."""
        return self.joint.join(filter(None, (self.show(row[name]) for name in self.fields)))

    def is_kept(self, rows: Iterable[Row]) -> bool:
        """Whether the column is worth its room above these rows."""
        cells = {self.cell(row) for row in rows}
        return self.kept == "always" or len(cells) > 1 or (self.kept == "filled" and cells != {""})


@dataclass(frozen=True, slots=True)
class Table:
    """Fields, their rows (read once, lazily) and the headings that a terminal shows of them."""

    fields: Sequence[Field]
    rows: Iterable[Row]
    view: Sequence[Heading]

    @property
    def names(self) -> list[str]:
        """The fields' names, in order."""
        return [field.name for field in self.fields]

    def only(self, names: Sequence[str]) -> "Table":
        """These columns alone, in this order. Raises PersianSpeechError for one that isn't there."""
        known = {field.name: field for field in self.fields}
        unknown = [name for name in names if name not in known]
        if unknown:
            raise PersianSpeechError(f"no column {', '.join(unknown)}; there are {', '.join(known)}")
        if len(set(names)) < len(names):
            raise PersianSpeechError(f"a column is named twice in {', '.join(names)}; name each once")
        chosen = [known[name] for name in names]
        return replace(self, fields=chosen, view=[_heading(field) for field in chosen])

    def first(self, limit: int) -> "Table":
        """At most so many rows; what lies behind them is never computed."""
        return replace(self, rows=islice(self.rows, min(limit, sys.maxsize)))


def later(make: Callable[[], Iterable[Row]]) -> Iterator[Row]:
    """The rows, made when the first is asked for: what cannot be written is then refused before the work."""
    yield from make()


def _heading(field: Field) -> Heading:
    is_text = field.kind == "str"
    least = 10 if is_text else None
    return Heading(field.name, (field.name,), least=least, right=not is_text, kept="always")
