"""The network: a score for each token and tag, from the words around it and what the rules found.

Two convolutions over the words of a sentence, five words wide, then three. The first sums what each
word gives to each of five places, which is known a word at a time; so it is looked up, and added. Where
a sentence ends, a learnt filling stands for the words that are not there. How the network was trained
and scored is told in data/tagger.md.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from persian_speech.entities.decoding import Transitions

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
WIDE: Final = 5
NARROW: Final = 3
MARGIN: Final = WIDE // 2  # places of filling between two sentences
FILLING: Final = 0  # the row of the filling among the words' gifts


@dataclass(frozen=True, slots=True)
class Network:
    """Weights. ``wide`` (numbers of a word × WIDE × hidden): what a word gives to the places around it.

    ``rules`` (answers × WIDE × hidden) is what each answer of the rules gives beside it, ``filling`` (WIDE ×
    hidden) what is given beyond a sentence, ``narrow`` (NARROW · hidden × hidden), ``out`` (hidden × tags).
    """

    wide: Floats
    wide_bias: Floats
    rules: Floats
    filling: Floats
    narrow: Floats
    narrow_bias: Floats
    out: Floats
    out_bias: Floats
    transitions: Transitions

    def gifts(self, vectors: Floats) -> Floats:
        """words × WIDE × hidden: what words of these vectors (words × numbers) give where no rule answers."""
        size, width, hidden = self.wide.shape
        given = vectors @ self.wide.reshape(size, width * hidden)
        unruled: Floats = given.reshape(len(vectors), width, hidden) + self.rules[0]
        return unruled

    def scores(self, gifts: Floats, rows: Integers, answers: Integers, firsts: Integers) -> Floats:
        """tokens × tags. gifts: rows × WIDE × hidden, the first of them the filling's.

        rows, answers: of each token; firsts: the first token of each sentence.
        """
        opened = np.zeros(len(rows), np.int64)
        opened[firsts] = MARGIN
        places = np.arange(len(rows)) + np.cumsum(opened)
        filled = np.full(len(rows) + MARGIN * (len(firsts) + 1), FILLING, np.int64)
        filled[places] = rows
        given = gifts[filled]
        wide = np.zeros((len(filled), self.wide_bias.shape[0]), np.float32)
        inner = wide[MARGIN:-MARGIN]
        inner += self.wide_bias
        for at in range(WIDE):
            inner += given[at : at + len(inner), at]
        told = np.flatnonzero(answers)
        for at in range(WIDE):
            wide[places[told] + MARGIN - at] += self.rules[answers[told], at] - self.rules[0, at]
        hidden = np.maximum(wide, 0, out=wide)
        hidden[filled == FILLING] = 0
        around = hidden[places[:, None] + np.arange(NARROW) - NARROW // 2]  # tokens × NARROW × hidden
        deep = around.reshape(len(rows), -1) @ self.narrow
        deep += self.narrow_bias
        np.maximum(deep, 0, out=deep)
        deep += around[:, NARROW // 2]
        scores: Floats = deep @ self.out + self.out_bias
        return scores
