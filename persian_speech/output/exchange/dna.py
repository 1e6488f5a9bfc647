"""A statement list as the Discourse Network Analyzer exports it: its «event list» in CSV.

One row is a statement; the variables are those of its «DNA Statement». Who spoke stands under ``person`` or,
where a body did, under ``organization``. ``agreement`` is 0 for a denial. ``concept``, what a statement comes
down to, is for a coder to say and stays empty.
"""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import count

from persian_speech.analysis.tables import Analysed
from persian_speech.document import Quotation
from persian_speech.output.formats import one_line

COLUMNS = (
    "statement ID",
    "time",
    "document ID",
    "document title",
    "author",
    "source",
    "section",
    "type",
    "text",
    "person",
    "organization",
    "concept",
    "agreement",
)


def statements(analysed: Iterable[Analysed]) -> Iterator[str]:
    """The list, a line at a time, its columns parted by semicolons."""
    yield _line(COLUMNS)
    numbers = count(1)
    for number, (name, document) in enumerate(analysed, 1):
        day = f"{document.date.isoformat()} 00:00:00" if document.date else None
        bodies = {each.entity for each in document.mentions if each.type == "ORG"}
        for quotation in document.quotations:
            unknown = (None, None, None)  # author, source, section
            place = (next(numbers), day, number, name, *unknown, quotation.form, one_line(quotation.text))
            yield _line((*place, *_actor(quotation, bodies), None, int(quotation.polarity != "denial")))


def _actor(quotation: Quotation, bodies: set[str]) -> tuple[str | None, str | None]:
    """The person and the body; of a person whose office names a body of the text, both."""
    speaker = quotation.speaker
    if speaker is None:
        return None, None
    if speaker.name in bodies:
        return None, speaker.name
    serving = [body for body in bodies if body in (speaker.role or "")]
    return speaker.name, max(serving, key=lambda body: (len(body), body), default=None)


def _line(values: Iterable[object]) -> str:
    out = StringIO()
    csv.writer(out, delimiter=";", lineterminator="\n").writerow(values)
    return out.getvalue()
