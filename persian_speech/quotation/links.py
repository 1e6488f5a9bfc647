"""How a cue is joined to what it reports: rules in order, the first that answers wins."""

from collections.abc import Callable
from typing import Literal

from persian_speech.quotation.cues import Cue, is_glued
from persian_speech.quotation.lexicon import adverbs
from persian_speech.quotation.marks import CLAUSE_STOPS, OPENING_MARKS
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.text.lemmas import participle

Link = Literal[":", "که", "«", "bare", "و", "end"]
"""``:`` a colon · ``که`` a conjunction · ``«`` an opening mark · ``bare`` a clause with neither ·
``و`` the narrator goes on · ``end`` the sentence ends."""
Joined = tuple[Link, int]
"""The link and the token where the report may begin."""
COLON_REACH = 9  # tokens from a cue to its colon
LONGEST_TIME = 12  # tokens of «تا آخرین نفر به خانه برنگشته،»
LONGEST_BRACKET = 6  # tokens of «(سه‌شنبه)» after a cue
_TIMES = frozenset({"پایان", "انتهای", "اخر", "اواخر", "اوایل", "ابتدای"})
_CONJUNCTIONS = frozenset({"که", "اینکه", "تا"})
_SAYS = frozenset(
    {
        "گفتن",
        "افزودن",
        "ادعا کردن",
        "مدعی شدن",
        "عنوان کردن",
        "اظهار کردن",
        "اظهار داشتن",
        "بیان کردن",
        "تصریح کردن",
        "خاطرنشان کردن",
    }
)
_BUTS = frozenset({"اما", "ولی", "هرچند", "اگرچه", "که"})


def link_after(paragraph: Paragraph, cue: Cue) -> Joined:
    """How the cue is joined to what follows, and where that begins."""
    _, stop = paragraph.sentence(cue.last - 1)
    i = _past_adverbs(paragraph, cue.last, stop)
    answers = (joined for rule in RULES if (joined := rule(paragraph, cue, i, stop)))
    return next(answers, ("bare", cue.last))


def colon(paragraph: Paragraph, cue: Cue, i: int, stop: int) -> Joined | None:
    """«گفت:»، «گفت در این باره:»: no verb, comma or mark may stand between."""
    if paragraph.at(cue.last) == "؛" and cue.form.lemma in _SAYS and cue.form.tense == "past":
        return _semicolon(paragraph, cue)
    for j in range(cue.last, min(cue.last + COLON_REACH, len(paragraph))):
        if paragraph.at(j) == ":":
            return ":", j + 1
        narrates = paragraph.key_at(j) in {"که", "و"} and paragraph.at(j + 1) != ":"
        if narrates or j in paragraph.verbs or paragraph.at(j) in OPENING_MARKS | CLAUSE_STOPS | {"،", "»"}:
            return None
    return None


def _is_time(paragraph: Paragraph, i: int) -> bool:
    """«شنبه», «پایان هفته», «۱۲ خرداد»"""
    found = adverbs().at(paragraph.keys, i)
    told = found is not None and found[1] in {"time", "month", "ordinal"}
    return told or paragraph.key_at(i) in _TIMES or paragraph.key_at(i).isdigit()


def _semicolon(paragraph: Paragraph, cue: Cue) -> Joined | None:
    """«وی گفت؛ سد پر است.»; not «این خبر را اعلام کرد؛ شهردار هم …»"""
    start, stop = paragraph.sentence(cue.first)
    told = paragraph.verb_in(cue.last, stop) is not None and "را" not in paragraph.keys[start : cue.first]
    goes_on = "که" in paragraph.keys[cue.last + 2 : cue.last + 3]  # «… گفت؛ خبری که …»
    return (
        (":", cue.last + 1) if told and not goes_on and paragraph.key_at(cue.last + 1) not in _BUTS else None
    )


def sentence_end(paragraph: Paragraph, cue: Cue, i: int, stop: int) -> Joined | None:
    """«… را برادرانه خواند.»"""
    return ("end", i) if i >= stop or paragraph.at(i) in CLAUSE_STOPS else None


def comma(paragraph: Paragraph, cue: Cue, i: int, stop: int) -> Joined | None:
    """«گفتند، افراد مسلح …»، «گفت، که …»"""
    if paragraph.at(i) != "،":
        return None
    if paragraph.key_at(i + 1) in {"که", "اینکه"}:
        return "که", i + 2
    return ("«", i + 1) if paragraph.at(i + 1) in OPENING_MARKS else ("bare", i + 1)


def conjunction(paragraph: Paragraph, cue: Cue, i: int, stop: int) -> Joined | None:
    """«گفت که …»، «خواست تا …»، «گفت که، …»"""
    if paragraph.key_at(i) not in _CONJUNCTIONS:
        return None
    if paragraph.key_at(i) == "تا" and paragraph.key_at(i + 1) in {"زمانی", "وقتی", "هنگامی"}:
        return "bare", i  # «تأکید کرد تا زمانی که …»
    # «معتقد است تا گزارش منتشر نشود، …»
    if paragraph.key_at(i) == "تا" and (cue.form.cls == "believe" or _opens_time(paragraph, i, stop)):
        return "bare", i
    until = paragraph.key_at(i) == "تا" and _is_time(paragraph, i + 1)  # «قول داد | تا شنبه راه باز شود»
    if (
        not until and paragraph.key_at(i) == "تا" and cue.form.cls == "state"
    ):  # «گفت تا صدور رأی مصاحبه نمی‌کند»
        verb = paragraph.first_verb(i, stop)
        until = verb is not None and paragraph.verbs[verb].tense != "subjunctive"
    if until and cue.form.cls != "ask":
        return "که", i  # «ابراز امیدواری کرد تا پایان سال …»; «خواست تا پایان سال …» may be both
    return "که", i + 1 + (paragraph.at(i + 1) == "،")


def _opens_time(paragraph: Paragraph, i: int, stop: int) -> bool:
    """«تأکید کرده | تا باران نباریده، | کانال باز نشود»: up to a comma after what has not come to be."""
    ahead = range(i + 2, min(i + LONGEST_TIME, stop))
    comma = next((j for j in ahead if paragraph.at(j) == "،"), None)
    if comma is None:
        return False
    last = paragraph.verbs.get(comma - 1) or participle(paragraph.keys[comma - 1])
    return last is not None and last.negative


def pointer(paragraph: Paragraph, cue: Cue, i: int, stop: int) -> Joined | None:
    """«تأکید کرد بر اینکه …»، «هشداری مطرح شده است مبنی بر اینکه …»، «گفت این که …»"""
    i += paragraph.key_at(i) == "مبنی"
    i += paragraph.key_at(i) in {"بر", "از", "به"}
    if paragraph.key_at(i) == "اینکه":
        return "که", i + 1
    return ("که", i + 2) if paragraph.keys[i : i + 2] == ("این", "که") else None


def mark(paragraph: Paragraph, cue: Cue, i: int, stop: int) -> Joined | None:
    """«گفت «…»»"""
    return ("«", i) if paragraph.at(i) in OPENING_MARKS else None


def coordination(paragraph: Paragraph, cue: Cue, i: int, stop: int) -> Joined | None:
    """«خبر داد و افزود …», «خبر داد وافزود …»"""
    glued = is_glued(paragraph.key_at(i)) and any(other.first == i for other in paragraph.all_cues)
    return ("و", i) if glued or paragraph.key_at(i) in {"و", "ولی", "اما"} else None


RULES: tuple[Callable[[Paragraph, Cue, int, int], Joined | None], ...] = (
    colon,
    sentence_end,
    comma,
    conjunction,
    pointer,
    mark,
    coordination,
)


def _past_adverbs(paragraph: Paragraph, i: int, stop: int) -> int:
    """Past «گفت (سه‌شنبه) امروز نیز که»: adverbs and brackets right after the cue, if که follows."""
    j = i
    while j < stop:
        bracket = paragraph.tokens.texts[j : min(j + LONGEST_BRACKET, stop)]
        if bracket[0] == "(" and ")" in bracket:
            j += bracket.index(")") + 1
        elif found := adverbs().at(paragraph.keys[:stop], j):
            j = found[0]
        else:
            break
    return j if paragraph.key_at(j) in _CONJUNCTIONS or paragraph.at(j) in OPENING_MARKS else i
