"""Entities: how often each is mentioned, in how many documents, said or narrated."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from persian_speech.analysis.counting import Met, Spellings, group_of
from persian_speech.analysis.frames import By, Calendar, frame, ranked, records
from persian_speech.analysis.slices import Voice
from persian_speech.analysis.tables import Analysed, Field, Row, fields, mention_rows
from persian_speech.document import Document, Mention
from persian_speech.entities.voices import quoted
from persian_speech.text.letters import phrase_key

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
    rows = mention_rows(name, document)
    for (mention, said), row in zip(_voiced(document), rows, strict=True):
        if _is_wanted(mention, types) and voice in {None, said}:
            yield row


def _voiced(document: Document) -> Iterator[tuple[Mention, Voice]]:
    """The mentions, and whether each stands in a quotation."""
    is_quoted = quoted(document)
    for mention in document.mentions:
        said = mention.said_by is not None or is_quoted(mention.start)
        yield mention, "said" if said else "narrated"


def _is_wanted(mention: Mention, types: frozenset[str]) -> bool:
    return not types or mention.type in types


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
    counts = _Counts(types, voice)
    for number, (name, document) in enumerate(analysed):
        counts.add(number, document, group_of(name, document, by, calendar), by_speaker=by == "speaker")
    counted = frame(counts.rows(by or "all"), (Field(by or "all"), *ENTITY_FIELDS))
    order = {"rank": True, "count": False, "documents": False, "entity": True, "type": True}
    ordered = counted.assign(rank=ranked(counted, by))
    table = ordered.sort_values(list(order), ascending=list(order.values()))
    return records(table, entity_fields(by))


@dataclass(slots=True)
class _Named(Met):
    """What was met of an entity in a group."""

    said: int = 0
    speakers: frozenset[str] = frozenset()
    entity_id: str = ""


@dataclass(slots=True)
class _Counts:
    """Entities by group, key and type."""

    types: frozenset[str]
    voice: Voice | None
    named: dict[tuple[str | None, str, str], _Named] = field(default_factory=dict)
    spellings: Spellings = field(default_factory=Spellings)

    def add(self, number: int, document: Document, group: str | None, *, by_speaker: bool) -> None:
        """Counts one document."""
        for mention, voice in _voiced(document):
            if not _is_wanted(mention, self.types) or self.voice not in {None, voice}:
                continue
            key = phrase_key(mention.entity_id)
            self.spellings.add(key, mention.entity)
            whose = mention.said_by if by_speaker else group
            met = self.named.setdefault((whose, key, mention.type), _Named())
            met.meet(number, document.date)
            met.said += voice == "said"
            met.entity_id = met.entity_id or mention.entity_id
            if mention.said_by is not None and mention.said_by not in met.speakers:
                met.speakers |= {mention.said_by}

    def rows(self, by: str) -> Iterator[Row]:
        """One row a group, entity and type, as they were met."""
        names = self.spellings.commonest()
        for (group, key, kind), met in self.named.items():
            counts = {"count": met.times, "said": met.said, "narrated": met.times - met.said, **met.row()}
            yield {
                by: group,
                "entity": names[key],
                "type": kind,
                **counts,
                "speakers": len(met.speakers),
                "entity_id": met.entity_id,
            }
