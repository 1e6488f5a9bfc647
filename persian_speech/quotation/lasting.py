"""What a paragraph leaves open: speech that may go on in the next one."""

from collections.abc import Sequence

from persian_speech.quotation.found import (
    Found,
    gives_text,
    goes_on,
    is_essay,
    is_letter,
    is_writing,
    left_in_marks,
    names_itself,
    runs_on,
    speaks_on,
    wholly_marked,
)
from persian_speech.quotation.memory import Memory
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.relays import is_press

OWN_LINES = frozenset({"headline", "marked"})


def leave_open(
    memory: Memory,
    paragraph: Paragraph,
    fresh: Sequence[Found],
    headed: Found | None,
    following: Sequence[Paragraph],
) -> None:
    """Remember what of the ``fresh`` quotations may go on; ``headed`` waited for this paragraph."""
    posted = headed is not None and (memory.emblem or memory.handled)
    memory.open = _left_open(memory, paragraph, fresh, headed, posted=posted)
    last = memory.open
    memory.essay = last is not None and (is_essay(last) or (memory.essay and _continues(last)))
    memory.posted = memory.posted and all(goes_on(one) for one in fresh)
    own_line = last is None or last.draft.manner.form in OWN_LINES
    memory.points = "" if own_line or memory.number == 0 else memory.marker_of(paragraph)
    shut = paragraph.stray_closer is not None
    memory.in_marks = not shut if memory.in_marks else left_in_marks(paragraph, fresh, following)


def _left_open(
    memory: Memory, paragraph: Paragraph, fresh: Sequence[Found], headed: Found | None, *, posted: bool
) -> Found | None:
    """The direct speech that ran to the paragraph's end; ``posted`` tells of a post on a channel."""
    if memory.waiting is not None:
        return memory.waiting
    if not fresh and memory.posted and memory.marker_of(paragraph) != "":
        return memory.open  # a point that sounds like another's does not end the list
    if memory.open is not None and _speaks_of_itself(memory, paragraph, fresh, memory.open):
        return memory.open
    if memory.paper is not None and all(one.draft.manner.kind == "indirect" for one in fresh):
        memory.waiting = headed
        return memory.paper
    if not fresh or not runs_on(fresh[-1], paragraph):
        memory.waiting = headed if fresh and headed and names_itself(headed, fresh[-1]) else None
        return memory.waiting
    below = fresh[-1].head is not None or _continues(fresh[-1])
    whole = below and not wholly_marked(fresh[-1])
    wrote = headed is not None and (is_letter(headed) or (posted and is_writing(headed)))
    if whole and headed is not None and (wrote or speaks_on(headed)):
        memory.waiting = headed
    elif gives_text(fresh[-1]):
        memory.waiting, memory.told = fresh[-1], True
    return fresh[-1]


def _speaks_of_itself(memory: Memory, paragraph: Paragraph, fresh: Sequence[Found], last: Found) -> bool:
    """«انجمن باران: …» and, among its points, «🔹 انجمن باران تأکید می‌کند که …»: the list goes on below."""
    member = last.attribution.member
    if not fresh or member is None or member.kind != "body" or not goes_on(last) or is_press(memory.teller):
        return False
    own = all(one.attribution.member is member and one.draft.intro is not None for one in fresh)
    now = own and all(one.draft.intro is not None and one.draft.intro.tense == "present" for one in fresh)
    return now and memory.marker_of(paragraph) != ""


def _continues(found: Found) -> bool:
    return found.draft.manner.form == "continued"
