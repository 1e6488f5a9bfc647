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
from persian_speech.text.pairs import is_particle, one_word
from persian_speech.text.tokens import tokenize

_CHUNK = re.compile(r"(\s*)(\S+)")
_SPACES = frozenset(" \u00a0\u2009\u202f")
_PERSIAN = re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class Chunk:
    """What stands between two spaces: Persian words and what is around them.

    ``words[i]`` stands between ``around[i]`` and ``around[i + 1]``; ``restored`` is the whole. ``opens``
    and ``closes`` are the letters of the words it begins and ends with, if these can be part of a longer one.
    """

    words: tuple[str, ...]
    around: tuple[str, ...]
    restored: str
    opens: str
    closes: str


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


def is_persian(token: Token) -> bool:
    """A word of Persian letters: only those are ever restored."""
    return token.kind == "word" and _PERSIAN.match(token.text) is not None


def _chunk(words: tuple[str, ...], around: tuple[str, ...]) -> Chunk:
    restored = "".join(mark + restore_word(word) for mark, word in zip(around, words, strict=False))
    opens = bare(words[0]) if words and not around[0].strip(ZWNJ) else ""
    closes = bare(words[-1]) if words and not around[-1].strip(ZWNJ) else ""
    opens, closes = ("" if is_particle(word) else word for word in (opens, closes))
    return Chunk(words, around, restored + around[-1], opens, closes)


@lru_cache(maxsize=1 << 16)
def _read(text: str) -> Chunk:
    """A stretch without spaces, read once: «(می‌گوید)،» has one word."""
    words = [token for token in tokenize(text) if is_persian(token)]
    ends = [0, *(word.end for word in words)]
    starts = [*(word.start for word in words), len(text)]
    around = tuple(text[end:start] for end, start in zip(ends, starts, strict=True))
    return _chunk(tuple(word.text for word in words), around)


def _link(first: Chunk, second: Chunk) -> Chunk:
    """Two chunks made one, with a half-space where the letters would join."""
    mark = "" if first.closes[-1] in NEVER_JOINS else ZWNJ
    words = (*first.words[:-1], first.words[-1] + mark + second.words[0], *second.words[1:])
    return _chunk(words, (*first.around[:-1], *second.around[1:]))


def _is_one_word(first: Chunk, gap: str, second: Chunk) -> bool:
    if not first.closes or not (gap == " " or (gap and _SPACES.issuperset(gap))):
        return False
    return one_word(first.closes, second.opens)


def _linked(text: str) -> Iterator[tuple[str, Chunk]]:
    """Each chunk with the white space before it; neighbours linked that are one word."""
    read: list[tuple[str, Chunk]] = []
    for match in _CHUNK.finditer(text):
        gap, chunk = match[1], _read(match[2])
        # A link may make the word before it part of one word too.
        while chunk.opens and read and _is_one_word(read[-1][1], gap, chunk):
            gap, first = read.pop()
            chunk = _link(first, chunk)
        read.append((gap, chunk))
    yield from read


def restore(text: str) -> str:
    """The text with its lost half-spaces; links, numbers and line breaks are untouched. Idempotent."""
    body = text.rstrip()
    return "".join(gap + chunk.restored for gap, chunk in _linked(body)) + text[len(body) :]


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
