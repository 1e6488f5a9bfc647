"""Who reports, before who speaks: «به گزارش ایسنا از بندر، | بهرام رایان گفت»."""

from persian_speech.actors.phrases import DEMONSTRATIVES, NAMED_AFTER
from persian_speech.actors.vocabulary import city_words, common_words, first_names, honorifics, titles
from persian_speech.quotation.circumstances import mourned, pointed
from persian_speech.quotation.clauses import COMMAS, Clause
from persian_speech.quotation.lexicon import adverbs, narrator_openings, prepositions, press, wires
from persian_speech.quotation.persons import begins_name, is_person
from persian_speech.quotation.phrase_ends import inside_name

_SOURCES = frozenset({"مقام", "منبع", "دیپلمات", "فرد"})  # «به گزارش پگاه این مقام گفت»
_NEWS_UNIT = ("واحد", "مرکزی", "خبر")
_DOCTORS = frozenset({"دکتر", "مهندس", "اقای", "خانم"})
LONGEST_PLACE = 6  # tokens of «منطقه کهگیلویه و بویراحمد»
LONGEST_SOURCE = 10  # tokens of a wire's name without a comma after it


def narrators_words(view: Clause, i: int) -> int | None:
    """«به گزارش ایسنا، …»، «بنا بر این گزارش، …»"""
    opened = narrator_openings().at(view.keys, i)
    alone = adverbs().at(view.keys, i)
    if opened is None or (alone is not None and alone[0] >= opened[0]):
        return None  # «در این مراسم محمود نادری …» is an adverb, «بنا بر این گزارش، …» a longer opening
    if view.keys[opened[0] - 1] in DEMONSTRATIVES and (told := pointed(view, opened[0] - 1)):
        return told  # «در حاشیه این | دیدار وزیر نیرو گفت»
    wire = wires().at(view.keys, opened[0])
    if wire and view.at(wire[0]) in {"-", "–", "—", "ـ"}:
        return _after_source(view, wire[0] + 1)  # «به گزارش ایسنا - منطقه فارس، …»
    return wire[0] if wire else _after_source(view, opened[0])


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
        or _before_office(view, i)
        or (address is not None and view.is_word(address[0]) and _addressed(view, i, address[1]))
    )


def _before_office(view: Clause, i: int) -> bool:
    """«خبرنگار ما | مسعود مقدس رئیس بندر»: a surname that is a word, before an office."""
    named = view.keys[i] in first_names() and view.is_word(i + 1) and titles().at(view.keys, i + 1) is None
    return named and "office" in (titles().at(view.keys, i + 2) or ())


def _addressed(view: Clause, i: int, kind: str) -> bool:
    """«روابط عمومی شهرداری | مهندس رایان»; not «استاد دانشگاه», «بیمارستان دکتر رایان»."""
    return kind != "civil" or (view.keys[i] in _DOCTORS and view.keys[i - 1] not in NAMED_AFTER)
