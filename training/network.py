"""The network in training: the same sums as ``entities.network`` and ``entities.vectors``, with dropout.

A word is told by a vector from text, a vector of its own if it was learnt from, the pieces of its
spelling and the facts of the tables; its neighbours by two convolutions; the row of tags by a
conditional random field. In training words lose their vectors, facts and the rules' answers at random,
so that none of them is trusted alone.
"""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import jax
import jax.numpy as jnp
import numpy as np
import optax

from persian_speech.entities.network import NARROW, WIDE
from persian_speech.entities.vectors import BUCKETS
from training.corpus import TYPES
from training.examples import Line, Words, batches

Weights = dict[str, Any]
TAGS: Final = 2 * len(TYPES) + 1
ANSWERS: Final = TAGS + 2  # the rules know peoples too
OWN: Final = 64  # numbers of a word's own vector
SPELT: Final = 64
TOLD: Final = 32
WORD: Final = 96
RULE: Final = 16
HIDDEN: Final = 128
NEVER: Final = -1e4  # the score of a tag that cannot stand there
RATE: Final = 2e-3


@dataclass(frozen=True, slots=True)
class Losses:
    """The shares that are taken out at random in training."""

    own: float = 0.1
    word: float = 0.1
    facts: float = 0.15
    rules: float = 0.25
    inputs: float = 0.2
    vectors: float = 0.2
    hidden: float = 0.3


LOSSES: Final = Losses()


def forbidden() -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """What a tag that goes on with a name costs after any tag but its own, and at the beginning."""
    between, first = np.zeros((TAGS, TAGS), np.float32), np.zeros(TAGS, np.float32)
    for tag in range(2, TAGS, 2):
        between[:, tag] = first[tag] = NEVER
        between[[tag - 1, tag], tag] = 0
    return between, first


BETWEEN, FIRST = forbidden()


def begun(words: Words, seed: int) -> Weights:
    """Weights to begin with. Words met twice in what is learnt from have a vector of their own."""
    keys = iter(jax.random.split(jax.random.PRNGKey(seed), 20))

    def drawn(*shape: int, scale: float = 1.0) -> Any:
        return jax.random.normal(next(keys), shape) * scale / np.sqrt(shape[0])

    inputs = WORD + RULE
    own = int((words.counts > 1).sum()) + 1
    return {
        "text": drawn(words.vectors.shape[1], OWN),
        "own": jnp.zeros((own, OWN)),
        "unmet": jnp.zeros(OWN),
        "pieces": drawn(BUCKETS + 1, SPELT, scale=0.1 * np.sqrt(BUCKETS + 1)),
        "facts": drawn(words.facts.shape[1], TOLD),
        "word": drawn(OWN + SPELT + TOLD, WORD),
        "word_bias": jnp.zeros(WORD),
        "rules": drawn(ANSWERS, RULE, scale=0.3 * np.sqrt(ANSWERS)),
        "filling": drawn(inputs, scale=0.1 * np.sqrt(inputs)),
        "wide": drawn(WIDE * inputs, HIDDEN, scale=1.4),
        "wide_bias": jnp.zeros(HIDDEN),
        "narrow": drawn(NARROW * HIDDEN, HIDDEN),
        "narrow_bias": jnp.zeros(HIDDEN),
        "out": drawn(HIDDEN, TAGS),
        "out_bias": jnp.zeros(TAGS),
        "between": jnp.zeros((TAGS, TAGS)),
        "first": jnp.zeros(TAGS),
        "last": jnp.zeros(TAGS),
    }


def tables(words: Words) -> Mapping[str, Any]:
    """What is known of all words, as the network reads it."""
    own = np.cumsum(words.counts > 1) * (words.counts > 1)
    return {
        "pieces": jnp.array(words.pieces),
        "facts": jnp.array(words.facts),
        "vectors": jnp.array(words.vectors),
        "met": jnp.array(words.met),
        "own": jnp.array(own.astype(np.int32)),
    }


def _kept(key: Any, share: float, shape: tuple[int, ...]) -> Any:
    return jax.random.bernoulli(key, 1 - share, shape)


def _dropped(key: Any, share: float, values: Any) -> Any:
    return values if key is None else values * _kept(key, share, values.shape) / (1 - share)


def vectors(weights: Weights, known: Mapping[str, Any], rows: Any, key: Any = None) -> Any:
    """The vector of each word; without a key nothing is dropped."""
    keys = [None] * 4 if key is None else list(jax.random.split(key, 4))
    met, own, told = known["met"][rows], known["own"][rows], known["facts"][rows]
    mine = weights["own"][own] * (own > 0)[:, None]
    if key is not None:
        told = told * _kept(keys[0], LOSSES.facts, rows.shape)[:, None]
        whole = _kept(keys[1], LOSSES.word, rows.shape)
        met, mine = met * whole, mine * whole[:, None]
        mine = mine * _kept(keys[2], LOSSES.own, rows.shape)[:, None] / (1 - LOSSES.own)
    text = jnp.where(met[:, None] > 0, known["vectors"][rows] @ weights["text"] + mine, weights["unmet"])
    there = known["pieces"][rows] > 0
    spelt = (weights["pieces"][known["pieces"][rows]] * there[..., None]).sum(-2)
    spelt = spelt / jnp.sqrt(there.sum(-1, keepdims=True) + 1.0)
    parts = jnp.concatenate([text, spelt, told @ weights["facts"]], -1)
    return jnp.tanh(_dropped(keys[3], LOSSES.inputs, parts) @ weights["word"] + weights["word_bias"])


def _around(values: Any, width: int, filling: Any) -> Any:
    margin, (count, length, size) = width // 2, values.shape
    side = jnp.broadcast_to(filling, (count, margin, size))
    padded = jnp.concatenate([side, values, side], 1)
    return jnp.concatenate([padded[:, at : at + length] for at in range(width)], -1)


def scores(weights: Weights, known: Mapping[str, Any], batch: Sequence[Any], key: Any = None) -> Any:
    """sentences × tokens × tags."""
    keys = [None] * 5 if key is None else list(jax.random.split(key, 5))
    mask, distinct, places, answers = batch[0][..., None], *batch[1:4]
    word = _dropped(keys[1], LOSSES.vectors, vectors(weights, known, distinct, keys[0])[places])
    rule = weights["rules"][answers]
    if key is not None:
        rule = rule * _kept(keys[2], LOSSES.rules, (len(rule), 1, 1))
    inputs = jnp.where(mask, jnp.concatenate([word, rule], -1), weights["filling"])
    wide = _around(inputs, WIDE, weights["filling"]) @ weights["wide"] + weights["wide_bias"]
    hidden = _dropped(keys[3], LOSSES.hidden, jax.nn.relu(wide)) * mask
    narrow = _around(hidden, NARROW, jnp.zeros(HIDDEN)) @ weights["narrow"] + weights["narrow_bias"]
    hidden = hidden + _dropped(keys[4], LOSSES.hidden, jax.nn.relu(narrow))
    return hidden @ weights["out"] + weights["out_bias"]


def surprise(weights: Weights, found: Any, tags: Any, mask: Any) -> Any:
    """How unlikely the right tags are, over all sentences: a conditional random field's loss."""
    between, first = weights["between"] + BETWEEN, weights["first"] + FIRST
    there = mask.astype(jnp.float32)
    ends = jnp.maximum(there.sum(1).astype(int) - 1, 0)
    right = (jnp.take_along_axis(found, tags[..., None], -1)[..., 0] * there).sum(1)
    right += (between[tags[:, :-1], tags[:, 1:]] * there[:, 1:]).sum(1)
    right += first[tags[:, 0]] + weights["last"][tags[jnp.arange(len(tags)), ends]]

    def step(paths: Any, token: Any) -> Any:
        score, present = token
        longer = jax.nn.logsumexp(paths[:, :, None] + between, 1) + score
        return jnp.where(present[:, None] > 0, longer, paths), None

    tokens = found.swapaxes(0, 1)[1:], there.swapaxes(0, 1)[1:]
    paths, _ = jax.lax.scan(step, found[:, 0] + first, tokens)
    every = jax.nn.logsumexp(paths + weights["last"], 1)
    return ((every - right) * there[:, 0]).sum()


def learn(words: Words, lines: Sequence[Line], *, passes: int, seed: int) -> Weights:
    """The weights after so many passes over the lines; the same each time on one machine."""
    random, key = np.random.default_rng(seed), jax.random.PRNGKey(seed)
    weights, known = begun(words, seed), tables(words)
    count = sum(1 for _ in batches(lines, np.random.default_rng(seed)))
    total = passes * count
    rate = optax.warmup_cosine_decay_schedule(0, RATE, count // 2, total, RATE / 50)
    descent = optax.chain(optax.clip_by_global_norm(5.0), optax.adamw(rate, weight_decay=1e-5))
    state = descent.init(weights)

    def loss(weights: Weights, batch: Sequence[Any], key: Any) -> Any:
        return surprise(weights, scores(weights, known, batch, key), batch[4], batch[0]) / batch[0].sum()

    @functools.partial(jax.jit, donate_argnums=(0, 1))
    def step(weights: Weights, state: Any, batch: Sequence[Any], key: Any) -> Any:
        value, slopes = jax.value_and_grad(loss)(weights, batch, key)
        change, state = descent.update(slopes, state, weights)
        return optax.apply_updates(weights, change), state, value

    for _ in range(passes):
        for batch in batches(lines, random):
            key, used = jax.random.split(key)
            weights, state, _ = step(weights, state, batch, used)
    return weights
