"""``speakers``: how often and how much each speaker is quoted."""

import click

from persian_speech.analysis.frames import By, Calendar
from persian_speech.analysis.slices import Slice, parts
from persian_speech.analysis.speakers import speaker_fields
from persian_speech.analysis.speakers import speakers as counted
from persian_speech.analysis.tables import fields
from persian_speech.cli.command import command
from persian_speech.cli.options import actors_option, calendar_option, reading_options, writing_options
from persian_speech.cli.reading import Reading
from persian_speech.cli.slicing import WITHIN
from persian_speech.cli.writing import Writing
from persian_speech.output.table import Table, later
from persian_speech.output.views import PERIODS, SPEAKERS


@command(
    "persian-speech speakers samples",
    "persian-speech speakers samples -o speakers.csv",
    "persian-speech speakers samples --by month --calendar jalali -f markdown",
    "persian-speech speakers samples --within date:1398..1402",
    columns=speaker_fields(None),
    added={"--by": fields("document month year")},
)
@click.option("--by", type=click.Choice(["document", "month", "year"]), help="Count within each.")
@calendar_option
@WITHIN
@actors_option
@writing_options
@reading_options
def speakers(*, reading: Reading, writing: Writing, by: By | None, calendar: Calendar, within: Slice) -> None:
    """How much each speaker is quoted: one row a speaker, the most quoted first.

    Words are those of the quotations; share is the speaker's part of all quoted words, of the
    whole run or of the document, month or year. Quotations without a known speaker come last.
    """
    analysed = parts(reading.analysed("QUOTATIONS"), within)
    rows = later(lambda: counted(analysed, by=by, calendar=calendar))
    writing.write(Table(speaker_fields(by), rows, (PERIODS[by], *SPEAKERS) if by else SPEAKERS))
