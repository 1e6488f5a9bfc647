"""The annotated corpora as texts: tokens joined by spaces, read by the tool's own tokenizer.

A document's fold is told by a hash of its name. Fold 0 is held out: nothing is learnt from it, nor from
a document that shares sentences with it.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from persian_speech.document import Document, Sentence, Token
from persian_speech.text.letters import phrase_key
from persian_speech.text.sentences import split
from persian_speech.text.tokens import tokenize

CORPORA: Final = ("peyma-300k", "nsurl-600k")
TYPES: Final = ("PER", "ORG", "LOC", "DAT", "TIM", "MON", "PCT")
FOLDS: Final = 10
HELD_OUT: Final = 0
_SHARED = 2  # sentences shared with a held-out document that make a document its copy
_TELLING = 25  # letters of a sentence that two documents do not share by chance

Piece = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Example:
    """A document of a corpus: its text, tokens and sentences, and its names as spans of the text."""

    name: str
    text: str
    pieces: tuple[Piece, ...]
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]

    @property
    def fold(self) -> int:
        """A number below ``FOLDS`` that depends on the name alone."""
        return int(hashlib.sha1(self.name.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS

    @property
    def document(self) -> Document:
        """The document before anything is found in it."""
        return Document(self.text, tokens=self.tokens, sentences=self.sentences)

    @property
    def lines(self) -> tuple[str, ...]:
        """The keys of the sentences as the corpus has them."""
        return tuple(map(phrase_key, self.text.splitlines()))

    def tags(self) -> list[int]:
        """The tag of each token: 0, 2t + 1 or 2t + 2, as ``entities.decoding`` has them."""
        tags, at = [0] * len(self.tokens), 0
        for start, end, kind in self.pieces:
            tag = 2 * TYPES.index(kind) + 1
            while at < len(self.tokens) and self.tokens[at].end <= start:
                at += 1
            while at < len(self.tokens) and self.tokens[at].start < end:
                tags[at] = tag
                tag += tag % 2
                at += 1
        return tags


def read(path: Path) -> Iterator[Example]:
    """The documents of a file of token<TAB>tag lines, each after a line «# document NAME»."""
    name, lines = "", []
    for line in [*path.read_text(encoding="utf-8").splitlines(), "# document"]:
        if not line.startswith("# document"):
            lines.append(line)
            continue
        if any(lines):
            yield example(name, lines)
        name, lines = line.removeprefix("# document").strip(), []


def example(name: str, lines: Sequence[str]) -> Example:
    """A document of its lines; an empty line ends a sentence."""
    text = ""
    pieces: list[Piece] = []
    for line in lines:
        token, _, label = line.partition("\t")
        token = token.strip()
        if not token:
            text = text.rstrip(" ") + "\n" if not line else text
            continue
        start, text = len(text), text + token + " "
        mark, _, kind = label.partition("-")
        if mark == "I" and pieces and pieces[-1][2] == kind:
            pieces[-1] = (pieces[-1][0], start + len(token), kind)
        elif kind in TYPES:
            pieces.append((start, start + len(token), kind))
    tokens = tuple(tokenize(text))
    return Example(name, text, tuple(pieces), tokens, tuple(split(text, tokens)))


def parts(folder: Path) -> tuple[list[Example], list[Example]]:
    """The documents to learn from, and those held out."""
    examples = [found for corpus in CORPORA for found in read(folder / f"{corpus}.tsv")]
    held = [found for found in examples if found.fold == HELD_OUT]
    telling = {line for found in held for line in found.lines if len(line) > _TELLING}
    others = (found for found in examples if found.fold != HELD_OUT)
    learnt = [found for found in others if sum(line in telling for line in found.lines) < _SHARED]
    return learnt, held
