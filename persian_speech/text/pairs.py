"""Where a space stands in the place of a half-space: «می کند» → «می‌کند», «کتاب ها» → «کتاب‌ها».

Decided once per distinct pair of neighbours, on their bare letters, by rules in order. A wrong join
costs more than a missed one: a second part that is also a word of its own joins only in compounds
that news hardly ever writes apart. What a word can be in a pair is told once per word (``as_first``,
``as_second``), so that most pairs are never asked about.
"""

from collections.abc import Callable
from functools import cache, lru_cache

from persian_speech.data import rows
from persian_speech.text import joints, lexicon
from persian_speech.text.remembered import FEWER
from persian_speech.text.stems import PREVERBS
from persian_speech.text.verbs import finite

PLURAL = frozenset(joints.PLURALS)
DEGREE = frozenset(joints.DEGREES)
HEH = frozenset(joints.AFTER_HEH)
YEH = frozenset(joints.AFTER_YEH)
_STEM_ENDINGS = (*joints.PLURALS, "ی", "ان", "انه", "انی")
_ENDINGS = PLURAL | DEGREE | HEH | YEH
Rule = Callable[[str, str], bool | None]
# What a word can be in a pair: nothing (0), a word beside a bound one, part of a listed compound, or a
# bound ending or part itself. Two are a pair to ask about where their sum is PAIR.
PLAIN, LISTED, BOUND, PAIR = 1, 2, 3, 4


@cache
def _bound(kind: str) -> frozenset[str]:
    """Parts of compounds that are no words of their own."""
    return frozenset(row["part"] for row in rows("affixes") if row["kind"] == kind and row["bound"] == "yes")


@cache
def _small_words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("small_words") if row["kind"] == kind)


def as_first(word: str) -> int:
    """What the word can be as the first of a pair: «می» is BOUND, «نخست» LISTED."""
    if word.endswith("می") or word in _bound("prefix"):
        return BOUND
    return LISTED if lexicon.seconds(word) else PLAIN if word else 0


@lru_cache(maxsize=FEWER)
def as_second(word: str) -> int:
    """What the word can be as the second of a pair: «هایش» and «ریزی» are BOUND, «وزیر» LISTED."""
    if word in _ENDINGS or not _bound("suffix").isdisjoint(stems(word)):
        return BOUND
    return LISTED if any(map(lexicon.is_second, stems(word))) else PLAIN if word else 0


def is_particle(word: str) -> bool:
    """«از», «که», «و»: joins nothing."""
    return word in _small_words("particle")


def particle_stands_alone(first: str, second: str) -> bool | None:
    """«از نو», «رفت که»."""
    return False if is_particle(first) or is_particle(second) else None


def strangers_stand_alone(first: str, second: str) -> bool | None:
    """«مجلس دیروز»: two words of which neither is bound, and no compound has both."""
    if as_first(first) == BOUND or as_second(second) == BOUND:
        return None
    return False if lexicon.seconds(first).isdisjoint(stems(second)) else None


def determiner_stands_alone(first: str, second: str) -> bool | None:
    """«آن قدر», «هیچ کس», «سه ماهه»: editors differ, so a space is no slip."""
    return False if first in _small_words("determiner") or first == second else None


def verb_prefix(first: str, second: str) -> bool | None:
    """«می کند», «نمی شود», «بر می گردد»: می and نمی are no words."""
    preverb = first.removesuffix("می").removesuffix("ن")
    if not first.endswith("می") or preverb not in PREVERBS:
        return None
    form = first + second
    return any(
        finite(f) is not None or joints.is_participle(second) for f in (form, form.removeprefix(preverb))
    )


def plural_ending(first: str, second: str) -> bool | None:
    """«کتاب ها», «تلاش هایش»."""
    return True if second in PLURAL and len(first) > 1 else None


def degree_ending(first: str, second: str) -> bool | None:
    """«مهم ترین», «بزرگ تر»; but «چشم تر»."""
    if second not in DEGREE:
        return None
    return lexicon.adjective(first) or bool(joints.joints(first)) or not lexicon.known(first)


def after_heh(first: str, second: str) -> bool | None:
    """«گفته اند», «خانه ای», «خانواده اش»."""
    return True if second in HEH and joints.is_silent(first) else None


def after_yeh(first: str, second: str) -> bool | None:
    """«زندگی اش», «ایرانی اند»."""
    return True if second in YEH and len(first) > 2 and first.endswith("ی") else None


def verb_stands_alone(_: str, second: str) -> bool | None:
    """«جمع آورد», «ثبت شده», «واقع شدن»: a verb is no part of a compound."""
    return False if _is_verb(second) else None


@lru_cache(maxsize=FEWER)
def _is_verb(word: str) -> bool:
    infinitive = word.endswith("ن") and joints.is_participle(word.removesuffix("ن") + "ه")
    return infinitive or joints.is_participle(word) or finite(word) is not None


def name(first: str, second: str) -> bool | None:
    """«آیت الله», «نخست وزیر»: a space in names and set words is a slip; in «رئیس جمهوری» it is usual."""
    if lexicon.space_is_slip(first + second) is False:
        return None
    return True if any(lexicon.named(first + stem) is not None for stem in stems(second)) else None


def counted_in_news(first: str, second: str) -> bool | None:
    """«بین المللی», «آیت الله» are slips; «به عنوان» is usual."""
    answers = (lexicon.space_is_slip(first + stem) for stem in stems(second))
    return next((answer for answer in answers if answer is not None), None)


def compound_of_lexicon(first: str, second: str) -> bool | None:
    """«چشمه سار», «ضرب المثل»: the lexicon has it half-spaced, and news does not write it apart."""
    return True if any(lexicon.compound(first + stem) == (len(first),) for stem in stems(second)) else None


def bound_second_part(first: str, second: str) -> bool | None:
    """«برنامه ریزی», «خرافه پرستی»: ریزی is no word of its own."""
    if len(first) < 2 or first[-1] in lexicon.NEVER_JOINS or not lexicon.known(first):
        return None
    if first in _small_words("determiner"):
        return None
    return True if any(stem in _bound("suffix") for stem in stems(second)) else None


def bound_first_part(first: str, second: str) -> bool | None:
    """«بی نظمی», «شبه نظامیان»."""
    if first not in _bound("prefix") or second in _small_words("determiner"):
        return None
    return True if lexicon.compound(first + second) or joints.joints(first + second) else None


@lru_cache(maxsize=FEWER)
def stems(word: str) -> tuple[str, ...]:
    """The word, and the word less a plural or another ending: «گذاری‌های» → «گذاری»."""
    found = (stem for stem in joints.stripped(word, _STEM_ENDINGS) if len(stem) > 1) if word else ()
    return tuple(dict.fromkeys((word, *found)))


# In order: the first that answers wins.
SURE: tuple[Rule, ...] = (
    strangers_stand_alone,
    particle_stands_alone,
    verb_prefix,
    plural_ending,
    degree_ending,
    after_heh,
    after_yeh,
    name,
    verb_stands_alone,
    bound_second_part,
    bound_first_part,
)
WEAK: tuple[Rule, ...] = (
    *SURE,
    counted_in_news,
    determiner_stands_alone,
    compound_of_lexicon,
)


def one_word(first: str, second: str, *, weak: bool = True) -> bool:
    """Whether two neighbours, as bare letters, are one word with a space in it.

    Where not ``weak``, only what is a slip in any text: «می کند», «کتاب ها», «آیت الله».
    """
    rules = WEAK if weak else SURE
    for rule in rules:
        if (verdict := rule(first, second)) is not None:
            return verdict
    return False
