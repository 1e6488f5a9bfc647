"""The distinct words of all texts that were read, and what is known of each, as columns of arrays."""

from collections.abc import Sequence
from itertools import islice
from threading import Lock
from typing import Final

import numpy as np
from numpy.typing import NDArray

from persian_speech.entities.words import word

Integers = NDArray[np.int64]
# Distinct words, 2.5 kB each with what the network keeps; past that all are forgotten. A million tokens of
# news have 45,000.
MOST: Final = 1 << 16


class Vocabulary:
    """A row for each distinct word as typed; row 0 is no word's. Rows are only ever added.

    ``words`` (what is known of each), ``keys`` (a comma's is empty), ``kinds`` and ``times`` (the code point
    of its letter in the grammar of dates and sums) are of one length, of which ``len`` are in use.
    """

    def __init__(self) -> None:
        self._rows: dict[str, int] = {}
        self._learning = Lock()
        self.words = np.empty(1, object)
        self.keys = np.empty(1, object)
        self.kinds = np.zeros(1, np.int64)
        self.times = np.zeros(1, np.uint8)

    def __len__(self) -> int:
        return len(self._rows) + 1

    def rows_of(self, texts: Sequence[str]) -> Integers:
        """The row of each word; one that was not met is given its row."""
        rows = self._rows
        try:
            return np.fromiter(map(rows.__getitem__, texts), np.int64, len(texts))
        except KeyError:
            self._learn(texts)
            return np.fromiter(map(rows.__getitem__, texts), np.int64, len(texts))

    def texts_after(self, row: int) -> list[str]:
        """The words from a row on."""
        return list(islice(self._rows, row - 1, None))

    def _learn(self, texts: Sequence[str]) -> None:
        with self._learning:
            new = [text for text in dict.fromkeys(texts) if text not in self._rows]
            first, end = len(self), len(self) + len(new)
            if end > len(self.kinds):
                for name in ("words", "keys", "kinds", "times"):
                    column = getattr(self, name)
                    setattr(self, name, np.concatenate((column, np.zeros(end, column.dtype))))
            for row, fact in enumerate(map(word, new), first):
                self.words[row] = fact
                self.keys[row] = "" if fact.key == "،" else fact.key
                self.kinds[row] = fact.kinds
                self.times[row] = ord(fact.time)
            self._rows.update(zip(new, range(first, end), strict=True))


_KEPT: list[Vocabulary] = []


def vocabulary() -> Vocabulary:
    """The vocabulary of this process, begun anew when it is full."""
    if not _KEPT or len(_KEPT[0]) > MOST:
        _KEPT[:] = [Vocabulary()]
    return _KEPT[0]
