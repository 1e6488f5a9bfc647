"""Days, weeks, months and years of either calendar, in order and without a gap.

A Gregorian week begins on Monday (ISO 8601), a Jalali one on Saturday; a week is named after its first day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - periods are of dates
from datetime import timedelta
from typing import Literal

from persian_speech.analysis.frames import Calendar

Every = Literal["day", "week", "month", "year"]
LENGTHS = {"day": 10, "week": 10, "month": 7, "year": 4}  # of «1399-05-01» as much as names the period
BEYOND = {"day": 1, "week": 7, "month": 32, "year": 370}  # days from a first day into the next period
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How time is cut."""

    every: Every = "month"
    calendar: Calendar = "gregorian"

    def first_day(self, day: Date) -> Date:
        """The first day of the period that the day is in."""
        if self.every == "day":
            return day
        if self.every == "week":
            return day - timedelta(days=(day.weekday() - (SATURDAY if self.calendar == "jalali" else 0)) % 7)
        if self.calendar == "gregorian":
            return day.replace(day=1) if self.every == "month" else day.replace(month=1, day=1)
        return _first_jalali(day, whole_year=self.every == "year")

    def name(self, day: Date) -> str:
        """«1399-05-01» of a day or of a week's first day, «1399-05», «1399»."""
        from persian_speech.text.dates import jalali

        first = self.first_day(day)
        written = jalali(first) if self.calendar == "jalali" else first.isoformat()
        return written[: LENGTHS[self.every]]

    def periods(self, first: Date, last: Date) -> Iterator[str]:
        """The names of the periods from one day's to another's."""
        day = self.first_day(first)
        while day <= last:
            yield self.name(day)
            day = self.first_day(day + timedelta(days=BEYOND[self.every]))


def _first_jalali(day: Date, *, whole_year: bool) -> Date:
    from persiantools.jdatetime import JalaliDate

    found = JalaliDate(day)  # type: ignore[no-untyped-call]
    month = 1 if whole_year else found.month
    return JalaliDate(found.year, month, 1).to_gregorian()  # type: ignore[no-untyped-call]
