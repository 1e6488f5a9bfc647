"""The commands, in process: what they print, refuse and survive."""

import csv
import io
import json
import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from persian_speech.__main__ import run
from persian_speech.document import Document

Rows = list[dict[str, Any]]

# As the contract of the command line lists them; a field may be added at the end, none renamed.
QUOTES = (
    "document id kind form start end text cue cue_start cue_end cue_lemma cue_class mention speaker_start "
    "speaker_end mention_form speaker speaker_id role addressee channel date date_jalali confidence "
    "rule polarity"
)
MENTIONS = "document start end text type entity entity_id said_by date date_jalali"
TOKENS = "document sentence start end text normal lemma kind verb"

TEXTS = {
    "a.txt": "تهران، خبرگزاری\nپروین آذرنگ وزیر نیرو گفت: سدهای ایران پر است.\nوی افزود: باران خوبی آمد.\n",
    "b.txt": "بهزاد کیانفر شهردار شیراز گفت که ایران آرام است. پروین آذرنگ وزیر نیرو گفت: آب هست.\n",
    "more/c.txt": "آسمان ابری بود و کسی چیزی نگفت.\n",
}


class Terminal:
    """Runs commands and keeps what they print."""

    def __init__(self, capture: pytest.CaptureFixture[str]) -> None:
        self.capture = capture
        self.status = 0
        self.out = self.err = ""

    def __call__(self, *arguments: object) -> str:
        self.status = run([str(argument) for argument in arguments])
        self.out, self.err = self.capture.readouterr()
        return self.out

    def rows(self, *arguments: object) -> Rows:
        """The rows of a command that must succeed."""
        printed = self(*arguments, "-f", "jsonl")
        assert (self.status, self.err) == (0, "")
        return [json.loads(line) for line in printed.splitlines()]


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "news"


def stages(monkeypatch: pytest.MonkeyPatch, stage: Callable[[Document], Document]) -> None:
    """Puts one stage in the place of those that find quotations."""
    monkeypatch.setattr("persian_speech.pipeline.QUOTATIONS", (stage,))


# --- quotes -----------------------------------------------------------------------------------------


def test_quotes_have_the_fields_of_the_contract(terminal: Terminal, folder: Path) -> None:
    assert terminal("quotes", folder).splitlines()[0].split("\t") == QUOTES.split()
    assert (terminal.status, terminal.err) == (0, "")


def test_quotes_are_spans_of_documents_named_from_their_folder(terminal: Terminal, folder: Path) -> None:
    rows = terminal.rows("quotes", folder)
    assert {row["document"] for row in rows} == {"a.txt", "b.txt"}
    assert [row["text"] for row in rows if row["document"] == "a.txt"] == [
        "سدهای ایران پر است",
        "باران خوبی آمد",
    ]
    for row in rows:
        text = TEXTS[row["document"]]
        assert text[row["start"] : row["end"]] == row["text"]
        assert text[row["cue_start"] : row["cue_end"]] == row["cue"]


def test_quotes_take_the_day_that_is_given(terminal: Terminal, folder: Path) -> None:
    for day in ("1399-05-01", "2020-07-22"):
        row = terminal.rows("quotes", folder / "a.txt", "--date", day)[0]
        assert (row["date"], row["date_jalali"]) == ("2020-07-22", "1399-05-01")


@pytest.mark.parametrize("name", ["آذرنگ", "پروین آذرنگ", "پروین‌آذرنگ", "وزير نيرو"])
def test_a_speaker_is_found_by_part_of_a_name_however_typed(
    terminal: Terminal, folder: Path, name: str
) -> None:
    rows = terminal.rows("quotes", folder, "--speaker", name)
    assert {row["text"] for row in rows} == {"سدهای ایران پر است", "باران خوبی آمد", "آب هست"}


def test_an_unknown_speaker_is_an_empty_result_and_no_failure(terminal: Terminal, folder: Path) -> None:
    assert terminal("quotes", folder, "--speaker", "هیچ‌کس").count("\n") == 1
    assert terminal.status == 0
    assert terminal("quotes", folder, "--speaker", "هیچ‌کس", "-f", "table") == ""
    assert (terminal.status, terminal.err) == (0, "Nothing found.\n")
    terminal("quotes", folder, "--speaker", "هیچ‌کس", "-f", "table", "-q")
    assert (terminal.status, terminal.err) == (0, "")


def test_kind_keeps_one_kind(terminal: Terminal, folder: Path) -> None:
    kinds = [
        {row["kind"] for row in terminal.rows("quotes", folder, "--kind", kind)}
        for kind in ("direct", "indirect")
    ]
    assert kinds == [{"direct"}, {"indirect"}]


def test_explain_says_why_in_words(terminal: Terminal, folder: Path) -> None:
    row = terminal.rows("quotes", folder / "a.txt", "--explain")[1]
    assert list(row) == [*QUOTES.split(), "speaker_rule", "candidates", "explanation"]
    assert row["explanation"].startswith("direct colon quotation: cue «افزود»")
    assert "speaker «پروین آذرنگ" in row["explanation"]
    assert "referred to as «وی»" in row["explanation"]
    assert "until the narrator comes back, up to " in row["explanation"]
    assert "_" not in row["explanation"]


def test_columns_are_chosen_and_ordered(terminal: Terminal, folder: Path) -> None:
    printed = terminal(
        "quotes", folder / "a.txt", "--columns", "kind, document", "--no-headers", "--limit", 1
    )
    assert printed == f"direct\t{folder / 'a.txt'}\n"


def test_a_drawn_table_isolates_and_speaks_in_words(terminal: Terminal, folder: Path) -> None:
    printed = terminal("quotes", folder, "-f", "table", "--width", 100)
    heading = printed.splitlines()[1].split()
    assert heading == ["Document", "Speaker", "Form", "Cue", "Quotation"]
    assert "\u2068سدهای ایران پر است\u2069" in printed
    assert "direct, colon" in printed
    assert "\x1b" not in printed


# --- speakers ---------------------------------------------------------------------------------------


def test_speakers_are_counted_over_the_whole_run(terminal: Terminal, folder: Path) -> None:
    first, second = terminal.rows("speakers", folder, "--date", "2020-07-22")
    assert (first["quotations"], first["documents"], first["words"]) == (3, 2, 9)
    assert (second["quotations"], second["documents"], second["words"]) == (1, 1, 3)
    assert (first["share"], second["share"]) == (0.75, 0.25)
    assert "آذرنگ" in first["speaker"]
    assert first["first_date"] == first["last_date"] == "2020-07-22"
    assert first["last_date_jalali"] == "1399-05-01"


def test_speakers_of_each_document_share_its_words(terminal: Terminal, folder: Path) -> None:
    rows = terminal.rows("speakers", folder, "--by", "document")
    assert [row["document"] for row in rows] == ["a.txt", "b.txt", "b.txt"]
    assert [row["share"] for row in rows if row["document"] == "a.txt"] == [1.0]
    assert sum(row["share"] for row in rows if row["document"] == "b.txt") == pytest.approx(1)


@pytest.mark.parametrize(
    ("by", "calendar", "period"),
    [("month", "gregorian", "2020-07"), ("month", "jalali", "1399-05"), ("year", "jalali", "1399")],
)
def test_periods_are_those_of_the_calendar(
    terminal: Terminal, folder: Path, by: str, calendar: str, period: str
) -> None:
    rows = terminal.rows("speakers", folder, "--date", "1399-05-01", "--by", by, "--calendar", calendar)
    assert {row[by] for row in rows} == {period}


def test_speakers_without_a_date_have_none(terminal: Terminal, folder: Path) -> None:
    rows = terminal.rows("speakers", folder, "--by", "month")
    assert {(row["month"], row["first_date"], row["last_date_jalali"]) for row in rows} == {
        (None, None, None)
    }


def test_one_name_typed_two_ways_is_one_speaker_of_two_documents(terminal: Terminal, tmp_path: Path) -> None:
    for place, name in (("x", "بهزاد نیک‌خواه"), ("y", "بهزاد نيكخواه")):
        (tmp_path / place).mkdir()
        (tmp_path / place / "same.txt").write_text(f"{name} گفت: آب هست.\n", encoding="utf-8")
    (row,) = terminal.rows("speakers", tmp_path / "x", tmp_path / "y")
    assert (row["quotations"], row["documents"]) == (2, 2)


def test_speakers_of_nothing_are_none(terminal: Terminal, folder: Path) -> None:
    assert terminal.rows("speakers", folder / "more") == []


def test_a_spreadsheet_is_written_by_its_suffix(terminal: Terminal, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "speakers.csv"
    assert terminal("speakers", folder, "-o", path, "--bom") == ""
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    assert [row["quotations"] for row in rows] == ["3", "1"]
    assert path.read_bytes()[:3] == b"\xef\xbb\xbf"


# --- entities ---------------------------------------------------------------------------------------


def entity(rows: Rows, name: str) -> dict[str, Any]:
    (found,) = [row for row in rows if row["entity"] == name]
    return found


def test_entities_are_counted_said_and_narrated(terminal: Terminal, folder: Path) -> None:
    rows = terminal.rows("entities", folder)
    iran, tehran = entity(rows, "ایران"), entity(rows, "تهران")
    assert (iran["type"], iran["count"], iran["said"], iran["documents"]) == ("LOC", 2, 2, 2)
    assert (tehran["said"], tehran["narrated"]) == (0, 1)
    assert all(row["said"] + row["narrated"] == row["count"] for row in rows)


def test_said_and_narrated_divide_the_mentions(terminal: Terminal, folder: Path) -> None:
    whole = terminal.rows("entities", folder, "--mentions")
    said = terminal.rows("entities", folder, "--mentions", "--said")
    narrated = terminal.rows("entities", folder, "--mentions", "--narrated")
    assert list(whole[0]) == MENTIONS.split()
    assert sorted(map(str, said + narrated)) == sorted(map(str, whole))
    assert {"ایران"} <= {row["entity"] for row in said}
    assert all(row["said_by"] is None for row in narrated)
    assert all(TEXTS[row["document"]][row["start"] : row["end"]] == row["text"] for row in whole)


def test_counts_are_those_of_the_mentions(terminal: Terminal, folder: Path) -> None:
    mentions = terminal.rows("entities", folder, "--mentions")
    assert sum(row["count"] for row in terminal.rows("entities", folder)) == len(mentions)
    by_document = terminal.rows("entities", folder, "--by", "document")
    assert sum(row["count"] for row in by_document) == len(mentions)


@pytest.mark.parametrize("command", ["quotes", "speakers", "timeline", "words"])
def test_what_has_no_day_and_is_left_out_of_days_is_told(
    terminal: Terminal, folder: Path, command: str
) -> None:
    (folder / "d.txt").write_text(f"۱ مرداد ۱۳۹۹\n{TEXTS['a.txt']}", encoding="utf-8")
    assert terminal(command, folder, "--within", "date:1399").count("\n") > 1
    assert terminal.err == "left out 3 without a day; --date gives one, to a corpus with analyze\n"


@pytest.mark.parametrize("command", [["quotes"], ["analyze", "-o", "corpus.db"]])
def test_days_of_a_table_that_are_not_understood_are_told(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    rows = "date,text\n1399-05-01,آب هست.\n03/04/2020,نان هست.\n,راه هست.\nدیروز,برق هست.\n"
    Path("t.csv").write_text(rows, encoding="utf-8")
    terminal(*command, "t.csv")
    told = (
        "t.csv: days unread in the column «date»: 2 ('03/04/2020' …); write them as 1399-05-01 or 2020-07-22"
    )
    assert (terminal.status, terminal.err.splitlines()[0]) == (0, told)
    terminal("quotes", "t.csv", "-q")
    assert terminal.err == ""
    terminal("quotes", "t.csv", "--date", "1399-05-01")
    assert terminal.err == ""


def test_types_are_kept_and_may_be_several(terminal: Terminal, folder: Path) -> None:
    assert {row["type"] for row in terminal.rows("entities", folder, "--type", "loc")} == {"LOC"}
    assert {row["type"] for row in terminal.rows("entities", folder, "--type", "LOC", "--type", "PER")} == {
        "LOC",
        "PER",
    }


def test_entities_are_counted_by_who_says_them(terminal: Terminal, folder: Path) -> None:
    rows = terminal.rows("entities", folder, "--by", "speaker", "--type", "LOC", "--said")
    assert sorted((row["entity"], row["count"]) for row in rows) == [("ایران", 1), ("ایران", 1)]
    assert len({row["speaker"] for row in rows}) == 2


def test_entities_are_counted_by_year(terminal: Terminal, folder: Path) -> None:
    rows = terminal.rows("entities", folder, "--by", "year", "--calendar", "jalali", "--date", "1399-05-01")
    assert {row["year"] for row in rows} == {"1399"}


# --- parts of what is read --------------------------------------------------------------------------


@pytest.fixture
def dated(tmp_path: Path) -> Path:
    """A speaker in two years, and another in the first."""
    for name, text in (
        ("1398-05-01.txt", "پروین آذرنگ در تهران گفت: آب هست. بهزاد کیانفر در شیراز گفت: نان هست.\n"),
        ("1399-05-01.txt", "پروین آذرنگ در تبریز گفت: آب ایران پاک است.\n"),
    ):
        (tmp_path / "dated").mkdir(exist_ok=True)
        (tmp_path / "dated" / name).write_text(text, encoding="utf-8")
    return tmp_path / "dated"


@pytest.mark.parametrize(
    ("within", "said"),
    [
        ("date:1398", ["آب هست", "نان هست"]),
        ("date:2020-07..2020-08", ["آب ایران پاک است"]),
        ("date:1398, speaker:کیانفر", ["نان هست"]),
        ("document:*99*", ["آب ایران پاک است"]),
        ("date:1397", []),
        ("narrated", []),
    ],
)
def test_quotations_and_speakers_of_a_part(
    terminal: Terminal, dated: Path, within: str, said: list[str]
) -> None:
    quotes = terminal.rows("quotes", dated, "--within", within)
    assert [row["text"] for row in quotes] == said
    speakers = terminal.rows("speakers", dated, "--within", within)
    assert sum(row["quotations"] for row in speakers) == len(said)
    assert {row["speaker"] for row in speakers} == {row["speaker"] for row in quotes}
    assert sum(row["share"] for row in speakers) == pytest.approx(1 if said else 0)


def test_parts_that_are_asked_for_one_by_one_must_all_hold(terminal: Terminal, dated: Path) -> None:
    both = terminal("quotes", dated, "--within", "date:1398", "--within", "speaker:کیانفر")
    assert both == terminal("quotes", dated, "--within", "date:1398,speaker:کیانفر")
    assert both.count("\n") == 2


@pytest.mark.parametrize(
    ("within", "places"),
    [("date:1398", {"تهران", "شیراز"}), ("said", {"ایران"}), ("narrated", {"تهران", "شیراز", "تبریز"})],
)
def test_entities_of_a_part(terminal: Terminal, dated: Path, within: str, places: set[str]) -> None:
    rows = terminal.rows("entities", dated, "--type", "LOC", "--within", within)
    assert {row["entity"] for row in rows} == places
    assert all(row["said"] == (within == "said") for row in rows)


# --- tokens, sentences, normalize -------------------------------------------------------------------


@pytest.mark.parametrize("command", ["tokens", "sentences"])
def test_tokens_and_sentences_are_spans(terminal: Terminal, folder: Path, command: str) -> None:
    rows = terminal.rows(command, folder)
    assert all(TEXTS[row["document"]][row["start"] : row["end"]] == row["text"] for row in rows)
    assert next(row["sentence"] for row in rows if row["document"] == "more/c.txt") == 1
    assert list(rows[0]) == (TOKENS.split() if command == "tokens" else TOKENS.split()[:5])


def test_normalize_prints_the_text_restored(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("آنها میخوانند.\n", encoding="utf-8")
    assert terminal("normalize", path) == "آنها می‌خوانند.\n"


def test_normalize_cleans_what_it_is_asked_to(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("كتـــابِ 12", encoding="utf-8")
    options = ("--letters", "--kashida", "--diacritics", "--digits", "persian")
    assert terminal("normalize", path, *options) == "کتاب ۱۲\n"
    assert terminal("normalize", path) == "كتـــابِ 12\n"


def test_normalize_makes_a_parallel_folder(terminal: Terminal, folder: Path, tmp_path: Path) -> None:
    clean = tmp_path / "clean"
    assert terminal("normalize", folder, "-o", clean) == ""
    assert sorted(str(path.relative_to(clean)) for path in clean.rglob("*.txt")) == sorted(TEXTS)
    terminal("normalize", folder, "-o", clean)
    assert (terminal.status, "add --force" in terminal.err) == (2, True)
    terminal("normalize", folder, "-o", clean, "--force")
    assert terminal.status == 0


def test_normalize_makes_a_folder_of_a_table(terminal: Terminal, tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text("id,text\na,می خوانند.\nb,کتاب ها.\n", encoding="utf-8")
    terminal("normalize", rows, "-o", tmp_path / "clean")
    texts = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "clean").rglob("*.txt")}
    assert texts == {"rows.csv#a.txt": "می‌خوانند.", "rows.csv#b.txt": "کتاب‌ها."}
    terminal("normalize", rows, "-o", tmp_path / "clean.txt")
    assert (tmp_path / "clean.txt").read_text(encoding="utf-8") == "می‌خوانند.\nکتاب‌ها.\n"


def test_normalize_writes_one_file(terminal: Terminal, folder: Path, tmp_path: Path) -> None:
    terminal("normalize", folder / "a.txt", "-o", tmp_path / "clean.txt")
    assert (tmp_path / "clean.txt").is_file()
    terminal("normalize", folder / "a.txt", "-o", tmp_path / "clean.txt")
    assert terminal.status == 2


# --- score ------------------------------------------------------------------------------------------


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    text = TEXTS["b.txt"]
    spans = {"ایران آرام است": "E1", "آب هست": "E2"}
    names = {"E1": "بهزاد کیانفر", "E2": "پروین آذرنگ"}
    document = {
        "id": "b",
        "text": text,
        "date": "2020-07",
        "entities": [{"id": key, "name": name, "aliases": [], "type": "PER"} for key, name in names.items()],
        "quotes": [
            {"start": text.index(part), "end": text.index(part) + len(part), "kind": kind, "entity": entity}
            for (part, entity), kind in zip(spans.items(), ("indirect", "direct"), strict=True)
        ],
    }
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(document, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def test_score_analyses_the_texts_of_the_gold(terminal: Terminal, gold: Path) -> None:
    rows = {row["metric"]: row for row in terminal.rows("score", gold)}
    assert (rows["gold"]["count"], rows["predicted"]["count"]) == (2, 2)
    assert rows["exact"]["f1"] == rows["end_to_end"]["f1"] == 1.0


def test_score_takes_what_quotes_prints(terminal: Terminal, gold: Path, folder: Path, tmp_path: Path) -> None:
    predicted = tmp_path / "predicted.jsonl"
    terminal("quotes", folder, "-o", predicted)
    rows = {row["metric"]: row for row in terminal.rows("score", gold, predicted)}
    assert rows["end_to_end"]["f1"] == 1.0


def test_score_takes_what_quotes_prints_of_the_gold_itself(
    terminal: Terminal, gold: Path, tmp_path: Path
) -> None:
    terminal("quotes", gold, "-o", tmp_path / "predicted.jsonl")
    assert terminal.rows("score", gold, tmp_path / "predicted.jsonl") == terminal.rows("score", gold)


def test_a_prediction_of_other_documents_is_remarked(terminal: Terminal, gold: Path, tmp_path: Path) -> None:
    predicted = tmp_path / "other.jsonl"
    predicted.write_text('{"document": "x.txt", "start": 0, "end": 4}\n', encoding="utf-8")
    terminal("score", gold, predicted)
    assert terminal.status == 0
    assert terminal.err.startswith("no row of the prediction is of a document of the gold")


def test_score_reads_gold_from_standard_input(
    terminal: Terminal, gold: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = terminal.rows("score", gold)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(gold.read_bytes())))
    assert terminal.rows("score", "-") == expected


def test_a_dash_for_output_is_standard_output(
    terminal: Terminal, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert (
        terminal("quotes", "b.txt", "-f", "csv", "-o", "-") == terminal("quotes", "b.txt", "-f", "csv") != ""
    )
    assert terminal("normalize", "b.txt", "-o", "-") == terminal("normalize", "b.txt") != ""
    assert not Path("-").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_does_not_stop_the_others(terminal: Terminal, folder: Path) -> None:
    (folder / "a.txt").chmod(0)
    assert terminal("quotes", folder / "a.txt", folder / "b.txt").count("\n") > 1
    assert terminal.status == 1
    assert "a.txt: may not be read" in terminal.err


def test_score_prints_errors_and_says_the_scores(terminal: Terminal, gold: Path, tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").touch()
    printed = terminal("score", gold, tmp_path / "none.jsonl", "--errors", 1, "-f", "jsonl")
    (error,) = map(json.loads, printed.splitlines())
    assert (error["error"], error["gold"], error["expected"]) == ("missed", "ایران آرام است", "بهزاد کیانفر")
    assert terminal.err == "exact F1 0.0, half F1 0.0, speaker accuracy 0.0, end to end F1 0.0\n"
    assert terminal.status == 0


def test_a_gold_file_with_a_fault_is_told_by_line(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text('{"id": 1}\n', encoding="utf-8")
    terminal("score", tmp_path / "bad.jsonl")
    assert (terminal.status, terminal.err.count("\n")) == (1, 1)
    assert "bad.jsonl:1: lacks text" in terminal.err


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2020-07-21", date(2020, 7, 21)),
        ("1382-10-09 (Jalali)", date(2003, 12, 30)),
        ("2019-07", None),
        ("2022", None),
        ("", None),
        (None, None),
    ],
)
def test_only_a_whole_day_dates_a_gold_document(written: str | None, day: date | None) -> None:
    from persian_speech.cli.score import day as day_of

    assert day_of({"date": written}) == day


# --- what is refused --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nosuch"], "no command 'nosuch'; there are quotes"),
        (["quotes", "--nosuch"], "--nosuch"),
        (["quotes", "X", "--columns", "speaker,nosuch"], "no column nosuch; there are document, id"),
        (["quotes", "X", "--columns", "text,text"], "twice"),
        (["quotes", "X", "--limit", "0"], "--limit"),
        (["quotes", "X", "--encoding", "nosuch"], "try utf-8"),
        (["quotes", "X", "--date", "1399-45-01"], "--date"),
        (["quotes", "X", "-o", "a.nosuch"], "use .txt"),
        (["quotes", "X", "-o", "a.csv", "-f", "json"], "make them agree"),
        (["quotes", "X", "-o", "nosuch/a.csv"], "make it first"),
        (["quotes", "X", "-o", "news"], "is a folder"),
        (["quotes", "X", "-f", "parquet"], "-o FILE.parquet"),
        (["quotes", "X", "-f", "json", "--bom"], "--bom is for csv and tsv"),
        (["entities", "X", "--said", "--narrated"], "leave both out"),
        (["entities", "X", "--mentions", "--by", "month"], "choose one"),
        (["entities", "X", "--type", "CAT"], "'per', 'org'"),
        (["score"], "GOLD"),
        (["words", "X", "--compare", "said"], "persian-speech words: Option '--compare' requires 2"),
        (["quotes", "X", "-o"], "persian-speech quotes: Option '-o' requires"),
        (["quotes", "X", "--within", "date:Mordad"], "write date:1399-05"),
        (["report", "X", "-o", "a.pdf"], "name a.html"),
    ],
)
def test_wrong_usage_is_told_in_one_line(
    terminal: Terminal, folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], told: str
) -> None:
    monkeypatch.chdir(folder.parent)
    assert terminal(*arguments) == ""
    assert (terminal.status, terminal.err.count("\n")) == (2, 1)
    assert told in terminal.err
    assert "--help" in terminal.err


def test_parquet_without_its_library_is_told(
    terminal: Terminal, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("persian_speech.cli.writing.find_spec", lambda _: None)
    terminal("quotes", folder, "-o", tmp_path / "a.parquet")
    assert (terminal.status, "pip install pyarrow" in terminal.err) == (2, True)


def test_a_file_is_overwritten_only_with_force(terminal: Terminal, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("mine", encoding="utf-8")
    terminal("quotes", folder, "-o", path)
    assert (terminal.status, path.read_text(encoding="utf-8")) == (2, "mine")
    terminal("quotes", folder, "-o", path, "--force")
    assert (terminal.status, "mine" in path.read_text(encoding="utf-8")) == (0, False)


# --- what is survived -------------------------------------------------------------------------------


def test_a_missing_file_does_not_stop_the_others(terminal: Terminal, folder: Path) -> None:
    printed = terminal("quotes", folder / "a.txt", folder / "none.txt", folder / "b.txt")
    assert terminal.status == 1
    assert {line.split("\t")[0] for line in printed.splitlines()[1:]} == {
        str(folder / "a.txt"),
        str(folder / "b.txt"),
    }
    failure, summary = terminal.err.splitlines()
    assert "none.txt" in failure
    assert summary == "1 of 3 inputs failed, the rest is complete"


def test_quiet_tells_failures_alone(terminal: Terminal, folder: Path) -> None:
    terminal("quotes", "-q", folder / "a.txt", folder / "none.txt")
    assert (terminal.status, terminal.err.count("\n")) == (1, 1)


def test_verbose_tells_encoding_and_day(terminal: Terminal, folder: Path) -> None:
    terminal("quotes", "-v", folder / "a.txt", "--date", "2020-07-22")
    assert "a.txt: utf-8, dated 2020-07-22" in terminal.err


def test_verbose_tells_what_was_passed_over(terminal: Terminal, folder: Path, gold: Path) -> None:
    gold.rename(folder / "gold.jsonl")
    terminal("quotes", folder)
    assert (terminal.status, terminal.err) == (0, "")
    terminal("quotes", "-v", folder)
    assert "gold.jsonl: passed over" in terminal.err
    (folder / "a.pdf").write_bytes(b"%PDF-1.7")
    terminal("quotes", "-v", folder)
    assert "a.pdf: passed over, of no known kind; name it to have it read" in terminal.err


def test_encoding_is_as_told(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXTS["a.txt"].replace("ی", "ي").encode("cp1256"))
    rows = terminal.rows("quotes", path, "--encoding", "windows-1256")
    assert [row["form"] for row in rows] == ["colon", "colon"]


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\x01\x02\xff" * 200, "گفت: «سلام".encode(), "»«" * 9 + "گفت: «", b"\xff\xfe", b" \n\n"],
    ids=["empty", "binary", "open mark", "odd marks", "mark alone", "blank"],
)
@pytest.mark.parametrize("command", ["quotes", "entities", "tokens", "normalize"])
def test_an_odd_file_is_a_clear_line_or_a_result(
    terminal: Terminal, tmp_path: Path, content: bytes | str, command: str
) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    terminal(command, path)
    assert terminal.status in {0, 1}
    assert terminal.err.count("\n") == terminal.status
    assert "unexpected" not in terminal.err
    assert "cannot be analysed" not in terminal.err


def test_a_fault_in_one_document_costs_that_document(
    terminal: Terminal, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from persian_speech.pipeline import QUOTATIONS

    def faulty(document: Document) -> Document:
        if "شیراز" in document.text:
            raise ValueError("boom")
        for stage in QUOTATIONS:
            document = stage(document)
        return document

    stages(monkeypatch, faulty)
    printed = terminal("quotes", folder)
    assert (terminal.status, printed.count("\na.txt\t")) == (1, 2)
    assert terminal.err.splitlines()[0].startswith("b.txt: cannot be analysed (ValueError: boom)")
    assert "Traceback" not in terminal.err
    terminal("quotes", folder, "-v")
    assert "Traceback" in terminal.err


def test_an_interrupt_is_one_line_and_leaves_no_file(
    terminal: Terminal, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(document: Document) -> Document:
        raise KeyboardInterrupt

    stages(monkeypatch, interrupted)
    terminal("quotes", folder, "-o", tmp_path / "a.csv")
    assert (terminal.status, terminal.err) == (130, "Interrupted.\n")
    assert [path.name for path in tmp_path.iterdir()] == ["news"]


def test_a_fault_of_ours_is_one_line_with_a_way_on(
    terminal: Terminal, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Iterator[dict[str, object]]:
        raise ZeroDivisionError("ours")

    monkeypatch.setattr("persian_speech.cli.tokens.token_rows", broken)
    terminal("tokens", folder)
    assert (terminal.status, terminal.err.count("\n")) == (1, 1)
    assert "unexpected ZeroDivisionError: ours" in terminal.err
    assert "-v" in terminal.err


def test_help_is_given_when_nothing_is_asked(terminal: Terminal) -> None:
    assert terminal() == terminal("--help") == terminal("-h")
    assert terminal.out.startswith("Examples:")
    assert terminal.status == 0
