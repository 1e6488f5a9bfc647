"""The register of a cast: its members by what they were met under.

A mention is held against the few who may fit, not against all: each question is answered with every member
met of late who may fit, in the order in which they came in, and some who do not. The rules decide.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain

from persian_speech.actors.knowledge import known
from persian_speech.actors.members import Member
from persian_speech.actors.people import name_key, plain
from persian_speech.actors.phrases import DEMONSTRATIVES

RECENT = 300  # members a mention is tried against: who was met long before in a huge text is not meant
STALE = 4 * RECENT  # members under one mark before those of long ago are left out
TAIL = 3  # letters at the end of a name, or at the beginning of a title, that alike ones share
TELLING = 3  # words that a title's beginning must have to tell who is meant
SHORTEST = 4  # letters of a form that is known by itself
Words = tuple[str, ...]
Marked = dict[str, dict[Member, None]]


class Register:
    """The members in order; ``enter`` and ``leave`` keep them findable by words, titles and offices."""

    def __init__(self) -> None:
        self.members: list[Member] = []
        self._order: dict[Member, int] = {}
        self._entered: dict[Member, tuple[int, int]] = {}
        self._next = 0
        self._named: Marked = {}
        self._titled: Marked = {}
        self._forms: Marked = {}
        self._beginnings: dict[Words, dict[Words, dict[Member, None]]] = {}
        self._longest = 0

    @property
    def recent(self) -> Sequence[Member]:
        """The members met last."""
        return self.members[-RECENT:]

    def enter(self, member: Member) -> None:
        """Take in what the member was met under since it last came in."""
        if member not in self._order:
            self._order[member] = self._next
            self._next += 1
            self.members.append(member)
        names, titles = self._entered.get(member, (0, 0))
        self._entered[member] = len(member.names), len(member.titles)
        for name in member.names[names:]:
            self._mark(self._named, _marks_of_name(name), member)
            for words in (name, name[1:], name[-1:]):
                self._mark_form(words, member)
        for title in member.titles[titles:]:
            self._mark(self._titled, _marks_of_title(title), member)
            self._mark_form(title, member)
            self._beginnings.setdefault(_beginning(title, 0), {}).setdefault(title, {})[member] = None

    def leave(self, member: Member) -> None:
        """The member was somebody else, or nobody."""
        self._entered.pop(member, None)
        if self._order.pop(member, None) is not None:
            # Who leaves has come of late.
            at = next(i for i in range(len(self.members) - 1, -1, -1) if self.members[i] is member)
            del self.members[at]

    def named(self, name: Words, *, of_late: bool = True) -> list[Member]:
        """Who may bear the name, given as the keys of its words."""
        return self._met(self._named, _marks_of_name(name), of_late=of_late)

    def named_with(self, word: str) -> list[Member]:
        """Who has a name with that word in it."""
        return self._met(self._named, (word,))

    def known_as(self, keys: Iterable[str]) -> list[Member]:
        """Who has a name with one of these name keys."""
        return self._met(self._named, (f"={key}" for key in keys))

    def titled(self, title: Words) -> list[Member]:
        """Who may have the title, given as the keys of its words."""
        return self._met(self._titled, _marks_of_title(title))

    def headed(self, heads: Iterable[str]) -> list[Member]:
        """Who has a title with one of these first words."""
        return self._met(self._titled, heads)

    def in_office(self, offices: Iterable[str]) -> list[Member]:
        """Who has a title of one of these offices."""
        return self._met(self._titled, (f"={office}" for office in offices))

    def known_length(self, keys: Sequence[str], i: int) -> int:
        """How many words from ``i`` on are a form somebody was met under, or begin a title: 0 for nobody."""
        joined, best = "", 0
        for j in range(i, len(keys)):
            joined += keys[j] if j > i else plain(keys[j])
            if len(joined) > self._longest:
                break
            if len(joined) >= SHORTEST and keys[j] and self._any(self._forms.get(joined, ())):
                best = j + 1 - i
        begun = self._beginnings.get(_beginning(keys, i), {})
        shared = (_shared(title, keys, i) for title, members in begun.items() if self._any(members))
        pointed = keys[i + 1 : i + 2] and keys[i + 1] in DEMONSTRATIVES and self._is_pointed_at(keys, i)
        return max(best, TELLING * bool(pointed), max((n for n in shared if n >= TELLING), default=0))

    def _is_pointed_at(self, keys: Sequence[str], i: int) -> bool:
        """«سخنگوی این انجمن» of «سخنگوی انجمن داروسازان»."""
        told = (keys[i], *keys[i + 2 : i + TELLING])
        return any(title[: TELLING - 1] == told for m in self.headed(told[:1]) for title in m.titles)

    def _mark(self, table: Marked, marks: Iterable[str], member: Member) -> None:
        for mark in marks:
            table.setdefault(mark, {})[member] = None

    def _mark_form(self, words: Words, member: Member) -> None:
        joined = "".join(words)
        self._longest = max(self._longest, len(joined))
        self._forms.setdefault(joined, {})[member] = None

    def _met(self, table: Marked, marks: Iterable[str], *, of_late: bool = True) -> list[Member]:
        """The members under these marks, in order."""
        found = [members for mark in marks if (members := table.get(mark))]
        for members in found:
            if len(members) > STALE:
                self._forget(members)
        met = self._is_recent() if of_late else self._order.__contains__
        return sorted(set(filter(met, chain.from_iterable(found))), key=self._order.__getitem__)

    def _any(self, members: Collection[Member]) -> bool:
        return bool(members) and any(map(self._is_recent(), members))

    def _is_recent(self, window: int = RECENT) -> Callable[[Member], bool]:
        order = self._order
        if len(self.members) <= window:
            return order.__contains__
        least = order[self.members[-window]]
        return lambda member: order.get(member, -1) >= least

    def _forget(self, members: dict[Member, None]) -> None:
        """Leave out who was met so long ago that he will not be asked for."""
        kept = list(filter(self._is_recent(2 * RECENT), members))
        members.clear()
        members.update(dict.fromkeys(kept))


def _marks_of_name(name: Words) -> Iterator[str]:
    """Names that may be one share a word, or their last letters."""
    yield from name
    yield "".join(name)[-TAIL:]
    yield f"={name_key(name)}"


def _marks_of_title(title: Words) -> Iterator[str]:
    """Titles that may be one share their office, or the beginning of the whole or of what follows «و»."""
    office = known().office(title)
    if office is not None:
        yield f"={office.name}"
    for i, word in enumerate(title):
        if i == 0 or title[i - 1] == "و":
            yield word
            yield "".join(title[i : i + TAIL])[:TAIL]


def _beginning(words: Sequence[str], i: int) -> Words:
    """The first words that tell: «وزیر خارجه» begins as «وزیر امور خارجه» does."""
    return tuple(word for word in words[i : i + TELLING + 1] if word != "امور")[:TELLING]


def _shared(title: Words, keys: Sequence[str], i: int) -> int:
    """How many words from ``i`` on are the first words of the title."""
    at = i
    for n, word in enumerate(title):
        if word == "امور":
            at += at < len(keys) and keys[at] == word  # «وزیر خارجه» is «وزیر امور خارجه»
            continue
        at += at < len(keys) and keys[at] == "امور"
        if at >= len(keys) or keys[at] != word:
            return at - i if n else 0
        at += 1
    return at - i
