"""Speech of no one whom the text names: «گفته می‌شود»، «آخرین پیگیری‌ها از آن حکایت دارد که …»."""

from persian_speech.actors.several import is_many
from persian_speech.quotation.attribution import Place, names_nobody
from persian_speech.quotation.drafts import told_me
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.scene import Draft, Range


def _when_asked(paragraph: Paragraph, draft: Draft) -> bool:
    """«وقتی هم که تماس می‌گیرید، می‌گویند: …»: whoever answers the reader."""
    intro = draft.intro
    if intro is None or draft.rule != "colon" or (intro.number, intro.tense) != ("pl", "present"):
        return False
    start = paragraph.sentence(intro.first)[0]
    verbs = (paragraph.verbs[i] for i in range(start, intro.first) if i in paragraph.verbs)
    return paragraph.keys[start] in {"وقتی", "هرگاه", "هروقت"} and any(form.person == 2 for form in verbs)


def _people_say(paragraph: Paragraph, intro: Introducer, last: int) -> bool:
    """«آقای شهردار بگویید که …، کسانی که بی‌پناه‌اند و می‌گویند ما …»: many, and verbs stand between."""
    many = (intro.number, intro.tense) == ("pl", "present")
    return many and paragraph.verb_in(last, intro.first) is not None


def nobodys(place: Place, draft: Draft, mention: Range | None) -> bool:
    """«آخرین پیگیری‌ها از آن حکایت دارد که همه معتقدند …»: reported of no one whom the text names."""
    retold = told_me(draft, place.paragraph)
    intro, last = draft.intro, place.cast.last
    if _when_asked(place.paragraph, draft):
        return True
    if draft.manner.kind == "direct" and draft.rule not in {"post_posed", "bare_speech"} and not retold:
        return False
    if draft.rule == "bare_speech":
        return mention is not None and intro is not None and _people_say(place.paragraph, intro, mention[1])
    if mention is None and retold:
        return True
    if mention is None and intro is not None and (intro.number, intro.tense) == ("pl", "present"):
        # «می‌گویند تاریخ دو بار تکرار می‌شود»: people say so, where one person has spoken.
        return last is not None and not is_many(last) and last.kind != "body"
    return mention is not None and names_nobody(place, draft, mention)
