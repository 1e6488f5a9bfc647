"""Lines that are no story: of the page, of a channel, headings, signatures, labels."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from persian_speech.actors.vocabulary import bodies, honorifics, is_given, titles
from persian_speech.quotation.lexicon import adverbs, boilerplate, documents, labels
from persian_speech.quotation.paragraph import TAGS, Paragraph
from persian_speech.quotation.subjects import find_subject

LONGEST_NEWS_LINE = 24  # letters
LONGEST_LETTERED = 3  # words of «Wall Street Journal:»
LONGEST_ASIDE = 4  # tokens
LONGEST_UPDATE = 4  # tokens of «آپدیت ۱:۰۲»
_OF_PAGE = frozenset({"خبر", "گزارش", "متن"})
_SITES = frozenset({"Telegram", "Instagram", "YouTube", "Twitter", "Facebook"})  # of a page's own
LONGEST_SIGNATURE, LONGEST_OFFICE = 6, 10  # tokens
FOOTER_MARKS = frozenset("@|")
RULE = frozenset("-–—_=*~")
_LETTERS = frozenset(
    {
        "ای",
        "بی",
        "سی",
        "دی",
        "اف",
        "جی",
        "اچ",
        "آی",
        "کی",
        "ال",
        "ام",
        "ان",
        "او",
        "پی",
        "آر",
        "اس",
        "تی",
        "یو",
        "وی",
    }
)  # as they are spelt
LONGEST_HEADING = 22  # tokens of a line between paragraphs
ENDS = frozenset('.…»"”:')  # of a line that is no heading


def _told(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    """The texts and kinds of the tokens."""
    return zip(paragraph.tokens.texts, paragraph.tokens.kinds, strict=True)


def is_boilerplate(paragraph: Paragraph) -> bool:
    """«انتهای پیام/»، a link or a channel's name alone, a line without Persian words."""
    words = any(kind == "word" and not text.isascii() for text, kind in _told(paragraph))
    tags = any(text[:1] in TAGS for text in paragraph.tokens.texts[: paragraph.opening + 1])
    # «#فوری؛ سنتکام: …» tells something after its tag, «#اخبار_بندر در تلگرام» nothing.
    tagged = tags and ":" not in paragraph.tokens.texts and not paragraph.verbs
    first = paragraph.opening
    issue = paragraph.key_at(first + 1) == "شماره" and paragraph.key_at(first).endswith("مین")
    if issue and not paragraph.verbs:
        return True  # «هشتصدمین شماره پگاه»
    return (
        (not words and not is_lettered(paragraph))
        or tagged
        or (boilerplate().at(paragraph.keys, paragraph.opening) is not None and not _leads_in(paragraph))
    )


def is_aside(paragraph: Paragraph) -> bool:
    """«[تشویق حضار]»: what was heard while somebody spoke, on a line of its own."""
    first, last = paragraph.opening, len(paragraph) - 1
    return paragraph.at(first) == "[" and paragraph.at(last) == "]" and last - first <= LONGEST_ASIDE


def _leads_in(paragraph: Paragraph) -> bool:
    """«متن کامل پیام شهردار به شرح زیر است:», «متن کامل بیانیه شهرداری:»: it stands below."""
    written = paragraph.key_at(paragraph.opening + 2) in documents() - _OF_PAGE
    return paragraph.at(len(paragraph) - 1) == ":" and (written or paragraph.cues != ())


def is_lettered(paragraph: Paragraph) -> bool:
    """«UKMTO:», «CBS News:»: a name in its own letters, alone on its line."""
    names = paragraph.tokens.texts[paragraph.opening : -1]
    named = 0 < len(names) <= LONGEST_LETTERED and paragraph.at(len(paragraph) - 1) == ":"
    named = named and all(name.isascii() and name.isalpha() and name[0].isupper() for name in names)
    return named and _SITES.isdisjoint(names)


def heads_news(paragraph: Paragraph) -> bool:
    """«#چند_خبر_کوتاه»: a line above short news, each of its own."""
    words = "".join(paragraph.keys).replace("_", "")
    return len(words) < LONGEST_NEWS_LINE and "خبر" in words and "کوتاه" in words


def is_all_marked(paragraph: Paragraph) -> bool:
    """«…» and nothing besides."""
    first = paragraph.opening
    mark = next((mark for mark in paragraph.marked if mark.first == first), None)
    return mark is not None and not paragraph.has_word(mark.last + 1, len(paragraph))


def is_footer(paragraph: Paragraph) -> bool:
    """A line without words of speech that ends a post: a handle, a link, «انتهای پیام», a rule «———»."""
    ruled = len(paragraph) > 0 and all(set(text) <= RULE for text in paragraph.tokens.texts)
    return ruled or any(kind in {"link", "word"} or text in FOOTER_MARKS for text, kind in _told(paragraph))


def is_label(paragraph: Paragraph) -> bool:
    """«خبرنگار: …»: a line of somebody's whose words are not counted, or of nobody."""
    first = paragraph.opening
    found = labels().at(paragraph.keys, first)
    # «آپدیت ۱:۰۲»
    updates = paragraph.key_at(first) == "اپدیت" and len(paragraph) <= first + LONGEST_UPDATE
    return updates or (found is not None and paragraph.at(found[0]) == ":")


def is_answered(paragraph: Paragraph) -> bool:
    """«ادعا: …»، «واقعیت: …»: claims that a statement takes up one by one."""
    return paragraph.key_at(paragraph.opening) in {"ادعا", "واقعیت"}


def _is_initials(word: str) -> bool:
    """«PJK», «پی‌جی‌کی»"""
    spelt = word.split("\u200c")
    return (word.isascii() and word.isupper()) or (len(spelt) > 1 and _LETTERS.issuperset(spelt))


def signs(paragraph: Paragraph, name: Sequence[str]) -> bool:
    """«رئیس‌جمهور دونالد جی. ترامپ»: the speaker's own name on a line, with or without a title."""
    first, last = paragraph.opening, len(paragraph)
    last -= paragraph.stray_closer == last - 1
    if not 0 < last - first <= LONGEST_SIGNATURE or paragraph.verbs or ":" in paragraph.tokens.texts:
        return False
    opens = titles().at(paragraph.keys, first) or honorifics().at(paragraph.keys, first)
    titled = titles().at(paragraph.keys, first)
    # «رئیس‌جمهور، دی‌جی‌تی»
    title_end = titled[0] + (paragraph.at(titled[0]) == "،") if titled is not None else last
    if title_end == last - 1 and _is_initials(paragraph.at(last - 1)):
        return True
    named = paragraph.keys[last - 1] == name[-1]
    return named and (opens is not None or is_given(paragraph.keys[first]))


def is_signature(paragraph: Paragraph, following: Sequence[Paragraph]) -> bool:
    """«بهرام آریا», a line above a date or at the end; «۱۱ تیر ۱۳۹۸»: what signs a letter is not said."""
    first, last = paragraph.opening, len(paragraph)
    last -= paragraph.stray_closer == last - 1  # «بهرام آریا»»: the letter's marks close after its signer
    texts = [each for each in following if not is_boilerplate(each)]
    after = texts[0] if texts else None
    if after is None and _is_office(paragraph):
        return True
    if not 0 < last - first <= LONGEST_SIGNATURE or paragraph.verbs or not paragraph.is_word(last - 1):
        return False
    if _is_date(paragraph, first):
        return True
    # «پیمان ج. کوهی»
    named = find_subject(paragraph, first, last) == (first, last) or paragraph.at(last - 2) == "."
    dated = after is not None and _is_date(after, after.opening)
    if dated and named and bodies().at(paragraph.keys, first) is not None:
        return True  # «شورای شهر نوش‌رود» and, below, «۱۸ تیر ۱۴۰۵»
    ends = after is None or dated or is_signed_with_office(paragraph, texts)
    return named and ends and any(is_given(word) for word in paragraph.keys[first:])


def is_signed_with_office(paragraph: Paragraph, following: Sequence[Paragraph]) -> bool:
    """«بهرام آریا» and, below, «رئیس کانون»: two lines without a stop."""
    after = next((each for each in following if not is_boilerplate(each)), None)
    return after is not None and _is_office(after) and not (paragraph.stopped or after.stopped)


def _is_office(paragraph: Paragraph) -> bool:
    """«شهردار نوش‌رود»: a title and nothing told of who bears it, below the name that signs."""
    first, last = paragraph.opening, len(paragraph)
    short = 0 < last - first <= LONGEST_OFFICE and not paragraph.bullets
    short = short and paragraph.is_word(last - 1) and not paragraph.verbs and not paragraph.cues
    title = titles().at(paragraph.keys, first) if short else None
    return title is not None and title[1] == "office"


def _is_date(paragraph: Paragraph, first: int) -> bool:
    """«۱۱ تیر ۱۳۹۸»: days, months and numbers alone."""
    i = first
    while i < len(paragraph):
        found = adverbs().at(paragraph.keys, i)
        if found and found[1] in {"month", "time", "ordinal"}:
            i = found[0]
        elif (
            paragraph.keys[i].isdigit()
            or paragraph.tokens.kinds[i] in {"number", "time"}
            or not paragraph.is_word(i)
        ):
            i += 1
        else:
            return False
    return any(paragraph.keys[i].isdigit() for i in range(first, len(paragraph)))


def mourns(paragraph: Paragraph) -> bool:
    """«بهرام آریا درگذشت این هنرمند را تسلیت گفت.»"""
    if "تسلیت" not in paragraph.keys:
        return False
    return any(cue in {("تسلیت", "گفت"), ("تسلیت", "گفتند")} for cue in pairwise(paragraph.keys))


def is_heading(paragraph: Paragraph, following: Sequence[Paragraph], *, inside: bool) -> bool:
    """«تابستانی گرم پیش رو داریم»: a line without a full stop above a paragraph with a cue of its own.

    ``inside`` a letter or list it has a number («۳- مصرف آسیا»).
    """
    first, last = paragraph.opening, len(paragraph)
    starred = paragraph.at(0).startswith("*")  # «* رفع مشکل آب»
    if (
        (paragraph.bullets and not starred)
        or last - first > LONGEST_HEADING
        or paragraph.at(last - 1)[-1:] in ENDS
    ):
        return False
    if inside and following and mourns(following[0]):
        return paragraph.verb_in(first, last) is None  # «تسلیت یک انجمن»: another's message
    if inside:
        numbered = paragraph.tokens.kinds[first] == "number" and paragraph.at(first + 1) in "-–.)"
        return numbered and paragraph.verb_in(first, last) is None
    stories = starred and bool(following) and not following[0].bullets and following[0].stopped
    if stories and paragraph.verb_in(first, last) is None:
        return True  # «* نواختن زنگ مدرسه» over a story without a cue
    return not following or bool(following[0].cues)
