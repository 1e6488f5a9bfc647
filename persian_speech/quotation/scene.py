"""What the rules of quotation look at and what they make: scenes and drafts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from persian_speech.document import QuotationForm, QuotationKind
from persian_speech.quotation.clauses import Range
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.lexicon import labels
from persian_speech.quotation.marks import Marked
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.somebody import KnownSpeaker, is_somebody

LABEL = 5  # tokens of a label with its colon
SHORTEST_MARKED = 3  # tokens between marks that may be speech and no mere name


@dataclass(frozen=True, slots=True)
class Manner:
    """What a rule makes, and how often it is right on gold."""

    form: QuotationForm
    kind: QuotationKind
    confidence: float


MANNERS = {
    "colon": Manner("colon", "direct", 0.97),
    "colon_marked": Manner("marked", "direct", 0.97),
    "acted": Manner("marked", "direct", 0.9),
    "marked_after_cue": Manner("marked", "direct", 0.95),
    "post_posed": Manner("marked", "direct", 0.9),
    "bare_speech": Manner("clause", "direct", 0.85),
    "headline": Manner("headline", "direct", 0.95),
    "continued": Manner("continued", "direct", 0.8),
    "predicative": Manner("predicative", "indirect", 0.9),
    "remembered": Manner("predicative", "indirect", 0.85),
    "denied": Manner("clause", "indirect", 0.9),
    "conjunction": Manner("clause", "indirect", 0.95),
    "pointed_back": Manner("clause", "indirect", 0.85),
    "bare_clause": Manner("clause", "indirect", 0.9),
    "claim": Manner("clause", "indirect", 0.85),
    "participial": Manner("participial", "indirect", 0.95),
    "nominal_marked": Manner("marked", "direct", 0.9),
    "nominal": Manner("nominal", "indirect", 0.9),
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A quotation in the making: token ranges in one paragraph.

    ``clause`` is where the subject of the cue is looked for; a ``mention`` is given where the rule
    itself found the speaker.
    """

    rule: str
    intro: Introducer | None
    content: Range
    clause: Range
    mention: Range | None = None
    ended: str = "cue"
    """The rule that ended the content."""

    @property
    def taken(self) -> int:
        """The first token that later introducers may use."""
        return max(self.content[1], self.intro.last if self.intro else 0)

    @property
    def gives_words(self) -> bool:
        """«ترامپ: …», «سنتکام نوشت: …»: «ترجمه ماشین:» below it heads more of the same."""
        wrote = self.intro is not None and self.intro.lemma == "نوشتن" and self.manner.kind == "direct"
        return wrote or self.manner.form == "headline"

    @property
    def manner(self) -> Manner:
        """The form and kind that the rule makes."""
        return MANNERS[self.rule]


@dataclass(slots=True, eq=False)  # a view, as a clause is
class Scene:
    """What a rule may look at: the paragraph, its introducers, and where the free text begins."""

    paragraph: Paragraph
    intros: Sequence[Introducer]
    known: KnownSpeaker
    floor: int
    """The end of the last quotation: a clause begins here or with its sentence."""

    def above(self, floor: int) -> "Scene":
        """The scene with its free text from ``floor`` on."""
        return Scene(self.paragraph, self.intros, self.known, floor)

    def clause_start(self, i: int) -> int:
        """Where the clause of the cue at ``i`` begins."""
        start = max(self.floor, self.paragraph.sentence(i)[0])
        if start == self.floor and self.paragraph.key_at(start) == "که":
            # «گزارش داد سد پر بود | که …»; not «آن را حرفی خواند که دانا زده و گفت: …»
            start += all(cue.last != start for cue in self.paragraph.cues)
        texts = self.paragraph.tokens.texts
        colons = (j for j in range(start, min(start + LABEL, i)) if texts[j] == ":")
        return next((j + 1 for j in colons if self._is_label(start, j)), start)

    def _is_label(self, first: int, i: int) -> bool:
        """«محور خبر: وزیر نیرو گفت …»: a few words before a colon that name nobody and report nothing."""
        if labels().at(self.paragraph.keys, first) == (i, True):
            return True  # «طرف مقابل: وزیر نیرو گفت …»
        said = any(first <= cue.first < i for cue in self.paragraph.cues)
        return not said and not is_somebody(self.paragraph, (first, i), self.known)

    def mark_at(self, i: int) -> Marked | None:
        """The quotation marks that open at token ``i``."""
        return next((mark for mark in self.paragraph.marked if mark.first == i), None)


Rule = Callable[[Scene, Introducer], Draft | None]
