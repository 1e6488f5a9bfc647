"""Linking: the one name that each mention of a document is counted under.

A person is counted under the fullest name that the document gives: «کاظمی», «آقای کاظمی» and
«مصطفی الکاظمی» are one. Of two who share a surname the one named last is meant. A bare head
(«مجلس») is the one fuller body of that head.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from persian_speech.entities.reading import Found, Reading
from persian_speech.entities.second_mentions import bare
from persian_speech.entities.titles import honorifics

Keys = tuple[str, ...]
SHORTEST = 3  # letters of a surname that comes back by itself
# «یا حسین»: whose given name alone means a saint, and nobody who bears it last («صدام حسین»).
_SAINTS = frozenset(
    (name,) for name in ("حسین", "حسن", "علی", "محمد", "رضا", "مهدی", "زهرا", "فاطمه", "زینب")
)


def entities(reading: Reading, found: Sequence[Found]) -> Iterator[str]:
    """The entity of each name found, in order."""
    people = _People(reading, found)
    bodies = _bodies(reading, found)
    for name in found:
        if name.type == "PER":
            yield people.entity(name)
        elif name.alone:
            yield bodies.get(reading.keys[name.start]) or shown(reading, name)
        else:
            yield name.entity or shown(reading, name)


def shown(reading: Reading, name: Found) -> str:
    """A name as it is shown in tables, a blessing left out: «امام صادق (ع)» is «امام صادق»."""
    end, texts = name.end, reading.texts
    if name.type == "PER" and texts[end - 1] == ")" and "(" in texts[name.start + 1 : end]:
        end = texts.index("(", name.start + 1)
    return reading.shown(name.start, end)


class _People:
    """The full names of a document, by the forms they may come back in."""

    def __init__(self, reading: Reading, found: Sequence[Found]) -> None:
        self._reading = reading
        self._full: list[tuple[int, Keys]] = []
        self._forms: dict[Keys, list[int]] = {}
        self._fullest: dict[Keys, tuple[int, str]] = {}
        self._keys = {name: _person_keys(reading, name) for name in found if name.type == "PER"}
        for name, keys in self._keys.items():
            if len(keys) > 1:
                self._add(name.start, keys, shown(reading, name))

    def _add(self, start: int, keys: Keys, text: str) -> None:
        """A full name comes back as its surname, its last words, or two of its words, one between at most."""
        forms = (
            {keys[at:] for at in range(len(keys))}
            | set(pairwise(keys))
            | set(zip(keys, keys[2:], strict=False))
        )
        for form in forms:
            self._forms.setdefault(form, []).append(len(self._full))
            if len(keys) > self._fullest.get(form, (0, ""))[0]:
                self._fullest[form] = len(keys), text
        self._full.append((start, keys))

    def entity(self, name: Found) -> str:
        """The fullest form of the person that a mention names."""
        keys = self._keys[name]
        short = len(keys) == 1 and len(keys[0]) < SHORTEST  # «اف» is not «الهام علی اف»
        named = None if short or keys in _SAINTS else self._forms.get(keys)
        if not named:
            return shown(self._reading, name)
        before = bisect_right(named, name.start, key=lambda at: self._full[at][0])
        _, full = self._full[named[max(before - 1, 0)]]
        return self._fullest[full][1]


def _person_keys(reading: Reading, name: Found) -> Keys:
    """The keys of a person's name, the article, «سید» and a blessing left out."""
    keys = [bare(key) for key in reading.keys[name.start : name.end] if key[:1].isalpha()]
    while len(keys) > 1 and honorifics().get(keys[0]) == "part":
        del keys[0]
    return tuple(keys)


def _bodies(reading: Reading, found: Sequence[Found]) -> dict[str, str]:
    """A head's key → the one fuller body of that head in the document."""
    fuller: dict[str, set[str]] = {}
    for name in found:
        if name.type == "ORG" and not name.alone:
            fuller.setdefault(reading.keys[name.start], set()).add(name.entity or shown(reading, name))
    return {head: next(iter(names)) for head, names in fuller.items() if len(names) == 1}
