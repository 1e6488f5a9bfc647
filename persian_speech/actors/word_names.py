"""Names whose words have another use, too: «پیمان رستگار», «ستاره کریمی»."""

from collections.abc import Sequence

from persian_speech.actors.name_ends import CLOSERS
from persian_speech.actors.plain import ends_name
from persian_speech.actors.vocabulary import (
    bodies,
    common_words,
    foreign_words,
    given_names,
    is_made_surname,
    surnames,
    titles,
    women_names,
)


def two_names(keys: Sequence[str]) -> bool:
    """«پیمان نارویی»: a given name that is a word too, and a surname by its end."""
    if keys[2:3] == ("،",) and keys[0] in given_names() and keys[1] in surnames():
        return titles().at(keys, 3) is not None  # «پیمان قربانی، معاون بانک مرکزی»
    if is_titled(keys):
        return True
    surname = len(keys) == 2 and keys[1].endswith("ی") and keys[1] not in common_words()
    weak = surname and keys[0] in given_names() and (keys[1] in surnames() or not ends_name(keys, 1))
    return weak and keys[1] not in foreign_words()


def is_titled(keys: Sequence[str]) -> bool:
    """«پیمان رستگار سرپرست گروه», «ستاره دانا مدیر موزه»: a given name, one word and an office."""
    office = titles().at(keys, 2) if len(keys) > 3 and keys[0] in given_names() else None
    placed = office is not None and (bodies().at(keys, 1) or titles().at(keys, 1))
    return office is not None and office[1] == "office" and not placed


def is_woman(keys: Sequence[str]) -> bool:
    """«ستاره کریمی», «ستاره امین‌پور»; not «ستاره پرسپولیس»."""
    surname = len(keys) == 2 and keys[0] in women_names() and bodies().at(keys, 1) is None
    return surname and (keys[1] in surnames() or is_made_surname(keys[1]))


def pair_of_names(keys: Sequence[str]) -> bool:
    """«مهرزاد دانش و ناصر صفاریان» are two people; «بهرام رایان رئیس صدا و سیما» is one."""
    joints = (i for i in range(1, len(keys) - 1) if keys[i] == "و" and CLOSERS.isdisjoint(keys[:i]))
    named = (
        keys[i + 1] in given_names()
        and titles().at(keys, i + 1) is None
        and (bodies().at(keys, i - 1) or (0,))[0] < i
        for i in joints
    )
    return keys[0] in given_names() and any(named)
