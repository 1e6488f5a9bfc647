"""``analyze``: folders into a corpus, which every other command reads as it would read them."""

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from persian_speech.analysis.tables import Row, fields
from persian_speech.cli.command import command
from persian_speech.cli.distributing import distribute
from persian_speech.cli.options import actors_option, reading_options
from persian_speech.cli.reading import Reading
from persian_speech.cli.writing import Writing, check_parent
from persian_speech.output.destination import Destination, standard_format
from persian_speech.output.formats import SUFFIXES
from persian_speech.output.table import Heading, Table
from persian_speech.output.views import number, prose, word

if TYPE_CHECKING:
    from persian_speech.corpus.planning import Step
    from persian_speech.corpus.updating import Update

TOLD = ("new", "changed", "unchanged", "removed", "failed")
PLAN_FIELDS = fields("document action documents:int reason")
PLAN = (
    Heading("Document", ("document",)),
    word("Action", "action"),
    number("Documents", "documents"),
    prose("Reason", "reason"),
)


@command(
    "persian-speech analyze samples -o corpus.db",
    "persian-speech analyze samples -o corpus.db --prune",
    "persian-speech analyze samples --output corpus.db --dry-run",
    "persian-speech analyze samples -o corpus.db -q && persian-speech quotes corpus.db --speaker کاوه",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, readable=False),
    required=True,
    metavar="CORPUS",
    help="The corpus to make, or to bring up to date.",
)
@click.option(
    "--engine",
    type=click.Choice(["local", "dask"]),
    default="local",
    help="dask: on a cluster, into a folder of Parquet tables.",
)
@click.option("--scheduler", metavar="ADDRESS", help="Of the dask cluster; else processes of this machine.")
@click.option("--prune", is_flag=True, help="Take out documents that are no longer in the folders.")
@click.option("--again", is_flag=True, help="Analyse unchanged documents too.")
@click.option("--dry-run", is_flag=True, help="Print what would be done, and do nothing.")
@actors_option
@reading_options
def analyze(
    *,
    reading: Reading,
    output: Path,
    engine: str,
    scheduler: str | None,
    prune: bool,
    again: bool,
    dry_run: bool,
) -> None:
    """Folders into a corpus: one SQLite file with all that the other commands tell.

    Run again, only new and changed documents are analysed. A run that was stopped, even killed, goes on
    where it was. Every command reads a corpus where it reads a folder, without analysing anything.
    """
    _check(reading, output, engine)
    from persian_speech.corpus.planning import Options
    from persian_speech.corpus.store import empty, writing
    from persian_speech.corpus.store import reading as opened
    from persian_speech.corpus.updating import Update

    options = Options(reading.encoding, reading.date, actors=reading.actors, limit=reading.limit, again=again)
    if engine == "dask":
        if prune or dry_run:
            raise click.UsageError("--prune and --dry-run are not for --engine dask: it writes what is there")
        distribute(reading, output, options, scheduler)
        return
    if scheduler:
        raise click.UsageError("--scheduler is for --engine dask")
    if dry_run:
        with opened(output) if output.exists() else empty() as connection:
            _show(Update(connection, reading.paths, options, prune=prune), reading)
        return
    with writing(output) as connection:
        update = Update(connection, reading.paths, options, prune=prune)
        failed = _run(update, reading)
    _tell(update, failed, reading, output)


def _check(reading: Reading, output: Path, engine: str) -> None:
    from persian_speech.corpus.places import KNOWN
    from persian_speech.corpus.sources import is_corpus

    if not click.get_current_context().params["paths"]:
        raise click.UsageError("name the folders to analyse, or - for standard input")
    if engine != "dask" and not output.exists() and output.suffix.lower() in KNOWN | SUFFIXES.keys():
        raise click.UsageError(f"a corpus is an SQLite file, no {output.suffix}; name {output.stem}.db")
    if engine == "dask" and output.exists() and not output.is_dir():
        raise click.UsageError(f"{output} is a file; --engine dask writes a folder")
    if engine != "dask" and output.is_dir():
        raise click.UsageError(f"{output} is a folder; name a file in it")
    if str(output) == "-":
        raise click.UsageError("a corpus is a file and no stream; name it, as in -o corpus.db")
    if output.exists() and not output.is_file() and not output.is_dir():
        raise click.UsageError(f"{output} is a device, no file; name a file")
    check_parent(output)
    if any(map(is_corpus, reading.paths)):
        raise click.UsageError("a corpus is what analyze makes; name the folders it was made from")


def _show(update: "Update", reading: Reading) -> None:
    def rows() -> Iterator[Row]:
        for step in update.planned():
            if step.action != "end":
                reading.met += step.count
                documents = {"documents": step.count, "reason": step.reason or None}
                yield {"document": step.document, "action": step.action, **documents}

    Writing(Destination(standard_format())).write(Table(PLAN_FIELDS, rows(), PLAN))


def _run(update: "Update", reading: Reading) -> list["Step"]:
    """Runs it; returns what failed."""
    from persian_speech.corpus.planning import BYTES, size_of
    from persian_speech.output.progress import metered

    failed, base, within = [], 0.0, 0.0
    bar = metered(size_of(reading.paths)) if reading.bar else nullcontext(lambda _documents, _completed: None)
    with bar as advance:
        for step in update.run(reading.jobs):
            documents = 0 if step.action == "end" else step.count
            reading.met += documents
            if step.action == "failed":
                failed.append(step)
            size = step.entry.size or 0
            if step.part is None:
                base, within = base + size, 0.0
            else:
                within = min(size, within + BYTES * step.weight)
            advance(documents, base + within)
    return failed


def _tell(update: "Update", failed: list["Step"], reading: Reading, output: Path) -> None:
    for step in failed:
        reading.fail(step.document, step.reason)
    counts = update.counts
    told = ", ".join(f"{counts[action]:,} {action}" for action in TOLD if counts[action])
    reading.talk.remark(f"{output}: {told or 'no documents'}")
    if counts["gone"]:
        gone = "1 document is" if counts["gone"] == 1 else f"{counts['gone']:,} documents are"
        reading.talk.remark(f"{gone} no longer in the folders; --prune takes out what is gone")
