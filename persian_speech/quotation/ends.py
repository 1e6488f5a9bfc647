"""Where a quotation ends: rules that see the narrator come back.

Speech after a colon runs on over sentences until a sentence is plainly the narrator's; a clause
ends with its sentence or where a second reporting clause is joined to it («… و افزود:»).
"""

from collections.abc import Sequence
from typing import NamedTuple

from persian_speech.actors.phrases import DEMONSTRATIVES
from persian_speech.quotation.courtesies import THANKS
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.joins import ends_clause, join_point, leaves_out
from persian_speech.quotation.lexicon import asides, prepositions
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.returns import narrator_returns
from persian_speech.quotation.somebody import KnownSpeaker

_WHEN = frozenset({"زمانی", "وقتی", "هنگامی", "بعد", "پس", "سپس"})
_THATS = frozenset({"که", "انکه", "اینکه"})
_WHILE = ("در", "حالی", "که")
_STILL = (("با", "این", "حال"), ("با", "این", "وجود"))
_FOUND_OUT = frozenset({"مشخص", "معلوم", "روشن"})
DEMANDING = frozenset({"خواستار", "خواهان"})
_DEMANDS = ("شد", "هستند", "شدهاند", "شدهاست", "است")
_WILL = frozenset({("خواهد",), ("نخواهد",), ("خواهند",), ("نخواهند",)})  # «خواهد یافت»
_DID = frozenset({"کرد", "کردند", "داد", "دادند"})
_ACTS = frozenset({"تهدید", "ابراز", "محکوم", "انتقاد", "متهم", "دفاع", "استقبال", "مخالفت", "حمایت"})
_ACTS |= {"قدردانی", "تمجید", "ستایش", "گلایه", "اشاره", "خبر", "یاد", "احترام"}
_ASKING = frozenset({"خواستن", "پیشنهاد کردن", "پیشنهاد دادن"})
LONGEST_OTHER = 6  # tokens of «؛ ساکنان این شهر اما»
_REFUTES = frozenset({"رد", "تکذیب"})
_SHARE = "درصد"
_ONLY = frozenset({"تنها", "فقط", "حدود"})
_FEELINGS = (
    "خوشبینی",
    "نگرانی",
    "امیدواری",
    "تاسف",
    "خرسندی",
    "رضایت",
    "همدردی",
    "تسلیت",
    "تمایل",
    "اطمینان",
)


class End(NamedTuple):
    """The token after the content, and the rule that ended it there."""

    at: int
    rule: str


def speech_end(
    paragraph: Paragraph,
    start: int,
    intros: Sequence[Introducer],
    intro: Introducer | None,
    known: KnownSpeaker,
) -> End:
    """The end of direct speech that begins at token ``start``."""
    cut = join_point(paragraph, start, intros, intro, colon_only=True)
    if cut is not None:
        return End(cut, "joined_clause")
    for first, last in paragraph.sentences_from(start + 1):
        if rule := narrator_returns(paragraph, first, last, intros, known):
            return End(first, rule)
    return End(len(paragraph), "paragraph")


def clause_end(paragraph: Paragraph, start: int, intros: Sequence[Introducer], intro: Introducer) -> End:
    """The end of a reported clause that begins at token ``start``."""
    cut = join_point(paragraph, start, intros, intro)
    end = End(_after_marks(paragraph, start), "sentence") if cut is None else End(cut, "joined_clause")
    shorter = (
        rule(paragraph, start, end.at, intro)
        for rule in (
            subordinate,
            demand,
            demanded,
            aside,
            found_later,
            thanks,
            told_in_short,
            refuted,
            other_share,
        )
    )
    return min([end, *(found for found in shorter if found is not None)], key=lambda found: found.at)


def subordinate(paragraph: Paragraph, start: int, stop: int, intro: Introducer) -> End | None:
    """«مخالفت وزیر که معتقد بود پل سالم است، پذیرفته نشد»: the relative clause ends, or one of time."""
    if paragraph.key_at(intro.first - 1) != "که" and not _in_time_clause(paragraph, intro):
        return None
    # «هر سخنی که به گفته او «موجب بدبینی» شود | را کمک به دشمن خواند»
    ends = (i for i in range(start + 1, stop) if paragraph.at(i) == "،" or paragraph.keys[i] == "را")
    of_object = (
        paragraph.key_at(intro.first - 2) == "را"
    )  # «حمله را که به گفته او پل را هدف گرفته، | محکوم کرد»
    at = next(
        (i for i in ends if i - 1 in paragraph.verbs or (of_object and leaves_out(paragraph, i - 1))), None
    )
    return None if at is None else End(at, "subordinate")


def demand(paragraph: Paragraph, start: int, stop: int, intro: Introducer) -> End | None:
    """«از مردم خواست آب را نگه دارند و زمانی که باران نیامد، …»: what came of it is the narrator's.

    «پیشنهاد کردند بازی عقب بیفتد | اما رایان معتقد است …»: so is what another thinks of it, and
    «خواستار آن است که راه باز بماند، | در حالی که …», «می‌خواهد راه را ببندد | و به خطر سیل اشاره کرده است».
    """
    if intro.lemma not in _ASKING and intro.cls not in {"ask", "promise"}:
        return None
    asked = [i for i in range(start, stop) if i in paragraph.verbs]
    if not asked or paragraph.verbs[asked[0]].tense != "subjunctive":
        return None
    done = _is_done(paragraph, asked)
    told = (
        i + 1
        for i in asked
        if _told_on(paragraph.keys[i + 1 : i + 3], but=i == asked[0])
        or paragraph.keys[i + 1 + (paragraph.at(i + 1) in "،؛") :][:3] == _WHILE
        or (done and i == done and paragraph.key_at(i + 1) == "و")
    )
    at = next(told, None)
    return None if at is None else End(at, "demand")


def _is_done(paragraph: Paragraph, verbs: Sequence[int]) -> int | None:
    """The last verb of what was asked, where the sentence ends with what was done."""
    asked = [i for i in verbs if paragraph.verbs[i].tense == "subjunctive"]
    return asked[-1] if paragraph.verbs[verbs[-1]].tense in {"past", "perfect"} else None


def _told_on(following: Sequence[str], *, but: bool) -> bool:
    joint, word = (*following, "", "")[:2]
    return (joint == "و" and word in _WHEN) or (but and joint in {"اما", "ولی"})


def demanded(paragraph: Paragraph, start: int, stop: int, intro: Introducer) -> End | None:
    """«گفت آب کم است | و خواستار کمک شد»: what was demanded is told by the narrator."""
    keys = paragraph.keys
    last = paragraph.verb_in(start, stop)
    if "خواستار" not in keys[start:stop] or last is None or not keys[last].startswith(_DEMANDS):
        return None
    joints = (i for i in range(start + 1, stop - 2) if keys[i] == "و" and keys[i + 1] in DEMANDING)
    at = next((i for i in joints if ends_clause(paragraph, start, i)), None)
    return None if at is None or paragraph.verb_in(at, last) is not None else End(at, "demand")


def aside(paragraph: Paragraph, start: int, stop: int, intro: Introducer) -> End | None:
    """«…، ادعایی که هنوز تأیید نشده است»"""
    marks = (i for i in range(start + 1, stop) if paragraph.tokens.texts[i] in "،؛")
    at = next((i for i in marks if _is_aside(paragraph, i)), None)
    return None if at is None else End(at, "aside")


def found_later(paragraph: Paragraph, start: int, stop: int, intro: Introducer) -> End | None:
    """«اعلام کرده بودند که او رفته است، | اما بعدا مشخص شد که …»"""
    if intro.tense != "pluperfect":
        return None
    keys = paragraph.keys
    buts = (i for i in range(start + 1, stop) if keys[i] in {"اما", "ولی"} and paragraph.at(i - 1) in "،؛")
    at = next((i for i in buts if not _FOUND_OUT.isdisjoint(keys[i + 1 : i + 4])), None)
    if at is not None:
        return End(at - 1, "aside")
    # «گفته بود که سد پر می‌شود | با این حال این نخستین بار بود که …»
    still = (i for i in range(start + 1, stop) if keys[i : i + 3] in _STILL and i - 1 in paragraph.verbs)
    at = next(still, None)
    return None if at is None else End(at, "aside")


def thanks(paragraph: Paragraph, start: int, stop: int, intro: Introducer) -> End | None:
    """«گفت که شهر باید کار کند و از مردم تشکر کرد»: whom he thanked is told by the narrator."""
    if paragraph.last_words(start, stop) not in THANKS or intro.tense != "past":
        return None
    joints = (
        i for i in range(start + 1, stop) if paragraph.keys[i] == "و" and paragraph.key_at(i + 1) == "از"
    )
    at = next((i for i in joints if i - 1 in paragraph.verbs), None)
    return None if at is None else End(at, "courtesy")


def told_in_short(paragraph: Paragraph, start: int, stop: int, intro: Introducer) -> End | None:
    """«گفت که کار پیش می‌رود | و خوش‌بینی خود را به آینده سد ابراز کرد»: what he felt or did is the narrator's.

    «می‌گوید سد پر است | و درباره باران ابراز نگرانی کرد», «گفت راه باز است | و تهدید به بستن پل کرد».
    """
    last, keys = paragraph.last_words(start, stop), paragraph.keys
    if last[-1:] == () or last[-1] not in _DID or intro.tense not in {"past", "present"}:
        return None
    verb = max(i for i in range(start, stop) if keys[i] == last[-1])
    joints = (i for i in range(verb - 2, start, -1) if keys[i] == "و" and ends_clause(paragraph, start, i))
    at = next(joints, None)
    if at is None:
        return None
    opens, words = keys[at + 1], keys[at + 1 : verb]
    if opens.startswith(_FEELINGS) and words[-1] == "ابراز":
        return End(at, "courtesy")
    before = paragraph.verbs.get(at - 1)
    did = before is not None and before.tense == "past" and keys[at - 2 : at - 1] not in _WILL
    acted = opens in prepositions() and (words[-1] in _ACTS or words[-2:-1] == ("ابراز",))
    alone = paragraph.verb_in(at, verb) is None and not did
    return End(at, "courtesy") if alone and (acted or opens in _ACTS) else None


def refuted(paragraph: Paragraph, start: int, stop: int, intro: Introducer) -> End | None:
    """«نوشتند سد خالی است | که وزیر این ادعا را رد کرد و گفت: …»: who denies it speaks for himself."""
    if _REFUTES.isdisjoint(paragraph.keys[start:stop]):
        return None
    keys = paragraph.keys
    at = next((i for i in range(start + 1, stop) if keys[i] == "که" and i - 1 in paragraph.verbs), stop)
    marker = next((i for i in range(at + 3, stop) if keys[i] == "را"), stop)
    pointed = keys[marker - 2] in DEMONSTRATIVES and not _REFUTES.isdisjoint(keys[marker:stop])
    return End(at, "aside") if marker < stop and pointed else None


def other_share(paragraph: Paragraph, start: int, stop: int, intro: Introducer) -> End | None:
    """«۸۲ درصد معتقدند سد پر است | و ۵۶ درصد آن را خالی می‌دانند»: another share of those who were asked."""
    keys = paragraph.keys
    if _SHARE not in keys[start:stop] or _SHARE not in keys[paragraph.sentence(intro.first)[0] : start]:
        return None
    for i in range(start + 2, stop):
        if keys[i] != _SHARE:
            continue
        at = i - 1 - (keys[i - 2] in _ONLY)
        joint = at - len(_WHILE) if keys[at - len(_WHILE) : at] == _WHILE else at - 1
        joined = joint < at - 1 or keys[joint] in {"و", "درحالیکه"}
        verb = paragraph.verb_in(i, stop)
        asked = verb is not None and paragraph.verbs[verb].number == "pl"
        if joined and asked and ends_clause(paragraph, start, joint):
            return End(joint, "aside")
    return None


def tells_when(keys: Sequence[str], i: int) -> bool:
    """«پس از این که»، «پس از آن که»، «از زمانی که»: the last word of what makes a clause one of time."""
    if keys[i] == "انکه" or (keys[i] == "که" and keys[i - 1] in {"زمانی", "هنگامی", "وقتی", "وجودی"}):
        return True
    at = i - (keys[i] == "که" and keys[i - 1] in {"این", "ان"})
    told = keys[i] == "اینکه" or at < i
    if told and keys[at - 1].endswith("رغم"):
        return True  # «به رغم اینکه شهردار گفته است که پل سالم است، …»
    return told and keys[at - 1] == "از" and keys[at - 2] in {"پس", "بعد", "پیش", "قبل"}


def _in_time_clause(paragraph: Paragraph, intro: Introducer) -> bool:
    """«از زمانی که شهردار اعلام کرد پل بسته می‌شود، مردم …»: the main clause follows the comma."""
    start = paragraph.sentence(intro.first)[0]
    if _THATS.isdisjoint(paragraph.keys[start : intro.first]):
        return False
    at = next((i for i in range(intro.first - 1, start, -1) if tells_when(paragraph.keys, i)), None)
    return at is not None and paragraph.verb_in(at, intro.first) is None


def _after_marks(paragraph: Paragraph, start: int) -> int:
    """The sentence's end; «افزود که باید «همین حالا بیایند. راه باز است»»: not inside marks."""
    stop = paragraph.sentence(start)[1]
    shut = (mark.last for mark in paragraph.marked if start <= mark.first < stop <= mark.last)
    last = next(shut, None)
    return stop if last is None or last >= len(paragraph) else paragraph.sentence(last)[1]


def _is_aside(paragraph: Paragraph, i: int) -> bool:
    """«…، ادعایی که هنوز تأیید نشده است»: after a clause that is whole and its comma at ``i``."""
    if not ends_clause(paragraph, 0, i):
        return False
    if paragraph.at(i) == "؛" and paragraph.key_at(i + 1) in {"اما", "ولی"}:
        return True  # «…؛ اما شهردار این خبر را تأیید نکرد»
    if paragraph.at(i) == "؛" and paragraph.keys[i + 1 : i + 4] in _STILL:
        return True
    but = next((j for j in range(i + 2, i + LONGEST_OTHER) if paragraph.key_at(j) == "اما"), i)
    if paragraph.at(i) == "؛" and but > i and paragraph.verb_in(i, but) is None:
        return True  # «…؛ ساکنان اما باور نمی‌کنند»
    found = asides().at(paragraph.keys, i + 1)
    return found is not None
