"""The analysis on a dask cluster of real processes: the same tables, whoever dies on the way."""

import logging
import os
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from persian_speech.__main__ import run
from persian_speech.corpus.batches import batches, key_of
from persian_speech.corpus.places import Failure
from persian_speech.corpus.records import TABLES
from persian_speech.corpus.sources import Source, read

pytest.importorskip("distributed", reason="dask is not installed")
parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
pytestmark = pytest.mark.filterwarnings("ignore")  # distributed's own

ROOT = Path(__file__).parent.parent
TEXT = "پروین آذرنگ وزیر نیرو گفت: سدهای ایران پر است.\nوی افزود: باران خوبی آمد.\n"
DOCUMENTS = 120
Terminal = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two worker processes; a nanny puts a new one in the place of one that dies."""
    from distributed import LocalCluster

    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    os.environ["PYTHONPATH"] = path
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=logging.CRITICAL
    ) as local:
        yield local


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for number in range(DOCUMENTS):
        path = tmp_path / "news" / f"{number // 50}" / f"{number:03}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{TEXT * (number % 7 * 5)}{number}\n", encoding="utf-8")
    (tmp_path / "news/broken.docx").write_text("broken", encoding="utf-8")
    return tmp_path / "news"


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    """Runs a command here; its status, what it prints and what it tells."""

    def run_here(*arguments: str) -> tuple[int, str, str]:
        status = run(arguments)
        return status, *capsys.readouterr()

    return run_here


def in_parquet(table: str) -> list[tuple[object, ...]]:
    rows = parquet.read_table(f"out/{table}")
    names = ("document", *TABLES[table])
    return sorted(zip(*(rows.column(name).to_pylist() for name in names), strict=True), key=repr)


def in_sqlite(table: str) -> list[tuple[object, ...]]:
    columns = ", ".join(f'{table}."{column}"' for column in TABLES[table])
    key = "id" if table == "documents" else "document_id"
    query = f"SELECT documents.name, {columns} FROM {table} "  # noqa: S608 - our own names
    if table != "documents":
        query += f"JOIN documents ON documents.id = {table}.{key}"
    with closing(sqlite3.connect("corpus.db")) as connection:
        return sorted(connection.execute(query).fetchall(), key=repr)


def kill_half_way(cluster: Any) -> None:
    """Kills a worker when the first part is written."""
    deadline = time.monotonic() + 60
    while not list(Path("out/documents").glob("part-*")) and time.monotonic() < deadline:
        time.sleep(0.01)
    os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)


def test_tables_are_those_of_one_process_though_a_worker_is_killed_half_way(
    cluster: Any, folder: Path, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("persian_speech.corpus.batches.SHARE", 10)  # many batches of few documents
    command = ("analyze", "news", "-o", "out", "--engine", "dask", "--scheduler", cluster.scheduler_address)
    killer = Thread(target=kill_half_way, args=(cluster,))
    killer.start()
    status, _, told = terminal(*command)
    killer.join()
    assert status == 1
    assert told.splitlines()[0].startswith("broken.docx: ")
    assert told.splitlines()[1] == f"out: {DOCUMENTS} new, 1 failed"
    assert len(list(Path("out/documents").glob("part-*"))) > 8

    assert terminal("analyze", "news", "-o", "corpus.db", "--jobs", "1")[0] == 1
    for table in TABLES:
        assert in_parquet(table) == in_sqlite(table), table
    for reading in (("quotes",), ("tokens",), ("speakers", "--by", "document")):
        assert terminal(*reading, "out") == terminal(*reading, "corpus.db")

    # Only what is new is analysed, only what changed is written again.
    before = {path: path.stat().st_mtime_ns for path in Path("out/documents").iterdir()}
    Path("news/broken.docx").unlink()
    Path("news/2/100.txt").write_text(TEXT, encoding="utf-8")
    assert terminal(*command)[0] == 0
    after = {path: path.stat().st_mtime_ns for path in Path("out/documents").iterdir()}
    assert 0 < len(after.items() - before.items()) <= 3
    assert terminal("quotes", "out") == terminal("quotes", "news")
    assert not list(Path("out").rglob(".*"))


def test_other_inputs_and_other_folders_are_refused(folder: Path, terminal: Terminal) -> None:
    Path("full").mkdir()
    Path("full/letter.txt").touch()
    status, _, told = terminal("analyze", "news", "-o", "full", "--engine", "dask")
    assert status == 1
    assert "holds other files (letter.txt)" in told


def test_a_run_that_was_stopped_is_no_corpus_yet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents/part-0.parquet").touch()
    assert run(["quotes", str(tmp_path)]) == 1
    assert "is unfinished; run analyze again to go on" in capsys.readouterr().err


def test_a_scheduler_that_is_not_there_is_told(folder: Path, terminal: Terminal) -> None:

    status, _, told = terminal(
        "analyze", "news", "-o", "out", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9"
    )
    assert status == 1
    assert told.count("\n") == 1
    assert "tcp://127.0.0.1:9: no dask scheduler answers there" in told


def test_a_new_document_changes_only_its_batch() -> None:
    sources: list[Source | Failure] = [
        Source(f"{number}.txt", TEXT, None, None, "utf-8") for number in range(2_000)
    ]
    more = [*sources[:1_000], Source("new.txt", TEXT, None, None, "utf-8"), *sources[1_000:]]
    before = {key_of(batch, "") for batch in batches(sources)}
    after = {key_of(batch, "") for batch in batches(more)}
    assert len(before) > 10
    assert len(after - before) == 1
    assert [one for batch in batches(more) for one in batch] == more


def test_what_a_batch_is_known_by() -> None:
    (source,) = read([str(ROOT / "samples/khuzestan-dust.txt")])
    assert isinstance(source, Source)
    keys = {
        key_of([source], "1"),
        key_of([source], "2"),
        key_of([Failure(source.document, "")], "1"),
        key_of([source, source], "1"),
    }
    assert len(keys) == 4
