"""Networks: who speaks of whom, who speaks to whom, and what is named together in one quotation."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from persian_speech.actors.knowledge import counted_name
from persian_speech.analysis.frames import By, Calendar, frame, one_name, ranked, records, with_period
from persian_speech.analysis.slices import EVERYTHING, Place, Places, Slice
from persian_speech.analysis.tables import Analysed, Field, Row, fields
from persian_speech.document import Document, Mention, Quotation
from persian_speech.text.letters import phrase_key

if TYPE_CHECKING:
    from pandas import DataFrame, Series

LINK_FIELDS = fields("number:int quotation source source_type target target_type date date_jalali")
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

    def links(self, name: str, document: Document) -> Iterator[Row]:
        """One row a link of a document's quotations: a mention, an addressee, two entities met together."""
        places = Places(name, document)
        named: dict[int, list[Mention]] = {}
        for mention in document.mentions:
            if mention.type in self.types:
                named.setdefault(id(places.at(mention.start)), []).append(mention)
        for place in places.said:
            if place.quotation and place in self.within:
                for source, target in LINKS[self.of](place.quotation, named.get(id(place), [])):
                    yield _row(place, place.quotation, source, target)


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
    rows = (
        {**row, "number": number}
        for number, (name, document) in enumerate(analysed)
        for row in ties.links(name, document)
    )
    edges = _edges(frame(rows, LINK_FIELDS), by, calendar)
    kind = "undirected" if ties.of == "entity-entity" else "directed"
    return records(edges[edges["weight"] >= minimum].assign(type=kind), edge_fields(by))


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


def _row(place: Place, quotation: Quotation, source: Node, target: Node) -> Row:
    return {
        "quotation": quotation.id,
        "source": source[0],
        "source_type": source[1],
        "target": target[0],
        "target_type": target[1],
        "date": place.date,
        "date_jalali": place.date_jalali,
    }


def _edges(links: "DataFrame", by: By | None, calendar: Calendar) -> "DataFrame":
    from pandas import concat

    names = concat([links["source"], links["target"]], ignore_index=True)
    names = one_name(names, names.map(phrase_key, na_action="ignore"))
    links = with_period(links, by, calendar).assign(
        source=names[: len(links)].to_numpy(),
        target=names[len(links) :].to_numpy(),
        where=links["number"].astype("string") + "#" + links["quotation"],
    )
    edges = (
        links.groupby([*([by] if by else []), "source", "target"], dropna=False, sort=False)
        .agg(
            weight=("where", "size"),
            quotations=("where", "nunique"),
            documents=("number", "nunique"),
            source_type=("source_type", _commonest),
            target_type=("target_type", _commonest),
            first_date=("date", "min"),
            last_date=("date", "max"),
            first_date_jalali=("date_jalali", "min"),
            last_date_jalali=("date_jalali", "max"),
        )
        .reset_index()
    )
    order = {"rank": True, "weight": False, "documents": False, "source": True, "target": True}
    return edges.assign(rank=ranked(edges, by)).sort_values(list(order), ascending=list(order.values()))


def _commonest(types: "Series[str]") -> str:
    return str(types.mode().iloc[0])
