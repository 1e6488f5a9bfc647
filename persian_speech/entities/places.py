"""Places and peoples: names of the gazetteer, and nouns that head a place's name."""

from collections.abc import Sequence
from functools import cache

from persian_speech.data import rows
from persian_speech.document import EntityType
from persian_speech.entities.gazetteer import Name, gazetteer
from persian_speech.entities.persons import blessing_end, name_end, two_halves
from persian_speech.entities.reading import Found, Reading
from persian_speech.entities.titles import honorifics
from persian_speech.entities.words import COMMON, PLACE_HEAD, is_function
from persian_speech.text.letters import key

_SIDES = frozenset({"شمالی", "جنوبی", "شرقی", "غربی"})
_SAME = frozenset({"شهر", "کشور"})  # «شهر تهران» is counted as «تهران»
_PRAISE = frozenset({"مقدس", "بزرگ", "تاریخی"})  # «شهر مقدس قم» too, but «شهر مرزی ترکیه» is a town


@cache
def _cues() -> frozenset[tuple[str, str]]:
    return frozenset((key(row["cue"]), row["type"]) for row in rows("name_cues"))


def settled(reading: Reading, start: int, names: Sequence[Name], type_: EntityType) -> Name | None:
    """The name of a type among a key's names: a plain one, or an ambiguous one after its cue."""
    cued = start > 0 and (reading.keys[start - 1], type_) in _cues()
    for name in names:
        if name.type == type_ and (cued or not name.ambiguous):
            return name
    return None


def place(reading: Reading, start: int, limit: int) -> Found | None:
    """«استان فارس», «روستای سرنو», «شمال عراق», «خیابان شریعتی», «شهرستان گرمسار استان سمنان»."""
    if not reading.words[start].kinds & PLACE_HEAD:
        return None
    head = gazetteer().place_heads.longest(reading.keys, start, limit)
    listed = reading.name_at(start, limit)
    if not head or head[0] >= limit or listed or two_halves(reading, start, limit):
        return None
    after, takes = head
    name = _place_after(reading, after, limit)
    direct = name is not None
    if not name and takes != "side" and _is_adjective(reading, after):
        name = _place_after(reading, after + 1, limit)  # «شهر مقدس قم»
    if name:
        same = reading.keys[start] in _SAME and (direct or reading.keys[after] in _PRAISE)
        end = _wider(reading, name[0], limit)
        return Found(start, end, "LOC", name[1] if same and end == name[0] else None)
    end = after
    if takes == "names" and not _counted(reading, start):
        end = _named_end(reading, after, limit)
    elif takes == "number" and reading.keys[after].isdigit():
        end = after + 1
    return Found(start, _wider(reading, end, limit), "LOC") if end > after else None


def _counted(reading: Reading, at: int) -> bool:
    """«شش شهرستان»: a counted head names no one place."""
    return at > 0 and reading.words[at - 1].time in {"n", "N", "Y", "w"}


def _is_adjective(reading: Reading, at: int) -> bool:
    """A common word of some length that is no preposition: it may stand between a head and a name."""
    fact = reading.words[at]
    return bool(fact.kinds & COMMON) and len(fact.key) > 2 and not is_function(fact.key) and fact.key != "های"


def _place_after(reading: Reading, at: int, limit: int) -> tuple[int, str] | None:
    """The end and the entity of the known place at a token."""
    found = reading.name_at(at, limit) if at < limit else None
    name = next((name for name in found[1] if name.type == "LOC"), None) if found else None
    return (found[0], name.entity) if found and name else None


def plain_place_end(reading: Reading, at: int, limit: int) -> int:
    """After the plain place of the tables at a token; ``at`` itself where none stands."""
    found = reading.name_at(at, limit) if at < limit else None
    plain = found and found[1][0].type == "LOC" and not found[1][0].ambiguous
    return found[0] if found and plain else at


def _wider(reading: Reading, at: int, limit: int) -> int:
    """After the wider place that follows: «شهر حلب سوریه», «شهرستان گرمسار استان سمنان»."""
    if at < limit and reading.keys[at] in _SIDES:
        at += 1  # «خیابان بهار جنوبی»
    if at >= limit:
        return at
    wider = plain_place_end(reading, at, limit)
    if wider > at:
        return wider
    head = gazetteer().place_heads.longest(reading.keys, at, limit)
    outer = _place_after(reading, head[0], limit) if head else None
    return outer[0] if outer else at


def _named_end(reading: Reading, at: int, limit: int) -> int:
    """The end of an unknown name of at most two words, a person's with its form of address."""
    address = honorifics().longest(reading.keys, at, limit)
    if not address and at + 1 < limit and _is_adjective(reading, at):
        address = honorifics().longest(reading.keys, at + 1, limit)  # «حرم مطهر امام رضا (ع)»
    begin = address[0] if address else at
    end = name_end(reading, begin, min(limit, begin + 2))
    return blessing_end(reading, end, limit) if end > begin else at


def governed(reading: Reading, start: int, limit: int) -> Found | None:
    """An unknown name after the title of who governs a place: «بخشدار کلاته‌سرخ»."""
    if start == 0 or (reading.keys[start - 1], "LOC") not in _cues():
        return None
    end = name_end(reading, start, min(limit, start + 2))
    return Found(start, end, "LOC") if end == start + 1 else None


def known(reading: Reading, start: int, limit: int) -> Found | None:
    """A name of the tables: «تهران», «عراقی‌ها», «اصلاح‌طلبان»."""
    found = reading.name_at(start, limit)
    if not found:
        return None
    end, names = found
    for type_ in ("LOC", "NORP", "ORG"):
        name = settled(reading, start, names, type_)
        if name:
            return Found(start, end, type_, name.entity)
    return None
