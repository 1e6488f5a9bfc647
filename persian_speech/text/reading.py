"""Bytes of a file to its text: one reader a suffix; offsets later count in the text made here.

Plain text is decoded and left alone. Markdown, Word documents and web pages are reduced to lines:
paragraphs an empty line apart, a list's items each behind its «•» or number.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - a field is called «date»

from persian_speech.errors import PersianSpeechError
from persian_speech.text.decoding import decode

__all__ = ["READERS", "Reading", "to_text"]

META_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w:-]+)", re.IGNORECASE)
JSON = re.compile(r'\s*(?:\[\s*)?\{\s*"')  # an object, or an array of them
HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+)?html\b", re.IGNORECASE)
META_WITHIN = 4096  # bytes of a page in which its encoding is looked for; browsers look at 1024


@dataclass(frozen=True, slots=True)
class Reading:
    """A document's text, and what the document itself says of its title and day."""

    text: str
    encoding: str
    title: str | None = None
    date: Date | None = None


Reader = Callable[[bytes, str | None], Reading]


def plain(data: bytes, encoding: str | None) -> Reading:
    """Text as it is."""
    decoded = decode(data, encoding=encoding)
    if JSON.match(decoded.text):
        told = "holds JSON, no text; put each document on a line of a file that is named .jsonl"
        raise PersianSpeechError(f"{told} (of an array: jq -c '.[]')")
    return Reading(decoded.text, decoded.encoding)


def markdown(data: bytes, encoding: str | None) -> Reading:
    """Markdown: links to their words, emphasis and code blocks gone, headings and items as lines."""
    from persian_speech.text.markdown import reduce

    decoded = decode(data, encoding=encoding)
    note = reduce(decoded.text)
    return Reading(note.text, decoded.encoding, note.title, note.date)


def page(data: bytes, encoding: str | None) -> Reading:
    """A web page: its headline and story, without menus, related news, comments and notices."""
    from persian_speech.text.pages import story

    named = META_CHARSET.search(data[:META_WITHIN])
    decoded = decode(data, encoding=encoding, declared=named[1].decode("ascii", "ignore") if named else None)
    found = story(decoded.text)
    return Reading(found.text, decoded.encoding, found.title, found.date)


def word(data: bytes, encoding: str | None) -> Reading:
    """A Word document: its paragraphs, lists and the cells of its tables. It names its own encoding."""
    from persian_speech.text.word import paragraphs

    return Reading(paragraphs(data), "docx")


READERS: dict[str, Reader] = {
    ".txt": plain,
    ".md": markdown,
    ".html": page,
    ".htm": page,
    ".docx": word,
}


def to_text(data: bytes, suffix: str, *, encoding: str | None = None) -> Reading:
    """The text of a file with this suffix (lower case, with its dot).

    Under any other suffix, or none («curl … |»), it is a web page if it begins as one, else plain text.
    PersianSpeechError: the bytes are no such document, or in no encoding that could be told.
    """
    reader = READERS.get(suffix) or (page if HTML.match(data) else plain)
    return reader(data, encoding)
