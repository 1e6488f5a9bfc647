"""Where a second reporting clause is joined to one that reports: «… باز می‌شود | و افزود: …»."""

from collections.abc import Sequence

from persian_speech.quotation.clauses import BUTS, is_copula
from persian_speech.quotation.cues import is_glued
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.lexicon import documents, prepositions, pronouns
from persian_speech.quotation.marks import CLOSERS
from persian_speech.quotation.own_reports import is_of_report
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.returns import is_cited
from persian_speech.text.letters import DASHES

NEAREST_ASKED = 10  # tokens from «از مردم» to «می‌خواهد»
NEAREST_JOIN = 16  # tokens from «و» or a comma to the cue that it joins
_OTHERS = frozenset({"برخی", "بعضی", "عدهای", "بسیاری", "گروهی", "او", "وی"})
_SO = frozenset({"حالیست", "درحالیست"})
_IN_ANSWER = (("و", "در", "پاسخ"), ("و", "در", "واکنش"))
_PERFECT = frozenset({"perfect", "participle"})  # «اعلام کرده که … و گفته است …»: the first است is left out
_DONE = (
    "شده", "داده", "داشته", "بوده", "کرده", "گرفته", "افتاده", "یافته", "رفته", "مانده", "رسیده", "دیده",
    "خورده", "زده", "برده", "ساخته", "کشیده", "گذاشته", "سوخته", "ریخته", "بسته", "شکسته",
)  # fmt: skip


def join_point(
    paragraph: Paragraph,
    start: int,
    intros: Sequence[Introducer],
    intro: Introducer | None,
    *,
    colon_only: bool = False,
) -> int | None:
    """Where a second reporting clause is joined to the sentence: the token of its «و» or comma."""
    if start >= len(paragraph):
        return None
    _, stop = paragraph.sentence(start)
    for other in intros:
        if not start < other.first < stop or (
            colon_only and not _joins_speech(paragraph, start, other, intro)
        ):
            continue
        if colon_only and _opens_with_document(paragraph, start, other):
            continue
        if _means_to(paragraph, start, other):
            continue
        if other.manner == "nominal" and _is_inside(paragraph, other):
            continue
        # «فاش کرد که شهردار به همتایان خود گفته است: «…»»: what he has said is told inside the clause.
        inner = intro is not None and intro.link == "که" and other.tense == "perfect"
        at = _joint(paragraph, start, other, intro)
        if at is None and inner:
            continue
        if at is None and not colon_only and other.link == ":":
            return _before_subject(paragraph, start, other)
        if at is not None:
            return _before_question(paragraph, start, at)
    return None


def _is_inside(paragraph: Paragraph, credit: Introducer) -> bool:
    """«می‌گوید که سد پر نیست، چرا که به ادعای او باران …», «… و طبق گزارش سازمان آب …»: he cites it."""
    own = paragraph.key_at(credit.first - 1) == "که" and pronouns().at(paragraph.keys, credit.last)
    return bool(own) or is_of_report(credit.lemma)


def _joins_speech(paragraph: Paragraph, start: int, other: Introducer, intro: Introducer | None) -> bool:
    """Whether ``other`` may end speech after a colon: it has a colon too, or its cue stands right after «و».

    «گفت: سدها پر است و پیش‌بینی کرد که …»; «گفت: پدرم آمد و گفت که …» is told by the speaker.
    """
    if other.link == ":":
        return not is_cited(paragraph, other)
    joint = other.first - 1
    before = paragraph.verbs.get(joint - 1)
    told = before is not None and (before.person == 1 or before.tense not in {"past", "pluperfect"})
    beside = other.manner == "finite" and paragraph.keys[joint] == "و" and other.link in {"که", "bare"}
    beside = beside and not other.lemma.endswith("بودن")  # «عمان طرح را رد می‌کند و معتقد است …»
    one = intro is not None and (intro.tense, intro.number) == ("past", other.number)
    return beside and one and told and other.tense == "past" and "p" not in other.frames


def _means_to(paragraph: Paragraph, start: int, other: Introducer) -> bool:
    """«گفته‌اند که آب کم است و او می‌خواهد سد را بفروشد»: he means to; not «و از مردم می‌خواهد صبر کنند»."""
    wants = (other.lemma, other.tense, other.link) == ("خواستن", "present", "bare")
    return wants and "از" not in paragraph.keys[max(start, other.first - NEAREST_ASKED) : other.first]


def _opens_with_document(paragraph: Paragraph, start: int, other: Introducer) -> bool:
    """«گفت: در پیامی که وزیر فرستاده، آمده است: …»: nothing was said yet but what it is written in."""
    if other.cls != "document" or paragraph.keys[start] != "در":
        return False
    written = not documents().isdisjoint(paragraph.keys[start + 1 : start + 3])
    return written and paragraph.verb_in(start, other.first) is None


def _before_question(paragraph: Paragraph, start: int, at: int) -> int:
    """«گفت آب کم است | و در پاسخ به اینکه برخی نگران‌اند، افزود»: the phrase is the second cue's."""
    joints = (i for i in range(at - 1, start, -1) if paragraph.keys[i : i + 3] in _IN_ANSWER)
    return next((i for i in joints if ends_clause(paragraph, start, i)), at)


def _before_subject(paragraph: Paragraph, start: int, other: Introducer) -> int:
    """«… خواهد بود" او گفت: …»: a clause never runs over a cue with a colon."""
    closer = (i for i in range(other.first - 1, start, -1) if paragraph.at(i) in CLOSERS | {"،", "؛"})
    closed = next(closer, None)
    verb = paragraph.verb_in(start, other.first)
    if closed is None and verb is not None and paragraph.key_at(verb + 1) in prepositions():
        return verb + 1  # «پس از آنکه انجمن اعلام کرد از راه می‌رود | در نامه خود نوشت: …»
    said_again = other.first - 1 - (paragraph.key_at(other.first - 1) in {"وی", "او"})
    at = said_again if said_again in paragraph.verbs else other.first - 1
    return at + 1 if closed is None else closed  # «… می‌کنند | وی می‌گوید: …»


def _joint(paragraph: Paragraph, start: int, other: Introducer, intro: Introducer | None) -> int | None:
    """The «و» or comma that joins ``other``'s clause, if it is the narrator's."""
    summing = _sums_up(other, intro)
    if other.manner == "finite" and not (_same_voice(other, intro) or summing):
        return None
    if is_glued(paragraph.keys[other.first]) and ends_clause(paragraph, start, other.first):
        return other.first  # «… باز است وافزود»
    for i in range(other.first - 1, max(start, other.first - NEAREST_JOIN) - 1, -1):
        if i in paragraph.verbs and i < other.first - 1:
            return None
        beside = i == other.first - 1 or paragraph.keys[i + 1] in _OTHERS
        but = beside and paragraph.keys[i] in BUTS  # «… می‌ریزد ولی (برخی دیگر) معتقدند …»
        if (but or _is_joint(paragraph, i)) and ends_clause(paragraph, start, i):
            before = paragraph.verbs.get(i - 1)
            told = summing and (before is None or before.tense not in {"present", "subjunctive", "future"})
            ahead = paragraph.keys[i] == "و" and paragraph.keys[i - 2].startswith(("خواه", "نخواه"))
            told = told and not ahead  # «خواهد داد و … خبر داد»
            return None if told else i
    return None


def _sums_up(other: Introducer, intro: Introducer | None) -> bool:
    """«تأکید کرد که … باید بماند و به نیاز بندر اشاره کرد.»: what the narrator tells in short."""
    past = intro is not None and intro.tense == "past" and other.tense == "past"
    return past and other.link == "end" and "p" not in other.frames


def _same_voice(other: Introducer, intro: Introducer | None) -> bool:
    """«گفت … و افزود» is one narrator; «گفت … و اعلام کرده است که» is the speaker's own report."""
    if (other.link in {"end", "و"} and "p" not in other.frames) or other.lemma == "معرفی کردن":
        return False
    if intro is not None and (intro.number, other.number) == ("sg", "pl") and other.link in {"که", "bare"}:
        return False  # «گفت کشورها با او تماس گرفتند و گفتند …»
    if intro is None or other.link == ":" or other.tense == "past" or intro.tense in {"", other.tense}:
        return True
    return {intro.tense, other.tense} <= _PERFECT


def _is_joint(paragraph: Paragraph, i: int) -> bool:
    return paragraph.key_at(i) in {"و", "که"} or paragraph.at(i) in "،؛" or paragraph.at(i) in CLOSERS


def ends_clause(paragraph: Paragraph, start: int, i: int) -> bool:
    """A finite verb, or a participle («رخ داده»), stands right before the joint."""
    before = i - 1
    while before > start and (
        paragraph.at(before) in CLOSERS | DASHES or paragraph.at(before) in "،؛"
    ):  # «پل بسته می‌شود ــ اما گفت …»
        before -= 1
    so = paragraph.key_at(before) in _SO  # «… ندارد، این در حالیست که برخی معتقدند …»
    return (
        so
        or before in paragraph.verbs
        or is_copula(paragraph.key_at(before))
        or leaves_out(paragraph, before)
    )


def leaves_out(paragraph: Paragraph, i: int) -> bool:
    """«رخ داده»: a participle whose «است» is left out."""
    return paragraph.key_at(i).endswith(_DONE)
