"""Names that the tables list are found whole, where the network sees a part of them."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from persian_speech.data import forms, rows
from persian_speech.entities.index import NameIndex
from persian_speech.entities.reading import Found, Reading
from persian_speech.entities.words import COMMON, FIRST, KNOWN_PERSON, word
from persian_speech.text.letters import phrase_key

LONGEST: Final = 8  # tokens of a person's name
_BODIES_AND_PLACES: Final = frozenset({"ORG", "LOC"})


def listed_names_are_whole(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«المپیک | لیون», «کانال | سوئز»: of what the tables list by these words no part alone."""
    several = (name for name in ruled if name.entity and name.end > name.start + 1)
    listed = [name for name in several if name.type in _BODIES_AND_PLACES]
    if not listed:
        return names
    within = _within(names, listed)
    parts = {
        name: inner for name, inner in within.items() if inner and name[:2] not in {n[:2] for n in inner}
    }
    return _in_place(names, parts)


def known_people_are_whole(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«رفیق حریری», «یحیی سریع», «جورجیا ملونی» are people, whatever their words are else."""
    people = list(_people(reading))
    return _in_place(names, _within(names, people)) if people else names


def _within(names: Iterable[Found], listed: Iterable[Found]) -> dict[Found, set[Found]]:
    """Each listed name and those within it, where none reaches beyond: «فرودگاه رفیق حریری»."""
    at = {place: name for name in names for place in range(name.start, name.end)}
    inner = {name: {at[place] for place in range(name.start, name.end) if place in at} for name in listed}
    return {
        name: parts
        for name, parts in inner.items()
        if all(name.start <= part.start and part.end <= name.end for part in parts)
    }


def _in_place(names: list[Found], whole: dict[Found, set[Found]]) -> list[Found]:
    """The names, and whole ones in the place of their parts."""
    if not whole:
        return names
    parts = set().union(*whole.values())
    return [*(name for name in names if name not in parts), *whole]


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
    names = (name for row in rows("people") for name in forms(row, "name", "aliases"))
    return NameIndex({phrase_key(name): name for name in names if _tells(name)})


def _tells(form: str) -> bool:
    kinds = [word(part).kinds for part in form.split()]
    return len(kinds) > 1 and any(kind & FIRST or not kind & COMMON for kind in kinds)
