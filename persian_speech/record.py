"""A document as one JSON object, and back without loss.

The object holds the fields of ``Document`` under their own names; a span is an object, a day is ISO 8601.
Other keys, such as the ``id`` that ``export`` adds, are passed over when it is read.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, fields, is_dataclass, replace
from datetime import date as Date  # noqa: N812 - a field is called «date»
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from persian_speech.document import Document, Span
from persian_speech.errors import PersianSpeechError

Build = Callable[[Any], Any]


def to_json(document: Document, **more: object) -> str:
    """The document on one line of JSON, Persian letters as they are; ``more`` keys stand before its own."""
    spelt = replace(document, tokens=tuple(document.tokens), sentences=tuple(document.sentences))
    plain = asdict(spelt)
    return json.dumps(more | plain, ensure_ascii=False, default=Date.isoformat, allow_nan=False)


def from_json(line: str) -> Document:
    """The document that ``to_json`` wrote.

    Raises PersianSpeechError where the line is no such object, or a span does not hold its text's words.
    """
    try:
        document: Document = builder(Document)(json.loads(line))
    except (ValueError, TypeError, RecursionError) as error:
        raise PersianSpeechError(f"is no document in JSON ({error}); write it with to_json") from error
    misplaced = next(_misplaced(document), None)
    if misplaced:
        told = f"its text does not hold {misplaced.text!r} at {misplaced.start}"
        raise PersianSpeechError(f"{told}; export the document anew")
    return document


@cache
def builder(kind: Any) -> Build:
    """What makes a value of this type out of plain JSON."""
    if is_dataclass(kind):
        return _of_fields(kind)
    if kind is Date:
        return Date.fromisoformat
    if get_origin(kind) in {tuple, Sequence}:
        build = builder(get_args(kind)[0])
        return lambda items: tuple(build(item) for item in items)
    if get_origin(kind) in {UnionType, Union}:
        build = builder(next(each for each in get_args(kind) if each is not NoneType))
        return lambda value: None if value is None else build(value)
    return _checked(kind)


def _of_fields(kind: Any) -> Build:
    hints = get_type_hints(kind)
    parts = {field.name: builder(hints[field.name]) for field in fields(kind)}

    def build(item: Any) -> Any:
        # What an earlier version did not write yet has its default.
        return kind(**{name: part(item[name]) for name, part in parts.items() if name in item})

    return build


def _checked(kind: Any) -> Build:
    """A plain value as it is, if it is one of this type or of these literals."""
    known = get_args(kind) if get_origin(kind) is Literal else ()

    def build(value: Any) -> Any:
        if (known and value not in known) or not (known or type(value) in _plain_types(kind)):
            raise ValueError(f"{value!r} is out of place")
        return value

    return build


def _plain_types(kind: type) -> tuple[type, ...]:
    return (int, float) if kind is float else (kind,)


def _misplaced(document: Document) -> Iterator[Span]:
    """The spans that are not where they say."""
    return (span for span in _spans(document) if document.text[span.start : span.end] != span.text)


def _spans(document: Document) -> Iterator[Span]:
    yield from (*document.sentences, *document.tokens, *document.mentions)
    for quotation in document.quotations:
        parts = (quotation.cue, quotation.mention, quotation.addressee)
        yield from (quotation, *filter(None, parts))
