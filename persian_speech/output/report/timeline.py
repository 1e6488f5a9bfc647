"""The timeline: words quoted of the most quoted speakers, by day, week, month or year of Iran."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - parameters are called «date»
from datetime import timedelta

from persian_speech.analysis.tables import words_in
from persian_speech.document import Document
from persian_speech.output.report.model import Model
from persian_speech.output.report.persian import day, months, plain_number
from persian_speech.text.dates import jalali

Counts = dict[int | None, Counter[Date]]
SHOWN = 5  # speakers with a colour of their own; the others are one series
LONGEST = {"day": 45, "week": 200, "month": 3 * 366}  # days that are told so


@dataclass(frozen=True, slots=True)
class Series:
    """A speaker's words in each period; ``number`` is None for all others together."""

    number: int | None
    words: list[int]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Periods in order, none left out, with short and full labels; ``undated`` counts releases."""

    unit: str
    labels: list[str]
    titles: list[str]
    series: list[Series]
    undated: int

    @property
    def is_worth_drawing(self) -> bool:
        """Whether there is more than one period, and anything in it."""
        return len(self.labels) > 1 and bool(self.series)


def timeline(model: Model) -> Timeline:
    """The dated documents of the page on their days."""
    dated = [(document.date, document) for _, document in model.documents if document.date]
    days = [date for date, _ in dated]
    unit = _unit(min(days), max(days)) if days else "day"
    periods = list(_periods(min(days), max(days), unit)) if days else []
    return Timeline(
        unit,
        [_label(each, unit) for each in periods],
        [_title(each, unit) for each in periods],
        _series(_counted(model, dated, unit), periods),
        len(model.documents) - len(dated),
    )


def _counted(model: Model, dated: Iterable[tuple[Date, Document]], unit: str) -> Counts:
    """The words quoted of each speaker in each period, by the speaker's number."""
    counts: Counts = {}
    for date, document in dated:
        for quotation in document.quotations:
            voice = model.voice(quotation)
            of = counts.setdefault(voice.number if voice.name else None, Counter())
            of[_start(date, unit)] += words_in(document, quotation)
    return counts


def _series(counts: Counts, periods: Sequence[Date]) -> list[Series]:
    """A series for each of the most quoted, the rest in one."""
    named = sorted(
        (number for number in counts if number is not None), key=lambda each: -counts[each].total()
    )
    rest = [number for number in counts if number not in named[:SHOWN]]
    others = sum((counts[number] for number in rest), Counter[Date]())
    found = [(number, counts[number]) for number in named[:SHOWN]] + ([(None, others)] if rest else [])
    return [Series(number, [of[period] for period in periods]) for number, of in found]


def _unit(first: Date, last: Date) -> str:
    span = (last - first).days
    return next((unit for unit, longest in LONGEST.items() if span <= longest), "year")


def _periods(first: Date, last: Date, unit: str) -> Iterator[Date]:
    """The first days of the periods, from that of the first day to that of the last."""
    at, end = _start(first, unit), _start(last, unit)
    while at <= end:
        yield at
        at = _start(at + timedelta(days=STEPS[unit]), unit)


STEPS = {"day": 1, "week": 7, "month": 32, "year": 367}  # from a first day into the next period


def _start(date: Date, unit: str) -> Date:
    """The first day of the day's period; weeks begin on Saturday."""
    _, month, number = map(int, jalali(date).split("-"))
    back = {
        "day": 0,
        "week": (date.weekday() + 2) % 7,
        "month": number - 1,
        # The first six months have 31 days, the next five 30.
        "year": number - 1 + 31 * min(month - 1, 6) + 30 * max(month - 7, 0),
    }
    return date - timedelta(days=back[unit])


def _label(date: Date, unit: str) -> str:
    year, month, number = map(int, jalali(date).split("-"))
    if unit == "year":
        return plain_number(year)
    return months()[month] if unit == "month" else f"{plain_number(number)} {months()[month]}"


def _title(date: Date, unit: str) -> str:
    year, month, _ = jalali(date).split("-")
    titles: dict[str, Callable[[], str]] = {
        "day": lambda: day(date),
        "week": lambda: f"هفتهٔ {day(date)}",
        "month": lambda: f"{months()[int(month)]} {plain_number(int(year))}",
        "year": lambda: f"سال {plain_number(int(year))}",
    }
    return titles[unit]()


def rows(timeline: Timeline) -> Sequence[tuple[str, list[int]]]:
    """The numbers as a table: one row is a period."""
    words = zip(*(each.words for each in timeline.series), strict=True)
    return list(zip(timeline.titles, map(list, words), strict=False))
