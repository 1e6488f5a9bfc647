"""Networks: who speaks of whom, who speaks to whom, and what is named together in one quotation."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date as Date  # noqa: N812 - days of documents
from itertools import combinations
from typing import Literal

from persian_speech.actors.knowledge import counted_name
from persian_speech.analysis.counting import Met, Spellings, group_of
from persian_speech.analysis.frames import By, Calendar, frame, ranked, records
from persian_speech.analysis.slices import EVERYTHING, Places, Slice
from persian_speech.analysis.tables import Analysed, Field, Row, fields
from persian_speech.document import Document, Mention, Quotation
from persian_speech.text.letters import phrase_key

EDGE_FIELDS = fields(
    "source target type weight:int quotations:int documents:int source_type target_type "
    "first_date last_date first_date_jalali last_date_jalali"
)
Of = Literal["speaker-entity", "speaker-addressee", "entity-entity"]
Node = tuple[str, str]  # a name, and its type: «speaker», «addressee» or the entity's
Links = Callable[[Quotation, list[Mention]], Iterator[tuple[Node, Node]]]
NAMES = frozenset({"PER", "ORG", "LOC", "NORP"})


@dataclass(frozen=True, slots=True)
class Ties:
    """Which ties are looked for, among entities of which types, in which slice."""

    of: Of = "speaker-entity"
    types: frozenset[str] = NAMES
    within: Slice = EVERYTHING

    def links(self, name: str, document: Document) -> Iterator[tuple[Quotation, Node, Node]]:
        """The links of a document's quotations: a mention, an addressee, two entities met together."""
        places = Places(name, document)
        named: dict[int, list[Mention]] = {}
        for mention in document.mentions:
            if mention.type in self.types:
                named.setdefault(id(places.at(mention.start)), []).append(mention)
        for place in places.said:
            if place.quotation and place in self.within:
                for source, target in LINKS[self.of](place.quotation, named.get(id(place), [])):
                    yield place.quotation, source, target


def edge_fields(by: By | None) -> tuple[Field, ...]:
    """The columns of the table, headed by the period it is broken down by."""
    return (Field(by), *EDGE_FIELDS) if by else EDGE_FIELDS


def network(
    analysed: Iterable[Analysed],
    ties: Ties,
    *,
    by: By | None = None,
    calendar: Calendar = "gregorian",
    minimum: int = 1,
) -> Iterator[Row]:
    """One row an edge (and month or year), the heaviest first; ``weight`` is how often it was met.

    Speakers are tied to each mention in their quotations, and to each addressee; entities to those
    named in the same quotation, once for each. ``type`` is «directed» or «undirected», as Gephi reads it.
    """
    counts = _Counts("undirected" if ties.of == "entity-entity" else "directed")
    for number, (name, document) in enumerate(analysed):
        group = group_of(name, document, by, calendar)
        for quotation, source, target in ties.links(name, document):
            counts.add(number, document.date, group, quotation.id, (source, target))
    edges = frame(counts.rows(by or "all"), (Field(by or "all"), *EDGE_FIELDS))
    order = {"rank": True, "weight": False, "documents": False, "source": True, "target": True}
    ordered = edges.assign(rank=ranked(edges, by)).sort_values(list(order), ascending=list(order.values()))
    return records(ordered[ordered["weight"] >= minimum], edge_fields(by))


@dataclass(slots=True)
class _Edge(Met):
    """What was met of an edge in a group."""

    quotations: int = 0
    quotation: tuple[int, str] | None = None
    """The document's number and the quotation that it was met in last."""
    types: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Of source and target."""


@dataclass(slots=True)
class _Counts:
    """Edges by group and the keys of source and target."""

    type: str
    edges: dict[tuple[str | None, str, str], _Edge] = field(default_factory=dict)
    sources: Spellings = field(default_factory=Spellings)
    targets: Spellings = field(default_factory=Spellings)

    def add(
        self, number: int, day: Date | None, group: str | None, quotation: str, link: tuple[Node, Node]
    ) -> None:
        """Counts one link, of a quotation in the document of this number and day."""
        (source, source_type), (target, target_type) = link
        keys = phrase_key(source), phrase_key(target)
        self.sources.add(keys[0], source)
        self.targets.add(keys[1], target)
        edge = self.edges.setdefault((group, *keys), _Edge())
        edge.meet(number, day)
        edge.types[source_type, target_type] += 1
        edge.quotations += edge.quotation != (number, quotation)
        edge.quotation = number, quotation

    def rows(self, by: str) -> Iterator[Row]:
        """One row a group and edge, as they were met."""
        names = Spellings(self.sources.counts + self.targets.counts).commonest()
        for (group, source, target), edge in self.edges.items():
            yield {
                by: group,
                "source": names[source],
                "target": names[target],
                "type": self.type,
                "weight": edge.times,
                "quotations": edge.quotations,
                "source_type": _commonest(edge.types, 0),
                "target_type": _commonest(edge.types, 1),
                **edge.row(),
            }


def _commonest(types: Counter[tuple[str, str]], end: int) -> str:
    """The type that this end of an edge had most often, of equals the first by the alphabet."""
    counts = Counter[str]()
    for ends, count in types.items():
        counts[ends[end]] += count
    return min(counts, key=lambda one: (-counts[one], one))


def _spoken_of(quotation: Quotation, mentions: list[Mention]) -> Iterator[tuple[Node, Node]]:
    if quotation.speaker:
        for mention in mentions:
            yield (counted_name(quotation.speaker), "speaker"), (mention.entity, mention.type)


def _spoken_to(quotation: Quotation, _: list[Mention]) -> Iterator[tuple[Node, Node]]:
    if quotation.speaker and quotation.addressee:
        yield (counted_name(quotation.speaker), "speaker"), (quotation.addressee.text, "addressee")


def _together(_: Quotation, mentions: list[Mention]) -> Iterator[tuple[Node, Node]]:
    """Each pair of entities once, in one order wherever they are met."""
    entities = {phrase_key(mention.entity): (mention.entity, mention.type) for mention in mentions}
    for one, other in combinations(sorted(entities), 2):
        yield entities[one], entities[other]


LINKS: dict[Of, Links] = {
    "speaker-entity": _spoken_of,
    "speaker-addressee": _spoken_to,
    "entity-entity": _together,
}
