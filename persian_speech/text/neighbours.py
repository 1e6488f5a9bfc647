"""What two neighbouring words tell together, found once a pair and looked up for a whole text at once."""

from collections.abc import Callable, Hashable, Iterator
from threading import Lock
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from persian_speech.document import TokenKind
from persian_speech.text.vocabulary import Column, Numbered, Numbers, Vocabulary

Slots = NDArray[np.int64]
# A slot holds a token's number, the next one's and an answer's, counted in so many bits, or 0.
NUMBER: Final = 24
ANSWER: Final = 16
ONE_BOTH: Final = (1 << NUMBER + ANSWER) + (1 << ANSWER)  # numbers count from 1 here
# Fibonacci hashing (Knuth, The Art of Computer Programming, volume 3, section 6.4), in two's complement.
SPREAD: Final = 0x9E3779B97F4A7C15 - (1 << 64)
LAST: Final[tuple[str, TokenKind]] = (".", "punctuation")  # stands after the last word


class Neighbours[Told: Hashable]:
    """``find``'s answers by what two words are in a column; a pair may lose its slot to a later one.

    There are few distinct answers, and most pairs tell ``nothing``.
    """

    def __init__(self, words: Column, find: Callable[[Any, Any], Told], nothing: Told, bits: int) -> None:
        """``bits``: of a slot's number; a slot needs 8 bytes."""
        self._words = words
        self._find = find
        self._bits = bits
        self._answers = [nothing]
        self._numbers = {nothing: 0}
        self._lock = Lock()

    def told(self, tokens: Numbered, where: NDArray[np.generic]) -> Iterator[tuple[int, Told]]:
        """Each token at which ``where`` is not 0, and what it tells with the next one, if anything."""
        places = where.nonzero()[0]
        if not len(places):
            return iter(())
        told = self._looked_up(tokens.vocabulary, _pairs(tokens, places)) & ((1 << ANSWER) - 1)
        some = told.nonzero()[0]
        return zip(places[some].tolist(), map(self._answers.__getitem__, told[some].tolist()), strict=True)

    def _looked_up(self, vocabulary: Vocabulary, pairs: Slots) -> Slots:
        """The pairs with their answers' numbers."""
        table = vocabulary.tables.get(self)
        if table is None:
            table = vocabulary.tables.setdefault(self, np.zeros(1 << self._bits, np.int64))
        slots = (pairs * SPREAD >> 64 - self._bits) & ((1 << self._bits) - 1)
        kept: Slots = table[slots]
        new = ((kept ^ pairs) >> ANSWER).nonzero()[0]
        if len(new):
            distinct, at = np.unique(pairs[new], return_inverse=True)
            kept[new] = (distinct | self._found(vocabulary, distinct))[at]
            table[slots[new]] = kept[new]
        return kept

    def _found(self, vocabulary: Vocabulary, pairs: Slots) -> Slots:
        """The numbers of the answers to pairs that have no slot."""
        words, last = self._words.known(vocabulary), (1 << NUMBER) - 1
        firsts = words[(pairs >> NUMBER + ANSWER & last) - 1]
        seconds = words[(pairs >> ANSWER & last) - 1]
        told = list(map(self._find, firsts, seconds))
        with self._lock:
            return np.array(list(map(self._number, told)), np.int64)

    def _number(self, told: Told) -> int:
        if told not in self._numbers:
            self._answers.append(told)
            self._numbers[told] = len(self._numbers)
        return self._numbers[told]


def _pairs(tokens: Numbered, places: Numbers) -> Slots:
    """The tokens at some places and those after them, as a slot holds them without an answer."""
    seconds = tokens.numbers.take(places + 1, mode="clip")
    if places[-1] == len(tokens.numbers) - 1:
        seconds[-1] = tokens.vocabulary.number(*LAST)
    pairs: Slots = (tokens.numbers[places] << NUMBER + ANSWER) + (seconds << ANSWER) + ONE_BOTH
    return pairs
