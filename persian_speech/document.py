"""The data types: frozen, slotted, and always spans of the unedited text.

Offsets are code points of the decoded text, half-open: ``text[start:end] == span.text``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - a field is called «date»
from typing import Literal

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


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A named entity where it stands; ``entity`` is the one name it is counted under."""

    type: EntityType
    entity: str
    entity_id: str
    said_by: str | None = None


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
    candidates: tuple[Speaker, ...] = ()
    """Who else may be meant by a pronoun, a description or a dropped subject, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text and what was found in it. Each stage of the pipeline returns a fuller one."""

    text: str
    date: Date | None = None
    sentences: tuple[Sentence, ...] = ()
    tokens: tuple[Token, ...] = ()
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
