"""Paragraphs as a document's text has them, with the ends of their sentences."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from persian_speech.actors.vocabulary import surnames
from persian_speech.document import Document, Sentences, Tokens
from persian_speech.quotation.cues import cue_forms
from persian_speech.quotation.lexicon import adverbs
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.text.letters import key
from persian_speech.text.lines import paragraphs

LONGEST = 2000  # tokens in a paragraph
ASKED = frozenset({"پاسخ", "درباره", "سوال", "سوالی", "سوالات", "پرسش", "پرسشی", "خصوص", "مورد"})
ASKED |= frozenset({"عنوان", "تیتر"})  # «در یادداشتی با عنوان «شورا کجاست؟» نوشت: …»
QUESTION_REACH = 45  # tokens from a question's mark to the colon after a second question
LONGEST_CUE = 4  # tokens
CUE_REACH = 8  # tokens from a question's mark to the colon of the cue after it


def paragraphs_of(
    document: Document, tokens: Tokens, keys: tuple[str, ...], flags: bytes
) -> Iterator[Paragraph]:
    """The paragraphs of the text, of its tokens as the rules see them; those without one are left out.

    One of more than ``LONGEST`` tokens is no paragraph that anybody wrote: it is cut at sentence
    ends, so that time grows with the text alone.
    """
    starts, texts, kinds = tokens.starts, tokens.texts, tokens.kinds  # the rest is not asked for
    ends = Sentences.of(document.text, document.sentences).lasts
    for start, end in paragraphs(document.text):
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        inner = ends[bisect_right(ends, first) : bisect_right(ends, last)]
        for piece in _pieces(first, last, inner):
            within = inner[bisect_right(inner, piece[0]) : bisect_right(inner, piece[1])]
            breaks = sorted({stop - piece[0] for stop in (*within, piece[1])})
            here = slice(*piece)
            inside, words = Tokens(starts[here], texts[here], kinds[here]), keys[here]
            if "؟" in document.text[start:end] or "?" in document.text[start:end]:
                breaks = list(_without_questions(inside, words, breaks))
            if "#" in document.text[start:end]:
                inside, words = _without_hash(inside, words)
            yield Paragraph(document.text, inside, words, flags[here], tuple(breaks))


def _without_hash(tokens: Tokens, keys: tuple[str, ...]) -> tuple[Tokens, tuple[str, ...]]:
    """«#فوری #ظریف: …»: a surname with the first colon, after tags alone, is a word, without its hash."""
    texts = tokens.texts
    at = texts.index(":") - 1 if ":" in texts else -1
    tagged = at >= 0 and texts[at][0] == "#" and "word" not in tokens.kinds[:at]
    name = key(texts[at][1:]) if tagged else ""
    if name not in surnames():
        return tokens, keys
    starts, names, kinds = list(tokens.starts), list(texts), list(tokens.kinds)
    starts[at], names[at], kinds[at] = starts[at] + 1, texts[at][1:], "word"
    return Tokens(starts, names, kinds), (*keys[:at], name, *keys[at + 1 :])


def _without_questions(tokens: Tokens, keys: Sequence[str], breaks: Sequence[int]) -> Iterator[int]:
    """«در پاسخ به اینکه آیا سد پر است؟ گفت: …» is one sentence: no break before the cue."""
    start, texts = 0, tokens.texts
    for stop in breaks:
        marks = {text[0] for text in texts[max(stop - 2, start) : stop]}
        asked = "؟" in marks and not ASKED.isdisjoint(keys[start:stop])
        following = keys[stop : stop + QUESTION_REACH]
        if not asked or not (_cue_follows(following[:CUE_REACH]) or _goes_on_asking(following)):
            yield stop
            start = stop


def _goes_on_asking(keys: Sequence[str]) -> bool:
    """«… تیم‌داری کند؟ آیا پیگیری می‌کردند، گفت: …»: a second question, and the answer's cue."""
    colon = keys.index(":") if ":" in keys else 0
    cues = ((at, cue_forms().at(keys, at)) for at in range(max(colon - LONGEST_CUE, 1), colon))
    told = any(cue is not None and cue[0] == colon and keys[at - 1] == "،" for at, cue in cues)
    return tuple(keys[:1]) == ("ایا",) and told and "." not in keys[:colon]


def _cue_follows(keys: Sequence[str]) -> bool:
    """A cue with its colon, after nothing but an adverb."""
    at = 0
    while at < len(keys) and (found := adverbs().at(keys, at)):
        at = found[0]
    cue = cue_forms().at(keys, at) if at < len(keys) else None
    return cue is not None and ":" in keys[cue[0] : cue[0] + 1]


def _pieces(first: int, last: int, ends: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Stretches of at most ``LONGEST`` tokens, cut after a sentence where there is one."""
    while first < last:
        limit = first + LONGEST
        at = bisect_right(ends, limit) - 1
        cut = ends[at] if at >= 0 and ends[at] > first else limit
        stop = last if last <= limit else cut
        yield first, stop
        first = stop
