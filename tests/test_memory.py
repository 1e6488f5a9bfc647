"""What is remembered of words has a bound: many documents need hardly more memory than some."""

import functools
import gc
import itertools
from collections.abc import Iterator
from functools import cache

import pytest

from persian_speech.entities import gifts, learned
from persian_speech.pipeline import ENTITIES, Analyzer
from persian_speech.text.remembered import Remembered

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


def test_the_tagger_forgets_rows_and_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = list(documents(120, 600))
    expected = [Analyzer(ENTITIES)(text).mentions for text in texts]
    monkeypatch.setattr(gifts, "MOST", 64)
    monkeypatch.setattr(gifts, "ROOM", 16)
    monkeypatch.setattr(learned, "tagger", cache(learned.tagger.__wrapped__))
    few = Analyzer(ENTITIES)
    assert [few(text).mentions for text in (*texts, *texts)] == expected + expected
