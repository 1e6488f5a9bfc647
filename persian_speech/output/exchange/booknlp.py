"""Tab-separated files in the manner of BookNLP: ``.tokens``, and ``.quotes`` that point into it.

Tokens are counted from 0 in the document and ends are included, as there. Columns of parts of speech,
dependencies and events stay empty, «_»; ``kind`` at the end of ``.quotes`` is ours.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from persian_speech.document import Document, Span
from persian_speech.output.formats import one_line

TOKENS = (
    "paragraph_ID sentence_ID token_ID_within_sentence token_ID_within_document word lemma byte_onset "
    "byte_offset POS_tag fine_POS_tag dependency_relation syntactic_head_ID event"
)
QUOTES = "quote_start quote_end mention_start mention_end mention_phrase char_id quote kind"
EMPTY = ("_",) * 5


def tokens(document: Document) -> str:
    """The ``.tokens`` file; onset and offset are code points of the text."""
    return _table(TOKENS, _token_rows(document))


def quotes(document: Document) -> str:
    """The ``.quotes`` file; a speaker's ``char_id`` is the same throughout the document."""
    return _table(QUOTES, _quote_rows(document))


def _table(names: str, rows: Iterator[tuple[object, ...]]) -> str:
    lines = ["\t".join(map(one_line, row)) for row in rows]
    return "\n".join(["\t".join(names.split()), *lines, ""])


def _token_rows(document: Document) -> Iterator[tuple[object, ...]]:
    paragraph, last = 0, 0
    for number, sentence in enumerate(document.sentences):
        paragraph += number > 0 and "\n" in document.text[last : sentence.start]
        last = sentence.end
        for place in range(sentence.first, sentence.last):
            token = document.tokens[place]
            words = (token.text, token.lemma or token.normal, token.start, token.end)
            yield (paragraph, number, place - sentence.first, place, *words, *EMPTY)


def _quote_rows(document: Document) -> Iterator[tuple[object, ...]]:
    numbers: dict[str, int] = {}
    for quotation in document.quotations:
        speaker = quotation.speaker
        who = numbers.setdefault(speaker.id, len(numbers)) if speaker else None
        mention = quotation.mention
        where = _range(document, mention) if mention else (None, None)
        told = (mention.text if mention else None, who, quotation.text, quotation.kind)
        yield (*_range(document, quotation), *where, *told)


def _range(document: Document, span: Span) -> tuple[int, int]:
    """The first and the last token that the span touches."""
    first = bisect_right(document.tokens, span.start, key=lambda token: token.end)
    last = bisect_left(document.tokens, span.end, key=lambda token: token.start) - 1
    return first, last
