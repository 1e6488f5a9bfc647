"""Timelines: how often speakers, entities or words come up, period by period."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date as Date  # noqa: N812 - a field is called «date»

from persian_speech.actors.knowledge import counted_name
from persian_speech.analysis.patterns import Pattern
from persian_speech.analysis.periods import Rhythm
from persian_speech.analysis.slices import EVERYTHING, Places, Slice
from persian_speech.analysis.tables import Analysed, Row, fields
from persian_speech.analysis.words import Unit
from persian_speech.document import Document
from persian_speech.text.letters import phrase_key

TIMELINE_FIELDS = fields("period series count:int words:int per_thousand:float")

Event = tuple[int, str]  # where in the text, in code points, and of which series
Events = Callable[[Document], Iterator[Event]]


def spoken(document: Document) -> Iterator[Event]:
    """Each quotation of a known speaker, under the speaker's name."""
    for quotation in document.quotations:
        if quotation.speaker:
            yield quotation.start, counted_name(quotation.speaker)


def mentioned(names: Sequence[str], types: frozenset[str]) -> Events:
    """Each mention of an entity: of these names (a part will do) and types; all where none is given."""
    wanted = [phrase_key(name) for name in names]

    def events(document: Document) -> Iterator[Event]:
        for mention in document.mentions:
            known = phrase_key(mention.entity)
            if (not types or mention.type in types) and (not wanted or any(one in known for one in wanted)):
                yield mention.start, mention.entity

    return events


def matched(patterns: Sequence[tuple[str, Pattern]]) -> Events:
    """Each hit of a pattern, under the pattern as it was written."""

    def events(document: Document) -> Iterator[Event]:
        for written, pattern in patterns:
            yield from ((start, written) for start, _ in pattern.hits(document))

    return events


def used(unit: Unit) -> Events:
    """Each word."""

    def events(document: Document) -> Iterator[Event]:
        from persian_speech.text.words import phrases, words

        for sentence in words(document):
            for _, phrase in phrases(sentence, unit.size):
                if unit.is_wanted(phrase):
                    yield phrase[0].start, unit.name(phrase)

    return events


def timeline(
    analysed: Iterable[Analysed],
    events: Events,
    *,
    rhythm: Rhythm,
    within: Slice = EVERYTHING,
    top: int | None = None,
) -> Iterator[Row]:
    """One row a series and period, from the slice's first day to its last, also where nothing was counted.

    The series that count most come first, at most ``top`` of them. ``words`` are those of the slice in
    the period, and ``per_thousand`` is null where there are none. Documents without a day are left out.
    """
    counts = _Counts(rhythm)
    for name, document in analysed:
        if document.date is not None:
            counts.add(document.date, name, document, events, within)
    yield from counts.rows(top)


@dataclass(slots=True)
class _Counts:
    """Counts by period and by series; spellings of one key are one series, named as most often met."""

    rhythm: Rhythm
    days: set[Date] = field(default_factory=set)
    words: Counter[str] = field(default_factory=Counter)
    counted: Counter[tuple[str, str]] = field(default_factory=Counter)
    series: Counter[str] = field(default_factory=Counter)
    spellings: Counter[str] = field(default_factory=Counter)

    def add(self, day: Date, name: str, document: Document, events: Events, within: Slice) -> None:
        """Counts one document."""
        from persian_speech.text.words import words

        places, period = Places(name, document), self.rhythm.name(day)
        if within.is_of_the_day(places.narration):
            self.days.add(day)
        inside = (places.at(word.start) in within for sentence in words(document) for word in sentence)
        self.words[period] += sum(inside)
        for start, written in events(document):
            if places.at(start) in within:
                key = phrase_key(written)
                self.counted[key, period] += 1
                self.series[key] += 1
                self.spellings[written] += 1

    def rows(self, top: int | None) -> Iterator[Row]:
        """The rows of the table."""
        periods = list(self.rhythm.periods(min(self.days), max(self.days))) if self.days else []
        names = {phrase_key(written): written for written, _ in reversed(self.spellings.most_common())}
        for key in sorted(self.series, key=lambda key: (-self.series[key], names[key]))[:top]:
            for period in periods:
                count, words = self.counted[key, period], self.words[period]
                share = round(count / words * 1000, 4) if words else None
                yield {
                    "period": period,
                    "series": names[key],
                    "count": count,
                    "words": words,
                    "per_thousand": share,
                }
