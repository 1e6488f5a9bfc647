"""Between rows and pandas: frames of plain columns, periods, one name for one key."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal

from persian_speech.analysis.tables import Field, Row

if TYPE_CHECKING:
    from pandas import DataFrame, Series

By = Literal["document", "speaker", "month", "year"]
Calendar = Literal["gregorian", "jalali"]

PERIODS = {"month": len("1399-05"), "year": len("1399")}


def frame(rows: Iterable[Row], columns: Iterable[Field]) -> "DataFrame":
    """The rows as a frame whose columns have their types even when there are no rows."""
    from pandas import DataFrame, Series

    types = {"str": "string", "int": "Int64", "float": "Float64"}
    wanted = {field.name: types[field.kind] for field in columns}
    values: dict[str, list[object]] = {name: [] for name in wanted}
    known: dict[object, object] = {}  # one «ایران» for all, as each document brings its own
    for row in rows:  # which are not kept: a dictionary takes ten times what stands in it
        for name, column in values.items():
            value = row[name]
            column.append(known.setdefault(value, value) if isinstance(value, str) else value)
    return DataFrame({name: Series(values.pop(name), dtype=kind) for name, kind in wanted.items()})


def records(table: "DataFrame", columns: Iterable[Field]) -> Iterator[Row]:
    """A row at a time, of the given columns only, with ``None`` where pandas has a gap."""
    names = [field.name for field in columns]
    wanted = [table[name].astype(object).where(table[name].notna(), None) for name in names]
    return (dict(zip(names, row, strict=True)) for row in zip(*wanted, strict=True))


def ranked(table: "DataFrame", by: By | None) -> "Series[int]":
    """Where each row's group stands: documents as they were read, all else sorted, gaps last."""
    if by is None:
        return table.index.to_series() * 0
    return table.groupby(by, sort=by != "document", dropna=False).ngroup()
