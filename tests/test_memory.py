"""What is remembered of words has a bound: many documents need hardly more memory than some."""

import functools
import gc
import itertools
import platform
import subprocess
import sys
from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from persian_speech.entities import gifts, learned
from persian_speech.pipeline import ENTITIES, Analyzer
from persian_speech.text.neighbours import Neighbours
from persian_speech.text.remembered import Remembered
from persian_speech.text.tokens import tokens_of
from persian_speech.text.vocabulary import Strings

LETTERS = "ابپتسدرکلمن"
MOST = 1 << 18  # keys of one memory; those of the half-spaces are the largest


def documents(count: int, start: int) -> Iterator[str]:
    """Texts of words that no other has, where names, titles, cues and their like stand."""
    words = ("".join(letters) for letters in itertools.product(LETTERS, repeat=5))
    fresh = itertools.islice(words, start * 8, (start + count) * 8)
    for name, surname, title, body, verb, noun, place, other in itertools.batched(fresh, 8):
        yield (
            f"{name} {surname}، وزیر {title} و رئیس سازمان {body} گفت: «{noun} در شهر {place} خوب است».\n"
            f"به گزارش {other}، وی {verb} کرد که {noun}‌ها را می‌{verb}ند. آقای {surname} {title}: {other}.\n"
        )


def unbounded() -> dict[str, int]:
    """How much each memory without a bound remembers."""
    found = {}
    for one in gc.get_objects():
        if isinstance(one, functools._lru_cache_wrapper) and one.__module__.startswith("persian_speech"):
            size, most = one.cache_info().currsize, one.cache_info().maxsize
            assert most is None or most <= MOST
            if most is None:
                found[f"{one.__module__}.{one.__qualname__}"] = size
    return found


def test_memories_of_words_have_a_bound() -> None:
    analyzer = Analyzer()
    for text in documents(300, 0):
        analyzer(text)
    before = unbounded()
    for text in documents(300, 300):
        analyzer(text)
    grown = {name: size - before.get(name, 0) for name, size in unbounded().items()}
    assert {name: more for name, more in grown.items() if more > 30} == {}
    assert all(one.most <= MOST for one in gc.get_objects() if isinstance(one, Remembered))


def test_a_memory_that_is_full_begins_anew() -> None:
    asked = []

    def square(number: int) -> int:
        asked.append(number)
        return number * number

    squares = Remembered(square, 3)
    assert [squares[number] for number in (1, 2, 3, 3, 1, 4, 1)] == [1, 4, 9, 9, 1, 16, 1]
    assert asked == [1, 2, 3, 4, 1]
    assert len(squares) == 2


WORDS = st.lists(st.sampled_from([*"abcdefgh.،", "«a»"]), max_size=30)


@given(st.lists(WORDS, max_size=5), st.integers(1, 5))
def test_neighbours_tell_what_their_words_tell(texts: list[list[str]], bits: int) -> None:
    def find(first: str, second: str) -> str:
        return f"{first}{second}" if first < second else ""

    neighbours = Neighbours(Strings(str), find, "", bits)
    for text in texts:
        tokens = tokens_of(" ".join(text))
        words = tokens.texts
        asked = np.array([word != "c" for word in words], bool)
        pairs = enumerate(zip(words, [*words, "."][1:], strict=True))
        expected = [(at, find(*pair)) for at, pair in pairs if pair[0] != "c" and find(*pair)]
        assert list(neighbours.told(tokens, asked)) == expected


FREED = """
import re
from pathlib import Path
from persian_speech.corpus.allocation import give_back

def resident():
    return int(re.search(r"VmRSS:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024

give_back()
large = b"x" * (24 << 20)
del large  # from here on glibc alone would keep smaller blocks
blocks, small = [], []
for _ in range(64):
    blocks.append(b"x" * (1 << 20))
    small.append(b"x" * 60_000)
full = resident()
blocks.clear()
print(full - resident())
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="the allocator is another")
def test_what_is_freed_goes_back_to_the_system() -> None:
    printed = subprocess.check_output([sys.executable, "-c", FREED], text=True)
    assert int(printed) > 48


def test_the_tagger_forgets_rows_and_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = list(documents(120, 600))
    expected = [Analyzer(ENTITIES)(text).mentions for text in texts]
    monkeypatch.setattr(gifts, "MOST", 64)
    monkeypatch.setattr(gifts, "ROOM", 16)
    monkeypatch.setattr(learned, "tagger", cache(learned.tagger.__wrapped__))
    few = Analyzer(ENTITIES)
    assert [few(text).mentions for text in (*texts, *texts)] == expected + expected
