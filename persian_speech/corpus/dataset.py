"""A corpus as a folder of Parquet tables: a directory a table, a file a part, each written once and whole.

``_manifest.json`` names the parts in order and is written last; without it a run was stopped. The files of
one part share a name, made of a hash of what went into it, and its ``documents`` are written last too: where
they stand, the part is done.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as Date  # noqa: N812 - dates of documents
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from persian_speech.corpus.places import Failure
from persian_speech.corpus.records import TABLES, Record, Records, document_of, kind_of
from persian_speech.corpus.sources import MANIFEST, Source
from persian_speech.document import Document
from persian_speech.errors import PersianSpeechError

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

VERSION = 1  # of the schema
FAILURES = {"failures": ("reason",)}
# The documents stand last: they close a part.
COLUMNS = {**FAILURES, **{name: TABLES[name] for name in reversed(TABLES)}}
Encoded = dict[str, bytes]  # a table's name → the bytes of its Parquet file


def encode(analysed: Iterable[tuple[str, Records | Failure]]) -> Encoded:
    """A part: the tables of its documents, in order, each row headed by its document's name."""
    import pyarrow as pa
    from pyarrow import parquet

    rows: dict[str, list[Record]] = {name: [] for name in COLUMNS}
    for name, found in analysed:
        if isinstance(found, Failure):
            rows["failures"].append((name, found.message))
            continue
        for table, records in found.items():
            rows[table] += ((name, *record) for record in records)
    encoded = {}
    for table, names in COLUMNS.items():
        columns = list(zip(*rows[table], strict=True)) or [()] * (1 + len(names))
        schema = _schema(table)
        arrays = [pa.array(column, kind) for column, kind in zip(columns, schema.types, strict=True)]
        file = BytesIO()
        parquet.write_table(pa.Table.from_arrays(arrays, schema=schema), file, compression="zstd")
        encoded[table] = file.getvalue()
    return encoded


@dataclass(frozen=True, slots=True)
class Dataset:
    """The folder, which is made when the first part is written."""

    folder: Path

    def write(self, key: str, part: Encoded) -> None:
        """Puts the files of a part in their places, the documents last."""
        for table in COLUMNS:
            self._put(self._file(table, key), part[table])

    def is_done(self, key: str) -> bool:
        """Whether a part is here and nothing in it failed: what failed is tried again."""
        from pyarrow import parquet

        if not self._file("documents", key).is_file():
            return False
        return int(parquet.read_metadata(self._file("failures", key)).num_rows) == 0

    def counts(self, key: str) -> tuple[int, list[tuple[str, str]]]:
        """How many documents a part holds, and which failed and why."""
        from pyarrow import parquet

        count = int(parquet.read_metadata(self._file("documents", key)).num_rows)
        return count, _rows(self._file("failures", key))

    def finish(self, keys: Sequence[str], about: Mapping[str, Any]) -> None:
        """Names the parts, in order; others, of texts that have changed, are taken away."""
        told = {"schema": VERSION, **about, "parts": list(keys)}
        self._put(self.folder / MANIFEST, json.dumps(told, ensure_ascii=False, indent=1).encode())
        kept = {self._file(table, key) for table in COLUMNS for key in keys}
        for table in COLUMNS:
            for file in (self.folder / table).glob("*part-*"):
                if file not in kept:
                    file.unlink()

    def manifest(self) -> dict[str, Any]:
        """What ``finish`` wrote. Raises PersianSpeechError where it is broken or of another version."""
        try:
            told: dict[str, Any] = json.loads((self.folder / MANIFEST).read_bytes())
            version = told["schema"]
        except FileNotFoundError as error:
            raise PersianSpeechError(f"{self.folder}: is unfinished; run analyze again to go on") from error
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise PersianSpeechError(f"{self.folder}: {MANIFEST} is broken; run analyze again") from error
        if version != VERSION:
            told_version = f"is a corpus of schema {version}, this program's is {VERSION}"
            raise PersianSpeechError(
                f"{self.folder}: {told_version}; delete it, then make it anew with analyze"
            )
        return told

    def part(self, key: str) -> "Part":
        """A part that was written."""
        return Part({table: self._file(table, key) for table in TABLES})

    def _file(self, table: str, key: str) -> Path:
        return self.folder / table / f"part-{key}.parquet"

    def _put(self, path: Path, data: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f".{path.name}")
        aside.write_bytes(data)
        os.replace(aside, path)  # noqa: PTH105 - the word of the system's own step


@dataclass(slots=True)
class Part:
    """The files of a part; all but the documents are read when the first of these is asked for."""

    files: Mapping[str, Path]
    _tables: dict[str, dict[str, list[Record]]] = field(default_factory=dict)

    def documents(self) -> Iterator[Source]:
        """The documents, in order."""
        for name, *row in _rows(self.files["documents"]):
            told = dict(zip(TABLES["documents"], row, strict=True))
            day = Date.fromisoformat(told["date"]) if told["date"] else None
            yield Source(name, told["text"], day, told["title"], told["encoding"], partial(self.load, name))

    def load(self, name: str) -> Document:
        """What was found in a document."""
        if not self._tables:
            self._tables = {table: _by_document(_rows(file)) for table, file in self.files.items()}
        return document_of({table: rows.get(name, []) for table, rows in self._tables.items()})


def stored(path: str) -> Iterator[Source]:
    """The documents of a corpus that is a folder, in order."""
    try:
        import pyarrow as pa
    except ImportError as error:
        told = "needs pyarrow to be read: pip install '.[parquet]' in the project's folder"
        raise PersianSpeechError(f"{path}: {told}") from error
    dataset = Dataset(Path(path))
    for key in dataset.manifest()["parts"]:
        try:
            yield from dataset.part(key).documents()
        except (OSError, pa.ArrowException) as error:
            raise PersianSpeechError(f"{path}: part {key} is broken or gone; run analyze again") from error


def _rows(file: Path) -> list[Record]:
    from pyarrow import parquet

    columns = parquet.ParquetFile(file).read().columns
    return list(zip(*(column.to_pylist() for column in columns), strict=True))


def _by_document(rows: Iterable[Record]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    for name, *row in rows:
        found.setdefault(name, []).append(tuple(row))
    return found


def _schema(table: str) -> "pa.Schema":
    import pyarrow as pa

    types = {"str": pa.string(), "int": pa.int64(), "float": pa.float64(), "bytes": pa.binary()}
    columns = [(column, types[kind_of(column)]) for column in COLUMNS[table]]
    return pa.schema([("document", pa.string()), *columns])
