"""Paths become documents: named, in order, dated, and what cannot be read is told while the others go on."""

import gzip
import io
import json
import os
import re
import stat
import subprocess
import sys
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persian_speech.corpus.sources import Failure, Source, count, read

TEXT = "وزیر نیرو گفت: آب بس است."
Write = Callable[..., str]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes a file below the working directory, a fresh one, and returns its path as a user names it."""
    monkeypatch.chdir(tmp_path)

    def write_file(name: str, data: str | bytes = TEXT) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return name

    return write_file


def zipped(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def jsonl(*items: object) -> str:
    return "\n".join(json.dumps(item, ensure_ascii=False) for item in items)


def names(*paths: str) -> list[str]:
    return [found.document for found in read(paths)]


def one(*paths: str, day: date | None = None) -> Source:
    (found,) = read(paths, date=day)
    assert isinstance(found, Source), found
    return found


def failure(*paths: str) -> Failure:
    (found,) = read(paths)
    assert isinstance(found, Failure), found
    assert found.message
    assert "\n" not in found.message
    return found


# Files and folders


def test_a_file_is_named_as_given(write: Write) -> None:
    assert one(write("a/./b.txt")).document == "a/./b.txt"


@pytest.mark.parametrize("name", ["release", "release.log", "گزارش.TXT", "a.txt.gz", "a.gz"])
def test_a_file_named_by_the_user_is_text_whatever_its_suffix(write: Write, name: str) -> None:
    found = one(write(name, gzip.compress(TEXT.encode()) if name.endswith(".gz") else TEXT))
    assert (found.text, found.encoding) == (TEXT, "utf-8")


def test_the_text_is_not_changed(write: Write) -> None:
    text = "\n\n  یک\r\nدو\t\u200c\n"
    assert one(write("a.txt", b"\xef\xbb\xbf" + text.encode())).text == text


def test_a_folder_is_walked_in_order_without_hidden_and_unknown_files(write: Write) -> None:
    for name in (
        "d/b.txt",
        "d/a/z.md",
        "d/a.txt",
        "d/c.HTML",
        "d/.h.txt",
        "d/.git/x.txt",
        "d/x.py",
        "d/e.txt.gz",
    ):
        write(name, gzip.compress(b"") if name.endswith(".gz") else TEXT)
    assert names("d") == names("d/") == ["a/z.md", "a.txt", "b.txt", "c.HTML", "e.txt.gz"]


def test_names_that_clash_carry_their_folder(write: Write) -> None:
    for name in ("a/x.txt", "b/x.txt", "b/y.txt", "y.txt"):
        write(name)
    assert names("a", "b/", "y.txt") == ["a/x.txt", "b/x.txt", "b/y.txt", "y.txt"]
    assert names("a", "y.txt") == ["x.txt", "y.txt"]


def test_what_several_paths_lead_to_comes_once(write: Write) -> None:
    for name in ("d/a.txt", "d/b/c.txt", "e.txt"):
        write(name)
    assert names("d", "d/b/c.txt", "e.txt", "d", "e.txt") == ["a.txt", "b/c.txt", "e.txt"]
    assert count(["d", "d/a.txt"]) == 2
    assert names("d/a.txt", "d") == ["d/a.txt", "b/c.txt"]
    assert [one.message for one in read(["none", "none"]) if isinstance(one, Failure)] != []


def test_a_loop_of_links_is_not_followed(write: Write, caplog: pytest.LogCaptureFixture) -> None:
    write("d/a.txt")
    Path("d/loop").symlink_to(Path("d").resolve())
    with caplog.at_level("INFO", logger="persian_speech"):
        assert names("d") == ["a.txt"]
    assert caplog.messages == ["d/loop: a link to a folder, passed over; name it to have it read"]


def test_standard_input_is_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("utf-16"))))
    found = one("-")
    assert (found.document, found.text, found.encoding) == ("-", TEXT, "utf-16")


def test_sources_come_lazily(write: Write) -> None:
    found = read([write("a.txt"), "missing.txt"])
    assert next(found) == Source("a.txt", TEXT, None, None, "utf-8")
    write("missing.txt", "آمد")
    assert isinstance(next(found), Source)


def test_a_name_that_is_no_utf_8_is_shown_with_a_mark(write: Write) -> None:
    write("d/a.txt")
    try:
        Path(os.fsdecode(b"d/\xd3.txt")).write_text(TEXT, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    assert names("d") == ["a.txt", "\ufffd.txt"]


# What cannot be read


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00", "picture"),
        ("a.txt", b"\x00\x01\x02", "binary"),
        ("a.txt", zipped({"a.txt": b"x"}), "zip"),
        ("a.pdf", b"%PDF-1.7", "PDF"),
        ("a.docx", b"text", "Word document"),
        ("a.txt.gz", b"text", r"broken \.gz"),
        ("a.txt.gz", gzip.compress(TEXT.encode())[:-9], r"broken \.gz"),
        ("a.zip", b"text", r"broken \.zip"),
        (
            "a.zip",
            zipped({"x.py": b"", "d/": b"", "__MACOSX/a.txt": b"x", "in.zip": b""}),
            "no file of a known kind",
        ),
        ("a.csv", "متن,تاریخ\nالف,ب", "no column «text» .its columns: متن, تاریخ"),
        ("a.jsonl", jsonl({"body": TEXT}), "no column «text» .its columns: body"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_the_others_go_on(
    write: Write, name: str, data: str | bytes, told: str
) -> None:
    assert re.search(told, failure(write(name, data)).message)
    write("b.txt")
    before, after = read([name, "b.txt"])
    assert isinstance(before, Failure)
    assert isinstance(after, Source)


@pytest.mark.parametrize("path", ["missing.txt", "no/such/folder", "", "a\x00b", "x" * 300, "a.txt/b"])
def test_a_path_that_leads_nowhere_is_told(write: Write, path: str) -> None:
    write("a.txt")
    assert failure(path).document == (path or "''")


def test_an_empty_folder_is_told(write: Write) -> None:
    write("d/x.py")
    assert failure("d").message.startswith("holds no file of a known kind (.csv .docx .htm")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_what_may_not_be_read_is_told(write: Write) -> None:
    Path(write("d/a.txt")).chmod(0)
    assert failure("d") == Failure("a.txt", "may not be read; ask for the right to read it")
    Path("d").chmod(0)
    try:
        assert failure("d").message == "may not be read; ask for the right to read it"
    finally:
        Path("d").chmod(stat.S_IRWXU)


def test_a_damaged_line_costs_only_its_row(write: Write) -> None:
    good = [jsonl({"id": name, "text": TEXT}).encode() for name in "abc"]
    path = write("t.jsonl", b"\n".join([good[0], good[1].replace("آب".encode(), b"\xd8"), good[2]]))
    failed, *found = read([path])
    assert isinstance(failed, Failure)
    assert failed.document == "t.jsonl#2"
    assert failed.message.startswith("is UTF-8 broken at byte ")
    assert [source.document for source in found] == ["t.jsonl#a", "t.jsonl#c"]


def test_a_refusal_of_the_system_is_told(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path, _mode: str) -> bytes:
        raise PermissionError

    path = write("a.txt")
    monkeypatch.setattr(Path, "open", refuse)
    assert failure(path).message == "may not be read; ask for the right to read it"


def test_a_link_to_nothing_in_a_folder_is_told(write: Write) -> None:
    write("d/b.txt")
    Path("d/a.txt").symlink_to("gone.txt")
    assert [type(found) for found in read(["d"])] == [Failure, Source]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.docx", "a.txt.gz", "a.zip"])
def test_an_empty_file_is_an_empty_text(write: Write, name: str) -> None:
    assert one(write(name, "")).text == ""


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_an_empty_table_holds_no_documents(write: Write, name: str) -> None:
    assert names(write(name, "")) == []


def test_an_error_within_a_library_is_told_too(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("persian_speech.corpus.sources.find_date", lambda _text: 1 / 0)
    assert failure(write("a.txt")).message == "cannot be read (ZeroDivisionError); leave it out, or report it"


@given(
    st.binary(max_size=200),
    st.sampled_from(["txt", "html", "md", "docx", "jsonl", "csv", "zip", "txt.gz", "x"]),
)
def test_no_bytes_break_reading(tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str) -> None:
    path = tmp_path_factory.getbasetemp() / f"any.{suffix}"
    path.write_bytes(data)
    assert all(isinstance(found, Source | Failure) for found in read([str(path)]))


# Archives


def test_an_archive_is_its_members_in_order(write: Write) -> None:
    members = {"b.txt": TEXT.encode(), "a/c.txt.gz": gzip.compress(TEXT.encode()), ".h.txt": b"", "x.py": b""}
    write(
        "d/all.zip",
        zipped(members | {"bad.txt": b"\x00", "t.jsonl": jsonl({"id": 7, "text": TEXT}).encode()}),
    )
    assert names("d/all.zip") == [
        *("d/all.zip/a/c.txt.gz", "d/all.zip/b.txt", "d/all.zip/bad.txt", "d/all.zip/t.jsonl#7"),
    ]
    assert names("d")[0] == "all.zip/a/c.txt.gz"
    assert [type(found) for found in read(["d/all.zip"])] == [Source, Source, Failure, Source]


def test_a_broken_or_locked_member_does_not_stop_the_others(write: Write) -> None:
    data = bytearray(zipped({"a.txt": b"AAAA", "b.txt": b"BBBB", "c.txt": b"CCCC"}))
    data[data.index(b"AAAA")] ^= 1  # its checksum fails
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data[second + 8] |= 1  # said to be locked
    broken, locked, whole = read([write("a.zip", bytes(data))])
    assert isinstance(broken, Failure)
    assert isinstance(locked, Failure)
    assert "broken inside the archive" in broken.message
    assert "password" in locked.message
    assert isinstance(whole, Source)


# Tables


def test_rows_are_documents(write: Write) -> None:
    rows = jsonl(
        {"id": "الف", "text": TEXT, "title": "سرخط", "date": "1399-04-31"},
        {"text": "خط\u2028جدا"},
        {"id": "الف", "text": "باز", "date": "2019-07"},
    )
    first, second, third = read([write("t.jsonl", rows)])
    assert first == Source("t.jsonl#الف", TEXT, date(2020, 7, 21), "سرخط", "utf-8")
    assert second == Source("t.jsonl#2", "خط\u2028جدا", None, None, "utf-8")
    assert third == Source("t.jsonl#الف#3", "باز", None, None, "utf-8")


def test_a_bad_row_does_not_stop_the_others(write: Write) -> None:
    rows = [
        '{"text": "یک"}',
        "{broken",
        '"متن"',
        '{"text": null}',
        '{"text": "\\ud800"}',
        "",
        '{"text": "دو"}',
    ]
    found = list(read([write("t.jsonl", "\n".join(rows))]))
    assert [row.document for row in found] == [f"t.jsonl#{number}" for number in (1, 2, 3, 4, 5, 7)]
    assert [type(row) for row in found] == [Source, *[Failure] * 4, Source]


@pytest.mark.parametrize(("name", "rows"), [("t.ndjson", '{"text": "آب"}\n'), ("t.tsv", "id\ttext\n1\tآب\n")])
def test_other_names_of_tables_are_known(write: Write, name: str, rows: str) -> None:
    assert [found.document for found in read([write(name, rows)])] == [f"{name}#1"]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_table_of_excel_is_read(write: Write, mark: str) -> None:
    header = mark.join(("\ufeffID", "Text", "date"))
    rows = f'{header}\r\n7{mark}"{TEXT}\r\n«آری، نه؛»{mark} ""چنین"""{mark}۱۳۹۹/۴/۳۱\r\n\r\n8\r\n'
    first, second = read([write("t.csv", rows)])
    text = f'{TEXT}\r\n«آری، نه؛»{mark} "چنین"'
    assert first == Source("t.csv#7", text, date(2020, 7, 21), None, "utf-8-sig")
    assert isinstance(second, Failure)


def test_a_long_text_in_a_table_is_read(write: Write) -> None:
    (found,) = read([write("t.csv", "text\n" + "آب " * 200_000)])
    assert isinstance(found, Source)
    assert len(found.text) == 600_000


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("gold.jsonl", jsonl({"id": "a", "text": TEXT, "quotes": []})),
        ("quotes.jsonl", jsonl({"document": "a.txt", "id": "q1", "start": 3, "end": 9, "text": "آب"})),
        ("entities.csv", "document,start,end,text\na.txt,0,3,آب\n"),
        (
            "documents.jsonl",
            jsonl({"id": "a", "text": TEXT, "sentences": [], "tokens": [], "quotations": []}),
        ),
        ("said.md", f"| document | start | text |\n| --- | --: | --- |\n| a.txt | 0 | {TEXT} |\n"),
        ("report.html", f'<html><head><meta name="generator" content="persian-speech 1">{TEXT}</html>'),
        ("drawn.txt", f"      \n Speaker  Quotation \n ────────────────── \n {TEXT}"),
        ("statements.csv", f"statement ID;text;agreement\n1;{TEXT};1\n"),
    ],
)
def test_gold_and_results_are_read_when_named_and_passed_over_when_met(
    write: Write, name: str, data: str
) -> None:
    write("d/a.txt")
    write(f"d/{name}", data)
    assert names("d") == ["a.txt"]
    assert len(names(f"d/{name}")) == 1


@pytest.mark.parametrize(
    "header", ["speaker,quotations", "entity,entity_id", "word,per_thousand", "word,log_dice", "metric,p"]
)
def test_counts_beside_the_texts_are_passed_over_and_other_tables_told(write: Write, header: str) -> None:
    write("d/a.txt")
    write("d/counts.csv", f"{header}\nآب,1\n")
    assert names("d") == ["a.txt"]
    write("d/other.csv", "word,size\nآب,1\n")
    assert [type(found) for found in read(["d"])] == [Source, Failure]


# Days


@pytest.mark.parametrize(
    ("chosen", "data", "day"),
    [
        (date(2001, 2, 3), "---\ndate: 2020-07-21\n---\nتهران - ۱ مرداد ۱۳۹۹", date(2001, 2, 3)),
        (None, "---\ndate: 2020-07-21\n---\nتهران - ۱ مرداد ۱۳۹۹", date(2020, 7, 21)),
        (None, "تهران - ۱ مرداد ۱۳۹۹\n\nمتن", date(2020, 7, 22)),
        (None, "متن", None),
    ],
)
def test_the_day_given_wins_then_the_files_own_then_the_dateline(
    write: Write, chosen: date | None, data: str, day: date | None
) -> None:
    assert one(write("a.md", data), day=chosen).date == day


def test_the_encoding_given_is_of_every_file(write: Write) -> None:
    write("a.txt", TEXT.replace("ی", "ي").encode("cp1256"))
    (wrong,) = read(["a.txt"], encoding="utf-8")
    (right,) = read(["a.txt"], encoding="windows-1256")
    assert isinstance(wrong, Failure)
    assert isinstance(right, Source)


# How many, how fast, how light


def test_count_is_what_read_yields_where_it_can_be_known(write: Write) -> None:
    for name in ("d/a.txt", "d/b.md", "d/e/c.html", "f.txt", "empty/x.py"):
        write(name)
    paths = ["d", "f.txt", "missing", "empty"]
    assert count(paths) == len(list(read(paths))) == 6
    write("d/t.csv", "text\nآب\n")
    assert count(["d"]) is None
    assert count(["a.zip"]) is None


def test_ten_megabytes_in_one_line_take_seconds(write: Write) -> None:
    write(
        "a.txt",
        ("وزیر نیرو روز ۳۱ تیر ۱۳۹۹ گفت آب بس است " * 150_000).encode()[:10_000_000].rsplit(b" ", 1)[0],
    )
    begun = time.perf_counter()
    assert one("a.txt").date is None
    assert time.perf_counter() - begun < 5


def test_json_lines_are_read_one_by_one(write: Write) -> None:
    row = jsonl({"text": "آب " * 20_000})
    write("t.jsonl", "\n".join([row] * 200))
    tracemalloc.start()
    try:
        assert sum(isinstance(found, Source) for found in read(["t.jsonl"], limit=1_000_000)) == 200
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


def test_nothing_heavy_is_loaded_for_plain_text(write: Write) -> None:
    write("a.txt", TEXT)
    program = (
        "import sys; from persian_speech.corpus.sources import read; list(read(['a.txt']));"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    heavy = {"resiliparse", "mammoth", "markdown_it", "persiantools", "hazm", "pandas", "numpy", "rich"}
    assert not heavy & set(ran.stdout.split())
