"""Titles and forms of address: which words stand for, or before, a person."""

from functools import cache, lru_cache
from typing import Literal, cast

from persian_speech.data import rows
from persian_speech.entities.index import NameIndex
from persian_speech.text.letters import key, phrase_key

TitleKind = Literal["office", "description", "group"]
AddressUse = Literal["address", "weak", "part"]


@lru_cache(maxsize=1 << 15)
def title_key(word: str) -> str:
    """The key without the ezafe «ی» after ا or و: «سخنگوی» = «سخنگو», «اعضای» = «اعضا»."""
    return _without_ezafe(key(word))


def _without_ezafe(folded: str) -> str:
    return folded[:-1] if len(folded) > 3 and folded.endswith(("ای", "وی")) else folded


@cache
def _titles() -> dict[str, TitleKind]:
    """Title by the title_key of its words run together."""
    return {
        title_key(phrase_key(row["title"])): cast(TitleKind, row["kind"]) for row in reversed(rows("titles"))
    }


@cache
def honorifics() -> NameIndex[AddressUse]:
    """Forms of address, one word or several, and what may follow them."""
    table = {phrase_key(row["honorific"]): cast(AddressUse, row["use"]) for row in rows("honorifics")}
    return NameIndex(table)


def title_of(joined: str) -> TitleKind | None:
    """Kind of a title by the key of its words run together, with or without ezafe: «نخست وزیر», «سخنگوی»."""
    return _titles().get(_without_ezafe(joined))
