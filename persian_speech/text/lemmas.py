"""Lemmas: the dictionary form of each token.

Verbs give their infinitive («می‌گویند» → «گفتن»; است and بود → «بودن»), nouns their singular without
endings («کتاب‌هایشان» → «کتاب»), comparatives their adjective («مهم‌ترین» → «مهم»). A participle
is a verb before an auxiliary («گفته است»), else a word of its own («گذشته»). Other words that hazm's
lexicon does not hold are cut down by hazm's stemmer to one that it holds, or stay as they are.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from persian_speech.data import column, rows
from persian_speech.document import Document, Token
from persian_speech.text import joints, lexicon
from persian_speech.text.compiled import compiled
from persian_speech.text.halfspace import normal_form, normal_of, restore_word
from persian_speech.text.letters import ZWNJ
from persian_speech.text.lexicon import bare
from persian_speech.text.remembered import FEWER
from persian_speech.text.tokens import numbered
from persian_speech.text.verbs import VerbForm, finite
from persian_speech.text.vocabulary import Sort, Strings

# «است» and «هست» are the present of بودن.
COPULA = frozenset({"هست", "بود"})
AUXILIARIES = frozenset({"هست", "بود", "شد"})
ENDINGS = frozenset((*joints.PLURALS, *joints.AFTER_HEH, *joints.DEGREES))
# Participles that are verbs even where their auxiliary is left out: «گزارش داده و گفته است».
PASSIVES = frozenset({"شد", "گردید"})
BARE_PARTICIPLES = frozenset({"شد", "کرد", "داشت", "گرفت", "یافت", "نمود", "گردید", "بود"})
_WORD = re.compile(r"[^\W\d_]+[^.]*$")
Rule = Callable[[str], str | None]


def infinitive(form: VerbForm) -> str:
    """«گفتن»; the copula's is «بودن»."""
    return "بودن" if form.past in COPULA else form.infinitive


def verb(word: str) -> str | None:
    """«می‌گویند» → «گفتن»."""
    form = finite(word)
    return infinitive(form) if form else None


def plural(word: str) -> str | None:
    """«کتاب‌هایشان» → «کتاب»; «تنها» and «آنها» are words, «نامه‌ای» is no plural."""
    if lexicon.counted(word) == () or joints.plural(word) is None:
        return None
    last = max(joints.joints(word), default=0)
    stems = joints.stripped(word, joints.PLURALS)
    return next((stem for stem in stems if joints.is_word(stem) and last <= len(stem)), None)


@cache
def _listed(table: str, form: str, lemma: str) -> dict[str, str]:
    return {bare(row[form]): bare(row[lemma]) for row in rows(table)}


def listed_plural(word: str) -> str | None:
    """«زنان» → «زن», «مسائل» → «مسئله», «افرادی» → «فرد»: plurals that no ending tells from other words."""
    singulars = _listed("plurals", "plural", "singular")
    return singulars.get(word) or singulars.get(word.removesuffix("ی"))


def listed_form(word: str) -> str | None:
    """«کسی» → «کس», «جای» → «جا»: a noun with the ی of «some» or of ezafe, which others are spelt like."""
    return _listed("noun_forms", "form", "lemma").get(word)


def degree(word: str) -> str | None:
    """«مهم‌ترین» → «مهم»; «بهتر», «بیشتر» and «دفتر» are words."""
    if lexicon.counted(word) == () or joints.degree(word) is None:
        return None
    return next((stem for stem in joints.stripped(word, joints.DEGREES) if lexicon.adjective(stem)), None)


def after_heh(word: str) -> str | None:
    """«خانه‌ای» → «خانه», «زندگی‌اش» → «زندگی»."""
    for rule, endings in ((joints.after_heh, joints.AFTER_HEH), (joints.after_yeh, joints.AFTER_YEH)):
        if rule(word):
            return next(joints.stripped(word, endings), None)
    return None


def ezafe_after_vowel(word: str) -> str | None:
    """«صدای» → «صدا», «نیروی» → «نیرو»; «برای» and «قوی» are words."""
    stem = word.removesuffix("ی")
    if stem == word or len(stem) < 3 or stem[-1] not in "او":
        return None
    return stem if lexicon.known(stem) and lexicon.count(stem) >= lexicon.count(word) else None


def known(word: str) -> str | None:
    """A word of the lexicon is its own lemma."""
    return word if lexicon.known(word) or lexicon.compound(word) else None


def stemmed(word: str) -> str | None:
    """«پدرشان» → «پدر»: what hazm's stemmer leaves, where that is a word; «قرآنی» is one of its own."""
    stem = next(joints.stripped(word, column("stem_endings", "ending")), "")
    return stem if stem and joints.is_word(stem) else None


# In order: the first that answers wins.
RULES: tuple[Rule, ...] = (
    verb,
    plural,
    listed_plural,
    listed_form,
    degree,
    ezafe_after_vowel,
    known,
    after_heh,
    stemmed,
)


def half_spaced(word: str) -> str | None:
    """«خانه‌ای» → «خانه», «نام‌های» → «نام»: the half-space tells stem and ending apart."""
    stem, mark, ending = word.rpartition(ZWNJ)
    if not mark or ending not in ENDINGS or finite(word) or lexicon.compound(bare(word)):
        return None
    return lemma(stem)


def lemma(word: str) -> str:
    """The lemma of one word by itself."""
    if found := half_spaced(word):
        return found
    letters = bare(word)
    found = next((stem for rule in RULES if (stem := rule(letters)) is not None), letters)
    return restore_word(found)


@lru_cache(maxsize=1 << 15)
def participle(word: str) -> VerbForm | None:
    """The perfect that a participle makes: «گفته» that of گفتن."""
    letters = bare(word)
    return finite(letters + "اند") if joints.is_participle(letters) else None


def _is_auxiliary(word: str) -> bool:
    form = finite(word)
    return form is not None and form.past in AUXILIARIES


def lemma_of(normal: str) -> str:
    """The lemma of a token by itself: that of its normal form; figures and marks are their own."""
    return lemma(normal) if _WORD.match(normal) else normal


def _found(text: str) -> str:
    known = compiled().get(text)
    return known[1] if known else lemma_of(normal_form(text))


_LEMMAS = Strings(_found)


@lru_cache(maxsize=FEWER)
def _perfect(text: str) -> VerbForm | None:
    normal = normal_of(text)
    return participle(normal) if normal.endswith("ه") else None


@lru_cache(maxsize=FEWER)
def _makes_verbs(text: str) -> bool:
    """Whether a participle before the word is a verb: «گفته است», «داده شده»."""
    return _is_auxiliary(normal_of(text)) or _perfect(text) is not None


def _is_verb(form: VerbForm, following: str) -> bool:
    """Whether a participle is one: before an auxiliary or another participle, or one that is hardly else."""
    return form.past in BARE_PARTICIPLES or _makes_verbs(following)


_PARTICIPLES = Sort(lambda text, _: _perfect(text) is not None)


def lemmatise(document: Document) -> Document:
    """The document with ``lemma`` on every token."""
    tokens = numbered(document.tokens)
    lemmas, texts = _LEMMAS.listed(tokens), tokens.texts
    for i in _PARTICIPLES.of(tokens).nonzero()[0].tolist():
        form = _perfect(texts[i])
        if form and _is_verb(form, texts[i + 1] if i + 1 < len(texts) else ""):
            lemmas[i] = infinitive(form)
    return replace(document, tokens=tokens.known(lemmas=lemmas))


# «گفته خواهد شد» has most tokens.
LONGEST_VERB = 4


def compound_verbs(tokens: Sequence[Token]) -> dict[int, str]:
    """The infinitive of each verb of several tokens, by the index of every one of its tokens.

    «خواهد کرد» is کردن, «گفته شده است» گفتن, «می کند» کردن, though each token keeps its span and lemma.
    """
    words = [token.normal if token.kind == "word" else "" for token in tokens]
    found: dict[int, str] = {}
    i = 0
    while i < len(words):
        size, verb = next(filter(None, (_verb_of(words[i : i + size]) for size in _sizes(words, i))), (1, ""))
        found.update(dict.fromkeys(range(i, i + size), verb) if verb else {})
        i += size
    return found


def _sizes(words: Sequence[str], i: int) -> range:
    """The longest first; none where the word opens no compound verb."""
    opens = words[i] in {"می", "نمی"} or participle(words[i]) is not None or _is_future(words[i])
    return range(min(LONGEST_VERB, len(words) - i) if opens else 1, 1, -1)


def _is_future(word: str) -> bool:
    form = finite(word)
    return form is not None and form.tense == "future"


def _verb_of(words: Sequence[str]) -> tuple[int, str] | None:
    """The verb that the words make, all of them."""
    if not all(words):
        return None
    form = finite(" ".join(words))
    if form is None and (passive := finite(" ".join(words[1:]))) and passive.past in PASSIVES:
        form = participle(words[0])
    return (len(words), infinitive(form)) if form else None
