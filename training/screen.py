"""The screen: which tokens the network need not look at, learnt from what it finds in unannotated news.

A logistic regression over the words around a token and what the rules answer there. Few tokens are in a
name, so those weigh more; then the bias is set so that nearly all of them pass.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from persian_speech.document import Document
from persian_speech.entities.learned import ANSWERS, Tagger, answers, arrays, read
from persian_speech.entities.network import FILLING, MARGIN, WIDE, Line
from persian_speech.entities.reading import Reading
from persian_speech.entities.rules import ruled
from persian_speech.pipeline import segment
from training.saving import save

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
EVERY: Final = 3  # of the news, one text in so many
PASSING: Final = 0.997  # the share of names' tokens that pass
WEIGHT: Final = 30.0  # of a name's token
STEADY: Final = 1e-6  # what large weights cost
STEPS: Final = 300
SAID: Final = 2 * len(ANSWERS) + 1


@dataclass(frozen=True, slots=True)
class Seen:
    """Lines end to end: the word and the rules' answer at each place; where tokens are, which are in names.

    vectors: the numbers of each word, the first of them the filling's, which are nothing.
    """

    rows: Integers
    said: Integers
    tokens: Integers
    named: NDArray[np.bool_]
    vectors: Floats

    def around(self) -> Iterator[tuple[int, Integers]]:
        """Each place of the screen's weights, and what stands there beside each token."""
        for at in range(WIDE):
            yield at, self.tokens + (at - MARGIN)


def seen(texts: Iterable[str], tagger: Tagger) -> Seen:
    """What a tagger finds that looks at every token."""
    words: dict[str, int] = {}
    lines: list[tuple[Integers, Integers]] = []
    named: list[NDArray[np.bool_]] = []
    for text in texts:
        document = segment(Document(text))
        reading = Reading.of(document)
        ranges = [(sentence.first, sentence.last) for sentence in document.sentences]
        firsts = np.array([first for first, _ in ranges], np.int64)
        said = answers(ruled(reading, ranges), len(reading.texts))
        rows = np.array([words.setdefault(word, len(words) + 1) for word in reading.texts], np.int64)
        lines.append((Line.of(rows, firsts).rows, Line.of(said, firsts).rows))
        named.append(np.zeros(len(rows), bool))
        for start, end, _ in tagger.names(reading, said, firsts):
            named[-1][start:end] = True
    rows, answered = (np.concatenate(column) for column in zip(*lines, strict=True))
    vectors = tagger.lexicon.vectors(list(words))
    return Seen(
        rows,
        answered,
        np.flatnonzero(rows != FILLING),
        np.concatenate(named),
        np.concatenate((np.zeros_like(vectors[:1]), vectors)).astype(float),
    )


def write(folder: Path, texts: Iterable[str]) -> None:
    """Learns the screen of the network that is in a folder, from any news, and writes it beside that."""
    network = arrays(folder, "tagger")
    size = len(network["wide"])
    opened = {"words": np.zeros((size, WIDE)), "rules": np.zeros((SAID, WIDE)), "bias": np.ones(1)}
    save(folder / "tagger.npz", network | _named(opened))  # the tagger that is learnt from looks at all
    known = seen((text for text in islice(texts, 0, None, EVERY) if text.strip()), read(folder))
    save(folder / "tagger.npz", network | _named(learn(known)))


def _named(weights: Mapping[str, Floats]) -> dict[str, NDArray[np.float32]]:
    return {f"screen_{name}": value.astype(np.float32) for name, value in weights.items()}


def learn(known: Seen) -> dict[str, Floats]:
    """The weights of the screen: words, rules and bias."""
    from scipy.optimize import minimize

    size = WIDE * (known.vectors.shape[1] + SAID) + 1
    found = minimize(_loss, np.zeros(size), (known,), "L-BFGS-B", jac=True, options={"maxiter": STEPS})
    words, rules, bias = _parts(found.x, known)
    leaning = _leaning(found.x, known)
    bar = np.quantile(leaning[known.named], 1 - PASSING)
    print(f"{(leaning > bar).mean():.3f} of all tokens pass the screen, {known.named.mean():.3f} are named")
    unruled = rules[0]
    return {"words": words, "rules": rules - unruled, "bias": bias - bar + unruled.sum()}


def _parts(weights: Floats, known: Seen) -> tuple[Floats, Floats, Floats]:
    """words (numbers × WIDE), rules (answers × WIDE) and the bias."""
    words, rules, bias = np.split(weights, (WIDE * known.vectors.shape[1], -1))
    return words.reshape(-1, WIDE), rules.reshape(-1, WIDE), bias


def _leaning(weights: Floats, known: Seen) -> Floats:
    """How far each token leans to a name."""
    words, rules, bias = _parts(weights, known)
    given = known.vectors @ words
    leaning = np.repeat(bias, len(known.tokens))
    for at, places in known.around():
        leaning += given[known.rows[places], at] + rules[known.said[places], at]
    return leaning


def _loss(weights: Floats, known: Seen) -> tuple[float, Floats]:
    """The mean surprise, and which way it rises."""
    leaning = np.where(known.named, -1, 1) * _leaning(weights, known)
    weight = np.where(known.named, WEIGHT, 1) / len(leaning)
    slope = np.where(known.named, -1, 1) * weight / (1 + np.exp(-leaning))
    words, rules, _ = (np.zeros_like(part) for part in _parts(weights, known))
    for at, places in known.around():
        words[:, at] = known.vectors.T @ np.bincount(known.rows[places], slope, len(known.vectors))
        rules[:, at] = np.bincount(known.said[places], slope, SAID)
    rise = np.concatenate((words.ravel(), rules.ravel(), [slope.sum()]))
    loss = weight @ np.logaddexp(0, leaning) + STEADY * weights @ weights / 2
    return float(loss), rise + STEADY * weights
