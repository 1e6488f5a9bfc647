"""Names that a text gives beside a title where nobody speaks: «با حضور محمود عباسی دبیر مرجع ملی …»."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice, takewhile

from persian_speech.actors.alike import same_name, without_region
from persian_speech.actors.cast import Cast
from persian_speech.actors.knowledge import known
from persian_speech.actors.members import Member, asks
from persian_speech.actors.offices import FORMER
from persian_speech.actors.people import plain
from persian_speech.actors.several import is_many
from persian_speech.actors.vocabulary import common_words, foreign_words, is_given, titles
from persian_speech.document import Document, Tokens
from persian_speech.text.letters import COMMA_KEYS, DASH_KEYS, key

Words = tuple[str, ...]
Range = tuple[int, int]
SHORTEST = 2  # words of a title that tells one person
COUNTERPART = "همتای"
_THEIRS = frozenset({"خود", "خویش", "او", "وی"})
LONGEST = 3  # words of a name
# «پس از توضیحات رایان، نماینده بم گفت»: whose words were before; who speaks comes next.
TALKS = frozenset({"سخنان", "توضیحات", "صحبتهای", "سخنرانی", "اظهارات", "سوال", "پاسخ", "نطق", "انتقاد"})
_COMMAS = DASH_KEYS | {"،", ","}


def name_by_title(cast: Cast, document: Document, keys: Sequence[str]) -> None:
    """Give the speakers who go by a title alone the one name that the text puts beside that title."""
    _name_counterparts(cast, document, keys)
    waiting = [member for member in cast.members if _waits(member)]
    told = {tuple(without_region(title)) for member in waiting for title in member.titles}
    if not told:
        return
    tokens = Tokens.of(document.tokens)
    places = _places(keys, {title for title in told if len(title) >= SHORTEST})
    for member in waiting:
        beside = (
            name
            for name, at in _names(member, keys, places)
            if _in_one_line(document.text, tokens, name[1], at)
        )
        named = {tuple(map(plain, keys[slice(*name)])): name for name in beside}
        if len(named) == 1 and not _denied(cast, member, *named):
            (name, (first, last)), *_ = named.items()
            _take(cast, member, name, " ".join(tokens.texts[first:last]))


def _name_counterparts(cast: Cast, document: Document, keys: Sequence[str]) -> None:
    """«همتای عراقی‌اش گفت», where the text has «همتای عراقی خود، فؤاد حسین،»."""
    nameless = (m for m in cast.members if m.forms and not m.names and m.forms[0].startswith(COUNTERPART))
    for member in list(nameless):
        place = _counterpart(member, keys)
        if place is not None:
            words = slice(*place)
            _take(cast, member, tuple(keys[words]), " ".join(Tokens.of(document.tokens).texts[words]))


def _counterpart(member: Member, keys: Sequence[str]) -> Range | None:
    """Where the name stands behind «همتای عراقی خود،»."""
    people = key(member.forms[0].split()[1]).removesuffix("اش") if " " in member.forms[0] else ""
    for i in (i for i, word in enumerate(keys) if word == COUNTERPART and keys[i + 1 : i + 2] == (people,)):
        first = i + 2 + (not _THEIRS.isdisjoint(keys[i + 2 : i + 3]))
        first += not _COMMAS.isdisjoint(keys[first : first + 1])
        words = takewhile(lambda word: word.isalpha() and word not in common_words(), keys[first:])
        last = first + len(list(islice(words, LONGEST)))
        if last - first > 1 and titles().at(keys, first) is None:
            return first, last
    return None


def _waits(member: Member) -> bool:
    nameless = member.kind == "title" and not member.names and not is_many(member) and not asks(member)
    return nameless and any(len(title) >= SHORTEST for title in member.titles)


def _places(keys: Sequence[str], told: AbstractSet[Words]) -> dict[Words, list[int]]:
    """Where these titles stand, no country or «سابق» after them."""
    sizes: dict[str, set[int]] = {}
    for title in told:
        sizes.setdefault(title[0], set()).add(len(title))
    elsewhere = foreign_words() | FORMER
    places: dict[Words, list[int]] = {}
    for at in [i for i, word in enumerate(keys) if word in sizes] if sizes else ():
        for size in sizes[keys[at]]:
            # «بهرام رایان رئیس مرکز وکلا، کارشناسان و مشاوران …»: a title is kept without its commas
            ahead = [i for i in range(at, min(at + 2 * size, len(keys))) if keys[i] not in COMMA_KEYS]
            words, after = tuple(keys[i] for i in ahead[:size]), ahead[size : size + 1]
            if words in told and elsewhere.isdisjoint(keys[i] for i in after):
                places.setdefault(words, []).append(at)
    return places


def _names(
    member: Member, keys: Sequence[str], places: dict[Words, list[int]]
) -> Iterator[tuple[Range, int]]:
    """The names before the member's titles, and where each title begins."""
    for title in member.titles:
        for at in places.get(tuple(without_region(title)), ()):
            yield from ((name, at) for name in _before(keys, at))


def _in_one_line(text: str, tokens: Tokens, last: int, at: int) -> bool:
    """Not «- دیدار با بهرام آریا ⏎ - معاون وزیر گفت»: headlines one below the other."""
    return "\n" not in text[tokens.starts[last - 1] : tokens.starts[at]]


def _before(keys: Sequence[str], at: int) -> Iterator[Range]:
    """«محمود عباسی دبیر …»، «محمود عباسی، دبیر …»"""
    last = at - (keys[at - 1 : at] != () and at > 0 and keys[at - 1] in _COMMAS)
    for first in range(max(last - LONGEST, 0), last - 1):
        words = keys[first:last]
        plain_word = any(not word.isalpha() or word in common_words() for word in words[1:])
        titled = any(titles().at(words, i) for i in range(len(words)))
        if is_given(words[0]) and not plain_word and not titled:
            answered = keys[first - 2 : first] == ("پاسخ", "به")  # «در پاسخ به بهرام رایان، وزیر گفت»
            if last == at or first == 0 or not (answered or keys[first - 1] in TALKS):
                yield first, last
            return


def _denied(cast: Cast, member: Member, name: tuple[str, ...]) -> bool:
    return any(known().denies(name, title, cast.date) for title in member.titles)


def _take(cast: Cast, member: Member, name: tuple[str, ...], shown: str) -> None:
    """The member is that person, whom the cast may know already."""
    alike = cast.register.named(name, of_late=False)
    persons = (m for m in alike if m is not member and m.kind not in {"body", "group"})
    holder = next((m for m in persons if any(same_name(one, name) for one in m.names)), None)
    if holder is not None:
        cast.merge(member, holder)
    named = holder or member
    named.names.append(name)
    if named.best_size < len(name):
        named.best_name, named.best_size = shown, len(name)
