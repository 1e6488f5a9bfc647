"""The data types: frozen, slotted, and always spans of the unedited text.

Offsets are code points of the decoded text, half-open: ``text[start:end] == span.text``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - a field is called «date»
from itertools import repeat
from operator import add
from typing import Literal, Self, overload

TokenKind = Literal["word", "number", "time", "link", "abbreviation", "punctuation", "symbol"]
EntityType = Literal["PER", "ORG", "LOC", "NORP", "DAT", "TIM", "MON", "PCT"]
QuotationKind = Literal["direct", "indirect"]
QuotationForm = Literal[
    "colon", "marked", "clause", "participial", "predicative", "nominal", "headline", "continued"
]
MentionForm = Literal["name", "title", "pronoun", "description", "dropped"]

# The tokens that count as words where words are counted.
COUNTED: frozenset[TokenKind] = frozenset({"word", "number", "time", "abbreviation"})


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text: ``start`` and ``end`` in code points, half-open."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Token(Span):
    """A word, number, link or mark. ``normal`` is what it should have been: «خامنهای» → «خامنه‌ای»."""

    normal: str
    kind: TokenKind
    lemma: str = ""


@dataclass(frozen=True, slots=True)
class Sentence(Span):
    """A sentence and its tokens: ``document.tokens[sentence.first:sentence.last]``."""

    first: int
    last: int


class Columns[S: Span](Sequence[S]):
    """Spans of one text as columns of one length, told at once; a span itself is made when asked for."""

    __slots__ = ("_made",)

    _made: tuple[S, ...] | None

    def _make(self) -> Iterator[S]:
        """All of them."""
        raise NotImplementedError

    @property
    def made(self) -> tuple[S, ...]:
        """All of them, made once."""
        if self._made is None:
            self._made = tuple(self._make())
        return self._made

    def __iter__(self) -> Iterator[S]:
        return iter(self.made)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self.made == tuple(other)

    def __hash__(self) -> int:
        return hash(self.made)

    def __repr__(self) -> str:
        return repr(self.made)


class Tokens(Columns[Token]):
    """Tokens as columns: ``starts`` in code points; ``lemmas`` are empty until they are looked up."""

    __slots__ = ("kinds", "lemmas", "normals", "starts", "texts")

    def __init__(
        self,
        starts: Sequence[int],
        texts: Sequence[str],
        kinds: Sequence[TokenKind],
        normals: Sequence[str] | None = None,
        lemmas: Sequence[str] | None = None,
    ) -> None:
        self.starts = starts
        self.texts = texts
        self.kinds = kinds
        self.normals = texts if normals is None else normals
        self.lemmas = lemmas
        self._made = None

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> Self:
        """The tokens as columns."""
        if isinstance(tokens, cls):
            return tokens
        return cls(
            [token.start for token in tokens],
            [token.text for token in tokens],
            [token.kind for token in tokens],
            [token.normal for token in tokens],
            [token.lemma for token in tokens],
        )

    def _make(self) -> Iterator[Token]:
        ends = map(add, self.starts, map(len, self.texts))
        return map(Token, self.starts, ends, self.texts, self.normals, self.kinds, self.lemmas or repeat(""))

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Tokens: ...
    def __getitem__(self, at: int | slice) -> Token | Tokens:
        if isinstance(at, slice):
            lemmas = self.lemmas and self.lemmas[at]
            return Tokens(self.starts[at], self.texts[at], self.kinds[at], self.normals[at], lemmas)
        if self._made is not None:
            return self._made[at]
        start, text = self.starts[at], self.texts[at]
        lemma = self.lemmas[at] if self.lemmas else ""
        return Token(start, start + len(text), text, self.normals[at], self.kinds[at], lemma)

    def __len__(self) -> int:
        return len(self.starts)

    def __reduce__(self) -> tuple[object, ...]:
        return Tokens, (self.starts, self.texts, self.kinds, self.normals, self.lemmas)


class Sentences(Columns[Sentence]):
    """Sentences as columns: ``starts`` and ``ends`` in code points, ``firsts`` and ``lasts`` in tokens."""

    __slots__ = ("ends", "firsts", "lasts", "starts", "text")

    def __init__(
        self,
        text: str,
        starts: Sequence[int],
        ends: Sequence[int],
        firsts: Sequence[int],
        lasts: Sequence[int],
    ) -> None:
        """``text``: that of the document."""
        self.text = text
        self.starts = starts
        self.ends = ends
        self.firsts = firsts
        self.lasts = lasts
        self._made = None

    @classmethod
    def of(cls, text: str, sentences: Sequence[Sentence]) -> Self:
        """The sentences of a text as columns."""
        if isinstance(sentences, cls):
            return sentences
        return cls(
            text,
            [sentence.start for sentence in sentences],
            [sentence.end for sentence in sentences],
            [sentence.first for sentence in sentences],
            [sentence.last for sentence in sentences],
        )

    @property
    def texts(self) -> list[str]:
        """Their texts."""
        return [self.text[start:end] for start, end in zip(self.starts, self.ends, strict=True)]

    def _make(self) -> Iterator[Sentence]:
        return map(Sentence, self.starts, self.ends, self.texts, self.firsts, self.lasts)

    @overload
    def __getitem__(self, at: int) -> Sentence: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Sentence, ...]: ...
    def __getitem__(self, at: int | slice) -> Sentence | tuple[Sentence, ...]:
        return self.made[at]

    def __len__(self) -> int:
        return len(self.starts)

    def __reduce__(self) -> tuple[object, ...]:
        return Sentences, (self.text, self.starts, self.ends, self.firsts, self.lasts)


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A named entity where it stands; ``entity`` is the one name it is counted under.

    ``entity_id`` is the same in all documents; ``date`` the day that a date tells, if it is sure.
    """

    type: EntityType
    entity: str
    entity_id: str
    said_by: str | None = None
    date: Date | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """One speaker of a document: its canonical name and every form it was met in.

    ``known``: a person of the table of actors, whose ``id`` is the same in all documents.
    """

    id: str
    name: str
    role: str | None = None
    forms: tuple[str, ...] = ()
    known: bool = False


@dataclass(frozen=True, slots=True)
class Quotation(Span):
    """What was said, by whom, to whom, how. Parts that the text lacks are ``None``."""

    id: str
    kind: QuotationKind
    form: QuotationForm
    rule: str
    confidence: float
    cue: Span | None = None
    cue_lemma: str | None = None
    cue_class: str | None = None
    mention: Span | None = None
    mention_form: MentionForm = "dropped"
    speaker: Speaker | None = None
    addressee: Span | None = None
    channel: str | None = None
    polarity: Literal["assertion", "denial"] = "assertion"
    speaker_rule: str = ""
    end_rule: str = ""
    """The rule that ended the span."""
    candidates: tuple[Speaker, ...] = ()
    """Who else may be meant by a pronoun, a description or a dropped subject, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text and what was found in it. Each stage of the pipeline returns a fuller one."""

    text: str
    date: Date | None = None
    sentences: Sequence[Sentence] = ()
    tokens: Sequence[Token] = ()
    mentions: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The stretch of the text from ``start`` to ``end``."""
        return Span(start, end, self.text[start:end])

    def to_json(self) -> str:
        """The whole document on one line of JSON, which ``from_json`` reads without loss."""
        from persian_speech.record import to_json

        return to_json(self)

    @staticmethod
    def from_json(line: str) -> Document:
        """The document that ``to_json`` or ``export -f jsonl`` wrote; PersianSpeechError for another line."""
        from persian_speech.record import from_json

        return from_json(line)
