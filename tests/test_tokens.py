"""Tokens: a bar marks each boundary; what no row says, the invariants do."""

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persian_speech.text.tokens import tokenize

ROWS = [
    # words and marks
    "گفت|:|استان",
    "کرد |:",
    "می‌گوید |که |رفته‌اند|.",
    "«|نه|.|»",
    "وزیر|،|معاون",
    "فنی|_|مهندسی",
    "کتـــاب",
    "سَلامٌ",
    # figures
    "جذب|714 |میلیارد",
    "۱۰۰|متر",
    "۹۹٫۵ |و |۱٬۲۳۴٬۵۰۰ |و |1,234.5",
    "۵۰٪ |و |٪۵۰ |و |5/46%",
    "1399/05/01 |و |2020-05-01",
    "ساعت |۱۰:۳۰ |و |۷:۰۵:۳۰",
    "۱|. |نخست",
    "۲|- |دوم",
    "۱۲|، |۱۳",
    # abbreviations and initials
    "سال |۱۳۹۹ |ه‍.ش |بود",
    "۳۰۰ |ق.م|، |بعد",
    "م|. |کاظمی",
    "U.S. |رفت",
    "(|ره|)",
    "دارد|.|وزیر",
    # links, names on networks, pictures
    "نشانی |https://t.me/xyz/1|. |بعد",
    "www.example.ir|، |بعد",
    "پست |a.b@example.com |را",
    "#رئیس‌جمهور |و |@khabar_fa",
    "Müller |و |Grüner|)",
    "S400 |و |F-15 |و |5G |و |don't",
    "1️⃣ |اول |🇮🇷|✊🏽 |❗️",
    "رفت|... |و |آمد|…",
]


@pytest.mark.parametrize("row", ROWS)
def test_boundaries(row: str) -> None:
    pieces = [piece.strip() for piece in row.split("|")]
    assert [token.text for token in tokenize(row.replace("|", ""))] == pieces


@pytest.mark.parametrize(
    ("piece", "kind"),
    [
        ("وزیر", "word"),
        ("۹۹٫۵", "number"),
        ("۱۰:۳۰", "time"),
        ("https://t.me/xyz", "link"),
        ("ه‍.ش", "abbreviation"),
        ("»", "punctuation"),
        ("🔹", "symbol"),
    ],
)
def test_kind(piece: str, kind: str) -> None:
    assert [token.kind for token in tokenize(piece)] == [kind]


@pytest.mark.parametrize("mark", [*"\u200b\u200c\u200e\u200f\u202a\u202c\u2066\u2069\ufeff\u00ad"])
def test_unseen_mark_is_no_token_and_splits_no_word(mark: str) -> None:
    text = f"{mark}گف{mark}ت{mark} {mark}. {mark}"
    assert [token.text for token in tokenize(text)] == [f"گف{mark}ت", "."]


@given(st.text(alphabet="گفتمی‌ کرد.،:؛؟!«»\"'()…۱۲۳123٫/%٪abc@#_\n\u200f\u200d\u0651ـ🔹\ufe0f\u20e3-"))
def test_tokens_are_stretches_of_the_text_in_order(text: str) -> None:
    """Each token is what the text holds there; nothing seen is left out or told twice."""
    end, left = 0, []
    for token in tokenize(text):
        assert text[token.start : token.end] == token.text
        assert token.start >= end
        left.append(text[end : token.start])
        end = token.end
    left.append(text[end:])
    unseen = re.compile("[\\s\u00ad\u064b-\u065f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe00-\ufe0f]*")
    assert all(unseen.fullmatch(gap) for gap in left), left


@given(st.text())
def test_any_text_has_tokens(text: str) -> None:
    assert all(text[token.start : token.end] == token.text for token in tokenize(text))


def test_time_grows_with_the_text_alone() -> None:
    """Text made to be read over and over: the work for four times the text is about four times."""
    for unit in ("a.", "a-", "a@", "م.", "http://", "a" * 7 + "/", "۱/", "#"):
        small, large = _steps(unit * 2_000), _steps(unit * 8_000)
        assert large < 8 * small, unit


def _steps(text: str) -> float:
    """Seconds of processor time, the best of three."""
    best = float("inf")
    for _ in range(3):
        start = process_time()
        for _ in tokenize(text):
            pass
        best = min(best, process_time() - start)
    return max(best, 0.001)
