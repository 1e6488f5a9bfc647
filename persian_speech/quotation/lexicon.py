"""The small word classes that the rules ask about, each from its table."""

from functools import cache

from persian_speech.data import column, forms, rows
from persian_speech.text.letters import key, phrase_key
from persian_speech.text.phrases import Phrases

# What a noun of saying may point to: «با بیان این مطلب که».
_POINTERS = (
    "مطلب",
    "موضوع",
    "نکته",
    "مسئله",
    "اعتقاد",
    "مساله",
    "ادعا",
    "شایعه",
    "اتهام",
    "مهم",
    "واقعیت",
    "باور",
    "توضیح",
    "خبر",
    "امر",
    "اصل",
)


def _words(table: str, field: str) -> frozenset[str]:
    return frozenset(phrase_key(word) for word in column(table, field))


def _phrases(table: str, field: str) -> Phrases[bool]:
    return Phrases({phrase_key(phrase): True for phrase in column(table, field)})


@cache
def adverbs() -> Phrases[str]:
    """Adverbs (discourse, time) that are no part of a subject."""
    table = {phrase_key(row["adverb"]): row["kind"] for row in rows("adverbs")}
    months = {word + "ماه": "time" for word, kind in table.items() if kind == "month"}  # «دی‌ماه»
    return Phrases(months | table)


@cache
def prepositions() -> frozenset[str]:
    """Words that open a phrase which is not the subject."""
    return _words("prepositions", "preposition")


@cache
def portfolios() -> Phrases[bool]:
    """«صنعت، معدن و تجارت»: what a ministry's name has after its head, where a comma stands in it."""
    every = (name for row in rows("organisations") for name in forms(row, "name", "aliases"))
    names = (name for name in every if "،" in name and " " in name)
    return Phrases({phrase_key(name.split(" ", 1)[1]): True for name in names})


@cache
def uneven_bodies() -> Phrases[bool]:
    """«رادیو فردا», «گزارشگران بدون مرز»: names in which an adverb or a preposition stands behind a noun."""
    listed = (row for row in rows("organisations") if not row["ambiguous"])
    names = (name for row in listed for name in forms(row, "name", "aliases") if " " in name)
    return Phrases({phrase_key(name): True for name in names if _is_uneven(tuple(map(key, name.split())))})


def _is_uneven(name: tuple[str, ...]) -> bool:
    ends = (word in prepositions() or adverbs().at((word,), 0) is not None for word in name)
    return not next(ends) and any(ends)


@cache
def reactions() -> frozenset[str]:
    """«واکنش»، «توصیه»: nouns before a headline's speaker."""
    return _words("reactions", "noun")


@cache
def taken_up() -> frozenset[str]:
    """«پیشنهاد»، «سخنان»، «شایعات»: what one has said and another takes up."""
    return _words("taken_up", "noun")


@cache
def words_of_speech() -> frozenset[str]:
    """«همچنین»، «زیرا»: a speaker goes on."""
    return _words("words_of_speech", "word")


@cache
def recitations() -> frozenset[str]:
    """«شعری», «نماز»: what is read aloud, not called something."""
    return _words("recitations", "thing")


@cache
def gestures() -> frozenset[str]:
    """«لبخندی», «سر»: nouns that open what somebody does with body or face."""
    return _words("gestures", "word")


@cache
def non_subjects() -> frozenset[str]:
    """«باید»، «حدود»: words that head no subject."""
    return _words("non_subjects", "word")


@cache
def pronouns() -> Phrases[str]:
    """Pronouns that stand for a speaker → their number: sg, pl or any (plural of respect)."""
    return Phrases({phrase_key(row["pronoun"]): row["number"] for row in rows("pronouns")})


@cache
def answers() -> frozenset[str]:
    """«بله»، «هرگز»: words that alone answer a question."""
    return _words("answers", "answer")


@cache
def talks() -> frozenset[str]:
    """«گفت‌وگو», «مصاحبه‌ای»: nouns for a talk with somebody."""
    return _words("talks", "talk")


@cache
def replies() -> frozenset[str]:
    """«بله», «نه»: those of the answers that a question of yes or no has."""
    return frozenset(phrase_key(row["answer"]) for row in rows("answers") if row["kind"] == "reply")


@cache
def documents() -> frozenset[str]:
    """Things written that speak: بیانیه، نامه …"""
    return _words("documents", "document")


@cache
def indefinite_documents() -> frozenset[str]:
    """«نامه‌ای»، «گزارشی»: an object that follows a subject («انجمن نامه‌ای فرستاد»)."""
    return frozenset(word + ending for word in documents() - {"خبر", "متن"} for ending in ("ی", "ای"))


@cache
def narrator_openings() -> Phrases[bool]:
    """«به گزارش»، «گفتنی است»: the narrator speaks."""
    return _phrases("narrator_openings", "opening")


@cache
def attributions() -> Phrases[tuple[str, str]]:
    """«به گفته» → (the phrase, its class)."""
    return Phrases({phrase_key(row["phrase"]): (row["phrase"], row["class"]) for row in rows("attributions")})


@cache
def participials() -> Phrases[tuple[str, str]]:
    """«با تأکید بر اینکه»، «ضمن بیان این مطلب که» → (the phrase, its class)."""
    joints = ("اینکه", "آنکه", *(f"این {pointer} که" for pointer in _POINTERS))
    table = {
        phrase_key(f"{opener} {row['noun']} {joint}"): (f"{opener} {row['noun']} {joint}", row["class"])
        for row in rows("participials")
        for opener in ("با", "ضمن")
        for joint in joints
    }
    stated = {
        phrase_key(f"با این {noun} که"): (f"با این {noun} که", "state")
        for noun in ("استدلال", "توضیح", "بیان", "ادعا", "توجیه", "عبارت")
    }
    return Phrases(table | stated)


@cache
def phrases_of_saying() -> Phrases[bool]:
    """Those with «اینکه» and those that credit somebody."""
    return Phrases(dict.fromkeys((*participials(), *attributions()), True))


@cache
def labels() -> Phrases[bool]:
    """«منبع»، «ویدئو»: words before a colon or stroke that name no speaker."""
    return _phrases("labels", "label")


@cache
def wires() -> Phrases[bool]:
    """News agencies that open a story with their name."""
    return _phrases("wires", "wire")


@cache
def press() -> Phrases[bool]:
    """«روزنامه»، «رویترز»: who passes on what others say."""
    return _phrases("press", "press")


@cache
def boilerplate() -> Phrases[bool]:
    """«انتهای پیام»، «کد خبر»: the page speaks."""
    return _phrases("boilerplate", "beginning")


@cache
def asides() -> Phrases[bool]:
    """«، ادعایی که …»: the narrator adds something after a reported clause."""
    return _phrases("asides", "aside")


@cache
def desks() -> Phrases[bool]:
    """«گروه اجتماعی»: a newspaper's desk, which opens a story."""
    return _phrases("desks", "desk")
