"""A colour for each speaker: two who speak in one release differ, as far as the colours reach."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

COLOURS = 12


def coloured[Key](
    ranked: Sequence[Key | None], together: Iterable[set[Key | None]]
) -> Mapping[Key | None, int]:
    """A colour's number for each key but None, first come first served in the order of rank.

    Each takes the first colour that is rarest among those it stands together with; the first twelve
    differ from one another in any case.
    """
    beside: dict[Key | None, set[Key | None]] = {key: set() for key in ranked}
    for group in together:
        for key in group:
            beside.setdefault(key, set()).update(group)
    chosen: dict[Key | None, int] = {}
    for place, key in enumerate(key for key in ranked if key is not None):
        taken = Counter(chosen[other] for other in beside[key] if other in chosen)
        chosen[key] = place if place < COLOURS else min(range(COLOURS), key=lambda colour: taken[colour])
    return chosen
