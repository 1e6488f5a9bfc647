"""What can't be a subject is stepped over: adverbs, phrases with a preposition, relative clauses.

A list of named rules, each of which looks at one token of a clause.
"""

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from persian_speech.actors.name_ends import SECOND_HALVES
from persian_speech.actors.phrases import DEMONSTRATIVES, LANDS
from persian_speech.actors.plain import NUMERALS, share_of_people
from persian_speech.actors.vocabulary import (
    bodies,
    city_words,
    common_words,
    honorifics,
    is_given,
    object_heads,
    surnames,
    titles,
)
from persian_speech.quotation.clauses import COMMAS, NAME_MARKS, Clause
from persian_speech.quotation.lexicon import (
    adverbs,
    narrator_openings,
    non_subjects,
    prepositions,
    press,
    pronouns,
    wires,
)
from persian_speech.quotation.persons import begins_name, is_person
from persian_speech.quotation.phrase_ends import LONGEST_ADVERB, after_comma, after_phrase, inside_name
from persian_speech.quotation.steps import Steps, anywhere, at_marks, at_phrases, at_words

_DEATHS = frozenset({"درگذشت", "فوت", "شهادت", "ارتحال", "خاکسپاری"})
_EVENTS = frozenset({"اتفاق", "حادثه", "رویداد", "ماجرا"})
_BRACKETS = {"(": ")", "[": "]"}
_WHEN = frozenset({"وقتی", "هنگامی"})
_JOINTS = frozenset({"که", "زیرا", "چون"})
YEAR = 4  # figures
LONGEST_POINTED = 4  # tokens before the demonstrative of «در ابتدای این جلسه»
_SOURCES = frozenset({"مقام", "منبع", "دیپلمات", "فرد"})  # «به گزارش پگاه این مقام گفت»
_TIMES = frozenset({"روز", "هفته", "ماه", "سال", "ساعت", "دقیقه", "شب"})
_PLACED = frozenset({"منطقه", "از"})
_SEEMS = (("به", "نظر", "میرسد", "که"), ("به", "نظر", "میرسد"), ("به", "نظر", "می", "رسد"))
_MET = frozenset({"جلسه", "نشست", "دیدار", "مراسم", "همایش", "سفر", "بازدید", "ایین", "ملاقات"})
_SURNAME_ENDS = frozenset({("نیا",), ("زاده",), ("پور",), ("نژاد",)})
_NEWS_UNIT = ("واحد", "مرکزی", "خبر")
_PARTS = frozenset({"ابتدای", "اغاز", "انتهای", "پایان"})
_MEETINGS = frozenset({"جلسه", "نشست"})
LONGEST_MEETING = 14  # tokens of a meeting's name
LONGEST_PLACE = 6  # tokens of «منطقه کهگیلویه و بویراحمد»
LONGEST_SOURCE = 10  # tokens of a wire's name without a comma after it
LONGEST_NAME = 5  # tokens of a name before the comma of its title
Step = Callable[[Clause, int], int | None]
"""(clause, token) → the token after what can't be a subject, ``token`` itself if one begins there."""


def bracketed(view: Clause, i: int) -> int | None:
    """«(سه‌شنبه)»، «[xii]»"""
    close = _BRACKETS.get(view.at(i))
    if close is None:
        return None
    return next((j + 1 for j in range(i, view.last) if view.at(j) == close), i + 1)


def name_in_marks(view: Clause, i: int) -> int | None:
    """«رجب طیب اردوغان» may be the subject."""
    return i if view.name_in_marks(i) else None


def mark_or_conjunction(view: Clause, i: int) -> int | None:
    """A mark, «و»"""
    joins = view.keys[i] in {"و", "یا", "ولی"} and not _opens_given(view, i)
    return i + 1 if joins or not view.is_word(i) else None


def _opens_given(view: Clause, i: int) -> bool:
    """«ولی الله»: half of a given name, whatever the word is else."""
    return not SECOND_HALVES.isdisjoint(view.keys[i + 1 : i + 2])


def pronoun(view: Clause, i: int) -> int | None:
    """«وی»"""
    return i if pronouns().at(view.keys, i) else None


def narrators_words(view: Clause, i: int) -> int | None:
    """«به گزارش ایسنا، …»، «بنا بر این گزارش، …»"""
    opened = narrator_openings().at(view.keys, i)
    alone = adverbs().at(view.keys, i)
    if opened is None or (alone is not None and alone[0] >= opened[0]):
        return None  # «در این مراسم محمود نادری …» is an adverb, «بنا بر این گزارش، …» a longer opening
    if view.keys[opened[0] - 1] in DEMONSTRATIVES and (told := _pointed(view, opened[0] - 1)):
        return told  # «در حاشیه این | دیدار وزیر نیرو گفت»
    wire = wires().at(view.keys, opened[0])
    if wire and view.at(wire[0]) in {"-", "–", "—", "ـ"}:
        return _after_source(view, wire[0] + 1)  # «به گزارش ایسنا - منطقه فارس، …»
    return wire[0] if wire else _after_source(view, opened[0])


def adverb(view: Clause, i: int) -> int | None:
    """«در پایان، …» is an adverb; «در پایان نشست، …» a phrase up to its comma."""
    found = adverbs().at(view.keys, i)
    if found is None or found[1] == "noun" or _opens_given(view, i):
        return None  # «نماینده | ولی فقیه»
    end, kind = found
    if kind == "month" and not _in_date(view, i, end):
        return None  # «بهمن دادفر»، «میزان همچنین نوشت»
    if kind == "opening" and (after := _pointed(view, end)):
        return after
    complement = view.is_word(end) and not is_person(view, end) and view.keys[end] not in prepositions()
    if kind != "opening" or not complement or _named_before_title(view, end):
        return end
    if _opens_meeting(view, end):
        return end + 1
    met = not _MEETINGS.isdisjoint(view.keys[end : end + LONGEST_MEETING])
    reach = range(end + 1, end + (LONGEST_MEETING if met else LONGEST_ADVERB))
    ahead = next((j for j in reach if begins_name(view, j)), None)
    # «در ادامه تصمیم شورا برای …», «در ادامه سی و سومین جلسه شورا سارا دانا نیز گفت»
    whole = after_comma(view, end) or (view.keys[end] in object_heads() and ahead is None)
    return after_phrase(view, i) if whole else ahead or end


def _opens_meeting(view: Clause, i: int, meetings: AbstractSet[str] = _MEETINGS) -> bool:
    """«در ابتدای جلسه | نماینده دادستان با قرائت کیفرخواست گفت»: who speaks, not whose meeting it is."""
    office = titles().at(view.keys, i + 1) if view.keys[i : i + 1] and view.keys[i] in meetings else None
    return office is not None and office[1] != "group" and after_comma(view, i) is None


def _named_before_title(view: Clause, i: int) -> bool:
    """«در ادامه پیروز حناچی، شهردار …»: a few words, the last an unknown one, up to a title's comma."""
    comma = next((j for j in range(i + 1, min(i + LONGEST_NAME, view.last)) if not view.is_word(j)), None)
    if comma is None or view.at(comma) not in COMMAS or not titles().at(view.keys, comma + 1):
        return False
    words = view.keys[i:comma]
    plain = words[-1] in common_words() or words[0] in DEMONSTRATIVES | prepositions()
    placed = len(words) == 1 and (words[0] in city_words() or bodies().at(words, 0) is not None)
    return not placed and not plain and not any(titles().at(view.keys, j) for j in range(i, comma))


def finite_verb(view: Clause, i: int) -> int | None:
    """«… کرد و گفت»: what is left of a clause before."""
    return i + 1 if i in view.paragraph.verbs and not is_person(view, i) else None


def stretch_of_time(view: Clause, i: int) -> int | None:
    """«دو روز پیش»، «۳ ساعت بعد»"""
    counted = view.keys[i] in NUMERALS | {"یک", "چند"} or view.keys[i].isdigit()
    timed = counted and i + 1 < view.last and view.keys[i + 1] in _TIMES
    return i + 2 + (view.keys[i + 2 : i + 3] in {("پیش",), ("بعد",), ("قبل",)}) if timed else None


def seeming(view: Clause, i: int) -> int | None:
    """«به نظر می‌رسد عمان امیدوار است …»: who hopes stands after it."""
    return next((i + len(words) for words in _SEEMS if view.keys[i : i + len(words)] == words), None)


def share(view: Clause, i: int) -> int | None:
    """«۶ درصد پاسخگویان»، «یک سوم شرکت‌کنندگان»، «نیمی از مدیران»: some of a group."""
    following = view.keys[i + 2 : i + 3]
    alone = view.keys[i + 1 : i + 2] == ("درصد",) and following in {("نیز",), ("هم",)}
    return i if share_of_people(view.keys, i) or alone else None


def number(view: Clause, i: int) -> int | None:
    """«۱۲ مرداد»; not «۵ نماینده»."""
    if view.paragraph.tokens.kinds[i] not in {"number", "time"}:
        return None
    year = view.keys[i].isdigit() and len(view.keys[i]) == YEAR
    told = titles().at(view.keys, i + 1) is not None or not LANDS.isdisjoint(view.keys[i + 1 : i + 2])
    return i if told and not year else i + 1


def no_subject(view: Clause, i: int) -> int | None:
    """«باید»، «حدود»، «این نشست»"""
    if view.keys[i : i + 2] == ("رو", "به"):
        return i + 1  # «رو به بخشدار کرد و گفت»
    i += view.keys[i] in DEMONSTRATIVES
    if view.keys[i : i + 1] == ("اغلب",) and not prepositions().isdisjoint(view.keys[i + 1 : i + 2]):
        return i + 1  # «و اغلب در سخنانش …»
    if view.keys[i + 1 : i + 2] == ("از",) and i + 2 < view.last and share_of_people(view.keys, i + 2):
        return i + 2  # «بیش از یک سوم شرکت‌کنندگان»
    if i >= view.last or view.keys[i] not in non_subjects() or titles().at(view.keys, i):
        return None
    if view.keys[i + 1 : i + 2] in _SURNAME_ENDS:
        return None  # «زمانی نیا»
    return i + 1 + (view.keys[i + 1 : i + 2] == ("خبری",))  # «نشست خبری سعید رایان برگزار شد»


def mourned(view: Clause, i: int) -> int | None:
    """«در پی درگذشت | با دعوت خسرو دانا، بازیگر …، شهرام رایان نوشت»: not he who has died, or who invites."""
    if view.keys[i] not in prepositions():
        return None
    if _DEATHS.isdisjoint(view.keys[i + 1 : i + 4]) and view.keys[i + 1 : i + 2] != ("دعوت",):
        return None
    names = (j for j in range(i + 5, view.last) if view.at(j - 1) in COMMAS and begins_name(view, j))
    return next(names, None)


def pointing_phrase(view: Clause, i: int) -> int | None:
    """«در این ملاقات محمدعلی کشاورز …»: three words, and somebody after them."""
    if view.keys[i] not in prepositions():
        return None
    return _pointed(view, i + 1) or (
        _pointed(view, i + 2) if view.keys[i + 1 : i + 2] == ("دنبال",) else None
    )


def _pointed(view: Clause, i: int) -> int | None:
    """«این ملاقات محمدعلی کشاورز»، «این دیدار نیز مدیر شبکه»: where somebody is named after it."""
    if i + 2 >= view.last or view.keys[i] not in DEMONSTRATIVES:
        return None
    # «در این نشست خبری محمود کشاورز …»
    j = i + 2 + (view.keys[i + 2] in {"نیز", "هم", "همچنین", "خبری", "مطبوعاتی", "رسانه‌ای", "رسانهای"})
    named = j < view.last and (is_person(view, j) or view.keys[j] in surnames() or _full_name(view, j))
    # «بعد از این اتفاق کمیته فقهی بورس …»: no event has a body for its complement.
    named = named or (view.keys[i + 1] in _EVENTS and bodies().at(view.keys, j) is not None)
    return j if named or _opens_meeting(view, j - 1, _MET) else None


def _full_name(view: Clause, i: int) -> bool:
    """«الهام قاسم اف کارگردان …»: a given name that is a word too, a second word, an office soon after."""
    given = is_given(view.keys[i]) and view.is_word(i + 1) and view.keys[i + 1] not in common_words()
    return given and any(titles().at(view.keys, j) for j in range(i + 2, i + 4))


def wires_place(view: Clause, i: int) -> int | None:
    """«به گزارش ایسنا، منطقه زنجان، …», «به گزارش خبرگزاری فارس از کرمان | سید محمدعلی رایان …»"""
    if view.keys[i] == "منطقه" and i > 0 and view.at(i - 1) in COMMAS:
        close = next(
            (j for j in range(i + 2, min(i + LONGEST_PLACE, view.last)) if view.at(j) in COMMAS), None
        )
        return close + 1 if close is not None and "ایسنا" in view.keys[max(i - 3, 0) : i] else None
    town = view.keys[i] == "از" and view.keys[i + 1 : i + 2] != () and view.keys[i + 1] in city_words()
    before = view.keys[max(i - 3, 0) : i]  # «واحد مرکزی خبر از کرمان»
    wired = town and ("خبرگزاری" in before or before == _NEWS_UNIT) and i + 2 < view.last
    return i + 2 if wired and (_called(view, i + 2) or _named_alone(view, i + 2)) else None


def _after_town(view: Clause, i: int) -> bool:
    return view.keys[i - 1] in city_words() and view.keys[i - 2] == "از"


def _named_alone(view: Clause, i: int) -> bool:
    """«به گزارش خبرگزاری فرانسه از بغداد | استراو که …»: a word of no other use, and a clause of its own."""
    alone = view.keys[i + 1 : i + 2] in {(), ("که",)}
    return alone and view.is_word(i) and view.keys[i] not in common_words()


def prepositional(view: Clause, i: int) -> int | None:
    """«در جمع خبرنگاران، …»؛ «در ابتدای این جلسه قاضی …»"""
    if view.keys[i] not in prepositions() or titles().at(view.keys, i):
        return None
    pointed = (to for j in range(i + 1, i + LONGEST_POINTED) if (to := _pointed(view, j)) is not None)
    comma = after_comma(view, i)
    told = next(pointed, None)
    part = (view.keys[i] == "در" or view.keys[i - 1 : i + 1] == ("پس", "از")) and view.at(i + 1) != ""
    if part and view.keys[i + 1] in _PARTS and _opens_meeting(view, i + 2):
        return i + 3  # «در ابتدای جلسه | …»، «پس از پایان جلسه | وزیر نیرو گفت»
    return told if told and (comma is None or told < comma) else after_phrase(view, i)


def relative(view: Clause, i: int) -> int | None:
    """«که در این نشست حضور داشت، …»"""
    if view.keys[i] not in _JOINTS:
        return None
    comma, verb = after_comma(view, i), view.paragraph.verb_in(i, view.last)
    if comma is not None and verb is not None and comma <= verb:
        return verb + 1  # «که به شهرهای پرند، پردیس و اندیشه اختصاص داشت بهرام رایان …»
    return comma or view.last


def time_clause(view: Clause, i: int) -> int | None:
    """«وقتی شهردار نیامد، | فرماندار از او خواست»: up to the comma after its verb."""
    comma = after_comma(view, i) if view.keys[i] in _WHEN else None
    whole = comma is not None and view.paragraph.verb_in(i, comma) is not None
    return comma if whole else None


STEPS: Steps[Step] = Steps(
    (bracketed, at_marks(*_BRACKETS)),
    (name_in_marks, at_marks(*NAME_MARKS)),
    (mark_or_conjunction, anywhere),
    (pronoun, at_phrases(pronouns)),
    (narrators_words, at_phrases(narrator_openings)),
    (time_clause, at_words(lambda: _WHEN)),
    (adverb, at_phrases(adverbs)),
    (finite_verb, anywhere),
    (stretch_of_time, anywhere),
    (share, anywhere),
    (seeming, at_marks("به")),
    (number, anywhere),
    (no_subject, anywhere),
    (wires_place, at_words(lambda: _PLACED)),
    (mourned, at_words(prepositions)),
    (pointing_phrase, at_words(prepositions)),
    (prepositional, at_words(prepositions)),
    (relative, at_words(lambda: _JOINTS)),
)


def _after_source(view: Clause, i: int) -> int:
    """«به گزارش وزارت صنعت، معدن و تجارت، مسعود …»: the comma after which somebody stands."""
    commas = [j + 1 for j in range(i, view.last - 1) if view.at(j) in COMMAS]
    near = range(i + 1, min(i + LONGEST_SOURCE, view.last))
    named = (j for j in near if _called(view, j) or (_after_town(view, j) and _named_alone(view, j)))
    person = next((j for j in commas if is_person(view, j) or view.name_in_marks(j)), None)
    # «به نقل از وزارت صنعت، معدن و تجارت، فرشته دست‌پاک …»: not the comma of the ministry's own name.
    outside = next((j for j in commas if not inside_name(view, j - 1)), None)
    mourning = next((j for j in commas if mourned(view, j)), None)
    called = next(named, None)
    if called and outside and outside < called:
        called = None  # «به گزارش خبرنگار ما، سامان کهن بازیگر نقش پدر …»
    found = mourning or person or called or _after_reporter(view, i, outside) or outside
    return found or _second_paper(view, i) or i


def _second_paper(view: Clause, i: int) -> int | None:
    """«به گزارش رادیو عمان | روزنامه ماهور نوشت»: without a comma."""
    if press().at(view.keys, i) is None:
        return None
    near = range(i + 2, min(i + LONGEST_SOURCE, view.last - 1))
    return next(
        (j for j in near if press().at(view.keys, j) and view.keys[j - 1] not in prepositions()), None
    )


def _after_reporter(view: Clause, i: int, comma: int | None) -> int | None:
    """«به گزارش خبرنگار سیاسی خبرگزاری فارس | دانایی رئیس ستاد …»: a wire's reporter, without a comma."""
    if view.keys[i : i + 1] != ("خبرنگار",):
        return None
    ends = (wires().at(view.keys, j) for j in range(i + 1, min(i + LONGEST_SOURCE, comma or view.last)))
    past = (end[0] for end in ends if end)
    return next((end for end in past if end == view.last or view.is_word(end)), None)


def _called(view: Clause, i: int) -> bool:
    """«… خبرگزاری فارس سید رضا زواره‌ای در گفتگو»: a form of address or a given name, and a surname."""
    if view.name_in_marks(i) and (begins_name(view, i + 1) or view.keys[i + 2] == "الله"):
        return True  # «به گزارش روابط عمومی «قدرت الله اکبری» مدیرکل …»
    address = honorifics().at(view.keys, i)
    pointed = (
        titles().at(view.keys, i + 1) if view.keys[i] in DEMONSTRATIVES else None
    )  # «… از بغداد این منابع»
    return (
        (pointed is not None and (pointed[1] == "group" or view.keys[i + 1] in _SOURCES))
        or begins_name(view, i)
        or (address is not None and address[1] != "civil" and view.is_word(address[0]))
    )


def _in_date(view: Clause, i: int, end: int) -> bool:
    """«۱۲ بهمن»، «پنجم بهمن»، «بهمن ماه»، «بهمن ۱۳۹۸»"""
    before = adverbs().at(view.keys, i - 1) if i else None
    counted = before is not None and before[1] in {"ordinal", "month"}
    dated = i > 0 and (view.keys[i - 1].isdigit() or counted)
    return dated or (
        end < view.last and (view.keys[end] in {"ماه", "گذشته", "جاری", "قبل"} or view.keys[end].isdigit())
    )
