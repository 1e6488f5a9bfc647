"""Batches: neighbouring documents that are worked on together, and known again by what is in them.

Where a batch ends depends on the names in it, so that a new document changes only the batch it falls in.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from zlib import crc32

from persian_speech.corpus.places import Failure
from persian_speech.corpus.planning import mark
from persian_speech.corpus.sources import Source

Batch = list[Source | Failure]
SHARE = 64  # one name in so many ends a batch
HEAVIEST = 1_000_000  # code points of a batch, but for the last document
LONGEST = 512  # documents


def batches(found: Iterable[Source | Failure]) -> Iterator[Batch]:
    """The documents and failures in order, in batches."""
    batch: Batch = []
    weight = 0
    for one in found:
        batch.append(one)
        weight += len(one.text) if isinstance(one, Source) else 0
        if weight >= HEAVIEST or len(batch) == LONGEST or _ends(one.document):
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def key_of(batch: Sequence[Source | Failure], made_by: str) -> str:
    """A name made of all that the results depend on."""
    told = [made_by, *(f"{one.document}\0{_mark(one)}" for one in batch)]
    return blake2b("\0".join(told).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _mark(one: Source | Failure) -> str:
    return mark(one) if isinstance(one, Source) else one.message


def _ends(name: str) -> bool:
    return crc32(name.encode("utf-8", "surrogatepass")) % SHARE == 0
