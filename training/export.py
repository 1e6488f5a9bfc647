"""The weights as the files that the package ships: folded a word at a time, in one byte a number."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from persian_speech.entities.network import LARGEST, WIDE
from training.examples import Words
from training.network import BETWEEN, FIRST, HIDDEN, OWN, RULE, SPELT, WORD, tables, vectors
from training.saving import save

LAYERS: Final = ("wide_bias", "narrow", "narrow_bias", "out", "out_bias")
_CHUNK = 4096  # words whose vectors are computed at once


def write(folder: Path, weights: dict[str, Any], words: Words) -> None:
    """Writes tagger.npz, tagger_words.npz and tagger_pieces.npz."""
    plain = {name: np.asarray(value, np.float32) for name, value in weights.items()}
    wide = plain["wide"].reshape(WIDE, WORD + RULE, HIDDEN).swapaxes(0, 1)
    network: dict[str, NDArray[Any]] = {name: plain[name].astype(np.float16) for name in LAYERS}
    network["wide"] = wide[:WORD].astype(np.float16)
    network["rules"] = np.tensordot(plain["rules"], wide[WORD:], 1)
    network["filling"] = np.tensordot(plain["filling"], wide, 1)
    stored = _stored(weights, words)
    network["scale"] = scale(stored["vectors"], network)
    network["between"] = plain["between"] + BETWEEN
    network["first"] = plain["first"] + FIRST
    network["last"] = plain["last"]
    save(folder / "tagger.npz", network)
    save(folder / "tagger_words.npz", stored)
    save(folder / "tagger_pieces.npz", _spelling(plain))


def scale(vectors: NDArray[Any], network: Mapping[str, NDArray[Any]]) -> NDArray[np.float32]:
    """What 1 is where the gifts of words are kept in a byte a number: the largest is 127."""
    wide = network["wide"].astype(np.float32)
    largest = np.abs(network["filling"]).max(axis=0)
    for at in range(0, len(vectors), _CHUNK):
        given = np.tensordot(vectors[at : at + _CHUNK] / np.float32(LARGEST), wide, 1) + network["rules"][0]
        largest = np.maximum(largest, np.abs(given).max(axis=(0, 1)))
    return np.asarray(largest / LARGEST, np.float32)


def _stored(weights: dict[str, Any], words: Words) -> dict[str, NDArray[Any]]:
    """The keys of the words that have a vector from text, and what the first layer makes of each."""
    met = np.flatnonzero(words.met)
    known = tables(words)
    folded = [np.asarray(vectors(weights, known, met[at : at + _CHUNK])) for at in range(0, len(met), _CHUNK)]
    names = list(words.rows)
    keys = "\n".join(names[row] for row in met).encode()
    whole = np.rint(np.concatenate(folded) * LARGEST).astype(np.int8)
    return {"keys": np.frombuffer(keys, np.uint8), "vectors": whole}


def _spelling(plain: dict[str, NDArray[np.float32]]) -> dict[str, NDArray[Any]]:
    """What makes a vector of a word that was not met."""
    layer = plain["word"]
    pieces = plain["pieces"][1:] @ layer[OWN : OWN + SPELT]
    scale = np.abs(pieces).max(axis=0) / 127
    return {
        "pieces": np.rint(pieces / scale).astype(np.int8),
        "scale": scale,
        "facts": plain["facts"] @ layer[OWN + SPELT :],
        "bias": plain["unmet"] @ layer[:OWN] + plain["word_bias"],
    }
