"""Phrases found among tokens whatever the spaces and half-spaces between their words.

A table holds each phrase as one key without spaces; a text's token keys are joined for as long
as some phrase begins that way. «خاطر نشان»، «خاطرنشان» and «خاطر‌نشان» are one entry.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate


class Phrases[Value]:
    """A table of phrases: key without spaces → value. ``at`` finds the longest at a place."""

    __slots__ = ("_prefixes", "_suffixes", "_values")

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._values = dict(values)
        self._prefixes = frozenset(start for phrase in values for start in accumulate(phrase))
        self._suffixes: frozenset[str] | None = None

    def at(self, keys: Sequence[str], i: int) -> tuple[int, Value] | None:
        """The end (a token index, exclusive) and value of the longest phrase at token ``i``."""
        prefixes, values = self._prefixes, self._values
        if i >= len(keys) or (joined := keys[i]) not in prefixes:
            return None
        best = (i + 1, values[joined]) if joined in values else None
        for j in range(i + 1, len(keys)):
            joined += keys[j]
            if joined not in prefixes:
                break
            if joined in values:
                best = j + 1, values[joined]
        return best

    def ending(self, keys: Sequence[str], i: int, first: int = 0) -> Iterator[Value]:
        """The values of the phrases that end before token ``i`` and begin at ``first`` or later."""
        if self._suffixes is None:
            self._suffixes = frozenset(p[at:] for p in self._values for at in range(len(p) + 1))
        joined = ""
        for j in range(i - 1, first - 1, -1):
            joined = keys[j] + joined
            if joined not in self._suffixes:
                return
            if joined in self._values:
                yield self._values[joined]

    def places(self, keys: Sequence[str], among: Sequence[int]) -> list[int]:
        """Those of some tokens, each of which may open a phrase, at which one may stand: ``at`` finds it."""
        if not among:
            return []
        prefixes, values, words = self._prefixes, self._values, (*keys, "")
        return [i for i in among if words[i] in values or words[i] + words[i + 1] in prefixes]

    def opens(self, word: str) -> bool:
        """Whether a phrase may begin with a word, given as its key."""
        return word in self._prefixes

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)
