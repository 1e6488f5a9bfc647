"""Cues: the expressions that report speech, found in every inflection and spelling.

All forms of all cues are laid out once as keys without spaces, so «خاطر نشان کرده‌اند»،
«خاطرنشان کردهاند» and «خاطرنشانکرده اند» are one entry. The longest cue at a place wins.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from persian_speech.data import rows
from persian_speech.text.letters import key, phrase_key
from persian_speech.text.phrases import Phrases

_PAST = (("م", 1, "sg"), ("ی", 2, "sg"), ("", 3, "sg"), ("یم", 1, "pl"), ("ید", 2, "pl"), ("ند", 3, "pl"))
_PRESENT = (("م", 1, "sg"), ("ی", 2, "sg"), ("د", 3, "sg"), ("یم", 1, "pl"), ("ید", 2, "pl"), ("ند", 3, "pl"))
_PERFECT = (
    ("ام", 1, "sg"), ("ای", 2, "sg"), ("است", 3, "sg"), ("ست", 3, "sg"), ("ایم", 1, "pl"),
    ("اید", 2, "pl"), ("اند", 3, "pl"),
)  # fmt: skip
_TO_BE = (
    ("است", 3, "sg"), ("ست", 3, "sg"), ("هست", 3, "sg"), ("هستند", 3, "pl"), ("اند", 3, "pl"),
    ("بود", 3, "sg"), ("بودند", 3, "pl"), ("بودهاست", 3, "sg"), ("ند", 3, "pl"), ("بودهاند", 3, "pl"),
    ("هستم", 1, "sg"), ("هستیم", 1, "pl"), ("بودم", 1, "sg"), ("بودیم", 1, "pl"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CueForm:
    """One inflected cue: «تأکید کردند» is ``stress``, third person plural, past."""

    lemma: str
    cls: str
    frames: str
    verb: str
    person: int
    number: str
    tense: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a text: tokens ``first`` to ``last``, half-open."""

    first: int
    last: int
    form: CueForm


def _inflect(past: str, present: str) -> Iterator[tuple[str, int, str, str]]:
    """Every affirmative form of a verb as (key, person, number, tense)."""
    for ending, person, number in _PAST:
        yield past + ending, person, number, "past"
        yield "می" + past + ending, person, number, "imperfect"
        yield past + "هبود" + ending, person, number, "pluperfect"
    for ending, person, number in _PERFECT:
        yield past + "ه" + ending, person, number, "perfect"
        yield "می" + past + "ه" + ending, person, number, "perfect"
    yield past + "ه", 3, "sg", "participle"
    for ending, person, number in _PRESENT:
        yield "می" + present + ending, person, number, "present"
        yield "خواه" + ending + past, person, number, "future"


@cache
def _verb_forms() -> dict[str, tuple[tuple[str, int, str, str], ...]]:
    forms: dict[str, set[tuple[str, int, str, str]]] = {
        "بودن": {(form, person, number, "past") for form, person, number in _TO_BE}
    }
    for row in rows("cue_verbs"):
        forms.setdefault(row["infinitive"], set()).update(_inflect(key(row["past"]), key(row["present"])))
    return {verb: tuple(known) for verb, known in forms.items()}


@cache
def cue_forms() -> Phrases[CueForm]:
    """Every inflected cue by its key: «خاطرنشانکردند» → stress, 3rd plural."""
    table: dict[str, CueForm] = {}
    for row in rows("cues"):
        lemma = f"{row['nonverbal']} {row['verb']}".strip()
        nonverbal = phrase_key(row["nonverbal"])
        for form, person, number, tense in _verb_forms()[row["verb"]]:
            table[nonverbal + form] = CueForm(
                lemma, row["class"], row["frames"], row["verb"], person, number, tense
            )
    return Phrases(table)


@cache
def bare_nonverbals() -> dict[str, tuple[str, ...]]:
    """«ارزیابی» → its verbs: the noun may share the verb of a later cue («ارزیابی و تصریح کرد»)."""
    table: dict[str, tuple[str, ...]] = {}
    for row in rows("cues"):
        if row["nonverbal"] and row["class"] != "none":
            known = phrase_key(row["nonverbal"])
            table[known] = (*table.get(known, ()), row["verb"])
    return table


def find_cues(keys: Sequence[str]) -> Iterator[Cue]:
    """The cues among the tokens, in order, none overlapping; false friends are left out.

    «تبریک گفت» and «گفت‌وگو کرد» are found as entries of their own, with class «none».
    """
    i = 0
    while i < len(keys):
        found = cue_forms().at(keys, i)
        if found is None:
            i += 1
            continue
        cue = Cue(i, *found)
        i = cue.last
        if cue.form.cls != "none" and not _goes_on(keys, cue):
            yield cue


def _goes_on(keys: Sequence[str], cue: Cue) -> bool:
    """«گفته می‌شود»، «گفته شد»، «گفت و گو»، «گفته نشده»: another word, or nobody's speech."""
    following = "".join(keys[cue.last : cue.last + 2])
    participle = cue.form.tense == "participle"
    if participle and following.startswith(("میشو", "شد", "نشد", "نمیشو", "شو", "خواهدشد")):
        return True
    if participle and following.startswith(("های", "ها")):
        return True
    return cue.form.verb == "گفتن" and not participle and following.startswith(("وگو", "وشنود"))
