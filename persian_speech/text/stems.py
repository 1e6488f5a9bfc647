"""Stems of verbs and the endings that may follow them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from persian_speech.data import rows
from persian_speech.text.letters import phrase_key

Tense = Literal[
    "past", "present", "perfect", "pluperfect", "future", "subjunctive", "perfect subjunctive", "imperative"
]
Number = Literal["sg", "pl"]
Person = Literal[1, 2, 3]
Ending = tuple[str, Person, Number]


@dataclass(frozen=True, slots=True)
class Verb:
    """One row of the stems' table; ``rank`` 0 is the commonest verb."""

    rank: int
    past: str
    present: str
    bare_past: bool
    bare_present: bool


PAST: tuple[Ending, ...] = (
    ("", 3, "sg"), ("م", 1, "sg"), ("ند", 3, "pl"), ("یم", 1, "pl"), ("ید", 2, "pl"), ("ی", 2, "sg"),
)  # fmt: skip
PRESENT: tuple[Ending, ...] = (
    ("د", 3, "sg"), ("م", 1, "sg"), ("ند", 3, "pl"), ("یم", 1, "pl"), ("ید", 2, "pl"), ("ی", 2, "sg"),
)  # fmt: skip
SPOKEN: tuple[Ending, ...] = (
    ("ه", 3, "sg"), ("اد", 3, "sg"), ("د", 3, "sg"), ("م", 1, "sg"), ("ن", 3, "pl"), ("یم", 1, "pl"),
    ("ین", 2, "pl"), ("ی", 2, "sg"),
)  # fmt: skip
ORDER: tuple[Ending, ...] = (("", 2, "sg"),)
# Not «ای»: «نهادهای» is a plural noun far more often than «نهاده‌ای» is a verb.
PERFECT: tuple[Ending, ...] = (
    ("است", 3, "sg"), ("ام", 1, "sg"), ("اند", 3, "pl"), ("ایم", 1, "pl"), ("اید", 2, "pl"),
)  # fmt: skip
# The auxiliary after a participle: «گفته بود», «گفته باشد».
AUXILIARIES: tuple[tuple[str, tuple[Ending, ...], Tense], ...] = (
    ("", PERFECT, "perfect"),
    ("بود", PAST, "pluperfect"),
    ("باش", PRESENT, "perfect subjunctive"),
)
PREVERBS = ("", "باز", "بر", "در", "فرا", "فرو", "وا", "ور")
PREFIXES = tuple(preverb + mark for preverb in PREVERBS for mark in "بن")


@cache
def stems(kind: Literal["past", "present", "spoken"]) -> dict[str, tuple[Verb, ...]]:
    """Verbs by the key of a stem, the commonest first."""
    found: dict[str, list[Verb]] = {}
    for rank, row in enumerate(rows("verb_stems")):
        bare = row["bare"].split()
        verb = Verb(rank, row["past"], row["present"].split()[0], "past" in bare, "present" in bare)
        # «می‌کنه», «می‌گه»: a spoken ending may follow the written stem too.
        fields = ("present", "spoken") if kind == "spoken" else (kind,)
        for stem in " ".join(row[field] for field in fields).split():
            found.setdefault(phrase_key(stem), []).append(verb)
    return {stem: tuple(verbs) for stem, verbs in found.items()}


@cache
def _by_last_letter(endings: tuple[Ending, ...]) -> dict[str, tuple[Ending, ...]]:
    """The endings that a word with this last letter can have, in their order; the empty one always."""
    letters = {ending[-1:] for ending, _, _ in endings} | {""}
    return {last: tuple(e for e in endings if e[0][-1:] in {last, ""}) for last in letters}


def preverbs(word: str) -> Iterator[str]:
    """Those that the word begins with, the empty one first."""
    return (preverb for preverb in PREVERBS if word.startswith(preverb))


def splits(
    body: str, endings: tuple[Ending, ...], kind: Literal["past", "present", "spoken"]
) -> Iterator[tuple[Verb, Ending]]:
    """Every way to read ``body`` as a stem and an ending."""
    known = stems(kind)
    for ending in _by_last_letter(endings).get(body[-1:], ()) or _by_last_letter(endings)[""]:
        if body.endswith(ending[0]) and (found := known.get(body.removesuffix(ending[0]))):
            yield from ((verb, ending) for verb in found)


def glides(body: str) -> tuple[str, ...]:
    """«بیفتد», «نیامد»: what stands after ب or ن, also without its glide."""
    if body.startswith("یا"):
        return (body, body[1:])
    return (body, "ا" + body[1:]) if body.startswith("ی") else (body,)
