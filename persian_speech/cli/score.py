"""``score``: quotations measured against gold."""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date as Date  # noqa: N812 - dates of documents
from pathlib import Path

import click

from persian_speech.analysis.gold import Item, load_gold, load_predicted
from persian_speech.analysis.scoring import ERROR_FIELDS, SCORE_FIELDS, Report, score_rows
from persian_speech.analysis.scoring import score as scored
from persian_speech.analysis.tables import quotation_rows
from persian_speech.cli.command import command
from persian_speech.cli.options import reading_status, talk_options, writing_options
from persian_speech.cli.reading import Reading
from persian_speech.cli.talk import Talk
from persian_speech.cli.writing import Writing
from persian_speech.output.table import Table
from persian_speech.output.views import ERRORS, SCORES

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")  # «2020-07-21», «1382-10-09 (Jalali)»; no month, no year


@command(
    "persian-speech score samples/gold.jsonl",
    "persian-speech score samples/gold.jsonl --errors 20",
    "persian-speech quotes samples -f jsonl | persian-speech score samples/gold.jsonl -",
    columns=SCORE_FIELDS,
    added={"--errors": ERROR_FIELDS},
)
@click.argument("gold", type=click.Path(path_type=Path, readable=False, allow_dash=True))
@click.argument("predicted", type=click.Path(path_type=Path, readable=False, allow_dash=True), required=False)
@click.option(
    "--errors", type=click.IntRange(min=1), metavar="N", help="The first N errors, scores on stderr."
)
@writing_options
@talk_options
def score(gold: Path, predicted: Path | None, errors: int | None, writing: Writing, talk: Talk) -> None:
    """How well quotations are found: precision, recall and F1 of spans, accuracy of the rest.

    GOLD holds a document a line. PREDICTED is what quotes -f jsonl prints; one of the two may be -,
    standard input. Without PREDICTED the texts of GOLD are analysed now. end_to_end is half overlap
    and the right speaker.
    """
    _check_stdin(gold, predicted)
    documents = load_gold(gold)
    reading = Reading((), None, None, talk, met=len(documents))
    rows: Iterable[Item] = _analysed(documents, reading)
    if predicted is not None:
        rows = [_unprefixed(row) for row in load_predicted(predicted)]
    report, wrong = scored(documents, rows, errors=errors is not None)
    # A prediction may hold more documents than the gold; one that holds none of them is a mistake.
    if predicted is not None and rows and not report["predicted"]:
        talk.remark("no row of the prediction is of a document of the gold; compare «document» with «id»")
    if errors is None:
        writing.write(Table(SCORE_FIELDS, score_rows(report), SCORES))
    else:
        talk.remark(_in_short(report))
        writing.write(Table(ERROR_FIELDS, wrong[:errors], ERRORS))
    reading_status(reading)


def _check_stdin(gold: Path, predicted: Path | None) -> None:
    """Refuses standard input where it is closed, or asked for twice."""
    asked = [str(gold), str(predicted)].count("-")
    if asked and sys.stdin is None:
        raise click.UsageError("standard input is closed; name a file")
    if asked > 1:
        raise click.UsageError("only one of GOLD and PREDICTED can be standard input; name a file")


def _unprefixed(row: Item) -> Item:
    """A row of a document that quotes found in a table, «gold.jsonl#ID», under its own name."""
    return row | {"document": str(row["document"]).rpartition("#")[2]}


def _analysed(documents: Sequence[Item], reading: Reading) -> Iterator[Item]:
    """The quotations found in the gold's own texts, on their own days."""
    from persian_speech.corpus.sources import Source

    sources = (
        Source(document=str(item["id"]), text=item["text"], date=day(item), title=None, encoding="utf-8")
        for item in documents
    )
    for name, document in reading.through("QUOTATIONS", sources):
        yield from quotation_rows(name, document)


def day(item: Item) -> Date | None:
    """A gold document's day; a month, a year or nothing is no day."""
    from persian_speech.text.dates import parse_date

    known = DAY.match(str(item.get("date")))
    return parse_date(known[0]) if known else None


def _in_short(report: Report) -> str:
    known = {
        "exact F1": report["exact"]["f1"],
        "half F1": report["half"]["f1"],
        "speaker accuracy": report["speaker_accuracy"],
        "end to end F1": report["end_to_end"]["f1"],
    }
    return ", ".join(f"{metric} {value}" for metric, value in known.items())
