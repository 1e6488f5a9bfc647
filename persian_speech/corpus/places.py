"""Paths to places: files as the user names them, folders walked in sorted order."""

import logging
import os
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from persian_speech.text.reading import READERS

log = logging.getLogger(__name__)
STDIN = "-"
ROWS = (".jsonl", ".ndjson")
TABLES = frozenset({*ROWS, ".csv", ".tsv"})
KNOWN = frozenset(READERS) | TABLES
ARCHIVE = ".zip"


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read. ``message``: one line, what is wrong and what to do."""

    document: str
    message: str


@dataclass(frozen=True, slots=True)
class Place:
    """A file before it is opened. ``walked``: it was met in a folder, ``root``, and not named by the user."""

    name: str
    path: str
    walked: bool = False
    root: str = ""

    @property
    def is_rows(self) -> bool:
        """Whether it is a file of JSON lines, which are read as they are needed, however many there are.

        A pipe of that name can be read once only.
        """
        return self.path.lower().endswith(ROWS) and Path(self.path).is_file()

    @property
    def is_archive(self) -> bool:
        """Whether it is named as an archive, of many files."""
        return self.path.lower().endswith(ARCHIVE)


def suffix_of(name: str) -> str:
    """The suffix of what the file holds, in lower case: «.html» of both «a.HTML» and «a.html.gz»."""
    return PurePosixPath(name.lower().removesuffix(".gz")).suffix


def locate(paths: Sequence[str]) -> Iterator[Place | Failure]:
    """The places under the paths, in order; in a folder hidden files and unknown kinds are left out.

    A file is named as given; one in a folder by its path within the folder, and with the folder
    before it where several inputs would share the name. What several paths lead to comes once.
    """
    folders = {path for path in paths if _is_folder(path)}
    if len(paths) == 1:
        yield from _found(paths, folders, Counter())
        return
    met = set[str]()
    for place in _found(dict.fromkeys(paths), folders, _taken(paths, folders)):
        whole = place.document if isinstance(place, Failure) else str(Path(place.path).absolute())
        if whole not in met:
            met.add(whole)
            yield place


def _found(paths: Iterable[str], folders: Container[str], taken: Counter[str]) -> Iterator[Place | Failure]:
    for path in paths:
        if path in folders:
            yield from _within(path, taken)
        else:
            yield Place(printable(path) or "''", path, root=path)


def printable(name: str) -> str:
    """The name, with U+FFFD for bytes that are no UTF-8: names of files are bytes."""
    return os.fsencode(name).decode("utf-8", "replace")


def why(error: Exception) -> str:
    """What keeps a file from being opened, and what to do."""
    match error:
        case FileNotFoundError() if str(error.filename).startswith(("http:/", "https:/")):
            return "is an address, and nothing is fetched here; curl -s ADDRESS | persian-speech COMMAND"
        case FileNotFoundError() | NotADirectoryError():
            return "there is no such file or folder; check the path"
        case PermissionError():
            return "may not be read; ask for the right to read it"
        case OSError():
            return f"cannot be read ({error.strerror or error}); check the file"
        case _:
            return f"is no path ({error}); check it"


def _taken(paths: Sequence[str], folders: set[str]) -> Counter[str]:
    """How many inputs each name would name."""
    taken = Counter(path for path in paths if path not in folders)
    for folder in folders:
        taken.update(found for found in _walk(folder) if isinstance(found, str))
    return taken


def _within(folder: str, taken: Counter[str]) -> Iterator[Place | Failure]:
    """The places in a folder; a failure if there are none."""
    found: str | Failure | None = None
    for found in _walk(folder):
        if isinstance(found, Failure):
            yield found
            continue
        path = f"{folder.rstrip('/')}/{found}"
        yield Place(printable(path if taken[found] > 1 else found), path, walked=True, root=folder)
    if found is None:
        known = " ".join(sorted(KNOWN))
        told = f"holds no file of a known kind ({known}, .gz of these, .zip); name the file itself"
        yield Failure(printable(folder), told)


def _walk(folder: str, within: str = "") -> Iterator[str | Failure]:
    """The paths, relative to the folder, of files of known kinds; links to folders are not followed."""
    try:
        entries = sorted(os.scandir(Path(folder, within)), key=lambda entry: entry.name)
    except OSError as error:
        yield Failure(printable(str(Path(folder, within))), why(error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_symlink() and Path(entry).is_dir():
            log.info("%s: a link to a folder, passed over; name it to have it read", printable(entry.path))
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(folder, f"{within}{entry.name}/")
        elif suffix_of(entry.name) in KNOWN or entry.name.lower().endswith(ARCHIVE):
            yield within + entry.name
        else:
            log.info("%s: passed over, of no known kind; name it to have it read", printable(entry.path))


def _is_folder(path: str) -> bool:
    try:
        return bool(path) and Path(path).is_dir()
    except OSError:
        return False
