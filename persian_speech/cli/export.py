"""``export``: whole documents in the formats that other programs read."""

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from persian_speech.cli.command import command
from persian_speech.cli.options import actors_option, output_option, reading_options
from persian_speech.cli.reading import Reading
from persian_speech.cli.writing import check_folder, check_place

if TYPE_CHECKING:
    from persian_speech.output.exchange.formats import Exchange

# As in output.exchange.formats, which is loaded when it is used.
FORMATS = ("jsonl", "tei", "conllu", "brat", "booknlp", "dna")


@command(
    "persian-speech export samples -o samples.jsonl",
    "persian-speech export samples/leader-meeting.txt -f tei",
    "persian-speech export samples -f brat -o annotated",
    "persian-speech export samples -f dna -o statements.csv",
)
@click.option(
    "-f",
    "--format",
    type=click.Choice(FORMATS, case_sensitive=False),
    help="The format; of a file its suffix tells it.",
)
@output_option("FILE|FOLDER", "Write one file, or files of each document into a folder.")
@click.option("--force", is_flag=True, help="Overwrite the file, or files in the folder.")
@actors_option
@reading_options
def export(*, reading: Reading, format: str | None, output: Path | None, force: bool) -> None:
    """Whole documents for other programs: text, tokens, quotations, speakers, names.

    jsonl holds all that is known and is read back without loss; tei is TEI P5, one file or a
    corpus; conllu is for treebank tools; dna is a statement list for the Discourse Network
    Analyzer. brat and booknlp are several files a document and need a folder.
    """
    from persian_speech.output.exchange.formats import EXCHANGES, write_files, write_stream

    form = _form(format, output)
    exchange = EXCHANGES[form]
    if output is not None and (output.is_dir() or not output.suffix):
        if exchange.files is None:
            raise click.UsageError(f"{form} is one list of all documents; name a file, such as {output}.csv")
        check_folder(output, force=force)
        write_files(exchange, exchange.files, reading.analysed("ALL"), output)
        return
    if exchange.stream is None:
        _needs_folder(form, exchange)
    if output is not None:
        check_place(output, force=force)
    write_stream(exchange.stream, reading.analysed("ALL"), output)


def _form(format: str | None, output: Path | None) -> str:
    from persian_speech.output.exchange.formats import SUFFIXES

    told = SUFFIXES.get(output.suffix.lower()) if output else None
    if not (format or told):
        raise click.UsageError(f"which format? Add -f, one of {', '.join(FORMATS)}")
    if format and told and format != told:
        raise click.UsageError(f"{output} is named as {told} but -f says {format}; make them agree")
    return format or str(told)


def _needs_folder(form: str, exchange: "Exchange") -> NoReturn:
    raise click.UsageError(f"{form} is several files a document; name a folder with -o FOLDER")
