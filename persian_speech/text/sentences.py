"""Sentences with exact offsets: a list of named rules says where one ends.

A paragraph ends one. Within it every closing mark is a candidate; the rules answer in order, and the
first that answers wins. ؛ never ends a sentence, «.»» does, a wrapped line does not.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from persian_speech.document import Sentences, Token, TokenKind
from persian_speech.text.lines import paragraphs
from persian_speech.text.tokens import numbered
from persian_speech.text.vocabulary import Numbered, Sort

ENDERS = frozenset({".", "!", "؟", "?", "…", "۔"})
CLOSERS = frozenset({"»", '"', "”", "’", "'", ")", "]", "›"})
COMMAS = frozenset({"،", ",", "؛", ";"})
BULLETS = frozenset("🔹🔸🔷🔶🔴🔵🔺🔻▪▫◾◽♦🔘")
# A sentence does not begin with one of these, so three dots before them are no end.
GOES_ON = frozenset({"و", "،", ",", "؛", ":", ")", "]"})
# Names of letters but «وی» and «او», which open sentences
SPELT = frozenset({"بی", "سی", "اس", "ان", "ام", "پی", "ای", "بي", "سي", "پي", "اي", "آی", "آي", "آر", "اف"})
SPELT |= frozenset({"اچ", "کی", "كي", "تی", "تي", "جی", "جي", "دی", "دي", "ال", "یو", "يو"})
SPELT |= frozenset({"دبلیو", "دبليو"})
# «دونالد جی. ترامپ»: names of letters that stand for a given name; «ال جی.» is spelt.
INITIALS = frozenset({"جی", "جي", "دبلیو", "دبليو", "اف", "دی", "دي"})
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
    """«رفت.»: the mark after the stop still belongs to the sentence; «می‌رویم!»، …: so does a comma."""
    following = place.following
    if is_ender(following.text) or following.text in COMMAS:
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


def spelt_letters_stay(place: Place) -> Verdict:
    """«بی. بی. سی»: names of letters, spelt one by one."""
    before = place.before
    if place.text != "." or before is None or before.text not in SPELT:
        return None
    return False if place.following.text in SPELT else None


def spelt_initial_stays(place: Place) -> Verdict:
    """«جورج دبلیو. بوش», «جورج اچ. دبلیو. بوش»: letters' names between two words of a name."""
    before, given = place.before, place.earlier[1:4]
    if place.text != "." or before is None or before.text not in INITIALS or place.following.kind != "word":
        return None
    if given[:1] == (".",) and not SPELT.isdisjoint(given[1:2]):
        given = given[2:]
    return False if given and given[0].isalpha() and given[0] not in SPELT else None


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
    spelt_letters_stay,
    spelt_initial_stays,
    ellipsis_inside_stays,
)


def ends_at(place: Place) -> bool:
    """Whether a sentence ends at the place."""
    for rule in RULES:
        if (verdict := rule(place)) is not None:
            return verdict
    return True


# LONG: no initial, if it's a word
ENDER, CLOSER, BULLET, STOP, WORD, LONG, LETTER, INITIAL = 1, 2, 4, 8, 16, 32, 64, 128


def _sort(text: str, kind: TokenKind) -> int:
    return (
        ENDER * is_ender(text)
        | CLOSER * (text in CLOSERS)
        | BULLET * (text in BULLETS)
        | STOP * (text == ".")
        | WORD * (kind == "word")
        | LONG * (len(text) > 1)
        | LETTER * (text in SPELT)
        | INITIAL * (text in INITIALS)
    )


_SORTS = Sort(_sort)


def _place(tokens: Numbered, i: int, openers: frozenset[int]) -> Place:
    starts, texts, kinds = tokens.starts, tokens.texts, tokens.kinds
    glued = i > 0 and starts[i - 1] + len(texts[i - 1]) == starts[i]
    return Place(
        texts[i],
        Word(texts[i - 1], kinds[i - 1], glued) if i else None,
        Word(texts[i + 1], kinds[i + 1], starts[i] + len(texts[i]) == starts[i + 1]),
        i - 1 in openers,
        tuple(texts[max(i - 4, 0) : i][::-1]),
    )


def _openers(text: str, tokens: Numbered) -> list[int]:
    """The indexes of the tokens that open a paragraph."""
    found: list[int] = tokens.places.searchsorted([start for start, _ in paragraphs(text)]).tolist()
    return found


def _may_end(sorts: Sequence[int], i: int) -> bool:
    """A stop, a closing mark after one or another, and what stands before a bullet."""
    closes = sorts[i] & CLOSER and sorts[i - 1] & (ENDER | CLOSER)
    return bool(sorts[i] & ENDER or closes or sorts[i + 1] & BULLET)


def _lasts(text: str, tokens: Numbered) -> list[int]:
    """The index of the last token of each sentence."""
    if not tokens:
        return []
    marks, openers, starts = _SORTS.of(tokens), frozenset(_openers(text, tokens)), tokens.starts
    sorts = marks.tobytes() + b"\0"  # of no sort: what stands after the last and before the first
    ends = {opener - 1 for opener in openers if opener}
    ends.add(len(tokens) - 1)
    for mark in (marks & (ENDER | CLOSER | BULLET)).nonzero()[0].tolist():
        before, sort, after = sorts[mark - 1], sorts[mark], sorts[mark + 1]
        # «… رفت. او …»: a stop between two words, which no rule answers but the last; the most by far.
        # «بی. بی. سی» is none, nor «جورج دبلیو. بوش».
        words = (
            before & (WORD | LONG | INITIAL) == WORD | LONG and after & WORD and not before & after & LETTER
        )
        if sort & STOP and words and starts[mark + 1] > starts[mark] + 1:
            ends.add(mark)
            continue
        i = mark - 1 if sort & BULLET else mark
        if i >= 0 and i not in ends and _may_end(sorts, i) and ends_at(_place(tokens, i, openers)):
            ends.add(i)
    return sorted(ends)


def split(text: str, found: Sequence[Token]) -> Sentences:
    """The sentences of a text with these tokens; every token stands in exactly one."""
    tokens = numbered(found)
    starts, texts = tokens.starts, tokens.texts
    stops = _lasts(text, tokens)
    firsts = [0, *(last + 1 for last in stops)]
    lasts = firsts[1:]
    firsts.pop()
    ends = [starts[last] + len(texts[last]) for last in stops]
    return Sentences(text, [starts[first] for first in firsts], ends, firsts, lasts)
