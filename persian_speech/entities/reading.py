"""A document as the rules see it: its tokens, their keys and the facts of their words."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from persian_speech.document import Document, EntityType
from persian_speech.entities.gazetteer import Name, gazetteer
from persian_speech.entities.words import COMMA, COMMON, FALSE, FALSE_PAIRS, LITTLE, NAMED, WORDS, Word
from persian_speech.text.letters import ZWNJ, key, persian
from persian_speech.text.tokens import numbered
from persian_speech.text.vocabulary import Derived, Numbered

_KEYS = Derived(WORDS, lambda fact: "" if fact.kinds & COMMA else fact.key, np.object_)
_KINDS = Derived(WORDS, attrgetter("kinds"), np.int64)
_TIMES = Derived(WORDS, lambda fact: ord(fact.time), np.uint8)


class Found(NamedTuple):
    """A name found: its tokens (half-open), its type, and the name the tables know it under."""

    start: int
    end: int
    type: EntityType
    entity: str | None = None
    alone: bool = False
    """An organisation told by its bare head: «مجلس»."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Tokens' texts and starts, and what is known of each, all of one length.

    A comma's key is empty: a name may hold one («وزارت صنعت، معدن و تجارت»). ``kinds`` stand in an array, to
    look through all at once.
    """

    text: str
    texts: Sequence[str]
    starts: Sequence[int]
    tokens: Numbered
    kinds: NDArray[np.int64]
    words: Sequence[Word]
    keys: Sequence[str]
    falses: Sequence[int]
    """Tokens at which a phrase may begin that is no name."""
    times: str
    """The letter of each token in the grammar of dates and sums."""
    _names: dict[tuple[int, int], tuple[int, tuple[Name, ...]] | None] = field(
        default_factory=dict, repr=False, compare=False
    )

    @classmethod
    def of(cls, document: Document) -> Self:
        """The reading of a document with tokens."""
        tokens = numbered(document.tokens)
        kinds = _KINDS.of(tokens)
        return cls(
            document.text,
            tokens.texts,
            tokens.starts,
            tokens,
            kinds,
            words=WORDS.of(tokens).tolist(),
            keys=_KEYS.of(tokens).tolist(),
            falses=[at for at, _ in FALSE_PAIRS.told(tokens, kinds & FALSE)],
            times=_TIMES.of(tokens).tobytes().decode("ascii"),
        )

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where tokens stand in the text."""
        return self.starts[start], self.starts[end - 1] + len(self.texts[end - 1])

    def name_at(self, start: int, limit: int) -> tuple[int, tuple[Name, ...]] | None:
        """The end and the readings of the longest name of the gazetteer at a token."""
        if not self.words[start].kinds & NAMED:
            return None
        asked = start, limit
        if asked not in self._names:
            found = gazetteer().names.longest(self.keys, start, limit)
            whole = found and self._aligned(start, found[0], found[1][0].form)
            self._names[asked] = found if whole else None
        return self._names[asked]

    def _aligned(self, start: int, end: int, form: str) -> bool:
        """Whether no little word is torn out of a name: «را بر» is not «رابر»."""
        if end - start == 1:
            return True
        little = {
            fact.key for fact in self.words[start:end] if len(fact.key) <= LITTLE and fact.kinds & COMMON
        }
        return little <= {key(part) for part in form.replace(ZWNJ, " ").split()}

    def shown(self, start: int, end: int) -> str:
        """Tokens as they are shown in tables: Persian letters, one space where spaces stand."""
        begin, finish = self.span(start, end)
        return persian(self.text[begin:finish])
