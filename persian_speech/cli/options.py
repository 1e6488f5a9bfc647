"""The options that commands share: one decorator for what is read, one for what is written."""

import codecs
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date as Date  # noqa: N812 - the option's value is a date
from functools import wraps
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from persian_speech.cli.reading import Reading
from persian_speech.cli.talk import Talk
from persian_speech.cli.writing import Writing, writing_from
from persian_speech.corpus.files import LIMIT, MEGABYTE
from persian_speech.document import EntityType
from persian_speech.errors import PersianSpeechError
from persian_speech.output.destination import is_terminal
from persian_speech.output.formats import FORMATS, GRAPH_SUFFIXES, GRAPHS, SUFFIXES

if TYPE_CHECKING:
    from persian_speech.actors.knowledge import Actors
    from persian_speech.analysis.slices import Slice

Function = Callable[..., None]


def _encoding(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    try:
        if not value:
            return None
        "a".encode(value)  # «hex», «rot13» and «undefined» are no encodings of texts
        return codecs.lookup(value).name
    except (LookupError, UnicodeError) as error:
        raise click.BadParameter(f"{value!r} is no encoding; try utf-8, windows-1256 or utf-16") from error


def understood[Value](read: Callable[[Any], Value]) -> Callable[..., Value]:
    """A callback: what ``read`` makes of an option's value, or in one line why it cannot."""

    def callback(_context: click.Context, _option: click.Parameter, value: Any) -> Value:
        try:
            return read(value)
        except PersianSpeechError as error:
            raise click.BadParameter(str(error)) from error

    return callback


def day(value: str | None) -> Date | None:
    """The day that an option's value tells, in any calendar."""
    from persian_speech.text.dates import parse_date

    return parse_date(value) if value else None


def _actors(value: Path | None) -> "Actors | None":
    from persian_speech.actors.own import read_actors

    return read_actors(value) if value else None


def size(value: float) -> int:
    """Bytes of so many megabytes."""
    if not isfinite(value):
        raise PersianSpeechError(f"{value} is no size; write megabytes, such as 500")
    return int(value * MEGABYTE)


def names(values: tuple[str, ...]) -> tuple[str, ...]:
    """Names that are asked for. PersianSpeechError: one holds no letter, as a part of any name would do."""
    from persian_speech.text.letters import phrase_key

    for value in values:
        if not phrase_key(value):
            raise PersianSpeechError(f"{value!r} is no name; write one, or leave the option out")
    return values


def name(value: str | None) -> str | None:
    """A name, as ``names`` takes them."""
    return None if value is None else names((value,))[0]


def output_file(_context: click.Context, _option: click.Parameter, value: Path | None) -> Path | None:
    """The file to write; «-» is standard output, as for other tools."""
    return None if value is None or str(value) == "-" else value


TALK = (
    click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors."),
    click.option("-v", "--verbose", is_flag=True, help="Tell encodings and dates; show tracebacks."),
)
READING = (
    click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(readable=False)),
    click.option(
        "--encoding", callback=_encoding, metavar="NAME", help="Of the inputs; else it is detected."
    ),
    click.option(
        "--date",
        callback=understood(day),
        metavar="DAY",
        help="Of the documents, 1399-05-01 or 2020-07-22.",
    ),
    click.option(
        "--max-size",
        type=click.FloatRange(min=0, min_open=True),
        callback=understood(size),
        default=LIMIT / MEGABYTE,
        show_default=True,
        metavar="MB",
        help="Of one file, unpacked; larger ones are left out.",
    ),
    click.option(
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        help="Work in N processes; else in as many as there are cores, if there is much to do.",
    ),
    *TALK,
)


def _format(forms: Sequence[str]) -> Callable[[Function], Function]:
    return click.option(
        "-f",
        "--format",
        type=click.Choice(forms, case_sensitive=False),
        help="A table on a terminal, TSV in a pipe; in a file its suffix decides.",
    )


def output_option(metavar: str, told: str) -> Callable[[Function], Function]:
    """-o: where to write."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path, readable=False, allow_dash=True),
        callback=output_file,
        metavar=metavar,
        help=told,
    )


types_option = click.option(
    "--type",
    "types",
    multiple=True,
    type=click.Choice(get_args(EntityType), case_sensitive=False),
    help="Entities of this type; may be given again. PER, ORG, LOC and NORP if left out.",
)

WRITING = (
    output_option("FILE", "Write to a file."),
    click.option("--force", is_flag=True, help="Overwrite the file."),
    click.option("--columns", metavar="A,B", help="These columns alone, in this order."),
    click.option("--limit", type=click.IntRange(min=1), metavar="N", help="The first N rows alone."),
    click.option("--no-headers", is_flag=True, help="Leave out the line of column names."),
    click.option("--bom", is_flag=True, help="Begin CSV or TSV with a byte order mark, for Excel."),
    click.option(
        "--bidi",
        type=click.Choice(["isolate", "visual", "off"]),
        default="isolate",
        help="How a drawn table orders Persian; visual: for terminals that do not.",
    ),
    click.option(
        "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Of a drawn table."
    ),
    click.option("--width", type=click.IntRange(min=20), metavar="N", help="Of a drawn table, in cells."),
)
OWN = ("format", "output", "force", "columns", "limit", "no_headers", "bom", "bidi", "color", "width")
calendar_option = click.option(
    "--calendar",
    type=click.Choice(["gregorian", "jalali"]),
    default="gregorian",
    help="Whose months and years.",
)


actors_option = click.option(
    "--actors",
    type=click.Path(path_type=Path, readable=False),
    callback=understood(_actors),
    metavar="FILE",
    help="Your own actors, a TSV file: added to the table of who held which office, before which it goes.",
)


def talk_options(function: Function) -> Function:
    """Gives a command that reads no documents ``talk``."""

    @wraps(function)
    def command(*, quiet: bool, verbose: bool, **others: Any) -> None:
        talk = Talk(quiet, verbose)
        with _traced(talk):
            function(talk=talk, **others)

    return _with(TALK, command)


def reading_options(function: Function) -> Function:
    """Gives the command ``reading``, and status 1 where an input failed. No path: stdin, or the help."""

    @wraps(function)
    def command(
        *,
        paths: tuple[str, ...],
        encoding: str | None,
        date: Date | None,
        max_size: int,
        jobs: int | None,
        quiet: bool,
        verbose: bool,
        **others: Any,
    ) -> None:
        talk = Talk(quiet, verbose)
        actors = others.pop("actors", None)
        bar = not quiet and _has_room(others)
        inputs, output = _inputs(paths), _output(others)
        reading = Reading(
            inputs, encoding, date, talk, bar, actors=actors, limit=max_size, jobs=jobs, output=output
        )
        reading.check()
        if "-" in inputs and sys.stdin.isatty():
            talk.remark("Type or paste the text, then press Ctrl-D on a line of its own.")
        with talk.heard(), _traced(talk):
            function(reading=reading, **others)
        within: Slice | None = others.get("within")
        if reading.undated and within and within.is_dated:
            talk.remark(
                f"left out {reading.undated:,} without a day; --date gives one, to a corpus with analyze"
            )
        reading_status(reading)

    return _with(READING, command)


def reading_status(reading: Reading) -> None:
    """Ends the command with status 1 where an input failed, and says how many did."""
    reading.summary()
    if reading.failed:
        click.get_current_context().exit(1)


def writing_options(function: Function) -> Function:
    """Gives the command ``writing``; stands above ``reading_options``."""
    return _with((_format(FORMATS), *WRITING), _writing(function, SUFFIXES))


def graph_writing_options(function: Function) -> Function:
    """Gives a command whose table is one of edges ``writing``, as a graph too."""
    writing = _writing(function, SUFFIXES | GRAPH_SUFFIXES)
    return _with((_format((*FORMATS, *GRAPHS)), *WRITING), writing)


def _writing(function: Function, suffixes: Mapping[str, str]) -> Function:
    @wraps(function)
    def command(**given: Any) -> None:
        own = {name: given.pop(name) for name in OWN}
        function(writing=writing_from(**own, suffixes=suffixes), **given)

    return command


def _inputs(paths: tuple[str, ...]) -> tuple[str, ...]:
    if sys.stdin is None and (not paths or "-" in paths):
        raise click.UsageError("standard input is closed; name a file or a folder")
    if not paths and sys.stdin.isatty():
        context = click.get_current_context()
        click.echo(context.get_help())
        context.exit()
    return paths or ("-",)


def _output(others: dict[str, Any]) -> Path | None:
    """The file or folder that is written to; None: standard output."""
    writing: Writing | None = others.get("writing")
    return writing.destination.path if writing else others.get("output")


def _has_room(others: dict[str, Any]) -> bool:
    """Whether a progress bar would be seen, and stand alone on the terminal."""
    writing: Writing | None = others.get("writing")
    # A table is drawn when all is read; all else goes out piece by piece, and the bar would cut through it.
    is_drawn = writing is not None and writing.destination.format == "table" and not others.get("draw")
    alone = is_drawn or _output(others) is not None or not is_terminal(sys.stdout)
    return alone and is_terminal(sys.stderr)


def _with(options: Sequence[Callable[[Function], Function]], function: Function) -> Function:
    for option in reversed(options):
        function = option(function)
    return function


@contextmanager
def _traced(talk: Talk) -> Iterator[None]:
    """Shows, with -v, where an error that will be told in one line came from."""
    try:
        yield
    except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
        raise
    except Exception:
        talk.trace()
        raise
