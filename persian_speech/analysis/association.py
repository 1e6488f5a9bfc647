"""Measures of association and keyness, over columns of counts of words.

A word is counted in two parts of a text, or near a node and elsewhere: the contingency table

    ============  =========  ============  ======
                  the word   other words   all
    ============  =========  ============  ======
    here          ``count``                ``here``
    everywhere    ``total``                ``everywhere``
    ============  =========  ============  ======
"""

from math import erfc, log, log2
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pandas import Series

    Numbers = Series[float]

LEVELS = {"****": 0.0001, "***": 0.001, "**": 0.01, "*": 0.05}


def expected(total: "Numbers", here: int, everywhere: int) -> "Numbers":
    """How often the word would stand here if it stood everywhere alike."""
    return total * (here / everywhere)


def log_likelihood(count: "Numbers", total: "Numbers", here: int, everywhere: int) -> "Numbers":
    """G², twice the sum of observed × ln(observed / expected) over the four cells (Dunning 1993)."""
    elsewhere = everywhere - here
    others = everywhere - total
    found = (
        _information(count, expected(total, here, everywhere))
        + _information(total - count, expected(total, elsewhere, everywhere))
        + _information(here - count, expected(others, here, everywhere))
        + _information(elsewhere - total + count, expected(others, elsewhere, everywhere))
    )
    return (2 * found).clip(lower=0)


def mutual_information(count: "Numbers", wanted: "Numbers") -> "Numbers":
    """MI, log2(observed / expected) (Church and Hanks 1990): strength, but high for rare words."""
    return (count / wanted).map(log2)


def t_score(count: "Numbers", wanted: "Numbers") -> "Numbers":
    """t, (observed - expected) / √observed (Church et al. 1991): evidence, high for common words."""
    return (count - wanted) / count**0.5


def log_dice(count: "Numbers", first: int, second: "Numbers") -> "Numbers":
    """14 + log2(2·f(xy) / (f(x) + f(y))), at most 14, alike in texts of any size (Rychlý 2008)."""
    return 14 + (2 * count / (second + first)).map(log2)


def log_ratio(first: "Numbers", second: "Numbers", first_all: int, second_all: int) -> "Numbers":
    """log2 of the relative frequencies' ratio: 1 is twice as often (Hardie 2014); a count of 0 counts ½."""
    ratio = (first.clip(lower=0.5) / first_all) / (second.clip(lower=0.5) / second_all)
    return ratio.map(log2)


def p_value(likelihood: "Numbers") -> "Numbers":
    """The chance of a G² as large by chance: that of χ² with one degree of freedom."""
    return likelihood.map(lambda value: erfc((value / 2) ** 0.5))


def holm(values: "Numbers") -> "Numbers":
    """p values made good for their number: of all, any is wrong with at most that chance (Holm 1979)."""
    rank = values.rank(method="first")
    scaled = (values * (len(values) - rank + 1)).clip(upper=1)
    return scaled.loc[values.sort_values(kind="stable").index].cummax().reindex(values.index)


def stars(values: "Numbers") -> "Series[str]":
    """«****» below 0.0001, «***» below 0.001, «**» below 0.01, «*» below 0.05, else nothing."""
    return values.map(lambda value: next((mark for mark, level in LEVELS.items() if value < level), ""))


def _information(observed: "Numbers", wanted: "Numbers") -> "Numbers":
    """observed × ln(observed / expected), 0 where nothing was observed."""
    return observed * (observed / wanted).where(observed > 0, 1.0).map(log)
