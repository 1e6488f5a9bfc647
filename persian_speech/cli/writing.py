"""From a table to where the user wants it; what cannot be done is refused before anything is read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import click

from persian_speech.cli.command import Command
from persian_speech.cli.talk import tell
from persian_speech.errors import PersianSpeechError
from persian_speech.output.bidi import Bidi
from persian_speech.output.destination import Destination, Drawn, standard_format
from persian_speech.output.formats import SUFFIXES
from persian_speech.output.look import Color, Look
from persian_speech.output.table import Table

SPREADSHEETS = frozenset({".xlsx", ".xls", ".ods"})
OF_TABLES = ("format", "columns", "limit", "no_headers", "bom")


@dataclass(frozen=True, slots=True)
class Writing:
    """A destination, and the columns asked for (all when none is)."""

    destination: Destination
    columns: tuple[str, ...] = ()

    def write(self, table: Table) -> None:
        """Writes the table; of a drawn one without rows, only that is said."""
        try:
            chosen = table.only(self.columns) if self.columns else table
        except PersianSpeechError as error:
            told = f"{error}{_with_an_option(self.columns)}"
            raise click.BadParameter(told, param_hint="'--columns'") from error
        if not self.destination.write(chosen) and not click.get_current_context().params.get("quiet"):
            tell("Nothing found.")

    def draw(self, found: Iterable[Drawn]) -> None:
        """Writes texts with these of their quotations underlined. Refuses the options of tables."""
        given = [f"--{name.replace('_', '-')}" for name in OF_TABLES if _is_given(name)]
        if given:
            raise click.UsageError(f"--draw draws a text, no table: leave out {', '.join(given)}")
        if self.destination.path and self.destination.format != "table":
            raise click.UsageError(f"--draw draws a text: name {self.destination.path.stem}.txt")
        self.destination.draw(found)


def _with_an_option(columns: Sequence[str]) -> str:
    """Which option of the command brings a column that is not there."""
    command = click.get_current_context().command
    added = command.added.items() if isinstance(command, Command) else ()
    found = ((name, option) for name in columns for option, own in added if name in {f.name for f in own})
    return next((f"; {name} is there with {option}" for name, option in found), "")


def _is_given(option: str) -> bool:
    source = click.get_current_context().get_parameter_source(option)
    return source is not click.core.ParameterSource.DEFAULT


def writing_from(
    *,
    format: str | None,
    output: Path | None,
    force: bool,
    columns: str | None,
    limit: int | None,
    no_headers: bool,
    bom: bool,
    bidi: Bidi,
    color: Color,
    width: int | None,
    suffixes: Mapping[str, str] = SUFFIXES,
) -> Writing:
    """What the output options ask for; ``suffixes`` tell the format of a file.

    Raises click.UsageError where they cannot be met.
    """
    if output is not None:
        check_place(output, force=force)
    form = _form(format, output, suffixes)
    _check_form(form, output, bom=bom)
    chosen = tuple(filter(None, map(str.strip, (columns or "").split(","))))
    if columns is not None and not chosen:
        raise click.BadParameter("names no column; leave it out for all", param_hint="'--columns'")
    look = Look(bidi, color, width)
    destination = Destination(form, output, limit=limit, headers=not no_headers, bom=bom, look=look)
    return Writing(destination, chosen)


def check_place(path: Path, *, force: bool) -> None:
    """Refuses a place where no file can be put, or, without ``force``, one that would be lost."""
    if path.is_dir():
        raise click.UsageError(f"{path} is a folder; name a file in it")
    check_parent(path)
    if path.is_file() and not force:
        raise click.UsageError(f"{path} is there already; add --force to overwrite it")


def check_parent(path: Path) -> None:
    """Refuses a place in a folder that is not there, or is none."""
    parent = path.absolute().parent
    if parent.exists() and not parent.is_dir():
        raise click.UsageError(f"{path.parent} is a file, no folder; choose another place")
    if not parent.is_dir():
        raise click.UsageError(f"the folder {path.parent} is not there; make it first")


def check_folder(folder: Path, *, force: bool) -> None:
    """Refuses a folder that cannot be made, or, without ``force``, one that holds files already."""
    if folder.is_dir() and any(folder.iterdir()) and not force:
        raise click.UsageError(f"{folder} is not empty; add --force to overwrite files in it")
    if not folder.is_dir():
        check_place(folder, force=False)


def _form(format: str | None, output: Path | None, suffixes: Mapping[str, str]) -> str:
    if output is None:
        return format or standard_format()
    told = suffixes.get(output.suffix.lower())
    if told is None and output.suffix.lower() in SPREADSHEETS:
        raise click.UsageError(f"spreadsheets open CSV: name {output.stem}.csv, and add --bom for Excel")
    if told is None and format is None:
        raise click.UsageError(f"{output}: its suffix tells no format; add -f, or use {', '.join(suffixes)}")
    if None not in {told, format} and told != format:
        raise click.UsageError(f"{output} is named as {told} but -f says {format}; make them agree")
    return format or told or standard_format()


def _check_form(form: str, output: Path | None, *, bom: bool) -> None:
    if bom and form not in {"csv", "tsv"}:
        raise click.UsageError(f"--bom is for csv and tsv, not for {form}")
    if form != "parquet":
        return
    if output is None:
        raise click.UsageError("parquet is not for reading by eye: name a file with -o FILE.parquet")
    if find_spec("pyarrow") is None:
        raise click.UsageError(
            "parquet needs pyarrow: pip install '.[parquet]' in the project's folder, or pip install pyarrow"
        )
