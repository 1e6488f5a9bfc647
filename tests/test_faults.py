"""What a long run meets in the world: kills, full disks, bombs, strange names; tried, not argued."""

import gzip
import io
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from persian_speech.__main__ import run
from persian_speech.corpus.places import locate
from persian_speech.corpus.planning import Options, plan
from persian_speech.corpus.sources import Failure, read
from persian_speech.corpus.store import empty
from persian_speech.pipeline import Analyzer

ROOT = Path(__file__).parent.parent
PROGRAM = (sys.executable, "-m", "persian_speech")
TEXT = "پروین آذرنگ وزیر نیرو گفت: سدهای ایران پر است.\nوی افزود: باران خوبی آمد.\n"
COUNTS = (
    "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM sentences), (SELECT count(*) FROM search)"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    return tmp_path / "news"


def fill(folder: Path, count: int, size: int = 1) -> None:
    for number in range(count):
        (folder / f"{number:05}.txt").write_text(f"{TEXT * size}{number}\n", encoding="utf-8")


def start(*arguments: object, **others: Any) -> subprocess.Popen[str]:
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    process: subprocess.Popen[str] = subprocess.Popen(
        [*PROGRAM, *map(str, arguments)],
        env=os.environ | {"PYTHONPATH": path},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        **others,
    )
    return process


def finished(process: subprocess.Popen[str]) -> tuple[int, str]:
    _, told = process.communicate(timeout=120)
    return process.returncode, told


def analyse(*arguments: object, **others: Any) -> tuple[int, str]:
    return finished(start("analyze", *arguments, "-o", "corpus.db", **others))


def ask(query: str) -> Any:
    with closing(sqlite3.connect("corpus.db")) as connection:
        return connection.execute(query).fetchone()


def wait_for(known: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + 60
    while not known():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.01)


def alive(group: int) -> bool:
    """Whether a process of the group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def documents() -> int:
    try:
        return int(ask("SELECT count(*) FROM documents")[0])
    except sqlite3.Error:
        return 0


# --- ends that nobody asked for ---------------------------------------------------------------------


def test_a_run_that_was_killed_goes_on_where_it_was(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(folder, 40, 30)
    process = start("analyze", "news", "-o", "corpus.db", "--jobs", "1")
    wait_for(lambda: documents() >= 3, process)
    process.kill()
    process.communicate(timeout=60)
    # What is left is read as it is.
    assert run(["sentences", "corpus.db", "--limit", "3"]) == 0
    assert ask("PRAGMA integrity_check") == ("ok",)
    kept = documents()
    assert 0 < kept < 40
    capsys.readouterr()
    assert run(["analyze", "news", "-o", "corpus.db", "--jobs", "1"]) == 0
    assert capsys.readouterr().err == f"corpus.db: {40 - kept} new, {kept} unchanged\n"
    assert run(["tokens", "corpus.db"]) == 0
    killed = capsys.readouterr().out
    assert run(["tokens", "news"]) == 0
    assert capsys.readouterr().out == killed


KILLED = """
import os, signal, sqlite3, sys
from persian_speech.__main__ import run
from persian_speech.corpus import store

connect, left = store._connect, int(sys.argv[1])

def traced(path, mode):
    connection = connect(path, mode)
    connection.set_trace_callback(count)
    return connection

def count(statement):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

store._connect = traced
sys.exit(run(["analyze", "news", "-o", "corpus.db", "--jobs", "1", "-q"]))
"""


@pytest.mark.parametrize("statements", [1, 12, 30, 100, 10_000])
def test_a_kill_before_any_statement_leaves_a_corpus_that_resumes(
    folder: Path, capsys: pytest.CaptureFixture[str], statements: int
) -> None:
    fill(folder, 3)
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    for turn in range(2):  # a new corpus, then one that documents are taken out of and put into
        killed = subprocess.run([sys.executable, "-c", KILLED, str(statements)], env=env, check=False)
        assert killed.returncode == (0 if statements == 10_000 else -signal.SIGKILL)
        if Path("corpus.db").exists():
            assert ask("PRAGMA integrity_check") == ("ok",)
        assert run(["analyze", "news", "-o", "corpus.db", "--jobs", "1", "-q", "--prune"]) == 0
        capsys.readouterr()
        shown = []
        for source in ("corpus.db", "news"):
            assert run(["tokens", source]) == 0
            shown.append(capsys.readouterr().out)
        assert shown[0] == shown[1] != ""
        assert len(set(ask(COUNTS)[1:])) == 1  # what is searched is what is there
        (folder / "00001.txt").write_text(TEXT * 2, encoding="utf-8")
        (folder / f"0000{turn + 2}.txt").rename(folder / f"0000{turn + 3}.txt")


@pytest.mark.parametrize(("times", "jobs"), [(1, 1), (2, 2)])
def test_an_interrupt_ends_the_run_and_its_workers(folder: Path, times: int, jobs: int) -> None:
    fill(folder, 60, 30)
    process = start("analyze", "news", "-o", "corpus.db", "--jobs", jobs, start_new_session=True)
    wait_for(lambda: documents() >= 1, process)
    for _ in range(times):
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does
        time.sleep(0.02)
    status, told = finished(process)
    assert status == 130 or (times == 2 and status in {130, -signal.SIGINT})
    assert told == "Interrupted.\n" or times == 2
    deadline = time.monotonic() + 10
    while alive(process.pid):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    assert ask("PRAGMA integrity_check") == ("ok",)


def test_two_runs_at_once_on_one_corpus(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(folder, 30, 30)
    first = start("analyze", "news", "-o", "corpus.db", "--jobs", "1")
    wait_for(lambda: documents() >= 1, first)
    assert run(["analyze", "news", "-o", "corpus.db"]) == 1
    told = capsys.readouterr().err
    assert told == "persian-speech: corpus.db: another analyze writes it; wait until that is done\n"
    assert finished(first) == (0, "corpus.db: 30 new\n")
    assert sorted(path.name for path in folder.parent.iterdir()) == ["corpus.db", "news"]


def test_a_disk_that_is_full(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(folder, 24, 30)

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))

    status, told = analyse("news", "--jobs", "1", preexec_fn=small)
    assert status == 1
    assert told.count("\n") == 1
    assert "is the disk full?" in told
    kept = documents()
    assert 0 <= kept < 24
    assert ask("PRAGMA integrity_check") == ("ok",)
    assert run(["analyze", "news", "-o", "corpus.db", "--jobs", "1"]) == 0
    rest = f", {kept} unchanged" if kept else ""
    assert capsys.readouterr().err == f"corpus.db: {24 - kept} new{rest}\n"


def test_a_closed_stdout_does_no_harm(folder: Path) -> None:
    fill(folder, 2)
    line = f'cd "{folder.parent}"; "{sys.executable}" -m persian_speech'
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    for command in ("analyze news -o corpus.db >&-",):
        ran = subprocess.run(
            ["bash", "-c", f"{line} {command}"], env=env, capture_output=True, check=False, encoding="utf-8"
        )
        assert ran.returncode == 0, ran.stderr


# --- what lies in folders ---------------------------------------------------------------------------


def test_strange_names_and_loops(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = (
        "a\nb.txt",
        "\u202eوارونه.txt",
        "با فاصله و «گیومه».txt",
        "it's; DROP TABLE.txt",
        "x" * 200 + ".txt",
    )
    for name in names:
        (folder / name).write_text(TEXT, encoding="utf-8")
    (folder / "loop").symlink_to(folder)
    (folder / "self.txt").symlink_to("self.txt")
    try:
        Path(os.fsdecode(bytes(folder) + b"/\xd3.txt")).write_text(TEXT, encoding="utf-8")
        count = len(names) + 1
    except OSError:
        count = len(names)
    for action in ("new", "unchanged"):
        assert run(["analyze", "news", "-o", "corpus.db"]) == 1
        told = capsys.readouterr().err.splitlines()
        assert told[0].startswith("self.txt: ")
        assert told[1] == f"corpus.db: {count} {action}, 1 failed"


def test_ten_thousand_files_are_planned_and_known_again(folder: Path) -> None:
    for number in range(100):
        (folder / f"{number:02}").mkdir()
        for other in range(100):
            (folder / f"{number:02}/{other:02}.txt").touch()
    with empty() as connection:
        steps = list(plan(connection, locate(["news"]), Options()))
    assert sum(step.action == "new" for step in steps) == 10_000
    assert [step.entry.place for step in steps] == sorted(step.entry.place for step in steps)


def zipped(name: str, data: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return file.getvalue()


BOMB = b"\0" * 20_000_000


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt.gz", gzip.compress(BOMB, 1)),
        ("a.zip", zipped("a.txt", BOMB)),
        ("a.docx", zipped("word/document.xml", BOMB)),
        ("a.zip", zipped("a.txt.gz", gzip.compress(BOMB, 1))),
        ("a.txt", BOMB),
    ],
    ids=["gz", "zip", "docx", "gz in zip", "plain"],
)
def test_a_bomb_is_told_and_left(folder: Path, name: str, data: bytes) -> None:
    (folder / name).write_bytes(data)
    (found,) = read(["news"], limit=1_000_000)
    assert isinstance(found, Failure)
    assert found.message == "holds more than 1 MB; split it, or allow more with --max-size"


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 50_000,
        "<table><tr><td>" * 20_000,
        "<a href='x'>" * 50_000 + "آب",
        "<p>آب " * 50_000,
        "&#x41;" * 100_000,
    ],
    ids=["nested", "tables", "links", "paragraphs", "entities"],
)
def test_a_page_of_tags_alone_takes_no_time(folder: Path, page: str) -> None:
    (folder / "a.html").write_text(page, encoding="utf-8")
    begun = time.monotonic()
    assert len(list(read(["news"]))) == 1
    assert time.monotonic() - begun < 10


def of_the_rules() -> list[str]:
    """The words and phrases of the smaller tables, which are not of names."""
    tables = [path for path in (ROOT / "persian_speech/data").glob("*.tsv") if path.stat().st_size < 6_000]
    lines = [line for path in tables for line in path.read_text(encoding="utf-8").splitlines()]
    return sorted({line.split("\t")[0] for line in lines if "\u0600" < line[:1] < "\u06ff"})


def test_no_word_of_the_rules_breaks_anything_where_it_stands_alone() -> None:
    analyzer, words = Analyzer(), of_the_rules()
    assert len(words) > 1_000
    for word in words:
        for text in (f"{word}:", f"{word} «{word}» {word}"):
            assert analyzer(text).text == text


def test_a_name_that_comes_back_as_the_last_word_is_cut_no_longer_than_the_text() -> None:
    party = "حزب موتلفه|مؤتلفه|موتلفه اسلامی|جمعیت موتلفه|جمعیت موتلفه اسلامی|هیئت‌های مؤتلفه"
    assert {one.end for one in Analyzer()(f"«{party}:» {party}").mentions} >= {2 * len(party) + 4}


PIECES = [
    *(
        "«",
        "»",
        "(",
        ")",
        ":",
        "؛",
        "…",
        "...",
        "ـ",
        "-",
        "–",
        "\u200c",
        "\u200f",
        "\u064e",
        "\n",
        "\n\n",
        "\t",
        " ",
        "#",
    ),
    *(
        "گفت",
        "وی",
        "که",
        "افزود",
        "وزیر",
        "می‌گوید",
        "و",
        "از",
        "به گزارش",
        "۱۳۹۹/۱/۱",
        "۱",
        "9",
        "a",
        "www.",
        "http://",
    ),
    *(
        "@",
        ".",
        "،",
        '"',
        "'",
        "آقای",
        "رئیس",
        "جمهور",
        "\u0640",
        "\u200d",
        "\ufe0f",
        "😀",
        "<b>",
        "&",
        "\u2028",
        "های",
        "نامه",
    ),
]


@settings(deadline=10_000, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4),
    st.integers(1, 3_000),
    st.sampled_from(["", " "]),
)
def test_repetition_without_end_takes_time_in_proportion(pieces: list[str], times: int, joint: str) -> None:
    text = joint.join(pieces * times)
    document = Analyzer()(text)
    assert document.text == text
