"""Tokens beside hazm's on 1,000 real documents: every difference has a reason, and none is frequent."""

import importlib.util
import json
import os
from pathlib import Path
from random import Random
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
NEWS = Path(os.environ.get("PERSIAN_SPEECH_SHARED", ROOT.parent / "shared")) / "data" / "news"
DOCUMENTS = 1_000


@pytest.fixture
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("benchmark_tokens", ROOT / "benchmarks" / "tokens.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def news() -> list[str]:
    lines = [line for path in sorted(NEWS.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    return [json.loads(line)["text"] for line in Random(1).sample(lines, DOCUMENTS)]  # noqa: S311


@pytest.mark.skipif(not NEWS.is_dir(), reason="the shared news is not beside this checkout")
def test_every_difference_has_a_reason(benchmark: ModuleType) -> None:
    total, found = benchmark.differences(news())
    assert found.get(benchmark.OTHER) is None, found
    assert sum(pairs.total() for pairs in found.values()) < 0.02 * total


@pytest.mark.parametrize(
    ("stretch", "reason"),
    [
        ("www.example.ir", "a link, address or name on a network stays whole"),
        ("۵٫۱", "a figure with its marks or per cent stays whole"),
        ("تبریز-", "a dash, star, dots or kashida beside a word is a token of its own"),
        ("است؟!", "marks in a row are tokens of their own"),
    ],
)
def test_reasons_on_our_own_words(benchmark: ModuleType, stretch: str, reason: str) -> None:
    total, found = benchmark.differences([f"او {stretch} گفت"])
    assert total == 3
    assert list(found) == [reason]
