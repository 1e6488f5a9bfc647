"""The best row of tags for a text's tokens, from a score for each token and tag.

Tags are numbers: 0 is outside, 2t + 1 begins a name of type t and 2t + 2 goes on with it. The tokens
that may be in a name stand in short runs; Viterbi's algorithm goes over all runs at once, the longest
first, one step a token.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]
OUTSIDE: Final = 0


@dataclass(frozen=True, slots=True)
class Transitions:
    """Scores of one tag after another (tags × tags), of a sentence's first and of its last tag."""

    between: Floats
    first: Floats
    last: Floats


@dataclass(frozen=True, slots=True)
class Runs:
    """Neighbouring tokens whose tags are asked for: where each run starts, and how long it is.

    opens, closes: whether a run begins, or ends, a sentence; elsewhere the token beside it is outside.
    """

    starts: Integers
    lengths: Integers
    opens: Flags
    closes: Flags


def decode(scores: Floats, runs: Runs, transitions: Transitions) -> Integers:
    """The tag of each token. scores: tokens × tags, one or more, one run after the other."""
    order = (-runs.lengths).argsort(kind="stable")
    starts, lengths = runs.starts[order], runs.lengths[order]
    steps = np.arange(lengths[0])[:, None]
    reached = lengths > steps
    places = (starts + steps)[reached]  # all runs' first tokens, all second ones …
    between = transitions.between
    best = scores.take(places, axis=0)
    best[: len(starts)] += np.where(runs.opens[order, None], transitions.first, between[OUTSIDE])
    exits = np.where(runs.closes[order, None], transitions.last, between[:, OUTSIDE])
    tags = np.empty(len(scores), np.int64)
    tags[places] = _best(best, exits, reached.sum(axis=1).tolist(), between)
    return tags


def _best(best: Floats, exits: Floats, counts: Sequence[int], between: Floats) -> Integers:
    """The tags of runs, the longest first: of all first tokens, then of all second ones …

    best: tokens × tags; counts: how many runs have a first token, a second … What the best row that ends
    in a tag scores is worked out forwards, in place; the rows themselves are found backwards.
    """
    begins = [0, *accumulate(counts)]
    ends = np.empty(len(exits), np.int64)
    for step, count in enumerate(counts):
        here = begins[step]
        ends[:count] = np.arange(here, here + count)
        if step:
            before = best[begins[step - 1] : begins[step - 1] + count]
            paths = before.T[:, :, None] + between[:, None]  # tag before × run × tag
            best[here : here + count] += np.maximum.reduce(paths, axis=0)
    tags = np.empty(len(best), np.int64)
    tags[ends] = (best[ends] + exits).argmax(axis=1)
    into = np.ascontiguousarray(between.T)
    for step in range(len(counts) - 1, 0, -1):
        start, here, count = begins[step - 1], begins[step], counts[step]
        came = best[start : start + count] + into.take(tags[here : here + count], axis=0)
        tags[start : start + count] = came.argmax(axis=1)
    return tags


def spans(tags: Integers, tokens: Integers) -> Iterator[tuple[int, int, int]]:
    """The first token, the token after the last, and the type of each name; types count from 0.

    tags: of some tokens; tokens: which those are, ascending.
    """
    inside = tags.nonzero()[0]
    start = stop = 0
    kind = -1
    for at, tag in zip(tokens[inside].tolist(), tags[inside].tolist(), strict=True):
        if kind >= 0 and at == stop and tag == 2 * kind + 2:
            stop = at + 1
            continue
        if kind >= 0:
            yield start, stop, kind
        start, stop, kind = at, at + 1, (tag - 1) // 2
    if kind >= 0:
        yield start, stop, kind
