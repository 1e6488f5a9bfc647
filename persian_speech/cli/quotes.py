"""``quotes``: who said what, to whom, how and where."""

from collections.abc import Iterator
from dataclasses import dataclass

import click

from persian_speech.analysis.explain import explained
from persian_speech.analysis.reuse import (
    STATEMENT_FIELDS,
    VARIANT_FIELDS,
    statement_rows,
    statements,
    variant_rows,
)
from persian_speech.analysis.slices import Slice, is_by, parts
from persian_speech.analysis.tables import EXPLAIN_FIELDS, QUOTATION_FIELDS, Analysed, Row, quotation_rows
from persian_speech.cli.command import command
from persian_speech.cli.options import actors_option, names, reading_options, understood, writing_options
from persian_speech.cli.reading import Reading
from persian_speech.cli.slicing import WITHIN
from persian_speech.cli.writing import Writing
from persian_speech.document import Quotation
from persian_speech.output.table import Table, later
from persian_speech.output.views import EXPLANATION, QUOTES, STATEMENTS, VARIANTS
from persian_speech.text.letters import phrase_key

Kept = Iterator[tuple[Quotation, Row]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which quotations are shown: of a kind (None: of both), by speakers with these keys (none: by all)."""

    kind: str | None
    speakers: tuple[str, ...]

    def __call__(self, quotation: Quotation) -> bool:
        """Whether this one is."""
        of_kind = self.kind in {None, quotation.kind}
        return of_kind and (not self.speakers or is_by(quotation, self.speakers))


@command(
    "persian-speech quotes samples",
    "persian-speech quotes samples --explain --limit 5",
    "persian-speech quotes samples/leader-meeting.txt --draw",
    "persian-speech quotes samples -f jsonl | jq -r .speaker | sort | uniq -c",
    "persian-speech quotes samples --deduplicate --limit 5",
    "persian-speech quotes samples --speaker شیرانی --within date:1398",
    "persian-speech quotes samples --kind direct -o quotes.csv --bom",
    columns=QUOTATION_FIELDS,
    added={
        "--explain": EXPLAIN_FIELDS,
        "--deduplicate": STATEMENT_FIELDS[len(QUOTATION_FIELDS) :],
        "--variants": VARIANT_FIELDS[: -len(QUOTATION_FIELDS)],
    },
)
@click.option(
    "--speaker",
    "speakers",
    multiple=True,
    metavar="NAME",
    callback=understood(names),
    help="Of this speaker; a part of the name will do; may be given again.",
)
@click.option(
    "--kind", type=click.Choice(["direct", "indirect"], case_sensitive=False), help="Of this kind alone."
)
@WITHIN
@click.option("--explain", is_flag=True, help="Why each was found and given to its speaker.")
@click.option("--deduplicate", is_flag=True, help="One row a statement, however often it is quoted.")
@click.option("--variants", is_flag=True, help="Statements quoted more than once, each time in a row.")
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
    within: Slice,
    explain: bool,
    deduplicate: bool,
    variants: bool,
    draw: bool,
) -> None:
    """Who said what, to whom and how: one row a quotation.

    Offsets count code points of the text as it was read. Dates are the document's own, or --date.
    In TSV and Markdown a line break within a quotation becomes a space. --deduplicate brings together what
    was quoted word for word or nearly so, here and elsewhere: a row is its first appearance.
    """
    if sum((explain, deduplicate, variants, draw)) > 1:
        raise click.UsageError("choose one of --explain, --deduplicate, --variants and --draw")
    wanted = Wanted(kind, tuple(map(phrase_key, speakers)))
    analysed = parts(reading.analysed("QUOTATIONS"), within)
    if draw:
        writing.draw(
            (name, document, list(filter(wanted, document.quotations))) for name, document in analysed
        )
    else:
        view = "statements" if deduplicate else "variants" if variants else "explained" if explain else "all"
        writing.write(VIEWS[view](_kept(analysed, wanted)))


def _kept(analysed: Iterator[Analysed], wanted: Wanted) -> Kept:
    for name, document in analysed:
        for quotation, row in zip(document.quotations, quotation_rows(name, document), strict=True):
            if wanted(quotation):
                yield quotation, row


def _statements(kept: Kept) -> Table:
    return Table(STATEMENT_FIELDS, later(lambda: statement_rows(statements(kept))), STATEMENTS)


def _variants(kept: Kept) -> Table:
    return Table(VARIANT_FIELDS, later(lambda: variant_rows(statements(kept))), VARIANTS)


def _explained(kept: Kept) -> Table:
    rows = (row | explained(quotation) for quotation, row in kept)
    return Table(QUOTATION_FIELDS + EXPLAIN_FIELDS, rows, (*QUOTES, EXPLANATION))


def _all(kept: Kept) -> Table:
    return Table(QUOTATION_FIELDS, (row for _, row in kept), QUOTES)


VIEWS = {"statements": _statements, "variants": _variants, "explained": _explained, "all": _all}
