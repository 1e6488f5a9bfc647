"""What a run has to do: files whose size and time are as a corpus knows them are not even opened.

A file that was touched is hashed, a document of a changed file too, and what was analysed by this
version under these options is left as it is.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date  # noqa: N812 - a field is called «date»
from hashlib import blake2b
from pathlib import Path
from typing import Literal

from persian_speech import __version__
from persian_speech.actors.knowledge import Actors
from persian_speech.corpus.files import HASH, LIMIT, File, digest, load, opened, unpacked
from persian_speech.corpus.places import STDIN, Failure, Place, locate, why
from persian_speech.corpus.sources import Source, sources

Action = Literal["new", "changed", "unchanged", "failed", "end", "gone", "removed"]
TRACE = """
CREATE TEMP TABLE IF NOT EXISTS met (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS met_parts (path TEXT, part TEXT, PRIMARY KEY (path, part)) WITHOUT ROWID;
DELETE FROM met; DELETE FROM met_parts;
"""


BYTES = 1.8  # of a code point of Persian text in UTF-8, spaces and all


@dataclass(frozen=True, slots=True)
class Options:
    """How documents are read. ``again``: even those that are there already; ``limit`` in bytes of a file.

    ``actors``: who held which office, where that is more than the package's tables.
    """

    encoding: str | None = None
    date: Date | None = None
    actors: Actors | None = None
    limit: int = LIMIT
    again: bool = False

    @property
    def made_by(self) -> str:
        """The version and the options that decide what is found."""
        day = self.date.isoformat() if self.date else "own"
        told = f"persian-speech {__version__}, encoding {self.encoding or 'detected'}, date {day}"
        return f"{told}, actors {_digest(repr(self.actors.tenures))}" if self.actors else told


@dataclass(frozen=True, slots=True)
class Entry:
    """A file as a corpus knows it. ``size`` (bytes), ``modified`` (ns) and ``hash`` of what was read."""

    path: str
    root: str
    name: str
    place: str
    size: int | None = None
    modified: int | None = None
    hash: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. ``end`` closes a file; without a ``part``, a step is of all its ``count`` documents.

    ``settled``: the corpus knows all of it, there is nothing to write. ``gone``: no longer in the folder.
    ``weight``: code points of the text.
    """

    action: Action
    document: str
    entry: Entry
    part: str | None = None
    number: int = 0
    source: Source | None = None
    hash: str = ""
    reason: str = ""
    count: int = 1
    settled: bool = False
    weight: int = 1


def plan(
    connection: sqlite3.Connection, places: Iterable[Place | Failure], options: Options
) -> Iterator[Step]:
    """The steps, file by file, in order; what a corpus holds is looked up when a file's turn comes."""
    connection.executescript(TRACE)
    for place in places:
        if isinstance(place, Failure):
            name = place.document
            yield Step("failed", name, Entry(absolute(name), "", name, name), reason=place.message)
        elif connection.execute("INSERT OR IGNORE INTO met VALUES (?)", (absolute(place.path),)).rowcount:
            yield from _file(connection, place, options)


def _file(connection: sqlite3.Connection, place: Place, options: Options) -> Iterator[Step]:
    entry = _entry(place)
    known = None if options.again else _known(connection, entry.path, options.made_by)
    if known and entry.size is not None and known[:2] == (entry.size, entry.modified):
        yield _unchanged(connection, replace(entry, hash=known[2]))
        return
    contents = _contents(place, options)
    if isinstance(contents, Failure):
        yield Step("failed", place.name, entry, reason=contents.message)
        return
    size, told, files = contents
    entry = replace(entry, size=size, hash=told)
    if known and known[2] == entry.hash:
        yield _unchanged(connection, entry)
        return
    found = (one for file in files for one in sources(file, encoding=options.encoding, date=options.date))
    for number, one in enumerate(found):
        yield _document(connection, entry, number, one, options)
    yield Step("end", place.name, entry)


def _contents(place: Place, options: Options) -> tuple[int, str, Iterator[File | Failure]] | Failure:
    """The size, the hash and the files of what stands at a place."""
    if place.is_rows:
        try:
            return (*digest(place), opened(place, limit=options.limit))
        except (OSError, ValueError) as error:
            return Failure(place.name, why(error))
    data = load(place, limit=options.limit)
    if isinstance(data, Failure):
        return data
    told = blake2b(data, digest_size=HASH).hexdigest()
    return len(data), told, unpacked(place, data, limit=options.limit)


def _document(
    connection: sqlite3.Connection, entry: Entry, number: int, found: Source | Failure, options: Options
) -> Step:
    part = found.document.removeprefix(entry.name)
    connection.execute("INSERT OR IGNORE INTO met_parts VALUES (?, ?)", (entry.path, part))
    if isinstance(found, Failure):
        return Step("failed", found.document, entry, part, number, reason=found.message)
    told = mark(found)
    query = (
        "SELECT documents.hash, documents.made_by FROM documents JOIN files ON files.id = file_id "
        "WHERE path = ? AND part = ?"
    )
    known = connection.execute(query, (entry.path, part)).fetchone()
    action: Action = "changed" if known else "new"
    step = Step(action, found.document, entry, part, number, hash=told, weight=len(found.text))
    if known == (told, options.made_by) and not options.again:
        return replace(step, action="unchanged")
    return replace(step, source=found)


def _known(connection: sqlite3.Connection, path: str, made_by: str) -> tuple[int, int, str] | None:
    """Size, time and hash of a file all of whose documents are there."""
    query = "SELECT size, modified, hash FROM files WHERE path = ? AND made_by = ? AND size IS NOT NULL"
    known: tuple[int, int, str] | None = connection.execute(query, (path, made_by)).fetchone()
    return known


def _unchanged(connection: sqlite3.Connection, entry: Entry) -> Step:
    query = (
        "SELECT files.path, roots.path, name, place, size, modified, hash, "
        "(SELECT count(*) FROM documents WHERE file_id = files.id) "
        "FROM files JOIN roots ON roots.id = root_id WHERE files.path = ?"
    )
    *known, count = connection.execute(query, (entry.path,)).fetchone()
    return Step("unchanged", entry.name, entry, count=count, settled=Entry(*known) == entry)


def _entry(place: Place) -> Entry:
    path, root = absolute(place.path), absolute(place.root)
    within = path.removeprefix(root).lstrip("/")
    entry = Entry(path, root, place.name, within.replace("/", "\x01"))
    try:
        found = Path(place.path).stat()
    except (OSError, ValueError):
        return entry  # standard input, or what its reading will tell
    return entry if place.path == STDIN else replace(entry, size=found.st_size, modified=found.st_mtime_ns)


def size_of(paths: Sequence[str]) -> int:
    """Bytes of all files under the paths, as far as they can be known before they are read."""
    places = (place for place in locate(paths) if not isinstance(place, Failure))
    return sum(_entry(place).size or 0 for place in places)


def absolute(path: str) -> str:
    """The path whatever the working directory; bytes that are no UTF-8 as escapes."""
    whole = path if path == STDIN else os.path.abspath(path)  # noqa: PTH100 - a link stays a link
    return os.fsencode(whole).decode("utf-8", "backslashreplace")


def mark(source: Source) -> str:
    """A hash of all that an analysis depends on, or that is kept beside it."""
    day = source.date.isoformat() if source.date else ""
    told = "\0".join((source.text, day, source.title or "", source.encoding))
    return _digest(told)


def _digest(told: str) -> str:
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=HASH).hexdigest()
