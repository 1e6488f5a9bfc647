"""Lines and paragraphs: old newspaper files wrap a paragraph over many lines of one width.

A wrapped line is told from a headline or a bullet by what the wrapper did: it broke the line
only because the next word would not fit. A short line that had room for it ended on purpose.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from persian_speech.text.letters import key
from persian_speech.text.lost_breaks import (
    LONE_VERBS,
    STOP_GAP,
    after_stops,
    at_gaps,
    cut_words,
    of_one_line,
    with_written_breaks,
)
from persian_speech.text.verbs import finite

NARROWEST, WIDEST = 40, 130  # code points: the lines that wrappers fill
FEWEST_WRAPPED = 3  # open lines
RAGGED = 0.8  # of the longest line's width: a wrapped line of print
LONGEST_LINK = 60  # code points of a link inside a sentence
LONGEST_VERB = 20  # code points of «شناسایی نشده بود.»
SHORTEST_CUT = 25  # code points of a line that ends in mid-phrase
_BREAKS = "\r\v\f\x85\u2028\u2029"  # where a line breaks, beside «\n»
_LABEL = re.compile(r"(?<=\S{2}) {2,}(?P<who>[^:\s][^:]{1,100}):$")
_CLOSED = tuple('.!؟?…:؛;»"”/]=*')
_GO_ON = "،,:؛;])"  # no line begins with one
_PREPOSITIONS = frozenset({"به", "در", "با", "از", "بر", "برای", "تا", "و", "که"})
_BOUND = ("های", "هاي")  # the plural with its ezafe
_COPULAS = ("\u200cاند", "\u200cایم", "هاند", "هایم")  # «خستهاند»
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\ufeff\u202a\u202b\u202c\u202d\u202e"
_BULLET = re.compile(r"[^\w\s«\"“(#]|\d{1,3}\s*[-–.)]|\w{1,2}\)")
# «انتهای پیام» and «احمدی: …» begin anew; «اطلاع‌رسانی پلیس گفت: …» may go on.
_CODA = re.compile(r".{,24}$|(?P<who>[^:]{,60}):")
_REPORT = re.compile(r"(?P<clause>[^:.!؟]{12,240}):")
_HEADING_WITHIN = re.compile(r"[.!؟]\s{2,}(?P<heading>[^.!؟:]+)$")  # «… می‌رسد.  برنامه‌های تازه»
_WHOLLY_MARKED = re.compile(r"[«\"“][^«»\"“”]{20,}[.!؟]?[»\"”]")
_BLANK_LINE = re.compile(r"\n\s*\n")
Verdict = bool | None


class Line(NamedTuple):
    """A line less the white space at its edges; ``start`` and ``end`` in code points."""

    start: int
    end: int
    text: str

    @property
    def width(self) -> int:
        """Code points."""
        return self.end - self.start


class Break(NamedTuple):
    """The break between two lines of a block whose longest line is ``width`` code points."""

    before: Line
    after: Line
    width: int
    wrapped: bool
    joined: bool = False
    """Whether ``before`` goes on from the line above it."""

    @property
    def full(self) -> bool:
        """The next word would not have fitted on the line."""
        return self.before.width + 1 + len(_first(self.after)) > self.width

    @property
    def nearly_full(self) -> bool:
        """Full, or as good as: letters of print are not all of one width."""
        return self.full or self.before.width >= RAGGED * self.width


def _lines(text: str) -> list[tuple[int, int]]:
    """The lines that hold anything, in order: start and end, in code points."""
    spans, start = [], 0
    for break_ in _BREAKS:
        text = text.replace(break_, "\n")
    text = with_written_breaks(text) if "\\" in text or "<" in text or "\t" in text else text
    for line in text.split("\n"):
        if plain := line.strip():
            at = start if len(plain) == len(line) else start + line.index(plain[0])
            if plain[0] not in _INVISIBLE or plain.strip(_INVISIBLE):
                spans += _before_label(plain, at) if plain[-1] == ":" else [(at, at + len(plain))]
        start += len(line) + 1
    if len(spans) == 1:
        return list(of_one_line(text, *spans[0]))
    if "…" in text:
        cut = (at_gaps(text, *span) if text[span[1] - 1] == "…" else (span,) for span in spans)
        spans = [line for lines in cut for line in lines]
    if "  " not in text or STOP_GAP.search(text) is None:
        return spans
    return [line for span in spans for line in after_stops(text, *span)]


def _before_label(line: str, at: int) -> list[tuple[int, int]]:
    """«پل باز شد  شهردار بندر:»: a headline, and after a wide space a label, which is a line of its own."""
    found = _LABEL.search(line)
    words = found["who"].split() if found else []
    if found is None or words[0] in _PREPOSITIONS or any(map(finite, words[:-1])):
        return [(at, at + len(line))]
    return [(at, at + found.start()), (at + found.start("who"), at + len(line))]


def _first(line: Line) -> str:
    return line.text.split(maxsplit=1)[0]


def _ends_in_verb(line: Line) -> bool:
    """«… می گوید», «… خسته‌اند»: the last word or the last two."""
    words = line.text.split()[-2:]
    if _last(line).endswith(_COPULAS) or (words[-1][0] == "#" and words[0][-1] in _CLOSED):
        return True  # «… آب نیست. #تشنه»
    return finite(words[-1]) is not None or finite(" ".join(words)) is not None


def _has_verb(line: Line) -> bool:
    words = line.text.split()
    return any(map(finite, (*words, *map(" ".join, pairwise(words)))))


def _last(line: Line) -> str:
    seen = line.text.rstrip(_INVISIBLE + " ") or line.text  # a line of nothing but a mark of direction
    return seen.rsplit(maxsplit=1)[-1]


def mark_goes_on(place: Break) -> Verdict:
    """«ترامپ / : / ما …», «شورا [ / از جمله …»: no line begins with a mark that ends a phrase."""
    cut = place.before.text in {"،", ","} or place.before.text[-1] in "[("
    return True if cut or place.after.text[0] in _GO_ON else None


def closed_line_ends(place: Break) -> Verdict:
    """A line with a closing mark at its end is whole."""
    return False if place.before.text.rstrip(_INVISIBLE).endswith(_CLOSED) else None


def bullet_begins(place: Break) -> Verdict:
    """«- نخست», «2) دوم», «🔹 …» open a new item."""
    return False if _BULLET.match(place.after.text) else None


def headline_ends(place: Break) -> Verdict:
    """«آریا: پل بسته شد»: the first line of a text that ends in a verb, however long, is a headline."""
    return False if place.wrapped and place.before.start == 0 and _ends_in_verb(place.before) else None


def short_line_ends(place: Break) -> Verdict:
    """In wrapped text the next word would have fitted here, by far: the line ended on purpose."""
    return False if place.wrapped and not place.nearly_full else None


def full_line_goes_on(place: Break) -> Verdict:
    """In wrapped text a full line goes on in the next."""
    return True if place.wrapped else None


def cut_phrase_goes_on(place: Break) -> Verdict:
    """«… گفت که» cannot end a line, nor can «را» begin one: the phrase was cut."""
    if place.before.width < SHORTEST_CUT:
        return None
    last, first = key(_last(place.before)), key(_first(place.after))
    bound = _last(place.before).endswith(_BOUND)  # «… از چالش‌های / ۱۴گانه»; not «منطقه‌ای»
    return True if bound or last in cut_words("never_last") or first in cut_words("never_first") else None


def comma_goes_on(place: Break) -> Verdict:
    """«پگاه نوشت دانا، / پیام شهردار / را …»: a long line that ends with a comma is not whole."""
    if place.before.width < SHORTEST_CUT or place.before.text[-1] not in "،,":
        return None
    return not (place.before.width > WIDEST and _another_reports(place))


def _another_reports(place: Break) -> bool:
    """«… آب را نگه دارند، / رئیس شورا با بیان اینکه باران نیامد، گفت: …»: a comma in a full stop's place."""
    told = _REPORT.match(place.after.text)
    cue = told is not None and finite(told["clause"].split()[-1]) is not None
    return cue and finite(place.before.text[:-1].split()[-1]) is not None


def lone_hashtag_goes_on(place: Break) -> Verdict:
    """«… نماینده مجلس در / #گفتگو / با پگاه:»: a tag that was set on a line of its own in mid-phrase."""
    lone = place.before.text.startswith("#") and len(place.before.text.split()) == 1
    return True if lone and key(_first(place.after)) in cut_words("never_last") else None


def lone_verb_goes_on(place: Break) -> Verdict:
    """«… در بیانیه‌ای / گفت / «آب هست»»: a cue set as a link; «… قرار / گرفته است.»: a clause's end."""
    if place.before.text in LONE_VERBS or place.after.text in LONE_VERBS:
        return True
    short = place.after.width <= LONGEST_VERB and place.before.width >= SHORTEST_CUT
    return True if short and finite(place.after.text.rstrip(". ")) is not None else None


def lone_link_goes_on(place: Break) -> Verdict:
    """«… اعلام کرد که / آب ده استان / به باران وابسته است»: a link in mid-clause is a line of its own."""
    if not place.joined or place.before.width > LONGEST_LINK or ":" in place.after.text[:LONGEST_LINK]:
        return None
    return None if _has_verb(place.before) else True


def long_line_without_verb_goes_on(place: Break) -> Verdict:
    """«… به خبرنگار پايگاه / اطلاع رساني پليس گفت»: too long for a headline, and no end of a clause."""
    if place.before.width <= WIDEST or not (place.before.text[-1].isalpha() or place.before.text[-1] in "،,"):
        return None
    if _WHOLLY_MARKED.fullmatch(place.after.text):
        return False  # «… ادامه می‌دهد یا خیر / «ما می‌آییم.»»
    within = _HEADING_WITHIN.search(place.before.text)
    if within and len(within["heading"]) <= WIDEST:
        return False
    coda = _CODA.match(place.after.text)
    if coda and not (coda["who"] and finite(coda["who"].split()[-1])):
        return False
    return None if _ends_in_verb(place.before) else True


# In order: the first that answers wins; a break that none knows ends a paragraph.
RULES: tuple[Callable[[Break], Verdict], ...] = (
    mark_goes_on,
    closed_line_ends,
    bullet_begins,
    cut_phrase_goes_on,
    headline_ends,
    short_line_ends,
    full_line_goes_on,
    comma_goes_on,
    lone_hashtag_goes_on,
    lone_verb_goes_on,
    lone_link_goes_on,
    long_line_without_verb_goes_on,
)


def wrapped_line_goes_on(place: Break) -> bool:
    """Whether the line was broken only for lack of room."""
    for rule in RULES:
        if (verdict := rule(place)) is not None:
            return verdict
    return False


def _line(text: str, span: tuple[int, int]) -> Line:
    start, end = span
    return Line(start, end, text[start:end])


def _is_wrapped(block: Sequence[Line], width: int) -> bool:
    """Most open lines of the block are full; or as good as full, and none but a few ends in a verb."""
    breaks = [Break(a, b, width, wrapped=False) for a, b in pairwise(block)]
    open_lines = [place for place in breaks if closed_line_ends(place) is None]
    full = sum(place.full for place in open_lines)
    if full >= FEWEST_WRAPPED and full >= 0.6 * len(open_lines):
        return True
    nearly = sum(place.nearly_full for place in open_lines)
    if nearly <= FEWEST_WRAPPED + 1 or nearly < 0.7 * len(open_lines):
        return False
    return sum(_ends_in_verb(place.before) for place in open_lines) < 0.3 * len(open_lines)


def _blocks(text: str) -> Iterator[list[tuple[int, int]]]:
    """Lines with no blank line between them."""
    block: list[tuple[int, int]] = []
    last = 0
    for start, end in _lines(text):
        if start > last + 1 and block and _BLANK_LINE.search(text, last, start):
            yield block
            block = []
        block.append((start, end))
        last = end
    if block:
        yield block


def _shape(text: str, block: Sequence[tuple[int, int]]) -> tuple[int, bool]:
    """The longest line of a block that a wrapper may have filled, and whether one did."""
    widths = [end - start for start, end in block]
    width = max([one for one in widths if one <= WIDEST], default=0)
    may_wrap = len(block) >= 4 and width >= NARROWEST and max(widths) <= WIDEST
    return width, may_wrap and _is_wrapped([_line(text, span) for span in block], width)


def _join(text: str, block: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    shape = None
    start = block[0][0]
    for before, after in pairwise(block):
        # most lines are closed, which all rules but the first would say at once
        if text[before[1] - 1] not in _CLOSED or text[after[0]] in _GO_ON:
            shape = shape or _shape(text, block)
            place = Break(_line(text, before), _line(text, after), *shape, joined=start < before[0])
            if wrapped_line_goes_on(place):
                continue
        yield start, before[1]
        start = after[0]
    yield start, block[-1][1]


@lru_cache(maxsize=1)
def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each paragraph, in code points: a line, or the lines of a wrapped one.

    Kept for the text at hand: sentences are cut by them, and quotations read.
    """
    return tuple(bounds for block in _blocks(text) for bounds in _join(text, block))
