"""Lemmas: verbs to their infinitive, nouns to their singular."""

import pytest
from hazm import Stemmer

from persian_speech.document import Document
from persian_speech.text.compiled import compiled
from persian_speech.text.halfspace import normalised
from persian_speech.text.joints import is_word
from persian_speech.text.lemmas import compound_verbs, lemmatise, stemmed
from persian_speech.text.lexicon import bare
from persian_speech.text.tokens import tokenize


def lemmas(text: str) -> str:
    document = Document(text, tokens=normalised(tuple(tokenize(text))))
    return " ".join(token.lemma for token in lemmatise(document).tokens)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("می‌گویند گفتند نگفت بگویم", "گفتن گفتن گفتن گفتن"),
        ("است بود نیستند باشد", "بودن بودن بودن بودن"),
        ("گفته است و گفته بود", "گفتن بودن و گفتن بودن"),
        ("سال گذشته", "سال گذشته"),
        ("کتاب‌هایشان كتابهاي کتاب‌ها", "کتاب کتاب کتاب"),
        ("کشورهای بزرگ‌ترین", "کشور بزرگ"),
        ("خانه‌ای زندگی‌اش", "خانه زندگی"),
        ("صدای نیروی شورای", "صدا نیرو شورا"),
        ("برای قوی تنها آنها ایران", "برای قوی تنها آنها ایران"),
        ("بهتر بیشتر دفتر", "بهتر بیشتر دفتر"),
        ("زنان مسائل نمایندگان", "زن مسئله نماینده"),
        ("اتفاقات حرکات مصوبات چشمان", "اتفاق حرکت مصوبه چشم"),
        ("اطلاعات انتخابات ادبیات", "اطلاعات انتخابات ادبیات"),
        ("کسی کسانی جای سوی زیادی", "کس کس جا سو زیاد"),
        ("خبری انسانی روی", "خبری انسانی روی"),
        ("فرهنگی مردم شدید", "فرهنگی مردم شدید"),
        ("۱۲ ، http://a.ir", "۱۲ ، http://a.ir"),
    ],
)
def test_lemmas(text: str, expected: str) -> None:
    assert lemmas(text) == expected


def test_words_are_stemmed_as_hazm_stems_them() -> None:
    stem = Stemmer().stem
    words = [word for word in compiled() if word == bare(word)]
    assert len(words) > 40_000
    for word in words:
        left = stem(word)
        expected = left if left and len(word) - len(left) > 1 and is_word(left) else None
        assert stemmed(word) == expected, word


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("او خواهد کرد", "- کردن کردن"),
        ("نامه گفته شده است .", "- گفتن گفتن گفتن -"),
        ("گفته خواهد شد", "گفتن گفتن گفتن"),
        ("داده می‌شود و نداده بودند", "دادن دادن - دادن دادن"),
        ("می کند یا نمي شود", "کردن کردن - شدن شدن"),
        ("رفته باشند", "رفتن رفتن"),
        # «گذشته» before a verb that makes no compound with it, a verb of one token, an adjective.
        ("سال گذشته گفت", "- - -"),
        ("می‌گوید آماده شده است", "- - شدن شدن"),
        ("خواهد", "-"),
    ],
)
def test_verbs_of_several_tokens_are_one(text: str, verbs: str) -> None:
    tokens = normalised(tuple(tokenize(text)))
    found = compound_verbs(tokens)
    assert [found.get(i, "-") for i in range(len(tokens))] == verbs.split()
