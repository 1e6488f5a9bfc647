"""The stage that finds a document's quotations and their speakers."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from persian_speech.actors.beside import name_by_title
from persian_speech.actors.fuller import name_in_full
from persian_speech.actors.members import Member
from persian_speech.actors.setting import Setting
from persian_speech.actors.speakers import speakers
from persian_speech.document import Document, Quotation, Speaker
from persian_speech.quotation.addressees import find_addressee, find_channel
from persian_speech.quotation.clauses import Range
from persian_speech.quotation.confidence import confidence
from persian_speech.quotation.found import Found
from persian_speech.quotation.marks import OPENING_MARKS
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.paragraphing import paragraphs_of
from persian_speech.quotation.reader import Reader
from persian_speech.quotation.words import read

_HANDLE = re.compile(r"(?m)^[^\S\n]*@")  # «@pagah» on a line, as below a post
FARTHEST_MARK = 12  # paragraphs after a « in which its » may stand
RELAYS = (("به", "نقل", "از"), ("از", "قول"), ("از", "زبان"))
# The words before a headline's speaker that tell how he says it: «ادعای پگاه: …».
HEADED = {"ادعای": ("ادعا کردن", "state"), "هشدار": ("هشدار دادن", "warn")}


def extract(document: Document) -> Document:
    """Fill ``document.quotations``, in the order of the text."""
    tokens, keys, flags = read(document.tokens)
    reader = Reader(document.date, handled="@" in document.text and _HANDLE.search(document.text) is not None)
    pieces = paragraphs_of(document, tokens, keys, flags)
    for paragraph, *following in _windows(pieces, 1 + FARTHEST_MARK):
        reader.read(paragraph, following)
    if not reader.found:
        return replace(document, quotations=())
    reader.cast.finish()
    name_by_title(reader.cast, document, keys)
    name_in_full(reader.cast, tokens.texts, keys)
    cast = speakers(reader.cast.members, Setting(document.date, keys))
    found = sorted(reader.found, key=lambda one: one.paragraph.tokens.starts[one.draft.content[0]])
    return replace(document, quotations=tuple(_finish(one, f"Q{i}", cast) for i, one in enumerate(found, 1)))


def _windows(pieces: Iterator[Paragraph], size: int) -> Iterator[Sequence[Paragraph]]:
    """Each paragraph with those after it, ``size`` in all; no more are kept at hand."""
    window = deque(islice(pieces, size))
    while window:
        yield tuple(window)
        window.popleft()
        window.extend(islice(pieces, 1))


def _finish(found: Found, number: str, cast: dict[int, Speaker]) -> Quotation:
    draft, paragraph, attribution = found.draft, found.paragraph, found.attribution
    content = paragraph.span(*draft.content)
    speaker = _speaker(attribution.member, cast)
    source = found.head or found
    addressee = find_addressee(source.paragraph, source.draft)
    mention, first, last = source.attribution.mention, *_cue(source)
    lemma, cls = _told(source, first, last)
    return Quotation(
        content.start,
        content.end,
        content.text,
        id=number,
        kind=draft.manner.kind,
        form=draft.manner.form,
        rule=draft.rule,
        end_rule=draft.ended,
        confidence=confidence(draft, attribution.form, speaker),
        cue=source.paragraph.span(first, last) if first < last else None,
        cue_lemma=lemma,
        cue_class=cls,
        mention=source.paragraph.span(*mention) if mention else None,
        mention_form=attribution.form,
        speaker=speaker,
        addressee=source.paragraph.span(*addressee) if addressee else None,
        channel=find_channel(source.paragraph, source.draft),
        polarity="denial" if cls == "deny" else "assertion",
        speaker_rule=attribution.rule,
        candidates=tuple(filter(None, (_speaker(member, cast) for member in attribution.others))),
    )


def _speaker(member: Member | None, cast: dict[int, Speaker]) -> Speaker | None:
    return cast[id(member.real())] if member else None


def _cue(found: Found) -> Range:
    """The cue's tokens; of a relay («X به نقل از Y نوشت») the words that credit Y."""
    intro, mention = found.draft.intro, found.attribution.mention
    keys, start = found.paragraph.keys, mention[0] if mention else 0
    start -= found.paragraph.at(start - 1) in OPENING_MARKS  # «به نقل از «سارا مهرجو» نوشت»
    for words in RELAYS if mention else ():
        first = start - len(words)
        if keys[max(first, 0) : first + len(words)] == words:
            return first, first + len(words)
    if intro is None:
        headed = found.draft.rule == "headline" and start > 0 and keys[start - 1] in HEADED
        return (start - 1, start) if headed else (0, 0)
    return intro.first, intro.last


def _told(found: Found, first: int, last: int) -> tuple[str | None, str | None]:
    """The cue's lemma and class, none where no cue stands."""
    intro = found.draft.intro
    if intro is not None:
        return intro.lemma, intro.cls
    words = found.paragraph.keys[first:last]
    return HEADED.get(words[0], ("به نقل از", "state")) if words else (None, None)
