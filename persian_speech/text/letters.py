"""Letters: the many ways one Persian letter is typed, folded to one key.

A key ignores half-spaces, diacritics, kashida and the Arabic or Persian make of a letter, so
«خامنه‌ای», «خامنهاي» and «خامنه‌اي» share one. Matching is by key, never by text.
"""

import re
import unicodedata
from functools import lru_cache

from persian_speech.text.remembered import FEWER, MOST

ZWNJ = "\u200c"
KASHIDA = "\u0640"
PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹"
DASHES = frozenset(("-", "–", "—", KASHIDA, "_"))  # «تهران – ایرنا», «تهران ـ ایرنا», «تهران _ ایرنا»

# One reader's letter, several code points. «ئ» and «ؤ» fold with their bearer («مسئول» = «مسوول»
# is left to the tables: folding both would join other words).
_FOLD = str.maketrans(
    {
        **dict(zip("كيىۍېےئ", "کیییییی", strict=True)),
        **dict(zip("ةۀەہھ", "ههههه", strict=True)),
        **dict(zip("أإٱآؤ", "ااااو", strict=True)),
        **dict(zip("٠١٢٣٤٥٦٧٨٩", "0123456789", strict=True)),
        **dict(zip(PERSIAN_DIGITS, "0123456789", strict=True)),
    }
)
_INVISIBLE = {ZWNJ, KASHIDA, "\u200d", "\u00ad", "\u200e", "\u200f", "\ufeff", "ء", "\u200b"}


# Most words are of these letters alone, which one table folds as the long way would.
_PLAIN = re.compile("[\u0621-\u063a\u0641-\u064aپچژکگی\u200c]*")
_FOLD_PLAIN = {ord(ZWNJ): None, ord("ء"): None} | {c: f for c, f in _FOLD.items() if 0x621 <= c <= 0x6CC}


@lru_cache(maxsize=MOST)
def key(word: str) -> str:
    """The word's letters alone, folded: the one form that every table is looked up by."""
    if word.isascii():
        return word.lower()
    if _PLAIN.fullmatch(word):
        folded = word.translate(_FOLD_PLAIN)
        return word if folded == word else folded  # one string in memory where one will do
    # NFKD opens presentation forms («ﻻ» → «لا») and splits «أ» into letter and mark.
    plain = unicodedata.normalize("NFKD", word)
    return "".join(c for c in plain if not unicodedata.combining(c) and c not in _INVISIBLE).translate(_FOLD)


def phrase_key(phrase: str) -> str:
    """The key of several words with nothing between them: «خاطر نشان» = «خاطرنشان»."""
    return "".join(map(key, phrase.split()))


PERSIAN = str.maketrans("يىك", "ییک")
"""Letters of an Arabic keyboard → Persian ones, one for one."""
PERSIAN_MARKS = {",": "،", ";": "؛", "?": "؟"}
"""Marks of a Latin keyboard → Persian ones."""
_ARABIC = PERSIAN | dict.fromkeys(map(ord, "\u0640\u200e\u200f"))


@lru_cache(maxsize=FEWER)
def persian(name: str) -> str:
    """A name in Persian letters, with one space where spaces stand."""
    return " ".join(name.translate(_ARABIC).split())


DASH_KEYS = frozenset(map(key, DASHES))
COMMA_KEYS = DASH_KEYS | {"،", ",", "؛"}
PLURAL_KEYS = frozenset({"ها", "های", "هایی"})  # written apart
"""The keys of dashes: that of a kashida, which is no letter, is empty."""
