"""Offices that need no more words: where the subject ends in «وزیر نیرو نظر کارشناسان را پذیرفت و گفت»."""

from collections.abc import Sequence

from persian_speech.actors.knowledge import known
from persian_speech.actors.offices import FORMER
from persian_speech.actors.phrases import DEMONSTRATIVES
from persian_speech.actors.plain import ends_body
from persian_speech.actors.vocabulary import (
    bodies,
    city_words,
    common_words,
    foreign_words,
    is_given,
    object_heads,
    surnames,
    titles,
)
from persian_speech.quotation.lexicon import prepositions
from persian_speech.quotation.title_ends import OF_THIS

LONE = frozenset({"استاندار", "فرماندار", "شهردار", "بخشدار", "دادستان", "قاضی", "والی"})
_CLOSING = frozenset({"دولت", "مجلس", "دادگاه"})  # «سخنگوی دولت»
_GOES_ON = frozenset({"منطقه", "ویژه", "کل", "پرونده", "دادگاه", "شعبه", "شهر", "استان", "وقت", "کشیک"})
_GOES_ON |= frozenset({"عمومی", "نظامی", "انقلاب", "جدید", "تازه", "محترم", "مرکز", "مرکزی", "و", "که"})


def whole_title(keys: Sequence[str], i: int, end: int) -> int | None:
    """Where the office at ``i`` is whole and an object follows in the phrase that ends at ``end``."""
    head = titles().at(keys[:end], i)
    if head is None or head[1] != "office" or known().office(keys[i:end]) is not None:
        return None
    opened = next((j for j in range(i + 1, end) if keys[j] in object_heads()), end - 1)
    whole = [j for j in range(i + 1, min(opened + 1, end)) if _is_whole(keys, i, j)]
    return whole[-1] if whole and _opens_object(keys, whole[-1]) else None


def _is_whole(keys: Sequence[str], i: int, j: int) -> bool:
    """«وزیر نیرو», «والی هرات», «سخنگوی دولت»; «استاندار» before a plain word."""
    last = keys[j - 1]
    placed = j - 1 > i and (last in city_words() or last in _CLOSING)
    lone = j == i + 1 and last in LONE and keys[j] in common_words()
    return placed or lone or ends_body(keys, i + 1, j) or known().office(keys[i:j]) is not None


def _opens_object(keys: Sequence[str], j: int) -> bool:
    """No word that goes on with an office: «عراق», «سابق», «کل», nor a name."""
    word = keys[j]
    placed = word in foreign_words() or word in city_words() or bodies().at(keys, j) is not None
    goes_on = word in FORMER | _GOES_ON or word in prepositions()  # «سخنگوی وزارت دولت در امور …»
    # «رئیس‌جمهور این کشور», «وزیر علوم، تحقیقات و فناوری»
    goes_on = goes_on or (word in DEMONSTRATIVES and not OF_THIS.isdisjoint(keys[j + 1 : j + 2]))
    goes_on = goes_on or not word[:1].isalpha()
    return not placed and not goes_on and not is_given(word) and word not in surnames()
