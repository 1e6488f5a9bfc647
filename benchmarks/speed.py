"""Start-up and throughput, each beside what hazm takes in the same run: machines differ, ratios less.

One line is a measure, our time, hazm's time (seconds, the best of five turns taken alternately) and
the ratio of the two: below 1 we are the faster. hazm extracts no quotations and no entities, so those
stages stand beside its normalising, splitting and tokenising of the same text.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from persian_speech.pipeline import ALL, QUOTATIONS, SENTENCES, Analyzer

SAMPLES = Path(__file__).parent.parent / "samples"
TURNS = 5
LENGTH = 200_000  # code points

Work = Callable[[], object]


def program(*arguments: str) -> Work:
    """Runs one Python program to its end."""
    return lambda: subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)


def news() -> list[str]:
    """Paragraphs of the samples, over and over, up to ``LENGTH``; each is made unlike the others."""
    texts = [path.read_bytes().decode(errors="replace") for path in sorted(SAMPLES.glob("*.txt"))]
    paragraphs = [line for text in texts if "\ufffd" not in text for line in text.splitlines() if line]
    times = LENGTH // sum(map(len, paragraphs)) + 1
    return [f"{line} {turn}" for turn in range(times) for line in paragraphs]


def ours(texts: list[str], stages: tuple[Callable[..., object], ...]) -> Work:
    """Runs stages of the pipeline over all texts."""
    analyzer = Analyzer(stages)  # type: ignore[arg-type]
    return lambda: [analyzer(text) for text in texts]


def peers(texts: list[str]) -> tuple[Work, Work]:
    """What hazm does to all texts: sentences and tokens; the same after normalising."""
    from hazm import Normalizer, SentenceTokenizer, WordTokenizer

    normalizer, sentences, words = Normalizer(), SentenceTokenizer(), WordTokenizer()

    def split(text: str) -> list[list[str]]:
        return [words.tokenize(sentence) for sentence in sentences.tokenize(text)]

    return (
        lambda: [split(text) for text in texts],
        lambda: [split(normalizer.normalize(text)) for text in texts],
    )


def seconds(work: Work) -> float:
    """How long one turn takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def compare(name: str, mine: Work, peer: Work) -> None:
    """Prints one line: the two take turns, so that both meet the machine in the same moods."""
    turns = [(seconds(mine), seconds(peer)) for _ in range(TURNS)]
    best, beside = (min(times) for times in zip(*turns, strict=True))
    print(f"{name:<34}{best:>9.3f}{beside:>9.3f}{best / beside:>9.2f}", flush=True)


def main() -> None:
    """Prints all measures."""
    texts = news()
    splitting, normalising = peers(texts)
    print(f"{'measure':<34}{'ours':>9}{'hazm':>9}{'ratio':>9}")
    compare("start: --version", program("-m", "persian_speech", "--version"), program("-c", "import hazm"))
    compare("start: --help", program("-m", "persian_speech", "--help"), program("-c", "import hazm"))
    compare("sentences and tokens", ours(texts, SENTENCES), splitting)
    compare("quotations / normalised tokens", ours(texts, QUOTATIONS), normalising)
    compare("all stages / normalised tokens", ours(texts, ALL), normalising)


if __name__ == "__main__":
    main()
