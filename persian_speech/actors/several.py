"""Members and mentions that are many people."""

from typing import TYPE_CHECKING

from persian_speech.actors.members import (
    Member,
    Reference,
)
from persian_speech.actors.phrases import DEMONSTRATIVES, INDEFINITES
from persian_speech.actors.vocabulary import titles
from persian_speech.text.letters import key

if TYPE_CHECKING:
    pass


def is_many(member: Member) -> bool:
    """«تحلیلگران»، «برخی از تحلیلگران»"""
    words = tuple(map(key, member.forms[0].split())) if member.forms else ("",)
    if member.kind != "description":
        return member.kind == "group" or words[0] in INDEFINITES - {"یک", "یکی"}
    pointed = titles().at(words, 1) if words[0] in DEMONSTRATIVES else None  # «این افراد»
    return words[0] in INDEFINITES - {"یک", "یکی"} or (pointed is not None and pointed[1] == "group")


def some_people(mention: Reference) -> bool:
    """«برخی کارشناسان» are nobody who was met under another name."""
    return mention.words[0] in INDEFINITES - {"یک", "یکی"}
