"""To whom it is said and where: «خطاب به …»، «به … گفت»، «از … خواست»، «در نامه‌ای به …»."""

from collections.abc import Sequence

from persian_speech.actors.phrases import DEMONSTRATIVES
from persian_speech.quotation.clauses import Range
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.lexicon import adverbs, documents, pronouns, wires
from persian_speech.quotation.noun_phrases import phrase_end
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.phrase_parts import is_complement
from persian_speech.quotation.scene import Draft
from persian_speech.quotation.somebody import is_somebody

_WHERE = frozenset({"در", "انتشار", "صدور", "ارسال"})
_ASKS = frozenset({"خواستن", "دعوت کردن"})
_TOLD = frozenset({"past", "perfect", "pluperfect"})
_TO_WHOM = frozenset({"به", "از"})
_AFTER = frozenset({"نیز", "هم", "همچنین", "،"})  # «از دولت کویت نیز خواست»
_ALL = frozenset({"تمام", "تمامی", "همه", "کلیه", "سایر", "دیگر"})  # «از تمام کشورهای منطقه خواست»
_OWN = frozenset({"خود", "اخیر", "رسمی", "دوباره"})
_JOURNEYS = frozenset({"سفر", "سفرش", "سفری", "بازدید", "ورود", "بازگشت", "عزیمت"})
LONGEST_ASKED = 12  # tokens
_LETTERS = frozenset({"پیامی", "نامهای", "پیام", "تذکری"})
_TOPICS = frozenset({"درباره", "پیرامون", "خصوص", "درخصوص", "مورد", "درمورد", "رابطه", "ارتباط", "زمینه"})
_TOPICS |= frozenset({"اشاره", "تاکید", "توجه", "انتقاد", "واکنش", "پرسشی", "سوالی", "سوال"})
_WARNS = frozenset({"warn", "promise"})  # classes of cues that ask for one who is told
_HEARERS = frozenset({"خبرنگار", "خبرنگاران", "گزارشگر", "خبرنگارمان", "همشهری"})


def find_addressee(paragraph: Paragraph, draft: Draft) -> Range | None:
    """The addressee in the cue's clause, if it names one."""
    spoken_of = draft.manner.form == "predicative"  # «دلیل حمله را شلیک به خاک ترکیه عنوان کرد»
    return addressee_of(paragraph, draft.intro, draft.clause[0]) if draft.intro and not spoken_of else None


def addressee_of(paragraph: Paragraph, intro: Introducer, first: int) -> Range | None:
    """The addressee between token ``first`` and the cue, if one is named there."""
    if intro.cls == "evaluate" or intro.lemma == "اشاره کردن":
        return None
    last = intro.first
    for i in range(last - 1, first - 1, -1):
        if paragraph.keys[i] not in _TO_WHOM or not _addresses(paragraph, i, intro):
            continue
        end = _listed(paragraph, i + 1, last)
        if end < last and intro.lemma in _ASKS and intro.tense in _TOLD:
            end = _up_to_cue(paragraph, i + 1, end, last)
        told = paragraph.key_at(i - 1) in _LETTERS | {"خطاب"}
        if not told and intro.cls not in _WARNS and _ends_topic(paragraph, first, i):
            continue
        asked = intro.cls == "ask" and adverbs().at(paragraph.keys, i + 1) is None  # «از دیروز می‌خواهد»
        beside = end == last and (asked or _can_listen(paragraph, (i + 1, end)))
        if end > i + 1 and (told or beside):
            return i + 1, end - (paragraph.keys[end - 1] in _AFTER)
    return None


def _listed(paragraph: Paragraph, first: int, last: int) -> int:
    """«به عمان، قطر و کویت | هشدار داد»: the end of a phrase, or of a list of those who can listen."""
    end = phrase_end(paragraph, first, last)
    if paragraph.at(end) != "،" or end + 1 >= last or not _can_listen(paragraph, (first, end)):
        return end
    after = _listed(paragraph, end + 1, last)
    return after if after == last and _can_listen(paragraph, (end + 1, after)) else end


def _up_to_cue(paragraph: Paragraph, first: int, end: int, last: int) -> int:
    """«از دولت کویت نیز | خواست»، «از پیت هگست، وزیر دفاع، | خواسته‌اند»: no verb stands before the cue."""
    close = last - (paragraph.at(last - 1) == "،")
    short = close - first <= LONGEST_ASKED and paragraph.verb_in(first, close) is None
    words = all(paragraph.is_word(i) or paragraph.at(i) == "،" for i in range(first, close))
    return last if short and words and _can_listen(paragraph, (first, end)) else end


def _can_listen(paragraph: Paragraph, phrase: Range) -> bool:
    """«به خبرنگاران گفت», «به مهر گفت»; not «با اشاره به کمی باران گفت», «به مناسبت نوروز گفت»."""
    pointed = phrase[0] + (paragraph.keys[phrase[0]] in DEMONSTRATIVES | _ALL)
    return is_somebody(paragraph, (pointed, phrase[1]), lambda _keys, _i: 0) or (
        wires().at(paragraph.keys[: phrase[1]], phrase[0]) is not None
    )


def _addresses(paragraph: Paragraph, i: int, intro: Introducer) -> bool:
    """«به» before the one who is told, «از» before the one who is asked."""
    asked = intro.cls == "ask"
    if paragraph.keys[i] == "از":
        return asked
    if paragraph.key_at(i + 1) in {"زبان", "مناسبت"}:
        return False  # «در پیامی به زبان عربی نوشت», «در پیامی به مناسبت نوروز گفت»
    if is_complement(paragraph.key_at(i - 1), "به"):
        return False  # «رسانه وابسته به شهرداری افزود»
    if paragraph.key_at(i - 1 - (paragraph.key_at(i - 1) in _OWN)) in _JOURNEYS:
        return False  # «در سفر خود به ژاپن گفت»
    return not asked or paragraph.key_at(i - 1) == "خطاب"


def _ends_topic(paragraph: Paragraph, first: int, i: int) -> bool:
    """«درباره سفر شهردار به تهران گفت»: «به» goes on with a topic; not «درباره سفر شهردار به ایسنا گفت»."""
    keys, at, taken = paragraph.keys, i - 1, False
    if keys[i] != "به" or _is_hearer(keys, i + 1):
        return False
    while at > first and paragraph.is_word(at) and at not in paragraph.verbs:
        topic = keys[at] in _TOPICS and keys[at - 1] not in DEMONSTRATIVES
        if topic or (keys[at] in _JOURNEYS and not taken):  # «در حاشیه ورود مهمانان به شهر گفت»
            return True
        taken = taken or keys[at] == "به"
        at -= 1
    return False


def _is_hearer(keys: Sequence[str], i: int) -> bool:
    """«خبرنگاران», «ایسنا», «وی»"""
    told = wires().at(keys, i) is not None or pronouns().at(keys, i) is not None
    return told or not _HEARERS.isdisjoint(keys[i : i + 2])


def find_channel(paragraph: Paragraph, draft: Draft) -> str | None:
    """Where it was said or written: «در توییتی»، «در بیانیه کرملین»; the words as they stand."""
    first, last = draft.clause
    for i in range(first, last - 1):
        # «در نامه‌ای»، «با انتشار اطلاعیه‌ای»
        answers = paragraph.keys[i + 1 : i + 3] == ("پاسخ", "به")
        if paragraph.keys[i] in _WHERE and _is_written(paragraph.keys[i + 1]) and not answers:
            return paragraph.at(i + 1)
    return None


def _is_written(word: str) -> bool:
    return (
        word in documents()
        or word.removesuffix("ی") in documents()
        or word.removesuffix("ای") in documents()
        or word in {"توییتر", "توئیتر", "اینستاگرام"}
    )
