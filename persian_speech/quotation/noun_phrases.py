"""Noun phrases in a clause: where one that begins at a token ends.

The phrase is walked token by token; at each a list of named rules says how far it goes on, or that
it ends there. The first rule that answers wins; what none knows belongs to the phrase.
"""

from collections.abc import Callable, Sequence
from functools import cache

from persian_speech.actors.phrases import DEMONSTRATIVES, INDEFINITES, after_honorifics
from persian_speech.actors.plain import share_of_people
from persian_speech.actors.vocabulary import (
    bodies,
    common_words,
    first_names,
    honorifics,
    object_heads,
    predicate_openers,
    surname_parts,
    surnames,
    titles,
)
from persian_speech.data import rows
from persian_speech.quotation.appositions import apposition, hyphen
from persian_speech.quotation.clauses import COMMAS, NAME_MARKS, Clause, clause
from persian_speech.quotation.lexicon import (
    adverbs,
    documents,
    indefinite_documents,
    portfolios,
    prepositions,
    pronouns,
    uneven_bodies,
)
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.steps import Steps, anywhere, at_marks, at_phrases, at_words
from persian_speech.text.letters import DASHES, key

LONGEST = 18  # tokens in a phrase
_BRACKETS = {"(": (5, ")"), "[": (16, "]")}  # tokens of a bracket inside a phrase: «(ره)»
_PREDICATES = frozenset(
    {"قرار", "لازم", "ممکن", "بهتر", "مقرر", "حق", "قصد", "انتظار"}
)  # «قرار است»: no part of a name
_STOPS = frozenset({"که", "را", "اینکه", "مبنی", "متشکل", "عبارتند", "اعم"})
_COPULAS = frozenset({("است",), ("بود",), ("شد",), ("شده",), ("نیست",), ("دارد",), ("دارند",), ("داشت",)})
_FIRST = frozenset({"نخستین", "اولین", "تنها", "دومین"})  # «عمان نخستین کشوری بود که …»
_THAT = frozenset({("بود", "که"), ("است", "که")})
_ONE_OF = (("یکی", "از"), ("یکی", "پس"))
_SPANS = frozenset({"سال", "ماه", "هفته", "روز", "ساعت", "دهه", "بار"})
_TENS = frozenset({"ده", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد"})
_TENS |= frozenset({"هشتاد", "نود", "صد", "یک", "دو", "سه", "چهار", "چند"})
LONGEST_EPITHET = 3  # tokens of «فرماندهی ارتش «ماهور»» from its opening mark
_TO_THEM = frozenset({"بهم", "بهش", "بهت", "بهمون", "بهشون", "بهتون", "ازم", "ازش"})  # «پدرم بهم گفت»
LONGEST_ENVOY = 6  # tokens of «سفیر جمهوری اسلامی ایران»
_ENVOYS = frozenset({"سفیر", "کاردار", "سرکنسول", "نماینده", "فرستاده"})
_NEW = frozenset({"تازهای", "جدیدی", "مهمی", "مفصلی", "محرمانهای", "مشترکی"})
_SUCH = frozenset({"اینگونه", "انگونه", "چنین"})
_WHOSE = frozenset({("حوزه",), ("صنعت",), ("رشته",), ("وزارتخانه",), ("سازمان",), ("شرکت",), ("نهاد",)})
_SIDES = frozenset({("کشور",), ("طرف",), ("دولت",), ("مقام",), ("نهاد",), ("رهبر",), ("گروه",), ("وزیر",)})
_REGIONS = frozenset({"نیروهای", "خلیج"})  # «یک منبع در نیروهای صلح»، «یک مقام در خلیج فارس»
_LETTERS = frozenset({"اس", "ان", "ای", "ام", "بی", "پی", "سی", "اچ", "کی", "اف", "تی", "جی", "دی", "ار"})
_COMING = frozenset({"اینده"})
_AND = frozenset({"و"})
_PULPITS = frozenset({("امام", "جمعه"), ("خطیب", "جمعه"), ("نماز", "جمعه")})


Step = Callable[[Clause, int, int], int | None]
"""(clause, the phrase's first token, this token) → the next token, this one to end, or no answer."""


def phrase_end(paragraph: Paragraph, i: int, last: int) -> int:
    """The end of the noun phrase that begins at token ``i``."""
    if i >= last:
        return i
    view = clause(paragraph, last)
    if found := pronouns().at(view.keys, i):
        both = view.keys[i : found[0]] == ("هر", "دو") and view.keys[found[0] : found[0] + 1]
        return found[0] + (both in _SIDES)  # «هر دو کشور»
    j, stop, texts = _past_head(view, i), min(last, i + LONGEST), paragraph.tokens.texts
    while j < stop:
        for step in STEPS.at(texts[j]):
            following = step(view, i, j)
            if following is not None:
                break
        else:
            following = j + 1
        if following == j:
            break
        j = following
    return _trimmed(view, i, j)


def _trimmed(view: Clause, i: int, j: int) -> int:
    """Without a conjunction or a mark at the end."""
    while j > i and (
        view.keys[j - 1] in {"و", "یا"}
        or not (view.is_word(j - 1) or view.at(j - 1) in '»"”)')
        or any(mark.first == j - 1 for mark in view.paragraph.marked)
    ):
        j -= 1
    return j


def _past_head(view: Clause, i: int) -> int:
    """Past «یکی از», «خطیب جمعه», «حجت الاسلام»: words that would else end the phrase."""
    if view.keys[i] in INDEFINITES:
        other = view.keys[i + 1 : i + 3] == ("دیگر", "از")  # «یکی دیگر از نگهبانان»
        if other or view.keys[i + 1 : i + 2] == ("از",):
            return i + 2 + other
    if share_of_people(view.keys, i) and "از" in view.keys[i + 1 : i + 3]:
        return view.keys.index("از", i) + 1  # «۱۳ درصد از پاسخگویان»
    found = titles().at(view.keys, i) or honorifics().at(view.keys, i)
    # «وزیر علوم» is a title itself, but «وزیر علوم، تحقیقات و فناوری» the whole of it; «پزشکان بدون مرز»
    whole = (portfolios().at(view.keys, i + 1) or uneven_bodies().at(view.keys, i)) if found else None
    return max(found[0], whole[0] if whole else 0) if found else i


def surname_of_two(view: Clause, i: int, j: int) -> int | None:
    """«حسن ولی زاده»: the first half of a surname that is a word of its own."""
    halves = i < j < view.last - 1 and view.keys[j + 1] in surname_parts() and view.is_word(j)
    return j + 2 if halves and view.keys[j - 1] in first_names() else None


def marked_name(view: Clause, i: int, j: int) -> int | None:
    """«مدحت قره‌داغ» وزیر …: a name in marks is part of the phrase, longer marks are not."""
    if view.at(j) not in NAME_MARKS:
        return None
    mark = view.name_in_marks(j)
    # «به گفته عمان | «پیامی از ثبات و اعتماد» است»: a land needs no name.
    whole = mark is not None and mark.last - mark.first > LONGEST_EPITHET and _ends_body(view, i, j)
    return mark.last + 1 if mark and not whole else j


def bracket(view: Clause, i: int, j: int) -> int | None:
    """«خاتم الانبیاء (ص)»، «سناتور آمریکایی [و افسر پیشین نیروی دریایی]»"""
    if view.at(j) not in _BRACKETS:
        return None
    longest, closer = _BRACKETS[view.at(j)]
    close = next((k for k in range(j, j + longest) if view.at(k) == closer), None)
    return close + 1 if close else j


def portfolio(view: Clause, i: int, j: int) -> int | None:
    """«وزیر صنعت، معدن و تجارت»: the comma belongs to the name."""
    found = portfolios().at(view.keys, j) if j > i else None
    return found[0] if found else None


def uneven_body(view: Clause, i: int, j: int) -> int | None:
    """«سخنگوی رادیو فردا»: the adverb belongs to the name."""
    found = uneven_bodies().at(view.keys, j)
    return found[0] if found else None


def spelt(view: Clause, i: int, j: int) -> int | None:
    """«شبکه سی.بی.اس», «بی. بی. سی»"""
    inside = view.at(j) == "." and view.keys[j - 1] in _LETTERS and view.keys[j + 1 : j + 2] != ()
    return j + 2 if inside and view.keys[j + 1] in _LETTERS else None


def is_spoken_marker(keys: Sequence[str], j: int) -> bool:
    """«هویت خلبان رو اعلام کرد»: را as it is spoken; no part of a name («دل پیه رو مهاجم ایتالیا»)."""
    if keys[j : j + 1] != ("رو",) or titles().at(keys, j + 1) is not None:
        return False
    return keys[j - 1] in common_words() or keys[j - 1] in surnames() or keys[j - 1] in first_names()


def boundary(view: Clause, i: int, j: int) -> int | None:
    """A mark, که, را, a finite verb («قرار است»), or an object that begins («انجمن نامه‌ای …»)."""
    ends = (
        not view.is_word(j)
        or view.keys[j] in _STOPS
        or (j > i and view.keys[j] in _TO_THEM)
        or (j > i and is_spoken_marker(view.keys, j))
    )
    ends = ends or (j > i and view.keys[j] in _PREDICATES and view.keys[j + 1 : j + 2] in _COPULAS)
    ends = ends or (j > i and view.keys[j].endswith("ی") and view.keys[j + 1 : j + 3] == ("است", "که"))
    ends = ends or (j > i and view.keys[j] in _FIRST and view.keys[j + 2 : j + 4] in _THAT)
    told = view.keys[j] in predicate_openers() and not titles().at(view.keys, j)
    told = told and not _present(view, i, j)
    told = told and (honorifics().at(view.keys, i) or (0,))[0] != j  # «امیر سرتیپ | قادر رایان»
    ends = ends or (j > i and view.keys[j : j + 2] in _ONE_OF)  # «سناتور دانا یکی از …»
    # «وزارت نیرو | یک هشدار صادر کرد و گفت»
    ends = ends or (j > i and view.keys[j] == "یک" and _ends_body(view, i, j))
    counted = view.keys[j] in _TENS and view.keys[j + 1 : j + 2] and view.keys[j + 1] in _SPANS
    counted = counted or (view.keys[j].isdigit() and view.keys[j + 1 : j + 2] == ("درصد",))
    issued = view.keys[j] in documents() and not _NEW.isdisjoint(view.keys[j + 1 : j + 2])
    inner = j > i and (
        issued
        or view.keys[j : j + 2] == ("نه", "تنها")
        or counted
        or j in view.paragraph.verbs
        or view.keys[j] in indefinite_documents()
        or view.keys[j] in {"هر", "هیچ"}  # «به گفته برگزارکنندگان جشنواره | هر پنجشنبه …»
        or told
    )
    return j if ends or inner else None


def _ends_body(view: Clause, i: int, j: int) -> bool:
    return any(bodies().at(view.keys[:j], k) == (j, "name") for k in range(i, j))


def _present(view: Clause, i: int, j: int) -> bool:
    """«یک دیپلمات حاضر در مذاکرات»"""
    return view.keys[i] == "یک" and view.keys[j : j + 2] == ("حاضر", "در")


def complete_group(view: Clause, i: int, j: int) -> int | None:
    """«به اعتقاد کارشناسان این اقدام»: a group needs no complement; «مسئولان این سازمان، …» has one."""
    some = view.keys[i] in INDEFINITES and view.keys[i + 1 : i + 2] == ("از",) and j > i + 2
    if some and view.keys[j] in object_heads() and not DEMONSTRATIVES.isdisjoint(view.keys[j + 1 : j + 2]):
        return j  # «برخی از کارشناسان | علت این کار را»
    if j > i and view.keys[j] == "چنین" and j + 1 == view.last:
        return j  # «کمیسیون آب چنین اظهار نظر کرده که»
    if j > i and some and view.keys[j] in _SUCH:
        return j  # «برخی از کارشناسان | این‌گونه خریدها را»
    if j == i or view.keys[j] not in DEMONSTRATIVES:
        return None
    if not some and titles().at(view.keys, i) != (j, "group"):
        return None
    # «شماری از ساکنان این شهر اما می‌گویند», «مقامات این وزارتخانه»
    ends = (
        view.at(j + 2) in COMMAS
        or view.keys[j + 1 : j + 2] in _WHOSE
        or view.keys[j + 2 : j + 3] == ("که",)
        or (some and adverbs().at(view.keys, j + 2) is not None)
    )
    return j + 2 if view.is_word(j + 1) and ends else j


def complete_name(view: Clause, i: int, j: int) -> int | None:
    """«به گفته دکتر آریا | این دیدارها»: a name without a title has no complement."""
    if j == i or view.keys[j] not in DEMONSTRATIVES or view.keys[j - 1] in object_heads():
        return None
    at = after_honorifics(view.keys[:j], i)
    address, given = at > i and view.at(at - 1) not in NAME_MARKS, view.keys[i] in first_names()
    titled = any(titles().at(view.keys[:j], k) for k in range(i, j))
    named = (address or (given and j - i > 1)) and at < j
    return j if named and not titled and "و" not in view.keys[i:j] else None


def conjunction(view: Clause, i: int, j: int) -> int | None:
    """«فرهنگ و ارشاد»; not «… و در»، «… و گفت»."""
    if view.keys[j] not in _AND:
        return None
    k = j + 1
    goes_on = view.is_word(k) and view.keys[k] not in prepositions() and k not in view.paragraph.verbs
    return j + 1 if goes_on and not adverbs().at(view.keys, k) else j


def preposition(view: Clause, i: int, j: int) -> int | None:
    """«نظارت بر رفتار نمایندگان»، «در امور خشکسالی» go on; any other ends the phrase."""
    if j == i or view.keys[j] not in prepositions():
        return None
    if view.at(j - 1).endswith("ه\u200cی"):
        return j + 1  # «خدمات ارزش افزوده‌ی همراه اول»
    before, word, after = view.keys[j - 1], view.keys[j], view.keys[j + 1] if j + 1 < view.last else ""
    # «مؤسسه اس بی ام», «صندوق بین المللی پول»
    letters, worldwide = word == "بی" and before in _LETTERS, word == "بین" and after in {"المللی", "الملل"}
    if letters or worldwide:
        return j + 1
    some = word == "از" and before in INDEFINITES and view.keys[j - 2 : j - 1] == ("و",) and j - 2 > i
    if some or (word == "مورد" and before not in DEMONSTRATIVES):
        return j + 1  # «اتحادیه آب و شماری از کشورها», «گروه‌های مورد حمایت دولت»
    # «یک مقام آگاه در وزارت نیرو»، «سفیر عمان در آمریکا»، «نماینده عمان در آژانس …»
    placed = view.keys[i] in {"یک", "یکی", "منابعی", "مقاماتی", "منبعی"} or not _ENVOYS.isdisjoint(
        view.keys[max(i, j - LONGEST_ENVOY) : j]
    )
    placed = placed and (bodies().at(view.keys, j + 1) is not None or after in _REGIONS)
    placed = placed or _present(view, i, j - 1)
    if word == "در" and placed:
        return j + 1
    return j + 1 if is_complement(before, word, after) else j


def is_complement(before: str, word: str, after: str = "") -> bool:
    """«وابسته | به | …», «… | در | امور»: a preposition that stays inside a name, by the words beside it."""
    told = ((before, word, "*"), ("*", word, after), (before, word, after))
    return not _complements().isdisjoint(told)


def this_time(view: Clause, i: int, j: int) -> int | None:
    """«دولت نروژ این ماه اعلام کرد»"""
    timed = j > i and view.keys[j] in DEMONSTRATIVES and _SPANS.intersection(view.keys[j + 1 : j + 2])
    return j if timed else None


def coming(view: Clause, i: int, j: int) -> int | None:
    """«رئیس‌جمهور آینده»: who will hold an office."""
    return j + 1 if view.keys[j] in _COMING and titles().at(view.keys, i) else None


def adverb(view: Clause, i: int, j: int) -> int | None:
    """«وزیر نیرو دیروز»، «بقائی نیز» end; «معاون اول» goes on."""
    if j > i and view.at(j).endswith("اً"):
        return j  # «علناً»
    day = adverbs().at(view.keys, j + 1) if j > i and view.keys[j].isdigit() else None
    if day and (day[1] == "month" or view.keys[j + 1].endswith("ماه")):
        return j  # «سخنگوی وزارت نیرو ۲۲ فروردین»
    found = adverbs().at(view.keys, j) if j > i else None
    if found and view.keys[j] == "دیگر" and view.keys[j - 1 : j] in _SIDES and j - 1 > i:
        return None  # «عمان و ۲۰ کشور دیگر»
    if found and found[1] == "ordinal":
        dated = adverbs().at(view.keys, found[0])  # «خبرگزاری پگاه چهارم خرداد», «… سیزدهم خرداد ماه»
        return j if dated and (dated[1] == "month" or view.keys[dated[0] - 1].endswith("ماه")) else None
    if found and found[1] == "month":
        return j if view.keys[found[0] : found[0] + 1] and view.keys[found[0]].isdigit() else None
    if found and view.keys[j] == "ولی":
        called = view.keys[j - 1] in first_names() or honorifics().at(view.keys, i)
        found = None if called else found  # «محمد ولی», «مهندس ولی آریا»
    elif found and view.keys[j - 1 : j + 1] in _PULPITS:
        found = None  # «محمد آریا امام جمعه نوش‌رود»
    return j if found and found[1] in {"discourse", "time"} else None


@cache
def _complements() -> frozenset[tuple[str, str, str]]:
    return frozenset(
        (key(row["before"]), key(row["preposition"]), key(row["after"])) for row in rows("complements")
    )


STEPS: Steps[Step] = Steps(
    (surname_of_two, anywhere),
    (marked_name, at_marks(*NAME_MARKS)),
    (bracket, at_marks(*_BRACKETS)),
    (apposition, at_marks(*COMMAS)),
    (hyphen, at_marks(*DASHES)),
    (portfolio, at_phrases(portfolios)),
    (uneven_body, at_phrases(uneven_bodies)),
    (spelt, at_marks(".")),
    (boundary, anywhere),
    (complete_group, anywhere),
    (complete_name, at_words(lambda: DEMONSTRATIVES)),
    (conjunction, at_words(lambda: _AND)),
    (preposition, at_words(prepositions)),
    (this_time, at_words(lambda: DEMONSTRATIVES)),
    (coming, at_words(lambda: _COMING)),
    (adverb, anywhere),
)
