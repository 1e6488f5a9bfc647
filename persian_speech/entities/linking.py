"""Linking: the one name that each mention of a document is counted under.

A person is counted under the fullest name that the document gives: «کاظمی», «آقای کاظمی» and
«مصطفی الکاظمی» are one. A bare head («مجلس») is the one fuller body of that head.
"""

from collections.abc import Iterator, Sequence

from persian_speech.entities.reading import Found, Reading
from persian_speech.entities.second_mentions import bare
from persian_speech.entities.titles import honorifics

Keys = tuple[str, ...]


def entities(reading: Reading, found: Sequence[Found]) -> Iterator[str]:
    """The entity of each name found, in order."""
    fullest = _fullest(reading, found)
    bodies = _bodies(reading, found)
    for name in found:
        if name.type == "PER":
            yield fullest[_person_keys(reading, name)]
        elif name.alone:
            yield bodies.get(reading.keys[name.start]) or reading.shown(name.start, name.end)
        else:
            yield name.entity or reading.shown(name.start, name.end)


def _person_keys(reading: Reading, name: Found) -> Keys:
    """The keys of a person's name, the article and «سید» left out."""
    keys = [bare(folded) for folded in reading.keys[name.start : name.end]]
    while len(keys) > 1 and honorifics().get(keys[0]) == "part":
        del keys[0]
    return tuple(keys)


def _fullest(reading: Reading, found: Sequence[Found]) -> dict[Keys, str]:
    """Each person's keys → the fullest name with the same last word, or that holds all its words."""
    shown: dict[Keys, str] = {}
    for name in found:
        if name.type == "PER":
            shown.setdefault(_person_keys(reading, name), reading.shown(name.start, name.end))
    longest = sorted(shown, key=len, reverse=True)
    return {keys: shown[next(full for full in longest if _holds(full, keys))] for keys in shown}


def _holds(full: Keys, keys: Keys) -> bool:
    """Whether a fuller name may be the same person's: it ends alike, or begins so for a first name."""
    return full[-len(keys) :] == keys or (len(keys) == 1 and full[0] == keys[0]) or set(keys) <= set(full)


def _bodies(reading: Reading, found: Sequence[Found]) -> dict[str, str]:
    """A head's key → the one fuller body of that head in the document."""
    fuller: dict[str, set[str]] = {}
    for name in found:
        if name.type == "ORG" and not name.alone:
            entity = name.entity or reading.shown(name.start, name.end)
            fuller.setdefault(reading.keys[name.start], set()).add(entity)
    return {head: next(iter(names)) for head, names in fuller.items() if len(names) == 1}
