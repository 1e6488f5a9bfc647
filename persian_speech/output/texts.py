"""Whole texts on their way out: one after another, or each as a file of a parallel folder."""

import re
from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import TextIO

from persian_speech.errors import PersianSpeechError
from persian_speech.output.destination import stdout
from persian_speech.output.files import opened, scratch, written

UNNAMEABLE = re.compile(r"[\x00-\x1f\x7f]")  # a row's id may hold anything
Named = tuple[str, str]  # a document's name and its text


def to_stdout(texts: Iterable[Named]) -> None:
    """The texts in order, each ending its last line."""
    _put_all(texts, stdout())


def to_file(texts: Iterable[Named], path: Path) -> None:
    """The texts in order in one file, whole or not there."""
    with written(path) as aside, opened(aside) as stream:
        _put_all(texts, stream)


def to_folder(texts: Iterable[Named], folder: Path) -> None:
    """Each text in a file of its document's name (and ``.txt``) under the folder.

    All are written aside first, so an interrupted run leaves nothing behind; other files of a folder
    that was there stay. Raises PersianSpeechError where two documents have one name.
    """
    put(((name, inside(name), text) for name, text in texts), folder)


def put(files: Iterable[tuple[str, PurePath, str]], folder: Path) -> None:
    """Each text in its file under the folder, as ``to_folder`` does; the first name is for messages."""
    with scratch(folder) as aside:
        for name, place, text in files:
            path = aside / place
            if path.exists():
                raise PersianSpeechError(f"{name}: a second document of this name; give each folder a run")
            path.parent.mkdir(parents=True, exist_ok=True)
            with opened(path) as stream:
                stream.write(text)
        _move(aside, folder)


def inside(name: str, suffix: str = ".txt") -> PurePath:
    """The document's name as a path that stays inside its folder, with this suffix for ``.txt`` or none."""
    parts = [part for part in PurePath(UNNAMEABLE.sub("_", name)).parts if part not in {"..", "/", "-"}]
    path = PurePath(*parts or ("stdin",))
    return path.with_name(path.name.removesuffix(".txt") + suffix)


def _move(aside: Path, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for path in sorted(path for path in aside.rglob("*") if path.is_file()):
        place = folder / path.relative_to(aside)
        place.parent.mkdir(parents=True, exist_ok=True)
        path.replace(place)


def _put_all(texts: Iterable[Named], stream: TextIO) -> None:
    stream.writelines(text if text.endswith("\n") or not text else f"{text}\n" for _, text in texts)
