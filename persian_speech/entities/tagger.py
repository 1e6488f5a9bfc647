"""The tagger: the mentions of a document.

The network leads for the seven types that it was trained on; the rules' answers are among what it reads.
"""

from dataclasses import replace

from persian_speech.document import Document


def tag(document: Document) -> Document:
    """The document with its mentions: sorted, none overlapping another."""
    if not document.tokens:
        return document
    from persian_speech.entities.naming import named  # numpy and the model

    return replace(document, mentions=tuple(named(document)))
