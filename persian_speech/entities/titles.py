"""Titles and forms of address: which words stand for, or before, a person."""

from functools import cache, lru_cache
from typing import Literal, cast

from persian_speech.data import rows
from persian_speech.text.letters import key, phrase_key

TitleKind = Literal["office", "description", "group"]


@lru_cache(maxsize=1 << 15)
def title_key(word: str) -> str:
    """The key without the ezafe «ی» after ا or و: «سخنگوی» = «سخنگو», «اعضای» = «اعضا»."""
    folded = key(word)
    return folded[:-1] if len(folded) > 3 and folded.endswith(("ای", "وی")) else folded


@cache
def _titles() -> dict[str, TitleKind]:
    """Title by the title_key of its words run together."""
    return {
        title_key(phrase_key(row["title"])): cast(TitleKind, row["kind"]) for row in reversed(rows("titles"))
    }


@cache
def _honorifics() -> dict[str, str]:
    return {phrase_key(row["honorific"]): row["kind"] for row in rows("honorifics")}


def title_kind(words: str) -> TitleKind | None:
    """Kind of a title typed as one word or several, with or without ezafe: «نخست وزیر», «سخنگوی»."""
    return _titles().get(title_key(phrase_key(words)))


def honorific_kind(words: str) -> str | None:
    """Kind of a form of address: «حجت الاسلام والمسلمین» is religious."""
    return _honorifics().get(phrase_key(words))
