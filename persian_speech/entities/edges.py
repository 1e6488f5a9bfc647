"""Where names begin and end: a word too many («به دبیری رضا رایان»), a word too few («بخت | آزما»)."""

from collections.abc import Iterator, Sequence
from typing import Final

from persian_speech.entities.reading import Found, Reading
from persian_speech.entities.titles import honorifics
from persian_speech.entities.words import (
    FIRST,
    HONORIFIC,
    KNOWN,
    KNOWN_PERSON,
    NAMED,
    PLACE_HEAD,
    RARE_FIRST,
    SURNAME,
    is_surname,
)

_ALSO_NAMES: Final = FIRST | RARE_FIRST | KNOWN_PERSON  # «سردار بردی‌محمداف»
_TWO: Final = 2  # words of a full name
_POSTS: Final = frozenset({"دبیری", "سرپرستی", "مدیریت", "کارگردانی"})  # «به دبیری رضا رایان»
_AND: Final = "و"
_KILLING: Final = "ترور"  # «ترور خویی»
_MESSAGE: Final = "پیام"  # «پیام پوتین به …», and a first name
_BEFORE: Final = _POSTS | {_MESSAGE, _AND, _KILLING}
_NEWS: Final = ("خبر", "گزارش")  # «بنیاد شهید خبر داد»
_GIVING: Final = ("داد", "ده", "میده")


def posts_are_no_names(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«به دبیری رضا رایان», «پیام پوتین به مرکل», «ترور خویی»: the name begins one word later."""
    keys = reading.keys
    asked = [name for name in names if keys[name.start] in _BEFORE and name.type == "PER"]
    late = {name for name in asked if _begins_late(reading, name, names)}
    return (
        [name._replace(start=name.start + 1) if name in late else name for name in names] if late else names
    )


def _begins_late(reading: Reading, name: Found, names: Sequence[Found]) -> bool:
    size, first = name.end - name.start, reading.keys[name.start]
    if first in {_AND, _KILLING}:
        return size > 1
    if first in _POSTS:
        return size > _TWO and name.start > 0 and reading.keys[name.start - 1] == "به"
    second = reading.words[name.start + 1] if size > 1 else None
    if first != _MESSAGE or second is None or not (second.kinds & SURNAME or _is_in_two(reading, name)):
        return False
    told = reading.keys[name.end : name.end + 1] == ["به"]
    return told and any(other.start == name.end + 1 and other.type == "PER" for other in names)


def _is_in_two(reading: Reading, name: Found) -> bool:
    """«پیام احمدی نژاد»: a surname of two words after the first."""
    three = name.end == name.start + 1 + _TWO
    return three and is_surname(*reading.words[name.start + 1 : name.end])


def ranks_are_no_names(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«دریابان | رضا رایان»: the network has seen few admirals."""
    words = reading.words
    begun = [name for name in names if words[name.start].kinds & HONORIFIC and name.end > name.start + 1]
    people = [name for name in begun if name.type == "PER" and not words[name.start].kinds & _ALSO_NAMES]
    ranked = {name for name in people if honorifics().get(words[name.start].key) == "address"}
    if not ranked:
        return names
    return [name._replace(start=name.start + 1) if name in ranked else name for name in names]


def no_name_counts(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«رحمان ۱۴۰۰»: nobody's name ends in a number."""
    numbered = {name for name in names if reading.keys[name.end - 1].isdigit() and name.type == "PER"}
    return [name for name in names if name not in numbered] if numbered else names


def news_is_given(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«بنیاد شهید | خبر داد»: the noun of a verb is no part of who gives it."""
    keys = reading.keys
    long = {name for name in names if keys[name.end - 1] in _NEWS and _gives(reading, name)}
    return [name._replace(end=name.end - 1) if name in long else name for name in names] if long else names


def _gives(reading: Reading, name: Found) -> bool:
    after = reading.keys[name.end : name.end + 1]
    return name.end > name.start + 1 and bool(after) and after[0].startswith(_GIVING)


def objects_end_names(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«کاوه رایان | نقدی را نوشت» where «کاوه رایان» stands elsewhere: a noun with «را» is no surname."""
    keys = reading.keys
    several = [name for name in names if name.end > name.start + _TWO and name.type == "PER"]
    marked = [name for name in several if keys[name.end : name.end + 1] == ["را"]]
    long = [name for name in marked if keys[name.end - 1][-1:] == "ی"]
    if not long:
        return names
    spelt = {tuple(reading.keys[name.start : name.end]) for name in names}
    cut = {name for name in long if tuple(reading.keys[name.start : name.end - 1]) in spelt}
    return [name._replace(end=name.end - 1) if name in cut else name for name in names]


def surnames_are_whole(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«بخت | آزما» where «رضا بخت آزما» is named in full: all of a surname of some words."""
    full: dict[str, set[tuple[str, ...]]] = {}
    several = [name for name in names if name.end > name.start + _TWO and name.type == "PER"]
    for name in several:
        keys = tuple(reading.keys[name.start : name.end])
        full.setdefault(keys[-1], set()).add(keys[1:])
    if not full:
        return names
    taken = {at for name in names for at in range(name.start, name.end)}
    grown = dict(_grown(reading, names, full, taken))
    return [grown.get(name, name) for name in names] if grown else names


def _grown(
    reading: Reading, names: Sequence[Found], full: dict[str, set[tuple[str, ...]]], taken: set[int]
) -> Iterator[tuple[Found, Found]]:
    for name in names:
        alone = name.type == "PER" and name.end == name.start + 1
        for surname in full.get(reading.keys[name.start], ()) if alone else ():
            start = name.end - len(surname)
            free = start >= 0 and taken.isdisjoint(range(start, name.start))
            if free and surname == tuple(reading.keys[start : name.end]):
                yield name, name._replace(start=start)


def women_are_no_places(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«لیلی گلستان»: a first name before a place that is a surname, too."""
    two = [name for name in names if name.type == "LOC" and name.end == name.start + _TWO]
    people = {name for name in two if _is_first_and_place(reading, name)}
    return [name._replace(type="PER") if name in people else name for name in names] if people else names


def _is_first_and_place(reading: Reading, name: Found) -> bool:
    first, last = reading.words[name.start].kinds, reading.words[name.start + 1].kinds
    if not first & (FIRST | RARE_FIRST) or first & (NAMED | PLACE_HEAD) or not last & KNOWN:
        return False
    return reading.name_at(name.start, name.end) is None


def rules_know_surnames(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«مریم | تجدد و کاوه رایان»: of a first name alone the rules may see the surname."""
    short = [name for name in names if name.end == name.start + 1 and name.type == "PER"]
    alone = {name.start: name for name in short if reading.words[name.start].kinds & FIRST}
    several = [found for found in ruled if found.end > found.start + 1 and found.type == "PER"]
    longer = [found for found in several if found.start in alone] if alone else ()
    if not longer:
        return names
    starts = {name.start for name in names}
    free = {alone[one.start]: one for one in longer if starts.isdisjoint(range(one.start + 1, one.end))}
    return [free.get(name, name) for name in names]
