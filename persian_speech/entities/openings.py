"""Which rules may answer at a word, told by it and the word after it.

Most words that may open a name open none: «شورای» does before «نگهبان» and not before «آن». What two
neighbouring words allow is found once a pair, and a rule is asked only where it may answer. What is told
here is less than the rule asks for, and never more.
"""

from collections.abc import Callable
from functools import cache
from typing import Final

from persian_speech.entities.gazetteer import gazetteer
from persian_speech.entities.organisations import MINISTERS, body, may_go_on, ministry
from persian_speech.entities.persons import (
    addressed,
    by_apposition,
    by_first_name,
    by_rare_first_name,
    by_surname,
    by_unknown,
    in_marks,
    is_sure_family,
)
from persian_speech.entities.places import known, place
from persian_speech.entities.reading import Found, Reading
from persian_speech.entities.words import (
    BODY_HEAD,
    COMMA,
    COMMON,
    FIRST,
    HONORIFIC,
    LETTERS,
    NAMED,
    PLACE_HEAD,
    RARE_FIRST,
    SURNAME,
    TITLE,
    Word,
    is_surname,
    word,
)
from persian_speech.text.remembered import Remembered

Rule = Callable[[Reading, int, int], Found | None]
May = Callable[[Word, Word], bool]


def always(first: Word, second: Word) -> bool:
    """The first word tells enough."""
    return True


def never(first: Word, second: Word) -> bool:
    """Other words around it tell: ``rules`` looks for those."""
    return False


def portfolio(first: Word, second: Word) -> bool:
    """«وزیر خارجه»."""
    return first.key in MINISTERS and gazetteer().portfolios.opens(second.key)


def name(first: Word, second: Word) -> bool:
    """«تهران», «خلیج فارس»; after a comma a name may go on."""
    names = gazetteer().names
    listed = first.kinds & NAMED and names.get(first.key) is not None
    return bool(listed or second.kinds & COMMA) or names.opens(first.key + second.key)


def headed_place(first: Word, second: Word) -> bool:
    """«شهر قم», «روستای سرنو», «منطقه ۱۱»."""
    heads = gazetteer().place_heads
    if second.kinds & COMMA or heads.opens(first.key + second.key):
        return True
    takes = heads.get(first.key)
    if takes == "number" and second.key.isdigit():
        return True
    named = second.kinds & NAMED or (takes != "side" and second.kinds & COMMON)
    return takes is not None and bool(named or (takes == "names" and second.kinds & LETTERS))


def headed_body(first: Word, second: Word) -> bool:
    """«مجلس», «وزارت نفت», «سازمان ملل»."""
    if first.kinds & NAMED and name(first, second):
        return True
    heads = gazetteer().heads
    if not first.kinds & BODY_HEAD or heads.opens(first.key + second.key):
        return bool(first.kinds & BODY_HEAD)
    head = heads.get(first.key)
    return head is not None and (head.alone or may_go_on(first, second))


def before_letters(first: Word, second: Word) -> bool:
    """«امید نوروزی»: a name goes on."""
    return bool(second.kinds & LETTERS)


def surname(first: Word, second: Word) -> bool:
    """«لاریجانی», «قلعه نویی»."""
    return bool(first.kinds & SURNAME) or is_surname(first, second)


def before_surname(first: Word, second: Word) -> bool:
    """«ییلدیریم رضازاده»: a word no table knows before a surname."""
    return first.may_name and is_sure_family(second)


# In order, each with the kinds of words it answers at, 0 for any, and what the word after must be.
RULES: tuple[tuple[int, May, Rule], ...] = (
    (0, never, in_marks),
    (TITLE, portfolio, ministry),
    (PLACE_HEAD, headed_place, place),
    (BODY_HEAD | NAMED, headed_body, body),
    (HONORIFIC, always, addressed),
    (NAMED, name, known),
    (FIRST, always, by_first_name),
    (RARE_FIRST, before_letters, by_rare_first_name),
    (0, surname, by_surname),
    (LETTERS, never, by_apposition),
    (LETTERS, before_surname, by_unknown),
)


@cache
def answering(kinds: int) -> tuple[tuple[May, Rule], ...]:
    """The rules that may answer at a word of these kinds, each with what the word after must be."""
    return tuple((may, rule) for needed, may, rule in RULES if not needed or kinds & needed)


@cache
def asked(kinds: int) -> tuple[Rule, ...]:
    """The rules that may answer at a word of these kinds, whatever stands around it."""
    return tuple(rule for _, rule in answering(kinds))


def _opening(pair: tuple[str, str]) -> tuple[Rule, ...]:
    first, second = map(word, pair)
    return tuple([rule for may, rule in answering(first.kinds) if may is not never and may(first, second)])


OPENINGS: Final = Remembered(_opening)
"""The rules that may answer at a word before another, both as typed."""
