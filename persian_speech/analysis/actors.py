"""The table of actors: who held which office from which day to which, and what a title means on a day."""

from collections.abc import Iterator
from datetime import date as Date  # noqa: N812 - parameters are called «date»

from persian_speech.actors.knowledge import Actors, Tenure
from persian_speech.actors.people import written_key
from persian_speech.analysis.tables import Row, fields
from persian_speech.text.letters import phrase_key

ACTOR_FIELDS = fields("person person_id office from to from_jalali to_jalali source latin aliases")
RESOLVED_FIELDS = fields("title office status person person_id from to from_jalali to_jalali source")


def actor_rows(
    actors: Actors, *, person: str | None = None, office: str | None = None, date: Date | None = None
) -> Iterator[Row]:
    """One row a tenure: of people and offices whose name holds the words, held on the day, where given."""
    for term in actors.tenures:
        if _is_of(actors, term, person, office) and (date is None or term.held(date)):
            who = term.person
            aliases = "|".join(who.aliases) or None
            yield {**_term(term), "office": term.office, "latin": who.latin or None, "aliases": aliases}


def _is_of(actors: Actors, term: Tenure, person: str | None, office: str | None) -> bool:
    if person is not None and not any(written_key(person) in name for name in term.person.keys):
        return False
    if office is None:
        return True
    named = actors.titles.named(office)
    return term.office == named.name if named else phrase_key(office) in phrase_key(term.office)


def resolved(actors: Actors, title: str, date: Date | None) -> Iterator[Row]:
    """Whom a title means: one row a candidate, or one row that says why there is none.

    ``status``: ``holder``, the one who held the office that day; ``candidates``, several did; ``no holder
    known`` that day; ``no date``, so that the title stands for itself; ``unknown title``.
    """
    office = actors.titles.named(title)
    row: Row = {"title": title, "office": office.name if office else None}
    terms = actors.terms(office.name, date) if office and date else []
    if terms:
        status = "holder" if len({term.person.id for term in terms}) == 1 else "candidates"
        yield from ({**row, "status": status, **_term(term)} for term in terms)
        return
    status = "unknown title" if office is None else "no holder known" if date else "no date"
    yield {**dict.fromkeys(field.name for field in RESOLVED_FIELDS), **row, "status": status}


def _term(term: Tenure) -> Row:
    from persian_speech.text.dates import jalali

    return {
        "person": term.person.name,
        "person_id": term.person.id,
        "from": term.since.isoformat(),
        "to": term.until and term.until.isoformat(),
        "from_jalali": jalali(term.since),
        "to_jalali": term.until and jalali(term.until),
        "source": term.source or None,
    }
