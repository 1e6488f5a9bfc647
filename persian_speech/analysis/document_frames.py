"""Analysed documents as pandas frames, under the names of the machine fields."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, starmap
from typing import TYPE_CHECKING

from persian_speech.analysis.frames import frame
from persian_speech.analysis.tables import (
    MENTION_FIELDS,
    QUOTATION_FIELDS,
    SENTENCE_FIELDS,
    TOKEN_FIELDS,
    Row,
    mention_rows,
    quotation_rows,
    sentence_rows,
    token_rows,
)
from persian_speech.document import Document

if TYPE_CHECKING:
    from pandas import DataFrame


@dataclass(frozen=True, slots=True)
class Frames:
    """The frames of some documents: one row is a quotation, a mention, a sentence, a token."""

    quotations: "DataFrame"
    mentions: "DataFrame"
    sentences: "DataFrame"
    tokens: "DataFrame"


def to_frames(documents: Mapping[str, Document] | Iterable[tuple[str, Document]]) -> Frames:
    """The documents, each under its name, as frames whose columns have their types even without rows."""
    named = list(documents.items() if isinstance(documents, Mapping) else documents)

    def rows(of: Callable[[str, Document], Iterator[Row]]) -> Iterator[Row]:
        return chain.from_iterable(starmap(of, named))

    return Frames(
        quotations=frame(rows(quotation_rows), QUOTATION_FIELDS),
        mentions=frame(rows(mention_rows), MENTION_FIELDS),
        sentences=frame(rows(sentence_rows), SENTENCE_FIELDS),
        tokens=frame(rows(token_rows), TOKEN_FIELDS),
    )
