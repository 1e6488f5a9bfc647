"""Speakers as mentions: who is quoted by name is named, whatever else the words of the name are."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate
from operator import attrgetter

from persian_speech.actors.vocabulary import is_given
from persian_speech.document import Document, Mention, Quotation
from persian_speech.text.letters import key, persian

LONGEST_ADDRESSED = 2  # words of «خلبان عفیف»
FULL_NAME = range(2, 5)  # words


def with_speakers(document: Document) -> Document:
    """The document with those who speak under names that are other words too: «پسندیده افزود»."""
    named = [one for one in document.quotations if one.mention_form == "name" and one.mention and one.speaker]
    if not named:
        return document
    mentions = _with_whole(document.mentions, [name for one in named if (name := _full_name(one))])
    full = {mention.entity: mention.entity_id for mention in mentions if mention.type == "PER"}
    surnames = {mention for quotation in named if (mention := _surname(quotation, full))}
    mentions = (*mentions, *_free(surnames, mentions))
    if len(mentions) == len(document.mentions) and mentions == document.mentions:
        return document
    return replace(document, mentions=tuple(sorted(mentions, key=lambda mention: mention.start)))


def _full_name(quotation: Quotation) -> Mention | None:
    """«کیخسرو سبحه افزود»: a name of some words, which are all that is said of who speaks."""
    speaker, told = quotation.speaker, quotation.mention
    if speaker is None or told is None:
        return None
    name, words = persian(told.text), told.text.split()
    if len(words) not in FULL_NAME or name != persian(speaker.name):
        return None
    return Mention(told.start, told.end, told.text, "PER", name, f"PER:{name}")


def _with_whole(mentions: Sequence[Mention], names: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions, and persons' names in the place of parts of them: «[کیخسرو] سبحه»."""
    kept = list(mentions)  # sorted, none overlapping another
    for name in {name.start: name for name in names}.values():
        first = bisect_right(kept, name.start, key=attrgetter("end"))
        last = bisect_left(kept, name.end, key=attrgetter("start"))
        if _is_person(name, kept[first:last]):
            kept[first:last] = [name]
    return tuple(kept)


def _is_person(name: Mention, met: Sequence[Mention]) -> bool:
    """Whether a name begins as a person's does; ``met`` stand in its place, and none may reach beyond it.

    What two words name already takes no third: «میرمحمد صادقی درست پس از انتخابش گفت».
    """
    if any(one.type != "PER" or one.start < name.start or name.end < one.end for one in met):
        return False
    first = [one for one in met if one.start == name.start]
    given = is_given(key(name.text.split()[0]))
    return " " not in first[0].text if first else given and not met


def _free(found: set[Mention], mentions: Iterable[Mention]) -> list[Mention]:
    """Those that overlap no mention."""
    if not found:
        return []
    spans = sorted((mention.start, mention.end) for mention in mentions)
    starts, ends = [start for start, _ in spans], list(accumulate((end for _, end in spans), max))
    before = {one: bisect_right(starts, one.end - 1) for one in found}
    return [one for one, at in before.items() if not at or ends[at - 1] <= one.start]


def _surname(quotation: Quotation, full: dict[str, str]) -> Mention | None:
    """The surname, with a form of address at most, under which somebody speaks who is named in full."""
    speaker, told = quotation.speaker, quotation.mention
    name, words = persian(speaker.name) if speaker else "", told.text.split() if told else []
    if told is None or name not in full:
        return None
    last = name.split()[1:]
    if not last or not 0 < len(words) <= LONGEST_ADDRESSED or key(words[-1]) != key(last[-1]):
        return None
    start = told.end - len(words[-1])
    return Mention(start, told.end, words[-1], "PER", name, full[name])
