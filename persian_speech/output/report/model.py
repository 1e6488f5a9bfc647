"""What the page shows, counted once: speakers, entities, their ties, a timeline, the releases."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from persian_speech.analysis.entities import entities as counted_entities
from persian_speech.analysis.speakers import speakers as counted_speakers
from persian_speech.analysis.tables import Analysed, Row
from persian_speech.document import Document, Mention, Quotation, Speaker
from persian_speech.output.report.colours import coloured
from persian_speech.text.letters import phrase_key

TYPES = frozenset({"PER", "ORG", "LOC", "NORP"})  # days and sums are no one's subject
EntityKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker of the whole page; ``colour`` numbers a colour, None is the one of unknown speakers."""

    number: int
    name: str | None
    role: str | None
    quotations: int
    words: int
    share: float | None
    documents: int
    colour: int | None
    key: str | None


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity of the whole page, numbered from the most mentioned."""

    number: int
    name: str
    type: str
    count: int
    said: int


@dataclass(frozen=True)
class Model:
    """The documents of a page and what is counted over them."""

    documents: Sequence[Analysed]

    @cached_property
    def voices(self) -> Sequence[Voice]:
        """The speakers by the words quoted of them, the unknown one last."""
        rows = sorted(counted_speakers(self.documents), key=_rank)
        colours = coloured([_row_key(row) for row in rows], self._together())
        return [_voice(number, row, colours) for number, row in enumerate(rows)]

    @cached_property
    def named(self) -> Sequence[Voice]:
        """The speakers who are known."""
        return [voice for voice in self.voices if voice.name]

    @cached_property
    def voice_by_key(self) -> Mapping[str | None, Voice]:
        """The speakers by what they are counted under."""
        return {voice.key: voice for voice in self.voices}

    def voice(self, quotation: Quotation) -> Voice:
        """Whose the quotation is."""
        return self.voice_by_key[speaker_key(quotation.speaker)]

    @cached_property
    def entities(self) -> Sequence[Entity]:
        """Persons, bodies, places and peoples, the most mentioned first."""
        rows = counted_entities(self.documents, types=TYPES)
        return [
            Entity(number, str(row["entity"]), str(row["type"]), _int(row["count"]), _int(row["said"]))
            for number, row in enumerate(rows)
        ]

    @cached_property
    def entity_by_key(self) -> Mapping[EntityKey, Entity]:
        """The entities by their names' keys and their types."""
        return {(phrase_key(entity.name), entity.type): entity for entity in self.entities}

    def entity(self, mention: Mention) -> Entity | None:
        """What is mentioned; None for days and sums."""
        return self.entity_by_key.get((phrase_key(mention.entity), mention.type))

    @cached_property
    def spoken(self) -> Mapping[tuple[int, int], int]:
        """How often each speaker mentions each entity, by their numbers; not whom he is himself."""
        counts = Counter[tuple[int, int]]()
        for _, document in self.documents:
            for voice, mention in self._said(document):
                entity = self.entity(mention)
                if entity and voice.name and phrase_key(entity.name) != phrase_key(voice.name):
                    counts[voice.number, entity.number] += 1
        return counts

    def _said(self, document: Document) -> Iterator[tuple[Voice, Mention]]:
        """The mentions inside quotations, each with whose words they stand in."""
        ordered = sorted(document.quotations, key=lambda quotation: quotation.start)
        place = 0
        for mention in sorted(document.mentions, key=lambda mention: mention.start):
            while place < len(ordered) and ordered[place].end <= mention.start:
                place += 1
            if place < len(ordered) and ordered[place].start <= mention.start:
                yield self.voice(ordered[place]), mention

    def _together(self) -> Iterable[set[str | None]]:
        """The speakers of each document."""
        for _, document in self.documents:
            yield {speaker_key(each.speaker) for each in document.quotations}


def speaker_key(speaker: Speaker | None) -> str | None:
    """What a speaker is counted under in the table of speakers: the id of a known person, else the name."""
    if speaker is None:
        return None
    return speaker.id if speaker.known else phrase_key(speaker.name)


def _row_key(row: Row) -> str | None:
    name = _str(row["speaker"])
    return _str(row["speaker_id"]) or (name and phrase_key(name))


def _voice(number: int, row: Row, colours: Mapping[str | None, int]) -> Voice:
    share = row["share"]
    return Voice(
        number,
        _str(row["speaker"]),
        _str(row["role"]),
        _int(row["quotations"]),
        _int(row["words"]),
        share if isinstance(share, float) else None,
        _int(row["documents"]),
        colours.get(_row_key(row)),
        _row_key(row),
    )


def _rank(row: Row) -> tuple[bool, int]:
    return row["speaker"] is None, -_int(row["words"])


def _int(value: object) -> int:
    return value if isinstance(value, int) else 0


def _str(value: object) -> str | None:
    return str(value) if value else None
