"""Which names stand: the network's, mended by what the rules and the rest of the document know."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache
from operator import attrgetter
from typing import Final

from persian_speech.data import column
from persian_speech.document import EntityType
from persian_speech.entities.organisations import MINISTERS
from persian_speech.entities.reading import Found, Reading
from persian_speech.entities.whole import known_people_are_whole, listed_names_are_whole
from persian_speech.entities.words import COMMON, FIRST, HONORIFIC, sure_words
from persian_speech.text.sentences import INITIALS

Spelt = tuple[EntityType, tuple[str, ...]]
Step = Callable[[Reading, list[Found], Sequence[Found]], list[Found]]
LONGEST: Final = {"PER": 12}  # tokens of a name, a blessing among them
LONGEST_ELSE: Final = 40
START: Final = attrgetter("start")
_OPENING: Final = {"»": "«", ")": "("}
_HEBREW: Final = frozenset(map(chr, range(0x5D0, 0x5EB)))
_INITIAL: Final = 2  # tokens of «جی.»
_DAYS: Final = frozenset("pdb")  # letters of entities.times
_COUNTS: Final = frozenset("Nx")  # numbers of three digits and more, «میلیون»
_PRAYERS: Final = frozenset({"نماز", "امام", "ائمه", "خطبه", "خطبههای"})
_GREETING: Final = "سلام"
_DEAR, _SPOKEN_OBJECT = _CALLED = ("جان", "رو")
_NAMES: Final = frozenset({"PER", "ORG", "LOC"})


def no_name_is_endless(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """A list without a comma is no name."""
    return [name for name in names if name.end - name.start <= LONGEST.get(name.type, LONGEST_ELSE)]


def arabic_is_not_read(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«الحديث عن العودة إلى …»: words of an Arabic sentence are no Persian name."""
    return [name for name in names if _arabic().isdisjoint(reading.texts[name.start : name.end])]


def names_are_spelt(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """No name is a picture, a mark of time («00:06:00»), a Hebrew word or a handle («mb_ghalibaf»)."""
    return [name for name in names if name.type not in _NAMES or _is_spelt(reading, name)]


def shares_are_grammar(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«پنج تا هشت درصد»: the grammar of shares errs less than the network, which has seen few."""
    shares = [found for found in ruled if found.type == "PCT"]
    if not shares and not any(name.type == "PCT" for name in names):
        return names
    return [*shares, *_free((name for name in names if name.type != "PCT"), shares)]


def marks_close(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«روزنامه «بامداد نو»»: a mark that opens inside a name closes inside it."""
    last = len(reading.texts)
    if not any(name.end < last and reading.texts[name.end] in _OPENING for name in names):
        return names
    return [_closed(reading, name) for name in names]


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
    """«بندر عباس», «هاآرتص»: what the tables know as one place or one body alone."""
    kinds = {name: _only_kind(reading, name) for name in names if name.type in {"PER", "LOC"}}
    told = {name: name._replace(type=kind) for name, kind in kinds.items() if kind in {"ORG", "LOC"}}
    return [told.get(name, name) for name in names] if told else names


def surnames_come_back(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """The surname of a person named in full is that person's where a rule found it too."""
    surnames = {
        reading.keys[name.end - 1] for name in names if name.type == "PER" and name.end > name.start + 1
    }
    again = (found for found in ruled if found.type == "PER" and reading.keys[found.end - 1] in surnames)
    return _more(names, again)


def whole_names_come_back(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«خانواده کاوه | رایان» where «کاوه رایان» is named in full: a part of a name is all of it."""
    people = [name for name in names if name.type == "PER"]
    full: dict[str, set[tuple[str, ...]]] = {}
    for name in people:
        if name.end > name.start + 1 and not reading.words[name.start].kinds & (COMMON | HONORIFIC):
            full.setdefault(reading.keys[name.end - 1], set()).add(tuple(reading.keys[name.start : name.end]))
    grown: dict[Found, Found] = {}
    for name in people if full else ():
        for spelt in full.get(reading.keys[name.start], ()) if name.end == name.start + 1 else ():
            start = max(name.end - len(spelt), 0)
            if spelt == tuple(reading.keys[start : name.end]):
                grown[name] = name._replace(start=start)
    if not grown:
        return names
    taken = {at for name in names for at in range(name.start, name.end)}
    free = {name: whole for name, whole in grown.items() if taken.isdisjoint(range(whole.start, name.start))}
    return [free.get(name, name) for name in names]


def names_come_back(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """Words that are a name in half their places in the document are that name in all."""
    named = Counter(
        _spelt(reading, name) for name in names if name.type in _NAMES and not _is_portfolio(reading, name)
    )
    taken = {at for name in names for at in range(name.start, name.end)}
    missed = list(_free(_places(reading, named, taken), names))
    if not missed:
        return names
    counts = Counter(_spelt(reading, place) for place in missed)
    often = [place for place in missed if counts[(spelt := _spelt(reading, place))] <= named[spelt]]
    return [*names, *often]


def tables_are_sure(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """A place or body of the tables, and «امروز» or «دیروز», where the network sees nothing."""
    days = (
        found for found in ruled if found.end == found.start + 1 and reading.words[found.start].time == "p"
    )
    listed = (found for found in ruled if found.type in {"LOC", "ORG"} and found.entity)
    return _more(names, (*days, *listed))


def rules_know_peoples(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«عراقی‌ها»: the corpora that the network was trained on mark no peoples."""
    return _more(names, (found for found in ruled if found.type == "NORP"))


def words_are_words(reading: Reading, names: list[Found], ruled: Sequence[Found]) -> list[Found]:
    """«چین دامن», «انسان صادقی»: words that are names elsewhere."""
    phrases = sure_words()
    words = set[int]()
    for at in reading.falses:
        found = phrases.longest(reading.keys, at, len(reading.keys))
        words.update(range(at, found[0]) if found else ())
    if not words:
        return names
    return [name for name in names if not words.issuperset(range(name.start, name.end))]


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


def _free(candidates: Iterable[Found], names: Iterable[Found]) -> Iterator[Found]:
    """The candidates that overlap neither names nor an earlier candidate."""
    candidates = list(candidates)
    if not candidates:
        return
    taken = {at for name in names for at in range(name.start, name.end)}
    for found in candidates:
        if taken.isdisjoint(range(found.start, found.end)):
            taken.update(range(found.start, found.end))
            yield found


def _more(names: list[Found], candidates: Iterable[Found]) -> list[Found]:
    """The names and the candidates that are free."""
    free = list(_free(candidates, names))
    return [*names, *free] if free else names


def _closed(reading: Reading, name: Found) -> Found:
    """The name with the closing mark right after it, where its opening mark is in the name."""
    if name.end >= len(reading.texts):
        return name
    after = reading.texts[name.end]
    mark = _OPENING.get(after)
    if mark is None:
        return name
    texts = reading.texts[name.start : name.end]
    return name._replace(end=name.end + 1) if texts.count(mark) > texts.count(after) else name


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
    dear = keys[end - 1] == _DEAR and bool(words[end - 2].kinds & FIRST)
    end -= end - start > 1 and (dear or keys[end - 1] == _SPOKEN_OBJECT)
    return name._replace(start=start, end=end)


def _only_kind(reading: Reading, name: Found) -> EntityType | None:
    """The type of a name that the tables list as one thing, in no need of a cue."""
    listed = reading.name_at(name.start, name.end)
    entries = listed[1] if listed and listed[0] == name.end else ()
    return entries[0].type if len(entries) == 1 and not entries[0].ambiguous else None


def _is_portfolio(reading: Reading, name: Found) -> bool:
    """«وزیر صنعت»: one word, which elsewhere is a trade."""
    return name.end == name.start + 1 and name.start > 0 and reading.keys[name.start - 1] in MINISTERS


def _spelt(reading: Reading, name: Found) -> Spelt:
    return name.type, tuple(reading.keys[name.start : name.end])


def _places(reading: Reading, named: Iterable[Spelt], taken: Collection[int]) -> Iterator[Found]:
    """Where the words of names stand in the document and no name begins within, the longer name first."""
    kinds: dict[tuple[str, ...], list[EntityType]] = {}
    sizes: dict[str, set[int]] = {}
    for kind, words in named:
        kinds.setdefault(words, []).append(kind)
        sizes.setdefault(words[0], set()).add(len(words))
    longest_first = {first: sorted(found, reverse=True) for first, found in sizes.items()}
    for at in [at for at, first in enumerate(reading.keys) if first in longest_first and at not in taken]:
        for size in longest_first[reading.keys[at]]:
            words = tuple(reading.keys[at : at + size])  # fewer at the end of the text, and another name
            for kind in kinds.get(words, ()) if len(words) == size else ():
                yield Found(at, at + size, kind)


def _listed(reading: Reading, found: Found) -> str | None:
    """The name that the tables count a mention under, where they list just these words."""
    listed = reading.name_at(found.start, found.end)
    if not listed or listed[0] != found.end:
        return None
    return next((name.entity for name in listed[1] if name.type == found.type), None)
