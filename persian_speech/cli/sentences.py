"""``sentences``: one row a sentence."""

from persian_speech.analysis.tables import SENTENCE_FIELDS, sentence_rows
from persian_speech.cli.command import command
from persian_speech.cli.options import reading_options, writing_options
from persian_speech.cli.reading import Reading
from persian_speech.cli.writing import Writing
from persian_speech.output.table import Table
from persian_speech.output.views import SENTENCES


@command(
    "persian-speech sentences samples/leader-meeting.txt",
    "persian-speech sentences samples -f jsonl --limit 5",
    columns=SENTENCE_FIELDS,
)
@writing_options
@reading_options
def sentences(reading: Reading, writing: Writing) -> None:
    """One row a sentence, numbered from 1 in its document.

    Offsets count code points of the text as it was read.
    """
    rows = (row for pair in reading.analysed("SENTENCES") for row in sentence_rows(*pair))
    writing.write(Table(SENTENCE_FIELDS, rows, SENTENCES))
