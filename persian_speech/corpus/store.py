"""A corpus in one SQLite file: opened, checked, made; a document goes in and comes out whole.

While it is written, a log lies beside it (``-wal``): a writer that is killed leaves a corpus that opens.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date as Date  # noqa: N812 - dates of documents
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from persian_speech.corpus.records import TABLES, Records, document_of
from persian_speech.corpus.sources import Source
from persian_speech.document import Document
from persian_speech.errors import PersianSpeechError

VERSION = 1  # of the schema
IDENTITY = int.from_bytes(b"PSpT")  # SQLite's application_id
PATIENCE = 10.0  # seconds that another program may keep the file to itself
SMALLEST = 512  # bytes; SQLite's smallest page
HEADER = b"SQLite format 3"
NO_CORPUS = "is no corpus, or a broken one; name another file"
LOG_PAGES = 16_000  # of the log before it is moved into the file: each time waits for the disk
CACHE = 16_000  # KB
SORTED = 4_000  # KB at once, for an index
# Indexes by what texts hold: each document would touch hundreds of their pages.
LATE = (
    *("words_by_lemma", "mentions_by_entity", "entities_by_name"),
    *("quotations_by_speaker", "speakers_by_name"),
)
_INDEX = re.compile(r"CREATE INDEX (\w+) (.+);")
PARTS = tuple(name for name in TABLES if name != "documents")


@contextmanager
def reading(path: str | Path) -> Iterator[sqlite3.Connection]:
    """A corpus to read. PersianSpeechError: it is none, of another version, broken, or in use."""
    with _told(path), closing(_connect(path, "ro")) as connection:
        _check(connection, path)
        yield connection


@contextmanager
def writing(path: str | Path) -> Iterator[sqlite3.Connection]:
    """A corpus to write, made where there is none; what is not committed is as if it never was.

    PersianSpeechError: another process writes it, or it cannot be written.
    """
    with _told(path), alone(path), closing(_connect(path, "rwc")) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            _make(connection)
        _check(connection, path)
        connection.execute("PRAGMA journal_mode = wal")
        connection.execute("PRAGMA synchronous = normal")
        connection.execute(f"PRAGMA wal_autocheckpoint = {LOG_PAGES}")
        connection.execute(f"PRAGMA cache_size = -{CACHE}")
        connection.execute("PRAGMA foreign_keys = on")
        try:
            yield connection
        finally:
            # One file again, unless someone reads it now: then it stays as it is, which is as well.
            with suppress(sqlite3.OperationalError):
                connection.execute("PRAGMA busy_timeout = 0")
                connection.execute("PRAGMA journal_mode = delete")


@contextmanager
def empty() -> Iterator[sqlite3.Connection]:
    """A corpus of nothing, kept nowhere."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        _make(connection)
        yield connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def filling(connection: sqlite3.Connection) -> Iterator[None]:
    """Within it, an empty corpus lacks its costliest indexes, which are quicker made at the end.

    A run that is stopped leaves a corpus without them, which is only slower to ask, until the next run.
    """
    indexes = dict(_INDEX.findall(_schema()))
    if not connection.execute("SELECT 1 FROM documents").fetchone():
        for name in LATE:
            connection.execute(f"DROP INDEX IF EXISTS {name}")
    yield
    connection.execute(f"PRAGMA cache_size = -{SORTED}")
    for name in LATE:
        connection.execute(f"CREATE INDEX IF NOT EXISTS {name} {indexes[name]}")


def put(connection: sqlite3.Connection, own: dict[str, Any], records: Records) -> None:
    """A document's rows, in the place of those that ``own`` (file_id, number, part, name, …) had before."""
    connection.execute("DELETE FROM documents WHERE file_id = :file_id AND part = :part", own)
    columns = (*own, *TABLES["documents"])
    values = (*own.values(), *records["documents"][0])
    document = connection.execute(_insertion("documents", columns), values).lastrowid
    for table in PARTS:
        rows = ((document, *row) for row in records[table])
        connection.executemany(_insertion(table, ("document_id", *TABLES[table])), rows)


def stored(path: str) -> Iterator[Source]:
    """The documents of a corpus in order; what was found in each is fetched when it is asked for."""
    listing = (
        "SELECT documents.id, documents.name, text, date, title, encoding FROM files "
        "JOIN documents ON documents.file_id = files.id WHERE root_id = ? ORDER BY place, number"
    )
    with reading(path) as connection:
        for (root,) in connection.execute("SELECT id FROM roots ORDER BY position").fetchall():
            for number, name, text, day, title, encoding in connection.execute(listing, (root,)):
                load = partial(_load, connection, path, number)
                yield Source(name, text, Date.fromisoformat(day) if day else None, title, encoding, load)


def _load(connection: sqlite3.Connection, path: str, number: int) -> Document:
    with _told(path):
        records = {name: connection.execute(_selection(name), (number,)).fetchall() for name in TABLES}
    return document_of(records)


@cache
def _selection(table: str) -> str:
    key = "id" if table == "documents" else "document_id"
    columns = ", ".join(f'"{column}"' for column in TABLES[table])
    return f"SELECT {columns} FROM {table} WHERE {key} = ? ORDER BY rowid"  # noqa: S608 - our own names


@cache
def _insertion(table: str, columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - our own names


def _connect(path: str | Path, mode: str) -> sqlite3.Connection:
    """SQLite itself would take a file that is cut short for a new one, and write over it."""
    start = b""
    with suppress(OSError), Path(path).open("rb") as file:
        start = file.read(SMALLEST)
    if 0 < len(start) < SMALLEST:
        told = "is broken (cut short); delete it and run analyze again"
        raise PersianSpeechError(f"{path}: {told if start.startswith(HEADER) else NO_CORPUS}")
    address = f"{Path(path).absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)


def _schema() -> str:
    return files("persian_speech.corpus").joinpath("schema.sql").read_text(encoding="utf-8")


def _make(connection: sqlite3.Connection) -> None:
    marks = f"PRAGMA application_id = {IDENTITY}; PRAGMA user_version = {VERSION};"
    connection.executescript(f"BEGIN IMMEDIATE; {_schema()} {marks} COMMIT;")


def _check(connection: sqlite3.Connection, path: str | Path) -> None:
    (identity,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if identity != IDENTITY:
        raise PersianSpeechError(f"{path}: an SQLite file but no corpus; name another file")
    if version != VERSION:
        told = f"is a corpus of schema {version}, this program's is {VERSION}"
        raise PersianSpeechError(f"{path}: {told}; delete it, then make it anew with analyze")


@contextmanager
def alone(path: str | Path) -> Iterator[None]:
    """The one writer: a lock that ends with its process, in a file that is gone when all is done."""
    from filelock import FileLock, Timeout

    beside = Path(path).absolute()
    lock = FileLock(beside.with_name(f".{beside.name}.lock"), timeout=0)
    try:
        Path(lock.lock_file).touch()  # where no file can be made, the lock would say that somebody has it
        lock.acquire()
    except Timeout:
        raise PersianSpeechError(f"{path}: another analyze writes it; wait until that is done") from None
    except OSError as error:
        told = f"cannot be written ({error.strerror}); choose another place"
        raise PersianSpeechError(f"{path}: {told}") from error
    try:
        yield
    finally:
        with suppress(OSError):
            Path(lock.lock_file).unlink()
        lock.release()


@contextmanager
def _told(path: str | Path) -> Iterator[None]:
    """SQLite's errors in one line that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise PersianSpeechError(f"{path}: {_advice(error)}") from error


def _advice(error: sqlite3.Error) -> str:
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return "another program keeps it to itself; wait until that is done"
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return f"cannot be written or read ({error}); is the disk full? What is in it is safe, run again"
    if name.startswith("SQLITE_NOTADB"):
        return NO_CORPUS
    if name.startswith("SQLITE_CORRUPT"):
        return f"is broken ({error}); delete it and run analyze again"
    if name.startswith("SQLITE_READONLY"):
        return "may not be written; ask for the right to, or choose another place"
    return f"cannot be opened ({error}); check the path and its rights"
