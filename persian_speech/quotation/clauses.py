"""A clause: the stretch of a paragraph that a rule may look at."""

from dataclasses import dataclass

from persian_speech.actors.vocabulary import common_words
from persian_speech.quotation.marks import Marked
from persian_speech.quotation.paragraph import NO_WORDS, Paragraph

Range = tuple[int, int]
_NO_COPULAS = frozenset({"سیاست", "ریاست", "راست", "ماست", "فراست", "حراست", "است", "خواست"})
_COPULAS = ("\u200cام", "\u200cای", "\u200cایم", "\u200cاید", "\u200cاند")
_JOINED, _APART = ("دهایم", "دهاید", "دهاند"), frozenset({"ام", "ایم", "اید", "اند"})
LONGEST_MARKED = 8  # tokens of a name in marks, the marks among them
COMMAS = frozenset("،؛")
BUTS = frozenset({"اما", "ولی", "لیکن"})
NAME_MARKS = frozenset('«“"')
_LIGHT = frozenset({"کرد", "کردند", "نکرد", "نکردند", "میکند", "میکنند", "میکرد", "میکردند"})


@dataclass(slots=True, eq=False)  # a view, made at every phrase: frozen ones take four times as long to make
class Clause:
    """A paragraph up to token ``last``: nothing is looked at from there on."""

    paragraph: Paragraph
    last: int
    keys: tuple[str, ...]

    def at(self, i: int) -> str:
        """The token's text, empty outside the clause."""
        return self.paragraph.tokens.texts[i] if 0 <= i < self.last else ""

    def is_word(self, i: int) -> bool:
        """Whether token ``i`` is a word or number of the clause."""
        return 0 <= i < self.last and self.paragraph.tokens.kinds[i] not in NO_WORDS

    def name_in_marks(self, i: int) -> Marked | None:
        """«رجب طیب اردوغان»: a few words in marks are a name."""
        if self.at(i) not in NAME_MARKS:
            return None
        mark = next((mark for mark in self.paragraph.marked if mark.first == i), None)
        if mark is None or mark.last >= self.last or mark.last - i > LONGEST_MARKED:
            return None
        # «همه آمده‌اند» is what somebody said: no name ends with a verb.
        clause = mark.last - 1 > i + 1 and is_predicate(self.paragraph, mark.last - 1)
        return None if clause else mark


def clause(paragraph: Paragraph, last: int) -> Clause:
    """The paragraph up to token ``last``."""
    return Clause(paragraph, last, paragraph.keys[:last])


def is_copula(word: str) -> bool:
    """«اجراست», «بازارهاست»: a noun and its «است» in one word; not «سیاست»."""
    if not word.endswith("است") or word in _NO_COPULAS:
        return False
    return word[:-2].endswith(("ها", "رجا")) or word[:-2] in common_words()


def is_predicate(paragraph: Paragraph, i: int) -> bool:
    """A finite verb, or what ends with the copula: «آماده‌ایم», «خسته ام», «اجراست»."""
    if i in paragraph.verbs or paragraph.at(i).endswith(_COPULAS) or is_copula(paragraph.key_at(i)):
        return True
    return paragraph.key_at(i) in _APART or paragraph.key_at(i).endswith(_JOINED)


def before_light_verb(view: Clause, i: int, j: int) -> int:
    """«شهردار | مخالفت کرد و گفت»: how many tokens before «کرد» are its noun; «یک نماینده کرد | گفت».

    «کارگران | تجمع اعتراضی برگزار کردند»
    """
    if not i + 1 < j < view.last - 1 or view.keys[j] not in _LIGHT or view.at(j - 1) in '»"”)':
        return 0
    held = view.keys[i + 1 : j] if view.keys[j - 1] == "برگزار" else ()
    return len(held) - held.index("تجمع") if "تجمع" in held else 1
