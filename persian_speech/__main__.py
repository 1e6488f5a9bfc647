"""The program's outer edge: streams, statuses, interrupts, readers that go away."""

import gc
import os
import signal
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from types import FrameType
from typing import NoReturn, TextIO

import click

from persian_speech.cli.command import NAME
from persian_speech.cli.program import program
from persian_speech.cli.talk import one_line, tell
from persian_speech.errors import PersianSpeechError

DONE, FAILED, INTERRUPTED = 0, 1, 130
# «timeout», a terminal that is closed: without a word to them, half a file would stay where it was written.
ENDINGS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
COMPLETION = "_PERSIAN_SPEECH_COMPLETE"
# Documents are trees of small objects that go when the last name for them goes; looking for cycles among
# them after every 2,000, as Python does, takes a sixth of the time.
OBJECTS_BETWEEN_COLLECTIONS = 100_000


def main() -> None:
    """Runs the program on the command line's arguments and exits with its status."""
    _speak_utf_8()
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS, *gc.get_threshold()[1:])
    for stream in (sys.stdout, sys.stderr):
        _prepare(stream)
    for number in ENDINGS:
        if signal.getsignal(number) is signal.SIG_DFL:  # under nohup it is not
            signal.signal(number, _ended)
    # The sums over one text are small: threads would wait for each other longer than they work.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if COMPLETION in os.environ:
        program.main(prog_name=NAME, complete_var=COMPLETION)
    status = run(sys.argv[1:])
    gc.freeze()  # in what is left nobody needs cycles found, which would take long
    sys.exit(status)


def run(arguments: Sequence[str]) -> int:
    """Runs the program and returns its status; what went wrong is told in one line."""
    try:
        status = _invoke(arguments or ["--help"])
        _flush()
    except BrokenPipeError:
        # The reader has seen enough: «| head» is no failure.
        status = DONE
    except (KeyboardInterrupt, click.Abort):
        tell("Interrupted.")
        status = INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last place where an error can be told in one line
        status = _told(error)
    _let_go()
    return status


def _ended(number: int, _frame: FrameType | None) -> NoReturn:
    """Leaves as after an error, so that what is half done is cleared away; asked again, at once."""
    signal.signal(number, signal.SIG_DFL)
    raise SystemExit(128 + number)


def _invoke(arguments: Sequence[str]) -> int:
    try:
        with program.make_context(NAME, list(arguments)) as context:
            program.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    return DONE


def _told(error: Exception) -> int:
    """Says what is wrong and what to do; returns the status."""
    if isinstance(error, click.UsageError):
        where = error.ctx.command_path if error.ctx else NAME
        tell(f"{where}: {error.format_message().rstrip('.')} (see {where} --help)")
        return error.exit_code
    if isinstance(error, PersianSpeechError | click.ClickException):
        tell(f"{NAME}: {error}")
    elif isinstance(error, OSError):
        tell(f"{NAME}: {error.filename or 'output'}: {error.strerror or error}")
    else:
        tell(f"{NAME}: unexpected {one_line(error)}; run with -v to see where")
    return FAILED


def _speak_utf_8() -> None:
    """Begins anew where the locale is of other letters: a name asked for would be bytes, and nobody's."""
    if sys.executable and sys.getfilesystemencoding() != "utf-8":
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606


def _prepare(stream: TextIO | None) -> None:
    """UTF-8 whatever the locale, plain newlines, and every line sent on when it is whole."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n", line_buffering=True)


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _let_go() -> None:
    """Whatever stdout still holds has nowhere to go: Python would complain of it while it exits."""
    try:
        _flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
