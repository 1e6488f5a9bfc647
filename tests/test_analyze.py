"""``analyze``: what goes into a corpus comes out of it, only what changed is done again, nothing is lost."""

import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from persian_speech.__main__ import run
from persian_speech.cli.program import COMMANDS as NAMES
from persian_speech.cli.program import program
from persian_speech.corpus.files import load
from persian_speech.corpus.packing import pack, unpack
from persian_speech.corpus.records import TABLES, document_of, records_of
from persian_speech.corpus.sources import Failure, Source, read
from persian_speech.corpus.store import empty
from persian_speech.document import Tokens
from persian_speech.pipeline import Analyzer

ROOT = Path(__file__).parent.parent
PROGRAM = (sys.executable, "-m", "persian_speech")
TEXT = "پروین آذرنگ وزیر نیرو گفت: سدهای ایران پر است.\nوی افزود: باران خوبی آمد.\n"
TEXTS = {
    "a.txt": f"تهران - ۳۱ تیر ۱۳۹۹\n\n{TEXT}",
    "more/b.txt": "بهزاد کیانفر شهردار شیراز گفت که ایران آرام است. پروین آذرنگ وزیر نیرو گفت: آب هست.\n",
    "more.txt": "آسمان ابری بود و کسی چیزی نگفت.\n",
    "rows.jsonl": "".join(
        json.dumps({"id": name, "text": TEXT.replace("نیرو", name), "title": name}, ensure_ascii=False) + "\n"
        for name in ("کشور", "راه", "نفت")
    ),
}
Write = Callable[..., Path]


class Terminal:
    """Runs commands and keeps what they print."""

    def __init__(self, capture: pytest.CaptureFixture[str]) -> None:
        self.capture = capture
        self.status = 0
        self.err = ""

    def __call__(self, *arguments: object) -> str:
        self.status = run([str(argument) for argument in arguments])
        out, self.err = self.capture.readouterr()
        return out


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes a file below the working directory, a fresh one with TEXTS in ``news``."""
    monkeypatch.chdir(tmp_path)

    def write_file(name: str, data: str | bytes = TEXT) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path

    for name, text in TEXTS.items():
        write_file(f"news/{name}", text)
    return write_file


def ask(query: str, corpus: str = "corpus.db") -> list[tuple[object, ...]]:
    connection = sqlite3.connect(corpus)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


# --- a document is kept whole -----------------------------------------------------------------------


@pytest.mark.parametrize("source", list(read([str(ROOT / "samples")])), ids=lambda source: source.document)
def test_a_document_comes_back_as_it_was(source: Source | Failure) -> None:
    assert isinstance(source, Source)
    document = Analyzer()(source.text, date=source.date)
    records = records_of(source, document)
    assert {name: len(columns) for name, columns in TABLES.items()} == {
        name: len(rows[0]) for name, rows in records.items() if rows
    } | {name: len(TABLES[name]) for name, rows in records.items() if not rows}
    assert document_of(records) == document


def test_tokens_of_any_text_are_packed() -> None:
    tokens = Tokens([0, 70_000], ["\ud800", "آب"], ["symbol", "word"], ["\ud800", "آب"], ["", "آب"])
    text = f"\ud800{' ' * 69_999}آب"
    assert unpack(pack(tokens), text) == tokens
    assert list(unpack(pack(Tokens([], [], [])), "")) == []


COMMANDS = [
    ("quotes",),
    ("quotes", "--explain", "--speaker", "آذرنگ"),
    ("speakers", "--by", "document"),
    ("speakers", "--by", "month", "--calendar", "jalali"),
    ("entities",),
    ("entities", "--mentions", "--said"),
    ("tokens",),
    ("sentences",),
    ("normalize",),
    ("quotes", "--variants"),
    ("quotes", "--draw"),
    ("speakers", "--by", "year"),
    ("entities", "--by", "speaker"),
    ("words", "--lemma"),
    ("words", "--compare", "said", "rest"),
    ("collocates", "گفت", "--minimum", "1"),
    ("concordance", "گفت", "--said"),
    ("timeline", "--every", "year"),
    ("network",),
    ("network", "--of", "entity-entity", "-f", "graphml"),
    ("export", "-f", "jsonl"),
    ("export", "-f", "tei"),
    ("report",),
]


def test_every_command_reads_a_corpus_as_it_reads_the_folder(terminal: Terminal, write: Write) -> None:
    commands = {name: program.get_command(click.Context(program), name) for name in NAMES}
    reading = {name for name, one in commands.items() if one and any(p.name == "paths" for p in one.params)}
    assert reading - {"analyze"} == {name for name, *_ in COMMANDS}
    write("news/bad.docx", "broken")
    terminal("analyze", "news", "news/a.txt", "-o", "corpus.db")
    for command in COMMANDS:
        expected = terminal(*command, "news", "news/a.txt", "-q")
        assert terminal(*command, "corpus.db", "-q") == expected
        assert (terminal.status, terminal.err) == (0, "")


def test_a_corpus_gives_a_parallel_folder_as_its_folder_does(terminal: Terminal, write: Write) -> None:
    terminal("analyze", "news", "-o", "corpus.db")
    made = []
    for source in ("news", "corpus.db"):
        folder = Path(f"of {source[:4]}")
        for command in (("normalize",), ("export", "-f", "brat")):
            terminal(*command, source, "-o", folder, "--force")
            assert (terminal.status, terminal.err) == (0, "")
        found = sorted(path for path in folder.rglob("*") if path.is_file())
        made.append([(path.relative_to(folder), path.read_bytes()) for path in found])
    assert made[0] == made[1] != []


def program_in(folder: Path, *arguments: str) -> tuple[int, str, str]:
    """The program as a process of its own, whose workers are its children."""
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [*PROGRAM, *arguments], cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False
    )
    return ran.returncode, ran.stdout, ran.stderr


def test_any_number_of_processes_gives_the_same_in_the_same_order(tmp_path: Path, write: Write) -> None:
    for number in range(12):
        write(f"news/many/{number:02}.txt", TEXT * (12 - number))
    write("news/many/07.docx", "broken")
    seen = []
    for jobs in ("1", "2"):
        read_by = ("news", "--jobs", jobs)
        shown = program_in(tmp_path, "quotes", *read_by)
        made = program_in(tmp_path, "analyze", *read_by, "-o", "corpus.db")
        tables = [ask(f"SELECT * FROM {table} ORDER BY rowid") for table in TABLES]  # noqa: S608 - our own names
        Path("corpus.db").unlink()
        seen.append((shown, made, tables))
    assert seen[0] == seen[1]
    assert (seen[0][0][0], seen[0][1][0]) == (1, 1)
    assert all(rows for rows in seen[0][2])


def test_a_corpus_is_read_beside_other_inputs(terminal: Terminal, write: Write) -> None:
    terminal("analyze", "news", "-o", "corpus.db")
    write("z.txt")
    names = terminal("quotes", "corpus.db", "z.txt", "--columns", "document", "--no-headers").split("\n")
    assert list(dict.fromkeys(names)) == [
        "a.txt",
        "more/b.txt",
        *("rows.jsonl#کشور", "rows.jsonl#راه", "rows.jsonl#نفت"),
        *("z.txt", ""),
    ]


def test_a_day_or_an_encoding_is_not_for_a_corpus(terminal: Terminal, write: Write) -> None:
    terminal("analyze", "news", "-o", "corpus.db")
    terminal("quotes", "corpus.db", "--date", "1399-05-01")
    assert terminal.status == 2
    assert "corpus.db" in terminal.err


def test_what_is_in_a_corpus_is_in_plain_tables(terminal: Terminal, write: Write) -> None:
    terminal("analyze", "news", "-o", "corpus.db")
    for table, columns in TABLES.items():
        known = [row[1] for row in ask(f"PRAGMA table_info({table})")]
        assert set(columns) <= set(known), table
    assert ask("SELECT count(*) FROM documents") == [(6,)]
    assert ("پروین آذرنگ", 3) in ask(
        "SELECT speaker, count(*) FROM quotes WHERE document LIKE '%.txt' GROUP BY 1"
    )
    found = "SELECT text FROM sentences WHERE id IN (SELECT rowid FROM search WHERE search MATCH ?)"
    with sqlite3.connect("corpus.db") as connection:
        assert len(connection.execute(found, ("باران",)).fetchall()) == 4
    connection.close()
    assert ask("SELECT sum(count) FROM words") == ask("SELECT sum(tokens) FROM documents")
    assert ask("SELECT count, said FROM entity_totals WHERE entity = 'ایران'") == [(5, 5)]
    assert [row[:1] for row in ask("SELECT finished IS NOT NULL FROM runs")] == [(1,)]


def test_datasette_and_sqlite_utils_find_the_full_text(terminal: Terminal, write: Write) -> None:
    terminal("analyze", "news", "-o", "corpus.db")
    made = """sql LIKE '%VIRTUAL TABLE%USING FTS%content="sentences"%'"""  # as both of them ask
    assert ask(f"SELECT name FROM sqlite_master WHERE {made}") == [("search",)]  # noqa: S608 - ours


def test_entities_are_summed_by_what_they_are_and_not_by_how_they_are_spelt(
    terminal: Terminal, write: Write
) -> None:
    write("news/x.txt", "محمدجواد ظریف وزیر امور خارجه ایران به تهران آمد. ظریف رفت.\n")
    write("news/y.txt", "سازمان ملل متحد بیانیه داد. سازمان ملل در ایران دفتر دارد.\n")
    terminal("analyze", "news", "-o", "corpus.db")
    printed = [json.loads(line) for line in terminal("entities", "corpus.db", "-f", "jsonl").splitlines()]
    told = [(row["entity_id"], row["type"], row["count"], row["said"], row["documents"]) for row in printed]
    assert sorted(told) == sorted(ask("SELECT entity_id, type, count, said, documents FROM entity_totals"))


PAGE = (ROOT / "docs" / "corpus.md").read_text(encoding="utf-8")
QUERIES = sorted({query for query in re.findall(r"SELECT [^`\"\\;]+", PAGE) if "parquet" not in query})


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_that_the_page_shows_finds_something(
    query: str, terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    terminal("analyze", ROOT / "samples", "-o", "corpus.db")
    assert ask(query)


# --- run again --------------------------------------------------------------------------------------


def told(terminal: Terminal) -> str:
    return terminal.err.splitlines()[-1].partition(": ")[2]


def test_a_corpus_has_the_indexes_of_the_schema_once_it_is_filled(terminal: Terminal, write: Write) -> None:
    indexes = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
    with empty() as connection:
        expected = connection.execute(indexes).fetchall()
    terminal("analyze", "news", "-o", "corpus.db", "-q")
    assert ask(indexes) == expected
    ask("DROP INDEX mentions_by_entity")  # as a run leaves it that is stopped
    terminal("analyze", "news", "-o", "corpus.db", "-q")
    assert ask(indexes) == expected


def test_unchanged_documents_are_not_even_opened(
    terminal: Terminal, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal("analyze", "news", "-o", "corpus.db")
    assert told(terminal) == "6 new"
    monkeypatch.setattr("persian_speech.corpus.planning.load", lambda *_, **__: 1 / 0)
    terminal("analyze", "news", "-o", "corpus.db")
    assert (terminal.status, told(terminal)) == (0, "6 unchanged")


def test_a_file_that_was_only_touched_is_unchanged(terminal: Terminal, write: Write) -> None:
    terminal("analyze", "news", "-o", "corpus.db")
    os.utime("news/a.txt", (1, 1))
    terminal("analyze", "news", "-o", "corpus.db")
    assert told(terminal) == "6 unchanged"
    assert ask("SELECT modified FROM files WHERE name = 'a.txt'") == [(1_000_000_000,)]


def test_only_what_changed_is_replaced(terminal: Terminal, write: Write) -> None:
    terminal("analyze", "news", "-o", "corpus.db")
    before = ask("SELECT name, id FROM documents")
    write("news/rows.jsonl", TEXTS["rows.jsonl"].replace("وزیر راه گفت", "وزیر راه پاسخ داد"))
    write("news/new.txt")
    write("news/more.txt", TEXT)
    terminal("analyze", "news", "-o", "corpus.db")
    assert told(terminal) == "1 new, 2 changed, 4 unchanged"
    kept = {name for name, number in ask("SELECT name, id FROM documents") if (name, number) in before}
    assert kept == {"a.txt", "more/b.txt", "rows.jsonl#کشور", "rows.jsonl#نفت"}
    assert terminal("quotes", "corpus.db") == terminal("quotes", "news")


def test_the_rows_a_table_lost_are_dropped(terminal: Terminal, write: Write) -> None:
    terminal("analyze", "news", "-o", "corpus.db")
    write("news/rows.jsonl", "".join(reversed(TEXTS["rows.jsonl"].splitlines(keepends=True)[1:])))
    terminal("analyze", "news", "-o", "corpus.db")
    assert terminal("sentences", "corpus.db") == terminal("sentences", "news")
    assert ask("SELECT count(*) FROM search") == ask("SELECT count(*) FROM sentences")


def test_other_options_and_versions_analyse_anew(
    terminal: Terminal, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal("analyze", "news", "-o", "corpus.db")
    terminal("analyze", "news", "-o", "corpus.db", "--date", "1399-05-01")
    assert told(terminal) == "6 changed"
    assert ask("SELECT DISTINCT date_jalali FROM documents") == [("1399-05-01",)]
    monkeypatch.setattr("persian_speech.corpus.planning.__version__", "9.9.9")
    terminal("analyze", "news", "-o", "corpus.db", "--date", "1399-05-01")
    assert told(terminal) == "6 changed"
    terminal("analyze", "news", "-o", "corpus.db", "--date", "1399-05-01", "--again")
    assert told(terminal) == "6 changed"


def test_removed_documents_stay_until_they_are_pruned(terminal: Terminal, write: Write) -> None:
    write("else/c.txt")
    terminal("analyze", "news", "else", "-o", "corpus.db")
    Path("news/a.txt").unlink()
    Path("else/c.txt").unlink()
    terminal("analyze", "news", "-o", "corpus.db")
    assert "1 document is no longer in the folders; --prune" in terminal.err
    terminal("analyze", "news", "-o", "corpus.db", "--prune")
    assert told(terminal) == "5 unchanged, 1 removed"
    assert [name for (name,) in ask("SELECT name FROM documents ORDER BY name")][-1] == "rows.jsonl#کشور"
    assert ("c.txt",) in ask("SELECT name FROM documents")


@pytest.mark.parametrize("mounted", [False, True])
def test_a_folder_whose_disk_is_not_there_prunes_nothing(
    terminal: Terminal, write: Write, mounted: bool
) -> None:
    terminal("analyze", "news", "-o", "corpus.db")
    Path("news").rename("away")
    if mounted:  # an empty folder is what is left of a disk
        Path("news").mkdir()
    terminal("analyze", "news", "-o", "corpus.db", "--prune")
    assert terminal.status == 1
    assert ask("SELECT count(*) FROM documents") == [(6,)]
    assert terminal("speakers", "corpus.db")


def test_a_dry_run_writes_nothing(terminal: Terminal, write: Write) -> None:
    printed = terminal("analyze", "news", "-o", "corpus.db", "--dry-run")
    assert printed.splitlines()[1] == "a.txt\tnew\t1\t"
    assert not Path("corpus.db").exists()
    terminal("analyze", "news", "-o", "corpus.db")
    before = Path("corpus.db").read_bytes()
    write("news/more.txt", "دگرگون شد.")
    Path("news/a.txt").unlink()
    printed = terminal("analyze", "news", "-o", "corpus.db", "--dry-run", "--prune")
    assert [line.split("\t")[:2] for line in printed.splitlines()[1:]] == [
        ["more/b.txt", "unchanged"],
        ["more.txt", "changed"],
        ["rows.jsonl", "unchanged"],
        ["a.txt", "removed"],
    ]
    assert Path("corpus.db").read_bytes() == before


# --- failures ---------------------------------------------------------------------------------------


def test_failures_are_told_kept_and_tried_again(terminal: Terminal, write: Write) -> None:
    write("news/bad.docx", "broken")
    write("news/rows.jsonl", TEXTS["rows.jsonl"] + "{broken\n")
    terminal("analyze", "news", "-o", "corpus.db")
    assert terminal.status == 1
    assert [line.partition(":")[0] for line in terminal.err.splitlines()] == [
        *("bad.docx", "rows.jsonl#4", "corpus.db", "2 of 8 inputs failed, the rest is complete"),
    ]
    assert [name for (name,) in ask("SELECT document FROM failures")] == ["bad.docx", "rows.jsonl#4"]
    write("news/bad.docx", "broken still")
    write("news/rows.jsonl", TEXTS["rows.jsonl"])
    terminal("analyze", "news", "-o", "corpus.db")
    assert terminal.status == 1
    assert ask("SELECT document FROM failures") == [("bad.docx",)]


def test_a_document_that_cannot_be_analysed_does_not_stop_the_others(
    terminal: Terminal, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(document: object) -> object:
        raise ZeroDivisionError

    terminal("analyze", "news/a.txt", "-o", "corpus.db")
    monkeypatch.setattr("persian_speech.pipeline.ALL", (fail,))
    write("news/a.txt", "دگرگون شد.")
    terminal("analyze", "news/a.txt", "-o", "corpus.db")
    assert terminal.status == 1
    assert "ZeroDivisionError" in terminal.err
    assert ask("SELECT name FROM documents") == []
    assert ask("SELECT count(*) FROM failures") == [(1,)]


def test_a_file_that_is_too_large_is_told(terminal: Terminal, write: Write) -> None:
    write("news/long.txt", TEXT * 100)
    terminal("analyze", "news", "-o", "corpus.db", "--max-size", "0.01")
    assert terminal.status == 1
    assert terminal.err.startswith(
        "long.txt: holds more than 0.01 MB; split it, or allow more with --max-size"
    )
    assert "corpus.db: 6 new, 1 failed\n" in terminal.err


def test_a_file_that_vanishes_is_told(
    terminal: Terminal, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vanish(place: object, **settings: object) -> object:
        Path("news/more.txt").unlink(missing_ok=True)
        return load(place, **settings)  # type: ignore[arg-type]

    monkeypatch.setattr("persian_speech.corpus.planning.load", vanish)
    terminal("analyze", "news", "-o", "corpus.db")
    assert terminal.status == 1
    assert "more.txt: there is no such file" in terminal.err
    assert ask("SELECT count(*) FROM documents") == [(5,)]


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("news", "is a folder"),
        ("no/such/corpus.db", "is not there"),
        ("other.db", "no corpus"),
        ("text.db", "is no corpus, or a broken one; name another file"),
        ("future.db", "schema 999"),
    ],
)
def test_a_corpus_that_cannot_be_written_is_told(
    terminal: Terminal, write: Write, output: str, message: str
) -> None:
    write("text.db", "این پایگاه داده نیست. " * 100)
    for name, statement in (("other.db", "CREATE TABLE t (x)"), ("future.db", "PRAGMA user_version = 999")):
        if name == "future.db":
            terminal("analyze", "news/a.txt", "-o", name)
        connection = sqlite3.connect(name)
        connection.execute(statement)
        connection.commit()
        connection.close()
    terminal("analyze", "news", "-o", output)
    assert terminal.status in {1, 2}
    assert terminal.err.count("\n") == 1
    assert message in terminal.err


@pytest.mark.parametrize("size", [50, 5_000, 60_000])
def test_a_truncated_corpus_is_told_in_one_line(terminal: Terminal, write: Write, size: int) -> None:
    terminal("analyze", "news", "-o", "corpus.db")
    os.truncate("corpus.db", size)
    for command in (("quotes", "corpus.db"), ("analyze", "news", "-o", "corpus.db", "--again")):
        terminal(*command)
        assert terminal.status == 1
        assert terminal.err.count("\n") == 1
        assert "corpus.db: is broken" in terminal.err


def test_a_corpus_another_program_keeps_is_told(
    terminal: Terminal, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal("analyze", "news", "-o", "corpus.db")
    monkeypatch.setattr("persian_speech.corpus.store.PATIENCE", 0.1)
    other = sqlite3.connect("corpus.db")
    other.execute("BEGIN EXCLUSIVE")
    for command in (("quotes", "corpus.db"), ("analyze", "news", "-o", "corpus.db")):
        terminal(*command)
        assert terminal.status == 1
        assert "corpus.db: another program keeps it to itself" in terminal.err
    other.close()
    terminal("analyze", "news", "-o", "corpus.db")
    assert terminal.status == 0
