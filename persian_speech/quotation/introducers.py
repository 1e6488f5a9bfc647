"""Introducers: a paragraph's cues with what follows each, in the order of the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from persian_speech.actors.phrases import DEMONSTRATIVES
from persian_speech.actors.vocabulary import bodies, titles
from persian_speech.quotation.cues import Cue, nonverbals
from persian_speech.quotation.lexicon import (
    adverbs,
    attributions,
    participials,
    phrases_of_saying,
    prepositions,
)
from persian_speech.quotation.links import Link, link_after
from persian_speech.quotation.marks import CLOSERS
from persian_speech.quotation.own_reports import is_giver, is_of_report
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.participle_cues import as_told, noun_or_adjective
from persian_speech.quotation.words import MAY, SAYING, flagged, is_may

QUESTION = 7  # tokens of «پاسخ به این سوال»
ASKER = 14  # tokens of «پاسخ به نماینده‌ای از … که پرسید»
_QUESTIONS = ("سوال", "سؤال", "سئوال", "پرسش")
FARTHEST_CLAIM = 14  # tokens from «اظهارات» to «مبنی بر اینکه»
CLAIMS = frozenset(
    {"اظهارات", "سخنان", "ادعای", "ادعاهای", "گفته", "نوشته", "گفتههای", "صحبتهای", "فرمایش", "فرمایشات"}
)
_VIEWS = frozenset({"تاکید", "پیشنهاد", "توصیه", "اعتقاد", "عقیده", "باور", "ادعای", "استدلال", "سخن", "حرف"})
_VIEWS |= {
    "پاسخ",
    "جواب",
    "نظر",
    "تحلیل",
    "گلایه",
    "خواسته",
    "درخواست",
    "انتظار",
    "توضیح",
    "هشدار",
    "پیام",
    "شرط",
}
THIS_IS = frozenset(("این", verb, link) for verb in ("است", "بود") for link in ("که", ":"))
THIS_IS_SO = 3  # tokens of «این است که»
LEAST_TOLD = 3  # tokens of a clause that names somebody
_CONDITIONS = frozenset(
    {"اگر", "هرگاه", "چنانچه", "کسی", "هرکس", "انچه", "چنانکه", "همانطور", "همانگونه", "همونطور"}
)
_OPEN_CONDITIONS = _CONDITIONS | {"محض"}
_MUST = frozenset({"باید", "نباید"})
_MODALS = _MUST | MAY
_BEFORE_CREDIT = frozenset(
    {
        "که",
        "و",
        "اما",
        "ولی",
        "زیرا",
        "چراکه",
        "نیز",
        "هم",
        "همچنین",
        "بلکه",
        "اگرچه",
        "گرچه",
        "هرچند",
        "البته",
    }
)
_ESTIMATES = ("برآورد", "برآوردهای", "پیش‌بینی", "پیش‌بینی‌های")
_NOUNS_BEFORE = frozenset({"اینکه", "اشاره", "ایا"})
_ON_OBJECTS = frozenset({"دانستن", "خواندن"})
_STILL = (("با", "این", "حال"), ("با", "این", "وجود"), ("با", "این", "همه"), ("در", "این", "میان"))
_SO = ("اینگونه", "اینطور", "اینچنین")
BY = frozenset({("از", "سوی"), ("از", "جانب"), ("از", "طرف")})  # somebody something is said
_ANSWERS = frozenset({"پاسخ دادن", "پاسخ گفتن", "جواب دادن"})
Manner = Literal["finite", "participial", "nominal"]


@dataclass(frozen=True, slots=True)
class Introducer:
    """A cue at tokens ``first`` to ``last`` and the token ``content`` where its report may begin."""

    manner: Manner
    first: int
    last: int
    content: int
    link: Link
    lemma: str
    cls: str
    frames: str = "k"
    number: str = "sg"
    tense: str = ""

    @property
    def answers(self) -> bool:
        """«پاسخ داد»: what was asked before."""
        return self.lemma in _ANSWERS


def introducers(paragraph: Paragraph) -> tuple[Introducer, ...]:
    """Everything in the paragraph that may introduce speech, in order, none overlapping."""
    found = [*_claims(paragraph), *_finite(paragraph), *_phrasal(paragraph), *_pointed(paragraph)]
    found += _views(paragraph)
    found.sort(key=lambda intro: (intro.first, -intro.last))
    kept: list[Introducer] = []
    for intro in found:
        if not kept or intro.first >= kept[-1].last:
            kept.append(intro)
    asked = [*_asked(paragraph, kept)]
    put = (i for first, last in asked for i in range(first, last))
    questions = frozenset(put)
    return tuple(o for o in kept if o.manner == "participial" or o.first not in questions)


def asks_that(paragraph: Paragraph, i: int) -> bool:
    """«سوال دیگری که …»، «پرسش خبرنگار مبنی بر اینکه …»"""
    if not paragraph.keys[i].startswith(_QUESTIONS):
        return False
    joint = next((j for j in range(i + 1, i + 4) if paragraph.key_at(j) in {"که", "مبنی"}), None)
    return joint is not None and paragraph.verb_in(i, joint) is None


def _asked(paragraph: Paragraph, intros: Sequence[Introducer]) -> Iterator[tuple[int, int]]:
    """«در پاسخ به این سوال که وزیر گفته است …، گفت: …»: the words that are put to the speaker."""
    keys = paragraph.keys
    if "پاسخ" not in keys:
        return
    for i in (i for i in range(len(keys) - 2) if keys[i : i + 2] == ("پاسخ", "به")):
        nouns = range(i + 2, min(i + QUESTION, len(keys)))
        noun = next((j for j in nouns if asks_that(paragraph, j)), None)
        if noun is None:  # «در پاسخ به نماینده‌ای که پرسید «چرا …؟» گفت: …»
            asks = (o.first - 1 for o in intros if o.lemma == "پرسیدن" and keys[o.first - 1] == "که")
            noun = next((j for j in asks if i < j < i + ASKER), None)
        if noun is None:
            continue
        answers = (o for o in intros if noun < o.first and o.manner == "finite" and o.link == ":")
        answer = next((o for o in answers if _closes_question(paragraph, noun, o.first)), None)
        if answer is not None:
            yield noun, answer.first


def _closes_question(paragraph: Paragraph, noun: int, cue: int) -> bool:
    """A comma, «؟» or a verb before the cue, in the question's own sentence."""
    before = paragraph.at(cue - 1)[-1:] in {"،", "؟", *CLOSERS} or cue - 1 in paragraph.verbs
    return before and paragraph.sentence(noun) == paragraph.sentence(cue)


def _finite(paragraph: Paragraph) -> Iterator[Introducer]:
    for cue in paragraph.cues:
        link, content = link_after(paragraph, cue)
        if "خواهند" in paragraph.keys[max(cue.last - 2, 0) : cue.last]:
            continue  # «خواهند گفت»: nobody has said it
        if cue.form.lemma == "گفتن" and paragraph.key_at(cue.first - 1) in {"راست", "دروغ"}:
            continue  # «راست می‌گویند»
        if cue.form.lemma == "ادامه دادن" and paragraph.key_at(cue.first - 1) == "را":
            continue  # «راه خود را ادامه خواهد داد»
        if "o" in cue.form.frames and link != "که":
            continue  # «دعوت را می‌پذیرد»
        if link == "که" and paragraph.keys[cue.first].startswith("ندان"):
            continue  # «ندانست که سد پر است»
        if cue.form.verb in _ON_OBJECTS and link != "که" and paragraph.key_at(cue.first - 1) == "را":
            continue  # «درد مردم را می‌داند»، «نامه را خواند»
        if not noun_or_adjective(paragraph, cue, link) and not _impersonal(paragraph, cue):
            form = cue.form
            frames = "c" if link == ":" and "p" in form.frames and _so(paragraph, cue.first) else form.frames
            yield Introducer(
                "finite", cue.first, cue.last, content, link, form.lemma, form.cls,
                frames, form.number, form.tense,
            )  # fmt: skip


def _so(paragraph: Paragraph, cue: int) -> bool:
    """«وضع شهر را | این‌گونه | توصیف کرد: …»: no judgement, the words come after the colon."""
    before = paragraph.keys[max(cue - 2, 0) : cue]
    return before[-1:] == ("چنین",) or "".join(before).endswith(_SO)


def _impersonal(paragraph: Paragraph, cue: Cue) -> bool:
    """«نمی‌توان اظهار کرد که»، «باید گفت»; «یادآور می‌شود» is the narrator himself."""
    before = paragraph.key_at(cue.first - 1)
    if cue.form.lemma == "خواستن" and before in prepositions():
        return True  # «با خواست مردم» is a noun
    if before in {"نمی", "چه"}:
        return True  # «فیلم‌سازان چه می‌گویند؟»
    if _conditional(paragraph, cue):
        return True
    passive = before.endswith("شود") and _passive(paragraph, cue)
    modal = before.endswith(("توان", "باید", "بایست", "میشود", "میشه")) and not passive
    modal = modal or _after_modal(paragraph, cue)
    reminds = cue.form.verb == "شدن" and cue.form.tense == "present" and cue.form.number == "sg"
    return modal or (reminds and cue.first <= paragraph.sentence(cue.first)[0] + 1)


def _passive(paragraph: Paragraph, cue: Cue) -> bool:
    """«… ساخته می‌شود اظهار کرد»، «با بیان اینکه … انجام می‌شود گفت: …»; «می‌شود گفت» is a modal.

    «وی با اشاره به اعتباری که داده می‌شود گفت: …»
    """
    before = cue.first - 2
    participle = paragraph.key_at(before).endswith("ه") and paragraph.is_word(before)
    start = paragraph.sentence(cue.first)[0]
    added = paragraph.at(cue.last) == ":" and not _NOUNS_BEFORE.isdisjoint(paragraph.keys[start:before])
    return participle or added


def _conditional(paragraph: Paragraph, cue: Cue) -> bool:
    """«وقتی کسی می‌پرسد: …»، «اگر وزیر گفت که …»: nothing was said yet."""
    first = max(paragraph.sentence(cue.first)[0], paragraph.opening)
    if _OPEN_CONDITIONS.isdisjoint(paragraph.keys[first : cue.first]):
        return False
    ended = (i for i in range(cue.first - 1, first - 1, -1) if _ends_condition(paragraph, i))
    before = paragraph.keys[next(ended, first - 1) + 1 : cue.first]
    if "چنانکه" in before[:2] and len(before) > 1 + (paragraph.at(cue.last) == ":") * (LEAST_TOLD - 1):
        return paragraph.at(cue.last) not in {":", "،"}  # «چنانکه پیمان کوهی در جمع خبرنگاران گفت: …»
    # «به محض اینکه دولت صادرات را ممنوع اعلام کرد»
    told = before[as_told(before) :]
    return not _CONDITIONS.isdisjoint(told) or ("محض", "اینکه") in pairwise(before)


def _ends_condition(paragraph: Paragraph, i: int) -> bool:
    """A finite verb, or «به دلیل آنچه کم‌آبی نامیده، تأکید کرد»: a participle and its comma."""
    mark = paragraph.tokens.texts[i]
    if i in paragraph.verbs or mark[-1] == "؟":
        return True  # «در پاسخ به این سوال که اگر شهردار بودی، می‌رفتی؟ گفت: …»
    return mark == "،" and paragraph.key_at(i - 1).endswith("ه")


def _after_modal(paragraph: Paragraph, cue: Cue) -> bool:
    """«نمی‌توان به طور قطع بیان کرد»، «باید این رقم را هم اضافه کرد»: a short infinitive has no subject."""
    if cue.form.tense != "past" or cue.form.number != "sg":
        return False
    start = paragraph.sentence(cue.first)[0]
    if _MODALS.isdisjoint(paragraph.keys[start : cue.first]):
        return False
    for i in range(cue.first - 1, start - 1, -1):
        word = paragraph.keys[i]
        if word in _MUST or is_may(paragraph.keys, i):
            return True
        if i in paragraph.verbs or not paragraph.is_word(i) or word == "که":
            break
    # «این فیلم را می‌توان تنها فیلمی که دو بار پخش شده است نامید»
    return "p" in cue.form.frames and any(
        paragraph.keys[i] == "را" and is_may(paragraph.keys, i + 1) for i in range(start, cue.first - 1)
    )


def _phrasal(paragraph: Paragraph) -> Iterator[Introducer]:
    """«با بیان اینکه» and «به گفته» wherever they stand outside quotation marks."""
    sayings = flagged(paragraph.flags, SAYING)
    for i in phrases_of_saying().places(paragraph.keys, sayings):
        if i in paragraph.quoted:
            continue
        found = participials().at(paragraph.keys, i)
        if found:
            last, (phrase, cls) = found
            content = last + (paragraph.at(last) in {"،", ":"})
            yield Introducer("participial", i, last, content, "که", phrase, cls)
        elif (credit := attributions().at(paragraph.keys, i)) and _opens_clause(paragraph, i):
            if credit[1][0].endswith(_ESTIMATES) and not _is_holder(paragraph, credit[0]):
                continue
            if is_of_report(credit[1][0]) and not is_giver(paragraph.keys, credit[0]):
                continue
            yield Introducer("nominal", i, credit[0], credit[0], "bare", *credit[1])


def _is_holder(paragraph: Paragraph, i: int) -> bool:
    """«طبق برآورد | بانک مرکزی»; «طبق برآوردهای | موجود» is nobody's."""
    return any(table.at(paragraph.keys, i) for table in (bodies(), titles()))


def _claims(paragraph: Paragraph) -> Iterator[Introducer]:
    """«اظهارات اخیر دادستان مبنی بر اینکه سد پر است»: a noun of saying before «مبنی بر اینکه»."""
    keys = paragraph.keys
    if "مبنی" not in keys:
        return
    for i in (i for i in range(1, len(keys) - 3) if keys[i : i + 2] == ("مبنی", "بر")):
        joint = i + 3 if keys[i + 2] == "اینکه" else i + 4
        if keys[i + 2 : joint] not in {("اینکه",), ("این", "که")} or i in paragraph.quoted:
            continue
        start = max(paragraph.sentence(i)[0], i - FARTHEST_CLAIM)
        noun = next((j for j in range(i - 1, start - 1, -1) if keys[j] in CLAIMS), None)
        denial = _denial(keys, start, i)
        if denial is not None and paragraph.verb_in(denial, i) is None:
            words = " ".join(keys[denial : denial + 2])
            yield Introducer("participial", denial, denial + 2, joint, "که", words, "deny")
            continue
        judged = noun is not None and "را" in keys[noun:i]  # «سخنان وی را مبنی بر اینکه …، نادرست دانست»
        noun = _announced(keys, start, i) if noun is None else noun
        if noun is not None and not judged and paragraph.verb_in(noun, i) is None:
            yield Introducer("nominal", noun, noun + 1, joint, "که", keys[noun], "state")


def _views(paragraph: Paragraph) -> Iterator[Introducer]:
    """«پیشنهاد شهردار این است که …», «تأکید شورا بر این بود که …»: a noun of saying opens the sentence."""
    keys = paragraph.keys
    if "این" not in keys or _VIEWS.isdisjoint(keys):
        return
    for i in (i for i in range(2, len(keys) - 3) if keys[i : i + THIS_IS_SO] in THIS_IS):
        start = paragraph.sentence(i)[0]
        near = range(max(start, i - FARTHEST_CLAIM), i - 1)
        noun = next((j for j in near if keys[j] in _VIEWS), i)
        opens = noun == start or adverbs().at(keys, start) is not None or keys[start] in _BEFORE_CREDIT
        opens = opens or paragraph.keys[start : start + 3] in _STILL
        if noun < i and opens and i not in paragraph.quoted and paragraph.verb_in(start, i) is None:
            link: Link = ":" if keys[i + 2] == ":" else "که"
            yield Introducer("nominal", noun, noun + 1, i + THIS_IS_SO, link, keys[noun], "state")


def _pointed(paragraph: Paragraph) -> Iterator[Introducer]:
    """«…»؛ این هشدار را دانا دیروز داد: its noun points back at the marks, its verb stands last."""
    keys = paragraph.keys
    if "را" not in keys:
        return
    for first in (mark.last + 2 for mark in paragraph.marked):
        i = first + (paragraph.key_at(first) in DEMONSTRATIVES)
        noun = nonverbals().at(keys[: i + 1], i) if paragraph.key_at(i - 1) in DEMONSTRATIVES else None
        if noun is None or paragraph.key_at(i + 1) != "را":
            continue
        verb = paragraph.first_verb(i, paragraph.sentence(i)[1])
        form = noun[1].get(paragraph.verbs[verb].infinitive) if verb is not None else None
        if verb is not None and form is not None:
            link: Link = "و" if paragraph.key_at(verb + 1) == "و" else "end"
            yield Introducer("finite", verb, verb + 1, verb + 1, link, form.lemma, form.cls, "ckb")


def _denial(keys: Sequence[str], start: int, stop: int) -> int | None:
    """«با رد ادعای شهردار مبنی بر اینکه …», «ضمن تکذیب خبر پگاه مبنی بر اینکه …»"""
    ahead = range(stop - 1, start, -1)
    return next((j - 1 for j in ahead if keys[j] in {"رد", "تکذیب"} and keys[j - 1] in {"با", "ضمن"}), None)


def _announced(keys: Sequence[str], start: int, stop: int) -> int | None:
    """«با اعلام شهردار مبنی بر اینکه …»"""
    return next((j for j in range(start + 1, stop) if keys[j - 1 : j + 1] == ("با", "اعلام")), None)


def _opens_clause(paragraph: Paragraph, i: int) -> bool:
    """«اشاره به گفته او» is no credit: the phrase opens a clause, or follows که or an adverb."""
    before = paragraph.key_at(i - 1)
    start = paragraph.sentence(i)[0]
    if i <= max(start, paragraph.opening) or not paragraph.is_word(i - 1) or i - 1 in paragraph.verbs:
        return True
    aside = before == "دیگر" and paragraph.key_at(i - 2) in {"سوی", "طرف"}  # «از سوی دیگر به گفته …»
    aside = aside or paragraph.keys[max(i - 3, 0) : i] in _STILL
    return before in _BEFORE_CREDIT or aside or paragraph.keys[i : i + 2] == ("به", "نقل")
