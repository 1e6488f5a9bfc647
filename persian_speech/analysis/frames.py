"""Between rows and pandas: frames of plain columns, periods, one name for one key."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal, cast

from persian_speech.analysis.tables import Field, Row
from persian_speech.text.letters import phrase_key

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
    wanted = table[[field.name for field in columns]].astype(object)
    return (cast("Row", row) for row in wanted.where(wanted.notna(), None).to_dict("records"))


def one_key(names: "Series[str]", ids: "Series[str]") -> "Series[str]":
    """What is counted as one: the id where it is the same in all documents, else the name's letters."""
    return ids.fillna(names.map(phrase_key, na_action="ignore"))


def one_name(names: "Series[str]", keys: "Series[str]") -> "Series[str]":
    """The commonest spelling of each key's names: «خامنه ای» and «خامنه‌ای» are counted as one."""
    commonest = names.groupby(keys).agg(lambda spellings: spellings.value_counts().index[0])
    return keys.map(commonest)


def with_period(table: "DataFrame", by: By | None, calendar: Calendar) -> "DataFrame":
    """The table with a ``month`` («1399-05») or ``year`` («1399») cut from its days, where ``by`` is one."""
    if by not in PERIODS:
        return table
    days = table["date_jalali" if calendar == "jalali" else "date"]
    return table.assign(**{by: days.str.slice(0, PERIODS[by])})


def ranked(table: "DataFrame", by: By | None) -> "Series[int]":
    """Where each row's group stands: documents as they were read, all else sorted, gaps last."""
    if by is None:
        return table.index.to_series() * 0
    return table.groupby(by, sort=by != "document", dropna=False).ngroup()
