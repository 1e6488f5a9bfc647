"""Cues: the expressions that report speech, found in every inflection and spelling.

All forms of all cues are laid out once as keys without spaces, so «خاطر نشان کرده‌اند»،
«خاطرنشان کردهاند» and «خاطرنشانکرده اند» are one entry. The longest cue at a place wins.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from persian_speech.data import rows
from persian_speech.quotation.lexicon import prepositions
from persian_speech.text.letters import key, phrase_key
from persian_speech.text.phrases import Phrases

_AGAIN = frozenset({"بارها", "همچنین", "سپس", "مجددا"})  # «غیرقانونی توصیف و بارها اعلام کرد»
_HELD = frozenset({"stress", "believe", "ask"})  # «باور دارد که»; «عنوان دارد» tells a title
# «کوتاه آمدن», «به دست آمدن»: verbs of their own, no text
_COMES = frozenset({"کوتاه", "پیش", "پدید", "وارد", "دست", "عمل", "بالا", "پایین", "بیرون", "کنار", "وجود"})
_ISSUES = frozenset({"صادر کردن", "منتشر کردن"})
_ISSUED = ("بیانیه", "اطلاعیه", "پیام", "متن")
_WRITTEN = (*_ISSUED, "نامه", "گزارش", "یادداشت", "سند")
_IN = frozenset({"در", "اساس", "براساس", "طبق"})
_APART = frozenset({"عنوان", "ارزیابی", "توصیف", "قلمداد", "تلقی", "براورد", "ذکر"})
_SHARED_VERBS = {"کرد": "sg", "کردند": "pl"}
_OTHER_VERBS = frozenset({"است", "بود", "شد", "داد", "گفت", "داشت", "شده", "شدند", ".", "که", ":"})
FARTHEST_VERB, FARTHEST_OBJECT = 24, 25  # tokens from «عنوان و» to its «کرد», and back to its «را»
ISSUED = 14  # tokens from «بیانیه‌ای» to «صادر کرد:»
WRITTEN = 60  # tokens from «در این بیانیه» to «ادعا شده که»
# Endings of the third person; a first person is never the narrator's report.
_PAST = (("", "sg"), ("ند", "pl"))
_PRESENT = (("د", "sg"), ("ند", "pl"))
_TALKED = (("ه", "sg"), ("ن", "pl"))  # «می‌کنه», «میگن», as one talks
_TOLD = frozenset({"گفتن", "نوشتن", "اعلام کردن", "تأکید کردن", "تاکید کردن", "ادعا کردن"})
_PERFECT = (("است", "sg"), ("ست", "sg"), ("اند", "pl"))
_TO_BE = (
    ("است", "sg"), ("ست", "sg"), ("هست", "sg"), ("هستند", "pl"), ("اند", "pl"), ("ند", "pl"),
    ("بود", "sg"), ("بودند", "pl"), ("بودهاست", "sg"), ("بودهاند", "pl"),
    ("میباشد", "sg"), ("میباشند", "pl"),
)  # fmt: skip


_OPEN = "اوی"  # after these nothing is joined: «می‌نما», «میگون» is a town
# «این اقدام را درست ندانست»: what is said not to be so.
_NOT_SO = (
    ("ندانست", "sg"),
    ("ندانستند", "pl"),
    ("ندانستهاست", "sg"),
    ("ندانسته", "sg"),
    ("ندانستهاند", "pl"),
)
_VERBAL_NAMES = frozenset({("برد", "کوپر"), ("ترزا", "می")})
VERBAL = frozenset(word for name in _VERBAL_NAMES for word in name)
_TALKS_APART = frozenset({("گفت", "گو"), ("گفت", "گوی"), ("گفت", "وگو"), ("گفت", "وگوی")})
_TALKS = frozenset({"گفتوگو", "گفتگو"})
_TALKS_SPELT = frozenset({"گفتوگو", "گفتوگوی"})


@dataclass(frozen=True, slots=True)
class CueForm:
    """One inflected cue: «تأکید کردند» is ``stress``, third person plural, past."""

    lemma: str
    cls: str
    frames: str
    verb: str
    number: str
    tense: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a text: tokens ``first`` to ``last``, half-open."""

    first: int
    last: int
    form: CueForm


def _inflect(past: str, present: str) -> Iterator[tuple[str, str, str]]:
    """Every affirmative third person of a verb as (key, number, tense)."""
    for ending, number in (*_PAST, ("ن", "pl")):  # «گفتن که», as one talks
        yield past + ending, number, "past"
        yield "می" + past + ending, number, "imperfect"
        yield past + "هبود" + ending, number, "pluperfect"
        yield past + "بود" + ending, number, "pluperfect"  # «گفت بود», a slip of the pen
    for ending, number in _PERFECT:
        yield past + "ه" + ending, number, "perfect"
        yield "می" + past + "ه" + ending, number, "perfect"
    yield past + "ه", "sg", "participle"
    for ending, number in _PRESENT if present[-1] in _OPEN else (*_PRESENT, *_TALKED):
        yield "می" + present + ending, number, "present"
        if past == "داشت":
            yield present + ending, number, "held"  # «تأکید دارد که»
        yield "خواه" + ending + past, number, "future"


@cache
def _verb_forms() -> dict[str, tuple[tuple[str, str, str], ...]]:
    forms = {"بودن": [(form, number, "past") for form, number in _TO_BE]}
    forms["می‌خوانیم"] = [("میخوانیم", "pl", "present")]  # «در نامه او می‌خوانیم: …»
    for row in rows("cue_verbs"):
        forms.setdefault(row["infinitive"], []).extend(_inflect(key(row["past"]), key(row["present"])))
    forms["دانستن"] += [(form, number, "past") for form, number in _NOT_SO]
    return {verb: tuple(known) for verb, known in forms.items()}


@cache
def cue_forms() -> Phrases[CueForm]:
    """Every inflected cue by its key: «خاطرنشانکردند» → stress, 3rd plural."""
    table: dict[str, CueForm] = {}
    for row in rows("cues"):
        lemma = f"{row['nonverbal']} {row['verb']}".strip()
        nonverbal = phrase_key(row["nonverbal"])
        for form, number, told in _verb_forms()[row["verb"]]:
            if told == "held" and row["class"] not in _HELD:
                continue
            tense = "present" if told == "held" else told
            # «در این بیانیه آمده: …»، «در این بیانیه ادعا شده که …»
            if row["class"] == "document" and row["nonverbal"].endswith(("آمده", "شده")):
                table[nonverbal] = CueForm(
                    lemma, row["class"], row["frames"], row["verb"], "sg", "participle"
                )
            table[nonverbal + form] = CueForm(lemma, row["class"], row["frames"], row["verb"], number, tense)
    return Phrases(table)


@cache
def nonverbals() -> Phrases[dict[str, CueForm]]:
    """«ارزیابی» → its cue by verb: the noun may share the verb of a later cue."""
    table: dict[str, dict[str, CueForm]] = {}
    for row in rows("cues"):
        if row["nonverbal"] and row["class"] != "none":
            lemma = f"{row['nonverbal']} {row['verb']}"
            form = CueForm(lemma, row["class"], row["frames"], row["verb"], "sg", "past")
            table.setdefault(phrase_key(row["nonverbal"]), {})[row["verb"]] = form
    return Phrases(table)


def find_cues(keys: Sequence[str], opens: Sequence[int], glued: Sequence[int]) -> Iterator[Cue]:
    """The cues among the tokens, in order, none overlapping; false friends are left out.

    ``opens``: the tokens that may open one, ``glued``: those that may with «و» before.
    «تبریک گفت» and «گفت‌وگو کرد» are found as entries of their own, with class «none».
    """
    end = 0
    apart = (i for i in opens if keys[i] in _APART)
    for i in sorted({*cue_forms().places(keys, opens), *glued, *apart}):
        if keys[i] in VERBAL and names_person(keys, i):
            continue
        if keys[i] == "سخن" and keys[i - 1 : i] == ("این",):
            continue  # «با رد این سخن | گفت: …»
        known = (cue_forms().at(keys, i) or _after_glued_and(keys, i)) if i >= end else None
        found = known or (_apart(keys, i) if i >= end else None)
        if found is None:
            continue
        cue = Cue(i, *found)
        end = cue.last
        if (
            cue.form.cls != "none"
            and not is_talk(keys, i)
            and not _goes_on(keys, cue)
            and not _names_what_is_done(keys, cue)
            and _of_speech(keys, cue)
        ):
            yield from _sharing(keys, cue)
            yield cue


def names_person(keys: Sequence[str], i: int) -> bool:
    """«برد کوپر گفت», «ترزا می گفت»: a word of a known person's name that a verb spells too."""
    return tuple(keys[i : i + 2]) in _VERBAL_NAMES or tuple(keys[max(i - 1, 0) : i + 1]) in _VERBAL_NAMES


def is_talk(keys: Sequence[str], i: int) -> bool:
    """«گفت‌وگو»، «گفت و گوی …»، «گفت وگو»، «گفت گو»"""
    if not keys[i].startswith("گفت"):
        return False
    spelt = "".join(keys[i : i + 3]) in _TALKS_SPELT
    return spelt or keys[i] in _TALKS or tuple(keys[i : i + 2]) in _TALKS_APART


def _of_speech(keys: Sequence[str], cue: Cue) -> bool:
    """«بیانیه‌ای در این باره صادر کرد: …»: to issue is to say only of what is written, and before a colon.

    «در این بیانیه ادعا شده که …»; «اعلام شده که …» is said of no writing.
    """
    if cue.form.lemma.endswith("شده بودن") and not cue.form.lemma.startswith("نوشته"):
        before = keys[max(cue.first - WRITTEN, 0) : cue.first]
        written = not _IN.isdisjoint(before) and any(word.startswith(_WRITTEN) for word in before)
        return written and cue.form.number == "sg"  # «توصیه شده‌اند»: people, no text
    if cue.form.lemma not in _ISSUES:
        return True
    issued = keys[max(cue.first - ISSUED, 0) : cue.first]
    return keys[cue.last : cue.last + 1] == (":",) and any(word.startswith(_ISSUED) for word in issued)


def is_glued(word: str) -> bool:
    """«وفرمودند»: whether a cue may begin after the «و» of a word."""
    return len(word) > 3 and word.startswith("و") and cue_forms().opens(word[1:])


def _after_glued_and(keys: Sequence[str], i: int) -> tuple[int, CueForm] | None:
    """«وفرمودند»: the conjunction glued to the cue."""
    if not is_glued(keys[i]):
        return None
    found = cue_forms().at((keys[i][1:], *keys[i + 1 : i + 6]), 0)
    return (found[0] + i, found[1]) if found else None


def _apart(keys: Sequence[str], i: int) -> tuple[int, CueForm] | None:
    """«این کار را گامی بلند عنوان و از شهرداری قدردانی کرد»: the verb of عنوان stands at the end."""
    found = nonverbals().at(keys[: i + 1], i) if keys[i] in _APART and keys[i + 1 : i + 2] == ("و",) else None
    ahead = keys[i + 2 : i + FARTHEST_VERB]
    verb = next((word for word in ahead if word in _SHARED_VERBS or word in _OTHER_VERBS), "")
    if not found or verb not in _SHARED_VERBS or "را" not in keys[max(i - FARTHEST_OBJECT, 0) : i]:
        return None
    return i + 1, replace(found[1]["کردن"], number=_SHARED_VERBS[verb], tense="past")


def _sharing(keys: Sequence[str], cue: Cue) -> Iterator[Cue]:
    """«گامی درست ارزیابی و تصریح کرد»: ارزیابی has the verb of تصریح کرد."""
    joint = cue.first - 1 - (keys[cue.first - 1] in _AGAIN)
    if joint < 1 or keys[joint] != "و":
        return
    for i in (joint - 1, joint - 2):
        found = nonverbals().at(keys[:joint], i) if i >= 0 else None
        if found and found[0] == joint and cue.form.verb in found[1]:
            shared = found[1][cue.form.verb]
            yield Cue(i, found[0], replace(shared, number=cue.form.number, tense=cue.form.tense))
            return


def _names_what_is_done(keys: Sequence[str], cue: Cue) -> bool:
    """«با گفتن این حرف», «حرفی برای گفتن»; not «مسئولین گفتن که …», as one talks."""
    if cue.form.tense != "past" or not keys[cue.last - 1].endswith(("تن", "دن")):
        return False
    told = cue.form.lemma in _TOLD and keys[cue.last : cue.last + 1] == ("که",)
    return not told or keys[max(cue.first - 1, 0)] in prepositions()


def _goes_on(keys: Sequence[str], cue: Cue) -> bool:
    """«گفته می‌شود»، «گفته شد»، «گفت و گو»، «گفته نشده»: another word, or nobody's speech."""
    following = "".join(keys[cue.last : cue.last + 2])
    participle = cue.form.tense == "participle"
    if participle and cue.form.verb == "افزودن" and keys[max(cue.first - 1, 0)] == "ارزش":
        return True  # «مالیات بر ارزش افزوده»
    come = cue.form.lemma.startswith("آمده")
    if come and (cue.form.number == "pl" or keys[max(cue.first - 1, 0)] in _COMES):
        return True  # «به همایش آمده‌اند»: people, no text; «کوتاه آمده است»
    if participle and following.startswith(("میشو", "شد", "نشد", "نمیشو", "شو", "خواهدشد")):
        return True
    if participle and following.startswith(("های", "ها")):
        return True
    before = keys[cue.first - 1] if cue.first else ""
    if cue.form.verb == "نوشتن" and (following.startswith("افزار") or before in {"پیشانی", "پی"}):
        return True  # «نوشت‌افزار»; «پیشانی نوشت», «پی نوشت»
    return cue.form.verb == "گفتن" and not participle and following.startswith(("وگو", "وشنود"))
