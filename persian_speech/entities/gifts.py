"""What each word gives to the network and to its screen, with each answer of the rules, worked out once.

How a word leans is kept for all words of a vocabulary, and so is its vector; what it gives to the network
is as much as ten vectors, is worked out of these, and forgotten where it was not asked for of late.
"""

from collections.abc import Sequence
from itertools import batched
from threading import Lock
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from persian_speech.entities.network import FILLING, WIDE, Network
from persian_speech.entities.vectors import UNKNOWN, Lexicon
from persian_speech.text.vocabulary import Numbered, Vocabulary

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
Bytes = NDArray[np.int8]
# Rows, 640 bytes each; past that a half is forgotten, those that were asked for longest ago. A thousand news
# items have as many, and hardly any text has more than ROOM that are new.
MOST: Final = 1 << 15
ROOM: Final = 1 << 12
AT_ONCE: Final = 1 << 12  # words or rows that are worked out together, 2.5 kB each in the making


class Gifts:
    """A row for the filling, and one for each word with each answer of the rules that was asked for of late.

    Who asks holds ``lock`` until the answers are used.
    """

    wide: Bytes
    """What rows give to the network's first layer: rows × WIDE × hidden."""

    def __init__(self, lexicon: Lexicon, network: Network) -> None:
        self._lexicon = lexicon
        self._network = network
        self.lock = Lock()
        self._begin(None)

    def leaning(self, tokens: Numbered, said: Integers) -> Floats:
        """(1 + tokens) × WIDE: nothing, then what each token gives to the screen.

        said: what the rules answer at each token.
        """
        if tokens.vocabulary is not self._vocabulary:
            self._begin(tokens.vocabulary)
        elif self._used > MOST:
            self._forget()
        new = range(self._known, len(tokens.vocabulary.texts))
        for numbers in batched(new, AT_ONCE):
            self._know(tokens.vocabulary.texts[numbers[0] : numbers[-1] + 1])
        given = np.zeros((len(said) + 1, WIDE), np.float32)
        given[1:] = self._leaning[tokens.numbers]
        told = said.nonzero()[0]
        given[told + 1] += self._network.screen.rules[said[told]]
        return given

    def rows(self, numbers: Integers, said: Integers) -> Integers:
        """The row of each of some words: numbers of the vocabulary, and what the rules answer at each."""
        rows = self._places[numbers]
        if not rows.all():
            for new in batched(dict.fromkeys(numbers[rows == FILLING].tolist()), AT_ONCE):
                self._meet(np.array(new))
            rows = self._places[numbers]
        self._asked[rows] = self._turn
        told = said.nonzero()[0]
        codes = (rows[told] * len(self._network.rules) + said[told]).tolist()
        try:
            rows[told] = list(map(self._told.__getitem__, codes))
        except KeyError:
            unmet = [code for code in dict.fromkeys(codes) if code not in self._told]
            for codes_at_once in batched(unmet, AT_ONCE):
                self._tell(codes_at_once)
            rows[told] = list(map(self._told.__getitem__, codes))
        self._asked[rows[told]] = self._turn
        self._turn += 1
        return rows

    def _begin(self, vocabulary: Vocabulary | None) -> None:
        """Begins anew with the filling."""
        size, hidden = self._network.wide.shape[0], self._network.wide_bias.shape[0]
        self._vocabulary = vocabulary
        # By number of the vocabulary: how words lean, where their vectors are (a row of the lexicon's, or
        # the bits turned over, of those spelt here), and their rows.
        self._known = self._spelt = 0
        self._leaning = np.empty((AT_ONCE, WIDE), np.float32)
        self._sources = np.empty(AT_ONCE, np.int32)
        self._spellings = np.empty((AT_ONCE, size), np.float32)
        self._places = np.zeros(AT_ONCE, np.int64)
        self._used = FILLING + 1
        self._turn = 0
        self._told: dict[int, int] = {}
        self._asked = np.zeros(MOST + ROOM, np.int64)
        self.wide = np.empty((MOST + ROOM, WIDE, hidden), np.int8)  # memory is taken as rows are written
        self.wide[FILLING] = self._network.kept(self._network.filling)

    def _know(self, texts: Sequence[str]) -> None:
        """How the next words of the vocabulary lean, and where their vectors are."""
        sources = np.array(self._lexicon.found(texts), np.int32)
        unknown = (sources == UNKNOWN).nonzero()[0]
        first, self._known = self._known, self._known + len(texts)
        if len(unknown):
            begin, self._spelt = self._spelt, self._spelt + len(unknown)
            self._spellings = _roomy(self._spellings, self._spelt)
            self._spellings[begin : self._spelt] = self._lexicon.spelling.vectors(
                [texts[at] for at in unknown.tolist()]
            )
            sources[unknown] = ~np.arange(begin, self._spelt, dtype=np.int32)
        self._sources = _roomy(self._sources, self._known)
        self._sources[first : self._known] = sources
        self._places = _roomy(self._places, self._known)
        self._leaning = _roomy(self._leaning, self._known)
        vectors = self._vectors(np.arange(first, self._known))
        self._leaning[first : self._known] = vectors @ self._network.screen.words

    def _vectors(self, numbers: Integers) -> Floats:
        """words × numbers of a vector."""
        sources = self._sources[numbers]
        vectors = self._lexicon.kept(np.maximum(sources, 0))
        spelt = sources < 0
        vectors[spelt] = self._spellings[~sources[spelt]]
        return vectors

    def _forget(self) -> None:
        """Rows that were not asked for of late make room; the others move to the front."""
        self._asked[FILLING] = self._turn
        kept = np.sort(self._asked[: self._used].argpartition(-(MOST // 2))[-(MOST // 2) :])
        moved = np.zeros(self._used, np.int64)
        moved[kept] = np.arange(len(kept))
        self._places = moved[self._places]
        told = np.array(list(self._told.items()), np.int64).reshape(-1, 2)
        of, said = np.divmod(told[:, 0], len(self._network.rules))
        of, rows = moved[of], moved[told[:, 1]]
        still = ((of != FILLING) & (rows != FILLING)).nonzero()[0]
        codes = of * len(self._network.rules) + said
        self._told = dict(zip(codes[still].tolist(), rows[still].tolist(), strict=True))
        for begin in range(0, len(kept), AT_ONCE):
            old = kept[begin : begin + AT_ONCE]
            for table in (self._asked, self.wide):
                table[begin : begin + len(old)] = table[old]  # what comes later stands further behind
        self._asked, self.wide = _tight(self._asked), _tight(self.wide)
        self._used = len(kept)

    def _meet(self, numbers: Integers) -> None:
        """Lays rows for words that were not met, where no rule answers."""
        rows = self._more(len(numbers))
        self.wide[rows] = self._network.gifts(self._vectors(numbers))
        self._places[numbers] = np.arange(rows.start, rows.stop)

    def _tell(self, new: Sequence[int]) -> None:
        """Lays rows for words' rows and answers that were not met together."""
        rows = self._more(len(new))
        of, said = np.divmod(np.array(new), len(self._network.rules))
        self.wide[rows] = self._network.ruled(self.wide[of], said)
        self._told.update(zip(new, range(rows.start, rows.stop), strict=True))

    def _more(self, count: int) -> slice:
        """So many rows that are not in use."""
        first, self._used = self._used, self._used + count
        self._asked, self.wide = _roomy(self._asked, self._used), _roomy(self.wide, self._used)
        return slice(first, self._used)


def _roomy[Kind: np.generic](table: NDArray[Kind], rows: int) -> NDArray[Kind]:
    """The table with room for so many rows."""
    if rows <= len(table):
        return table
    larger = np.zeros((max(rows, 2 * len(table)), *table.shape[1:]), table.dtype)
    larger[: len(table)] = table
    return larger


def _tight(table: NDArray[Any]) -> NDArray[Any]:
    """The table without what a giant of a text needed."""
    return table if len(table) <= MOST + ROOM else table[: MOST + ROOM].copy()
