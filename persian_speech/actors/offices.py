"""Offices: the titles that name one office, in Iran and abroad.

A title is an office's own («رهبر انقلاب»), a post of Iran («وزیر امور خارجه», «وزیر خارجه کشورمان») or
a post with a foreign country after it («وزیر خارجه فرانسه»). «رئیس جمهور سابق» is no office.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Literal, cast

from persian_speech.data import forms, rows
from persian_speech.text.letters import phrase_key

HOME = "ایران"
MOST_TITLES = 1 << 12  # that are remembered; a thousand news items have as many
# «رئیس جمهور سابق», «رهبر شهید انقلاب»: somebody else than who holds the office.
FORMER = frozenset(
    {"سابق", "اسبق", "پیشین", "وقت", "منتخب", "فعلی", "شهید", "فقید", "راحل", "مرحوم", "مستعفی"}
)
FORMER |= {"اینده", "بعدی"}
Scope = Literal["home", "abroad", "only"]
_STATES = ("جمهوری", "دولت", "جمهوری اسلامی", "کشور")  # «رئیس جمهوری عراق»: «دولت عراق», «کشور عراق»


@dataclass(frozen=True, slots=True)
class Office:
    """An office: the one name it is shown under, and where it is: a country, or «» for the only such one.

    ``bare``: a title that says no country, which a text about another country may mean of that one.
    """

    name: str
    country: str = ""
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """An office of the table, as one of its titles names it."""

    name: str
    scope: Scope
    at_home: bool
    abroad: bool


def title_key(title: str) -> str:
    """A title's letters without spaces and commas, folded."""
    return phrase_key(title.replace("،", " "))


class Titles:
    """The titles of all offices; further ones may be given, an office to each."""

    __slots__ = ("_begun", "_more", "_read")

    def __init__(self, more: Mapping[str, str] | None = None) -> None:
        self._more = {title_key(title): Office(office) for title, office in (more or {}).items()}
        self._read: dict[str, Office | None] = {}
        self._begun = frozenset(start for title in self._more for start in accumulate(title))

    def office(self, words: Sequence[str]) -> Office | None:
        """The office that a title, given as the keys of its words, names."""
        joined = "".join(words)
        if joined not in self._read:
            if len(self._read) >= MOST_TITLES:
                self._read.clear()
            self._read[joined] = self._more.get(joined) or _own(joined) or _with_country(words)
        return self._read[joined]

    def opens(self, word: str) -> bool:
        """Whether the title of an office may begin with a word, given as its key."""
        return not word or word in _begun() or word in self._begun

    def named(self, title: str) -> Office | None:
        """The office that a title, as it is written, names."""
        return self.office([title_key(word) for word in title.replace("،", " ").split()])


@cache
def _posts() -> dict[str, tuple[Post, ...]]:
    """Key of a title → the offices that it may name."""
    table: dict[str, tuple[Post, ...]] = {}
    for row in rows("offices"):
        scope = cast(Scope, row["scope"])
        for title, at_home, abroad in _titles(row, scope):
            joined = title_key(title)
            table[joined] = (*table.get(joined, ()), Post(row["office"], scope, at_home, abroad))
    return table


@cache
def _begun() -> frozenset[str]:
    """All beginnings of the titles of posts."""
    return frozenset(start for title in _posts() for start in accumulate(title))


def _titles(row: Mapping[str, str], scope: Scope) -> Iterator[tuple[str, bool, bool]]:
    """Each title of a row, whether it may stand alone, and whether before a foreign country."""
    for title in forms(row, "office", "aliases"):
        yield title, scope != "abroad", scope != "only"
    yield from ((title, False, True) for title in forms(row, "abroad"))
    yield from ((title, True, False) for title in forms(row, "at_home"))


@cache
def countries() -> dict[str, str]:
    """Key of what a country is called after a title → the country."""
    table: dict[str, str] = {}
    for row in rows("countries"):
        for form in forms(row, "country", "aliases"):
            table[phrase_key(form)] = row["country"]
            table |= {phrase_key(f"{state} {form}"): row["country"] for state in _STATES}
    for row in rows("office_places"):
        table |= {phrase_key(form): row["country"] for form in forms(row, "forms")}
    return table


def _own(joined: str) -> Office | None:
    """«رهبر انقلاب», «وزیر نفت»: a title that needs no country."""
    post = next((post for post in _posts().get(joined, ()) if post.at_home), None)
    if post is None:
        return None
    return Office(post.name) if post.scope == "only" else Office(post.name, HOME, bare=True)


def _with_country(words: Sequence[str]) -> Office | None:
    """«وزیر خارجه فرانسه», «وزیر خارجه جمهوری اسلامی ایران»: the longest post before a country's name."""
    for cut in range(len(words) - 1, 0, -1):
        country = countries().get("".join(words[cut:]))
        for post in _posts().get("".join(words[:cut]), ()) if country else ():
            if country and (office := _in(post, country)):
                return office
    return None


def _in(post: Post, country: str) -> Office | None:
    if country == HOME and post.at_home:
        return Office(post.name) if post.scope == "only" else Office(post.name, HOME)
    return Office(f"{post.name} {country}", country) if country != HOME and post.abroad else None
