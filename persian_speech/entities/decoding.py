"""The best row of tags for a text's tokens, from a score for each token and tag.

Tags are numbers: 0 is outside, 2t + 1 begins a name of type t and 2t + 2 goes on with it. Most tokens
are plainly outside, so a text falls into short stretches of doubt between them; Viterbi's algorithm
runs over all stretches at once, the longest first, one step a token.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
OUTSIDE: Final = 0
SURE: Final = 5.0  # outside leads by so much that no neighbours change it: on 80,000 tokens five did
ALONE: Final = 3.0  # swings of the transitions that do where the next token is plainly outside: none did
FORBIDDEN: Final = -1000.0  # a transition of so little never happens


@dataclass(frozen=True, slots=True)
class Transitions:
    """Scores of one tag after another (tags × tags), of a sentence's first and of its last tag."""

    between: Floats
    first: Floats
    last: Floats

    @property
    def swing(self) -> float:
        """How far apart the transitions are that may happen."""
        every = np.concatenate((self.between.ravel(), self.first, self.last))
        return float(np.ptp(every[every > FORBIDDEN]))


@dataclass(frozen=True, slots=True)
class Stretches:
    """Runs of doubtful tokens, the longest first: where each starts, how long it is, what its ends cost."""

    starts: Integers
    lengths: Integers
    entry: Floats
    exits: Floats


def decode(scores: Floats, firsts: Integers, transitions: Transitions, sure: float = SURE) -> Integers:
    """The tag of each token.

    scores: tokens × tags. firsts: the first token of each sentence, ascending, the first of them 0.
    """
    tags = np.zeros(len(scores), np.int64)
    by_tag = np.ascontiguousarray(scores.T)
    lead = by_tag[OUTSIDE] - by_tag[1:].max(axis=0, initial=-np.inf)
    doubtful = lead < min(sure, ALONE * transitions.swing)
    doubtful[:-1] |= doubtful[1:] & (lead[:-1] < sure)
    if doubtful.any():
        _best(scores, _stretches(doubtful, firsts, transitions), transitions.between, tags)
    return tags


def _stretches(doubtful: NDArray[np.bool_], firsts: Integers, transitions: Transitions) -> Stretches:
    """The runs of doubtful tokens; none crosses a sentence."""
    opens = np.zeros(len(doubtful) + 1, bool)
    opens[firsts] = opens[-1] = True
    plain = np.array([False])
    begins = doubtful & (opens[:-1] | ~np.concatenate((plain, doubtful[:-1])))
    ends = doubtful & (opens[1:] | ~np.concatenate((doubtful[1:], plain)))
    starts, stops = np.flatnonzero(begins), np.flatnonzero(ends) + 1
    order = np.argsort(starts - stops, kind="stable")
    starts, stops = starts[order], stops[order]
    entry = np.where(opens[starts][:, None], transitions.first, transitions.between[OUTSIDE])
    exits = np.where(opens[stops][:, None], transitions.last, transitions.between[:, OUTSIDE])
    return Stretches(starts, stops - starts, entry, exits)


def _best(scores: Floats, stretches: Stretches, between: Floats, tags: Integers) -> None:
    """Writes the best tags of each stretch, one step a token over all that are long enough."""
    starts, lengths = stretches.starts, stretches.lengths
    alive = [int((lengths > step).sum()) for step in range(int(lengths[0]))]
    best = scores[starts] + stretches.entry
    backs = []
    into = np.ascontiguousarray(between.T)  # the tag before comes last: what is compared lies side by side
    for step, count in enumerate(alive[1:], 1):
        paths = best[:count, None] + into
        backs.append(paths.argmax(axis=2))
        best[:count] = np.maximum.reduce(paths, axis=2) + scores[starts[:count] + step]
    tag = (best + stretches.exits).argmax(axis=1)
    for step in range(len(alive) - 1, 0, -1):
        count = alive[step]
        tags[starts[:count] + step] = tag[:count]
        tag[:count] = backs[step - 1][np.arange(count), tag[:count]]
    tags[starts] = tag


def spans(tags: Integers) -> Iterator[tuple[int, int, int]]:
    """The first token, the token after the last, and the type of each name; types count from 0."""
    inside = np.flatnonzero(tags)
    start = stop = 0
    kind = -1
    for at in inside.tolist():
        tag = int(tags[at])
        if kind >= 0 and at == stop and tag == 2 * kind + 2:
            stop = at + 1
            continue
        if kind >= 0:
            yield start, stop, kind
        start, stop, kind = at, at + 1, (tag - 1) // 2
    if kind >= 0:
        yield start, stop, kind
