"""A vector for each distinct word: stored for the words that training knew, made of letters for others.

The network's first layer looks at a word by itself, so it is folded into one row of numbers a word
when the model is made. A word that was never met has its row made once, from its beginnings, endings
and letters and from what the tables say of it, and is remembered.
"""

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from persian_speech.entities.words import word
from persian_speech.text.letters import ZWNJ

Floats = NDArray[np.float32]
BUCKETS: Final = 1 << 15  # of pieces of words
LONGEST: Final = 24  # letters of a word that are looked at
KINDS: Final = 17  # bits of a word's kinds
LARGEST: Final = 127  # of a number in a byte
UNKNOWN: Final = -1  # in the place of a row
TIMES: Final = "$%().NPTYabcdefghijklmnopqrstuvwxyz"  # letters of the grammar of dates and sums
_FIGURE = re.compile(r"\d")


def model_key(text: str) -> str:
    """The key that a word's vector is kept under: its folded letters, every figure as 0."""
    return _FIGURE.sub("0", word(text).key or text)


def pieces(folded: str) -> list[int]:
    """The buckets of a word's beginnings and endings of up to four letters, and of its letters by threes."""
    folded = folded[:LONGEST]
    framed = f"^{folded}$"
    parts = [
        part for n in range(1, min(4, len(folded)) + 1) for part in (f"p{folded[:n]}", f"s{folded[-n:]}")
    ]
    parts += (framed[at : at + 3] for at in range(len(framed) - 2))
    return [zlib.crc32(part.encode()) % BUCKETS for part in parts]


def facts(text: str, folded: str) -> list[float]:
    """What the tables say of a word and what shape it has, as numbers."""
    fact = word(text)
    shape = (
        folded.isdigit(),
        folded.isascii() and folded.isalpha(),
        not any(c.isalnum() for c in folded),
        any(c.isdigit() for c in folded),
        len(folded) <= 2,
        len(folded) >= 8,
        len(folded) == 4 and folded.isdigit(),
        ZWNJ in text,
    )
    return [*_bits(fact.kinds), *_part(fact.time), *map(float, shape)]


@cache
def _bits(kinds: int) -> tuple[float, ...]:
    return tuple(float(kinds >> bit & 1) for bit in range(KINDS))


@cache
def _part(time: str) -> tuple[float, ...]:
    """Which part of the grammar of dates and sums a letter is."""
    return tuple(float(time == letter) for letter in TIMES)


@dataclass(frozen=True, slots=True)
class Spelling:
    """Weights that make a vector of a word's letters and facts, as the stored ones were made.

    ``pieces`` (BUCKETS × numbers) times ``scale`` is what each piece of a word adds, ``facts`` what a fact.
    """

    pieces: NDArray[np.int8]
    scale: Floats
    facts: Floats
    bias: Floats

    def vectors(self, texts: Sequence[str]) -> Floats:
        """words × numbers, for one word or more."""
        folded = list(map(model_key, texts))
        found = list(map(pieces, folded))
        counts = np.array(list(map(len, found)))
        summed = np.add.reduceat(
            self.pieces.take(np.concatenate(found), axis=0), counts.cumsum() - counts, axis=0, dtype=np.int32
        )
        spelt = summed * self.scale / np.sqrt(counts[:, None] + np.float32(1))
        told = np.array(list(map(facts, texts, folded)), np.float32) @ self.facts
        whole: Floats = np.tanh(spelt + told + self.bias).astype(np.float32)
        return whole


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The vectors of words, by key: rows of ``stored``, LARGEST standing for 1; others are spelt."""

    rows: Mapping[str, int]
    stored: NDArray[np.int8]
    spelling: Spelling

    def found(self, texts: Sequence[str]) -> list[int]:
        """The row of each word as typed, UNKNOWN where training did not meet it."""
        return [self.rows.get(model_key(text), UNKNOWN) for text in texts]

    def kept(self, rows: NDArray[np.integer[Any]]) -> Floats:
        """The vectors in some rows."""
        kept: Floats = self.stored[rows].astype(np.float32) / np.float32(LARGEST)
        return kept

    def vectors(self, texts: Sequence[str]) -> Floats:
        """words × numbers, for words as typed."""
        found = np.array(self.found(texts))
        vectors = self.kept(np.maximum(found, 0))
        new = (found == UNKNOWN).nonzero()[0]
        if len(new):
            vectors[new] = self.spelling.vectors([texts[at] for at in new.tolist()])
        return vectors
