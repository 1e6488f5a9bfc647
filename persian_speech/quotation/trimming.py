"""The edges of what was said: marks, stops, footnotes and signatures are none of it."""

from persian_speech.quotation.marks import CLOSERS, Marked
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.text.letters import DASHES

SIGNATURE = 5  # tokens in a wire's name at a paragraph's end, its stroke and stop among them
FOOTNOTE = 3  # tokens of «(1)»
STAGE = 6  # tokens of «(همهمه شدید چند نماینده)»
_SOUNDS = frozenset({"همهمه", "خنده", "خندهی", "تشویق", "تکبیر", "صلوات", "کف", "احسنت", "اعتراض", "سکوت"})
_TAGS = frozenset({"link", "symbol"})
_WHILE_SO = (
    ("این", "در", "حالی", "است"),
    ("این", "در", "حالیست"),
    ("این", "درحالی", "است"),
    ("این", "درحالیست"),
)
_NEWS = ("نیوز", "انلاین", "پرس", "خبر")
_STOPS = frozenset({".", "،", "؛", ":", "…", "...", ".."})


def trim(paragraph: Paragraph, first: int, last: int) -> tuple[int, int]:
    """Content without the marks, commas and full stops at its edges, and the tags after it; ؟ and ! stay."""
    while last > first and paragraph.tokens.kinds[last - 1] in _TAGS:
        last -= 1  # ««سد پر است» #سد @pagah»
    while first < last and (
        not paragraph.keys[first]  # «با نامه‌ ای | سد را …»
        or (not paragraph.is_word(first) and not _opens_balanced(paragraph, first, last))
    ):
        first += 1
    while last > first and (
        paragraph.at(last - 1) in _STOPS | DASHES
        or paragraph.tokens.kinds[last - 1] == "link"
        or paragraph.keys[last - 1] == "link"  # «@pagah - Link»
        or _loose_closer(paragraph, first, last)
    ):
        last -= 1
    if _is_footnote(paragraph, last):
        return trim(paragraph, first, last - FOOTNOTE)
    if paragraph.at(last - 1) == ")" and (stage := _stage_direction(paragraph, first, last)) is not None:
        return trim(paragraph, first, stage)
    if paragraph.key_at(last) == "که":
        so = next((words for words in _WHILE_SO if paragraph.keys[last - len(words) : last] == words), ())
        if so:
            return trim(paragraph, first, last - len(so))  # «… نیست، این در حالی است که وزیر می‌گوید …»
    return first, _before_signature(paragraph, first, last)


def _is_footnote(paragraph: Paragraph, last: int) -> bool:
    """«… مبتلا می‌شوند.(1)»"""
    if paragraph.at(last - 1) != ")" or paragraph.at(last - FOOTNOTE) != "(":
        return False
    before = last - FOOTNOTE - 1
    return paragraph.key_at(last - 2).isdigit() and (
        paragraph.at(before) in _STOPS or before in paragraph.verbs
    )


def _stage_direction(paragraph: Paragraph, first: int, last: int) -> int | None:
    """«… این حق مردم است. (همهمه نمایندگان)»: where the bracket begins."""
    ahead = range(last - 2, max(first, last - STAGE), -1)
    opener = next((i for i in ahead if paragraph.at(i) == "("), None)
    heard = opener is not None and not _SOUNDS.isdisjoint(paragraph.keys[opener + 1 : opener + 3])
    return opener if heard and paragraph.verb_in(opener or 0, last) is None else None


def _before_signature(paragraph: Paragraph, first: int, last: int) -> int:
    """«… خواهد بود./ایسنا», «… خواهد بود/ماهورنیوز»: a wire's name after the stroke is none of the speech."""
    texts = paragraph.tokens.texts
    for i in range(last - 1, max(first, last - SIGNATURE), -1):
        named = last == len(paragraph) and paragraph.keys[last - 1].endswith(_NEWS)
        if texts[i] == "/" and (texts[i - 1] in {".", "!", "؟"} or named):
            return trim(paragraph, first, i)[1]
    return last


def _opens_balanced(paragraph: Paragraph, first: int, last: int) -> bool:
    """«دیپلماسی و گَزِش» گزاره‌هایی است: a mark that opens the content and closes inside it stays."""
    return any(mark.first == first and mark.last < last - 1 for mark in paragraph.marked) or (
        paragraph.at(first) in "([" and any(paragraph.at(i) in ")]" for i in range(first, last))
    )


def _loose_closer(paragraph: Paragraph, first: int, last: int) -> bool:
    text = paragraph.at(last - 1)
    if paragraph.tokens.kinds[last - 1] == "symbol":
        return True
    if text not in CLOSERS and text not in "«“[(-–/*":
        return False
    if text in ")]" and paragraph.tokens.kinds[last - 2] == "link":
        return True
    return not any(_keeps(paragraph, mark, first, last) for mark in paragraph.marked) and not (
        text in ")]" and any(paragraph.at(i) in "([" for i in range(first, last))
    )


def _keeps(paragraph: Paragraph, mark: Marked, first: int, last: int) -> bool:
    """«… را «جهاد علمی»» keeps its closing mark; words in marks that end with their verb do not."""
    inside = mark.first >= first and mark.last == last - 1
    return inside and paragraph.verb_in(mark.first, mark.last) is None
