"""The lexicon of half-spaces: known words, and compounds with the places of their joints.

Words and compounds come from hazm's lexicon, read once and only when asked for; our own table of
forms counted in news comes before it. A joint is an offset in the word's bare letters: «برنامهریزی»
has one, 6. A half-space is only ever put after a letter that would join the next.
"""

import re
import unicodedata
from collections import defaultdict
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import chain, product
from pathlib import Path

from persian_speech.data import column, rows
from persian_speech.errors import PersianSpeechError
from persian_speech.text.letters import ZWNJ
from persian_speech.text.remembered import MOST

Joints = tuple[int, ...]
_FOLD = str.maketrans("يىكەہۀٱ", "ییکههها")
_SIGNS = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad"
    "\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe00-\ufe0f"
)
_MARKS = re.compile(f"[{_SIGNS}{ZWNJ}]+")
_BEARERS = "اویيهەے"  # of a hamza or madda that may be typed as a mark of its own
NEVER_JOINS = frozenset("اآأإٱدذرزژوؤءة")


@lru_cache(maxsize=MOST)
def bare(word: str) -> str:
    """The word's letters with Persian makes and no marks or half-spaces; «آ» and «ئ» stay."""
    if not unicodedata.is_normalized("NFC", word):
        word = unicodedata.normalize("NFC", word)
    return _MARKS.sub("", word.translate(_FOLD))


def is_base(char: str) -> bool:
    """Whether the character is one of those that ``bare`` keeps."""
    return not _MARKS.fullmatch(char)


def joints_of(form: str) -> tuple[str, Joints]:
    """The bare letters of a half-spaced form, and where its half-spaces stand among them."""
    places, letters = [], 0
    for part in form.split(ZWNJ)[:-1]:
        letters += len(bare(part))
        places.append(letters)
    word = bare(form)
    return word, tuple(i for i in places if 0 < i < len(word) and word[i - 1] not in NEVER_JOINS)


def _fields() -> tuple[list[str], list[int], list[str]]:
    """hazm's words in bare letters and half-spaces, their counts, and their parts of speech.

    Found without loading hazm, and folded letter by letter of the whole: both save most of the time.
    """
    package = find_spec("hazm")
    if package is None or package.submodule_search_locations is None:
        raise PersianSpeechError("hazm is not installed")
    text = Path(package.submodule_search_locations[0], "data", "words.dat").read_text(encoding="utf-8")
    for typed in map("".join, product(_BEARERS, "\u0653\u0654\u0655")):
        text = text.replace(typed, unicodedata.normalize("NFC", typed))
    for letter, right in _FOLD.items():
        text = text.replace(chr(letter), chr(right))
    fields = re.sub(f"[{_SIGNS}]", "", text).rstrip().replace("\n", "\t").split("\t")
    return fields[::3], list(map(int, fields[1::3])), fields[2::3]


@cache
def _hazm() -> tuple[dict[str, int], frozenset[str], dict[str, str]]:
    """hazm's words with their counts, its adjectives, and its half-spaced forms by their letters."""
    words: dict[str, int] = {}
    forms, counts, kinds = _fields()
    for form, count in zip(forms, counts, strict=True):
        if words.get(form, -1) < count:
            words[form] = count
    parted = {form.replace(ZWNJ, ""): form for form in words if ZWNJ in form}
    of_adjectives = {kind for kind in set(kinds) if "AJ" in kind}
    adjectives = [form for form, kind in zip(forms, kinds, strict=True) if kind in of_adjectives]
    return words, frozenset(form.replace(ZWNJ, "") for form in adjectives), parted


@cache
def _counted() -> tuple[dict[str, Joints], dict[str, bool]]:
    """Forms of news: their joints (none where the joined form is right), and whether a space is a slip."""
    joints: dict[str, Joints] = {}
    slips: dict[str, bool] = {}
    names = ((form, "join") for form in column("halfspace_names", "form"))
    for form, spaced in chain(((row["form"], row["spaced"]) for row in rows("halfspace_forms")), names):
        word, places = joints_of(form)
        joints[word] = places
        if spaced:
            slips[word] = spaced == "join"
    return joints, slips


def count(word: str) -> int:
    """hazm's count of the word as one piece; 0 also for a word it does not hold."""
    return _hazm()[0].get(word, 0)


def known(word: str) -> bool:
    """Whether hazm's lexicon holds the word as one piece."""
    return word in _hazm()[0]


def adjective(word: str) -> bool:
    """Whether hazm's lexicon has it as an adjective."""
    return word in _hazm()[1]


def compound(word: str) -> Joints | None:
    """The joints of a compound that the lexicon holds half-spaced.

    Where it has both «کتابخانه» and «کتاب‌خانه», the commoner one is right.
    """
    words, _, parted = _hazm()
    form = parted.get(word)
    if form is None or words[form] < words.get(word, 0):
        return None
    return joints_of(form)[1] or None


def counted(word: str) -> Joints | None:
    """The joints of a form counted in news; empty where it is right in one piece."""
    return _counted()[0].get(word)


@cache
def _named() -> dict[str, Joints]:
    return dict(joints_of(form) for form in column("halfspace_names", "form"))


def named(word: str) -> Joints | None:
    """The joints of a name or a set word that is never written otherwise; empty where it has none."""
    return _named().get(word)


@cache
def _halves() -> dict[str, frozenset[str]]:
    """The first parts of all compounds with their last ones: «آیت‌الله‌العظمی» is parted at two joints."""
    forms = chain(column("halfspace_forms", "form"), column("halfspace_names", "form"))
    parted = [[bare(part) for part in form.split(ZWNJ)] for form in forms if ZWNJ in form]
    parted += [[word[: joints[0]], word[joints[0] :]] for word in _hazm()[2] if (joints := compound(word))]
    found: defaultdict[str, set[str]] = defaultdict(set)
    for parts in parted:
        for i in range(1, len(parts)):
            found["".join(parts[:i])].add("".join(parts[i:]))
    return {first: frozenset(seconds) for first, seconds in found.items()}


def seconds(word: str) -> frozenset[str]:
    """What the word is the first part of: «نخست» of «وزیر», «وزیری»; none where it begins no compound."""
    return _halves().get(word, frozenset())


@cache
def _second_parts() -> frozenset[str]:
    return frozenset().union(*_halves().values())


def is_second(word: str) -> bool:
    """Whether the word is the last part of some compound: «وزیر»."""
    return word in _second_parts()


def space_is_slip(word: str) -> bool | None:
    """Whether news hardly ever (or often) puts a space into the form: «بین‌المللی», «به‌عنوان»."""
    return _counted()[1].get(word)
