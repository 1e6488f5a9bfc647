"""Days that an expression tells by itself or by the day of its document.

«۳۱ تیر ۱۳۹۹» is a day anywhere; «دیروز», «امروز (سه‌شنبه)», «روز دوشنبه» and «۲۲ بهمن» are days where it is
known when they were written. What may be another day is none: a week, a month, a holiday long past.
"""

import re
from collections.abc import Callable
from datetime import date as Date  # noqa: N812 - parameters are days
from datetime import timedelta
from functools import cache

from persian_speech.data import rows
from persian_speech.text.calendars import (
    MASK,
    Line,
    any_of,
    day_and_month,
    day_number,
    make,
    months,
    read_line,
)

NEAR = 120  # days between a document and a day of the month without a year that it tells
STALE = 2  # days that «امروز (سه‌شنبه)» may lie before the document's own
WEEK = 7
WEEKDAY_WITHIN = 24  # code points
CENTURY = 30  # a year of two digits from here on is of the 1300s

Rule = Callable[[Line, Date, bool], Date | None]


def day_told(words: str, on: Date | None, *, figurative: bool = False, ahead: bool = False) -> Date | None:
    """The day that an expression tells; ``on`` is the day it was written, where that is known.

    ``figurative``: it may mean these times («امروز ایران»), as in speech; ``ahead``: the sentence looks
    forward, so that «روز دوشنبه» may be to come.
    """
    line = read_line(words)
    if MASK in line.masked:
        return line.day if _bare(line.masked) == MASK else None
    day = short_year(line)
    if on is None or day:
        return day
    answers = (rule(line, on, figurative or ahead) for rule in RULES)
    return next((answer for answer in answers if answer), None)


def weekday_after(text: str, place: int) -> str:
    """The weekday in brackets with which a text goes on at a place: «(سه‌شنبه) آمد»; «» where none does."""
    ahead = text[place : place + WEEKDAY_WITHIN].lstrip()
    found = re.match(rf"\( ?({_weekday()}) ?\)", read_line(ahead).masked) if ahead[:1] == "(" else None
    return found[0] if found else ""


def short_year(line: Line) -> Date | None:
    """«۳۱ تیر سال ۹۹», «۱ مرداد ۹۸»: a year of two digits is of 1330 to 1429"""
    day, month = day_and_month()
    pattern = rf"(?:روز )?(?:{_weekday()}[ ،]*)?{day}(?: ?ام)? {month}(?: ?ماه)?(?: سال)? (?P<year>\d\d)"
    found = re.fullmatch(pattern, line.masked)
    if found is None:
        return None
    calendar, number = months()[_joined(found["month"])]
    year = int(found["year"]) + (1300 if int(found["year"]) >= CENTURY else 1400)
    return make(calendar, year, number, day_number(found["day"])) if calendar == "jalali" else None


def today_named(line: Line, on: Date, unsure: bool) -> Date | None:
    """«امروز (سه‌شنبه)», «دیروز یکشنبه»: the word and the weekday agree, at most a day or two late"""
    found = re.fullmatch(rf"({_relative()})[ ،(]*(?:روز )?({_weekday()})\)?", line.masked)
    if found is None:
        return None
    day = on + timedelta(_days()[_joined(found[1])][0])
    late = (day - timedelta(back) for back in range(STALE + 1))
    return next((one for one in late if one.weekday() == _weekdays()[_joined(found[2])]), None)


def relative(line: Line, on: Date, unsure: bool) -> Date | None:
    """«دیروز», «صبح امروز»"""
    told = _days().get(_joined(line.masked.strip(" ()،")))
    return on + timedelta(told[0]) if told and not (told[1] and unsure) else None


def weekday(line: Line, on: Date, unsure: bool) -> Date | None:
    """«روز دوشنبه»: the last one; «دوشنبه آینده»: the next"""
    found = re.fullmatch(rf"(?:روز )?({_weekday()})(?: (گذشته|اینده))?", line.masked)
    if found is None:
        return None
    back = (on.weekday() - _weekdays()[_joined(found[1])]) % WEEK
    if found[2] == "اینده":
        return on + timedelta(WEEK - back)
    if found[2]:
        return on - timedelta(back or WEEK)
    return None if unsure else on - timedelta(back)


def day_of_month(line: Line, on: Date, unsure: bool) -> Date | None:
    """«۲۰ بهمن», «بیستم بهمن‌ماه»: the nearest one, if it is near; «۲۲ بهمن», a memorial day, if quite so"""
    day, month = day_and_month()
    found = re.fullmatch(rf"(?:روز )?(?:{_weekday()}[ ،]*)?{day}(?: ?ام)? {month}(?: ?ماه)?", line.masked)
    if found is None:
        return None
    calendar, number = months()[_joined(found["month"])]
    year = _year(calendar, on)
    days = (make(calendar, year + step, number, day_number(found["day"])) for step in (-1, 0, 1))
    memorial = calendar == "jalali" and (number, day_number(found["day"])) in _memorials()
    reach = WEEK if memorial else NEAR
    near = [one for one in days if one and abs((one - on).days) <= reach]
    return near[0] if len(near) == 1 else None


RULES: tuple[Rule, ...] = (today_named, relative, weekday, day_of_month)


def _year(calendar: str, on: Date) -> int:
    """The year of a day in a calendar."""
    if calendar == "gregorian":
        return on.year
    if calendar == "lunar":
        from hijridate import Gregorian

        return Gregorian.fromdate(on).to_hijri().year
    from persiantools.jdatetime import JalaliDate

    return int(JalaliDate(on).year)  # type: ignore[no-untyped-call]


def _bare(masked: str) -> str:
    """An expression without weekdays, words for today, and what else may stand beside a whole day."""
    bare = re.sub(rf"(?<!\w)(?:{_relative()}|{_weekday()}|{_filling()})(?!\w)", " ", masked)
    return "".join(dict.fromkeys(bare.translate(str.maketrans("", "", " ()[]،,.-–—/=")).replace("و", "")))


def _joined(words: str) -> str:
    return words.replace(" ", "")


@cache
def _memorials() -> frozenset[tuple[int, int]]:
    return frozenset((int(row["month"]), int(row["day"])) for row in rows("memorial_days"))


@cache
def _days() -> dict[str, tuple[int, bool]]:
    """A word without spaces → days after the document's, and whether it is figurative too."""
    return {
        _joined(read_line(row["word"]).masked): (int(row["days"]), bool(row["figurative"]))
        for row in rows("relative_days")
    }


@cache
def _relative() -> str:
    return any_of(row["word"] for row in rows("relative_days"))


@cache
def _weekdays() -> dict[str, int]:
    found = (row for row in rows("dateline_words") if row["kind"] == "weekday")
    return {_joined(read_line(row["word"]).masked): int(row["weekday"]) for row in found}


@cache
def _weekday() -> str:
    return any_of(row["word"] for row in rows("dateline_words") if row["kind"] == "weekday")


@cache
def _filling() -> str:
    return any_of(row["word"] for row in rows("dateline_words") if row["kind"] == "filling")
