"""Voices: who says each mention, and persons who also speak counted once, under one name."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate

from persian_speech.actors.people import name_key, written_key
from persian_speech.actors.vocabulary import is_given
from persian_speech.document import Document, Mention, Quotation, Speaker
from persian_speech.entities.speaking import with_speakers
from persian_speech.text.letters import key, phrase_key

Words = tuple[str, ...]
LONGEST_NAME = 6  # words


def attribute(document: Document) -> Document:
    """The document with ``said_by`` on mentions inside quotations, and speakers' names on persons."""
    if not document.mentions or not document.quotations:
        return document
    document = with_speakers(document)
    quotations = sorted(document.quotations, key=lambda quotation: quotation.start)
    starts = [quotation.start for quotation in quotations]
    speakers = _speakers(document)
    named = _named(quotations)
    told = (
        _told(
            mention,
            _speaking(mention, named) or speakers.get((mention.type, mention.entity)),
            _voice(mention, quotations, starts),
        )
        for mention in document.mentions
    )
    return replace(document, mentions=tuple(told))


def _named(quotations: Sequence[Quotation]) -> dict[int, tuple[int, Speaker]]:
    """Where a speaker is mentioned by name: end of the mention → its start, and the speaker."""
    return {
        quotation.mention.end: (quotation.mention.start, quotation.speaker)
        for quotation in quotations
        if quotation.speaker and quotation.mention and quotation.mention_form == "name"
    }


def _speaking(mention: Mention, named: dict[int, tuple[int, Speaker]]) -> Speaker | None:
    """«جمشید رایان رفت … رایان گفت»: where another of the surname is quoted, it is he who is meant."""
    start, speaker = named.get(mention.end, (mention.end, None))
    if speaker is None or mention.type != "PER" or mention.start < start or " " in mention.text:
        return None
    given, *rest = map(key, speaker.name.split())
    another = is_given(given) and rest[-1:] == [key(mention.text)] and key(mention.entity.split()[0]) != given
    return speaker if another and not _may_be(mention.entity, speaker, {}) else None


def _told(mention: Mention, named: Speaker | None, voice: str | None) -> Mention:
    """The mention under the name of the speaker it is, said by whom it is said."""
    if named is not None:
        identity = named.id if named.known else f"{mention.type}:{named.name}"
        return replace(mention, entity=named.name, entity_id=identity, said_by=voice)
    return mention if mention.said_by == voice else replace(mention, said_by=voice)


def quoted(document: Document) -> Callable[[int], bool]:
    """Tells whether an offset lies in a quotation, be its speaker known or not."""
    spans = sorted((quotation.start, quotation.end) for quotation in document.quotations)
    starts = [start for start, _ in spans]
    furthest = list(accumulate((end for _, end in spans), max))

    def within(offset: int) -> bool:
        before = bisect_right(starts, offset)
        return before > 0 and offset < furthest[before - 1]

    return within


def _voice(mention: Mention, quotations: Sequence[Quotation], starts: Sequence[int]) -> str | None:
    """The name of the speaker of the quotation that holds a mention."""
    at = bisect_right(starts, mention.start) - 1
    if at < 0 or quotations[at].end < mention.end:
        return None
    speaker = quotations[at].speaker
    return speaker.name if speaker else None


def _speakers(document: Document) -> dict[tuple[str, str], Speaker]:
    """Type and entity of a mention → the speaker of the document that it is.

    A body is a whole form of a speaker; a person also stands in one, beside a title
    («کاظمی نخست وزیر»), but not where the title itself names somebody («وکیل صدام»). The first
    speaker whose form it is wins.
    """
    whole, inner = _forms(document)
    same: dict[tuple[str, str], Speaker] = {}
    for mention in document.mentions:
        forms = {"PER": inner, "ORG": whole}.get(mention.type, {})
        speaker = forms.get(phrase_key(mention.text))
        if speaker and (mention.type == "ORG" or _may_be(mention.entity, speaker, inner)):
            same.setdefault((mention.type, mention.entity), speaker)
    return same


def _forms(document: Document) -> tuple[dict[str, Speaker], dict[str, Speaker]]:
    """Every form of every speaker, and every stretch of words in one that is of the name, as a key."""
    cast = {speaker.id: speaker for quotation in document.quotations if (speaker := quotation.speaker)}
    whole: dict[str, Speaker] = {}
    inner: dict[str, Speaker] = {}
    for speaker in cast.values():
        name = written_key(speaker.name) if speaker.name != speaker.role else ""
        for form in (speaker.name, *speaker.forms):
            words = tuple(map(key, form.split()))
            whole.setdefault("".join(words), speaker)
            for stretch in _stretches(words) if name else ():
                given = len(words) > 1 and stretch == words[0] and is_given(stretch)
                if not given and (name_key((stretch,)) in name or name in stretch):
                    inner.setdefault(stretch, speaker)
    return whole, inner


def _may_be(entity: str, speaker: Speaker, forms: dict[str, Speaker]) -> bool:
    """Whether a person's full name is the speaker's too: «علی لاریجانی» is not «صادق لاریجانی»."""
    full, name = written_key(entity), written_key(speaker.name)
    return (
        " " not in entity.strip() or full in name or name in full or forms.get(phrase_key(entity)) is speaker
    )


def _stretches(words: Words) -> list[str]:
    """Up to ``LONGEST_NAME`` neighbouring words, run together."""
    sizes = range(1, min(LONGEST_NAME, len(words)) + 1)
    return ["".join(words[at : at + size]) for size in sizes for at in range(len(words) - size + 1)]
