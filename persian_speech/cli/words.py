"""``words``: how often words, lemmas or phrases are used; and what sets one slice apart from another."""

import click

from persian_speech.analysis.frames import By, Calendar
from persian_speech.analysis.keyness import KEYNESS_FIELDS, keyness
from persian_speech.analysis.slices import Slice, narrowed, parse
from persian_speech.analysis.tables import fields
from persian_speech.analysis.words import Grouping, Unit, word_fields
from persian_speech.analysis.words import words as counted
from persian_speech.cli.command import command
from persian_speech.cli.options import calendar_option, reading_options, understood, writing_options
from persian_speech.cli.reading import Reading
from persian_speech.cli.slicing import slice_options, unit_options
from persian_speech.cli.writing import Writing
from persian_speech.output.table import Table, later
from persian_speech.output.views import KEYNESS, PERIODS, WORDS


def _slices(written: tuple[str, str] | None) -> tuple[Slice, Slice] | None:
    """The two slices to compare; «rest» as the second is all that is not in the first."""
    if written is None:
        return None
    first, second = written
    return parse(first), Slice() if second == "rest" else parse(second)


@command(
    "persian-speech words samples --no-stop-words --limit 20",
    "persian-speech words samples --ngrams 3 --minimum 3 --by month -o words.csv",
    "persian-speech words samples --compare speaker:شیرانی rest --lemma",
    columns=word_fields(None),
    added={"--by": fields("document speaker month year"), "--compare": KEYNESS_FIELDS},
)
@unit_options
@click.option(
    "--ngrams", type=click.IntRange(1, 9), default=1, metavar="N", help="Count N words in a row as one."
)
@click.option("--minimum", type=click.IntRange(min=1), default=1, metavar="N", help="Met N times at least.")
@click.option("--by", type=click.Choice(["document", "speaker", "month", "year"]), help="Count within each.")
@click.option(
    "--compare",
    nargs=2,
    metavar="A B",
    callback=understood(_slices),
    help="What sets slice A apart from slice B: said, narrated, speaker:NAME, document:PATTERN, "
    "date:1399-05, date:2020..2021, several with commas; B may be rest.",
)
@calendar_option
@slice_options
@writing_options
@reading_options
def words(
    *,
    reading: Reading,
    writing: Writing,
    lemmas: bool,
    stop_words: bool,
    ngrams: int,
    minimum: int,
    by: By | None,
    compare: tuple[Slice, Slice] | None,
    calendar: Calendar,
    within: Slice,
) -> None:
    """How often words are used: one row a word, the commonest first.

    Dispersion is Gries's DP over documents: 0 is even use, near 1 a word of few documents. With
    --compare a row is a word with its log-likelihood G² (how sure the difference is), its log ratio
    (how large; 1 is twice as often) and stars for p below 0.05, 0.01, 0.001 and 0.0001, corrected for
    the number of words; words of A come first, words of B last.
    """
    if compare and by:
        raise click.UsageError("--by counts and --compare does not; choose one")
    unit = Unit(lemmas, ngrams, stop_words)
    analysed = reading.analysed("SPEECH" if compare or within.terms or by == "speaker" else "TOKENS")
    if compare:
        first, second = (narrowed(one, within) for one in compare)
        rows = later(lambda: keyness(analysed, first, second, unit=unit, minimum=minimum))
        writing.write(Table(KEYNESS_FIELDS, rows, KEYNESS))
    else:
        grouping = Grouping(by, calendar, within)
        rows = later(lambda: counted(analysed, unit=unit, grouping=grouping, minimum=minimum))
        writing.write(Table(word_fields(by), rows, (PERIODS[by], *WORDS) if by else WORDS))
