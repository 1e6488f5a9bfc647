"""Where a phrase that is no subject ends: at a comma, or where a subject stands after an adverb."""

from persian_speech.actors.phrases import DEMONSTRATIVES
from persian_speech.actors.vocabulary import (
    bodies,
    city_words,
    common_words,
    foreign_words,
    is_given,
    titles,
)
from persian_speech.quotation.clauses import COMMAS, Clause, Range
from persian_speech.quotation.lexicon import (
    adverbs,
    portfolios,
    prepositions,
)
from persian_speech.quotation.noun_phrases import phrase_end
from persian_speech.quotation.persons import is_person

LONGEST_ADVERB = 4  # tokens
_ASIDES = frozenset({"بار", "سوی", "طرف", "طرفی", "جای"})
_FACING = ("در", "مقابل")
_HOME = frozenset({"ایران", "کشورمان"})


def after_comma(view: Clause, i: int) -> int | None:
    """The token after the next comma that is of no name."""
    return next(
        (j + 1 for j in range(i, view.last) if view.at(j) in COMMAS and not inside_name(view, j)), None
    )


def inside_name(view: Clause, comma: int) -> bool:
    """«صنعت، معدن و تجارت»: the comma of a ministry's name."""
    found = (portfolios().at(view.keys, k) for k in range(max(comma - 2, 0), comma))
    return any(end is not None and end[0] > comma for end in found)


def after_phrase(view: Clause, i: int) -> int:
    """Past a phrase with a preposition: up to its comma, or to a subject told by what it is."""
    comma = _past_relative(view, i, after_comma(view, i))
    while comma is not None and _goes_on_list(view, comma):
        comma = after_comma(view, comma)
    inner = inner_subject(view, i, (comma or view.last + 1) - 1)
    if inner is None and comma is None:
        # «در حاشیه این جشنواره مدیرکل ارشاد استان در گفتگو …»
        pointed = (j for j in range(i + 2, view.last - 2) if view.keys[j] in DEMONSTRATIVES)
        return next((j + 2 for j in pointed if "office" in (titles().at(view.keys, j + 2) or ())), view.last)
    if inner and comma and inner[1] < comma - 2 and bodies().at(view.keys, comma) is not None:
        return comma  # «در پی حمله روز شنبه نیروهای مسلح به نفتکش، | وزارت خارجه …»
    return inner[0] if inner else comma or view.last


def _goes_on_list(view: Clause, i: int) -> bool:
    """«بر روابط وکلا، | کارشناسان، ضابطان و قضات تأکید کرد»: many, a comma, and a last one with «و»."""
    many = titles().at(view.keys, i) == (i + 1, "group") and view.at(i + 1) in COMMAS
    return many and view.keys[i + 3 : i + 4] == ("و",)


def _past_relative(view: Clause, i: int, comma: int | None) -> int | None:
    """«در این نشست که شهردار، وزیر کار و مدیر بانک حضور داشتند، |»: the comma after the verb of its که."""
    that = next((j for j in range(i, comma or i) if view.keys[j] == "که"), None)
    if that is None:
        return comma
    verb = view.paragraph.first_verb(that, view.last)
    return after_comma(view, verb) if verb is not None and comma is not None and comma <= verb else comma


def inner_subject(view: Clause, first: int, last: int) -> Range | None:
    """«… در مسقط نیز سخنگوی وزارت خارجه گفت»: a subject after an adverb or a bracket, mid-phrase.

    «در ساعت‌های پایانی دیروز | یک منبع آگاه گفت»
    """
    for i in range(first + 1, last):
        # «از آغاز جنگ تاکنون حکومت ایران …»
        body = view.keys[i - 1] in {"تاکنون", "نیز"} and bodies().at(view.keys, i) is not None
        someone = view.keys[i] == "یک" and titles().at(view.keys, i + 1) is not None
        told = body or someone or is_person(view, i) or _before_phrase(view, i)
        told = told or view.name_in_marks(i) is not None  # «در بندر نیز | «بهرام رایان» شهردار …»
        if (told and follows_adverb(view, i, first)) or after_place(view, i):
            return i, phrase_end(view.paragraph, i, last)
    return None


def after_place(view: Clause, i: int) -> bool:
    """«در آسمان کشورمان | رئیس جمهور عمان گفت», «از نگاه عمان | یک مقام ایرانی …»: a land's name ends."""
    place = view.keys[i - 1]
    if not (place in _HOME or place in foreign_words() or place in city_words()):
        return False
    someone = view.keys[i] == "یک"
    head = titles().at(view.keys, i + someone)
    told = head is not None and (someone or head[1] != "description")
    # «در پی تصمیم عمان | وزارت امور خارجه چین …»: the first word heads a body, whatever the whole is
    return told or "head" in (bodies().at(view.keys[i : i + 1], 0) or ())


def _before_phrase(view: Clause, i: int) -> bool:
    """«هم بهمن رایان در واکنش …»: a given name that is a word too, a second word, a phrase."""
    given = is_given(view.keys[i]) and view.is_word(i + 1) and view.keys[i + 1] not in common_words()
    return given and i + 2 < view.last and view.keys[i + 2] in prepositions()


def follows_adverb(view: Clause, i: int, first: int) -> bool:
    """An adverb or a bracket ends right before token ``i``."""
    if view.at(i - 1) == ")":
        return True
    here = adverbs().at(view.keys, i - 1) if i > first else None
    if here is not None and here[1] == "noun":
        return False  # «دفتر نماینده ولی | فقیه»
    if view.keys[i - 2 : i] == _FACING and i - 2 > first and view.at(i - 3) not in COMMAS:
        return False  # «با ستایش از ایستادگی مردم در مقابل | زورگویان جهان افزود»
    if view.keys[i - 1] == "دیگر" and view.keys[i].endswith("ها") and view.keys[i - 2] not in _ASIDES:
        return False  # «تمایل دیگر کشورها»; «از سوی دیگر کشورها …»
    # «معاون اول رئیس‌جمهور»: an ordinal is no adverb.
    ending = adverbs().ending(view.keys, i, max(first, i - LONGEST_ADVERB))
    return any(kind not in {"ordinal", "noun"} for kind in ending)
