"""A document as rows of tables and back: what every corpus keeps, whatever holds it.

``TABLES`` names the columns of each table, less those that say of which document a row is. Nothing
of a ``Document`` is lost: ``document_of(records_of(source, document)) == document``.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date as Date  # noqa: N812 - dates of documents
from itertools import repeat
from typing import Any

from persian_speech.corpus.packing import pack, unpack
from persian_speech.corpus.rest import more, unmore
from persian_speech.corpus.sources import Source
from persian_speech.document import Document, Mention, Quotation, Sentence, Span, Speaker, Tokens
from persian_speech.entities.voices import quoted
from persian_speech.text.dates import jalali

Record = tuple[Any, ...]
Records = Mapping[str, Sequence[Record]]  # a table's name → its rows of one document

TABLES: dict[str, tuple[str, ...]] = {
    "documents": ("title", "date", "date_jalali", "encoding", "characters", "tokens", "text"),
    "sentences": ("number", "start", "end", "first_token", "last_token", "text", "normal"),
    "speakers": ("id", "name", "role", "forms", "known", "more"),
    "quotations": (
        *("id", "kind", "form", "start", "end", "text", "cue", "cue_start", "cue_end", "cue_lemma"),
        *("cue_class", "mention", "speaker_start", "speaker_end", "mention_form", "speaker"),
        *("speaker_id", "role", "addressee", "addressee_start", "addressee_end", "channel"),
        *("confidence", "rule", "speaker_rule", "polarity", "more"),
    ),
    "mentions": ("start", "end", "text", "type", "entity", "entity_id", "said_by", "said", "more"),
    "entities": ("entity_id", "entity", "type", "count", "said"),
    "words": ("normal", "lemma", "kind", "count"),
    "packed_tokens": ("data",),
}
# Fields of a quotation that are columns of the same name.
AS_IT_IS = (
    *("kind", "form", "rule", "confidence", "cue_lemma", "cue_class", "mention_form", "channel"),
    *("speaker_rule", "polarity"),
)
# Fields that columns hold, under their names or others.
QUOTATION_COLUMNS = frozenset(
    (*AS_IT_IS, "start", "end", "text", "id", "cue", "mention", "addressee", "speaker")
)
SPEAKER_COLUMNS = frozenset(("id", "name", "role", "forms", "known"))
MENTION_COLUMNS = frozenset(("start", "end", "text", "type", "entity", "entity_id", "said_by"))
COUNTS = frozenset({"known", "characters", "tokens", "number", "first_token", "last_token", "count", "said"})
KINDS = {"confidence": "float", "data": "bytes"}


def kind_of(column: str) -> str:
    """What a column holds: str, int, float or bytes; null where the document lacks it."""
    counts = column in COUNTS or column.rsplit("_", maxsplit=1)[-1] in {"start", "end"}
    return KINDS.get(column, "int" if counts else "str")


def records_of(source: Source, document: Document) -> dict[str, list[Record]]:
    """The rows of a source that was analysed."""
    tokens = Tokens.of(document.tokens)
    mentions = list(_mentions(document))
    # Each once, in the order in which they are quoted.
    speakers = {one.speaker.id: one.speaker for one in document.quotations if one.speaker}
    return {
        "documents": [_document(source, document)],
        "sentences": list(_sentences(document, tokens.normals)),
        "speakers": [_speaker_row(one) for one in speakers.values()],
        "quotations": [_quotation(one, speakers) for one in document.quotations],
        "mentions": mentions,
        "entities": _entities(mentions),
        "words": _words(tokens),
        "packed_tokens": [(pack(tokens),)],
    }


def document_of(records: Records) -> Document:
    """The document whose rows these are, as it was."""
    head = _named("documents", records["documents"][0])
    text = head["text"]
    speakers = {row[0]: _speaker(row) for row in records["speakers"]}
    return Document(
        text,
        Date.fromisoformat(head["date"]) if head["date"] else None,
        tuple(Sentence(row[1], row[2], row[5], row[3], row[4]) for row in records["sentences"]),
        unpack(records["packed_tokens"][0][0], text),
        tuple(Mention(*row[:7], **unmore(Mention, row[8])) for row in records["mentions"]),
        tuple(_quoted(_named("quotations", row), speakers) for row in records["quotations"]),
    )


def _document(source: Source, document: Document) -> Record:
    day = document.date
    dates = (day.isoformat(), jalali(day)) if day else (None, None)
    sizes = (len(document.text), len(document.tokens))
    return (source.title, *dates, source.encoding, *sizes, document.text)


def _sentences(document: Document, normals: Sequence[str]) -> Iterator[Record]:
    for number, one in enumerate(document.sentences, 1):
        normal = " ".join(normals[one.first : one.last])
        yield (number, one.start, one.end, one.first, one.last, one.text, normal)


def _speaker_row(one: Speaker) -> Record:
    forms = json.dumps(one.forms, ensure_ascii=False)
    return (one.id, one.name, one.role, forms, int(one.known), more(one, SPEAKER_COLUMNS))


def _speaker(row: Record) -> Speaker:
    key, name, role, forms, known, rest = row
    return Speaker(key, name, role, tuple(json.loads(forms)), bool(known), **unmore(Speaker, rest))


def _quotation(one: Quotation, speakers: Mapping[str, Speaker]) -> Record:
    """``speakers`` are those with a row; of another of the same identity all is told here."""
    other = one.speaker is not None and speakers[one.speaker.id] != one.speaker
    speaker = (one.speaker.name, one.speaker.id, one.speaker.role) if one.speaker else (None, None, None)
    return (
        *(one.id, one.kind, one.form, one.start, one.end, one.text),
        *_placed(one.cue),
        *(one.cue_lemma, one.cue_class),
        *_placed(one.mention),
        *(one.mention_form, *speaker),
        *_placed(one.addressee),
        *(one.channel, one.confidence, one.rule, one.speaker_rule, one.polarity),
        more(one, QUOTATION_COLUMNS - {"speaker"} if other else QUOTATION_COLUMNS),
    )


def _quoted(row: Mapping[str, Any], speakers: Mapping[str, Speaker]) -> Quotation:
    told = dict(
        start=row["start"],
        end=row["end"],
        text=row["text"],
        id=row["id"],
        cue=_span(row["cue_start"], row["cue_end"], row["cue"]),
        mention=_span(row["speaker_start"], row["speaker_end"], row["mention"]),
        addressee=_span(row["addressee_start"], row["addressee_end"], row["addressee"]),
        speaker=speakers.get(row["speaker_id"]),
        **{name: row[name] for name in AS_IT_IS},
    )
    return Quotation(**(told | unmore(Quotation, row["more"])))


def _mentions(document: Document) -> Iterator[Record]:
    is_quoted = quoted(document)
    for one in document.mentions:
        said = one.said_by is not None or is_quoted(one.start)
        names = (one.type, one.entity, one.entity_id, one.said_by)
        yield (one.start, one.end, one.text, *names, int(said), more(one, MENTION_COLUMNS))


def _entities(mentions: Sequence[Record]) -> list[Record]:
    """The entities in the order in which they are met, each with its mentions in all and in quotations."""
    counts = Counter(row[5] for row in mentions)
    said = Counter(row[5] for row in mentions if row[7])
    met = {row[5]: row for row in reversed(mentions)}
    return [(key, met[key][4], met[key][3], count, said[key]) for key, count in counts.items()]


def _words(tokens: Tokens) -> list[Record]:
    """How often each form, lemma and kind stands in the document."""
    counts = Counter(zip(tokens.normals, tokens.lemmas or repeat(""), tokens.kinds, strict=False))
    return [(*word, count) for word, count in counts.items()]


def _placed(span: Span | None) -> Record:
    return (span.text, span.start, span.end) if span else (None, None, None)


def _span(start: int | None, end: int | None, text: str | None) -> Span | None:
    return None if start is None or end is None or text is None else Span(start, end, text)


def _named(table: str, record: Record) -> dict[str, Any]:
    return dict(zip(TABLES[table], record, strict=True))
