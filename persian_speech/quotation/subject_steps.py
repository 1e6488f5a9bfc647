"""What can't be a subject is stepped over: adverbs, phrases with a preposition, relative clauses.

A list of named rules, each of which looks at one token of a clause.
"""

from collections.abc import Callable

from persian_speech.actors.name_ends import SECOND_HALVES
from persian_speech.actors.phrases import DEMONSTRATIVES, LANDS
from persian_speech.actors.plain import NUMERALS, share_of_people
from persian_speech.actors.vocabulary import (
    bodies,
    city_words,
    common_words,
    object_heads,
    titles,
)
from persian_speech.quotation.circumstances import MEETINGS, mourned, opens_meeting, pointed, pointing_phrase
from persian_speech.quotation.clauses import COMMAS, NAME_MARKS, Clause
from persian_speech.quotation.lexicon import (
    adverbs,
    narrator_openings,
    non_subjects,
    prepositions,
    pronouns,
)
from persian_speech.quotation.persons import begins_name, is_person
from persian_speech.quotation.phrase_ends import LONGEST_ADVERB, after_comma, after_phrase
from persian_speech.quotation.reporters import narrators_words, wires_place
from persian_speech.quotation.steps import Steps, anywhere, at_marks, at_phrases, at_words

_BRACKETS = {"(": ")", "[": "]"}
_HIM = frozenset({"او", "وی"})
_WHEN = frozenset({"وقتی", "هنگامی"})
_JOINTS = frozenset({"که", "زیرا", "چون"})
YEAR = 4  # figures
LONGEST_POINTED = 4  # tokens before the demonstrative of «در ابتدای این جلسه»
_TIMES = frozenset({"روز", "هفته", "ماه", "سال", "ساعت", "دقیقه", "شب"})
_PLACED = frozenset({"منطقه", "از"})
_SEEMS = (("به", "نظر", "میرسد", "که"), ("به", "نظر", "میرسد"), ("به", "نظر", "می", "رسد"))
_SURNAME_ENDS = frozenset({("نیا",), ("زاده",), ("پور",), ("نژاد",)})
PARTS = frozenset({"ابتدای", "اغاز", "انتهای", "پایان"})
LONGEST_MEETING = 14  # tokens of a meeting's name
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


def paper(view: Clause, i: int) -> int | None:
    """«هفته نامه پگاه»: no week, whatever space has come between."""
    return i if view.keys[i + 1 : i + 2] == ("نامه",) and bodies().at(view.keys, i) is not None else None


def adverb(view: Clause, i: int) -> int | None:
    """«در پایان، …» is an adverb; «در پایان نشست، …» a phrase up to its comma."""
    found = adverbs().at(view.keys, i)
    if found is None or found[1] == "noun" or _opens_given(view, i):
        return None  # «نماینده | ولی فقیه»
    end, kind = found
    if kind == "month" and not _in_date(view, i, end):
        return None  # «بهمن دادفر»، «میزان همچنین نوشت»
    if kind == "opening" and (after := pointed(view, end)):
        return after
    complement = view.is_word(end) and not is_person(view, end) and view.keys[end] not in prepositions()
    if kind != "opening" or not complement or _named_before_title(view, end):
        return end
    if opens_meeting(view, end):
        return end + 1
    met = not MEETINGS.isdisjoint(view.keys[end : end + LONGEST_MEETING])
    reach = range(end + 1, end + (LONGEST_MEETING if met else LONGEST_ADVERB))
    ahead = next((j for j in reach if begins_name(view, j)), None)
    # «در ادامه تصمیم شورا برای …», «در ادامه سی و سومین جلسه شورا سارا دانا نیز گفت»
    whole = after_comma(view, end) or (view.keys[end] in object_heads() and ahead is None)
    return after_phrase(view, i) if whole else ahead or end


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


def prepositional(view: Clause, i: int) -> int | None:
    """«در جمع خبرنگاران، …»؛ «در ابتدای این جلسه قاضی …»"""
    if view.keys[i] not in prepositions() or titles().at(view.keys, i):
        return None
    if (bodies().at(view.keys, i) or (0,))[0] > i + 1:
        return i  # «بی بی سی گزارش داد»
    him = next(j for j in range(i + 1, view.last + 1) if j == view.last or view.keys[j] not in prepositions())
    if view.keys[him : him + 1] and view.keys[him] in _HIM:
        return him + 1  # «پیش از او | فرماندار گفته بود»
    after = (to for j in range(i + 1, i + LONGEST_POINTED) if (to := pointed(view, j)) is not None)
    comma = after_comma(view, i)
    told = next(after, None)
    part = (view.keys[i] == "در" or view.keys[i - 1 : i + 1] == ("پس", "از")) and view.at(i + 1) != ""
    if part and view.keys[i + 1] in PARTS and opens_meeting(view, i + 2):
        return i + 3  # «در ابتدای جلسه | …»، «پس از پایان جلسه | وزیر نیرو گفت»
    return told if told and (comma is None or told < comma) else after_phrase(view, i)


def relative(view: Clause, i: int) -> int | None:
    """«که در این نشست حضور داشت، …»"""
    if view.keys[i] not in _JOINTS:
        return None
    if view.at(i - 1) == "؟":
        return i + 1  # «قاضی گفت شما رفتید؟ که متهم گفت: …»
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
    (paper, at_words(lambda: _TIMES)),
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


def _in_date(view: Clause, i: int, end: int) -> bool:
    """«۱۲ بهمن»، «پنجم بهمن»، «بهمن ماه»، «بهمن ۱۳۹۸»"""
    before = adverbs().at(view.keys, i - 1) if i else None
    counted = before is not None and before[1] in {"ordinal", "month"}
    dated = i > 0 and (view.keys[i - 1].isdigit() or counted)
    return dated or (
        end < view.last and (view.keys[end] in {"ماه", "گذشته", "جاری", "قبل"} or view.keys[end].isdigit())
    )
