"""Half-spaces: lost ones restored, and the normal form of every token.

Two questions, each asked once per distinct word or pair and remembered: where a word typed in one
piece has joints (joints.py), and whether two neighbours are one word with a space in it (pairs.py).
Each is asked in two moods. Sure slips («میکند», «کتاب ها», «خامنهای») are mended in any text; what editors
write in more ways than one («دیندار», «راه شیری») only where the text itself shows that its half-spaces
were lost (``Habits``). Nothing but spaces and half-spaces inside a line is ever changed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from operator import add
from typing import NamedTuple

from persian_speech.document import Token
from persian_speech.text import lexicon, pairs
from persian_speech.text.cleaning import cleaned
from persian_speech.text.compiled import compiled
from persian_speech.text.joints import joints_found
from persian_speech.text.letters import ZWNJ
from persian_speech.text.lexicon import NEVER_JOINS, Joints, bare
from persian_speech.text.pairs import PAIR
from persian_speech.text.remembered import Remembered
from persian_speech.text.tokens import numbered, tokenize
from persian_speech.text.vocabulary import Numbered, Strings

_GAP = re.compile(r"(\s+)")
_SPACES = frozenset(" \u00a0\u2009\u202f")
_PERSIAN = re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
# Most stretches: one word, perhaps in marks.
_OWN = "[آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئؤأ]"
_LETTERS = "[آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئؤأكيةء]"
_PLAIN_WORD = re.compile(rf"{_OWN}+(?:{ZWNJ}{_OWN}+)*")
_PLAIN = re.compile(rf"([«(]?)({_LETTERS}+(?:{ZWNJ}{_LETTERS}+)*)([.،؛:»)!؟]*)")
MOST = 1 << 18  # words, chunks and pairs remembered: 20 MB of news have 230,000 pairs, 50 MB in memory
# Of all places for a half-space so few slips are no habit.
FEW = 0.03


class Word(NamedTuple):
    """What is known of one Persian word: itself less sure slips, less debatable ones too, and its letters.

    ``letters`` is empty for a particle, which is part of no other word; ``begins`` and ``ends`` tell what
    it can be in a pair (pairs.py), and ``typed`` how many half-spaces stood in it.
    """

    sure: str
    weak: str
    letters: str
    begins: int
    ends: int
    typed: int


@dataclass(frozen=True, slots=True)
class Chunk:
    """What stands between two spaces, ``text``: Persian words and what is around them.

    ``opens`` and ``closes`` are the letters of the words it begins and ends with, if these can be part of
    a longer one, and ``ends`` and ``begins`` what they can be in it. ``typed`` counts half-spaces that
    stood in the words, ``mended`` those that were put there; ``debatable`` where more could be.
    """

    text: str
    restored: str
    opens: str
    closes: str
    ends: int
    begins: int
    typed: int
    mended: int
    debatable: bool


@dataclass(frozen=True, slots=True)
class Habits:
    """What the writer of a text does: types words in one piece, or in pieces, that need a half-space."""

    joins: bool = True
    parts: bool = True


@lru_cache(maxsize=MOST)
def _restored(word: str) -> tuple[str, str]:
    """The word less sure slips, and less debatable ones too."""
    places, sure = joints_found(bare(word))
    if not places or (ZWNJ in word and not set(places).issuperset(lexicon.joints_of(word)[1])):
        return word, word
    restored = _insert(word, places)
    return restored if sure else word, restored


def restore_word(word: str) -> str:
    """One word with the half-spaces it lost: «منطقهای» → «منطقه‌ای»; all else stays."""
    return _restored(word)[1]


@lru_cache(maxsize=MOST)
def _word(word: str) -> Word:
    letters = bare(word)
    letters = "" if pairs.is_particle(letters) else letters
    begins, ends = pairs.as_first(letters), pairs.as_second(letters)
    return Word(*_restored(word), letters, begins, ends, word.count(ZWNJ))


def _insert(word: str, places: Joints) -> str:
    """A half-space before each letter whose number is in ``places``, unless one stands there."""
    pieces: list[str] = []
    letters, parted = 0, False
    for char in word:
        if lexicon.is_base(char):
            if letters in places and not parted:
                pieces.append(ZWNJ)
            letters, parted = letters + 1, False
        parted = parted or char == ZWNJ  # «می‌‎آید»: a mark of direction may follow it
        pieces.append(char)
    return "".join(pieces)


def is_persian(token: Token) -> bool:
    """A word of Persian letters: only those are ever restored."""
    return token.kind == "word" and _PERSIAN.match(token.text) is not None


def _words(text: str) -> tuple[Sequence[str], Sequence[str]]:
    """The Persian words of a stretch without spaces, and what stands around them: «(می‌گوید)،» has one.

    Word ``i`` stands between ``around[i]`` and ``around[i + 1]``.
    """
    if match := _PLAIN.fullmatch(text):
        before, word, after = match.groups()
        return (word,), (before, after)
    words = [token for token in tokenize(text) if is_persian(token)]
    ends = [0, *(word.end for word in words)]
    starts = [*(word.start for word in words), len(text)]
    around = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    return [word.text for word in words], around


NO_WORD = Word("", "", "", 0, 0, 0)


def _read(text: str, *, weak: bool) -> Chunk:
    words, around = _words(text)
    known = [_word(word) for word in words]
    first = known[0] if known and not around[0].strip(ZWNJ) else NO_WORD
    last = known[-1] if known and not around[-1].strip(ZWNJ) else NO_WORD
    restored, typed, mended, debatable = around[0], 0, 0, False
    for word, mark in zip(known, around[1:], strict=True):
        right = word.weak if weak else word.sure
        restored += right + mark
        typed += word.typed
        mended += right.count(ZWNJ) - word.typed
        debatable = debatable or (not weak and word.weak != word.sure)
    return Chunk(
        *(text, restored, first.letters, last.letters, first.ends, last.begins, typed, mended, debatable)
    )


# Chunks and pairs of neighbours, in both moods: sure slips mended alone, debatable ones too.
_SURE, _WEAK = (Remembered(partial(_read, weak=weak), MOST) for weak in (False, True))
_SURE_PAIRS, _WEAK_PAIRS = (
    Remembered[tuple[str, str], bool](lambda pair: pairs.one_word(*pair, weak=False), MOST),
    Remembered[tuple[str, str], bool](lambda pair: pairs.one_word(*pair, weak=True), MOST),
)


def _linked(first: Chunk, second: Chunk) -> str:
    """Two chunks made one, with a half-space where the letters would join."""
    mark = "" if first.closes[-1] in NEVER_JOINS else ZWNJ
    return first.text.rstrip(ZWNJ) + mark + second.text.lstrip(ZWNJ)


class Typed:
    """A text as it was typed: its chunks, and in ``pieces`` chunks and gaps in turn.

    Neighbours that are one word are linked in the place of the second, the first becomes empty.
    """

    def __init__(self, text: str) -> None:
        self.pieces = _GAP.split(text)
        self.reader = _SURE
        self.chunks = list(map(_SURE.__getitem__, self.pieces[::2]))
        begins = [chunk.begins for chunk in self.chunks]
        ends = [chunk.ends for chunk in self.chunks[1:]]
        self.pairs = [i for i, rank in enumerate(map(add, begins, ends)) if rank >= PAIR]

    def habits(self) -> Habits:
        """Told by the sure slips of the text, beside the half-spaces that it has."""
        typed = sum([chunk.typed for chunk in self.chunks])
        joined = sum([chunk.mended for chunk in self.chunks])
        slips = self._slips(_SURE_PAIRS)
        parted = len([i for i in slips if self.chunks[i].closes[-1] not in NEVER_JOINS])
        places = typed + joined + parted
        if not places:
            return Habits(joins=True, parts=False)
        return Habits(joins=joined > FEW * places, parts=parted > FEW * places)

    def mended(self, found: Habits) -> str:
        """The text less the slips that the habits make."""
        if found.joins:
            self.reader = _WEAK
            self.chunks = [_WEAK[chunk.text] if chunk.debatable else chunk for chunk in self.chunks]
        verdicts = _WEAK_PAIRS if found.parts else _SURE_PAIRS
        slips = self._slips(verdicts)
        self.pieces[::2] = [chunk.restored for chunk in self.chunks]
        self._link_all(slips, verdicts)
        return "".join(self.pieces)

    def _slips(self, verdicts: Remembered[tuple[str, str], bool]) -> list[int]:
        """The chunks that are one word with the next."""
        chunks, pieces = self.chunks, self.pieces
        pairs = [i for i in self.pairs if verdicts[chunks[i].closes, chunks[i + 1].opens]]
        return [i for i in pairs if _SPACES.issuperset(pieces[2 * i + 1])]

    def _is_one_word(self, i: int, j: int, verdicts: Remembered[tuple[str, str], bool]) -> bool:
        """Whether chunk ``i`` and ``j``, the next that is not empty, are one word with a space in it."""
        first, second = self.chunks[i], self.chunks[j]
        return (
            first.begins + second.ends >= PAIR
            and verdicts[first.closes, second.opens]
            and _SPACES.issuperset(self.pieces[2 * j - 1])
        )

    def _link_all(self, slips: list[int], verdicts: Remembered[tuple[str, str], bool]) -> None:
        """Links the chunks at ``slips`` to the next; a link may make the chunks around it one word too."""
        befores: dict[int, int] = {}
        todo = slips[::-1]
        while todo:
            i = todo.pop()
            j = i + 1
            while i >= 0 and j < len(self.chunks) and self._is_one_word(i, j, verdicts):
                self._link(i, j)
                i = befores[j] = befores.get(i, i - 1)
            if j in befores and (not todo or todo[-1] != j):
                todo.append(j)

    def _link(self, i: int, j: int) -> None:
        """Chunk ``i`` and ``j`` become one at ``j``, behind the gap that stood before ``i``."""
        self.chunks[j] = self.reader[_linked(self.chunks[i], self.chunks[j])]
        self.pieces[2 * j - 1 : 2 * j + 1] = (self.pieces[2 * i - 1] if i else "", self.chunks[j].restored)
        self.pieces[2 * i] = ""
        if i:
            self.pieces[2 * i - 1] = ""


def restore(text: str) -> str:
    """The text with its lost half-spaces; links, numbers and line breaks are untouched. Idempotent."""
    typed = Typed(text)
    return typed.mended(typed.habits())


def normal_form(text: str) -> str:
    """What one token should have been: letters Persian, half-spaces restored, no marks or kashida."""
    if _PLAIN_WORD.fullmatch(text):
        return restore_word(text)
    if not _PERSIAN.match(text) or not all(map(is_persian, tokenize(text))):
        return text
    return restore_word(cleaned(text, letters=True, diacritics=True, kashida=True))


def normal_of(text: str) -> str:
    """The same, looked up where the words of news have it."""
    known = compiled().get(text)
    return known[0] if known else normal_form(text)


NORMAL = Strings(normal_of)


def normalised(tokens: Sequence[Token]) -> Numbered:
    """The tokens, each with ``normal``; their number and spans stay."""
    return numbered(tokens).known(normal=NORMAL)
