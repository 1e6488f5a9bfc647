"""Gold and predicted quotations of one document, paired one to one, best overlap first.

Overlap is intersection over union of the letters and digits of two spans (``str.isalnum``).
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import reduce
from typing import Any

from persian_speech.data import column

Item = dict[str, Any]
Solid = frozenset[int]

HALF = 0.5
_FOLD = str.maketrans("كيىةٱ", "کییها")  # what NFKD leaves of Arabic makes
_SAYYED = "سید"


@dataclass(frozen=True, slots=True)
class Pairing:
    """One document: its gold and predicted quotations, the pairs of them, each side's coverage.

    ``pairs`` holds (gold, predicted) positions, the best overlap first; ``soft_gold`` and
    ``soft_predicted`` the share of each span that its best counterpart covers.
    """

    document: Item
    predicted: list[Item]
    pairs: tuple[tuple[int, int], ...]
    soft_gold: tuple[float, ...]
    soft_predicted: tuple[float, ...]


def pair(document: Item, predicted: list[Item], *, least: float = HALF) -> Pairing:
    """Pairs the document's gold quotations with the predicted ones that overlap by ``least`` or more."""
    text = document["text"]
    gold = [solid(text, row) for row in document["quotes"]]
    found = [solid(text, row) for row in predicted]
    covered, covering = _coverage(gold, found), _coverage(found, gold)
    return Pairing(document, predicted, tuple(_matched(gold, found, least)), covered, covering)


def solid(text: str, row: Item) -> Solid:
    """The offsets of the letters and digits in a row's span."""
    start, end = extent(row, text)
    return frozenset(i for i in range(start, end) if text[i].isalnum())


def extent(row: Item, text: str) -> tuple[int, int]:
    """A row's start and end, in code points; what lies outside the text does not count."""
    return max(int(row["start"]), 0), min(int(row["end"]), len(text))


def trimmed(text: str, row: Item) -> tuple[int, int]:
    """A row's span without punctuation and space at its ends."""
    start, end = extent(row, text)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def touches(gold: Item, predicted: Item, part: str) -> bool:
    """Whether the two rows' cues, or speaker mentions, share a code point."""
    left, right = _part(gold, part), _part(predicted, part)
    return left is not None and right is not None and left[0] < right[1] and right[0] < left[1]


def skeleton(name: str) -> str:
    """A name's letters alone: no marks, half-spaces, spaces or honorifics."""
    words = re.sub(r"[^\w\s]", " ", _plain(name).replace("\u200c", " ")).split()
    joined = _without_honorifics(" ".join(words)).replace(" ", "")
    # «سیدعلی» and «سید علی» are one name.
    return joined[len(_SAYYED) :] if joined.startswith(_SAYYED) and len(joined) > 2 * len(_SAYYED) else joined


def names(document: Item) -> dict[str, set[str]]:
    """The skeletons of every name and alias, by the entity's id."""
    return {
        entity["id"]: {skeleton(name) for name in (entity["name"], *entity.get("aliases", ()))} - {""}
        for entity in document["entities"]
    }


def _matched(gold: list[Solid], found: list[Solid], least: float) -> list[tuple[int, int]]:
    """Greedy: the best overlap first; among equals the later gold, then the later prediction."""
    overlaps = [
        (len(left & right) / len(left | right), i, j)
        for i, left in enumerate(gold)
        for j, right in enumerate(found)
        if left & right
    ]
    pairs: dict[int, int] = {}
    for overlap, i, j in sorted(overlaps, reverse=True):
        if overlap >= least and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return list(pairs.items())


def _coverage(spans: list[Solid], others: list[Solid]) -> tuple[float, ...]:
    return tuple(
        max((len(span & other) for other in others), default=0) / max(len(span), 1) for span in spans
    )


def _part(row: Item, part: str) -> tuple[int, int] | None:
    start, end = row.get(f"{part}_start"), row.get(f"{part}_end")
    return None if start is None or end is None else (int(start), int(end))


def _plain(name: str) -> str:
    """Marks off and Arabic letters made Persian."""
    opened = unicodedata.normalize("NFKD", name).translate(_FOLD)
    return "".join(letter for letter in opened if not unicodedata.combining(letter))


def _without_honorifics(name: str) -> str:
    titles = (_plain(title) + " " for title in column("score_honorifics", "honorific"))
    shorter = reduce(str.removeprefix, titles, name)
    return name if shorter == name else _without_honorifics(shorter)
