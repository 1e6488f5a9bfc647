"""Organisations: a known name or a head noun, and the complement that goes on to a boundary."""

from functools import cache

from persian_speech.data import rows
from persian_speech.entities.gazetteer import Name, gazetteer
from persian_speech.entities.persons import name_end
from persian_speech.entities.places import settled
from persian_speech.entities.reading import Found, Reading
from persian_speech.entities.words import BODY_WORD, HONORIFIC, KNOWN_NAME, NAMED, TITLE
from persian_speech.text.letters import key

_MINISTERS = frozenset({"وزیر", "وزرای", "وزیران", "معاونوزیر"})
_JOINERS = frozenset({"و", "،"})
_QUOTED = 6  # tokens of a name in marks after its head: «روزنامه «صبح امروز»»


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    """Words that «و» joins inside a name: «برنامه و بودجه»."""
    return frozenset((key(row["first"]), key(row["second"])) for row in rows("organisation_pairs"))


def body(reading: Reading, start: int, limit: int) -> Found | None:
    """«وزارت خارجه عراق», «سازمان برنامه و بودجه», «کرملین», «مجلس»."""
    known = _known(reading, start, limit)
    head = gazetteer().heads.longest(reading.keys, start, limit)
    if known and (not head or known[0] >= head[0]):
        end = _complement_end(reading, known[0], limit)
        return Found(start, end, "ORG", known[1].entity if end == known[0] else None)
    if not head:
        return None
    after, kind = head
    end = _complement_end(reading, after, limit)
    if end == after and kind.strong and after < limit and _unknown(reading, after):
        end = _complement_end(reading, after + 1, limit)
    if end > after and (kind.strong or end > after + 1):
        return Found(start, end, "ORG")
    return Found(start, after, "ORG", alone=True) if kind.alone else None


def _unknown(reading: Reading, at: int) -> bool:
    """A word no table knows: a firm's or a school's own name."""
    return reading.words[at].may_name


def _known(reading: Reading, start: int, limit: int) -> tuple[int, Name] | None:
    """The longest organisation of the tables at a token, if it needs no cue or has one."""
    found = reading.name_at(start, limit)
    if not found:
        return None
    name = settled(reading, start, found[1], "ORG")
    return (found[0], name) if name else None


def _complement_end(reading: Reading, at: int, limit: int) -> int:
    """Where the complement that begins at a token ends."""
    begin = at
    while at < limit:
        end = _step(reading, at, limit, first=at == begin)
        if end == at:
            break
        at = end
    return at


def _step(reading: Reading, at: int, limit: int, *, first: bool) -> int:
    """The end of the next part of a complement; ``at`` itself where it ends."""
    fact = reading.words[at]
    if reading.keys[at] in _JOINERS and at + 1 < limit:
        joined = (reading.keys[at - 1], reading.keys[at + 1]) in _pairs()
        return at + 2 if joined else at
    if fact.kinds & NAMED and (name := reading.name_at(at, limit)):
        return name[0]
    if fact.kinds & BODY_WORD:
        return at + 1
    if first and reading.tokens[at].text == "«":
        return _quoted_end(reading, at, limit)
    if first and fact.kinds & (KNOWN_NAME | HONORIFIC):
        return _namesake_end(reading, at, limit)
    return at


def _namesake_end(reading: Reading, at: int, limit: int) -> int:
    """«دانشگاه شهید بهشتی», «بنیاد امام خمینی»: the person a body is named after."""
    skip = at + 1 if reading.words[at].kinds & HONORIFIC else at
    end = name_end(reading, skip, min(limit, skip + 2))
    return end if end > skip else at


def _quoted_end(reading: Reading, at: int, limit: int) -> int:
    """The end of a name in marks."""
    texts = [token.text for token in reading.tokens[at : min(limit, at + _QUOTED)]]
    return at + texts.index("»") + 1 if "»" in texts else at


def ministry(reading: Reading, start: int, limit: int) -> Found | None:
    """A minister's portfolio stands for the ministry: «وزیر خارجه عراق»."""
    if not reading.words[start].kinds & TITLE or reading.keys[start] not in _MINISTERS:
        return None
    found = gazetteer().portfolios.longest(reading.keys, start + 1, limit)
    if not found:
        return None
    end = _complement_end(reading, found[0], limit)
    return Found(start + 1, end, "ORG", found[1].entity if end == found[0] else None)
