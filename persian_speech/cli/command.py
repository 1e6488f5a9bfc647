"""What every command is: its help begins with examples and names its columns."""

from collections.abc import Callable, Mapping
from typing import Any

import click

from persian_speech.analysis.tables import Field

NAME = "persian-speech"
SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 110}


def write_lines(title: str, lines: tuple[str, ...], formatter: click.HelpFormatter) -> None:
    """A section whose lines stay as they are."""
    with formatter.section(title):
        formatter.write_text("\b\n" + "\n".join(lines))


class Command(click.Command):
    """A command whose examples run where ``samples/`` lies."""

    def __init__(
        self,
        *,
        examples: tuple[str, ...],
        columns: tuple[Field, ...],
        added: Mapping[str, tuple[Field, ...]] | None = None,
        **settings: Any,
    ) -> None:
        super().__init__(context_settings=SETTINGS, **settings)
        self.examples = examples
        self.columns = columns
        self.added = added or {}  # columns that are there with an option alone

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does it; what is wrong with an option is told of this command, not of the program."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Examples, usage, what it does, options, columns."""
        write_lines("Examples", self.examples, formatter)
        formatter.write_paragraph()
        super().format_help(ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The names that --columns takes."""
        if self.columns:
            with formatter.section("Columns"):
                formatter.write_text(", ".join(field.name for field in self.columns))
                for option, fields in self.added.items():
                    formatter.write_text(f"With {option}: {', '.join(field.name for field in fields)}")


def command(
    *examples: str,
    columns: tuple[Field, ...] = (),
    added: Mapping[str, tuple[Field, ...]] | None = None,
) -> Callable[[Callable[..., None]], Command]:
    """Makes a function the command of its name; an option may have columns of its own ``added``."""
    return click.command(cls=Command, examples=examples, columns=columns, added=added)
