"""To whom it is said and where: «خطاب به …»، «به … گفت»، «از … خواست»، «در نامه‌ای به …»."""

from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.lexicon import documents
from persian_speech.quotation.noun_phrases import phrase_end
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.scene import Draft

Range = tuple[int, int]
_LETTERS = frozenset({"پیامی", "نامهای", "پیام", "تذکری"})


def find_addressee(paragraph: Paragraph, draft: Draft) -> Range | None:
    """The addressee in the cue's clause, if it names one."""
    return addressee_of(paragraph, draft.intro, draft.clause[0]) if draft.intro else None


def addressee_of(paragraph: Paragraph, intro: Introducer, first: int) -> Range | None:
    """The addressee between token ``first`` and the cue, if one is named there."""
    if intro.cls == "evaluate":
        return None
    last = intro.first
    for i in range(last - 1, first - 1, -1):
        if not _addresses(paragraph, i, intro):
            continue
        end = phrase_end(paragraph, i + 1, last)
        if end > i + 1 and (end == last or paragraph.key_at(i - 1) in _LETTERS | {"خطاب"}):
            return i + 1, end
    return None


def _addresses(paragraph: Paragraph, i: int, intro: Introducer) -> bool:
    """«به» before the one who is told, «از» before the one who is asked."""
    asked = intro.cls == "ask"
    if paragraph.keys[i] == "از":
        return asked
    return paragraph.keys[i] == "به" and (not asked or paragraph.key_at(i - 1) == "خطاب")


def find_channel(paragraph: Paragraph, draft: Draft) -> str | None:
    """Where it was said or written: «در توییتی»، «در بیانیه کرملین»; the words as they stand."""
    first, last = draft.clause
    for i in range(first, last - 1):
        if paragraph.keys[i] == "در" and _is_written(paragraph.keys[i + 1]):
            return paragraph.tokens[i + 1].text
    return None


def _is_written(word: str) -> bool:
    return (
        word in documents()
        or word.removesuffix("ی") in documents()
        or word in {"توییتر", "توئیتر", "اینستاگرام"}
    )
