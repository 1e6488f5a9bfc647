"""Persons: forms of address, first names, surnames and titles open a name; its words go on to a boundary."""

from persian_speech.entities.reading import Found, Reading
from persian_speech.entities.titles import honorifics
from persian_speech.entities.words import (
    ENDING,
    FIRST,
    KNOWN_NAME,
    PARTICLE,
    RARE_FIRST,
    SURNAME,
    is_surname,
)

_BLESSINGS = frozenset({"ع", "س", "ره", "ص", "عج", "رض", "رح"})
LONGEST = 5  # words of a name, particles aside: «سید محمدعلی حسینی شاه‌ترابی»


def name_end(reading: Reading, start: int, limit: int) -> int:
    """Where the name that begins at a token ends; ``start`` itself where none does."""
    at, count, family = start, 0, False
    while at < limit and count < LONGEST:
        fact = reading.words[at]
        if _two_halves(reading, at, limit):
            at, count, family = at + 2, count + 1, True
            continue
        if fact.kinds & PARTICLE and at + 1 < limit and reading.words[at + 1].may_name:
            at += 1
            continue
        # a first name after a surname is the next person's; one unknown word may end a double surname
        if not fact.may_name or (family and fact.kinds & FIRST):
            break
        family = family or bool(fact.kinds & (SURNAME | ENDING))
        at, count = at + 1, count + 1
    return at


def _two_halves(reading: Reading, at: int, limit: int) -> bool:
    """A surname typed as two words: «قلعه نویی», «خامنه ای»."""
    return at + 1 < limit and is_surname(reading.keys[at] + reading.keys[at + 1])


def _blessing_end(reading: Reading, at: int, limit: int) -> int:
    """After a blessing that belongs to a holy name: «امام صادق (ع)»."""
    blessed = at + 2 < limit and reading.tokens[at].text == "(" and reading.tokens[at + 1].text in _BLESSINGS
    return at + 3 if blessed and reading.tokens[at + 2].text == ")" else at


def addressed(reading: Reading, start: int, limit: int) -> Found | None:
    """«آقای کاظمی», «حجت‌الاسلام والمسلمین محمدی»; «سید», «امام» belong to the name."""
    begin = at = start
    use = None
    while phrase := honorifics().longest(reading.keys, at, limit):
        at, use = phrase
        begin = begin if use == "part" else at
    if use is None or at >= limit:
        return None
    if use == "weak" and not reading.words[at].kinds & (KNOWN_NAME | RARE_FIRST):
        return None
    end = name_end(reading, at, limit)
    return Found(begin, _blessing_end(reading, end, limit), "PER") if end > at else None


def by_first_name(reading: Reading, start: int, limit: int) -> Found | None:
    """«علی لاریجانی»; a first name that is oftener another word needs a surname: «امید نوروزی»."""
    kinds = reading.words[start].kinds
    if not kinds & (FIRST | RARE_FIRST):
        return None
    end = name_end(reading, start, limit)
    sure = kinds & FIRST or (end > start + 1 and reading.words[start + 1].kinds & (SURNAME | ENDING))
    return Found(start, end, "PER") if sure and end > start else None


def by_surname(reading: Reading, start: int, limit: int) -> Found | None:
    """«لاریجانی افزود»."""
    if not reading.words[start].kinds & SURNAME and not _two_halves(reading, start, limit):
        return None
    end = name_end(reading, start, limit)
    return Found(start, end, "PER") if end > start else None


def by_title(reading: Reading, start: int, limit: int) -> Found | None:
    """Unknown words right after a title or its body: «وزیر خارجه ترکیه چاووش‌اوغلو گفت»."""
    end = name_end(reading, start, limit)
    boundary = end == limit or not reading.words[end].may_name
    return Found(start, end, "PER") if end > start and boundary else None
