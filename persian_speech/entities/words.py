"""What one word is: asked once per distinct word and remembered.

A word's facts are bits of ``kinds``, its key, and one letter for the grammar of dates and sums.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

import numpy as np

from persian_speech.data import column, forms, rows
from persian_speech.entities.gazetteer import Name, gazetteer
from persian_speech.entities.index import NameIndex
from persian_speech.entities.times import time_letter
from persian_speech.entities.titles import honorifics, title_of
from persian_speech.text.letters import PERSIAN_MARKS, ZWNJ, key, phrase_key
from persian_speech.text.neighbours import Neighbours
from persian_speech.text.remembered import MOST
from persian_speech.text.verbs import finite
from persian_speech.text.vocabulary import Column

FIRST: Final = 1  # a first name
RARE_FIRST: Final = 2  # a first name that is oftener another word: «امید»
SURNAME: Final = 4  # a surname that stands alone: «لاریجانی»
ENDING: Final = 8  # a surname by its ending: «رضازاده»
PARTICLE: Final = 16  # «بن», «فون»
HONORIFIC: Final = 32  # opens a form of address: «آقای», «حجت»
TITLE: Final = 64  # an office: «رئیس»
COMMON: Final = 128  # no part of a person's name
BODY_HEAD: Final = 256  # opens an organisation's head: «وزارت»
BODY_WORD: Final = 512  # goes on with an organisation's name: «امنیت»
PLACE_HEAD: Final = 1024  # opens a place's head: «استان»
NAMED: Final = 2048  # opens a name of the gazetteer
_MARKS: Final = PERSIAN_MARKS | {"“": "«", "”": "»"}
LONGEST_PAIR: Final = 24  # letters of two first names in one word
LITTLE: Final = 3  # letters of a common word that is not torn out of a name
LETTERS: Final = 4096  # made of letters
KNOWN: Final = 8192  # a plain name of the gazetteer by itself: «تهران»
SURNAME_PART: Final = 16384  # the first half of a surname typed as two words: «قلعه نویی»
DOUBTFUL: Final = 65536 | SURNAME  # a surname that is an adjective or noun too: «نوروزی»
FALSE: Final = 32768  # opens a phrase that is no name: «شرکت کنندگان»
COMMA: Final = 1 << 17  # a comma, or a word without a letter: its key is empty
MARK: Final = 1 << 18  # «
AMBIGUOUS: Final = 1 << 19  # a name of the gazetteer that is another word too: «یمن»
ASKED: Final = 1 << 20  # may open a name, of the tables or of none
KNOWN_PERSON: Final = 1 << 21  # opens the full name of a person of the tables

KNOWN_NAME: Final = FIRST | SURNAME | ENDING
PERSON: Final = FIRST | RARE_FIRST | SURNAME | HONORIFIC
STARTS: Final = PERSON | BODY_HEAD | PLACE_HEAD | NAMED | TITLE | SURNAME_PART

_INFLECTED = re.compile(r"..(?:های|هایی|هایش|هایشان|هایم|ترین|هاست)$|^ن?می..|..ها$")
_SAYED = ("سیده", "سید")
_JOINING = ("محمد", "علی", "امیر", "غلام", "حسین", "احمد", "عبد", "میر", "شاه")  # «محمدمهدی»
_JOINED = ("رضا", "علی", "محمد", "حسین", "حسن", "مهدی", "جواد")  # «حمیدرضا»
_GODLY = ("الله", "الدین", "سادات")  # «فضل‌الله», «شمس‌الدین», «زهراسادات»
# endings that are words too: «امید خواه» may be none, «رضا زاده» is one name
_WORDS_TOO = frozenset({"اف", "وف", "یان", "دوست", "خواه", "راد", "خانی", "بیگی", "ابادی", "کیا", "پناه"})


@dataclass(frozen=True, slots=True)
class Word:
    """A distinct word: its key, its kinds (bits), its letter in the grammar of dates and sums."""

    key: str
    kinds: int
    time: str

    @property
    def may_name(self) -> bool:
        """Whether the word may stand in a person's name, known or not."""
        if self.kinds & KNOWN_NAME:
            return not self.kinds & COMMON or self.time == "."
        return self.kinds & (LETTERS | COMMON | KNOWN) == LETTERS and self.time == "." and len(self.key) > 1


@cache
def _keys(table: str, field: str) -> frozenset[str]:
    return frozenset(map(key, column(table, field)))


@cache
def _first_names() -> dict[str, int]:
    """A first name's key → FIRST or RARE_FIRST."""
    return {key(row["name"]): RARE_FIRST if row["ambiguous"] else FIRST for row in rows("first_names")}


@cache
def _surname_parts() -> frozenset[str]:
    """The keys that stand before the first half-space of surnames."""
    return frozenset(key(name.partition(ZWNJ)[0]) for name in column("surnames", "surname") if ZWNJ in name)


@cache
def false_names() -> NameIndex[str]:
    """Phrases that begin like a name and are none."""
    return NameIndex({phrase_key(phrase): phrase for phrase in column("false_names", "phrase")})


@cache
def sure_words() -> NameIndex[str]:
    """Phrases in which nothing is a name: «چین دامن», «انسان صادقی»."""
    return NameIndex({phrase_key(row["phrase"]): row["phrase"] for row in rows("false_names") if row["sure"]})


@cache
def _surnames() -> dict[str, int]:
    """A surname's key → SURNAME or DOUBTFUL; «اردوغان» by itself is a known person, too."""
    alone = {name for row in rows("people") if not row["word"] for name in forms(row, "alone")}
    known = {key(name): SURNAME for name in alone if " " not in name}
    listed = {key(row["surname"]): DOUBTFUL if row["ambiguous"] else SURNAME for row in rows("surnames")}
    return known | listed


@cache
def family_ends() -> frozenset[str]:
    """The keys that the second of two words has that make one surname: «نویی», «زاده»."""
    ends = {name[at:] for name in _surnames() for at in range(1, len(name))}
    return frozenset(ends | _keys("surname_endings", "ending"))


def is_surname(first: Word, second: Word) -> bool:
    """Whether two words make one surname: «خامنه ای», «قاضی زاده»."""
    if not first.key or not second.key:
        return False
    if second.key in _keys("surname_endings", "ending") and len(first.key) > 2:
        return second.key not in _WORDS_TOO
    if first.key + second.key not in _surnames():
        return False
    return not any(len(half.key) < 3 and half.kinds & COMMON and half.key != "ای" for half in (first, second))


def is_function(folded: str) -> bool:
    """Whether a key is a preposition or a conjunction: a noun may begin after it."""
    return folded in _keys("prepositions", "preposition") or folded in {"و", "که", "اما", "یا", "را", "ولی"}


@cache
def _endings() -> tuple[str, ...]:
    return tuple(_keys("surname_endings", "ending"))


def _first_name(folded: str) -> int:
    """FIRST where no table has the name so: after «سید», or two names in one: «سیدمحمدرضا», «محمدعلی»."""
    bare = folded
    if folded.startswith(_SAYED):
        bare = next(folded.removeprefix(sayed) for sayed in _SAYED if folded.startswith(sayed))
    if bare != folded and bare in _first_names():
        return _first_names()[bare]
    # No name is longer: a «word» of a broken file may have millions of letters.
    may_join = bare.startswith(_JOINING) or bare.endswith(_JOINED)
    cuts = range(3, len(bare) - 2) if may_join and len(bare) <= LONGEST_PAIR else ()
    joined = any(_both_names(bare, cut) for cut in cuts)
    godly = len(bare) > 5 and (bare.endswith(_GODLY) or bare.startswith("عبدال"))
    return FIRST if joined or (godly and not _listed().get(bare, 0) & COMMON) else 0


def _both_names(folded: str, cut: int) -> bool:
    """Whether two first names meet at the cut, one of them given to joining."""
    names, first, second = _first_names(), folded[:cut], folded[cut:]
    return first in names and second in names and (first in _JOINING or second in _JOINED)


@cache
def _listed() -> dict[str, int]:
    """What the tables tell of keys that they list whole."""
    names = gazetteer()
    bits = dict.fromkeys(_keys("common_words", "word"), COMMON)
    nouns = (*names.heads.items(), *names.place_heads.items())
    more = (
        *((noun, COMMON) for noun, _ in nouns),
        *((key, BODY_WORD) for key in _keys("organisation_words", "word")),
        *((key, PARTICLE) for key in _keys("name_particles", "particle")),
        *((key, SURNAME_PART) for key in _surname_parts() if key not in _surnames()),
        *_first_names().items(),
        *_surnames().items(),
        *((key, _sureness(known)) for key, known in names.names.items()),
    )
    for word_key, bit in more:
        bits[word_key] = bits.get(word_key, 0) | bit
    return bits


def _sureness(names: tuple[Name, ...]) -> int:
    """The plain ones of names come first."""
    return (0 if names[0].ambiguous else KNOWN) | (AMBIGUOUS if names[-1].ambiguous else 0)


@cache
def _opening() -> dict[str, int]:
    """Which phrases of the tables some letters begin."""
    names = gazetteer()
    bits = dict.fromkeys(names.names.begun, NAMED)
    others = ((BODY_HEAD, names.heads), (FALSE, false_names()), (PLACE_HEAD, names.place_heads))
    for bit, phrases in (*others, (HONORIFIC, honorifics())):
        for letters in phrases.begun:
            bits[letters] = bits.get(letters, 0) | bit
    return bits


def _kinds(text: str, folded: str) -> int:
    """The kinds of a word of letters."""
    listed = _listed().get(folded, 0)
    kinds = LETTERS | listed | _opening().get(folded, 0)
    named = listed & (FIRST | RARE_FIRST | SURNAME)
    if not named & ~SURNAME:
        kinds |= _first_name(folded)
    ended = len(folded) > 5 and folded.endswith(_endings())
    if ended and not listed & (SURNAME | SURNAME_PART) and not finite(text):
        kinds |= ENDING
    title = title_of(folded)
    if title == "office":
        kinds |= TITLE
    # a title, an inflected form and a verb are where a person's name ends
    if not kinds & COMMON and (title or _INFLECTED.search(folded) or (not named and finite(text))):
        kinds |= COMMON
    if kinds & COMMON and len(folded) <= LITTLE:
        kinds &= ~_torn(folded)
    asked = kinds & STARTS or kinds & ~FALSE == LETTERS
    return kinds | ASKED * bool(asked) | KNOWN_PERSON * (folded in _people_openers())


@cache
def _people_openers() -> frozenset[str]:
    """The keys that open full names of people."""
    names = {name for row in rows("people") for name in forms(row, "name", "aliases")}
    return frozenset(key(name.split()[0]) for name in names) | _first_words(names)


def _torn(folded: str) -> int:
    """The kinds that a little word has for its letters alone: «در» opens no «درگز»."""
    return sum(bit for bit, openers in _openers() if folded not in openers)


@cache
def _openers() -> tuple[tuple[int, frozenset[str]], ...]:
    """The keys that open phrases as whole words, by kind."""
    names = gazetteer()
    tables = ((BODY_HEAD, "organisation_heads", "head"), (PLACE_HEAD, "place_heads", "head"))
    phrases = (*tables, (FALSE, "false_names", "phrase"), (HONORIFIC, "honorifics", "honorific"))
    by_kind = ((bit, _first_words(column(table, field))) for bit, table, field in phrases)
    return ((NAMED, names.openers), *by_kind)


def _first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The keys of phrases and of their first words."""
    whole = tuple(phrases)
    return frozenset(map(phrase_key, whole)) | {key(phrase.replace(ZWNJ, " ").split()[0]) for phrase in whole}


@lru_cache(maxsize=MOST)
def word(text: str) -> Word:
    """The facts of a word as typed."""
    folded = _MARKS.get(text) or key(text)
    kinds = 0
    if text[0].isalpha() and folded:
        kinds = _kinds(text, folded)
    elif folded == "«":
        kinds = MARK
    elif folded in {"", "،"}:
        kinds = COMMA
    return Word(folded, kinds, time_letter(text, folded))


WORDS: Final = Column(lambda text, _: word(text), np.object_)


def _may_be_false(first: Word, second: Word) -> bool:
    phrases = false_names()
    opened = phrases.get(first.key) is not None or phrases.opens(first.key + second.key)
    return bool(first.kinds & FALSE) and (opened or bool(second.kinds & COMMA))


FALSE_PAIRS: Final = Neighbours(WORDS, _may_be_false, nothing=False, bits=16)
"""Whether two neighbouring words may open a phrase that is no name."""
