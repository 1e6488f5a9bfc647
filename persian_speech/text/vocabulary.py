"""Tokens by number: each distinct token of all texts has one, so what it tells is looked up in arrays.

A stretch between two spaces is cut once, the first time it is met; a text is then numbers of stretches,
which numpy spells out as numbers of tokens and their places. Columns of strings are made from these when
they are asked for.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from threading import RLock
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from persian_speech.document import Token, TokenKind, Tokens

MOST = 100_000  # distinct stretches, as many as 20 MB of news have; past that a new vocabulary is begun
Numbers = NDArray[np.intp]  # what numpy takes places in arrays by without a copy
Cut = tuple[Sequence[str], Sequence[TokenKind], Sequence[int]]
"""The tokens of a stretch: texts, kinds, and starts within it in code points."""
COLUMNS = frozenset({"starts", "texts", "kinds", "normals"})


class Growing:
    """An array that grows: ``data`` has room to spare behind the ``size`` numbers that count."""

    def __init__(self, dtype: type[np.generic] = np.intp) -> None:
        self.data: NDArray[Any] = np.empty(1 << 12, dtype)
        self.size = 0

    def extend(self, numbers: Sequence[object]) -> None:
        """Adds what is in a list at the end."""
        size = self.size + len(numbers)
        if size > len(self.data):
            larger = np.empty(size + len(self.data), self.data.dtype)  # memory is taken as it is filled
            larger[: self.size] = self.data[: self.size]
            self.data = larger
        self.data[self.size : size] = numbers
        self.size = size


class Column:
    """What a token tells, found once for each distinct one of a vocabulary, in an array."""

    def __init__(self, find: Callable[[str, TokenKind], object], dtype: type[np.generic]) -> None:
        """``find``: what a token tells by its text and kind, of the type of the array."""
        self.find = find
        self.dtype = dtype

    def of(self, tokens: "Numbered") -> NDArray[Any]:
        """A column of the tokens."""
        return self.known(tokens.vocabulary)[tokens.numbers]

    def known(self, vocabulary: "Vocabulary") -> NDArray[Any]:
        """What each token of the vocabulary tells, by number; there is room to spare behind."""
        column = vocabulary.columns.get(self)
        if column is None or column.size < len(vocabulary.texts):
            column = self._learn(vocabulary)
        return column.data

    def _learn(self, vocabulary: "Vocabulary") -> Growing:
        with vocabulary.lock:
            column = vocabulary.columns.setdefault(self, Growing(self.dtype))
            try:
                column.extend(self._new(vocabulary, slice(column.size, len(vocabulary.texts))))
            except Exception:
                vocabulary.whole = False  # a word that breaks must not stand in every later text's way
                raise
            return column

    def _new(self, vocabulary: "Vocabulary", new: slice) -> list[object]:
        return list(map(self.find, vocabulary.texts[new], vocabulary.kinds[new]))


class Derived(Column):
    """What an object tells that stands in another column."""

    def __init__(self, source: Column, tell: Callable[[Any], object], dtype: type[np.generic]) -> None:
        super().__init__(lambda text, kind: tell(source.find(text, kind)), dtype)
        self.source = source
        self.tell = tell

    def _new(self, vocabulary: "Vocabulary", new: slice) -> list[object]:
        return list(map(self.tell, self.source.known(vocabulary)[new]))


class Strings(Column):
    """A string that a token's text tells."""

    def __init__(self, find: Callable[[str], str]) -> None:
        super().__init__(lambda text, _: find(text), np.object_)

    def listed(self, tokens: "Numbered") -> list[str]:
        """The column as a list."""
        strings: list[str] = self.of(tokens).tolist()
        return strings


class Sort(Column):
    """What sorts a token is of, as the bits of a number, at most eight."""

    def __init__(self, find: Callable[[str, TokenKind], int]) -> None:
        super().__init__(find, np.uint8)


_TEXTS = Strings(lambda text: text)
_KINDS = Column(lambda _, kind: kind, np.object_)


class Distinct(dict[tuple[str, TokenKind], int]):
    """Tokens by text and kind → number, and their texts and kinds by number."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.kinds: list[TokenKind] = []

    def __missing__(self, token: tuple[str, TokenKind]) -> int:
        self.texts.append(token[0])
        self.kinds.append(token[1])
        number = self[token] = len(self)
        return number


class Vocabulary(dict[str, int]):
    """Stretches by text → number, and what is known of each, and of each token, by number."""

    def __init__(self, cut: Callable[[str], Cut]) -> None:
        super().__init__()
        self.cut = cut
        self.lock = RLock()
        self.whole = True
        """Whether every column that was asked for could be told of every token."""
        self._distinct = Distinct()
        self.texts, self.kinds = self._distinct.texts, self._distinct.kinds
        self.columns: dict[Column, Growing] = {}
        self.tables: dict[object, NDArray[Any]] = {}
        """What pairs of tokens tell, by who asks."""
        self._new: list[tuple[int, *Cut]] = []
        # By number of a stretch: its length with the space, its tokens' count and the first one's index in
        # the two columns below, which hold all stretches' tokens: numbers and starts.
        self._lengths, self._counts, self._firsts = Growing(), Growing(), Growing()
        self._tokens, self._starts = Growing(), Growing()

    def __missing__(self, stretch: str) -> int:
        self._new.append((len(stretch) + 1, *self.cut(stretch)))
        number = self[stretch] = len(self)
        return number

    def number(self, text: str, kind: TokenKind) -> int:
        """The number of a token."""
        with self.lock:
            return self._distinct[text, kind]

    def _numbers(self, texts: Iterable[str], kinds: Iterable[TokenKind]) -> list[int]:
        """The numbers of tokens, new ones for new tokens."""
        return list(map(self._distinct.__getitem__, zip(texts, kinds, strict=True)))

    def _learn(self) -> None:
        """What was cut since the last text goes into the arrays."""
        new, self._new = self._new, []
        lengths, texts, kinds, starts = zip(*new, strict=True)
        counts = list(map(len, texts))
        self._lengths.extend(lengths)
        self._counts.extend(counts)
        self._firsts.extend(list(accumulate(counts[:-1], initial=self._tokens.size)))
        self._tokens.extend(self._numbers(chain.from_iterable(texts), chain.from_iterable(kinds)))
        self._starts.extend(list(chain.from_iterable(starts)))

    def tokens(self, text: str) -> "Numbered":
        """The tokens of a text, of which none holds a space or a line break."""
        stretches = text.replace("\n", " ").replace("\xa0", " ").split(" ")
        with self.lock:
            numbers = np.fromiter(map(self.__getitem__, stretches), np.intp, len(stretches))
            if self._new:
                self._learn()
        lengths, counts = self._lengths.data[numbers], self._counts.data[numbers]
        at = (self._firsts.data[numbers] - counts.cumsum() + counts).repeat(counts)
        at += np.arange(len(at))
        starts = (lengths.cumsum() - lengths).repeat(counts)
        starts += self._starts.data[at]
        return Numbered(self, self._tokens.data[at], starts)

    def numbered(self, tokens: Sequence[Token]) -> "Numbered":
        """The tokens by number."""
        if isinstance(tokens, Numbered):
            return tokens
        columns = Tokens.of(tokens)
        with self.lock:
            numbers = np.array(self._numbers(columns.texts, columns.kinds), np.intp)
        made = Numbered(self, numbers, np.array(columns.starts, np.int64))
        made.texts, made.starts = columns.texts, columns.starts
        return made


class Numbered(Tokens):
    """Tokens as numbers of a vocabulary, and places: columns of strings are made when they are asked for."""

    __slots__ = ("normal", "numbers", "places", "vocabulary")

    def __init__(
        self,
        vocabulary: Vocabulary,
        numbers: Numbers,
        places: NDArray[np.int64],
        *,
        normal: Strings | None = None,
        lemmas: Sequence[str] | None = None,
    ) -> None:
        """``places``: starts in code points; ``normal`` finds normal forms, which else are the texts."""
        self.vocabulary = vocabulary
        self.numbers = numbers
        self.places = places
        self.normal = normal
        self.lemmas = lemmas
        self._made = None

    def __getattr__(self, name: str) -> Any:
        """A column that was not asked for before."""
        if name not in COLUMNS:
            raise AttributeError(name)
        column = self._column(name)
        setattr(self, name, column)
        return column

    def _column(self, name: str) -> Sequence[Any]:
        if name == "starts":
            starts: list[int] = self.places.tolist()
            return starts
        if name == "normals":
            return self.normal.listed(self) if self.normal else self.texts
        if name == "texts":
            return _TEXTS.listed(self)
        kinds: list[TokenKind] = _KINDS.of(self).tolist()
        return kinds

    def known(self, *, normal: Strings | None = None, lemmas: Sequence[str] | None = None) -> Self:
        """The same tokens, of which more is known."""
        return type(self)(
            self.vocabulary,
            self.numbers,
            self.places,
            normal=normal or self.normal,
            lemmas=self.lemmas if lemmas is None else lemmas,
        )

    def __len__(self) -> int:
        return len(self.numbers)


@dataclass(slots=True)
class Current:
    """The vocabulary that new texts are read with."""

    cut: Callable[[str], Cut]
    vocabulary: Vocabulary | None = None

    def get(self) -> Vocabulary:
        """The one at hand, or a fresh one where that knows too many stretches or a word broke a column."""
        if self.vocabulary is None or len(self.vocabulary) > MOST or not self.vocabulary.whole:
            self.vocabulary = Vocabulary(self.cut)
        return self.vocabulary
