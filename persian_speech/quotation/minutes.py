"""Minutes of a sitting: «رئیس کمیسیون - جلسه رسمی است.», «سارا دانا (بافق) - تذکر دارم.»"""

from collections.abc import Sequence

from persian_speech.actors.vocabulary import common_words, honorifics, is_given, titles
from persian_speech.quotation.clauses import Range
from persian_speech.quotation.marks import STOPS
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.scene import Draft, Scene
from persian_speech.quotation.somebody import KnownSpeaker
from persian_speech.quotation.trimming import trim
from persian_speech.text.letters import DASHES

LONGEST = 14  # tokens of «رئیس کمیسیون (آقای بهروز دانا) -»
FEWEST = 2  # paragraphs below that are set so


def is_minutes(paragraph: Paragraph, following: Sequence[Paragraph], known: KnownSpeaker) -> bool:
    """Whether this paragraph and some of the next ones open with somebody and a dash."""
    if _label(paragraph, known) is None:
        return False
    return sum(_label(each, known) is not None for each in following) >= FEWEST


def minuted(scene: Scene) -> Draft | None:
    """What stands after somebody and a dash, to the paragraph's end."""
    paragraph = scene.paragraph
    found = _label(paragraph, scene.known)
    if found is None:
        return None
    mention, dash = found
    content = trim(paragraph, dash + 1, len(paragraph))
    return Draft("headline", None, content, (mention[0], dash), mention, "paragraph")


def _label(paragraph: Paragraph, known: KnownSpeaker) -> tuple[Range, int] | None:
    """Who opens the paragraph, and the dash after him or after the bracket that tells his town."""
    first, texts = paragraph.untagged, paragraph.tokens.texts
    if DASHES.isdisjoint(texts[first + 1 : first + LONGEST]):
        return None
    dash = next(i for i in range(first + 1, first + LONGEST) if texts[i] in DASHES)
    apart = paragraph.text[paragraph.tokens.starts[dash] - 1].isspace()
    stopped = paragraph.at(len(paragraph) - 1)[-1:] in STOPS and paragraph.has_word(dash, len(paragraph))
    if not (apart and stopped) or paragraph.first_verb(first, dash) is not None:
        return None
    bracket = texts.index("(", first, dash) if texts[dash - 1] == ")" and "(" in texts[first:dash] else dash
    keys = paragraph.keys[:bracket]
    met = known(keys, first) == bracket - first and keys[first] not in common_words()  # no «تبصره - …»
    told = titles().at(keys, first) or honorifics().at(keys, first) or met
    named = bracket - first > 1 and is_given(paragraph.keys[first])
    return ((first, bracket), dash) if bracket > first and (told or named) else None
