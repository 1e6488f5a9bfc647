"""Names by rules: persons, bodies, places and peoples in order, then dates and sums.

Sentences are scanned from left to right. Only a word that may open a name is looked at; the first
rule that answers takes its tokens. Surnames met in a full name are then found by themselves.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from persian_speech.entities.openings import Rule, asked, opened
from persian_speech.entities.persons import by_title
from persian_speech.entities.places import governed
from persian_speech.entities.reading import Found, Reading
from persian_speech.entities.second_mentions import second_mentions
from persian_speech.entities.times import expressions, may_tell
from persian_speech.entities.words import ASKED, COMMA, LETTERS, MARK, TITLE, false_names

Range = tuple[int, int]
START = attrgetter("start")


def ruled(reading: Reading, ranges: Sequence[Range]) -> list[Found]:
    """All that the rules find in the sentences, in order, none overlapping another."""
    falses = _falses(reading, ranges)
    named = list(_names(reading, ranges, falses))
    named += second_mentions(reading, named)
    timed = _times(reading, [last for _, last in ranges], (*map(_ends, named), *falses.items()))
    return sorted((*named, *timed), key=START)


def _falses(reading: Reading, ranges: Sequence[Range]) -> dict[int, int]:
    """Where phrases stand that are no names: the first token and the one after the last."""
    phrases = false_names()
    stops = [last for _, last in ranges]
    found = ((at, phrases.longest(reading.keys, at, stops[bisect_right(stops, at)])) for at in reading.falses)
    return {at: phrase[0] for at, phrase in found if phrase}


def _names(reading: Reading, ranges: Sequence[Range], falses: Mapping[int, int]) -> Iterator[Found]:
    """The names of all sentences, from left to right."""
    openings, apart = opened(reading), _set_apart(reading)
    waiting = sorted({*openings, *apart, *falses, *_after_titles(reading)}, reverse=True)
    for first, last in ranges:
        free, body_end = first, -1  # the first token in no name yet; the end of a title's own body
        while waiting and waiting[-1] < last:
            at = waiting.pop()
            if at < free:
                continue
            if at in falses:
                free = falses[at]
                continue
            rules = asked(reading.words[at].kinds) if at in apart else openings.get(at, ())
            found = _answer(rules, reading, at, last)
            titled = at == body_end or (at > free and bool(reading.words[at - 1].kinds & TITLE))
            if found is None and titled:
                found = governed(reading, at, last) or by_title(reading, at, last)
            if found is None:
                continue
            yield found
            free, body_end = found.end, -1
            if found.type in {"ORG", "LOC"} and (titled or found.start == at + 1):
                # what follows a title's own body may be the holder's name: «وزیر خارجه عراق فلان گفت»
                body_end = free
                waiting.append(free)


def _answer(rules: Sequence[Rule], reading: Reading, at: int, last: int) -> Found | None:
    """What the first rule finds that answers."""
    for rule in rules:
        if found := rule(reading, at, last):
            return found
    return None


def _set_apart(reading: Reading) -> set[int]:
    """Tokens after an opening mark, and two or three before a comma and a title."""
    apart: set[int] = set()
    words = reading.words
    for at in (reading.kinds & (MARK | COMMA)).nonzero()[0].tolist():
        if words[at].kinds & MARK:
            apart.add(at + 1)
        elif at + 1 < len(words) and words[at + 1].kinds & TITLE:
            apart.update((at - 2, at - 3))
    return {at for at in apart if 0 <= at < len(words) and words[at].kinds & ASKED}


def _after_titles(reading: Reading) -> Iterator[int]:
    """Words right after a title."""
    for at in (reading.kinds & TITLE).nonzero()[0].tolist():
        if at + 1 < len(reading.words) and reading.words[at + 1].kinds & LETTERS:
            yield at + 1


def _times(reading: Reading, stops: Sequence[int], taken: Iterable[Range]) -> Iterator[Found]:
    """Dates, times, sums and shares of sentences that end at some tokens, where nothing else stands."""
    if not may_tell(reading.times):
        return
    letters = bytearray(reading.times, "ascii")
    for start, end in taken:
        letters[start:end] = b"." * (end - start)
    yield from (Found(start, end, type_) for start, end, type_ in expressions(letters.decode(), stops))


def _ends(found: Found) -> Range:
    return found.start, found.end
