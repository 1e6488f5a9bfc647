"""From paths to analysed documents: one bad document is told and passed over."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - a field is called «date»
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from persian_speech.analysis.tables import Analysed
from persian_speech.cli.talk import Talk
from persian_speech.corpus.files import LIMIT
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
    undated: int = 0
    actors: "Actors | None" = None
    """What is known of actors, where it is more than the package's tables."""
    limit: int = LIMIT
    jobs: int | None = 1
    output: Path | None = None
    """The file that will be written, where it is not standard output."""

    def check(self) -> None:
        """Refuses what a corpus cannot be read with. Raises click.UsageError."""
        from persian_speech.corpus.sources import is_corpus

        given = self.date or self.encoding or self.actors
        name = next(filter(is_corpus, self.paths), None) if given else None
        if name is not None:
            told = "is analysed already; --date, --encoding and --actors are for analyze"
            raise click.UsageError(f"{name} {told}")

    def sources(self) -> Iterator["Source"]:
        """The documents that could be read, in order; of the others the reason is told."""
        from persian_speech.corpus.sources import Failure, count, read
        from persian_speech.output.progress import tracked

        found = read(self.paths, encoding=self.encoding, date=self.date, limit=self.limit)
        if self.bar and (total := count(self.paths)) != 1:
            found = tracked(found, total)
        for source in found:
            self.met += 1
            if isinstance(source, Failure):
                self.fail(source.document, source.message)
            else:
                self._note(source)
                yield source
        self._spare()

    def analysed(self, stages: Stages) -> Iterator[Analysed]:
        """The documents, each through these stages of the pipeline."""
        return self.through(stages, self.sources())

    def through(self, stages: Stages, sources: "Iterable[Source]") -> Iterator[Analysed]:
        """These documents through the stages; of one that cannot be analysed the reason is told."""
        from persian_speech.corpus.analysing import analyzer, reason
        from persian_speech.corpus.workers import Item, ordered

        items = (
            Item(source, None if source.stored else source, weight=len(source.text)) for source in sources
        )
        for item in ordered(items, partial(analyzer, stages, self.actors), self.jobs):
            name, stored = item.tag.document, item.tag.stored
            try:
                result = stored() if stored else item.result
            except PersianSpeechError as error:
                result = error
            if isinstance(result, Exception):
                self.talk.trace_of(result)
                self.fail(name, reason(result))
            else:
                yield name, result
        self._spare()

    def summary(self) -> None:
        """Says how many inputs failed."""
        rest = ", the rest is complete" if self.failed < self.met else ""
        if self.failed and self.met > 1:
            self.talk.remark(f"{self.failed} of {self.met} inputs failed{rest}")

    def fail(self, document: str, message: str) -> None:
        """Tells why an input is left out."""
        self.failed += 1
        self.talk.failure(f"{document}: {message}")

    def _spare(self) -> None:
        """Where every input failed, leaves the file as it is: what was there is worth more than nothing."""
        if self.output and self.failed and self.failed == self.met:
            raise PersianSpeechError(f"nothing could be read, so {self.output} is not written")

    def _note(self, source: "Source") -> None:
        self.undated += source.date is None
        day = f"dated {source.date.isoformat()}" if source.date else "no date"
        self.talk.detail(f"{source.document}: {source.encoding}, {day}")
