"""A document's tokens as bytes and back: columns of numbers beside the distinct words, compressed.

A corpus keeps them so: a row a token would make it several times as large, and slower to write and read.
"""

import json
import sys
import zlib
from array import array
from collections.abc import Iterable, Sequence
from typing import get_args

from persian_speech.document import Token, TokenKind

KINDS: tuple[TokenKind, ...] = get_args(TokenKind)
NUMBERS = "I"  # four bytes, at least what any text needs
QUICK = 1  # zlib's level: higher ones take thrice the time to save a tenth


def pack(tokens: Sequence[Token]) -> bytes:
    """Columns start, end, kind, normal form and lemma; the text of each is in the document's."""
    distinct = dict.fromkeys(word for token in tokens for word in (token.normal, token.lemma))
    words = {word: at for at, word in enumerate(distinct)}
    kinds = {kind: at for at, kind in enumerate(KINDS)}
    columns = (
        [token.start for token in tokens],
        [token.end for token in tokens],
        [kinds[token.kind] for token in tokens],
        [words[token.normal] for token in tokens],
        [words[token.lemma] for token in tokens],
    )
    lexicon = json.dumps(list(words), ensure_ascii=False).encode("utf-8", "surrogatepass")
    return zlib.compress(b"".join((_bytes((len(lexicon),)), lexicon, *map(_bytes, columns))), QUICK)


def unpack(data: bytes, text: str) -> tuple[Token, ...]:
    """The tokens of a document with this text. Raises ValueError or zlib.error for other bytes."""
    plain = zlib.decompress(data)
    width = array(NUMBERS).itemsize
    size = _numbers(plain[:width])[0]
    words = json.loads(plain[width : width + size].decode("utf-8", "surrogatepass"))
    numbers = _numbers(plain[width + size :])
    count = len(numbers) // 5
    starts, ends, kinds, normals, lemmas = (numbers[at * count : (at + 1) * count] for at in range(5))
    return tuple(
        Token(start, end, text[start:end], words[normal], KINDS[kind], words[lemma])
        for start, end, kind, normal, lemma in zip(starts, ends, kinds, normals, lemmas, strict=True)
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
