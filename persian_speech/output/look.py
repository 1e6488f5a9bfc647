"""How a table is drawn for people; known before rich is."""

from dataclasses import dataclass
from typing import Literal

from persian_speech.output.bidi import Bidi

Color = Literal["auto", "always", "never"]


@dataclass(frozen=True, slots=True)
class Look:
    """``width`` in terminal cells; None leaves it to the terminal."""

    bidi: Bidi = "isolate"
    color: Color = "auto"
    width: int | None = None
