"""Words that the network takes for names: the film «نرگس», «نگارنده: …» of credits, the freedom «استقلال»."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from persian_speech.data import column, rows
from persian_speech.entities.marks import OPENING
from persian_speech.entities.reading import Found, Reading
from persian_speech.entities.words import ENDING, FIRST, SURNAME
from persian_speech.text.letters import key

_BETWEEN: Final = 3  # tokens between a work's noun and its title: «نمایش کمدی_موزیکال «…»»
_MAKING: Final = frozenset({"کارگردانی", "نویسندگی", "قلم"})  # ««…» به کارگردانی»
_MADE: Final = frozenset({"ساخته", "نوشته", "اثر"})  # ««…» ساخته»
_WHICH: Final = frozenset({"دیگر", "جدیدترین", "تازهترین", "اخرین", "نخستین", "اولین"})  # ««…» دیگر اثر او»
_NAMELIKE: Final = frozenset({"PER", "ORG"})
_LISTING: Final = frozenset({"،", ",", "(", "-", "–", "؛"})


def works_are_no_names(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«فیلم «نرگس»»: a title, wherever it stands in marks or after its noun; «نرگس» is a person elsewhere."""
    texts = [*reading.texts, ""]  # what stands after a last name
    closed = [name for name in names if texts[name.end] in OPENING and name.type in _NAMELIKE]
    marked = [name for name in closed if name.start and texts[name.start - 1] == OPENING[texts[name.end]]]
    titles = {_keys(reading, name) for name in marked if _is_work(reading, name)}
    people = {name.start for name in names if name.type == "PER"}  # ««گل سنگ» رضا رایان»: beside its maker
    titles |= {_keys(reading, name) for name in marked if texts[name.end] == "»" and name.end + 1 in people}
    if not titles:
        return names
    whole = {name for name in marked if _keys(reading, name) in titles}
    return [name for name in names if name not in whole and not _is_bare_title(reading, name, titles)]


def roles_are_no_names(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«طراح نور: بهار آریا، ترانه سرا: رضا رایان»: what stands in a list before a colon and a person."""
    texts = [*reading.texts, ""]
    told = [name for name in names if texts[name.end] == ":" and name.type == "PER" and name.start]
    listed = {name for name in told if texts[name.start - 1] in _LISTING}
    if not listed:
        return names
    people = {name.start for name in names if name.type == "PER"}
    return [name for name in names if name not in listed or name.end + 1 not in people]


def clubs_play(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«استقلال و آزادی»: a club's name that is a word too, in a text where nobody plays."""
    keys = reading.keys
    short = [name for name in names if name.end == name.start + 1 and name.type == "ORG"]
    asked = {name for name in short if keys[name.start] in _club_words("club")}
    if not asked or not _club_words("sport").isdisjoint(keys):
        return names
    return [name for name in names if name not in asked]


def _is_work(reading: Reading, name: Found) -> bool:
    """A title by the noun before its marks or its making after them; a full name there may be its maker's."""
    words = reading.keys[name.start : name.end]
    first, last = reading.words[name.start].kinds, reading.words[name.end - 1].kinds
    full = len(words) > 1 and first & FIRST and "و" not in words
    beside = name.start > 1 and reading.keys[name.start - 2] in _nouns()  # «سریال «سمک عیار»»
    if full and (last & (SURNAME | ENDING) or not beside):
        return False
    after = reading.keys[name.end + 1 : name.end + 3]
    made = after[-1:] if after[:1] and after[0] in _WHICH else after[:1]
    making = after[:1] == ["به"] and after[-1] in _MAKING
    return making or not _MADE.isdisjoint(made) or _follows_noun(reading, name.start - 1)


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
def _club_words(kind: str) -> frozenset[str]:
    return frozenset(key(row["word"]) for row in rows("club_words") if row["kind"] == kind)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(map(key, column("works", "noun")))
