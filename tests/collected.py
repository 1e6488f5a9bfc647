"""Texts of our own writing as analysed documents, the way every analysis takes them."""

from datetime import date

from persian_speech.analysis.tables import Analysed
from persian_speech.pipeline import SPEECH, Analyzer, Stage

DATES = (date(2020, 7, 22), date(2020, 8, 20), date(2021, 3, 21))


def collected(
    *texts: str, dates: tuple[date | None, ...] = DATES, stages: tuple[Stage, ...] = SPEECH
) -> list[Analysed]:
    """The texts as documents d1, d2 …, the first three of them dated."""
    analyzer = Analyzer(stages)
    days = (*dates, *[None] * len(texts))
    return [
        (f"d{number}", analyzer(text, date=day))
        for number, (text, day) in enumerate(zip(texts, days, strict=False), 1)
    ]
