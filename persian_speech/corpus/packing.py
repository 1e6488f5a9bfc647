"""A document's tokens as bytes and back: columns of numbers beside the distinct words, compressed.

A corpus keeps them so: a row a token would make it several times as large, and slower to write and read.
"""

import json
import sys
import zlib
from array import array
from collections.abc import Iterable
from operator import add
from typing import get_args

from persian_speech.document import TokenKind, Tokens

KINDS: tuple[TokenKind, ...] = get_args(TokenKind)
NUMBER_OF = {kind: number for number, kind in enumerate(KINDS)}
NUMBERS = "I"  # four bytes, at least what any text needs
QUICK = 1  # zlib's level: higher ones take thrice the time to save a tenth


def pack(tokens: Tokens) -> bytes:
    """Columns start, end, kind, normal form and lemma; the text of each is in the document's."""
    lemmas = tokens.lemmas or [""] * len(tokens)
    words = {word: at for at, word in enumerate(dict.fromkeys((*tokens.normals, *lemmas)))}
    columns = (
        tokens.starts,
        map(add, tokens.starts, map(len, tokens.texts)),
        map(NUMBER_OF.__getitem__, tokens.kinds),
        map(words.__getitem__, tokens.normals),
        map(words.__getitem__, lemmas),
    )
    lexicon = json.dumps(list(words), ensure_ascii=False).encode("utf-8", "surrogatepass")
    return zlib.compress(b"".join((_bytes((len(lexicon),)), lexicon, *map(_bytes, columns))), QUICK)


def unpack(data: bytes, text: str) -> Tokens:
    """The tokens of a document with this text. Raises ValueError or zlib.error for other bytes."""
    plain = zlib.decompress(data)
    width = array(NUMBERS).itemsize
    size = _numbers(plain[:width])[0]
    words = json.loads(plain[width : width + size].decode("utf-8", "surrogatepass"))
    numbers = _numbers(plain[width + size :])
    count = len(numbers) // 5
    starts, ends, kinds, normals, lemmas = (numbers[at * count : (at + 1) * count] for at in range(5))
    return Tokens(
        starts,
        [text[start:end] for start, end in zip(starts, ends, strict=True)],
        list(map(KINDS.__getitem__, kinds)),
        list(map(words.__getitem__, normals)),
        list(map(words.__getitem__, lemmas)),
    )


def _bytes(numbers: Iterable[int]) -> bytes:
    column = array(NUMBERS, numbers)
    if sys.byteorder == "big":
        column.byteswap()
    return column.tobytes()


def _numbers(data: bytes) -> array[int]:
    column = array(NUMBERS)
    column.frombytes(data)
    if sys.byteorder == "big":
        column.byteswap()
    return column
