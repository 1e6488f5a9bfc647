"""Language facts as TSV, one kind a file, each headed by where its facts come from."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``data/NAME.tsv``, a dict a row; lines that begin with # are its heading."""
    text = files(__name__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    fields, *cells = (line.split("\t") for line in lines)
    count = len(fields)
    for row in cells:
        if len(row) < count:
            row.extend([""] * (count - len(row)))
    return tuple([dict(zip(fields, row, strict=False)) for row in cells])


@cache
def column(name: str, field: str) -> tuple[str, ...]:
    """One column of ``data/NAME.tsv``."""
    return tuple(row[field] for row in rows(name))


def forms(row: Mapping[str, str], *fields: str) -> list[str]:
    """All forms in some cells of a row, «|» between those of a cell; an empty cell has none."""
    return [form for field in fields for form in row[field].split("|") if form]
