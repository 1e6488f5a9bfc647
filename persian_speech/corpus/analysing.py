"""One source through the whole pipeline to rows: what a worker, here or on another machine, does."""

import logging
from collections.abc import Callable

from persian_speech.actors.knowledge import Actors
from persian_speech.corpus.allocation import give_back
from persian_speech.corpus.places import Failure
from persian_speech.corpus.records import Record, records_of
from persian_speech.corpus.sources import Source
from persian_speech.document import Document
from persian_speech.errors import PersianSpeechError

log = logging.getLogger(__name__)
Outcome = dict[str, list[Record]] | Failure


def builder(actors: Actors | None = None) -> Callable[[Source], Outcome]:
    """What turns a source into rows, or says why it cannot; its tools are built now."""
    give_back()
    analyse = analyzer("ALL", actors)

    def rows(source: Source) -> Outcome:
        document = analyse(source)
        if isinstance(document, Exception):
            log.debug("%s", source.document, exc_info=document)
            return Failure(source.document, reason(document))
        return records_of(source, document)

    return rows


def analyzer(stages: str, actors: Actors | None = None) -> Callable[[Source], Document | Exception]:
    """What turns a source into a document that went through these stages, or into what went wrong."""
    from persian_speech import pipeline

    run = pipeline.Analyzer(getattr(pipeline, stages), actors=actors)

    def analyse(source: Source) -> Document | Exception:
        try:
            return run(source.text, date=source.date)
        except Exception as error:  # noqa: BLE001 - whatever a document does, the others go on
            return error

    return analyse


def reason(error: Exception) -> str:
    """Why a document could not be analysed, and what to do."""
    if isinstance(error, PersianSpeechError):
        return str(error)
    if isinstance(error, MemoryError):
        return "needs more memory than there is; split it"
    told = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"cannot be analysed ({told}); leave it out, and report it"
