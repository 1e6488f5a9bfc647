"""A user's own actors: a TSV file that adds to the package's tables and overrides them."""

import csv
from collections.abc import Iterator, Mapping
from datetime import date as Date  # noqa: N812 - a field is called «date»
from pathlib import Path

from persian_speech.actors.knowledge import Actors, Tenure, people, shipped
from persian_speech.actors.offices import Titles
from persian_speech.actors.people import Person, identifier, written_key
from persian_speech.errors import PersianSpeechError
from persian_speech.text.dates import parse_date
from persian_speech.text.decoding import decode

NEEDED = ("person", "office", "from")
COLUMNS = (*NEEDED, "to", "source", "aliases", "titles", "latin")

Row = Mapping[str, str]


def read_actors(path: Path) -> Actors:
    """The package's actors and those of the file, one row a tenure; on the days of a row it alone counts.

    PersianSpeechError: the file cannot be read, lacks a column, or a row of it is wrong, with its line.
    """
    found = list(_rows(path))
    titles = Titles({title: row["office"] for _, row in found for title in _new_titles(row)})
    persons = _persons(row for _, row in found)
    own = (_tenure(f"{path}:{line}", row, titles, persons) for line, row in found)
    shipped_terms = (
        Tenure(persons.get(written_key(term.person.name), term.person), *_facts(term))
        for term in shipped().tenures
    )
    return Actors((*own, *shipped_terms), titles)


def _facts(term: Tenure) -> tuple[str, Date, Date | None, str]:
    return term.office, term.since, term.until, term.source


def _rows(path: Path) -> Iterator[tuple[int, Row]]:
    """Line numbers (from 1) and rows; blank lines and those that begin with # are passed over."""
    try:
        lines = decode(path.read_bytes()).text.splitlines()
    except OSError as error:
        raise PersianSpeechError(f"{path}: cannot be read ({error.strerror}); check the name") from error
    kept = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and line[0] != "#"]
    if not kept:
        raise PersianSpeechError(f"{path}: is empty; its first line names the columns: {' '.join(NEEDED)} …")
    header, *rest = (
        (number, next(csv.reader([line], delimiter="\t", quoting=csv.QUOTE_NONE))) for number, line in kept
    )
    columns = [name.strip().lower() for name in header[1]]
    _check_header(f"{path}:{header[0]}", columns)
    for number, cells in rest:
        yield number, _row(f"{path}:{number}", columns, cells)


def _check_header(place: str, columns: list[str]) -> None:
    missing = [name for name in NEEDED if name not in columns]
    strange = [name for name in columns if name not in COLUMNS]
    if missing:
        raise PersianSpeechError(f"{place}: lacks the column {missing[0]!r}; tabs part {', '.join(COLUMNS)}")
    if strange:
        raise PersianSpeechError(f"{place}: has a column {strange[0]!r}; there are {', '.join(COLUMNS)}")


def _row(place: str, columns: list[str], cells: list[str]) -> Row:
    if len(cells) > len(columns):
        raise PersianSpeechError(f"{place}: has {len(cells)} cells, not {len(columns)}; mend its tabs")
    row = dict.fromkeys(COLUMNS, "") | {
        name: cell.strip() for name, cell in zip(columns, cells, strict=False)
    }
    empty = next((name for name in NEEDED if not row[name]), None)
    if empty:
        raise PersianSpeechError(f"{place}: has nothing under {empty!r}; fill it")
    return row


def _new_titles(row: Row) -> Iterator[str]:
    """The further titles of a row's office, and the office itself where the package has none such."""
    yield from filter(None, row["titles"].split("|"))
    if shipped().titles.named(row["office"]) is None:
        yield row["office"]


def _persons(found: Iterator[Row]) -> dict[str, Person]:
    """Everybody the file names, by the key of the name: the package's person where it has one."""
    by_key = {
        written_key(form): person for person in people().values() for form in (*person.aliases, person.name)
    }
    persons: dict[str, Person] = {}
    for row in found:
        joined = written_key(row["person"])
        first = Person(identifier(row["person"], row["latin"]), row["person"], row["latin"])
        person = persons.get(joined) or by_key.get(joined) or first
        persons[joined] = person.also(filter(None, row["aliases"].split("|")))
    return persons


def _tenure(place: str, row: Row, titles: Titles, persons: Mapping[str, Person]) -> Tenure:
    office = titles.named(row["office"])
    since, until = _day(place, row["from"]), _day(place, row["to"]) if row["to"] else None
    if until and until < since:
        raise PersianSpeechError(f"{place}: ends ({row['to']}) before it begins ({row['from']}); mend it")
    person = persons[written_key(row["person"])]
    return Tenure(person, office.name if office else row["office"], since, until, row["source"], own=True)


def _day(place: str, written: str) -> Date:
    try:
        return parse_date(written)
    except PersianSpeechError as error:
        raise PersianSpeechError(f"{place}: {error}") from error
