"""Speakers: how often, how much and from when to when each is quoted."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from persian_speech.analysis.frames import (
    By,
    Calendar,
    frame,
    one_key,
    one_name,
    ranked,
    records,
    with_period,
)
from persian_speech.analysis.tables import Analysed, Field, Row, dates, fields, words_in
from persian_speech.document import Document

if TYPE_CHECKING:
    from pandas import DataFrame

SPEECH_FIELDS = fields("number:int document speaker speaker_id role words:int date date_jalali")
SPEAKER_FIELDS = fields(
    "speaker role quotations:int words:int share:float documents:int "
    "first_date last_date first_date_jalali last_date_jalali speaker_id"
)


def speaker_fields(by: By | None) -> tuple[Field, ...]:
    """The columns of the table, headed by what it is broken down by."""
    return (Field(by), *SPEAKER_FIELDS) if by else SPEAKER_FIELDS


def speakers(
    analysed: Iterable[Analysed], *, by: By | None = None, calendar: Calendar = "gregorian"
) -> Iterator[Row]:
    """One row a speaker (and document, month or year), the most quoted first, the unknown one last.

    Known actors are brought together by id (``speaker_id``), all others by name.

    ``words`` counts the words of the quotations; ``share`` is their part of all quoted words of
    the table, or of the document, month or year.
    """
    rows = ({**row, "number": number} for number, pair in enumerate(analysed) for row in speech_rows(*pair))
    return records(_counted(frame(rows, SPEECH_FIELDS), by, calendar), speaker_fields(by))


def speech_rows(name: str, document: Document) -> Iterator[Row]:
    """One row a quotation: its speaker, its length in words, its day."""
    dated = dates(document)
    for quotation in document.quotations:
        speaker = quotation.speaker
        yield {
            "document": name,
            "speaker": speaker and speaker.name,
            "speaker_id": speaker.id if speaker and speaker.known else None,
            "role": speaker and speaker.role,
            "words": words_in(document, quotation),
            **dated,
        }


def _counted(speeches: "DataFrame", by: By | None, calendar: Calendar) -> "DataFrame":
    same = one_key(speeches["speaker"], speeches["speaker_id"])
    speeches = with_period(speeches, by, calendar).assign(
        same=same, speaker=one_name(speeches["speaker"], same)
    )
    keys = [by, "same"] if by else ["same"]
    counted = (
        speeches.groupby(keys, dropna=False, sort=False)
        .agg(
            speaker=("speaker", "first"),
            speaker_id=("speaker_id", "first"),
            role=("role", "first"),
            quotations=("words", "size"),
            words=("words", "sum"),
            documents=("number", "nunique"),
            first_date=("date", "min"),
            last_date=("date", "max"),
            first_date_jalali=("date_jalali", "min"),
            last_date_jalali=("date_jalali", "max"),
        )
        .reset_index()
    )
    return _ordered(_shared(counted.assign(rank=ranked(counted, by))))


def _shared(counted: "DataFrame") -> "DataFrame":
    whole = counted.groupby("rank")["words"].transform("sum")
    return counted.assign(share=(counted["words"] / whole).round(4))


def _ordered(counted: "DataFrame") -> "DataFrame":
    order = {"rank": True, "unknown": True, "quotations": False, "words": False, "speaker": True}
    table = counted.assign(unknown=counted["speaker"].isna())
    return table.sort_values(list(order), ascending=list(order.values()))
