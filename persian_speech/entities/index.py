"""An index of phrases by the keys of their words run together.

Half-spaced, spaced and joined typing share one key, so a phrase matches over any number of
tokens: the longest run of tokens whose joined keys spell a phrase wins. The sorted keys serve
as the trie: a bisection tells whether any phrase goes on.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

_EZAFE = ("ای", "وی")  # «آسیای», «شورای»


class NameIndex[Value]:
    """Phrases by joined key: which words open one, and the longest that starts at a token."""

    __slots__ = ("_sorted", "_table")

    def __init__(self, table: Mapping[str, Value]) -> None:
        self._table = table
        self._sorted = sorted(table)

    def get(self, joined: str) -> Value | None:
        """The phrase with that key, also when it carries the ezafe «ی» after a vowel."""
        found = self._table.get(joined)
        if found is None and joined.endswith(_EZAFE):
            return self._table.get(joined[:-1])
        return found

    def opens(self, joined: str) -> bool:
        """Whether some phrase begins with these letters."""
        place = bisect_left(self._sorted, joined)
        begins = place < len(self._sorted) and self._sorted[place].startswith(joined)
        return begins or self.get(joined) is not None

    def longest(self, keys: Sequence[str], start: int, limit: int) -> tuple[int, Value] | None:
        """The end and the value of the longest phrase over tokens from ``start``, before ``limit``."""
        best: tuple[int, Value] | None = None
        joined = ""
        for at in range(start, limit):
            joined += keys[at]
            value = self.get(joined) if keys[at] else None
            if value is not None:
                best = at + 1, value
            if not joined or not self.opens(joined):
                break
        return best
