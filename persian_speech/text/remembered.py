"""What depends on a word, a pair or a stretch alone is found once for each distinct one."""

from collections.abc import Callable

MOST = 1 << 18  # distinct keys, 50 MB of pairs; past that all are forgotten. 20 MB of news have 230,000 pairs


class Remembered[Key, Value](dict[Key, Value]):
    """``find``'s answers by key: ``map(table.__getitem__, keys)`` outruns a cached function."""

    def __init__(self, find: Callable[[Key], Value]) -> None:
        super().__init__()
        self.find = find

    def __missing__(self, key: Key) -> Value:
        if len(self) >= MOST:
            self.clear()
        value = self[key] = self.find(key)
        return value
