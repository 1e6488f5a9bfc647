"""Tokens by number are the tokens of the one expression, for any text, and stand for the rules' answers."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persian_speech.document import Document, Sentences, Tokens
from persian_speech.pipeline import segment
from persian_speech.text import tokens as tokens_room
from persian_speech.text import vocabulary
from persian_speech.text.compiled import compiled
from persian_speech.text.halfspace import normal_form, normal_of
from persian_speech.text.lemmas import lemma_of, lemmatise
from persian_speech.text.tokens import numbered, tokenize, tokens_of
from persian_speech.text.vocabulary import Growing

PIECES = st.sampled_from(
    [
        *("«", "»", "(", '"', ".", "..", "…", "،", ":", "!", " ", "\n", "\xa0", "\u200c", "<br>"),
        *("گفت", "می‌گوید", "م", "ه‍.ش", "۹۹٫۵", "10:30", "F-15", "www.example.ir", "ﺭﻓﺖ", "كتاب", "هاي"),
    ]
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)


@given(TEXTS | st.text(max_size=40))
def test_stretches_are_cut_as_the_whole_text_is(text: str) -> None:
    known = tokens_of(text)
    assert "".join(known.texts) == "".join(token.text for token in tokenize(text))
    assert all(text[token.start : token.end] == token.text for token in known)


@given(TEXTS)
def test_a_stretch_gives_what_the_expression_gives(text: str) -> None:
    for stretch in text.replace("\n", " ").replace("\xa0", " ").split(" "):
        found = [(token.start, token.text, token.kind) for token in tokens_of(stretch)]
        assert found == [(token.start, token.text, token.kind) for token in tokenize(stretch)]


def test_numbers_of_given_tokens_are_those_of_the_text() -> None:
    text = "خبرنگاران می‌گویند: «نه.»"
    given_tokens = Tokens.of(tuple(tokenize(text)))
    assert numbered(given_tokens).numbers.tolist() == tokens_of(text).numbers.tolist()
    assert numbered(given_tokens) == given_tokens


def test_columns_survive_copying_and_slices() -> None:
    text = "ما کتابها را خوانده ایم. باران آمد."
    document = lemmatise(segment(Document(text)))
    assert copy.deepcopy(document) == document
    assert [token.lemma for token in document.tokens[1:2]] == ["کتاب"]
    assert [sentence.text for sentence in document.sentences[1:]] == ["باران آمد."]
    assert Sentences.of(text, tuple(document.sentences)).texts == Sentences.of(text, document.sentences).texts


def test_a_full_vocabulary_gives_way_to_a_new_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "MOST", 3)
    before = tokens_of("یک دو سه چهار")
    after = tokens_of("پنج شش هفت هشت نه")
    assert before.vocabulary is not after.vocabulary
    assert (before.texts[-1], after.texts[-1]) == ("چهار", "نه")
    assert tokens_room.VOCABULARY.get() is not after.vocabulary


def test_an_array_grows_past_its_room() -> None:
    column = Growing()
    column.extend([7])
    column.extend(range(10_000))
    assert column.size == 10_001
    assert column.data[[0, 1, 10_000]].tolist() == [7, 0, 9_999]


def test_compiled_words_are_what_the_rules_say() -> None:
    words = sorted(compiled())[::23]
    assert len(words) > 3_000
    for word in words:
        assert compiled()[word] == (normal_form(word), lemma_of(normal_form(word)))


@pytest.mark.parametrize("word", ["منطقهای", "نمیکنند", "خرافه‌پرستیدگانشان", "ﻣﻲ‌ﻛﻨﻴﻢ", "۱۲", "."])
def test_a_word_has_one_answer_compiled_or_not(word: str) -> None:
    (token,) = lemmatise(Document(word, tokens=tokens_of(word))).tokens
    assert normal_of(word) == normal_form(word)
    assert token.lemma == lemma_of(normal_form(word))


def test_a_word_without_end_has_its_answer() -> None:
    long = "ها" * 5_000
    assert segment(Document(f"گفت {long} کتاب")).tokens[1].normal == long


def test_a_word_that_breaks_stands_in_no_later_texts_way() -> None:
    def find(text: str, _: str) -> str:
        if text == "شکسته‌ترین":
            raise ValueError(text)
        return text

    column = vocabulary.Column(find, object)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="شکسته"):
        column.of(tokens_of("راه شکسته‌ترین است"))
    assert column.of(tokens_of("راه باز است")).tolist() == ["راه", "باز", "است"]
