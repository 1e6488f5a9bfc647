"""The parts of a phrase that holds nothing but its speaker."""

from collections.abc import Sequence

from persian_speech.actors.name_ends import (
    MARKS,
)
from persian_speech.actors.phrases import Parts, after_honorifics, parts
from persian_speech.actors.plain import is_ranked
from persian_speech.actors.vocabulary import (
    bodies,
    given_names,
    honorifics,
    object_heads,
    predicate_openers,
    surnames,
    titles,
)
from persian_speech.text.letters import COMMA_KEYS

LONGEST_WRITTEN = 4  # words of a name before the comma of its title
_THREE = 3  # words of two given names and a surname


def whole_name(keys: Sequence[str]) -> Parts:
    """The parts of a phrase that holds nothing but its speaker: «مصطفی رجبی مشهدی - سخنگوی برق».

    One common word more after a given name and a surname belongs to that surname.
    """
    if (close := _closing(keys)) is not None:
        at = 1 + after_honorifics(keys[1:close], 0)
        return Parts("name", (1, at), (at, close), (close + 1, len(keys)))
    told = parts(keys)
    mark = next((i for i, word in enumerate(keys) if word in COMMA_KEYS), 0)
    if 1 < mark <= LONGEST_WRITTEN and titles().at(keys, mark + 1) and _all_names(keys[:mark]):
        return Parts("name", (0, 0), (0, mark), (mark + 1, len(keys)))  # «کلوپاترا دومبیا هنری، رئیس …»
    first, end = told.name
    lone = told.kind == "name" and end - first == 1 == len(keys) - end and told.honorific[1] > 0
    if (
        lone
        and keys[first] not in surnames()
        and keys[first] not in object_heads()
        and _may_end_surname(keys, end)
    ):
        return Parts("name", told.honorific, (first, len(keys)), (len(keys), len(keys)))
    given = end > first and all(word in given_names() for word in keys[first : end - 1])
    two = end - first == 2 or (end - first == _THREE and given)  # «محمد رضا یزدانی خرم»
    if told.kind != "name" or not two or end >= len(keys) or keys[first] not in given_names():
        return told
    last = end + 1
    whole = last == len(keys) or keys[last] in COMMA_KEYS or titles().at(keys, last) is not None
    if told.title[0] > end or not whole or not _may_end_surname(keys, end):
        return told
    title = last + (last < len(keys) and keys[last] in COMMA_KEYS)
    return Parts("name", told.honorific, (first, last), (title, len(keys)))


def _closing(keys: Sequence[str]) -> int | None:
    """«اس اند پی گلوبال» and «ماهر رایان» رئیس انجمن: where the marks around a name close."""
    shut = MARKS.get(keys[0])
    close = next((i for i in range(2, len(keys)) if keys[i] == shut), None)
    if close is None or bodies().at(keys, 1) is not None or titles().at(keys, 1) is not None:
        return None
    return close if close == len(keys) - 1 or titles().at(keys, close + 1) is not None else None


def _all_names(keys: Sequence[str]) -> bool:
    """Words before the comma of a title: letters, none of them a title, an address or «و»."""
    told = honorifics().at(keys, 0) is not None or any(titles().at(keys, i) for i in range(len(keys)))
    return all(word.isalpha() for word in keys) and "و" not in keys and not told and not bodies().at(keys, 0)


def _may_end_surname(keys: Sequence[str], i: int) -> bool:
    """«مشهدی», «هنری», «اصل»; not «قصد», «ابتدا», «نخستین», a title."""
    word = keys[i]
    known = (
        is_ranked(word)
        or word in object_heads()
        or word in predicate_openers()
        or titles().at(keys, i) is not None
    )
    return word[:1].isalpha() and word not in {"و", "از"} and not known and bodies().at(keys, i) is None
