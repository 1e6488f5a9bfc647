"""``collocates``: the words that keep company with a word."""

import click

from persian_speech.analysis.collocates import COLLOCATE_FIELDS, Measure, Near
from persian_speech.analysis.collocates import collocates as found
from persian_speech.analysis.patterns import Pattern, compile_pattern
from persian_speech.analysis.slices import Slice
from persian_speech.analysis.words import Unit
from persian_speech.cli.command import command
from persian_speech.cli.options import reading_options, understood, writing_options
from persian_speech.cli.reading import Reading
from persian_speech.cli.slicing import slice_options, unit_options
from persian_speech.cli.writing import Writing
from persian_speech.output.table import Table, later
from persian_speech.output.views import COLLOCATES


@command(
    "persian-speech collocates آب samples --no-stop-words",
    "persian-speech collocates lemma:روستا samples --lemma --sentence --sort log_dice",
    columns=COLLOCATE_FIELDS,
)
@click.argument("word", metavar="WORD", callback=understood(compile_pattern))
@click.option(
    "--window",
    type=click.IntRange(min=1),
    default=5,
    show_default=True,
    metavar="N",
    help="Words on each side, in the same sentence.",
)
@click.option("--sentence", is_flag=True, help="The whole sentence instead.")
@click.option(
    "--minimum",
    type=click.IntRange(min=1),
    default=2,
    show_default=True,
    metavar="N",
    help="Met near it N times at least.",
)
@click.option(
    "--sort",
    "measure",
    type=click.Choice(["count", "mi", "t", "log_likelihood", "log_dice"]),
    default="log_likelihood",
    show_default=True,
    help="The closest first by this measure.",
)
@unit_options
@slice_options
@writing_options
@reading_options
def collocates(
    *,
    reading: Reading,
    writing: Writing,
    word: Pattern,
    window: int,
    sentence: bool,
    minimum: int,
    measure: Measure,
    lemmas: bool,
    stop_words: bool,
    within: Slice,
) -> None:
    """The words that stand near WORD more often than by chance: one row each.

    WORD is written as for concordance: a word, a phrase, lemma:WORD or /EXPRESSION/. MI favours rare
    words, t and G² (log-likelihood) common ones; logDice, 14 at most, can be compared between texts.
    """
    near = Near(None if sentence else window, Unit(lemmas, stop_words=stop_words), within)
    analysed = reading.analysed("SPEECH" if within.terms else "TOKENS")
    rows = later(lambda: found(analysed, word, near=near, minimum=minimum, measure=measure))
    writing.write(Table(COLLOCATE_FIELDS, rows, COLLOCATES))
