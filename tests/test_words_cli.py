"""words, collocates and concordance as a shell meets them."""

import json
import re
from pathlib import Path

import pytest
from conftest import Ask
from test_pipes import SAMPLES, at_terminal, shell

from persian_speech.__main__ import run


def test_the_commonest_words_can_be_cut_and_sorted() -> None:
    ran = shell("ps words samples --no-stop-words --no-headers | cut -f1,2 | sort -k2,2rn -s")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.splitlines()[0] == "گفت\t32"


def test_words_of_one_speaker_come_from_a_pipe() -> None:
    text = "وزیر نیرو گفت: سدها پر است. شهردار شیراز گفت: سدها تهی است."
    ran = shell(f"printf '{text}' | ps words --speaker شهردار --columns word,count --no-headers")
    assert ran.stdout == "است\t1\nتهی\t1\nسدها\t1\n"


def test_keyness_has_the_words_of_the_first_slice_first(ask: Ask) -> None:
    ran = ask("words samples --compare narrated said --lemma -f jsonl")
    rows = [json.loads(line) for line in ran.stdout.splitlines()]
    assert rows[0]["log_ratio"] > 0 > rows[-1]["log_ratio"]
    ranks = [row["log_likelihood"] if row["log_ratio"] > 0 else -row["log_likelihood"] for row in rows]
    assert ranks == sorted(ranks, reverse=True)


def test_a_speaker_can_be_compared_with_himself_before_and_after(ask: Ask, tmp_path: Path) -> None:
    table = tmp_path / "news.csv"
    said = "وزیر نیرو گفت: {} هست. شهردار شیراز گفت: خاک خوب است."
    rows = (f"a,2020-01-01,{said.format('آب')}", f"b,2021-01-01,{said.format('نان')}")
    table.write_text("\n".join(("id,date,text", *rows)), encoding="utf-8")
    ran = ask(f"words {table} --compare date:2020 date:2021 --speaker نیرو --columns word --no-headers")
    assert ran.stdout.split() == ["آب", "هست", "نان"]
    ran = ask(f"words {table} --within date:1399-10..1399-12 --columns word,count --no-headers --said")
    assert ran.stdout.split() == [*("است", "1", "خاک", "1", "خوب", "1", "نان", "1", "هست", "1")]


def test_offsets_of_a_concordance_lead_back_to_the_text(ask: Ask) -> None:
    ran = ask("concordance 'lemma:روستا' samples/kabul-roads.txt samples/agency-spokesman.txt -f jsonl")
    rows = [json.loads(line) for line in ran.stdout.splitlines()]
    assert rows
    for row in rows:
        with open(row["document"], encoding="utf-8") as file:  # noqa: PTH123 - the path as it was printed
            text = file.read()
        assert text[row["start"] : row["end"]] == row["hit"]
        assert text[: row["start"]].endswith(row["left"])


def test_collocates_can_be_sorted_by_a_measure(ask: Ask) -> None:
    ran = ask("collocates آب samples --sort t --columns t --no-headers")
    values = [float(line) for line in ran.stdout.splitlines()]
    assert values == sorted(values, reverse=True)
    assert values


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("ps words samples --compare said", "2 arguments"),
        ("ps words samples --compare said told", "no slice"),
        ("ps words samples --compare said rest --by month", "choose one"),
        ("ps timeline samples --within month:1399", "no slice"),
        ("ps timeline samples --within date:1399-13", "no day, month or year"),
        ("ps timeline samples --within date:13990501", "no day, month or year"),
        ("ps timeline samples --within date:2020..1399", "same calendar"),
        ("ps timeline samples --within date:1399..1398", "to a later one"),
        ("ps words samples --narrated --speaker وزیر", "leave nothing"),
        ("ps concordance '/(/' samples", "no regular expression"),
        ("ps collocates '*' samples", "nothing to look for"),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_line(ask: Ask, command: str, told: str) -> None:
    ran = ask(command.removeprefix("ps "))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert told in ran.stderr
    assert ran.stderr.count("\n") == 1


def test_a_slice_without_words_ends_with_one_line(ask: Ask) -> None:
    ran = ask("words samples --compare date:1300 rest")
    assert (ran.returncode, ran.stdout.count("\n"), ran.stderr.count("\n")) == (1, 1, 1)
    assert ran.stdout.startswith("word\t")  # the columns, and no rows
    assert "slice A" in ran.stderr


def test_a_terminal_shows_a_concordance_that_fits_it() -> None:
    status, shown = at_terminal(["concordance", "آب", "samples", "-q"], width=90)
    assert status == 0
    lines = [re.sub("[\u2066-\u2069\u200b-\u200f]|\x1b\\[[0-9;]*m", "", line) for line in shown.splitlines()]
    assert max(map(len, lines)) <= 90
    assert sum(" آب " in line for line in lines) >= 15


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("corpus") / "samples.db"
    assert run(["analyze", str(SAMPLES), "-o", str(path), "-q"]) == 0
    return path


@pytest.mark.parametrize(
    "command",
    [
        ("words", "--lemma", "--by", "speaker"),
        ("words", "--compare", "said", "narrated"),
        ("collocates", "آب"),
        ("concordance", "lemma:گفتن", "--sort", "left"),
        ("timeline", "--of", "entities", "--every", "year"),
        ("network", "--of", "entity-entity"),
        ("quotes", "--deduplicate"),
    ],
    ids=" ".join,
)
def test_a_corpus_answers_as_its_folder_does(
    corpus: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    told = []
    for source in (SAMPLES, corpus):
        assert run([command[0], *command[1:], str(source), "-f", "tsv", "-q"]) == 0
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]
    assert told[0].count("\n") > 1
