"""The exchange formats by name, and how documents go out in each: as one stream, or as files of a folder."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePath

from persian_speech.analysis.tables import Analysed
from persian_speech.document import Document
from persian_speech.output.destination import stdout
from persian_speech.output.exchange import booknlp, brat, conllu, dna, tei
from persian_speech.output.files import opened, written
from persian_speech.output.texts import inside, put
from persian_speech.record import to_json

Stream = Callable[[Iterable[Analysed]], Iterator[str]]
Files = Callable[[str, Document], tuple[tuple[str, str], ...]]  # (suffix, text) of each file of a document


@dataclass(frozen=True, slots=True)
class Exchange:
    """How a format is written: in one stream, in files, or either; ``beside`` stands by the files."""

    stream: Stream | None
    files: Files | None
    beside: tuple[tuple[str, str], ...] = ()


def _json_lines(analysed: Iterable[Analysed]) -> Iterator[str]:
    return (f"{to_json(document, id=name)}\n" for name, document in analysed)


def _conllu(analysed: Iterable[Analysed]) -> Iterator[str]:
    return (conllu.document(name, document) for name, document in analysed)


def _tei(analysed: Iterable[Analysed]) -> Iterator[str]:
    """One document is a TEI file, several are a corpus."""
    items = iter(analysed)
    first = [item for item, _ in zip(items, range(2), strict=False)]
    if len(first) == 1:
        return iter((tei.document(*first[0]),))
    return tei.documents(chain(first, items))


EXCHANGES = {
    "jsonl": Exchange(_json_lines, lambda name, found: ((".json", f"{to_json(found, id=name)}\n"),)),
    "tei": Exchange(_tei, lambda name, found: ((".xml", tei.document(name, found)),)),
    "conllu": Exchange(_conllu, lambda name, found: ((".conllu", conllu.document(name, found)),)),
    "brat": Exchange(
        None,
        lambda _, found: ((".txt", found.text), (".ann", brat.annotations(found))),
        beside=(("annotation.conf", brat.CONFIGURATION),),
    ),
    "booknlp": Exchange(
        None, lambda _, found: ((".tokens", booknlp.tokens(found)), (".quotes", booknlp.quotes(found)))
    ),
    "dna": Exchange(dna.statements, None),
}
SUFFIXES = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".xml": "tei",
    ".tei": "tei",
    ".conllu": "conllu",
    ".csv": "dna",
}


def write_stream(stream: Stream, analysed: Iterable[Analysed], path: Path | None) -> None:
    """All documents in one file, whole or not there, or on standard output."""
    if path is None:
        stdout().writelines(stream(analysed))
        return
    with written(path) as aside, opened(aside) as out:
        out.writelines(stream(analysed))


def write_files(exchange: Exchange, files: Files, analysed: Iterable[Analysed], folder: Path) -> None:
    """Each document in files of its name under the folder; all are written aside before any is seen."""
    beside = ((name, PurePath(name), text) for name, text in exchange.beside)
    each = (
        (name, inside(name, suffix), text)
        for name, document in analysed
        for suffix, text in files(name, document)
    )
    put(chain(beside, each), folder)
