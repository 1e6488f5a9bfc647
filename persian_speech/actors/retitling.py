"""Other words for who spoke: rules by which a bare title, or a body's other name, means one met before."""

from collections.abc import Sequence
from datetime import date as Date  # noqa: N812 - a parameter is called «date»
from typing import TYPE_CHECKING

from persian_speech.actors.alike import ALONE, akin, foreign, may_be_one, sent_by
from persian_speech.actors.knowledge import known
from persian_speech.actors.members import ASKERS, Member, Reference
from persian_speech.actors.offices import FORMER
from persian_speech.actors.people import name_key
from persian_speech.actors.phrases import DEMONSTRATIVES, INDEFINITES
from persian_speech.actors.vocabulary import cities, kin, other_names, surnames
from persian_speech.text.letters import key

if TYPE_CHECKING:
    from persian_speech.actors.cast import Cast

_SEATED = frozenset({"نماینده", "عضو", "سخنگوی", "رئیس", "رییس", "نایب", "مخبر", "دبیر"})
_AIDES = frozenset({"دستیار", "نماینده", "مشاور"})
_DEPUTY = "نمایندهولیفقیه"
_HIGH = frozenset({("مقام", "عالی", "دولت"), ("مقام", "عالی", "قضایی"), ("نماینده", "ارشد", "دولت")})
_HIGH |= frozenset({("مسیول", "ارشد", "اجرایی"), ("مقام", "ارشد", "اجرایی")})
_OF_ALL_SEATS = frozenset({"نماینده", "مردم", "در", "مجلس", "شورای", "اسلامی", "و", "استان", "خانه", "ملت"})
_OF_ALL_SEATS |= frozenset(
    {"ولایی", "اصولگرا", "اصلاحطلب", "مستقل", "پیشین", "سابق", "شهرستانهای"}
)  # no towns
LEAST_HALF = 4  # letters
LEAST_AIDE = 3  # words
_CIRCLES = frozenset({"کمیسیون", "فراکسیون", "کمیته", "هیئت", "هیات"})
_HOUSE = frozenset({"کمیسیون", "فراکسیون"})
_CHAMBERS = frozenset({"اتاق", "شورای", "سازمان", "انجمن", "فدراسیون", "اتحادیه"})
_CHAMBERS |= frozenset({"احزاب", "اروپا", "اروپایی", "وزارت", "دولت", "مشترک", "سنا", "کنگره", "عالی"})
_SPOKESMAN = ("سخنگو",)
_BENCH = frozenset({("قاضی",), ("رییس", "دادگاه"), ("رییس", "شعبه"), ("قاضی", "دادگاه"), ("قاضی", "پرونده")})
NEAR = 3  # paragraphs: «وی افزود» may stand between
SETTLED = 2  # quotations after which a story has one speaker


def by_head(cast: "Cast", mention: Reference) -> Member | None:
    """a bare «کارگردان» where one director alone was met"""
    if mention.name or mention.parts.kind not in {"title", "description"} or len(mention.title) != 1:
        return None
    if known().office(mention.title) is not None or mention.words[0] in INDEFINITES:
        return None
    if mention.title == _SPOKESMAN:
        return _last_spokesman(cast)
    alike = cast.register.headed(mention.title)
    headed = [m for m in alike if any(title[0] == mention.title[0] for title in m.titles)]
    headed = [m for m in headed if m.kind != "group"]  # «شهردار و معاونش گفتند» and then «شهردار گفت»
    return headed[0] if len(headed) == 1 and headed[0].kind != "body" else None


def _last_spokesman(cast: "Cast") -> Member | None:
    """«سخنگو» is «سخنگوی وزارت نیرو», who has spoken before."""
    voices = (m.real() for m in reversed(cast.voices))
    return next((m for m in voices if any(title[0] == "سخنگوی" for title in m.titles)), None)


def by_bench(cast: "Cast", mention: Reference) -> Member | None:
    """«قاضی» and «رئیس دادگاه»: the only judge of a report"""
    if mention.words not in _BENCH:
        return None
    judges = [m for m in cast.recent if m.kind not in {"body", "group"} and _judges(m)]
    return judges[0] if len(judges) == 1 else None


def _judges(member: Member) -> bool:
    """«قاضی بهرام دانا», «رئیس دادگاه», «قاضی پرونده»; «رئیس دادگاه عالی هند» may be another."""
    called = any(key(form.split()[0]) == "قاضی" for form in member.forms)
    return called or not _BENCH.isdisjoint(member.titles)


def by_this_body(cast: "Cast", mention: Reference) -> Member | None:
    """«سخنگوی این وزارتخانه»: the one spokesman of a ministry who was met"""
    at = next((i for i, word in enumerate(mention.title) if i and word in DEMONSTRATIVES), 0)
    if not at or mention.name or mention.another or len(mention.title) < at + 2:
        return None
    head, noun = mention.title[:at], mention.title[at + 1].removesuffix("خانه")
    alike = [m for m in cast.register.headed(head[:1]) if any(t[:at] == head for t in m.titles)]
    titles = [t for m in alike for t in m.titles if t[:at] == head]
    told = any(word.startswith(noun) for title in titles for word in title[at:])
    alone = all(m.real() is alike[0] for m in cast.voices) if len(alike) == 1 else False
    return alike[0] if len(alike) == 1 and (told or alone) and alike[0].kind != "group" else None


_AIDES = frozenset({"مشاور", "سخنگوی", "همسر", "دستیار", "معاون"})


def title_after_headline(cast: "Cast", mention: Reference) -> Member | None:
    """the lede's title after a headline's bare name"""
    if mention.name or not _tells_office(mention) or cast.digest or len(cast.members) != 1 or mention.another:
        return None
    (member,) = cast.members
    bare = (
        member.headlined
        and member.kind == "name"
        and member.names
        and not member.titles
        and len(member.forms) == 1
    )
    # «لاوروف: …» above «وزیر خارجه امارات …»: two were headlined
    # «نجبا: …» above «معاون دبیرکل نجبا …»
    # «نتانیاهو: …» above «مشاور نخست‌وزیر اسرائیل …», «Pagah News: …» above «مدیر برنامه …»
    other = all("".join(name).isascii() for name in member.names)
    other = other or any(aids(name, mention.title) for name in member.names)
    other = other or any(
        _is_anothers(name, mention.title, cast.date) or _of_that_name(name, mention) for name in member.names
    )
    return member if bare and mention.title and mention.paragraph - member.since == 1 and not other else None


def aids(name: Sequence[str], title: Sequence[str]) -> bool:
    """«مشاور نخست‌وزیر اسرائیل» is no prime minister: one who has held the office is not his own aide."""
    offices = (known().office(title[1:i]) for i in range(2, len(title) + 1)) if title[0] in _AIDES else ()
    names = {office.name for office in offices if office is not None}
    terms = (term for person, _ in known().bearers(name) for term in known().held(person))
    return bool(names) and any(term.office in names for term in terms)


def _is_anothers(name: Sequence[str], title: Sequence[str], date: Date | None) -> bool:
    """Whether nobody of the name held the office; without a date, whether who is known by it never did."""
    if date is not None:
        return known().denies(name, title, date)
    office = known().office(title)
    sure = any(bearing in {"full", "alone"} for _, bearing in known().bearers(name))
    return sure and office is not None and not office.bare and known().never(name, title)


def _of_that_name(name: Sequence[str], mention: Reference) -> bool:
    """«نجبا» in «معاون دبیرکل نجبا», «نصرالله» in «فرزند نصرالله»; not in «نظریه‌پرداز جان مرشایمر»."""
    other = mention.parts.kind == "title" or not kin().isdisjoint(mention.title[:1])
    return other and set(name) <= set(mention.title)


def _tells_office(mention: Reference) -> bool:
    """«شهردار مهران»، «تحلیلگر سیاسی»; not «این مقام»، «یک منبع»، «خبرنگار»."""
    described = mention.parts.kind == "description" and mention.words[0] not in DEMONSTRATIVES | INDEFINITES
    told = described and bool(mention.title) and mention.title[0] not in ASKERS
    return mention.parts.kind == "title" or told


def by_government(cast: "Cast", mention: Reference) -> Member | None:
    """«نماینده عالی دولت» is the governor"""
    high = mention.title[:2] == ("نماینده", "عالی") or mention.title[:3] in _HIGH
    if not high or mention.name or mention.another:
        return None
    governors = cast.register.headed({"استاندار", "فرماندار"})
    if mention.title[2:3] in {
        ("قوه",),
        ("دستگاه",),
        ("قضایی",),
    }:  # «نماینده عالی قوه قضائیه» is the chief justice
        chiefs = cast.register.headed({"رییس"})
        governors = [m for m in chiefs if any("دادگستری" in title for title in m.titles)]
    return governors[0] if len(governors) == 1 and governors[0].names else None


def by_seat(cast: "Cast", mention: Reference) -> Member | None:
    """another seat of the only member of parliament who speaks"""
    if mention.name or mention.another or not (of_parliament(mention.title) or of_town(mention.title)):
        return None
    # «رئیس سابق کمیسیون فرهنگی مجلس» has no seat
    met = cast.register.headed(_SEATED)
    seated = [m for m in met if any(_is_seated(title) or of_town(title) for title in m.titles)]
    only = seated[0] if len(seated) == 1 and seated[0].names else None
    elsewhere = only is not None and any(_of_other_town(title, mention.title) for title in only.titles)
    # «رایان، عضو کمیسیون آب مجلس، گفت … کاوه دانا هم گفت … نایب رئیس کمیسیون بهداشت افزود»
    elsewhere = elsewhere or only is not (cast.main and cast.main.real())
    return None if elsewhere else only


def of_town(title: Sequence[str]) -> bool:
    """«نماینده مهران»; not «نماینده عمان», «نماینده کارگران»."""
    town = cities().at(title, 1) if title[:1] == ("نماینده",) else None
    return town is not None and town[0] == len(title)


def _is_seated(title: Sequence[str]) -> bool:
    return of_parliament(title) and FORMER.isdisjoint(title)


def _of_other_town(one: Sequence[str], other: Sequence[str]) -> bool:
    """«نماینده مردم زابل» is not «نماینده رباط کریم»."""
    if one[0] != "نماینده" or other[0] != "نماینده":
        return False
    towns = [{*title} - _OF_ALL_SEATS for title in (one, other)]
    return all(towns) and towns[0].isdisjoint(towns[1])


def by_aide(cast: "Cast", mention: Reference) -> Member | None:
    """«دستیار ویژه رئیس‌جمهور در امور اقوام» and «نماینده ویژه رئیس‌جمهور در امور اقوام»"""
    title = mention.title
    if mention.name or title[:1] == () or title[0] not in _AIDES or "رییسجمهور" not in "".join(title):
        return None
    alike = cast.register.headed(_AIDES)
    return next(
        (m for m in alike if len(title) > LEAST_AIDE and any(title[1:] == t[1:] for t in m.titles)), None
    )


def by_half_surname(cast: "Cast", mention: Reference) -> Member | None:
    """«حیدری» is «ابراهیم حیدری‌جناسمی» where nobody else is named so"""
    if len(mention.words) != 1 or len(mention.name) != 1:
        return None
    if any(bearing in {"full", "alone"} for _, bearing in known().bearers(mention.name)):
        return None  # «ظریف»; many are called «موسوی»
    (half,) = mention.name
    named = [m for m in cast.register.recent if m.kind != "body" and m.names]
    longer = [m for m in named if any(len(n) > 1 and n[-1].startswith(half) for n in m.names)]
    return longer[0] if len(longer) == 1 and half in surnames() and len(half) >= LEAST_HALF else None


def by_other_name(cast: "Cast", mention: Reference) -> Member | None:
    """another name of a body met before: «آمریکا» and «ایالات متحده»"""
    forms = other_names().get(name_key(mention.name)) if mention.parts.kind == "body" else None
    met = cast.register.known_as(forms) if forms else ()
    return next((member for member in reversed(met) if member.kind == "body"), None)


def by_pulpit(cast: "Cast", mention: Reference) -> Member | None:
    """«نماینده ولی فقیه در استان» is the «امام جمعه» who alone speaks"""
    if mention.name or mention.another or not _of_pulpit(mention.title):
        return None
    persons = {id(m.real()): m.real() for m in cast.voices if m.real().kind not in {"body", "group"}}
    (only,) = persons.values() if len(persons) == 1 else (None,)
    return only if only is not None and only.names and any(map(_of_pulpit, only.titles)) else None


def _of_pulpit(title: Sequence[str]) -> bool:
    """«امام جمعه», «خطیب نماز جمعه», «نماینده ولی فقیه»"""
    return (title[:1] in {("امام",), ("خطیب",)} and "جمعه" in title[:3]) or "".join(title).startswith(_DEPUTY)


def by_only_voice(cast: "Cast", mention: Reference) -> Member | None:
    """another title of the only person who speaks"""
    if mention.name or mention.another or mention.parts.kind not in {"title", "description"}:
        return None
    persons = {id(m.real()): m.real() for m in cast.voices if m.real().kind not in {"body", "group"}}
    if len(persons) != 1 or not mention.title or mention.words[0] in DEMONSTRATIVES | INDEFINITES:
        return None
    (voice,) = persons.values()
    recent = mention.paragraph > voice.since and voice is (cast.main and cast.main.real())
    if not recent or not voice.names or known().office(mention.title) is not None:
        return None
    return voice if any(may_be_one(title, mention.title) for title in voice.titles) else None


def title_of_bare_name(cast: "Cast", mention: Reference) -> Member | None:
    """the first title after somebody who was named without one"""
    told = mention.parts.kind == "title" and not mention.name and not mention.another and not cast.digest
    last = cast.main and cast.main.real()
    if not told or last is None or last is not (cast.last and cast.last.real()):
        return None
    bare = (
        last.kind == "name" and last.beside and not last.titles and any(len(name) > 1 for name in last.names)
    )
    if not bare or known().office(mention.title) is not None or foreign(mention.title):
        return None
    return last if len(mention.title) > 1 and not any(map(known().bearers, last.names)) else None


def adds_under_title(cast: "Cast", mention: Reference) -> Member | None:
    """a title after somebody who was named without one, or with a title much like it, and who adds"""
    told = mention.adds and not mention.name and not mention.another and len(mention.title) > 1
    last = cast.main and cast.main.real()
    if not told or cast.digest or last is None or last is not (cast.last and cast.last.real()):
        return None
    apart = mention.paragraph - last.met > NEAR or mention.words[0] in DEMONSTRATIVES | INDEFINITES
    apart = apart or bool(foreign(mention.title)) or known().office(mention.title) is not None
    if last.kind != "name" or apart or any(map(known().bearers, last.names)):
        return None
    if any(set(name) <= set(mention.title) for name in last.names):
        return None  # «پگاه» and «مدیرعامل شرکت پگاه»
    bare = not last.titles and any(len(name) > 1 for name in last.names)
    return last if bare or any(may_be_one(title, mention.title) for title in last.titles) else None


def sole_speaker(cast: "Cast", mention: Reference) -> Member | None:
    """another title of the only person who speaks"""
    bare = not mention.name and not mention.another and mention.words[0] not in DEMONSTRATIVES | INDEFINITES
    told = bare and mention.parts.kind in {"title", "description"}
    if not told or cast.digest or not mention.goes_on or known().office(mention.title) is not None:
        return None
    voices = {id(voice.real()): voice.real() for voice in cast.voices}
    (only,) = voices.values() if len(voices) == 1 else (None,)
    if only is None or not only.names or only.kind == "body" or (cast.turns < SETTLED and only.titles):
        return None
    if any(set(name) <= set(mention.title) for name in only.names):
        return None  # «پگاه» and «مدیرعامل شرکت پگاه»
    heads = {title[0] for title in only.titles}
    like = mention.title[0] not in ALONE and any(akin(one, mention.title) for one in only.titles)
    # «نماینده مجلس عمان» may be «مشاور وزیر نفت عمان», a professor «سفیر سابق ایران در عمان»
    abroad = foreign(sent_by(mention.title)) - frozenset().union(*map(foreign, only.titles))
    return only if (mention.title[0] not in heads or like) and not abroad else None


def of_parliament(title: Sequence[str]) -> bool:
    """«نماینده مردم سمیرم در مجلس»، «عضو کمیسیون عمران مجلس»: what one person often is at once."""
    seated = title[:1] in {("نماینده",), ("عضو",), ("سخنگوی",), ("نایب",)} and "مجلس" in title
    seated = seated or "نمایندگان" in title[1:3]  # «رئیس مجمع نمایندگان استان»
    # «رئیس فراکسیون محیط زیست مجلس»; not «رئیس مجلس»
    seated = seated or (
        not _SEATED.isdisjoint(title[:1]) and not _CIRCLES.isdisjoint(title) and "مجلس" in title
    )
    # «عضو کمیسیون انرژی»; not «عضو کمیسیون انرژی اتاق بازرگانی»
    seats = not _SEATED.isdisjoint(title[:1]) or title[:1] == ("مخبر",)
    circle = seats and not _HOUSE.isdisjoint(title[1:3])  # «سخنگوی فراکسیون آب», «نایب رئیس کمیسیون انرژی»
    member = circle and _CHAMBERS.isdisjoint(title) and not foreign(title)
    return seated or member or title[:2] == ("نماینده", "مردم")
