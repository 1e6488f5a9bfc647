"""What is looked for in texts: a word or phrase, «lemma:گفتن», or a /regular expression/.

Text and pattern are folded alike: letters by their key («ي» is «ی», «۵» is «5»), marks and kashida gone,
every folded letter with the offset it came from. A half-space of the pattern, typed or restored, may be
a half-space, a space or nothing in the text; a space of the pattern a space or a half-space. Words are
found whole, where «کتاب ها» is one word as «کتاب‌ها» is; «*» is any letters.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Protocol

from persian_speech.document import Document
from persian_speech.errors import PersianSpeechError
from persian_speech.text.letters import KASHIDA, ZWNJ, key

Hit = tuple[int, int]  # start and end in code points, half-open
LEMMA = "lemma:"
GAP = rf"[{ZWNJ} ]"
ANY = "\ue000"  # a word that is «*» alone has a letter at least


class Pattern(Protocol):
    """Finds its hits in a document that has tokens with normal forms and lemmas."""

    def hits(self, document: Document) -> Iterator[Hit]:
        """The hits in the order of the text; none overlaps another."""


def compile_pattern(written: str) -> Pattern:
    """The pattern that is written so. Raises PersianSpeechError where it is none."""
    if written.strip() in {LEMMA, "//"} or not key(written).strip(f"* {ZWNJ}"):
        told = "holds nothing to look for; write a word, lemma:WORD or /regex/"
        raise PersianSpeechError(f"{written!r} {told}")
    if len(written) > 1 and written[0] == written[-1] == "/":
        return Expression(written[1:-1])
    return Lemmas(written.removeprefix(LEMMA)) if written.startswith(LEMMA) else Phrase(written)


class Expression:
    """A regular expression over the folded text, which has no half-spaces."""

    def __init__(self, written: str) -> None:
        folded = "".join(char if char.isascii() else key(char) for char in written)
        try:
            self.regex = re.compile(folded, re.IGNORECASE | re.MULTILINE)
        except re.error as error:
            raise PersianSpeechError(f"/{written}/ is no regular expression ({error}); mend it") from error

    def hits(self, document: Document) -> Iterator[Hit]:
        """Where the expression fits; where it fits nothing at all is no hit."""
        letters, offsets = fold(document.text, half_spaces=False)
        for found in self.regex.finditer(letters):
            if found.end() > found.start():
                yield _hit(document.text, offsets, found)


class Phrase:
    """A word or several in a row, found whole."""

    def __init__(self, written: str) -> None:
        self.written = written
        self._regex: re.Pattern[str] | None = None

    def hits(self, document: Document) -> Iterator[Hit]:
        """Where the words stand, however they are spaced."""
        self._regex = self._regex or _phrase(self.written)
        letters, offsets = fold(document.text, half_spaces=True)
        inside: set[int] | None = None
        for found in self._regex.finditer(letters):
            start, end = _hit(document.text, offsets, found)
            inside = _inside_words(document) if inside is None else inside
            if not inside & {start, end}:
                yield start, end


class Lemmas:
    """Every form of a word, or of several words in a row: «گفتن», «خانه بزرگ»."""

    def __init__(self, written: str) -> None:
        self.words = written.split()

    def hits(self, document: Document) -> Iterator[Hit]:
        """Where words with these lemmas stand in a row."""
        from persian_speech.text.lemmas import lemma
        from persian_speech.text.words import phrases, words

        wanted = [{key(word), key(lemma(word))} for word in self.words]
        end = 0
        for sentence in words(document):
            for _, phrase in phrases(sentence, len(wanted)):
                fits = all(key(word.lemma) in known for word, known in zip(phrase, wanted, strict=True))
                if fits and phrase[0].start >= end:
                    end = phrase[-1].end
                    yield phrase[0].start, end


def fold(text: str, *, half_spaces: bool) -> tuple[str, list[int]]:
    """The text's folded letters, and the offset in the text that each came from."""
    folded = [_folded(char, half_spaces) for char in text]
    offsets = [at for at, letters in enumerate(folded) for _ in letters]
    return "".join(folded), offsets


def _hit(text: str, offsets: list[int], found: re.Match[str]) -> Hit:
    """What was found as a stretch of the text, with the marks on its last letter."""
    end = offsets[found.end() - 1] + 1
    while end < len(text) and (unicodedata.combining(text[end]) or text[end] == KASHIDA):
        end += 1
    return offsets[found.start()], end


@cache
def _folded(char: str, half_spaces: bool) -> str:
    return char if half_spaces and char == ZWNJ else key(char)


def _phrase(written: str) -> re.Pattern[str]:
    from persian_speech.text.halfspace import restore

    words = filter(None, map(_lettered, written.split()))
    parts = [_part(char) for char in restore(" ".join(ANY if word == "*" else word for word in words))]
    body = "".join(part if part.startswith("[") else f"{part}{ZWNJ}?" for part in parts)
    body = body.removesuffix(f"{ZWNJ}?")
    return re.compile(rf"(?<![\w{ZWNJ}]){body}(?![\w{ZWNJ}])")


def _lettered(word: str) -> str:
    """The word without what is no letter of its key, «َ» and «ـ», and without half-spaces at its ends."""
    return "".join(char for char in word if char == ZWNJ or key(char)).strip(ZWNJ)


def _part(char: str) -> str:
    if char == ZWNJ:
        return f"{GAP}?"
    if char == " ":
        return f"{GAP}+"
    if char == "*":
        return rf"[\w{ZWNJ}]*"
    if char == ANY:
        return rf"[\w{ZWNJ}]+"
    return re.escape(key(char))


def _inside_words(document: Document) -> set[int]:
    """The gaps inside words that are written with a space: no hit begins or ends at one."""
    from persian_speech.text.words import words

    tokens = document.tokens
    return {
        edge
        for sentence in words(document)
        for word in sentence
        for at in range(word.first, word.last - 1)
        for edge in (tokens[at].end, tokens[at + 1].start)
    }
