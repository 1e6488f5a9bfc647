"""An index of phrases by the keys of their words run together.

Half-spaced, spaced and joined typing share one key, so a phrase matches over any number of
tokens: the longest run of tokens whose joined keys spell a phrase wins. All beginnings of phrases
are kept, so one look tells whether any phrase goes on.
"""

from collections.abc import ItemsView, Mapping, Sequence

_VOWELS = ("ا", "و")  # «آسیای», «شورای»


class NameIndex[Value]:
    """Phrases by joined key: which words open one, and the longest that starts at a token."""

    __slots__ = ("_table", "begun")

    def __init__(self, table: Mapping[str, Value]) -> None:
        # a phrase carries the ezafe «ی» after a vowel, where no other is spelt so
        ezafe = {phrase + "ی": value for phrase, value in table.items() if phrase.endswith(_VOWELS)}
        self._table = ezafe | dict(table)
        self.begun = {phrase[:end] for phrase in table for end in range(1, len(phrase) + 1)} | ezafe.keys()
        """All beginnings of phrases, the whole ones among them."""

    def get(self, joined: str) -> Value | None:
        """The phrase with that key, also when it carries the ezafe «ی» after a vowel."""
        return self._table.get(joined)

    def opens(self, joined: str) -> bool:
        """Whether some phrase begins with these letters."""
        return joined in self.begun

    def items(self) -> ItemsView[str, Value]:
        """The phrases by joined key."""
        return self._table.items()

    def longest(self, keys: Sequence[str], start: int, limit: int) -> tuple[int, Value] | None:
        """The end and the value of the longest phrase over tokens from ``start``, before ``limit``."""
        best: tuple[int, Value] | None = None
        joined = ""
        table, begun = self._table, self.begun
        for at in range(start, limit):
            joined += keys[at]
            value = table.get(joined)
            if value is None and joined not in begun:
                break
            if value is not None and keys[at]:
                best = at + 1, value
        return best
