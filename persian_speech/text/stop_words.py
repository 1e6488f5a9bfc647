"""Stop words: what carries grammar rather than a subject, told by the word or by its verb."""

from functools import cache

from persian_speech.data import rows
from persian_speech.text.letters import key
from persian_speech.text.words import Word


@cache
def _listed(kind: str) -> frozenset[str]:
    return frozenset(key(row["word"]) for row in rows("stop_words") if row["kind"] == kind)


def is_stop_word(word: Word) -> bool:
    """«از», «که», «این»; of «شدن», «کردن» and the like every form."""
    return key(word.normal) in _listed("word") or key(word.lemma) in _listed("verb")
