"""Words of news with their normal forms and lemmas, compiled from the rules.

A text's words are mostly these, and asking the rules about each takes a hundred times as long as looking
it up. They stand for the rules and never differ from them; ``python -m training.words`` writes them anew.
"""

import gzip
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import persian_speech.data

NAME = "words.tsv.gz"


@cache
def compiled() -> dict[str, tuple[str, str]]:
    """By word as typed: its normal form and that one's lemma."""
    packed = files(persian_speech.data).joinpath(NAME).read_bytes()
    fields = gzip.decompress(packed).decode("utf-8").replace("\n", "\t").split("\t")
    words, normals, lemmas = (fields[at:-1:3] for at in range(3))
    return {
        word: (normal or word, lemma or word)
        for word, normal, lemma in zip(words, normals, lemmas, strict=True)
    }


def packed(words: Iterable[tuple[str, str, str]]) -> bytes:
    """Words, normal forms and lemmas as the bytes of the table; what is as the word is left out."""
    lines = (
        f"{word}\t{'' if normal == word else normal}\t{'' if lemma == word else lemma}\n"
        for word, normal, lemma in words
    )
    return gzip.compress("".join(lines).encode("utf-8"), mtime=0)
