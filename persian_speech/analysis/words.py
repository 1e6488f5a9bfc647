"""Words: how often, in how many documents and how evenly each is used."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from persian_speech.actors.knowledge import counted_name
from persian_speech.analysis.frames import PERIODS, By, Calendar, ranked, records
from persian_speech.analysis.slices import EVERYTHING, Place, Places, Slice
from persian_speech.analysis.tables import Analysed, Field, Row, fields
from persian_speech.analysis.tally import Tally
from persian_speech.document import Document
from persian_speech.text.letters import phrase_key

if TYPE_CHECKING:
    from pandas import DataFrame, Series

    from persian_speech.text.words import Word

WORD_FIELDS = fields("word count:int documents:int dispersion:float per_thousand:float")
Group = tuple[str | None]


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted: words as they should be written, or lemmas; so many in a row; stop words or not.

    Of several in a row, those that begin or end with a stop word are left out with the stop words.
    """

    lemmas: bool = False
    size: int = 1
    stop_words: bool = True

    def name(self, phrase: Sequence["Word"]) -> str:
        """The form that words in a row are counted under."""
        return " ".join(word.lemma if self.lemmas else word.normal for word in phrase)

    def is_wanted(self, phrase: Sequence["Word"]) -> bool:
        """Whether words in a row are counted at all."""
        from persian_speech.text.stop_words import is_stop_word

        return self.stop_words or not (is_stop_word(phrase[0]) or is_stop_word(phrase[-1]))


WORDS = Unit()


@dataclass(frozen=True, slots=True)
class Grouping:
    """The group of a place, what the count is broken down by; None outside the slice.

    A speaker is known by the key of the name, and named as first met.
    """

    by: By | None
    calendar: Calendar = "gregorian"
    within: Slice = EVERYTHING
    names: dict[str, str] = field(default_factory=dict)

    def __call__(self, place: Place) -> Group | None:
        """The group of the words that stand there."""
        if place not in self.within:
            return None
        if self.by == "document":
            return (place.document,)
        if self.by == "speaker":
            return (self._speaker(place),)
        day = place.date_jalali if self.calendar == "jalali" else place.date
        return (day[: PERIODS[self.by]] if day and self.by else None,)

    def _speaker(self, place: Place) -> str | None:
        speaker = place.quotation.speaker if place.quotation else None
        name = counted_name(speaker) if speaker else None
        return name and self.names.setdefault(phrase_key(name), name)


def word_fields(by: By | None) -> tuple[Field, ...]:
    """The columns of the table, headed by what it is broken down by."""
    return (Field(by), *WORD_FIELDS) if by else WORD_FIELDS


def words(
    analysed: Iterable[Analysed], *, unit: Unit = WORDS, grouping: Grouping | None = None, minimum: int = 1
) -> Iterator[Row]:
    """One row a word (and document, speaker, month or year), the most used first.

    ``per_thousand`` is of all words of the slice (and group). ``dispersion`` is Gries's DP over the
    documents: 0 where a word is used everywhere alike, near 1 where it stands in a small part alone.
    """
    grouping = grouping or Grouping(None)
    return records(_ranked(tallied(analysed, unit, grouping), grouping.by, minimum), word_fields(grouping.by))


def dispersion(counts: "DataFrame", sizes: "DataFrame") -> "Series[float]":
    """Gries's (2008) DP of each group and item over the group's documents.

    Half the sum, over the documents, of the difference between a document's share of the words and its
    share of the item. Documents without the item add their whole share, so only the others are visited.
    """
    whole = sizes.groupby("group")["words"].transform("sum")
    sized = sizes.assign(part=sizes["words"] / whole)[["group", "document", "part"]]
    met = counts.merge(sized, on=["group", "document"])
    share = met["count"] / met.groupby(["group", "item"])["count"].transform("sum")
    met = met.assign(apart=(share - met["part"]).abs() - met["part"])
    return (met.groupby(["group", "item"])["apart"].sum() + 1) / 2


def tallied(analysed: Iterable[Analysed], unit: Unit, group_of: Callable[[Place], Group | None]) -> Tally:
    """What is counted of the documents, by groups; where ``group_of`` is None nothing is counted."""
    tally = Tally()
    for number, (name, document) in enumerate(analysed):
        counts: defaultdict[Group, Counter[str]] = defaultdict(Counter)
        sizes = Counter[Group]()
        for groups, sentence in _grouped(name, document, group_of):
            sizes.update(group for group in groups if group)
            for group, phrase in _phrases(groups, sentence, unit):
                counts[group][unit.name(phrase)] += 1
        for group, size in sizes.items():
            tally.add(group[0], number, counts[group], size)
    return tally


def _grouped(
    name: str, document: Document, group_of: Callable[[Place], Group | None]
) -> Iterator[tuple[list[Group | None], list["Word"]]]:
    """The words of each sentence, and the group of each."""
    from persian_speech.text.words import words as words_of

    places = Places(name, document)
    known = {id(place): group_of(place) for place in (places.narration, *places.said)}
    for sentence in words_of(document):
        yield [known[id(places.at(word.start))] for word in sentence], sentence


def _phrases(
    groups: list[Group | None], sentence: list["Word"], unit: Unit
) -> Iterator[tuple[Group, Sequence["Word"]]]:
    """What is counted of a sentence, and the one group that all of its words are in."""
    from persian_speech.text.words import phrases

    for at, phrase in phrases(sentence, unit.size):
        group = groups[at]
        if group and group == groups[at + unit.size - 1] and unit.is_wanted(phrase):
            yield group, phrase


def _ranked(tally: Tally, by: By | None, minimum: int) -> "DataFrame":
    counts, sizes = tally.counts.frame(), tally.sizes.frame()
    counted = counts.groupby(["group", "item"]).agg(count=("count", "sum"), documents=("document", "size"))
    counted = counted.assign(dispersion=dispersion(counts, sizes).round(4)).reset_index()
    counted = counted[counted["count"] >= minimum]
    whole = counted["group"].map(sizes.groupby("group")["words"].sum())
    named = counted.assign(
        word=counted["item"].map(tally.items()),
        per_thousand=(counted["count"] / whole * 1000).round(4),
        **{by or "all": counted["group"].map(tally.groups())},
    )
    order = {"rank": True, "count": False, "documents": False, "word": True}
    return named.assign(rank=ranked(named, by)).sort_values(list(order), ascending=list(order.values()))
