"""Places and peoples: names of the gazetteer, and nouns that head a place's name."""

from collections.abc import Sequence
from functools import cache

from persian_speech.data import rows
from persian_speech.document import EntityType
from persian_speech.entities.gazetteer import Name, gazetteer
from persian_speech.entities.persons import name_end
from persian_speech.entities.reading import Found, Reading
from persian_speech.entities.titles import honorifics
from persian_speech.text.letters import key

_SAME = frozenset({"شهر", "کشور"})  # «شهر تهران» is counted as «تهران»


@cache
def _cues() -> frozenset[tuple[str, str]]:
    return frozenset((key(row["cue"]), row["type"]) for row in rows("name_cues"))


def settled(reading: Reading, start: int, names: Sequence[Name], type_: EntityType) -> Name | None:
    """The name of a type among a key's names: a plain one, or an ambiguous one after its cue."""
    cued = start > 0 and (reading.keys[start - 1], type_) in _cues()
    return next((name for name in names if name.type == type_ and (cued or not name.ambiguous)), None)


def place(reading: Reading, start: int, limit: int) -> Found | None:
    """«استان فارس», «روستای سرنو», «شمال عراق», «خیابان شریعتی»."""
    head = gazetteer().place_heads.longest(reading.keys, start, limit)
    if not head or head[0] >= limit:
        return None
    after, takes = head
    known = _place_after(reading, after, limit)
    if known:
        same = reading.keys[start] in _SAME and after == start + 1
        return Found(start, known[0], "LOC", known[1] if same else None)
    end = after
    if takes == "names":
        end = _named_end(reading, after, limit)
    elif takes == "number" and reading.keys[after].isdigit():
        end = after + 1
    return Found(start, end, "LOC") if end > after else None


def _place_after(reading: Reading, at: int, limit: int) -> tuple[int, str] | None:
    """The known place at a token, and a wider one after it: «شهر حلب سوریه»."""
    found = reading.name_at(at, limit)
    name = next((name for name in found[1] if name.type == "LOC"), None) if found else None
    if not found or not name:
        return None
    wider = reading.name_at(found[0], limit)
    plain = wider and wider[1][0].type == "LOC" and not wider[1][0].ambiguous
    return (wider[0] if wider and plain else found[0]), name.entity


def _named_end(reading: Reading, at: int, limit: int) -> int:
    """The end of an unknown name of at most two words, a person's with its form of address."""
    address = honorifics().longest(reading.keys, at, limit)
    begin = address[0] if address else at
    end = name_end(reading, begin, min(limit, begin + 2))
    return end if end > begin else at


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
