"""The same text as other keyboards type it: what changes no reading changes no answer."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from persian_speech.pipeline import QUOTATIONS, Analyzer
from persian_speech.text.letters import key

HERE = Path(__file__).parent
MARKS = str.maketrans("،؛", ",;")
DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")
ARABIC = str.maketrans("یک", "يك")
analyze = Analyzer(QUOTATIONS)


def texts() -> list[str]:
    lines = (HERE / "quotation_cases.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return [row[1].replace("\\n", "\n") for row in rows]


@cache
def answer(text: str) -> list[tuple[str, str]]:
    """Who says what, in letters alone."""
    said = ((q.text, q.speaker.name if q.speaker else "") for q in analyze(text).quotations)
    return [(letters(content), letters(name)) for content, name in said]


def letters(words: str) -> str:
    return "".join(re.findall(r"\w+", key(words)))


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param(lambda text: text.translate(MARKS), id="commas of a Latin keyboard"),
        pytest.param(lambda text: text.translate(ARABIC), id="letters of an Arabic keyboard"),
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="line breaks of Windows"),
        pytest.param(lambda text: re.sub(r"(?<=\w)([:،؛])(?= )", r" \1", text), id="a space before marks"),
        pytest.param(lambda text: re.sub("(?m)^|$", "  ", text), id="spaces around lines"),
        pytest.param(lambda text: text.replace("«", "“").replace("»", "”"), id="curly marks"),
        pytest.param(lambda text: text.translate(DIGITS), id="Latin figures"),
    ],
)
def test_who_said_what_does_not_depend_on_typing(typed: Callable[[str], str]) -> None:
    changed = [text for text in texts() if answer(typed(text)) != answer(text)]
    assert changed == []
