"""The same text as other keyboards type it: what changes no reading changes no answer."""

import re
from collections.abc import Callable
from functools import cache

import pytest
from test_entities import PLAIN, tagged
from test_quotation import analyze, cases

from persian_speech.text.letters import key

ARABIC = str.maketrans("یک", "يك")
COMMAS = str.maketrans("،؛", ",;")
CURLY = str.maketrans("«»", "“”")
DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")
TYPED = {
    "letters of an Arabic keyboard": lambda text: text.translate(ARABIC),
    "commas of a Latin keyboard": lambda text: text.translate(COMMAS),
    "curly marks": lambda text: text.translate(CURLY),
    "Latin figures": lambda text: text.translate(DIGITS),
    "line breaks of Windows": lambda text: text.replace("\n", "\r\n"),
    "a space before marks": lambda text: re.sub(r"(?<=\w)([:،؛])(?= )", r" \1", text),
    "spaces around lines": lambda text: re.sub("(?m)^|$", "  ", text),
}
typed = pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED.keys())


def letters(words: str) -> str:
    return "".join(re.findall(r"\w+", key(words)))


@cache
def said(text: str) -> list[tuple[str, str]]:
    """Who says what, in letters alone."""
    told = ((q.text, q.speaker.name if q.speaker else "") for q in analyze(text).quotations)
    return [(letters(content), letters(name)) for content, name in told]


@cache
def named(text: str) -> list[tuple[str, str]]:
    """The names and their types, in letters alone."""
    return [(letters(mention.text), mention.type) for mention in tagged(text).mentions]


@typed
def test_who_said_what_does_not_depend_on_typing(typed: Callable[[str], str]) -> None:
    assert [text for _, text, _ in cases() if said(typed(text)) != said(text)] == []


@typed
def test_names_do_not_depend_on_typing(typed: Callable[[str], str]) -> None:
    assert [text for text in PLAIN if named(typed(text)) != named(text)] == []
