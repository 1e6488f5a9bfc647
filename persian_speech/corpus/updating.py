"""A run of ``analyze`` into one SQLite file: each document is one transaction, the rest is as it was."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from persian_speech.corpus.analysing import builder
from persian_speech.corpus.places import Failure, locate
from persian_speech.corpus.planning import Action, Entry, Options, Step, absolute, plan
from persian_speech.corpus.store import filling, put, transaction
from persian_speech.corpus.workers import DiedError, Item, ordered

UNMET = (
    "SELECT files.id, files.name, files.path, (SELECT count(*) FROM documents WHERE file_id = files.id) "
    "FROM files JOIN roots ON roots.id = root_id "
    "WHERE roots.path = ? AND files.path NOT IN (SELECT path FROM met) "
    "AND EXISTS (SELECT 1 FROM documents WHERE file_id = files.id) ORDER BY place"
)
EMPTY = (
    "DELETE FROM files WHERE size IS NULL AND id NOT IN (SELECT file_id FROM documents) "
    "AND id NOT IN (SELECT file_id FROM failures)"
)


@dataclass(slots=True)
class Update:
    """One run: what is in ``paths`` goes into the corpus; ``prune`` takes out what is no longer there."""

    connection: sqlite3.Connection
    paths: Sequence[str]
    options: Options
    prune: bool = False
    counts: Counter[str] = field(default_factory=Counter)
    _file: tuple[Entry, int] | None = None
    _failed: set[str] = field(default_factory=set)
    _unread: set[str] = field(default_factory=set)

    def planned(self) -> Iterator[Step]:
        """What would be done; nothing is."""
        for step in plan(self.connection, locate(self.paths), self.options):
            yield self._noted(step)
        for step, _ in self._gone():
            yield self._noted(step)

    def run(self, jobs: int | None) -> Iterator[Step]:
        """What was done, step by step, in the order of the inputs whatever the number of processes."""
        number = self._begin()
        steps = plan(self.connection, locate(self.paths), self.options)
        items = (Item(step, step.source, step.weight) for step in steps)
        with filling(self.connection):
            for item in ordered(items, partial(builder, self.options.actors), jobs):
                yield self._noted(self._done(item))
        for step, file in self._gone():
            if self.prune:
                with transaction(self.connection):
                    self.connection.execute("DELETE FROM files WHERE id = ?", (file,))
            yield self._noted(step)
        self._finish(number)

    def _begin(self) -> int:
        named = list(dict.fromkeys(map(absolute, self.paths)))
        with transaction(self.connection):
            others = self.connection.execute("SELECT path FROM roots ORDER BY position").fetchall()
            order = [*named, *(path for (path,) in others if path not in named)]
            for position, path in enumerate(order):
                self.connection.execute(
                    "INSERT INTO roots (path, position) VALUES (?, ?) "
                    "ON CONFLICT (path) DO UPDATE SET position = excluded.position",
                    (path, position),
                )
            # Each failure is met again or is none any more.
            for path in named:
                self.connection.execute(
                    "DELETE FROM failures WHERE file_id IN (SELECT files.id FROM files "
                    "JOIN roots ON roots.id = root_id WHERE roots.path = ?)",
                    (path,),
                )
            run = self.connection.execute("INSERT INTO runs (started) VALUES (?)", (_now(),))
        return run.lastrowid or 0

    def _done(self, item: Item[Step]) -> Step:
        """Writes what came of a step, and says what that was."""
        step = item.tag
        if isinstance(item.result, Failure):
            step = replace(step, action="failed", reason=item.result.message)
        elif isinstance(item.result, DiedError):
            step = replace(step, action="failed", reason=str(item.result))
        if not step.settled:
            with transaction(self.connection):
                self._write(step, item.result)
        return replace(step, source=None)

    def _write(self, step: Step, records: Any) -> None:
        file = self._id(step.entry)
        match step.action:
            case "new" | "changed":
                own = {"file_id": file, "number": step.number, "part": step.part, "name": step.document}
                put(self.connection, own | {"hash": step.hash, "made_by": self.options.made_by}, records)
            case "unchanged" if step.part is None:
                self._complete(file, step.entry)
            case "unchanged":
                self.connection.execute(
                    "UPDATE documents SET number = ?, name = ? WHERE file_id = ? AND part = ?",
                    (step.number, step.document, file, step.part),
                )
            case "failed":
                self._fail(file, step)
            case "end":
                self._end(file, step.entry)

    def _id(self, entry: Entry) -> int:
        """The file's row, made or brought up to date; it is incomplete until its end is met."""
        if self._file and self._file[0].path == entry.path:
            return self._file[1]
        known = entry.root or self._over(entry.path)
        (root,) = self.connection.execute("SELECT id FROM roots WHERE path = ?", (known,)).fetchone()
        (file,) = self.connection.execute(
            "INSERT INTO files (root_id, path, name, place) VALUES (?, ?, ?, ?) ON CONFLICT (path) DO UPDATE "
            "SET root_id = excluded.root_id, name = excluded.name, place = excluded.place, size = NULL "
            "RETURNING id",
            (root, entry.path, entry.name, entry.place),
        ).fetchone()
        self._file = (entry, file)
        return int(file)

    def _over(self, path: str) -> str:
        """The root of what could not be read: a folder in it, or itself."""
        named = list(map(absolute, self.paths))
        return next((root for root in named if path == root or path.startswith(f"{root}/")), named[0])

    def _complete(self, file: int, entry: Entry) -> None:
        self.connection.execute(
            "UPDATE files SET size = ?, modified = ?, hash = ?, made_by = ? WHERE id = ?",
            (entry.size, entry.modified or 0, entry.hash, self.options.made_by, file),
        )
        self.connection.execute(
            "UPDATE documents SET name = ? || part WHERE file_id = ? AND name != ? || part",
            (entry.name, file, entry.name),
        )

    def _fail(self, file: int, step: Step) -> None:
        """Keeps the reason. What was known of the document goes; that of a file nobody could open stays."""
        self._failed.add(step.entry.path)
        row = (file, step.document, step.reason)
        self.connection.execute("INSERT INTO failures (file_id, document, reason) VALUES (?, ?, ?)", row)
        if step.part is not None:
            self.connection.execute("DELETE FROM documents WHERE file_id = ? AND part = ?", (file, step.part))

    def _end(self, file: int, entry: Entry) -> None:
        self.connection.execute(
            "DELETE FROM documents WHERE file_id = ? "
            "AND part NOT IN (SELECT part FROM met_parts WHERE path = ?)",
            (file, entry.path),
        )
        self.connection.execute("DELETE FROM met_parts WHERE path = ?", (entry.path,))
        if entry.path not in self._failed:
            self._complete(file, entry)

    def _gone(self) -> Iterator[tuple[Step, int]]:
        """The files that are no longer in these folders.

        In one that could not be read they may be, and in one that is empty: its disk is not mounted.
        """
        action: Action = "removed" if self.prune else "gone"
        for root in dict.fromkeys(map(absolute, self.paths)):
            if root in self._unread:
                continue
            for file, name, path, count in self.connection.execute(UNMET, (root,)).fetchall():
                yield Step(action, name, Entry(path, root, name, ""), count=count), file

    def _finish(self, number: int) -> None:
        counts = [self.counts[name] for name in ("new", "changed", "unchanged", "removed", "failed")]
        with transaction(self.connection):
            self.connection.execute(EMPTY)
            self.connection.execute("DELETE FROM roots WHERE id NOT IN (SELECT root_id FROM files)")
            self.connection.execute(
                "UPDATE runs SET finished = ?, new = ?, changed = ?, unchanged = ?, removed = ?, failed = ? "
                "WHERE id = ?",
                (_now(), *counts, number),
            )

    def _noted(self, step: Step) -> Step:
        self.counts[step.action] += step.count
        entry = step.entry
        if step.action == "failed" and entry.root in {"", entry.path}:
            self._unread.add(entry.root or self._over(entry.path))
        return step


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
