"""Naming: what the rules find, what the network makes of it, and one name for each mention."""

from collections.abc import Iterator, Sequence

from persian_speech.document import Document, Mention, Sentences
from persian_speech.entities.choice import chosen
from persian_speech.entities.learned import learned
from persian_speech.entities.linking import entities
from persian_speech.entities.reading import Found, Reading
from persian_speech.entities.rules import ruled


def named(document: Document) -> Iterator[Mention]:
    """The mentions of a document with tokens: sorted, none overlapping another."""
    reading = Reading.of(document)
    sentences = Sentences.of(document.text, document.sentences)
    ranges = list(zip(sentences.firsts, sentences.lasts, strict=True)) or [(0, len(document.tokens))]
    by_rule = ruled(reading, ranges)
    found = chosen(reading, [first for first, _ in ranges], learned(reading, ranges, by_rule), by_rule)
    return mentions(reading, found)


def mentions(reading: Reading, found: Sequence[Found]) -> Iterator[Mention]:
    """The names found as mentions of the text."""
    for name, entity in zip(found, entities(reading, found), strict=True):
        start, end = reading.span(name.start, name.end)
        identity = f"{name.type}:{entity}"
        yield Mention(start, end, reading.text[start:end], name.type, entity, identity)
