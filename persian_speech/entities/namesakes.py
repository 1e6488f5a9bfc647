"""Namesakes: where the words around a known person's name tell that it is not that person who is meant."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from persian_speech.actors.identity import is_low_rank
from persian_speech.actors.knowledge import known
from persian_speech.actors.people import Person, name_key, written_key
from persian_speech.actors.vocabulary import kin
from persian_speech.document import Mention
from persian_speech.entities.gazetteer import gazetteer

if TYPE_CHECKING:
    from persian_speech.entities.links import Scene

BETWEEN = frozenset('،,(«»"“”') | {"", "-", "–"}  # «ظریف، وزیر امور خارجه»
LATE = frozenset({"شهید", "شهادت", "فقید", "مرحوم"})
_SHIPS = frozenset({"ناو", "ناوشکن", "هواپیمابر", "زیردریایی"})
_YOUNGER = "جونیور"
LONGEST_NAME = 4  # words
_SURE = frozenset({"full", "alone"})


def is_namesake(scene: "Scene", mention: Mention, person: Person) -> bool:
    """Whether any rule tells that a mention of a person's name means another, or a thing."""
    return any(rule(scene, mention, person) for rule in RULES)


def own_name(scene: "Scene", mention: Mention) -> str:
    """What a namesake is counted under, with the word that tells him: «ماهر اسد», «ترامپ جونیور»."""
    (first, last), texts = scene.range_of(mention), scene.tokens.texts
    if scene.keys[last : last + 1] == (_YOUNGER,):
        return f"{mention.text} {texts[last]}"
    related = last - first == 1 and scene.keys[max(first - 1, 0) : last] in scene.relatives
    return f"{texts[first - 1]} {mention.text}" if related else mention.text


def ship(scene: "Scene", mention: Mention, _: Person) -> bool:
    """«ناو هواپیمابر «جورج بوش»», «ناوشکن شهید سلیمانی»"""
    at = scene.after_address(scene.range_of(mention)[0])
    at -= at > 0 and (scene.keys[at - 1] in LATE or scene.tokens.texts[at - 1] in BETWEEN)
    return at > 0 and scene.keys[at - 1] in _SHIPS


def late(scene: "Scene", mention: Mention, person: Person) -> bool:
    """«قائد شهید آیت‌الله خامنه‌ای», «شهادت خامنه‌ای»: none of that name who holds an office that day."""
    date = scene.document.date
    if date is None or person.bears(written_key(mention.text)) in _SURE:
        return False
    at = scene.after_address(scene.range_of(mention)[0])
    told = at > 0 and scene.keys[at - 1] in LATE
    return told and any(term.held(date) for term in known().held(person))


def place(scene: "Scene", mention: Mention, person: Person) -> bool:
    """«بیمارستان شهید بقایی»: what is named after somebody of that surname."""
    if person.bears(written_key(mention.text)) == "full":
        return False
    at = scene.after_address(scene.range_of(mention)[0])
    if at < 2 or scene.keys[at - 1] != "شهید":
        return False
    head, tables = scene.keys[at - 2], gazetteer()
    return tables.place_heads.get(head) is not None or tables.heads.get(head) is not None


def younger(scene: "Scene", mention: Mention, _: Person) -> bool:
    """«ترامپ جونیور»"""
    last = scene.range_of(mention)[1]
    return _YOUNGER in scene.keys[last - 1 : last + 1]


def low_ranked(scene: "Scene", mention: Mention, person: Person) -> bool:
    """«سرهنگ حسین سلامی»: the general's namesake."""
    first = scene.range_of(mention)[0]
    address = scene.keys[scene.after_address(first) : first]
    return any(map(is_low_rank, address)) and known().is_of_home(person)


def relative(scene: "Scene", mention: Mention, person: Person) -> bool:
    """«ماهر اسد، برادر بشار اسد … ماهر اسد»: whom the text tells by a relative of the same surname."""
    first, last = scene.range_of(mention)
    surname = last - first == 1 and person.bears(scene.keys[first]) != "full"
    return surname and scene.keys[max(first - 1, 0) : last] in scene.relatives


def relatives(scene: "Scene") -> frozenset[tuple[str, ...]]:
    """The given names and surnames of those who are told to be somebody's brother, daughter …"""
    told = (at for at in range(2, len(scene.keys)) if scene.keys[at] in kin())
    pairs = ((_end(scene, at), at + 1) for at in told)
    return frozenset(
        scene.keys[end - 2 : end]
        for end, start in pairs
        if end > 1 and _shares_surname(scene, end - 1, start)
    )


def _end(scene: "Scene", at: int) -> int:
    """Where what stands before «، برادر» ends."""
    return at - (scene.tokens.texts[at - 1] in BETWEEN)


def _shares_surname(scene: "Scene", surname: int, start: int) -> bool:
    """Whether a known person's full name begins at ``start``, and this surname is its."""
    for end in range(start + 2, start + LONGEST_NAME + 1):
        for person, bearing in known().bearers(scene.keys[start:end]):
            if bearing == "full" and person.bears(name_key(scene.keys[surname : surname + 1])):
                return True
    return False


Rule = Callable[["Scene", Mention, Person], bool]
RULES: tuple[Rule, ...] = (ship, late, place, younger, low_ranked, relative)
