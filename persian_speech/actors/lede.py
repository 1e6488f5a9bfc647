"""Whom a lede that gave only a title will turn out to mean: the name or the other title that follows it.

«سخنگوی … گفت: …» and, a paragraph later, «کیوان خسروی گفت». Rules of casting, each the first that may answer.
"""

from typing import TYPE_CHECKING

from persian_speech.actors.alike import much_alike, of_other_side
from persian_speech.actors.knowledge import known
from persian_speech.actors.members import (
    Member,
    Reference,
    asks,
    held_alone,
    in_another_office,
    of_another_land,
)
from persian_speech.actors.offices import FORMER
from persian_speech.actors.retitling import of_parliament, of_town
from persian_speech.actors.several import is_many
from persian_speech.actors.vocabulary import bodies, first_names, foreign_words, is_given, kin, titles
from persian_speech.text.letters import key

if TYPE_CHECKING:
    from persian_speech.actors.cast import Cast

LEDE = 3  # paragraphs at a document's beginning in which a bare title may wait for its name
NAMED = 2  # words of «روزنامه پگاه»
LAND = 4  # letters that «آمریکا» and «آمریکایی» share
LONGEST_ITEM = 6  # paragraphs of an item with its points
WAIT = 3  # paragraphs that it may wait
_UNNAMED = frozenset({"مقام", "منبع", "مسئول", "مسوول", "دیپلمات", "سیاستمدار", "کارشناس", "تحلیلگر"})
_OFFICIALS = frozenset({"مقام", "منبع", "مسئول", "مسوول"})
_SECRET = frozenset({"منبع", "منابع", "شاهد", "دیپلمات"})
_THEM = frozenset({"انها", "انان", "اینها", "ایشان"})
_OF_PARLIAMENT = frozenset({("نماینده", "مجلس"), ("عضو", "مجلس"), ("نماینده", "مجلس", "شورای", "اسلامی")})
_ANONYMOUS = frozenset({"اگاه", "مطلع"})


def name_after_lede(cast: "Cast", mention: Reference) -> Member | None:
    """the name that follows a lede with only a title"""
    named = mention.name and mention.parts.kind == "name" and not _is_someone(mention)
    if not named or mention.title or mention.another:
        return None
    member = cast.subject or cast.teller
    if member is None or not _waits_for_name(member):
        return None
    item = _goes_on_below(cast, member, mention)
    waited = mention.paragraph - member.since
    # «معاون دونالد ترامپ گفت: …» and then «ترامپ گفت»
    inside = any(mention.name[-1] in title and not _of_kin(mention.name, title) for title in member.titles)
    other = any(_is_not(cast, mention.name, title) for title in member.titles)
    # «وزیر نیرو گفت …» and then «غلامحسین»: nobody calls a minister by a given name, nor «از مدیران».
    familiar = (len(mention.name) == 1 and is_given(mention.name[0])) or "از" in mention.words
    other = other or (familiar and any(map(held_alone, member.titles)))
    seated = all(map(of_parliament, member.titles)) and _of_house(mention.name)
    other = other or (in_another_office(mention.name, member.titles, cast.date) and not seated)
    if (cast.digest and not item) or inside or other or of_another_land(mention.name, member.titles):
        return None
    # «یک منبع آگاه گفت»: who will not be named, or whom the name's own office makes another.
    unnamed = member.kind == "description" and any(title[0] in _UNNAMED for title in member.titles)
    someone = (unnamed or cast.narrated) and known().bearers(mention.name)
    # «یک مقام گفت که …» and then «سفیر در بندر است»: of whom the narrator tells will be somebody else.
    # «پدر سارا گفت» and then «سارا دانا رفت»
    unnamed = unnamed or any(title[0] in kin() for title in member.titles)
    if someone or (unnamed and cast.narrated) or is_many(member) or any(map(_secret, member.titles)):
        return None
    if member.since < LEDE:
        # An article without paragraphs: «… گفت: … است. بهرام آریا افزود: …».
        soon = (waited > 0 or _goes_on(cast, member, mention)) and (
            waited <= WAIT or mention.paragraph - member.latest <= 1
        )
        return member if soon and member.kind in {"title", "description"} else None
    return member if item or (waited <= 1 and _may_be_named(member, mention)) else None


def _waits_for_name(member: Member) -> bool:
    """Who has spoken under a title alone and was not referred back to."""
    return bool(member.titles) and not (member.names or member.referred or asks(member))


def _goes_on_below(cast: "Cast", member: Member, mention: Reference) -> bool:
    """«مدیر موزه: … ⏎ - … ⏎ سارا دانا در پایان گفت»: a full name that goes on below an item's points."""
    whole = len(mention.name) > 1 and is_given(mention.name[0]) and not known().bearers(mention.name)
    last = member is cast.last and member.direct and member.kind == "title"
    return whole and last and mention.goes_on and mention.paragraph - member.since <= LONGEST_ITEM


def _of_house(name: tuple[str, ...]) -> bool:
    """Whether who is known by the name has held offices of parliament alone: its members have several."""
    terms = [term for person, _ in known().bearers(name) for term in known().held(person)]
    return bool(terms) and all("مجلس" in term.office for term in terms)


def _is_someone(mention: Reference) -> bool:
    """«پیرمردی گفت»: what somebody is, with its ی, and no name."""
    word = mention.words[0]
    if not word.endswith("ی") or len(mention.words) > 1:
        return False
    kind = titles().at((word.removesuffix("ی"),), 0)
    return kind is not None and kind[1] == "description"


def _of_a_land(member: Member, mention: Reference) -> bool:
    """«یک مقام آمریکایی گفت» and then «بهرام رایان، فرماندار قشم، گفت»: of a land that his office lacks."""
    unnamed = (title for title in member.titles if title[0] in _OFFICIALS)
    lands = {word[:LAND] for title in unnamed for word in title if word in foreign_words()}
    return bool(lands) and lands.isdisjoint(word[:LAND] for word in mention.title)


def _of_kin(name: tuple[str, ...], title: tuple[str, ...]) -> bool:
    """«برادر شهید بهشتی گفت: …» and then «حسن بهشتی گفت»: a family has one surname."""
    return len(name) > 1 and title[0] in kin() and set(name[:-1]).isdisjoint(title)


def _goes_on(cast: "Cast", member: Member, mention: Reference) -> bool:
    """«… افزود», or who spoke last and a full name that is nobody's who is known."""
    if len(mention.name) == 1:
        return False
    last = member is cast.last and member.kind == "title" and not cast.narrated
    return mention.goes_on or (last and is_given(mention.name[0]) and not known().bearers(mention.name))


def _is_not(cast: "Cast", name: tuple[str, ...], title: tuple[str, ...]) -> bool:
    """«وزیر خارجه عمان گفت …» and then the narrator of «پیمان کوهی»: he never held the office."""
    return known().denies(name, title, cast.date) or (cast.narrated and known().never(name, title))


def _secret(title: tuple[str, ...]) -> bool:
    """«یک منبع آگاه»; not «رئیس اداره منابع آب»."""
    return title[0] in _SECRET or not _ANONYMOUS.isdisjoint(title)


def _may_be_named(member: Member, mention: Reference) -> bool:
    """«مدیر شرکت آب نیز گفت: …» and then «بهرام آریا گفت: …», «آریا افزود: …»: nobody of another office."""
    named = any(word in first_names() for title in member.titles for word in title)
    whole = len(mention.name) > 1 or mention.goes_on
    office = member.kind == "title" or any(map(of_parliament, member.titles))
    bare = office and not member.headlined and not named and whole
    # «استاندار خراسان هم گفت: …» and then somebody who is known «افزود»
    known_well = known().bearers(mention.name) and not (mention.adds and len(mention.name) > 1)
    # «به گفته مدیر شرکت آب، …» and then «بهرام آریا گفت»: in full
    return bare and (member.direct or len(mention.name) > 1) and not known_well


def surname_of_only_title(cast: "Cast", mention: Reference) -> Member | None:
    """a bare surname, where only one titled person without a name has spoken"""
    bare = mention.parts.kind == "name" and len(mention.words) == 1 and len(mention.name) == 1
    known_well = any(bearing in {"full", "alone"} for _, bearing in known().bearers(mention.name))
    if not bare or mention.another or cast.digest or known_well:
        return None
    voices = (m.real() for m in cast.voices)
    persons = {id(m): m for m in voices if m.kind not in {"body", "group"}}
    lone = next(iter(persons.values()), None)
    if len(persons) != 1 or lone is None or lone.names or is_many(lone) or asks(lone):
        return None
    if not lone.titles and titles().at(tuple(map(key, lone.forms[0].split())), 1) != (2, "description"):
        return None  # «این کارگردان گفت» of a film by «بهرام رایان», and then «رایان افزود»
    if lone.titles and not any(titles().at(title, 0) for title in lone.titles):
        return None  # «یک پایگاه خبری نوشت» is no person
    if any(mention.name[0] in title for title in lone.titles):
        return None  # «پسر بهرام رایان گفت»: and then «رایان» is his father
    alone = lone is (cast.main and cast.main.real()) and lone.kind in {"title", "description"}
    return lone if alone and not any(map(held_alone, lone.titles)) else None


def lede_in_other_words(cast: "Cast", mention: Reference) -> Member | None:
    """the name and office that follow a lede with much the same title"""
    member = cast.subject or cast.teller
    if not mention.name or not mention.title or mention.another or cast.digest or member is None:
        return None
    if of_other_side(member.titles, mention.title) or _of_a_land(member, mention):
        return None  # «یکی از شاکیان گفت» and then «قاضی دانا»
    soon = member.since < LEDE and 0 < mention.paragraph - member.since <= WAIT
    if (
        member.names
        or member.referred
        or not soon
        or asks(member)
        or member.kind not in {"title", "description"}
    ):
        return None
    words = tuple(map(key, member.forms[0].split()))
    # «یک فیلم‌ساز گفت»: whose name comes next; not «یکی از آنها که نخواست نامش منتشر شود، گفت»
    someone = words[0] in {"یک", "یکی"} and words[-1] not in _THEM
    # «یک روزنامه»; nobody says «یک عضو مجلس» of the president
    someone = someone and bodies().at(member.titles[0], 0) is None and known().office(mention.title) is None
    kind = member.kind == "description"
    offices = _offices(mention.title)
    alike = someone or any(
        much_alike(title, office, heads=not kind) or _once(title) == office or _one_seat(title, office)
        for title in member.titles
        for office in offices
    )
    return member if alike else None


def body_after_lede(cast: "Cast", mention: Reference) -> Member | None:
    """the body that follows a lede with only what it is: «یک روزنامه عربی» and then «روزنامه پگاه»"""
    if mention.parts.kind != "body" or len(mention.words) < NAMED or len(cast.voices) != 1:
        return None
    member = cast.voices[0].real()
    soon = member.since < LEDE and 0 < mention.paragraph - member.since <= WAIT
    some = tuple(map(key, member.forms[0].split()))[:NAMED] == ("یک", mention.words[0])
    return member if soon and some and len(member.forms) == 1 else None


def _once(title: tuple[str, ...]) -> tuple[str, ...]:
    """«وزیر دفاع پیشین عمان گفت» and then «سامان کهن وزیر دفاع عمان از ۲۰۱۵ تا ۲۰۱۷»"""
    return tuple(word for word in title if word not in FORMER)


def _one_seat(title: tuple[str, ...], office: tuple[str, ...]) -> bool:
    """«نماینده مجلس گفت» and then «بهرام رایان عضو کمیسیون آب مجلس», «بهرام رایان نماینده مهران»"""
    seat = of_town(office) or office[:2] == ("نماینده", "مردم")
    if of_parliament(title) and seat and title[0] != "نماینده":
        return True
    return title in _OF_PARLIAMENT and (of_parliament(office) or of_town(office))


def _offices(title: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """«نماینده مردم نوش‌رود و عضو کمیسیون آب»: the whole, and each office of it."""
    joints = (i for i in range(1, len(title) - 1) if title[i] == "و" and titles().at(title, i + 1))
    at = next(joints, None)
    return (title,) if at is None else (title, title[:at], title[at + 1 :])


def merge_lede(cast: "Cast", found: Member, mention: Reference) -> None:
    """«نصیرزاده: …» then «فرمانده … گفت» then «حسین نصیرزاده»: headline, lede and name are one."""
    lede = lede_in_other_words(cast, mention) if mention.title else cast.subject or cast.teller
    if lede is None or lede is found or lede.names or not lede.titles or lede.since >= LEDE:
        return
    if (
        found.titles
        or not found.headlined
        or found.since >= lede.since
        or mention.another
        or lede.kind not in {"title", "description"}
    ):
        return
    cast.merge(lede, found)
