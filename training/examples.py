"""Batches of sentences of like length, as arrays that the network learns from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from persian_speech.entities.vectors import KINDS, facts, model_key, pieces
from training.corpus import Example

Array = NDArray[np.generic]
LENGTHS: Final = (20, 48, 100)  # a longer sentence is cut
TOKENS: Final = 2400  # of a batch
_PIECES = 32  # most pieces of a word
_DISTINCT = (1280, TOKENS)  # words of a batch are filled up to one of these: each size is compiled


@dataclass(frozen=True, slots=True)
class Words:
    """All distinct words: pieces (0: none), facts, vectors from text (``met``: has one), counts learnt."""

    rows: Mapping[str, int]
    pieces: NDArray[np.int32]
    facts: NDArray[np.float32]
    vectors: NDArray[np.float32]
    met: NDArray[np.float32]
    counts: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence: the rows of its words, the rules' answers, its tags."""

    words: NDArray[np.int32]
    answers: NDArray[np.int32]
    tags: NDArray[np.int32]


def words(
    examples: Sequence[Example],
    learnt: int,
    vectors: Mapping[str, NDArray[np.float32]],
    kinds: Mapping[str, int],
) -> Words:
    """The words of the documents, of which the first ``learnt`` are learnt from, and of the vectors."""
    forms: dict[str, str] = {}
    counts: dict[str, int] = {}
    for at, found in enumerate(examples):
        for token in found.tokens:
            forms.setdefault(folded := model_key(token.text), token.text)
            counts[folded] = counts.get(folded, 0) + (at < learnt)
    for folded in vectors:
        forms.setdefault(folded, folded)
    spelt = np.zeros((len(forms), _PIECES), np.int32)
    for row, folded in enumerate(forms):
        found_pieces = [piece + 1 for piece in pieces(folded)]
        spelt[row, : len(found_pieces)] = found_pieces
    told = np.array([_facts(text, folded, kinds) for folded, text in forms.items()], np.float32)
    size = len(next(iter(vectors.values())))
    return Words(
        {folded: row for row, folded in enumerate(forms)},
        spelt,
        told,
        np.array([vectors.get(folded, np.zeros(size)) for folded in forms], np.float32),
        np.array([folded in vectors for folded in forms], np.float32),
        np.array([counts.get(folded, 0) for folded in forms]),
    )


def _facts(text: str, folded: str, kinds: Mapping[str, int]) -> list[float]:
    """A word's facts, its kinds as the tables tell them that have not read the word's only fold."""
    told = facts(text, folded)
    if folded in kinds:
        told[:KINDS] = [float(kinds[folded] >> bit & 1) for bit in range(KINDS)]
    return told


def lines(found: Example, answers: Sequence[int], rows: Mapping[str, int]) -> Iterator[Line]:
    """The sentences of a document; a name that is cut begins anew."""
    ids = np.array([rows[model_key(token.text)] for token in found.tokens], np.int32)
    said, tags = np.array(answers, np.int32), np.array(found.tags(), np.int32)
    for sentence in found.sentences:
        for first in range(sentence.first, sentence.last, LENGTHS[-1]):
            part = slice(first, min(sentence.last, first + LENGTHS[-1]))
            cut = tags[part].copy()
            cut[0] -= cut[0] > 0 and cut[0] % 2 == 0
            yield Line(ids[part], said[part], cut)


def batches(listed: Sequence[Line], random: np.random.Generator) -> Iterator[tuple[Array, ...]]:
    """mask, distinct words, each token's place among them, answers, tags; in an order drawn anew."""
    groups: list[tuple[int, list[Line]]] = []
    for length in LENGTHS:
        like = [line for line in listed if length == next(n for n in LENGTHS if len(line.words) <= n)]
        order = random.permutation(len(like))
        count = TOKENS // length
        starts = range(0, len(like), count)
        groups += ((length, [like[at] for at in order[start : start + count]]) for start in starts)
    for at in random.permutation(len(groups)):
        yield batch(*groups[at])


def batch(length: int, listed: Sequence[Line]) -> tuple[Array, ...]:
    """Sentences side by side, filled up to one length and a fixed number."""
    shape = TOKENS // length, length
    mask, ids = np.zeros(shape, bool), np.zeros(shape, np.int32)
    said, tags = np.zeros(shape, np.int32), np.zeros(shape, np.int32)
    for row, line in enumerate(listed):
        part = row, slice(len(line.words))
        mask[part], ids[part], said[part], tags[part] = True, line.words, line.answers, line.tags
    distinct, places = np.unique(ids, return_inverse=True)
    filled = np.zeros(next(size for size in _DISTINCT if size >= len(distinct)), np.int32)
    filled[: len(distinct)] = distinct
    return mask, filled, places.reshape(shape).astype(np.int32), said, tags
