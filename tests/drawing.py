"""A drawing of quotations under their text: the golden tests' form, made to be read.

Each quotation is a paragraph of three lines: its text with one stroke under each code point
(``=`` content, ``-`` cue, ``~`` speaker, ``+`` addressee), and what the toolkit says of it.
"""

from persian_speech.document import Document, Quotation

STROKES = (("=", ""), ("-", "cue"), ("~", "mention"), ("+", "addressee"))


def draw(document: Document) -> str:
    """The document's quotations, each drawn under the line or lines that it stands on."""
    return "\n".join(_block(document.text, quotation) for quotation in document.quotations)


def _block(text: str, quotation: Quotation) -> str:
    spans = [(stroke, getattr(quotation, part) if part else quotation) for stroke, part in STROKES]
    first = min(span.start for _, span in spans if span)
    last = max(span.end for _, span in spans if span)
    start = text.rfind("\n", 0, first) + 1
    end = text.find("\n", last)
    shown = text[start : end if end >= 0 else len(text)]
    under = [" "] * len(shown)
    for stroke, span in spans:
        for i in range(span.start - start, span.end - start) if span else ():
            under[i] = stroke
    speaker = quotation.speaker.name if quotation.speaker else "unknown"
    told = f"{quotation.id} {quotation.kind} {quotation.form}: {speaker} ({quotation.mention_form})"
    return "\n".join((shown.replace("\n", "⏎"), "".join(under).rstrip(), told, ""))
