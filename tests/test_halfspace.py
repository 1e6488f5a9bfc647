"""Half-spaces: «|» marks where one belongs; both kinds of slip lead to the same text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persian_speech.data import column
from persian_speech.text.cleaning import clean
from persian_speech.text.halfspace import normalised, restore
from persian_speech.text.tokens import tokenize

ZWNJ = "\u200c"
# The right form; it is found from the form in one piece and from the form with spaces.
BOTH = [
    "می|کنند",
    "نمی|شود",
    "برمی|گردد",
    "گفته|اند",
    "رفته|ایم",
    "منطقه|ای",
    "خامنه|ای",
    "هفته|ها",
    "تلاش|هایشان",
    "آمریکایی|ها",
    "خانواده|اش",
    "زندگی|ام",
    "مهم|ترین",
    "بزرگ|تر",
    "برنامه|ریزی",
    "برنامه|ریزی|های",
    "سرمایه|گذاران",
    "بی|نظمی",
    "شبه|نظامیان",
    "اصلاح|طلبان",
    "آیت|الله",
    "حجت|الاسلام",
    "رئیس|جمهور",
    "نخست|وزیر",
    "بین|المللی",
    "صلح|آمیز",
]
# What is right stays, however it looks.
RIGHT = [
    "آنها و اینها گفتند اینکه بهتر است",
    "همین بیشتر از تنها کشورهای بزرگ بود",
    "مردم شهر با او رفتند",
    "دفتر دکتر مشتری داشت",
    "در انتهای راهی دراز",
    "به عنوان یک همکار دانشجو",
    "همسرم دهانش را بست",
    "چشم تر او را دید",
    "ثبت شده است و خواهد شد",
    "شبکه\nای مردم",
    "http://example.ir/میکند و #میکنند",
    "۱۲ ها",
    "سیبیها و سنوار و بیرول و بایرو آمدند",
    "علی یداللهی و ویگو و ویزایی",
    "اون میاد و برنمیاره",
    "به شمار می\u200c\u200eآید",
]
# Names that are adjectives and nouns of two parts too.
WORDS_TOO = {
    *("بیباک", "بیکس", "خوشدل", "خوشقدم", "خوشنام", "خوشرو", "دلپذیر", "روشندل", "سخندان", "شاهدخت"),
    *("علمدار", "نیکنام", "پاکدل", "بیطرف"),
}


@pytest.mark.parametrize("form", BOTH)
@pytest.mark.parametrize("slip", ["", " ", "\u00a0", f"{ZWNJ} "])
def test_both_slips_are_mended(form: str, slip: str) -> None:
    assert restore("این " + form.replace("|", slip) + "، است.") == f"این {form.replace('|', ZWNJ)}، است."


@pytest.mark.parametrize("text", RIGHT)
def test_right_text_stays(text: str) -> None:
    assert restore(text) == text


@pytest.mark.parametrize(
    ("table", "field"),
    [
        ("surnames", "surname"),
        ("first_names", "name"),
        ("people", "name"),
        ("cities", "city"),
        ("places", "place"),
        ("countries", "country"),
    ],
)
def test_names_of_one_piece_stay(table: str, field: str) -> None:
    names = {word for name in column(table, field) for word in name.split() if ZWNJ not in word}
    assert {name for name in names - WORDS_TOO if restore(name) != name} == set()


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("برنامه‌ریزیهای", "برنامه|ریزی|های"),
        ("نمي كنند", "نمي|كنند"),
        ("منطقه‌اي", "منطقه|اي"),
        ("قُرآنیها", "قُرآنی|ها"),
        ("حشد الشعبی", "حشدالشعبی"),
        ("کشور ها", "کشورها"),
    ],
)
def test_mixed_slips_and_foreign_letters(typed: str, right: str) -> None:
    """Letters stay as typed; a half-space stands only where letters would join."""
    assert restore(typed) == right.replace("|", ZWNJ)


@pytest.mark.parametrize(
    ("habit", "typed", "right"),
    [
        # Nothing else is lost: compounds that are written in more ways than one stay as they are.
        ("او می|رود و کتاب|ها را می|خواند.", "راه شیری و مردم دیندار", "راه شیری و مردم دیندار"),
        # Half-spaces are lost, so those of compounds are too; spaces between words are right.
        ("او میرود و کتابها را میخواند.", "راه شیری و مردم دیندار", "راه شیری و مردم دین|دار"),
        # Spaces stand in their place; what stands in one piece is right.
        ("او می رود و کتاب ها را می خواند.", "راه شیری و مردم دیندار", "راه|شیری و مردم دیندار"),
        # What is a slip in any text is mended in any.
        ("او می|رود و کتاب|ها را می|خواند.", "آیت الله خامنهای نمیرود", "آیت|الله خامنه|ای نمی|رود"),
    ],
)
def test_the_texts_own_habit_decides_what_is_lost(habit: str, typed: str, right: str) -> None:
    habit = habit.replace("|", ZWNJ)
    assert restore(f"{habit} {typed}").endswith(right.replace("|", ZWNJ))


@given(
    st.lists(
        st.sampled_from(
            [
                *("می", "کند", "کتاب", "ها", "های", "برنامه", "ریزی", "بی", "گفته", "اند", "تر", "از", "ی"),
                *(ZWNJ, "\n", "،", "۱۲", "میکنند", "هایشان", "ای", "آنها", "\u200f", "ـ", "@x", "الله"),
            ]
        )
    ),
    st.sampled_from(["", " ", "  ", "\u00a0"]),
)
def test_restoring_is_idempotent_and_changes_nothing_else(parts: list[str], gap: str) -> None:
    text = gap.join(parts)
    once = restore(text)
    assert restore(once) == once
    spaces = re.compile(f"[{ZWNJ} \u00a0]")
    assert spaces.sub("", once) == spaces.sub("", text)


@given(st.text())
def test_any_text_can_be_restored(text: str) -> None:
    once = restore(text)
    assert restore(once) == once


def test_normal_forms_keep_tokens_and_spans() -> None:
    text = "رئيس جمهور كتــابهاي قُم را ديد و مي گويد"
    tokens = tuple(tokenize(text))
    done = normalised(tokens)
    assert [(token.start, token.end, token.text) for token in done] == [
        (token.start, token.end, token.text) for token in tokens
    ]
    assert [token.normal for token in done] == [
        "رئیس",
        "جمهور",
        "کتاب‌های",
        "قم",
        "را",
        "دید",
        "و",
        "می",
        "گوید",
    ]


@pytest.mark.parametrize(
    ("options", "cleaned"),
    [
        ({}, "كتــابِ ٣ و 4 در http://a.ir/4"),
        ({"digits": "persian"}, "كتــابِ ۳ و ۴ در http://a.ir/4"),
        ({"digits": "latin"}, "كتــابِ 3 و 4 در http://a.ir/4"),
        ({"letters": True}, "کتــابِ ٣ و 4 در http://a.ir/4"),
        ({"diacritics": True}, "كتــاب ٣ و 4 در http://a.ir/4"),
        ({"kashida": True}, "كتابِ ٣ و 4 در http://a.ir/4"),
    ],
)
def test_cleaning_changes_what_is_asked_and_no_more(options: dict[str, object], cleaned: str) -> None:
    assert clean("كتــابِ ٣ و 4 در http://a.ir/4", **options) == cleaned  # type: ignore[arg-type]
