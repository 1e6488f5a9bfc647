"""The tagger: what the rules find, what the network makes of it, and one name for each mention.

The network leads for the seven types that it was trained on; the rules' answers are among what it reads.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from persian_speech.document import Document, Mention
from persian_speech.entities.choice import chosen
from persian_speech.entities.linking import entities
from persian_speech.entities.reading import Found, Reading
from persian_speech.entities.rules import ruled


def tag(document: Document) -> Document:
    """The document with its mentions: sorted, none overlapping another."""
    from persian_speech.entities.learned import learned  # numpy and the model

    if not document.tokens:
        return document
    reading = Reading.of(document)
    ranges = [(s.first, s.last) for s in document.sentences] or [(0, len(document.tokens))]
    by_rule = ruled(reading, ranges)
    found = chosen(reading, [first for first, _ in ranges], learned(reading, ranges, by_rule), by_rule)
    return replace(document, mentions=tuple(_mentions(document, reading, found)))


def _mentions(document: Document, reading: Reading, found: Sequence[Found]) -> Iterator[Mention]:
    for name, entity in zip(found, entities(reading, found), strict=True):
        start, end = reading.span(name.start, name.end)
        identity = f"{name.type}:{entity}"
        yield Mention(start, end, document.text[start:end], name.type, entity, identity)
