"""Identity: which known person a member of a document's cast is, if that is sure.

The holder of the title on the document's day; else a name beside a title that its bearer held; else a
full name, or one that is enough by itself («ترامپ»). What could be two people is nobody known, and a
bare title in a text about another country is not Iran's.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date as Date  # noqa: N812 - a parameter is called «date»

from persian_speech.actors.alike import may_be_one
from persian_speech.actors.knowledge import Actors, known
from persian_speech.actors.offices import FORMER, Office
from persian_speech.actors.people import Bearing, Person, name_key, written_key
from persian_speech.actors.setting import LONGEST, Setting, Words
from persian_speech.actors.vocabulary import city_words, honorifics, is_given, local_heads, surnames
from persian_speech.actors.vocabulary import titles as offices
from persian_speech.text.letters import key

_CAPITAL = "تهران"
_PRESIDENT = "رئیس جمهور"
EARLY = 3  # years before the first office in which a surname may already mean its holder
_YOUNGER = frozenset({"جونیور", "پسر"})
_REGIONS = frozenset({"استان", "شهرستان", "ناحیه", "منطقه", "شهر", "بخش"})
_LOW_RANKS = frozenset({"سرهنگ", "سرگرد", "سروان", "ستوان"})
LIKENESS = 2  # letters that a given name shares with another spelling of it


def identify(names: Sequence[Words], titles: Sequence[Words], setting: Setting) -> Person | None:
    """The known person who bears these names and titles, all of them keys of words, on the document's day."""
    actors = known()
    answers = (rule(actors, names, titles, setting) for rule in RULES)
    return next((person for person in answers if person), None)


def is_low_rank(word: str) -> bool:
    """«سرهنگ», «سروان»: no officer of the table is called so in news."""
    return word in _LOW_RANKS


def by_office(
    actors: Actors, names: Sequence[Words], titles: Sequence[Words], setting: Setting
) -> Person | None:
    """the holder of the title on the document's day"""
    if setting.date is None:
        return None
    found: dict[str, Person] = {}
    for title in _each_office(titles) if names else titles:
        office = actors.office(title)
        if office is None or (office.bare and not names and not setting.means_home(title)):
            continue
        if _is_below(title, names, titles, setting.date):
            continue
        for person in actors.holders(office.name, setting.date):
            borne = any(person.bears(name_key(name)) for name in names) and not _is_another(
                person, names, alike=True
            )
            if borne or not names:
                found[person.id] = person
    return _only(found)


def by_name_and_title(
    actors: Actors, names: Sequence[Words], titles: Sequence[Words], setting: Setting
) -> Person | None:
    """a name beside a title that its bearer held"""
    whole = [title for title in titles if not _is_below(title, names, titles, setting.date)]
    offices = {office.name for title in whole if (office := _office(actors, title))}
    found = {
        person.id: person
        for name in names
        for person, bearing in actors.bearers(name)
        if not _is_another(person, names)
        and any(term.office in offices and _begun(term.since, setting) for term in actors.held(person))
        and (bearing == "full" or not _held_by_another(actors, person, titles, setting))
    }
    return _only(found)


def by_name(
    actors: Actors, names: Sequence[Words], titles: Sequence[Words], setting: Setting
) -> Person | None:
    """a full name, or one that is enough by itself"""
    found: dict[str, Person] = {}
    for name in names:
        for person, bearing in actors.bearers(name):
            enough = _is_enough(actors, person, bearing, titles, setting)
            if (
                enough
                and not _is_another(person, names)
                and not _has_heir(actors, person, name, setting.date)
            ):
                found[person.id] = person
    return _only(found)


def by_family(
    actors: Actors, names: Sequence[Words], titles: Sequence[Words], setting: Setting
) -> Person | None:
    """the only one of a family whose members held one office, who had held it by the document's day"""
    if setting.date is None or titles:
        return None
    found: dict[str, Person] = {}
    for name in names:
        family = _family(actors, name)
        for office in _shared(actors, family):
            terms = [term for term in actors.terms(office) if term.person in family]
            begun = {term.person.id for term in terms if term.since <= setting.date}
            if len(begun) == 1 and not _is_another(terms[0].person, names):
                found |= {term.person.id: term.person for term in terms if term.held(setting.date)}
    return _only(found)


def _family(actors: Actors, name: Words) -> list[Person]:
    """All who bear a surname that few others do: «خامنه‌ای»; «حسینی» may be anybody."""
    rare = "".join(name) in surnames()
    return [person for person, bearing in actors.bearers(name) if bearing == "family"] if rare else []


def _shared(actors: Actors, family: Sequence[Person]) -> frozenset[str]:
    """The offices that each of a family held; of «لاریجانی» one held this, another that."""
    held = [frozenset(term.office for term in actors.held(person)) for person in family]
    return frozenset.intersection(*held) if len(held) > 1 else frozenset()


Rule = Callable[[Actors, Sequence[Words], Sequence[Words], Setting], Person | None]
RULES: tuple[Rule, ...] = (by_office, by_name_and_title, by_name, by_family)


def _only(found: dict[str, Person]) -> Person | None:
    """The one person found; two are nobody."""
    return next(iter(found.values())) if len(found) == 1 else None


def _office(actors: Actors, title: Words) -> Office | None:
    """The office of a title, of one once held too: «رئیس جمهور سابق آمریکا»."""
    return actors.office(title) or actors.office(tuple(word for word in title if word not in FORMER))


def _each_office(titles: Sequence[Words]) -> Iterator[Words]:
    """«رئیس مجلس و رئیس هیئت مذاکره‌کننده»: the whole, and each office of it."""
    for title in titles:
        joints = [i for i in range(1, len(title) - 1) if title[i] == "و" and offices().at(title, i + 1)]
        yield title
        if joints:
            starts, ends = (0, *(at + 1 for at in joints)), (*joints, len(title))
            yield from (title[at:end] for at, end in zip(starts, ends, strict=True))


def _is_below(title: Words, names: Sequence[Words], titles: Sequence[Words], date: Date | None) -> bool:
    """«فرمانده سپاه گچساران … فرمانده سپاه»: a title of an office that elsewhere goes on to be of none.

    With a name beside it, only where it goes on in a town, and the name is a mere surname.
    """
    if any(len(name) != 1 for name in names):
        return False
    office = known().office(title)
    told = [rest for one in titles if office and one != title and (rest := _beyond(one, office.name))]
    if not names:
        return not all(_of_this_government(rest, date) for rest in told)
    return any(not city_words().isdisjoint(rest) or not _REGIONS.isdisjoint(rest) for rest in told)


def _beyond(title: Words, office: str) -> Words:
    """What follows the office in a title that is no office: «استان فارس»; nothing after «و»."""
    if known().office(title) is not None:
        return ()
    for cut in range(len(title) - 1, 0, -1):
        heads = {
            title[:cut],
            (*title[: cut - 1], title[cut - 1].removesuffix("ی")),
        }  # «رئیس صدا و سیمای مرکز فارس»
        if any(found.name == office for head in heads if (found := known().office(head))):
            return title[cut:] if title[cut] != "و" else ()
    return ()


def _of_this_government(rest: Words, date: Date | None) -> bool:
    """«وزیر خارجه دولت احمدی‌نژاد», when he is president; «وزیر نفت دولت اصلاحات» is one of long ago."""
    presidents = known().holders(_PRESIDENT, date) if date and rest[0] == "دولت" else ()
    ends = range(2, min(len(rest), LONGEST) + 1)
    return any(person.bears(name_key(rest[1:end])) for person in presidents for end in ends)


def _is_another(person: Person, names: Sequence[Words], *, alike: bool = False) -> bool:
    """«حسین کدخدایی … کدخدایی»: not Abbas-Ali, where another given name stands before.

    ``alike``: a given name that begins alike is the same one, spelt otherwise.
    """
    given = written_key(person.name.partition(" ")[0])[:LIKENESS]
    longer = (name for name in names if len(name) > 1 and not person.bears(name_key(name)))
    others = [name for name in longer if _is_anothers(name, person, given, alike=alike)]
    return bool(others) and all(person.bears(name_key(name)) != "full" for name in names)


def _is_anothers(name: Words, person: Person, given: str, *, alike: bool) -> bool:
    """«حسین کدخدایی»; «ماتیا زاکانی», «زینت‌السادات زاکانی», in no table; «ترامپ جونیور»."""
    if is_given(name[0]):
        return not (alike and name[0].startswith(given))
    surname = any(person.bears(name_key(name[at:])) for at in (1, -1))
    unknown = surname and honorifics().at(name, 0) is None
    return name[-1] in _YOUNGER or (unknown and not name[0].startswith(given) and known().is_of_home(person))


def _begun(since: Date, setting: Setting) -> bool:
    return setting.date is None or since <= setting.date


def _held_by_another(actors: Actors, person: Person, titles: Sequence[Words], setting: Setting) -> bool:
    """Whether one of the titles was another's on the document's day: «لاریجانی رئیس قوه قضائیه»."""
    if setting.date is None:
        return False
    offices = [office for title in titles if (office := actors.office(title))]
    holders = [one for office in offices for one in actors.holders(office.name, setting.date)]
    return bool(holders) and all(one.id != person.id for one in holders)


def _is_enough(
    actors: Actors, person: Person, bearing: Bearing, titles: Sequence[Words], setting: Setting
) -> bool:
    """Whether the name alone tells who is meant."""
    if bearing == "full":
        return not person.namesakes and not _is_local(actors, person, titles, setting)
    first = min((term.since for term in actors.held(person)), default=None)
    early = first is not None and setting.date is not None and setting.date.year < first.year - EARLY
    return (
        bearing == "alone"
        and not early
        and all(
            _held_abroad(actors, person, one, setting) or _is_near(actors, person, one, setting)
            for one in titles
        )
    )


def _has_heir(actors: Actors, person: Person, name: Words, date: Date | None) -> bool:
    """«هاشمی رفسنجانی» of days when another of the name had come into an office, and he had left his own."""
    if (
        date is None
        or person.bears(name_key(name)) == "full"
        or any(t.held(date) for t in actors.held(person))
    ):
        return False
    others = (one for one, _ in actors.bearers(name) if one.id != person.id)
    return any(term.since <= date for one in others for term in actors.held(one))


def _is_local(actors: Actors, person: Person, titles: Sequence[Words], setting: Setting) -> bool:
    """«حسین سلامی دادستان جیرفت»: a namesake, as the person held an office of the table on that day."""
    heads = local_heads()
    held = setting.date is not None and any(term.held(setting.date) for term in actors.held(person))
    # «خطیب نماز جمعه تهران» often holds another office.
    local = (title for title in titles if title[0] in heads and _CAPITAL not in title)
    return any(held or heads[title[0]] for title in local) and not any(map(_opens_office, titles))


def _opens_office(title: Words) -> bool:
    """«دادستان کل کشور», and where more was taken for the title: «دادستان کل کشور توجه ویژه»."""
    return any(known().office(title[:end]) for end in range(len(title), 0, -1))


def _is_near(actors: Actors, person: Person, title: Words, setting: Setting) -> bool:
    """«معاون وزیر امور خارجه»: part of a title that the person held, «معاون حقوقی وزیر امور خارجه»."""
    held = (term for term in actors.held(person) if setting.date is None or term.held(setting.date))
    return actors.office(title) is None and any(
        may_be_one(tuple(map(key, term.office.split())), title) for term in held
    )


def _held_abroad(actors: Actors, person: Person, title: Words, setting: Setting) -> bool:
    """«رئیس‌جمهور ترامپ»: a bare title that the person held in a country of his own."""
    office = actors.office(title)
    terms = actors.held(person) if office and office.bare else ()
    held = (term for term in terms if setting.date is None or term.held(setting.date))
    return office is not None and any(term.office.startswith(f"{office.name} ") for term in held)
