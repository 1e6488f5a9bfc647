"""Half-space restoration beside hazm's Normalizer and other tools: quality, and speed on any text.

    python benchmarks/halfspace.py quality TEXT     # a sentence a line, half-spaces as an editor puts them
    python benchmarks/halfspace.py speed TEXT…      # each file as one document

Other tools are asked where they are installed: pip install rishe shekar python-negar parsivar.
Quality: the text with its half-spaces deleted («joined»), replaced by spaces («spaced») and as it is
(«clean») goes through each tool; the tool's letters are walked with the original's, and what stands
between them compared. Damage is boundaries other than half-spaces that changed, per 1,000 words.
"""

import sys
import unicodedata
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import perf_counter

from hazm import Normalizer

from persian_speech.text.halfspace import restore
from persian_speech.text.letters import ZWNJ

Tool = Callable[[str], str]
SLIPS = {"joined": "", "spaced": " ", "clean": ZWNJ}


def boundaries(line: str) -> list[tuple[str, str]]:
    """What stands before each letter («», « » or a half-space), and the letter folded."""
    found: list[tuple[str, str]] = []
    gap = " "
    for char in unicodedata.normalize("NFKD", line):
        if char.isalnum() and char != "ـ":
            found.append((gap, str(unicodedata.digit(char, char)).translate(str.maketrans("يك", "یک"))))
            gap = ""
        elif char == ZWNJ:
            gap = gap or ZWNJ
        elif not unicodedata.combining(char) and char != "ـ":
            gap = " "
    return found


def quality(lines: list[str], tool: Tool, slip: str) -> tuple[float, float]:
    """F1 of half-spaces and damage per 1,000 words."""
    n = Counter[str]()
    restored = tool("\n".join(lines).replace(ZWNJ, slip)).split("\n")
    for line, right in zip(lines, restored, strict=True):
        gold, found = boundaries(line), boundaries(right)
        n["words"] += sum(gap == " " for gap, _ in gold)
        n["gold"] += sum(gap == ZWNJ for gap, _ in gold)
        if [letter for _, letter in gold] != [letter for _, letter in found]:
            continue
        pairs = [(a, b) for (a, _), (b, _) in zip(gold, found, strict=True)]
        n["put"] += sum(b == ZWNJ for _, b in pairs)
        n["right"] += sum(a == b == ZWNJ for a, b in pairs)
        n["damage"] += sum(a not in {b, ZWNJ} for a, b in pairs)
    return 2 * n["right"] / (n["gold"] + n["put"]), 1000 * n["damage"] / n["words"]


def seconds(texts: list[str], tool: Tool) -> float:
    """Seconds for all the texts, after a first call that loads the tables."""
    tool("می کند")
    start = perf_counter()
    for text in texts:
        tool(text)
    return perf_counter() - start


def rishe() -> Tool:
    """A normaliser in Rust, with hazm's interface."""
    from rishe import Normalizer as RisheNormalizer  # type: ignore[import-not-found]

    tool: Tool = RisheNormalizer().normalize
    return tool


def shekar() -> Tool:
    """Shekar's whole chain of normalisers."""
    from shekar import Normalizer as ShekarNormalizer  # type: ignore[import-not-found]

    tool: Tool = ShekarNormalizer()
    return tool


def negar() -> Tool:
    """Negar's editor, which also mends punctuation."""
    from negar.virastar import PersianEditor  # type: ignore[import-not-found]

    return lambda text: str(PersianEditor(text).cleanup())


def parsivar() -> Tool:
    """Parsivar's normaliser."""
    from parsivar import Normalizer as ParsivarNormalizer  # type: ignore[import-not-found]

    tool: Tool = ParsivarNormalizer().normalize
    return tool


def by_line(tool: Tool) -> Tool:
    """The tool on each line by itself: others join or part lines."""
    return lambda text: "\n".join(tool(line).replace("\n", " ") for line in text.split("\n"))


def tools() -> dict[str, Tool]:
    """Ours, which looks at a text as a whole; hazm's, and those of others that are installed and run here."""
    found: dict[str, Tool] = {"persian-speech": restore, "hazm": by_line(Normalizer().normalize)}
    for make in (rishe, shekar, negar, parsivar):
        with suppress(ImportError, AttributeError):  # old tools break on a new Python in their own ways
            found[make.__name__] = by_line(make())
    return found


def main() -> None:
    """Print one line a tool and slip, or a tool's speed in characters a second."""
    texts = [Path(path).read_text(encoding="utf-8") for path in sys.argv[2:]]
    for name, tool in tools().items():
        if sys.argv[1] == "speed":
            print(f"{name}\t{sum(map(len, texts)) / seconds(texts, tool):,.0f} characters a second")
            continue
        for kind, slip in SLIPS.items():
            f1, damage = quality(texts[0].splitlines(), tool, slip)
            print(f"{name}\t{kind}\tF1 {f1:.3f}\tdamage {damage:.2f}")


if __name__ == "__main__":
    main()
