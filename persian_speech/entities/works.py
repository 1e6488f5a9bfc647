"""Titles of works and words of credits that the network takes for names: the film «نرگس», «نگارنده: …»."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from persian_speech.data import column
from persian_speech.entities.reading import Found, Reading
from persian_speech.entities.words import FIRST
from persian_speech.text.letters import key

_OPENING: Final = {"»": "«", '"': '"', "”": "“"}
_BETWEEN: Final = 3  # tokens between a work's noun and its title: «نمایش کمدی_موزیکال «…»»
_MAKING: Final = frozenset({"کارگردانی", "نویسندگی", "قلم"})  # ««…» به کارگردانی»
_MADE: Final = frozenset({"ساخته", "نوشته", "اثر"})  # ««…» ساخته»
_NAMELIKE: Final = frozenset({"PER", "ORG"})
_LISTING: Final = frozenset({"،", ",", "(", "-", "–", "؛"})


def works_are_no_names(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«فیلم «نرگس»»: a title, wherever it stands in marks or after its noun; «نرگس» is a person elsewhere."""
    marked = [name for name in names if name.type in _NAMELIKE and _is_marked(reading, name)]
    titles = {_keys(reading, name) for name in marked if _is_work(reading, name)}
    if not titles:
        return names
    whole = {name for name in marked if _keys(reading, name) in titles}
    return [name for name in names if name not in whole and not _is_bare_title(reading, name, titles)]


def roles_are_no_names(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«طراح نور: بهار آریا، ترانه سرا: رضا رایان»: what stands in a list before a colon and a person."""
    roles = set(_roles(reading, names))
    return [name for name in names if name not in roles] if roles else names


def _roles(reading: Reading, names: Sequence[Found]) -> Iterator[Found]:
    texts = reading.texts
    people = [name for name in names if name.type == "PER"]
    starts = {name.start for name in people}
    for name in people:
        listed = name.start > 0 and texts[name.start - 1] in _LISTING
        if listed and name.end + 1 in starts and texts[name.end] == ":":
            yield name


def _is_marked(reading: Reading, name: Found) -> bool:
    """Whether a name is all that two marks hold."""
    texts = reading.texts
    mark = _OPENING.get(texts[name.end]) if 0 < name.start and name.end < len(texts) else None
    return mark is not None and texts[name.start - 1] == mark


def _is_work(reading: Reading, name: Found) -> bool:
    """A title by the noun before its marks or its making after them; a full name there may be its maker's."""
    if name.end > name.start + 1 and reading.words[name.start].kinds & FIRST:
        return False
    after = reading.keys[name.end + 1 : name.end + 3]
    made = after[:1] and after[0] in _MADE
    return bool(made) or (after[:1] == ["به"] and after[-1] in _MAKING) or _follows_noun(reading, name.start - 1)


def _follows_noun(reading: Reading, at: int) -> bool:
    """Whether a noun of works stands a few words before a token, no mark between them."""
    for word in reversed(reading.keys[max(at - _BETWEEN, 0) : at]):
        if word in _nouns():
            return True
        if not word[:1].isalpha() and word != "_":
            return False
    return False


def _is_bare_title(reading: Reading, name: Found, titles: set[tuple[str, ...]]) -> bool:
    """«تبلیغات فیلم استون»: without its marks right after the noun."""
    return name.start > 0 and reading.keys[name.start - 1] in _nouns() and _keys(reading, name) in titles


def _keys(reading: Reading, name: Found) -> tuple[str, ...]:
    return tuple(reading.keys[name.start : name.end])


@cache
def _nouns() -> frozenset[str]:
    return frozenset(map(key, column("works", "noun")))
