"""What the measurements of quotations share: gold analysed and paired, and what a gold row is like."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from persian_speech.actors.cast import mention_form
from persian_speech.actors.members import reference
from persian_speech.analysis.matching import Pairing, names, pair, skeleton, touches, trimmed
from persian_speech.analysis.tables import quotation_rows
from persian_speech.cli.score import day
from persian_speech.pipeline import QUOTATIONS, Analyzer
from persian_speech.quotation.lexicon import attributions, participials, pronouns
from persian_speech.text.letters import key
from persian_speech.text.tokens import tokenize

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
BEFORE = 24  # code points before a span in which its joint is looked for
Item = dict[str, Any]

analyze = Analyzer(QUOTATIONS)


@dataclass(frozen=True)
class Case:
    """A gold quotation and the prediction paired with it (none: missed), or a prediction alone."""

    document: Item
    gold: Item | None
    predicted: Item | None

    @property
    def form(self) -> str:
        """The form that was found, or what the gold row's own signs tell."""
        return (
            str(self.predicted["form"])
            if self.predicted
            else gold_form(self.document["text"], self.gold or {})
        )

    @property
    def mention_form(self) -> str:
        """How the gold points to the speaker, or how the prediction does where there is no gold."""
        return gold_mention_form(self.gold) if self.gold else str((self.predicted or {})["mention_form"])

    @property
    def exact(self) -> bool:
        """Whether both spans are the same but for marks at their ends."""
        text = self.document["text"]
        return bool(self.gold and self.predicted) and trimmed(text, self.gold or {}) == trimmed(
            text, self.predicted or {}
        )

    @cached_property
    def right_speaker(self) -> bool:
        """Whether the prediction's speaker is one of the names of the gold's."""
        if not self.gold or not self.predicted:
            return False
        label = skeleton(self.predicted["speaker"] or "")
        return bool(label) and label in names(self.document)[self.gold["entity"]]

    def touches(self, part: str) -> bool:
        """Whether the cues (or the speakers' mentions) of both share a letter."""
        return bool(self.gold and self.predicted) and touches(self.gold or {}, self.predicted or {}, part)


def load(path: Path) -> list[Item]:
    """The lines of a gold file or of news."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def found(document: Item) -> list[Item]:
    """The quotations that the toolkit finds in a document, as rows."""
    return list(quotation_rows(str(document["id"]), analyze(document["text"], date=day(document))))


def paired(documents: Sequence[Item]) -> list[Pairing]:
    """Each document with what is found in it, paired with its gold."""
    return [pair(document, found(document)) for document in documents]


def cases(pairings: Iterable[Pairing]) -> Iterator[Case]:
    """All pairs, then what was missed, then what was invented, a document after another."""
    for pairing in pairings:
        document, gold = pairing.document, pairing.document["quotes"]
        told = {i for i, _ in pairing.pairs}, {j for _, j in pairing.pairs}
        yield from (Case(document, gold[i], pairing.predicted[j]) for i, j in pairing.pairs)
        yield from (Case(document, row, None) for i, row in enumerate(gold) if i not in told[0])
        yield from (Case(document, None, row) for j, row in enumerate(pairing.predicted) if j not in told[1])


def gold_form(text: str, row: Item) -> str:
    """The form of a gold quotation, which gold does not tell, by its cue and the letters before it."""
    if row.get("cue_start") is None:
        return "headline" if row.get("speaker_start") is not None else "continued"
    cue = [key(token.text) for token in tokenize(row["cue"])]
    before = text[max(row["start"] - BEFORE, 0) : row["start"]].rstrip()
    if before.endswith(("«", '"', "“", "”")):
        return "marked"
    if attributions().at(cue, 0):
        return "nominal"
    if participials().at(cue, 0) or cue[0] in {"با", "ضمن"}:
        return "participial"
    if row["cue_start"] >= row["end"] and " را " in row.get("text", text[row["start"] : row["end"]]):
        return "predicative"
    return "colon" if before.endswith(":") else "clause"


def gold_mention_form(row: Item) -> str:
    """name, title, pronoun, description or dropped, as the toolkit tells them apart."""
    if row.get("speaker_start") is None:
        return "dropped"
    tokens = list(tokenize(row["speaker"]))
    keys = [key(token.text) for token in tokens]
    told = pronouns().at(keys, 0)
    if told and told[0] == len(keys):
        return "pronoun"
    ends = [(token.start, token.end) for token in tokens]
    return str(mention_form(reference(row["speaker"], keys, ends, 0)))
