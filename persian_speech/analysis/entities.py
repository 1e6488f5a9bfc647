"""Entities: how often each is mentioned, in how many documents, said or narrated."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from persian_speech.analysis.frames import By, Calendar, frame, one_name, ranked, records, with_period
from persian_speech.analysis.slices import Voice
from persian_speech.analysis.tables import Analysed, Field, Row, dates, fields, mention_rows
from persian_speech.document import Document
from persian_speech.entities.voices import quoted
from persian_speech.text.letters import phrase_key

if TYPE_CHECKING:
    from pandas import DataFrame

COUNTED_FIELDS = fields("number:int document speaker said_by entity entity_id type said:int date date_jalali")
ENTITY_FIELDS = fields(
    "entity type count:int said:int narrated:int documents:int speakers:int "
    "first_date last_date first_date_jalali last_date_jalali entity_id"
)


def entity_fields(by: By | None) -> tuple[Field, ...]:
    """The columns of the table, headed by what it is broken down by."""
    return (Field(by), *ENTITY_FIELDS) if by else ENTITY_FIELDS


def mentions(
    name: str, document: Document, *, types: frozenset[str] = frozenset(), voice: Voice | None = None
) -> Iterator[Row]:
    """One row a mention: of these types (all when none is named), said, narrated or both."""
    is_quoted = quoted(document)
    for mention, row in zip(document.mentions, mention_rows(name, document), strict=True):
        said = mention.said_by is not None or is_quoted(mention.start)
        if (not types or mention.type in types) and voice in {None, "said" if said else "narrated"}:
            yield {**row, "said": int(said)}


def entities(
    analysed: Iterable[Analysed],
    *,
    by: By | None = None,
    calendar: Calendar = "gregorian",
    types: frozenset[str] = frozenset(),
    voice: Voice | None = None,
) -> Iterator[Row]:
    """One row an entity and type (and document, speaker or month), the most mentioned first.

    ``said`` counts mentions inside quotations, ``narrated`` the others; broken down by speaker,
    the narrator's own mentions stand under a null speaker. ``speakers``: how many known ones name it; the
    dates are those of the documents.
    """
    rows = (
        {**row, "number": number, "speaker": row["said_by"], **dates(document)}
        for number, (name, document) in enumerate(analysed)
        for row in mentions(name, document, types=types, voice=voice)
    )
    return records(_counted(frame(rows, COUNTED_FIELDS), by, calendar), entity_fields(by))


def _counted(found: "DataFrame", by: By | None, calendar: Calendar) -> "DataFrame":
    same = found["entity_id"].map(phrase_key, na_action="ignore")
    found = with_period(found, by, calendar).assign(same=same, entity=one_name(found["entity"], same))
    keys = [by, "same", "type"] if by else ["same", "type"]
    counted = (
        found.groupby(keys, dropna=False, sort=False)
        .agg(
            entity=("entity", "first"),
            entity_id=("entity_id", "first"),
            count=("said", "size"),
            said=("said", "sum"),
            documents=("number", "nunique"),
            speakers=("said_by", "nunique"),
            first_date=("date", "min"),
            last_date=("date", "max"),
            first_date_jalali=("date_jalali", "min"),
            last_date_jalali=("date_jalali", "max"),
        )
        .reset_index()
    )
    counted["narrated"] = counted["count"] - counted["said"]
    order = {"rank": True, "count": False, "documents": False, "entity": True, "type": True}
    ordered = counted.assign(rank=ranked(counted, by))
    return ordered.sort_values(list(order), ascending=list(order.values()))
