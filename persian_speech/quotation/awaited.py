"""Lines below which somebody's words stand, and in which nobody speaks: «ترجمه ماشین:», a question."""

from collections.abc import Sequence

from persian_speech.actors.members import Member
from persian_speech.actors.vocabulary import is_given
from persian_speech.quotation.interviews import (
    asks,
    is_addressed,
    is_asked_below,
    is_askers,
    is_hearsay,
    is_lettered_question,
    is_put,
    put_to,
)
from persian_speech.quotation.memory import Memory
from persian_speech.quotation.page_lines import is_boilerplate
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.referring import refer
from persian_speech.quotation.transcripts import (
    heads_statement,
    heads_talk,
    heads_text,
    heads_topic,
    is_own_text,
    is_translated,
    talker,
    text_of,
)


def awaits(memory: Memory, paragraph: Paragraph, following: Sequence[Paragraph]) -> bool:
    """Whether the line only says whose words ``following`` are, or asks for them."""
    return (
        _of_text(memory, paragraph, following)
        or _of_askers(memory, paragraph)
        or _of_question(memory, paragraph)
        or _of_guest(memory, paragraph, following)
        or _of_list(memory, paragraph, following)
        or (memory.open is not None and heads_topic(paragraph))
    )


def _of_text(memory: Memory, paragraph: Paragraph, following: Sequence[Paragraph]) -> bool:
    """«ترامپ: …»، «گفت‌وگوی ترامپ با خبرنگاران» and, below, «ترجمه ماشین:»: what follows is his."""
    if heads_text(paragraph) or heads_talk(paragraph, memory.number, following):
        member = _whose(memory, paragraph)
    else:
        met = memory.narrated.known_length
        told = talker(paragraph, memory.number, met) if is_translated(paragraph) else None
        member = memory.cast.resolve(told)[0] if told else None
    if member is None or not is_own_text(following, body=member.kind == "body"):
        return False
    return _waits(memory, member, paragraph)


def _whose(memory: Memory, paragraph: Paragraph) -> Member | None:
    """Whom the line names, whose talk was announced, or who has been giving his words."""
    told = talker(paragraph, memory.number, memory.narrated.known_length)
    told = told or (None if memory.open else memory.talker)
    member = memory.cast.resolve(told)[0] if told else None
    if member is None and memory.open is not None and memory.open.draft.gives_words:
        return memory.open.attribution.member
    return memory.cast.author if member is None and heads_statement(paragraph) else member


def _of_askers(memory: Memory, paragraph: Paragraph) -> bool:
    """«گزارشگر: …»: what is asked is left out."""
    if not is_askers(paragraph):
        return False
    guest = _guest(memory) if is_lettered_question(paragraph) else None
    if guest is not None:
        return _waits(memory, guest, paragraph)
    memory.close()
    return True


def _of_question(memory: Memory, paragraph: Paragraph) -> bool:
    """«از دانا سوال شد: … چیست؟», and the answer stands below."""
    asked = put_to(paragraph)
    colons = paragraph.tokens.texts[:-1].count(":") if asked else 0
    if asked is None or colons > 1:
        return False
    memory.close()
    memory.cast.note(refer(paragraph, asked, memory.number))
    return True


def _of_guest(memory: Memory, paragraph: Paragraph, following: Sequence[Paragraph]) -> bool:
    """«* سد کی پر می‌شود؟»: who is interviewed answers below."""
    announced = memory.interview or is_addressed(paragraph, following)
    if not (paragraph.bullets or announced) or not following:
        return False
    plain = announced and is_put(paragraph, following)
    marked = announced or memory.guest is not None or paragraph.at(len(paragraph) - 1) == "؟"
    again = memory.questions != "" and paragraph.bullets > 0 and paragraph.at(0) == memory.questions
    heard = memory.interview and memory.open is not None and is_hearsay(paragraph)
    if not (plain or again or heard) and not (marked and is_asked_below(paragraph, following)):
        return False
    guest = _guest(memory)
    memory.questions = paragraph.at(0) if paragraph.bullets and guest is not None else memory.questions
    memory.interview = memory.interview or (plain and guest is not None)
    return guest is not None and _waits(memory, guest, paragraph)


def _of_list(memory: Memory, paragraph: Paragraph, following: Sequence[Paragraph]) -> bool:
    """«شهردار:» and, below, «🔴 چه می‌کنید؟», «می‌سازیم.», «🔴 کی؟», «فردا.»: what is asked is not his."""
    last, below = memory.open, following[0] if following else None
    marked = memory.emblem and (paragraph.bullets or memory.bullet)
    if last is None or last.attribution.member is None or not marked or not asks(paragraph):
        return False
    if below is None or below.bullets or is_boilerplate(below) or asks(below):
        return False  # «🔴 چرا صبر کنیم؟», «🔴 باید ساخت.»: he asks himself
    again = any(map(asks, following)) or (memory.waiting is not None and asks(memory.waiting.paragraph))
    return again and _waits(memory, last.attribution.member, paragraph)


def _guest(memory: Memory) -> Member | None:
    """Who was announced, or the only one who has spoken, by name."""
    if memory.guest is not None:
        return memory.cast.resolve(memory.guest)[0]
    voices = {id(voice.real()): voice.real() for voice in memory.cast.voices}
    (only,) = voices.values() if len(voices) == 1 else (None,)
    return only if only and any(len(name) > 1 and is_given(name[0]) for name in only.names) else None


def _waits(memory: Memory, member: Member, paragraph: Paragraph) -> bool:
    memory.open = memory.waiting = text_of(member, paragraph)
    memory.told, memory.chain, memory.bullet, memory.points = False, 0, "", ""
    return True
