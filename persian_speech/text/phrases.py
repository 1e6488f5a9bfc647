"""Phrases found among tokens whatever the spaces and half-spaces between their words.

A table holds each phrase as one key without spaces; a text's token keys are joined for as long
as some phrase begins that way. «خاطر نشان»، «خاطرنشان» and «خاطر‌نشان» are one entry.
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate


class Phrases[Value]:
    """A table of phrases: key without spaces → value. ``at`` finds the longest at a place."""

    __slots__ = ("_prefixes", "_values")

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._values = dict(values)
        self._prefixes = frozenset(start for phrase in values for start in accumulate(phrase))

    def at(self, keys: Sequence[str], i: int) -> tuple[int, Value] | None:
        """The end (a token index, exclusive) and value of the longest phrase at token ``i``."""
        joined, best = "", None
        for j in range(i, len(keys)):
            joined += keys[j]
            if joined not in self._prefixes:
                break
            if joined in self._values:
                best = j + 1, self._values[joined]
        return best

    def places(self, keys: Sequence[str]) -> list[int]:
        """The tokens at which a phrase may stand: ``at`` finds nothing at any other."""
        return [i for i, key in enumerate(keys) if key in self._prefixes]

    def __len__(self) -> int:
        return len(self._values)
