"""Sentences with exact offsets: a list of named rules says where one ends.

A paragraph ends one. Within it every closing mark is a candidate; the rules answer in order, and the
first that answers wins. ؛ never ends a sentence, «.»» does, a wrapped line does not.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from persian_speech.document import Sentence, Token
from persian_speech.text.lines import paragraphs
from persian_speech.text.tokens import numbered
from persian_speech.text.vocabulary import Flag, Numbered

ENDERS = frozenset({".", "!", "؟", "?", "…", "۔"})
CLOSERS = frozenset({"»", '"', "”", "’", "'", ")", "]", "›"})
BULLETS = frozenset("🔹🔸🔷🔶🔴🔵🔺🔻▪▫◾◽♦🔘")
# A sentence does not begin with one of these, so three dots before them are no end.
GOES_ON = frozenset({"و", "،", ",", "؛", ":", ")", "]"})
MARKS = frozenset({"punctuation", "symbol"})
Verdict = bool | None


class Word(NamedTuple):
    """A token beside the place: its text, its kind, and whether it touches the token nearer to the place."""

    text: str
    kind: str
    glued: bool


class Place(NamedTuple):
    """The place after a token inside a paragraph: its text, and the tokens around it."""

    text: str
    before: Word | None
    following: Word
    before_opens: bool
    earlier: tuple[str, ...]
    """The texts of the four tokens before, the nearest first."""


Rule = Callable[[Place], Verdict]


def is_ender(text: str) -> bool:
    """A mark that may close a sentence: «.», «؟», «!», «…» and runs of them."""
    return text[0] in ENDERS


def bullet_begins(place: Place) -> Verdict:
    """«… تمدید کرد 🔹به گزارش …»: an item's picture in mid-line opens a sentence."""
    return True if place.following.kind == "symbol" and place.following.text in BULLETS else None


def no_mark_goes_on(place: Place) -> Verdict:
    """Only a closing mark can end a sentence."""
    return None if is_ender(place.text) or place.text in CLOSERS else False


def closing_mark_waits(place: Place) -> Verdict:
    """«رفت.»: the mark after the stop still belongs to the sentence."""
    following = place.following
    if is_ender(following.text):
        return False
    return (
        False if following.text in CLOSERS and (following.glued or following.text not in {'"', "'"}) else None
    )


def stop_before_closer_ends(place: Place) -> Verdict:
    """A closing mark ends a sentence only after a stop: «… است.» but not «شبکه خبر» گفت."""
    if place.text not in CLOSERS:
        return None
    inner = next((text for text in place.earlier if text not in CLOSERS), None)
    return inner is not None and is_ender(inner)


def glued_latin_stays(place: Place) -> Verdict:
    """«Node.js», «۳.الف»: a stop inside Latin letters or figures is no end."""
    before, following = place.before, place.following
    if place.text != "." or before is None or not following.glued:
        return None
    return False if following.text[0].isascii() and before.glued else None


def list_number_stays(place: Place) -> Verdict:
    """«1. نخست»: the stop after a number that opens a line or a sentence is not an end."""
    before = place.before
    if place.text != "." or before is None or before.kind != "number":
        return None
    opens = place.before_opens or any(map(is_ender, place.earlier[1:2]))
    return False if opens and len(before.text) <= 3 else None


def initial_stays(place: Place) -> Verdict:
    """«م. کاظمی»: one letter and a stop is an initial."""
    before = place.before
    if place.text != "." or before is None or before.kind != "word":
        return None
    return False if len(before.text) == 1 and before.text != "و" else None


def ellipsis_inside_stays(place: Place) -> Verdict:
    """«او گفت … و رفت»، «پل، سد و … را دید»: three dots beside «و» or before a mark end no sentence."""
    dots = place.text == "…" or place.text.startswith("..")
    beside = place.following.text in GOES_ON | CLOSERS or (
        place.before is not None and place.before.text == "و"
    )
    return False if dots and beside else None


# In order: the first that answers wins; a closing mark that none explains ends a sentence.
RULES: tuple[Rule, ...] = (
    bullet_begins,
    no_mark_goes_on,
    closing_mark_waits,
    stop_before_closer_ends,
    glued_latin_stays,
    list_number_stays,
    initial_stays,
    ellipsis_inside_stays,
)


def ends_at(place: Place) -> bool:
    """Whether a sentence ends at the place."""
    for rule in RULES:
        if (verdict := rule(place)) is not None:
            return verdict
    return True


_ENDERS = Flag(is_ender)
_CLOSERS = Flag(CLOSERS.__contains__)
_BULLETS = Flag(BULLETS.__contains__)


def _place(tokens: Numbered, i: int, openers: frozenset[int]) -> Place:
    starts, texts = tokens.starts, tokens.texts
    glued = i > 0 and starts[i - 1] + len(texts[i - 1]) == starts[i]
    return Place(
        texts[i],
        Word(texts[i - 1], tokens.kind(i - 1), glued) if i else None,
        Word(texts[i + 1], tokens.kind(i + 1), starts[i] + len(texts[i]) == starts[i + 1]),
        i - 1 in openers,
        tuple(texts[max(i - 4, 0) : i][::-1]),
    )


def _openers(text: str, tokens: Numbered) -> frozenset[int]:
    """The indexes of the tokens that open a paragraph."""
    return frozenset(bisect_left(tokens.starts, start) for start, _ in paragraphs(text))


def _places(tokens: Numbered, openers: frozenset[int]) -> list[int]:
    """The tokens after which a sentence may end: stops, closers after these, the last of a paragraph."""
    stops, closers = _ENDERS.of(tokens), _CLOSERS.of(tokens)
    stops[1:] |= closers[1:] & (stops | closers)[:-1]
    begins = openers.union(_BULLETS.where(tokens))
    ends = {i - 1 for i in begins if i} | ({len(tokens) - 1} if len(tokens) else set())
    return sorted(ends.union(stops.nonzero()[0].tolist()))


def _is_plain_stop(tokens: Numbered, i: int) -> bool:
    """«… رفت. او …»: a stop between two words, which no rule answers but the last; the most by far."""
    texts, starts = tokens.texts, tokens.starts
    return (
        texts[i] == "."
        and starts[i + 1] > starts[i] + 1
        and tokens.kind(i + 1) == "word"
        and tokens.kind(i - 1) == "word"
        and len(texts[i - 1]) > 1
    )


def split(text: str, found: Sequence[Token]) -> Iterator[Sentence]:
    """The sentences of a text with these tokens; every token stands in exactly one."""
    tokens = numbered(found)
    openers = _openers(text, tokens)
    first, last = 0, len(tokens) - 1
    for i in _places(tokens, openers):
        whole = i == last or i + 1 in openers
        if whole or (i and _is_plain_stop(tokens, i)) or ends_at(_place(tokens, i, openers)):
            start, end = tokens.starts[first], tokens.starts[i] + len(tokens.texts[i])
            yield Sentence(start, end, text[start:end], first, i + 1)
            first = i + 1
