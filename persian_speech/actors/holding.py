"""Whom a mention means by the office that its name or title tells: a rule of casting."""

from datetime import date as Date  # noqa: N812 - a parameter is called «date»
from typing import TYPE_CHECKING

from persian_speech.actors.knowledge import known
from persian_speech.actors.members import Member, Reference, held_once
from persian_speech.actors.offices import FORMER

if TYPE_CHECKING:
    from persian_speech.actors.cast import Cast

_NEAR = 5  # paragraphs from a name to the title that means it
_MANY = 5  # people of whom a digest tells
_DEPUTIES = frozenset({"معاون", "معاونت", "قایممقام", "قایم", "جانشین", "مشاور", "دستیار"})


def by_office(cast: "Cast", mention: Reference) -> Member | None:
    """the holder of the office on the document's day"""
    holder = _named_holder(cast, mention) if not mention.name else None
    return (
        holder
        or _titled_bearer(cast, mention)
        # «رایان گفت … دادستان کل نیز گفت»: another, though some day Rayan held that office too
        or (_by_one_bearer(cast, mention) if cast.date is None and not mention.another else None)
    )


def _named_holder(cast: "Cast", mention: Reference) -> Member | None:
    """«دانا … وزیر نیرو»"""
    for member in cast.register.known_as(_keys_of_holders(mention, cast.date)):
        if any(known().holds(name, mention.title, cast.date) for name in member.names):
            return member
    return None


def _titled_bearer(cast: "Cast", mention: Reference) -> Member | None:
    """«وزیر نیرو … دانا»"""
    name = _bare_name(mention)
    for member in cast.register.in_office(_offices_of_bearers(name)) if name else ():
        held = (known().holds(name, title, cast.date) for title in member.titles)
        if not member.names and any(held):
            return member
    return None


def _keys_of_holders(mention: Reference, date: Date | None) -> set[str]:
    """The names of all who held the office of the mention's title."""
    office = known().office(mention.title) if mention.title else None
    people = known().holders(office.name, date) if office else []
    return {key for person in people for key in person.keys}


def _bare_name(mention: Reference) -> tuple[str, ...]:
    """The name; one word that may be a surname too: «روحانی»."""
    return mention.name or (mention.title if len(mention.words) == 1 else ())


def _offices_of_bearers(name: tuple[str, ...]) -> set[str]:
    """The offices of all who bear the name."""
    return {term.office for person, _ in known().bearers(name) for term in known().held(person)}


def _by_one_bearer(cast: "Cast", mention: Reference) -> Member | None:
    """Without a date: the only person here who bears the name of any of the office's holders."""
    if mention.name:
        bearer = Member("name", names=[mention.name])
        titled = cast.register.in_office(_offices_of_bearers(mention.name))
        lone = [m for m in titled if not m.names and any(held_once(bearer, t) for t in m.titles)]
        told = len(lone) == 1 and not mention.title and _is_near(cast, mention, lone[0], mention.name)
        return lone[0] if told else None
    named = cast.register.known_as(_keys_of_holders(mention, None))
    named = [m for m in named if m.kind not in {"body", "group"}]
    held = [m for m in named if held_once(m, mention.title)]
    near = [m for m in held if _is_near(cast, mention, m, *m.names) and _at_once(m, mention.title)]
    return near[0] if len(held) == 1 and near else None


def _is_near(cast: "Cast", mention: Reference, member: Member, *names: tuple[str, ...]) -> bool:
    """Whether name and title stand close enough for one person: of many, side by side.

    «دبیر شورا: … ⏎ امام جمعه: … ⏎ محسن رایان: …»: he was the secretary in other years.
    """
    apart, people = mention.paragraph - member.latest, (m.kind not in {"body", "group"} for m in cast.members)
    if sum(people) < _MANY:
        return apart <= _NEAR or bool(mention.name)
    in_full = any(bearing == "full" for name in names for _, bearing in known().bearers(name))
    return apart <= in_full


def _at_once(member: Member, title: tuple[str, ...]) -> bool:
    """«وزیر خارجه» and «سفیر در سازمان ملل» are two where nobody held both offices at a time."""
    asked = known().office(title)
    if asked is None or any(_is_beneath(one, title) for one in member.titles):
        return asked is None
    offices = [office for one in member.titles if (office := known().office(one))]
    return all(o.name == asked.name or known().together(o.name, asked.name) for o in offices)


def _is_beneath(one: tuple[str, ...], title: tuple[str, ...]) -> bool:
    """«معاون سیاسی وزارت امور خارجه», «رئیس دفتر رئیس جمهور», «وزیر نفت سابق»: not who holds the office."""
    asked, body = known().office(title), title[1:]
    tails = (known().office(one[i:]) for i in range(1, len(one)) if one[i - 1] != "و")
    if not FORMER.isdisjoint(one) or any(asked and tail and tail.name == asked.name for tail in tails):
        return True
    deputy = one[0] in _DEPUTIES and title[0] not in _DEPUTIES
    return deputy and any(one[i : i + len(body)] == body for i in range(1, len(one)))
