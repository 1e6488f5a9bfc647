"""Which rules may answer at a word, told by it and the word after it.

Most words that may open a name open none: «شورای» does before «نگهبان» and not before «آن». What two
neighbouring words allow is found once a pair, and a rule is asked only where it may answer. What is told
here is less than the rule asks for, and never more.
"""

from collections.abc import Callable
from functools import cache, reduce
from operator import or_
from typing import Any, Final

import numpy as np

from persian_speech.entities.gazetteer import gazetteer
from persian_speech.entities.index import NameIndex
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
    ASKED,
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
    SURNAME_PART,
    TITLE,
    WORDS,
    Word,
    family_ends,
    is_surname,
    word,
)
from persian_speech.text.neighbours import LAST, Neighbours
from persian_speech.text.vocabulary import Derived

Rule = Callable[[Reading, int, int], Found | None]
May = Callable[[Word, Word], bool]
# What a word must begin with to be asked about with the one before it, in bits.
ANYTHING: Final = (1 << 64) - 1
BLANK: Final = 1 << 63  # a word without a key, or a comma
FAMILY: Final = 1 << 62  # the end of a surname
PLACES: Final = 61  # bits that letters share
_ALONE: Final = FIRST | RARE_FIRST | SURNAME | SURNAME_PART | HONORIFIC | TITLE


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


def _opening(first: Word, second: Word) -> tuple[Rule, ...]:
    return tuple([rule for may, rule in answering(first.kinds) if may is not never and may(first, second)])


# 20 MB of news have a fifth as many pairs that may open a name.
_OPENINGS: Final = Neighbours[tuple[Rule, ...]](WORDS, _opening, nothing=(), bits=19)


def _letter(letter: str) -> int:
    return 1 << ord(letter) % PLACES


def _follows(first: Word) -> int:
    """What the word after must be for any rule to answer, in bits: «انجام» may only go on in «انجامید»."""
    if not first.kinds & ASKED:
        return 0
    tables = _phrases(first.kinds)
    if first.kinds & _ALONE or any(phrases.get(first.key) is not None for phrases in tables):
        return ANYTHING
    letters = {one for phrases in tables for one in _letters() if phrases.opens(first.key + one)}
    return reduce(or_, map(_letter, letters), BLANK | FAMILY)


def _phrases(kinds: int) -> tuple[NameIndex[Any], ...]:
    """The tables with a phrase that a word of these kinds begins."""
    tables = gazetteer()
    every = ((NAMED, tables.names), (PLACE_HEAD, tables.place_heads), (BODY_HEAD, tables.heads))
    return tuple(phrases for opens, phrases in every if kinds & opens)


def _begins(second: Word) -> int:
    """What a word is for the one before it, in the same bits."""
    bits = _letter(second.key[0]) if second.key else BLANK
    ends = second.key in family_ends() or is_sure_family(second)
    return bits | BLANK * bool(second.kinds & COMMA) | FAMILY * ends


@cache
def _letters() -> frozenset[str]:
    """All that phrases of the tables are spelt with."""
    return frozenset().union(
        *(begun for phrases in _phrases(NAMED | PLACE_HEAD | BODY_HEAD) for begun in phrases.begun)
    )


_FOLLOWS: Final = Derived(WORDS, _follows, np.uint64)
_BEGINS: Final = Derived(WORDS, _begins, np.uint64)


def opened(reading: Reading) -> dict[int, tuple[Rule, ...]]:
    """The rules that may answer at a token, told by it and the one after."""
    may = _FOLLOWS.of(reading.tokens)
    may[:-1] &= _BEGINS.of(reading.tokens)[1:]
    may[-1:] &= np.uint64(_begins(word(LAST[0])))
    return dict(_OPENINGS.told(reading.tokens, may))
