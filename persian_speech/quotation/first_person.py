"""In whose voice a stretch of a paragraph is: in that of one who says «من» and «شما», or the narrator's."""

from collections.abc import Sequence
from itertools import pairwise

from persian_speech.actors.phrases import HUMAN
from persian_speech.actors.plain import ends_name
from persian_speech.actors.vocabulary import first_names, is_given, kin
from persian_speech.quotation.lexicon import prepositions, words_of_speech
from persian_speech.quotation.paragraph import Paragraph

_NEAR_ME = frozenset({"استاد", "معلم", "دوست", "همکار", "رفیق", "همسایه", "شاگرد", "دوستان", "همکاران"})
LONGEST_TITLE = 8  # tokens of a film's or book's title, its opening mark among them
_READERS_DO = frozenset({"خواند", "دید", "توانست"})  # «در ادامه می‌خوانید»
_PAGES = frozenset({"ادامه", "زیر", "اینجا", "مشروح", "متن", "فیلم", "ویدیو", "ویدئو", "لینک", "فایل"})
_PAGES |= frozenset({"مرورگر", "دانلود", "مشاهده", "کلیک", "تماشا", "دنبال"})
SPEAKERS_OWN = frozenset({"من", "ما", "بنده", "اینجانب"})
PERSONS_OF_SPEECH = frozenset({"من", "ما", "بنده", "اینجانب", "شما"})
# Adjectives with the copula of the first person: «امیدواریم باران ببارد.»
_FEEL = (
    "امیدوار",
    "معتقد",
    "مطمین",
    "متاسف",
    "خوشحال",
    "خرسند",
    "نگران",
    "ممنون",
    "سپاسگزار",
    "مفتخر",
    "ناچار",
)
_SPOKEN = PERSONS_OF_SPEECH | frozenset(
    word + end for word in (*_FEEL, "مجبور", "موظف") for end in ("م", "یم")
)


def is_kin_of_mine(word: str) -> bool:
    """«مادرم», «پدربزرگم», «استادم»: of whom the one who speaks tells."""
    bare = word.removesuffix("مان") if word.endswith("مان") else word.removesuffix("م")
    return bare != word and (bare in kin() or bare in _NEAR_ME)


def reported_by_narrator(paragraph: Paragraph, first: int, stop: int) -> bool:
    """«در پایان نشست، خبرنگار … گفت که …»: nothing of the first person in the sentence."""
    spoken = any(form.person == 1 for i, form in paragraph.verbs.items() if first <= i < stop)
    return not spoken and PERSONS_OF_SPEECH.isdisjoint(paragraph.keys[first:stop])


def first_person(paragraph: Paragraph, first: int, last: int) -> bool:
    """«… می‌سازیم»: a verb of the first person, not in a title in marks."""
    spoken = _spoken(paragraph, first, last)
    return any(form.person == 1 and i in spoken for i, form in paragraph.verbs.items())


def sounds_like_speech(paragraph: Paragraph, first: int, last: int) -> bool:
    """First-person verbs or pronouns, or a sentence that goes on («البته …»)."""
    words = (paragraph.keys[i] for i in _spoken(paragraph, first, last))
    if (
        first_person(paragraph, first, last)
        or _says_you(paragraph, first, last)
        or not _SPOKEN.isdisjoint(words)
    ):
        return True
    whole = bool(paragraph.verbs) or paragraph.stopped  # «و این تصمیم اوست.»
    opens = paragraph.key_at(first) in words_of_speech() and whole
    return opens and not (paragraph.key_at(last) in HUMAN and _is_full_name(paragraph.keys, first + 1))


def told_me(paragraph: Paragraph, first: int, stop: int) -> bool:
    """«سفیر عمان به من گفته است که …»: the speaker's own report."""
    pairs = pairwise(paragraph.keys[first:stop])
    named = paragraph.keys[first] in first_names() and is_given(paragraph.keys[first])
    # «حسن عامری، که …، به ما گفته بود …»: a full name and «ما» are a reporter's.
    persons = PERSONS_OF_SPEECH - ({"ما"} if named and not ends_name(paragraph.keys, first + 1) else set())
    return any(before in prepositions() and word in persons for before, word in pairs)


def _spoken(paragraph: Paragraph, first: int, last: int) -> set[int]:
    """Tokens whose person tells who speaks: those of a title in marks («همه می‌آییم») tell nothing."""
    titled = (range(mark.first, mark.last) for mark in paragraph.marked)
    return set(range(first, last)) - {i for title in titled if len(title) <= LONGEST_TITLE for i in title}


def _says_you(paragraph: Paragraph, first: int, last: int) -> bool:
    """«هر تاریخی که می‌شنوید گمانه است.»; not a page's own «در ادامه می‌خوانید»."""
    told = [i for i, form in paragraph.verbs.items() if form.person == 2 and form.past not in _READERS_DO]
    if not told or not _PAGES.isdisjoint(paragraph.keys):
        return False
    return not _spoken(paragraph, first, last).isdisjoint(told)


def _is_full_name(keys: Sequence[str], i: int) -> bool:
    """«اما | مریم صادقی با این طرح مخالف است. او می‌گوید: …»: of whom the narrator tells."""
    return i + 1 < len(keys) and keys[i] in first_names() and not ends_name(keys, i + 1)
