"""Days: read from what a user or a document writes, found in a dateline, told in the Jalali calendar.

A dateline dates its text: «تهران - ۳۱ تیر ۱۳۹۹», «تاریخ: ۱۳۹۹/۵/۱», «عصر امروز (دوشنبه ۳۱ تیر ۱۳۹۹)».
Other dates in the prose are left alone, since a wrong day is worse than none: it would name the
wrong holder of an office.
"""

import re
from collections.abc import Callable
from datetime import date as Date  # noqa: N812 - parameters are called «date»
from functools import cache
from itertools import islice

from persian_speech.data import rows
from persian_speech.errors import PersianSpeechError
from persian_speech.text.calendars import FIRST_GREGORIAN, MASK, TIME, Line, any_of, fold, make, read_line
from persian_speech.text.letters import PERSIAN_DIGITS

HEAD_LINES, TAIL_LINES = 5, 4
TAIL_WITHIN = 1500  # code points from the end in which the last lines are looked for
LINE_WITHIN = 240  # code points of a line that are looked at
ALONE_WITHIN = 120  # code points: a longer line does more than date its text
# Days outside are misread: 1431 on is a year of the lunar calendar (2010), not 2052.
PLAUSIBLE = (Date(1850, 1, 1), Date(2052, 3, 19))
EDGES = " .,،:;()[]/–—-"
# Four figures, or «هزار» in whatever letters: no other line tells a year.
MAY_DATE = re.compile(r"(?:\d[^\w\s]*){4}|[\u0632].?[اآأإٱ].?ر")
CELLS = re.compile(r"[|•·\t]|\s{3,}")
DAYS = rf"{MASK}(?:[ ,،()\[\]/=–—-]*(?:و )?{MASK})*"  # one day in several calendars
PLACE = r"(?:[^\W\d_]+ ){0,2}[^\W\d_]+ ?[-–—،,/]+ ?"  # «تهران - », «کمیسیون انرژی، »
SPOKEN = "(?:در|طی) (?:جمع|نشست|دیدار|جلسه|گفت|مصاحبه|سخنانی)"

_PERSIAN = str.maketrans("0123456789", PERSIAN_DIGITS)
# «1399-05-01-report.txt», «report_2020-07-22.html», «13990501.txt», «1399/05/01/a.txt»
IN_NAME = re.compile(
    r"(?<![\d.])(1[2-4]\d\d|19\d\d|20\d\d)([-_./]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)"
)

Rule = Callable[[Line], Date | None]


def parse_date(value: str) -> Date:
    """The day written: 2020-07-22, 1399/5/1, 13990501, «۱ مرداد ۱۳۹۹», «22 July 2020», with weekday and time.

    A year before 1700 is Jalali. PersianSpeechError: no whole day (a month alone too), or none that exists.
    """
    line = read_line(value[:LINE_WITHIN])
    if line.day and re.fullmatch(DAYS, _bare(line.masked, "weekday", "filling").strip(EDGES)):
        return line.day
    if value.strip().isdecimal() and (day := day_in_name(value)):
        return day
    raise PersianSpeechError(f"{value[:40]!r} is no day; write 1399-05-01, 2020-07-22 or «۱ مرداد ۱۳۹۹»")


def jalali(date: Date) -> str:
    """The day in the Jalali calendar: 2020-07-22 is «1399-05-01»."""
    from persiantools.jdatetime import JalaliDate

    day = JalaliDate(date)  # type: ignore[no-untyped-call]
    return f"{day.year:04}-{day.month:02}-{day.day:02}"


def in_words(date: Date) -> str:
    """The day as it is written: «۱ مرداد ۱۳۹۹»."""
    from persiantools.jdatetime import JalaliDate

    day = JalaliDate(date)  # type: ignore[no-untyped-call]
    name = next(row["month"] for row in rows("months") if row["number"] == str(day.month))
    return f"{day.day} {name} {day.year}".translate(_PERSIAN)


def day_in_name(name: str) -> Date | None:
    """The day that a file's name or its folders tell, the nearest to the name's end: «1399-05-01-report.txt».

    Month and day have two digits each; eight digits stand apart from other letters and digits.
    """
    folded = fold(name.replace("_", "-"))
    days = [
        day
        for found in IN_NAME.finditer(folded)
        if (found[2] or _apart(folded, found)) and (day := _named_day(found))
    ]
    return next((day for day in reversed(days) if PLAUSIBLE[0] <= day <= PLAUSIBLE[1]), None)


def _apart(name: str, found: re.Match[str]) -> bool:
    """Whether neither a letter nor a digit touches what was found: «13990501», not «isna13990501»."""
    around = name[max(found.start() - 1, 0) : found.start()] + name[found.end() : found.end() + 1]
    return not any(letter.isalnum() for letter in around)


def _named_day(found: re.Match[str]) -> Date | None:
    year = int(found[1])
    calendar = "jalali" if year < FIRST_GREGORIAN else "gregorian"
    return make(calendar, year, int(found[3]), int(found[4]))


def find_date(text: str) -> Date | None:
    """The day that the document gives itself, in a dateline among its first or last lines; else None.

    The surest kind of dateline wins; several of one kind that disagree give none.
    """
    for found, rules in ((_head(text), HEAD_RULES), (_tail(text), TAIL_RULES)):
        dated = (line for line in found if MAY_DATE.search(line))
        cells = (cell for line in dated for cell in CELLS.split(line) if MAY_DATE.search(cell))
        lines = [line for line in map(read_line, cells) if line.day]
        for rule in rules:
            days = {day for line in lines if (day := rule(line)) and PLAUSIBLE[0] <= day <= PLAUSIBLE[1]}
            if days:
                return days.pop() if len(days) == 1 else None
    return None


def labelled(line: Line) -> Date | None:
    """«تاریخ: ۱۳۹۹/۰۵/۰۱», «شماره: ۴۱۲ تاریخ انتشار: ۳۱ تیر ۱۳۹۹»."""
    pattern = rf"(?:^|[\s(])(?:{_words('label')}) ?: ?(?:{_words('weekday')}[ ،,]*)?{MASK}"
    return line.day if len(line.masked) <= ALONE_WITHIN and re.search(pattern, line.masked) else None


def alone(line: Line) -> Date | None:
    """«دوشنبه ۱۲ مرداد ۱۴۰۵», «تهران - ۳۱ تیر ۱۳۹۹», «سرخط خبرهای چهارشنبه ۱۵ آذر ۱۴۰۲»."""
    bare = _bare(line.masked, "label", "heading", "weekday", "filling").strip(EDGES)
    fits = re.fullmatch(rf"(?:{PLACE}){{0,2}}[(\[]?{DAYS}", bare)
    return line.day if len(line.masked) <= ALONE_WITHIN and fits else None


def opening(line: Line) -> Date | None:
    """«تهران، ۳۱ تیر ۱۳۹۹ - وزیر نیرو گفت …»: the place and day that open a report."""
    bare = _bare(line.masked, "weekday", "filling").lstrip(" .،([–—-")
    return line.day if re.match(rf"(?:{PLACE}){{1,2}}{MASK} ?[:–—-]|{MASK} ?[)\]]? ?[–—-]", bare) else None


def today(line: Line) -> Date | None:
    """«… عصر امروز (دوشنبه، ۳۱ تیر ۱۳۹۹) در دیدار …»."""
    return (
        line.day
        if re.search(rf"(?<!\w)امروز[ ،(]*(?:{_words('weekday')})?[ ،]*{MASK}", line.masked)
        else None
    )


def reported(line: Line) -> Date | None:
    """«به گزارش …، سخنگو روز یکشنبه ۹ تیر ۱۳۹۸ در جمع خبرنگاران گفت»: if the day is that weekday."""
    found = re.search(rf"^به گزارش .*?روز ({_words('weekday')})[ ،]*{MASK} {SPOKEN}", line.masked)
    agrees = found and line.day and _weekdays()[found[1].replace(" ", "")] == line.day.weekday()
    return line.day if agrees else None


HEAD_RULES: tuple[Rule, ...] = (labelled, alone, opening, today, reported)
TAIL_RULES: tuple[Rule, ...] = (labelled, alone)


def _head(text: str) -> list[str]:
    """The beginnings of the first lines that hold anything."""
    found = re.finditer(r"[^\s][^\r\n]*", text)
    return [line[0][:LINE_WITHIN] for line in islice(found, HEAD_LINES)]


def _tail(text: str) -> list[str]:
    """The last lines that hold anything, without one that is cut."""
    last = text[-TAIL_WITHIN:]
    whole = last.partition("\n")[2] if len(text) > TAIL_WITHIN else last
    return [line for line in whole.splitlines() if line.strip()][-TAIL_LINES:]


def _bare(line: str, *kinds: str) -> str:
    """The line without times and without words of these kinds."""
    for pattern in (TIME.pattern, *(rf"(?<!\w){_words(kind)}(?!\w)" for kind in kinds)):
        line = re.sub(pattern, " ", line)
    return " ".join(line.split())


@cache
def _words(kind: str) -> str:
    return any_of(row["word"] for row in rows("dateline_words") if row["kind"] == kind)


@cache
def _weekdays() -> dict[str, int]:
    """A weekday's words without spaces to its number, Monday 0."""
    found = (row for row in rows("dateline_words") if row["kind"] == "weekday")
    return {row["word"].replace(" ", ""): int(row["weekday"]) for row in found}
