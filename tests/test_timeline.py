"""Timelines: periods of both calendars without a gap, series, counts against the words of the period."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from collected import collected
from conftest import Ask
from hypothesis import given, settings
from hypothesis import strategies as st
from test_pipes import shell

from persian_speech.analysis.patterns import compile_pattern
from persian_speech.analysis.periods import Every, Rhythm
from persian_speech.analysis.slices import EVERYTHING, Slice, parse
from persian_speech.analysis.timeline import Events, matched, mentioned, spoken, timeline, used
from persian_speech.analysis.words import Unit
from persian_speech.pipeline import ALL

MINISTER = "پروین آذرنگ وزیر نیرو در شیراز گفت: سدها پر است. وی افزود: آب هست.\n"
MAYOR = "بهزاد کیانفر شهردار شیراز گفت: شهر آب دارد.\nآب شهر پاک است.\n"
WATER = matched([("آب", compile_pattern("آب"))])


def chart(
    *texts: str, events: Events, every: Every = "month", within: Slice = EVERYTHING, top: int | None = None
) -> list[tuple[object, ...]]:
    """(series, period, count) of the texts, of 22 July, 20 August 2020 and 21 March 2021."""
    rows = timeline(collected(*texts, stages=ALL), events, rhythm=Rhythm(every), within=within, top=top)
    return [(row["series"], row["period"], row["count"]) for row in rows]


@pytest.mark.parametrize(
    ("every", "calendar", "name"),
    [
        ("day", "gregorian", "2020-07-22"),
        ("day", "jalali", "1399-05-01"),
        ("week", "gregorian", "2020-07-20"),  # a Monday
        ("week", "jalali", "1399-04-28"),  # a Saturday
        ("month", "gregorian", "2020-07"),
        ("month", "jalali", "1399-05"),
        ("year", "gregorian", "2020"),
        ("year", "jalali", "1399"),
    ],
)
def test_a_period_is_named_in_its_calendar(every: str, calendar: str, name: str) -> None:
    assert Rhythm(every, calendar).name(date(2020, 7, 22)) == name  # type: ignore[arg-type]


days = st.dates(date(1990, 1, 1), date(2040, 1, 1))
rhythms = st.builds(
    Rhythm, st.sampled_from(["day", "week", "month", "year"]), st.sampled_from(["gregorian", "jalali"])
)


@settings(max_examples=60)
@given(days, st.integers(0, 900), rhythms)
def test_periods_follow_one_another_without_a_gap(first: date, length: int, rhythm: Rhythm) -> None:
    last = first + timedelta(days=length)
    names = list(rhythm.periods(first, last))
    assert (names[0], names[-1]) == (rhythm.name(first), rhythm.name(last))
    assert names == sorted(set(names))
    assert set(names) == {rhythm.name(first + timedelta(days=at)) for at in range(length + 1)}


@settings(max_examples=60)
@given(days, days, rhythms)
def test_days_of_one_period_are_those_with_its_first_day(one: date, other: date, rhythm: Rhythm) -> None:
    assert (rhythm.first_day(one) == rhythm.first_day(other)) == (rhythm.name(one) == rhythm.name(other))
    assert rhythm.first_day(one) <= one


def test_periods_without_anything_are_there_too() -> None:
    assert chart(MINISTER, MAYOR, "نان", events=WATER) == [
        ("آب", "2020-07", 1),
        ("آب", "2020-08", 2),
        *(
            ("آب", period, 0)
            for period in ("2020-09", "2020-10", "2020-11", "2020-12", "2021-01", "2021-02", "2021-03")
        ),
    ]


def test_speakers_count_by_quotations_the_most_quoted_first() -> None:
    assert chart(MINISTER, MAYOR, events=spoken, every="year") == [
        ("پروین آذرنگ", "2020", 2),
        ("بهزاد کیانفر", "2020", 1),
    ]


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        (mentioned((), frozenset({"LOC"})), [("شیراز", "2020", 2)]),
        (mentioned(("شیراز",), frozenset()), [("شیراز", "2020", 2)]),
        (mentioned(("آذرنگ",), frozenset()), [("پروین آذرنگ", "2020", 1)]),
        (mentioned(("تبریز",), frozenset()), []),
        (used(Unit(lemmas=True, stop_words=False)), [("آب", "2020", 3)]),
    ],
)
def test_entities_and_words_are_counted(events: Events, expected: list[tuple[object, ...]]) -> None:
    assert chart(MINISTER, MAYOR, events=events, every="year", top=1) == expected


@pytest.mark.parametrize(("within", "count"), [("said", 2), ("narrated", 1), ("speaker:آذرنگ", 1)])
def test_a_timeline_keeps_to_a_slice(within: str, count: int) -> None:
    assert chart(MINISTER, MAYOR, events=WATER, every="year", within=parse(within)) == [("آب", "2020", count)]


@pytest.mark.parametrize(
    ("within", "periods"),
    [("date:2020-2..2020-03", ["2020-02"]), ("date:2020-02..", ["2020-02", "2020-03", "2020-04"])],
)
def test_a_timeline_has_the_periods_of_its_slice(within: str, periods: list[str]) -> None:
    days = tuple(date(2020, month, 1) for month in (1, 2, 4))
    rows = timeline(
        collected("آب", "آب", "آب", dates=days), WATER, rhythm=Rhythm("month"), within=parse(within)
    )
    assert [row["period"] for row in rows] == periods


def test_counts_are_told_per_thousand_words_of_the_period() -> None:
    rows = list(timeline(collected("آب نان آب نان", "نان", ""), WATER, rhythm=Rhythm("month")))
    told = [(row["count"], row["words"], row["per_thousand"]) for row in rows]
    assert told[:3] == [(2, 4, 500.0), (0, 1, 0.0), (0, 0, None)]


def test_spellings_of_a_series_are_one_under_the_commonest() -> None:
    texts = ("مهران سپهر نیا گفت: آب هست.", *["مهران سپهرنیا گفت: نان هست."] * 2)
    assert {series for series, _, _ in chart(*texts, events=spoken)} == {"مهران سپهرنیا"}


def test_documents_without_a_day_are_left_out_and_told() -> None:
    ran = shell("printf 'وزیر نیرو گفت: آب هست.' | ps timeline - samples/leader-meeting.txt --word آب")
    assert ran.returncode == 0
    assert ran.stderr == "left out 1 without a day (- …); --date gives one\n"


def test_a_terminal_gets_bars(ask: Ask) -> None:
    ran = ask("timeline samples --word آب --every year -f table --width 60 --color never")
    bars = [line.count("█") for line in ran.stdout.splitlines() if "20" in line]
    assert max(bars) > 10 > min(bars)
    assert max(map(len, ran.stdout.splitlines())) < 80


def test_a_chart_names_a_series_once(ask: Ask) -> None:
    ran = ask("timeline samples --word آب --word نان --every year -f table --width 80")
    names = [line for line in ran.stdout.splitlines() if "آب" in line or "نان" in line]
    assert len(names) == 2
    assert len(ran.stdout.splitlines()) > 30


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("ps timeline samples --word آب --entity ایران", "choose one"),
        ("ps timeline samples --word '/(/'", "no regular expression"),
        ("ps timeline samples --every hour", "hour"),
    ],
)
def test_what_cannot_be_asked_is_told(ask: Ask, command: str, told: str) -> None:
    ran = ask(command.removeprefix("ps "))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert told in ran.stderr


def test_rows_of_a_timeline_are_sorted_and_sum_to_what_words_counts(ask: Ask) -> None:
    ran = ask("timeline samples --word آب --calendar jalali --columns period,count --no-headers")
    rows = [line.split("\t") for line in ran.stdout.splitlines()]
    assert all(one[0] < other[0] for one, other in pairwise(rows))
    counted = ask("words samples --columns word,count --no-headers").stdout.splitlines()
    assert f"آب\t{sum(int(count) for _, count in rows)}" in counted
