"""Names that the network finds: the model is read once, when the first text is tagged."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from persian_speech import data
from persian_speech.document import EntityType
from persian_speech.entities.decoding import Transitions, decode, spans
from persian_speech.entities.gifts import Gifts
from persian_speech.entities.network import Line, Network, Screen
from persian_speech.entities.reading import Found, Reading
from persian_speech.entities.vectors import Lexicon, Spelling
from persian_speech.text.vocabulary import Numbered

TYPES: Final[tuple[EntityType, ...]] = ("PER", "ORG", "LOC", "DAT", "TIM", "MON", "PCT")
ANSWERS: Final[tuple[EntityType, ...]] = (*TYPES, "NORP")  # what rules may answer
BATCH: Final = 1 << 13  # tokens that the network looks at at once, some kB each
Arrays = dict[str, NDArray[np.generic]]
Integers = NDArray[np.int64]


class Tagger:
    """The network over the words of a lexicon."""

    def __init__(self, lexicon: Lexicon, network: Network) -> None:
        self.lexicon = lexicon
        self._network = network
        self._gifts = Gifts(lexicon, network)

    def names(self, reading: Reading, said: Integers, firsts: Integers) -> list[tuple[int, int, int]]:
        """First token, token after the last and type of each name.

        said: what the rules say of each token; firsts: each sentence's first.
        """
        with self._gifts.lock:
            return list(self._names(reading.tokens, said, firsts))

    def _names(self, tokens: Numbered, said: Integers, firsts: Integers) -> Iterator[tuple[int, int, int]]:
        leaning = self._gifts.leaning(tokens, said)
        for begin, end, inside in _batches(firsts, len(said)):
            line = Line.of(np.arange(begin + 1, end + 1), inside)
            asked = self._network.screen.passed(leaning, line)
            if not len(asked):
                continue
            around = line.around(asked)
            read = line.rows[around] - 1
            line = line.holding(around, self._gifts.rows(tokens.numbers[read], said[read]))
            scores = self._network.scores(self._gifts.wide, line, asked)
            tags = decode(scores, line.runs(asked), self._network.transitions)
            yield from spans(tags, line.tokens(asked) + begin)


def learned(reading: Reading, ranges: Sequence[tuple[int, int]], ruled: Sequence[Found]) -> list[Found]:
    """The network's names in order; none crosses a sentence, none overlaps another."""
    firsts = np.array([first for first, _ in ranges], np.int64)
    with _sums().limit(limits=1, user_api="blas"):
        names = tagger().names(reading, answers(ruled, len(reading.texts)), firsts)
        return [Found(start, end, TYPES[kind]) for start, end, kind in names]


@cache
def _sums() -> ThreadpoolController:
    """The threads that numpy's sums run in: those over one text are small, and threads would only wait."""
    return ThreadpoolController()


def _batches(firsts: Integers, count: int) -> Iterator[tuple[int, int, Integers]]:
    """Begin, end and the sentences' first tokens, from its begin on, of each batch of whole sentences.

    A sentence longer than a batch, which nobody wrote, is cut.
    """
    if count <= BATCH:
        yield 0, count, firsts
        return
    begin = 0
    while begin < count:
        limit = begin + BATCH
        last = int(firsts[np.searchsorted(firsts, limit, "right") - 1])
        end = count if limit >= count else last if last > begin else limit
        inside = firsts[np.searchsorted(firsts, begin, "right") : np.searchsorted(firsts, end)]
        yield begin, end, np.concatenate(([0], inside - begin))
        begin = end


def answers(ruled: Sequence[Found], count: int) -> NDArray[np.int64]:
    """What the rules say of each of so many tokens: 0, or what tells the type and the first token."""
    said = np.zeros(count, np.int64)
    for found in ruled:
        begin = 2 * ANSWERS.index(found.type) + 1
        said[found.start] = begin
        said[found.start + 1 : found.end] = begin + 1
    return said


@cache
def tagger() -> Tagger:
    """The tagger whose model is shipped with the package."""
    return read(files(data))


def read(folder: Traversable) -> Tagger:
    """The tagger whose model is in a folder."""
    spelt, words = arrays(folder, "tagger_pieces"), arrays(folder, "tagger_words")
    keys = words["keys"].tobytes().decode().split("\n")
    spelling = Spelling(
        spelt["pieces"].view(np.int8), *(_floats(spelt[name]) for name in ("scale", "facts", "bias"))
    )
    rows = {key: row for row, key in enumerate(keys)}
    return Tagger(Lexicon(rows, words["vectors"].view(np.int8), spelling), _network(arrays(folder, "tagger")))


def _network(arrays: Arrays) -> Network:
    between, first, last = (_floats(arrays[name]) for name in ("between", "first", "last"))
    layers = ("wide", "wide_bias", "rules", "filling", "scale", "narrow", "narrow_bias", "out", "out_bias")
    return Network(
        transitions=Transitions(between, first, last),
        screen=Screen(*(_floats(arrays[f"screen_{name}"]) for name in ("words", "rules", "bias"))),
        **{name: _floats(arrays[name]) for name in layers},
    )


def _floats(values: NDArray[np.generic]) -> NDArray[np.float32]:
    return values.astype(np.float32)


def arrays(folder: Traversable, name: str) -> Arrays:
    """The arrays of ``NAME.npz``."""
    with folder.joinpath(f"{name}.npz").open("rb") as file, np.load(file) as stored:
        return dict(stored)
