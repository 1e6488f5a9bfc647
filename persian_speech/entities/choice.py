"""Which names stand: the network's, mended by what the rules and the rest of the document know."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from operator import attrgetter
from typing import Final

from persian_speech.data import column
from persian_speech.document import EntityType
from persian_speech.entities.edges import (
    news_is_given,
    no_name_counts,
    objects_end_names,
    posts_are_no_names,
    ranks_are_no_names,
    rules_know_surnames,
    surnames_are_whole,
    women_are_no_places,
)
from persian_speech.entities.marks import marks_close
from persian_speech.entities.missed import (
    NAMES,
    names_come_back,
    rules_know_peoples,
    surnames_come_back,
    tables_are_sure,
    untaken,
    whole_names_come_back,
)
from persian_speech.entities.reading import Found, Reading
from persian_speech.entities.whole import known_people_are_whole, listed_names_are_whole
from persian_speech.entities.words import FIRST, HONORIFIC, sure_words
from persian_speech.entities.works import clubs_play, roles_are_no_names, works_are_no_names
from persian_speech.text.sentences import INITIALS

Step = Callable[[Reading, list[Found], Sequence[Found]], list[Found]]
LONGEST: Final = {"PER": 12}  # tokens of a name, a blessing among them
LONGEST_ELSE: Final = 40
START: Final = attrgetter("start")
_HEBREW: Final = frozenset(map(chr, range(0x5D0, 0x5EB)))
_INITIAL: Final = 2  # tokens of «جی.»
_DAYS: Final = frozenset("pdb")  # letters of entities.times
_COUNTS: Final = frozenset("Nx")  # numbers of three digits and more, «میلیون»
_PRAYERS: Final = frozenset({"نماز", "امام", "ائمه", "خطبه", "خطبههای"})
_TABLED: Final = frozenset({"ORG", "LOC", "NORP"})
_GREETING: Final = "سلام"
_DEAR, _SPOKEN_OBJECT = _CALLED = ("جان", "رو")


def no_name_is_endless(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """A list without a comma is no name."""
    return [name for name in names if name.end - name.start <= LONGEST.get(name.type, LONGEST_ELSE)]


def arabic_is_not_read(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«الحديث عن العودة إلى …»: words of an Arabic sentence are no Persian name."""
    return [name for name in names if _arabic().isdisjoint(reading.texts[name.start : name.end])]


def names_are_spelt(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """No name is a picture, a mark of time («00:06:00»), a Hebrew word or a handle («mb_ghalibaf»)."""
    return [name for name in names if name.type not in NAMES or _is_spelt(reading, name)]


def shares_are_grammar(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«پنج تا هشت درصد»: the grammar of shares errs less than the network, which has seen few."""
    shares = [found for found in ruled if found.type == "PCT"]
    if not shares and not any(name.type == "PCT" for name in names):
        return names
    return [*shares, *untaken((name for name in names if name.type != "PCT"), shares)]


def no_name_ends_in_a_day(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«کمیسیون آب | جمعه», «شرکت پگاه | دیشب»: the day when it was; not «ستاد نماز جمعه»."""
    days = _DAYS.__contains__
    late = {
        name for name in names if days(reading.words[name.end - 1].time) and _ends_before_day(reading, name)
    }
    return [name._replace(end=name.end - 1) if name in late else name for name in names] if late else names


def a_number_counts_things(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«۷۰۰ همتی», «چهار میلیون قالیباف»: what is counted is no person."""
    counted = {name for name in names if name.type == "PER" and name.end == name.start + 1 and name.start}
    things = {name for name in counted if reading.words[name.start - 1].time in _COUNTS}
    return [name for name in names if name not in things] if things else names


def initials_stand_inside(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«دونالد جی. ترامپ»: one person on both sides of an initial and its stop."""
    whole: list[Found] = []
    for name in names:
        before = whole[-1] if whole else None
        if before and name.type == before.type == "PER" and _is_initial(reading, before, name):
            whole[-1] = before._replace(end=name.end)
        else:
            whole.append(name)
    return whole if len(whole) < len(names) else names


def address_is_no_name(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«سلام وحید», «وحید جان», «مجتبی رو دیدم»: how somebody is spoken to, and «را» as it is spoken."""
    keys = reading.keys
    called = [name for name in names if keys[name.start] == _GREETING or keys[name.end - 1] in _CALLED]
    bare = {name: _without_address(reading, name) for name in called if name.type == "PER"}
    return [bare.get(name, name) for name in names] if bare else names


def listed_names_keep_their_type(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«بندر عباس», «هاآرتص», «فرمانده افغانی»: what the tables know as one place, body or people alone."""
    kinds = {name: _only_kind(reading, name) for name in names if name.type in {"PER", "LOC"}}
    told = {name: name._replace(type=kind) for name, kind in kinds.items() if kind in _TABLED}
    return [told.get(name, name) for name in names] if told else names


def words_are_words(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«چین دامن», «انسان صادقی»: words that are names elsewhere; «روزنامه نگاری | دانشگاه …»."""
    phrases = sure_words()
    words = set[int]()
    for at in reading.falses:
        found = phrases.longest(reading.keys, at, len(reading.keys))
        words.update(range(at, found[0]) if found else ())
    if not words:
        return names
    named = [name for name in names if not words.issuperset(range(name.start, name.end))]
    return [_without(words, name) if {name.start, name.end - 1} & words else name for name in named]


def _without(words: set[int], name: Found) -> Found:
    """The name without the words that it begins or ends with."""
    own = [at for at in range(name.start, name.end) if at not in words]
    return name._replace(start=own[0], end=own[-1] + 1)


# In order; each is given what those before it have left.
STEPS: tuple[Step, ...] = (
    no_name_is_endless,
    arabic_is_not_read,
    names_are_spelt,
    shares_are_grammar,
    marks_close,
    no_name_ends_in_a_day,
    a_number_counts_things,
    initials_stand_inside,
    rules_know_surnames,
    address_is_no_name,
    listed_names_keep_their_type,
    listed_names_are_whole,
    known_people_are_whole,
    surnames_come_back,
    whole_names_come_back,
    names_come_back,
    tables_are_sure,
    rules_know_peoples,
    words_are_words,
    works_are_no_names,
    roles_are_no_names,
    clubs_play,
    posts_are_no_names,
    ranks_are_no_names,
    no_name_counts,
    news_is_given,
    objects_end_names,
    surnames_are_whole,
    women_are_no_places,
)


def chosen(
    reading: Reading, firsts: Iterable[int], learned: Sequence[Found], ruled: Sequence[Found]
) -> list[Found]:
    """The names that stand, in order; none overlaps another nor crosses a sentence's first token."""
    names = list(learned)
    for step in STEPS:
        before, names = names, step(reading, names, ruled)
        if names is not before:
            names.sort(key=START)
    begin = set(firsts)
    names = [name for name in names if begin.isdisjoint(range(name.start + 1, name.end))]
    same = {found[:3]: found for found in ruled}
    return [same.get(name[:3]) or name._replace(entity=_listed(reading, name)) for name in names]


@cache
def _arabic() -> frozenset[str]:
    return frozenset(column("arabic_words", "word"))


def _ends_before_day(reading: Reading, name: Found) -> bool:
    """A body or person of some words, the last of them a day."""
    long = name.end > name.start + 1 and name.type in {"ORG", "PER"}
    return long and reading.keys[name.end - 2] not in _PRAYERS


def _is_spelt(reading: Reading, name: Found) -> bool:
    text = "".join(reading.texts[name.start : name.end])
    handle = name.type == "PER" and name.end == name.start + 1 and text.isascii() and text.islower()
    return not handle and any(letter.isalpha() and letter not in _HEBREW for letter in text)


def _is_initial(reading: Reading, before: Found, name: Found) -> bool:
    """Whether «جی.» or «ج.» is all that stands between two names, or at the end of the first of them."""
    between = reading.texts[before.end : name.start]
    letter = between[0] if len(between) == _INITIAL else reading.texts[before.end - 1]
    return between[-1:] == ["."] and len(between) <= _INITIAL and (len(letter) == 1 or letter in INITIALS)


def _without_address(reading: Reading, name: Found) -> Found:
    """The name, greeting and endearment left out."""
    (start, end), keys, words = name[:2], reading.keys, reading.words
    start += end - start > 1 and keys[start] == _GREETING and bool(words[start + 1].kinds & FIRST)
    whole = reading.texts[end : end + 1] == ["»"]  # «التون جان»
    dear = keys[end - 1] == _DEAR and bool(words[end - 2].kinds & FIRST) and not whole
    end -= end - start > 1 and (dear or keys[end - 1] == _SPOKEN_OBJECT)
    return name._replace(start=start, end=end)


def _only_kind(reading: Reading, name: Found) -> EntityType | None:
    """The type of a name that the tables list as one thing, in no need of a cue."""
    listed = reading.name_at(name.start, name.end)
    entries = listed[1] if listed and listed[0] == name.end else ()
    if len(entries) != 1 or entries[0].ambiguous:
        return None
    addressed = name.start > 0 and reading.words[name.start - 1].kinds & HONORIFIC  # «آقای افغانی»
    return None if addressed and entries[0].type == "NORP" else entries[0].type


def _listed(reading: Reading, found: Found) -> str | None:
    """The name that the tables count a mention under, where they list just these words."""
    listed = reading.name_at(found.start, found.end)
    if not listed or listed[0] != found.end:
        return None
    return next((name.entity for name in listed[1] if name.type == found.type), None)
