"""How well quotations are found, as docs/quality.md shows it: every gold file, with what its figures hide.

    benchmarks/quotations.py                   writes benchmarks/results/quotations.md
    benchmarks/quotations.py GOLD.jsonl...     prints the tables of these files

Without arguments the gold of samples/ and that of a folder beside the checkout are measured and the page
is written; with arguments the tables of those files are printed. Intervals are of 95 %, from 1,000
samples of whole documents drawn with replacement: quotations of one document succeed and fail together.
"""

import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

from measuring import ROOT, SHARED, Case, Item, analyze, cases, found, load, paired

from persian_speech.analysis.matching import Pairing, pair
from persian_speech.text.lines import paragraphs

PAGE = ROOT / "benchmarks" / "results" / "quotations.md"
GOLD = (
    ROOT / "samples" / "gold.jsonl",
    *(SHARED / "gold" / f"dev{part}.jsonl" for part in ("", "-hard", "-recent")),
)
TURNS = 1_000
SURE = 0.9
OFFSETS = ("start", "end", "cue_start", "cue_end", "speaker_start", "speaker_end")
HALF_SPACE = "\u200c"
TYPINGS = {
    "half-spaces left out": {HALF_SPACE: ""},
    "half-spaces typed as spaces": {HALF_SPACE: " "},
    "Arabic ي and ك": {"ی": "ي", "ک": "ك"},
}
Judged = list[list[Case]]
"""The cases of each document."""


def rate(hits: float, predicted: float, gold: float) -> float:
    """F1 of counts."""
    return 2 * hits / max(predicted + gold, 1)


def f1(judged: Judged, right: Callable[[Case], bool]) -> float:
    """F1 of the pairs that are right."""
    flat = [case for document in judged for case in document]
    return rate(
        sum(map(right, flat)),
        sum(case.predicted is not None for case in flat),
        sum(case.gold is not None for case in flat),
    )


def accuracy(judged: Judged, right: Callable[[Case], bool], asked: Callable[[Case], bool]) -> float:
    """Of the pairs that were asked about, how many are right."""
    told = [case for document in judged for case in document if case.gold and case.predicted and asked(case)]
    return sum(map(right, told)) / max(len(told), 1)


def is_pair(case: Case) -> bool:
    """Whether gold and prediction overlap by one half."""
    return case.gold is not None and case.predicted is not None


METRICS: dict[str, Callable[[Judged], float]] = {
    "half overlap F1": lambda judged: f1(judged, is_pair),
    "exact F1": lambda judged: f1(judged, lambda case: case.exact),
    "speaker": lambda judged: accuracy(judged, lambda case: case.right_speaker, lambda _: True),
    "end to end F1": lambda judged: f1(judged, lambda case: case.right_speaker),
    "cue": lambda judged: accuracy(
        judged, lambda case: case.touches("cue"), lambda case: (case.gold or {}).get("cue_start") is not None
    ),
    "mention": lambda judged: accuracy(
        judged,
        lambda case: case.touches("speaker"),
        lambda case: (case.gold or {}).get("speaker_start") is not None,
    ),
}


def interval(judged: Judged, metric: Callable[[Judged], float]) -> str:
    """«0.96 (0.94–0.98)»"""
    chance = random.Random(0)  # noqa: S311 - nothing secret
    drawn = sorted(metric(chance.choices(judged, k=len(judged))) for _ in range(TURNS))
    low, high = drawn[int(0.025 * TURNS)], drawn[int(0.975 * TURNS) - 1]
    return f"{metric(judged):.3f} ({low:.2f}–{high:.2f})"


def overlap(gold: "Measured", least: float) -> str:
    """F1 where ``least`` overlap makes a match, as the Gender Gap Tracker counts."""
    pairings = [pair(one.document, one.predicted, least=least) for one in gold.pairings]
    hits = sum(len(one.pairs) for one in pairings)
    wanted = sum(len(one.document["quotes"]) for one in pairings)
    return f"{rate(hits, sum(len(one.predicted) for one in pairings), wanted):.3f}"


def end_to_end(gold: "Measured", letters: dict[str, str]) -> str:
    """End to end F1 of the documents typed another way."""
    pairings = paired([retyped(item, letters) for item in gold.documents])
    return f"{METRICS['end to end F1']([list(cases([one])) for one in pairings]):.3f}"


def retyped(document: Item, letters: dict[str, str]) -> Item:
    """The document typed another way, its gold moved along."""
    pieces = [letters.get(letter, letter) for letter in document["text"]]
    places = [0]
    for piece in pieces:
        places.append(places[-1] + len(piece))
    moved = [
        row
        | {
            name: places[row[name]]
            for name in row
            if name.endswith(("start", "end")) and row[name] is not None
        }
        for row in document["quotes"]
    ]
    return document | {"text": "".join(pieces), "quotes": moved}


def split(document: Item) -> Item:
    """The document with a line break after every sentence."""
    ends = {sentence.end for sentence in analyze(document["text"]).sentences}
    return document | {"text": _with_breaks(document["text"], ends, "\n")}


def joined(document: Item) -> Item:
    """The document with every second paragraph that ends in a stop joined to the next."""
    text = document["text"]
    bounds = list(paragraphs(text))
    ends = {
        end
        for (_, end), (start, _) in list(pairwise(bounds))[::2]
        if text[:end].endswith((".", "؟", "!")) and text[start].isalpha()
    }
    return document | {"text": _with_breaks(text, ends, " ")}


def _with_breaks(text: str, ends: set[int], gap: str) -> str:
    """The white space after each end replaced."""
    pieces, last = [], 0
    for end in sorted(ends - {len(text)}):
        rest = text[end:]
        pieces += [text[last:end], gap]
        last = end + len(rest) - len(rest.lstrip())
    return "".join([*pieces, text[last:]])


def voices(document: Item) -> list[str | None]:
    """Who speaks each letter or digit of the text."""
    spoken: dict[int, str | None] = {}
    for row in found(document):
        spoken |= dict.fromkeys(range(row["start"], row["end"]), row["speaker"] or "unknown")
    return [spoken.get(i) for i, letter in enumerate(document["text"]) if letter.isalnum()]


def kept(documents: Sequence[Item], change: Callable[[Item], Item]) -> str:
    """The share of letters that have the same voice (a speaker, or the narrator) in other paragraphs."""
    pairs = [
        pair
        for document in documents
        for pair in zip(voices(document), voices(change(document)), strict=True)
    ]
    return f"{sum(one == other for one, other in pairs) / max(len(pairs), 1):.3f}"


def table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> Iterator[str]:
    """A Markdown table; all but the first column stand to the right."""
    yield f"| {' | '.join(heads)} |"
    yield f"| --- |{' --: |' * (len(heads) - 1)}"
    yield from (f"| {' | '.join(map(str, row))} |" for row in rows)
    yield ""


def strata(judged: Judged, of: Callable[[Case], str]) -> list[list[object]]:
    """Of each kind of quotation: how many gold has, and the shares that are found, right, rightly spoken."""
    told: dict[str, list[Case]] = defaultdict(list)
    for case in (case for document in judged for case in document):
        told[of(case)].append(case)
    return [_stratum(name, group) for name, group in sorted(told.items(), key=lambda pair: -len(pair[1]))]


def _stratum(name: str, group: list[Case]) -> list[object]:
    gold = [case for case in group if case.gold]
    predicted = [case for case in group if case.predicted]
    pairs = [case for case in gold if case.predicted]
    right = sum(case.right_speaker for case in pairs)
    shares = [(len(pairs), len(gold)), (len(pairs), len(predicted)), (right, len(pairs))]
    return [name, len(gold), *(f"{part / whole:.3f}" if whole else "–" for part, whole in shares)]


def calibration(judged: Judged) -> list[list[object]]:
    """Of the rows with a confidence in each range: how many there are, the share that is right end to end."""
    ranges = ((SURE, 1.01), (0.8, SURE), (0.6, 0.8), (0.0, 0.6))
    rows = [case for document in judged for case in document if case.predicted]
    told = []
    for low, high in ranges:
        group = [case for case in rows if low <= (case.predicted or {})["confidence"] < high]
        share = f"{sum(case.right_speaker for case in group) / len(group):.3f}" if group else "–"
        told.append([f"{low:.1f} to {min(high, 1):.1f}", len(group), share])
    return told


@dataclass(frozen=True)
class Measured:
    """A gold file: its documents, their pairings and cases."""

    documents: list[Item]
    pairings: list[Pairing]
    judged: Judged


def measured(path: Path) -> Measured:
    """A gold file with what is found in it."""
    documents = load(path)
    pairings = paired(documents)
    return Measured(documents, pairings, [list(cases([one])) for one in pairings])


ROWS: tuple[tuple[str, Callable[[Measured], object]], ...] = (
    ("documents", lambda gold: len(gold.documents)),
    ("quotations", lambda gold: sum(len(item["quotes"]) for item in gold.documents)),
    *(
        (title, partial(lambda metric, gold: interval(gold.judged, metric), metric))
        for title, metric in METRICS.items()
    ),
    *(
        (f"overlap {least} F1", partial(lambda least, gold: overlap(gold, least), least))
        for least in (0.3, 0.8)
    ),
    *(
        (f"end to end, {typing}", partial(lambda letters, gold: end_to_end(gold, letters), letters))
        for typing, letters in TYPINGS.items()
    ),
    ("same voice, a line a sentence", lambda gold: kept(gold.documents, split)),
    ("same voice, paragraphs joined", lambda gold: kept(gold.documents, joined)),
)


def page(paths: Sequence[Path]) -> Iterator[str]:
    """The whole report in Markdown."""
    gold = {"samples" if path.stem == "gold" else path.stem: measured(path) for path in paths}
    yield from table(["", *gold], [[title, *map(row, gold.values())] for title, row in ROWS])
    real = [one for name, file in gold.items() if name != "samples" for one in file.judged]
    heads = ["found", "of what is found right", "speaker right"]
    yield from table(["form", "gold", *heads], strata(real, lambda case: case.form))
    yield from table(["speaker named by", "gold", *heads], strata(real, lambda case: case.mention_form))
    yield from table(["confidence", "rows", "right end to end"], calibration(real))


def main() -> None:
    """Writes the page, or prints the tables of the files that are named."""
    if sys.argv[1:]:
        print("\n".join(page([Path(name) for name in sys.argv[1:]])))
        return
    missing = [path.name for path in GOLD if not path.exists()]
    if missing:
        sys.exit(f"{', '.join(missing)}: not beside the checkout; the page stays as it is")
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text("\n".join(page(GOLD)), encoding="utf-8")


if __name__ == "__main__":
    main()
