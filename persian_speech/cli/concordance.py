"""``concordance``: a word, lemma, phrase or expression wherever it stands, with who says it and when."""

import click

from persian_speech.analysis.concordance import CONCORDANCE_FIELDS, Order, Window
from persian_speech.analysis.concordance import concordance as found
from persian_speech.analysis.patterns import Pattern, compile_pattern
from persian_speech.analysis.slices import Slice
from persian_speech.cli.command import command
from persian_speech.cli.options import reading_options, understood, writing_options
from persian_speech.cli.reading import Reading
from persian_speech.cli.slicing import slice_options
from persian_speech.cli.writing import Writing
from persian_speech.output.table import Table
from persian_speech.output.views import CONCORDANCE


@command(
    "persian-speech concordance آب samples",
    "persian-speech concordance lemma:گفتن samples --sort speaker --sort right",
    "persian-speech concordance '/(شهر|روستا)(ها)?ی?/' samples --said --window 8 --words",
    columns=CONCORDANCE_FIELDS,
)
@click.argument("pattern", callback=understood(compile_pattern))
@click.option(
    "--window",
    type=click.IntRange(min=0),
    default=60,
    show_default=True,
    metavar="N",
    help="Context on each side, in characters.",
)
@click.option("--words", is_flag=True, help="Count the window in words.")
@click.option(
    "--sort",
    "orders",
    multiple=True,
    type=click.Choice(["left", "right", "date", "speaker"]),
    help="By the words before or after, nearest first, by day or speaker; may be given again.",
)
@slice_options
@writing_options
@reading_options
def concordance(
    *,
    reading: Reading,
    writing: Writing,
    pattern: Pattern,
    window: int,
    words: bool,
    orders: tuple[Order, ...],
    within: Slice,
) -> None:
    """Every hit of PATTERN with its context: one row a hit.

    PATTERN is a word or phrase, * being any letters; lemma:WORD, every form of it; or /EXPRESSION/, a
    regular expression over letters without half-spaces. Half-spaces, Arabic letters and digits are
    no difference. On a terminal what comes before a hit stands to its right, as Persian is read.
    """
    size = Window(window, in_words=words)
    rows = found(reading.analysed("SPEECH"), pattern, window=size, within=within, orders=orders)
    writing.write(Table(CONCORDANCE_FIELDS, rows, CONCORDANCE))
