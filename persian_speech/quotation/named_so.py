"""Who is described first and then named: «شاکی دیگری به نام زهرا آریا», «یکی از آنان، بهرام دانا»."""

from persian_speech.actors.phrases import INDEFINITES
from persian_speech.actors.vocabulary import common_words, honorifics
from persian_speech.quotation.clauses import COMMAS, Range, clause
from persian_speech.quotation.marks import OPENING_MARKS
from persian_speech.quotation.noun_phrases import phrase_end
from persian_speech.quotation.persons import begins_name
from persian_speech.quotation.scene import Draft, Scene

_SO = ("به", "نام")


def named_so(scene: Scene, draft: Draft, mention: Range) -> Range:
    """The name alone, where the mention says first what its bearer is."""
    first, end = mention
    last = draft.intro.first if draft.intro and draft.intro.first > end else end
    keys = scene.paragraph.keys
    if keys[end : end + len(_SO)] == _SO and end + len(_SO) < last:
        at = end + len(_SO)
        at += scene.paragraph.at(at) in OPENING_MARKS
        return mention if keys[at] in common_words() else (at, phrase_end(scene.paragraph, at, last))
    if keys[first] not in INDEFINITES:
        return mention
    comma = next((i for i in range(first + 1, end - 1) if scene.paragraph.at(i) in COMMAS), None)
    if comma is None:
        return mention
    view = clause(scene.paragraph, last)
    named = begins_name(view, comma + 1) or honorifics().at(keys, comma + 1) is not None
    return (comma + 1, phrase_end(scene.paragraph, comma + 1, last)) if named else mention
