"""Quotation marks in pairs, and those that have lost the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

CLOSERS = frozenset('»"”)]')
OPENING_MARKS = frozenset('«“"”‹„')
_OPEN = {"«": "»", "“": "”", "‹": "›", "„": "“", "‘": "’"}
_PARAGRAPHS = {"«": "»", "“": "”"}  # marks that stay open over several paragraphs
_ASCII = {'"', "”", "“"}
_MARKS = frozenset((*_OPEN, *_ASCII))
STOPS = frozenset({".", "؟", "!", "…"})
CLAUSE_STOPS = STOPS | {"؛"}


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch in quotation marks: ``first`` is the opening mark, ``last`` the closing one.

    ``last`` is the paragraph's length where the mark was never closed.
    """

    first: int
    last: int


def pair_marks(texts: Sequence[str]) -> tuple[Marked, ...]:
    """The outermost stretches in marks; one that is never closed runs to the end."""
    return () if _MARKS.isdisjoint(texts) else tuple(_pairs(texts))


def _pairs(texts: Sequence[str]) -> Iterator[Marked]:
    end = -1
    for i in [i for i, text in enumerate(texts) if text in _OPEN or text in _ASCII]:
        close = _closing(texts, i) if i > end else None
        if close is not None:
            yield Marked(i, close)
            end = close


def stray_closer(texts: Sequence[str]) -> int | None:
    """A », ” or " that closes marks opened before these tokens."""
    for opener, closer in _PARAGRAPHS.items():
        depth = 0
        for i, text in enumerate(texts if closer in texts else ()):
            depth += (text == opener) - (text == closer)
            if depth < 0:
                return i
    return _last_closer(texts)


def _last_closer(texts: Sequence[str]) -> int | None:
    """«… پر شده است."»: a " at the paragraph's end that no other of it opens."""
    at = next((i for i in range(len(texts) - 1, 0, -1) if texts[i] not in STOPS), 0)
    lone = at > 0 and texts[at] == '"' and texts[at - 1] != ":"
    return at if lone and texts.count('"') % 2 else None


def _closing(texts: Sequence[str], i: int) -> int | None:
    """Where the mark opened at ``i`` closes; none if ``i`` opens nothing."""
    mark = texts[i]
    if mark in {'"', "”"}:
        return next((j for j in range(i + 1, len(texts)) if texts[j] in _ASCII), len(texts))
    if mark not in _OPEN:
        return None
    depth = 0
    for j in range(i, len(texts)):
        if texts[j] == mark:
            depth += 1
        elif texts[j] == _OPEN[mark] or (mark == "“" and texts[j] == '"'):
            depth -= 1
            if depth == 0:
                return j
    if any(texts[j] == mark and texts[j - 1] == ":" for j in range(i + 1, len(texts))):
        return None  # «فیلم «ژن خوک گفت: «…»»: what is said opens later
    # «… «…» with one mark lost: the first closing mark is the best that there is.
    return next((j for j in range(i + 1, len(texts)) if texts[j] == _OPEN[mark]), len(texts))
