"""Speed and memory, each beside its peer in one run: machines differ, ratios less.

Prints a table and writes it to ``benchmarks/results/speed.md``, which README shows. Times are medians of
several turns, the two sides taken alternately so that both meet the machine in the same moods: of the
wall where programs are run, of the processor where libraries are. Texts are the
news of ``../shared/data`` where that is, else paragraphs of the samples, each made unlike the others.
"""

import argparse
import itertools
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
NEWS = ROOT.parent / "shared" / "data" / "news"
RELEASE = SAMPLES / "agency-spokesman.txt"
TABLE = Path(__file__).parent / "results" / "speed.md"
MEGABYTE = 1_000_000
# What Linux says of the process itself: getrusage would count the one that started it, too.
PEAK = """
import re, sys
from persian_speech.__main__ import run
status = run(sys.argv[1:])
print(re.search(r"VmHWM:\\s*(\\d+)", open("/proc/self/status").read())[1])
sys.exit(status)
"""

# What pip has installed comes with its bytecode, as the peers do; where the shell forbids to write any, a
# program that runs from its sources would be compiled at each start, and that be measured.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the table: what ours and its peer took, and the ratio that the bar is about."""

    name: str
    ours: str
    peer: str
    ratio: float
    bar: str


def main() -> None:
    """Prints and writes the table."""
    options = _options()
    texts = list(news(int(options.megabytes * MEGABYTE)))
    measures = [
        *starting(options.turns),
        *text(texts, options.turns),
        analysis(texts, options.turns),
        jobs(texts, options.turns),
        length(texts, options.long, options.turns),
        memory(options.documents),
    ]
    table = "\n".join(_table(measures, options))
    print(table)
    TABLE.write_text(f"{table}\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Speed and memory, each beside its peer in one run.")
    parser.add_argument("--turns", type=int, default=3, help="of each measure; the median counts")
    parser.add_argument("--megabytes", type=float, default=20, help="of news, for the analysis")
    parser.add_argument("--long", type=float, default=10, help="megabytes of the long document, beside 0.1")
    parser.add_argument("--documents", type=int, default=20_000, help="for the memory, beside 1,000")
    return parser.parse_args()


def starting(turns: int) -> Iterator[Measure]:
    """The program's start beside that of the libraries it stands on."""
    ours, peer = alternately(turns, program("-m", "persian_speech", "--help"), program("-c", "import click"))
    yield Measure("`--help` / `import click`", seconds(ours), seconds(peer), ours / peer, "at most 3")
    ours, peer = alternately(
        turns, program("-m", "persian_speech", "quotes", str(RELEASE)), program("-c", "import hazm")
    )
    yield Measure(
        "`quotes` of a release / `import hazm`", seconds(ours), seconds(peer), ours / peer, "at most 2"
    )


def text(texts: Sequence[str], turns: int) -> Iterator[Measure]:
    """Half-spaces restored, and sentences, tokens and lemmas, each beside hazm's tools for the same."""
    from hazm import Lemmatizer, Normalizer, SentenceTokenizer, WordTokenizer

    from persian_speech.document import Sentences, Tokens
    from persian_speech.pipeline import TOKENS, Analyzer
    from persian_speech.text.halfspace import restore

    analyzer, normalizer = Analyzer(TOKENS), Normalizer()
    cutter, words, lemmatizer = SentenceTokenizer(), WordTokenizer(), Lemmatizer()

    def mine() -> None:
        for one in texts:
            document = analyzer(one)
            tokens, sentences = Tokens.of(document.tokens), Sentences.of(one, document.sentences)
            _ = sentences.texts, tokens.texts, tokens.lemmas

    def hazm() -> None:
        for one in texts:
            for sentence in cutter.tokenize(one):
                for word in words.tokenize(sentence):
                    lemmatizer.lemmatize(word)

    size = sum(len(one.encode()) for one in texts) / MEGABYTE
    pairs = {
        f"half-spaces restored / hazm's Normalizer, {size:.1f} MB": (
            lambda: list(map(restore, texts)),
            lambda: list(map(normalizer.normalize, texts)),
        ),
        f"sentences, tokens and lemmas / hazm's sentences, words and lemmas, {size:.1f} MB": (mine, hazm),
    }
    for name, works in pairs.items():
        ours, peer = alternately(turns, *works, clock=time.process_time)
        yield Measure(name, rate(size, ours), rate(size, peer), peer / ours, "at least 1.5")


def analysis(texts: Sequence[str], turns: int) -> Measure:
    """All stages beside hazm's normalizer, sentence and word tokenizers and lemmatizer."""
    from hazm import Lemmatizer, Normalizer, SentenceTokenizer, WordTokenizer

    from persian_speech import Analyzer

    analyzer = Analyzer()
    normalizer, sentences, words, lemmatizer = (
        Normalizer(),
        SentenceTokenizer(),
        WordTokenizer(),
        Lemmatizer(),
    )

    def mine() -> None:
        for text in texts:
            analyzer(text)

    def hazm() -> None:
        for text in texts:
            for sentence in sentences.tokenize(normalizer.normalize(text)):
                for word in words.tokenize(sentence):
                    lemmatizer.lemmatize(word)

    ours, peer = alternately(turns, mine, hazm, clock=time.process_time)
    size = sum(len(text.encode()) for text in texts) / MEGABYTE
    name = f"tokens, lemmas, quotations, entities / hazm's four tools, {size:.1f} MB"
    return Measure(name, rate(size, ours), rate(size, peer), peer / ours, "at least 1.5")


def jobs(texts: Sequence[str], turns: int) -> Measure:
    """``analyze`` in one process beside two."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder, "news"), texts)

        def corpus(number: int) -> Work:
            output = Path(folder, f"{number}.db")
            told = ("-q", "-o", str(output), "--jobs", str(number))
            run = program("-m", "persian_speech", "analyze", str(Path(folder, "news")), *told)

            def anew() -> None:
                output.unlink(missing_ok=True)
                run()

            return anew

        two, one = alternately(turns, corpus(2), corpus(1))
    name = f"`analyze --jobs 2` / `--jobs 1`, {len(texts):,} documents"
    ours, peer = (f"{len(texts) / taken:.0f} a second" for taken in (two, one))
    return Measure(name, ours, peer, one / two, "at least 1.8")


def length(texts: Sequence[str], megabytes: float, turns: int) -> Measure:
    """Time a character of one long document beside that of a short one."""
    from persian_speech import Analyzer

    analyzer, text = Analyzer(), "\n\n".join(texts)
    long, short = _cut(text, int(megabytes * MEGABYTE)), _cut(text, MEGABYTE // 10)
    ours, peer = alternately(turns, lambda: analyzer(long), lambda: analyzer(short), clock=time.process_time)
    ours, peer = ours / len(long), peer / len(short)
    name = f"time a character, a document of {len(long.encode()) / MEGABYTE:.1f} MB / of 0.1 MB"
    return Measure(name, f"{ours * 1e6:.2f} µs", f"{peer * 1e6:.2f} µs", ours / peer, "at most 1.3")


def memory(documents: int) -> Measure:
    """The peak of ``analyze`` for many documents beside that for a thousand."""
    few, many = peak(1_000), peak(documents)
    name = f"peak memory of `analyze`, {documents:,} documents / 1,000"
    return Measure(name, f"{many / MEGABYTE:.0f} MB", f"{few / MEGABYTE:.0f} MB", many / few, "at most 1.3")


def peak(documents: int) -> int:
    """Bytes that a run over so many documents, of words as many as news has, had in use at once."""
    with tempfile.TemporaryDirectory() as folder:
        found = itertools.islice(_endless(), documents)
        write(Path(folder, "news"), (f"{text}\n\n{number}" for number, text in enumerate(found)))
        command = (
            "analyze",
            str(Path(folder, "news")),
            "-q",
            "--jobs",
            "1",
            "-o",
            str(Path(folder, "corpus.db")),
        )
        printed = subprocess.check_output([sys.executable, "-c", PEAK, *command], cwd=ROOT, env=ENVIRONMENT)
    return int(printed) * 1024


def news(size: int) -> Iterator[str]:
    """Texts of so many bytes: the news, one source after another, or the samples' paragraphs."""
    for text in _shared() if NEWS.is_dir() else _repeated():
        yield text
        size -= len(text.encode())
        if size <= 0:
            return


def _shared() -> Iterator[str]:
    streams = [path.open(encoding="utf-8") for path in sorted(NEWS.glob("*.jsonl"))]
    rows = itertools.chain.from_iterable(itertools.zip_longest(*streams))
    return (json.loads(row)["text"] for row in rows if row)


def _endless() -> Iterator[str]:
    """The news, over and over, or the samples' paragraphs."""
    turns = (_shared() for _ in itertools.count())
    return itertools.chain.from_iterable(turns) if NEWS.is_dir() else samples()


def _repeated() -> Iterator[str]:
    return ("\n\n".join(lines) for lines in itertools.batched(samples(), 10))


def samples() -> Iterator[str]:
    """Paragraphs of the samples, over and over, each unlike the others."""
    texts = [path.read_bytes().decode(errors="replace") for path in sorted(SAMPLES.glob("*.txt"))]
    lines = [line for text in texts if "\ufffd" not in text for line in text.splitlines() if line]
    return (f"{line} {turn}" for turn in itertools.count() for line in lines)


def write(folder: Path, texts: Iterable[str]) -> None:
    """Each text in a file of its own, a thousand a folder."""
    for number, text in enumerate(texts):
        path = folder / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def program(*arguments: str) -> Work:
    """Runs one Python program to its end."""
    return lambda: subprocess.run(
        [sys.executable, *arguments], check=True, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL
    )


def alternately(turns: int, *works: Work, clock: Callable[[], float] = time.perf_counter) -> list[float]:
    """The median time of each work, in seconds; they take turns. ``clock`` of the wall, or the processor."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(turns):
        for work, taken in zip(works, times, strict=True):
            begun = clock()
            work()
            taken.append(clock() - begun)
    return [statistics.median(taken) for taken in times]


def seconds(value: float) -> str:
    """A time as the table shows it."""
    return f"{value:.2f} s"


def rate(size: float, value: float) -> str:
    """So many megabytes in so many seconds."""
    return f"{size / value:.2f} MB/s"


def _cut(text: str, size: int) -> str:
    """The beginning of the text that is so many bytes, repeated where it is shorter."""
    data = text.encode()
    return (data * (size // len(data) + 1))[:size].decode(errors="ignore")


def _table(measures: Sequence[Measure], options: argparse.Namespace) -> Iterator[str]:
    day = datetime.now(UTC).date().isoformat()
    yield f"Medians of {options.turns} turns, {day}, {machine()}."
    yield ""
    yield "| first / second | first | second | ratio | bar |"
    yield "| --- | --: | --: | --: | --- |"
    for one in measures:
        yield f"| {one.name} | {one.ours} | {one.peer} | {one.ratio:.2f} | {one.bar} |"


def machine() -> str:
    """The processor, its cores, and the Python that ran."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    name = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    cores, load = os.cpu_count(), f"{os.getloadavg()[0]:.0f}"
    python = platform.python_version()
    return f"{name or platform.processor()}, {cores} cores under a load of {load}, Python {python}"


if __name__ == "__main__":
    main()
