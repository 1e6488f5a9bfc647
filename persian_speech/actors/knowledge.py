"""What is known of actors: people, offices, and who held which office on which day.

The tables of the package may be added to, and overridden, by a user's file; ``known`` tells what is
known where the analysis runs.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - parameters are called «date»
from functools import cache

from persian_speech.actors.offices import HOME, Office, Titles
from persian_speech.actors.people import Bearing, Person, identifier, name_key
from persian_speech.data import forms, rows
from persian_speech.document import Speaker

# What lasts in the package's tables lasts to the end of the year they were last looked through in; of later
# days they know nothing, and a title stands for itself.
KNOWN_UNTIL = Date(2026, 12, 31)
UNDATED_SINCE = Date(1990, 1, 1)  # a text without a date is taken to be of after this day


@dataclass(frozen=True, slots=True)
class Tenure:
    """One stretch in an office, both days included; ``until`` is None where it lasts.

    ``own``: told by the user, which counts before what the package tells.
    """

    person: Person
    office: str
    since: Date
    until: Date | None
    source: str
    own: bool = False

    def held(self, date: Date) -> bool:
        """Whether the office was held on that day."""
        last = self.until or (Date.max if self.own else KNOWN_UNTIL)
        return self.since <= date <= last


class Actors:
    """People, offices and tenures, to be asked by title, by name and by day."""

    def __init__(self, tenures: Iterable[Tenure], titles: Titles) -> None:
        self.tenures = tuple(tenures)
        self.titles = titles
        self._by_office: dict[str, list[Tenure]] = {}
        self._by_person: dict[str, list[Tenure]] = {}
        self._by_name: dict[str, dict[str, Person]] = {}
        for tenure in self.tenures:
            self._by_office.setdefault(tenure.office, []).append(tenure)
            self._by_person.setdefault(tenure.person.id, []).append(tenure)
            for joined in tenure.person.keys:
                self._by_name.setdefault(joined, {})[tenure.person.id] = tenure.person

    def office(self, title: Sequence[str]) -> Office | None:
        """The office that a title, given as the keys of its words, names."""
        return self.titles.office(title)

    def terms(self, office: str, date: Date | None = None) -> list[Tenure]:
        """The tenures of an office on that day (all without one); the user's before the package's."""
        held = [term for term in self._by_office.get(office, ()) if date is None or term.held(date)]
        own = [term for term in held if term.own and date is not None]
        return own or held

    def holders(self, office: str, date: Date | None) -> list[Person]:
        """Who held an office on that day; without a day, all who held it in news without dates."""
        terms = self.terms(office, date)
        late = (term for term in terms if date or term.until is None or term.until >= UNDATED_SINCE)
        return list({term.person.id: term.person for term in late}.values())

    def held(self, person: Person) -> list[Tenure]:
        """A person's tenures."""
        return self._by_person.get(person.id, [])

    def person(self, identity: str) -> Person | None:
        """The person with that id, if any."""
        return next((term.person for term in self._by_person.get(identity, ())), None)

    def is_of_home(self, person: Person) -> bool:
        """Whether a person held offices, none of them another country's."""
        offices = [self.titles.named(term.office) for term in self.held(person)]
        return bool(offices) and all(office and office.country in {"", HOME} for office in offices)

    def together(self, one: str, other: str) -> bool:
        """Whether anybody held both offices at once."""
        pairs = ((a, b) for a in self.terms(one) for b in self.terms(other) if a.person.id == b.person.id)
        return any(a.held(b.since) or b.held(a.since) for a, b in pairs)

    def bearers(self, name: Sequence[str]) -> list[tuple[Person, Bearing]]:
        """Who may be meant by a name, given as the keys of its words, and how well it fits."""
        joined = name_key(name)
        people = self._by_name.get(joined, {}).values()
        return [(person, bearing) for person in people if (bearing := person.bears(joined))]

    def called(self, address: Sequence[str], surname: str) -> tuple[str, ...]:
        """«آیت‌الله رئیسی», «شهید بهشتی»: under which words of his address with the surname somebody is known.

        Keys of words; nothing where nobody is.
        """
        stretches = ((*address[at : at + size], surname) for at in range(len(address)) for size in (1, 2, 3))
        alone = (name for name in stretches for _, how in self.bearers(name) if how == "alone")
        return next(alone, ())

    def holds(self, name: Sequence[str], title: Sequence[str], date: Date | None) -> bool:
        """Whether the bearer of a name held the office of a title on that day.

        Without a date only where every holder bears the name («خامنه‌ای»): a title is never guessed.
        """
        office = self.office(title)
        people = self.holders(office.name, date) if office else []
        joined = name_key(name)
        return bool(people) and all(person.bears(joined) for person in people)

    def denies(self, name: Sequence[str], title: Sequence[str], date: Date | None) -> bool:
        """Whether the office of a title was, on that day, surely held by nobody of that name."""
        return date is not None and self._other_holders(name, title, date)

    def never(self, name: Sequence[str], title: Sequence[str]) -> bool:
        """Whether the table has holders for the office of a title, and none of late bears the name."""
        return self._other_holders(name, title, None)

    def _other_holders(self, name: Sequence[str], title: Sequence[str], date: Date | None) -> bool:
        office = self.office(title)
        people = self.holders(office.name, date) if office else []
        joined = name_key(name)
        return bool(people) and not any(person.bears(joined) for person in people)


def person_of(row: Mapping[str, str]) -> Person:
    """The person of a row of the table of people."""
    aliases, alone = tuple(forms(row, "aliases")), tuple(forms(row, "alone"))
    name, latin, namesakes, word = row["name"], row["latin"], bool(row["namesakes"]), bool(row["word"])
    return Person(identifier(name, latin), name, latin, aliases, alone, namesakes, word)


@cache
def people() -> dict[str, Person]:
    """The package's people by name."""
    return {row["name"]: person_of(row) for row in rows("people")}


@cache
def _names() -> dict[str, str]:
    return {person.id: person.name for person in people().values()}


def counted_name(speaker: Speaker) -> str:
    """The name a speaker is counted under in all documents: of the package's people that of its table."""
    return _names().get(speaker.id, speaker.name) if speaker.known else speaker.name


@cache
def shipped() -> Actors:
    """What the package's tables tell."""
    titles = Titles()
    return Actors(_tenures(titles), titles)


def _tenures(titles: Titles) -> Iterator[Tenure]:
    for row in rows("tenures"):
        office = titles.named(row["office"])
        until = Date.fromisoformat(row["to"]) if row["to"] else None
        yield Tenure(
            people()[row["person"]],
            office.name if office else row["office"],
            Date.fromisoformat(row["from"]),
            until,
            row["source"],
        )


_known: ContextVar[Actors | None] = ContextVar("actors", default=None)


def known() -> Actors:
    """What is known here: the package's tables, or what ``knowing`` gave."""
    return _known.get() or shipped()


@contextmanager
def knowing(actors: Actors | None) -> Iterator[None]:
    """Within it, ``known`` tells these actors."""
    token = _known.set(actors)
    try:
        yield
    finally:
        _known.reset(token)
