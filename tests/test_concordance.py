"""What is looked for and where it is found: patterns, concordances, collocates."""

import io
import re
from itertools import pairwise

import pytest
from bidi import get_display  # type: ignore[import-untyped]
from collected import collected
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from persian_speech.analysis.collocates import NEAR, Near, collocates
from persian_speech.analysis.concordance import Order, Window, concordance
from persian_speech.analysis.patterns import compile_pattern
from persian_speech.analysis.slices import parse
from persian_speech.analysis.tables import Row
from persian_speech.analysis.words import Unit
from persian_speech.errors import PersianSpeechError
from persian_speech.output.bidi import FSI, PDI
from persian_speech.output.look import Look
from persian_speech.output.table import Table
from persian_speech.output.terminal import draw
from persian_speech.output.views import CONCORDANCE
from persian_speech.pipeline import TOKENS, Analyzer

UNSEEN = re.compile("[\u2066-\u2069\u200b-\u200f]")
SPOKEN = "پروین آذرنگ وزیر نیرو گفت: آب هست و نان هم هست.\nنان گران شد.\nوی افزود: آب پاک است.\n"


def found(pattern: str, text: str) -> list[str]:
    document = Analyzer(TOKENS)(text)
    return [text[start:end] for start, end in compile_pattern(pattern).hits(document)]


# --- patterns ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        # A half-space, typed or not, is a half-space, a space or nothing.
        ("می‌گوید", "وی می‌گوید، مي گويد و میگوید", ["می‌گوید", "مي گويد", "میگوید"]),
        ("می گوید", "وی می‌گوید، مي گويد و میگوید", ["می‌گوید", "مي گويد", "میگوید"]),
        ("میگوید", "وی می‌گوید، مي گويد و میگوید", ["می‌گوید", "مي گويد", "میگوید"]),
        ("خاطر نشان", "خاطر نشان کرد و خاطر‌نشان شد", ["خاطر نشان", "خاطر‌نشان"]),
        # A space that parts two words does not join them.
        ("مادر", "ما در خانه با مادر", ["مادر"]),
        ("ما در", "ما در خانه با مادر", ["ما در"]),
        # Words are found whole, also those written with a space.
        ("کتاب", "کتاب‌ها و کتاب ها و کتابخانه و کتاب", ["کتاب"]),
        ("کتاب*", "کتاب‌ها و کتاب ها و کتابخانه و کتاب", ["کتاب‌ها", "کتابخانه", "کتاب"]),
        ("وزیر *", "وزیر نیرو و وزیران", ["وزیر نیرو"]),
        ("* نیرو", "وزیر نیرو، نیرو", ["وزیر نیرو"]),
        ("‌آب‌", "در آب است", ["آب"]),
        # Arabic letters, marks, kashida and digits make no difference.
        ("کیفیت", "كيفيت، کـیـفیت، کِیفیّت", ["كيفيت", "کـیـفیت", "کِیفیّت"]),
        ("سال ۱۳۹۹", "سال ١٣٩٩ و سال 1399", ["سال ١٣٩٩", "سال 1399"]),
        ("گفت", "گفتِ او", ["گفتِ"]),
        ("آب هست", "آب\nهست", []),
        ("لاله", "ﻻله", ["ﻻله"]),
        ("سد.", "سد. سدی", ["سد."]),
        ("lemma:گفتن", "او گفت و می گویند، نگفته است؛ گفتار", ["گفت", "می گویند", "نگفته"]),
        ("lemma:می‌گویند", "او گفت", ["گفت"]),
        ("lemma:کتاب تازه", "كتاب هاي تازه و کتاب، تازه", ["كتاب هاي تازه"]),
        ("/کتاب(ها|خانه)/", "کتاب‌ها و كتابخانه", ["کتاب‌ها", "كتابخانه"]),
        (r"/\d+ درصد/", "۱۲ درصد و ۵٫۵ درصد", ["۱۲ درصد", "۵ درصد"]),
        (r"/\bمی ?شود\b/", "می‌شود، مي شود", ["می‌شود", "مي شود"]),
        ("/x*/", "abc", []),
    ],
)
def test_a_pattern_finds(pattern: str, text: str, expected: list[str]) -> None:
    assert found(pattern, text) == expected


@pytest.mark.parametrize("written", ["", " ", "*", "‌", "/(/", "/[آ/"])
def test_what_is_no_pattern_is_told(written: str) -> None:
    with pytest.raises(PersianSpeechError, match=r"write|mend"):
        compile_pattern(written)


@settings(max_examples=60)
@given(st.text("ابکگمیه‌ ـَ.\nك", max_size=40), st.text("ابکگمیه‌ ", min_size=1, max_size=4))
def test_hits_lie_in_order_and_are_found_in_any_spelling(text: str, wanted: str) -> None:
    if not wanted.strip(" ‌"):
        return
    document = Analyzer(TOKENS)(text)
    hits = list(compile_pattern(wanted).hits(document))
    assert all(0 <= start < end <= len(text) for start, end in hits)
    assert all(one[1] <= other[0] for one, other in pairwise(hits))
    arabic = wanted.replace("ک", "ك").replace("ی", "ي")
    assert list(compile_pattern(arabic).hits(document)) == hits


@settings(max_examples=100)
@example(".\u200c ", ". ")
@example(". \u064e", ". ")
@example("ی\u200cـ", "ی  ")
@given(st.text("ابیكم‌ *.«»َـ()[]/\\dx+", max_size=8), st.text("ابیکم‌ .«»َـ()1x\n", max_size=30))
def test_whatever_is_asked_is_found_as_words_or_refused(written: str, text: str) -> None:
    try:
        pattern = compile_pattern(written)
    except PersianSpeechError:
        return
    hits = list(pattern.hits(Analyzer(TOKENS)(text)))
    assert all(0 <= start < end <= len(text) for start, end in hits)
    assert all(one[1] <= other[0] for one, other in pairwise(hits))
    if not written.startswith("/"):
        assert all(text[start:end].strip() == text[start:end] for start, end in hits)


# --- concordance ------------------------------------------------------------------------------------


def rows(
    pattern: str, *texts: str, window: Window | None = None, orders: tuple[Order, ...] = ()
) -> list[Row]:
    hits = concordance(collected(*texts), compile_pattern(pattern), window=window or Window(), orders=orders)
    return list(hits)


def test_a_hit_has_its_speaker_its_day_and_its_place() -> None:
    hits = rows("آب", SPOKEN)
    assert [(row["speaker"], row["quotation"]) for row in hits] == [
        ("پروین آذرنگ", "Q1"),
        ("پروین آذرنگ", "Q2"),
    ]
    assert {(row["document"], row["date"], row["date_jalali"]) for row in hits} == {
        ("d1", "2020-07-22", "1399-05-01")
    }
    assert [(SPOKEN.find("آب"), SPOKEN.rfind("آب"))] == [tuple(row["start"] for row in hits)]


@pytest.mark.parametrize(
    ("within", "expected"), [("said", 1), ("narrated", 1), ("speaker:آذرنگ", 1), ("speaker:کیانفر", 0)]
)
def test_a_concordance_keeps_to_a_slice(within: str, expected: int) -> None:
    hits = concordance(collected(SPOKEN), compile_pattern("نان"), within=parse(within))
    assert len(list(hits)) == expected


@pytest.mark.parametrize(
    ("window", "left", "right"),
    [
        (Window(0), "", ""),
        (Window(6), "دو سه ", " پنج "),
        (Window(7), " دو سه ", " پنج شش"),
        (Window(1, in_words=True), "سه ", " پنج"),
        (Window(9, in_words=True), "یک دو سه ", " پنج شش"),
    ],
)
def test_a_window_cuts_no_word(window: Window, left: str, right: str) -> None:
    (row,) = rows("چهار", "یک دو سه چهار پنج شش", window=window)
    assert (row["left"], row["right"]) == (left, right)


@settings(max_examples=60)
@given(st.text("ابک ،.\n‌", max_size=50), st.integers(0, 12), st.booleans())
def test_contexts_are_the_text_around_the_hit(text: str, size: int, in_words: bool) -> None:
    for row in rows("ب*", text, window=Window(size, in_words=in_words)):
        start, end = int(str(row["start"])), int(str(row["end"]))
        assert text[:start].endswith(str(row["left"]))
        assert text[end:].startswith(str(row["right"]))
        if not in_words:
            assert max(len(str(row["left"])), len(str(row["right"]))) <= size


@pytest.mark.parametrize(
    ("orders", "expected"),
    [
        ((), ["پ آب گ", "ب آب ک", "چ آب ک"]),
        (("left",), ["ب آب ک", "پ آب گ", "چ آب ک"]),
        (("right",), ["ب آب ک", "چ آب ک", "پ آب گ"]),
        (("right", "left"), ["ب آب ک", "چ آب ک", "پ آب گ"]),
        (("date",), ["پ آب گ", "ب آب ک", "چ آب ک"]),
    ],
)
def test_hits_are_sorted_as_in_a_dictionary(orders: tuple[Order, ...], expected: list[str]) -> None:
    hits = rows("آب", "پ آب گ", "ب آب ک", "چ آب ک", orders=orders)
    assert [f"{row['left']}{row['hit']}{row['right']}" for row in hits] == expected


def test_sorted_by_speaker_the_narrator_comes_last() -> None:
    hits = rows("نان", SPOKEN, orders=("speaker",))
    assert [row["speaker"] for row in hits] == ["پروین آذرنگ", None]


def test_a_drawn_concordance_is_aligned_on_the_hit_and_what_comes_before_is_on_the_right() -> None:
    texts = ("در آغاز سخن بلند بسیار بلندی که برید آب هست", "آب هست و بسیار هست و هرگز کم نمی‌شود", "نان و آب")
    stream = io.StringIO()
    draw(Table((), rows("آب", *texts), CONCORDANCE), stream, Look(color="never", width=72))
    lines = [line for line in stream.getvalue().splitlines() if FSI in line]
    assert len({cell_len(line.partition(f"{FSI}آب{PDI}")[0]) for line in lines}) == 1
    after, before = zip(*(line.split(f"{FSI}آب{PDI}") for line in lines), strict=True)
    assert [cut.rstrip().rpartition(FSI)[2].strip(PDI) for cut in after] == [
        "هست",
        "هست و بسیار هست …",
        "1400-01-01",
    ]
    assert [cut.partition(FSI)[2].partition(PDI)[0] for cut in before] == [
        "…ر بلندی که برید",
        "0",
        "نان و",
    ]  # an offset


def test_a_terminal_with_bidi_shows_a_hit_between_what_is_read_before_it_and_after_it() -> None:
    texts = ("در آغاز سخن بلند که برید آب هست", "آب هست و کم نمی‌شود", "نان و 12 آب نه خاک")
    stream = io.StringIO()
    draw(Table((), rows("آب", *texts), CONCORDANCE), stream, Look(color="never", width=72))
    seen = [UNSEEN.sub("", get_display(line, base_dir="L")) for line in stream.getvalue().splitlines()]
    seen = [line for line in seen if "بآ" in line]
    assert len({line.index("بآ") for line in seen}) == 1
    assert [re.findall(r"(\S+) +بآ +(\S+)", line) for line in seen] == [
        [("تسه", "دیرب")],
        [("تسه", "0")],  # nothing before it: the offset comes next
        [("هن", "12")],
    ]


# --- collocates -------------------------------------------------------------------------------------


def company(text: str, node: str, near: Near = NEAR) -> dict[object, Row]:
    found = collocates(collected(text), compile_pattern(node), near=near)
    return {row["word"]: row for row in found}


def test_collocates_by_hand() -> None:
    # Twelve words, two of them nodes; of the ten others eight are within two words of one.
    warm = company("الف گرم آب سرد ب. الف گرم آب پ ت. چ ح.", "آب", Near(2))["گرم"]
    assert [warm[name] for name in ("count", "before", "after", "documents", "frequency")] == [2, 2, 0, 1, 2]
    assert (warm["expected"], warm["mi"], warm["t"]) == (1.6, 0.3219, 0.2828)
    assert warm["log_dice"] == 14


@pytest.mark.parametrize(
    ("near", "expected"),
    [
        (Near(1), {"گرم", "سرد"}),
        (Near(2), {"گرم", "سرد", "رود", "دشت"}),
        (Near(None), {"گرم", "سرد", "رود", "دشت", "کوه", "باغ"}),
        (Near(1, within=parse("narrated")), {"گرم", "سرد"}),
        (Near(1, within=parse("said")), set()),
    ],
)
def test_collocates_are_near_and_in_the_same_sentence(near: Near, expected: set[str]) -> None:
    text = "کوه رود گرم آب سرد دشت باغ. " + "یک دو سه چهار پنج شش هفت. " * 3
    assert company(text, "آب", near).keys() == expected


def test_a_word_between_two_nodes_is_counted_once_and_nodes_are_no_company() -> None:
    found = company("آب گرم آب. " + "نان تازه. " * 5, "آب")
    assert found.keys() == {"گرم"}
    assert (found["گرم"]["count"], found["گرم"]["before"], found["گرم"]["after"]) == (1, 1, 0)


def test_collocates_of_a_phrase_in_lemmas_without_stop_words() -> None:
    text = "كتاب هاي تازه را می‌خواند. کتاب تازه خوانده شد. " + "نان گران. " * 5
    found = company(text, "lemma:کتاب تازه", Near(unit=Unit(lemmas=True, stop_words=False)))
    assert {word: row["count"] for word, row in found.items()} == {"خواندن": 2}


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["آب", "نان", "خاک", "باد", "."]), max_size=30), st.integers(1, 4))
def test_company_is_what_plain_counting_finds(words: list[str], window: int) -> None:
    found = company(" ".join(words), "آب", Near(window))
    sentences = " ".join(words).split(".")
    for word in ("نان", "خاک", "باد"):
        near = sum(
            "آب" in [*sentence[max(at - window, 0) : at], *sentence[at + 1 : at + window + 1]]
            for sentence in map(str.split, sentences)
            for at, one in enumerate(sentence)
            if one == word
        )
        if word in found:
            assert (found[word]["count"], found[word]["frequency"]) == (near, words.count(word))
            assert float(str(found[word]["log_dice"])) <= 14
            assert near > float(str(found[word]["expected"])) - 1e-4
