"""``actors``: who held which office when, and whom a title means on a day."""

from datetime import date as Date  # noqa: N812 - an option's value is a date

import click

from persian_speech.actors.knowledge import Actors, shipped
from persian_speech.analysis.actors import ACTOR_FIELDS, RESOLVED_FIELDS, actor_rows, resolved
from persian_speech.cli.command import Command, command
from persian_speech.cli.options import actors_option, day, name, talk_options, understood, writing_options
from persian_speech.cli.talk import Talk
from persian_speech.cli.writing import Writing
from persian_speech.output.table import Table
from persian_speech.output.views import ACTORS, RESOLVED

COMMANDLINE = click.core.ParameterSource.COMMANDLINE


class Actor(Command, click.Group):
    """A command that prints a table, and has a command of its own."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of its own; of a name that is none, how to ask for it. What stands before is lost."""
        if args[0] not in self.commands:
            ctx.fail(f"{args[0]!r} is no command; ask with --person NAME, --office TITLE, or resolve TITLE")
        given = [name for name in ctx.params if ctx.get_parameter_source(name) is COMMANDLINE]
        if given:
            ctx.fail(f"--{given[0].replace('_', '-')} stands before {args[0]}; put it behind")
        return super().resolve_command(ctx, args)


on_option = click.option(
    "--on", callback=understood(day), metavar="DAY", help="On that day: 1399-05-01 or 2020-07-22."
)


@click.group(
    "actors",
    cls=Actor,
    examples=(
        "persian-speech actors --office 'وزیر خارجه'",
        "persian-speech actors --person ظریف",
        "persian-speech actors --on 1399-05-01 -f csv",
        "persian-speech actors resolve 'رئیس جمهور فرانسه' --on 2020-07-22",
    ),
    columns=ACTOR_FIELDS,
    invoke_without_command=True,
)
@click.option(
    "--person", callback=understood(name), metavar="NAME", help="Of this person; a part of the name will do."
)
@click.option(
    "--office",
    callback=understood(name),
    metavar="TITLE",
    help="Of this office, or of offices that hold these words.",
)
@on_option
@actors_option
@writing_options
@talk_options
@click.pass_context
def actors(
    context: click.Context,
    *,
    person: str | None,
    office: str | None,
    on: Date | None,
    actors: Actors | None,
    writing: Writing,
    talk: Talk,
) -> None:
    """Who held which office, from day to day: one row a tenure, in both calendars.

    An empty «to» is an office still held when the table was written. What is not sure is left out.
    """
    if context.invoked_subcommand is None:
        rows = actor_rows(actors or shipped(), person=person, office=office, date=on)
        writing.write(Table(ACTOR_FIELDS, rows, ACTORS))


@command(
    "persian-speech actors resolve 'رهبر انقلاب' --on 2020-07-22",
    "persian-speech actors resolve 'وزیر خارجه فرانسه' --on 1399-05-01 -f jsonl",
    columns=RESOLVED_FIELDS,
)
@click.argument("title")
@on_option
@actors_option
@writing_options
@talk_options
def resolve(*, title: str, on: Date | None, actors: Actors | None, writing: Writing, talk: Talk) -> None:
    """Whom a title means on a day: one row a candidate.

    Status: holder, the one who held the office; candidates, several did; no holder known; no date,
    so that the title stands for itself; unknown title.
    """
    rows = resolved(actors or shipped(), title.strip("«»\"' "), on)
    writing.write(Table(RESOLVED_FIELDS, rows, RESOLVED))


actors.add_command(resolve)
