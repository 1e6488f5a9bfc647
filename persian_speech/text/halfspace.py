"""Half-spaces: lost ones restored, and the normal form of every token.

Two questions, each asked once per distinct word or pair and remembered: where a word typed in one
piece has joints (joints.py), and whether two neighbours are one word with a space in it (pairs.py).
Nothing but spaces and half-spaces inside a line is ever changed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from persian_speech.document import Document, Token
from persian_speech.text import lexicon
from persian_speech.text.cleaning import clean
from persian_speech.text.joints import joints
from persian_speech.text.letters import ZWNJ
from persian_speech.text.lexicon import NEVER_JOINS, bare
from persian_speech.text.pairs import one_word
from persian_speech.text.tokens import tokenize

# Spaces, no-break spaces and stray half-spaces: at least one space, all on one line.
_GAP = re.compile("[\u200c \u00a0\u2009\u202f]*[ \u00a0\u2009\u202f][\u200c \u00a0\u2009\u202f]*")
_PERSIAN = re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")


@lru_cache(maxsize=1 << 17)
def restore_word(word: str) -> str:
    """One word with the half-spaces it lost: «منطقهای» → «منطقه‌ای»; all else stays."""
    letters = bare(word)
    places = set(joints(letters))
    if ZWNJ in word:
        _, kept = lexicon.joints_of(word)
        places = places if places.issuperset(kept) else set()
    return _insert(word, places) if places else word


def _insert(word: str, places: set[int]) -> str:
    """A half-space before each letter whose number is in ``places``, unless one stands there."""
    pieces: list[str] = []
    letters = 0
    for char in word:
        if lexicon.is_base(char):
            if letters in places and pieces[-1] != ZWNJ:
                pieces.append(ZWNJ)
            letters += 1
        pieces.append(char)
    return "".join(pieces)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text as it will stand: ``text`` with its parts linked, ``bare`` its letters."""

    start: int
    end: int
    text: str
    bare: str


def is_persian(token: Token) -> bool:
    """A word of Persian letters: only those are ever restored."""
    return token.kind == "word" and _PERSIAN.match(token.text) is not None


def link(first: Word, second: Word) -> Word:
    """Two parts made one, with a half-space where their letters would join."""
    mark = "" if not first.bare or first.bare[-1] in NEVER_JOINS else ZWNJ
    return Word(first.start, second.end, first.text + mark + second.text, first.bare + second.bare)


def _linked(text: str, words: list[Word]) -> list[Word]:
    """The words with neighbours linked that are one word, until no more are."""
    while True:
        found = words[:1]
        for word in words[1:]:
            gap = text[found[-1].end : word.start]
            if _GAP.fullmatch(gap) and one_word(found[-1].bare, word.bare):
                found[-1] = link(found[-1], word)
            else:
                found.append(word)
        if len(found) == len(words):
            return found
        words = found


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces, restored."""
    tokens = filter(is_persian, tokenize(text))
    words = [Word(token.start, token.end, token.text, bare(token.text)) for token in tokens]
    end = 0
    for word in _linked(text, words):
        yield text[end : word.start]
        yield restore_word(word.text)
        end = word.end
    yield text[end:]


def restore(text: str) -> str:
    """The text with its lost half-spaces; links, numbers and line breaks are untouched. Idempotent."""
    return "".join(_pieces(text))


@lru_cache(maxsize=1 << 17)
def normal_form(word: str) -> str:
    """What one token should have been: letters Persian, half-spaces restored, no marks or kashida."""
    return restore_word(clean(word, letters=True, diacritics=True, kashida=True))


def normalise(document: Document) -> Document:
    """The document with ``normal`` on every token; their number and spans stay."""
    tokens = tuple(
        replace(token, normal=normal_form(token.text)) if is_persian(token) else token
        for token in document.tokens
    )
    return replace(document, tokens=tokens)
