"""Organisations: a known name or a head noun, and the complement that goes on to a boundary."""

from collections.abc import Callable
from functools import cache

from persian_speech.actors.offices import FORMER
from persian_speech.data import rows
from persian_speech.entities.gazetteer import Head, Name, gazetteer
from persian_speech.entities.persons import name_end
from persian_speech.entities.places import plain_place_end, settled
from persian_speech.entities.reading import Found, Reading
from persian_speech.entities.words import (
    BODY_HEAD,
    BODY_WORD,
    COMMA,
    COMMON,
    HONORIFIC,
    KNOWN_NAME,
    NAMED,
    RARE_FIRST,
    TITLE,
    Word,
)
from persian_speech.text.letters import PLURAL_KEYS, key

Step = Callable[[Reading, int, int, int], int | None]
_MINISTRY = "وزارت "
_FOREIGN_AFFAIRS = "وزارت امور خارجه"
_IN_SHADOW = ("در", "سایه")  # «وزیر خارجه در سایه انگلیس» heads no ministry
_ONCE = FORMER | {"موقت", "کنونی"}
MINISTERS = frozenset({"وزیر", "وزرای", "وزیران", "معاونوزیر"})
_JOINERS = frozenset({"و", "", "با", "از"})  # «مبارزه با مواد مخدر»; a comma's key is empty
_POINTERS = frozenset({"این", "ان", "همین", "همان", "هر", "یک", "چند", "چندین", "دو", "سه"})
_MEDIA = frozenset({"خبرگزاری", "روزنامه"})  # «خبرنگار مجلس خبرگزاری فارس»
_GOVERNMENTS = frozenset({"دولت", "حکومت", "رژیم", "کابینه"})
_DANGLING = frozenset({"مبارزه", "مقابله", "امور", "ضد", "بین", "مدیریت"})
_CLOSING = frozenset({"کشور", "استان"})
_TOO_WIDE = _CLOSING | {"شهر", "شهرستان", "منطقه", "بزرگ", "جدید", "دولت", "مردم", "ویژه", "مشترک", "محلی"}
_NUMBERED = "منطقه"
LONGEST = 20  # tokens of a complement
_QUOTED = 6  # tokens of a name in marks after its head: «روزنامه «صبح امروز»»


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    """Words that «و» joins inside a name: «برنامه و بودجه»."""
    return frozenset((key(row["first"]), key(row["second"])) for row in rows("organisation_pairs"))


@cache
def _joined() -> frozenset[str]:
    """The words that «و» may stand after."""
    return frozenset(first for first, _ in _pairs())


def body(reading: Reading, start: int, limit: int) -> Found | None:
    """«وزارت خارجه عراق», «سازمان برنامه و بودجه», «کرملین», «مجلس»."""
    kinds = reading.words[start].kinds
    known = _known(reading, start, limit) if kinds & NAMED else None
    head = gazetteer().heads.longest(reading.keys, start, limit) if kinds & BODY_HEAD else None
    if not head:
        return Found(start, known[0], "ORG", known[1].entity) if known else None
    if known and (known[0] > head[0] or not head[1].alone):
        return _of_known(reading, start, known, limit)
    if _is_plain_noun(reading, start, head[0], limit):
        return _of_known(reading, start, known, limit) if known else None
    headed = _headed(reading, start, head[0], limit, head[1])
    # «سپاه» is known alone, «سپاه الغدیر یزد» is another body
    return _of_known(reading, start, known, limit) if known and (not headed or headed.alone) else headed


def _known(reading: Reading, start: int, limit: int) -> tuple[int, Name] | None:
    """The longest organisation of the tables at a token, if it needs no cue or has one."""
    found = reading.name_at(start, limit)
    name = settled(reading, start, found[1], "ORG") if found else None
    return (found[0], name) if found and name else None


def _of_known(reading: Reading, start: int, known: tuple[int, Name], limit: int) -> Found:
    """A known body with the places and bodies that its name goes on with: «کمیسیون عمران مجلس»."""
    after, name = known
    end, limit = after, min(limit, after + LONGEST)
    while (further := known_part(reading, end, limit, after) or after) > end:
        end = further
    return Found(start, end, "ORG", _entity(reading, name, after, end))


def _entity(reading: Reading, name: Name, after: int, end: int) -> str:
    """A known body's name with what follows it: «وزارت امور خارجه انگلیس»; Iran's own goes unsaid.

    Another country's ministry has the name it was given, not that of Iran's: «وزارت کشاورزی قزاقستان».
    """
    rest = reading.shown(after, end) if end > after else ""
    if not rest or rest == "ایران" or name.entity.endswith(rest):
        return name.entity
    given = name.entity == _FOREIGN_AFFAIRS or not name.form.startswith(_MINISTRY)
    return f"{name.entity if given else name.form} {rest}"


def _is_plain_noun(reading: Reading, start: int, after: int, limit: int) -> bool:
    """«دولت ها», «این تیم»: the head names no one body."""
    many = after < limit and reading.keys[after] in PLURAL_KEYS
    return many or (start > 0 and reading.keys[start - 1] in _POINTERS)


def _headed(reading: Reading, start: int, after: int, limit: int, head: Head) -> Found | None:
    """The body that a head and its complement name; of a weak head's bodies, none that hold a known one."""
    end = _complement_end(reading, after, limit)
    if end < limit and _is_own_name(reading.words[end]) and (head.strong or end == after):
        end = _complement_end(reading, end + 1, limit)
    while end > after and reading.keys[end - 1] in _DANGLING:
        end -= 1
    if not head.strong and any(_known(reading, at, end) for at in range(after, end)):
        return None
    named = end > after and not (end == after + 1 and reading.keys[after] in _TOO_WIDE)
    if named and (head.strong or end > after + 1 or not reading.words[after].kinds & COMMON):
        return Found(start, end, "ORG")
    return Found(start, after, "ORG", alone=True) if head.alone else None


def _is_own_name(fact: Word) -> bool:
    """A word no table knows: a firm's or a school's own name."""
    return fact.may_name and not fact.kinds & (KNOWN_NAME | RARE_FIRST | HONORIFIC)


def may_go_on(head: Word, second: Word) -> bool:
    """Whether a word may begin the complement of a head: some step of ``STEPS`` may answer at it."""
    if second.key in _JOINERS or second.kinds & COMMA:
        return head.key in _joined()
    parts = BODY_HEAD | BODY_WORD | NAMED | KNOWN_NAME | HONORIFIC
    numbered = head.key == _NUMBERED and second.key.isdigit()
    return bool(second.kinds & parts) or numbered or second.key == "«" or _is_own_name(second)


def _complement_end(reading: Reading, begin: int, limit: int) -> int:
    """Where the complement that begins at a token ends: part after part, the first step that answers."""
    at, limit = begin, min(limit, begin + LONGEST)
    while at < limit:
        for step in STEPS:
            end = step(reading, at, limit, begin)
            if end is not None:
                break
        if end is None or end == at:
            break
        at = end
    return at


def media(reading: Reading, at: int, limit: int, begin: int) -> int | None:
    """Nothing is part of a news agency's name from before."""
    return at if reading.keys[at] in _MEDIA else None


def closed(reading: Reading, at: int, limit: int, begin: int) -> int | None:
    """After «… استان» only the province's name goes on: «شرکت آب و فاضلاب استان قم»."""
    return plain_place_end(reading, at, limit) if reading.keys[at - 1] in _CLOSING and at > begin else None


def numbered(reading: Reading, at: int, limit: int, begin: int) -> int | None:
    """«شهرداری منطقه ۱۱»."""
    return at + 1 if reading.keys[at - 1] == _NUMBERED and reading.keys[at].isdigit() else None


def joined(reading: Reading, at: int, limit: int, begin: int) -> int | None:
    """«برنامه و بودجه», «صنعت، معدن و تجارت»: only words that belong together."""
    if reading.keys[at] not in _JOINERS or at + 1 >= limit:
        return None
    return at + 2 if (reading.keys[at - 1], reading.keys[at + 1]) in _pairs() else at


def known_part(reading: Reading, at: int, limit: int, begin: int) -> int | None:
    """A place or another body: «مجلس نمایندگان آمریکا», «کمیسیون عمران مجلس»."""
    if at >= limit:
        return None
    found = reading.name_at(at, limit)
    if found and found[1][0].type in {"LOC", "ORG"} and not found[1][0].ambiguous:
        return found[0]
    head = gazetteer().heads.longest(reading.keys, at, limit) if reading.words[at].kinds & BODY_HEAD else None
    return head[0] if head and head[1].alone else None


def listed_name(reading: Reading, at: int, limit: int, begin: int) -> int | None:
    """Any other name of the tables: inside a complement the ambiguous ones are names too."""
    found = reading.name_at(at, limit)
    return found[0] if found else None


def body_word(reading: Reading, at: int, limit: int, begin: int) -> int | None:
    """A word that goes on with organisations' names."""
    return at + 1 if reading.words[at].kinds & BODY_WORD else None


def plural(reading: Reading, at: int, limit: int, begin: int) -> int | None:
    """«سازمان شهرداری ها»."""
    return at + 1 if at > begin and reading.keys[at] in PLURAL_KEYS else None


def in_marks(reading: Reading, at: int, limit: int, begin: int) -> int | None:
    """A name in marks right after the head; what a government has there is a person."""
    if at > begin or reading.keys[at] != "«" or reading.keys[at - 1] in _GOVERNMENTS:
        return None
    keys = reading.keys[at : min(limit, at + _QUOTED)]
    return at + keys.index("»") + 1 if "»" in keys else None


def namesake(reading: Reading, at: int, limit: int, begin: int) -> int | None:
    """«دانشگاه شهید بهشتی», «بنیاد امام خمینی»: the person a body is named after."""
    if at > begin or not reading.words[at].kinds & (KNOWN_NAME | HONORIFIC):
        return None
    skip = at + 1 if reading.words[at].kinds & HONORIFIC else at
    end = name_end(reading, skip, min(limit, skip + 2))
    return end if end > skip else None


STEPS: tuple[Step, ...] = (
    media,
    closed,
    numbered,
    joined,
    known_part,
    listed_name,
    body_word,
    plural,
    in_marks,
    namesake,
)


def ministry(reading: Reading, start: int, limit: int) -> Found | None:
    """A minister's portfolio stands for the ministry: «وزیر خارجه عراق», «وزیر | خارجه | پیشین عراق»."""
    if not reading.words[start].kinds & TITLE or reading.keys[start] not in MINISTERS:
        return None
    found = gazetteer().portfolios.longest(reading.keys, start + 1, limit)
    if not found or tuple(reading.keys[found[0] : found[0] + 2]) == _IN_SHADOW:
        return None
    after = found[0] + (found[0] < limit and reading.keys[found[0]] in _ONCE)
    end = plain_place_end(reading, after, limit)
    entity = _entity(reading, found[1], after, end)
    return Found(start + 1, end if after == found[0] else found[0], "ORG", entity)
