"""A paragraph as the quotation rules see it: tokens, keys, marks, cues, sentences.

Every index in this room is a token index inside the paragraph, half-open.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from persian_speech.actors.vocabulary import bodies, capitals, cities, city_words, is_given, titles
from persian_speech.document import Span, Tokens
from persian_speech.quotation.cues import Cue, find_cues
from persian_speech.quotation.lexicon import desks, labels, wires
from persian_speech.quotation.marks import STOPS, Marked, pair_marks, stray_closer
from persian_speech.quotation.words import CUE, GLUED, flagged, verbs_of
from persian_speech.text.calendars import months
from persian_speech.text.letters import DASHES
from persian_speech.text.verbs import VerbForm

NO_WORDS = frozenset({"punctuation", "symbol"})
BULLETS = frozenset("•-–—*▪◾◽●○")
AFTER_NUMBERS = frozenset({".", "-", ")", "–", "ـ"})
TAGS = frozenset({"#", "＃"})
DESK_MARKS = DASHES | frozenset(":/|")
ANSWERS = frozenset({"ج", "پاسخ", "جواب"})  # an interview's «ج: تا پاییز.»
TOWN = 3  # tokens of «ایلام - ایرنا» before its mark
LONGEST_DATELINE = 12  # tokens of «کپنهاگ، ۹ مارس، خبرگزاری‌ها –»
_AFTER_TOWN = DASHES | {"،", "(", ")"}
_PAPERS = frozenset({"خبرگزاریها", "خبرگزاریهای", "خارجی", "ماه"})
DESK = 6  # tokens in a desk's name with its mark


@dataclass(eq=False)  # a view, as a clause is
class Paragraph:
    """A paragraph's tokens and all that is asked of them more than once."""

    text: str
    tokens: Tokens
    keys: tuple[str, ...]
    flags: bytes
    """What each token may be by its word."""
    breaks: tuple[int, ...]
    """Ends of sentences, exclusive; the last is ``len(tokens)``."""

    @cached_property
    def marked(self) -> tuple[Marked, ...]:
        """The outermost stretches in quotation marks."""
        marks = pair_marks(self.tokens.texts)
        if not marks or marks[-1].last < len(self):
            return marks
        # A mark never closed: «معاون «وزارت نیرو گفت» has lost one, «گفت: «آب هست» goes on.
        first = marks[-1].first
        stray = self.is_word(first - 1) and first not in {cue.last for cue in self.all_cues}
        return marks[:-1] if stray and self.key_at(first - 1) != "که" else marks

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The tokens between quotation marks."""
        return frozenset(i for mark in self.marked for i in range(mark.first + 1, mark.last))

    @cached_property
    def stray_closer(self) -> int | None:
        """A » or " that closes marks opened in an earlier paragraph."""
        return stray_closer(self.tokens.texts)

    @cached_property
    def left_open(self) -> bool:
        """Whether a «, “ or " is opened that the paragraph does not close."""
        return any(mark.last == len(self) and self.at(mark.first) in {"«", "“", '"'} for mark in self.marked)

    @cached_property
    def all_cues(self) -> tuple[Cue, ...]:
        """The cues, those in quotation marks too."""
        may = flagged(self.flags, CUE | GLUED)
        if not may:
            return ()
        opens, glued = ([i for i in may if self.flags[i] & flag] for flag in (CUE, GLUED))
        return tuple(find_cues(self.keys, opens, glued))

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """The narrator's cues: those in quotation marks are the speaker's own."""
        return tuple(cue for cue in self.all_cues if cue.first not in self.quoted)

    @cached_property
    def verbs(self) -> dict[int, VerbForm]:
        """Finite verbs by the index of their last token; «می گوید»، «کرده است» are one."""
        return verbs_of(self.keys, self.flags)

    def __len__(self) -> int:
        return len(self.tokens.texts)

    @property
    def stopped(self) -> bool:
        """Whether it ends with a stop, as text that runs on would."""
        return self.at(len(self) - 1)[-1:] in STOPS

    def at(self, i: int) -> str:
        """The token's text, empty outside the paragraph."""
        texts = self.tokens.texts
        return texts[i] if 0 <= i < len(texts) else ""

    def key_at(self, i: int) -> str:
        """The token's key, empty outside the paragraph."""
        return self.keys[i] if 0 <= i < len(self.keys) else ""

    def is_word(self, i: int) -> bool:
        """Whether token ``i`` is a word, number or abbreviation."""
        kinds = self.tokens.kinds
        return 0 <= i < len(kinds) and kinds[i] not in NO_WORDS

    def last_words(self, first: int, last: int) -> tuple[str, ...]:
        """The keys of the last two words between two tokens."""
        words = islice((i for i in range(last - 1, first - 1, -1) if self.is_word(i)), 2)
        return tuple(self.keys[i] for i in words)[::-1]

    def has_word(self, first: int, last: int) -> bool:
        """Whether a word of the text stands between two tokens; links and marks are none."""
        return "word" in self.tokens.kinds[first:last]

    def sentence(self, i: int) -> tuple[int, int]:
        """The sentence that token ``i`` stands in."""
        start = 0
        for stop in self.breaks:
            if i < stop:
                return start, stop
            start = stop
        return start, len(self.tokens)

    def sentences_from(self, i: int) -> Iterator[tuple[int, int]]:
        """The sentences that begin at or after token ``i``."""
        for start, stop in zip((0, *self.breaks), self.breaks, strict=False):
            if start >= i and stop > start:
                yield start, stop

    def verb_in(self, first: int, last: int) -> int | None:
        """The index of the last finite verb between two tokens."""
        return next((i for i in range(last - 1, first - 1, -1) if i in self.verbs), None)

    def first_verb(self, first: int, last: int) -> int | None:
        """The index of the first finite verb between two tokens."""
        return next((i for i in range(first, last) if i in self.verbs), None)

    def span(self, first: int, last: int) -> Span:
        """Tokens ``first`` to ``last`` as a span of the text."""
        starts, texts = self.tokens.starts, self.tokens.texts
        start, end = starts[first], starts[last - 1] + len(texts[last - 1])
        return Span(start, end, self.text[start:end])

    @cached_property
    def opening(self) -> int:
        """Where the words begin, after bullets, emoji and the desk («گروه سیاسی -»، «ایرنا:»)."""
        dated = _past_day(self, self.untagged)
        return dated if dated > self.untagged else _past_desk(self, self.untagged)

    @cached_property
    def untagged(self) -> int:
        """Where the words begin, after bullets, emoji and hashtags; the desk among them."""
        return _past_tags(self, self.bullets)

    @cached_property
    def bullets(self) -> int:
        """Where the bullets and emoji at the beginning end, and an interview's «ج:»."""
        i = 0
        while i < len(self) and (self.tokens.kinds[i] == "symbol" or self.at(i) in BULLETS):
            i += 1
        return i + 2 * (self.at(i + 1) == ":" and self.keys[i] in ANSWERS)

    @cached_property
    def numbered(self) -> int:
        """Where the number of an item ends («۱. », «۲-»); 0 for a line that has none."""
        counted = self.key_at(0).isdigit() and self.at(1) in AFTER_NUMBERS and self.key_at(2).isalpha()
        return 2 if counted else 0


def _past_tags(paragraph: Paragraph, i: int) -> int:
    """«#فوری؛ سنتکام: …»، «#فوری از شهردار: …»، «؛ سنتکام: …»: hashtags and what joins them to the line."""
    first, texts = i, paragraph.tokens.texts
    while i < len(texts) and (texts[i][0] in TAGS or texts[i] in "؛|"):
        i += 1
    symbols = (j for j in range(i, len(paragraph)) if paragraph.tokens.kinds[j] != "symbol")
    i = next(symbols, i) if i > first else i
    return i + (i > first and paragraph.key_at(i) == "از")


def _past_desk(paragraph: Paragraph, i: int) -> int:
    """«گروه بین‌الملل: خبرگزاری …»، «تهران ـ ایرنا - …»، «ویدئو / فرماندار …»."""
    stop = min(i + DESK, len(paragraph) - 1)
    if DESK_MARKS.isdisjoint(paragraph.tokens.texts[i + 1 : stop]):
        stop = i
    for j in range(i + 1, stop):
        if paragraph.tokens.texts[j] not in DESK_MARKS:
            continue
        slashed = paragraph.at(j) in "/|" and labels().at(paragraph.keys[:j], i) == (j, True)
        if paragraph.keys[i] == "گروه":
            return _past_reporter(paragraph, j + 1)
        if wires().at(paragraph.keys[:j], i) == (j, True):
            if paragraph.at(j) == "/" and (town := cities().at(paragraph.keys, j + 1)):
                return town[0]  # «ایسنا/خراسان رضوی | شهردار مشهد گفت: …»
            # «ایسنا ـ تهران: …»: the town that a wire tells of is nobody who speaks.
            placed = paragraph.stopped and paragraph.keys[j + 1] in city_words()
            return j + 3 if placed and paragraph.at(j + 2) == ":" else j + 1
        if slashed:
            return j + 1
    after = _past_town(paragraph, i, stop) if stop > i else i
    if after == i and not DASHES.isdisjoint(paragraph.tokens.texts[i + 2 : stop]):
        after = _past_byline(paragraph, i)
    if after > i:
        return after
    desk = desks().at(paragraph.keys, i)
    return desk[0] if desk and titles().at(paragraph.keys, desk[0]) else i


def _past_day(paragraph: Paragraph, i: int) -> int:
    """«کپنهاگ، ۹ مارس، خبرگزاری‌ها – …», «کابل ۱۲ جوزا – …»: a town, the day, a wire and a dash."""
    texts, keys = paragraph.tokens.texts, paragraph.keys
    if not (keys[i + 1 : i + 2] and (keys[i + 1].isdigit() or texts[i + 1] in _AFTER_TOWN)):
        return i
    dash = next((j for j in range(i + 3, min(i + LONGEST_DATELINE, len(keys))) if texts[j] in DASHES), i)
    between = (j for j in range(i + 1, dash) if texts[j] not in _AFTER_TOWN)
    told = (
        keys[j].isdigit() or keys[j] in _PAPERS or keys[j] in months() or wires().at(keys[:dash], j)
        for j in between
    )
    return dash + 1 if dash > i and all(told) else i


def _past_byline(paragraph: Paragraph, i: int) -> int:
    """«سارا دانا- دوستی می‌گفت …»: a reporter's name, which no second dash parts from the story.

    A dash of no word's own, «سارا دانا - …», has a body after it.
    """
    if not is_given(paragraph.keys[i]):
        return i
    at = next(j for j in range(i + 2, len(paragraph)) if paragraph.at(j) in DASHES)
    if titles().at(paragraph.keys, at + 1):
        return i
    starts, ahead = paragraph.tokens.starts, at + 1
    glued = starts[at - 1] + len(paragraph.at(at - 1)) == starts[at] < starts[ahead] - 1
    glued = glued and all(map(str.isalpha, paragraph.keys[i:at]))  # «لیلا ۱۲ ساله- می‌گوید»
    if not glued and bodies().at(paragraph.keys, ahead) is None:
        return i
    first_cue = paragraph.cues[0].first if paragraph.cues else at
    return i if not DASHES.isdisjoint(paragraph.tokens.texts[ahead:first_cue]) else ahead


def _past_town(paragraph: Paragraph, i: int, stop: int) -> int:
    """«رشت - رئیس سازمان آب …», «ایلام - ایرنا - …», «هرات: …»: a town that heads the story."""
    mark, town = paragraph.at(i + 1), paragraph.keys[i] in city_words()
    if mark == ":":
        return i + 2 if town and _heads_story(paragraph, i) else i
    if town and (mark in DASHES or (mark == "/" and paragraph.stopped)):  # «سبزوار/ امام جمعه …»
        if titles().at(paragraph.keys, i + 2) and paragraph.key_at(i + 2) != "خبرنگار":
            return i + 2
        if paragraph.at(i + TOWN) in DESK_MARKS and wires().at(paragraph.keys, i + 2) == (i + TOWN, True):
            return i + TOWN + 1
        if mark in DASHES and paragraph.stopped and paragraph.cues and bodies().at(paragraph.keys, i + 2):
            return i + 2  # «اسلام‌آباد – ارتش پاکستان این خبر را ساختگی خواند.»
    return _past_dateline(paragraph, i, stop) if mark in DASHES or mark == "،" else i


def _heads_story(paragraph: Paragraph, i: int) -> bool:
    """«هرات: سارا دانا می‌گوید که …»; «مسکو: …» over a line without a cue is what a land says."""
    return paragraph.stopped and (paragraph.keys[i] not in capitals() or bool(paragraph.cues))


def _past_dateline(paragraph: Paragraph, i: int, stop: int) -> int:
    """«تالقان، آژانس خبری سحر: …»، «کابل ــ روزنامه پگاه: …»: a town, and whose story it is."""
    at = i + 2 + (paragraph.at(i + 2) in DASHES)  # «کابل ــ روزنامه …»
    word, town = paragraph.key_at(at), paragraph.keys[i] in city_words()
    own = word in {"خبرگزاری", "اژانس"} or (town and word in {"خبرنگار", "روزنامه"})
    return next((j + 1 for j in range(at + 1, stop + 1) if paragraph.at(j) == ":"), i) if own else i


def _past_reporter(paragraph: Paragraph, i: int) -> int:
    """«گروه اجتماعی - لیلا خاکسار: …»: the name of who wrote it."""
    colon = next((j for j in range(i + 2, min(i + DESK, len(paragraph) - 1)) if paragraph.at(j) == ":"), i)
    told = any(titles().at(paragraph.keys[:colon], j) for j in range(i, colon))
    return colon + 1 if colon > i and is_given(paragraph.keys[i]) and not told else i
