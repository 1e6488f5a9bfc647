"""Scoring: figures worked out by hand, and the same as the published scorer's to the last digit."""

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persian_speech.analysis.gold import load_gold, load_predicted
from persian_speech.analysis.matching import pair, skeleton
from persian_speech.analysis.scoring import score, score_rows
from persian_speech.errors import PersianSpeechError

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "gold"
SCORER = SHARED / "score_quotes.py"

Item = dict[str, Any]

TEXT = "پروین آذر گفت: باران آمد. بهزاد کیا افزود: سدها پر شد و جاده‌ها بسته ماند."
FIRST, SECOND = "باران آمد", "سدها پر شد و جاده‌ها بسته ماند"


def quote(part: str, entity: str, **others: object) -> Item:
    start = TEXT.index(part)
    return {"start": start, "end": start + len(part), "kind": "direct", "entity": entity, **others}


def gold() -> list[Item]:
    return [
        {
            "id": "rain",
            "text": TEXT,
            "entities": [
                {"id": "E1", "name": "پروین آذر", "aliases": ["خانم آذر"], "type": "PER"},
                {"id": "E2", "name": "بهزاد کیا", "aliases": [], "type": "PER"},
            ],
            "quotes": [
                quote(FIRST, "E1", cue="گفت", cue_start=10, cue_end=13, speaker_start=0, speaker_end=9),
                quote(SECOND, "E2", cue="افزود", cue_start=36, cue_end=41, speaker_start=26, speaker_end=35),
            ],
        }
    ]


def row(part: str, speaker: str | None, **others: object) -> Item:
    found = quote(part, "")
    return {"document": "rain", "start": found["start"], "end": found["end"], "speaker": speaker, **others}


PERFECT = (
    row(FIRST, "پروین آذر", kind="direct", cue_start=10, cue_end=13, speaker_start=0, speaker_end=9),
    row(SECOND, "بهزاد کیا", kind="direct", cue_start=36, cue_end=41, speaker_start=26, speaker_end=35),
)


def test_a_perfect_prediction_scores_one_everywhere() -> None:
    report, errors = score(gold(), PERFECT, errors=True)
    ones = {"p": 1.0, "r": 1.0, "f1": 1.0}
    assert all(report[name] == ones for name in ("exact", "half", "soft", "end_to_end"))
    assert {value for name, value in report.items() if name.endswith(("accuracy", "consistency"))} == {1.0}
    assert errors == []


def test_no_prediction_scores_nought_and_misses_all() -> None:
    report, errors = score(gold(), [], errors=True)
    assert report["half"] == {"p": 0.0, "r": 0.0, "f1": 0.0}
    assert [error["error"] for error in errors] == ["missed", "missed"]


def test_a_wrong_speaker_counts_for_the_span_and_not_end_to_end() -> None:
    report, errors = score(gold(), [PERFECT[0], row(SECOND, "پروین آذر", kind="indirect")], errors=True)
    assert report["exact"]["f1"] == report["half"]["f1"] == 1.0
    assert report["end_to_end"] == {"p": 0.5, "r": 0.5, "f1": 0.5}
    assert (report["speaker_accuracy"], report["kind_accuracy"]) == (0.5, 0.5)
    assert (report["cue_accuracy"], report["mention_accuracy"]) == (0.5, 0.5)
    assert [(e["error"], e["expected"], e["speaker"]) for e in errors] == [
        ("speaker", "بهزاد کیا", "پروین آذر")
    ]


def test_half_of_a_span_is_a_half_match_and_less_is_none() -> None:
    half, less = row("سدها پر شد و جاده‌ها", "بهزاد کیا"), row("سدها پر", "بهزاد کیا")
    assert score(gold(), [half])[0]["half"]["r"] == 0.5
    assert score(gold(), [half])[0]["exact"]["r"] == 0.0
    assert score(gold(), [less])[0]["half"]["r"] == 0.0


def test_punctuation_and_space_at_the_ends_do_not_count() -> None:
    report, _ = score(gold(), [row(f"{FIRST}. ", "خانم آذر")])
    assert report["exact"]["p"] == report["end_to_end"]["p"] == 1.0


def test_a_second_prediction_of_one_quotation_is_spurious() -> None:
    report, errors = score(gold(), [*PERFECT, PERFECT[0]], errors=True)
    assert report["half"]["p"] == pytest.approx(2 / 3, abs=1e-4)
    assert [error["error"] for error in errors] == ["spurious"]


def test_of_equal_overlaps_the_later_wins() -> None:
    (document,) = gold()
    assert pair(document, [dict(PERFECT[0]), dict(PERFECT[0])]).pairs == ((0, 1),)


def test_a_path_belongs_to_the_document_of_its_stem() -> None:
    rows = [{**PERFECT[0], "document": "folder/rain.txt"}]
    assert score(gold(), rows)[0]["end_to_end"]["r"] == 0.5


def test_offsets_beyond_the_text_do_no_harm() -> None:
    report, _ = score(gold(), [{**PERFECT[1], "end": len(TEXT) + 50}], errors=True)
    assert report["exact"]["r"] == 0.5


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("حضرت آیت‌الله دکتر بهزاد کیا", "بهزاد کیا"),
        ("آقای مهندس بهزادكيا", "بهزاد کیا"),
        ("سیدعلی راد", "سید علی راد"),
        ("مُحَمَّد‌رضا آذر", "محمدرضا آذر"),
        ("«پروین آذر»", "پروین آذر"),
    ],
)
def test_two_spellings_are_one_name(name: str, same: str) -> None:
    assert skeleton(name) == skeleton(same)


@pytest.mark.parametrize(("name", "other"), [("سیدی", "ی"), ("امامی", "ی"), ("پروین آذر", "پروین آذری")])
def test_two_names_stay_two(name: str, other: str) -> None:
    assert skeleton(name) != skeleton(other)


def test_a_report_becomes_one_row_a_metric() -> None:
    rows = {str(line["metric"]): line for line in score_rows(score(gold(), PERFECT)[0])}
    assert rows["gold"]["count"] == 2
    assert rows["half"]["f1"] == 1.0
    assert rows["speaker"]["accuracy"] == 1.0
    assert all(set(line) == {"metric", "p", "r", "f1", "accuracy", "count"} for line in rows.values())


spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted)
speakers = st.sampled_from(["پروین آذر", "بهزاد کیا", None])


@given(st.lists(st.tuples(spans, speakers), max_size=6))
def test_scores_are_shares_and_end_to_end_never_beats_half(found: list[tuple[list[int], str | None]]) -> None:
    rows = [{"document": "rain", "start": a, "end": b, "speaker": name} for (a, b), name in found]
    report, _ = score(gold(), rows)
    assert all(0 <= value <= 1 for name in ("exact", "half", "soft") for value in report[name].values())
    assert report["end_to_end"]["f1"] <= report["half"]["f1"]


# --- files ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"id": "a"}', "gold.jsonl:2: lacks text, entities, quotes"),
        ("[1]", "gold.jsonl:2: lacks id"),
        ("{oops", "gold.jsonl:2: is not JSON"),
        ('{"id": "a", "text": null, "entities": [], "quotes": []}', "gold.jsonl:2: «text» holds null"),
        ('{"id": "a", "text": "", "entities": [], "quotes": 5}', "gold.jsonl:2: «quotes» holds 5"),
        ('{"id": "a", "text": "", "entities": [1], "quotes": []}', "gold.jsonl:2: lacks id, name"),
    ],
)
def test_a_bad_line_is_told_with_its_number(tmp_path: Path, line: str, told: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f"{json.dumps(gold()[0])}\n{line}\n", encoding="utf-8")
    with pytest.raises(PersianSpeechError, match=r"each .* needs|one object a line|mend it") as raised:
        load_gold(path)
    assert told in str(raised.value)


def test_a_missing_or_binary_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(PersianSpeechError, match="cannot be read"):
        load_gold(tmp_path / "none.jsonl")
    (tmp_path / "bytes.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(PersianSpeechError, match="is not UTF-8"):
        load_predicted(tmp_path / "bytes.jsonl")


# --- beside the published scorer --------------------------------------------------------------------


def perturbed(documents: list[Item], seed: int) -> list[Item]:
    """The gold as a careless system would find it: lost, doubled, moved, misattributed."""
    chance = random.Random(seed)  # noqa: S311 - the same every time is what is wanted
    return [
        careless(document, gold_quote, chance)
        for document in documents
        for gold_quote in document["quotes"]
        for _ in range(chance.choice([0, 1, 1, 1, 1, 1, 2]))
    ]


def careless(document: Item, gold_quote: Item, chance: random.Random) -> Item:
    known = next(entity for entity in document["entities"] if entity["id"] == gold_quote["entity"])
    names = [known["name"], *known["aliases"], f"آقای سید {known['name']}", "کس دیگر", None]
    places = {
        f"{part}_{side}": gold_quote[f"{part}_{side}"] if chance.random() < 0.9 else None
        for part in ("cue", "speaker")
        for side in ("start", "end")
    }
    return {
        "document": f"{document['id']}{chance.choice(['', '.txt'])}",
        "start": max(0, gold_quote["start"] + chance.choice([0, 0, 0, -3, 5, 20, -40])),
        "end": min(len(document["text"]), gold_quote["end"] + chance.choice([0, 0, 0, 1, -3, 15, 60])),
        "kind": chance.choice([gold_quote["kind"], "direct"]),
        "speaker": chance.choice(names),
        "cue": gold_quote["cue"],
        **places,
    }


@pytest.mark.skipif(not SCORER.exists(), reason="the published scorer is not beside the checkout")
@pytest.mark.parametrize("name", ["dev", "dev-hard", "dev-recent"])
def test_figures_and_errors_equal_the_published_scorer(tmp_path: Path, name: str) -> None:
    path = SHARED / f"{name}.jsonl"
    documents = load_gold(path)
    rows = perturbed(documents, seed=len(name))
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, SCORER, path, predicted, "--errors", "9999"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    report, errors = score(documents, load_predicted(predicted), errors=True)
    assert report == json.loads(ran.stdout)
    told = [json.loads(line) for line in ran.stderr.splitlines()]
    assert [[e["document"], e["error"], e["gold"] or "", e["predicted"] or ""] for e in errors] == [
        error[:4] for error in told
    ]
