"""Where a name ends: at a title, a comma, or a word that is in no name."""

from collections.abc import Sequence

from persian_speech.actors.plain import ends_name, is_glued, is_plural
from persian_speech.actors.vocabulary import (
    common_words,
    full_names,
    honorifics,
    is_given,
    object_heads,
    particles,
    plain_words,
    surname_parts,
    surnames,
    titles,
)

LONGEST_NAME = 6  # tokens: «محمدجواد آذری جهرمی»، «اورسولا فون در لاین»
MARKS = {"«": "»", "“": "”", '"': '"'}
CLOSERS = frozenset('»"”')
_COMPLEMENT = 2  # words: «کارشناس دفتر آب»
SECOND_HALVES = frozenset({"الدین", "الله", "العابدین", "الزمان", "الرضا", "الرحمن", "الحق"})


def _after_given_names(keys: Sequence[str], start: int) -> int:
    """Where a name may end at the earliest: given names need a surname («حسام الدین آشنا»)."""
    i = start + (not SECOND_HALVES.isdisjoint(keys[start + 1 : start + 2]))  # «روح الله لطیفی»
    while i < len(keys) and (is_given(keys[i]) or keys[i] in SECOND_HALVES or honorifics().at(keys, i)):
        i += 1
    return i + 1


def stands_alone(word: str) -> bool:
    """A surname, which no other surname follows."""
    return not is_given(word) and word not in surname_parts() and honorifics().at((word,), 0) is None


def name_end(keys: Sequence[str], start: int) -> int:
    """A name runs up to a title or a comma; «حسن روحانی»، «زهرا حاج علی زاده» hold such words."""
    if (close := _closing_mark(keys, start)) > 0:
        return close  # «وحید مجروح»
    safe = _after_given_names(keys, start)
    known = full_names().at(keys, start)  # «حسین سیمایی صراف», whatever its words are else
    first = max(start + 1, known[0] if known else 0)
    return next((i for i in range(first, len(keys)) if _ends(keys, start, i, safe)), len(keys))


def _closing_mark(keys: Sequence[str], start: int) -> int:
    """Where a name in marks ends; 0 of one that is in none."""
    if keys[start] not in MARKS and (start == 0 or keys[start - 1] not in MARKS):
        return 0
    ahead = range(start + 1, min(start + LONGEST_NAME, len(keys)))
    return next((i for i in ahead if keys[i] in CLOSERS), 0)


def _ends(keys: Sequence[str], start: int, i: int, safe: int) -> bool:
    """Whether the name ends before token ``i``; before ``safe`` only given names stand."""
    if _inside_name(keys, start, i) or (keys[i - 1] == "ال" and i >= safe):
        return False
    title = titles().at(keys, i)
    if title is None:
        return _is_no_name(keys, start, i, safe, titled=False)
    if _tells_who(keys, start, i, title):
        return True
    if _surname_before_title(keys, start, i, title[0]):
        return False
    stops = title[1] == "office" or i >= start + 2
    # «پارسا رئیس سازمان آب»
    beside = stops and i == start + 1 and title[0] < len(keys) and is_given(keys[start]) > is_given(keys[i])
    return beside or _is_no_name(keys, start, i, safe, titled=stops)


def _tells_who(keys: Sequence[str], start: int, i: int, title: tuple[int, str]) -> bool:
    """«مهرجو روزنامه‌نگار محلی», «خانم صدری کارشناس سازمان آب», «رؤیا کامکار کارگردان فیلم»"""
    end, kind = title
    described = kind == "description" and i == start + 1
    if described and (stands_alone(keys[start]) or _says_what(keys, i, end)):
        return True
    # «حجت‌الاسلام حسن روحانی امام جمعه»
    after = i >= start + 2 or (0 < start == i - 1 and stands_alone(keys[i]) and not is_given(keys[start]))
    return after and (kind == "office" or _has_complement(keys, end))


def _is_no_name(keys: Sequence[str], start: int, i: int, safe: int, *, titled: bool) -> bool:
    """«محمد یکی از …», «محمد از …»; after the given names a title, plural, address or plain word too."""
    if keys[i] in {"و", "یکی", "دیگر", "از"} or not keys[i][:1].isalpha():
        return True
    if is_glued(keys[i]) and keys[i - 1] not in particles():  # «فون درلاین»
        return True
    if i < safe:
        return i >= start + 2 and keys[i] in object_heads()  # «بهرام آریا | ساخت این پل را»
    if titled or is_plural(keys[i]) or honorifics().at(keys, i) is not None:
        return True
    bound = any(word in particles() for word in keys[max(i - 2, start) : i + 1])
    return keys[i] in plain_words() and ends_name(keys, i) and not bound


def _inside_name(keys: Sequence[str], start: int, i: int) -> bool:
    """«ناهید شاه چراغی», «علی اکبر قاضی زاده», «مسعودی مقام»: such a word opens or ends a surname."""
    if keys[i] == "مقام":
        return i == start + 1 == len(keys) - 1
    halves = i + 1 < len(keys) and keys[i + 1] in surname_parts() and i <= start + 2
    # «ساسان شاه ویسی»
    halves = halves or (
        keys[i] == "شاه" and i == start + 1 and common_words().isdisjoint(keys[i + 1 : i + 2])
    )
    halves = halves and i + 1 < len(keys)
    title = titles().at(keys, i) if halves else None
    if title is not None and (title[0] > i + 1 or keys[i + 1] == "بخش"):
        return False  # «پیروز رایان | مستند ساز», «نیکلای ولاسین | معاون بخش مراقبت‌ها»
    return halves and (is_given(keys[start]) or (keys[i + 1] == "زاده" and i == start + 1))


def _surname_before_title(keys: Sequence[str], start: int, i: int, end: int) -> bool:
    """«علیرضا دبیر عضو هیئت رئیسه», «علیرضا دبیر، …»: a title of one word after a given name."""
    surname = i == start + 1 == end - 1 and is_given(keys[start])
    return surname and (keys[end : end + 1] == ("،",) or "office" in (titles().at(keys, end) or ()))


def _says_what(keys: Sequence[str], i: int, end: int) -> bool:
    """«صدری کارشناس دفتر آب»; not «علی معلم دامغانی», «مهدی بازرگان نخست‌وزیر»."""
    if len(keys) - end < _COMPLEMENT or keys[i] in surnames() or keys[end] in surnames():
        return False
    told = all(_has_complement(keys, at) and titles().at(keys, at) is None for at in (end, end + 1))
    return told and keys[end] in common_words()


def _has_complement(keys: Sequence[str], end: int) -> bool:
    return end < len(keys) and keys[end][:1].isalpha() and keys[end] not in surname_parts()
