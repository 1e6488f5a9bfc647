"""Machine formats, drawn tables, and files that are whole or not there."""

import csv
import io
import json
import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from persian_speech.analysis.tables import Field, Row, fields
from persian_speech.errors import PersianSpeechError
from persian_speech.output.bidi import FSI, PDI, RLM, displayable, is_rtl, ordered
from persian_speech.output.destination import Destination
from persian_speech.output.fitting import BETWEEN, Room, fitted
from persian_speech.output.formats import WRITERS
from persian_speech.output.look import Look
from persian_speech.output.table import Heading, Table
from persian_speech.output.terminal import draw
from persian_speech.output.texts import inside, to_folder

FIELDS = fields("document text start:int share:float")
ROWS: tuple[Row, ...] = (
    {"document": "الف.txt", "text": "گفت: «آب\tهست»\nو نان | هم", "start": 3, "share": 0.25},
    {"document": "b.txt", "text": 'a "quoted", text', "start": None, "share": None},
)


def table(*rows: Row) -> Table:
    return Table(FIELDS, rows, [Heading(field.name, (field.name,)) for field in FIELDS])


def written_as(form: str, *rows: Row, headers: bool = True) -> str:
    stream = io.StringIO()
    WRITERS[form](table(*rows), stream, headers)
    return stream.getvalue()


# --- machine formats --------------------------------------------------------------------------------


def test_tsv_has_a_line_a_row_whatever_the_values_hold() -> None:
    assert written_as("tsv", *ROWS).split("\n") == [
        "document\ttext\tstart\tshare",
        "الف.txt\tگفت: «آب هست» و نان | هم\t3\t0.25",
        'b.txt\ta "quoted", text\t\t',
        "",
    ]


def test_headers_can_be_left_out() -> None:
    assert written_as("tsv", *ROWS, headers=False).count("\n") == 2
    assert written_as("csv", *ROWS, headers=False).startswith("الف.txt,")


def test_csv_keeps_tabs_and_line_breaks() -> None:
    rows = list(csv.DictReader(io.StringIO(written_as("csv", *ROWS), newline="")))
    assert [row["text"] for row in rows] == [row["text"] for row in ROWS]
    assert rows[1]["start"] == ""


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_is_whole_and_not_escaped(form: str) -> None:
    printed = written_as(form, *ROWS)
    lines = printed.splitlines() if form == "jsonl" else [printed]
    loaded = [json.loads(line) for line in lines]
    assert (loaded if form == "jsonl" else loaded[0]) == list(ROWS)
    assert "گفت" in printed


def test_json_of_nothing_is_an_empty_array() -> None:
    assert json.loads(written_as("json")) == []
    assert written_as("jsonl") == ""


def test_markdown_without_headers_goes_below_other_rows() -> None:
    whole = written_as("markdown", *ROWS).splitlines()
    assert written_as("markdown", *ROWS, headers=False).splitlines() == whole[2:]


def test_markdown_escapes_what_would_end_a_cell() -> None:
    lines = written_as("markdown", *ROWS).splitlines()
    assert lines[1] == "| --- | --- | --: | --: |"
    assert r"و نان \| هم" in lines[2]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in lines} == {5}


values = st.dictionaries(st.sampled_from(["document", "text"]), st.text(), min_size=2, max_size=2)


@pytest.mark.parametrize(("limit", "kept"), [(1, 1), (10**30, len(ROWS))])
def test_any_limit_is_one(limit: int, kept: int) -> None:
    assert len(list(table(*ROWS).first(limit).rows)) == kept


@given(st.lists(values, max_size=4))
def test_tsv_can_always_be_cut_into_its_cells(found: list[dict[str, str]]) -> None:
    rows: list[Row] = [{**row, "start": 1, "share": None} for row in found]
    lines = written_as("tsv", *rows).split("\n")
    assert len(lines) == len(rows) + 2
    assert {line.count("\t") for line in lines[:-1]} == {3}
    assert {len(line.splitlines()) for line in lines[:-1]} == {1}


@given(st.lists(values, max_size=4))
def test_csv_and_jsonl_give_back_what_went_in(found: list[dict[str, str]]) -> None:
    rows: list[Row] = [{**row, "start": 1, "share": None} for row in found]
    assert [json.loads(line) for line in written_as("jsonl", *rows).split("\n")[:-1]] == rows
    read = csv.DictReader(io.StringIO(written_as("csv", *rows), newline=""))
    assert [row["text"] for row in read] == [row["text"] for row in rows]


def test_rows_are_written_before_the_next_is_asked_for() -> None:
    stream = io.StringIO()
    seen: list[str] = []

    def rows() -> Iterator[Row]:
        for row in ROWS:
            seen.append(stream.getvalue())
            yield row

    for form in ("tsv", "csv", "jsonl", "json", "markdown"):
        stream.truncate(stream.seek(0))
        seen.clear()
        WRITERS[form](replace(table(), rows=rows()), stream, True)
        assert "الف.txt" in seen[1], form


def test_parquet_keeps_types_even_of_empty_columns(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra [parquet] is not installed")
    path = tmp_path / "rows.parquet"
    bare: Row = {"document": "a\udce9", "text": None, "start": None, "share": None}
    Destination("parquet", path).write(table(bare))
    loaded = parquet.read_table(path)
    assert [str(kind) for kind in loaded.schema.types] == ["string", "string", "int64", "double"]
    assert loaded.to_pylist() == [{**bare, "document": "a\\udce9"}]


# --- columns and limits -----------------------------------------------------------------------------


def test_columns_are_chosen_and_ordered() -> None:
    assert table().only(["share", "document"]).names == ["share", "document"]


@pytest.mark.parametrize(
    ("names", "told"), [(["nosuch"], "there are document, text"), (["text"] * 2, "twice")]
)
def test_unknown_and_doubled_columns_are_refused(names: list[str], told: str) -> None:
    with pytest.raises(PersianSpeechError, match=told):
        table().only(names)


def test_no_row_behind_the_limit_is_computed(tmp_path: Path) -> None:
    def rows() -> Iterator[Row]:
        yield ROWS[0]
        raise AssertionError

    Destination("jsonl", tmp_path / "a.jsonl", limit=1).write(replace(table(), rows=rows()))
    assert len((tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()) == 1


# --- files ------------------------------------------------------------------------------------------


def test_a_file_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.tsv"
    path.write_text("old", encoding="utf-8")

    def rows() -> Iterator[Row]:
        yield ROWS[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Destination("tsv", path).write(replace(table(), rows=rows()))
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.tsv"]
    assert path.read_text(encoding="utf-8") == "old"


def test_a_link_is_followed_and_stays(tmp_path: Path) -> None:
    (tmp_path / "real.tsv").write_text("old", encoding="utf-8")
    link = tmp_path / "link.tsv"
    link.symlink_to("real.tsv")
    Destination("tsv", link).write(table(*ROWS))
    assert link.is_symlink()
    assert "الف" in (tmp_path / "real.tsv").read_text(encoding="utf-8")


def test_a_device_is_written_to_as_it_is() -> None:
    Destination("tsv", Path(os.devnull)).write(table(*ROWS))
    assert not Path(os.devnull).is_file()


def test_a_new_file_has_the_rights_any_file_has(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    Destination("csv", tmp_path / "out.csv").write(table(*ROWS))
    assert (tmp_path / "out.csv").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_who_may_read_a_file_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.touch()
    path.chmod(0o640)
    Destination("csv", path).write(table(*ROWS))
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(PersianSpeechError, match="cannot be written"):
        Destination("csv", tmp_path / "none" / "out.csv").write(table(*ROWS))


def test_bom_stands_first(tmp_path: Path) -> None:
    Destination("csv", tmp_path / "out.csv", bom=True).write(table(*ROWS))
    assert (tmp_path / "out.csv").read_bytes().startswith("\ufeffdocument,".encode())


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("a.txt", "a.txt"),
        ("year/month/a.html", "year/month/a.html.txt"),
        ("../../etc/passwd", "etc/passwd.txt"),
        ("/var/a.txt", "var/a.txt"),
        ("-", "stdin.txt"),
    ],
)
def test_a_text_goes_under_its_folder_and_nowhere_else(name: str, path: str) -> None:
    assert str(inside(name)) == path


def test_a_parallel_folder_is_made_and_keeps_what_it_had(tmp_path: Path) -> None:
    folder = tmp_path / "clean"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    to_folder([("a.txt", "الف\r\n"), ("b/c.md", "ب")], folder)
    files = {str(p.relative_to(folder)): p.read_bytes().decode() for p in folder.rglob("*") if p.is_file()}
    assert files == {"mine.txt": "mine", "a.txt": "الف\r\n", "b/c.md.txt": "ب"}
    assert [entry.name for entry in tmp_path.iterdir()] == ["clean"]


def test_two_texts_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PersianSpeechError, match=r"a\.txt: a second document"):
        to_folder([("a.txt", "1"), ("a.txt", "2")], tmp_path / "clean")
    assert not list(tmp_path.iterdir())


# --- drawn tables -----------------------------------------------------------------------------------

LONG = (
    "وزیر نیرو گفت: سدهای کشور پر است و در تابستان امسال آب کم نمی‌آید، سیاست ما صرفه‌جویی است. "
    "FATF هم چیزی نگفت."
)


def drawn(*rows: Row, look: Look | None = None, **changes: object) -> list[str]:
    stream = io.StringIO()
    draw(replace(table(*rows), **changes), stream, look or Look(width=60))  # type: ignore[arg-type]
    return stream.getvalue().splitlines()


def isolated(lines: list[str]) -> list[str]:
    return [part for line in lines for part in re.findall(f"{FSI}(.*?){PDI}", line)]


def test_every_line_of_every_cell_is_isolated_by_itself() -> None:
    lines = drawn({**ROWS[0], "text": LONG})
    assert all(line.count(FSI) == line.count(PDI) for line in lines)
    bare = re.sub(f"{FSI}.*?{PDI}", "", "".join(lines))
    assert not {"R", "AL"} & {unicodedata.bidirectional(letter) for letter in bare}
    assert set(LONG.split()) <= set(" ".join(isolated(lines)).replace(RLM, "").split())


def test_all_lines_are_equally_wide_and_within_the_width() -> None:
    for width in (40, 60, 100):
        lines = drawn({**ROWS[0], "text": LONG}, ROWS[1], look=Look(width=width))
        assert len({cell_len(line) for line in lines}) == 1
        assert cell_len(lines[0]) <= width


def test_a_day_and_a_number_stay_whole_and_what_is_spare_makes_room() -> None:
    row = {"text": LONG, "day": "2020-07-22\n1399-05-01", "start": 123_456, "share": 0.25}
    view = [
        Heading("Share", ("share",), least=None, spare=2),
        Heading("Text", ("text",), least=20, prose=True),
        Heading("Day", ("day",), least=None, spare=3),
        Heading("Position", ("start",), least=None, spare=1),
    ]
    shown = {}
    for width in (24, 40, 50, 60, 90):
        lines = drawn(row, look=Look(width=width), view=view)
        assert max(map(cell_len, lines)) <= width
        shown[width] = lines[1].split()
        parts = isolated(lines)
        assert ("123456" in parts, "1399-05-01" in parts) == ("Position" in lines[1], "Day" in lines[1])
    assert shown == {
        24: ["Text"],
        40: ["Text", "Day"],
        50: ["Share", "Text", "Day"],
        60: ["Share", "Text", "Day", "Position"],
        90: ["Share", "Text", "Day", "Position"],
    }


@given(
    st.lists(
        st.tuples(*[st.integers(1, 40)] * 2, st.integers(1, 3), st.integers(0, 4)), min_size=1, max_size=9
    ),
    st.integers(20, 200),
)
def test_columns_have_what_they_need_or_give_way(found: list[tuple[int, int, int, int]], width: int) -> None:
    rooms = [Room(least, least + more, shares, spare) for least, more, shares, spare in found]
    widths = fitted(rooms, width)
    assert {number for number, room in enumerate(rooms) if not room.spare} <= widths.keys()
    whole = sum(rooms[number].least + BETWEEN for number in widths)
    taken = sum(widths.values()) + BETWEEN * len(widths)
    if whole <= width:
        assert all(rooms[number].least <= cells <= rooms[number].most for number, cells in widths.items())
        assert taken == min(width, sum(rooms[number].most + BETWEEN for number in widths))
    else:
        assert not any(rooms[number].spare for number in widths)
        assert taken <= max(width, (1 + BETWEEN) * len(widths))


def test_a_line_of_a_persian_cell_that_begins_with_latin_stays_right_to_left() -> None:
    assert ordered("FATF هم", "isolate", rtl=True) == f"{FSI}{RLM}FATF هم{PDI}"
    assert ordered("هم FATF", "isolate", rtl=True) == f"{FSI}هم FATF{PDI}"
    assert ordered("a.txt", "isolate", rtl=False) == f"{FSI}a.txt{PDI}"


def test_off_adds_nothing() -> None:
    printed = "".join(drawn(*ROWS, look=Look("off", width=60)))
    assert not set(printed) & {FSI, PDI, RLM}


def test_visual_joins_letters_and_reverses_them() -> None:
    printed = "".join(drawn({**ROWS[1], "text": "سلام"}, look=Look("visual", width=60)))
    assert "\ufee1\ufefc\ufeb3" in printed
    assert FSI not in printed


def test_visual_is_for_eyes_and_not_for_files(tmp_path: Path) -> None:
    Destination("table", tmp_path / "a.txt", look=Look("visual")).write(table({**ROWS[1], "text": "سلام"}))
    assert "سلام" in (tmp_path / "a.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("ه\u200d.ش", "ه.ش"),
        ("نرم\u00adافزار", "نرمافزار"),
        ("می\u200cرود", "می\u200cرود"),
        ("الف\r\nب", "الف\nب"),
        ("\x1b[31mred\u202e", "[31mred"),
        (f"{PDI}پایان{FSI}", "پایان"),
        ("a\tb", "a b"),
        ("ا" * 3000, "ا" * 2000 + "…"),
    ],
)
def test_a_cell_shows_nothing_that_moves_the_terminal(value: str, shown: str) -> None:
    assert displayable(value) == shown


@given(st.text(alphabet="سلامabc \u200c\u200d\u00ad\n\t«»,.1۲\u064b", max_size=120), st.integers(30, 90))
def test_any_text_is_drawn_in_lines_of_one_width(value: str, width: int) -> None:
    lines = drawn({**ROWS[1], "text": value}, look=Look(width=width))
    assert len({cell_len(line) for line in lines}) == 1


@pytest.mark.parametrize(
    ("text", "rtl"), [("سلام", True), ("«12» سلام", True), ("a سلام", False), ("12", False)]
)
def test_direction_is_that_of_the_first_letter(text: str, rtl: bool) -> None:
    assert is_rtl(text) is rtl


def test_markup_in_a_text_is_no_markup() -> None:
    assert "[bold]x[/bold]" in "".join(drawn({**ROWS[1], "text": "[bold]x[/bold]"}, look=Look(width=90)))


def test_columns_without_worth_are_left_out() -> None:
    view = [
        Heading("Document", ("document",), kept="differing"),
        Heading("Start", ("start",)),
        Heading("Share", ("share",), kept="always"),
    ]
    lines = drawn(ROWS[1], view=view)
    assert "Share" in lines[1]
    assert "Document" not in lines[1]
    assert "Start" not in lines[1]
    assert "Document" in drawn(*ROWS, view=view)[1]


def test_nothing_is_drawn_of_nothing() -> None:
    assert drawn() == []


def test_colour_only_when_asked_for() -> None:
    view = [Heading("Text", ("text",), style="bold")]
    assert "\x1b[" in "".join(drawn(ROWS[1], look=Look(color="always", width=60), view=view))
    assert "\x1b[" not in "".join(drawn(ROWS[1], look=Look(color="never", width=60), view=view))


def test_field_kinds_are_read_from_one_line() -> None:
    assert fields("a b:int") == (Field("a"), Field("b", "int"))
