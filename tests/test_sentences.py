"""Sentences and paragraphs: a bar marks each boundary."""

from itertools import cycle, pairwise
from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persian_speech.text.lines import paragraphs
from persian_speech.text.sentences import split
from persian_speech.text.tokens import tokenize

ROWS = [
    "وزیر رفت. |معاون ماند.",
    "او گفت: «می‌مانیم.» |سپس رفت.",
    "چرا نیامد؟ |معلوم نیست! |باید پرسید.",
    "آیا رفت؟! |نه.",
    "وزیر رفت؛ معاون ماند.",
    "«شبکه صبح» گزارش داد.",
    "م. ک. کاظمی آمد. |رفت.",
    "جورج دبلیو. بوش آمد. |رفت.",
    "نمایندگی ال جی. |رفت.",
    "بهای آن ۲.۵ درصد است. |کم نیست.",
    "1. نخست این است. |2. دوم آن است.",
    "در سال ۱۳۹۹ آمد. |در ۱۴۰۰ رفت.",
    "شمارشان رسید به ۱۲. |سپس کم شد.",
    "او … و دیگران رفتند. |تمام.",
    "گفت... |سپس رفت.",
    "نشانی www.example.ir است. |ببینید.",
    "در ۱۰ ه‍.ش بود. |بعد نبود.",
    "(نامه رسید.) |پاسخ داد.",
    "عنوان خبر\n|متن خبر این است.\n|پایان",
]
PARAGRAPH = (
    "رئیس سازمان آب در نشست امروز با خبرنگاران گفت که سدهای بزرگ کشور در پایان زمستان پر خواهند شد و برنامه"
    " آبرسانی به روستاها نیز از آغاز بهار با همکاری استانداری‌ها و دهیاری‌های هر بخش دنبال می‌شود تا پیش از"
    " گرما به پایان برسد."
)


@pytest.mark.parametrize("row", ROWS)
def test_boundaries(row: str) -> None:
    text = row.replace("|", "")
    sentences = [sentence.text for sentence in split(text, tuple(tokenize(text)))]
    assert sentences == [piece.strip() for piece in row.split("|")]


def test_wrapped_lines_are_one_paragraph() -> None:
    """A line ends a paragraph where the next word would still have fitted."""
    wrapped = fill(PARAGRAPH, 60) + "\nمعاون او هم از کندی کار گلایه کرد."
    assert [wrapped[start:end].split()[0] for start, end in paragraphs(wrapped)] == ["رئیس", "معاون"]
    assert len(list(split(wrapped, tuple(tokenize(wrapped))))) == 2


def test_wrapped_lines_of_print_are_of_many_widths() -> None:
    """Letters are not all of one width: a line that is nearly full goes on too."""
    widths = cycle((44, 44, 52))
    words, lines = iter(PARAGRAPH.split()), [""]
    width = next(widths)
    for word in words:
        if len(lines[-1]) + 1 + len(word) > width:
            lines, width = [*lines, ""], next(widths)
        lines[-1] = f"{lines[-1]} {word}".lstrip()
    ragged = "\n".join(lines) + "\nمعاون او هم از کندی کار گلایه کرد."
    assert [ragged[start:end].split()[0] for start, end in paragraphs(ragged)] == ["رئیس", "معاون"]


def test_a_headline_over_wrapped_lines_ends_in_its_verb() -> None:
    headed = "رئیس سازمان آب: همه سدهای بزرگ تا پایان زمستان پر می‌شود\n" + fill(PARAGRAPH, 60)
    assert [headed[start:end].split()[1] for start, end in paragraphs(headed)] == ["سازمان", "سازمان"]


@pytest.mark.parametrize(
    "text",
    [
        "سدهای کشور پر شد\nرئیس سازمان آب خبر داد",
        "- آب بهای بیشتری می‌یابد\n- برق ارزان می‌شود\n- نان همان می‌ماند",
        "🔹 گفت‌وگوها از سر گرفته شد\n🔹 وزیر به تهران برگشت",
        "متن نامه\n\nرا بخوانید",
    ],
)
def test_headlines_and_bullets_stay_apart(text: str) -> None:
    assert len(list(paragraphs(text))) == len(text.replace("\n\n", "\n").splitlines())


def test_long_line_cut_in_mid_phrase_goes_on() -> None:
    """One stray break in a paragraph that is too long for a headline."""
    cut = (
        "احمد احمدی عضو شورای شهر با تأکید بر اینکه باید آیین‌نامه‌های داخلی شهرداری به کارکنان تازه آموخته شود"
        " در گفت‌وگو با خبرنگار روزنامه ما و خبرنگار پایگاه\nخبررسانی شورا گفت: این کار از فردا آغاز می‌شود."
    )
    assert len(list(paragraphs(cut))) == 1


@given(st.text(alphabet="گفت وزیر.؟!«»\"')؛…۱م\n\u200f"))
def test_every_token_stands_in_exactly_one_sentence(text: str) -> None:
    tokens = tuple(tokenize(text))
    sentences = list(split(text, tokens))
    assert [i for sentence in sentences for i in range(sentence.first, sentence.last)] == list(
        range(len(tokens))
    )
    assert all(text[sentence.start : sentence.end] == sentence.text for sentence in sentences)


@given(
    st.lists(
        st.sampled_from(("وزیر", "گفت:", "است", "به گزارش", "پر", "«", "»", "ایسنا:", "رفت.", " ")),
        min_size=1,
    )
)
def test_an_article_in_one_line_falls_into_lines_that_follow_one_another(words: list[str]) -> None:
    text = " ".join(words * 40)
    found = list(paragraphs(text))
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    held = "".join(text[start:end] for start, end in found)
    assert [c for c in held if not c.isspace()] == [c for c in text if not c.isspace()]


@given(st.text(alphabet="گفت وزیر.؟\n\r-🔹"))
def test_paragraphs_follow_one_another_and_hold_all(text: str) -> None:
    found = list(paragraphs(text))
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    held = "".join(text[start:end] for start, end in found)
    assert [c for c in held if not c.isspace()] == [c for c in text if not c.isspace()]


@pytest.mark.parametrize("mark", [r"\n", r"\r\n", "<br>", "<br/>", "</p><p>", "\t"])
def test_a_break_that_a_table_or_a_page_wrote_down_is_one(mark: str) -> None:
    text = mark.join(("پل نوش‌رود باز شد", "شهردار رفت.", "او آمد"))
    assert [text[start:end] for start, end in paragraphs(text)] == text.split(mark)


def test_a_line_of_invisible_characters_stays_apart() -> None:
    text = "\u200c \u200c\nپل نوش‌رود بسته است.\nراه باز است."
    assert len(list(paragraphs(text))) == len(text.splitlines())
