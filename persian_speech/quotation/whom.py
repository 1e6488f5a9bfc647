"""Whom a pronoun means where the text around it tells: who was spoken to, asked or told of just before."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from persian_speech.actors.cast import Cast
from persian_speech.actors.casting import is_person
from persian_speech.actors.members import Member, Reference
from persian_speech.actors.phrases import INDEFINITES
from persian_speech.actors.vocabulary import titles
from persian_speech.quotation.addressees import addressee_of
from persian_speech.quotation.clauses import COMMAS, Range
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.lexicon import indefinite_documents, prepositions, pronouns
from persian_speech.quotation.noun_phrases import phrase_end
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.referring import refer
from persian_speech.quotation.scene import Draft
from persian_speech.quotation.somebody import is_somebody
from persian_speech.quotation.subjects import find_subject

_BEGAN = frozenset({"شد", "گردید", "یافت", "رسید"})
_BEGINNING = frozenset({"اغاز", "شروع", "گشایش", "روبهرو", "روبرو", "مواجه"})
_WORDS = frozenset({"تذکر", "سخنان", "سخنرانی", "نطق", "گزارش", "خوشامدگویی", "صحبتهای", "واکنش", "مخالفت"})
_WITH = {"با": _WORDS}
_TURN = {"نوبت": frozenset({"به"})}
_SOME = INDEFINITES - {"یک", "یه", "یکی"}  # «ده‌ها شخصیت», «دو فرمانده»
_AS_SAID = ("که", "به", "گفته")
_FOR, _FOR_THAT = frozenset({"زیرا", "چراکه", "چرا"}), ("چرا", "که")
_JOINS = frozenset({"و", "که", "یا", "خود"})
LONGEST_OBJECT = 5  # tokens from a name to the «را» of its object
_ASKED = frozenset({"پرسیده", "پرسیدم", "پرسیدیم", "میپرسم", "میپرسیم", "پرسم", "پرسیم"})
NEAREST_ANSWER = 4  # tokens from an answer's beginning to its cue
LEAST_OPENED = 6  # tokens of «جلسه با تذکر رایان آغاز شد.»


@dataclass(slots=True, eq=False)  # a view, as a clause is
class Place:
    """Where a mention stands: the cast as it is there, the paragraph, its number and the one before."""

    cast: Cast
    paragraph: Paragraph
    number: int
    previous: Paragraph | None
    label: bool = False
    """Whether the mention is a plain word that is a surname further on: «دلخوش: …»."""
    behind: int = 0
    """Up to this token stands who was met before the last speaker, though he speaks after him."""


def was_addressed(place: Place, intros: Sequence[Introducer], mention: Range) -> Member | None:
    """«مدیر موزه خطاب به استاندار گفت: …. ایشان در پاسخ (به وی) گفت»: nobody answers himself."""
    paragraph, at = place.paragraph, mention[1]
    if paragraph.keys[at : at + 2] != ("در", "پاسخ"):
        return None
    if paragraph.key_at(at + 2) == "به" and not pronouns().at(paragraph.keys, at + 3):
        return None
    before = [intro for intro in intros if intro.last <= mention[0] and intro.manner == "finite"]
    start = paragraph.sentence(before[-1].first)[0] if before else 0
    whom = addressee_of(paragraph, before[-1], start) if before else None
    if whom is None or pronouns().at(paragraph.keys, whom[0]):
        return None
    return place.cast.resolve(refer(paragraph, whom, place.number))[0]


def many_before(place: Place, mention: Range) -> Member | None:
    """«دو فرمانده یادداشتی امضا کردند. آنها گفتند: …»: the subject of the sentence before, if it is many."""
    paragraph, stop = place.paragraph, place.paragraph.sentence(mention[0])[0]
    if stop <= paragraph.opening and place.previous is not None:
        paragraph, stop = place.previous, len(place.previous)
    first = paragraph.sentence(stop - 1)[0] if stop else 0
    subject = find_subject(paragraph, max(first, paragraph.opening), stop) if stop > first else None
    if subject is None:
        return None
    group = titles().at(paragraph.keys[: subject[1]], subject[0])
    told = paragraph.keys[subject[0]] in _SOME or (group is not None and group[1] == "group")
    number = place.number - (paragraph is place.previous)
    return place.cast.resolve(refer(paragraph, subject, number))[0] if told else None


def subject_of_sentence(place: Place, mention: Range) -> Reference | None:
    """«سارا دانا نیز به این موضوع اشاره می‌کند، او می‌گوید: …», «سارا دانا این کار را که به گفته وی …»

    «سارا دانا پل را نبست، زیرا به گفته او …»
    """
    paragraph, at = place.paragraph, mention[0]
    start = max(paragraph.sentence(at)[0], paragraph.opening)
    relative = paragraph.keys[max(at - 3, start) : at] == _AS_SAID
    because = _because(paragraph, at)
    stop = because or (at - 3 if relative else at - 2)
    if not (relative or because) and (paragraph.at(at - 1) not in "،؛" or stop not in paragraph.verbs):
        return None
    # «سارا دانا از وامی خبر داد که به گفته وی …»: one verb, right before the relative clause.
    alone = paragraph.verb_in(start, stop) in ((None, stop - 1) if relative or because else (None,))
    subject = find_subject(paragraph, start, stop) if alone else None
    named = refer(paragraph, subject, place.number) if subject else None
    if named is None or named.parts.kind != "name":
        return None
    called = because is not None and named.parts.honorific[1] > 0  # «استاد دانا … زیرا به نظر ایشان …»
    return named if len(named.name) > 1 or called else None


def _because(paragraph: Paragraph, at: int) -> int | None:
    """Where the main clause ends before «، زیرا به گفته | او», «چرا که به اعتقاد | وی»."""
    keys, joint = paragraph.keys, at - 3
    if joint < 1 or keys[at - 2] != "به":
        return None
    joint -= keys[joint - 1 : joint + 1] == _FOR_THAT
    if keys[joint] not in _FOR:
        return None
    return joint - (paragraph.at(joint - 1) in COMMAS)


def was_asked(place: Place, mention: Range) -> Reference | None:
    """«وقتی از بهرام رایان پرسیده شد که سد پر است، او گفت», «از راننده پرسیدم کی می‌رسیم. گفت»"""
    paragraph, at = place.paragraph, mention[0]
    if _ASKED.isdisjoint(paragraph.keys):
        return None
    start = paragraph.sentence(at)[0]
    if at - start < NEAREST_ANSWER and start > paragraph.opening:
        start = paragraph.sentence(start - 1)[0]
    asking = next((i for i in range(at - 1, start, -1) if paragraph.keys[i] in _ASKED), start)
    if paragraph.keys[asking] == "پرسیده" and paragraph.keys[asking + 1] != "شد":
        return None
    whom = _from_whom(place, start, asking)
    return refer(paragraph, whom, place.number) if whom is not None else None


def _from_whom(place: Place, start: int, stop: int) -> Range | None:
    """«از بهرام رایان | در خصوص سد | پرسید»"""
    paragraph = place.paragraph
    asked = next((i + 1 for i in range(start, stop) if paragraph.keys[i] == "از"), stop)
    whom = asked, phrase_end(paragraph, asked, stop)
    told = asked < stop and not pronouns().at(paragraph.keys, asked)
    return whom if told and is_somebody(paragraph, whom, place.cast.known_length) else None


def question_before(intros: Sequence[Introducer], draft: Draft) -> Introducer | None:
    """The question that this cue answers, if it is the cue before in the paragraph."""
    if draft.intro is None or not draft.intro.answers:
        return None
    before = [intro for intro in intros if intro.last <= draft.intro.first]
    return before[-1] if before and before[-1].cls == "ask" else None


def who_answers(place: Place, asking: Introducer) -> Member | None:
    """«خبرنگار از وزیر نیرو پرسید: …؟ وی پاسخ داد»: not the asker; nobody where the text names none."""
    paragraph = place.paragraph
    start = paragraph.sentence(asking.first)[0]
    asked = addressee_of(paragraph, asking, start) or _from_whom(place, start, asking.first)
    if asked is None or pronouns().at(paragraph.keys, asked[0]):
        return None
    return place.cast.resolve(refer(paragraph, asked, place.number))[0]


def who_opened(place: Place, mention: Range) -> Reference | None:
    """«نشست شورا با تذکر بهرام رایان آغاز شد. او گفت»: neither the council nor who spoke before."""
    paragraph, stop = place.paragraph, mention[0]
    if stop < LEAST_OPENED or paragraph.keys[stop - 2] not in _BEGAN:
        return None
    start, keys = max(paragraph.sentence(stop - 1)[0], paragraph.opening), paragraph.keys
    at, opens = stop - 2, _TURN
    if keys[at] != "رسید":
        at, opens = next((i for i in range(stop - 3, start, -1) if keys[i] in _BEGINNING), start), _WITH
    first = next(
        (i for i in range(start, at - 2) if keys[i] in opens and keys[i + 1] in opens[keys[i]]), None
    )
    named = (first + 2, phrase_end(paragraph, first + 2, at)) if first is not None else None
    whole = named is not None and named[1] == at and _is_one(place, named)
    return refer(paragraph, named, place.number) if named and whole else None


def _is_one(place: Place, named: Range) -> bool:
    """A person by name or office: «وی» is neither a council nor many."""
    office = titles().at(place.paragraph.keys[: named[1]], named[0])
    if office is not None:
        return office[1] == "office"
    person = refer(place.paragraph, named, place.number).parts.kind == "name"
    return person and is_somebody(place.paragraph, named, place.cast.known_length)


def before_object(place: Place, cue: int) -> Range | None:
    """«دانا نامه را خواند و گفت»: a name met before opens the sentence, and an object follows it."""
    paragraph, keys = place.paragraph, place.paragraph.keys
    start = max(paragraph.sentence(cue)[0], paragraph.opening)
    if "را" not in keys[start:cue]:
        return None
    end = start + place.cast.known_length(keys[:cue], start)
    marker = keys.index("را", start)
    if not start < end < marker <= end + LONGEST_OBJECT or not paragraph.is_word(end) or keys[end] in _JOINS:
        return None
    told = paragraph.verb_in(start, marker) is None and keys[end] not in prepositions()
    named = refer(paragraph, (start, end), place.number)
    return (start, end) if told and named.parts.kind == "name" and named.name else None


def who_passes_on(place: Place, mention: Range) -> Member | None:
    """«دانا به نقل از شهردار گفت»: a person met before, no paper; the story goes on with him as «وی»."""
    paragraph, at = place.paragraph, mention[0] - 3
    if at < 1 or paragraph.keys[at : mention[0]] != ("به", "نقل", "از"):
        return None
    start = max(paragraph.sentence(at)[0], paragraph.opening)
    teller = find_subject(paragraph, start, at) if start < at else None
    keys = paragraph.keys[: teller[1] if teller else 0]
    if teller is None or paragraph.verb_in(teller[0], at) is not None:
        return None
    if pronouns().at(keys, teller[0]):
        return place.cast.pronoun("sg", human=True)[0]
    known = place.cast.known_length(keys, teller[0]) > 0
    member = place.cast.resolve(refer(paragraph, teller, place.number))[0] if known else None
    return member if member is not None and member.kind != "body" else None


def by_whom(place: Place, mention: Range) -> Reference | None:
    """«کیفرخواست توسط بهرام رایان، دادستان شهر، قرائت شد و وی اعلام کرد»"""
    paragraph, at = place.paragraph, mention[0]
    start = paragraph.sentence(at)[0]
    if paragraph.key_at(at - 1) != "و":
        return None
    by = next((i for i in range(at - 1, start, -1) if paragraph.keys[i] == "توسط"), None)
    if by is None:
        return None
    named = by + 1, phrase_end(paragraph, by + 1, at - 1)
    return (
        refer(paragraph, named, place.number)
        if is_somebody(paragraph, named, place.cast.known_length)
        else None
    )


def told_above(place: Place, mention: Range) -> bool:
    """«وزیر نیرو نیز گفته بود که …» and, on the next line, «وی …»: he alone of whom the line above tells."""
    last, main = place.cast.last, place.cast.main
    opens = mention[0] == place.paragraph.opening and last is not main
    opens = opens and (main is None or main.latest < place.number - 1)
    told = last is not None and bool(last.titles) and last.latest == place.number - 1
    return opens and told and last is not None and is_person(last)


def issues(paragraph: Paragraph | None) -> bool:
    """«نمایندگی ایران در بیانیه‌ای این درخواست را طنز خواند.»: the statement of which is told next."""
    told = pairwise(paragraph.keys) if paragraph is not None else ()
    return any(one == "در" and other in indefinite_documents() for one, other in told)
