"""Tokens with exact offsets in the unedited text.

One regular expression proposes the longest piece at each place; links, numbers, times and
abbreviations stay whole («www.leader.ir»، «۹۹٫۵»، «۱۰:۳۰»، «ه‍.ش»), all else is words and marks.
Marks that are not seen (U+200B–U+200F, bidi controls) split no word and are no tokens.
Every repetition that could begin at many places is bounded, so time grows with the text alone.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from persian_speech.data import rows
from persian_speech.document import Token, TokenKind
from persian_speech.text.letters import key
from persian_speech.text.vocabulary import Current, Cut, Numbered, Strings

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


# Most stretches: one word, bare or in marks that are a token each, «(می‌گوید)،».
_LETTERS = "[\u0620-\u063a\u0641-\u064aپچژکگی]"
_PLAIN = re.compile(rf"([«(\"]?)({_LETTERS}{_LETTERS}+(?:\u200c{_LETTERS}+)*)((?!\.\.)[.،؛:»)!؟\"]{{,2}})")


_MARK_KINDS: tuple[TokenKind, ...] = ("punctuation", "punctuation")


def _cut(text: str) -> Cut:
    match = _PLAIN.fullmatch(text)
    if match is None:
        found = tuple(tokenize(text))
        return (
            [token.text for token in found],
            [token.kind for token in found],
            [token.start for token in found],
        )
    before, word, after = match.groups()
    if len(word) == len(text):
        return (text,), ("word",), (0,)
    kinds = (*_MARK_KINDS[: len(before)], "word", *_MARK_KINDS[: len(after)])
    places = (*range(len(before)), len(before), *range(len(before) + len(word), len(text)))
    return (*before, word, *after), kinds, places


VOCABULARY = Current(_cut)
KEYS = Strings(key)


def tokens_of(text: str) -> Numbered:
    """The same tokens as columns. None but what is left of a page («<a href=…>») holds a space."""
    if "<" in text:
        return VOCABULARY.get().numbered(tuple(tokenize(text)))
    return VOCABULARY.get().tokens(text)


def numbered(tokens: Sequence[Token]) -> Numbered:
    """Any tokens by their numbers."""
    return VOCABULARY.get().numbered(tokens)
