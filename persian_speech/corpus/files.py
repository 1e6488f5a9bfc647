"""Places to bytes, one file at a time: .gz and .zip opened, standard input read."""

import gzip
import sys
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath

from persian_speech.corpus.places import KNOWN, STDIN, Failure, Place, locate, printable, suffix_of, why

BROKEN = (zipfile.BadZipFile, OSError, EOFError, zlib.error, ValueError, KeyError)


@dataclass(frozen=True, slots=True)
class File:
    """A file's bytes. ``suffix``: of what it holds, in lower case, «.gz» taken off and undone."""

    name: str
    suffix: str
    data: bytes
    walked: bool = False


def files(paths: Sequence[str]) -> Iterator[File | Failure]:
    """The files under the paths, in order; an archive's members are files of their own."""
    for place in locate(paths):
        if isinstance(place, Failure):
            yield place
            continue
        try:
            data = _bytes(place.path)
        except (OSError, ValueError) as error:
            yield Failure(place.name, why(error))
            continue
        if place.is_archive and data:
            yield from _members(place, data)
        else:
            yield _unpacked(place.name, data, walked=place.walked)


def _bytes(path: str) -> bytes:
    if path == STDIN:
        return sys.stdin.buffer.read()
    if not path:
        raise FileNotFoundError
    return Path(path).read_bytes()


def _unpacked(name: str, data: bytes, *, walked: bool) -> File | Failure:
    try:
        plain = gzip.decompress(data) if name.lower().endswith(".gz") else data
    except (OSError, EOFError, zlib.error):
        return Failure(name, "is a broken .gz file; pack it again")
    return File(name, suffix_of(name), plain, walked)


def _members(archive: Place, data: bytes) -> Iterator[File | Failure]:
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
        yield _member(opened, name, f"{archive.name}/{printable(name)}")


def _member(archive: zipfile.ZipFile, name: str, document: str) -> File | Failure:
    try:
        return _unpacked(document, archive.read(name), walked=True)
    except RuntimeError:  # NotImplementedError, of a rare way of packing, is one too
        return Failure(document, "is locked by a password or packed in a rare way; unpack it yourself")
    except BROKEN:
        return Failure(document, "is broken inside the archive; pack it again")


def _is_document(name: str) -> bool:
    """No folder, no hidden file, none of the shadows that macOS leaves, no archive within the archive."""
    hidden = any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)
    return not name.endswith("/") and not hidden and suffix_of(name) in KNOWN
