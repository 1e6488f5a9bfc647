"""Names and the quotation marks and brackets at their edges."""

from collections.abc import Mapping, Sequence
from typing import Final

from persian_speech.entities.reading import Found, Reading

OPENING: Final[Mapping[str, str]] = {"»": "«", '"': '"', "”": "“"}  # by the mark that closes
_OPENING: Final = {**OPENING, ")": "("}
_MARKS: Final = frozenset((*_OPENING, *_OPENING.values()))


def marks_close(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«روزنامه «بامداد نو»»: a mark that opens inside a name closes inside it, and none else closes there.

    What comes after a mark that had opened before the name is outside: «جشنواره «آفتاب» تهران».
    """
    texts = reading.texts
    marked = {name for name in names if not _MARKS.isdisjoint(texts[name.start : name.end])}
    whole = [_closed(reading, name) if name in marked else name for name in names]
    return [name for name in whole if name.start < name.end] if marked else names


def _closed(reading: Reading, name: Found) -> Found:
    """The name with the closing mark right after it, or up to one that closes nothing in it."""
    texts, opened = reading.texts, list[str]()
    before = texts[name.start - 1] if name.start else ""
    for at in range(name.start, name.end):
        text = texts[at]
        if opened[-1:] == [_OPENING.get(text)]:
            opened.pop()
        elif text in _OPENING and (text != '"' or before == '"' or at == name.end - 1):
            return name._replace(end=at)
        elif text in _MARKS:
            opened.append(text)
    after = texts[name.end] if name.end < len(texts) else ""
    return name._replace(end=name.end + 1) if opened[-1:] == [_OPENING.get(after)] else name
