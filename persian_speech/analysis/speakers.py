"""Speakers: how often, how much and from when to when each is quoted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from persian_speech.analysis.counting import Met, Spellings, group_of
from persian_speech.analysis.frames import By, Calendar, frame, ranked, records
from persian_speech.analysis.tables import Analysed, Field, Row, fields, words_in
from persian_speech.document import Document, Quotation
from persian_speech.text.letters import phrase_key

if TYPE_CHECKING:
    from pandas import DataFrame

SPEAKER_FIELDS = fields(
    "speaker role quotations:int words:int share:float documents:int "
    "first_date last_date first_date_jalali last_date_jalali speaker_id"
)
COUNTED = tuple(field for field in SPEAKER_FIELDS if field.name != "share")


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
    counts = _Counts()
    for number, (name, document) in enumerate(analysed):
        counts.add(number, document, group_of(name, document, by, calendar))
    counted = frame(counts.rows(by or "all"), (Field(by or "all"), *COUNTED))
    return records(_ordered(_shared(counted.assign(rank=ranked(counted, by)))), speaker_fields(by))


@dataclass(slots=True)
class _Quoted(Met):
    """What was met of a speaker in a group."""

    words: int = 0
    role: str | None = None
    speaker_id: str | None = None


@dataclass(slots=True)
class _Counts:
    """Speakers by group and key; of quotations without a known speaker the key is None."""

    quoted: dict[tuple[str | None, str | None], _Quoted] = field(default_factory=dict)
    spellings: Spellings = field(default_factory=Spellings)

    def add(self, number: int, document: Document, group: str | None) -> None:
        """Counts one document."""
        for quotation in document.quotations:
            key, known = self._key(quotation)
            met = self.quoted.setdefault((group, key), _Quoted())
            met.meet(number, document.date)
            met.words += words_in(document, quotation)
            met.speaker_id = met.speaker_id or known
            if quotation.speaker is not None:
                met.role = met.role or quotation.speaker.role

    def _key(self, quotation: Quotation) -> tuple[str | None, str | None]:
        """What a speaker is counted under, and the id if it is the same in all documents."""
        speaker = quotation.speaker
        if speaker is None:
            return None, None
        known = speaker.id if speaker.known else None
        key = known or phrase_key(speaker.name)
        self.spellings.add(key, speaker.name)
        return key, known

    def rows(self, by: str) -> Iterator[Row]:
        """One row a group and speaker, as they were met."""
        names = self.spellings.commonest()
        for (group, key), met in self.quoted.items():
            counts = {"quotations": met.times, "words": met.words, **met.row()}
            yield {
                by: group,
                "speaker": names.get(key),
                "role": met.role,
                **counts,
                "speaker_id": met.speaker_id,
            }


def _shared(counted: "DataFrame") -> "DataFrame":
    whole = counted.groupby("rank")["words"].transform("sum")
    return counted.assign(share=(counted["words"] / whole).round(4))


def _ordered(counted: "DataFrame") -> "DataFrame":
    order = {"rank": True, "unknown": True, "quotations": False, "words": False, "speaker": True}
    table = counted.assign(unknown=counted["speaker"].isna())
    return table.sort_values(list(order), ascending=list(order.values()))
