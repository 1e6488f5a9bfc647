"""Who speaks in a relative clause: «وزیر بازرگانی عمان که گفته بود …», «ادعای شهردار را که گفته بود …»."""

from persian_speech.actors.beside import TALKS
from persian_speech.actors.plain import is_indefinite
from persian_speech.actors.vocabulary import common_words
from persian_speech.quotation.clauses import Range
from persian_speech.quotation.introducers import CLAIMS
from persian_speech.quotation.last_clauses import whose_people
from persian_speech.quotation.noun_phrases import phrase_end
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.scene import Draft, Scene
from persian_speech.quotation.somebody import after_adverbs, is_somebody

LONGEST = 12  # tokens in the noun phrase before که
LONGEST_ADVERBS = 8  # tokens of «که روز گذشته در همین باره گفته بود»
_CLAIMS = TALKS | CLAIMS | {"گزارش", "خبر", "نوشته", "حرف", "حرفهای"}


def antecedent(scene: Scene, draft: Draft) -> Range | None:
    """«وزیر بازرگانی عمان که گفته بود …»: the noun phrase before که"""
    first, last = draft.clause
    if draft.intro is None or last - 2 < first:
        return None
    keys = scene.paragraph.keys
    last = _after_joint(scene.paragraph, first, last)
    if keys[last - 1] != "که":
        return whose_people(scene.paragraph, last - 1) if keys[last - 2] == "که" else None
    stop = last - 1
    if keys[stop - 1] == "را":  # «ادعای شهردار را که گفته بود …، رد کرد»
        stop -= 1
        first = next((i + 1 for i in range(stop - 1, first, -1) if keys[i] in _CLAIMS), first)
    for i in range(max(first, last - LONGEST), stop):
        mention = i, phrase_end(scene.paragraph, i, stop)
        some = mention[1] - i == 1 and is_indefinite(keys[i])  # «در پاسخ به دانشجویی که گفت»
        some = some or (mention[1] - i == 1 and _answered(scene.paragraph, i))
        if mention[1] == stop and (some or is_somebody(scene.paragraph, mention, scene.known)):
            return mention
    return None


def _after_joint(paragraph: Paragraph, first: int, last: int) -> int:
    """«شهردار که | پیش از این گفته بود …», «شهردار که | خطاب به مردم گفته بود …»."""
    near = range(last - 2, max(first, last - LONGEST_ADVERBS), -1)
    joint = next((i for i in near if paragraph.keys[i] == "که"), None)
    if joint is None:
        return last
    told = paragraph.keys[joint + 1 : joint + 3] == ("خطاب", "به") and paragraph.verb_in(joint, last) is None
    return joint + 1 if told or after_adverbs(paragraph, joint + 1, last) == last else last


def _answered(paragraph: Paragraph, i: int) -> bool:
    """«در پاسخ به موریسون که …», «به اظهارات موریسون که …»: a word of no other use."""
    told = paragraph.keys[i - 1] in TALKS or paragraph.keys[i - 2 : i] == ("پاسخ", "به")
    return told and paragraph.is_word(i) and paragraph.keys[i] not in common_words()
