"""The narrator's turn after a speech: he tells of the one who spoke, or that others asked or said so too."""

from collections.abc import Sequence

from persian_speech.actors.phrases import DEMONSTRATIVES, parts
from persian_speech.actors.vocabulary import bodies, common_words, is_given
from persian_speech.quotation.addressees import addressee_of
from persian_speech.quotation.first_person import first_person, reported_by_narrator
from persian_speech.quotation.introducers import BY, Introducer
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.somebody import KnownSpeaker, after_adverbs
from persian_speech.quotation.speaker_again import before_colon, reports, speaker_named

_REPORTERS = frozenset({"خبرنگاران", "خبرنگاری", "خبرنگار", "مجری"})
_OF_FACE = frozenset({"صدایش", "نگاهش", "لبخندش", "چشمانش", "دستش", "دستانش", "صورتش", "بغضش", "اشکش"})
_SO_SAYING = (("این", "را", "گفت"), ("این", "را", "گفتند"), ("اینها", "را", "گفت"))


def body_again(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«سازمان آب اعلام کرد: سد پر است. این سازمان از مردم خواست …»: the body that speaks, and a past cue."""
    i = after_adverbs(paragraph, first, last)
    told = any(o.tense in {"past", "perfect"} and (reports(o) or o.cls == "ask") for o in intros)
    if not told or paragraph.key_at(i) not in DEMONSTRATIVES or first_person(paragraph, first, last):
        return False
    head = paragraph.key_at(i + 1)
    before = before_colon(paragraph, first)
    if head not in before and head.removesuffix("خانه") not in before:
        return False
    return bodies().at(paragraph.keys[:last], i + 1) is not None


def surname_again(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«سارا دانا گفت: سد پر است. دانا سپس نقشه را نشان داد.»: nobody tells of himself by surname."""
    i = after_adverbs(paragraph, first, last)
    if i >= last or paragraph.keys[i] in common_words():
        return False
    speaker = speaker_named(paragraph, i)
    told = parts(speaker) if speaker and reported_by_narrator(paragraph, first, last) else None
    if told is None or not is_given(speaker[told.name[0]]):
        return False  # «نخستین مربی سارا دانا گفت: … دانا تندتر از همه می‌دود.»
    return paragraph.keys[i] in speaker[slice(*told.name)][1:]


def asks_too(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«همچنین از مردم خواست که …», «در پایان از دولت خواست تا …»: no subject, and whom the speaker asks."""
    i = after_adverbs(paragraph, first, last)
    ask = next((o for o in intros if (o.manner, o.cls, o.tense) == ("finite", "ask", "past")), None)
    if (
        ask is None
        or i == first
        or paragraph.key_at(i) != "از"
        or not reported_by_narrator(paragraph, first, ask.first)
    ):
        return False
    asked = addressee_of(paragraph, ask, i)
    return ask.number == "sg" and asked is not None and asked[0] == i + 1 and asked[1] == ask.first


def reporters_ask(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«خبرنگاران پرسیدند که …»"""
    ask = next((o for o in intros if o.lemma == "پرسیدن" and o.tense == "past"), None)
    if ask is None or paragraph.keys[first] not in _REPORTERS:
        return False
    return "من" not in paragraph.keys[first : ask.first]


def so_saying(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«او این را گفت و رفت.»"""
    at = first + (paragraph.keys[first] in {"وی", "او"})
    return paragraph.keys[at : at + 3] in _SO_SAYING


def passive_too(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«از سوی فرمانداری هم اعلام شد که …»"""
    cue = next(
        (intro for intro in intros if intro.manner == "nominal" and intro.lemma.endswith(" شدن")), None
    )
    if cue is None or paragraph.keys[first : first + 2] not in BY:
        return False
    return not {"هم", "نیز"}.isdisjoint(paragraph.keys[first : cue.first])


def of_his_face(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«صدایش می‌لرزد و دفتر را ورق می‌زند.»"""
    return paragraph.keys[first] in _OF_FACE and reported_by_narrator(paragraph, first, last)


WITH_CUE = (body_again, asks_too, reporters_ask, passive_too)
ALWAYS = (surname_again, so_saying, of_his_face)
