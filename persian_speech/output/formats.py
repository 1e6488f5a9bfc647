"""Machine formats, a writer each: rows go out as they come in, in logical order, untouched by rich.

A value with a tab or a line break gets a space for it in TSV and Markdown; CSV and JSON keep it.
"""

import csv
import json
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import batched, chain
from pathlib import Path
from typing import TextIO

from persian_speech.output.table import Table, plain

BREAKS = re.compile(r"\r\n|[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
ROWS_AT_ONCE = 10_000
BOM = "\ufeff"

Writer = Callable[[Table, TextIO, bool], None]


def write_tsv(table: Table, stream: TextIO, headers: bool) -> None:
    """Tab-separated, no quoting: one line is one row, always."""
    if headers:
        stream.write("\t".join(table.names) + "\n")
    stream.writelines("\t".join(map(one_line, values)) + "\n" for values in _values(table))


def write_csv(table: Table, stream: TextIO, headers: bool) -> None:
    """Comma-separated, quoted where a value needs it (RFC 4180, but for the line ends: newlines)."""
    writer = csv.writer(stream, lineterminator="\n")
    # Python before 3.13 leaves a lone carriage return unquoted, and no reader gets it back.
    careful = csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_ALL)
    if headers:
        writer.writerow(table.names)
    for values in map(tuple, _values(table)):
        broken = any(isinstance(value, str) and "\r" in value for value in values)
        (careful if broken else writer).writerow(values)


def write_jsonl(table: Table, stream: TextIO, headers: bool) -> None:
    """One JSON object a line."""
    stream.writelines(f"{row}\n" for row in _objects(table))


def write_json(table: Table, stream: TextIO, headers: bool) -> None:
    """One JSON array of objects, a line each."""
    opening = "[\n"
    for row in _objects(table):
        stream.write(opening + row)
        opening = ",\n"
    stream.write("\n]\n" if opening == ",\n" else "[]\n")


def write_markdown(table: Table, stream: TextIO, headers: bool) -> None:
    """A GitHub table; numbers stand to the right. Without headers its rows alone, to go below others."""
    rules = ["---" if field.kind == "str" else "--:" for field in table.fields]
    lines: Iterator[Sequence[object]] = chain((table.names, rules) if headers else (), _values(table))
    stream.writelines(f"| {' | '.join(map(_escaped, values))} |\n" for values in lines)


def write_parquet(table: Table, path: Path) -> None:
    """Parquet with a column's own type, also where all of it is null. Needs pyarrow."""
    import pyarrow as pa  # type: ignore[import-untyped]
    from pyarrow import parquet

    types = {"str": pa.string(), "int": pa.int64(), "float": pa.float64()}
    schema = pa.schema([(field.name, types[field.kind]) for field in table.fields])
    rows = ({name: _encodable(row[name]) for name in table.names} for row in table.rows)
    with parquet.ParquetWriter(path, schema) as writer:
        for batch in batched(rows, ROWS_AT_ONCE):
            writer.write_batch(pa.RecordBatch.from_pylist(list(batch), schema=schema))


def one_line(value: object) -> str:
    """A value as text on one line."""
    return BREAKS.sub(" ", plain(value))


def _escaped(value: object) -> str:
    return one_line(value).replace("|", r"\|")


def _values(table: Table) -> Iterator[list[object]]:
    names = table.names
    return ([row[name] for name in names] for row in table.rows)


def _objects(table: Table) -> Iterator[str]:
    for values in _values(table):
        yield json.dumps(dict(zip(table.names, values, strict=True)), ensure_ascii=False, allow_nan=False)


def _encodable(value: object) -> object:
    """A file's name may hold bytes that are no text; parquet takes only text."""
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value


WRITERS: dict[str, Writer] = {
    "tsv": write_tsv,
    "csv": write_csv,
    "jsonl": write_jsonl,
    "json": write_json,
    "markdown": write_markdown,
}
FORMATS = ("table", *WRITERS, "parquet")
GRAPHS = ("graphml", "gexf")  # of tables of edges; their writers need networkx
SUFFIXES = {
    ".txt": "table",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".csv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".md": "markdown",
    ".markdown": "markdown",
    ".parquet": "parquet",
}
GRAPH_SUFFIXES = {f".{form}": form for form in GRAPHS}


def writer_of(form: str) -> Writer:
    """The writer of a format that is text; that of a graph is loaded now."""
    if form in GRAPHS:
        from persian_speech.output.graphs import GRAPH_WRITERS

        return GRAPH_WRITERS[form]
    return WRITERS[form]
