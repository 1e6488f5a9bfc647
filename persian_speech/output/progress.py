"""How far a long run has come: a bar on stderr, gone when it is done."""

from collections.abc import Iterable, Iterator


def tracked[Item](items: Iterable[Item], total: int | None) -> Iterator[Item]:
    """The items, with a bar that counts them, out of ``total`` if that is known; messages appear above it."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # stdout carries data, which never goes through rich.
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as progress:
        yield from progress.track(items, total=total)
