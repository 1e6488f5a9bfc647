"""From paths to analysed documents: one bad document is told and passed over."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - a field is called «date»
from typing import TYPE_CHECKING, Literal

from persian_speech.analysis.tables import Analysed
from persian_speech.cli.talk import Talk, one_line
from persian_speech.errors import PersianSpeechError

if TYPE_CHECKING:
    from persian_speech.actors.knowledge import Actors
    from persian_speech.corpus.sources import Source

Stages = Literal["SENTENCES", "TOKENS", "QUOTATIONS", "SPEECH", "ENTITIES", "ALL"]


@dataclass(slots=True)
class Reading:
    """The inputs of one run, and how many of them were met and failed so far."""

    paths: tuple[str, ...]
    encoding: str | None
    date: Date | None
    talk: Talk
    bar: bool = False
    met: int = 0
    failed: int = 0
    actors: "Actors | None" = None
    """What is known of actors, where it is more than the package's tables."""

    def sources(self) -> Iterator["Source"]:
        """The documents that could be read, in order; of the others the reason is told."""
        from persian_speech.corpus.sources import Failure, count, read
        from persian_speech.output.progress import tracked

        found = read(self.paths, encoding=self.encoding, date=self.date)
        if self.bar and (total := count(self.paths)) != 1:
            found = tracked(found, total)
        for source in found:
            self.met += 1
            if isinstance(source, Failure):
                self._fail(source.document, source.message)
            else:
                self._note(source)
                yield source

    def analysed(self, stages: Stages) -> Iterator[Analysed]:
        """The documents, each through these stages of the pipeline."""
        return self.through(stages, self.sources())

    def through(self, stages: Stages, sources: "Iterable[Source]") -> Iterator[Analysed]:
        """These documents through the stages; of one that cannot be analysed the reason is told."""
        from persian_speech import pipeline

        analyzer = pipeline.Analyzer(getattr(pipeline, stages), actors=self.actors)
        for source in sources:
            try:
                document = analyzer(source.text, date=source.date)
            except Exception as error:  # noqa: BLE001 - whatever a document does, the others go on
                self.talk.trace()
                told = str(error) if isinstance(error, PersianSpeechError) else _unexpected(error)
                self._fail(source.document, told)
            else:
                yield source.document, document

    def summary(self) -> None:
        """Says how many inputs failed."""
        rest = ", the rest is complete" if self.failed < self.met else ""
        if self.failed and self.met > 1:
            self.talk.remark(f"{self.failed} of {self.met} inputs failed{rest}")

    def _fail(self, document: str, message: str) -> None:
        self.failed += 1
        self.talk.failure(f"{document}: {message}")

    def _note(self, source: "Source") -> None:
        day = f"dated {source.date.isoformat()}" if source.date else "no date"
        self.talk.detail(f"{source.document}: {source.encoding}, {day}")


def _unexpected(error: Exception) -> str:
    return f"cannot be analysed ({one_line(error)}); leave it out, and run with -v to report it"
