"""Voices: who says each mention, and persons who also speak counted once, under one name."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from persian_speech.document import Document, Mention, Quotation, Speaker
from persian_speech.text.letters import key, phrase_key

Words = tuple[str, ...]


def attribute(document: Document) -> Document:
    """The document with ``said_by`` on mentions inside quotations, and speakers' names on persons."""
    if not document.mentions or not document.quotations:
        return document
    quotations = sorted(document.quotations, key=lambda quotation: quotation.start)
    starts = [quotation.start for quotation in quotations]
    speakers = _speakers(document)
    renamed = (_renamed(mention, speakers) for mention in document.mentions)
    return replace(
        document, mentions=tuple(replace(one, said_by=_voice(one, quotations, starts)) for one in renamed)
    )


def _voice(mention: Mention, quotations: Sequence[Quotation], starts: Sequence[int]) -> str | None:
    """The name of the speaker of the quotation that holds a mention."""
    at = bisect_right(starts, mention.start) - 1
    if at < 0 or quotations[at].end < mention.end:
        return None
    speaker = quotations[at].speaker
    return speaker.name if speaker else None


def _speakers(document: Document) -> dict[tuple[str, str], Speaker]:
    """Type and entity of a mention → the speaker of the document that it is."""
    cast = {speaker.id: speaker for quotation in document.quotations if (speaker := quotation.speaker)}
    forms = [(speaker, _forms(speaker)) for speaker in cast.values()]
    same: dict[tuple[str, str], Speaker] = {}
    for mention in document.mentions:
        if mention.type in {"PER", "ORG"} and (mention.type, mention.entity) not in same:
            speaker = next((one for one, told in forms if _is(mention, told)), None)
            if speaker:
                same[mention.type, mention.entity] = speaker
    return same


def _forms(speaker: Speaker) -> tuple[Words, ...]:
    """Every form of a speaker, as the keys of its words."""
    return tuple(tuple(map(key, form.split())) for form in (speaker.name, *speaker.forms))


def _is(mention: Mention, forms: Sequence[Words]) -> bool:
    """A body is a whole form; a person also stands in one, beside a title («کاظمی نخست وزیر»)."""
    joined = phrase_key(mention.text)
    if mention.type == "ORG":
        return any(joined == "".join(form) for form in forms)
    return any(joined in _stretches(form, len(mention.text.split())) for form in forms)


def _stretches(form: Words, count: int) -> Iterator[str]:
    """The words of a form taken about ``count`` at a time, run together."""
    for size in {max(1, count - 1), count, count + 1}:
        yield from ("".join(form[at : at + size]) for at in range(len(form) - size + 1))


def _renamed(mention: Mention, speakers: dict[tuple[str, str], Speaker]) -> Mention:
    speaker = speakers.get((mention.type, mention.entity))
    return replace(mention, entity=speaker.name, entity_id=speaker.id) if speaker else mention
