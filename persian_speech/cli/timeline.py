"""``timeline``: how often speakers, entities or words come up, period by period."""

from collections.abc import Iterator
from typing import Literal, get_args

import click

from persian_speech.analysis.frames import Calendar
from persian_speech.analysis.network import NAMES
from persian_speech.analysis.patterns import Pattern, compile_pattern
from persian_speech.analysis.periods import Every, Rhythm
from persian_speech.analysis.slices import Slice
from persian_speech.analysis.tables import Analysed
from persian_speech.analysis.timeline import TIMELINE_FIELDS, Events, matched, mentioned, spoken, used
from persian_speech.analysis.timeline import timeline as counted
from persian_speech.analysis.words import Unit
from persian_speech.cli.command import command
from persian_speech.cli.options import (
    calendar_option,
    names,
    reading_options,
    types_option,
    understood,
    writing_options,
)
from persian_speech.cli.reading import Reading
from persian_speech.cli.slicing import slice_options
from persian_speech.cli.writing import Writing
from persian_speech.output.table import Table
from persian_speech.output.views import timeline_view

Of = Literal["speakers", "entities", "words"]


def _patterns(written: tuple[str, ...]) -> list[tuple[str, Pattern]]:
    return [(one, compile_pattern(one)) for one in written]


@command(
    "persian-speech timeline samples --every year --calendar jalali",
    "persian-speech timeline samples --of entities --type LOC --top 3 --every year",
    "persian-speech timeline samples --word آب --word lemma:روستا --every year --relative",
    columns=TIMELINE_FIELDS,
)
@click.option(
    "--of", type=click.Choice(get_args(Of)), help="What is counted; quotations of speakers if left out."
)
@click.option(
    "--entity",
    "entities",
    multiple=True,
    metavar="NAME",
    callback=understood(names),
    help="Mentions of this entity, a part of the name will do; may be given again.",
)
@types_option
@click.option(
    "--word",
    "patterns",
    multiple=True,
    metavar="PATTERN",
    callback=understood(_patterns),
    help="Hits of this word, phrase, lemma:WORD or /EXPRESSION/; may be given again.",
)
@click.option(
    "--every", type=click.Choice(get_args(Every)), default="month", show_default=True, help="The period."
)
@click.option(
    "--top", type=click.IntRange(min=1), metavar="N", help="The N most frequent alone; 5 if none is named."
)
@click.option("--relative", is_flag=True, help="Bars of a drawn chart show counts per 1,000 words.")
@calendar_option
@slice_options
@writing_options
@reading_options
def timeline(
    *,
    reading: Reading,
    writing: Writing,
    of: Of | None,
    entities: tuple[str, ...],
    types: tuple[str, ...],
    patterns: list[tuple[str, Pattern]],
    every: Every,
    top: int | None,
    relative: bool,
    calendar: Calendar,
    within: Slice,
) -> None:
    """How often speakers, entities or words come up: one row a period, a bar chart on a terminal.

    Speakers count by quotations, entities by mentions, words by their lemmas without stop words. Periods
    without any are there too, from the first to the last. per_thousand is of the words of the period.
    """
    if types and (patterns or of not in {None, "entities"}):
        raise click.UsageError("--type is of entities; leave it out, or count with --of entities")
    of = _of(of, entities or types, patterns)
    events: dict[Of, Events] = {
        "speakers": spoken,
        "entities": mentioned(entities, frozenset(types) or NAMES),
        "words": matched(patterns) if patterns else used(Unit(lemmas=True, stop_words=False)),
    }
    named = entities or patterns
    undated: list[str] = []
    documents = _dated(reading.analysed("ALL" if of == "entities" else "SPEECH"), undated)
    rhythm = Rhythm(every, calendar)
    rows = counted(documents, events[of], rhythm=rhythm, within=within, top=top or (None if named else 5))
    writing.write(Table(TIMELINE_FIELDS, rows, timeline_view(relative=relative)))
    if undated and not within.is_dated:
        reading.talk.remark(f"left out {len(undated)} without a day ({undated[0]} …); --date gives one")


def _of(of: Of | None, entities: object, patterns: object) -> Of:
    """What is counted: as told, or as what is named tells."""
    told: set[Of] = {of} if of else set()
    told |= {"entities"} if entities else set()
    told |= {"words"} if patterns else set()
    if len(told) > 1:
        raise click.UsageError("--of, --entity and --word ask for different things; choose one")
    return told.pop() if told else "speakers"


def _dated(analysed: Iterator[Analysed], undated: list[str]) -> Iterator[Analysed]:
    """The documents that have a day; the names of the others are kept."""
    for name, document in analysed:
        if document.date is None:
            undated.append(name)
        else:
            yield name, document
