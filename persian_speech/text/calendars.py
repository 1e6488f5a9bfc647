"""Whole days in a line: «۱۳۹۹/۵/۱», «۳۱ تیر ۱۳۹۹», «۵ سنبله ۱۴۰۵», «دهم محرم ۱۴۴۲», «July 21, 2020».

A line is folded first: letters by ``key``, ASCII digits and small letters, one space, no ornament; a
year in words («هزار و سیصد و نود و نه») is made digits. A day of the lunar calendar is that of Umm
al-Qura, which may lie a day from the moon seen in Iran: where another calendar tells the day, it counts.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - dates are days here
from functools import cache, cached_property
from operator import itemgetter

from persian_speech.data import rows
from persian_speech.text.letters import ZWNJ, key

FIRST_GREGORIAN = 1700  # the year; a smaller one is Jalali
MASK = "¤"  # stands where a day stood
KASHIDA_AS_DASH = re.compile(r"(?<![^\W\u0640])\u0640+|\u0640+(?!\w)")  # «تهران ـ ۳۱ تیر»
ORNAMENT = re.compile(r"[^\w\s.,:;،؛/|()\[\]+–—-]")
TIME = re.compile(r"\bt?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z| ?[+-]\d{2}:?\d{2})?(?!\w)")


def fold(line: str) -> str:
    """The line as days are looked for in it."""
    dashed = KASHIDA_AS_DASH.sub("-", line)
    plain = " ".join(ORNAMENT.sub(" ", " ".join(key(word) for word in dashed.split())).split()).lower()
    return _years().sub(_year, plain) if "هزار" in plain else plain


def any_of(phrases: Iterable[str]) -> str:
    """A pattern of these phrases, folded, the longest first; their words may stand apart or joined."""
    words = (re.split(f"[ {ZWNJ}]", phrase) for phrase in phrases)
    patterns = (" ?".join(re.escape(key(word)) for word in phrase) for phrase in words)
    return f"(?:{'|'.join(sorted(patterns, key=len, reverse=True))})"


def make(calendar: str, year: int, month: int, day: int) -> Date | None:
    """The day, if the calendar has it."""
    if (calendar == "gregorian") == (year < FIRST_GREGORIAN):
        return None
    try:
        if calendar == "lunar":
            from hijridate import Hijri

            return Date.fromisoformat(Hijri(year, month, day).to_gregorian().isoformat())
        if calendar == "gregorian":
            return Date(year, month, day)
        from persiantools.jdatetime import JalaliDate

        return JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]
    except (ValueError, OverflowError):
        return None


@dataclass(frozen=True)
class Line:
    """A folded line with its days masked, its days (None for an impossible one) and its lunar ones apart."""

    masked: str
    days: tuple[Date | None, ...]
    lunar: tuple[Date | None, ...] = ()

    @cached_property
    def day(self) -> Date | None:
        """The one day of the line, in however many calendars it is told."""
        days = {day for day in self.days or self.lunar if day}
        return days.pop() if len(days) == 1 else None


def read_line(line: str) -> Line:
    """The line folded, with its days."""
    masked, days, lunar = fold(line), list[Date | None](), list[Date | None]()
    for pattern in _patterns():
        met = list(pattern.finditer(masked))
        for found in met:
            (lunar if _is_lunar(found) else days).append(_day(found))
        masked = pattern.sub(MASK, masked) if met else masked
    return Line(masked, tuple(days), tuple(lunar))


def _is_lunar(found: re.Match[str]) -> bool:
    name = found.groupdict().get("month")
    return name is not None and _named(months(), name)[0] == "lunar"


def _day(found: re.Match[str]) -> Date | None:
    part = found.groupdict()
    year, day = int(part["year"]), part["day"]
    if "month" in part:
        calendar, month = _named(months(), part["month"])
        return make(calendar, year, month, day_number(day))
    calendar = "jalali" if year < FIRST_GREGORIAN else "gregorian"
    return make(calendar, year, int(part["number"]), int(day))


def day_number(day: str) -> int:
    """A day of the month in digits or words: «بیست و دوم» is 22."""
    return int(day) if day.isdecimal() else _named(_ordinals(), day)


def _named[T](table: dict[str, T], words: str) -> T:
    return table[words.replace(" ", "")]


def _key(phrase: str) -> str:
    return "".join(key(word) for word in phrase.split())


@cache
def months() -> dict[str, tuple[str, int]]:
    """A month's letters to its calendar and number."""
    return {_key(row["month"]): (row["calendar"], int(row["number"])) for row in rows("months")}


@cache
def _ordinals() -> dict[str, int]:
    return {_key(row["day"]): int(row["number"]) for row in rows("days")}


@cache
def _numbers() -> dict[str, int]:
    return {key(row["word"]): int(row["number"]) for row in rows("year_words")}


@cache
def _years() -> re.Pattern[str]:
    """«هزار و سیصد و نود و نه», «دو هزار و بیست»."""
    word = any_of(row["word"] for row in rows("year_words"))
    return re.compile(rf"(?<!\w)(?:{word} )?هزار(?: ?و {word}){{1,3}}(?!\w)")


def _year(found: re.Match[str]) -> str:
    thousands, _, rest = found[0].partition("هزار")
    parts = (part.replace(" ", "") for part in re.split(" ?و ", f" {rest.strip()}"))
    return str(1000 * _numbers().get(thousands.strip(), 1) + sum(_numbers()[part] for part in parts if part))


@cache
def day_and_month() -> tuple[str, str]:
    """Patterns, with groups of their names, of a day of the month and of a month's name."""
    month = f"(?P<month>{any_of(map(itemgetter('month'), rows('months')))})"
    return rf"(?P<day>\d{{1,2}}|{any_of(map(itemgetter('day'), rows('days')))})", month


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Year first; day first (Jalali alone: elsewhere the month may be first); day and name; name and day."""
    day, month = day_and_month()
    suffix, gap, year = "(?: ?ام|م|st|nd|rd|th)?", "[ ,،./-]*", r"(?P<year>\d{4})(?!\d)"
    number, begins, ends = r"(?P<number>\d{1,2})", r"(?<![\d/.-])", r"(?!\d|/\d)"
    sources = (
        rf"{begins}(?P<year>\d{{4}})(?P<mark> ?[-/.] ?){number}(?P=mark)(?P<day>\d{{1,2}}){ends}",
        rf"{begins}(?P<day>\d{{1,2}})(?P<mark>[-/.]){number}(?P=mark)(?P<year>1[234]\d\d){ends}",
        rf"(?<!\w){day}{suffix}{gap}{month}(?: ?ماه)?{gap}(?:سال ?)?{year}",
        rf"(?<!\w){month}{gap}(?P<day>\d{{1,2}}){suffix}[ ,]+{year}",
    )
    return tuple(re.compile(source) for source in sources)
