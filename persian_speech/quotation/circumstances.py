"""Circumstances before who speaks: «در این دیدار | بهرام رایان گفت», «در پی درگذشت …، | بهرام رایان نوشت»."""

from collections.abc import Set as AbstractSet

from persian_speech.actors.phrases import DEMONSTRATIVES
from persian_speech.actors.vocabulary import bodies, common_words, is_given, surnames, titles
from persian_speech.quotation.clauses import COMMAS, Clause
from persian_speech.quotation.lexicon import prepositions
from persian_speech.quotation.persons import begins_name, is_person
from persian_speech.quotation.phrase_ends import after_comma

_DEATHS = frozenset({"درگذشت", "فوت", "شهادت", "ارتحال", "خاکسپاری"})
_TO = frozenset({"از", "به", "با", "بر", "برای"})
_EVENTS = frozenset({"اتفاق", "حادثه", "رویداد", "ماجرا"})
MEETINGS = frozenset({"جلسه", "نشست"})
MET = frozenset({"جلسه", "نشست", "دیدار", "مراسم", "همایش", "سفر", "بازدید", "ایین", "ملاقات"})


def opens_meeting(view: Clause, i: int, meetings: AbstractSet[str] = MEETINGS) -> bool:
    """«در ابتدای جلسه | نماینده دادستان با قرائت کیفرخواست گفت»: who speaks, not whose meeting it is."""
    office = titles().at(view.keys, i + 1) if view.keys[i : i + 1] and view.keys[i] in meetings else None
    return office is not None and office[1] != "group" and after_comma(view, i) is None


def mourned(view: Clause, i: int) -> int | None:
    """«در پی درگذشت | با دعوت خسرو دانا، بازیگر …، شهرام رایان نوشت»: not he who has died, or who invites."""
    if view.keys[i] not in prepositions():
        return None
    if _DEATHS.isdisjoint(view.keys[i + 1 : i + 4]) and view.keys[i + 1 : i + 2] != ("دعوت",):
        return None
    names = (j for j in range(i + 5, view.last) if view.at(j - 1) in COMMAS and begins_name(view, j))
    return next(names, None)


def pointing_phrase(view: Clause, i: int) -> int | None:
    """«در این ملاقات محمدعلی کشاورز …»: three words, and somebody after them."""
    if view.keys[i] not in prepositions():
        return None
    return pointed(view, i + 1) or (pointed(view, i + 2) if view.keys[i + 1 : i + 2] == ("دنبال",) else None)


def pointed(view: Clause, i: int) -> int | None:
    """«این ملاقات محمدعلی کشاورز»، «این دیدار نیز مدیر شبکه»: where somebody is named after it."""
    if i + 2 >= view.last or view.keys[i] not in DEMONSTRATIVES or view.keys[i + 1] in _TO:
        return None  # «طی آن از مردم خواست»
    # «در این نشست خبری محمود کشاورز …»
    j = i + 2 + (view.keys[i + 2] in {"نیز", "هم", "همچنین", "خبری", "مطبوعاتی", "رسانه‌ای", "رسانهای"})
    named = j < view.last and (is_person(view, j) or view.keys[j] in surnames() or _full_name(view, j))
    # «بعد از این اتفاق کمیته فقهی بورس …»: no event has a body for its complement.
    named = named or (view.keys[i + 1] in _EVENTS and bodies().at(view.keys, j) is not None)
    return j if named or opens_meeting(view, j - 1, MET) else None


def _full_name(view: Clause, i: int) -> bool:
    """«الهام قاسم اف کارگردان …»: a given name that is a word too, a second word, an office soon after."""
    given = is_given(view.keys[i]) and view.is_word(i + 1) and view.keys[i + 1] not in common_words()
    return given and any(titles().at(view.keys, j) for j in range(i + 2, i + 4))
