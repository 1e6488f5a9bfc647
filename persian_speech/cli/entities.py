"""``entities``: who and what is named, how often, and in whose words."""

from collections.abc import Iterable
from typing import get_args

import click

from persian_speech.analysis.entities import entities as counted
from persian_speech.analysis.entities import entity_fields
from persian_speech.analysis.entities import mentions as found
from persian_speech.analysis.frames import By, Calendar
from persian_speech.analysis.slices import Slice, Voice, parts
from persian_speech.analysis.tables import MENTION_FIELDS, Row, fields
from persian_speech.cli.command import command
from persian_speech.cli.options import actors_option, calendar_option, reading_options, writing_options
from persian_speech.cli.reading import Reading
from persian_speech.cli.slicing import WITHIN
from persian_speech.cli.writing import Writing
from persian_speech.document import EntityType
from persian_speech.output.table import Table, later
from persian_speech.output.views import ENTITIES, MENTIONS, PERIODS


@command(
    "persian-speech entities samples",
    "persian-speech entities samples --type PER --type ORG --said",
    "persian-speech entities samples --by speaker -f csv",
    "cat samples/leader-meeting.txt | persian-speech entities --mentions",
    columns=entity_fields(None),
    added={"--by": fields("document speaker month year"), "--mentions": MENTION_FIELDS},
)
@click.option(
    "--type",
    "types",
    multiple=True,
    type=click.Choice(get_args(EntityType), case_sensitive=False),
    help="Of this type; may be given again.",
)
@click.option("--by", type=click.Choice(["document", "speaker", "month", "year"]), help="Count within each.")
@click.option("--said", is_flag=True, help="In quotations alone.")
@click.option("--narrated", is_flag=True, help="Outside quotations alone.")
@click.option("--mentions", is_flag=True, help="One row a mention, with its offsets.")
@calendar_option
@WITHIN
@actors_option
@writing_options
@reading_options
def entities(
    *,
    reading: Reading,
    writing: Writing,
    types: tuple[str, ...],
    by: By | None,
    said: bool,
    narrated: bool,
    mentions: bool,
    calendar: Calendar,
    within: Slice,
) -> None:
    """Persons, bodies, places, peoples, dates: one row an entity, the most mentioned first.

    Said counts the mentions inside quotations, narrated the others.
    """
    if said and narrated:
        raise click.UsageError("--said and --narrated leave nothing between them; leave both out for all")
    if mentions and by:
        raise click.UsageError("--by counts and --mentions does not; choose one")
    voice: Voice | None = "said" if said else "narrated" if narrated else None
    analysed = parts(reading.analysed("ENTITIES"), within)
    rows: Iterable[Row]
    if mentions:
        rows = (row for pair in analysed for row in found(*pair, types=frozenset(types), voice=voice))
        writing.write(Table(MENTION_FIELDS, rows, MENTIONS))
    else:
        rows = later(lambda: counted(analysed, by=by, calendar=calendar, types=frozenset(types), voice=voice))
        writing.write(Table(entity_fields(by), rows, (PERIODS[by], *ENTITIES) if by else ENTITIES))
