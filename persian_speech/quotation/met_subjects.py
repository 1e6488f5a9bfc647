"""Who judges in «X … را … دانست», where only somebody met before tells subject from object."""

from collections.abc import Sequence

from persian_speech.actors.plain import is_ranked
from persian_speech.actors.vocabulary import common_words, object_heads, surnames
from persian_speech.quotation.clauses import Range
from persian_speech.quotation.cuts import known_form, pointed_at
from persian_speech.quotation.lexicon import adverbs, prepositions
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.somebody import KnownSpeaker

SHORTEST_SURNAME = 3  # letters of «عرب»


def met_subject(paragraph: Paragraph, first: int, marker: int, known: KnownSpeaker) -> Range | None:
    """«عرب | در ادامه راه حل را», «باغستانی | مهم‌ترین برنامه را»: a surname met before that is a word too."""
    keys, at = paragraph.keys[:marker], first
    while at < marker and not known(keys, at) and (found := adverbs().at(keys, at)):
        at = found[0]
    end = at + known(keys, at) if at < marker else at
    if at < end < marker and _opens_object(keys, end):
        return at, end
    opens = first + 1 < marker and first == max(paragraph.sentence(first)[0], paragraph.opening)
    return (first, first + 1) if opens and _is_surname_before(keys, first) else None


def _is_surname_before(keys: Sequence[str], first: int) -> bool:
    """«عرف | در بخش دیگری از سخنانش | ساخت پل را»: any word before it; «باغستانی | مهم‌ترین برنامه را»"""
    found = adverbs().at(keys, first + 1)
    if len(keys[first]) < SHORTEST_SURNAME or keys[first] in prepositions() or adverbs().at(keys, first):
        return False
    name = keys[first] in surnames() or keys[first] not in common_words()
    after = found is not None and (found[1] == "opening" or keys[first + 1] == "در")
    return after or (name and is_ranked(keys[first + 1]))


def before_object(paragraph: Paragraph, subject: Range, known: KnownSpeaker) -> int | None:
    """«مدیر شرکت آب | توسعه ناوگان، خرید واگن و …», «این مسئول | بیشترین موضوع | در این همایش را»"""
    keys, first = paragraph.keys[: subject[1]], subject[0]
    if subject[1] > first + 1 and is_ranked(keys[first + 1]) and _is_surname_before(keys, first):
        return first + 1
    ends = (end for cut in (known_form, pointed_at) if (end := cut(keys, first, known)) is not None)
    end = next(ends, subject[1])
    lone = end == first + 1 and keys[first] in common_words()
    opens = end < subject[1] and (keys[end] in object_heads() or is_ranked(keys[end]))
    return end if opens and not lone else None


def _opens_object(keys: Sequence[str], i: int) -> bool:
    adverb = adverbs().at(keys, i) is not None or keys[i] in prepositions()
    return adverb or keys[i] in object_heads() or is_ranked(keys[i])
