"""The gazetteer: known organisations, places and peoples, and the nouns that head such names."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from persian_speech.data import forms, rows
from persian_speech.document import EntityType
from persian_speech.entities.index import NameIndex
from persian_speech.text.letters import ZWNJ, key, phrase_key

Takes = Literal["names", "known", "side", "number"]


@dataclass(frozen=True, slots=True)
class Name:
    """A known name as listed, its type, the name it is counted under, whether it needs a cue."""

    form: str
    type: EntityType
    entity: str
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that opens an organisation's name.

    ``strong``: any complement makes a name of it; ``alone``: the bare noun names one body.
    """

    strong: bool
    alone: bool


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All known names and heads, by joined key."""

    names: NameIndex[tuple[Name, ...]]
    openers: frozenset[str]
    """The keys of names and of their first words."""
    heads: NameIndex[Head]
    place_heads: NameIndex[Takes]
    portfolios: NameIndex[Name]


def _listed(type_: EntityType, row: Mapping[str, str], canonical: str, others: str) -> Iterator[Name]:
    """The names of a row whose ``ambiguous`` column lists the ambiguous ones."""
    doubtful = set(forms(row, "ambiguous"))
    for form in forms(row, canonical, others):
        yield Name(form, type_, row[canonical], form in doubtful)


def _plurals(people: str) -> Iterator[str]:
    """«عراقی» → «عراقی‌ها», «عراقیان» and their ezafe forms."""
    yield from (people + ZWNJ + ending for ending in ("ها", "های", "هایی"))
    if people.endswith("ی"):
        yield from (people + ZWNJ + ending for ending in ("ان", "انی"))


def _countries() -> Iterator[Name]:
    for row in rows("countries"):
        yield from _listed("LOC", row, "country", "aliases")
        for people in forms(row, "people"):
            doubtful = people in forms(row, "ambiguous")
            yield Name(people, "NORP", people, doubtful)
            yield from (Name(plural, "NORP", people) for plural in _plurals(people))


def _places() -> Iterator[Name]:
    for row in rows("places"):
        for form in forms(row, "place", "aliases"):
            doubtful = row["ambiguous"] == "yes" or form in forms(row, "ambiguous")
            yield Name(form, "LOC", row["place"], doubtful)
    for row in rows("cities"):
        yield Name(row["city"], "LOC", row["city"], bool(row["ambiguous"]))


def _organisations() -> Iterator[Name]:
    for row in rows("organisations"):
        yield from _listed("ORG", row, "name", "aliases")


def _peoples() -> Iterator[Name]:
    for row in rows("peoples"):
        yield from _listed("NORP", row, "people", "forms")


def _by_key(listed: Iterable[Name]) -> dict[str, tuple[Name, ...]]:
    """Names by joined key; a key may have several, the plain before the ambiguous."""
    table: dict[str, tuple[Name, ...]] = {}
    for name in listed:
        joined = phrase_key(name.form.replace("،", ""))
        others = table.get(joined, ())
        table[joined] = (*others, name) if name.ambiguous else (name, *others)
    return table


def _portfolios() -> dict[str, Name]:
    """What follows «وزیر» and stands for a ministry: «خارجه» is «وزارت امور خارجه»."""
    ministry = "وزارت "
    return {
        phrase_key(name.form.removeprefix(ministry).replace("،", "")): name
        for name in _organisations()
        if name.form.startswith(ministry) and not name.ambiguous
    }


@cache
def gazetteer() -> Gazetteer:
    """The tables of names, read once."""
    listed = (*_organisations(), *_countries(), *_peoples(), *_places())
    heads = {
        phrase_key(row["head"]): Head(row["strength"] == "strong", bool(row["alone"]))
        for row in rows("organisation_heads")
    }
    takes = {phrase_key(row["head"]): cast(Takes, row["takes"]) for row in rows("place_heads")}
    by_key = _by_key(listed)
    openers = frozenset(by_key) | {key(name.form.replace(ZWNJ, " ").split()[0]) for name in listed}
    return Gazetteer(NameIndex(by_key), openers, NameIndex(heads), NameIndex(takes), NameIndex(_portfolios()))
