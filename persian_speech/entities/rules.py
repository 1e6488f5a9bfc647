"""Names by rules: persons, bodies, places and peoples in order, then dates and sums.

Sentences are scanned from left to right. Only a word that may open a name is looked at; the first
rule that answers takes its tokens. Surnames met in a full name are then found by themselves.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from persian_speech.entities.openings import OPENINGS, Opening, asked
from persian_speech.entities.persons import by_title
from persian_speech.entities.places import governed
from persian_speech.entities.reading import Found, Reading
from persian_speech.entities.second_mentions import second_mentions
from persian_speech.entities.times import expressions, may_tell
from persian_speech.entities.words import COMMA, FALSE, LETTERS, MARK, STARTS, TITLE, false_names

Range = tuple[int, int]
_NOTHING: Final = Opening(false=False, rules=())


def ruled(reading: Reading, ranges: Sequence[Range]) -> list[Found]:
    """All that the rules find in the sentences, in order, none overlapping another."""
    named = list(_names(reading, ranges))
    named = sorted((*named, *second_mentions(reading, named)), key=lambda found: found.start)
    starts = [found.start for found in named]
    timed = [
        found
        for first, last in ranges
        for found in _times(
            reading, named[bisect_left(starts, first) : bisect_left(starts, last)], first, last
        )
    ]
    return sorted((*named, *timed), key=lambda found: found.start)


def _names(reading: Reading, ranges: Sequence[Range]) -> Iterator[Found]:
    """The names of all sentences, from left to right."""
    opened, apart = _opened(reading), _set_apart(reading)
    waiting = sorted({*opened, *apart, *_after_titles(reading)}, reverse=True)
    for first, last in ranges:
        free, body_end = first, -1  # the first token in no name yet; the end of a title's own body
        while waiting and waiting[-1] < last:
            at = waiting.pop()
            if at < free:
                continue
            opening = opened.get(at, _NOTHING)
            if opening.false and (end := _false_end(reading, at, last)) > at:
                free = end
                continue
            titled = at == body_end or (at > free and bool(reading.words[at - 1].kinds & TITLE))
            found = _answer(reading, at, last, None if at in apart else opening)
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


def _answer(reading: Reading, at: int, last: int, opening: Opening | None) -> Found | None:
    """What the first rule finds that answers: of an opening's rules, or of all."""
    for rule in opening.rules if opening else asked(reading.words[at].kinds):
        if found := rule(reading, at, last):
            return found
    return None


def _asked(reading: Reading) -> NDArray[np.bool_]:
    """Whether a word may open a name at all: by the tables, or one that no table knows."""
    may: NDArray[np.bool_] = ((reading.kinds & STARTS) != 0) | (reading.kinds == LETTERS)
    return may


def _opened(reading: Reading) -> Mapping[int, Opening]:
    """Where something may begin, told by a token and the one after it."""
    here = _asked(reading).nonzero()[0].tolist()
    after = [*reading.texts[1:], "."]
    pairs = zip(map(reading.texts.__getitem__, here), map(after.__getitem__, here), strict=True)
    found = zip(here, map(OPENINGS.__getitem__, pairs), strict=True)
    return {at: opening for at, opening in found if opening}


def _set_apart(reading: Reading) -> set[int]:
    """Tokens after an opening mark, and two or three before a comma and a title."""
    kinds = reading.kinds
    marked = ((kinds & MARK) != 0).nonzero()[0] + 1
    commas = ((kinds[:-1] & COMMA) != 0) & ((kinds[1:] & TITLE) != 0)
    places = commas.nonzero()[0]
    asked_there = _asked(reading)
    around = (*marked.tolist(), *(places - 2).tolist(), *(places - 3).tolist())
    return {at for at in around if 0 <= at < len(kinds) and asked_there[at]}


def _after_titles(reading: Reading) -> Sequence[int]:
    """Words right after a title."""
    kinds = reading.kinds
    after = ((kinds[:-1] & TITLE) != 0) & ((kinds[1:] & LETTERS) != 0)
    places: list[int] = (after.nonzero()[0] + 1).tolist()
    return places


def _false_end(reading: Reading, at: int, last: int) -> int:
    """After a phrase that is no name; ``at`` itself where none stands."""
    phrase = false_names().longest(reading.keys, at, last)
    return phrase[0] if phrase else at


def _times(reading: Reading, named: Sequence[Found], first: int, last: int) -> Iterator[Found]:
    """Dates, times, sums and shares of one sentence, where none of its names stands."""
    if not may_tell(reading.times[first:last]):
        return
    letters = list(reading.times[first:last])
    falses = (at for at in range(first, last) if reading.words[at].kinds & FALSE)
    stepped = ((at, _false_end(reading, at, last)) for at in falses)
    for start, end in (*((found.start, found.end) for found in named), *stepped):
        if first <= start < end <= last:
            letters[start - first : end - first] = "." * (end - start)
    for start, end, type_ in expressions("".join(letters)):
        yield Found(first + start, first + end, type_)
