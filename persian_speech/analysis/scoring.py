"""Scores of predicted quotations against gold: spans, cues, mentions, speakers, end to end.

=================  ==============================================================================
exact              spans equal once punctuation and space at both ends are trimmed
half               overlap of at least one half, one to one, best first
soft               each side's covered share, summed (Johansson and Moschitti 2013)
cue, mention       accuracy over the half-matched pairs whose gold has one
kind, speaker      accuracy over all half-matched pairs
end_to_end         a half match with the right speaker
=================  ==============================================================================
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from pathlib import PurePath
from typing import Any

from persian_speech.analysis.matching import Item, Pairing, extent, names, pair, skeleton, touches, trimmed
from persian_speech.analysis.tables import Row, fields

SCORE_FIELDS = fields("metric p:float r:float f1:float accuracy:float count:int")
ERROR_FIELDS = fields("document error gold predicted expected speaker cue")

Report = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Match:
    """A gold quotation and the prediction paired with it, judged."""

    gold: Item
    predicted: Item
    exact: bool
    label: str
    right: bool

    @property
    def same_kind(self) -> bool:
        """Whether both are direct, or both indirect."""
        return bool(self.gold["kind"] == self.predicted.get("kind"))


def score(
    gold_docs: Sequence[Item], predicted: Iterable[Item], *, errors: bool = False
) -> tuple[Report, list[Row]]:
    """The report, and the errors as rows of ERROR_FIELDS when they are asked for.

    A prediction belongs to the gold document whose ``id`` is its ``document`` or that path's stem.
    """
    rows = _by_document(predicted)
    pairings = [pair(document, rows[str(document["id"])]) for document in gold_docs]
    judged = [(pairing, _matches(pairing)) for pairing in pairings]
    wrong = [row for pairing, matches in judged for row in _errors(pairing, matches)] if errors else []
    return _report(judged), wrong


def score_rows(report: Report) -> Iterator[Row]:
    """The report as a table: one row a metric."""
    for metric, value in report.items():
        if isinstance(value, dict):
            yield _score_row(metric, **value)
        elif isinstance(value, int):
            yield _score_row(metric, count=value)
        else:
            yield _score_row(metric.removesuffix("_accuracy"), accuracy=value)


def _score_row(metric: str, **known: float) -> Row:
    return {field.name: known.get(field.name) for field in SCORE_FIELDS} | {"metric": metric}


def _by_document(predicted: Iterable[Item]) -> dict[str, list[Item]]:
    rows: dict[str, list[Item]] = defaultdict(list)
    for row in predicted:
        name = str(row["document"])
        for known_as in dict.fromkeys((name, PurePath(name).stem)):
            rows[known_as].append(row)
    return rows


def _matches(pairing: Pairing) -> list[Match]:
    text, known = pairing.document["text"], names(pairing.document)
    found = []
    for i, j in pairing.pairs:
        gold, predicted = pairing.document["quotes"][i], pairing.predicted[j]
        exact = trimmed(text, gold) == trimmed(text, predicted)
        label = skeleton(predicted.get("speaker") or "")
        right = bool(label) and label in known.get(gold["entity"], set())
        found.append(Match(gold, predicted, exact, label, right))
    return found


def _report(judged: Sequence[tuple[Pairing, list[Match]]]) -> Report:
    matches = [match for _, found in judged for match in found]
    gold = sum(len(pairing.document["quotes"]) for pairing, _ in judged)
    predicted = sum(len(pairing.predicted) for pairing, _ in judged)
    right = sum(match.right for match in matches)
    return {
        "documents": len(judged),
        "gold": gold,
        "predicted": predicted,
        "exact": _prf(sum(match.exact for match in matches), predicted, gold),
        "half": _prf(len(matches), predicted, gold),
        "soft": _soft([pairing for pairing, _ in judged], predicted, gold),
        "kind_accuracy": _share(sum(match.same_kind for match in matches), len(matches)),
        "cue_accuracy": _touching(matches, "cue"),
        "mention_accuracy": _touching(matches, "speaker"),
        "speaker_accuracy": _share(right, len(matches)),
        "speaker_consistency": _share(_consistent(judged), len(matches)),
        "end_to_end": _prf(right, predicted, gold),
    }


def _soft(pairings: Sequence[Pairing], predicted: int, gold: int) -> Report:
    # Added one by one, as the published scorer does: sum() rounds floats otherwise.
    covered = reduce(add, (share for pairing in pairings for share in pairing.soft_predicted), 0.0)
    recalled = reduce(add, (share for pairing in pairings for share in pairing.soft_gold), 0.0)
    return _harmonic(covered / max(predicted, 1), recalled / max(gold, 1))


def _prf(hits: int, predicted: int, gold: int) -> Report:
    return _harmonic(hits / max(predicted, 1), hits / max(gold, 1))


def _harmonic(p: float, r: float) -> Report:
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(f1, 4)}


def _share(hits: int, whole: int) -> float:
    return round(hits / max(whole, 1), 4)


def _touching(matches: Iterable[Match], part: str) -> float:
    """Of the pairs whose gold has this part, how many predictions touch it."""
    asked = [match for match in matches if match.gold.get(f"{part}_start") is not None]
    return _share(sum(touches(match.gold, match.predicted, part) for match in asked), len(asked))


def _consistent(judged: Sequence[tuple[Pairing, list[Match]]]) -> int:
    """Pairs whose speaker bears the commonest of the names given to that gold speaker."""
    labels: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for pairing, matches in judged:
        for match in matches:
            labels[pairing.document["id"], match.gold["entity"]][match.label] += 1
    return sum(max(counts.values()) for counts in labels.values())


def _errors(pairing: Pairing, matches: Sequence[Match]) -> Iterator[Row]:
    """Wrong speakers and spans, then what was missed, then what was invented."""
    for match in matches:
        if not (match.right and match.exact):
            yield _error(pairing, "span" if match.right else "speaker", match.gold, match.predicted)
    paired_gold = {i for i, _ in pairing.pairs}
    paired_found = {j for _, j in pairing.pairs}
    for i, gold in enumerate(pairing.document["quotes"]):
        if i not in paired_gold:
            yield _error(pairing, "missed", gold, None)
    for j, row in enumerate(pairing.predicted):
        if j not in paired_found:
            yield _error(pairing, "spurious", None, row)


def _error(pairing: Pairing, error: str, gold: Item | None, predicted: Item | None) -> Row:
    document = pairing.document
    known = {entity["id"]: entity["name"] for entity in document["entities"]}
    return {
        "document": document["id"],
        "error": error,
        "gold": _quoted(gold, document),
        "predicted": _quoted(predicted, document),
        "expected": gold and known.get(gold["entity"]),
        "speaker": predicted and predicted.get("speaker"),
        "cue": (gold or predicted or {}).get("cue"),
    }


def _quoted(row: Item | None, document: Item) -> str | None:
    text: str = document["text"]
    return None if row is None else text[slice(*extent(row, text))]
