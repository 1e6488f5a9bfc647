"""Second mentions: what a document has once named in full is known when it comes back shortened.

«مصطفی الکاظمی» makes «کاظمی» a person; «تیم استقلال» makes «استقلال» a body, which is elsewhere a word.
"""

from collections.abc import Iterator, Sequence

from persian_speech.entities.reading import Found, Reading
from persian_speech.entities.words import COMMON, FIRST, KNOWN, NAMED

_ARTICLE = "ال"


def bare(folded: str) -> str:
    """The key without the Arabic article: «الکاظمی» = «کاظمی»."""
    return folded.removeprefix(_ARTICLE) if len(folded) > 5 else folded


def second_mentions(reading: Reading, named: Sequence[Found]) -> Iterator[Found]:
    """Surnames and ambiguous names of a document where they stand alone and nothing was found."""
    surnames = _surnames(reading, named)
    entities = {(found.type, found.entity) for found in named if found.entity and found.type in {"ORG", "LOC"}}
    taken = {at for found in named for at in range(found.start, found.end)}
    last = len(reading.keys)
    for at, fact in enumerate(reading.words):
        if at in taken:
            continue
        if bare(fact.key) in surnames:
            yield Found(at, at + 1, "PER")
        elif fact.kinds & NAMED and (name := reading.name_at(at, min(at + 1, last))):
            same = (one for one in name[1] if one.ambiguous and (one.type, one.entity) in entities)
            yield from (Found(at, at + 1, one.type, one.entity) for one in list(same)[:1])


def _surnames(reading: Reading, named: Sequence[Found]) -> frozenset[str]:
    """The last words of the full names in a document, common words left out."""
    last = (reading.words[found.end - 1] for found in named if found.type == "PER" and found.end - found.start > 1)
    return frozenset(bare(fact.key) for fact in last if not fact.kinds & (COMMON | FIRST | KNOWN) and fact.time == ".")
