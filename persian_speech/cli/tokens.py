"""``tokens``: one row a token."""

from persian_speech.analysis.tables import TOKEN_FIELDS, token_rows
from persian_speech.cli.command import command
from persian_speech.cli.options import reading_options, writing_options
from persian_speech.cli.reading import Reading
from persian_speech.cli.writing import Writing
from persian_speech.output.table import Table
from persian_speech.output.views import TOKENS


@command(
    "persian-speech tokens samples/leader-meeting.txt",
    "persian-speech tokens samples --columns text,lemma --no-headers | sort | uniq -c | sort -rn",
    columns=TOKEN_FIELDS,
)
@writing_options
@reading_options
def tokens(reading: Reading, writing: Writing) -> None:
    """One row a token: what stands in the text, its normal form, lemma and kind.

    Offsets count code points of the text as it was read; sentences are numbered from 1.
    """
    rows = (row for pair in reading.analysed("TOKENS") for row in token_rows(*pair))
    writing.write(Table(TOKEN_FIELDS, rows, TOKENS))
