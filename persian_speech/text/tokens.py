"""Tokens with exact offsets in the unedited text.

One regular expression proposes the longest piece at each place; links, numbers, times and
abbreviations stay whole («www.leader.ir»، «۹۹٫۵»، «۱۰:۳۰»، «ه‍.ش»), all else is words and marks.
"""

import re
from collections.abc import Iterator
from functools import cache

from persian_speech.data import rows
from persian_speech.document import Token, TokenKind
from persian_speech.text.letters import ZWNJ

_LETTER = r"[^\W\d_]"
_MARK = "[\u0610-\u061a\u064b-\u065f\u0670\u0640\u06d6-\u06ed\u00ad\u200d\ufe0f]"
# A half-space binds letters; one at an edge belongs to no word.
_WORD = rf"{_LETTER}(?:{_MARK}|{ZWNJ}+(?={_LETTER})|{_LETTER})*"
_DIGITS = r"\d+"
# In order: the first kind that fits a place wins.
_PATTERNS: dict[TokenKind, str] = {
    "link": (
        r"(?:https?|ftp)://[^\s<>«»\"\])]+|www\.[^\s<>«»\"\])]+|[\w.+-]+@[\w-]+\.[\w.-]*\w"
        r"|(?<!\w)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:ir|com|org|net|info|tv|news|me|af)(?:/[^\s<>«»\"\])]*)?(?![\w-])"
        r"|[@#][^\W]+"
    ),
    "time": r"(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])",
    "number": rf"{_DIGITS}(?:[.,٫٬/]\d+)*[%٪]?",
    "abbreviation": "",
    "word": _WORD,
    "punctuation": r"\.{2,}|[.,;:!?،؛؟…«»\"'“”„‟‹›‘’()\[\]{}<>*/\\|_ـ–—−-]",
    "symbol": r"\S",
}


@cache
def _pattern() -> re.Pattern[str]:
    """The one expression; abbreviations come from their table, longest first."""
    known = sorted((row["abbreviation"] for row in rows("abbreviations")), key=len, reverse=True)
    listed = "|".join(re.escape(abbreviation) for abbreviation in known)
    # «م. ع.», «ه‍.ش» and «U.S.»: single letters, each with its stop.
    initials = rf"(?<![\w])(?:{_LETTER}{_MARK}?\.){{2,}}|(?<![\w]){_LETTER}{_MARK}?\.{_LETTER}{_MARK}?\b(?!\.?\w)"
    patterns = _PATTERNS | {"abbreviation": rf"(?<!\w)(?:{listed})(?!\w)|{initials}"}
    return re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in patterns.items()))


def tokenize(text: str) -> Iterator[Token]:
    """The tokens of the text, in order; ``normal`` is still the text as typed."""
    for match in _pattern().finditer(text):
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]
        yield Token(match.start(), match.end(), match[0], match[0], kind)
