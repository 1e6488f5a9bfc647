"""The report's page as text: what it counts, that documents are data in it, that it is small."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from annotated import ANALYZER, RELEASE, documents, release, texts
from hypothesis import given, settings
from hypothesis import strategies as st
from resiliparse.parse.html import ElementNode, HTMLTree

from persian_speech.__main__ import run
from persian_speech.corpus.sources import Source, read
from persian_speech.document import Document, Speaker
from persian_speech.output.marking import lines
from persian_speech.output.report import persian
from persian_speech.output.report.colours import COLOURS, coloured
from persian_speech.output.report.model import Model
from persian_speech.output.report.page import render
from persian_speech.output.report.release import shown
from persian_speech.output.report.timeline import LONGEST, timeline

SAMPLES = Path(__file__).parent.parent / "samples"
DAYS = st.dates(date(1990, 1, 1), date(2030, 1, 1))


def body(*named: tuple[str, Document], title: str = "گزارش") -> ElementNode:
    found = HTMLTree.parse(render(named, title)).body
    assert found
    return found


def shape(page: ElementNode) -> list[str]:
    """The elements that do not depend on what was found."""
    return [str(element.tag) for element in page.query_selector_all("script, iframe, img, style, link, form")]


WATER = ANALYZER("وزیر نیرو گفت: آب هست.")
EMPTY = shape(body(("a.txt", ANALYZER("آب."))))


@settings(max_examples=20)
@given(documents, texts)
def test_whatever_a_document_holds_is_text_and_never_markup(document: Document, name: str) -> None:
    page = body((name, document), title=name)
    assert shape(page) == EMPTY
    # The first line is the headline; a document of one line has its name for that.
    written = [(each.text or "").split() for each in page.query_selector_all(".release h3, .release .body p")]
    expected = [shown(line.text).split() for line in lines(document.text)]
    assert written[len(written) - len(expected) :] == expected


def test_the_data_of_the_script_ends_no_script() -> None:
    written = render([("a", ANALYZER("</script><b>وزیر</b> گفت: </script>آب\u2028هست."))], "گزارش")
    data = written.partition('id="data">')[2].partition("</script>")[0]
    assert not re.search("[<>&\u2028]", data)


def test_the_page_lets_nothing_in_and_only_its_own_scripts_run() -> None:
    written = render([("a", release())], "گزارش")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', written)
    assert policy
    assert "default-src &#39;none&#39;" in policy[1]
    assert policy[1].count("sha256-") == written.count("<script>")
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", written)


def test_a_hundred_releases_are_less_than_three_megabytes() -> None:
    analysed = [
        (source.document, ANALYZER(source.text, date=source.date))
        for source in read([str(SAMPLES)])
        if isinstance(source, Source)
    ]
    hundred = [(f"{number}-{name}", found) for number in range(8) for name, found in analysed][:100]
    assert len(hundred) == 100
    assert len(render(hundred, "گزارش").encode()) < 3_000_000


# --- what is counted --------------------------------------------------------------------------------


def test_speakers_stand_by_the_words_quoted_of_them_and_the_unknown_one_last() -> None:
    model = Model(
        [
            ("a", release()),
            ("b", ANALYZER("بهزاد کیانفر شهردار شیراز گفت که شهر آرام است. به گفته شاهدان، باران بارید.")),
        ]
    )
    assert [voice.name for voice in model.named][:2] == ["پروین آذرنگ", "بهزاد کیانفر"]
    assert [voice.words for voice in model.named] == sorted((v.words for v in model.named), reverse=True)
    assert all(voice.name for voice in model.voices[:-1])


def test_a_known_person_is_one_speaker_whatever_his_name_in_a_document_and_no_namesake() -> None:
    def said_by(speaker: Speaker) -> Document:
        return replace(WATER, quotations=tuple(replace(each, speaker=speaker) for each in WATER.quotations))

    names = ("سارا مهرجو", "دکتر مهرجو", "دکتر مهرجو")
    persons = [Speaker("person:1", name, known=True) for name in names]
    model = Model([(str(n), said_by(each)) for n, each in enumerate((*persons, Speaker("S1", "دکتر مهرجو")))])
    assert [(voice.name, voice.documents) for voice in model.voices] == [("دکتر مهرجو", 3), ("دکتر مهرجو", 1)]
    assert {voice.colour for voice in model.voices} == {0, 1}


def test_whom_a_speaker_speaks_of_is_counted_and_never_himself() -> None:
    text = "پروین آذرنگ وزیر نیرو گفت: «شیراز و اصفهان آب دارند و شیراز آرام است. آذرنگ وزیر است.»"
    model = Model([("a", ANALYZER(text))])
    spoken = {(model.voices[s].name, model.entities[e].name): count for (s, e), count in model.spoken.items()}
    assert spoken["پروین آذرنگ", "شیراز"] == 2
    assert ("پروین آذرنگ", "پروین آذرنگ") not in spoken


@given(st.lists(st.sets(st.integers(0, 30), max_size=COLOURS), max_size=8))
def test_speakers_of_one_release_differ_in_colour(together: list[set[int | None]]) -> None:
    ranked = list({key: None for group in together for key in group})
    chosen = coloured(ranked, together)
    assert set(chosen.values()) <= set(range(COLOURS))
    first = set(ranked[:COLOURS])
    assert len({chosen[key] for key in first}) == len(first)
    if len(together) == 1:
        assert len({chosen[key] for key in together[0]}) == len(together[0])


@settings(max_examples=20)
@given(st.lists(DAYS, min_size=1, max_size=6))
def test_every_dated_word_is_in_one_period_of_the_timeline(days: list[date]) -> None:
    line = timeline(Model([(str(n), replace(WATER, date=day)) for n, day in enumerate(days)]))
    assert sum(sum(each.words) for each in line.series) == 2 * len(days)
    assert len(line.labels) == len(line.titles) == len(set(line.titles))
    longest = LONGEST.get(line.unit)
    assert longest is None or max(days) - min(days) <= timedelta(days=longest)


@pytest.mark.parametrize(
    ("days", "unit", "labels"),
    [
        (["2020-07-22", "2020-07-24"], "day", ["۱ مرداد", "۲ مرداد", "۳ مرداد"]),
        (["2020-07-22", "2020-10-01"], "week", None),
        (["2020-03-20", "2020-12-01"], "month", None),
        (["2015-03-25", "2020-03-20"], "year", ["۱۳۹۴", "۱۳۹۵", "۱۳۹۶", "۱۳۹۷", "۱۳۹۸", "۱۳۹۹"]),
    ],
)
def test_the_timeline_counts_in_days_weeks_months_or_years(
    days: list[str], unit: str, labels: list[str] | None
) -> None:
    pairs = [(day, replace(WATER, date=date.fromisoformat(day))) for day in days]
    line = timeline(Model(pairs))
    assert line.unit == unit
    assert labels is None or line.labels == labels


def test_documents_without_a_day_are_told_and_draw_no_timeline() -> None:
    line = timeline(Model([("a", WATER)]))
    assert (line.undated, line.is_worth_drawing) == (1, False)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (persian.number(1234567), "۱٬۲۳۴٬۵۶۷"),
        (persian.percent(0.0813), "۸٫۱٪"),
        (persian.day(date(2020, 7, 22)), "۱ مرداد ۱۳۹۹"),
        (persian.word("form", "colon"), "پس از دونقطه"),
        (persian.word("form", "newer"), "newer"),
        (persian.rule("never_heard_of"), "never heard of"),
        (persian.speaker_rule("the last who spoke; a newer rule"), "آخرین کسی که سخن گفته بود؛ a newer rule"),
    ],
)
def test_numbers_days_and_words_are_persian(written: str, expected: str) -> None:
    assert written == expected


# --- the command ------------------------------------------------------------------------------------


def test_the_command_writes_one_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, target = tmp_path / "a.txt", tmp_path / "a.html"
    source.write_text(RELEASE, encoding="utf-8")
    assert run(["report", str(source), "-o", str(target), "--title", "سخنان <هفته>"]) == 0
    assert "<h1>سخنان &lt;هفته&gt;</h1>" in target.read_text(encoding="utf-8")
    assert run(["report", str(source), "-o", str(target)]) == 2
    assert "--force" in capsys.readouterr().err
    assert run(["report", str(source)]) == 0
    assert capsys.readouterr().out.startswith("<!doctype html>")


def test_a_doubtful_attribution_is_marked() -> None:
    (sure,) = WATER.quotations
    doubtful = replace(WATER, quotations=(replace(sure, confidence=0.5),))
    marks = [
        element.getattr("data-n")
        for each in (WATER, doubtful)
        for element in body(("a", each)).query_selector_all(".q .n")
    ]
    assert marks == ["۱", "۱؟"]
