"""HTML to text: what web pages, Markdown and Word documents are all reduced through."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - a field is called «date»
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resiliparse.parse.html import HTMLTree


@dataclass(frozen=True, slots=True)
class Story:
    """A text reduced from markup, with the title and the day that the markup names."""

    text: str
    title: str | None = None
    date: Date | None = None


def shown(html: "str | HTMLTree", *, main: bool = False, skip: Sequence[str] = ()) -> str:
    """The text of the HTML, paragraphs an empty line apart; ``main`` leaves a page's furniture out.

    ``skip``: CSS selectors of what to leave out besides.
    """
    from resiliparse.extract.html2text import extract_plain_text

    text = extract_plain_text(
        html, main_content=main, alt_texts=False, comments=not main, post_meta=not main, skip_elements=skip
    )
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.strip() for line in text.split("\n"))).strip()
