"""High offices: the names one office goes by, and who held it on which day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - a parameter is called «date»
from functools import cache

from persian_speech.data import rows
from persian_speech.text.letters import phrase_key


@dataclass(frozen=True, slots=True)
class Holder:
    """One term of office: ``since`` the first day, ``until`` the day after the last, none if it lasts."""

    office: str
    given: str
    family: str
    since: Date
    until: Date | None

    def held(self, date: Date) -> bool:
        """Whether the office was held on that day."""
        return self.since <= date and (self.until is None or date < self.until)


@cache
def _offices() -> dict[str, str]:
    """Key of a name of an office → key of the office."""
    return {
        phrase_key(name): phrase_key(row["office"])
        for row in rows("offices")
        for name in (row["office"], *row["aliases"].split("|"))
    }


@cache
def holders() -> tuple[Holder, ...]:
    """All known terms, names as keys."""
    return tuple(
        Holder(
            phrase_key(row["office"]),
            phrase_key(row["given"]),
            phrase_key(row["family"]),
            Date.fromisoformat(row["since"]),
            Date.fromisoformat(row["until"]) if row["until"] else None,
        )
        for row in rows("holders")
    )


def office(title: Sequence[str]) -> str | None:
    """The office that a title names: «مقام معظم رهبری» and «رهبر انقلاب» are one."""
    return _offices().get("".join(title))


def holds(name: Sequence[str], title: Sequence[str], date: Date | None) -> bool:
    """Whether the bearer of a name held the office of a title on that day.

    Without a date only where every holder bears the name («خامنه‌ای»): a title is never guessed.
    """
    terms = [term for term in holders() if term.office == office(title)]
    current = [term for term in terms if date is None or term.held(date)]
    return bool(current) and all(_bears(name, term, whole=date is not None) for term in current)


def _bears(name: Sequence[str], term: Holder, *, whole: bool) -> bool:
    """«خامنه‌ای»، «سید علی خامنه‌ای»; a given name that is told must be the holder's."""
    joined = "".join(name)
    if not joined.endswith(term.family):
        return False
    given = joined.removesuffix(term.family)
    return not given or not whole or term.given in given or given in term.given
