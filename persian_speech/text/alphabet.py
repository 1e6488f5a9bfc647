"""The order of a Persian dictionary, which code points do not keep: «پ» comes after «ب», «گ» after «ک»."""

from functools import lru_cache

from persian_speech.text.letters import key
from persian_speech.text.remembered import FEWER

LETTERS = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
_ORDER = str.maketrans({letter: chr(0xE000 + place) for place, letter in enumerate(LETTERS)})


@lru_cache(maxsize=FEWER)
def collation(word: str) -> str:
    """A string that sorts as the word does in a dictionary; digits and Latin letters come first."""
    return key(word).translate(_ORDER)
