"""Sources: paths to documents ready to be analysed; what cannot be read is told and passed over.

Offsets in a source count in ``Source.text``: plain text decoded and unedited, Markdown, web pages and
Word documents reduced to lines (``text.reading``), a table's ``text`` column as it is.
"""

import logging
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date  # noqa: N812 - a field is called «date»
from itertools import groupby
from pathlib import Path

from persian_speech.corpus.files import LIMIT, File, opened
from persian_speech.corpus.places import KNOWN, ROWS, STDIN, TABLES, Failure, locate, printable, suffix_of
from persian_speech.corpus.rows import Row, Text, documents, is_annotation, is_result, table_in
from persian_speech.document import Document
from persian_speech.errors import PersianSpeechError
from persian_speech.text.dates import day_in_name, find_date, parse_date
from persian_speech.text.decoding import BrokenUTF8Error, Decoded, decode
from persian_speech.text.reading import to_text

__all__ = ["Failure", "Source", "count", "is_corpus", "read", "sources"]
log = logging.getLogger(__name__)
log.addHandler(logging.NullHandler())  # a warning is for who listens: unheard, Python would print it
MANIFEST = "_manifest.json"  # in a corpus that is a folder
SQLITE = b"SQLite format 3\0"
START = 4096  # bytes of a file in which it is told who wrote it
PAGE = '<meta name="generator" content="persian-speech '
DRAWN = re.compile(r" *\n [^\n]+\n ─+ ?\n")
PASSED_OVER = "%s: passed over, it holds gold or results"
NO_DAY = "%s: days unread in the column «date»: %d (%s …); write them as 1399-05-01 or 2020-07-22"


@dataclass(frozen=True, slots=True)
class Source:
    """A document: its name, its text, its day as given, as its file, its dateline or its name says."""

    document: str
    text: str
    date: Date | None
    title: str | None
    encoding: str
    stored: Callable[[], Document] | None = None  # what a corpus holds of it


def read(
    paths: Sequence[str], *, encoding: str | None = None, date: Date | None = None, limit: int = LIMIT
) -> Iterator[Source | Failure]:
    """The documents under the paths, lazily and in order, each a source or the reason there is none.

    ``encoding`` is of all files, else each one's is found; ``date`` is of all documents, else each one's
    own. «-» is standard input. In a folder or archive, tables of gold or results are no documents.
    """
    for held, group in groupby(dict.fromkeys(paths), is_corpus):
        if held:
            for path in group:
                yield from _stored(path)
            continue
        for place in locate(tuple(group)):
            if isinstance(place, Failure):
                yield place
                continue
            for file in opened(place, limit=limit):
                yield from sources(file, encoding=encoding, date=date)


def sources(
    file: File | Failure, *, encoding: str | None = None, date: Date | None = None
) -> Iterator[Source | Failure]:
    """The documents of one file."""
    if isinstance(file, Failure):
        yield file
        return
    try:
        yield from _sources(file, encoding, date)
    except PersianSpeechError as error:
        yield Failure(file.name, str(error))
    except Exception as error:
        log.debug("%s", file.name, exc_info=True)
        yield Failure(file.name, f"cannot be read ({type(error).__name__}); leave it out, or report it")


def count(paths: Sequence[str]) -> int | None:
    """How many items ``read`` will yield; None where only reading tells: tables and archives hold many."""
    if any(map(is_corpus, paths)):
        return None
    total = 0
    for place in locate(paths):
        if not isinstance(place, Failure) and (place.is_archive or suffix_of(place.path) in TABLES):
            return None
        total += 1
    return total


def is_corpus(path: str) -> bool:
    """Whether the path is what ``analyze`` wrote: one SQLite file, or a folder of tables.

    A pipe is not looked into («<(zcat …)», /dev/stdin): what is read of it is gone.
    """
    try:
        if Path(path).is_dir():
            return (Path(path) / MANIFEST).is_file() or any(Path(path).glob("documents/part-*.parquet"))
        if path == STDIN or not Path(path).is_file():
            return False
        with Path(path).open("rb") as stream:
            return stream.read(len(SQLITE)) == SQLITE
    except (OSError, ValueError):
        return False


def _stored(path: str) -> Iterator[Source | Failure]:
    """The documents of a corpus, in the order in which their files would be read."""
    if Path(path).is_dir():
        from persian_speech.corpus.dataset import stored
    else:
        from persian_speech.corpus.store import stored
    try:
        yield from stored(path)
    except PersianSpeechError as error:
        yield Failure(printable(path), str(error).removeprefix(f"{path}: "))


def _sources(file: File, encoding: str | None, date: Date | None) -> Iterator[Source | Failure]:
    table = file.suffix if file.suffix in KNOWN else table_in(file.data)
    if table in TABLES:
        yield from _table(replace(file, suffix=table), encoding, date)
        return
    if file.walked and _is_written_by_us(file.data[:START]):
        log.info(PASSED_OVER, file.name)
        return
    found = to_text(file.data, file.suffix, encoding=encoding)
    day = date or found.date or find_date(found.text) or day_in_name(file.name)
    yield Source(file.name, found.text, day, found.title, found.encoding)


def _table(file: File, encoding: str | None, date: Date | None) -> Iterator[Source | Failure]:
    if file.path is not None and encoding in {None, "utf-8"}:
        yield from _streamed(file, file.path, date)
        return
    whole = replace(file, data=Path(file.path).read_bytes()) if file.path is not None else file
    decoded, broken = _decoded(whole, encoding)
    yield from broken
    if not _is_passed_over(file, decoded.text):
        yield from _documents(file, decoded.text, decoded.encoding, date)


def _streamed(file: File, path: str, date: Date | None) -> Iterator[Source | Failure]:
    """The rows of JSON lines in UTF-8, of which only one is held at a time."""
    with Path(path).open("rb") as raw:
        encoding = "utf-8-sig" if raw.read(3) == BOM_UTF8 else "utf-8"
    with Path(path).open(encoding=encoding, newline="\n") as first:
        if _is_passed_over(file, first):
            return
    with Path(path).open(encoding=encoding, newline="\n") as stream:
        yield from _documents(file, stream, encoding, date)


def _is_passed_over(file: File, text: Text) -> bool:
    passed = file.walked and is_annotation(text, file.suffix)
    if passed:
        log.info(PASSED_OVER, file.name)
    return passed


def _is_written_by_us(start: bytes) -> bool:
    """Whether a page or a text begins as a report, a drawn table or one in Markdown does."""
    begun = start.decode("utf-8", "ignore")
    cells = (cell.strip() for cell in begun.partition("\n")[0].split("|"))
    return PAGE in begun or bool(DRAWN.match(begun)) or (begun.startswith("| ") and is_result(cells))


def _documents(file: File, text: Text, encoding: str, date: Date | None) -> Iterator[Source | Failure]:
    undated, first = 0, ""
    for row in documents(file.name, text, file.suffix):
        if isinstance(row, Row):
            day = date or _written(row) or find_date(row.text) or day_in_name(row.document)
            if row.date and day is None:
                undated, first = undated + 1, first or repr(row.date[:40])
            yield Source(row.document, row.text, day, row.title, encoding)
        else:
            yield row
    if undated:
        log.warning(NO_DAY, file.name, undated, first)


def _decoded(file: File, encoding: str | None) -> tuple[Decoded, Sequence[Failure]]:
    """The table's text; of JSON lines in UTF-8 a damaged line is lost alone, its number kept."""
    try:
        return decode(file.data, encoding=encoding), ()
    except BrokenUTF8Error:
        if file.suffix not in ROWS:
            raise
    lines, broken = [], []
    for number, line in enumerate(file.data.split(b"\n"), 1):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError as error:
            lines.append("")
            broken.append(Failure(f"{file.name}#{number}", f"is UTF-8 broken at byte {error.start}; mend it"))
    return Decoded("\n".join(lines).removeprefix("\ufeff"), "utf-8"), broken


def _written(row: Row) -> Date | None:
    """The day in the table's ``date`` column; a month or a year alone is no day."""
    try:
        return parse_date(row.date) if row.date else None
    except PersianSpeechError:
        log.info("%s: %r is no whole day, passed over", row.document, row.date)
        return None
