"""Steps of a walk over tokens: rules in order, each asked only at the words where it may answer.

Most words are plain, and most rules look at a few words or marks: which rules a word concerns is found
once for each distinct one.
"""

from collections.abc import Callable, Collection

from persian_speech.text.letters import key
from persian_speech.text.phrases import Phrases
from persian_speech.text.remembered import Remembered

May = Callable[[str], bool]
"""Whether a rule may answer at a token of this text."""


class Steps[Step]:
    """Rules, each with what tells where it may answer; ``at`` a token's text those that are asked there."""

    def __init__(self, *steps: tuple[Step, May]) -> None:
        self.steps = steps
        self._asked = Remembered(self._found)

    def at(self, text: str) -> tuple[Step, ...]:
        """The rules that may answer at a token of this text, in order."""
        return self._asked[text]

    def _found(self, text: str) -> tuple[Step, ...]:
        return tuple(step for step, may in self.steps if may(text))


def anywhere(text: str) -> bool:
    """For a rule that looks at other tokens too."""
    return True


def at_marks(*texts: str) -> May:
    """At these marks."""
    return frozenset(texts).__contains__


def at_words(table: Callable[[], Collection[str]]) -> May:
    """At the words of a table."""
    return lambda text: key(text) in table()


def at_phrases[Value](table: Callable[[], Phrases[Value]]) -> May:
    """Where a phrase of a table may begin."""
    return lambda text: table().opens(key(text))
