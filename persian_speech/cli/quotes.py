"""``quotes``: who said what, to whom, how and where."""

from collections.abc import Iterator

import click

from persian_speech.analysis.explain import explained
from persian_speech.analysis.tables import EXPLAIN_FIELDS, QUOTATION_FIELDS, Row, quotation_rows
from persian_speech.cli.command import command
from persian_speech.cli.options import actors_option, reading_options, writing_options
from persian_speech.cli.reading import Reading
from persian_speech.cli.writing import Writing
from persian_speech.document import Quotation
from persian_speech.output.table import Table
from persian_speech.output.views import EXPLANATION, QUOTES
from persian_speech.text.letters import phrase_key


@command(
    "persian-speech quotes samples",
    "persian-speech quotes samples --explain --limit 5",
    "persian-speech quotes samples/leader-meeting.txt --draw",
    "persian-speech quotes samples -f jsonl | jq -r .speaker | sort | uniq -c",
    "persian-speech quotes samples --kind direct -o quotes.csv --bom",
    columns=QUOTATION_FIELDS + EXPLAIN_FIELDS,
)
@click.option(
    "--speaker",
    "speakers",
    multiple=True,
    metavar="NAME",
    help="Of this speaker; a part of the name will do.",
)
@click.option(
    "--kind", type=click.Choice(["direct", "indirect"], case_sensitive=False), help="Of this kind alone."
)
@click.option("--explain", is_flag=True, help="Why each was found and given to its speaker.")
@click.option("--draw", is_flag=True, help="The text itself, its quotations underlined.")
@actors_option
@writing_options
@reading_options
def quotes(
    *,
    reading: Reading,
    writing: Writing,
    speakers: tuple[str, ...],
    kind: str | None,
    explain: bool,
    draw: bool,
) -> None:
    """Who said what, to whom and how: one row a quotation.

    Offsets count code points of the text as it was read. Dates are the document's own, or --date.
    In TSV and Markdown a line break within a quotation becomes a space.
    """
    wanted = [phrase_key(name) for name in speakers]

    def is_wanted(quotation: Quotation) -> bool:
        return kind in {None, quotation.kind} and _is_by(quotation, wanted)

    def rows() -> Iterator[Row]:
        for name, document in reading.analysed("QUOTATIONS"):
            for quotation, row in zip(document.quotations, quotation_rows(name, document), strict=True):
                if is_wanted(quotation):
                    yield row | explained(quotation) if explain else row

    if draw:
        writing.draw(
            (name, document, [quotation for quotation in document.quotations if is_wanted(quotation)])
            for name, document in reading.analysed("QUOTATIONS")
        )
        return
    fields = QUOTATION_FIELDS + EXPLAIN_FIELDS if explain else QUOTATION_FIELDS
    writing.write(Table(fields, rows(), (*QUOTES, EXPLANATION) if explain else QUOTES))


def _is_by(quotation: Quotation, wanted: list[str]) -> bool:
    """Whether the speaker's name, role or any form met in the text holds one of the wanted keys."""
    if not wanted or quotation.speaker is None:
        return not wanted
    speaker = quotation.speaker
    known = [phrase_key(name) for name in (speaker.name, speaker.role or "", *speaker.forms)]
    return any(key in name for key in wanted for name in known)
