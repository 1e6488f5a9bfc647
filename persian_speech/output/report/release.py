"""A release as marked-up text: whatever stands in the document is escaped, only the marks are ours."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from persian_speech.analysis.tables import Analysed
from persian_speech.document import COUNTED, Mention, Quotation, Span
from persian_speech.output.marking import Cue, Piece, Voice, grouped, marked_lines
from persian_speech.output.report import model, persian
from persian_speech.output.report.persian import day, number, word

UNSURE = 0.75  # confidence below which the page marks an attribution with a «؟»
TITLE_WITHIN = 160  # code points: a longer first line is no headline
UNSHOWN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")  # as in a terminal
Detail = dict[str, object]


@dataclass(frozen=True, slots=True)
class Release:
    """One document of the page; ``voices`` in the order they are first quoted."""

    number: int
    name: str
    title: Markup
    date: str
    iso: str
    words: str
    quotations: int
    voices: Sequence[model.Voice]
    entities: Sequence[int]
    paragraphs: Sequence[Markup]


class Marker:
    """Marks the documents of a page, and keeps what is known of each quotation under its number."""

    def __init__(self, found: model.Model) -> None:
        self.model = found
        self.details: list[Detail] = []

    def release(self, place: int, pair: Analysed) -> Release:
        """The document as the page shows it; its first line is the headline if it is short."""
        name, document = pair
        text = Text(self, pair)
        paragraphs = [text.line(pieces) for _, pieces in marked_lines(document)]
        first = next(marked_lines(document), None)
        is_headline = first is not None and len(first[0].text) <= TITLE_WITHIN and len(paragraphs) > 1
        title = paragraphs.pop(0) if is_headline else Markup("{}").format(shown(name))
        entities = (self.model.entity(mention) for mention in document.mentions)
        return Release(
            place,
            shown(name),
            title,
            day(document.date),
            document.date.isoformat() if document.date else "",
            number(sum(token.kind in COUNTED for token in document.tokens)),
            len(document.quotations),
            list(text.voices),
            sorted({entity.number for entity in entities if entity}),
            paragraphs,
        )


class Text:
    """One document while it is marked: its speakers are numbered as they are met."""

    def __init__(self, marker: Marker, pair: Analysed) -> None:
        self.marker = marker
        self.text = pair[1].text
        self.numbers: dict[int, int] = {}
        self.voices: dict[model.Voice, int] = {}
        for quotation in pair[1].quotations:
            voice = marker.model.voice(quotation)
            self.voices.setdefault(voice, len(self.voices) + 1)

    def line(self, pieces: Sequence[Piece]) -> Markup:
        """A line with its marks."""
        return Markup("").join(self._nested(pieces, 0))

    def _nested(self, pieces: Sequence[Piece], depth: int) -> Iterator[Markup]:
        if depth == len(pieces[0].marks):
            yield Markup("{}").format(shown(self.text[pieces[0].start : pieces[-1].end]))
            return
        for mark, run in grouped(pieces, depth):
            inner = Markup("").join(self._nested(run, depth + 1))
            yield self._marked(mark, inner)

    def _marked(self, mark: Span | None, inner: Markup) -> Markup:
        match mark:
            case Quotation():
                return self._quotation(mark, inner)
            case Voice(quotation=quotation):
                return Markup('<span class="who {}">{}</span>').format(self._class(quotation), inner)
            case Cue(quotation=quotation):
                return Markup('<u class="cue {}">{}</u>').format(self._class(quotation), inner)
            case Mention() if entity := self.marker.model.entity(mark):
                return Markup('<span class="e" data-e="{}">{}</span>').format(entity.number, inner)
            case _:
                return inner

    def _quotation(self, quotation: Quotation, inner: Markup) -> Markup:
        """The quotation; where it begins stands the number of its speaker, a button that tells why."""
        known = self.numbers.get(id(quotation))
        button = Markup("")
        if known is None:
            known = self.numbers[id(quotation)] = len(self.marker.details)
            self.marker.details.append(self._detail(quotation))
            button = self._button(quotation)
        voice = self.marker.model.voice(quotation)
        return Markup('<span class="q {} {}" data-q="{}" data-s="{}">{}{}</span>').format(
            quotation.kind, self._class(quotation), known, voice.number, button, inner
        )

    def _button(self, quotation: Quotation) -> Markup:
        voice = self.marker.model.voice(quotation)
        unsure = quotation.confidence < UNSURE
        label = (
            f"{word('kind', quotation.kind)} از {voice.name or 'گویندهٔ ناشناس'}{'، نامطمئن' * unsure}؛ چرا؟"
        )
        return Markup('<button class="n" type="button" data-n="{}" aria-label="{}"></button>').format(
            number(self.voices[voice]) + "؟" * unsure, shown(label)
        )

    def _class(self, quotation: Quotation) -> str:
        return colour_class(self.marker.model.voice(quotation))

    def _detail(self, quotation: Quotation) -> Detail:
        """What the page tells of the quotation, under short names; what is not there is left out."""
        cue, mention, addressee = quotation.cue, quotation.mention, quotation.addressee
        known: Detail = {
            "s": self.marker.model.voice(quotation).number,
            "k": word("kind", quotation.kind),
            "f": word("form", quotation.form),
            "d": quotation.polarity == "denial",
            "c": cue and shown(cue.text),
            "l": quotation.cue_lemma,
            "t": word("class", quotation.cue_class),
            "m": mention and shown(mention.text),
            "w": word("mention", quotation.mention_form),
            "a": addressee and shown(addressee.text),
            "h": quotation.channel and shown(quotation.channel),
            "o": " یا ".join(shown(speaker.name) for speaker in quotation.candidates),
            "r": persian.rule(quotation.rule),
            "v": persian.speaker_rule(quotation.speaker_rule),
            "p": round(quotation.confidence, 2),
        }
        return {name: value for name, value in known.items() if value or value == 0}


def shown(text: str) -> str:
    """The text without characters that no page may hold or that would turn its direction."""
    return UNSHOWN.sub("\ufffd", text)


def colour_class(voice: model.Voice) -> str:
    """The class of a speaker's colour."""
    return "cx" if voice.colour is None else f"c{voice.colour}"


def releases(found: model.Model, documents: Iterable[Analysed]) -> tuple[list[Release], list[Detail]]:
    """The documents as the page shows them, and the details of their quotations by number."""
    marker = Marker(found)
    return [marker.release(place, pair) for place, pair in enumerate(documents)], marker.details
