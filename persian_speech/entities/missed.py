"""Names that the network missed: those of the rest of the document, of the tables and of the rules."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from persian_speech.document import EntityType
from persian_speech.entities.organisations import MINISTERS
from persian_speech.entities.reading import Found, Reading
from persian_speech.entities.words import COMMON, HONORIFIC

Spelt = tuple[EntityType, tuple[str, ...]]
NAMES: Final = frozenset({"PER", "ORG", "LOC"})


def surnames_come_back(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """The surname of a person named in full is that person's where a rule found it too."""
    surnames = {
        reading.keys[name.end - 1] for name in names if name.type == "PER" and name.end > name.start + 1
    }
    again = (found for found in ruled if found.type == "PER" and reading.keys[found.end - 1] in surnames)
    return _more(names, again)


def whole_names_come_back(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«خانواده کاوه | رایان» where «کاوه رایان» is named in full: a part of a name is all of it."""
    people = [name for name in names if name.type == "PER"]
    full: dict[str, set[tuple[str, ...]]] = {}
    for name in people:
        if name.end > name.start + 1 and not reading.words[name.start].kinds & (COMMON | HONORIFIC):
            full.setdefault(reading.keys[name.end - 1], set()).add(tuple(reading.keys[name.start : name.end]))
    grown: dict[Found, Found] = {}
    for name in people if full else ():
        for spelt in full.get(reading.keys[name.start], ()) if name.end == name.start + 1 else ():
            start = max(name.end - len(spelt), 0)
            if spelt == tuple(reading.keys[start : name.end]):
                grown[name] = name._replace(start=start)
    if not grown:
        return names
    taken = {at for name in names for at in range(name.start, name.end)}
    free = {name: whole for name, whole in grown.items() if taken.isdisjoint(range(whole.start, name.start))}
    return [free.get(name, name) for name in names]


def names_come_back(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """Words that are a name in half their places in the document are that name in all."""
    named = Counter(
        _spelt(reading, name) for name in names if name.type in NAMES and not _is_portfolio(reading, name)
    )
    taken = {at for name in names for at in range(name.start, name.end)}
    missed = list(untaken(_places(reading, named, taken), names))
    if not missed:
        return names
    counts = Counter(_spelt(reading, place) for place in missed)
    often = [place for place in missed if counts[(spelt := _spelt(reading, place))] <= named[spelt]]
    return [*names, *often]


def tables_are_sure(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """A place or body of the tables, and «امروز» or «دیروز», where the network sees nothing."""
    days = (
        found for found in ruled if found.end == found.start + 1 and reading.words[found.start].time == "p"
    )
    listed = (found for found in ruled if found.type in {"LOC", "ORG"} and found.entity)
    return _more(names, (*days, *listed))


def rules_know_peoples(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«عراقی‌ها»: the corpora that the network was trained on mark no peoples."""
    return _more(names, (found for found in ruled if found.type == "NORP"))


def untaken(candidates: Iterable[Found], names: Iterable[Found]) -> Iterator[Found]:
    """The candidates that overlap neither names nor an earlier candidate."""
    candidates = list(candidates)
    if not candidates:
        return
    taken = {at for name in names for at in range(name.start, name.end)}
    for found in candidates:
        if taken.isdisjoint(range(found.start, found.end)):
            taken.update(range(found.start, found.end))
            yield found


def _more(names: list[Found], candidates: Iterable[Found]) -> list[Found]:
    """The names and the candidates that are free."""
    free = list(untaken(candidates, names))
    return [*names, *free] if free else names


def _is_portfolio(reading: Reading, name: Found) -> bool:
    """«وزیر صنعت»: one word, which elsewhere is a trade."""
    return name.end == name.start + 1 and name.start > 0 and reading.keys[name.start - 1] in MINISTERS


def _spelt(reading: Reading, name: Found) -> Spelt:
    return name.type, tuple(reading.keys[name.start : name.end])


def _places(reading: Reading, named: Iterable[Spelt], taken: Collection[int]) -> Iterator[Found]:
    """Where the words of names stand in the document and no name begins within, the longer name first."""
    kinds: dict[tuple[str, ...], list[EntityType]] = {}
    sizes: dict[str, set[int]] = {}
    for kind, words in named:
        kinds.setdefault(words, []).append(kind)
        sizes.setdefault(words[0], set()).add(len(words))
    longest_first = {first: sorted(found, reverse=True) for first, found in sizes.items()}
    for at in [at for at, first in enumerate(reading.keys) if first in longest_first and at not in taken]:
        for size in longest_first[reading.keys[at]]:
            words = tuple(reading.keys[at : at + size])  # fewer at the end of the text, and another name
            for kind in kinds.get(words, ()) if len(words) == size else ():
                yield Found(at, at + size, kind)
