"""Arrays are written beside their place and renamed, so that a model is whole or not there."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


def save(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Writes a file of arrays, unpacked: a model hardly shrinks, and unpacking takes half of reading it."""
    written = path.with_suffix(".part")
    with written.open("wb") as file:
        np.savez(file, allow_pickle=False, **arrays)
    written.replace(path)
