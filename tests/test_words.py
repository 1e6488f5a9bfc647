"""Counts of words, their dispersion and keyness, against hand-made values and nltk's measures."""

import math
from collections import Counter
from itertools import pairwise

import pytest
from collected import collected
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from nltk.metrics.association import BigramAssocMeasures
from pandas import DataFrame, Series

from persian_speech.analysis import association
from persian_speech.analysis.keyness import keyness
from persian_speech.analysis.slices import EVERYTHING, Place, Slice, parse, without
from persian_speech.analysis.tables import Row
from persian_speech.analysis.words import Grouping, Unit, dispersion, words
from persian_speech.errors import PersianSpeechError
from persian_speech.pipeline import TOKENS, Analyzer
from persian_speech.text.alphabet import LETTERS, collation
from persian_speech.text.stop_words import is_stop_word
from persian_speech.text.words import words as words_of

MINISTER = "پروین آذرنگ وزیر نیرو گفت: سدها پر است و آب کافی است. وی افزود: آب هست.\n"
MAYOR = "بهزاد کیانفر شهردار شیراز گفت: شهر آب دارد.\nآب شهر پاک است.\n"


def counts(rows: list[Row], field: str = "count") -> dict[object, object]:
    return {row["word"]: row[field] for row in rows}


# --- words ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وی می گوید", [("وی", "وی"), ("می‌گوید", "گفتن")]),
        ("وی میگوید", [("وی", "وی"), ("می‌گوید", "گفتن")]),
        ("كتاب هاي تازه", [("کتاب‌های", "کتاب"), ("تازه", "تازه")]),
        ("مهم ترین برنامه ریزی", [("مهم‌ترین", "مهم"), ("برنامه‌ریزی", "برنامه‌ریزی")]),
        ("ما در خانه ایم", [("ما", "ما"), ("در", "در"), ("خانه‌ایم", "خانه")]),
        ("مادر آمد، ها", [("مادر", "مادر"), ("آمد", "آمدن"), ("ها", "ها")]),
        ("۱۲ روز", [("۱۲", "۱۲"), ("روز", "روز")]),
    ],
)
def test_words_written_with_a_space_are_one(text: str, expected: list[tuple[str, str]]) -> None:
    document = Analyzer(TOKENS)(text)
    assert [(word.normal, word.lemma) for word in next(words_of(document))] == expected


@settings(max_examples=60)
@given(st.text("ابپتکگه‌ می،.\n۱a", max_size=60))
def test_words_lie_in_the_text_in_order_and_cover_what_counts(text: str) -> None:
    document = Analyzer(TOKENS)(text)
    found = [word for sentence in words_of(document) for word in sentence]
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(text[word.start : word.end].strip() for word in found)
    counted = [token for token in document.tokens if token.kind in {"word", "number", "time", "abbreviation"}]
    assert sum(word.last - word.first for word in found) == len(counted)


def test_words_are_counted_with_documents_and_relative_frequency() -> None:
    rows = list(words(collected(MINISTER, MAYOR)))
    first = rows[0]
    assert (first["word"], first["count"], first["documents"]) == ("آب", 4, 2)
    total = sum(row["count"] for row in rows)  # type: ignore[misc]
    assert first["per_thousand"] == pytest.approx(4 / total * 1000, abs=1e-4)


def test_lemmas_join_the_forms_of_a_word() -> None:
    texts = collected("کتاب‌ها آمد. کتاب آمد. كتاب هايش می‌آید.")
    found = counts(list(words(texts, unit=Unit(lemmas=True))))
    assert (found["کتاب"], found["آمدن"]) == (3, 3)


def test_spellings_of_one_word_are_counted_under_the_commonest() -> None:
    found = counts(list(words(collected("مسألهٔ نو. مساله نو. مساله کهنه."))))
    assert found == {"مساله": 3, "نو": 2, "کهنه": 1}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("آب پاک است. آب پاک بود.", {"آب پاک": 2, "پاک است": 1, "پاک بود": 1}),
        ("آب، پاک است", {"پاک است": 1}),
        ("آب", {}),
    ],
)
def test_rows_of_words_cross_no_mark(text: str, expected: dict[object, object]) -> None:
    assert counts(list(words(collected(text), unit=Unit(size=2)))) == expected


def test_rows_of_words_that_begin_or_end_with_a_stop_word_go_with_them() -> None:
    unit = Unit(size=2, stop_words=False)
    assert counts(list(words(collected("آب از چشمه زلال آمد"), unit=unit))) == {"چشمه زلال": 1, "زلال آمد": 1}


@pytest.mark.parametrize(
    "word", ["از", "که", "این", "می‌شود", "نمی شود", "کرده", "است", "باید", "آن‌ها", "آنها"]
)
def test_stop_words_are_told_in_every_form(word: str) -> None:
    assert all(map(is_stop_word, next(words_of(Analyzer(TOKENS)(word)))))


@pytest.mark.parametrize("word", ["آب", "تحریم", "گفت", "مردم", "رشد", "نشست"])
def test_subjects_are_no_stop_words(word: str) -> None:
    assert not any(map(is_stop_word, next(words_of(Analyzer(TOKENS)(word)))))


def test_counts_by_speaker_leave_the_narrator_without_a_name() -> None:
    rows = list(words(collected(MINISTER, MAYOR), grouping=Grouping("speaker")))
    water = {row["speaker"]: row["count"] for row in rows if row["word"] == "آب"}
    assert water == {"پروین آذرنگ": 2, "بهزاد کیانفر": 1, None: 1}
    assert rows[-1]["speaker"] is None


@pytest.mark.parametrize(
    ("calendar", "months"),
    [("gregorian", ["2020-07", "2020-08"]), ("jalali", ["1399-05", "1399-05"])],
)
def test_counts_by_month_follow_the_calendar(calendar: str, months: list[str]) -> None:
    rows = words(collected("آب", "نان"), grouping=Grouping("month", calendar))  # type: ignore[arg-type]
    assert [row["month"] for row in rows] == months


# --- slices -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("said", {"آب": 3}),
        ("narrated", {"آب": 1}),
        ("speaker:آذرنگ", {"آب": 2}),
        ("speaker:شهردار شیراز", {"آب": 1}),
        ("document:d2", {"آب": 2}),
        ("document:*2,said", {"آب": 1}),
        ("date:1399-05", {"آب": 4}),
        ("date:2020-07", {"آب": 2}),
        ("date:۱۳۹۹/۰۵/۱۰..1400", {"آب": 2}),
        ("date:2019..2020-07-31", {"آب": 2}),
        ("date:1398", {}),
    ],
)
def test_a_slice_keeps_to_its_terms(written: str, expected: dict[object, object]) -> None:
    rows = words(collected(MINISTER, MAYOR), grouping=Grouping(None, within=parse(written)))
    assert {row["word"]: row["count"] for row in rows if row["word"] == "آب"} == expected


@pytest.mark.parametrize("written", ["", "told", "speaker:", "month:1399", "date:پارسال", "said;narrated"])
def test_what_is_no_slice_is_told(written: str) -> None:
    with pytest.raises(PersianSpeechError, match="write"):
        parse(written)


def test_the_rest_is_what_is_not_in_the_slice() -> None:
    place = Place("d1", "2020-07-22", "1399-05-01", None)
    assert place in without(EVERYTHING, parse("said"))
    assert place not in without(Slice(), parse("narrated"))


# --- measures ---------------------------------------------------------------------------------------


def test_dispersion_by_hand() -> None:
    sizes = DataFrame({"group": [0, 0, 0], "document": [0, 1, 2], "words": [100, 100, 200]})
    found = DataFrame(
        {"group": 0, "document": [0, 1, 2, 0, 2], "item": [0, 0, 0, 1, 1], "count": [1, 1, 2, 3, 1]}
    )
    # item 1: shares ¾, 0, ¼ against ¼, ¼, ½: half of ½ + ¼ + ¼
    assert dispersion(found, sizes).tolist() == pytest.approx([0.0, 0.5])


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(1, 50), st.integers(0, 20)), min_size=1, max_size=8))
def test_dispersion_is_half_the_distance_of_shares(parts: list[tuple[int, int]]) -> None:
    counted = [(number, count) for number, (_, count) in enumerate(parts) if count]
    assume(counted)
    sizes = DataFrame({"group": 0, "document": range(len(parts)), "words": [size for size, _ in parts]})
    frame = DataFrame(counted, columns=["document", "count"]).assign(group=0, item=0)
    words_all, count_all = sum(size for size, _ in parts), sum(count for _, count in parts)
    plain = sum(abs(size / words_all - count / count_all) for size, count in parts) / 2
    assert dispersion(frame, sizes).item() == pytest.approx(plain)
    assert 0 <= round(plain, 12) < 1


tables = st.tuples(*[st.integers(0, 60)] * 4).filter(
    lambda cells: cells[0] > 0 and all(map(sum, zip(cells[::2], cells[1::2], strict=True)))
)


@settings(max_examples=60)
@given(tables)
def test_measures_are_those_of_nltk(cells: tuple[int, int, int, int]) -> None:
    both, first, second, _ = cells
    count, total = Series([float(both)]), Series([float(both + first)])
    here, everywhere = both + second, sum(cells)
    marginals = (both, (both + first, here), everywhere)
    wanted = association.expected(total, here, everywhere)
    assert association.mutual_information(count, wanted).item() == pytest.approx(
        BigramAssocMeasures.pmi(*marginals)
    )
    assert association.t_score(count, wanted).item() == pytest.approx(
        BigramAssocMeasures.student_t(*marginals)
    )
    likelihood = association.log_likelihood(count, total, here, everywhere).item()
    assert likelihood == pytest.approx(BigramAssocMeasures.likelihood_ratio(*marginals), abs=1e-6)
    dice = BigramAssocMeasures.dice(*marginals)
    assert association.log_dice(count, here, total).item() == pytest.approx(14 + math.log2(dice))


@pytest.mark.parametrize(
    ("value", "chance"), [(3.8414588, 0.05), (6.6348966, 0.01), (10.8275662, 0.001), (0, 1)]
)
def test_chances_are_those_of_the_tables_of_chi_square(value: float, chance: float) -> None:
    assert association.p_value(Series([value])).item() == pytest.approx(chance, rel=1e-6)


def test_chances_are_corrected_for_their_number_as_holm_does() -> None:
    corrected = association.holm(Series([0.01, 0.04, 0.03, 0.005]))
    assert corrected.tolist() == pytest.approx([0.03, 0.06, 0.06, 0.02])


@settings(max_examples=60)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_a_corrected_chance_is_no_smaller_and_keeps_the_order(values: list[float]) -> None:
    corrected = association.holm(Series(values)).tolist()
    assert all(value <= other <= 1 for value, other in zip(values, corrected, strict=True))
    assert [corrected[at] for at in sorted(range(len(values)), key=values.__getitem__)] == sorted(corrected)


# --- keyness ----------------------------------------------------------------------------------------


def test_keyness_by_hand() -> None:
    texts = collected("آب " * 8 + "نان " * 2, "آب " + "نان " * 9)
    rows = list(keyness(texts, parse("document:d1"), parse("document:d2")))
    assert [row["word"] for row in rows] == ["آب", "نان"]
    water = rows[0]
    assert (water["count_a"], water["count_b"], water["per_thousand_a"]) == (8, 1, 800.0)
    assert water["log_ratio"] == 3.0
    by_hand = 2 * sum(o * math.log(o / e) for o, e in ((8, 4.5), (1, 4.5), (2, 5.5), (9, 5.5)))
    assert water["log_likelihood"] == pytest.approx(by_hand, abs=1e-4)
    assert (water["significance"], rows[1]["log_ratio"] < 0) == ("**", True)  # type: ignore[operator]


def test_words_of_both_slices_are_counted_in_the_first_alone() -> None:
    rows = keyness(collected(MINISTER, MAYOR), parse("speaker:آذرنگ"), parse("said"))
    assert {row["word"]: (row["count_a"], row["count_b"]) for row in rows}["آب"] == (2, 1)


def test_a_slice_without_words_is_told() -> None:
    with pytest.raises(PersianSpeechError, match="slice B"):
        list(keyness(collected(MINISTER), parse("said"), parse("date:1380")))


@settings(max_examples=15)
@given(
    st.lists(st.sampled_from(["آب", "نان", "خاک"]), min_size=1, max_size=12),
    st.lists(st.sampled_from(["آب", "نان", "خاک"]), min_size=1, max_size=12),
)
def test_keyness_turned_round_changes_its_sign_alone(one: list[str], other: list[str]) -> None:
    texts = collected(" ".join(one), " ".join(other))
    first, second = parse("document:d1"), parse("document:d2")
    there = {row["word"]: row for row in keyness(texts, first, second)}
    back = {row["word"]: row for row in keyness(texts, second, first)}
    assert there.keys() == back.keys() == set(one) | set(other)
    assert Counter(one)["آب"] == (there["آب"]["count_a"] if "آب" in there else 0)
    for word, row in there.items():
        assert row["log_likelihood"] == pytest.approx(back[word]["log_likelihood"], abs=1e-3)
        assert row["log_ratio"] == pytest.approx(-back[word]["log_ratio"], abs=1e-3)  # type: ignore[operator]


# --- the order of the alphabet ----------------------------------------------------------------------


def test_words_sort_as_in_a_dictionary() -> None:
    assert sorted(["گل", "پدر", "کار", "ژاله", "زن", "يک", "بار", "چای", "آب"], key=collation) == [
        *("آب", "بار", "پدر", "چای", "زن", "ژاله", "کار", "گل", "يک")
    ]
    assert sorted(LETTERS, key=collation) == list(LETTERS)
