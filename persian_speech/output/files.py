"""Files that are whole or not there: written beside their place, then moved into it."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from persian_speech.errors import PersianSpeechError


@contextmanager
def written(path: Path) -> Iterator[Path]:
    """Yields a path to write to; afterwards it stands at ``path``, unless an error was raised.

    A device or pipe (``/dev/null``, ``/dev/stdout``) is written to directly. Raises PersianSpeechError
    where the place cannot be written to.
    """
    if path.exists() and not path.is_file():
        with _told(path):
            yield path
        return
    place = Path(os.path.realpath(path))
    with scratch(path) as folder:
        aside = folder / place.name
        yield aside
        if place.exists():  # who may read it stays as it was
            aside.chmod(place.stat().st_mode)
        aside.replace(place)


@contextmanager
def scratch(path: Path) -> Iterator[Path]:
    """An empty hidden folder beside ``path``, so that moving out of it is one step; gone afterwards."""
    beside = Path(os.path.realpath(path)).parent
    with _told(path), tempfile.TemporaryDirectory(prefix=".persian-speech-", dir=beside) as folder:
        yield Path(folder)


def opened(path: Path) -> TextIO:
    """A file to write text to: UTF-8, line ends as given; what is no text (a broken name) escaped."""
    return path.open("w", encoding="utf-8", errors="backslashreplace", newline="")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or error
        raise PersianSpeechError(f"{path}: cannot be written ({reason}); choose another place") from error
