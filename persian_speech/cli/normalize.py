"""``normalize``: the text itself, its half-spaces restored."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import click

from persian_speech.cli.command import command
from persian_speech.cli.options import output_option, reading_options
from persian_speech.cli.reading import Reading
from persian_speech.cli.writing import check_folder, check_place
from persian_speech.output.formats import SUFFIXES
from persian_speech.output.texts import Named, to_file, to_folder, to_stdout

Digits = Literal["persian", "latin"]
PLAIN = (".txt", ".md", ".markdown")


@command(
    "persian-speech normalize samples/leader-meeting.txt",
    "persian-speech normalize samples/leader-meeting.txt --digits persian --letters -o clean.txt",
    "persian-speech normalize samples -o normalized",
)
@click.option("--digits", type=click.Choice(["persian", "latin"]), help="Write all digits so.")
@click.option("--letters", is_flag=True, help="Make Arabic letters Persian.")
@click.option("--diacritics", is_flag=True, help="Remove short vowels and their like.")
@click.option("--kashida", is_flag=True, help="Remove letters' lengthening.")
@output_option("FILE|FOLDER", "Write a file; of a folder, a table, or several paths, a parallel folder.")
@click.option("--force", is_flag=True, help="Overwrite the file, or files in the folder.")
@reading_options
def normalize(
    *,
    reading: Reading,
    digits: Digits | None,
    letters: bool,
    diacritics: bool,
    kashida: bool,
    output: Path | None,
    force: bool,
) -> None:
    """The text, with the half-spaces it lost; nothing else changes unless an option asks for it."""

    def texts() -> Iterator[Named]:
        from persian_speech.text.cleaning import clean
        from persian_speech.text.halfspace import restore

        for source in reading.sources():
            text = clean(source.text, digits=digits, letters=letters, diacritics=diacritics, kashida=kashida)
            yield source.document, restore(text)

    _check(output)
    if output is None:
        to_stdout(texts())
    elif _is_for_folder(output, reading.paths):
        check_folder(output, force=force)
        to_folder(texts(), output)
    else:
        check_place(output, force=force)
        to_file(texts(), output)


def _check(output: Path | None) -> None:
    """Refuses a name under which other programs would look for a table, a page or a document of Word."""
    from persian_speech.corpus.places import KNOWN

    taken = (KNOWN | SUFFIXES.keys()).difference(PLAIN)
    if output is not None and output.suffix.lower() in taken and not output.is_dir():
        told = f"normalize writes plain text, no {output.suffix}; name {output.stem}.txt, or a folder"
        raise click.UsageError(told)


def _is_for_folder(output: Path, paths: Sequence[str]) -> bool:
    """A name that ends in .txt is one file; else many inputs need a folder."""
    if output.is_dir():
        return True
    return output.suffix != ".txt" and (len(paths) > 1 or _holds_many(paths[0]))


def _holds_many(path: str) -> bool:
    from persian_speech.corpus.places import ARCHIVE, TABLES, suffix_of
    from persian_speech.corpus.sources import is_corpus

    return Path(path).is_dir() or suffix_of(path) in {*TABLES, ARCHIVE} or is_corpus(path)
