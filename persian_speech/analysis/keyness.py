"""Keyness: the words that set one slice apart from another."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from persian_speech.analysis import association
from persian_speech.analysis.frames import records
from persian_speech.analysis.slices import Place, Slice, without
from persian_speech.analysis.tables import Analysed, Row, fields
from persian_speech.analysis.tally import Tally
from persian_speech.analysis.words import WORDS, Group, Unit, tallied
from persian_speech.errors import PersianSpeechError

if TYPE_CHECKING:
    from pandas import DataFrame

KEYNESS_FIELDS = fields(
    "word count_a:int count_b:int per_thousand_a:float per_thousand_b:float "
    "log_likelihood:float log_ratio:float p_value:float p_adjusted:float significance"
)


def keyness(
    analysed: Iterable[Analysed], first: Slice, second: Slice, *, unit: Unit = WORDS, minimum: int = 1
) -> Iterator[Row]:
    """One row a word: what sets the first slice apart from the second (less the first), strongest first.

    ``log_likelihood`` is G² (Dunning 1993); ``log_ratio`` is the size of the effect (Hardie 2014),
    negative for words of the second slice, which come last. ``p_adjusted`` is Holm's for so many words,
    and ``significance`` its stars. Raises PersianSpeechError where a slice holds no words.
    """
    other = without(second, first)

    def side(place: Place) -> Group | None:
        return ("a",) if place in first else ("b",) if place in other else None

    return records(_compared(tallied(analysed, unit, side), minimum), KEYNESS_FIELDS)


def _compared(tally: Tally, minimum: int) -> "DataFrame":
    sides = tally.groups()
    sizes = tally.sizes.frame().assign(side=lambda table: table["group"].map(sides))
    words = sizes.groupby("side")["words"].sum()
    for side in ("a", "b"):
        if not words.get(side):
            raise PersianSpeechError(f"slice {side.upper()} of --compare holds no words; choose another")
    counts = tally.counts.frame().assign(side=lambda table: table["group"].map(sides))
    found = counts.pivot_table(index="item", columns="side", values="count", aggfunc="sum", fill_value=0)
    found = found.reindex(columns=["a", "b"], fill_value=0).reset_index()
    found = found.assign(word=found["item"].map(tally.items()))
    found = found[found["a"] + found["b"] >= minimum].reset_index(drop=True)
    return _measured(found, int(words["a"]), int(words["b"]))


def _measured(found: "DataFrame", a: int, b: int) -> "DataFrame":
    likelihood = association.log_likelihood(found["a"], found["a"] + found["b"], a, a + b)
    ratio = association.log_ratio(found["a"], found["b"], a, b)
    chance = association.p_value(likelihood)
    adjusted = association.holm(chance)
    table = found.rename(columns={"a": "count_a", "b": "count_b"}).assign(
        per_thousand_a=(found["a"] / a * 1000).round(4),
        per_thousand_b=(found["b"] / b * 1000).round(4),
        log_likelihood=likelihood.round(4),
        log_ratio=ratio.round(4),
        p_value=chance.map(_rounded),
        p_adjusted=adjusted.map(_rounded),
        significance=association.stars(adjusted),
        rank=likelihood.where(ratio > 0, -likelihood),
    )
    return table.sort_values(["rank", "word"], ascending=[False, True])


def _rounded(chance: float) -> float:
    """Four digits that mean something: a chance may be very small."""
    return float(f"{chance:.4g}")
