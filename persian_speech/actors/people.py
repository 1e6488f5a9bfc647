"""People who are known: the names each goes by, and what a text's name tells of whom it means."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from persian_speech.text.letters import key, phrase_key

Bearing = Literal["full", "alone", "family", ""]
"""How well a name fits: ``full`` with the given name, ``alone`` a name that is enough by itself,
``family`` the bare family name, «» not at all."""

ARTICLE, _SAYYED = "ال", "سید"
_UNTOLD = (_SAYYED, ARTICLE)
_FIRST_OF_TWO = ("محمد", "علی")  # «باقر قالیباف» is «محمدباقر قالیباف»


def plain(word: str) -> str:
    """«الکاظمی» = «کاظمی»."""
    return word[2:] if word.startswith(ARTICLE) and len(word) > 4 else word


def name_key(words: Sequence[str]) -> str:
    """A name's words, given as keys, run together: without articles, «آل» and «سید»."""
    return _name_key(tuple(words))


@lru_cache(maxsize=1 << 14)
def _name_key(words: tuple[str, ...]) -> str:
    joined = "".join(plain(word) for word in words if word[:1].isalnum() and word not in _UNTOLD)
    return joined.removeprefix(_SAYYED) if len(joined) > 2 * len(_SAYYED) else joined


def written_key(name: str) -> str:
    """The same of a name as it is written."""
    return name_key([key(word) for word in name.split()])


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody known. ``id`` is the same in all documents; ``namesakes``: others bear the full name too.

    ``word``: a name that stands alone («ظریف») is a common word too.
    """

    id: str
    name: str
    latin: str = ""
    aliases: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    namesakes: bool = False
    word: bool = False
    _full: frozenset[str] = field(init=False, repr=False, compare=False)
    _alone: frozenset[str] = field(init=False, repr=False, compare=False)
    _family: frozenset[str] = field(init=False, repr=False, compare=False)
    keys: frozenset[str] = field(init=False, repr=False, compare=False)
    """The keys of all names: full, family and those that stand alone."""

    def __post_init__(self) -> None:
        names = [[key(word) for word in name.split()] for name in (self.name, *self.aliases)]
        object.__setattr__(self, "_family", frozenset([name_key(name[1:] or name) for name in names]))
        object.__setattr__(self, "_full", frozenset(_full_keys(names)))
        object.__setattr__(self, "_alone", frozenset(map(written_key, self.alone)))
        object.__setattr__(self, "keys", self._full | self._alone | self._family)

    def bears(self, joined: str) -> Bearing:
        """How well a name's key fits this person."""
        if joined in self._full:
            return "full"
        if joined in self._alone:
            return "alone"
        return "family" if joined in self._family else ""

    def also(self, aliases: Iterable[str]) -> "Person":
        """This person under further names."""
        return replace(self, aliases=tuple(dict.fromkeys((*self.aliases, *aliases))))


def _full_keys(names: Iterable[Sequence[str]]) -> Iterable[str]:
    """Keys of full names, those too that leave out the first half of a double given name."""
    for name in names:
        joined = name_key(name)
        yield joined
        for half in _FIRST_OF_TWO:
            if name[0].startswith(half) and len(name[0]) - len(half) > 2:
                yield joined.removeprefix(half)


def identifier(name: str, latin: str) -> str:
    """An id from the Latin name, «mohammad-javad-zarif»; where there is none, the Persian letters."""
    import unicodedata

    folded = unicodedata.normalize("NFKD", latin.replace("ı", "i").replace("ł", "l")).lower()
    letters = folded if folded.isascii() else "".join(c for c in folded if not unicodedata.combining(c))
    return "-".join(re.findall("[0-9a-z]+", letters)) or phrase_key(name)
