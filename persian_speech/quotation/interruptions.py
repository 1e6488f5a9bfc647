"""Where the narrator comes between: what the speaker was asked, to whom he turned, who speaks now."""

from collections.abc import Sequence

from persian_speech.actors.phrases import parts
from persian_speech.actors.vocabulary import is_given, titles
from persian_speech.quotation.clauses import Range
from persian_speech.quotation.headline_speakers import headline_speaker
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.lexicon import documents
from persian_speech.quotation.marks import OPENING_MARKS
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.somebody import KnownSpeaker, after_adverbs

LONGEST_LABEL = 18  # tokens of «بهرام رایان، رئیس اداره آب نوش‌رود:» with its colon
LONGEST_KNOWN = 5  # tokens of «آقای دانا:» with its colon
SPEECHES = frozenset({"حرف", "حرفهای", "سخن", "سخنان", "صحبت", "صحبتهای"})  # «حرف او»
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
    """«… خواهد بود. دانا: …»: who has spoken, or somebody by full name, with a colon, mid-paragraph."""
    return label(paragraph, first, known) is not None


def label(paragraph: Paragraph, first: int, known: KnownSpeaker) -> tuple[Range, int] | None:
    """Whom a sentence's first words name, and the colon after them."""
    texts = paragraph.tokens.texts
    if ":" not in texts[first + 1 : first + LONGEST_LABEL]:
        return None
    colon = texts.index(":", first + 1)
    while paragraph.tokens.kinds[first] == "symbol":
        first += 1  # «… پر است. 🔴 سارا دانا: …»
    if known(paragraph.keys[:colon], first) == colon - first < LONGEST_KNOWN:
        return (first, colon), colon
    mention = _another(paragraph, first, colon)
    return None if mention is None else (mention, colon)


def _another(paragraph: Paragraph, first: int, colon: int) -> Range | None:
    """«سد پر است. سارا دانا، مدیر بندر: …»: who is told to speak, and words with a verb of their own."""
    stop = paragraph.sentence(colon)[1]
    # «… مرد. کاوه رایان ( به لاتین: …»
    inside = "(" in paragraph.tokens.texts[first:colon] and paragraph.at(colon - 1) != ")"
    if (
        inside
        or paragraph.key_at(colon + 1) == paragraph.keys[first]  # «کمیته: کمیته موارد خاص»
        or any(first <= cue.first < colon for cue in paragraph.cues)
        or paragraph.first_verb(first, colon) is not None
        or paragraph.first_verb(colon, stop) is None
    ):
        return None
    mention = headline_speaker(paragraph, first, colon, opens_document=False)
    return mention if mention and _is_called(paragraph, first, mention) else None


def _is_called(paragraph: Paragraph, first: int, mention: Range) -> bool:
    """A full name, an office, or whose statement it is: «اطلاعیه شرکت آب»."""
    if paragraph.keys[first] in documents() and mention[0] > first:
        return True
    told = parts(paragraph.keys[slice(*mention)])
    office = titles().at(paragraph.keys[: mention[1]], first)
    if told.kind == "title" and office is not None and office[1] == "office":
        return True
    at, last = (mention[0] + i for i in told.name)
    at += paragraph.at(at) in OPENING_MARKS
    return last - at > 1 and is_given(paragraph.keys[at])


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


def interrupts(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«مهرجو حرف او را قطع کرد و گفت: …»: somebody breaks in, whoever that is."""
    words = paragraph.keys[first:last]
    cut = words.index("قطع") if "قطع" in words else 0
    return cut > 0 and words[cut - 1] == "را" and not SPEECHES.isdisjoint(words[:cut])
