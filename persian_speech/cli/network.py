"""``network``: who speaks of whom, who speaks to whom, what is named together."""

from typing import get_args

import click

from persian_speech.analysis.frames import By, Calendar
from persian_speech.analysis.network import NAMES, Of, Ties, edge_fields
from persian_speech.analysis.network import network as tied
from persian_speech.analysis.slices import Slice, narrowed
from persian_speech.analysis.slices import of as slice_of
from persian_speech.analysis.tables import fields
from persian_speech.cli.command import command
from persian_speech.cli.options import (
    actors_option,
    calendar_option,
    graph_writing_options,
    reading_options,
    types_option,
)
from persian_speech.cli.reading import Reading
from persian_speech.cli.slicing import SPEAKER, WITHIN
from persian_speech.cli.writing import Writing
from persian_speech.output.formats import GRAPHS
from persian_speech.output.table import Table, later
from persian_speech.output.views import EDGES, PERIODS

ENDS = {"source", "target"}  # without which there is no graph


@command(
    "persian-speech network samples",
    "persian-speech network samples -o speakers.gexf",
    "persian-speech network samples --by year --calendar jalali --minimum 2 -o edges.csv",
    columns=edge_fields(None),
    added={"--by": fields("month year")},
)
@click.option(
    "--of",
    type=click.Choice(get_args(Of)),
    default="speaker-entity",
    show_default=True,
    help="Speakers and whom they name, or address; entities named in one quotation.",
)
@types_option
@click.option("--by", type=click.Choice(["month", "year"]), help="Edges of each.")
@click.option(
    "--minimum", type=click.IntRange(min=1), default=1, metavar="N", help="Edges as heavy at least."
)
@calendar_option
@SPEAKER
@WITHIN
@actors_option
@graph_writing_options
@reading_options
def network(
    *,
    reading: Reading,
    writing: Writing,
    of: Of,
    types: tuple[str, ...],
    by: By | None,
    minimum: int,
    calendar: Calendar,
    speakers: tuple[str, ...],
    within: Slice,
) -> None:
    """Who speaks of whom: one row an edge, the heaviest first.

    Weight counts mentions; of addressees and of entities together, quotations. GraphML and GEXF open in
    Gephi, yEd and igraph with all attributes, and so does the CSV as a table of edges.
    """
    if types and of == "speaker-addressee":
        raise click.UsageError("--type is of entities, and addressees have none; leave it out")
    if writing.destination.format in GRAPHS and writing.columns and ENDS - set(writing.columns):
        raise click.UsageError("a graph needs the columns source and target; name them in --columns")
    ties = Ties(of, frozenset(types) or NAMES, narrowed(within, slice_of(speakers=speakers)))
    analysed = reading.analysed("ENTITIES")
    rows = later(lambda: tied(analysed, ties, by=by, calendar=calendar, minimum=minimum))
    writing.write(Table(edge_fields(by), rows, (PERIODS[by], *EDGES) if by else EDGES))
