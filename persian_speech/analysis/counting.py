"""Counts that grow document by document and keep what is counted, not each time that it was met."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date as Date  # noqa: N812 - days of documents

from persian_speech.analysis.frames import PERIODS, By, Calendar
from persian_speech.analysis.tables import Row, day
from persian_speech.document import Document


@dataclass(slots=True)
class Met:
    """How often something was met, in how many documents and on which days."""

    times: int = 0
    documents: int = 0
    first: Date | None = None
    last: Date | None = None
    number: int = -1
    """Of the document that it was met in last; documents come in order."""

    def meet(self, number: int, date: Date | None) -> None:
        """Counts one time more, in the document of this number and day."""
        self.times += 1
        if number == self.number:
            return
        self.number = number
        self.documents += 1
        if date is not None:
            self.first = date if self.first is None else min(self.first, date)
            self.last = date if self.last is None else max(self.last, date)

    def row(self) -> Row:
        """The columns that all counts share: documents, and the first and last day in both calendars."""
        dates = {
            f"{which}_{name}": value
            for which, date in (("first", self.first), ("last", self.last))
            for name, value in day(date).items()
        }
        return {"documents": self.documents, **dates}


@dataclass(slots=True)
class Spellings:
    """How each key was spelt, and how often."""

    counts: Counter[tuple[str | None, str]] = field(default_factory=Counter)

    def add(self, key: str | None, spelling: str) -> None:
        """Counts a spelling of a key."""
        self.counts[key, spelling] += 1

    def commonest(self) -> dict[str | None, str]:
        """The name of each key: its commonest spelling, of equals the one met first."""
        names: dict[str | None, str] = {}
        for (key, spelling), _ in self.counts.most_common():
            names.setdefault(key, spelling)
        return names


def group_of(name: str, document: Document, by: By | None, calendar: Calendar) -> str | None:
    """The document's name, month («1399-05») or year («1399»), where ``by`` is one of these."""
    if by == "document":
        return name
    if by not in PERIODS:
        return None
    date = day(document.date)["date_jalali" if calendar == "jalali" else "date"]
    return str(date)[: PERIODS[by]] if date else None
