"""Slices of a collection: by who speaks, in which documents, on which days.

A slice is written as terms between commas, all of which must hold: «said», «narrated», «speaker:NAME»,
«document:PATTERN» (with * and ?), «date:1399», «date:2020-07», «date:1399-01..1399-06», «date:1399-05..».
What is in a slice is decided once for each quotation and once for the narration of a document.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from itertools import accumulate
from typing import Literal

from persian_speech.analysis.tables import Analysed, dates
from persian_speech.document import Document, Quotation
from persian_speech.errors import PersianSpeechError
from persian_speech.text.calendars import make
from persian_speech.text.letters import key, phrase_key

Voice = Literal["said", "narrated"]
_PART_OF_DAY = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?")
FIRST_GREGORIAN = "1700"  # the year; a smaller one is Jalali


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: a document, its day in both calendars, and the quotation (None: narrated)."""

    document: str
    date: str | None
    date_jalali: str | None
    quotation: Quotation | None


Term = Callable[[Place], bool]


@dataclass(frozen=True, slots=True)
class _Days:
    """The days from what begins like ``first`` to what begins like ``last``; nothing: no end."""

    first: str
    last: str
    is_jalali: bool

    def __call__(self, place: Place) -> bool:
        day = place.date_jalali if self.is_jalali else place.date
        if day is None or day[: len(self.first)] < self.first:
            return False
        return not self.last or day[: len(self.last)] <= self.last


@dataclass(frozen=True, slots=True)
class Slice:
    """What all of its terms hold for; without a term, everything."""

    terms: tuple[Term, ...] = ()

    def __contains__(self, place: Place) -> bool:
        return all(term(place) for term in self.terms)

    @property
    def is_dated(self) -> bool:
        """Whether it holds nothing of a document without a day."""
        return any(isinstance(term, _Days) for term in self.terms)

    def is_of_the_day(self, place: Place) -> bool:
        """Whether the place's day is one that the slice may hold something of."""
        return all(term(place) for term in self.terms if isinstance(term, _Days))


EVERYTHING = Slice()


class Places:
    """The places of one document, found by offsets in its text."""

    def __init__(self, name: str, document: Document) -> None:
        quotations = sorted(document.quotations, key=lambda quotation: quotation.start)
        dated = dates(document)
        days = (dated["date"], dated["date_jalali"])
        self.narration = Place(name, *days, None)  # type: ignore[arg-type]
        self.said = [Place(name, *days, quotation) for quotation in quotations]  # type: ignore[arg-type]
        self.starts = [quotation.start for quotation in quotations]
        # Which of the quotations so far reaches furthest: it may hold what the last one does not.
        self.furthest = list(accumulate(range(len(quotations)), self._further))

    def at(self, offset: int) -> Place:
        """The place of an offset: the quotation that holds it, or the narration."""
        last = bisect_right(self.starts, offset) - 1
        for at in (last, self.furthest[last]) if last >= 0 else ():
            if offset < self._end(at):
                return self.said[at]
        return self.narration

    def _further(self, one: int, other: int) -> int:
        return one if self._end(one) >= self._end(other) else other

    def _end(self, at: int) -> int:
        quotation = self.said[at].quotation
        return quotation.end if quotation else 0


def of(*, speakers: Iterable[str] = (), voice: Voice | None = None) -> Slice:
    """What is said, or narrated, or said by one of these speakers (a part of a name will do)."""
    wanted = tuple(phrase_key(name) for name in speakers)
    terms = (_by(wanted),) if wanted else ()
    return Slice((*terms, VOICES[voice]) if voice else terms)


def parse(written: str) -> Slice:
    """The slice that is written so. Raises PersianSpeechError for a term that there is not."""
    found = Slice(tuple(_term(term.strip()) for term in written.split(",")))
    if set(VOICES.values()) <= set(found.terms):
        raise PersianSpeechError("said and narrated leave nothing between them; leave one out")
    return found


def parts(analysed: Iterable[Analysed], within: Slice) -> Iterator[Analysed]:
    """The documents, each with the quotations and mentions that stand in the slice."""
    for name, document in analysed:
        if within.terms:
            places = Places(name, document)
            said = frozenset(id(place.quotation) for place in places.said if place in within)
            quotations = tuple(one for one in document.quotations if id(one) in said)
            mentions = tuple(one for one in document.mentions if places.at(one.start) in within)
            yield name, replace(document, quotations=quotations, mentions=mentions)
        else:
            yield name, document


def narrowed(one: Slice, other: Slice) -> Slice:
    """What is in both."""
    return Slice((*one.terms, *other.terms))


def without(one: Slice, other: Slice) -> Slice:
    """What is in the one and not in the other."""
    return Slice((*one.terms, lambda place: place not in other))


def is_by(quotation: Quotation, wanted: Iterable[str]) -> bool:
    """Whether the speaker's name, role or any form met in the text holds one of the wanted keys."""
    speaker = quotation.speaker
    if speaker is None:
        return False
    known = [phrase_key(name) for name in (speaker.name, speaker.role or "", *speaker.forms)]
    return any(one in name for one in wanted for name in known)


def _term(written: str) -> Term:
    kind, mark, value = map(str.strip, written.partition(":"))
    if not mark and kind in VOICES:
        return VOICES[kind]
    if value and kind in TERMS:
        return TERMS[kind](value)
    raise PersianSpeechError(
        f"{written!r} is no slice; write said, narrated, speaker:NAME, document:PATTERN or date:1399-05, "
        "with commas between terms that must all hold"
    )


def _by(wanted: tuple[str, ...]) -> Term:
    return lambda place: place.quotation is not None and is_by(place.quotation, wanted)


def _speaker(name: str) -> Term:
    return _by((phrase_key(name),))


def _document(pattern: str) -> Term:
    return lambda place: fnmatchcase(place.document, pattern)


def _date(written: str) -> Term:
    """«1399», «2020-07», «1399-01..1399-06», «1399-05..»: days whose beginning lies between the two."""
    begin, dots, end = key(written).replace("/", "-").partition("..")
    ends = [_part_of_day(part) for part in (begin, end if dots else begin)]
    first, last = (part or "" for part in ends)
    is_jalali = (first or last) < FIRST_GREGORIAN
    mixed = bool(first and last) and is_jalali != (last < FIRST_GREGORIAN)
    if None in ends or not (first or last) or mixed or (last and first[: len(last)] > last):
        raise PersianSpeechError(
            f"{written!r} is no day, month or year, nor from one to a later one of the same calendar; "
            "write date:1399-05 or date:2020..2021"
        )

    return _Days(first, last, is_jalali)


def _part_of_day(written: str) -> str | None:
    """A year, month or day as dates begin in tables, «1399-5» as «1399-05»; None where it is none."""
    if not written:
        return ""
    found = _PART_OF_DAY.fullmatch(written)
    if found is None:
        return None
    year, month, day = found.groups()
    calendar = "jalali" if year < FIRST_GREGORIAN else "gregorian"
    if make(calendar, int(year), int(month or 1), int(day or 1)) is None:
        return None
    return "-".join([year, *(part.zfill(2) for part in (month, day) if part)])


def _is_said(place: Place) -> bool:
    return place.quotation is not None


def _is_narrated(place: Place) -> bool:
    return place.quotation is None


VOICES: dict[str, Term] = {"said": _is_said, "narrated": _is_narrated}
TERMS: dict[str, Callable[[str], Term]] = {"speaker": _speaker, "document": _document, "date": _date}
