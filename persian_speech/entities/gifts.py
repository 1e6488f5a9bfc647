"""What each word gives to the network and to its screen, with each answer of the rules, worked out once."""

from collections.abc import Sequence
from itertools import batched
from threading import Lock
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from persian_speech.entities.network import FILLING, WIDE, Network
from persian_speech.entities.reading import Reading
from persian_speech.entities.vectors import Lexicon
from persian_speech.text.vocabulary import Vocabulary

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
Bytes = NDArray[np.int8]
MOST: Final = 5 << 13  # rows, 640 bytes each; past that all are forgotten. A thousand news items have 30,000.
AT_ONCE: Final = 1 << 12  # rows that are worked out together, 2.5 kB each in the making


class Given(NamedTuple):
    """The row of each token, and what rows give: ``wide`` (rows × WIDE × hidden), ``leaning`` (rows × WIDE).

    ``wide`` is for the network's first layer, ``leaning`` for the screen; the first row is the filling's.
    """

    rows: Integers
    wide: Bytes
    leaning: Floats


class Gifts:
    """A row for the filling, one for each word, and one for each word and what rules answer at it."""

    _places: Integers  # the rows of words, by the vocabulary's numbers
    _wide: Bytes
    _leaning: Floats

    def __init__(self, lexicon: Lexicon, network: Network) -> None:
        self._lexicon = lexicon
        self._network = network
        self._learning = Lock()
        self._begin(None)

    def given(self, reading: Reading, said: Integers) -> Given:
        """What each token of a reading gives. said: what the rules answer at each."""
        numbers, vocabulary = reading.tokens.numbers, reading.tokens.vocabulary
        with self._learning:
            if vocabulary is not self._vocabulary or self._used > MOST:
                self._begin(vocabulary)
            self._places = _roomy(self._places, len(vocabulary.texts))
            rows = self._places[numbers]
            if not rows.all():
                for new in batched(dict.fromkeys(numbers[rows == FILLING].tolist()), AT_ONCE):
                    self._meet(list(new), vocabulary.texts)
                rows = self._places[numbers]
            told = said.nonzero()[0]
            codes = (rows[told] * len(self._network.rules) + said[told]).tolist()
            try:
                rows[told] = list(map(self._told.__getitem__, codes))
            except KeyError:
                unmet = [code for code in dict.fromkeys(codes) if code not in self._told]
                for new in batched(unmet, AT_ONCE):
                    self._tell(new)
                rows[told] = list(map(self._told.__getitem__, codes))
            return Given(rows, self._wide, self._leaning)

    def _begin(self, vocabulary: Vocabulary | None) -> None:
        """Begins anew with the filling."""
        hidden = self._network.wide_bias.shape[0]
        self._vocabulary = vocabulary
        self._used = FILLING + 1
        self._places = np.zeros(MOST, np.int64)
        self._told: dict[int, int] = {}
        self._wide = np.empty((MOST, WIDE, hidden), np.int8)  # memory is taken as rows are written
        self._wide[FILLING] = self._network.kept(self._network.filling)
        self._leaning = np.zeros((MOST, WIDE), np.float32)

    def _meet(self, numbers: Sequence[int], texts: Sequence[str]) -> None:
        """Lays rows for words that were not met, where no rule answers."""
        rows = self._more(len(numbers))
        vectors = self._lexicon.vectors([texts[number] for number in numbers])
        self._wide[rows] = self._network.gifts(vectors)
        self._leaning[rows] = vectors @ self._network.screen.words
        self._places[numbers] = np.arange(rows.start, rows.stop)

    def _tell(self, new: Sequence[int]) -> None:
        """Lays rows for words' rows and answers that were not met together."""
        rows = self._more(len(new))
        of, said = np.divmod(np.array(new), len(self._network.rules))
        self._wide[rows] = self._network.ruled(self._wide[of], said)
        self._leaning[rows] = self._leaning[of] + self._network.screen.rules[said]
        self._told.update(zip(new, range(rows.start, rows.stop), strict=True))

    def _more(self, count: int) -> slice:
        """So many rows that are not in use."""
        first, self._used = self._used, self._used + count
        self._wide, self._leaning = _roomy(self._wide, self._used), _roomy(self._leaning, self._used)
        return slice(first, self._used)


def _roomy[Kind: np.generic](table: NDArray[Kind], rows: int) -> NDArray[Kind]:
    """The table with room for so many rows."""
    if rows <= len(table):
        return table
    larger = np.zeros((max(rows, 2 * len(table)), *table.shape[1:]), table.dtype)
    larger[: len(table)] = table
    return larger
