"""Where data goes and in which form. The one place that writes stdout."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from shutil import get_terminal_size
from typing import TextIO

from persian_speech.document import Document, Quotation
from persian_speech.errors import PersianSpeechError
from persian_speech.output.drawing import draw_text
from persian_speech.output.files import opened, written
from persian_speech.output.formats import BOM, write_parquet, writer_of
from persian_speech.output.look import Look
from persian_speech.output.table import Table

Drawn = tuple[str, Document, Sequence[Quotation]]
"""A document's name («-» is standard input), the document, and which quotations to underline."""


@dataclass(frozen=True, slots=True)
class Destination:
    """A file, or stdout where ``path`` is None, and the form in which a table goes there."""

    format: str
    path: Path | None = None
    limit: int | None = None
    headers: bool = True
    bom: bool = False
    look: Look = field(default_factory=Look)

    def write(self, table: Table) -> bool:
        """Writes the table, a file whole or not at all; False where a drawn table had no rows.

        Raises PersianSpeechError where the file cannot be written.
        """
        table = table if self.limit is None else table.first(self.limit)
        if self.path is None:
            return self._to_stream(table, stdout())
        with written(self.path) as path:
            return self._to_file(table, path)

    def draw(self, found: Iterable[Drawn]) -> None:
        """Writes texts with their quotations underlined: wrapped for eyes, else line by line."""
        if self.path is None:
            self._put(found, stdout())
            return
        with written(self.path) as path, opened(path) as stream:
            self._put(found, stream)

    def _put(self, found: Iterable[Drawn], stream: TextIO) -> None:
        width = self.look.width or (get_terminal_size().columns if is_terminal(stream) else None)
        bidi = self._look_for(stream).bidi
        for name, document, quotations in found:
            if name != "-":
                stream.write(f"[{name}]\n")
            stream.write(draw_text(document, quotations, width=width, bidi=bidi))

    def _to_file(self, table: Table, path: Path) -> bool:
        if self.format == "parquet":
            write_parquet(table, path)
            return True
        with opened(path) as stream:
            return self._to_stream(table, stream)

    def _to_stream(self, table: Table, stream: TextIO) -> bool:
        if self.bom:
            stream.write(BOM)
        if self.format == "table":
            return self._draw(table, stream)
        writer_of(self.format)(table, stream, self.headers)
        return True

    def _draw(self, table: Table, stream: TextIO) -> bool:
        from persian_speech.output.terminal import draw

        return draw(table, stream, self._look_for(stream), headers=self.headers) > 0

    def _look_for(self, stream: TextIO) -> Look:
        """Letters in visual order are for eyes alone: files and pipes keep the logical one."""
        eyes = self.look.bidi != "visual" or is_terminal(stream)
        return self.look if eyes else replace(self.look, bidi="off")


def is_terminal(stream: TextIO | None) -> bool:
    """Whether someone is looking; a closed stream is no terminal."""
    return stream is not None and stream.isatty()


def standard_format() -> str:
    """A table for someone who looks, TSV for a program."""
    return "table" if is_terminal(sys.stdout) else "tsv"


def stdout() -> TextIO:
    """Standard output. Raises PersianSpeechError where it was closed before we began."""
    if sys.stdout is None:
        raise PersianSpeechError("standard output is closed; write to a file with -o")
    return sys.stdout
