"""The network: its decoding against every row of tags, its words, its spans, and what cannot move it."""

from dataclasses import replace
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from threadpoolctl import threadpool_info

from persian_speech import analyze
from persian_speech.document import Document
from persian_speech.entities import gifts
from persian_speech.entities.decoding import Floats, Runs, Transitions, decode, spans
from persian_speech.entities.learned import TYPES, answers, tagger
from persian_speech.entities.network import Screen
from persian_speech.entities.reading import Found
from persian_speech.entities.tagger import tag
from persian_speech.text.sentences import split
from persian_speech.text.tokens import tokenize

SMALL = 5  # tags of two types
NEVER = -1e4
OPEN = Screen(np.zeros((0, 0), np.float32), np.zeros((0, 0), np.float32), np.full(1, 1e9, np.float32))
SENTENCES = (
    "محمود فرهادی در شیراز با وزیر خارجه عمان دیدار کرد.",
    "شرکت تروندا روز دوشنبه ۲۰ درصد از سهامش را به ۳ میلیارد تومان فروخت.",
    "به گزارش ایسنا، نشست ساعت ۱۰ صبح در استان فارس برگزار شد.",
)


@pytest.fixture(autouse=True, scope="module")
def _model() -> None:
    """The model is read before anything is timed."""
    read(SENTENCES[0])


def transitions(seed: int, size: int = SMALL) -> Transitions:
    """Transitions drawn at random; a name goes on with its own type alone."""
    draw = np.random.default_rng(seed)
    between, first, last = draw.normal(size=(size, size)), draw.normal(size=size), draw.normal(size=size)
    for goes_on in range(2, size, 2):
        others = [before for before in range(size) if before not in {goes_on, goes_on - 1}]
        between[others, goes_on] = first[goes_on] = NEVER
    return Transitions(between.astype(np.float32), first.astype(np.float32), last.astype(np.float32))


def worth(tags: tuple[int, ...], scores: Floats, costs: Transitions) -> float:
    """The score of one row of tags."""
    total = costs.first[tags[0]] + costs.last[tags[-1]] + sum(scores[at, t] for at, t in enumerate(tags))
    return float(total + sum(costs.between[a, b] for a, b in pairwise(tags)))


@given(st.integers(0, 10_000), st.lists(st.integers(1, 4), min_size=1, max_size=3))
def test_decoding_finds_the_best_row_of_tags(seed: int, lengths: list[int]) -> None:
    costs = transitions(seed)
    scores = np.random.default_rng(seed + 1).normal(size=(sum(lengths), SMALL), scale=2).astype(np.float32)
    firsts = np.cumsum([0, *lengths[:-1]])
    whole = np.ones(len(lengths), bool)
    tags = decode(scores, Runs(firsts, np.array(lengths), whole, whole), costs).tolist()
    for first, length in zip(firsts.tolist(), lengths, strict=True):
        part = scores[first : first + length]
        best = max(worth(row, part, costs) for row in product(range(SMALL), repeat=length))
        assert worth(tuple(tags[first : first + length]), part, costs) == pytest.approx(best, abs=1e-3)


@given(st.lists(st.integers(0, SMALL - 1), max_size=12))
def test_spans_cover_all_that_is_tagged(tags: list[int]) -> None:
    found = list(spans(np.array(tags, np.int64), np.arange(len(tags))))
    covered = [at for start, end, _ in found for at in range(start, end)]
    assert covered == [at for at, name in enumerate(tags) if name]
    assert all((tags[start] - 1) // 2 == kind for start, _, kind in found)


def test_what_the_rules_say() -> None:
    ruled = [Found(1, 3, "ORG"), Found(3, 4, "PER"), Found(4, 6, "NORP")]
    assert answers(ruled, 7).tolist() == [0, 3, 4, 1, 15, 16, 0]


def read(text: str) -> Document:
    tokens = tuple(tokenize(text))
    return tag(Document(text, tokens=tokens, sentences=tuple(split(text, tokens))))


def test_a_text_is_tagged_alike_whatever_was_tagged_before(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = [read(text).mentions for text in SENTENCES]
    monkeypatch.setattr(gifts, "MOST", 3)  # the table of words is begun anew each time
    assert [read(text).mentions for text in reversed(SENTENCES)] == alone[::-1]


def test_sentences_do_not_touch() -> None:
    whole = read("\n".join(SENTENCES)).mentions
    assert [(m.text, m.type) for m in whole] == [
        (m.text, m.type) for text in SENTENCES for m in read(text).mentions
    ]


@pytest.mark.parametrize("text", SENTENCES)
def test_what_the_screen_keeps_from_the_network_is_no_name(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    screened = read(text).mentions
    network = tagger()._network
    monkeypatch.setattr(tagger(), "_network", replace(network, screen=OPEN))
    assert read(text).mentions == screened


def test_what_a_word_gives_is_kept_to_half_a_step() -> None:
    network = tagger()._network
    given = network.scale * np.linspace(-100, 100, 7, dtype=np.float32)[:, None]
    assert np.abs(network.kept(given) * network.scale - given).max() <= network.scale.max() / 2


@pytest.mark.parametrize(
    ("one", "other"),
    [("خامنه‌ای", "خامنهای"), ("علي", "علی"), ("۱۳۹۹", "1402"), ("تروندایی‌ها", "تروندايي‌ها")],
)
def test_a_word_has_one_vector_however_it_is_typed(one: str, other: str) -> None:
    lexicon = tagger().lexicon
    vectors = lexicon.vectors([one, other])
    assert np.array_equal(vectors[0, :8], vectors[1, :8])


@given(st.text(min_size=1, max_size=40).filter(lambda text: not text.isspace()))
def test_any_word_has_a_vector(text: str) -> None:
    vector = tagger().lexicon.vectors([text])
    assert np.isfinite(vector).all()
    assert np.abs(vector).max() <= 1.01


def test_types_are_those_of_the_corpora() -> None:
    assert TYPES == ("PER", "ORG", "LOC", "DAT", "TIM", "MON", "PCT")


def test_the_callers_threads_are_left_as_they_were() -> None:
    before = threadpool_info()
    analyze("پروین آذرنگ، وزیر نیرو، در تهران گفت: سدها پر است.")
    assert threadpool_info() == before
