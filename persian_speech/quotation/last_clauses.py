"""Who speaks where several clauses stand before the cue: the subject of the nearest."""

from collections.abc import Iterator

from persian_speech.actors.phrases import DEMONSTRATIVES
from persian_speech.actors.plain import is_plural
from persian_speech.actors.vocabulary import bodies, common_words, is_given, titles
from persian_speech.quotation.clauses import BUTS, COMMAS, Range
from persian_speech.quotation.introducers import asks_that
from persian_speech.quotation.lexicon import pronouns
from persian_speech.quotation.noun_phrases import phrase_end
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.scene import Draft, Scene
from persian_speech.quotation.somebody import is_somebody
from persian_speech.quotation.subjects import find_subject
from persian_speech.text.lemmas import participle

_LEFT_OUT = frozenset({"شده", "نشده", "کرده", "نکرده", "داده", "گرفته", "یافته"})  # their است
_ALLUDES = frozenset({"اشاره", "تاکید", "بیان", "انتقاد", "توجه"})
_THEIR = ("شان", "ش")
# «سنگی در پاسخ به پرسشی درباره کسانی که تردید دارند، از جمله کوهپایه، گفت»
_AMONG = frozenset({("از", "جمله"), ("من", "جمله")})
# Verbs that are no nouns: «درگذشت», «برد», «نبود» and «خواست» are both.
_PLAIN_VERBS = frozenset({"است", "اند", "شد", "شدند", "شود", "شوند", "کرد", "کردند", "کند", "کنند"})
_PLAIN_VERBS |= frozenset({"داد", "دادند", "امد", "امدند", "رفتند", "بودند", "هستند", "نیست", "نیستند"})
_JOINTS = BUTS | {"و", "که", "زیرا", "چون", "چنانکه"}


def subject_of_last_clause(scene: Scene, draft: Draft) -> Range | None:
    """the subject of the clause nearest to the cue"""
    if draft.intro is None or draft.intro.cls == "document":
        return None
    first, last = draft.clause
    first = _after_question(scene.paragraph, first, last)
    if _alluded(scene.paragraph, first, last):
        return None
    starts = (
        *_clauses(scene.paragraph, first, last),
        *_joined(scene.paragraph, first, last),
        *_unjoined(scene.paragraph, first, last),
    )
    for start in (at for at in starts if scene.paragraph.keys[at : at + 2] not in _AMONG):
        mention = find_subject(scene.paragraph, start, last)
        if mention is None or not (
            is_somebody(scene.paragraph, mention, scene.known)
            or _named_after_but(scene.paragraph, mention, last)
        ):
            continue
        own = scene.paragraph.verb_in(mention[1], last)
        if (
            own == last - 2
            and scene.paragraph.keys[start - 1] == "که"
            and scene.paragraph.at(own + 1) in COMMAS
        ):
            continue  # «آریا درباره اینکه می‌پرسند که چرا برخی نشسته‌اند، گفت»
        if own == last - 1 and scene.paragraph.verbs[own].tense == "subjunctive":
            continue  # «او با امید به اینکه باران بیاید و باغداران کار کنند گفت»
        number = draft.intro.number
        many = number == "sg" and own is not None and _many_are(scene.paragraph, mention, last)
        if many or (number == "pl" and is_one_body(scene.paragraph, mention)):
            continue
        # «شاهد افزایش قیمت‌ها هستیم»: a bare description is no new subject.
        head = titles().at(scene.paragraph.keys[: mention[1]], mention[0])
        bare = head is not None and head[1] == "description" and head[0] - mention[0] <= 1
        if not bare or mention[1] == last:  # «…؛ هرچند نویسنده معتقد است …»
            return mention
    return None


def whose_people(paragraph: Paragraph, at: int) -> Range | None:
    """«این فیلم کمدی است که سازندگانش امیدوارند …»: people of what stands before که."""
    if not paragraph.keys[at].endswith(_THEIR):
        return None
    people = paragraph.keys[at].removesuffix("ش").removesuffix("شان")
    told = people.endswith("ندگان") or (titles().at((people,), 0) or (0, ""))[1] == "group"
    return (at, at + 1) if told else None


def is_one_body(paragraph: Paragraph, mention: Range) -> bool:
    """«… به نظر می‌رسد که این شرکت بماند، چراکه کارشناسان بر این باورند که»: one body is not many."""
    first = mention[0] + (paragraph.keys[mention[0]] in DEMONSTRATIVES)
    one = bodies().at(paragraph.keys, first) is not None and not is_plural(paragraph.keys[first])
    return one and "و" not in paragraph.keys[slice(*mention)]


def _many_are(paragraph: Paragraph, mention: Range, last: int) -> bool:
    """«شهردار قبول داشت که مردم راضی نیستند | و حال آنها بد است، گفت: …»: it is not they who said it."""
    word, person = paragraph.keys[mention[0]], pronouns().at(paragraph.keys, mention[0])
    verb = paragraph.first_verb(mention[1], last)
    many = verb is not None and paragraph.verbs[verb].number == "pl"
    return word in {"انها", "انان"} or (many and not person)


def _named_after_but(paragraph: Paragraph, mention: Range, last: int) -> bool:
    """«هزینه‌ها کم شد، اما سیپری تأکید کرد که …»: a word of no other use between «اما» and the cue."""
    first, end = mention
    word = paragraph.keys[first]
    alone = end == last == first + 1 and paragraph.key_at(first - 1) in BUTS
    return alone and word.isalpha() and word not in common_words() and not word.endswith("ا")


def _after_question(paragraph: Paragraph, first: int, last: int) -> int:
    """«وی در پاسخ به این پرسش که … و ایران چقدر فاصله دارد، گفت»: what is asked has subjects of its own."""
    asked = any(asks_that(paragraph, i) for i in range(first, last - 1))
    return last if asked else first


def _alluded(paragraph: Paragraph, first: int, last: int) -> bool:
    """«دانا با اشاره به سیل و اینکه پل بسته بود و رایان ماند، افزود»: all is alluded to."""
    if paragraph.at(last - 1) not in COMMAS:
        return False
    keys = paragraph.keys[first:last]
    joint = next((i for i in range(2, len(keys)) if keys[i - 1] == "و" and keys[i] == "اینکه"), 0)
    return joint > 0 and not _ALLUDES.isdisjoint(keys[:joint])


def _clauses(paragraph: Paragraph, first: int, last: int) -> Iterator[int]:
    """Beginnings of clauses after a finite verb and a joint, the last first."""
    keys = paragraph.keys
    for i in range(last - 2, first, -1):
        if keys[i + 1] not in _JOINTS and paragraph.at(i + 1) not in "،؛,:":
            continue
        left_out = keys[i] in _LEFT_OUT and keys[i + 1] == "و"  # «پیگیری شده و مدیر …»
        if (i in paragraph.verbs or left_out or _before_but(paragraph, i)) and i not in paragraph.quoted:
            yield i + 2


def _before_but(paragraph: Paragraph, i: int) -> bool:
    """«دولت سد را ساخته، | اما وزارت نیرو می‌گوید»: before «but» any participle may leave out its است."""
    but = i + 1 + (paragraph.at(i + 1) in COMMAS)
    return (
        paragraph.key_at(but) in BUTS
        and paragraph.keys[i].endswith("ه")
        and participle(paragraph.keys[i]) is not None
    )


def _joined(paragraph: Paragraph, first: int, last: int) -> Iterator[int]:
    """«وزیر نفت هشدار داده و | تهران تهدید کرده است»: است is left out, and one word stands before the cue."""
    at = last - 2
    if at > first and paragraph.keys[at] == "و" and paragraph.keys[at - 1] in {"داده", "کرده", "گرفته"}:
        yield at + 1


def _unjoined(paragraph: Paragraph, first: int, last: int) -> Iterator[int]:
    """«سد پر شد | مدیر آبفا گفت»: a phrase that no joint parts from the verb before it, and no more."""
    verb = paragraph.verb_in(first, last)
    if verb is None or verb in paragraph.quoted or not _is_no_noun(paragraph.keys[verb]):
        return
    at = verb + 1
    if at >= last or paragraph.keys[at] in _JOINTS:
        return
    told = titles().at(paragraph.keys[:last], at), bodies().at(paragraph.keys[:last], at)
    office = told[0] is not None and told[0][1] in {"office", "group"}
    named = is_given(paragraph.keys[at]) and at + 1 < last
    if paragraph.keys[verb] == "کرد" and told[1] is not None:
        return  # «یک مقام کرد عراق گفت»
    if (office or named or told[1] is not None) and phrase_end(paragraph, at, last) == last:
        yield at


def _is_no_noun(verb: str) -> bool:
    """«شد», «شده‌اند», «می‌رود»; not «خواست» of «به خواست مردم گفت» nor «درگذشت»."""
    return verb in _PLAIN_VERBS or verb.startswith("می") or verb.endswith(("هاند", "هاست"))
