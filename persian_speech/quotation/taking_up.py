"""Whether a clause tells that whoever is its subject goes on speaking: «… افزود», «… در پایان گفت»."""

from collections.abc import Sequence

from persian_speech.quotation.clauses import Range
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.scene import Draft

_CHIEFS = frozenset(
    {"مدیر", "مدیرکل", "مدیرعامل", "فرماندار", "استاندار", "شهردار", "بخشدار", "رییس", "وزیر"}
)
_IN_THE_END = frozenset({("در", "پایان"), ("در", "خاتمه"), ("در", "ادامه")})
_TAKES_UP = frozenset({"اشاره", "بیان", "تاکید", "انتقاد"})


def takes_up(paragraph: Paragraph, draft: Draft, intros: Sequence[Introducer], mention: Range) -> bool:
    """By the cue, or by what stands after a mention that opens its paragraph."""
    cue = draft.intro if draft.manner.form != "participial" else None
    told = cue is not None and (cue.cls in {"add", "stress"} or cue.lemma.startswith("تصریح"))
    return told or _opens_so(paragraph, mention) or _will_add(paragraph, draft, intros)


def _will_add(paragraph: Paragraph, draft: Draft, intros: Sequence[Introducer]) -> bool:
    """«مؤسس کارگاه با بیان اینکه …، افزود: …»: what the verb after a participle tells of its subject."""
    if draft.intro is None or draft.intro.manner != "participial":
        return False
    first, stop = draft.intro.first, paragraph.sentence(draft.intro.first)[1]
    return any(i.manner == "finite" and i.cls == "add" and first < i.first < stop for i in intros)


def _opens_so(paragraph: Paragraph, mention: Range) -> bool:
    """«پژوهشگر مسائل اقتصادی با اشاره به …»: a title that opens its paragraph, and what it speaks of.

    «سفیر پیشین ایران در عمان همچنین گفت»، «… در پایان گفت»: nobody begins so.
    """
    also = paragraph.key_at(mention[1]) == "همچنین"
    at = mention[1] + also
    opens, after = mention[0] == paragraph.opening, paragraph.keys[at : at + 2]
    if opens and (also or after in _IN_THE_END):
        return True
    opens = opens and paragraph.keys[mention[0]] not in _CHIEFS
    return opens and after[:1] == ("با",) and after[1:] != () and after[1] in _TAKES_UP
