"""What a document tells of the offices in it: its day, and whether its bare titles are Iran's."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date as Date  # noqa: N812 - a field is called «date»
from functools import cache, cached_property

from persian_speech.actors.knowledge import known
from persian_speech.actors.offices import HOME
from persian_speech.actors.vocabulary import foreign_words
from persian_speech.data import forms, rows
from persian_speech.text.letters import phrase_key

Words = tuple[str, ...]
_STATE = frozenset(
    {"ارتش", "پارلمان", "کابینه", "انتخابات", "رییسجمهور", "جمهور", "نخستوزیر", "وزیر", "خارجه", "دفاع"}
)
LONGEST = 8  # words of a title with its country
SAME_AGAIN = 2  # mentions of one foreign country, and none of Iran, that make a text foreign


@dataclass(frozen=True)
class Setting:
    """What a document tells of the offices in it: its day, and the keys of its words."""

    date: Date | None
    keys: Sequence[str]
    _home: dict[Words, bool] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def is_foreign(self) -> bool:
        """Whether the text is about one other country and never names Iran."""
        foreign = [key for key in self.keys if key in foreign_words()]
        return len(foreign) >= SAME_AGAIN and not any(key in _iranian() for key in self.keys)

    def means_home(self, title: Words) -> bool:
        """Whether a bare title is Iran's: no such office of another country is told first."""
        if title not in self._home:
            self._home[title] = self._means_home(title)
        return self._home[title]

    def _means_home(self, title: Words) -> bool:
        actors, bare = known(), known().office(title)
        if self.is_foreign or bare is None or self._opens_abroad(title):
            return False
        for at, word in enumerate(self.keys):
            if not word.startswith(title[0][:4]):
                continue
            stretches = (self.keys[at:end] for end in range(min(at + LONGEST, len(self.keys)), at, -1))
            first = next((office for words in stretches if (office := actors.office(words))), None)
            if first is not None and first.name.startswith(bare.name):
                return first.country == HOME
        return True

    def _opens_abroad(self, title: Words) -> bool:
        """«ارتش افغانستان … وزیر دفاع»: another country's state is told before the title, and Iran is not."""
        size, keys = len(title), self.keys
        at = next((i for i in range(len(keys) - size + 1) if tuple(keys[i : i + size]) == title), 0)
        heads = _STATE | {title[-1]}  # «دولت افغانستان … سخنگوی دولت»
        told = any(keys[i] in heads and keys[i + 1] in foreign_words() for i in range(at - 1))
        return told and not any(key in _iranian() for key in keys[:at])


@cache
def _iranian() -> frozenset[str]:
    """Keys of one word that name Iran."""
    home = next(row for row in rows("countries") if row["country"] == HOME)
    return frozenset(map(phrase_key, forms(home, "country", "aliases", "people"))) | {"تهران", "کشورمان"}
