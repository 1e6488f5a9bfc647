"""Half-spaces: lost ones restored, and the normal form of every token.

Two questions, each asked once per distinct word or pair and remembered: where a word typed in one
piece has joints (joints.py), and whether two neighbours are one word with a space in it (pairs.py).
Each is asked in two moods. Sure slips («میکند», «کتاب ها», «خامنهای») are mended in any text; what editors
write in more ways than one («دیندار», «راه شیری») only where the text itself shows that its half-spaces
were lost (``Habits``). Nothing but spaces and half-spaces inside a line is ever changed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from persian_speech.document import Document, Token
from persian_speech.text import lexicon, pairs
from persian_speech.text.cleaning import clean
from persian_speech.text.joints import joints, sure_joints
from persian_speech.text.letters import ZWNJ
from persian_speech.text.lexicon import NEVER_JOINS, bare
from persian_speech.text.pairs import PAIR
from persian_speech.text.tokens import tokenize

_GAP = re.compile(r"(\s+)")
_SPACES = frozenset(" \u00a0\u2009\u202f")
_PERSIAN = re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
_PLAIN = re.compile("[آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئؤأكيةء\u200c]+")
# Of as many places for a half-space as this, some slips are a habit; so few are none.
ENOUGH = 8
FEW = 0.03
REMEMBERED = 1 << 18  # distinct chunks


@dataclass(frozen=True, slots=True)
class Chunk:
    """What stands between two spaces: Persian words and what is around them.

    ``words[i]`` stands between ``around[i]`` and ``around[i + 1]``; ``restored`` is the whole. ``opens``
    and ``closes`` are the letters of the words it begins and ends with, if these can be part of a longer
    one, and ``ends`` and ``begins`` what they can be in it. ``typed`` counts half-spaces that stood in the
    words, ``mended`` those that were put there.
    """

    words: tuple[str, ...]
    around: tuple[str, ...]
    restored: str
    opens: str
    closes: str
    ends: int
    begins: int
    typed: int
    mended: int


@dataclass(frozen=True, slots=True)
class Habits:
    """What the writer of a text does: types words in one piece, or in pieces, that need a half-space."""

    joins: bool = True
    parts: bool = True


@lru_cache(maxsize=1 << 17)
def restore_word(word: str, *, weak: bool = True) -> str:
    """One word with the half-spaces it lost: «منطقهای» → «منطقه‌ای»; all else stays."""
    letters = bare(word)
    places = set(joints(letters) if weak else sure_joints(letters))
    if ZWNJ in word:
        _, kept = lexicon.joints_of(word)
        places = places if places.issuperset(kept) else set()
    return _insert(word, places) if places else word


def _insert(word: str, places: set[int]) -> str:
    """A half-space before each letter whose number is in ``places``, unless one stands there."""
    pieces: list[str] = []
    letters = 0
    for char in word:
        if lexicon.is_base(char):
            if letters in places and pieces[-1] != ZWNJ:
                pieces.append(ZWNJ)
            letters += 1
        pieces.append(char)
    return "".join(pieces)


def is_persian(token: Token) -> bool:
    """A word of Persian letters: only those are ever restored."""
    return token.kind == "word" and _PERSIAN.match(token.text) is not None


def _words(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The Persian words of a stretch without spaces, and what stands around them: «(می‌گوید)،» has one."""
    if _PLAIN.fullmatch(text) and ZWNJ not in {text[0], text[-1]}:
        return (text,), ("", "")
    words = [token for token in tokenize(text) if is_persian(token)]
    ends = [0, *(word.end for word in words)]
    starts = [*(word.start for word in words), len(text)]
    around = tuple(text[end:start] for end, start in zip(ends, starts, strict=True))
    return tuple(word.text for word in words), around


class Reader(dict[str, Chunk]):
    """Stretches without spaces, each distinct one read once; ``weak`` as for ``restore_word``."""

    def __init__(self, *, weak: bool) -> None:
        self.weak = weak

    def __missing__(self, text: str) -> Chunk:
        if len(self) >= REMEMBERED:
            self.clear()
        chunk = self[text] = self.read(*_words(text))
        return chunk

    def read(self, words: tuple[str, ...], around: tuple[str, ...]) -> Chunk:
        """The chunk of these words."""
        restored = [restore_word(word, weak=self.weak) for word in words]
        text = "".join(chain.from_iterable(zip(around, restored, strict=False))) + around[-1]
        opens = bare(words[0]) if words and not around[0].strip(ZWNJ) else ""
        closes = bare(words[-1]) if words and not around[-1].strip(ZWNJ) else ""
        opens, closes = ("" if pairs.is_particle(word) else word for word in (opens, closes))
        ends, begins = pairs.as_second(opens), pairs.as_first(closes)
        typed = sum(word.count(ZWNJ) for word in words)
        mended = sum(word.count(ZWNJ) for word in restored) - typed
        return Chunk(words, around, text, opens, closes, ends, begins, typed, mended)

    def link(self, first: Chunk, second: Chunk) -> Chunk:
        """Two chunks made one, with a half-space where the letters would join."""
        mark = "" if first.closes[-1] in NEVER_JOINS else ZWNJ
        words = (*first.words[:-1], first.words[-1] + mark + second.words[0], *second.words[1:])
        return self.read(words, (*first.around[:-1], *second.around[1:]))


_SURE = Reader(weak=False)
_WEAK = Reader(weak=True)


def _is_one_word(first: Chunk, gap: str, second: Chunk, *, weak: bool) -> bool:
    if gap != " " and not _SPACES.issuperset(gap):
        return False
    return pairs.one_word(first.closes, second.opens, weak=weak)


def habits(chunks: Sequence[Chunk], gaps: Sequence[str]) -> Habits:
    """Told by the sure slips of the text, beside the half-spaces that it has."""
    typed = sum(chunk.typed for chunk in chunks)
    joined = sum(chunk.mended for chunk in chunks)
    parted = sum(
        _is_one_word(first, gap, second, weak=False)
        for first, gap, second in zip(chunks, gaps, chunks[1:], strict=False)
        if first.begins + second.ends >= PAIR and first.closes[-1] not in NEVER_JOINS
    )
    places = typed + joined + parted
    if places < ENOUGH:
        return Habits()
    return Habits(joins=joined > FEW * places, parts=parted > FEW * places)


def _linked(chunks: Sequence[Chunk], gaps: Sequence[str], reader: Reader, *, weak: bool) -> Iterator[str]:
    """The restored chunks and the gaps between them; neighbours linked that are one word."""
    read: list[Chunk] = [chunks[0]]
    between: list[str] = [""]
    for gap, following in zip(gaps, chunks[1:], strict=True):
        chunk, before = following, gap
        # A link may make the word before it part of one word too.
        while (
            read
            and read[-1].begins + chunk.ends >= PAIR
            and _is_one_word(read[-1], before, chunk, weak=weak)
        ):
            chunk = reader.link(read.pop(), chunk)
            before = between.pop()
        read.append(chunk)
        between.append(before)
    for gap, chunk in zip(between, read, strict=True):
        yield gap
        yield chunk.restored


def restore(text: str) -> str:
    """The text with its lost half-spaces; links, numbers and line breaks are untouched. Idempotent."""
    pieces = _GAP.split(text)
    gaps = pieces[1::2]
    chunks = list(map(_SURE.__getitem__, pieces[::2]))
    found = habits(chunks, gaps)
    reader = _WEAK if found.joins else _SURE
    if found.joins:
        chunks = list(map(reader.__getitem__, pieces[::2]))
    return "".join(_linked(chunks, gaps, reader, weak=found.parts))


@lru_cache(maxsize=1 << 17)
def normal_form(word: str) -> str:
    """What one token should have been: letters Persian, half-spaces restored, no marks or kashida."""
    return restore_word(clean(word, letters=True, diacritics=True, kashida=True))


def normalise(document: Document) -> Document:
    """The document with ``normal`` on every token; their number and spans stay."""
    tokens = tuple(
        replace(token, normal=normal_form(token.text)) if is_persian(token) else token
        for token in document.tokens
    )
    return replace(document, tokens=tokens)
