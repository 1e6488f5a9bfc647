"""Several who speak together: «عمان، قطر و ۲۰ کشور دیگر تأکید کردند که …»."""

from persian_speech.quotation.clauses import COMMAS, Range
from persian_speech.quotation.lexicon import pronouns
from persian_speech.quotation.noun_phrases import phrase_end
from persian_speech.quotation.scene import Draft, Scene
from persian_speech.quotation.somebody import is_somebody

MOST = 6  # commas between them


def with_others(scene: Scene, draft: Draft, mention: Range) -> Range:
    """The mention with those listed after it, up to the one that «و» joins; the cue is of many."""
    paragraph, last = scene.paragraph, draft.clause[1]
    if draft.intro is None or draft.intro.number != "pl" or paragraph.at(mention[1]) not in COMMAS:
        return mention
    if pronouns().at(paragraph.keys, mention[0]):
        return mention
    end = mention[1]
    for _ in range(MOST):
        if paragraph.at(end) not in COMMAS or end + 1 >= last:
            return mention
        one = end + 1, phrase_end(paragraph, end + 1, last)
        if one[1] <= one[0] or not is_somebody(paragraph, one, scene.known):
            return mention
        end = one[1]
        if "و" in paragraph.keys[slice(*one)]:
            return mention if paragraph.key_at(end) == "را" else (mention[0], end)
    return mention
