"""Cleaning by choice: digits and letters unified, kashida and diacritics removed."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

from persian_speech.document import Token
from persian_speech.text.letters import KASHIDA, PERSIAN_DIGITS
from persian_speech.text.tokens import tokenize

Digits = Literal["persian", "latin"]
_ARABIC = "٠١٢٣٤٥٦٧٨٩"
_LATIN = "0123456789"
_DIGITS: dict[Digits, dict[int, str]] = {
    "persian": {ord(c): PERSIAN_DIGITS[i % 10] for i, c in enumerate(_LATIN + _ARABIC)},
    "latin": {ord(c): _LATIN[i % 10] for i, c in enumerate(PERSIAN_DIGITS + _ARABIC)},
}
_LETTERS = str.maketrans("يىكەہۀ", "ییکههه")
# Letters drawn by their place in the word («ﻣﻲ», «ﻻ»); set phrases in one sign («ﷺ») stay.
_DRAWN = re.compile("[\ufb50-\ufdf2\ufe70-\ufefc]+")
# «رشتهٔ» loses its hamza; that of «أ» is part of the letter.
_DIACRITICS = re.compile("[\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06ed]|(?<=[هة])\u0654")


def clean(
    text: str,
    *,
    digits: Digits | None = None,
    letters: bool = False,
    diacritics: bool = False,
    kashida: bool = False,
) -> str:
    """The text with the asked changes and no other; links, names on networks and Latin words are untouched.

    ``digits`` makes all digits Persian or Latin, ``letters`` gives Arabic and drawn letters their Persian
    make, ``diacritics`` and ``kashida`` are removed.
    """
    if not (digits or letters or diacritics or kashida):
        return text
    return "".join(
        piece if raw else cleaned(piece, digits, letters=letters, diacritics=diacritics, kashida=kashida)
        for piece, raw in _pieces(text)
    )


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, and whether each must stay as it is."""
    start = 0
    for token in tokenize(text):
        if _stays(token):
            yield text[start : token.start], False
            yield token.text, True
            start = token.end
    yield text[start:], False


def _stays(token: Token) -> bool:
    return token.kind in {"link", "symbol"} or (
        token.kind == "word" and re.search("[A-Za-z]", token.text) is not None
    )


def cleaned(
    text: str, digits: Digits | None = None, *, letters: bool, diacritics: bool, kashida: bool
) -> str:
    """The same, where nothing is to be left untouched: of one word."""
    if letters:
        text = _DRAWN.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text).translate(_LETTERS)
    if digits:
        text = text.translate(_DIGITS[digits])
    if diacritics:
        text = _DIACRITICS.sub("", text)
    return text.replace(KASHIDA, "") if kashida else text
