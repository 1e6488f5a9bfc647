"""Bytes to text: a byte order mark, then UTF-8, then the encoding whose letters are Persian.

What an unnamed encoding is, the letters tell: under the right one they come as often as they do in
Persian (``data/letters.tsv``), under a wrong one they do not. Measured on news, charset-normalizer
refused a quarter of Windows-1256 and UTF-16 texts of 100 to 2,000 characters; letter counts name
the right one from 20 characters on. No encoding that takes any byte, such as latin-1, is a fallback.
"""

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import log

from persian_speech.data import rows
from persian_speech.errors import PersianSpeechError

ADVICE = "name its encoding with --encoding"
BINARY = "is binary, not text (it holds NUL characters); leave it out, or convert it"
# The longer mark first: UTF-32's begins with UTF-16's.
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CANDIDATES = ("windows-1256", "utf-16-le", "utf-16-be", "iso-8859-6")
# What a page says of itself though it is not so: servers and editors write these by default.
DEFAULTS = frozenset({"utf-8", "utf-16", "utf-16-le", "utf-16-be", "iso8859-1", "cp1252", "ascii"})
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
UNEXPECTED = log(1e-8)
# Mean log probability of a letter: Persian news of 20 letters and more lies above -6.6, UTF-8 with a
# broken byte, other alphabets and noise below -7.5 under every candidate.
PERSIAN = -7.0


class BrokenUTF8Error(PersianSpeechError):
    """UTF-8 that breaks after letters."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was in; the byte order mark is not part of it."""

    text: str
    encoding: str


def decode(data: bytes, *, encoding: str | None = None, declared: str | None = None) -> Decoded:
    """The text of the bytes, unchanged but for the byte order mark.

    ``encoding`` overrides all; ``declared`` is what the document says of itself, believed after UTF-8.
    PersianSpeechError: the bytes are no text, or in no encoding that could be told.
    """
    if encoding is not None:
        return _text(_strict(data, encoding), encoding)
    _refuse_known(data)
    for mark, name in MARKS:
        if data.startswith(mark):
            return _text(_strict(data, name), name)
    return _unmarked(data, declared)


def _unmarked(data: bytes, declared: str | None) -> Decoded:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        found = _declared(data, declared) or _detected(data, CANDIDATES)
        if found is None:
            raise _neither(data, error) from error
        return found
    # UTF-16 of Arabic letters is valid UTF-8 too, full of control characters.
    control = CONTROL.search(text)
    return (control and _detected(data, ("utf-16-le", "utf-16-be"))) or _text(text, "utf-8")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError as error:
        told = f"{encoding!r} is no encoding; try utf-8, windows-1256 or utf-16"
        raise PersianSpeechError(told) from error
    except UnicodeDecodeError as error:
        raise PersianSpeechError(f"is not {encoding} (byte {error.start} does not fit); {ADVICE}") from error
    except ValueError as error:  # UnicodeError of codecs such as idna, a NUL in the encoding's name
        raise PersianSpeechError(f"cannot be read as {encoding!r}; {ADVICE}") from error


def _text(text: str, encoding: str) -> Decoded:
    if "\x00" in text:
        raise PersianSpeechError(BINARY)
    return Decoded(text.removeprefix("\ufeff"), encoding)


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    """The text in the encoding that the document names, unless that is a mere default."""
    try:
        if declared is None or codecs.lookup(declared).name in DEFAULTS:
            return None
        return _text(data.decode(declared), declared.lower())
    except (LookupError, ValueError, PersianSpeechError):
        return None


def _detected(data: bytes, candidates: tuple[str, ...]) -> Decoded | None:
    """The candidate under which the letters are most Persian, if any is Persian enough."""
    scored = [(score, decoded) for decoded in _possible(data, candidates) if (score := _score(decoded.text))]
    score, best = max(scored, key=lambda pair: pair[0], default=(UNEXPECTED, None))
    return best if score > PERSIAN else None


def _possible(data: bytes, candidates: tuple[str, ...]) -> Iterator[Decoded]:
    for candidate in candidates:
        try:
            yield _text(data.decode(candidate), candidate)
        except (UnicodeDecodeError, PersianSpeechError):
            continue


@cache
def _expected() -> dict[str, float]:
    return {chr(int(row["code"], 16)): log(int(row["per_million"]) / 1e6) for row in rows("letters")}


def _score(text: str) -> float | None:
    """Mean log probability of the letters outside ASCII, and of control characters; None without any."""
    expected = _expected()
    counts = [(c, n) for c, n in Counter(text).items() if c > "\x7f" or CONTROL.match(c)]
    total = sum(n for _, n in counts)
    return sum(n * expected.get(c, UNEXPECTED) for c, n in counts) / total if total else None


def _refuse_known(data: bytes) -> None:
    """A picture, an archive, an old Word document: named for what it is."""
    for row in rows("signatures"):
        if data.startswith(bytes.fromhex(row["bytes"])):
            raise PersianSpeechError(f"is {row['kind']}, not text; {row['advice']}")


def _neither(data: bytes, error: UnicodeDecodeError) -> PersianSpeechError:
    """UTF-8 that breaks after letters is damaged UTF-8; what breaks at the first never was."""
    if 0 in data:
        return PersianSpeechError(BINARY)
    whole = data[: error.start]
    if not whole.isascii():
        return BrokenUTF8Error(f"is UTF-8 broken at byte {error.start}; mend it (iconv -c), or {ADVICE}")
    return PersianSpeechError(
        f"is neither UTF-8 nor Persian in another encoding that could be told; {ADVICE}"
    )
