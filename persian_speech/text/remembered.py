"""What depends on a word, a pair or a stretch alone is found once for each distinct one."""

from collections.abc import Callable

# Distinct keys; past that all are forgotten, or those that were met longest ago. A thousand news items have
# 30,000 words and more pairs of words; twenty thousand are to need hardly more memory than these.
MOST = 1 << 15
FEWER = 1 << 14  # of what is found quickly, or stands behind another memory


class Remembered[Key, Value](dict[Key, Value]):
    """``find``'s answers by key: ``map(table.__getitem__, keys)`` outruns a cached function."""

    def __init__(self, find: Callable[[Key], Value], most: int = FEWER) -> None:
        super().__init__()
        self.find = find
        self.most = most

    def __missing__(self, key: Key) -> Value:
        if len(self) >= self.most:
            self.clear()
        value = self[key] = self.find(key)
        return value
