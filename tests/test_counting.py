"""Counts that grow document by document are those of all that was met."""

from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from persian_speech.analysis.counting import Met, Spellings

DAYS = st.none() | st.dates(date(1979, 1, 1), date(2026, 1, 1))


@given(st.lists(st.tuples(DAYS, st.integers(1, 3)), max_size=9))
def test_documents_and_days_are_counted_once_however_often_something_is_met(
    documents: list[tuple[date | None, int]],
) -> None:
    met = Met()
    for number, (day, times) in enumerate(documents):
        for _ in range(times):
            met.meet(number, day)
    days = [day for day, _ in documents if day is not None]
    assert met.times == sum(times for _, times in documents)
    row = met.row()
    assert row["documents"] == len(documents)
    assert row["first_date"] == (min(days).isoformat() if days else None)
    assert row["last_date"] == (max(days).isoformat() if days else None)


@given(st.lists(st.sampled_from(["کوهی", "كوهي", "کوه‌ی"])))
def test_the_commonest_spelling_names_and_of_equals_the_first(spellings: list[str]) -> None:
    counted = Spellings()
    for spelling in spellings:
        counted.add("کوهی", spelling)
    most = max(spellings, key=Counter(spellings).__getitem__, default=None)
    assert counted.commonest() == ({"کوهی": most} if most else {})
