"""The order of a Persian dictionary, which code points do not keep: «پ» comes after «ب», «گ» after «ک»."""

from functools import lru_cache

from persian_speech.text.letters import key

LETTERS = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
_ORDER = str.maketrans({letter: chr(0xE000 + place) for place, letter in enumerate(LETTERS)})


@lru_cache(maxsize=1 << 16)
def collation(word: str) -> str:
    """A string that sorts as the word does in a dictionary; digits and Latin letters come first."""
    return key(word).translate(_ORDER)
