"""Concordance: every hit of a pattern with its context, its speaker and its day."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from persian_speech.analysis.patterns import Hit, Pattern
from persian_speech.analysis.slices import EVERYTHING, Place, Places, Slice
from persian_speech.analysis.tables import Analysed, Row, fields
from persian_speech.document import COUNTED, Document, Token

CONCORDANCE_FIELDS = fields("document start:int end:int left hit right speaker quotation date date_jalali")
Order = Literal["left", "right", "date", "speaker"]


@dataclass(frozen=True, slots=True)
class Window:
    """How much context stands on each side: ``size`` code points, less a word cut in two; or words."""

    size: int = 60
    in_words: bool = False

    def first(self, document: Document, start: int) -> int:
        """Where the context before an offset begins."""
        tokens = document.tokens
        if self.in_words:
            ahead = reversed(tokens[: bisect_left(tokens, start, key=_start)])
            return self._furthest(ahead, _start, start)
        edge = max(start - self.size, 0)
        cut = tokens[max(bisect_right(tokens, edge, key=_start) - 1, 0)] if tokens else None
        return min(cut.end if cut and cut.start < edge < cut.end else edge, start)

    def last(self, document: Document, end: int) -> int:
        """Where the context after an offset ends."""
        tokens = document.tokens
        if self.in_words:
            behind = tokens[bisect_left(tokens, end, key=_start) :]
            return self._furthest(behind, _end, end)
        edge = min(end + self.size, len(document.text))
        cut = tokens[max(bisect_right(tokens, edge, key=_start) - 1, 0)] if tokens else None
        return max(cut.start if cut and cut.start < edge < cut.end else edge, end)

    def _furthest(self, tokens: Iterable[Token], edge: Callable[[Token], int], offset: int) -> int:
        """The outer edge of as many words as the window holds."""
        counted = 0
        for token in tokens:
            if counted == self.size:
                break
            counted += token.kind in COUNTED
            offset = edge(token)
        return offset


WINDOW = Window()


def concordance(
    analysed: Iterable[Analysed],
    pattern: Pattern,
    *,
    window: Window = WINDOW,
    within: Slice = EVERYTHING,
    orders: Sequence[Order] = (),
) -> Iterator[Row]:
    """One row a hit, in the order of the documents, or sorted by these, the first foremost.

    ``left`` and ``right`` are the unedited text before and after the hit. ``speaker`` and ``quotation``
    are null in the narrator's words. Sorted, all hits are held in memory; unsorted, none.
    """
    found = (row for name, document in analysed for row in _rows(name, document, pattern, window, within))
    if not orders:
        return found
    return iter(sorted(found, key=lambda row: [ORDERS[order](row) for order in orders]))


def _rows(name: str, document: Document, pattern: Pattern, window: Window, within: Slice) -> Iterator[Row]:
    places = Places(name, document)
    for hit in pattern.hits(document):
        place = places.at(hit[0])
        if place in within:
            yield _row(document, hit, window, place)


def _row(document: Document, hit: Hit, window: Window, place: Place) -> Row:
    start, end = hit
    quotation = place.quotation
    return {
        "document": place.document,
        "start": start,
        "end": end,
        "left": document.text[window.first(document, start) : start],
        "hit": document.text[start:end],
        "right": document.text[end : window.last(document, end)],
        "speaker": quotation and quotation.speaker and quotation.speaker.name,
        "quotation": quotation and quotation.id,
        "date": place.date,
        "date_jalali": place.date_jalali,
    }


def _start(token: Token) -> int:
    return token.start


def _end(token: Token) -> int:
    return token.end


def _by_left(row: Row) -> object:
    """The words before the hit, the nearest first."""
    return _collated(reversed(str(row["left"]).split()))


def _by_right(row: Row) -> object:
    return _collated(str(row["right"]).split())


def _by_date(row: Row) -> object:
    """The day; hits without one come last."""
    return row["date"] is None, row["date"] or ""


def _by_speaker(row: Row) -> object:
    """The speaker; the narrator's words come last."""
    return row["speaker"] is None, _collated(str(row["speaker"] or "").split())


def _collated(words: Iterable[str]) -> list[str]:
    from persian_speech.text.alphabet import collation

    bare = (word.strip(MARKS) for word in words)
    return [collation(word) for word in bare if word]


MARKS = ".,:;!?،؛؟…«»()[]\"'-–—ـ"
ORDERS: dict[Order, Callable[[Row], object]] = {
    "left": _by_left,
    "right": _by_right,
    "date": _by_date,
    "speaker": _by_speaker,
}
