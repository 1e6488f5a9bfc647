"""Markdown to lines of text."""

import re
from datetime import date as Date  # noqa: N812 - the functions speak of dates
from functools import cache
from typing import TYPE_CHECKING

from persian_speech.errors import PersianSpeechError
from persian_speech.text.dates import parse_date
from persian_speech.text.markup import Story, shown

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

# «---\ntitle: …\ndate: …\n---» before the text, as blogs and notebooks keep it.
FRONT = re.compile(
    r"\A---[ \t]*\r?\n(?P<fields>(?:[\w-]+[ \t]*:.*\r?\n|[ \t-].*\r?\n)*?)---[ \t]*(?:\r?\n|\Z)"
)
FIELD = re.compile(r"^(title|date)[ \t]*:[ \t]*[\"']?(.*?)[\"']?[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)


@cache
def _parser() -> "MarkdownIt":
    """CommonMark with tables and strike-through; indented Persian is a paragraph, never code."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("code")


def reduce(text: str) -> Story:
    """The text of the Markdown; the title and day are those of its front matter or first heading."""
    front = FRONT.match(text)
    fields = {name.lower(): value for name, value in FIELD.findall(front["fields"])} if front else {}
    tokens = _parser().parse(text[front.end() :] if front else text)
    kept = [token for token in tokens if token.type != "fence"]
    html = _parser().renderer.render(kept, _parser().options, {})
    return Story(shown(html), fields.get("title") or _heading(html), _day(fields.get("date")))


def _heading(html: str) -> str | None:
    first = re.search(r"<h1>.*?</h1>", html, re.DOTALL)
    return (shown(first[0]) or None) if first else None


def _day(value: str | None) -> Date | None:
    try:
        return parse_date(value) if value else None
    except PersianSpeechError:
        return None
