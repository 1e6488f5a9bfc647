"""Names in full: who speaks under a surname alone is whom the text names in full where nobody speaks.

«… اثر آرمان دلاوری است. دلاوری گفت: …»: the speaker is «آرمان دلاوری», if no other «دلاوری» is named.
"""

from collections.abc import Sequence

from persian_speech.actors.cast import Cast
from persian_speech.actors.members import Member
from persian_speech.actors.people import ARTICLE, plain
from persian_speech.actors.relations import of_other_sex
from persian_speech.actors.vocabulary import (
    common_words,
    first_names,
    honorifics,
    is_given,
    surname_parts,
    surnames,
    titles,
)
from persian_speech.text.letters import key

SAYYED = "سید"
MAN = "اقای"
Range = tuple[int, int]
Words = tuple[str, ...]


def name_in_full(cast: Cast, texts: Sequence[str], keys: Sequence[str]) -> None:
    """Give the speakers who go by a surname alone the one full name of the text that ends in it."""
    waiting = [(surname, member) for member in cast.members if (surname := _surname(member))]
    if not waiting:
        return
    written = {form for name, _ in waiting for form in (name, f"{ARTICLE}{name}") if plain(form) == name}
    addressed = {surname for surname, member in waiting if " " in member.best_name}  # «آقای کری»
    places: dict[str, list[Range]] = {}
    for at in [at for at, word in enumerate(keys) if word in written]:
        first = _first(keys, at)
        if first == at and plain(keys[at]) in addressed and _is_of_abroad(keys, at - 1):
            first = at - 1
        if first < at:
            places.setdefault(plain(keys[at]), []).append((first, at + 1))
    bearers = _bearers(cast)
    for surname, member in waiting:
        fitting = _fitting(member, places.get(surname, ()), keys)
        named = {_core(keys, *place): place for place in sorted(fitting, key=_length)}
        if len(named) == 1 and bearers.get(next(iter(named)), {member}) <= {member}:
            (first, last), *_ = named.values()
            member.names.append(tuple(keys[first:last]))
            member.best_name, member.best_size = " ".join(texts[first:last]), last - first


def _fitting(member: Member, places: Sequence[Range], keys: Sequence[str]) -> Sequence[Range]:
    """«سارا رایان و بهرام رایان آمدند. آقای رایان گفت: …»: she is not «آقای رایان».

    A lone name that no table of women's names holds may be «خانم رایان»'s all the same.
    """
    address = {key(form.split()[0]) for form in member.forms if form}
    fitting = [place for place in places if not of_other_sex([keys[slice(*place)]], tuple(address))]
    return fitting or ([] if MAN in address else places)


def _surname(member: Member) -> str:
    """The one word that a person goes by, if it is no given name."""
    words = {tuple(map(plain, name)) for name in member.names}
    if member.kind in {"body", "group"} or member.same_as or len(words) != 1:
        return ""
    ((word, *more),) = words
    # «درخشنده», and «نوری، رایزن فرهنگی»: an officer goes by no given name
    given = word in first_names() and not member.titles
    return "" if more or given else word


def _first(keys: Sequence[str], at: int) -> int:
    """Where the full name that ends at a word begins; there, if it is none: «دلاوری تبار» is another."""
    if keys[at + 1 : at + 2] and (keys[at + 1] in surnames() or keys[at + 1] in surname_parts()):
        return at
    first = at
    while first and (_is_first_name(keys[first - 1]) or (first < at and is_given(keys[first - 1]))):
        first -= 1
    return first - (first < at and first > 0 and keys[first - 1] == SAYYED)


def _is_of_abroad(keys: Sequence[str], at: int) -> bool:
    """«بهرام رایان و جان کری دیدار کردند»: a word of no other use that opens a phrase."""
    word, before = keys[at], keys[at - 1] if at > 0 else "،"
    opens = before == "و" or not before[:1].isalpha()
    known_word = word in common_words() or honorifics().at((word,), 0) is not None
    return at >= 0 and opens and word.isalpha() and not known_word and titles().at((word,), 0) is None


def _is_first_name(word: str) -> bool:
    """«بهرام», «مهران»; not «پیام», «سردار»"""
    plain_word = word in common_words() or honorifics().at((word,), 0) is not None
    return word in first_names() or (is_given(word) and not plain_word)


def _core(keys: Sequence[str], first: int, last: int) -> Words:
    """The given name next to the surname, and that: «سید علی» and «علی» are one."""
    return keys[last - 2].removeprefix(SAYYED), plain(keys[last - 1])


def _length(place: Range) -> int:
    return place[1] - place[0]


def _bearers(cast: Cast) -> dict[Words, set[Member]]:
    """Who of the cast bears a name, by its last two words."""
    bearers: dict[Words, set[Member]] = {}
    for member in cast.members:
        for name in member.names if member.same_as is None else ():
            bearers.setdefault(tuple(map(plain, name[-2:])), set()).add(member)
    return bearers
