"""Second mentions: what a document has once named in full is known when it comes back shortened.

«مصطفی الکاظمی» makes «کاظمی» a person; «تیم استقلال» makes «استقلال» a body, which is elsewhere a word.
"""

from collections.abc import Iterator, Sequence

from persian_speech.actors.name_ends import SECOND_HALVES
from persian_speech.document import EntityType
from persian_speech.entities.gazetteer import gazetteer
from persian_speech.entities.reading import Found, Reading
from persian_speech.entities.titles import honorifics
from persian_speech.entities.words import AMBIGUOUS, COMMON, FIRST, KNOWN, LETTERS, NAMED

_ARTICLE = "ال"
_DOUBTFUL = NAMED | AMBIGUOUS


def bare(folded: str) -> str:
    """The key without the Arabic article: «الکاظمی» = «کاظمی»."""
    return folded.removeprefix(_ARTICLE) if len(folded) > 5 else folded


def second_mentions(reading: Reading, named: Sequence[Found]) -> Iterator[Found]:
    """Surnames and ambiguous names of a document where they stand alone and nothing was found."""
    surnames = _surnames(reading, named)
    entities = {(found.type, found.entity) for found in named}
    taken = {at for found in named for at in range(found.start, found.end)}
    endings = {*surnames, *(_ARTICLE + surname for surname in surnames)}
    lasts = [at for at, last in enumerate(reading.keys) if last in endings] if surnames else ()
    listed = ((reading.kinds & (_DOUBTFUL | COMMON)) == _DOUBTFUL).nonzero()[0].tolist()
    met = sorted({*lasts, *listed}) if lasts else listed
    for at in met:
        if at in taken:
            continue
        fact = reading.words[at]
        if bare(fact.key) in surnames:
            # «فلاح جوشقانی», of whom «حسین فلاح جوشقانی» was named
            same = at and at - 1 not in taken and reading.keys[at - 1] in surnames[bare(fact.key)]
            taken.add(at)
            yield Found(at - 1 if same else at, at + 1, "PER")
        elif fact.kinds & (_DOUBTFUL | COMMON) == _DOUBTFUL and fact.time == ".":
            yield from _ambiguous(reading, at, entities)


def _addressed(reading: Reading, start: int) -> bool:
    """Whether a form of address stands before a token."""
    return start > 0 and honorifics().get(reading.keys[start - 1]) == "address"


def _ambiguous(reading: Reading, at: int, entities: set[tuple[EntityType, str | None]]) -> Iterator[Found]:
    """An ambiguous word that names what the document has named plainly."""
    names = gazetteer().names.get(reading.keys[at]) or ()
    same = [one for one in names if one.ambiguous and (one.type, one.entity) in entities]
    yield from (Found(at, at + 1, one.type, one.entity) for one in same[:1])


def _surnames(reading: Reading, named: Sequence[Found]) -> dict[str, frozenset[str]]:
    """The last words of the full names in a document, common words left out, and the words before them.

    A name after a form of address is full enough: «خانم شوشتری».
    """
    people = [found for found in named if found.type == "PER"]
    full = [found for found in people if found.end - found.start > 1 or _addressed(reading, found.start)]
    surnames: dict[str, frozenset[str]] = {}
    for found in full:
        last = reading.words[found.end - 1]
        half = last.key in SECOND_HALVES  # «نصر الله» is not «الله»
        if not half and last.kinds & (LETTERS | COMMON | FIRST | KNOWN) == LETTERS and last.time == ".":
            surnames[bare(last.key)] = frozenset(reading.keys[found.start : found.end - 1])
    return surnames
