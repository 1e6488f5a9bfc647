"""The rows that one analysed document gives, under names that stay stable."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - a parameter is called «date»
from typing import Literal

from persian_speech.document import COUNTED, Document, Quotation, Span

Row = dict[str, object]
Analysed = tuple[str, Document]  # the document's name and what was found in it


@dataclass(frozen=True, slots=True)
class Field:
    """A named column and what it holds; any value may also be ``None``."""

    name: str
    kind: Literal["str", "int", "float"] = "str"


def fields(names: str) -> tuple[Field, ...]:
    """Fields from a line such as ``"document start:int share:float"``."""
    pairs = (name.partition(":") for name in names.split())
    return tuple(Field(name, kind or "str") for name, _, kind in pairs)  # type: ignore[arg-type]


TOKEN_FIELDS = fields("document sentence:int start:int end:int text normal lemma kind verb")
SENTENCE_FIELDS = fields("document sentence:int start:int end:int text")
MENTION_FIELDS = fields("document start:int end:int text type entity entity_id said_by date date_jalali")
QUOTATION_FIELDS = fields(
    "document id kind form start:int end:int text cue cue_start:int cue_end:int cue_lemma cue_class "
    "mention speaker_start:int speaker_end:int mention_form speaker speaker_id role addressee channel "
    "date date_jalali confidence:float rule polarity"
)
EXPLAIN_FIELDS = fields("speaker_rule candidates explanation")


def token_rows(name: str, document: Document) -> Iterator[Row]:
    """One row a token; ``sentence`` numbers the document's sentences from 1."""
    from persian_speech.text.lemmas import compound_verbs

    for number, sentence in enumerate(document.sentences, 1):
        tokens = document.tokens[sentence.first : sentence.last]
        verbs = compound_verbs(tokens)
        for i, token in enumerate(tokens):
            yield {
                "document": name,
                "sentence": number,
                "start": token.start,
                "end": token.end,
                "text": token.text,
                "normal": token.normal,
                "lemma": token.lemma or None,
                "kind": token.kind,
                "verb": verbs.get(i),
            }


def sentence_rows(name: str, document: Document) -> Iterator[Row]:
    """One row a sentence, numbered from 1."""
    for number, sentence in enumerate(document.sentences, 1):
        place = {"start": sentence.start, "end": sentence.end}
        yield {"document": name, "sentence": number, **place, "text": sentence.text}


def mention_rows(name: str, document: Document) -> Iterator[Row]:
    """One row a mention of a named entity; ``said_by`` is null in the narrator's own words."""
    for mention in document.mentions:
        yield {
            "document": name,
            "start": mention.start,
            "end": mention.end,
            "text": mention.text,
            "type": mention.type,
            "entity": mention.entity,
            "entity_id": mention.entity_id,
            "said_by": mention.said_by,
            **day(mention.date),
        }


def quotation_rows(name: str, document: Document) -> Iterator[Row]:
    """One row a quotation; parts that the text lacks are null."""
    dated = dates(document)
    for quotation in document.quotations:
        yield {
            "document": name,
            "id": quotation.id,
            "kind": quotation.kind,
            "form": quotation.form,
            "start": quotation.start,
            "end": quotation.end,
            "text": quotation.text,
            **_cue(quotation),
            **_voice(quotation),
            **dated,
            "confidence": quotation.confidence,
            "rule": quotation.rule,
            "polarity": quotation.polarity,
        }


def dates(document: Document) -> Row:
    """The document's day as ``date`` (Gregorian, ISO 8601) and ``date_jalali``, or two nulls."""
    return day(document.date)


def day(date: Date | None) -> Row:
    """A day in both calendars, or two nulls."""
    if date is None:
        return {"date": None, "date_jalali": None}
    from persian_speech.text.dates import jalali

    return {"date": date.isoformat(), "date_jalali": jalali(date)}


def words_in(document: Document, span: Span) -> int:
    """How many words, numbers, times and abbreviations lie within the span."""
    first = bisect_left(document.tokens, span.start, key=lambda token: token.start)
    last = bisect_left(document.tokens, span.end, key=lambda token: token.start)
    return sum(token.kind in COUNTED for token in document.tokens[first:last])


def _cue(quotation: Quotation) -> Row:
    return {
        **_placed("cue", "cue", quotation.cue),
        "cue_lemma": quotation.cue_lemma,
        "cue_class": quotation.cue_class,
    }


def _voice(quotation: Quotation) -> Row:
    speaker = quotation.speaker
    return {
        **_placed("mention", "speaker", quotation.mention),
        "mention_form": quotation.mention_form,
        "speaker": speaker and speaker.name,
        "speaker_id": speaker and speaker.id,
        "role": speaker and speaker.role,
        "addressee": quotation.addressee and quotation.addressee.text,
        "channel": quotation.channel,
    }


def _placed(name: str, prefix: str, span: Span | None) -> Row:
    return {
        name: span and span.text,
        f"{prefix}_start": span and span.start,
        f"{prefix}_end": span and span.end,
    }
