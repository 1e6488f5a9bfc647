"""Whom «این مقام», «این متهم» and «همتای ایرانی او» point at in a document's cast."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from persian_speech.actors.alike import foreign, of_other_side, side
from persian_speech.actors.knowledge import known
from persian_speech.actors.members import Member, Reference
from persian_speech.actors.phrases import DEMONSTRATIVES
from persian_speech.actors.plain import is_plural
from persian_speech.actors.several import is_many
from persian_speech.actors.vocabulary import bodies, is_given, lands, object_heads, titles
from persian_speech.text.letters import key

if TYPE_CHECKING:
    from persian_speech.actors.cast import Cast

SHORTEST_TRADE = 5  # letters
NEAR = 2  # paragraphs
THESE = 2  # words of «این مقام‌ها»
STEM = 4  # letters that «مقام» and «مقامات» share
_BOTH = frozenset(
    {("دو", "طرف"), ("طرفین",), ("دو", "وزیر"), ("وزیران",), ("دو", "رییسجمهور"), ("دو", "مقام")}
)
_OPEN = ("ا", "و")
_REPORTERS = frozenset({"خبرنگار", "گزارشگر", "مجری"})
_RULERS = ("رئیس جمهور", "رهبر انقلاب", "نخست وزیر")
_SOURCES = frozenset({"منابع", "افراد"})
_PLURALS = ("ها", "ات", "منابع", "ان", "افراد")


def demonstrative(cast: "Cast", mention: Reference) -> Member | None:
    """«این مقام»، «این روزنامه»: the last who spoke"""
    if mention.parts.kind != "description" or mention.words[0] not in DEMONSTRATIVES:
        return None
    noun = mention.words[1] if len(mention.words) > 1 else ""
    if noun.endswith(_PLURALS) and (several := _these(cast, mention)) is not None:
        return several
    headed = f"{noun}ی" if noun.endswith(_OPEN) else noun  # «شورای شهر» is «این شورا»
    bodies_met = (m for m in reversed(cast.recent) if m.kind == "body")
    body = next((m for m in bodies_met if noun in m.names[0] or m.names[0][0] == headed), None)
    person = _person(cast, mention)
    # «این کشور»، «این افراد» are neither the person nor the body that spoke last.
    head = titles().at(mention.words, 1)
    # «این سیاه‌باز قدیمی گفت»: a word that is neither in the table nor a plural nor a body.
    at_once = len(cast.voices) == 1 or (cast.last is not None and cast.last.real().met == mention.paragraph)
    unknown = head is None and _a_trade(noun) and not bodies().at(mention.words, 1) and at_once
    told = unknown or (head is not None and head[1] != "group")
    told = told and not (person is not None and is_many(person))  # «این منبع» is none of «مقام‌های آمریکایی»
    last = cast.last
    if body is None and last is not None and last.kind == "body" and bodies().at(mention.words, 1):
        body = None if last.names and is_plural(last.names[0][0]) else last  # «این شرکت», «شرکت‌های چینی»
    return body or (person if told and person is not None and person.kind != "body" else None)


def both_sides(cast: "Cast", mention: Reference) -> Member | None:
    """«دو طرف», «دو وزیر»: the two of two countries who have spoken together"""
    words = mention.words[mention.words[0] == "هر" :]
    if words not in _BOTH or mention.parts.kind not in {"group", "title", "description", "body"}:
        return None
    return next((m for m in map(Member.real, reversed(cast.voices)) if _of_two_lands(m)), None)


def _of_two_lands(member: Member) -> bool:
    """«وزیران نیروی ایران و عمان»"""
    *others, one, joint, other = ("", "", *map(key, member.forms[0].split()))
    return joint == "و" and len(others) > 2 and {one, other} <= lands().keys() and others[2].endswith("ان")


def _these(cast: "Cast", mention: Reference) -> Member | None:
    """«این مقام‌ها», «این منابع»: the many who have just been called so, or who spoke last."""
    if len(mention.words) > THESE and mention.words[1] not in _SOURCES:
        return None
    stem, last = mention.words[1][:STEM], cast.last.real() if cast.last is not None else None
    voices = map(Member.real, reversed(cast.voices))
    many = (m for m in voices if is_many(m) and mention.paragraph - m.met <= NEAR)
    alike = (m for m in many if any(key(word).startswith(stem) for word in m.forms[0].split()))
    told = last is not None and is_many(last) and mention.words[1] in _SOURCES
    return next(alike, last if told else None)


def _person(cast: "Cast", mention: Reference) -> Member | None:
    """Who was last called so, or has spoken last, if that may be he."""
    person = _of_that_title(cast, mention) or cast.pronoun("sg", looks_back=mention.looks_back)[0]
    if person is None or person.kind == "body" or _is_above(person, mention):
        return _nameless_again(cast, mention)
    if of_other_side(person.titles, mention.words):
        return _of_that_side(cast, mention)
    if _is_abroad(person, mention):
        voices = (m.real() for m in reversed(cast.voices))
        return next((m for m in voices if _lands(m.titles) & _lands([mention.words])), None)
    return person


def _is_above(member: Member, mention: Reference) -> bool:
    """«ترامپ»: nobody calls a president «این مقام», nor a minister «این خبرنگار»."""
    noun = mention.words[1] if len(mention.words) > 1 else ""
    people = (person for name in member.names for person, _ in known().bearers(name))
    terms = [term for person in people for term in known().held(person)]
    if noun in _REPORTERS:
        return bool(terms) or any(known().office(title) for title in member.titles)
    return noun in {"مقام", "منبع"} and any(term.office.startswith(_RULERS) for term in terms)


def _of_that_title(cast: "Cast", mention: Reference) -> Member | None:
    """«این کارگردان»: not the producer who spoke last, where another was told to be a director."""
    head, last = mention.words[1:2], cast.pronoun("sg")[0]
    if head and cast.subject is not None and (nameless := _nameless_again(cast, mention)):
        return nameless
    if head and last is not None and not last.names and (other := _other_nameless(cast, last, mention)):
        return other
    if not head or last is None or not last.titles or any(title[:1] == head for title in last.titles):
        return None
    named = (m.real() for m in reversed(cast.voices) if m.real().names)
    told = set(mention.words[1:])  # «این عضو کمیسیون آب» is no «عضو مجلس خبرگان»
    alike = (
        m for m in named for title in m.titles if title[:1] == head and (told <= {*title} or told > {*title})
    )
    return next(alike, None)


def _other_nameless(cast: "Cast", last: Member, mention: Reference) -> Member | None:
    """«یک مقام گفت … منبع دوم گفت … این مقام افزود»: no source that spoke last, if another is called so."""
    head = mention.words[1]
    if not last.titles or any(title[0] == head for title in last.titles):
        return None
    voices = (m.real() for m in reversed(cast.voices))
    return next((m for m in voices if not m.names and any(title[0] == head for title in m.titles)), None)


def _nameless_again(cast: "Cast", mention: Reference) -> Member | None:
    """«یک مقام گفت … این مقام افزود … کاوه رایان رفت. این مقام گفت»: so called before, and without a name."""
    voices = (m.real() for m in reversed(cast.voices))
    again = (m for m in voices if mention.text in m.forms or mention.words[1:] in m.titles)
    return next((m for m in again if not m.names), None)


def _of_that_side(cast: "Cast", mention: Reference) -> Member | None:
    """«این متهم»: not the judge who spoke last, but the last who was called so."""
    asked = side(mention.words)
    voices = [m.real() for m in reversed(cast.voices)]
    # «مهدی دانا گفت … قاضی گفت … این متهم گفت»: who was called by name alone
    bare = (m for m in voices if not m.titles and any(is_given(word) for word, *_ in m.names))
    return next((m for m in voices if any(side(title) == asked for title in m.titles)), next(bare, None))


def _is_abroad(member: Member, mention: Reference) -> bool:
    """«رئیس‌جمهور آمریکا گفت … این مقام روس افزود»: of another land."""
    told, own = _lands([mention.words]), _lands(member.titles)
    return bool(told and own) and told.isdisjoint(own)


def _lands(told: Sequence[Sequence[str]]) -> frozenset[str]:
    """The countries that titles tell: «سفیر ژاپن در فرانسه», «مقام روس»."""
    return frozenset(lands()[word] for title in told for word in title if word in lands())


def counterpart(cast: "Cast", mention: Reference) -> Member | None:
    """«همتای ایرانی او»: who holds the same office in the country that is told"""
    last = cast.pronoun("sg")[0]
    if mention.words[0] != "همتای" or len(mention.words) < 2 or last is None or not last.titles:
        return None
    heads = {title[0] for title in last.titles}
    people = mention.words[1].removesuffix("اش")  # «همتای ایرانی‌اش»
    land = lands().get(people)
    for member in reversed(cast.recent):
        for title in member.titles if member is not last else ():
            abroad = foreign(title)
            theirs = people in abroad or (land is not None and land in _lands([title]))  # «همتای ترک او»
            if title[0] in heads and (theirs if people != "ایرانی" else not abroad):
                return member
    return None


def _a_trade(noun: str) -> bool:
    """«سیاه‌باز»; no plural, and nothing as short as «فرد» or «امر»."""
    thing = noun.endswith(("ها", "های", "ان")) or noun in object_heads()  # «این اظهارات»
    return len(noun) >= SHORTEST_TRADE and not thing
