"""Reuse: one statement wherever it is quoted, word for word or nearly, in the order it appeared.

Two quotations are one statement where the sets of five letters in a row that they hold are alike: their
Jaccard similarity, exact, found for all pairs at once with prefix filtering (Bayardo et al. 2007).
Spelling, half-spaces and marks make no difference. Short ones must agree in every letter, and both
speakers be known. Never may the speakers be two who cannot be one: what two persons say alike, both
said; nor one deny what the other affirms: «می‌رود» and «نمی‌رود» are nearly the same letters.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from persian_speech.analysis.tables import QUOTATION_FIELDS, Row, fields
from persian_speech.document import Quotation, Speaker
from persian_speech.text.letters import key, phrase_key

STATEMENT_FIELDS = (
    *QUOTATION_FIELDS,
    *fields("appearances:int documents:int variants:int last_date last_date_jalali"),
)
VARIANT_FIELDS = (*fields("statement:int appearance:int similarity:float"), *QUOTATION_FIELDS)
SHINGLE = 5  # letters
SHORT = 25  # letters; as few say too little to be told apart from what others say
SIMILARITY = 0.5
COPULAS = frozenset({"است", "هست"})


@dataclass(frozen=True, slots=True)
class Appearance:
    """A quotation in its document: its row, its letters alone, its speaker."""

    row: Row
    words: tuple[str, ...]  # their keys
    letters: str
    speaker: Speaker | None

    @property
    def is_short(self) -> bool:
        """Whether it has too few letters to be compared but for all of them."""
        return len(self.letters) < SHORT


@dataclass(slots=True)
class Statement:
    """Appearances of one statement, the first first, each with its similarity to that."""

    appearances: list[Appearance]
    similarities: list[float] = field(default_factory=lambda: [1.0])

    def takes(self, other: Appearance) -> bool:
        """Whether neither a speaker nor a word of it so far rules the other out."""
        return all(
            can_be_one(one.speaker, other.speaker) and not denies(one.words, other.words)
            for one in self.appearances
        )


def statements(found: Iterable[tuple[Quotation, Row]], *, similarity: float = SIMILARITY) -> list[Statement]:
    """Quotations and their rows by statement; both from the earliest on, undated ones last.

    A quotation goes to the statement whose first appearance it is most like, of those it is like at
    all (``similarity``, from 0 to 1) and whose speakers it can be by; else it begins one.
    """
    appearances = (_appearance(*pair) for pair in found)
    ordered = sorted(appearances, key=lambda one: (one.row["date"] is None, one.row["date"] or ""))
    begun: dict[int, Statement] = {}
    alike = _alike(ordered, similarity)
    for at, one in enumerate(ordered):
        likeness, first = max(
            (
                (value, -other)
                for other, value in alike.get(at, [])
                if other in begun and begun[other].takes(one)
            ),
            default=(0.0, 0),
        )
        if likeness:
            begun[-first].appearances.append(one)
            begun[-first].similarities.append(likeness)
        else:
            begun[at] = Statement([one])
    return list(begun.values())


def statement_rows(found: Iterable[Statement]) -> Iterator[Row]:
    """One row a statement: its first appearance, and how often and until when it was quoted.

    ``variants`` counts its wordings, apart from spelling and marks.
    """
    for one in found:
        rows = [appearance.row for appearance in one.appearances]
        last = max(rows, key=lambda row: str(row["date"] or ""))
        yield {
            **rows[0],
            "appearances": len(rows),
            "documents": len({row["document"] for row in rows}),
            "variants": len({appearance.letters for appearance in one.appearances}),
            "last_date": last["date"],
            "last_date_jalali": last["date_jalali"],
        }


def variant_rows(found: Iterable[Statement]) -> Iterator[Row]:
    """One row an appearance of a statement that was quoted more than once, beside the others of it."""
    repeated = (one for one in found if len(one.appearances) > 1)
    for number, one in enumerate(repeated, 1):
        pairs = zip(one.appearances, one.similarities, strict=True)
        for place, (appearance, similarity) in enumerate(pairs, 1):
            told = {"statement": number, "appearance": place, "similarity": round(similarity, 4)}
            yield {**told, **appearance.row}


def _appearance(quotation: Quotation, row: Row) -> Appearance:
    words = tuple("".join(filter(str.isalnum, key(word))) for word in quotation.text.split())
    return Appearance(row, words, "".join(words), quotation.speaker)


def can_be_one(one: Speaker | None, other: Speaker | None) -> bool:
    """Whether the two may be the same: by id, form, surname or office, or for want of a name."""
    if one is None or other is None:
        return True
    if one.known and other.known:
        return one.id == other.id
    if _forms(one) & _forms(other):
        return True
    if _is_office(one) or _is_office(other):
        return not (one.role and other.role) or _overlap(phrase_key(one.role), phrase_key(other.role))
    return key(one.name.split()[-1]) == key(other.name.split()[-1])


def denies(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether a verb of the one stands in the other with «ن» before it, or «نیست» for «است»."""
    apart = set(one) ^ set(other)
    return any(f"ن{word}" in apart or (word in COPULAS and "نیست" in apart) for word in apart)


def _forms(speaker: Speaker) -> set[str]:
    return {phrase_key(form) for form in (speaker.name, *speaker.forms)}


def _is_office(speaker: Speaker) -> bool:
    """Whether the speaker is known by an office alone."""
    return speaker.role is not None and phrase_key(speaker.role) == phrase_key(speaker.name)


def _overlap(one: str, other: str) -> bool:
    return one in other or other in one


def _alike(found: Sequence[Appearance], similarity: float) -> dict[int, list[tuple[int, float]]]:
    """To each appearance the earlier ones that it is like, and how much."""
    from SetSimilaritySearch import all_pairs

    alike: dict[int, list[tuple[int, float]]] = {}
    sets = [_shingles(one) for one in found]
    pairs = all_pairs(sets, similarity_func_name="jaccard", similarity_threshold=similarity) if sets else ()
    for later, earlier, value in pairs:
        alike.setdefault(int(later), []).append((int(earlier), float(value)))
    return alike


def _shingles(one: Appearance) -> set[str]:
    """Five letters in a row; of a short text with a known speaker all of it, of another nothing."""
    letters = one.letters
    if one.is_short:
        return {letters} if one.speaker and letters else set()
    return {letters[at : at + SHINGLE] for at in range(len(letters) - SHINGLE + 1)}
