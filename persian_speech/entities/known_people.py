"""People of the tables named in full: «رفیق حریری», «یحیی سریع», whatever their words are else."""

from collections.abc import Iterator, Sequence
from functools import cache

from persian_speech.data import rows
from persian_speech.entities.index import NameIndex
from persian_speech.entities.reading import Found, Reading
from persian_speech.entities.words import COMMON, FIRST, KNOWN_PERSON, word
from persian_speech.text.letters import phrase_key

LONGEST = 8  # tokens of a name


def known_people_are_whole(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """A person named in full is all of that name; but «فرودگاه رفیق حریری» is a place."""
    people = list(_people(reading))
    if not people:
        return names
    at = {place: name for name in names for place in range(name.start, name.end)}
    inner = {
        person: {at[place] for place in range(person.start, person.end) if place in at} for person in people
    }
    whole = [
        person
        for person, parts in inner.items()
        if all(person.start <= part.start and part.end <= person.end for part in parts) and parts != {person}
    ]
    if not whole:
        return names
    gone = set().union(*(inner[person] for person in whole))
    return [*(name for name in names if name not in gone), *whole]


def _people(reading: Reading) -> Iterator[Found]:
    """Where people are named in full, none overlapping another."""
    end = 0
    for start in (reading.kinds & KNOWN_PERSON).nonzero()[0].tolist():
        if start < end:
            continue
        limit = min(start + LONGEST, len(reading.keys))
        found = _names().longest(reading.keys, start, limit)
        if found and found[0] > start + 1 and all(reading.keys[start : found[0]]):
            end = found[0]
            yield Found(start, end, "PER")


@cache
def _names() -> NameIndex[str]:
    """Full names that tell a person in any text: «تمام سلام» may be two words."""
    forms = (form for row in rows("people") for form in (row["name"], *row["aliases"].split("|")) if form)
    return NameIndex({phrase_key(form): form for form in forms if _tells(form)})


def _tells(form: str) -> bool:
    kinds = [word(part).kinds for part in form.split()]
    return len(kinds) > 1 and any(kind & FIRST or not kind & COMMON for kind in kinds)
