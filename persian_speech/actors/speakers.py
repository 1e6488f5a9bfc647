"""The finished speakers of a document: what its cast is named and numbered, known people among them."""

from collections.abc import Sequence

from persian_speech.actors.identity import identify, is_low_rank
from persian_speech.actors.knowledge import known
from persian_speech.actors.members import Member
from persian_speech.actors.people import Person, written_key
from persian_speech.actors.setting import Setting
from persian_speech.document import Speaker
from persian_speech.text.letters import key, persian


def speakers(members: Sequence[Member], setting: Setting) -> dict[int, Speaker]:
    """The finished speakers by the ``id()`` of their member; members who are one known person share one."""
    people = {id(member): _person(member, setting) for member in members}
    first: dict[str, Member] = {}
    for member in members:
        person = people[id(member)]
        if person is not None and first.setdefault(person.id, member) is not member:
            _join(first[person.id], member)
    cast: dict[int, Speaker] = {}
    for number, member in enumerate(members, 1):
        person = people[id(member)]
        same = cast.get(id(first[person.id])) if person else None
        cast[id(member)] = same or _speaker(f"S{number}", member, person)
    return cast


def _person(member: Member, setting: Setting) -> Person | None:
    alone = member.kind in {"body", "group"} or _is_one_of_several(member)
    person = None if alone else identify(member.names, member.titles, setting)
    return None if person and _is_of_low_rank(member, person) else person


def _is_one_of_several(member: Member) -> bool:
    """«یک سخنگوی کاخ سفید»: not the one who is meant without «یک»."""
    return not member.names and any(key(form.split()[0]) == "یک" for form in member.forms)


def _is_of_low_rank(member: Member, person: Person) -> bool:
    """«سرهنگ حسین سلامی»: a namesake of the general, unless his office is told."""
    ranked = any(is_low_rank(key(form.split()[0])) for form in member.forms)
    return ranked and not member.titles and known().is_of_home(person)


def _join(member: Member, other: Member) -> None:
    """``other`` is the same known person: its forms and title are ``member``'s too."""
    member.forms += [form for form in other.forms if form not in member.forms]
    member.first_title = member.first_title or other.first_title
    if len(other.best_name.split()) > len(member.best_name.split()):
        member.best_name = other.best_name


def _speaker(number: str, member: Member, person: Person | None) -> Speaker:
    """A known person's id and name are the same in all documents; a full name is left as the text has it.

    Names and roles are shown in Persian letters, so that «كاوه» and «کاوه» are one; forms stay as they stand.
    """
    name = persian(member.best_name or member.forms[0])
    role = persian(member.first_title) if member.first_title else None
    if person is None:
        return Speaker(number, name, role, tuple(member.forms))
    told = person.bears(written_key(member.best_name)) if member.best_name else ""
    shown = name if told == "full" and written_key(name) != written_key(person.name) else person.name
    return Speaker(person.id, shown, role, tuple(member.forms), known=True)
