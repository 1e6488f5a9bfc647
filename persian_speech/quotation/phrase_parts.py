"""Steps of a noun phrase past what would else end it: names in marks, brackets, prepositions, «و».

«خاتم الانبیاء (ص)», «وزیر فرهنگ و ارشاد», «سفیر عمان در آمریکا»
"""

from collections.abc import Sequence
from functools import cache

from persian_speech.actors.phrases import DEMONSTRATIVES, INDEFINITES
from persian_speech.actors.plain import ends_body
from persian_speech.actors.vocabulary import (
    first_names,
    kin,
    surname_parts,
    titles,
)
from persian_speech.data import rows
from persian_speech.quotation.clauses import NAME_MARKS, Clause
from persian_speech.quotation.lexicon import (
    adverbs,
    portfolios,
    prepositions,
    uneven_bodies,
)
from persian_speech.quotation.postings import is_among, is_posted, memberships
from persian_speech.text.letters import key
from persian_speech.text.sentences import INITIALS

BRACKETS = {"(": (5, ")"), "[": (16, "]")}  # tokens of a bracket inside a phrase: «(ره)»
LONGEST_EPITHET = 3  # tokens of «فرماندهی ارتش «ماهور»» from its opening mark
_CHIEFS = frozenset({"استاندار", "فرماندار", "شهردار", "بخشدار", "وزیر", "رییسجمهور"})
_SHADOWED = frozenset({"وزیر", "دولت", "کابینه"})
_LETTERS = frozenset({"اس", "ان", "ای", "ام", "بی", "پی", "سی", "اچ", "کی", "اف", "تی", "جی", "دی", "ار"})
_LETTERS |= {"دبلیو"}
COMING = frozenset({"اینده"})
AND = frozenset({"و"})
_AMONG = frozenset({"المللی", "الملل", "المجالس"})  # «بین المللی»


def surname_of_two(view: Clause, i: int, j: int) -> int | None:
    """«حسن ولی زاده»: the first half of a surname that is a word of its own."""
    halves = i < j < view.last - 1 and view.keys[j + 1] in surname_parts() and view.is_word(j)
    halves = halves and view.keys[j] not in {"در", "از", "به", "با"}  # «کیانفر | در بخش دیگری»
    return j + 2 if halves and view.keys[j - 1] in first_names() else None


def marked_name(view: Clause, i: int, j: int) -> int | None:
    """«مدحت قره‌داغ» وزیر …: a name in marks is part of the phrase, longer marks are not."""
    if view.at(j) not in NAME_MARKS:
        return None
    mark = view.name_in_marks(j)
    # «به گفته عمان | «پیامی از ثبات و اعتماد» است»: a land needs no name.
    whole = mark is not None and mark.last - mark.first > LONGEST_EPITHET and ends_body(view.keys, i, j)
    return mark.last + 1 if mark and not whole else j


def bracket(view: Clause, i: int, j: int) -> int | None:
    """«خاتم الانبیاء (ص)»، «سناتور آمریکایی [و افسر پیشین نیروی دریایی]»"""
    if view.at(j) not in BRACKETS:
        return None
    longest, closer = BRACKETS[view.at(j)]
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
    """«شبکه سی.بی.اس», «بی. بی. سی»; «دونالد جی. ترامپ»"""
    if view.at(j) != "." or j + 1 >= view.last or j == i:
        return None
    letter, named = view.keys[j - 1], view.is_word(j + 1)
    whole = named and (len(letter) == 1 or letter in INITIALS) and j - 1 > i
    return j + 2 if whole or (letter in _LETTERS and view.keys[j + 1] in _LETTERS) else None


def conjunction(view: Clause, i: int, j: int) -> int | None:
    """«فرهنگ و ارشاد», «راهبردی و بین المللی»; not «… و در»، «… و گفت»."""
    if view.keys[j] not in AND:
        return None
    k = j + 1
    if view.keys[k : k + 1] == ("از",) and not memberships().isdisjoint(view.keys[k + 1 : k + 2]):
        return k + 1  # «پزشک هوایی و از مجریان طرح آمبولانس»
    goes_on = view.is_word(k) and k not in view.paragraph.verbs
    goes_on = goes_on and (view.keys[k] not in prepositions() or _is_worldwide(view.keys, k))
    return j + 1 if goes_on and not adverbs().at(view.keys, k) else j


def preposition(view: Clause, i: int, j: int) -> int | None:
    """«نظارت بر رفتار نمایندگان»، «در امور خشکسالی» go on; any other ends the phrase."""
    if j == i or view.keys[j] not in prepositions():
        return None
    if view.at(j - 1).endswith("ه\u200cی") and view.keys[j] == "همراه":
        return j + 1  # «خدمات ارزش افزوده‌ی همراه اول»
    before, word, after = view.keys[j - 1], view.keys[j], view.keys[j + 1] if j + 1 < view.last else ""
    # «مؤسسه اس بی ام», «صندوق بین المللی پول», «اتحادیه بین المجالس»
    letters = word == "بی" and before in _LETTERS
    if letters or _is_worldwide(view.keys, j):
        return j + 1
    some = word == "از" and before in INDEFINITES and j - 2 >= i
    some = some and ((view.keys[j - 2] in {"و", "به"} and j - 2 > i) or view.keys[j - 2] in kin())
    if some or (word == "مورد" and before not in DEMONSTRATIVES):
        # «اتحادیه آب و شماری از کشورها», «وابسته به یکی از انجمن‌ها», «گروه‌های مورد حمایت دولت»
        return j + 1
    if (word == "از" and is_among(view, i, j)) or (word == "در" and _is_placed(view, i, j)):
        return j + 1
    # «استاندار | در شورای مسکن», «وزیر نیرو | در مجلس»
    held = view.keys[i] in _CHIEFS and (j == i + 1 or after == "مجلس")
    chief = word == "در" and held
    pointed = before == "فعال" and after in DEMONSTRATIVES  # «کارشناسان فعال | در این غول فناوری»
    return j + 1 if not (chief or pointed) and is_complement(before, word, after) else j


def _is_placed(view: Clause, i: int, j: int) -> bool:
    """«سفیر عمان | در آمریکا», «وزیر خارجه در سایه انگلیس», who holds no office"""
    shadow = view.keys[j + 1 : j + 2] == ("سایه",) and view.keys[i] in _SHADOWED
    return shadow or is_posted(view, i, j) or is_present(view, i, j - 1)


def _is_worldwide(keys: Sequence[str], j: int) -> bool:
    """«بین المللی»"""
    return keys[j] == "بین" and not _AMONG.isdisjoint(keys[j + 1 : j + 2])


def is_present(view: Clause, i: int, j: int) -> bool:
    """«یک دیپلمات حاضر در مذاکرات»"""
    return view.keys[i] == "یک" and view.keys[j : j + 2] == ("حاضر", "در")


def is_complement(before: str, word: str, after: str = "") -> bool:
    """«وابسته | به | …», «… | در | امور»: a preposition that stays inside a name, by the words beside it."""
    told = ((before, word, "*"), ("*", word, after), (before, word, after))
    return not _complements().isdisjoint(told)


def coming(view: Clause, i: int, j: int) -> int | None:
    """«رئیس‌جمهور آینده»: who will hold an office."""
    return j + 1 if view.keys[j] in COMING and titles().at(view.keys, i) else None


@cache
def _complements() -> frozenset[tuple[str, str, str]]:
    return frozenset(
        (key(row["before"]), key(row["preposition"]), key(row["after"])) for row in rows("complements")
    )
