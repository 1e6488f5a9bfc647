"""Common words and the people they tell: what names nobody, whatever stands around it."""

from collections.abc import Sequence
from functools import cache

from persian_speech.actors.vocabulary import (
    bodies,
    common_words,
    given_names,
    is_given,
    object_heads,
    peoples,
    surname_parts,
    surnames,
    titles,
)

NUMERALS = frozenset({"دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "ده", "هر"})
_AGENTS = ("کاران", "داران", "سازان", "کنندگان", "فروشان", "مندان", "نویسان")  # «زعفران‌کاران»
_ORDINALS = frozenset({"اخرین", "نخستین", "اولین", "دومین", "سومین"})
_PARTS = (("سوم",), ("چهارم",), ("پنجم",), ("دهم",))
_PEOPLE = ("گویان", "کنندگان", "مندان", "کاران", "داران", "نشینان", "دهندگان", "گران", "جویان")
# «پنجاهمین» without its ending
_COUNTED = frozenset(
    {"چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده", "یازده", "دوازده", "سیزده", "چهارده", "پانزده"}
    | {"بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود", "صد", "یک", "سیا"}
)
# Titles that need no complement: «رئیس جمهور تحریم‌ها را … خواند».
WHOLE_TITLES = ("رئیسجمهور", "رئیسجمهوری", "رییسجمهور", "رییسجمهوری", "نخستوزیر", "رهبر", "سخنگو")
SHORTEST_GLUED = 4  # letters
LONGEST_ENDING = 6  # letters that may be no more than the ending


def is_plural(word: str) -> bool:
    """«شرکت‌های», «بازارها»: no person's name, whatever the word is."""
    agents = word.endswith(_AGENTS) and word not in surnames()
    plural = agents or word.endswith(("های", "ها", "هایی", "دهندگان"))
    long = len(word) > LONGEST_ENDING or (word.endswith("های") and word[:-3] in common_words())  # «کمک‌های»
    return plural and long and not is_given(word)


def is_glued(word: str) -> bool:
    """«دراحکام»: the preposition has lost its space."""
    bare = word.removeprefix("در")
    glued = len(word) > len(bare) >= SHORTEST_GLUED and bare in common_words()
    return glued and word not in _known_words()


@cache
def _known_words() -> frozenset[str]:
    return common_words() | surnames() | given_names()


def is_people(keys: Sequence[str], i: int) -> bool:
    """«استخراج کنندگان», «باغداران», «حوثی‌ها»: people by what they do or are."""
    apart = tuple(keys[i + 1 : i + 2]) in {("کنندگان",), ("دهندگان",)}
    return apart or keys[i] in peoples() or (keys[i].endswith(_PEOPLE) and len(keys[i]) > LONGEST_ENDING)


def share_of_people(keys: Sequence[str], i: int) -> bool:
    """«۶ درصد از پاسخگویان», «یک سوم مدیران», «نیمی از شرکت کنندگان»: a part, and the plural of a group."""
    if tuple(keys[i + 1 : i + 3]) in {("نفر", "از"), ("تن", "از")}:  # «۶۳ نفر از نمایندگان»
        return keys[i].isdigit() or keys[i] in NUMERALS | _COUNTED | {"چند"}
    half = keys[i] in {"نیمی", "یکسوم", "دوسوم"}
    third = keys[i] in NUMERALS | {"یک"} and keys[i + 1 : i + 2] in _PARTS
    percent = keys[i + 1 : i + 2] == ("درصد",) and keys[i][:1].isdigit()
    at = i + 1 + (third or percent)
    at += keys[at : at + 1] == ("از",)
    if not (half or third or percent) or at >= len(keys):
        return percent
    at += keys[at].isdigit() and at + 1 < len(keys)  # «نیمی از ۲۷۰۰ شرکت‌کننده»
    if percent and (keys[at] in {"انها", "انان"} or keys[at].endswith(("یها", "ییها"))):
        return True  # «۵۲ درصد آمریکایی‌ها», «۶۲ درصد آنها»
    group = titles().at(keys, at)
    return (group is not None and group[1] == "group") or is_people(keys, at)


def is_indefinite(word: str) -> bool:
    """«دانشجویی»، «خبرنگاری»: what somebody is, with its ی."""
    bare = word.removesuffix("یی") if word.endswith(("ویی", "ایی")) else word.removesuffix("ی")
    joined = word.endswith(("ای", "وی"))  # «وزرای …»: an ezafe after a vowel
    return bare != word and not joined and titles().at((bare,), 0) is not None


def is_ranked(word: str) -> bool:
    """«تازه‌ترین», «پنجاهمین»: the noun that it tells follows."""
    return word.endswith("ترین") or word in _ORDINALS or (word.endswith("مین") and word[:-3] in _COUNTED)


def is_whole(keys: Sequence[str]) -> bool:
    """«رئیس جمهور», «نخست‌وزیر»: a title that needs no complement."""
    return "".join(keys).endswith(WHOLE_TITLES)


def is_plain(keys: Sequence[str]) -> bool:
    """A noun phrase of common words, which names nobody: «نتیجه», «اقتصاد چین», «تازه‌ترین خبرها»."""
    if is_plural(keys[0]) or is_ranked(keys[0]):
        return True
    first = ends_name(keys, 0) and not is_given(keys[0])
    return first and (
        len(keys) < 2
        or keys[1] == "و"
        or not keys[1][:1].isalpha()
        or ends_name(keys, 1)
        or bodies().at(keys, 1) is not None
    )


def ends_body(keys: Sequence[str], first: int, end: int) -> bool:
    """«روابط عمومی ارتش»: the name of a body begins at ``first`` or later and ends right at ``end``."""
    return any(bodies().at(keys[:end], i) == (end, "name") for i in range(first, end))


def ends_name(keys: Sequence[str], i: int) -> bool:
    """A common word that is no first half of a surname («اژه ای»، «بانکی پور»)."""
    return (keys[i] in common_words() or keys[i] in object_heads()) and not (
        i + 1 < len(keys) and keys[i + 1] in surname_parts()
    )
