"""How far a long run has come: a bar on stderr, gone when it is done."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

Advance = Callable[[int, float], None]
_SHOWN: list["Progress"] = []


def tracked[Item](items: Iterable[Item], total: int | None) -> Iterator[Item]:
    """The items, with a bar that counts them, out of ``total`` if that is known; messages appear above it."""
    with _bar("Reading") as progress:
        task = progress.add_task("", total=total, met=0)
        for number, item in enumerate(items, 1):
            yield item
            progress.update(task, completed=number, met=number)


@contextmanager
def metered(total: float) -> Iterator[Advance]:
    """A bar that is told how many more documents are done, and how far of ``total`` that is."""
    with _bar("Analysing") as progress:
        task = progress.add_task("", total=total, met=0)
        met = 0

        def advance(documents: int, completed: float) -> None:
            nonlocal met
            met += documents
            progress.update(task, completed=completed, met=met)

        yield advance


def clear() -> None:
    """Takes the bar off the terminal, where something else will be shown before the run is done."""
    while _SHOWN:
        _SHOWN.pop().stop()


def _bar(title: str) -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        """Documents, and how many a second."""

        def render(self, task: Task) -> Text:
            met, elapsed = task.fields["met"], task.elapsed or 0
            rate = f"  {met / elapsed:.1f}/s" if elapsed > 1 else ""
            return Text(f"{met:,} documents{rate}")

    columns = (TextColumn(title), BarColumn(), Rate(), TimeRemainingColumn())
    # stdout carries data, which never goes through rich.
    bar = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False)
    _SHOWN[:] = [bar]
    return bar
