"""Subject and object of «X … را … خواند»: where the one ends and the other begins.

With a comma, an adverb or a phrase between them that is plain; without, the subject's noun
phrase is cut where a known speaker, a body's name or a whole title ends in it.
"""

from collections.abc import Sequence

from persian_speech.actors.name_ends import name_end
from persian_speech.actors.phrases import DEMONSTRATIVES, INDEFINITES, after_honorifics
from persian_speech.actors.plain import is_plain, is_ranked, is_whole
from persian_speech.actors.vocabulary import (
    bodies,
    common_words,
    is_given,
    object_heads,
    predicate_openers,
    surnames,
    titles,
)
from persian_speech.quotation.circumstances import MET
from persian_speech.quotation.clauses import COMMAS, Range
from persian_speech.quotation.cuts import after_place, cut_before_pointer
from persian_speech.quotation.later_subjects import person_later
from persian_speech.quotation.lexicon import (
    adverbs,
    documents,
    indefinite_documents,
    prepositions,
    pronouns,
    taken_up,
)
from persian_speech.quotation.marks import OPENING_MARKS
from persian_speech.quotation.met_subjects import before_object, met_subject
from persian_speech.quotation.noun_phrases import LONGEST, before_amount, is_spoken_marker
from persian_speech.quotation.object_starts import STEPS
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.somebody import KnownSpeaker, is_somebody
from persian_speech.quotation.subject_steps import PARTS
from persian_speech.quotation.subjects import find_subject
from persian_speech.quotation.title_ends import whence_end

PARTICIPLES = ("گرفته", "شده", "داده", "کرده")  # that stand for a verb whose است is left out
SHORTEST_SOME = 3  # tokens of «برخی از آن»
FEWEST = 2  # tokens of a speaker before the object's noun
POINTED = 5  # tokens of «این موارد را»
_TAKEN_UP = frozenset({"درخواست", "اقدام", "اقدامات", "ادعا", "ادعاها", "سخنان", "اظهارات", "حمله", "تصمیم"})
_LANDS = frozenset({"کشور", "استان", "شهر", "شهرستان", "منطقه", "ایران"})
_STATES = frozenset({"وضعیت", "حال", "علت", "دلیل", "انگیزه", "تقارن", "همزمانی", "هویت", "نام", "اسامی"})
_PERSONS = frozenset({"او", "وی", "ایشان", "انان", "انها"})
_THEM = frozenset({"آنها", "انها", "ان", "او"})


def object_marker(paragraph: Paragraph, first: int, last: int) -> int | None:
    """The last را before the cue; «ساخت پل را که … هزینه را کم کرده است، موفق»: not one inside «که …»."""
    keys = paragraph.keys
    markers = [
        i for i in range(first, last) if keys[i] == "را" or (keys[i] == "رو" and is_spoken_marker(keys, i))
    ]
    if len(markers) > 1 and paragraph.verb_in(markers[-1], last) is not None:
        governed = (i for i in markers[:-1] if paragraph.key_at(i + 1) == "که")
        return next(governed, markers[-1])
    if len(markers) > 1 and paragraph.verb_in(markers[0], markers[-1]) is None:
        # «هزینه پل را ۳ و هزینه راه را ۷ میلیون برآورد کرد»
        between = paragraph.keys[markers[0] : markers[-1]]
        joined = "و" in between and not any(word.endswith(PARTICIPLES) for word in between)
        return markers[0] if joined else markers[-1]
    return markers[-1] if markers else None


def subject_and_object(
    paragraph: Paragraph, first: int, marker: int, known: KnownSpeaker
) -> tuple[Range | None, int]:
    """The subject, if there is one before the object, and where the object begins."""
    if _is_pronoun(paragraph, first, marker - 1):
        return find_subject(paragraph, first, marker - 1), marker - 1
    share = _bare_share(paragraph, first, marker)
    return (share, share[1]) if share is not None else _parted(paragraph, first, marker, known)


def _bare_share(paragraph: Paragraph, first: int, marker: int) -> Range | None:
    """«و ۵۶ درصد | عملکرد شورا را ضعیف ارزیابی کرده‌اند»: of those who were asked."""
    if "درصد" not in paragraph.keys[first:marker]:
        return None
    subject, verb = find_subject(paragraph, first, marker), paragraph.first_verb(marker, len(paragraph))
    if subject is None or verb is None or paragraph.verbs[verb].number != "pl":
        return None
    at = subject[0]
    return (at - 1, at + 1) if paragraph.keys[at] == "درصد" else None


def _parted(paragraph: Paragraph, first: int, marker: int, known: KnownSpeaker) -> tuple[Range | None, int]:
    begun = _after_clauses(paragraph, first, marker)
    nearest = find_subject(paragraph, begun, marker) if begun > first else None
    if nearest is not None and is_somebody(paragraph, nearest, known):
        first = begun  # «باران کم شده است، کاوه رایان ساخت سد را …»
    subject = find_subject(paragraph, first, marker)
    if subject is not None and begun > first and _is_thing(paragraph, subject, known):
        # «واکنش به فیلم تمام نشده و بهرام آریا، دبیر شورا، واکنش نشان داد و آن را … دانست»
        subject = person_later(paragraph, subject[1], begun) or subject
    if subject is not None and paragraph.keys[subject[0]] == "خبر":
        subject, first = None, begun  # «وقتی خبر برکناری دانا رسید، وی … را نپذیرفت و این کار را … خواند»
    if subject is None or subject[1] > marker:
        return _of_met(paragraph, first, marker, known) or (None, _object_start(paragraph, first, marker))
    told = _one_from(paragraph, subject, marker) or _before_it(paragraph, subject, marker)
    told = told or _surname_alone(paragraph, subject, known)
    told = told or _after_letters(paragraph, subject) or _before_own(paragraph, subject, known)
    told = told or _before_list(paragraph, subject) or _before_pointer(paragraph, subject, marker)
    told = told or _before_state(paragraph, subject, marker) or after_place(paragraph.keys, *subject)
    told = told or before_object(paragraph, subject, known)
    if told is not None:
        told = before_amount(paragraph.keys, subject[0], told)
        return (subject[0], told), _object_start(paragraph, told, marker)
    second = first > max(paragraph.sentence(first)[0], paragraph.opening)
    joined = _joined(paragraph, subject, marker) and not _before_writing(paragraph, subject)
    # «یکی از مهم‌ترین کمبودها را»
    thing = paragraph.keys[subject[0]] == "یکی" and is_ranked(paragraph.key_at(subject[0] + 2))
    if thing or ((second or joined) and not _is_holder(paragraph, subject, known)):
        start = marker - 2 if _takes_up(paragraph, subject[1], marker - 2) else subject[0]
        return (None if thing else _of_met(paragraph, first, marker, known)) or (None, start)
    if joined:
        cut = cut_before_pointer(paragraph, subject, known)
        if cut is None and subject[1] == marker:
            return None, subject[0]
        rest = paragraph.keys[: subject[1]]
        office = titles().at(rest, cut) if cut is not None else None
        whole = cut is not None and bodies().at(rest, cut) == (subject[1], "name")
        whole = whole or (office is not None and office[1] == "office")
        if whole and subject[1] < marker and paragraph.keys[subject[1]] in prepositions():
            cut = subject[1]  # «(سارا دانا) وزیر تجارت هلند | با حضور در مجلس گزارش پگاه را»
        end = cut or subject[1]
        return (subject[0], end), _object_start(paragraph, end, marker)
    return subject, _object_start(paragraph, subject[1], marker)


def _one_from(paragraph: Paragraph, subject: Range, marker: int) -> int | None:
    """«منتقدی از روزنامه صبا | فیلم را …», «زنی از میان جمعیت | وعده او را …»: whence somebody is."""
    end = whence_end(paragraph.keys[:marker], subject[0])
    return end if end is not None and end < marker else None


def _of_met(paragraph: Paragraph, first: int, marker: int, known: KnownSpeaker) -> tuple[Range, int] | None:
    """Somebody met before, and where the object begins behind him."""
    met = met_subject(paragraph, first, marker, known)
    return (met, _object_start(paragraph, met[1], marker)) if met is not None else None


def _is_pronoun(paragraph: Paragraph, first: int, i: int) -> bool:
    """«از شهردار گله کرد و | او را», «سارا دانا | او را»: who is judged; not «سخنان او را»."""
    keys = paragraph.keys
    if keys[i] not in _PERSONS:
        return False
    if keys[i - 1] == "که":
        return False  # «کسی که او را استاد می‌نامند»
    free = i == first or i - 1 in paragraph.verbs or keys[i - 1] == "و" or paragraph.at(i - 1) in COMMAS
    subject = None if free else find_subject(paragraph, first, i)
    return free or (subject is not None and subject[1] == i and _is_name(keys, *subject))


def _is_thing(paragraph: Paragraph, subject: Range, known: KnownSpeaker) -> bool:
    """«واکنش»; not «امضاکنندگان»"""
    keys = paragraph.keys[slice(*subject)]
    return is_plain(keys) and not keys[0].endswith("ان") and not is_somebody(paragraph, subject, known)


def _is_holder(paragraph: Paragraph, subject: Range, known: KnownSpeaker) -> bool:
    """Somebody; «ماریکه ون‌دالن وزیر تجارت هلند»: words of no other use before an office too."""
    first, last = subject
    words = paragraph.keys[first : first + 2]
    office = titles().at(paragraph.keys[:last], first + 2)
    named = office is not None and office[1] == "office" and common_words().isdisjoint(words)
    return (named and prepositions().isdisjoint(words)) or is_somebody(paragraph, subject, known)


def _before_list(paragraph: Paragraph, subject: Range) -> int | None:
    """«این پژوهشگر | روند قیمت ارز، طلا و خودرو را»: the object begins before a comma."""
    keys, (first, last) = paragraph.keys, subject
    heads = [i for i in range(first + 1, last) if keys[i] in object_heads()]
    office = titles().at(keys, first + 1) if keys[first] in DEMONSTRATIVES else None
    if paragraph.at(last) != "،":  # «این مسئول | بیشترین خواسته‌ها در این همایش را»
        whole = office is not None and office[0] in heads and keys[last] in prepositions()
        return office[0] if whole and office is not None else None
    if keys[first] in DEMONSTRATIVES:
        return next((i for i in heads if i > first + 1), None)
    titled = titles().at(keys[:last], first) is not None
    # «رئیس‌جمهور | حفظ آب، خاک و جنگل را», «مدیرکل دادگستری استان | برگزاری کلاس، …»
    return next((i for i in heads if titled and (is_whole(keys[first:i]) or keys[i - 1] in _LANDS)), None)


def _before_pointer(paragraph: Paragraph, subject: Range, marker: int) -> int | None:
    """«آیت‌الله آریا | برگزاری این نشست را», «مدیر حوزه علمیه خراسان | شرایط امروز آن را»"""
    keys, head = paragraph.keys, subject[1] - 1
    if head - subject[0] < FEWEST or head + 1 >= marker:
        return None
    # «سارا دانا | خرید این باغ را»: any noun after a name
    told = keys[head + 1] in DEMONSTRATIVES and _is_name(keys, subject[0], head)
    if keys[head] not in object_heads() and not told:
        return None
    within = keys[head - 1] == "و" or keys[head - 1] in object_heads()
    within = within or bodies().at(keys, head - 1) == (head, "head")  # «سازمان برنامه | این نرخ را»
    pointer = keys[head + 1] in DEMONSTRATIVES or adverbs().at(keys, head + 1) is not None
    return head if pointer and not within else None


def _is_name(keys: Sequence[str], first: int, last: int) -> bool:
    """«سارا دانا», «آقای دانا»: a given name or a form of address, and a name that ends right there."""
    at = after_honorifics(keys[:last], first)
    called = (at > first or is_given(keys[first])) and titles().at(keys, last) is None
    return called and titles().at(keys, first) is None and name_end(keys[: last + 1], at) == last


def _before_state(paragraph: Paragraph, subject: Range, marker: int) -> int | None:
    """«پزشکان | وضعیت مدیر شرکت را», «قاتل | انگیزه خود را», «پلیس | ادعای مدیر شرکت را»"""
    keys, (first, last) = paragraph.keys, subject
    heads = _STATES | taken_up()
    at = next((i for i in range(first + 1, min(last + 1, marker - 1)) if keys[i] in heads), None)
    first += keys[first] in {"یک", "این"}  # «یک منبع آگاه | علت این حادثه را»
    titled = titles().at(keys, first) is not None or bodies().at(keys, first) is not None
    at = at - 1 if at is not None and is_ranked(keys[at - 1]) else at  # «رئیس‌جمهور | آخرین وضعیت سد را»
    return at if titled and at is not None and keys[at - 1] not in prepositions() | {"و", "،"} else None


def _before_it(paragraph: Paragraph, subject: Range, marker: int) -> int | None:
    """«شماری از فعالان کارگری | آن را»: what ends in an adjective or a plural is no part of «آن»."""
    first, last = subject
    some = paragraph.keys[first] in INDEFINITES and last == marker and last - first > SHORTEST_SOME
    whole = some and paragraph.keys[last - 2].endswith(("ی", "ان", "ها", "ین"))
    # «دادگاه | آن‌ها را», «رئیس‌جمهور | او را»; not «وکیل او را»
    heads = [table.at(paragraph.keys[: last - 1], first) for table in (titles(), bodies())]
    whole = whole or (last == marker and any(head and head[0] == last - 1 for head in heads))
    held = whole and heads[0] is not None and heads[0][1] == "office"
    return (
        last - 1
        if whole and paragraph.keys[last - 1] in ({"ان", "انها"} | (_PERSONS if held else set()))
        else None
    )


def _before_own(paragraph: Paragraph, subject: Range, known: KnownSpeaker) -> int | None:
    """«سفیر اتریش | سفر خود به تبریز را», «فرماندار | گفت و گوی خود با کشاورزان را»"""
    keys, (first, last) = paragraph.keys, subject
    if keys[last : last + 1] != ("خود",) or keys[last + 1] not in prepositions():
        return None
    at = last - (3 if keys[last - 3 : last] == ("گفت", "و", "گوی") else 1)
    whole = at > first and keys[at - 1] != "و"
    return at if whole and is_somebody(paragraph, (first, at), known) else None


def _after_letters(paragraph: Paragraph, subject: Range) -> int | None:
    """«بخش رسانه‌ای ارتش پاکستان (ISPR) | آخرین دیدار را»: its letters in a bracket end a body's name."""
    keys, inside = paragraph.keys, range(subject[0] + 1, subject[1] - 2)
    lettered = (i for i in inside if paragraph.at(i) == "(" and keys[i + 1].isascii())
    return next((i + 3 for i in lettered if paragraph.at(i + 2) == ")"), None)


def _surname_alone(paragraph: Paragraph, subject: Range, known: KnownSpeaker) -> int | None:
    """«ترامپ | بهزاد سرمد، مریم کریمی و … را»: one who has spoken goes by a surname; others are spoken of."""
    keys, i = paragraph.keys, subject[0]
    lone = keys[i] in surnames() or keys[i] not in common_words()
    sure = known(keys[: subject[1]], i) == 1 or (keys[i] in surnames() and keys[i + 1] in object_heads())
    lone = lone and sure and subject[1] - i > 1
    title = titles().at(keys, i + 1) or (0, "group")  # «اعرافی | خانواده، نان و کار را»
    return i + 1 if lone and paragraph.is_word(i + 1) and title[1] == "group" else None


def _before_writing(paragraph: Paragraph, subject: Range) -> bool:
    """«مجمع صلح | در بیانیه‌ای این روز را …», «… در این نشست …»: the phrase is the speaker's alone."""
    if paragraph.key_at(subject[1]) != "در" or subject[1] <= subject[0] + 1:
        return False
    where = paragraph.key_at(subject[1] + 1)
    met = where in DEMONSTRATIVES and paragraph.key_at(subject[1] + 2) in MET
    return met or where in indefinite_documents() or where in MET | PARTS


def _joined(paragraph: Paragraph, subject: Range, marker: int) -> bool:
    """Nothing stands between subject and object: the phrase holds both."""
    end = subject[1]
    if pronouns().at(paragraph.keys, subject[0]):
        return False
    lone = subject[1] - subject[0] == 1 and paragraph.keys[subject[0]] not in common_words()
    if lone and adverbs().at(paragraph.keys, end):
        return False  # «صفایی در پایان | کار با گروه را»
    whole = end - subject[0] < LONGEST  # «… مجلس شورای اسلامی برگزاری نشست ویژه شورای حکام | آژانس را»
    if end == marker or paragraph.at(end) in OPENING_MARKS or not whole:
        return True
    comma = any(paragraph.at(i) == "،" for i in range(end, marker))
    word = paragraph.keys[end]
    goes_on = word in prepositions() or word in predicate_openers() or word in {"که", "مبنی"}
    goes_on = goes_on or word.endswith("شده")  # «منابع رسمی هویت دو عضو | کشته‌شده شهرداری را»
    goes_on = goes_on and paragraph.keys[end : end + 2] != ("ضمن", "اینکه")
    return not comma and goes_on


def _object_start(paragraph: Paragraph, first: int, marker: int) -> int:
    """Past the subject's comma, relative clause, adverbs and phrases with a preposition."""
    if marker - 2 > first and paragraph.keys[marker - 1] in _THEM and paragraph.at(marker - 2) == "،":
        return marker - 1  # «خبرگزاری پگاه، وابسته به …، آن‌ها را»
    pointed = next(
        (to for to in range(marker - 2, max(first, marker - POINTED), -1) if _opens(paragraph, to)), None
    )
    if pointed is not None:
        return pointed
    if marker - 2 > first and _takes_up(paragraph, first, marker - 2):
        return marker - 2
    i = max(_after_clauses(paragraph, first, marker), first)
    while i < marker:
        following = next((to for step in STEPS if (to := step(paragraph, i, marker)) is not None), i)
        if following == i:
            break
        i = following
    return i


def _opens(paragraph: Paragraph, i: int) -> bool:
    """«با اشاره به …، این موارد را»: a demonstrative after a comma or a clause opens the object."""
    # «… آمده است، این موارد را»; «درگذشت این هنرمند را»
    told = i - 1 in paragraph.verbs and paragraph.keys[i - 1] not in object_heads()
    clause = told or paragraph.key_at(i - 1).endswith(PARTICIPLES)
    written = paragraph.key_at(i - 1).removesuffix("اش").removesuffix("ای") in documents()
    clause = clause or (written and paragraph.key_at(i - 2) == "در")  # «در بیانیه‌اش | این آمار را»
    return paragraph.keys[i] in DEMONSTRATIVES and (clause or paragraph.at(i - 1) == "،")


def _takes_up(paragraph: Paragraph, first: int, i: int) -> bool:
    """«با اشاره به نامه رئیس شورا درباره پل | این درخواست را»: what was said or done is pointed at."""
    told = (paragraph.keys[j : j + 3] == ("با", "اشاره", "به") for j in range(first, i))
    noun = paragraph.keys[i + 1]
    return paragraph.keys[i] in DEMONSTRATIVES and noun in _TAKEN_UP and any(told)


def _after_clauses(paragraph: Paragraph, first: int, marker: int) -> int:
    """After the last whole clause before the object: a verb with «و», or one that no که governs."""
    relative = False
    start = first
    for i in range(first, marker - 1):
        relative = relative or paragraph.keys[i] == "که"
        verb = i in paragraph.verbs and paragraph.keys[i] not in object_heads()  # «نبود آسانسور را»
        left_out = paragraph.keys[i].endswith(PARTICIPLES) and not relative  # «واکنش نشان داده و آن را»
        joined = (verb or left_out) and paragraph.keys[i + 1] == "و"
        if joined or (verb and not relative):
            start, relative = i + 1 + joined, False
    return start
