"""Tables of documents: a row of a .jsonl, .ndjson, .csv or .tsv file is a document with its ``text``.

``id``, ``title`` and ``date`` are read where the table has them; other columns are left alone.
"""

import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import zip_longest
from typing import Any, TextIO

from persian_speech.corpus.places import ROWS, TABLES, Failure
from persian_speech.errors import PersianSpeechError

DELIMITERS = ",;\t"
# Columns that stand together in gold, in places in texts, in whole documents and in lists of statements …
RESULTS = tuple(
    map(
        frozenset,
        (
            ("quotes",),
            ("document", "start"),
            ("sentences", "tokens", "quotations"),
            ("statement id", "agreement"),
        ),
    )
)
# … and of which one is enough where there is no text.
COUNTS = frozenset(
    {"quotations", "entity_id", "per_thousand", "log_dice", "log_ratio", "person_id", "metric"}
)


@dataclass(frozen=True, slots=True)
class Row:
    """One document of a table; ``date`` as it was written."""

    document: str
    text: str
    title: str | None
    date: str | None


Text = str | TextIO  # of a table; JSON lines are read from it one by one
Item = dict[str, Any]
Record = Item | str  # a row's fields, or why it could not be read


def documents(name: str, text: Text, suffix: str) -> Iterator[Row | Failure]:
    """The documents of the table, named «file#id», or «file#number» of the row (from 1) without an id.

    PersianSpeechError: a CSV file lacks a column «text», or is broken.
    """
    met = set[str]()
    for number, record in _RECORDS[suffix](text):
        if isinstance(record, str):
            yield Failure(f"{name}#{number}", record)
            continue
        document = f"{name}#{_plain(record.get('id')) or number}"
        document = f"{document}#{number}" if document in met else document
        met.add(document)
        yield _row(document, record)


def table_in(data: bytes) -> str:
    """The suffix of the table that comes without one («zcat news.jsonl.gz |»); empty where it is none.

    It begins with an object on a line, or with a header that names a column «text».
    """
    line = data.partition(b"\n")[0].decode("utf-8", "ignore").removeprefix("\ufeff").strip()
    if line.startswith("{"):
        return ".jsonl" if isinstance(_object(line), dict) else ""
    return ".csv" if line and "text" in _header(line)[0] else ""


def is_annotation(text: Text, suffix: str) -> bool:
    """Whether the table holds gold or results and no documents."""
    if isinstance(text, str) and suffix not in ROWS:
        return is_result(_header(text)[0])
    return is_result(next((record for _, record in _jsonl(text) if isinstance(record, dict)), {}))


def is_result(columns: Iterable[str]) -> bool:
    """Whether columns of these names are those of gold, or of what a command wrote."""
    named = frozenset(columns)
    return any(sign <= named for sign in RESULTS) or ("text" not in named and bool(COUNTS & named))


def _row(document: str, record: Item) -> Row | Failure:
    text = record.get("text")
    if not isinstance(text, str):
        return Failure(
            document, "holds no text in «text»; fill it" if "text" in record else _lacks_text(record)
        )
    try:
        text.encode()
    except UnicodeEncodeError:
        return Failure(document, "holds half a character (a lone surrogate); write the file anew as UTF-8")
    return Row(document, text, _plain(record.get("title")), _plain(record.get("date")))


def _lacks_text(columns: Iterable[str]) -> str:
    return f"has no column «text» (its columns: {', '.join(columns) or 'none'}); name the column of texts so"


def _plain(value: object) -> str | None:
    return str(value) if value is not None and str(value) else None


def _jsonl(text: Text) -> Iterator[tuple[int, Record]]:
    """(row number, its fields); only a line feed ends a row, U+2028 may stand in a text."""
    for number, line in enumerate(StringIO(text, newline="\n") if isinstance(text, str) else text, 1):
        if line.strip():
            yield number, _object(line)


def _object(line: str) -> Record:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"is no JSON ({json_fault(error)}); mend the line"
    return found if isinstance(found, dict) else 'is no JSON object; write {"text": …} on each line'


def json_fault(error: Exception) -> str:
    """What keeps a line from being JSON, and where in it; Python counts the lines of this one alone."""
    return (
        f"{error.msg} at character {error.pos + 1}" if isinstance(error, json.JSONDecodeError) else str(error)
    )


def _csv(text: Text) -> Iterator[tuple[int, Record]]:
    """(row number, its fields) under the header, whose commonest mark of , ; and tab parts the columns."""
    text = text if isinstance(text, str) else text.read()
    columns, delimiter = _header(text)
    if text.count('"') % 2 and (line := _never_closed(text, delimiter)):
        raise PersianSpeechError(f'line {line}: a " opens there and nothing closes it; mend it')
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        next(reader, None)
        if "text" not in columns:
            raise PersianSpeechError(_lacks_text(columns))
        if columns.count("text") > 1:
            raise PersianSpeechError("has two columns «text»; name the column of texts so, and no other")
        for number, row in enumerate(filter(None, reader), 1):
            yield number, _under(columns, row, delimiter)
    except csv.Error as error:
        raise PersianSpeechError(f"line {reader.line_num} is no CSV ({error}); mend it") from error


def _header(text: str) -> tuple[list[str], str]:
    """The names of the columns, and the mark that parts them; of no table the one name that it needs."""
    csv.field_size_limit(sys.maxsize)  # a text may be longer than the 131,072 of the default
    line = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=line.count)
    named = next(csv.reader(StringIO(text, newline=""), delimiter=delimiter), ["text"])
    return [column.strip().lower() for column in named], delimiter


def _under(columns: list[str], row: list[str], delimiter: str) -> Record:
    """A row's fields; one with more cells than columns has a text that an unquoted comma cuts in two."""
    if any(row[len(columns) :]):
        told = f"has {len(row)} cells under {len(columns)} columns"
        return f'{told}; put a text that holds {delimiter!r} between "'
    return dict(zip_longest(columns, row[: len(columns)]))


def _never_closed(text: str, delimiter: str) -> int | None:
    """The line of a row that would swallow all rows below it, as its last quotation mark is lost."""
    reader, line = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True), 1
    try:
        for _ in reader:
            line = reader.line_num + 1
    except csv.Error as error:
        return line if "unexpected end of data" in str(error) else None
    return None


_RECORDS: dict[str, Callable[[Text], Iterator[tuple[int, Record]]]] = {
    **dict.fromkeys(TABLES, _csv),
    **dict.fromkeys(ROWS, _jsonl),
}
