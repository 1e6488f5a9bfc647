"""Names by rules: persons, bodies, places and peoples in order, then dates and sums.

Sentences are scanned from left to right. Only a word that may open a name is looked at; the first
rule that answers takes its tokens. Surnames met in a full name are then found by themselves.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Final

from persian_speech.entities.organisations import body, ministry
from persian_speech.entities.persons import (
    addressed,
    by_apposition,
    by_first_name,
    by_rare_first_name,
    by_surname,
    by_title,
    by_unknown,
    in_marks,
)
from persian_speech.entities.places import governed, known, place
from persian_speech.entities.reading import Found, Reading
from persian_speech.entities.second_mentions import second_mentions
from persian_speech.entities.times import expressions, may_tell
from persian_speech.entities.words import (
    BODY_HEAD,
    ENDING,
    FALSE,
    FIRST,
    HONORIFIC,
    LETTERS,
    NAMED,
    PLACE_HEAD,
    RARE_FIRST,
    STARTS,
    SURNAME,
    TITLE,
    false_names,
    is_surname,
    word,
)
from persian_speech.text.remembered import Remembered

Rule = Callable[[Reading, int, int], Found | None]
Range = tuple[int, int]
# In order, each with the kinds of words it answers at, 0 for any.
RULES: tuple[tuple[int, Rule], ...] = (
    (0, in_marks),
    (TITLE, ministry),
    (PLACE_HEAD, place),
    (BODY_HEAD | NAMED, body),
    (HONORIFIC, addressed),
    (NAMED, known),
    (FIRST, by_first_name),
    (RARE_FIRST, by_rare_first_name),
    (0, by_surname),
    (LETTERS, by_apposition),
    (LETTERS, by_unknown),
)


def ruled(reading: Reading, ranges: Sequence[Range]) -> list[Found]:
    """All that the rules find in the sentences, in order, none overlapping another."""
    named = [found for first, last in ranges for found in _names(reading, first, last)]
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


def _names(reading: Reading, first: int, last: int) -> Iterator[Found]:
    """The names of one sentence, from left to right."""
    at, titled = first, -1
    while at < last:
        kinds = reading.kinds[at]
        if kinds & FALSE and (end := _false_end(reading, at, last)) > at:
            at, titled = end, -1
            continue
        asked = kinds & STARTS or (kinds == LETTERS and _may_open(reading, at))
        found = _first_answer(reading, at, last) if asked else None
        if found is None and at == titled:
            found = governed(reading, at, last) or by_title(reading, at, last)
        if found is None:
            titled = at + 1 if kinds & TITLE else -1
            at += 1
            continue
        # what follows a title's own body may be the holder's name: «وزیر خارجه عراق فلان گفت»
        titled = found.end if found.start in {titled, at + 1} and found.type in {"ORG", "LOC"} else -1
        yield found
        at = found.end


def _may_open(reading: Reading, at: int) -> bool:
    """Whether a word no table knows may open a name: by a mark, the comma after it, or a surname's ending."""
    if "" in reading.keys[at + 2 : at + 4] or (at and reading.texts[at - 1] == "«"):
        return True
    following = at + 1
    return following < len(reading.texts) and _PAIRS[reading.texts[at], reading.texts[following]]


def _pair_opens(pair: tuple[str, str]) -> bool:
    first, second = map(word, pair)
    return bool(second.kinds & (SURNAME | ENDING)) or is_surname(first, second)


_PAIRS: Final = Remembered(_pair_opens)


def _false_end(reading: Reading, at: int, last: int) -> int:
    """After a phrase that is no name; ``at`` itself where none stands."""
    phrase = false_names().longest(reading.keys, at, last)
    return phrase[0] if phrase else at


def _first_answer(reading: Reading, at: int, last: int) -> Found | None:
    for rule in _asked(reading.kinds[at]):
        if found := rule(reading, at, last):
            return found
    return None


@cache
def _asked(kinds: int) -> tuple[Rule, ...]:
    """The rules that may answer at a word of these kinds."""
    return tuple(rule for needed, rule in RULES if not needed or kinds & needed)


def _times(reading: Reading, named: Sequence[Found], first: int, last: int) -> Iterator[Found]:
    """Dates, times, sums and shares of one sentence, where none of its names stands."""
    if not may_tell(reading.times[first:last]):
        return
    letters = list(reading.times[first:last])
    stepped = ((at, _false_end(reading, at, last)) for at in range(first, last) if reading.kinds[at] & FALSE)
    for start, end in (*((found.start, found.end) for found in named), *stepped):
        if first <= start < end <= last:
            letters[start - first : end - first] = "." * (end - start)
    for start, end, type_ in expressions("".join(letters)):
        yield Found(first + start, first + end, type_)
