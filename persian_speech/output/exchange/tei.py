"""TEI P5: a release as running text, quotations as ``<said who= direct=>``.

See the TEI Guidelines, 3.3.3 (quotation) and 16.3 (next and prev: one quotation over several paragraphs).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.etree import ElementTree as ET

from persian_speech import __version__
from persian_speech.analysis.tables import Analysed
from persian_speech.document import Document, Mention, Quotation, Span, Speaker
from persian_speech.output.marking import Cue, Piece, Voice, grouped, marked_lines

NAMESPACE = "http://www.tei-c.org/ns/1.0"
HEADING = '<?xml version="1.0" encoding="UTF-8"?>\n'
# What XML 1.0 cannot hold, not even escaped; its place is kept, so that offsets hold.
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Attributes = Mapping[str, str | None]
Parts = dict[str, list[int]]
TAGS = {"PER": "persName", "ORG": "orgName", "LOC": "placeName", "DAT": "date", "TIM": "time"}


def document(name: str, document: Document) -> str:
    """One document as a TEI file."""
    return HEADING + _written(name, document, "") + "\n"


def documents(analysed: Iterable[Analysed]) -> Iterator[str]:
    """Documents in order as one ``teiCorpus``; the ids of the second begin with «d2.»."""
    yield f'{HEADING}<teiCorpus xmlns="{NAMESPACE}" xml:lang="fa">\n{_corpus_header()}\n'
    for number, (name, found) in enumerate(analysed, 1):
        yield _written(name, found, f"d{number}.") + "\n"
    yield "</teiCorpus>\n"


class Writer:
    """Builds the elements of one document; ``prefix`` keeps its ids apart from another's."""

    def __init__(self, prefix: str) -> None:
        self.tree = ET.TreeBuilder()
        self.prefix = prefix

    def open(self, tag: str, **attributes: str | None) -> None:
        """Begins an element; attributes without a value are left out."""
        known = {_attribute(name): writable(value) for name, value in attributes.items() if value}
        self.tree.start(tag, known)

    def close(self, tag: str) -> None:
        """Ends the element."""
        self.tree.end(tag)

    def leaf(self, tag: str, text: str = "", **attributes: str | None) -> None:
        """An element that holds text alone."""
        self.open(tag, **attributes)
        self.tree.data(writable(text))
        self.close(tag)

    def id(self, name: str) -> str:
        """A name that is unique in the file."""
        return self.prefix + re.sub(r"[^\w.-]", "_", name)


def writable(text: str) -> str:
    """The text with U+FFFD for each character that XML cannot hold."""
    return UNWRITABLE.sub("\ufffd", text)


def _attribute(name: str) -> str:
    """«xml_id» is «xml:id»."""
    return name.replace("xml_", "{http://www.w3.org/XML/1998/namespace}")


def _written(name: str, found: Document, prefix: str) -> str:
    out = Writer(prefix)
    out.open("TEI", xmlns=NAMESPACE, xml_lang="fa")
    _header(out, name, found)
    out.open("text")
    out.open("body")
    _body(out, found)
    for tag in ("body", "text", "TEI"):
        out.close(tag)
    root = out.tree.close()
    return ET.tostring(root, encoding="unicode")


def _corpus_header() -> str:
    out = Writer("")
    out.open("teiHeader")
    _file(out, "persian-speech", None)
    out.close("teiHeader")
    return ET.tostring(out.tree.close(), encoding="unicode")


def _header(out: Writer, name: str, found: Document) -> None:
    out.open("teiHeader")
    _file(out, name, found)
    _participants(out, found)
    out.close("teiHeader")


def _file(out: Writer, name: str, found: Document | None) -> None:
    """What the file is, of which text, and which program marked it."""
    out.open("fileDesc")
    out.open("titleStmt")
    out.leaf("title", name)
    out.close("titleStmt")
    out.open("publicationStmt")
    out.leaf("p", "Marked by persian-speech; not published.")
    out.close("publicationStmt")
    out.open("sourceDesc")
    out.open("bibl")
    out.leaf("title", name)
    if found is not None and found.date:
        out.leaf("date", found.date.isoformat(), when=found.date.isoformat())
    out.close("bibl")
    out.close("sourceDesc")
    out.close("fileDesc")
    out.open("encodingDesc")
    out.open("appInfo")
    out.open("application", ident="persian-speech", version=re.sub(r"[^\d.].*", "", __version__))
    out.leaf("label", "persian-speech")
    for tag in ("application", "appInfo", "encodingDesc"):
        out.close(tag)


def _participants(out: Writer, found: Document) -> None:
    speakers = _speakers(found)
    out.open("profileDesc")
    out.open("langUsage")
    out.leaf("language", "فارسی", ident="fa")
    out.close("langUsage")
    if speakers:
        out.open("particDesc")
        out.open("listPerson")
        for speaker in speakers:
            _participant(out, speaker)
        out.close("listPerson")
        out.close("particDesc")
    out.close("profileDesc")


def _speakers(found: Document) -> Sequence[Speaker]:
    known = {each.speaker.id: each.speaker for each in found.quotations if each.speaker}
    return list(known.values())


def _participant(out: Writer, speaker: Speaker) -> None:
    """A speaker: its name, its other forms, its office. A body that speaks is a participant too."""
    out.open("person", xml_id=out.id(speaker.id))
    out.leaf("persName", speaker.name)
    for form in speaker.forms:
        if form != speaker.name:
            out.leaf("persName", form, type="form")
    if speaker.role:
        out.leaf("occupation", speaker.role)
    out.close("person")


def _body(out: Writer, found: Document) -> None:
    """A paragraph a line; ``n`` is where the line stands, in code points of the text."""
    marked = list(marked_lines(found))
    parts = _parts(marked)
    for line, pieces in marked:
        out.open("p", n=f"{line.start}-{line.end}")
        _nested(out, found, pieces, parts)
        out.close("p")
    if not marked:
        out.leaf("p")


def _nested(out: Writer, found: Document, pieces: Sequence[Piece], parts: Parts, depth: int = 0) -> None:
    """The pieces' text, a quotation around the words for a speaker, these around a cue, it around a name."""
    if depth == len(pieces[0].marks):
        out.tree.data(writable(found.text[pieces[0].start : pieces[-1].end]))
        return
    for mark, run in grouped(pieces, depth):
        tag, attributes = _element(out, mark, run[0].start, parts)
        if tag:
            out.open(tag, **attributes)
        _nested(out, found, run, parts, depth + 1)
        if tag:
            out.close(tag)


def _element(out: Writer, mark: Span | None, start: int, parts: Parts) -> tuple[str, Attributes]:
    match mark:
        case Quotation():
            return "said", _said(out, mark, parts[mark.id].index(start), parts)
        case Voice(quotation=Quotation(speaker=Speaker(id=speaker))):
            return "rs", {"type": "speaker", "ref": f"#{out.id(speaker)}"}
        case Cue():
            return "seg", {"type": "cue", "corresp": f"#{out.id(mark.quotation.id)}"}
        case Mention():
            key = {"key": mark.entity_id}
            return TAGS.get(mark.type, "name"), key if mark.type in TAGS else key | {"type": mark.type}
        case _:
            return "", {}


def _parts(marked: Sequence[tuple[Span, list[Piece]]]) -> Parts:
    """Where each quotation's parts begin: one part a paragraph it runs through."""
    parts: Parts = {}
    for _, pieces in marked:
        for quotation, run in grouped(pieces, 0):
            if isinstance(quotation, Quotation):
                parts.setdefault(quotation.id, []).append(run[0].start)
    return parts


def _said(out: Writer, quotation: Quotation, part: int, parts: Parts) -> Attributes:
    """Who said it, in what manner, how sure that is, and how one part leads to the next."""
    last = len(parts[quotation.id]) - 1

    def name(number: int) -> str:
        return out.id(f"{quotation.id}.{number + 1}" if number else quotation.id)

    return {
        "xml_id": name(part),
        "who": f"#{out.id(quotation.speaker.id)}" if quotation.speaker else None,
        "direct": "true" if quotation.kind == "direct" else "false",
        "cert": f"{quotation.confidence:.2f}",
        "prev": f"#{name(part - 1)}" if part else None,
        "next": f"#{name(part + 1)}" if part < last else None,
    }
