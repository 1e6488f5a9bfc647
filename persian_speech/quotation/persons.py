"""Whether a person begins at a token of a clause, told by the words there."""

from collections.abc import Sequence
from typing import Any

from persian_speech.actors.vocabulary import common_words, first_names, honorifics, titles
from persian_speech.quotation.clauses import Clause
from persian_speech.quotation.lexicon import pronouns
from persian_speech.text.phrases import Phrases
from persian_speech.text.remembered import Remembered

THE_TWO = frozenset({("این", "دو"), ("ان", "دو"), ("هر", "دو")})
SIDES = frozenset({("کشور",), ("طرف",), ("دولت",), ("مقام",), ("نهاد",), ("رهبر",), ("گروه",), ("وزیر",)})


def begins_name(view: Clause, i: int) -> bool:
    """A given name and a word that may be a surname."""
    return view.is_word(i + 1) and view.keys[i] in first_names() and view.keys[i + 1] not in common_words()


def two_of(keys: Sequence[str], end: int) -> bool:
    """«این دو | منبع», «هر دو | طرف»: what the two are stands after the pronoun."""
    told = keys[end : end + 1] in SIDES or titles().at(keys, end) is not None
    return keys[end - 2 : end] in THE_TWO and told


def is_person(view: Clause, i: int) -> bool:
    """A pronoun, a title, a form of address or a given name begins at ``i``."""
    tables = _OPENED[view.keys[i]]
    return view.keys[i] in first_names() or any(table.at(view.keys, i) is not None for table in tables)


def _opened(word: str) -> tuple[Phrases[Any], ...]:
    """The tables of persons with a phrase that may begin with a word."""
    return tuple(table for table in (pronouns(), titles(), honorifics()) if table.opens(word))


_OPENED = Remembered(_opened)
