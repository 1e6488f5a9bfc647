"""Places to bytes, one file at a time: .gz and .zip opened, standard input read."""

import gzip
import sys
import zipfile
import zlib
from codecs import getincrementaldecoder
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Protocol

from persian_speech.corpus.places import KNOWN, STDIN, Failure, Place, locate, printable, suffix_of, why
from persian_speech.errors import PersianSpeechError

MEGABYTE = 1_000_000
PIECE = 1 << 20
HASH = 16  # bytes
LONGEST_TYPED = 4095  # bytes of a line that a terminal of Linux hands on
LIMIT = 500 * MEGABYTE  # bytes of one document's file, unpacked; what lies beyond would fill the memory
BROKEN = (zipfile.BadZipFile, OSError, EOFError, zlib.error, ValueError, KeyError)


class Readable(Protocol):
    """What bytes come from, piece by piece."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""


@dataclass(frozen=True, slots=True)
class File:
    """A file's bytes. ``suffix``: of what it holds, in lower case, «.gz» taken off and undone.

    Of JSON lines in UTF-8 there is only the ``path``, from which they are read as they are needed.
    """

    name: str
    suffix: str
    data: bytes
    walked: bool = False
    path: str | None = None


def files(paths: Sequence[str], *, limit: int = LIMIT) -> Iterator[File | Failure]:
    """The files under the paths, in order; an archive's members are files of their own."""
    for place in locate(paths):
        yield from (place,) if isinstance(place, Failure) else opened(place, limit=limit)


def opened(place: Place, *, limit: int = LIMIT) -> Iterator[File | Failure]:
    """The file that stands at a place, or the members of the archive that does."""
    if place.is_rows and _is_utf_8(place.path):
        yield File(place.name, suffix_of(place.name), b"", place.walked, place.path)
        return
    data = load(place, limit=limit)
    yield from (data,) if isinstance(data, Failure) else unpacked(place, data, limit=limit)


def load(place: Place, *, limit: int = LIMIT) -> bytes | Failure:
    """The bytes that stand at a place, at most so many."""
    try:
        data = _bytes(place.path, limit)
    except (OSError, ValueError) as error:
        return Failure(place.name, why(error))
    except PersianSpeechError as error:
        return Failure(place.name, str(error))
    return data if len(data) <= limit else Failure(place.name, too_large(limit))


def digest(place: Place) -> tuple[int, str]:
    """How many bytes stand at a place, and their hash. Raises OSError."""
    size, told = 0, blake2b(digest_size=HASH)
    with Path(place.path).open("rb") as stream:
        while piece := stream.read(PIECE):
            size += len(piece)
            told.update(piece)
    return size, told.hexdigest()


def _is_utf_8(path: str) -> bool:
    decoder = getincrementaldecoder("utf-8")()
    try:
        with Path(path).open("rb") as stream:
            while piece := stream.read(PIECE):
                if b"\0" in piece:
                    return False
                decoder.decode(piece)
        decoder.decode(b"", final=True)
    except (OSError, ValueError):
        return False  # reading it whole will tell
    return True


def unpacked(place: Place, data: bytes, *, limit: int = LIMIT) -> Iterator[File | Failure]:
    """The files that these bytes hold, none of more than ``limit`` bytes once it is unpacked."""
    if place.is_archive and data:
        yield from _members(place, data, limit)
    else:
        yield _file(place.name, data, limit, walked=place.walked)


def too_large(limit: int) -> str:
    """That a file holds more than it may, and what to do."""
    return f"holds more than {limit / MEGABYTE:g} MB; split it, or allow more with --max-size"


def _bytes(path: str, limit: int) -> bytes:
    if path == STDIN and sys.stdin.isatty():
        return _pasted()
    if path == STDIN:
        return _bounded(sys.stdin.buffer, limit)
    if not path:
        raise FileNotFoundError
    with Path(path).open("rb") as stream:
        return _bounded(stream, limit)


def _pasted() -> bytes:
    """What is typed or pasted into a terminal up to its end (Ctrl-D); a line that it has cut is refused."""
    data = sys.stdin.buffer.read()
    if any(len(line) >= LONGEST_TYPED for line in data.split(b"\n")):
        told = f"holds a line of {LONGEST_TYPED:,} bytes and more, which terminals cut; paste it into a file"
        raise PersianSpeechError(told)
    return data


def _bounded(stream: Readable, limit: int) -> bytes:
    """All that comes, or so much that it is seen to be more than the limit."""
    pieces, size = [], 0
    while size <= limit and (piece := stream.read(PIECE)):
        pieces.append(piece)
        size += len(piece)
    return b"".join(pieces)


def _file(name: str, data: bytes, limit: int, *, walked: bool) -> File | Failure:
    try:
        plain = _inflated(data, limit) if name.lower().endswith(".gz") else data
    except (OSError, EOFError, zlib.error):
        return Failure(name, "is a broken .gz file; pack it again")
    suffix = suffix_of(name)
    if len(plain) > limit or (suffix == ".docx" and _held(plain) > limit):
        return Failure(name, too_large(limit))
    return File(name, suffix, plain, walked)


def _inflated(data: bytes, limit: int) -> bytes:
    """What a .gz file holds; a bomb is left when it has passed the limit."""
    with gzip.open(BytesIO(data)) as stream:
        return _bounded(stream, limit)


def _held(data: bytes) -> int:
    """How many bytes the parts of a Word document, which is an archive, say that they hold."""
    try:
        return sum(part.file_size for part in zipfile.ZipFile(BytesIO(data)).infolist())
    except (*BROKEN, NotImplementedError):
        return 0  # its reader will tell


def _members(archive: Place, data: bytes, limit: int) -> Iterator[File | Failure]:
    """The archive's members of known kinds in sorted order, named «archive.zip/member»."""
    try:
        opened = zipfile.ZipFile(BytesIO(data))
        names = sorted(filter(_is_document, opened.namelist()))
    except (*BROKEN, NotImplementedError):
        yield Failure(archive.name, "is a broken .zip archive; pack it again")
        return
    if not names:
        known = " ".join(sorted(KNOWN))
        yield Failure(archive.name, f"holds no file of a known kind ({known}); unpack it and look")
    for name in names:
        yield _member(opened, name, f"{archive.name}/{printable(name)}", limit)


def _member(archive: zipfile.ZipFile, name: str, document: str, limit: int) -> File | Failure:
    try:
        with archive.open(name) as stream:
            return _file(document, _bounded(stream, limit), limit, walked=True)
    except RuntimeError:  # NotImplementedError, of a rare way of packing, is one too
        return Failure(document, "is locked by a password or packed in a rare way; unpack it yourself")
    except BROKEN:
        return Failure(document, "is broken inside the archive; pack it again")


def _is_document(name: str) -> bool:
    """No folder, no hidden file, none of the shadows that macOS leaves, no archive within the archive."""
    hidden = any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)
    return not name.endswith("/") and not hidden and suffix_of(name) in KNOWN
