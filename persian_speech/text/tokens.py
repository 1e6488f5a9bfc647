"""Tokens with exact offsets in the unedited text.

One regular expression proposes the longest piece at each place; links, numbers, times and
abbreviations stay whole («www.leader.ir»، «۹۹٫۵»، «۱۰:۳۰»، «ه‍.ش»), all else is words and marks.
Marks that are not seen (U+200B–U+200F, bidi controls) split no word and are no tokens.
Every repetition that could begin at many places is bounded, so time grows with the text alone.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate, chain, compress, pairwise

from persian_speech.data import rows
from persian_speech.document import Token, TokenKind, Tokens
from persian_speech.text.remembered import Remembered

_LETTER = "[^\\W\\d_\u0640]"
_MARK = "[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200d\ufe00-\ufe0f]"
# Half-spaces, marks that are not seen and control characters: inside a word its own, at its edge nothing.
_UNSEEN = "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
_WORD = rf"(?:{_LETTER}{_MARK}*|(?<=\w){_UNSEEN}+(?={_LETTER}))+"
# «F-35», «5G», «don't», «Müller»: figures, hyphens and apostrophes inside Latin words.
_ROMAN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_LATIN = rf"(?:\d{{1,9}}[{_ROMAN}]|[{_ROMAN}])[{_ROMAN}\d]*(?:[-'’][{_ROMAN}\d]+){{0,4}}"
_HOST = r"[A-Za-z\d-]{1,63}(?:\.[A-Za-z\d-]{1,63}){0,5}"
_TOP = r"(?:ir|com|org|net|info|tv|news|me|af|io|gov|edu|uk|co)"
_PATH = r"[^\s<>«»\"“”\[\]()]"
_PATH_END = r"[^\s<>«»\"“”\[\]().,،؛:;!?؟…'*]"
_LINK = "|".join(
    (
        rf"(?<![A-Za-z\d])(?:[A-Za-z][A-Za-z\d+-]{{1,15}}://|www\.){_PATH}*{_PATH_END}",
        rf"(?<![\w.+-])[A-Za-z\d_.+-]{{1,64}}@{_HOST}",
        rf"(?<![\w.-]){_HOST}\.{_TOP}(?:/(?:{_PATH}*{_PATH_END})?)?(?![\w-])",
        rf"[@#]\w(?:\w|{_UNSEEN}(?=\w))*",
    )
)
_PICTURE = "[\U0001f000-\U0001faff\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\u3030\u303d©®]"
_SHADE = "[\ufe0f\ufe0e\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
# «<br>», «&nbsp;»: what is left of a page in a text.
_MARKUP = r"</?[A-Za-z][^<>\n]{0,300}>|&(?:#\d{1,6}|[A-Za-z]{2,8});"
_EMOJI = "|".join(
    (
        "[0-9#*]\ufe0f?\u20e3",
        "[\U0001f1e6-\U0001f1ff]{2}",
        f"{_PICTURE}{_SHADE}*(?:\u200d{_PICTURE}{_SHADE}*)*",
    )
)
# Decimals, thousands, «1399/05/01», «2020-05-01», «۵۰٪»; «٪۵۰» too.
_NUMBER = rf"\d{{4}}-\d{{1,2}}-\d{{1,2}}(?!\d)|[%٪]?\d+(?:[.,٫٬/]{_UNSEEN}*\d+|،\d{{3}}(?!\d))*[%٪]?"
_TIME = r"(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])"
_PUNCTUATION = r"\.{2,}|[.,;:!?،؛؟۔…«»\"'“”„‟‹›‘’‚()\[\]{}<>*/\\|_ـ‐‑‒–—―−٭•·ˈ-]"


def _abbreviations() -> str:
    """Those listed, the longest first, and «م.ع.», «ه‍.ش», «U.S.»: letters each with a stop."""
    known = sorted((row["abbreviation"] for row in rows("abbreviations")), key=len, reverse=True)
    listed = "|".join(re.escape(abbreviation) for abbreviation in known)
    initial = rf"{_LETTER}{_MARK}?\."
    pair = rf"{initial}{_LETTER}{_MARK}?(?![\w.]|{_UNSEEN})"
    return rf"(?<!\w)(?:(?:{listed})(?!\w)|(?:{initial}){{2,6}}(?!\w)|{pair})"


@cache
def _pattern() -> tuple[re.Pattern[str], tuple[TokenKind, ...]]:
    """The one expression, and the kind that each of its groups makes; the first that fits wins."""
    kinds: tuple[tuple[TokenKind, str], ...] = (
        ("symbol", _MARKUP),
        ("link", rf"(?=[A-Za-z\d@#_])(?:{_LINK})"),
        ("abbreviation", _abbreviations()),
        ("word", rf"(?=[{_ROMAN}\d])(?:{_LATIN})"),
        ("word", _WORD),
        ("symbol", _EMOJI),
        ("time", _TIME),
        ("number", _NUMBER),
        ("punctuation", _PUNCTUATION),
        ("symbol", rf"(?!{_UNSEEN}|{_MARK})\S{_MARK}*"),
    )
    expression = "|".join(f"({pattern})" for _, pattern in kinds)
    return re.compile(expression), tuple(kind for kind, _ in kinds)


def tokenize(text: str) -> Iterator[Token]:
    """The tokens of the text, in order; ``normal`` is still the text as typed."""
    pattern, kinds = _pattern()
    for match in pattern.finditer(text):
        piece = match[0]
        yield Token(
            match.start(), match.end(), piece, piece, kinds[match.lastindex - 1 if match.lastindex else -1]
        )


Stretch = tuple[tuple[int, ...], tuple[bool, ...], tuple[str, ...], tuple[TokenKind, ...]]
"""The tokens of a stretch between two spaces: steps, tells, texts and kinds.

Steps lead from its start to the first token, on to each next one and to the start of the stretch after
it, in code points; tells say which of these places are tokens: all but the last. A bare tuple of tuples,
which the garbage collector passes over: there are a hundred thousand of them.
"""
# Most stretches: letters that no rule cuts.
_PLAIN_WORD = re.compile("[\u0620-\u063a\u0641-\u064aپچژکگی]+")
_LONE_TOKEN = (True, False)
_LONE_WORD: tuple[TokenKind, ...] = ("word",)


@cache
def _steps_over(length: int) -> tuple[int, int]:
    return 0, length + 1


def _cut(text: str) -> Stretch:
    if _PLAIN_WORD.fullmatch(text):
        return _steps_over(len(text)), _LONE_TOKEN, (text,), _LONE_WORD
    found = tuple(tokenize(text))
    places = (0, *(token.start for token in found), len(text) + 1)
    return (
        tuple(after - before for before, after in pairwise(places)),
        (True,) * len(found) + (False,),
        tuple(token.text for token in found),
        tuple(token.kind for token in found),
    )


_STRETCHES = Remembered(_cut)


def tokens_of(text: str) -> Tokens:
    """The same tokens as columns. No token but what is left of a page («<a href=…>») holds a space."""
    if "<" in text:
        return Tokens.of(tuple(tokenize(text)))
    pieces = [piece for line in text.split("\n") for piece in line.split(" ")]
    steps, is_token, texts, kinds = map(
        chain.from_iterable, zip(*map(_STRETCHES.__getitem__, pieces), strict=True)
    )
    return Tokens(list(compress(accumulate(steps), is_token)), list(texts), list(kinds))
