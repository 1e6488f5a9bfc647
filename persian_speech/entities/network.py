"""The network: a score for each token and tag, from the words around it and what the rules found.

Two convolutions over the words of a sentence, five words wide, then three. The first sums what each
word gives to each of five places, which is known a word at a time; so it is looked up, and added. Where
a sentence ends, a learnt filling stands for the words that are not there. Most tokens are plainly in no
name: a screen, which sums one number a word and place, leaves the network the fifth that may be. How
both were trained and scored is told in data/tagger.md.
"""

from dataclasses import dataclass, replace
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from persian_speech.entities.decoding import Runs, Transitions

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
Bytes = NDArray[np.int8]
WIDE: Final = 5
NARROW: Final = 3
MARGIN: Final = WIDE // 2  # places of filling between two sentences
REACH: Final = WIDE // 2 + NARROW // 2  # places to each side that a score is told by
LARGEST: Final = 127  # of a gift in a byte
FILLING: Final = 0  # the row of the filling among the words' gifts


@dataclass(frozen=True, slots=True)
class Line:
    """A text's sentences in one line, ``MARGIN`` places of filling before, between and after them.

    rows: what stands at each place, a row of a table or ``FILLING``; places: where each token stands.
    """

    rows: Integers
    places: Integers

    @classmethod
    def of(cls, rows: Integers, firsts: Integers) -> Self:
        """rows: of each token; firsts: the first token of each sentence, the first of them 0."""
        opened = np.zeros(len(rows), np.int64)
        opened[firsts] = MARGIN
        places = opened.cumsum()
        places += np.arange(len(rows))
        line = np.zeros(len(rows) + MARGIN * (len(firsts) + 1), np.int64)
        line[places] = rows
        return cls(line, places)

    def around(self, asked: Integers) -> Integers:
        """The tokens' places that tell the network of some places, ascending."""
        near = np.zeros(len(self.rows), bool)
        beside = asked[:, None] + np.arange(-REACH, REACH + 1)
        near[np.minimum(beside, len(near) - 1)] = True  # the last place holds filling
        near &= self.rows != FILLING
        places: Integers = near.nonzero()[0]
        return places

    def holding(self, places: Integers, rows: Integers) -> Self:
        """The line with other rows at some places, and none at the rest."""
        line = np.zeros(len(self.rows), np.int64)
        line[places] = rows
        return replace(self, rows=line)

    def runs(self, asked: Integers) -> Runs:
        """The runs of neighbouring places among some, one or more, ascending."""
        apart = np.ones(len(asked) + 1, bool)
        np.greater(asked[1:], asked[:-1] + 1, out=apart[1:-1])
        ends = apart.nonzero()[0]
        starts, stops = ends[:-1], ends[1:]
        opens = self.rows[asked[starts] - 1] == FILLING
        return Runs(starts, stops - starts, opens, self.rows[asked[stops - 1] + 1] == FILLING)

    def tokens(self, asked: Integers) -> Integers:
        """The tokens at some places."""
        return self.places.searchsorted(asked)


@dataclass(frozen=True, slots=True)
class Screen:
    """Weights of the screen: ``words`` (numbers of a word × WIDE), ``rules`` (answers × WIDE), ``bias``."""

    words: Floats
    rules: Floats
    bias: Floats

    def passed(self, given: Floats, line: Line) -> Integers:
        """The places of the tokens that may be in a name. given: rows × WIDE, the first of them nothing."""
        leaning = np.zeros(len(line.rows), np.float32)
        inner = leaning[MARGIN:-MARGIN]
        inner += self.bias
        around = given.take(line.rows, axis=0)
        for at in range(WIDE):
            inner += around[at : at + len(inner), at]
        may = leaning > 0
        may &= line.rows != FILLING
        passed: Integers = may.nonzero()[0]
        return passed


@dataclass(frozen=True, slots=True)
class Network:
    """Weights. ``wide`` (numbers of a word × WIDE × hidden): what a word gives to the places around it.

    ``rules`` (answers × WIDE × hidden) is what each answer of the rules gives beside it, ``filling`` (WIDE ×
    hidden) what is given beyond a sentence, ``narrow`` (NARROW · hidden × hidden), ``out`` (hidden × tags).
    Gifts are kept in one byte a number, of which ``scale`` (hidden) tells what 1 is.
    """

    wide: Floats
    wide_bias: Floats
    rules: Floats
    filling: Floats
    scale: Floats
    narrow: Floats
    narrow_bias: Floats
    out: Floats
    out_bias: Floats
    transitions: Transitions
    screen: Screen

    def gifts(self, vectors: Floats) -> Bytes:
        """words × WIDE × hidden: what words of these vectors (words × numbers) give where no rule answers."""
        size, width, hidden = self.wide.shape
        given = (vectors @ self.wide.reshape(size, width * hidden)).reshape(len(vectors), width, hidden)
        return self.kept(given + self.rules[0])

    def ruled(self, gifts: Bytes, said: Integers) -> Bytes:
        """What words that give so much give where the rules answer so."""
        return self.kept(gifts * self.scale + (self.rules[said] - self.rules[0]))

    def kept(self, gifts: Floats) -> Bytes:
        """Gifts in a byte a number."""
        return np.clip(np.rint(gifts / self.scale), -LARGEST, LARGEST).astype(np.int8)

    def scores(self, gifts: Bytes, line: Line, asked: Integers) -> Floats:
        """asked × tags, for the tokens at some places of a line. gifts: rows × WIDE × hidden."""
        beside = asked[:, None] + np.arange(-(NARROW // 2), NARROW // 2 + 1)
        near = np.zeros(len(line.rows), bool)
        near[beside] = True
        near &= line.rows != FILLING
        hidden = self._hidden(gifts, line, near.nonzero()[0])
        around = hidden.take((near.cumsum() * near).take(beside), axis=0)  # asked × NARROW × hidden
        deep: Floats = around.reshape(len(asked), len(self.narrow)) @ self.narrow
        deep += self.narrow_bias
        np.maximum(deep, 0, out=deep)
        deep += around[:, NARROW // 2]
        scores: Floats = deep @ self.out + self.out_bias
        return scores

    def _hidden(self, gifts: Bytes, line: Line, places: Integers) -> Floats:
        """The first convolution at some tokens' places, a row each after one of nothing."""
        flat = gifts.reshape(-1, gifts.shape[2])
        at = np.arange(WIDE)[:, None]
        rows = line.rows.take(places + (at - MARGIN))
        rows *= WIDE
        rows += at
        hidden = np.zeros((len(places) + 1, flat.shape[1]), np.float32)
        wide = hidden[1:]
        np.multiply(flat.take(rows, axis=0).sum(axis=0, dtype=np.int16), self.scale, out=wide)
        wide += self.wide_bias
        np.maximum(wide, 0, out=wide)
        return hidden
