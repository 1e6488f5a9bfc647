"""Where the narrator comes between: what the speaker was asked, to whom he turned, who speaks now."""

from collections.abc import Sequence

from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.somebody import KnownSpeaker, after_adverbs

LONGEST_LABEL = 5  # tokens of «آقای دانا:» with its colon
_OF_HIM = frozenset({("از", "او"), ("از", "وی"), ("از", "ایشان")})


def questioned(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«مجری از او پرسید چرا …»، «خبرنگار دیگری از وی پرسید که …»"""
    for intro in intros:
        if intro.lemma == "پرسیدن" and intro.tense == "past" and intro.first - 2 > first:
            return paragraph.keys[intro.first - 2 : intro.first] in _OF_HIM
    return False


def turns_to(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«بعد رو به فرماندار کرد و پرسید …»"""
    if not intros or intros[0].tense != "past":
        return False
    at = after_adverbs(paragraph, first, last)
    at += paragraph.key_at(at) == "بعد"
    turned = paragraph.keys[at : at + 2] == ("رو", "به") or paragraph.keys[at : at + 3] == ("رو", "به", "روی")
    return turned and paragraph.keys[intros[0].first - 2 : intros[0].first] == ("کرد", "و")


def labelled(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«… خواهد بود. دانا: …»: who has spoken, with a colon, mid-paragraph."""
    return label_end(paragraph, first, known) is not None


def label_end(paragraph: Paragraph, first: int, known: KnownSpeaker) -> int | None:
    """The colon after a sentence's first words, where these name who has spoken."""
    texts = paragraph.tokens.texts[first + 1 : first + LONGEST_LABEL]
    if ":" not in texts:
        return None
    colon = first + 1 + texts.index(":")
    return colon if known(paragraph.keys[:colon], first) == colon - first else None


def says_otherwise(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«اما ماهی‌گیران چیز دیگری می‌گویند.»"""
    for intro in intros:
        if intro.link == "end" and paragraph.keys[intro.first - 2 : intro.first] == ("چیز", "دیگری"):
            return True
    return False


def is_pointed_at(paragraph: Paragraph) -> bool:
    """«چه کنیم؟» این جمله‌ای است که دانا به زبان می‌آورد.»: marks, and then whose words they are."""
    first = paragraph.opening
    if not paragraph.marked or paragraph.marked[0].first != first:
        return False
    at = paragraph.marked[0].last + 1
    at += paragraph.at(at) in {"،", "؛"}
    return paragraph.key_at(at) == "این" and paragraph.keys[at + 2 : at + 4] == ("است", "که")
