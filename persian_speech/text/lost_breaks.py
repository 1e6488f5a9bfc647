"""Line breaks that a text has lost: two spaces in their place, or nothing but one."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from persian_speech.data import column, rows
from persian_speech.text.letters import key, phrase_key
from persian_speech.text.verbs import finite

LONE_VERBS = frozenset({"گفت", "گفته", "نوشت", "نوشته", "افزود"})
MOST_GAPS, SHORTEST_POST = 3, 80  # gaps of two spaces in a post of so many code points
SHORTEST_ARTICLE = 400  # code points
SHORTEST_PLURAL = 4  # letters, one less: «تنها» is none
LONGEST_LABEL, LONGEST_HEADLINE = 12, 40  # words of «شهردار بندر:», and of all before «خبرگزاری پگاه:»
SHORTEST_YEAR = 4  # digits
LONGEST_LEDE = 900  # code points of a headline and the sentence after it
_BULLETS = "🔹🔸🔷🔶🔺🔻🔴🔵♦▪▫◾◼•●⏺⭕✅✔❌📌📡📲🎙🎥💬👈👇🔰🚨‼❗"
_BULLET = re.compile(rf"(?<=[\w.!؟»\"”:…،؛)\]])\s+(?=[{_BULLETS}])")
_TAG = re.compile(r"<br ?/?>|</?p>", re.IGNORECASE)
_ESCAPED = re.compile(r"(?:\\r)?\\n|\t")
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
STOP_GAP = re.compile(r"(?<=[.!؟]) {2,}(?=[«\w])")
_WHOLE = re.compile(r"(?:\w{3}|\w |[»\"])[.!؟]")  # not «سیف ا.», «11.»
_SENTENCE_END = re.compile(r"(?P<mark>[.!؟][»\"”)]*)\s+(?=\S)")
_HEADING = re.compile(r"(?P<words>[^.!؟:«]{8,90}?) {2,}(?=\S)")
_REPORT = re.compile(r"(?P<clause>[^:.!؟]{5,260}?)\s?:")
_DATELINE = re.compile(r"(?:به|بر ?اساس|بنا ?بر) گزارش ")
_ARTICLE = re.compile(r"(?:به|بر ?اساس|بنا ?بر) گزارش |گفت.?و.?گو\w* با ")
_BOUND = ("های", "ای")  # «برنامه‌های», «استعفای»
_WORD = re.compile(r"\S+(?: :)?")  # «گفت :» too
_DESKS = frozenset({"خبرگزاری", "گروه"})
_SUBORDINATE = frozenset({"که", "اگر", "چون", "وقتی"})
_CLAUSE_FOLLOWS = frozenset({"توانستن", "بایستن"})
_EXPECTED = frozenset({"قرار", "لازم", "ممکن", "بهتر", "نظر", "انتظار", "امید", "معلوم", "بنا"})


@cache
def cut_words(field: str) -> frozenset[str]:
    """Keys of the words that are ``never_last`` or ``never_first`` in a line."""
    return frozenset(key(word) for word in column("line_enders", field) if word)


def _first_words(*phrases: str) -> frozenset[str]:
    """The first word of each, and it whole: «نایب | رئیس», «دبیرکل»."""
    return frozenset(form for phrase in phrases for form in (key(phrase.split()[0]), phrase_key(phrase)))


@cache
def _names() -> frozenset[str]:
    return _first_words(*(row["name"] for row in rows("first_names") if not row["ambiguous"]))


@cache
def _subjects() -> frozenset[str]:
    """Words that begin who speaks: «رئیس», «روابط», «مریم»."""
    return _names() | _first_words(*column("titles", "title"), *column("organisation_heads", "head"))


@cache
def _offices() -> frozenset[str]:
    held = _first_words(*(row["title"] for row in rows("titles") if row["kind"] == "office"))
    return held - {"مقام", "امام", "شاه", "استاد", "ریاست"}  # «به ریاست قاضی آریا مقام»


@cache
def _rulers() -> frozenset[str]:
    """What a title is the complement of: «واکنش سخنگو», «معاون وزیر»."""
    ruling = frozenset(map(key, column("title_rulers", "word")))
    return ruling | _offices() | _names() | cut_words("never_last")


@cache
def _cues() -> frozenset[tuple[str, str]]:
    return frozenset((key(row["nonverbal"]), row["verb"]) for row in rows("cues"))


@cache
def _wires() -> frozenset[str]:
    return frozenset(map(key, column("wires", "wire")))


@cache
def _places() -> frozenset[str]:
    names = (*column("countries", "country"), *column("cities", "city"), *column("places", "place"))
    return frozenset(map(key, (*names, "کشور", "جهان", "استان")))


def with_written_breaks(text: str) -> str:
    r"""«… پر است.<br>وی افزود», «… پر است.\nوی افزود»: a break instead; the text stays as long as it was."""
    text = _TAG.sub(_break, text)
    return text if "\n" in text else _ESCAPED.sub(_break, text)


def _break(mark: re.Match[str]) -> str:
    return "\n".ljust(len(mark[0]))


def of_one_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of a text that is one line: at its wide gaps, or where its points or reports begin."""
    points = list(_at_bullets(text, start, end))
    lines: list[tuple[int, int]] = []
    if len(points) > 1 or end - start >= SHORTEST_ARTICLE:
        whole = [line for point in points for line in after_stops(text, *point)]
        parts = [*_after_headline(text, *whole[0]), *whole[1:]]
        lines = [line for part in parts for line in _unbroken(text, *part)]
    yield from lines if len(lines) > 1 else at_gaps(text, start, end)


def _at_bullets(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """«🔴 شهردار: پل بسته است 🔹 سد پر است»: a sign that opens a post's lines stands inside one."""
    for bullet in _BULLET.finditer(text, start, end):
        yield start, bullet.start()
        start = bullet.end()
    yield start, end


def at_gaps(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """«پل باز شد   شهردار بندر گفت: …»: in a post that has lost its line breaks two spaces stand for one."""
    gaps = list(_GAP.finditer(text, start, end))
    most = MOST_GAPS * (1 + (text[end - 1] == "…"))
    if len(gaps) > most or end - start < SHORTEST_POST:
        gaps = []
    for gap in gaps:
        before, after = text[start : gap.start()].split(), text[gap.end() : end].split(maxsplit=1)
        cut = key(before[-1]) in cut_words("never_last") or key(after[0]) in cut_words("never_first")
        cut = cut or before[-1] in LONE_VERBS  # «ترامپ گفت  سد پر است»
        if len(before) > 1 and (before[-1][-1].isalnum() or before[-1][-1] in "»”!)") and not cut:
            yield start, gap.start()
            start = gap.end()
    yield start, end


def after_stops(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """«… پر است.  وی افزود: …»: two spaces after a full stop, where other words have one between them.

    What follows may be a heading, with two spaces after it: «… پر است.  آب گران می‌شود  وی افزود: …».
    """
    gaps = STOP_GAP.finditer(text, start, end)
    stops = [gap for gap in gaps if _WHOLE.search(text, max(gap.start() - 4, start), gap.start())]
    if not stops or sum(1 for _ in _GAP.finditer(text, start, end)) > 2 * len(stops):
        stops = []
    for stop in stops:
        yield start, stop.start()
        start = stop.end()
        heading = _HEADING.match(text, start, end)
        if heading and _is_heading(heading["words"].split(), text, heading.end()):
            yield start, heading.end("words")
            start = heading.end()
    yield start, end


def _is_heading(words: list[str], text: str, after: int) -> bool:
    """«آب گران می‌شود», or before «وی افزود: …» «پاداش برای مصرف کم»; not «رئیس کل»."""
    if finite(words[-1]):
        return True
    cut = key(words[-1]) in cut_words("never_last") or key(words[0]) in _subjects() | {"وی", "او", "این"}
    return not cut and len(words) > 2 and _reports(text, after)


def _unbroken(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """«… پر است. وی افزود: … به گزارش پگاه، …»: each report begins a line."""
    marks, seen = 0, start
    for stop, place in _openings(text, start, end):
        marks += text.count("«", seen, place) - text.count("»", seen, place)
        seen = place
        if marks <= 0:
            yield start, stop
            start = place
    yield start, end


def _openings(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a sentence ends and one that reports begins: «وی افزود: …», «به گزارش پگاه، …»."""
    for place in _SENTENCE_END.finditer(text, start, end):
        if _reports(text, place.end()) or _DATELINE.match(text, place.end(), end):
            yield place.end("mark"), place.end()


def _reports(text: str, at: int) -> bool:
    """«وی افزود:» stands there."""
    report = _REPORT.match(text, at)
    return report is not None and finite(report["clause"].rsplit(maxsplit=1)[-1]) is not None


def _after_headline(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A headline and the rest: «پل بسته شد | خبرگزاری پگاه: …», «آریا: پل بسته شد | شهردار بندر گفت: …»."""
    limit = min(end, start + LONGEST_LEDE)
    first = _SENTENCE_END.search(text, start, limit)
    words = list(_WORD.finditer(text, start, first.end("mark") if first else limit))
    keys = [key(word[0].rstrip(": ")) for word in words]
    labels = [at for at, word in enumerate(words[:LONGEST_HEADLINE]) if word[0][-1] == ":"]
    credits_ = (label - 1 - (keys[label - 1] in _DESKS) for label in labels if _is_credit(keys, label))
    last = next((at for at in credits_ if at > 0), None)
    if last is None and first and first["mark"][0] in "؟!" and not labels:
        last = len(words) - 1  # «پل چرا بسته شد؟ | شهردار گفت»
        words.append(next(_WORD.finditer(text, first.end(), end)))
    if last is None and (labels or _ARTICLE.search(text, start, end)):
        last = _before_subject(text, words, keys, labels[:1])
    if last is not None:
        yield start, words[last].end()
        start = words[last + 1].start()
    yield start, end


def _is_credit(keys: Sequence[str], label: int) -> bool:
    """«ایسنا:», «خبرگزاری فارس:», «گروه سیاسی:»."""
    return keys[label] in _wires() or keys[max(label - 1, 0)] in _DESKS


def _before_subject(
    text: str, words: Sequence[re.Match[str]], keys: Sequence[str], labels: Sequence[int]
) -> int | None:
    """The last word of a headline after which who the lede is about stands: «… بسته شد | شهردار بندر گفت»."""
    headed = bool(labels) and labels[0] < LONGEST_LABEL and not finite(keys[labels[0]])
    after = labels[0] + 1 if headed else 0
    label = frozenset(keys[:after]) - cut_words("never_last")
    wide = len(_GAP.findall(text, words[0].start(), words[-1].end())) <= MOST_GAPS
    for at in range(after + 2, len(words) - 3):
        if keys[at] in _SUBORDINATE:
            return None
        ended = finite(words[at][0]) is not None
        if ended and not label.isdisjoint(keys[at + 1 : at + 3]):
            return at  # «آریا: پل باز است | بهرام آریا …»
        one = keys[at + 1] == "یک"
        subject = keys[at + 1 + one]
        gap = wide and words[at + 1].start() > words[at].end() + 1
        if subject in _subjects() and (gap or (ended and _closes(keys[at - 1], words[at][0], headed=headed))):
            return at
        if (one or subject in _offices()) and _is_whole(keys[at]):
            return at
    return None if headed else _before_office(keys)


def _before_office(keys: Sequence[str]) -> int | None:
    """«ساخت سه پل در شمال شهر | معاون شهردار گفت»: a headline without a verb, and whom nothing governs."""
    if keys[0] in _subjects():
        return None
    for at in range(2, len(keys) - 3):
        if finite(keys[at]):
            return None
        one = keys[at + 1] == "یک"
        counted = keys[at].isdigit() and len(keys[at]) < SHORTEST_YEAR
        ruled = counted or keys[at] in _rulers() or keys[at].endswith((*_BOUND, *"،,-–_("))
        if not ruled and keys[at + 1 + one] in (_subjects() if one else _offices()):
            return at
    return None


def _is_whole(word: str) -> bool:
    """A word that no title is the complement of: «… به عمان | سفیر», and a plural without its ezafe «ی»."""
    return word in _places() or (len(word) > SHORTEST_PLURAL and word.endswith("ها"))


def _closes(before: str, word: str, *, headed: bool) -> bool:
    """A finite verb that leaves nothing open: «بسته شد»; not «قرار است», nor, but after «آریا:», «گفت»."""
    verb = finite(word)
    if verb is None or word == "درگذشت" or before in _EXPECTED or verb.infinitive in _CLAUSE_FOLLOWS:
        return False
    return headed or _cues().isdisjoint({(before, verb.infinitive), ("", verb.infinitive)})
