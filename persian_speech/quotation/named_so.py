"""Who is described and then named, or was called on: «شاکی دیگری به نام زهرا آریا», «به دانا زنگ زدیم»."""

from persian_speech.actors.phrases import INDEFINITES
from persian_speech.actors.vocabulary import common_words, honorifics
from persian_speech.quotation.clauses import COMMAS, Range, clause
from persian_speech.quotation.marks import OPENING_MARKS
from persian_speech.quotation.noun_phrases import phrase_end
from persian_speech.quotation.persons import begins_name
from persian_speech.quotation.scene import Draft, Scene
from persian_speech.quotation.somebody import is_somebody

_SO = ("به", "نام")
_CALLS = frozenset({"به", "از", "با", "سراغ"})


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


def called_on(scene: Scene, draft: Draft) -> Range | None:
    """«به سارا دانا که زنگ زدیم، گفت», «سراغ شهردار رفتم، گفت»: on whom the reporter called"""
    first, last = draft.clause
    paragraph, intro = scene.paragraph, draft.intro
    if (
        intro is None
        or (intro.manner, intro.number) != ("finite", "sg")
        or paragraph.keys[first] not in _CALLS
    ):
        return None
    at = first + 1 + (paragraph.keys[first : first + 2] == ("به", "سراغ"))
    verb = paragraph.first_verb(at, last)
    if verb is None or paragraph.verbs[verb].person != 1 or paragraph.verb_in(verb + 1, last) is not None:
        return None
    mention = at, phrase_end(paragraph, at, verb)
    return mention if mention[1] > at and is_somebody(paragraph, mention, scene.known) else None
