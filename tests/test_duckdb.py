"""A corpus that is a folder of Parquet tables, as duckdb reads it."""

from datetime import date
from pathlib import Path

import pytest

from persian_speech import Analyzer
from persian_speech.corpus.records import TABLES, records_of
from persian_speech.corpus.sources import Source

pytest.importorskip("pyarrow", reason="pyarrow is not installed")
duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")

TEXTS = (
    "پروین آذرنگ، وزیر نیرو گفت: سدهای ایران پر است.",
    "کاوه رایان، شهردار نوش‌رود گفت: پل را می‌سازیم.\nوی افزود: مردم صبور باشند.",
    "",
)


@pytest.fixture(scope="module")
def sources() -> list[Source]:
    return [
        Source(f"{number}.txt", text, date(2020, 7, 22), None, "utf-8") for number, text in enumerate(TEXTS)
    ]


@pytest.fixture(scope="module")
def folder(sources: list[Source], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two parts, of two documents and of one."""
    from persian_speech.corpus.dataset import Dataset, encode

    analyze, path = Analyzer(), tmp_path_factory.mktemp("dataset")
    rows = [(one.document, records_of(one, analyze(one.text, date=one.date))) for one in sources]
    dataset = Dataset(path)
    for key, part in (("a", rows[:2]), ("b", rows[2:])):
        dataset.write(key, encode(part))
    dataset.finish(("a", "b"), {})
    return path


@pytest.mark.parametrize("table", TABLES)
def test_duckdb_reads_each_table_as_it_is(table: str, folder: Path, sources: list[Source]) -> None:
    analyze = Analyzer()
    rows = [
        (one.document, *row)
        for one in sources
        for row in records_of(one, analyze(one.text, date=one.date))[table]
    ]
    found = duckdb.read_parquet(f"{folder}/{table}/*.parquet")
    assert found.columns == ["document", *TABLES[table]]
    assert found.fetchall() == rows


def test_duckdb_counts_who_spoke(folder: Path) -> None:
    quotations = duckdb.read_parquet(f"{folder}/quotations/*.parquet")
    counted = quotations.aggregate("speaker, count(*)", "speaker").fetchall()
    assert sorted(counted) == [("پروین آذرنگ", 1), ("کاوه رایان", 2)]
