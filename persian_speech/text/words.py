"""Words as a reader counts them: «می شود» and «کتاب ها» are one word each, whatever stands in their gap.

Tokens keep to what is typed; here neighbours that are one word with a space in it (pairs.py) are put
together, so that what is counted or looked for is blind to half-spaces.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from persian_speech.document import COUNTED, Document, Token
from persian_speech.text import lemmas
from persian_speech.text.halfspace import is_persian
from persian_speech.text.letters import ZWNJ
from persian_speech.text.lexicon import NEVER_JOINS, bare
from persian_speech.text.pairs import is_particle, one_word

GAP = frozenset(" \u00a0\u2009\u202f")


@dataclass(frozen=True, slots=True)
class Word:
    """A word: its place in the text, the tokens ``first`` up to ``last`` that it is made of."""

    start: int
    end: int
    normal: str
    lemma: str
    first: int
    last: int


def words(document: Document) -> Iterator[list[Word]]:
    """The words, numbers and abbreviations of each sentence; tokens need ``normal`` and ``lemma``."""
    for sentence in document.sentences:
        found: list[Word] = []
        for at in range(sentence.first, sentence.last):
            token = document.tokens[at]
            if token.kind not in COUNTED:
                continue
            if found and _continues(document, found[-1], at):
                found[-1] = _joined(found[-1], token)
            else:
                found.append(Word(token.start, token.end, token.normal, token.lemma, at, at + 1))
        yield found


def phrases(sentence: Sequence[Word], size: int) -> Iterator[tuple[int, Sequence[Word]]]:
    """``size`` words in a row with no mark between them, each with the number of its first word."""
    for at in range(len(sentence) - size + 1):
        phrase = sentence[at : at + size]
        if all(word.last == following.first for word, following in pairwise(phrase)):
            yield at, phrase


def _continues(document: Document, word: Word, at: int) -> bool:
    """Whether the token is the rest of the word before it."""
    token = document.tokens[at]
    gap = document.text[word.end : token.start]
    if word.last != at or not gap or not GAP.issuperset(gap):
        return False
    if not (is_persian(token) and is_persian(document.tokens[word.first])):
        return False
    first, second = bare(word.normal), bare(token.normal)
    return not (is_particle(first) or is_particle(second)) and one_word(first, second)


def _joined(word: Word, token: Token) -> Word:
    mark = "" if word.normal[-1] in NEVER_JOINS else ZWNJ
    normal = word.normal + mark + token.normal
    return Word(word.start, token.end, normal, lemmas.lemma(normal), word.first, word.last + 1)
