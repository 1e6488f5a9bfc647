"""What is said to the user: one line at a time, on stderr, never among the data."""

import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

# A name of a file may hold what moves a terminal's cursor, or worse.
CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], "\ufffd")


def tell(message: str) -> None:
    """One line on stderr, if there is one."""
    if sys.stderr is not None:
        sys.stderr.write(" ".join(message.split()).translate(CONTROLS) + "\n")


def one_line(error: BaseException) -> str:
    """An unexpected error's kind and message."""
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


@dataclass(frozen=True, slots=True)
class Talk:
    """How much is said: failures always, remarks unless ``quiet``, details and tracebacks if ``verbose``."""

    quiet: bool = False
    verbose: bool = False

    def failure(self, message: str) -> None:
        """What went wrong with one input."""
        tell(message)

    def remark(self, message: str) -> None:
        """What a user may like to know."""
        if not self.quiet:
            tell(message)

    def detail(self, message: str) -> None:
        """What a user asks for with -v."""
        if self.verbose:
            tell(message)

    @contextmanager
    def heard(self) -> Iterator[None]:
        """Tells the warnings that the library's rooms log meanwhile; with -v, what was passed over, too."""
        if self.quiet and not self.verbose:
            yield
            return
        import logging

        handler = logging.Handler()
        handler.emit = lambda record: tell(record.getMessage())  # type: ignore[method-assign]
        rooms = logging.getLogger("persian_speech")
        rooms.setLevel(logging.INFO if self.verbose else logging.WARNING)
        rooms.addHandler(handler)
        try:
            yield
        finally:
            rooms.removeHandler(handler)
            rooms.setLevel(logging.NOTSET)

    def trace_of(self, error: Exception) -> None:
        """The traceback of an error met before, here or in another process, with -v."""
        if self.verbose:
            traceback.print_exception(error)

    def trace(self) -> None:
        """The traceback of the error being handled, with -v."""
        if self.verbose:
            traceback.print_exc()
