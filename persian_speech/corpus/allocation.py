"""What a long run frees goes back to the system, so that many documents need hardly more than some.

glibc takes large blocks from the system one by one, and gives them back when they are freed. But each that
is freed raises the size from which it does so, up to 32 MB (mallopt(3)); smaller ones lie among others, where
freed memory stays in pieces: an eighth of all, where tables of words are begun anew.
"""

import ctypes
from typing import Final

TRIM_THRESHOLD: Final = -1
MMAP_THRESHOLD: Final = -3
LARGE: Final = 1 << 19  # bytes; texts' own tables are smaller
SPARE: Final = 1 << 25  # bytes at the end that the next text may need again


def give_back() -> None:
    """From now on, for this process; where the system's allocator is another, nothing is done."""
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError, TypeError):
        return
    mallopt(MMAP_THRESHOLD, LARGE)
    mallopt(TRIM_THRESHOLD, SPARE)
