"""Quotations that were found, and what they tell of the paragraphs after them."""

from collections.abc import Sequence
from dataclasses import dataclass

from persian_speech.quotation.attribution import Attribution
from persian_speech.quotation.clauses import COMMAS, Range
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.scene import Draft, Scene
from persian_speech.quotation.somebody import is_somebody
from persian_speech.quotation.subjects import find_subject

_IN_IT = ("که", "در", "ان")
_LETTERS = frozenset({"نامهای", "نامه"})
_ESSAYS = frozenset({"یادداشتی", "سرمقاله", "سرمقالهای", "مقالهای", "یادداشت", "تحلیلی"})
_INVOCATIONS = frozenset({"بسم", "بسمالله", "بسمه", "باسمه", "هوالباقی", "انا", "انالله"})
LONGEST_INVOCATION = 7  # tokens


@dataclass(frozen=True, slots=True)
class Found:
    """A draft with its paragraph and the member of the cast who said it."""

    draft: Draft
    paragraph: Paragraph
    attribution: Attribution
    head: "Found | None" = None
    """The line before, with the cue and its colon, where the content stands alone."""


def runs_on(last: Found, paragraph: Paragraph) -> bool:
    """Direct speech up to the paragraph's end."""
    direct = last.draft.manner.kind == "direct"
    return direct and not paragraph.has_word(last.draft.taken, len(paragraph))


def closed(last: Found) -> bool:
    """Speech in marks that were closed: only further marks go on with it."""
    if _invokes(last):
        return False
    first, end = last.draft.content
    shut = (
        mark.last for mark in last.paragraph.marked if mark.last < len(last.paragraph) and mark.first < first
    )
    closers = (*shut, last.paragraph.stray_closer)
    return end in closers or end + 1 in closers


def wholly_marked(last: Found) -> bool:
    """A letter in marks ends with them: no more of it stands after its »."""
    if _invokes(last):
        return False
    first, end = last.draft.content
    shut = (mark for mark in last.paragraph.marked if mark.last < len(last.paragraph))
    whole = any(mark.first == first - 1 and mark.last in {end, end + 1} for mark in shut)
    return whole or last.paragraph.stray_closer in {end, end + 1}


def _invokes(last: Found) -> bool:
    """«متن بیانیه به شرح زیر است:» and, in marks of its own, ««بسم الله»»: the letter follows."""
    first, end = last.draft.content
    return 0 < end - first <= LONGEST_INVOCATION and last.paragraph.keys[first] in _INVOCATIONS


def speaks_on(headed: Found) -> bool:
    """A line «ترامپ:» or «متن پیام بدین شرح است:» heads all that follows, not one paragraph."""
    return headed.draft.intro is None or is_document(headed)


def is_document(headed: Found) -> bool:
    """«متن پیام بدین شرح است:»"""
    return headed.draft.intro is not None and headed.draft.intro.cls == "document"


def is_letter(headed: Found) -> bool:
    """«بهمن دانا در نامه‌ای به وزیر نیرو نوشت:» at its line's end: the lines below are the letter's"""
    return is_writing(headed) and not _LETTERS.isdisjoint(_clause(headed))


def is_writing(headed: Found) -> bool:
    """«ترامپ در پستی دیگر نوشت:» at its line's end"""
    return headed.draft.intro is not None and headed.draft.intro.cls == "write"


def gives_text(found: Found) -> bool:
    """«متن این بیانیه به شرح زیر است: مردم …»: what follows in the paragraph and below it is the text."""
    intro = found.draft.intro
    return intro is not None and intro.link == ":" and _follows(intro.lemma) and "متن" in _clause(found)


def _follows(lemma: str) -> bool:
    """«به شرح زیر است», «از این قرار است», «چنین است»"""
    return lemma.endswith(("شرح بودن", "شرح زیر بودن", "شرح ذیل بودن", "قرار بودن")) or lemma == "چنین بودن"


def names_itself(headed: Found, last: Found) -> bool:
    """«متن بیانیه … به شرح زیر است:» and, in the text, «انجمن باران معتقد است …»: it goes on below."""
    member, text = (
        headed.attribution.member,
        headed.draft.intro is not None and _follows(headed.draft.intro.lemma),
    )
    return text and member is not None and last.attribution.member is member


def _clause(found: Found) -> tuple[str, ...]:
    return found.paragraph.keys[slice(*found.draft.clause)]


def is_essay(found: Found) -> bool:
    """«پیمان کوهی در یادداشتی نوشت: …»: the paragraphs below are the article's."""
    begun = found.head or found  # «… نوشت:» may stand on a line of its own
    intro = begun.draft.intro
    if intro is None or intro.cls != "write" or intro.link != ":":
        return False
    return not _ESSAYS.isdisjoint(_clause(begun))


def is_sourced(paragraph: Paragraph) -> bool:
    """«طبق گزارش این بانک، …»، «بر اساس گزارش …»: no paragraph of an article, but of news about it."""
    words = paragraph.keys[paragraph.opening : paragraph.opening + 3]
    return words[:1] in {("طبق",), ("بر",), ("براساس",), ("به",)} and "گزارش" in words


def closed_in(following: Sequence[Paragraph], mark: str = "«") -> bool:
    """Whether one of the next paragraphs closes the marks, none before it opening others of their kind."""
    for paragraph in following:
        if paragraph.stray_closer is not None:
            return True
        if paragraph.at(paragraph.opening) == mark:
            return False
    return False


def left_in_marks(paragraph: Paragraph, fresh: Sequence[Found], following: Sequence[Paragraph]) -> bool:
    """Whether the next paragraph still stands in the marks of a quotation of this one."""
    quoted = bool(fresh) and fresh[-1].draft.manner.kind == "direct" and paragraph.left_open
    return quoted and closed_in(following, paragraph.at(paragraph.marked[-1].first))


def goes_on(found: Found) -> bool:
    """A headline, or a paragraph in which its speaker goes on."""
    return found.draft.manner.form in {"headline", "continued"}


def _before_relative(paragraph: Paragraph, credit: Draft) -> Range | None:
    """«شهردار در روزی که به گفته مدیر بندر راه بسته بود، نوشت …»: the subject stands before که."""
    at = credit.intro.first if credit.intro else 0
    start = paragraph.sentence(at)[0]
    if paragraph.key_at(at - 1) != "که" or paragraph.at(credit.content[1]) != "،":
        return None
    subject = find_subject(paragraph, max(start, paragraph.opening), at - 1)
    return subject if subject and subject[1] < at - 1 else None


def _broken_inside(paragraph: Paragraph, quoted: Draft, first: int, cue: int) -> bool:
    """«رایان با اشاره به سخن وزیر که گفته «آب هست؟ نیست.» گفت»: no sentence ends in what is quoted."""
    begin, end = quoted.content
    between = paragraph.tokens.texts[end:cue]
    return begin < first <= end + 2 and not any(text[:1].isalnum() for text in between)


def shared_mention(last: Found | None, draft: Draft, scene: Scene) -> Range | None:
    """One subject, two cues: «وی … دانست و گفت: …»; ``last`` is what was found before."""
    paragraph = scene.paragraph
    if last is None or last.paragraph is not paragraph or draft.intro is None:
        return None
    if last.draft.rule == "claim" and last.draft.intro is not None:
        # «آصفی درباره اظهارات برادعی مبنی بر اینکه …، گفت»
        at = last.draft.intro.first
        return find_subject(paragraph, paragraph.sentence(at)[0], at)
    mention = last.attribution.mention
    if mention is None:
        return _before_text(paragraph, last.draft)
    if last.draft.manner.form == "nominal":
        return _before_relative(paragraph, last.draft)
    first, start = paragraph.sentence(draft.intro.first)[0], paragraph.sentence(mention[0])[0]
    if start != first and not _broken_inside(paragraph, last.draft, first, draft.intro.first):
        return None
    first = start
    # «این دیپلمات در واکنش به سخنان وزیر عمان که گفته بود …، اظهار کرد»: the sentence's own subject.
    before, after = paragraph.key_at(mention[0] - 1), paragraph.key_at(mention[1])
    told = last.draft.intro is not None and last.draft.intro.tense == "pluperfect"
    inside = told and "که" in paragraph.keys[first : mention[0]]  # «سخنی که دیروز وزیر گفته بود»
    object_of = after == "را" and paragraph.key_at(mention[1] + 1) == "که"  # «ادعای وزیر را که گفته بود …»
    relative = after == "که" or before in {"انکه", "اینکه"} or inside or object_of
    relative = relative or _told_beside(paragraph, first, mention[0], draft.intro.first)
    first = max(first, min(paragraph.opening, mention[0]))  # «خبرگزاری پگاه: وزیر که … رفته، گفت … و افزود»
    one = _one_of_whom_many_tell(last.draft, draft, scene)
    own = find_subject(paragraph, first, mention[0] - object_of) if relative else None
    if own is not None and paragraph.keys[own[0] - 3 : own[0]] == ("به", "نقل", "از"):
        own = None  # «به نقل از رویترز، وزیر عمان که …»
    return own or one or mention


def _before_text(paragraph: Paragraph, told: Draft) -> Range | None:
    """«دانا در واکنش به نامه‌ای | که در آن آمده است «…» نوشت: …»: the sentence's own subject."""
    at = told.intro.first if told.intro is not None else 0
    if paragraph.keys[max(at - len(_IN_IT), 0) : at] != _IN_IT:
        return None
    return find_subject(paragraph, paragraph.sentence(at)[0], at - len(_IN_IT))


def _told_beside(paragraph: Paragraph, first: int, at: int, cue: int) -> bool:
    """«دانا با اشاره به اینکه شهردار گفت … و | فرماندار نیز گفت …، افزود»: he alludes to all of it."""
    texts, keys = paragraph.tokens.texts[first:at], paragraph.keys[first:at]
    joined = "اینکه" in keys and keys[-1] == "و" and paragraph.at(cue - 1) in COMMAS
    return joined and not any(text in COMMAS for text in texts[keys.index("اینکه") :])


def _one_of_whom_many_tell(told: Draft, draft: Draft, scene: Scene) -> Range | None:
    """«رسانه‌ها خبر می‌دهند که مدیر سد نامه‌ای فرستاد و در آن نوشت: …»"""
    if told.intro is None or draft.intro is None or told.intro.link != "که" or draft.intro.link != ":":
        return None
    if (told.intro.number, draft.intro.number) != ("pl", "sg"):
        return None
    inner = find_subject(scene.paragraph, *told.content)
    return inner if inner is not None and is_somebody(scene.paragraph, inner, scene.known) else None
