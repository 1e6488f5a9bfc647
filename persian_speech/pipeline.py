"""The stages as tuples of ``Document -> Document``, and the Analyzer that runs them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date as Date  # noqa: N812 - a parameter is called «date»
from datetime import datetime

from persian_speech.actors.knowledge import Actors, knowing
from persian_speech.document import Document
from persian_speech.entities.links import link
from persian_speech.entities.tagger import tag
from persian_speech.entities.voices import attribute
from persian_speech.quotation.extract import extract
from persian_speech.text.dates import parse_date
from persian_speech.text.halfspace import normalised
from persian_speech.text.lemmas import lemmatise
from persian_speech.text.sentences import split
from persian_speech.text.tokens import tokens_of

Stage = Callable[[Document], Document]


def segment(document: Document) -> Document:
    """Tokens, each with its normal form, and sentences of the unedited text."""
    tokens = normalised(tokens_of(document.text))
    return Document(document.text, document.date, split(document.text, tokens), tokens)


SENTENCES: tuple[Stage, ...] = (segment,)
TOKENS: tuple[Stage, ...] = (segment, lemmatise)
QUOTATIONS: tuple[Stage, ...] = (segment, extract)
SPEECH: tuple[Stage, ...] = (segment, lemmatise, extract)
ENTITIES: tuple[Stage, ...] = (segment, tag, extract, attribute, link)
ALL: tuple[Stage, ...] = (segment, lemmatise, tag, extract, attribute, link)


class Analyzer:
    """Runs stages over texts: callable on one text, ``pipe`` for many, in order."""

    def __init__(self, stages: Sequence[Stage] = ALL, *, actors: Actors | None = None) -> None:
        """``actors``: who held which office, where that is more than the package's tables."""
        self.stages = tuple(stages)
        self.actors = actors

    def __call__(self, text: str, *, date: Date | str | None = None) -> Document:
        """The text as a document; ``date`` is the day it is of, which decides who held an office.

        PersianSpeechError: ``date`` is written («1399-05-01», «۱ مرداد ۱۳۹۹») and tells no day.
        """
        document = Document(text, _day(date))
        with knowing(self.actors):
            for stage in self.stages:
                document = stage(document)
        return document

    def pipe(self, texts: Iterable[str]) -> Iterator[Document]:
        """One document a text, lazily and in order."""
        return map(self, texts)


def _day(told: Date | str | None) -> Date | None:
    """The day that is written, or of a time; days are compared, and Python compares none with a time."""
    if isinstance(told, str):
        return parse_date(told)
    return told.date() if isinstance(told, datetime) else told
