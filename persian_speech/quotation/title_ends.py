"""Where a title, a body or a land ends in a phrase that goes on with what is spoken of.

«مشاور معاون اول رئیس‌جمهور | حضور مدیران را», «یک عضو کمیسیون ارز | ادعای آمریکا را»
"""

from collections.abc import Sequence

from persian_speech.actors.knowledge import known
from persian_speech.actors.phrases import DEMONSTRATIVES
from persian_speech.actors.plain import is_indefinite, is_whole
from persian_speech.actors.vocabulary import (
    bodies,
    city_words,
    is_given,
    object_heads,
    surnames,
    titles,
)

LONGEST_OFFICE = 4  # words
FORMER = frozenset({"وقت", "سابق", "اسبق", "پیشین", "فعلی", "کنونی", "منتخب"})
OF_THIS = frozenset(
    {"کشور", "استان", "شهر", "شهرستان", "سازمان", "شرکت", "بانک", "وزارتخانه", "حوزه", "صنعت"}
)
WHOLE = frozenset({"اهالی", "ساکنان", "حاضران"})  # «پیرمردی از اهالی»
WITHIN = WHOLE | {"میان", "روستای", "شهر", "محله", "منطقه", "استان"}


def title_end(keys: Sequence[str], i: int) -> int:
    """After a title's last known word: a body, another title, or else one complement."""
    last = len(keys)
    i += 2 * (keys[i : i + 2] == ("یکی", "از"))  # «مادر یکی از کارگران | این خبر را»
    if (pointed := _points(keys, i)) is not None:
        return pointed
    if i < last and keys[i] in DEMONSTRATIVES:
        return i + 2 if i + 2 < last else i
    former = i + (i < last and keys[i] in FORMER)
    whole_body = bodies().at(keys, i)
    if whole_body == (last, "name"):
        return last  # «قائم‌مقام مرکز پژوهش‌های مجلس»
    land = bodies().at(keys, former)
    if former > i and land is not None and land[1] == "name":
        return land[0]  # «نخست‌وزیر وقت کانادا | …»
    named = named_body_end(keys, i)
    inner = next((end[0] for j in range(i, last) if (end := titles().at(keys, j))), last)
    above = titles().at(keys, inner) if inner < last else None
    inner = (
        above[0] if above and above[0] < last and above[1] == "office" else inner
    )  # «مشاور معاون اول رئیس‌جمهور | حضور مدیران را»
    whole = is_whole(keys[:i])
    # «یک عضو کمیسیون ارز | ادعای آمریکا را»: an abstract noun opens the object.
    head = i < last - 1 and bodies().at(keys, i) == (i + 1, "head")  # «قائم‌مقام مرکز | پژوهش‌ها»
    within = bodies().at(keys, i - 1) or (
        0,
        "",
    )  # «عضو کمیسیون امنیت ملی و سیاست خارجی مجلس | سرنگونی پهپاد را»
    # «معاون دونالد ترامپ | آمریکا را»
    person = i < last - 2 and is_given(keys[i]) and keys[i + 1] in surnames()
    default = i if whole else within[0] if i < within[0] < last else i + 1 + (head or person)
    reach = min(last, i + 2) if whole else last  # «رئیس‌جمهور منتخب افزایش …»
    abstract = next((j for j in range(i, reach) if _opens_object(keys, j)), None)
    if named is None and abstract is not None and i < abstract < inner:
        return abstract  # «یک کارشناس آب | پیگیری طلب کارگران سد را»
    return named or (inner if inner < last else abstract or default)


def _points(keys: Sequence[str], i: int) -> int | None:
    """«رئیس‌جمهور | این حضور را», «معاون وزیر رفاه | این انتقال را»; not «رئیس‌جمهور این کشور»."""
    at = next((j for j in range(i, len(keys) - 1) if keys[j] in DEMONSTRATIVES), None)
    if at is None or (at == i and not is_whole(keys[:i])) or keys[at + 1] in OF_THIS:
        return None
    if bodies().at(keys, at + 1) is not None:
        return None
    # «رئیس‌جمهور | ساخت این پل را», «وزیر نیرو | اجرای این طرح را»
    before = at - 1 > i or (at - 1 == i and (is_whole(keys[:i]) or _is_office(keys, i)))
    return at - (before and keys[at - 1] in object_heads() and keys[at - 2] != "و")


def _is_office(keys: Sequence[str], end: int) -> bool:
    """«وزیر نیرو»: an office of the table, of two words or more, ends right there."""
    firsts = range(max(end - LONGEST_OFFICE, 0), end - 1)
    return any(known().office(keys[first:end]) is not None for first in firsts)


def _opens_object(keys: Sequence[str], i: int) -> bool:
    """«یک عضو کمیسیون ارز | ادعای آمریکا را»; not «کمیسیون امنیت ملی و سیاست خارجی»."""
    body = bodies().at(keys, i - 1)
    within = keys[i - 1] == "و" or (body is not None and body[0] > i)
    return keys[i] in object_heads() and not within


def named_body_end(keys: Sequence[str], i: int) -> int | None:
    """The end of the last body or country named before the phrase's end, or before what opens the object.

    «عضو مجلس شورای اسلامی | برگزاری نشست شورای حکام را»
    """
    places = (j for j in range(i, len(keys)) if keys[j] not in object_heads())  # «کارشناسان | میزان خسارت را»
    ends = [found[0] for j in places if (found := bodies().at(keys, j)) and found[1] == "name"]
    inside = [end for end in ends if end < len(keys)]
    return next((end for end in inside if keys[end] in object_heads()), max(inside, default=None))


def whence_end(keys: Sequence[str], i: int) -> int | None:
    """«پرستاری از رشت | گفت», «منتقدی از روزنامه صبا | …», «زنی از میان جمعیت | …»: whence somebody is."""
    at = i + 2
    if keys[i + 1 : at] != ("از",) or at >= len(keys) or not is_indefinite(keys[i]):
        return None
    if bodies().at(keys, i) is not None:
        return None  # «شهرداری از مردم خواست»
    if keys[at] in WITHIN:
        return min(at + 1 + (keys[at] not in WHOLE), len(keys))
    group = titles().at(keys, at)
    if keys[at] in city_words() or (group is not None and group[1] == "group"):
        return at + 1
    body = bodies().at(keys, at)
    return None if body is None else min(named_body_end(keys, at) or body[0] + 1, len(keys))
