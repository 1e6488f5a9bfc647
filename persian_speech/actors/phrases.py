"""Noun phrases that name a person or a body: where one ends, and its name and title parts.

«سردار اسکندر مومنی رئیس پلیس ۱۱۰ کشور» is honorific, name, title; «نخست وزیر عراق» a title;
«این مقام انتظامی» a description; «دولت مالی» a body.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from persian_speech.actors.knowledge import known
from persian_speech.actors.name_ends import (
    CLOSERS,
    LONGEST_NAME,
    MARKS,
    SECOND_HALVES,
    name_end,
    stands_alone,
)
from persian_speech.actors.plain import (
    NUMERALS,
    ends_name,
    is_indefinite,
    is_plural,
    is_ranked,
    share_of_people,
)
from persian_speech.actors.relations import COURT, is_of_kin, is_somebodys
from persian_speech.actors.vocabulary import (
    TitleKind,
    bodies,
    common_words,
    first_names,
    foreign_words,
    full_names,
    given_names,
    honorifics,
    is_given,
    kin,
    object_heads,
    surname_parts,
    surnames,
    titles,
)
from persian_speech.actors.word_names import is_titled, is_woman, pair_of_names, two_names
from persian_speech.text.letters import COMMA_KEYS, DASH_KEYS

PhraseKind = Literal["name", "title", "description", "group", "body"]
SOCIETIES = frozenset({"اتاق", "اتحادیه", "انجمن", "مرکز", "کانون"})  # of people of several callings
DEMONSTRATIVES = frozenset({"این", "ان", "همین", "همان"})
INDEFINITES = NUMERALS | frozenset({"یک", "یکی", "برخی", "شماری", "گروهی", "جمعی", "بعضی", "چند", "چندین"})
INDEFINITES |= frozenset({"یه", "بسیاری", "تعدادی", "بخشی", "عدهای", "اکثر", "اکثریت", "اغلب", "پارهای"})
INDEFINITES |= frozenset({"هزاران", "صدها", "دهها", "میلیونها"})
LANDS = frozenset({"کشور", "دولت", "نهاد", "سازمان", "شرکت", "دانشگاه"})  # that speak where they are counted
_HEADS = "مدیر"  # that the next word is joined to
_PRINTED = "چاپ"
_ENOUGH = frozenset({"full", "alone"})
_SHORTEST_MARKED = 3  # tokens of «دکتر رایان» with its marks
_BETWEEN = COMMA_KEYS | {"دیگر"}  # name and title: «سهیلا دانا دیگر عضو شورا»
# Offices that stand before a bare surname; «معاون ظریف» is not Zarif.
_CALLED = frozenset(
    ["قاضی", "متهم", "متهمه", "رئیسجمهور", "رییسجمهور", "نخستوزیر", "صدراعظم", "سناتور", "پرزیدنت"]
)
_ENDS = frozenset({"زاده", "پور", "نیا", "نژاد"})
_SENATOR = "سناتور"
_NAMESAKES = frozenset({"شهید", "امام", "حضرت", "شهدای"})  # «دانشگاه شهید بهشتی»
# «دانشگاه علامه طباطبایی»: what bears a person's name.
NAMED_AFTER = frozenset({"دانشگاه", "بیمارستان", "فرودگاه", "پالایشگاه", "سد", "مسجد", "بنیاد", "خیابان"})
# «رئیس دفتر سارا دانا»، «مدیر برنامه‌های سارا دانا», «رئیس دانشگاه آزاد واحد آیت‌الله رایان»
NAMED_AFTER |= frozenset({"دفتر", "برنامههای", "واحد", "ورزشگاه", "پادگان"})
HUMAN = frozenset({"وی", "او", "ایشان"})
_GRADES = frozenset({"یکم", "دوم", "سوم"})  # «دریادار دوم»


@dataclass(frozen=True, slots=True)
class Parts:
    """A phrase's parts as ranges of its words, half-open and empty where a part is missing."""

    kind: PhraseKind
    honorific: tuple[int, int]
    name: tuple[int, int]
    title: tuple[int, int]


def after_honorifics(keys: Sequence[str], i: int) -> int:
    """Past «حضرت آیت الله» or «آقای دکتر»; never past the last word, which is then a name."""
    while i < len(keys) - 1 and (found := honorifics().at(keys, i)) and found[0] < len(keys):
        if keys[found[0]] in MARKS and len(keys) - found[0] > _SHORTEST_MARKED - 1:
            return found[0] + 1  # دکتر «احمد رایان»
        if (len(keys) - found[0] == 1 and keys[found[0]] in surname_parts()) or not keys[found[0]][
            :1
        ].isalpha():
            break  # «علامه زاده» is a surname; «امام (ره)»
        i = found[0] + (keys[found[0]] in _GRADES and found[0] + 1 < len(keys))
    return i


def parts(keys: Sequence[str]) -> Parts:
    """The parts of a noun phrase given as word keys, marks among them."""
    if keys[0] in MARKS and len(keys) > _SHORTEST_MARKED and honorifics().at(keys, 1):
        return _shifted(_parts(keys[1:]), 1)  # «دکتر رایان»
    if _is_joined(keys) or known().office(keys) is not None:  # «وزیر کار», «امیر قطر», «رئیس جمهور تونس»
        return Parts("title", (0, 0), (0, 0), (0, len(keys)))
    if "،" in keys and (name := _after_relation(keys)) is not None:
        return Parts("name", (name, name), (name, len(keys)), (0, name - 1))
    if len(keys) == len(("پسرش", "علی")) and _is_own_kin(keys[0]) and is_given(keys[1]):
        return Parts("name", (1, 1), (1, 2), (0, 1))
    return _parts(keys)


def _is_joined(keys: Sequence[str]) -> bool:
    """«مدیرگمرک بندر»: a title that the next word is joined to; «مدیرعامل شرکت» may have a name after it."""
    word = keys[0].removeprefix(_HEADS)
    return word != keys[0] and word in common_words() and titles().at(keys, 0) is None


def _parts(keys: Sequence[str]) -> Parts:
    none = (0, 0)
    counted = len(keys) > 2 and keys[0].isdigit() and keys[1] in {"نفر", "تن"}  # «۱۹۶ نفر از …»
    # «۶۳ نماینده مجلس», «۲۰ کشور»
    many = len(keys) > 1 and keys[0].isdigit()
    counted = counted or (many and (keys[1] in LANDS or titles().at(keys, 1) is not None))
    # «پدر ترامپ», «پدر بهرام آریا», «پدر ملیکا» is no form of address.
    named = len(keys) > 1 and (is_given(keys[1]) or keys[1] in DEMONSTRATIVES | {"یکی", "یک"})
    # «پدر آقای رایان»; «خانواده شهید رایان» are many
    addressed = 1 < after_honorifics(keys, 1) < len(keys) and (titles().at(keys, 0) or ("", ""))[1] != "group"
    named = named or addressed
    named = named and COMMA_KEYS.isdisjoint(keys)
    of_known = keys[0] in kin() and (named or known().bearers(keys[1:]))
    some = len(keys) > 1 and (keys[0] in INDEFINITES or _is_what_somebody_is(keys))
    if keys[0] in DEMONSTRATIVES or counted or of_known or some:
        return Parts("description", none, none, (int(keys[0] == "یک"), len(keys)))
    office = titles().at(keys, 0)
    # «امام جمعه بابل»: an office of two words is no form of address.
    known_name = full_names().at(keys, 0) is not None and keys[0] != "سید"  # «سلطان بن عبدالعزیز»
    comma = next((i for i, word in enumerate(keys) if word in COMMA_KEYS), 0)
    ruler = comma > 0 and known().office(keys[:comma]) is not None  # «امیر قطر، تمیم بن حمد»
    start = 0 if known_name or ruler or (office is not None and office[0] > 1) else after_honorifics(keys, 0)
    # «قاضی پور», «قاضی زاده هاشمی»
    split = start == 0 and len(keys) > 1 and keys[1] in (surname_parts() if len(keys) == 2 else _ENDS)
    named = office == (1, "description") and (is_titled(keys) or is_woman(keys))
    split = split or (start == 0 and named)
    found = None if split or known_name else titles().at(keys, start)
    if keys[0] == "استاد" and start == 1 < len(keys) - 1 and ends_name(keys, 1) and keys[1] not in surnames():
        start, found = 0, (1, "office")  # «استاد علوم قرآنی»
    if found and not (start and _word_is_surname(keys, start, *found)):
        return _title_first(keys, start, *found)
    several = tuple(keys[1:2]) in {("ها",), ("های",)} or share_of_people(keys, 0)
    several = several or (keys[0].endswith("ان") and titles().at((keys[0][:-2],), 0) is not None)  # «طراحان»
    if several or pair_of_names(keys) or _list_of_bodies(keys):  # «حوثی ها»
        return Parts("group", none, none, (0, len(keys)))
    given = not SECOND_HALVES.isdisjoint(keys[1:2])  # «فتح الله رایان» is no «جنبش فتح»
    if start == 0 and not given and (bodies().at(keys, 0) or _plain_phrase(keys)) and not two_names(keys):
        named = 1 < len(keys) <= LONGEST_NAME and any(how in _ENOUGH for _, how in known().bearers(keys))
        end = len(keys) if named else _body_end(keys)  # «تخت روانچی»
        return Parts("name" if named else "body", none, (0, end), none)
    end = name_end(keys, start)
    if end < len(keys) - 1 and keys[end] in DASH_KEYS and _goes_on(keys, end + 1):
        end = name_end(keys, end + 1)  # «ژان-لوک دوبو», «دوبو-مونتن»
    things = end == 1 < len(keys) and keys[0].endswith("های")  # «غول‌های فناوری»
    if things or (end < len(keys) and keys[end] == "و"):
        return Parts("group", none, none, (0, len(keys)))
    title = (end + (end < len(keys) and keys[end] in _BETWEEN), len(keys))
    among = keys[end : end + 1] == ("از",)  # «بهرام رایان | از اعضای شورا»: no office of his
    return Parts("name", (0, start), (start, end), none if among else title)


def _goes_on(keys: Sequence[str], i: int) -> bool:
    """After a dash no title, body or common word."""
    told = titles().at(keys, i) is not None or bodies().at(keys, i) is not None
    return keys[i].isalpha() and keys[i] not in common_words() and not told


def _is_what_somebody_is(keys: Sequence[str]) -> bool:
    """«منتقدی ادبی»; not «شهرداری تهران», «قهرمانی نماینده دادستان»."""
    told = is_indefinite(keys[0]) and keys[1] in common_words() and keys[0] not in surnames()
    return told and bodies().at(keys, 0) is None and "office" not in (titles().at(keys, 1) or ())


def _is_own_kin(word: str) -> bool:
    """«همسرش», «پسرش», «برادرهاش»"""
    return word not in kin() and word.removesuffix("ش").removesuffix("ا") in kin()


def _after_relation(keys: Sequence[str]) -> int | None:
    """«همسرش، خدیجه»، «برادر او، مهران»، «این کشاورز، مراد دانا»: where the name after the comma begins."""
    comma = keys.index("،")
    if comma > 2 and keys[0] not in DEMONSTRATIVES:
        return None
    own = comma == 1 and _is_own_kin(keys[0])
    of_whom = comma == 2 and keys[0] in kin() and keys[1] in HUMAN
    rest = keys[comma + 1 :]
    if not (own or of_whom or (comma > 1 and keys[0] in DEMONSTRATIVES)) or len(rest) > LONGEST_NAME:
        return None
    named = is_given(rest[0]) or ((own or of_whom) and rest[0] not in common_words())
    return comma + 1 if named and name_end(rest, 0) == len(rest) else None


def _list_of_bodies(keys: Sequence[str]) -> bool:
    """«عمان، قطر و ۲۰ کشور دیگر»; not «وزارت صنعت، معدن و تجارت»."""
    comma = next((i for i, word in enumerate(keys) if word in COMMA_KEYS), len(keys))
    first = bodies().at(keys, 0)
    listed = first is not None and first[0] == comma and "و" in keys[comma:]
    return listed and bodies().at(keys, comma + 1) is not None


def _word_is_surname(keys: Sequence[str], start: int, end: int, kind: TitleKind) -> bool:
    """After a form of address: «دکتر روحانی», «دکتر روحانی رئیس دانشگاه»."""
    if kind != "description":
        return False
    told = end == start + 1 and keys[start] in surnames() and titles().at(keys, end) is not None
    return end == len(keys) or told


def _shifted(told: Parts, by: int) -> Parts:
    return Parts(told.kind, *((a + by, z + by) for a, z in (told.honorific, told.name, told.title)))


def _body_end(keys: Sequence[str]) -> int:
    """Up to a comma, or a dash with a title after it: «پایگاه خبری-تحلیلی پگاه» is one."""
    start = 2 if keys[0] == "وزارت" else 0  # «وزارت صنعت، معدن و تجارت»
    if keys[0] in SOCIETIES and "و" in keys:  # «انجمن نویسندگان، شاعران و پژوهشگران شهر»
        start = keys.index("و")
    body = bodies().at(keys, 0)
    if (
        body
        and body[0] < len(keys)
        and "".join(keys[: body[0]]) in foreign_words()
        and keys[body[0]] in object_heads()
    ):
        return body[0]  # «عربستان سعودی | فعالیت برخی میدان‌ها را»
    if _PRINTED in keys[1:-1]:
        return keys.index(_PRINTED)  # «روزنامه المیناء | چاپ دبی»
    marks = (i for i, word in enumerate(keys) if word in COMMA_KEYS and i > start)
    return next((i for i in marks if keys[i] in "،," or titles().at(keys, i + 1)), len(keys))


def _plain_phrase(keys: Sequence[str]) -> bool:
    """«برنامه جهانی غذا»: it opens with a common word and no title follows («اشعری رئیس …»)."""
    if is_plural(keys[0]) or keys[0] in object_heads() or (len(keys) > 1 and is_ranked(keys[0])):
        return True  # «شرکت‌های چینی تولیدکننده تلفن», «انتصاب دبیر جشنواره», «دومین جشنواره آب»
    opens = ends_name(keys, 0) and keys[0] not in given_names()
    return opens and not any(titles().at(keys, i) for i in range(1, len(keys)))


def _title_first(keys: Sequence[str], start: int, end: int, kind: TitleKind) -> Parts:
    """«وزیر خارجه محمدجواد ظریف»: a given name or honorific after the title opens the name."""
    if _second_person(keys, end) or _of_two(keys[start:]):
        return Parts("group", (0, 0), (0, 0), (0, len(keys)))
    marked = _in_marks if keys[-1] in CLOSERS and kind == "office" else _called_by_office
    if (named := marked(keys, start, end) or _before_holder(keys, start, end)) is not None:
        return named
    if is_somebodys(keys, start, end):
        return Parts("title", (0, 0), (0, 0), (0, len(keys)))
    for i in range(end, len(keys)):
        if is_of_kin(keys, i):
            break
        if not NAMED_AFTER.isdisjoint(keys[max(i - 2, end - 1) : i]):
            continue
        address = honorifics().at(keys, i) is not None and keys[i] not in _NAMESAKES
        given = keys[i] in first_names() and not ends_name(
            keys, min(i + 1, len(keys) - 1)
        )  # «کمیسیون عمران مجلس»
        called = address or given or keys[i - 1] in COMMA_KEYS
        # «معاون رئیس جمهور جی دی ونس»، «صدراعظم آلمان، مرتس»
        may = i + 2 <= len(keys) if i == end else i + 1 == len(keys) and keys[i - 1] in COMMA_KEYS
        # «وزیر نیروی عمان، مهرادوف»: a word of no other use after the comma
        last = kind == "office" and i + 1 == len(keys) and keys[i - 1] in COMMA_KEYS
        last = last and stands_alone(keys[i]) and not ends_name(keys, i) and bodies().at(keys, i) is None
        if last or (may and known().bearers(keys[i:])):
            return Parts("name", (i, i), (i, len(keys)), (start, i))
        if called and len(keys) - i <= LONGEST_NAME and i + 1 < len(keys) and kind != "group":
            at = after_honorifics(keys, i)
            stop = name_end(keys, at)
            if stop == len(keys):
                return Parts("name", (i, at), (at, stop), (start, i))
    told: PhraseKind = "title" if kind == "office" else kind
    return Parts(told, (0, 0), (0, 0), (0, len(keys)))


def _before_holder(keys: Sequence[str], start: int, end: int) -> Parts | None:
    """«فرمانده سنتکام | برد کوپر», «رئیس‌جمهور فرانسه | مکرون»: somebody known who held just that office."""
    for i in range(max(end + 1, len(keys) - 2), len(keys)):
        people = [person for person, how in known().bearers(keys[i:]) if how in _ENOUGH]
        office = known().office(keys[start:i]) if people else None
        terms = (term.office for person in people for term in known().held(person))
        if office is not None and office.name in terms:
            return Parts("name", (i, i), (i, len(keys)), (start, i))
    return None


def _in_marks(keys: Sequence[str], start: int, end: int) -> Parts | None:
    """«سخنگوی ارتش "بهرام رایان"»; not «مدیر بیمارستان «بهرام رایان»»."""
    i = next((i for i in range(end, len(keys) - 3) if keys[i] in MARKS), 0)
    named = i > 0 and MARKS[keys[i]] == keys[-1] and is_given(keys[i + 1])
    bears = bodies().at(keys, i - 1) == (i, "head") or keys[i - 1] in NAMED_AFTER
    fits = named and not bears and len(keys) - i - 2 <= LONGEST_NAME
    return Parts("name", (i, i), (i + 1, len(keys) - 1), (start, i)) if fits else None


def _of_two(title: Sequence[str]) -> bool:
    """«رئیس مجلس و وزیر کشور», «رئیس‌جمهور چین و نخست‌وزیر هند»: two offices that nobody held at once.

    «مدیرعامل و جمعی از معاونان»
    """
    joints = [i for i in range(1, len(title) - 1) if title[i] == "و"]
    if any(title[i + 1] in INDEFINITES or title[i + 1] == "همتای" for i in joints):
        return True  # «وزیر نیروی ایران و همتای عراقی او»
    if any(i + 2 == len(title) and titles().at((title[i + 1].removesuffix("ش"),), 0) for i in joints):
        return title[-1].endswith("ش")  # «شهردار و معاونش»
    pairs = ((known().office(title[:i]), known().office(title[i + 1 :])) for i in joints)
    both = ((one, other) for one, other in pairs if one and other)
    return any(not known().together(one.name, other.name) for one, other in both)


def _called_by_office(keys: Sequence[str], start: int, end: int) -> Parts | None:
    """«قاضی صلواتی», «رئیس‌جمهور ترامپ»; not «قاضی پرونده». «متهم رایان مدیرعامل بانک» has a title besides."""
    office = "".join(keys[start:end])
    if office not in _CALLED or end >= len(keys) or ends_name(keys, end):
        return None
    at = end + 1 + (keys[end + 1 : end + 2] == ("مقام",))  # «قاضی مسعودی مقام»
    # «سناتور جان برد [رئیس کمیته امنیت]»: a senator of nothing, but by name
    foreign = titles().at(keys, at) is None and bodies().at(keys, end) is None
    foreign = foreign and (at + 1 == len(keys) or titles().at(keys, at + 1) is not None)
    at += office == _SENATOR and foreign
    if at == len(keys):
        return Parts("name", (end, end), (end, at), (start, end))
    told = titles().at(keys, at) is not None and (stands_alone(keys[end]) or at > end + 1)
    told = told and (office in COURT or office == _SENATOR)
    return Parts("name", (end, end), (end, at), (at, len(keys))) if told else None


def _second_person(keys: Sequence[str], end: int) -> int | None:
    """«وزیر خارجه کشورمان و کارلوس بنیتس وزیر خارجه پاراگوئه»: where a name with its own title begins."""
    for i in range(end, len(keys) - 3):
        if keys[i] != "و" or keys[i + 1] in common_words() or not keys[i + 1].isalpha():
            continue
        if any(titles().at(keys, j) for j in (i + 2, i + 3)) and not titles().at(keys, i + 1):
            return i + 1
    return None
