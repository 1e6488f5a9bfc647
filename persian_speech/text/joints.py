"""Where a word typed in one piece has lost half-spaces: «منطقهای» → «منطقه‌ای».

Decided once per distinct word, on its bare letters, by rules in order: the first that answers
wins. Each rule strips what it knows and asks again about the rest.
"""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from persian_speech.data import rows
from persian_speech.text import lexicon
from persian_speech.text.lexicon import NEVER_JOINS, Joints
from persian_speech.text.remembered import FEWER
from persian_speech.text.stems import PREVERBS
from persian_speech.text.verbs import finite

PLURALS = ("هایشان", "هایمان", "هایتان", "هایی", "هایم", "هایت", "هایش", "هایند", "های", "هاست", "ها")
AFTER_HEH = ("ایم", "اید", "اند", "شان", "مان", "تان", "ای", "ام", "ات", "اش", "ی")
AFTER_YEH = ("اند", "ایم", "اید", "ای", "ام", "اش")
DEGREES = ("ترین‌ها", "ترین", "ترها", "تری", "تر")
INFLECTIONS = (
    *("ی", "ان", "م", "ش", "ت", "ند", "انه", "یان", "ات", "انی", "مان", "شان", "تان", "اند", "یم"),
    *("انش", "انم", "انشان", "انمان", "ین"),
)
_SPOKEN = ("آمد", "آورد")  # «میاد», «برنمیاره»: editors put no half-space
_SHORT_FIRST = frozenset({"می", "به"})  # «می‌شده», «به‌گونه‌ای»
LONGEST_PART = 10  # letters of a part of a compound
LONGEST = 60  # letters of a word; «هاهاها…» may have thousands
Rule = Callable[[str], Joints | None]


@cache
def parts(kind: str) -> frozenset[str]:
    """First («prefix») or second («suffix») parts of compounds."""
    return frozenset(row["part"] for row in rows("affixes") if row["kind"] == kind)


@cache
def _by_last_letter(endings: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    return {last: tuple(e for e in endings if e[-1] == last) for last in {e[-1] for e in endings}}


def stripped(word: str, endings: tuple[str, ...]) -> Iterator[str]:
    """The word less each of the endings that it has, in their order."""
    return (word[: -len(e)] for e in _by_last_letter(endings).get(word[-1:], ()) if word.endswith(e))


def at(word: str, place: int, *others: int) -> Joints:
    """The joints: ``place`` where its letter would join the next, and the others."""
    needed = () if word[place - 1] in NEVER_JOINS else (place,)
    return tuple(sorted({*needed, *others}))


def is_word(stem: str) -> bool:
    """Whether the stem is a word, or made of words."""
    if lexicon.known(stem) or lexicon.compound(stem) or joints(stem):
        return True
    return any(
        stem.endswith(e) and lexicon.known(stem.removesuffix(e)) for e in ("ی", "ان", "م", "ش", "ات", "ین")
    )


def is_participle(stem: str) -> bool:
    """«کرده», «نرفته»: اند after it makes a finite verb."""
    if not stem.endswith("ه"):
        return False
    return any(stem.startswith(p) and finite(stem.removeprefix(p) + "اند") is not None for p in PREVERBS)


def listed(word: str) -> Joints | None:
    """Forms counted in news: «خامنه‌ای», «گفت‌وگو»; «آنها» stays in one piece."""
    return lexicon.counted(word)


def name(word: str) -> Joints | None:
    """«خامنه‌ای», «آیت‌الله», «آنها»: names and set words, which no editor writes otherwise."""
    return lexicon.named(word)


def listed_stem(word: str) -> Joints | None:
    """«سرخپوستان», «گفت‌وگویی»: a form counted in news with an ending."""
    found = (lexicon.counted(stem) for stem in stripped(word, INFLECTIONS) if len(stem) > 3)
    places = next((places for places in found if places is not None), None)
    return None if places is None or finite(word) else places


def verb(word: str) -> Joints | None:
    """«می‌کنند», «نمی‌شود», «برمی‌گردد», «می‌گفته‌اند»."""
    place = word.find("می") + 2
    preverb = word[: place - 2].removesuffix("ن")
    if place < 2 or preverb not in PREVERBS or lexicon.count(word):
        return None
    form = finite(word) or finite(word.removeprefix(preverb))
    if form is None or (form.past.endswith(_SPOKEN) and word[place] == "ا"):
        return None
    return at(word, place, *(j + place for j in after_heh(word[place:]) or ()))


def plural(word: str) -> Joints | None:
    """«منطقه‌ها», «کتاب‌هایشان»; «کشورها» needs none, «انتهای» is no plural."""
    for stem in stripped(word, PLURALS) if "ها" in word else ():
        if len(stem) < 2:
            continue
        ending = word[len(stem) :]
        if lexicon.count(stem + "ها") > lexicon.count(stem):
            return None
        if is_word(stem) or (len(stem) > 2 and not lexicon.known(stem + "ها")):
            rival = after_heh(word)
            return (
                rival
                if rival and not plural_is_likelier(stem, ending)
                else at(word, len(stem), *joints(stem))
            )
    return None


def plural_is_likelier(stem: str, ending: str) -> bool:
    """«نامهای»: «نام‌های» or «نامه‌ای»? The commoner of the two words decides; «گفته‌ایم» is a verb."""
    if ending != "های":
        return not is_participle(stem + "ه")
    common = stem[-1] in NEVER_JOINS or lexicon.count(stem) >= lexicon.count(stem + "ه")
    return lexicon.known(stem) and common


def after_heh(word: str) -> Joints | None:
    """«خانه‌ای», «گفته‌اند», «خانواده‌اش»: endings after a silent ه; «یداللهی» is a surname."""
    for stem in stripped(word, AFTER_HEH):
        if (
            is_silent(stem)
            and not stem.endswith("لله")
            and not lexicon.count(word)
            and (is_participle(stem) or is_word(stem))
        ):
            return at(word, len(stem), *joints(stem))
    return None


def is_silent(stem: str) -> bool:
    """Whether the stem ends in a ه that is not heard: «خانه» but not «راه», «گروه»."""
    return len(stem) > 2 and stem.endswith("ه") and stem[-2] not in "او"


def after_yeh(word: str) -> Joints | None:
    """«زندگی‌اش», «ایرانی‌اند»."""
    for stem in stripped(word, AFTER_YEH):
        if len(stem) > 3 and stem.endswith("ی") and not lexicon.known(word) and is_word(stem):
            return at(word, len(stem), *joints(stem))
    return None


def degree(word: str) -> Joints | None:
    """«مهم‌ترین», «بزرگ‌تر»; «دفتر», «بهتر» are words."""
    for stem in stripped(word, DEGREES):
        if len(stem) > 2 and (lexicon.adjective(stem) or joints(stem)):
            return at(word, len(stem), *joints(stem))
    return None


def whole(word: str) -> Joints | None:
    """A word of the lexicon is right as it is."""
    return () if lexicon.known(word) and lexicon.compound(word) is None else None


def compound(word: str) -> Joints | None:
    """«برنامه‌ریزی», «اصلاح‌طلبان»: a compound of the lexicon and its inflection."""
    found = map(lexicon.compound, (word, *stripped(word, INFLECTIONS)))
    return next((places for places in found if places), None)


def inflected(word: str) -> Joints | None:
    """«دهانش», «همکارش», «بیاندیشند»: a word of the lexicon with an ending, or a verb, is right as it is."""
    stems = stripped(word, INFLECTIONS)
    plain = any(len(stem) > 2 and lexicon.known(stem) and not lexicon.compound(stem) for stem in stems)
    return () if plain or finite(word) else None


def second_part(word: str) -> Joints | None:
    """«خرافه‌پرستی»: a known word before a part that makes compounds, the longest part first."""
    places = sorted(
        len(stem) - size
        for stem in (word, *stripped(word, INFLECTIONS))
        for size in range(2, min(LONGEST_PART, len(stem) - 2) + 1)
        if stem[-size:] in parts("suffix")
    )
    return next((at(word, place) for place in places if _may_be_first(word[:place])), None)


def _may_be_first(stem: str) -> bool:
    """«کم‌کاری», «آب‌رسانی»; «ویزایی» is no «وی‌زایی»."""
    return lexicon.known(stem) and (len(stem) > 2 or stem in _SHORT_FIRST or stem in parts("prefix"))


def first_part(word: str) -> Joints | None:
    """«بی‌نظمی», «هم‌تیمی»: a part that makes compounds before a known word."""
    for place in range(min(LONGEST_PART, len(word) - 3), 1, -1):
        if word[:place] in parts("prefix") and word[place - 1] not in NEVER_JOINS and is_word(word[place:]):
            return at(word, place, *(j + place for j in joints(word[place:])))
    return None


# In order: the first that answers wins.
RULES: tuple[Rule, ...] = (
    listed,
    verb,
    plural,
    degree,
    after_heh,
    whole,
    listed_stem,
    compound,
    inflected,
    after_yeh,
    second_part,
    first_part,
)
# What they find, a word in one piece lacks in any text; of the rest editors write one piece too («دیندار»).
SURE: frozenset[Rule] = frozenset({verb, plural, degree, after_heh})


@lru_cache(maxsize=FEWER)
def joints_found(word: str) -> tuple[Joints, bool]:
    """Offsets in the bare letters at which a half-space belongs, and whether they are sure.

    Not sure are those that editors write in one piece too: «دیندار», «خوشبو».
    """
    for rule in RULES if 3 < len(word) <= LONGEST else ():
        if (places := rule(word)) is not None:
            return places, rule in SURE or name(word) is not None
    return (), False


def joints(word: str) -> Joints:
    """Offsets in the bare letters at which a half-space belongs."""
    return joints_found(word)[0]
