"""A document as the rules see it: its tokens, their keys and the facts of their words."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self

from persian_speech.document import Document, EntityType, Tokens
from persian_speech.entities.gazetteer import Name, gazetteer
from persian_speech.entities.words import COMMON, LITTLE, NAMED, Word, word
from persian_speech.text.letters import ZWNJ, key
from persian_speech.text.remembered import Remembered

_WORDS = Remembered(word)
_KEYS = Remembered[str, str](lambda text: "" if word(text).key == "،" else word(text).key)
_KINDS = Remembered[str, int](lambda text: word(text).kinds)
_TIMES = Remembered[str, str](lambda text: word(text).time)
_ARABIC = str.maketrans("يىك", "ییک", "\u0640\u200e\u200f")


def persian(name: str) -> str:
    """A name in Persian letters, with one space where spaces stand."""
    return " ".join(name.translate(_ARABIC).split())


@dataclass(frozen=True, slots=True)
class Found:
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

    A comma's key is empty: a name may hold one («وزارت صنعت، معدن و تجارت»).
    """

    text: str
    texts: Sequence[str]
    starts: Sequence[int]
    words: Sequence[Word]
    keys: Sequence[str]
    kinds: Sequence[int]
    times: str
    """The letter of each token in the grammar of dates and sums."""
    _names: dict[tuple[int, int], tuple[int, tuple[Name, ...]] | None] = field(
        default_factory=dict, repr=False, compare=False
    )

    @classmethod
    def of(cls, document: Document) -> Self:
        """The reading of a document with tokens."""
        tokens = Tokens.of(document.tokens)
        texts = tokens.texts
        return cls(
            document.text,
            texts,
            tokens.starts,
            words=list(map(_WORDS.__getitem__, texts)),
            keys=list(map(_KEYS.__getitem__, texts)),
            kinds=list(map(_KINDS.__getitem__, texts)),
            times="".join(map(_TIMES.__getitem__, texts)),
        )

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where tokens stand in the text."""
        return self.starts[start], self.starts[end - 1] + len(self.texts[end - 1])

    def name_at(self, start: int, limit: int) -> tuple[int, tuple[Name, ...]] | None:
        """The end and the readings of the longest name of the gazetteer at a token."""
        if not self.kinds[start] & NAMED:
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
