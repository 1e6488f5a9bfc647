"""Right-to-left text in a terminal's cells.

Terminals order a whole line at a time: without isolates, two Persian columns swap. Each line of a
cell therefore stands between FSI and PDI (Unicode Standard Annex 9); ``visual`` is for terminals
that order nothing.
"""

import re
import unicodedata
from typing import Literal

Bidi = Literal["isolate", "visual", "off"]

FSI, PDI, RLM = "\u2068", "\u2069", "\u200f"
# ZWJ and soft hyphens are measured wrongly; controls could move the cursor; stray embeddings
# and isolates in a text would close ours.
UNSHOWN = re.compile("[\u00ad\u200d\u202a-\u202e\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]+")
LONGEST = 2_000  # code points of one cell; a terminal is no place for more


def displayable(value: str) -> str:
    """A cell's text as a terminal can show it, cut with an ellipsis after 2,000 code points."""
    if len(value) > LONGEST:
        value = value[:LONGEST] + "…"
    return UNSHOWN.sub("", BREAK.sub("\n", value).replace("\t", " "))


def is_rtl(text: str) -> bool:
    """Whether the first letter with a direction of its own is written from the right."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((way for way in directions if way in {"L", "R", "AL"}), "L") != "L"


def shaped(text: str, bidi: Bidi) -> str:
    """The text in the letters that will be shown; to be wrapped next."""
    if bidi != "visual":
        return text
    import arabic_reshaper  # type: ignore[import-untyped]

    joined: str = arabic_reshaper.reshape(text)
    return joined.replace("\u200c", "")


def ordered(line: str, bidi: Bidi, *, rtl: bool) -> str:
    """One line of a cell, ready to be drawn; ``rtl`` is the direction of the whole cell."""
    if bidi == "off" or not line:
        return line
    if bidi == "isolate":
        # A line that happens to begin with Latin letters still belongs to a Persian cell.
        mark = RLM if rtl and not is_rtl(line) else ""
        return f"{FSI}{mark}{line}{PDI}"
    from bidi import get_display  # type: ignore[import-untyped]

    return str(get_display(line, base_dir="R" if rtl else "L"))
