"""Whether two names, bodies or titles, as the keys of their words, may be of one."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from persian_speech.actors.knowledge import known
from persian_speech.actors.offices import FORMER
from persian_speech.actors.phrases import DEMONSTRATIVES, INDEFINITES
from persian_speech.actors.plain import ends_name
from persian_speech.actors.vocabulary import (
    bodies,
    capitals,
    foreign_words,
    is_given,
    surname_parts,
    titles,
)

# Words of many titles, which tell no body; heads that one person has once.
_LOOSE = frozenset(
    {"و", "کل", "امور", "ایران", "سازمان", "وزارت", "وزیر", "شرکت", "مرکز", "دفتر", "در", "ارشد"}
)
ALONE = frozenset({"وزیر", "استاندار", "شهردار", "فرماندار", "نماینده", "سفیر", "رهبر"})
ALIKE = 2  # words of both titles
LEAST_POSTED = 4  # words of «نماینده جنبش ماهور در تهران», and more
ENVOYS = frozenset({"سفیر", "کاردار", "سرکنسول"})
_PROVINCES = frozenset({"شرقی", "غربی"})
SHORTEST_SURNAME = 2  # letters
LONGEST_KIND = 2  # words: «حقوق بشری»
_SHORTER = (
    *(("جمهوری اسلامی ایران", "ایران"), ("نیروی انتظامی ایران", "ناجا"), ("نیروی انتظامی", "ناجا")),
    *(("امورخارجه", "امور خارجه"), ("دستگاه قضایی", "قوه قضاییه"), ("دستگاه قضا", "قوه قضاییه")),
    *(("نماینده دایم", "نماینده"), ("کشورمان", "ایران"), ("امور خارجی", "امور خارجه")),
)
_POSTED = ENVOYS | {"نماینده"}
_BOTH = ("سفیر", "و", "نماینده")  # «سفیر و نماینده دائم عمان»
_GONE = frozenset({"پیشین", "اسبق"})
PAPERS = frozenset({"روزنامه", "خبرگزاری", "شبکه", "نشریه", "هفتهنامه", "مجله", "پایگاه", "سایت"})
_CHIEFS = frozenset({"رییس", "سخنگوی", "دبیر", "دبیرکل", "مدیرعامل", "فرمانده", "سرپرست"})  # of one body
_PREACHERS = frozenset({"امام", "خطیب"})
# Who is one of these in a court is none of the others.
_ACCUSERS = frozenset({"شاکی", "شاکیان", "شکات"})
_SIDES = (frozenset({"قاضی"}), frozenset({"متهم", "متهمه"}), _ACCUSERS, frozenset({"وکیل"}))
_POINTING = DEMONSTRATIVES | INDEFINITES | {"از", "دیگر"}  # «یکی دیگر از شاکیان»
_PULPIT = _PREACHERS | {"نماز", "جمعه", "موقت", "شهر", "شهرستان", "این", "هفته"}
_COMPANY = "شرکت"
_STATES = ("ایالات", "متحده", "امریکا")
_INTERIOR = frozenset({("وزیر", "کشور"), ("وزارت", "کشور")})
REGIONS = frozenset({"استان", "کشور", "کشورمان", "شهر", "شهرستان"})


def same_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """«فلاحت پیشه» is «حشمت‌الله فلاحت‌پیشه»: the shorter stands at the end or beginning of the longer."""
    short, long = sorted(("".join(one), "".join(other)), key=len)
    if len(short) == len(max(one, other, key=len)[-1]) == SHORTEST_SURNAME:
        return long.endswith(short) and min(len(one), len(other)) == 1  # «جم» is «مهدی جم»
    if len(short) < 3 or any(short in listed for listed in (surname_parts(), capitals(), foreign_words())):
        # «شهرداری کابل» is not «کابل», but «سعید خانی» is «خانی».
        full = max(one, other, key=len)
        if short in full[1:] and is_given(full[0]):
            return True  # «علیرضا آذربایجانی» is «آذربایجانی», «علی گرجی کوهپایه» «گرجی»
        return short == long or (short in surname_parts() and len(full) == 2 and full[1] == short)
    whole = set(one) <= set(other) or set(other) <= set(one)
    # «آبه» is «آبه شینزو»; «علی» is nobody yet
    return long.endswith(short) or (whole and (len(short) > 3 or not is_given(short)))


def same_body(one: Sequence[str], other: Sequence[str]) -> bool:
    """«العربیه» is «شبکه العربیه», «انجمن» «انجمن باغداران»; «اسرائیل» is not «ارتش اسرائیل»."""
    short, long = sorted(map(_plain_body, (one, other)), key=len)
    if "".join(short) == "".join(long) or (
        long[:1] and long[0] in PAPERS and "".join(long[1:]) == "".join(short) and len(long) > 2
    ):
        return True  # «روزنامه واشنگتن جرنال» is «واشنگتن‌جرنال»
    if not short:
        return False
    # A known agency is known as a whole: «خبرگزاری آسوشیتدپرس», and «آسوشیتدپرس» is the same.
    headed = bodies().at(long[:1] if long[0] == "خبرگزاری" else long, 0)
    places = foreign_words(), capitals(), {"ایران"}
    place = not all(words.isdisjoint(short) for words in places)
    if headed is None or headed[1] != "head":
        return len(short) > 1 and long[: len(short)] == short
    rest = long[headed[0] :]
    if len(short) > 1 and "".join(long).startswith("".join(short)):
        return True  # «کمیته چهارجانبه» is «کمیته چهار جانبه عربستان»
    if long[: len(short)] == short:
        return True
    bare = short[short[0] == long[0] and len(short) > 1 :]
    return not place and (rest[: len(short)] == short or _described(bare, rest))


def _plain_body(name: Sequence[str]) -> tuple[str, ...]:
    """«وزارت امور خارجه ایالات متحده» is «وزارت خارجه آمریکا»."""
    words = tuple(word for word in name if word != "امور")
    if _STATES[0] not in words:
        return words
    at = words.index(_STATES[0])
    after = at + len(_STATES) - (words[at:][: len(_STATES)] != _STATES)
    return (*words[:at], _STATES[-1], *words[after:])


def _described(name: Sequence[str], rest: Sequence[str]) -> bool:
    """«الاخبار» after «روزنامه لبنانی»; no common word: «سازمان جهانی کار» is not «کار»."""
    between = rest[: -len(name)]
    if not 0 < len(between) <= LONGEST_KIND or not between[-1].endswith("ی"):
        return False
    listed = any(
        (found := bodies().at(words, 0)) and found[1] == "name" for words in (name, (f"ال{name[0]}",))
    )
    return tuple(rest[-len(name) :]) == tuple(name) and (listed or not ends_name(name, 0))


def without_region(title: Sequence[str]) -> Sequence[str]:
    """«سخنگوی شرکت آب استان» is «سخنگوی شرکت آب زاگرس»: «استان» alone tells no other place."""
    return title[:-1] if len(title) > 2 and title[-1] in REGIONS else title


def same_title(one: Sequence[str], other: Sequence[str]) -> bool:
    """«وزیر راه» is «وزیر راه و شهرسازی ایران»: one head, and the shorter's words in the longer."""
    one, other = _plain_title(one), _plain_title(other)
    if (one[:3] == _BOTH) != (other[:3] == _BOTH):  # «سفیر و نماینده دائم عمان» is «سفیر عمان»
        both, rest = (one, other) if one[:3] == _BOTH else (other, one)
        return any(_same_plain((head, *both[3:]), rest) for head in both[:3:2])
    return _same_plain(one, other)


def _same_plain(one: Sequence[str], other: Sequence[str]) -> bool:
    """As ``same_title``, of one office each."""
    if FORMER.intersection(one) != FORMER.intersection(other) or _two(one) != _two(other):
        return False
    office, same = known().office(one), known().office(other)
    held = office is not None and same is not None and office.name == same.name
    if held or _one_pulpit(one, other):
        return True
    if ("در" in one) != ("در" in other):  # «نماینده جنبش ماهور در تهران» is «نماینده جنبش ماهور»
        one, other = (words[: words.index("در")] if _is_posted(words) else words for words in (one, other))
    short, long = sorted((one, other), key=len)
    short, long = tuple(without_region(short)), tuple(without_region(long))
    # «معاون وزیر راه و مدیرعامل راه‌آهن» is «مدیرعامل راه‌آهن».
    told = titles().at(tuple(short), 0) if short else None
    joined, last = "".join(short), "".join(long[long.index("و") + 1 :]) if "و" in long else ""
    # «عضو هیئت مدیره و سخنگوی اتحادیه صادرکنندگان», «سخنگوی اتحادیه صادر کنندگان»
    if len(short) > 1 and last.endswith(joined) and "office" in (told or ()):
        return last == joined or "".join(long).endswith("و" + joined)
    whole = "".join(long)
    if short and len(short) > 1 and (whole.startswith(joined) or whole.replace(_COMPANY, "", 1) == joined):
        return True  # «مدیرعامل بانک» = «مدیر عامل بانک ملی», «مدیرعامل راه‌آهن» = «مدیرعامل شرکت راه آهن»
    if not short or short[0] != long[0] or _of_another_body(short, long):
        return False
    # «مدیرکل آب استان زاگرس» is «مدیرکل آب و برق زاگرس»
    return {*short} - {"استان"} <= set(long) and (len(short) > 1 or len(long) == 1)


def _of_another_body(one: Sequence[str], other: Sequence[str]) -> bool:
    """«رئیس شورا» is not «رئیس کمیسیون عمران شورا»: the one heads the council, the other a body of it."""
    short, long = sorted((one, other), key=len)
    if not {*short} <= {*long}:
        return False
    own, its = bodies().at(short, 1), bodies().at(long, 1)
    if own is None or its is None or long[1].startswith(short[1]) or len(long) == len(short):
        return False
    # «رئیس قوه قضائیه», «رئیس مرکز وکلای قوه قضائیه»; a «عضو شورای شهر» may be one of its commission
    return short[0] in _CHIEFS or (len(short) == len(("رئیس", "شورا")) and its[1] == "head")


def _two(title: Sequence[str]) -> bool:
    """«رئیس دیوان عالی کشور و دادستان کل کشور»: two offices that nobody held at once."""
    joints = (i for i in range(1, len(title) - 1) if title[i] == "و")
    pairs = ((known().office(title[:i]), known().office(title[i + 1 :])) for i in joints)
    return any(
        one and other and one.name != other.name and not known().together(one.name, other.name)
        for one, other in pairs
    )


def _is_posted(title: Sequence[str]) -> bool:
    """«نماینده جنبش ماهور در تهران»: where somebody is sent to."""
    return title[:1] != () and title[0] in _POSTED and title[-2:-1] == ("در",) and len(title) > LEAST_POSTED


def _plain_title(title: Sequence[str]) -> tuple[str, ...]:
    """«معاون نیروی انتظامی» is «معاون ناجا», «فرماندار پیشین بم» «فرماندار سابق بم»."""
    words = " ".join("سابق" if word in _GONE else word for word in title)
    for long, short in _SHORTER:
        words = words.replace(long, short)
    return tuple(words.split())


def _one_pulpit(one: Sequence[str], other: Sequence[str]) -> bool:
    """«خطیب نماز جمعه تهران» is «امام جمعه موقت تهران»."""
    places = [{*title} - _PULPIT for title in (one, other) if title[0] in _PREACHERS and "جمعه" in title]
    return len(places) == ALIKE and (places[0] == places[1] or not places[0] or not places[1])


def may_be_one(one: Sequence[str], other: Sequence[str]) -> bool:
    """«معاون امور صنایع وزارت نیرو» may be «معاون وزیر نیرو»: one head, and a word of the same body.

    «وزیر نیرو» is neither «معاون وزیر نیرو» nor «وزیر نفت».
    """
    if not one or not other or foreign(one) != foreign(other) or _of_another_body(one, other):
        return False
    shared = bool((set(one[1:]) & set(other[1:])) - _LOOSE - REGIONS)
    # «معاون سیاسی وزارت کشور» may be «معاون وزیر کشور»
    shared = shared or all(not _INTERIOR.isdisjoint(pairwise(title)) for title in (one, other))
    return one[0] == other[0] and one[0] not in ALONE and shared


def much_alike(one: Sequence[str], other: Sequence[str], *, heads: bool) -> bool:
    """«مدیرکل ICT استان تهران» is «مدیرکل ارتباطات استان تهران»; a player may be told by other ``heads``."""
    if not one or not other or foreign(one) != foreign(other) or one[0] in ALONE or other[0] in ALONE:
        return False
    shared = (set(one) & set(other)) - _LOOSE - REGIONS
    return len(shared) >= ALIKE and (one[0] == other[0] or not heads)


def akin(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two titles share a word that tells of a body or field, not only of a land."""
    return bool((set(one[1:]) & set(other[1:])) - _LOOSE - REGIONS - foreign_words())


def may_not_be_one(one: Sequence[str], other: Sequence[str]) -> bool:
    """«وزیر نیرو» is no «معاون وزیر نیرو», «نماینده اهواز» no «نماینده دزفول»."""
    alone = one[0] in ALONE or other[0] in ALONE
    return alone or one[1:] == other[1:]


def side(title: Sequence[str]) -> frozenset[str]:
    """What else somebody is called on that side of a court: «شاکی», «قاضی»; nothing elsewhere."""
    head = next((word for word in title if word not in _POINTING), "")
    return next((words for words in _SIDES if head in words), frozenset())


def of_other_side(titles: Iterable[Sequence[str]], title: Sequence[str]) -> bool:
    """«قاضی دانا» is not «این متهم»."""
    asked = side(title)
    return bool(asked) and any(side(one) - asked for one in titles)


def foreign(title: Sequence[str]) -> frozenset[str]:
    """The foreign countries in a title: «وزیر خارجه فرانسه» is not «وزیر خارجه»."""
    # «استاندار آذربایجان شرقی» governs a province of Iran.
    province = "اذربایجان" in title and not _PROVINCES.isdisjoint(title)
    return (frozenset(title) & foreign_words()) - ({"اذربایجان"} if province else set())


def sent_by(title: Sequence[str]) -> Sequence[str]:
    """«سفیر ژاپن در فرانسه» is «سفیر ژاپن»."""
    envoy = title[0] in ENVOYS and "در" in title
    return title[: title.index("در")] if envoy else title
