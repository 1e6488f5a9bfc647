"""CoNLL-U: a token a line, as Universal Dependencies has it; words that are not parsed say so with «_».

MISC holds what else is known: SpaceAfter, TokenRange (code points of the text), CorrectForm (half-spaces
restored), NER and Quote in the letters B and I of beginning and inside, the Speaker's id.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from persian_speech.document import Document, Mention, Quotation, Span, Token

UPOS = {"punctuation": "PUNCT", "number": "NUM", "symbol": "SYM"}
UNFIT = re.compile(r"[\s\x00-\x1f\x7f-\x9f]")
Found = tuple[str, Span] | None


def document(name: str, document: Document) -> str:
    """The document's sentences, under its name."""
    return "".join(f"{line}\n" for line in Writer(name, document).lines())


def plain(text: str) -> str:
    """The text without white space or controls, which would part columns or ids."""
    return UNFIT.sub("_", text)


class Writer:
    """One document on its way out, token by token."""

    def __init__(self, name: str, document: Document) -> None:
        self.name = plain(name)
        self.document = document
        self.mentions, self.quotations = Finder(document.mentions), Finder(document.quotations)

    def lines(self) -> Iterator[str]:
        """Comments on the document, then the sentences, an empty line after each."""
        if self.document.tokens:
            yield from self._facts()
        for number, sentence in enumerate(self.document.sentences, 1):
            places = range(sentence.first, sentence.last)
            if places:
                yield from self._heading(number, places)
                yield from (self._row(place, place - sentence.first + 1) for place in places)
                yield ""

    def _facts(self) -> Iterator[str]:
        """The name, the day and the speakers."""
        yield f"# newdoc id = {self.name}"
        if self.document.date:
            yield f"# date = {self.document.date.isoformat()}"
        speakers = (each.speaker for each in self.document.quotations if each.speaker)
        for key, name in {speaker.id: speaker.name for speaker in speakers}.items():
            yield f"# speaker {key} = {' '.join(name.split())}"

    def _heading(self, number: int, places: range) -> Iterator[str]:
        if places[0] == 0 or "\n" in self._gap(places[0] - 1):
            yield "# newpar"
        yield f"# sent_id = {self.name.replace('/', '_')}-s{number}"
        spelt = (plain(self._token(place).text) + " " * self._is_spaced(place) for place in places)
        yield f"# text = {''.join(spelt).rstrip()}"

    def _token(self, place: int) -> Token:
        return self.document.tokens[place]

    def _gap(self, place: int) -> str:
        """What stands between a token and the next, or the end."""
        tokens = self.document.tokens
        end = tokens[place + 1].start if place + 1 < len(tokens) else None
        return self.document.text[tokens[place].end : end]

    def _is_spaced(self, place: int) -> bool:
        is_last = place + 1 == len(self.document.tokens)
        return is_last or any(letter.isspace() for letter in self._gap(place))

    def _row(self, place: int, number: int) -> str:
        token = self._token(place)
        misc = "|".join(f"{key}={plain(value).replace('|', '_')}" for key, value in self._misc(place))
        columns = (str(number), plain(token.text), plain(token.lemma) or "_", UPOS.get(token.kind, "_"))
        return "\t".join((*columns, "_", "_", "_", "_", "_", misc))

    def _misc(self, place: int) -> Iterator[tuple[str, str]]:
        token = self._token(place)
        if token.normal != token.text:
            yield "CorrectForm", token.normal
        match self.mentions.find(token):
            case letter, Mention(type=kind):
                yield "NER", f"{letter}-{kind}"
        match self.quotations.find(token):
            case letter, Quotation(id=name, speaker=speaker):
                yield "Quote", f"{letter}-{name}"
                if speaker:
                    yield "Speaker", speaker.id
        if not self._is_spaced(place):
            yield "SpaceAfter", "No"
        yield "TokenRange", f"{token.start}:{token.end}"


class Finder:
    """Tells of token after token which span it begins in."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = sorted(spans, key=lambda span: span.start)
        self.begun: set[int] = set()

    def find(self, token: Token) -> Found:
        """The span, and «B» at its first token or «I» further in."""
        number = bisect_right(self.spans, token.start, key=lambda span: span.start) - 1
        if number < 0 or token.start >= self.spans[number].end:
            return None
        letter = "I" if number in self.begun else "B"
        self.begun.add(number)
        return letter, self.spans[number]
