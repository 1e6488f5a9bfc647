"""Names against annotated corpora, as the command line finds them, and the speed beside hazm's tokenizer.

    python -m benchmarks.entities_ner DATA [--corpus FILE] [--lines] [--errors N]

DATA is the folder with ner/; what is scored are the documents that training held out, a tenth that a
hash of the name picks, or with --corpus another file of token<TAB>tag lines. Tokens are joined by
spaces, sentences by a space (with --lines by a line break), «persian-speech entities --mentions» reads
the texts, and a name is right where both its ends and its type are. Types that a corpus does not mark
are left out.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line has it; read with numpy

from hazm import WordTokenizer

from persian_speech.document import Document
from persian_speech.entities.tagger import tag
from persian_speech.text.sentences import split
from persian_speech.text.tokens import tokenize
from training.corpus import TYPES, Example, parts, read

COMMAND = (sys.executable, "-m", "persian_speech", "entities", "--mentions", "-f", "jsonl", "-q")
Counts = Counter[tuple[str, str]]


def joined(example: Example, lines: bool) -> str:
    """The text that is scored: line breaks are one letter, so every span stays where it is."""
    return example.text if lines else example.text.replace("\n", " ")


def found(texts: Sequence[str]) -> Iterator[set[tuple[int, int, str]]]:
    """What the command line finds in each text."""
    with tempfile.TemporaryDirectory() as folder:
        names = [f"{number:05}.txt" for number in range(len(texts))]
        for name, text in zip(names, texts, strict=True):
            (Path(folder) / name).write_text(text, encoding="utf-8")
        ran = subprocess.run([*COMMAND, folder], check=True, stdout=subprocess.PIPE, encoding="utf-8")
    mentions: dict[str, set[tuple[int, int, str]]] = {name: set() for name in names}
    for row in map(json.loads, ran.stdout.splitlines()):
        mentions[Path(row["document"]).name].add((row["start"], row["end"], row["type"]))
    yield from mentions.values()


def compared(examples: Sequence[Example], lines: bool) -> tuple[Counts, Counter[str]]:
    """Counts by type and what, and the errors: what is missed (-) and what is wrong (+)."""
    counts: Counts = Counter()
    errors: Counter[str] = Counter()
    marked = {kind for example in examples for *_, kind in example.pieces}
    texts = [joined(example, lines) for example in examples]
    for example, mentions in zip(examples, found(texts), strict=True):
        gold, had = set(example.pieces), {mention for mention in mentions if mention[2] in marked}
        for what, pieces in (("gold", gold), ("found", had), ("exact", gold & had)):
            counts.update((kind, what) for *_, kind in pieces)
        for sign, pieces in (("-", gold - had), ("+", had - gold)):
            errors.update(f"{kind} {sign} {example.text[start:end]}" for start, end, kind in pieces)
    return counts, errors


def figures(hit: int, gold: int, had: int) -> str:
    """Precision, recall and F1 in percent."""
    precision, recall = hit / max(had, 1), hit / max(gold, 1)
    return f"{gold:7}{100 * precision:8.1f}{100 * recall:8.1f}{200 * hit / max(gold + had, 1):8.2f}"


def speed(name: str, work: Callable[[], object], tokens: int) -> None:
    """Prints the better of two runs in seconds of the processor, the model and tables being read before."""
    work()
    seconds = []
    for _ in range(2):
        began = time.process_time()
        work()
        seconds.append(time.process_time() - began)
    print(f"{name}\t{tokens / min(seconds):,.0f} tokens a second")


def speeds(examples: Sequence[Example]) -> None:
    """The tagger beside hazm's tokenizer, on the same texts in one process."""
    texts = [example.text for example in examples]
    documents = []
    for text in texts:
        tokens = tuple(tokenize(text))
        documents.append(Document(text, tokens=tokens, sentences=tuple(split(text, tokens))))
    count = sum(len(document.tokens) for document in documents)
    hazm = WordTokenizer(join_verb_parts=False)
    speed("tagging", lambda: [tag(document) for document in documents], count)
    speed(
        "tokens and sentences", lambda: [tuple(split(text, tuple(tokenize(text)))) for text in texts], count
    )
    speed("hazm's tokenizer", lambda: [hazm.tokenize(text) for text in texts], count)


def main() -> None:
    """Print one line a type, all types together, and the speeds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--corpus", type=Path, help="score this file instead")
    parser.add_argument("--lines", action="store_true", help="a line break after each sentence")
    parser.add_argument("--errors", type=int, default=0, help="print the N commonest errors")
    asked = parser.parse_args()
    examples = list(read(asked.corpus)) if asked.corpus else parts(asked.data / "ner")[1]
    counts, errors = compared(examples, asked.lines)
    print(f"{'type':6}{'names':>7}{'P':>8}{'R':>8}{'F1':>8}")
    for kind in TYPES:
        if counts[kind, "gold"]:
            print(f"{kind:6}{figures(*(counts[kind, what] for what in ('exact', 'gold', 'found')))}")
    whole = [sum(counts[kind, what] for kind in TYPES) for what in ("exact", "gold", "found")]
    print(f"{'all':6}{figures(*whole)}")
    for error, count in errors.most_common(asked.errors):
        print(count, error)
    speeds(examples)


if __name__ == "__main__":
    main()
