"""The same statement across documents: brought together, told apart, in the order it appeared."""

import json
from datetime import date
from pathlib import Path

import pytest
from collected import collected
from conftest import Ask
from hypothesis import given, settings
from hypothesis import strategies as st

from persian_speech.analysis.reuse import (
    Statement,
    can_be_one,
    denies,
    statement_rows,
    statements,
    variant_rows,
)
from persian_speech.analysis.tables import Row, quotation_rows
from persian_speech.document import Quotation, Speaker
from persian_speech.pipeline import QUOTATIONS

FIRST = "پروین آذرنگ وزیر نیرو گفت: آب سدهای استان تا پایان تابستان برای همه شهرها کافی است.\n"
MINISTER = Speaker("S1", "پروین آذرنگ", "وزیر نیرو", ("پروین آذرنگ", "آذرنگ"))


def quoted(*texts: str, days: tuple[date | None, ...] = ()) -> list[tuple[Quotation, Row]]:
    return [
        pair
        for name, document in collected(*texts, dates=days, stages=QUOTATIONS)
        for pair in zip(document.quotations, quotation_rows(name, document), strict=True)
    ]


def together(*texts: str, days: tuple[date | None, ...] = ()) -> list[list[object]]:
    """The documents of each statement."""
    found = statements(quoted(*texts, days=days))
    return [[one.row["document"] for one in statement.appearances] for statement in found]


@pytest.mark.parametrize(
    "other",
    [
        # Word for word; other letters, spaces and marks; by surname, by office, by nobody known.
        FIRST,
        "آذرنگ گفت: آب سدهاي استان تا پايان تابستان براي همهٔ شهرها، کافی است.\n",
        "وزیر نیرو گفت: «آب سد های استان تا پایان تابستان برای همه‌ی شهرها کافی است.»\n",
        # A word more, a word less, another word.
        "پروین آذرنگ گفت: آب سدهای این استان تا پایان تابستان برای همه شهرها کافی است.\n",
        "پروین آذرنگ گفت: آب سدهای استان تا پایان تابستان برای شهرها کافی است.\n",
        "پروین آذرنگ افزود که آب سدهای استان تا آخر تابستان برای همه شهرها کافی است.\n",
    ],
)
def test_one_statement_is_brought_together(other: str) -> None:
    assert together(FIRST, other) == [["d1", "d2"]]


@pytest.mark.parametrize(
    "other",
    [
        # Another person, another office, the contrary, another sentence.
        "بهزاد کیانفر گفت: آب سدهای استان تا پایان تابستان برای همه شهرها کافی است.\n",
        "وزیر کشور گفت: آب سدهای استان تا پایان تابستان برای همه شهرها کافی است.\n",
        "پروین آذرنگ گفت: آب سدهای استان تا پایان تابستان برای همه شهرها کافی نیست.\n",
        "پروین آذرنگ گفت: برق استان تا پایان زمستان از نیروگاه تازه داده می‌شود.\n",
    ],
)
def test_statements_are_told_apart(other: str) -> None:
    assert together(FIRST, other) == [["d1"], ["d2"]]


def test_short_quotations_must_agree_in_all_their_letters() -> None:
    assert together("آذرنگ گفت: آب هست.", "آذرنگ گفت: آب هست.", "آذرنگ گفت: نان هست.") == [
        ["d1", "d2"],
        ["d3"],
    ]


def test_the_first_appearance_is_the_earliest_and_undated_ones_come_last() -> None:
    days = (None, date(2021, 1, 2), date(2021, 1, 1))
    assert together(FIRST, FIRST, FIRST, days=days) == [["d3", "d2", "d1"]]
    (row,) = statement_rows(statements(quoted(FIRST, FIRST, FIRST, days=days)))
    assert (row["document"], row["date"], row["last_date"]) == ("d3", "2021-01-01", "2021-01-02")
    assert (row["appearances"], row["documents"], row["variants"]) == (3, 3, 1)


def test_variants_stand_beside_one_another_with_their_likeness() -> None:
    other = FIRST.replace("پایان", "آخر")
    rows = list(variant_rows(statements(quoted(FIRST, other, "آذرنگ گفت: نان هست."))))
    assert [(row["statement"], row["appearance"], row["document"]) for row in rows] == [
        (1, 1, "d1"),
        (1, 2, "d2"),
    ]
    assert rows[0]["similarity"] == 1
    assert 0.5 <= float(str(rows[1]["similarity"])) < 1


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (None, True),
        (Speaker("S", "آذرنگ"), True),
        (Speaker("S", "خانم آذرنگ"), True),
        (Speaker("S", "وزیر نیرو", "وزیر نیرو"), True),
        (Speaker("S", "وزیر", "وزیر"), True),
        (Speaker("S", "بهزاد کیانفر"), False),
        (Speaker("S", "وزیر کشور", "وزیر کشور"), False),
    ],
)
def test_speakers_can_be_one_where_nothing_speaks_against_it(other: Speaker | None, expected: bool) -> None:
    assert can_be_one(MINISTER, other) is expected
    assert can_be_one(other, MINISTER) is expected


def test_known_speakers_are_one_by_their_id_alone() -> None:
    one, other = (Speaker(name, "آذرنگ", known=True) for name in ("parvin-azarang", "mehran-azarang"))
    assert can_be_one(one, one)
    assert not can_be_one(one, other)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("او می‌رود", "او نمی‌رود", True),
        ("رفت و نگفت", "رفت و گفت", True),
        ("کافی است", "کافی نیست", True),
        ("نان می‌آید", "آن می‌آید", False),
        ("او می‌رود", "او می‌آید", False),
    ],
)
def test_one_that_denies_the_other_is_told(one: str, other: str, expected: bool) -> None:
    assert denies(*(tuple(text.replace("\u200c", "").split()) for text in (one, other))) is expected


WORDS = ["آب", "سد", "شهر", "استان", "تابستان", "کافی", "باران", "مردم"]
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12)


@settings(max_examples=30)
@given(st.lists(words, min_size=1, max_size=6))
def test_every_quotation_is_in_one_statement(found: list[list[str]]) -> None:
    texts = [f"آذرنگ گفت: {' '.join(one)}." for one in found]
    pairs = quoted(*texts)
    made: list[Statement] = statements(pairs)
    rows = [appearance.row for one in made for appearance in one.appearances]
    assert sorted(map(str, rows)) == sorted(str(row) for _, row in pairs)
    assert all(0.5 <= value <= 1 for one in made for value in one.similarities)
    again = statements([pair for pair in pairs for _ in range(2)])
    assert len(again) == len(made)


def test_a_folder_of_outlets_is_read_once(ask: Ask, tmp_path: Path) -> None:
    for name, day in (("b.txt", "۲ مرداد ۱۳۹۹"), ("a.txt", "۳ مرداد ۱۳۹۹")):
        (tmp_path / name).write_text(f"تهران - {day}\n{FIRST}", encoding="utf-8")
    (row,) = map(json.loads, ask(f"quotes {tmp_path} --deduplicate -f jsonl").stdout.splitlines())
    assert (row["document"], row["appearances"], row["last_date_jalali"]) == ("b.txt", 2, "1399-05-03")
    ran = ask(f"quotes {tmp_path} --variants --columns document,similarity --no-headers")
    assert ran.stdout == "b.txt\t1.0\na.txt\t1.0\n"


def test_two_views_at_once_are_refused(ask: Ask) -> None:
    ran = ask("quotes samples --deduplicate --explain")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "choose one" in ran.stderr
