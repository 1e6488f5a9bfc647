"""Where the narrator comes back to tell what others made of a speech, how the sitting went on or ended."""

from collections.abc import Sequence

from persian_speech.actors.phrases import DEMONSTRATIVES, HUMAN
from persian_speech.actors.vocabulary import is_given, titles
from persian_speech.quotation.first_person import reported_by_narrator
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.somebody import KnownSpeaker, after_adverbs, is_somebody
from persian_speech.quotation.speaker_again import is_speaker_again
from persian_speech.quotation.subjects import find_subject

_WORDS = frozenset(
    {"سخن", "سخنان", "گفته", "گفتهها", "اظهارات", "حرف", "حرفها", "ادعا", "وعده", "جمله", "پیام", "نامه"}
)
_REACTING = frozenset({"واکنش", "پاسخ"})
_MET = frozenset({("روبهرو", "شد"), ("رو", "شد"), ("مواجه", "شد"), ("همراه", "شد"), ("همراه", "بود")})
_WHILE = ("در", "حالی")
_SITTINGS = frozenset({"نشست", "جلسه", "مراسم", "دیدار", "همایش", "گفتوگو", "ایین", "دادگاه"})
_ENDED = frozenset({("پایان", "یافت"), ("پایان", "رسید"), ("خاتمه", "یافت"), ("طول", "انجامید")})
_PRESENT = frozenset({("حضور", "داشت"), ("حضور", "داشتند"), ("حضور", "یافتند"), ("ادامه", "داشت")})
_DID = {
    "کرد": "تشکر قدردانی تقدیر انتقاد گلایه دفاع استقبال خودداری دعوت اشاره تاکید",
    "داد": "خبر پاسخ وعده هشدار",
}
_TOLD = frozenset(
    (word, verb + ending) for verb, words in _DID.items() for word in words.split() for ending in ("", "ند")
)
_TOLD |= {("قولی", "نداد"), ("خبری", "نداد"), ("سخن", "گفت"), ("سخن", "گفتند")}


def taken_up(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«فرماندار این سخن را تأیید کرد.», «این سخنان با اعتراض روبه‌رو شد.»: what became of the speech."""
    keys = paragraph.keys[first:last]
    if _WORDS.isdisjoint(keys) or not _after_colon(paragraph, first, last):
        return False
    at = next((i for i in range(first, last) if _points_back(paragraph, i)), None)
    if at is None or not _REACTING.isdisjoint(paragraph.keys[paragraph.opening : first]):
        return False
    if at - first <= 1:
        goes_on = any(paragraph.keys[i : i + len(_WHILE)] == _WHILE for i in range(at, last))
        return goes_on or paragraph.last_words(first, last) in _MET
    start = after_adverbs(paragraph, first, at)
    subject = find_subject(paragraph, start, at - (paragraph.keys[at - 1] in DEMONSTRATIVES))
    return subject is not None and subject[0] == start and is_somebody(paragraph, subject, known)


def _after_colon(paragraph: Paragraph, first: int, last: int) -> bool:
    """Whether the speech began in this paragraph and the sentence has nothing of the first person."""
    colon = ":" in paragraph.tokens.texts[paragraph.opening : first]
    return colon and reported_by_narrator(paragraph, first, last)


def _points_back(paragraph: Paragraph, i: int) -> bool:
    """«این سخن», «سخن او»"""
    if paragraph.keys[i] not in _WORDS:
        return False
    return paragraph.key_at(i - 1) in DEMONSTRATIVES or paragraph.key_at(i + 1) in HUMAN


def sitting_ends(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«نشست ساعت ۱۲ به پایان رسید.»"""
    at = first + (paragraph.keys[first] in DEMONSTRATIVES)
    return paragraph.key_at(at) in _SITTINGS and paragraph.last_words(first, last) in _ENDED


def sitting_attended(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«در این نشست بهرام رایان هم حضور داشت.», «این نشست تا عصر ادامه داشت.»"""
    at = first + (paragraph.keys[first] == "در")
    if paragraph.key_at(at) not in DEMONSTRATIVES or paragraph.key_at(at + 1) not in _SITTINGS:
        return False
    return paragraph.last_words(first, last) in _PRESENT and reported_by_narrator(paragraph, first, last)


def sitting_goes_on(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«در ادامه این نشست مداحان به مرثیه‌خوانی پرداختند.»"""
    at = first + 2 + (paragraph.key_at(first + 2) in DEMONSTRATIVES)
    goes_on = paragraph.keys[first : first + 2] == ("در", "ادامه")
    return goes_on and paragraph.key_at(at) in _SITTINGS and reported_by_narrator(paragraph, first, last)


def told_again(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«او سپس به پرسش خبرنگاران پاسخ داد.», «دانا از ساخت پل خبر داد.»: he, or his name, and what he told."""
    if paragraph.last_words(first, last) not in _TOLD or not _after_colon(paragraph, first, last):
        return False
    at = after_adverbs(paragraph, first, last)
    verb = paragraph.verb_in(first, last)
    if verb is None or at >= last:
        return False
    return paragraph.keys[at] in HUMAN or is_speaker_again(paragraph, at, verb)


def other_mind(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«کاوه رایان، نماینده کشاورزان، اما نظر دیگری دارد.»: a name, his office between commas, and «اما»."""
    keys = paragraph.keys
    comma = next((i for i in range(first + 1, min(first + 5, last)) if paragraph.at(i) == "،"), last)
    office = titles().at(keys[:last], comma + 1) if comma < last else None
    if office is None or not is_given(keys[first]):
        return False
    close = next((i for i in range(comma + 1, last) if paragraph.at(i) == "،"), last)
    return "اما" in keys[close : close + 2] and reported_by_narrator(paragraph, first, last)


STAGING = (taken_up, sitting_ends, sitting_attended, sitting_goes_on, told_again, other_mind)
"""Those that need no cue."""
