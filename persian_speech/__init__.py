"""Who said what in Persian political text.

>>> from persian_speech import analyze
>>> [q.text for q in analyze("وزیر نیرو گفت: سدها پر است.").quotations]
['سدها پر است']

Importing the package loads neither hazm nor pandas nor rich.
"""

from datetime import date as _Date  # noqa: N812 - the parameter is called «date»
from importlib import import_module
from typing import TYPE_CHECKING, Any

from persian_speech.document import Document, Mention, Quotation, Sentence, Span, Speaker, Token
from persian_speech.errors import PersianSpeechError

if TYPE_CHECKING:
    from persian_speech.analysis.document_frames import Frames, to_frames
    from persian_speech.pipeline import Analyzer

__version__ = "0.1.0"
__all__ = [
    "Analyzer",
    "Document",
    "Frames",
    "Mention",
    "PersianSpeechError",
    "Quotation",
    "Sentence",
    "Span",
    "Speaker",
    "Token",
    "analyze",
    "to_frames",
]
LAZY = {
    "Analyzer": "persian_speech.pipeline",
    "Frames": "persian_speech.analysis.document_frames",
    "to_frames": "persian_speech.analysis.document_frames",
}


def analyze(text: str, *, date: _Date | str | None = None) -> "Document":
    """Everything the toolkit finds in one text. For many texts build one ``Analyzer``."""
    return import_module("persian_speech.pipeline").Analyzer()(text, date=date)  # type: ignore[no-any-return]


def __getattr__(name: str) -> Any:
    if name not in LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(LAZY[name]), name)
