"""Speech of no one whom the text names: «گفته می‌شود»، «آخرین پیگیری‌ها از آن حکایت دارد که …»."""

from persian_speech.actors.several import is_many
from persian_speech.quotation.attribution import names_nobody
from persian_speech.quotation.clauses import Range
from persian_speech.quotation.drafts import told_me
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.scene import Draft
from persian_speech.quotation.somebody import is_somebody
from persian_speech.quotation.whom import Place

_HABITS = frozenset({"present", "imperfect"})
_OLD, _SAYING = ("قدیم",), ("معروف",)
_ON, _THERE = frozenset({"روی", "سردر"}), frozenset({"ان", "انها", "انان"})
FARTHEST_INSCRIBED = 5  # tokens from «روی» to the cue
_I_TOLD = "گفتم"
_MANY = ("انی", "هایی", "مردمی", "ایی")  # «شهروندانی», «آنهایی»


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


def _as_people_say(place: Place, intro: Introducer, mention: Range) -> bool:
    """«اتفاقی که می‌گویند دوباره رخ می‌دهد»: of one thing people say it; «کسانی که می‌گویند» are who say it."""
    many = (intro.number, intro.tense) == ("pl", "present")
    told = many and mention[1] == intro.first - 1 and place.paragraph.keys[mention[1]] == "که"
    if not told or is_somebody(place.paragraph, mention, place.cast.known_length):
        return False
    last = place.paragraph.keys[mention[1] - 1]
    return last.endswith("ی") and not last.endswith(_MANY)


def _as_one_talks(paragraph: Paragraph, intro: Introducer | None) -> bool:
    """«میگن که باران می‌آید», «از قدیم گفتن که …»: people say so."""
    return intro is not None and intro.number == "pl" and paragraph.keys[intro.last - 1].endswith("ن")


def _of_law(paragraph: Paragraph, intro: Introducer | None) -> bool:
    """«شاکی می‌تواند آن را به شورا ابلاغ کند که معتقد است …»: whoever it may be."""
    believed = intro is not None and (intro.cls, intro.manner) == ("believe", "finite")
    if intro is None or not believed or paragraph.key_at(intro.first - 1) != "که":
        return False
    verb = paragraph.verbs.get(intro.first - 2)
    return verb is not None and verb.tense == "subjunctive"


def _of_such(paragraph: Paragraph, intro: Introducer | None, mention: Range | None) -> bool:
    """«شهردار با انتقاد از کسانی که می‌گویند سد خالی است»: those say it, not the sentence's subject."""
    if intro is None or mention is None or intro.number != "pl":
        return False
    if "کسانی" in paragraph.keys[mention[1] : intro.first]:
        return True  # «ممکن است رئیس شورا بماند، اما کسانی که نگران‌اند از وزیر می‌خواهند …»
    if paragraph.key_at(intro.first - 1) != "که":
        return False
    return mention[1] < intro.first - 1 and paragraph.keys[intro.first - 2].endswith(_MANY)


def _below(paragraph: Paragraph, draft: Draft) -> bool:
    """«… نقد کردند که گزارش آن در ادامه آمده است:»: the page's own text stands below."""
    intro = draft.intro
    if intro is None or intro.cls != "document" or draft.content[0] < draft.content[1]:
        return False
    below = paragraph.keys[intro.first - 2 : intro.first] == ("در", "ادامه")
    return below and "که" in paragraph.keys[slice(*draft.clause)]


def _as_a_saying(paragraph: Paragraph, draft: Draft, mention: Range | None) -> bool:
    """«از قدیم گفته‌اند: …», «به قول معروف، …», «روی دیوار نوشته بودند: …»: sayings and inscriptions."""
    intro = draft.intro
    if intro is None:
        return False
    if draft.rule == "nominal":
        return mention is not None and paragraph.keys[slice(*mention)] == _SAYING
    before = paragraph.keys[max(intro.first - FARTHEST_INSCRIBED, draft.clause[0]) : intro.first]
    written = intro.lemma.startswith("نوشت") and intro.tense in {"perfect", "pluperfect"}
    there = mention is None or not _THERE.isdisjoint(before)  # not «دانا روی کاغذ نوشته است»
    return before[-1:] == _OLD or (written and there and not _ON.isdisjoint(before))


def nobodys(place: Place, draft: Draft, mention: Range | None) -> bool:
    """«آخرین پیگیری‌ها از آن حکایت دارد که همه معتقدند …»: reported of no one whom the text names."""
    retold = told_me(draft, place.paragraph)
    intro, last = draft.intro, place.cast.last
    if (
        _when_asked(place.paragraph, draft)
        or _of_law(place.paragraph, intro)
        or _of_such(place.paragraph, intro, mention)
        or _below(place.paragraph, draft)
        or _as_a_saying(place.paragraph, draft, mention)
    ):
        return True
    if draft.manner.kind == "direct" and draft.rule not in {"post_posed", "bare_speech"} and not retold:
        return False
    if draft.rule == "bare_speech":
        # «دختره پرسید … گفتم نه. گفت چرا نه؟»: a talk told in the first person
        told = mention is None and _I_TOLD in place.paragraph.keys
        return told or (
            mention is not None and intro is not None and _people_say(place.paragraph, intro, mention[1])
        )
    if mention is None and (retold or _as_one_talks(place.paragraph, intro)):
        return True
    if mention is None and intro is not None and intro.number == "pl" and intro.tense in _HABITS:
        # «می‌گویند تاریخ دو بار تکرار می‌شود»: people say so, where one person has spoken.
        one = last is not None and not is_many(last) and last.kind != "body"
        return one or (last is None and intro.tense == "imperfect")  # «می‌گفتند سیاه‌بازی مرده است»
    return mention is not None and (
        (intro is not None and intro.number == "pl" and _as_people_say(place, intro, mention))
        or names_nobody(place, draft, mention)
    )
