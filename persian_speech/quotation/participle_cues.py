"""Participles that are cues: «گفته» without «است» is a verb where somebody stands before it, else a noun."""

from collections.abc import Sequence

from persian_speech.actors.vocabulary import bodies, honorifics, is_given, kin, titles
from persian_speech.quotation.cues import Cue
from persian_speech.quotation.lexicon import press, pronouns
from persian_speech.quotation.links import Link
from persian_speech.quotation.paragraph import Paragraph

_BEFORE_NOUN = frozenset({"با", "به", "بنابه", "طبق", "بر", "از", "این", "ان", "پیش"})  # «با این گفته که …»
SHORT_SUBJECT = 8  # tokens
LONG_SUBJECT = 24  # tokens of one that is sure to be told of
_FAR = frozenset({"در", "از", "با", "به"})
AS_TOLD = frozenset(
    {("طبق", "انچه"), ("اساس", "انچه"), ("براساس", "انچه"), ("بر", "انچه"), ("بنابر", "انچه")}
    | {("مطابق", "انچه"), ("انطور", "که"), ("طور", "که"), ("انگونه", "که")}
)
_TOLD = frozenset({"گفتن", "افزودن"})
_NOW = frozenset({"حالا", "الان", "اکنون", "امروز", "دیروز"})


def noun_or_adjective(paragraph: Paragraph, cue: Cue, link: Link) -> bool:
    """«گفته» without است is a verb only before که or a colon: «در گفته‌های او»."""
    if cue.form.tense != "participle":
        return False
    if paragraph.key_at(cue.first - 1) in _BEFORE_NOUN:
        return True
    if "p" in cue.form.frames and (link == "و" or _judged_before_comma(paragraph, cue)):
        return False
    if link == "bare" and (
        _told_somebody(paragraph, cue)
        or _opens_with_somebody(paragraph, cue)
        or _second_participle(paragraph, cue)
    ):
        return False
    return link not in {":", "که", "«"}


def _judged_before_comma(paragraph: Paragraph, cue: Cue) -> bool:
    """«دانا ایران را عاملی بی‌ثبات توصیف کرده، اما …»: «است» is left out before the comma of a «but»."""
    but = paragraph.at(cue.last) == "،" and paragraph.key_at(cue.last + 1) in {"اما", "ولی"}
    return but and "را" in paragraph.keys[paragraph.sentence(cue.first)[0] : cue.first]


def _told_somebody(paragraph: Paragraph, cue: Cue) -> bool:
    """«یک منبع به خبرگزاری پگاه گفته سدها پر است»"""
    start, _ = paragraph.sentence(cue.first)
    before = paragraph.keys[start : cue.first]
    return cue.form.lemma == "گفتن" and "به" in before[1:-1] and "که" not in before


def _second_participle(paragraph: Paragraph, cue: Cue) -> bool:
    """«هشدار داده و تأکید کرده مرزها بسته است»: two participles share one است that is left out."""
    at = cue.first - 1 - (paragraph.key_at(cue.first - 1) == "همچنین")
    return paragraph.key_at(at) == "و" and paragraph.key_at(at - 1).endswith("ه")


def _opens_with_somebody(paragraph: Paragraph, cue: Cue) -> bool:
    """«قوه قضائیه مدعی شده سدها پر است»: a body or office and the cue, and nothing more."""
    start = max(paragraph.sentence(cue.first)[0], paragraph.opening)
    begun = next((i + 1 for i in range(cue.first - 1, start, -1) if i in paragraph.verbs), start)
    before = paragraph.keys[begun + (paragraph.key_at(begun) == "و") : cue.first]
    before = before[as_told(before) :]
    at = int(before[:1] == ("این",) or (before[:1] != () and before[0] in _NOW))  # «این مرکز اعلام کرده …»
    if len(before) <= at or "که" in before or cue.form.cls == "document":
        return False
    tables = (titles(), bodies(), honorifics(), pronouns(), press())
    light = cue.last - cue.first > 1
    one = light or (cue.form.lemma in _TOLD and before[-1] != "و")  # «یک مقام عمانی گفته سدها پر است»
    at += one and before[at] in {"یه", "یک"} and len(before) > at + 1  # «یه کانال مدعی شده …»
    opens = any(table.at(before, at) for table in tables)
    opens = opens or (len(before) == at + 1 and before[at].removesuffix("ش") in kin())  # «همسرش گفته …»
    named = (light or cue.form.lemma in _TOLD) and is_given(before[at]) and len(before) > at + 1
    if (
        before[0] in {"او", "وی"} or light or named
    ):  # «پیمان کوهی، مدیر بندر، گفته …», «او در گفت‌وگو با پگاه افزوده …»
        return (opens or named) and len(before) <= LONG_SUBJECT
    if cue.form.lemma == "خواستن" and "از" in before:  # «این شورا از مردم خواسته شیر آب را ببندند»
        return opens and len(before) <= LONG_SUBJECT and (_FAR - {"از"}).isdisjoint(before)
    return opens and len(before) <= SHORT_SUBJECT and _FAR.isdisjoint(before)


def as_told(before: Sequence[str]) -> int:
    """«طبق آنچه | بانک مرکزی اعلام کرده، …», «آن‌طور که | وزیر گفته …»: where the credit's clause begins."""
    ends = (i for i in range(1, len(before) - 1) if before[i - 1 : i + 1] in AS_TOLD)
    return next((i + 1 for i in ends), 0)
