"""Drafts that are no quotation: a text that nobody here has written, a cue that reports nothing."""

from collections.abc import Sequence

from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.lexicon import adverbs, documents, narrator_openings, pronouns
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.scene import Draft

THIS_REPORT = ("این", "گزارش")
LONGEST_BYLINE = 12  # tokens
LONGEST_VERB = 3  # tokens
_AUXILIARIES = frozenset({"می", "نمی", "خواهد", "خواهند"})
_TO_ME = (("به", "من"), ("از", "من"))
_OF_US = ("از", "ما")
_PASSIVES = frozenset(
    f"{word} شده بودن"
    for word in ("عنوان", "افزوده", "اضافه", "مطرح", "ذکر", "قید", "بیان", "هشدار داده", "اعلام", "توصیه")
)
_BY = frozenset({("بر", "اساس", "این"), ("براساس", "این"), ("طبق", "این")})
_STORIES = frozenset({"داستان", "رمان", "قصه", "فیلم", "نمایش"})
_OTHERS = frozenset({"گزارش", "گزارشها", "خبر", "خبرها", "کتاب", "رمان", "داستان"})


def is_anonymous(draft: Draft, paragraph: Paragraph) -> bool:
    """«در آخرین پستی که منتشر شد، آمده است»: a text that no one in the document has written."""
    if draft.intro is None or draft.intro.cls != "document":
        return False
    first, last = draft.clause
    opened = narrator_openings().at(paragraph.keys[:last], first)  # «بر اساس این گزارش»
    words = [paragraph.keys[i] for i in range(opened[0] if opened else first, last) if paragraph.is_word(i)]
    others = draft.intro.lemma == "می‌خوانیم" and not _OTHERS.isdisjoint(words)
    if others or (draft.intro.lemma in _PASSIVES and not _in_document(paragraph.keys[:last], first)):
        return True  # «در ابتدای این گزارش‌ها می‌خوانیم: …»; «گزینه‌هایی در خبرها عنوان شده است که …»
    said_so = draft.intro.lemma == "گفته شده بودن" and not words  # «گفته شده که سد پر است»
    if said_so or (draft.rule == "bare_clause" and "که" in words):
        return True  # «گزارشی که در یک روزنامه آمده است، …»
    if words[:3] in (["در", "این", "پاسخ"], ["در", "ان", "پاسخ"]):
        return False
    if words[:3] == ["در", "متن", "منتشرشده"] or (draft.intro.lemma == "نوشته شده بودن" and "توسط" in words):
        return True  # «نمایش … است و توسط … نوشته شده است که …»
    # «در خلاصه این نمایش که … نوشته شده آمده است»: no writing of that name
    words = [word for i, word in enumerate(words) if words[i + 1 : i + 2] != ["شده"]]
    goes_on = words[:1] == ["در"] and words[1:2] in (["ادامه"], ["بخش"], ["پایان"])
    return bool(words) and documents().isdisjoint(words) and not goes_on


def is_of_plot(draft: Draft, paragraph: Paragraph) -> bool:
    """«در خلاصه این فیلم آمده است: مردی …»: in a film's plot nobody speaks."""
    told = paragraph.keys[slice(*draft.clause)]
    return draft.manner.form == "colon" and not _STORIES.isdisjoint(told)


def _in_document(keys: Sequence[str], first: int) -> bool:
    """«در این گزارش …», «با این حال، در پایان این بیانیه …», «بر اساس این نامه …»"""
    aside = adverbs().at(keys, first)
    by = keys[first : first + 2] in _BY or keys[first : first + 3] in _BY
    words = documents() - _OTHERS if by else documents()
    if (by or keys[first : first + 1] == ("در",)) and not words.isdisjoint(keys[first + 1 : first + 5]):
        return True
    return aside is not None and _in_document(keys, aside[0] + (keys[aside[0] : aside[0] + 1] == ("،",)))


def told_me(draft: Draft, paragraph: Paragraph) -> bool:
    """«علت را پرسیدم، گفتند …»: nobody's, in a story told in the first person."""
    if draft.intro is None or draft.intro.number != "pl":
        return False
    before = range(paragraph.sentence(draft.intro.first)[0], draft.intro.first)
    verbs = (paragraph.verbs[i] for i in before if i in paragraph.verbs and i not in paragraph.quoted)
    return any(form.person == 1 and form.number == "sg" for form in verbs)


def tells(draft: Draft, paragraph: Paragraph) -> bool:
    """Something is said, here or (after a colon that ends the paragraph) in the next one."""
    first, last = draft.content
    intro = draft.intro
    if intro is not None and intro.link != ":" and paragraph.keys[intro.first - 2 : intro.first] in _TO_ME:
        return False  # «استاد به من گفت که …»: of a story that somebody tells
    if (
        draft.rule == "bare_speech"
        and intro is not None
        and paragraph.keys[intro.first - 2 : intro.first] == _OF_US
    ):
        return False  # «او از ما خواسته است برویم»
    if last == first + 1 and paragraph.keys[first].isdigit() and paragraph.at(last) in {"…", "..."}:
        return False  # «گفت که «۵۹…»: a post that was cut off
    if last == first + 1 and pronouns().at(paragraph.keys, first):
        return False  # «سوال کرد که وی پاسخ داد»
    nobodys = draft.rule == "nominal"
    nobodys = nobodys and (_only_verb(paragraph, first, last) or _of_sayings(paragraph, draft))
    reported = intro is not None and paragraph.keys[intro.first - 2 : intro.first] == THIS_REPORT
    if nobodys or (intro is not None and reported and _reports_another(paragraph, intro)):
        return False
    return (first < last or first >= len(paragraph)) and not _byline(draft, paragraph)


def _reports_another(paragraph: Paragraph, intro: Introducer) -> bool:
    """«این گزارش می‌افزاید: دانا … افزود: …»: the narrator goes on, and tells of another."""
    return intro.link == ":" and any(
        cue.first > intro.last and paragraph.at(cue.last) == ":" for cue in paragraph.cues
    )


def _only_verb(paragraph: Paragraph, first: int, last: int) -> bool:
    """«به نظر مربی احترام | می‌گذارم», «به قول رایان «آبروریزی» | نامیده می شود»: nothing is credited."""
    parts = paragraph.keys[first : last - 1]
    whole = last - 1 in paragraph.verbs and len(parts) < LONGEST_VERB
    participle = parts[:1] if parts[:1] and parts[0].endswith("ه") else ()
    return whole and _AUXILIARIES.issuperset(parts[len(participle) :])


def _of_sayings(paragraph: Paragraph, draft: Draft) -> bool:
    """«به گفته های دانا استناد کنیم»: a plural typed apart."""
    return draft.intro is not None and paragraph.key_at(draft.intro.last) in {"ها", "های"}


def _byline(draft: Draft, paragraph: Paragraph) -> bool:
    """«نوشته: بهرام رایان», «نوشته سارا دانا برگردان: بهرام رایان»: who has written, and no more."""
    at, intro = paragraph.opening, draft.intro
    if intro is None or intro.link != ":" or intro.first != at or paragraph.keys[at] != "نوشته":
        return False
    return len(paragraph) - at <= LONGEST_BYLINE and paragraph.verb_in(*draft.content) is None
