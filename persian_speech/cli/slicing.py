"""The options of commands that count or look for words: which words, in which part of what is read."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from persian_speech.analysis.slices import EVERYTHING, Slice, Voice, narrowed, of, parse
from persian_speech.cli.options import actors_option, names, understood

Function = Callable[..., None]
SPEAKER = click.option(
    "--speaker",
    "speakers",
    multiple=True,
    metavar="NAME",
    callback=understood(names),
    help="In this speaker's quotations; a part of the name will do; may be given again.",
)
SAID = click.option("--said", is_flag=True, help="In quotations alone.")
NARRATED = click.option("--narrated", is_flag=True, help="Outside quotations alone.")


def _slice(values: tuple[str, ...]) -> Slice:
    written = ",".join(filter(None, values))
    return parse(written) if written else EVERYTHING


WITHIN = click.option(
    "--within",
    multiple=True,
    metavar="SLICE",
    callback=understood(_slice),
    help="In date:1399-05, date:2020..2021, document:PATTERN, speaker:NAME; several, with commas "
    "or given again, must all hold.",
)
LEMMA = click.option("--lemma", "lemmas", is_flag=True, help="Count every form of a word as its lemma.")
STOP_WORDS = click.option(
    "--no-stop-words",
    "stop_words",
    is_flag=True,
    flag_value=False,
    default=True,
    help="Leave out «از», «که» …",
)


def unit_options(function: Function) -> Function:
    """Gives the command ``lemmas`` and ``stop_words``: what is counted."""
    return LEMMA(STOP_WORDS(function))


def slice_options(function: Function) -> Function:
    """Gives the command ``within``, the slice of what is read that it keeps to."""

    @wraps(function)
    def command(
        *, speakers: tuple[str, ...], said: bool, narrated: bool, within: Slice, **others: Any
    ) -> None:
        asked = slice_of(speakers, said=said, narrated=narrated)
        function(within=narrowed(within, asked), **others)

    return SPEAKER(SAID(NARRATED(WITHIN(actors_option(command)))))


def slice_of(speakers: tuple[str, ...], *, said: bool, narrated: bool) -> Slice:
    """What the three options ask for. Raises click.UsageError where they leave nothing."""
    if narrated and (said or speakers):
        other = "--said" if said else "--speaker"
        raise click.UsageError(f"{other} and --narrated leave nothing between them; leave one out")
    voice: Voice | None = "said" if said else "narrated" if narrated else None
    return of(speakers=speakers, voice=voice)
