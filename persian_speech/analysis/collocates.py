"""Collocates: the words that keep company with a node, and how closely."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import TYPE_CHECKING, Literal

from persian_speech.analysis import association
from persian_speech.analysis.frames import records
from persian_speech.analysis.patterns import Hit, Pattern
from persian_speech.analysis.slices import EVERYTHING, Places, Slice
from persian_speech.analysis.tables import Analysed, Row, fields
from persian_speech.analysis.words import WORDS, Unit
from persian_speech.document import Document
from persian_speech.text.letters import key

if TYPE_CHECKING:
    from pandas import DataFrame

    from persian_speech.text.words import Word

COLLOCATE_FIELDS = fields(
    "word count:int before:int after:int documents:int frequency:int expected:float "
    "mi:float t:float log_likelihood:float log_dice:float"
)
Measure = Literal["count", "mi", "t", "log_likelihood", "log_dice"]


@dataclass(frozen=True, slots=True)
class Near:
    """What is near a node: words within ``window`` in the same sentence (None: all of it), in a slice."""

    window: int | None = 5
    unit: Unit = WORDS
    within: Slice = EVERYTHING


NEAR = Near()


def collocates(
    analysed: Iterable[Analysed],
    node: Pattern,
    *,
    near: Near = NEAR,
    minimum: int = 1,
    measure: Measure = "log_likelihood",
) -> Iterator[Row]:
    """One row a word met near the node more often than by chance, by this measure, the closest first.

    Counts are of surface co-occurrence (Evert 2008): a word near two nodes is counted once, nodes are
    no collocates. ``count`` is how often the word is near one, ``before`` and ``after`` it in reading
    order; ``frequency`` how often it stands in the slice at all.
    """
    company = _Company(near)
    for name, document in analysed:
        company.meet(name, document, node)
    return records(_measured(company, minimum, measure), COLLOCATE_FIELDS)


@dataclass(slots=True)
class _Company:
    """Running counts, by key of the word."""

    kept: Near
    nodes: int = 0
    words: int = 0
    near_words: int = 0
    frequency: Counter[str] = field(default_factory=Counter)
    near: Counter[str] = field(default_factory=Counter)
    before: Counter[str] = field(default_factory=Counter)
    documents: Counter[str] = field(default_factory=Counter)
    spellings: Counter[str] = field(default_factory=Counter)

    def meet(self, name: str, document: Document, node: Pattern) -> None:
        """Counts one document."""
        from persian_speech.text.words import words

        places = Places(name, document)
        hits = [hit for hit in node.hits(document) if places.at(hit[0]) in self.kept.within]
        met = set[str]()
        for sentence in words(document):
            inside = [word for word in sentence if places.at(word.start) in self.kept.within]
            met |= self._sentence(inside, hits)
        self.documents.update(met)

    def _sentence(self, sentence: Sequence["Word"], hits: Sequence[Hit]) -> set[str]:
        """Counts a sentence; returns the words near a node."""
        window, nodes = self.kept.window, _nodes(sentence, hits)
        self.nodes += len(nodes)
        own = {at for first, last in nodes for at in range(first, last)}
        near = set[str]()
        for at, word in enumerate(sentence):
            if at not in own:
                ahead, behind = _distances(nodes, at)
                is_near = bool(nodes) and (window is None or min(ahead, behind) <= window)
                if self._word(word, is_near=is_near, is_before=ahead <= behind):
                    near.add(key(self.kept.unit.name((word,))))
        return near

    def _word(self, word: "Word", *, is_near: bool, is_before: bool) -> bool:
        """Counts a word; tells whether it is a collocate."""
        name = self.kept.unit.name((word,))
        self.words += 1
        self.near_words += is_near
        self.frequency[key(name)] += 1
        self.spellings[name] += 1
        if not (is_near and self.kept.unit.is_wanted((word,))):
            return False
        self.near[key(name)] += 1
        self.before[key(name)] += is_before
        return True


def _nodes(sentence: Sequence["Word"], hits: Sequence[Hit]) -> list[Hit]:
    """The hits in the sentence, each as the words it covers: the first, and the last plus one."""
    nodes = []
    for start, end in hits:
        covered = [at for at, word in enumerate(sentence) if word.start < end and word.end > start]
        if covered:
            nodes.append((covered[0], covered[-1] + 1))
    return nodes


def _distances(nodes: Sequence[Hit], at: int) -> tuple[float, float]:
    """How many words it is from a word to the next node, and back to the last one."""
    ahead = min((first - at for first, _ in nodes if first > at), default=inf)
    behind = min((at - last + 1 for _, last in nodes if last <= at), default=inf)
    return ahead, behind


def _measured(company: _Company, minimum: int, measure: Measure) -> "DataFrame":
    from pandas import DataFrame

    columns = ("near", "before", "documents", "frequency")
    counts = {name: [getattr(company, name)[word] for word in company.near] for name in columns}
    table = DataFrame({"key": list(company.near), **counts}).astype(dict.fromkeys(columns, "int64"))
    table = table.rename(columns={"near": "count"})[table["near"] >= minimum]
    count, frequency = table["count"], table["frequency"]
    wanted = association.expected(frequency, company.near_words, company.words or 1)
    table = table.assign(
        word=table["key"].map(_names(company)),
        after=count - table["before"],
        expected=wanted,
        mi=association.mutual_information(count, wanted),
        t=association.t_score(count, wanted),
        log_likelihood=association.log_likelihood(count, frequency, company.near_words, company.words or 1),
        log_dice=association.log_dice(count.clip(upper=company.nodes), company.nodes, frequency),
    )
    table = table[count > wanted].sort_values([measure, "count", "word"], ascending=[False, False, True])
    return table.round(dict.fromkeys(("expected", "mi", "t", "log_likelihood", "log_dice"), 4))


def _names(company: _Company) -> dict[str, str]:
    """The commonest spelling of each key."""
    names: dict[str, str] = {}
    for spelling, _ in company.spellings.most_common():
        names.setdefault(key(spelling), spelling)
    return names
