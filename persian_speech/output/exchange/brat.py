"""brat standoff: the text untouched, and beside it a line an annotation, in code points of the text.

Text-bound: quotations, cues, the words for speakers and addressees, named entities. Relations: a quotation
is Said_by its speaker, Reported_by its cue, Told_to its addressee. Notes carry names and rules.
"""

import re
from collections.abc import Iterator
from itertools import count

from persian_speech.document import Document, Quotation, Span

CONFIGURATION = """\
[entities]
Direct
Indirect
Cue
Speaker
Addressee
PER
ORG
LOC
NORP
DAT
TIM
MON
PCT
[relations]
Said_by Arg1:Direct|Indirect, Arg2:Speaker
Reported_by Arg1:Direct|Indirect, Arg2:Cue
Told_to Arg1:Direct|Indirect, Arg2:Addressee
<OVERLAP> Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>
[events]
[attributes]
Denial Arg:Direct|Indirect
"""
PARTS = (
    ("Speaker", "Said_by", "mention"),
    ("Cue", "Reported_by", "cue"),
    ("Addressee", "Told_to", "addressee"),
)


RUN = re.compile(r"[^\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")  # what can stand on an annotation's line


def annotations(document: Document) -> str:
    """The ``.ann`` file of a document."""
    return "".join(f"{line}\n" for line in Numbered(document).lines())


class Numbered:
    """One document's annotations, each under the next number of its kind."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.bound, self.links, self.marks, self.notes = (count(1) for _ in range(4))
        self.known: dict[tuple[str, int, int], str] = {}

    def lines(self) -> Iterator[str]:
        """All lines: a span is written before what points to it."""
        for quotation in self.document.quotations:
            yield from self._quotation(quotation)
        for mention in self.document.mentions:
            yield from self._span(mention.type, mention)
            yield self._note(self._id(mention.type, mention), mention.entity)

    def _quotation(self, quotation: Quotation) -> Iterator[str]:
        kind = quotation.kind.capitalize()
        yield from self._span(kind, quotation)
        own = self._id(kind, quotation)
        speaker = quotation.speaker.name if quotation.speaker else "unknown"
        yield self._note(own, f"{quotation.id}: {speaker}; {quotation.form}; {quotation.rule}")
        if quotation.polarity == "denial":
            yield f"A{next(self.marks)}\tDenial {own}"
        for name, relation, part in PARTS:
            span: Span | None = getattr(quotation, part)
            if span is not None:
                yield from self._span(name, span)
                yield f"R{next(self.links)}\t{relation} Arg1:{own} Arg2:{self._id(name, span)}"

    def _span(self, kind: str, span: Span) -> Iterator[str]:
        """The line of a span that has none yet; one with line breaks is in fragments, as brat asks."""
        key = (kind, span.start, span.end)
        if key in self.known:
            return
        self.known[key] = f"T{next(self.bound)}"
        runs = [(span.start + run.start(), span.start + run.end(), run[0]) for run in RUN.finditer(span.text)]
        places = ";".join(f"{start} {end}" for start, end, _ in runs)
        yield f"{self.known[key]}\t{kind} {places}\t{' '.join(text for *_, text in runs)}"

    def _id(self, kind: str, span: Span) -> str:
        return self.known[kind, span.start, span.end]

    def _note(self, target: str, text: str) -> str:
        return f"#{next(self.notes)}\tAnnotatorNotes {target}\t{' '.join(text.split())}"
