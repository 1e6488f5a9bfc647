"""Subjects that stand later in a clause: after a comma, «که», a verb or an adverb, or in mid-phrase.

«نحوه ساخت سینماها، | محمد اشرفی رئیس انجمن … توضیح داد», «پیش از نمایش فیلم | مجید رایان درباره آن گفت»
"""

from persian_speech.actors.phrases import INDEFINITES
from persian_speech.actors.plain import is_people
from persian_speech.actors.vocabulary import (
    bodies,
    common_words,
    foreign_words,
    surnames,
    titles,
)
from persian_speech.quotation.clauses import COMMAS, Clause, Range, clause
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.lexicon import prepositions
from persian_speech.quotation.noun_phrases import phrase_end
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.persons import begins_name
from persian_speech.quotation.phrase_ends import after_place, follows_adverb
from persian_speech.quotation.somebody import KnownSpeaker
from persian_speech.quotation.subjects import with_name_before
from persian_speech.text.letters import DASHES

_LEFT_OUT = ("شده", "کرده", "داده", "گرفته", "مانده", "رفته")  # their است
_ABOUT = frozenset({("در", "مورد"), ("در", "خصوص"), ("به", "خاطر")})
_ASKED = frozenset({"اینکه", "ایا", "سوال", "سئوال", "پرسش"})


def many_did(paragraph: Paragraph, cue: Introducer | None, mention: Range) -> bool:
    """«خانم‌هایی که سوار می‌شوند سلام می‌کنند، | آرام می‌گوید: …»: many did this, and one speaks."""
    one = cue is not None and (cue.manner, cue.number, cue.link) == ("finite", "sg", ":")
    if cue is None or not one or not paragraph.keys[mention[0]].endswith("هایی"):
        return False
    verb = paragraph.verb_in(mention[1], cue.first)
    return verb is not None and paragraph.verbs[verb].number == "pl"


def person_later(paragraph: Paragraph, first: int, last: int) -> Range | None:
    """«نحوه ساخت سینماها، محمد اشرفی رئیس انجمن … توضیح داد»: after a comma, verb or adverb."""
    view = clause(paragraph, last)
    for i in range(first + 1, last):
        after = view.at(i - 1) in COMMAS or view.keys[i - 1] == "که" or i - 1 in paragraph.verbs
        joined = view.keys[i - 1] == "و" and i - 2 > first
        after = after or (joined and (i - 2 in paragraph.verbs or view.keys[i - 2].endswith(_LEFT_OUT)))
        told = titles().at(view.keys, i), bodies().at(view.keys, i)
        somebody = begins_name(view, i) or "office" in (told[0] or ()) or told[1] is not None
        somebody = somebody or (view.is_word(i) and (_before_office(view, i) or _some_of_group(view, i)))
        if (after or follows_adverb(view, i, first)) and somebody:
            return with_name_before(view, first, i), phrase_end(paragraph, i, last)
    return None


def _before_office(view: Clause, i: int) -> bool:
    """«محمدقاصد رایان رئیس انجمن»: two words that no table knows, and an office."""
    words = view.keys[i : i + 2]
    unknown = common_words().isdisjoint(words) and prepositions().isdisjoint(words)
    unknown = unknown and len(words) > 1 and view.is_word(i + 1)
    return unknown and "office" in (titles().at(view.keys, i + 2) or ())


def _some_of_group(view: Clause, i: int) -> bool:
    """«یکی از مقامات»"""
    some = view.keys[i] in INDEFINITES and view.keys[i + 1 : i + 2] == ("از",)
    return some and "group" in (titles().at(view.keys, i + 2) or ())


def somebody_later(
    paragraph: Paragraph, first: int, last: int, known: KnownSpeaker, *, mid_phrase: bool = True
) -> Range | None:
    """«در شرایطی که بسیاری از ناظران بارها هشدار داده بودند»: who is told mid-clause, with no other verb.

    ``mid_phrase``: whether a name that no comma or که parts from the words before it may be who is told.
    """
    view = clause(paragraph, last)
    if not _ASKED.isdisjoint(view.keys[first:]):
        return None
    for i in range(first + 1, last):
        told = _opens_clause(view, i, first) and _is_told(view, i)
        told = told or (view.keys[i - 1] == "حالی" and bodies().at(view.keys, i) is not None)
        told = told or (
            i == last - 1 and view.keys[i - 1] == "که" and view.keys[i].endswith("یها")
        )  # «سینمایی‌ها»
        if told or (mid_phrase and _named_mid_phrase(view, i, known)):
            end = phrase_end(paragraph, i, last)
            alone = paragraph.verb_in(end, last) is None and view.keys[end : end + 1] != ("را",)
            return (i, end) if alone else None
    return None


def _opens_clause(view: Clause, i: int, first: int) -> bool:
    """After «که», a year or an adverb."""
    return view.keys[i - 1] == "که" or view.keys[i - 1].isdigit() or follows_adverb(view, i, first)


def _is_told(view: Clause, i: int) -> bool:
    """An office, a group, some of a group, people of a land, a name."""
    some = view.keys[i] in INDEFINITES
    i += some + (some and view.keys[i + 1 : i + 2] == ("دیگر",))
    i += some and view.keys[i : i + 1] == ("از",)
    if i >= view.last:
        return some
    head = titles().at(view.keys, i)
    of_land = view.keys[i].endswith("ها") and view.keys[i][:-2] in foreign_words() | {"اروپایی"}
    # «دیروز رایان معاون شهردار گفت»
    surname = view.keys[i] in surnames() and "office" in (titles().at(view.keys, i + 1) or ())
    named = begins_name(view, i) or surname or (some and bodies().at(view.keys, i) is not None)
    office = head is not None and head[1] in {"office", "group"}
    return office or of_land or named or is_people(view.keys, i)


def _in_court(view: Clause, i: int) -> bool:
    """«در آخرین جلسه دادگاه | نماینده دادستان گفت», «… دادگاه | یکی از شاکیان …»"""
    if view.keys[i] == "قاضی" and i + 1 < view.last:
        return view.keys[i + 1] not in common_words()  # «پس از پایان جلسه دادگاه قاضی رایان گفت»
    if view.keys[i - 1] != "دادگاه":
        return False
    return view.keys[i : i + 2] == ("نماینده", "دادستان") or view.keys[i : i + 2] == ("یکی", "از")


def _named_mid_phrase(view: Clause, i: int, known: KnownSpeaker) -> bool:
    """«پیش از نمایش فیلم مجید رایان درباره آن گفت»، «ادامه‌ی مراسم سرگی ویکتورو - وزیر آب - گفت»."""
    about = view.keys[max(i - 2, 0) : i] in _ABOUT  # «در مورد بهرام رایان روی تصویر او نوشت»
    if about or view.keys[i - 1] == "ابو" or view.keys[i - 1] in prepositions() or not view.is_word(i):
        return False
    if after_place(view, i) or _in_court(view, i):
        return True
    length = known(view.keys, i) if view.keys[i] not in common_words() else 0
    coined = view.keys[i - 1] == "بیت"  # «استخراج بیت کوین ماینینگ به …»
    length = max(length, 2 * (begins_name(view, i) and not coined))
    if length > 1 and i + length == view.last and view.keys[i - 1] in foreign_words():
        return True  # «در رابطه با آمریکا بهرام آریا معتقد است»
    if length and view.keys[i + length : i + length + 1] and view.keys[i + length] in prepositions():
        return True
    if view.at(i + 2) not in DASHES or titles().at(view.keys, i + 3) is None:
        return False
    words = view.keys[i : i + 2]
    return common_words().isdisjoint(words) and prepositions().isdisjoint(words)
