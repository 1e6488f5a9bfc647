"""Sentences of the narrator's that tell of thanks, a reception or silence after somebody's speech."""

from collections.abc import Sequence

from persian_speech.quotation.first_person import SPEAKERS_OWN
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.somebody import KnownSpeaker

THANKS = frozenset((word, verb) for word in ("تشکر", "قدردانی", "تقدیر") for verb in ("کرد", "کردند"))
_HIM = frozenset({"او", "وی", "ایشان"})
_RECEIVED = frozenset({("حضور", "پذیرفت"), ("حضور", "پذیرفتند")})
_SILENCES = frozenset(
    {
        ("نظری", "نکرد"),
        ("نظر", "نکرد"),
        ("چیزی", "نگفت"),
        ("سخنی", "نگفت"),
        ("پاسخی", "نداد"),
        ("توضیحی", "نداد"),
    }
)

_SAID_NOTHING = frozenset(
    (noun, verb) for noun in ("حرفی", "سخنی") for verb in ("نزد", "نزدند", "نگفت", "نگفتند")
)
_SAID_NOTHING |= {("چیزی", "نگفتند"), ("پاسخی", "ندادند")}


def courtesy(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«و در پایان از مردم تشکر کرد.»، «شهردار در این باره اظهار نظری نکرد.»: told, and nothing is said."""
    closing = paragraph.last_words(first, last)
    if closing in _RECEIVED:  # «شهردار، رایان را به حضور پذیرفت»
        return SPEAKERS_OWN.isdisjoint(paragraph.keys[first:last])
    if closing not in THANKS:
        ends = last == len(paragraph) and closing in _SAID_NOTHING
        return closing in _SILENCES or (ends and SPEAKERS_OWN.isdisjoint(paragraph.keys[first:last]))
    heard = not _HIM.isdisjoint(paragraph.keys[first:last])  # «حاضران با کف زدن از او تشکر کردند.»
    if heard and SPEAKERS_OWN.isdisjoint(paragraph.keys[first:last]):
        return True
    words = [key for i, key in enumerate(paragraph.keys[first:last], first) if paragraph.is_word(i)]
    return words[int(words[:1] == ["و"]) :][:2] in (["در", "پایان"], ["در", "ادامه"])
