"""Whom a mention means in a document's cast: rules in order, the first that answers wins.

A pronoun is the last who spoke, a description («این مقام») too; a name is known by its surname, a title
by its words. A name that follows a lede which gave only a title is that title's holder: «سخنگوی … گفت:
…» and, a paragraph later, «کیوان خسروی گفت». What fits nobody is a new member.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from persian_speech.actors.alike import (
    foreign,
    same_body,
    same_name,
    same_title,
    sent_by,
)
from persian_speech.actors.holding import by_office
from persian_speech.actors.knowledge import known
from persian_speech.actors.lede import (
    body_after_lede,
    lede_in_other_words,
    merge_lede,
    name_after_lede,
    surname_of_only_title,
)
from persian_speech.actors.members import Member, Reference
from persian_speech.actors.phrases import DEMONSTRATIVES, INDEFINITES
from persian_speech.actors.pointing import both_sides, counterpart, demonstrative
from persian_speech.actors.relations import of_other_sex
from persian_speech.actors.retitling import (
    NEAR,
    adds_under_title,
    by_aide,
    by_bench,
    by_government,
    by_half_surname,
    by_head,
    by_only_voice,
    by_other_name,
    by_pulpit,
    by_seat,
    by_this_body,
    of_parliament,
    sole_speaker,
    title_after_headline,
    title_of_bare_name,
)
from persian_speech.actors.vocabulary import bodies, is_given, surnames
from persian_speech.text.letters import key

if TYPE_CHECKING:
    from persian_speech.actors.cast import Cast

LONGEST_SURNAME = 2  # words
FULL = 2  # words: a given name and a surname
_OF_MANY = frozenset({"عضو", "نماینده", "کارشناس", "پژوهشگر"})  # what several who speak may be
_TRADES = frozenset({"کارشناس", "تحلیلگر", "دیپلمات", "پژوهشگر", "سیاستمدار", "محقق"})
_SECONDS = frozenset({"دوم", "سوم", "دیگر", "دیگری"})
ITS_PLACE = frozenset({"استان", "شهرستان", "شهر", "کشور"})  # «فرمانده انتظامی استان»


def is_person(member: Member) -> bool:
    """«کاوه رایان»، «یکی از کارکنان»، «شهردار»: who writes no report under its own name."""
    named = any(is_given(word) for name in member.names for word in name[:1])
    return member.kind in {"title", "description", "group"} or named


def by_form(cast: "Cast", mention: Reference) -> Member | None:
    """the same words as before"""
    return next((m for m in cast.recent if mention.text in m.forms), None)


def by_name(cast: "Cast", mention: Reference) -> Member | None:
    """a name met before"""
    # «مالکی» may be read as a plain word: one word may be a surname.
    name = mention.name or (mention.title if len(mention.words) == 1 else ())
    if not name:
        return None
    address = mention.words[slice(*mention.parts.honorific)]
    alike = cast.register.named(name)
    if address:
        alike = [m for m in alike if not of_other_sex(m.names, address, m.forms)]
        alike = [m for m in alike if not _longer_surname(m, name, address)]
    found = (_last_of_surname(alike, name) if len(name) == 1 else None) or next(
        (m for m in alike if name in m.names), None
    )
    if found is None:
        # «مریم آریا گفت … بهرام آریا گفت … آریا افزود»: of two with one surname who was met last.
        fitting = (
            m
            for m in reversed(alike)
            if not _of_the_family(m, name)
            for known in m.names
            if (same_body if m.kind == "body" and not _a_person(m, mention) else same_name)(known, name)
        )
        found = max(fitting, key=lambda m: m.met, default=None)
        if found is not None and _a_person(found, mention):
            found.kind = "name"
    if found is not None and len(name) == 1 and _in_government(found) and of_parliament(mention.title):
        return None  # «دانا، عضو فراکسیون امید مجلس» after «سخنگوی وزارت نیرو، کاوه دانا»
    if found is not None and found.kind != "body" and mention.parts.kind != "body":
        merge_lede(cast, found, mention)
    return found


def _in_government(member: Member) -> bool:
    """Whether an office of the member's leaves no seat in parliament: «سخنگوی وزارت خارجه»."""
    return any(known().office(title) and "مجلس" not in title for title in member.titles) and not any(
        map(of_parliament, member.titles)
    )


def _last_of_surname(alike: Sequence[Member], name: tuple[str, ...]) -> Member | None:
    """«آریا»: of those who bear just this surname, and of whom one was called so before, who was met last."""
    bearers = [m for m in alike if m.kind != "body" and any(known[-1:] == name for known in m.names)]
    again = [m for m in bearers if name in m.names]
    if len(again) == 1 and set(again[0].names) == {name}:
        return again[0]  # «آیت‌الله رایان», where «آیت‌الله دانا رایان» is another
    return max(reversed(bearers), key=lambda m: m.met) if again else None


def _longer_surname(member: Member, name: tuple[str, ...], address: tuple[str, ...]) -> bool:
    """«آیت‌الله رایان خطیب جمعه …» and «آیت‌الله دانا رایان»: a surname of two words is no given name's."""
    if len(name) != LONGEST_SURNAME or name[0] not in surnames() or set(member.names) != {name[1:]}:
        return False
    called = any(tuple(map(key, form.split()))[: len(address)] == address for form in member.forms)
    return called and bool(member.titles) and not known().bearers(name)


def _of_the_family(member: Member, name: tuple[str, ...]) -> bool:
    """«محمد آریا» is not «مریم آریا», though she is called «آریا»; «محمدرضا» and «رضا» may be one."""
    if len(name) != FULL or not is_given(name[0]):
        return False
    full = [known for known in member.names if len(known) == FULL and known[1] == name[1]]
    return bool(full) and all(is_given(known[0]) and not _akin(known[0], name[0]) for known in full)


def _akin(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one) or one.endswith(other) or other.endswith(one)


def _a_person(member: Member, mention: Reference) -> bool:
    """What was read as a body is a person, as the mention tells."""
    return _only_headlined(member, mention) or _by_surname(member, mention)


def _by_surname(member: Member, mention: Reference) -> bool:
    """«رفیق الصالحی گفت … الصالحی افزود»: of two words that tell no body the second, alone."""
    if member.kind != "body" or len(mention.name) != 1 or mention.title or mention.parts.kind != "name":
        return False
    pair = len(member.names) == 1 and len(member.names[0]) == LONGEST_SURNAME
    return pair and member.names[0][1:] == mention.name and not _tells_body(member.names[0])


def _tells_body(name: tuple[str, ...]) -> bool:
    """«بانک سامان», «ایران خودرو»; «ریاض» may be a given name."""
    headed = bodies().at(name, 0)
    return (headed is not None and not is_given(name[0])) or bodies().at(name, 1) is not None


def _only_headlined(member: Member, mention: Reference) -> bool:
    """«زواره‌ای: …» and then «رضا زواره‌ای»: an unknown word before a headline's colon was a surname."""
    lone = member.kind == "body" and member.headlined and len(member.names) == 1
    lone = lone and len(member.names[0]) <= LONGEST_SURNAME
    named = mention.parts.kind == "name" and len(mention.name) > 1
    return lone and named and bodies().at(member.names[0], 0) is None


def by_title(cast: "Cast", mention: Reference) -> Member | None:
    """a title met before"""
    if not mention.title:
        return None
    titled = reversed(cast.register.titled(mention.title))
    other = mention.name or mention.words[0] in INDEFINITES
    candidates = [member for member in titled if not (other and member.names)]
    if (last := _one_of_many(cast, mention)) in candidates:
        return last
    exact = next((member for member in candidates if mention.title in member.titles), None)
    if not _SECONDS.isdisjoint(mention.words):
        return exact  # «یک مقام دوم آمریکایی» is not «یک مقام آمریکایی»
    return exact or next(
        (
            member
            for member in candidates
            for title in member.titles
            if same_title(title, mention.title)
            and (
                _only_head(cast, member, mention)
                or _same_country(title, mention.title, spoke_last=member is cast.last and not mention.another)
            )
        ),
        None,
    )


def _one_of_many(cast: "Cast", mention: Reference) -> Member | None:
    """«عضو شورای شهر»: who spoke last, «عضو هیئت رئیسه شورای شهر», not whom the report called so first."""
    last = cast.main.real() if cast.main else None
    if last is None or mention.title[0] not in _OF_MANY or mention.another:
        return None
    alike = (title for title in last.titles if title[0] == mention.title[0])
    return last if any(set(mention.title) <= set(title) for title in alike) else None


def adds_by_trade(cast: "Cast", mention: Reference) -> Member | None:
    """«کارشناس روس افزود»: who spoke last, no matter who was called so before"""
    told = mention.adds and not mention.name and not mention.another and 0 < len(mention.title) <= FULL
    last = cast.main and cast.main.real()
    if not told or last is None or last.kind != "name" or last is not (cast.last and cast.last.real()):
        return None
    lands = frozenset().union(*map(foreign, last.titles))
    other = foreign(mention.title) and lands and foreign(mention.title).isdisjoint(lands)
    near = mention.title[0] in _TRADES and mention.paragraph - last.met <= NEAR
    return last if near and not other and mention.words[0] not in INDEFINITES else None


def _only_head(cast: "Cast", member: Member, mention: Reference) -> bool:
    """«عضو شورای حزب‌الله: …» and «عضو شورای حزب‌الله لبنان …» below the headline; nobody is named yet."""
    alone = len(cast.members) == 1 and len(member.titles) == 1 and not member.names
    return alone and (member.headlined or bool(mention.name)) and not foreign(member.titles[0])


def _same_country(title: Sequence[str], mentioned: Sequence[str], *, spoke_last: bool) -> bool:
    """«رئیس جمهور فرانسه … رئیس جمهور افزود»: who has just spoken may be named in short."""
    told, named = foreign(sent_by(title)), foreign(sent_by(mentioned))
    return told == named or (spoke_last and not named)


def new_member(cast: "Cast", mention: Reference) -> Member | None:
    """met here for the first time"""
    return None


def surname_of_two_words(cast: "Cast", mention: Reference) -> Member | None:
    """«دست‌افشان خیابانی»: all that follows the given name of somebody met before"""
    length = len(mention.words)
    if length < 2:
        return None
    alike = reversed(cast.register.named_with(mention.words[-1]))
    tails = ((m, known) for m in alike for known in m.names if m.kind != "body")
    return next((m for m, known in tails if len(known) > length and known[-length:] == mention.words), None)


def by_its_desk(cast: "Cast", mention: Reference) -> Member | None:
    """«روابط عمومی این وزارتخانه»: the ministry that was told of last"""
    if mention.words[:2] != ("روابط", "عمومی") or not DEMONSTRATIVES.intersection(mention.words[2:3]):
        return None
    noun = "".join(mention.words[3:4]).removesuffix("خانه")
    told = (m for m in reversed(cast.recent) if m.kind == "body" and m.names)
    return next((m for m in told if noun and m.names[0][0].startswith(noun)), None)


def by_its_place(cast: "Cast", mention: Reference) -> Member | None:
    """«فرمانده انتظامی استان»: the one who was met with the name of the place"""
    head = mention.title[:-1]
    if mention.name or mention.another or not head or mention.title[-1] not in ITS_PLACE:
        return None
    near = cast.register.headed(head[:1])
    alike = [m for m in near if any(len(t) > len(head) and t[: len(head)] == head for t in m.titles)]
    return alike[0] if len(alike) == 1 and alike[0].kind != "group" else None


RULES: tuple[Callable[["Cast", Reference], Member | None], ...] = (
    demonstrative,
    counterpart,
    both_sides,
    surname_of_two_words,
    by_name,
    adds_by_trade,
    by_title,
    by_office,
    by_head,
    by_bench,
    by_this_body,
    by_its_desk,
    by_its_place,
    name_after_lede,
    lede_in_other_words,
    body_after_lede,
    surname_of_only_title,
    title_after_headline,
    by_government,
    by_seat,
    by_aide,
    by_pulpit,
    by_half_surname,
    by_other_name,
    by_only_voice,
    sole_speaker,
    title_of_bare_name,
    adds_under_title,
)
