"""The program: commands that are loaded when they are called."""

from importlib import import_module

import click

from persian_speech import __version__
from persian_speech.cli.command import NAME, SETTINGS, write_lines

COMMANDS = {
    "quotes": "Who said what, to whom and how: one row a quotation.",
    "speakers": "How much each speaker is quoted: one row a speaker.",
    "entities": "Persons, bodies, places, dates: one row an entity, or a mention.",
    "actors": "Who held which office, from day to day; whom a title means on a day.",
    "words": "How often and how evenly words are used, or what sets two slices apart: one row a word.",
    "collocates": "The words that keep company with a word: one row each.",
    "concordance": "A word, lemma, phrase or expression in its contexts: one row a hit.",
    "timeline": "How often speakers, entities or words come up: one row a day, week, month or year.",
    "network": "Who speaks of whom, or to whom; what is named together: one row an edge, or a graph.",
    "sentences": "One row a sentence, with its offsets.",
    "tokens": "One row a token, with its normal form and lemma.",
    "normalize": "The text itself, its half-spaces restored.",
    "report": "One HTML page: who spoke, when, of whom, and every release to read.",
    "export": "Whole documents in TEI, CoNLL-U, brat, BookNLP, DNA or JSON Lines.",
    "analyze": "Folders into a corpus, which every command then reads at once.",
    "score": "How well quotations are found, measured on gold.",
}
EXAMPLES = (
    "persian-speech quotes samples",
    "persian-speech speakers samples -o speakers.csv",
    "cat samples/leader-meeting.txt | persian-speech entities --limit 10",
)
COMPLETION = (
    'bash  eval "$(_PERSIAN_SPEECH_COMPLETE=bash_source persian-speech)"',
    'zsh   eval "$(_PERSIAN_SPEECH_COMPLETE=zsh_source persian-speech)"',
    "fish  _PERSIAN_SPEECH_COMPLETE=fish_source persian-speech | source",
)


class Program(click.Group):
    """A group that knows its commands by name and loads one when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The commands, in the order the help lists them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name, loaded now."""
        if cmd_name not in COMMANDS:
            return None
        loaded: click.Command = getattr(import_module(f"persian_speech.cli.{cmd_name}"), cmd_name)
        return loaded

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Examples first."""
        write_lines("Examples", EXAMPLES, formatter)
        formatter.write_paragraph()
        super().format_help(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The commands with their short help, none of them loaded."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """How a shell learns to complete commands and options."""
        write_lines("Completion, in the shell's start-up file", COMPLETION, formatter)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command asked for; of an unknown one, which there are."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            ctx.fail(f"no command {args[0]!r}; there are {', '.join(COMMANDS)}")
        return super().resolve_command(ctx, args)


@click.group(NAME, cls=Program, context_settings=SETTINGS)
@click.version_option(__version__, prog_name=NAME)
def program() -> None:
    """Who said what in Persian political text.

    A PATH is a file (.txt .md .html .docx .jsonl .csv, also .gz and .zip), a folder, a corpus that
    analyze made, or - for standard input. Data goes to stdout, a table on a terminal and TSV in a
    pipe; all talk goes to stderr. Status: 0 done, 1 some inputs failed, 2 usage, 130 interrupted.
    """
