"""Errors of quotations by phenomenon, over gold; or what is found in unlabelled news, to be read beside it.

    benchmarks/errors.py GOLD.jsonl...                        counts, then every error
    benchmarks/errors.py --kind missed GOLD.jsonl             of one phenomenon alone
    benchmarks/errors.py --sample 20 --seed 1 NEWS.jsonl...   documents drawn by chance, with what is found

In a drawn document «⟦1 … ⟧» is the first quotation's content and its row stands below; what is not in
brackets was taken for the narrator's.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from measuring import Case, Item, cases, found, load, paired

from persian_speech.analysis.matching import trimmed

AROUND = 60  # code points shown on both sides of a span


def phenomena(case: Case) -> Iterator[str]:
    """Everything that is wrong with a case, none where all is right."""
    if case.predicted is None:
        yield f"missed: {case.form}"
    elif case.gold is None:
        yield f"spurious: {case.form}"
    else:
        yield from _boundaries(case.document["text"], case.gold, case.predicted)
        if not case.right_speaker:
            yield f"wrong speaker: {case.mention_form}"
        if case.gold["kind"] != case.predicted["kind"]:
            yield f"wrong kind: {case.gold['kind']}"
        if case.gold.get("cue_start") is not None and not case.touches("cue"):
            yield "wrong cue"
        if case.gold.get("speaker_start") is not None and not case.touches("speaker"):
            yield f"wrong mention: {case.mention_form}"


def _boundaries(text: str, gold: Item, predicted: Item) -> Iterator[str]:
    (start, end), (first, last) = trimmed(text, gold), trimmed(text, predicted)
    if first != start:
        yield "begins too early" if first < start else "begins too late"
    if last != end:
        yield "ends too early" if last < end else "ends too late"


def _shown(text: str, row: Item | None) -> str:
    """The span between bars, with what stands around it."""
    if row is None:
        return "-"
    start, end = row["start"], row["end"]
    around = f"{text[max(start - AROUND, 0) : start]}|{text[start:end]}|{text[end : end + AROUND]}"
    return " ".join(around.split())


def report(paths: list[Path], kind: str) -> None:
    """How often each phenomenon occurs, then the errors themselves."""
    judged = [case for path in paths for case in cases(paired(load(path)))]
    wrong = [(what, case) for case in judged for what in phenomena(case) if what.startswith(kind)]
    print(f"{len(judged)} quotations, {sum(not any(phenomena(case)) for case in judged)} without any error")
    for what, count in Counter(what for what, _ in wrong).most_common():
        print(f"{count:5} {what}")
    for what, case in sorted(wrong, key=lambda pair: pair[0]):
        known = {entity["id"]: entity["name"] for entity in case.document["entities"]}
        told = case.predicted or {}
        print(f"\n## {what} · {case.document['id']}")
        print(f"gold      {_shown(case.document['text'], case.gold)}")
        if case.gold:
            print(f"          {case.gold['kind']} · {case.gold.get('cue')} · {known[case.gold['entity']]}")
        print(f"predicted {_shown(case.document['text'], case.predicted)}")
        if told:
            print(f"          {told['kind']} {told['rule']} · {told['cue']} · {told['speaker']}")


def sample(paths: list[Path], number: int, seed: int) -> None:
    """Documents drawn by chance, as many of each file, with what is found in them."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    for path in paths:
        documents = load(path)
        for document in chance.sample(documents, min(number, len(documents))):
            print(f"\n######## {document['id']} {document.get('date') or ''}")
            rows = found(document)
            print(bracketed(document["text"], rows))
            for i, row in enumerate(rows, 1):
                print(
                    f"  {i} {row['speaker'] or '?'} ← {row['mention'] or '∅'} · {row['cue'] or '∅'} · "
                    f"{row['form']} {row['confidence']}"
                    + "".join(f" · {part} {row[part]}" for part in ("addressee", "channel") if row[part])
                    + (" · denial" if row["polarity"] == "denial" else "")
                )


def bracketed(text: str, rows: list[Item]) -> str:
    """The text with every quotation in numbered brackets."""
    for i, row in sorted(enumerate(rows, 1), key=lambda pair: -pair[1]["start"]):
        start, end = row["start"], row["end"]
        text = f"{text[:start]}⟦{i} {text[start:end]}⟧{text[end:]}"
    return text


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--kind", default="", help="phenomena that begin with this alone")
    parser.add_argument("--sample", type=int, metavar="N", help="draw N documents of each file")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    if asked.sample:
        sample(asked.paths, asked.sample, asked.seed)
    else:
        report(asked.paths, asked.kind)


if __name__ == "__main__":
    main()
