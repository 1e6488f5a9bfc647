"""Mentions made ready for the cast, and what «این روزنامه» points back at."""

from collections.abc import Sequence

from persian_speech.actors.members import Reference, reference
from persian_speech.actors.phrases import DEMONSTRATIVES
from persian_speech.actors.vocabulary import bodies, titles
from persian_speech.quotation.clauses import Range
from persian_speech.quotation.lexicon import pronouns
from persian_speech.quotation.noun_phrases import phrase_end
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.text.letters import PLURAL_KEYS

_REACTIONS = (("در", "واکنش", "به"), ("در", "پاسخ", "به"))
_WORDS = frozenset({"سخنان", "سخن", "اظهارات", "گفتههای", "گفته", "حرف", "حرفهای", "صحبتهای", "ادعای"})
_AS = frozenset({("به", "عنوان"), ("به", "حیث"), ("به", "سمت")})
_SAID = frozenset({"مذکور", "مزبور", "یادشده"})  # «مقام مذکور» is «این مقام»
_APPOINTED = frozenset({"منصوب", "گماشته", "تعیین", "انتخاب", "معرفی", "مقرر", "برگزیده"})
LONGEST_RELATIVE = 10  # tokens of a clause before «به عنوان»
LEAST_POINTED = 2  # words of «این روزنامه»
LONGEST_BODY = 4  # tokens in a body's name that «این روزنامه» points back at
_HIDDEN = frozenset({"نامش", "نامشان", "هویتش", "هویتشان"})
FARTHEST_HIDDEN = 8  # tokens of «، به شرط فاش نشدن هویتش»


def refer(
    paragraph: Paragraph, mention: Range, number: int, *, goes_on: bool = False, adds: bool = False
) -> Reference:
    """The mention made ready for the cast."""
    span, words = paragraph.span(*mention), slice(*mention)
    tokens = zip(paragraph.tokens.starts[words], paragraph.tokens.texts[words], strict=True)
    ends = [(start - span.start, start - span.start + len(text)) for start, text in tokens]
    at = mention[1]
    answers = paragraph.keys[at : at + 2] == ("در", "پاسخ") and paragraph.key_at(at + 2) != "به"
    another = answers or paragraph.key_at(at) in {"نیز", "هم"} or _reacts(paragraph.keys, at)
    told = {"another": another, "goes_on": goes_on, "adds": adds}
    keys = paragraph.keys[words]
    if len(keys) >= LEAST_POINTED and keys[-1] in _SAID and titles().at(keys, 0):
        keys, ends = ("این", *keys[:-1]), [ends[-1], *ends[:-1]]
    return reference(span.text, keys, ends, number, **told)


def _reacts(keys: Sequence[str], at: int) -> bool:
    """«مدیر بندر | در واکنش به سخنان وی گفت»: nobody reacts to himself."""
    if keys[at : at + 3] not in _REACTIONS:
        return False
    return keys[at + 3 : at + 4] != () and keys[at + 3] in _WORDS and bool(pronouns().at(keys, at + 4))


def title_in_relative(paragraph: Paragraph, at: int) -> tuple[str, ...]:
    """«خسرو دانا که دو ماه پیش به عنوان شهردار بندر منصوب شد»، «… که شهردار بندر است»: his title.

    «خسرو دانا به عنوان شهردار بندر معرفی شد»
    """
    keys, stop = paragraph.keys, paragraph.sentence(at)[1] if at < len(paragraph) else at
    if paragraph.key_at(at) != "که" and keys[at : at + 2] not in _AS:
        return ()
    as_what = (i + 2 for i in range(at + 1, min(at + LONGEST_RELATIVE, stop)) if keys[i : i + 2] in _AS)
    start = at + 2 if keys[at : at + 2] in _AS else next(as_what, at + 1)
    end = phrase_end(paragraph, start, stop)
    if titles().at(keys[:end], start) is None:
        return ()
    if start == at + 1:
        return keys[start:end] if paragraph.key_at(end) == "است" else ()
    appointed = next((i for i in range(start + 1, end + 1) if paragraph.key_at(i) in _APPOINTED), start)
    return keys[start:appointed]


_SOURCES = ("منابع",)


def _introduced(named: Reference, places: Sequence[tuple[Paragraph, int]], number: int) -> Reference | None:
    """«یک مقام آمریکایی این خبر را رد کرد.» and then «این مقام آمریکایی گفت»

    «پگاه گزارش داد که یک منبع از شورا تأیید کرده است …» and then «این منبع گفت»: in full
    """
    several = named.words[1:] == _SOURCES  # «منابع محلی گفتند …» and then «این منابع افزودند»
    words = _SOURCES if several else ("یک", *named.words[1:])
    for paragraph, stop in places:
        for i in range(stop - len(words), -1, -1):
            pointed = several and paragraph.key_at(i - 1) in DEMONSTRATIVES
            if paragraph.keys[i : i + len(words)] == words and not pointed:
                whole = phrase_end(paragraph, i, stop)
                full = (several and whole > i + 1) or (
                    len(words) == LEAST_POINTED and paragraph.key_at(whole) != "را"
                )
                return refer(paragraph, (i, whole if full else i + len(words)), number)
    return None


def pointed_at(named: Reference, places: Sequence[tuple[Paragraph, int]], number: int) -> Reference | None:
    """«این روزنامه»: the one named last; ``places`` are where to look, up to which token."""
    if named.words[0] not in DEMONSTRATIVES:
        return None
    told = named.words[1:] in {("منبع",), _SOURCES} or (
        len(named.words) > LEAST_POINTED and titles().at(named.words, 1)
    )
    if told:
        return _introduced(named, places, number)
    if len(named.words) != LEAST_POINTED or not bodies().at(named.words, 1):
        return None
    noun = named.words[1]
    called = {noun, f"{noun}ی"} if noun.endswith(("ا", "و")) else {noun}  # «شورای شهر»: «این شورا»
    for paragraph, stop in places:
        for i in range(stop - 2, -1, -1):
            # «این شرکت» is none of «شرکت های پگاه», and «به عنوان شرکت نمونه» names none
            one = paragraph.key_at(i + 1) not in PLURAL_KEYS and paragraph.key_at(i - 1) != "عنوان"
            if one and paragraph.keys[i] in called and paragraph.key_at(i - 1) not in DEMONSTRATIVES:
                cue = next((cue.first for cue in paragraph.all_cues if cue.first > i), stop)
                end = phrase_end(paragraph, i, min(i + LONGEST_BODY, stop, cue))
                whole = end > i + 1 and paragraph.keys[end - 1] not in DEMONSTRATIVES  # «کمیسیون آب این مجلس»
                return refer(paragraph, (i, end), number) if whole else None
    return None


def is_referred_to(paragraph: Paragraph, mention: Range) -> bool:
    """«فرماندار به نقل از مسئول مرز گفت» and then «علی دانا افزود»: he is the governor.

    «دانا در واکنش به سخنان نماینده مهران که گفته بود …، گفت»: nor is he who said it before.
    """
    keys, last = paragraph.keys, mention[1]
    if keys[max(mention[0] - 2, 0) : mention[0]] == ("نقل", "از"):
        return True
    if not _HIDDEN.isdisjoint(keys[last : last + FARTHEST_HIDDEN]):
        return True  # «یک مقام محلی که نخواست نامش فاش شود»: no name will follow
    told = paragraph.keys[mention[1] : mention[1] + 1] == ("که",)
    return told and mention[0] > max(paragraph.sentence(mention[0])[0], paragraph.opening)
