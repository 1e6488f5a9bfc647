"""Whether words tell of somebody: a pronoun, title, name, body, people, or who has spoken before."""

from collections.abc import Callable, Sequence

from persian_speech.actors.phrases import DEMONSTRATIVES, INDEFINITES
from persian_speech.actors.plain import is_indefinite, is_people, share_of_people
from persian_speech.actors.vocabulary import (
    bodies,
    common_words,
    honorifics,
    is_given,
    surnames,
    titles,
)
from persian_speech.quotation.lexicon import adverbs, pronouns
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.text.letters import DASH_KEYS

_BEFORE_TITLES = DASH_KEYS | {"،"}
_NO_SURNAMES = frozenset({"رغم", "الخصوص", "القاعده"})  # «علی رغم»
_LANDS = frozenset({"کشور", "کشورها", "کشورهای"})  # «هفت کشور اروپایی»


KnownSpeaker = Callable[[Sequence[str], int], int]
"""How many words from an index on name somebody who has spoken in the document."""


def is_somebody(paragraph: Paragraph, mention: tuple[int, int], known: KnownSpeaker) -> bool:
    """Whether a noun phrase is told to be a person or body by its words, or has spoken before."""
    keys, i = paragraph.keys[: mention[1]], mention[0]
    i += paragraph.at(i) in '«“"'
    told = (pronouns(), titles(), honorifics(), bodies())
    return i < len(keys) and (
        any(table.at(keys, i) for table in told)
        or (keys[i] in DEMONSTRATIVES and any(table.at(keys, i + 1) for table in told))
        or (keys[i] in INDEFINITES and _some_of_them(keys, i + 1))
        or share_of_people(keys, i)
        or is_people(keys, i)
        or (is_given(keys[i]) and mention[1] - i > 1 and keys[i + 1] not in _NO_SURNAMES)
        or keys[i] in surnames()
        or known(keys, i) > 0
        or any(keys[j - 1] in _BEFORE_TITLES and titles().at(keys, j) for j in range(i + 2, len(keys)))
        or _before_office(keys, i)
        or (keys[i + 1 : i + 2] == ("از",) and is_indefinite(keys[i]))  # «پرستاری از رشت»
        # «زنی که خانه‌اش سوخته بود»
        or (i + 1 == len(keys) and paragraph.key_at(i + 1) == "که" and is_indefinite(keys[i]))
    )


def _before_office(keys: Sequence[str], i: int) -> bool:
    """«داگ هندرسون معاون حزب کارگر»: a word or two of no other use right before an office and its body."""
    for at in (i + 1, i + 2):
        office = titles().at(keys, at) if at < len(keys) - 1 else None
        if office is not None:
            named = all(word.isalpha() and word not in common_words() for word in keys[i:at])
            return named and office[1] == "office"
    return False


def _some_of_them(keys: Sequence[str], i: int) -> bool:
    """«برخی کارشناسان»، «بسیاری از کارشناسان»، «بسیاری»"""
    i += keys[i : i + 1] == ("از",)
    return (
        i >= len(keys)
        or keys[i] in _LANDS
        or any(table.at(keys, i) for table in (titles(), honorifics(), bodies()))
    )


def after_adverbs(paragraph: Paragraph, first: int, last: int) -> int:
    """Past «همچنین»، «در ادامه» and marks at a sentence's beginning."""
    i = first
    while i < last:
        if found := adverbs().at(paragraph.keys[:last], i):
            i = found[0]
        elif not paragraph.is_word(i):
            i += 1
        else:
            break
    return i
