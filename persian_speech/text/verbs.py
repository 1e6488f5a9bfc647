"""Verbs: what finite form a word is, if any: «می‌گویند» is گفتن, third person plural, present.

Analysed by key, so «می‌گوید», «میگوید» and «می گوید» are one. Stems come from a table sorted by
use; where two verbs share a form, the first is meant. Words that look like a verb but are
something else more often («مردم», «شدید», «نزد») are listed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from persian_speech.data import column, rows
from persian_speech.text.letters import phrase_key
from persian_speech.text.remembered import FEWER
from persian_speech.text.stems import (
    AUXILIARIES,
    ORDER,
    PAST,
    PERFECT,
    PREFIXES,
    PRESENT,
    PREVERBS,
    SPOKEN,
    Ending,
    Number,
    Person,
    Tense,
    Verb,
    glides,
    preverbs,
    splits,
    stems,
)


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A finite verb: ``past`` is its past stem («گفت»), ``present`` its first present stem («گو»)."""

    past: str
    present: str
    person: Person
    number: Number
    tense: Tense
    negative: bool

    @property
    def infinitive(self) -> str:
        """The dictionary form: «گفتن»."""
        return self.past + "ن"


@cache
def irregular() -> dict[str, VerbForm]:
    """Forms no rule makes, by key."""
    return {
        phrase_key(row["form"]): VerbForm(
            row["past"],
            row["past"],
            cast(Person, int(row["person"])),
            cast(Number, row["number"]),
            cast(Tense, row["tense"]),
            row["negative"] == "yes",
        )
        for row in rows("verb_irregular")
    }


@cache
def lookalikes() -> frozenset[str]:
    """Keys of words that are nouns, adjectives or particles more often than verbs."""
    return frozenset(phrase_key(word) for word in column("verb_lookalikes", "word"))


def _best(found: list[tuple[Verb, Ending, Tense]], *, negative: bool) -> VerbForm | None:
    if not found:
        return None
    verb, (_, person, number), tense = min(found, key=lambda one: one[0].rank)
    return VerbForm(verb.past, verb.present, person, number, tense, negative)


def listed(word: str) -> VerbForm | None:
    """«است», «باید», «نمی‌توان»."""
    return irregular().get(word)


def progressive(word: str) -> VerbForm | None:
    """«می‌گوید», «نمی‌رفتند», «برمی‌گردد», spoken «می‌گه»."""
    if "می" not in word:
        return None
    for preverb in PREVERBS:
        for mark in ("می", "نمی"):
            if not word.startswith(preverb + mark):
                continue
            body = preverb + word[len(preverb + mark) :]
            past: list[tuple[Verb, Ending, Tense]] = [(v, e, "past") for v, e in splits(body, PAST, "past")]
            now: list[tuple[Verb, Ending, Tense]] = [
                (v, e, "present") for v, e in splits(body, PRESENT, "present")
            ]
            spoken: list[tuple[Verb, Ending, Tense]] = [
                (v, e, "present") for v, e in splits(body, SPOKEN, "spoken")
            ]
            form = _best(now + past, negative=mark == "نمی") or _best(spoken, negative=mark == "نمی")
            if form:
                return form
    return None


@cache
def _compound_tails() -> tuple[str, ...]:
    return tuple("ه" + auxiliary for auxiliary in auxiliaries())


@cache
def auxiliaries() -> frozenset[str]:
    """What makes a verb with the participle before it: «است», «بودند», «باشم»."""
    return frozenset(stem + ending for stem, endings, _ in AUXILIARIES for ending, _, _ in endings)


def compound(word: str) -> VerbForm | None:
    """«گفته‌اند», «نکرده است», «گفته بود», «رفته باشند»."""
    if not word.endswith(_compound_tails()):
        return None
    for auxiliary, endings, tense in AUXILIARIES:
        for ending in endings:
            tail = "ه" + auxiliary + ending[0]
            if len(word) <= len(tail) or not word.endswith(tail):
                continue
            body = word.removesuffix(tail)
            for form in _participles(body):
                return VerbForm(form.past, form.present, ending[1], ending[2], tense, form.negative)
    return None


def _participles(body: str) -> Iterator[VerbForm]:
    """The verb whose participle, less its ه, is ``body``: «گفت», «نرفت», «می‌کرد»."""
    for preverb in PREVERBS:
        for mark in ("", "می", "ن", "نمی"):
            if not body.startswith(preverb + mark):
                continue
            stem = body[len(preverb + mark) :]
            for rest in glides(stem) if mark == "ن" else (stem,):
                for verb in stems("past").get(preverb + rest, ()):
                    yield VerbForm(verb.past, verb.present, 3, "sg", "perfect", mark.startswith("ن"))


def future(word: str) -> VerbForm | None:
    """«خواهد گفت», «نخواهند رفت», and the auxiliary alone: «خواهد»."""
    if "خواه" not in word:
        return None
    for preverb in PREVERBS:
        body = word.removeprefix(preverb).removeprefix("ن")
        if not word.startswith(preverb) or not body.startswith("خواه"):
            continue
        negative = word.startswith(preverb + "ن")
        for ending, person, number in PRESENT:
            rest = body.removeprefix("خواه" + ending)
            if not rest:
                return VerbForm("خواست", "خواه", person, number, "future", negative)
            for verb in stems("past").get(preverb + rest, ()):
                return VerbForm(verb.past, verb.present, person, number, "future", negative)
    return None


def prefixed(word: str) -> VerbForm | None:
    """«بگوید», «نکند», «نگفت», «بیفتد», «برنگشت», «بگو»."""
    for preverb in preverbs(word) if word.startswith(PREFIXES) else ():
        for mark in ("ب", "ن"):
            if not word.startswith(preverb + mark):
                continue
            found: list[tuple[Verb, Ending, Tense]] = []
            for body in glides(word[len(preverb + mark) :]):
                found += [(v, e, "subjunctive") for v, e in splits(preverb + body, PRESENT, "present")]
                if mark == "ن":
                    found += [(v, e, "past") for v, e in splits(preverb + body, PAST, "past")]
                else:
                    found += [
                        (v, e, "imperative")
                        for v, e in splits(preverb + body, ORDER, "present")
                        if v.bare_present
                    ]
            form = _best(found, negative=mark == "ن")
            if form:
                return form
    return None


def bare(word: str) -> VerbForm | None:
    """«گفت», «گفتند», «کند», «دارد»: only where the table says it is no noun."""
    found: list[tuple[Verb, Ending, Tense]] = [
        (verb, ending, "past")
        for verb, ending in splits(word, PAST, "past")
        if verb.bare_past or ending[0] not in {"", "ی"}
    ]
    found += [
        (verb, ending, _plain_present(verb))
        for verb, ending in splits(word, PRESENT[:-1], "present")
        if verb.bare_present
    ]
    return _best(found, negative=False)


def _plain_present(verb: Verb) -> Tense:
    """«دارد» needs no می; «کند» without it is the subjunctive."""
    return "present" if verb.past == "داشت" else "subjunctive"


# In order: the first that answers wins.
RULES: tuple[Callable[[str], VerbForm | None], ...] = (
    listed,
    progressive,
    compound,
    future,
    bare,
    prefixed,
)


@cache
def _last_letters() -> frozenset[str]:
    """Of verbs that no prefix tells: those of endings, and of past stems, which may have none."""
    endings = (ending for ending, _, _ in (*PAST, *PRESENT, *PERFECT))
    return frozenset(form[-1] for form in (*endings, *stems("past")) if form)


def _may_be(plain: str) -> bool:
    """Whether any rule but the list may answer; most words end in no verb's letter."""
    return plain[-1:] in _last_letters() or plain.startswith(PREFIXES) or "می" in plain or "خواه" in plain


@lru_cache(maxsize=FEWER)
def finite(word: str) -> VerbForm | None:
    """The finite verb that ``word`` is, or ``None``; spaces and half-spaces don't count."""
    return _finite(phrase_key(word))


@lru_cache(maxsize=FEWER)
def _finite(plain: str) -> VerbForm | None:
    if plain in lookalikes():
        return None
    rules = RULES if _may_be(plain) else (listed,)
    return next((form for rule in rules if (form := rule(plain))), None)
