"""Counts of items in groups and documents, kept as arrays of numbers however long the texts are."""

from array import array
from collections import Counter
from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING

from persian_speech.text.letters import key

if TYPE_CHECKING:
    from pandas import DataFrame, Series


class Columns:
    """A table of whole numbers that grows by rows, four bytes a number."""

    def __init__(self, *names: str) -> None:
        self.columns = {name: array("I") for name in names}

    def append(self, *row: int) -> None:
        """One row more."""
        for column, value in zip(self.columns.values(), row, strict=True):
            column.append(value)

    def frame(self) -> "DataFrame":
        """The table, as whole numbers of eight bytes."""
        import numpy as np
        from pandas import DataFrame

        return DataFrame({name: np.asarray(column, dtype="int64") for name, column in self.columns.items()})


class Tally:
    """How often each item was met in each group and document, and how many words these have.

    Items that share a key are one: «خامنه ای» and «خامنه‌ای»; the commonest spelling names them.
    """

    def __init__(self) -> None:
        self.counts = Columns("group", "document", "item", "count")
        self.sizes = Columns("group", "document", "words")
        self._groups: dict[Hashable, int] = {}
        self._items: dict[str, int] = {}
        self._spellings = Counter[str]()

    def add(self, group: Hashable, document: int, items: Mapping[str, int], words: int) -> None:
        """Counts a document's items that belong to the group, of so many words."""
        number = self._groups.setdefault(group, len(self._groups))
        merged = Counter[int]()
        for item, count in items.items():
            merged[self._items.setdefault(key(item), len(self._items))] += count
            self._spellings[item] += count
        for item_number, count in merged.items():
            self.counts.append(number, document, item_number, count)
        self.sizes.append(number, document, words)

    def groups(self) -> "Series[str]":
        """The groups by their numbers."""
        from pandas import Series

        return Series(list(self._groups), dtype="string")

    def items(self) -> "Series[str]":
        """The items' names by their numbers."""
        from pandas import Series

        names: dict[int, str] = {}
        for spelling, _ in self._spellings.most_common():
            names.setdefault(self._items[key(spelling)], spelling)
        return Series(names, dtype="string")
