"""Where a quotation ends: rules that see the narrator come back.

Speech after a colon runs on over sentences until a sentence is plainly the narrator's; a clause
ends with its sentence or where a second reporting clause is joined to it («… و افزود:»).
"""

from collections.abc import Sequence
from typing import NamedTuple

from persian_speech.actors.phrases import DEMONSTRATIVES
from persian_speech.quotation.clauses import is_copula
from persian_speech.quotation.cues import is_glued
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.lexicon import asides, documents, prepositions, pronouns
from persian_speech.quotation.marks import CLOSERS
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.returns import THANKS, is_cited, narrator_returns
from persian_speech.quotation.somebody import KnownSpeaker
from persian_speech.text.letters import DASHES

NEAREST_JOIN = 16  # tokens from «و» or a comma to the cue that it joins
_WHEN = frozenset({"زمانی", "وقتی", "هنگامی", "بعد", "پس", "سپس"})
_THATS = frozenset({"که", "انکه", "اینکه"})
_BUT = frozenset({"اما", "ولی", "لیکن"})
_STILL = (("با", "این", "حال"), ("با", "این", "وجود"))
_FOUND_OUT = frozenset({"مشخص", "معلوم", "روشن"})
DEMANDING = frozenset({"خواستار", "خواهان"})
_DEMANDS = ("شد", "هستند", "شدهاند", "شدهاست", "است")
_IN_ANSWER = (("و", "در", "پاسخ"), ("و", "در", "واکنش"))
_EXPRESSED = frozenset({("ابراز", "کرد"), ("ابراز", "کردند")})
_ASKING = frozenset({"خواستن", "پیشنهاد کردن", "پیشنهاد دادن"})
_PERFECT = frozenset({"perfect", "participle"})  # «اعلام کرده که … و گفته است …»: the first است is left out
_REFUTES = frozenset({"رد", "تکذیب"})
_DONE = (
    "شده", "داده", "داشته", "بوده", "کرده", "گرفته", "افتاده", "یافته", "رفته", "مانده", "رسیده", "دیده",
)  # fmt: skip
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
        for rule in (subordinate, demand, demanded, aside, found_later, thanks, expressed, refuted)
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
        (i for i in ends if i - 1 in paragraph.verbs or (of_object and _leaves_out(paragraph, i - 1))), None
    )
    return None if at is None else End(at, "subordinate")


def demand(paragraph: Paragraph, start: int, stop: int, intro: Introducer) -> End | None:
    """«از مردم خواست آب را نگه دارند و زمانی که باران نیامد، …»: what came of it is the narrator's.

    «پیشنهاد کردند بازی عقب بیفتد | اما رایان معتقد است …»: so is what another thinks of it.
    """
    if intro.lemma not in _ASKING:
        return None
    asked = [i for i in range(start, stop) if i in paragraph.verbs]
    if not asked or paragraph.verbs[asked[0]].tense != "subjunctive":
        return None
    told = (i + 1 for i in asked if _told_on(paragraph.keys[i + 1 : i + 3], but=i == asked[0]))
    at = next(told, None)
    return None if at is None else End(at, "demand")


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
    at = next((i for i in joints if _ends_clause(paragraph, start, i)), None)
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


def expressed(paragraph: Paragraph, start: int, stop: int, intro: Introducer) -> End | None:
    """«گفت که کار پیش می‌رود و خوش‌بینی خود را به آینده سد ابراز کرد»: what he felt is told by the narrator."""
    if paragraph.last_words(start, stop) not in _EXPRESSED or intro.tense != "past":
        return None
    joints = (
        i
        for i in range(start + 1, stop)
        if paragraph.keys[i] == "و" and paragraph.key_at(i + 1).startswith(_FEELINGS)
    )
    at = next((i for i in joints if i - 1 in paragraph.verbs), None)
    return None if at is None else End(at, "courtesy")


def refuted(paragraph: Paragraph, start: int, stop: int, intro: Introducer) -> End | None:
    """«نوشتند سد خالی است | که وزیر این ادعا را رد کرد و گفت: …»: who denies it speaks for himself."""
    if _REFUTES.isdisjoint(paragraph.keys[start:stop]):
        return None
    keys = paragraph.keys
    at = next((i for i in range(start + 1, stop) if keys[i] == "که" and i - 1 in paragraph.verbs), stop)
    marker = next((i for i in range(at + 3, stop) if keys[i] == "را"), stop)
    pointed = keys[marker - 2] in DEMONSTRATIVES and not _REFUTES.isdisjoint(keys[marker:stop])
    return End(at, "aside") if marker < stop and pointed else None


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
    if not _ends_clause(paragraph, 0, i):
        return False
    if paragraph.at(i) == "؛" and paragraph.key_at(i + 1) in {"اما", "ولی"}:
        return True  # «…؛ اما شهردار این خبر را تأیید نکرد»
    if paragraph.at(i) == "؛" and paragraph.keys[i + 1 : i + 4] in _STILL:
        return True
    found = asides().at(paragraph.keys, i + 1)
    return found is not None


def join_point(
    paragraph: Paragraph,
    start: int,
    intros: Sequence[Introducer],
    intro: Introducer | None,
    *,
    colon_only: bool = False,
) -> int | None:
    """Where a second reporting clause is joined to the sentence: the token of its «و» or comma."""
    if start >= len(paragraph):
        return None
    _, stop = paragraph.sentence(start)
    for other in intros:
        if not start < other.first < stop or (
            colon_only and (other.link != ":" or is_cited(paragraph, other))
        ):
            continue
        if colon_only and _opens_with_document(paragraph, start, other):
            continue
        own = other.manner == "nominal" and paragraph.key_at(other.first - 1) == "که"
        if own and pronouns().at(paragraph.keys, other.last):
            continue  # «می‌گوید که سد پر نیست، چرا که به ادعای او باران …»
        # «فاش کرد که شهردار به همتایان خود گفته است: «…»»: what he has said is told inside the clause.
        inner = intro is not None and intro.link == "که" and other.tense == "perfect"
        at = _joint(paragraph, start, other, intro)
        if at is None and inner:
            continue
        if at is None and not colon_only and other.link == ":":
            return _before_subject(paragraph, start, other)
        if at is not None:
            return _before_question(paragraph, start, at)
    return None


def _opens_with_document(paragraph: Paragraph, start: int, other: Introducer) -> bool:
    """«گفت: در پیامی که وزیر فرستاده، آمده است: …»: nothing was said yet but what it is written in."""
    if other.cls != "document" or paragraph.keys[start] != "در":
        return False
    written = not documents().isdisjoint(paragraph.keys[start + 1 : start + 3])
    return written and paragraph.verb_in(start, other.first) is None


def _before_question(paragraph: Paragraph, start: int, at: int) -> int:
    """«گفت آب کم است | و در پاسخ به اینکه برخی نگران‌اند، افزود»: the phrase is the second cue's."""
    joints = (i for i in range(at - 1, start, -1) if paragraph.keys[i : i + 3] in _IN_ANSWER)
    return next((i for i in joints if _ends_clause(paragraph, start, i)), at)


def _before_subject(paragraph: Paragraph, start: int, other: Introducer) -> int:
    """«… خواهد بود" او گفت: …»: a clause never runs over a cue with a colon."""
    closer = (i for i in range(other.first - 1, start, -1) if paragraph.at(i) in CLOSERS | {"،", "؛"})
    closed = next(closer, None)
    verb = paragraph.verb_in(start, other.first)
    if closed is None and verb is not None and paragraph.key_at(verb + 1) in prepositions():
        return verb + 1  # «پس از آنکه انجمن اعلام کرد از راه می‌رود | در نامه خود نوشت: …»
    said_again = other.first - 1 - (paragraph.key_at(other.first - 1) in {"وی", "او"})
    at = said_again if said_again in paragraph.verbs else other.first - 1
    return at + 1 if closed is None else closed  # «… می‌کنند | وی می‌گوید: …»


def _joint(paragraph: Paragraph, start: int, other: Introducer, intro: Introducer | None) -> int | None:
    """The «و» or comma that joins ``other``'s clause, if it is the narrator's."""
    summing = _sums_up(other, intro)
    if other.manner == "finite" and not (_same_voice(other, intro) or summing):
        return None
    if is_glued(paragraph.keys[other.first]) and _ends_clause(paragraph, start, other.first):
        return other.first  # «… باز است وافزود»
    for i in range(other.first - 1, max(start, other.first - NEAREST_JOIN) - 1, -1):
        if i in paragraph.verbs and i < other.first - 1:
            return None
        but = i == other.first - 1 and paragraph.keys[i] in _BUT  # «… می‌ریزد ولی افزود: …»
        if (but or _is_joint(paragraph, i)) and _ends_clause(paragraph, start, i):
            before = paragraph.verbs.get(i - 1)
            told = summing and (before is None or before.tense not in {"present", "subjunctive", "future"})
            ahead = paragraph.keys[i] == "و" and paragraph.keys[i - 2].startswith(("خواه", "نخواه"))
            told = told and not ahead  # «خواهد داد و … خبر داد»
            return None if told else i
    return None


def _sums_up(other: Introducer, intro: Introducer | None) -> bool:
    """«تأکید کرد که … باید بماند و به نیاز بندر اشاره کرد.»: what the narrator tells in short."""
    past = intro is not None and intro.tense == "past" and other.tense == "past"
    return past and other.link == "end" and "p" not in other.frames


def _same_voice(other: Introducer, intro: Introducer | None) -> bool:
    """«گفت … و افزود» is one narrator; «گفت … و اعلام کرده است که» is the speaker's own report."""
    if (other.link in {"end", "و"} and "p" not in other.frames) or other.lemma == "معرفی کردن":
        return False
    if intro is not None and (intro.number, other.number) == ("sg", "pl") and other.link in {"که", "bare"}:
        return False  # «گفت کشورها با او تماس گرفتند و گفتند …»
    if intro is None or other.link == ":" or other.tense == "past" or intro.tense in {"", other.tense}:
        return True
    return {intro.tense, other.tense} <= _PERFECT


def _is_joint(paragraph: Paragraph, i: int) -> bool:
    return paragraph.key_at(i) in {"و", "که"} or paragraph.at(i) in "،؛" or paragraph.at(i) in CLOSERS


def _ends_clause(paragraph: Paragraph, start: int, i: int) -> bool:
    """A finite verb, or a participle («رخ داده»), stands right before the joint."""
    before = i - 1
    while before > start and (
        paragraph.at(before) in CLOSERS | DASHES or paragraph.at(before) in "،؛"
    ):  # «پل بسته می‌شود ــ اما گفت …»
        before -= 1
    return before in paragraph.verbs or is_copula(paragraph.key_at(before)) or _leaves_out(paragraph, before)


def _leaves_out(paragraph: Paragraph, i: int) -> bool:
    """«رخ داده»: a participle whose «است» is left out."""
    return paragraph.key_at(i).endswith(_DONE)
