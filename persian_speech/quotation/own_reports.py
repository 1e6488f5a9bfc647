"""Reports that a body gives itself: «طبق گزارش بانک مرکزی، …», which is no wire's credit."""

from collections.abc import Sequence

from persian_speech.actors.vocabulary import bodies
from persian_speech.quotation.clauses import Range
from persian_speech.quotation.lexicon import adverbs, press, wires
from persian_speech.quotation.paragraph import Paragraph

_TOPICS = frozenset({"از", "درباره", "پیرامون"})
# Heads of bodies that pass on what others tell: «روابط عمومی», «پایگاه خبری».
_RELAYING = frozenset({"روابط", "پایگاه", "سایت", "رسانه", "شبکه", "رادیو", "تلویزیون", "خبری", "خبرگزاری"})
_RELAYING |= frozenset({"روزنامه", "مجله", "نشریه", "هفتهنامه", "صداوسیما", "صداوسیمای"})
LONGEST_TOPIC = 24  # tokens of «از تحولات بازار مسکن در فروردین امسال»


def is_of_report(credit: str) -> bool:
    """«طبق گزارش», «بر اساس آخرین گزارش‌های»: it may credit no more than a wire."""
    return "گزارش" in credit


def is_giver(keys: Sequence[str], i: int) -> bool:
    """«طبق گزارش | سازمان آب»: the head of a body stands there; not «گزارش‌های | رسیده»."""
    return bodies().at(keys[: i + 1], i) == (i + 1, "head") and keys[i] not in _RELAYING


def gives_report(paragraph: Paragraph, mention: Range) -> bool:
    """«طبق گزارش | سازمان آب، …»: a body that tells its own; no wire, paper or press office.

    «طبق گزارش مرکز توسعه آب بندر …»: nor one whose name ends where nothing tells.
    """
    words = paragraph.keys[slice(*mention)]
    own = is_giver(words, 0) and _RELAYING.isdisjoint(words)
    end = mention[1]
    ends = paragraph.at(end) == "،" or adverbs().at(paragraph.keys, end) is not None
    ends = ends or past_topic(paragraph, end, paragraph.sentence(end)[1]) > end
    return own and ends and press().at(words, 0) is None and wires().at(words, 0) is None


def past_topic(paragraph: Paragraph, start: int, stop: int) -> int:
    """«بر اساس گزارش بانک مرکزی | از بازار مسکن در تهران، | قیمت‌ها …»: what its report is of."""
    if paragraph.key_at(start) not in _TOPICS:
        return start
    ahead = range(start + 1, min(start + LONGEST_TOPIC, stop))
    end = next((i for i in ahead if paragraph.at(i) == "،" or i in paragraph.verbs), start)
    return end if paragraph.at(end) == "،" else start
