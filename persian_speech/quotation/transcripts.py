"""Texts that a line heads without naming anybody: «گفت‌وگوی ترامپ با خبرنگاران» and, below, «ترجمه ماشین:»."""

from collections.abc import Sequence

from persian_speech.actors.knowledge import known
from persian_speech.actors.members import Member, Reference
from persian_speech.quotation.attribution import Attribution
from persian_speech.quotation.found import Found
from persian_speech.quotation.lexicon import attributions, documents, reactions
from persian_speech.quotation.page_lines import is_boilerplate
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.referring import refer
from persian_speech.quotation.scene import Draft
from persian_speech.quotation.somebody import KnownSpeaker, is_somebody
from persian_speech.quotation.subjects import find_subject

LONGEST = 16  # tokens of a line that heads a text, or says whose talk it is
LONGEST_TOPIC = 8  # tokens of «درباره موشک‌ها:»
FEWEST = 4  # paragraphs without a cue below a body's name
_TEXTS = frozenset({"تشخیص", "بعضی", "ترجمه", "متن", "بخشهایی", "بخشهای", "گزیده", "جملات", "زیرنویس"})
_POSTS = frozenset({"پست", "پستهای", "توییت", "توییتهای", "توئیت", "اکانت"})
_TALKS = _POSTS | {"مصاحبه", "سخنرانی", "گفتوگوی", "گفتگوی", "صحبتهای", "کنفرانس"}
_ABOUT = frozenset({("درباره",), ("راجع", "به"), ("در", "مورد"), ("در", "خصوص")})
_WRITTEN = frozenset((text, "که") for text in ("پستی", "توییتی", "توئیتی", "متنی", "نامهای"))
_OPENERS = _TALKS | {"نامه", "پیام"}
_BETWEEN = frozenset({"خبری", "مطبوعاتی", "امروز", "دیروز", "کامل", "تازه", "جدید", "اختصاصی"})
_BETWEEN |= {"جالب", "جنجالی", "تند", "صریح"}


def heads_text(paragraph: Paragraph) -> bool:
    """«ترجمه ماشین:»، «متن مکالمه با تشخیص ماشین:»; «متن حکم شهردار:» names who wrote it."""
    first, last = paragraph.opening, len(paragraph)
    if _is_written(paragraph):
        return True
    short = 0 < last - first <= LONGEST and paragraph.at(last - 1) == ":"
    if not short or paragraph.keys[first] not in _TEXTS or paragraph.verbs:
        return False
    second = paragraph.key_at(first + 1)
    return second not in documents() or second in _TALKS or heads_statement(paragraph)


def _is_written(paragraph: Paragraph) -> bool:
    """«پستی که دانا دیروز نوشته بود، ترجمه ماشین:»"""
    first, last = paragraph.opening, len(paragraph)
    opens = paragraph.keys[first : first + 2] in _WRITTEN
    return opens and last - first <= LONGEST and paragraph.at(last - 1) == ":"


def is_translated(paragraph: Paragraph) -> bool:
    """«بخش‌هایی درباره سد در سخنرانی ترامپ در ساحل، با ترجمه ماشین:», «پست سنتکام، ترجمه ماشین: ۰۰:۳۲»

    A short label, «پست سنتکام، ترجمه ماشین:», is read as any other.
    """
    texts, last = paragraph.tokens.texts, len(paragraph)
    colon = texts.index(":") if ":" in texts else 0
    translated = colon > 0 and paragraph.keys[colon - 1] == "ماشین" and not paragraph.has_word(colon, last)
    return translated and (last > LONGEST or colon < last - 1 or paragraph.verbs != {})


def heads_statement(paragraph: Paragraph) -> bool:
    """«متن بیانیه:»، «متن کامل بیانیه به نقل از ایرنا:»: of which the document has told."""
    first, last = paragraph.opening, len(paragraph)
    if paragraph.key_at(first) != "متن" or paragraph.at(last - 1) != ":":
        return False
    noun = first + 1 + (paragraph.key_at(first + 1) == "کامل")
    return paragraph.key_at(noun) in documents() and (noun + 2 == last or is_passed_on(paragraph, first))


def is_passed_on(paragraph: Paragraph, first: int) -> bool:
    """«متن بیانیه به نقل از پگاه نیوز:»: of the paper that prints it are not its words."""
    keys, last = paragraph.keys, len(paragraph)
    at = first + 2 + (paragraph.key_at(first + 1) == "کامل")
    credit = attributions().at(keys, at) if keys[first] == "متن" and at < last else None
    return credit is not None and paragraph.at(last - 1) == ":" and keys[at + 1] == "نقل"


def heads_topic(paragraph: Paragraph) -> bool:
    """«درباره موشک‌ها:» between the parts of a talk: its speaker goes on below."""
    first, last = paragraph.opening, len(paragraph)
    if last - first > LONGEST_TOPIC or paragraph.at(last - 1) != ":" or paragraph.verbs:
        return False
    return paragraph.keys[first : first + 1] in _ABOUT or paragraph.keys[first : first + 2] in _ABOUT


def heads_talk(paragraph: Paragraph, number: int, following: Sequence[Paragraph]) -> bool:
    """«کنفرانس خبری ترامپ», «کنایه دانا به شهردار» opens the document, and the paragraph below says I."""
    opens = paragraph.key_at(paragraph.opening)
    reacts = opens in reactions() and ":" not in paragraph.tokens.texts
    if number > 0 or paragraph.stopped or not (opens in _OPENERS - {"پست"} or reacts):
        return False
    text = next((each for each in following if not is_boilerplate(each)), None)
    if text is None or text.cues or (reacts and ":" in text.tokens.texts):
        return False
    return any(form.person == 1 for form in text.verbs.values())


def talker(paragraph: Paragraph, number: int, met: KnownSpeaker) -> Reference | None:
    """Whose talk or post the line announces; ``number`` is the paragraph's."""
    keys, last = paragraph.keys, len(paragraph)
    translated = is_translated(paragraph)
    if last > LONGEST and not translated:
        return None
    if _is_written(paragraph):
        return _who_wrote(paragraph, number)
    if paragraph.verbs and not translated:
        return None
    if ":" in paragraph.tokens.texts[: last - 1] and not (translated or heads_text(paragraph)):
        return None
    for i in range(paragraph.opening, last - 1):
        if not (keys[i] in _OPENERS or (i == paragraph.opening and keys[i] in reactions())):
            continue  # «کنایه جالب دانا به خبرنگار»
        at = i + 1 + (keys[i + 1] in _BETWEEN and i + 2 < last)
        mention = find_subject(paragraph, at, last)
        if mention is None or mention[0] != at:
            continue
        if is_somebody(paragraph, mention, met) or known().bearers(keys[slice(*mention)]):
            return refer(paragraph, mention, number)
    return None


def _who_wrote(paragraph: Paragraph, number: int) -> Reference | None:
    """«پستی که | دانا | دیروز نوشته بود، ترجمه ماشین:»"""
    first, last = paragraph.opening + 2, len(paragraph)
    mention = find_subject(paragraph, first, paragraph.first_verb(first, last) or last)
    return refer(paragraph, mention, number) if mention and mention[0] == first else None


def is_own_text(following: Sequence[Paragraph], *, body: bool) -> bool:
    """Whether the text below is the speaker's and no report of him: no cue in it, or a first person.

    A ``body`` may be a paper, whose article has its cues further on.
    """
    texts = [each for each in following if not is_boilerplate(each)][: FEWEST if body else 1]
    return bool(texts) and all(_is_own(text) for text in texts)


def _is_own(text: Paragraph) -> bool:
    return not text.cues or any(form.person == 1 for form in text.verbs.values())


def text_of(member: Member, paragraph: Paragraph) -> Found:
    """The heading line, or the question, as a colon that waits for what the member said."""
    length = len(paragraph)
    draft = Draft("headline", None, (length, length), (paragraph.opening, length))
    whose = Attribution(None, member, "dropped", "whose letter or statement was quoted before")
    return Found(draft, paragraph, whose)
