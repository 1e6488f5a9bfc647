"""Where the object of «X … را … خواند» begins: what stands between it and the subject is stepped over."""

from collections.abc import Callable
from functools import cache
from itertools import pairwise

from persian_speech.actors.phrases import DEMONSTRATIVES
from persian_speech.actors.vocabulary import bodies, city_words, common_words, lands, object_heads, titles
from persian_speech.quotation.headline_speakers import PLATFORMS
from persian_speech.quotation.lexicon import adverbs, documents, indefinite_documents, prepositions, talks
from persian_speech.quotation.marks import OPENING_MARKS
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.writings import OF_DOCUMENTS

PUBLISHING = frozenset({"انتشار", "صدور", "ارسال"})
LEAST_OWN, OWN = 5, 7  # letters of a word with a possessive ending; tokens of a phrase that ends in «خود»
LONGEST_SPEECH = 10  # tokens of «در نطق میان‌دستور امروز (دوشنبه) مجلس»
LEAST_APPOSITION, LONGEST_APPOSITION = 3, 11  # tokens from its first comma to its second
LONGEST_POINTED = 4  # tokens of «این اقدام سریع را»
ASKED = 6  # tokens of «در پاسخ به این سوال»
_THANKS = frozenset({("با", "قدردانی"), ("با", "تشکر"), ("با", "تقدیر"), ("ضمن", "قدردانی"), ("ضمن", "تشکر")})
_TALKS = frozenset({"سخنانی", "سخنرانی", "اظهاراتی", "گفتوگویی", "گفتگویی", "مصاحبهای", "یادداشتی", "نشستی"})
_TELLING = frozenset({"اعلام", "بیان", "ذکر", "تایید", "اشاره", "اعتراض", "استناد"})
_TOLD = frozenset({"مطلب", "خبر", "نکته", "موضوع", "مساله"})
_WAYS = frozenset({"صورت", "طور", "شکل"})
_SHORT = frozenset({"کوتاه", "مفصل", "مشروح", "جداگانه", "تند", "تلویزیونی", "رادیویی", "خبری", "ویدیویی"})
_SHORT |= frozenset({"مطبوعاتی", "تلفنی", "اختصاصی", "زنده", "صوتی", "تصویری", "مشترک", "عمومی", "مجازی"})
_QUESTIONS = ("سوال", "سؤال", "سئوال", "پرسش")
_AUDIENCES = (("در", "دیدار"), ("در", "جمع"), ("با", "حضور"))
_MEETINGS = frozenset({"همایش", "نشست", "مراسم", "جلسه", "دیدار", "ایین", "کنفرانس", "سمینار"})
_MEETINGS |= {"جمع", "حاشیه", "گفتوگو"}
_SPEECHES = frozenset({"نطق", "تذکر", "اخطار", "تذکری"})
_LANDS = frozenset({"کشور", "استان", "شهر", "شهرستان"})
_ASKERS = frozenset({"خبرنگار", "خبرنگاران", "گزارشگر", "مجری"})
_PRESS = (("اصحاب", "رسانه"), ("خبرنگاران",), ("رسانهها",))
_NETWORKS = frozenset({"شبکه", "صفحه", "حساب"})


def apposition(paragraph: Paragraph, i: int, marker: int) -> int | None:
    """«خبرگزاری پگاه، ارگان شهرداری بندر، | رایان را …»: between two commas; no list, which has its «و»."""
    keys = paragraph.keys
    if paragraph.at(i) != "،":
        return None
    # «فرماندهی ارتش، سنتکام، | سد را»
    one = bodies().at(keys, i + 1) == (i + 2, "name") or keys[i + 1] not in common_words()
    least = LEAST_APPOSITION - one
    ahead = range(i + least, min(i + LONGEST_APPOSITION, marker - 1))
    close = next((j for j in ahead if paragraph.at(j) == "،"), None)
    if close is None or keys[close + 1] == "که" or "و" in keys[close:marker] or keys[i + 1] == "و":
        return None
    opens = keys[i + 1] in prepositions() or keys[i + 1] in DEMONSTRATIVES or keys[i + 1] == "که"
    told = opens or adverbs().at(keys, i + 1) is not None or paragraph.verb_in(i, close) is not None
    return None if told or not paragraph.is_word(i + 1) else close + 1


def mark_or_conjunction(paragraph: Paragraph, i: int, marker: int) -> int | None:
    """A comma, «و»; a mark that opens the object's own name stays."""
    loose = not paragraph.is_word(i) and paragraph.at(i) not in OPENING_MARKS
    return i + 1 if loose or paragraph.keys[i] in {"و", "بلکه"} else None


def pointing_phrase(paragraph: Paragraph, i: int, marker: int) -> int | None:
    """«در این نامه آمریکا را …», «با اعلام این مطلب | نرخ نان را …», «با اعتراض به این حکم | آن را …»"""
    keys = paragraph.keys
    if keys[i] == "با" and keys[i + 1] in _TELLING:
        at = i + 2 + (keys[i + 2] == "به")
        told = keys[at] in DEMONSTRATIVES and at + 2 < marker
        return at + 2 if told and (keys[at + 1] in _TOLD or keys[at + 2] in DEMONSTRATIVES) else None
    points = keys[i] in prepositions() and i + 3 < marker and keys[i + 1] in DEMONSTRATIVES
    # «در این گفت‌وگوی تلفنی»: a vowel's ezafe joins an adjective
    joined = points and i + 4 < marker and keys[i + 2].endswith(("وی", "ای"))
    return i + 3 + joined if points else None


def publishing(paragraph: Paragraph, i: int, marker: int) -> int | None:
    """«با انتشار اطلاعیه‌ای | سامانه را …», «طی سخنانی کوتاه | ساخت سد را …»"""
    if paragraph.keys[i] in {"طی", "در"}:
        one = paragraph.keys[i + 1] == "یک"  # «در یک گفت‌وگوی تلویزیونی | ساخت سد را …»
        at = i + 1 + one
        if paragraph.keys[at] in (_TALKS | _interviews() | _MEETINGS if one else _TALKS) and at + 1 < marker:
            return at + 1 + (paragraph.keys[at + 1] in _SHORT and at + 2 < marker)
    told = paragraph.keys[i] == "با" and paragraph.keys[i + 1] in PUBLISHING and i + 3 < marker
    return i + 3 if told and paragraph.keys[i + 2] in indefinite_documents() else None


def in_writing(paragraph: Paragraph, i: int, marker: int) -> int | None:
    """«در اطلاعیه‌ای | اتهام‌های او را …»، «در نامه‌ای به شورای شهر | امضای دبیر را …»"""
    keys = paragraph.keys[:marker]
    if keys[i] != "در" or i + 2 >= marker or keys[i + 1] not in indefinite_documents():
        return None
    if keys[i + 2] in _SHORT and i + 3 < marker:
        return i + 3  # «در پیامی ویدیویی | ساخت سد را …»
    far = i + 2 + (keys[i + 2] in OF_DOCUMENTS)  # «در نامه‌ای سرگشاده به شهردار، | ساخت سد را …»
    comma = next((j for j in range(far, marker - 1) if paragraph.at(j) == "،"), None)
    if far > i + 2 and keys[far] == "به" and comma is not None:
        return comma + 1
    body = bodies().at(keys, i + 3) if keys[i + 2] == "به" else (i + 2, "")
    return body[0] if body is not None and body[1] != "head" and body[0] < marker else None


def on_platform(paragraph: Paragraph, i: int, marker: int) -> int | None:
    """«در ایکس | ساخت سد را …», «در شبکه اجتماعی ایکس | …»"""
    keys = paragraph.keys
    if keys[i] != "در":
        return None
    at = i + 1 + (keys[i + 1] in _NETWORKS) + (keys[i + 1] in _NETWORKS and keys[i + 2] == "اجتماعی")
    ends = (at + len(name) for name in PLATFORMS if keys[at : at + len(name)] == name)
    return next((end for end in ends if end < marker), None)


def pointed_to(paragraph: Paragraph, i: int, marker: int) -> int | None:
    """«به گفت‌وگوهای دو شهر اشاره و | آن را مفید …»: what was touched on, with the verb left out."""
    keys = paragraph.keys
    if keys[i] != "به":
        return None
    return next((j + 2 for j in range(i + 2, marker - 2) if keys[j : j + 2] == ("اشاره", "و")), None)


def adverb(paragraph: Paragraph, i: int, marker: int) -> int | None:
    """«همچنین»، «دیروز»، «در پایان صحبت‌هایش»"""
    found = adverbs().at(paragraph.keys[:marker], i)
    if not found or found[0] >= marker:
        return None
    end, kind = found
    if paragraph.keys[i] == "تنها":
        return None  # «تنها شاخه نظامی آن را»
    if end == marker - 1 == i + 1 and paragraph.keys[i] in {"روز", "شب"}:
        return None  # «روز حادثه را»
    if kind == "opening" and paragraph.keys[end] in DEMONSTRATIVES | _MEETINGS:
        return _past_meeting(paragraph, end, marker)
    if paragraph.keys[i : i + 2] == ("از", "جمله"):
        return None  # «از جمله موارد مهم را …»
    own = next((j + 1 for j in range(end, min(end + 2, marker - 1)) if _is_own(paragraph.keys[j])), end)
    return {"time": end, "discourse": end, "opening": own}.get(kind)


def _past_meeting(paragraph: Paragraph, i: int, marker: int) -> int | None:
    """«در پایان | این نامه، …»; «… این گفت‌وگو | تحریم‌ها را»; «… نشست با کارکنان، | کمبود نیرو را»"""
    if paragraph.keys[i] in DEMONSTRATIVES:
        return i + 2 if paragraph.keys[i + 1] in _MEETINGS and i + 2 < marker else None
    return next((j + 1 for j in range(i + 1, marker) if paragraph.at(j) == "،"), i)


def _is_own(word: str) -> bool:
    """«صحبت‌هایش»، «سخنانش»، «خود»"""
    return word == "خود" or (word.endswith(("هایش", "انش")) and len(word) > LEAST_OWN)


def day(paragraph: Paragraph, i: int, marker: int) -> int | None:
    """«۲۶ مرداد»، «۳ ژوئن ۲۰۲۵»"""
    if paragraph.keys[i] == "در":  # «در خرداد سال ۱۳۹۳ | رقم تازه را»
        named = adverbs().at(paragraph.keys[:marker], i + 1)
        at = named[0] if named and named[1] == "month" else marker
        at += paragraph.keys[at : at + 1] == ("سال",)
        return at + 1 if at + 1 < marker and paragraph.keys[at].isdigit() else None
    month = adverbs().at(paragraph.keys[:marker], i + 1)
    if not paragraph.keys[i].isdigit() or month is None or month[1] != "month":
        return None
    return month[0] + (paragraph.keys[month[0]].isdigit() and month[0] + 1 < marker)


def phrase_with_comma(paragraph: Paragraph, i: int, marker: int) -> int | None:
    """«با تبریک به وی، هماهنگی ارتش را …»، «که به استقبال آمده بود، …»"""
    keys = paragraph.keys
    if keys[i] not in prepositions() and keys[i] != "که":
        return None
    commas = [j for j in range(i, marker) if paragraph.at(j) in "،؛"]
    that = next((j for j in range(i, commas[0]) if keys[j] == "که"), None) if commas else None
    verb = paragraph.first_verb(that, marker) if that is not None else None
    # «در این نشست که شهردار، وزیر کار و مدیر بانک حضور داشتند، | بهرام رایان سد را»
    commas = [j for j in commas if j > verb] if verb is not None else commas
    # «با قدردانی از وزیر کار و رفاه، سازمان آب و بانک رفاه، | ساخت سد را»
    listed = len(commas) > 1 and "و" in keys[commas[-2] : commas[-1]] and keys[i : i + 2] in _THANKS
    return commas[-1 if listed else _last_guest(paragraph, i, commas)] + 1 if commas else None


def _last_guest(paragraph: Paragraph, i: int, commas: list[int]) -> int:
    """«در دیدار رئیس، معاونان و کارکنان سازمان آب، | سد را»: the comma that ends the list of persons."""
    keys = paragraph.keys
    if keys[i : i + 2] not in _AUDIENCES:
        return 0
    ends = (n for n, (before, comma) in enumerate(pairwise(commas), 1) if "و" in keys[before:comma])
    end = next(ends, 0)
    persons = all(titles().at(keys, comma + 1) or keys[comma + 1].endswith("ان") for comma in commas[:end])
    return end if persons else 0


def asked(paragraph: Paragraph, i: int, marker: int) -> int | None:
    """«در پاسخ به سوال دیگری | سطح روابط را …»"""
    keys = paragraph.keys
    if keys[i : i + 3] != ("در", "پاسخ", "به"):
        return None
    at = next((j for j in range(i + 3, min(i + ASKED, marker - 1)) if keys[j].startswith(_QUESTIONS)), None)
    if at is not None and keys[at + 1] in _ASKERS:
        comma = next((j + 1 for j in range(at + 1, marker) if paragraph.at(j) == "،"), None)
        return comma or at + 1  # «به سوال خبرنگار پگاه، | سیل را …»
    return at + 1 + (keys[at + 1] in {"دیگری", "دیگر"}) if at is not None else None


def own_phrase(paragraph: Paragraph, i: int, marker: int) -> int | None:
    """«در نطق خود کاهش بودجه را …»"""
    if paragraph.keys[i] not in prepositions():
        return None
    return next((j + 1 for j in range(i, min(i + OWN, marker - 1)) if paragraph.keys[j] == "خود"), None)


def in_speech(paragraph: Paragraph, i: int, marker: int) -> int | None:
    """«در نطق میان‌دستور امروز مجلس | گرانی دارو را»: up to «مجلس»."""
    keys = paragraph.keys
    if keys[i] != "در" or keys[i + 1] not in _SPEECHES:
        return None
    ahead = range(i + 2, min(i + LONGEST_SPEECH, marker - 1))
    at = next((j for j in ahead if keys[j] == "مجلس"), None)
    return at + 1 if at is not None else None


def beside_that(paragraph: Paragraph, i: int, marker: int) -> int | None:
    """«ضمن اینکه | توقیف کشتی را نقض قانون خواند، گفت»"""
    return i + 2 if paragraph.keys[i : i + 2] == ("ضمن", "اینکه") and i + 2 < marker else None


def about(paragraph: Paragraph, i: int, marker: int) -> int | None:
    """«در مورد سفرش به پکن و دیدارهایش را «خیلی خوب» نامید»"""
    if paragraph.keys[i : i + 2] == ("در", "مورد"):
        return i + 2
    return i + 1 if paragraph.keys[i] in {"درباره", "درمورد"} else None


def phrase_to_place(paragraph: Paragraph, i: int, marker: int) -> int | None:
    """«در نشست شورای نوش‌رود احداث پل را»: a place ends the phrase, an abstract noun opens the object."""
    if paragraph.keys[i] not in prepositions():
        return None
    keys = paragraph.keys
    heads = (j for j in range(i + 2, marker) if keys[j] in object_heads())
    # «در خرداد ۹۸ | تصمیم شهردار را»
    return next((j for j in heads if _names_place(keys[j - 1]) or keys[j - 1].isdigit()), None)


def phrase_to_pointed(paragraph: Paragraph, i: int, marker: int) -> int | None:
    """«در واکنش به افزایش نرخ بیمه در ترکیه | این اقدام را», «در تجلیل از رایان | وی را»"""
    keys = paragraph.keys
    if keys[i] not in prepositions():
        return None
    near = range(max(i + 3, marker - LONGEST_POINTED), marker)
    told = (j for j in near if keys[j] in DEMONSTRATIVES or (j == marker - 1 and keys[j] in {"وی", "او"}))
    return next((j for j in told if _ends_phrase(keys[j - 1])), None)


def _ends_phrase(word: str) -> bool:
    """A name, a place, an adjective («مالیاتی»): no word that goes on with «این …»."""
    adjective = word.endswith("ی") and not word.endswith(("های", "ای", "وی")) and word not in object_heads()
    return _names_place(word) or word.isdigit() or adjective or word in lands()


def in_a_way(paragraph: Paragraph, i: int, marker: int) -> int | None:
    """«به صورت رسمی | قرارداد را», «به طور یک طرفه | …»"""
    keys = paragraph.keys
    if keys[i] != "به" or keys[i + 1] not in _WAYS:
        return None
    end = i + 3 + (keys[i + 2] == "یک")
    return end if end < marker else None


def with_title(paragraph: Paragraph, i: int, marker: int) -> int | None:
    """«در سخنانی با عنوان «شعر و شهر» | زبان او را»"""
    if paragraph.keys[i : i + 2] != ("با", "عنوان"):
        return None
    titled = (mark.last + 1 for mark in paragraph.marked if mark.first == i + 2)
    return next((end for end in titled if end < marker), None)


def past_this_land(paragraph: Paragraph, i: int, marker: int) -> int | None:
    """«با حضور در مجلس این کشور | گزارش پگاه را»"""
    keys = paragraph.keys
    if keys[i] not in prepositions():
        return None
    lands = (j + 2 for j in range(i + 2, marker - 2) if keys[j] in DEMONSTRATIVES and keys[j + 1] in _LANDS)
    return next((j for j in lands if keys[j] in object_heads() or keys[j] in documents()), None)


def at_meeting(paragraph: Paragraph, i: int, marker: int) -> int | None:
    """«در همایش آلودگی هوا | نرخ مرگ و میر را»: an abstract noun opens the object after a meeting's name."""
    keys = paragraph.keys
    if keys[i] != "در" or keys[i + 1] not in _MEETINGS:
        return None
    opens = object_heads() | DEMONSTRATIVES
    heads = (j for j in range(i + 3, marker) if keys[j] in opens and keys[j - 1] not in {"و", "در", "بر"})
    return next(heads, None)


def with_press(paragraph: Paragraph, i: int, marker: int) -> int | None:
    """«در نشست خبری با اصحاب رسانه | رعایت قانون را …», «در گفت‌وگو با (خبرنگار) خبرگزاری پگاه | سیل را …»"""
    if (wire := _wire_end(paragraph, i, marker)) is not None:
        return wire
    among = paragraph.keys[i : i + 2] == ("در", "جمع")
    if paragraph.keys[i] != "با" and not among:
        return None
    at = i + 1 + among
    ends = (at + len(who) for who in _PRESS if paragraph.keys[at : at + len(who)] == who)
    return next((end for end in ends if end < marker), None)


@cache
def _interviews() -> frozenset[str]:
    """«گفت‌وگو», and the first half of «گفت و گو»"""
    return talks() | {"گفت"}


def _wire_end(paragraph: Paragraph, i: int, marker: int) -> int | None:
    keys = paragraph.keys
    with_whom = next((j for j in range(i + 2, min(i + ASKED, marker - 2)) if keys[j] == "با"), None)
    if keys[i] != "در" or keys[i + 1] not in _interviews() or with_whom is None:
        return None
    at = with_whom + 1 + (keys[with_whom + 1] == "خبرنگار")
    asker = bodies().at(keys[: marker - 1], at)
    if asker is not None and asker[1] == "name":
        return asker[0]
    named = at > with_whom + 1 or asker is not None
    return at + 1 + (asker is not None) if named and at + 2 < marker else None


def _names_place(word: str) -> bool:
    plain = word in common_words() or word in object_heads() or word in prepositions() | DEMONSTRATIVES
    return word in city_words() or (word.isalpha() and not plain)


STEPS: tuple[Callable[[Paragraph, int, int], int | None], ...] = (
    apposition,
    mark_or_conjunction,
    pointing_phrase,
    publishing,
    in_writing,
    on_platform,
    asked,
    adverb,
    day,
    phrase_with_comma,
    own_phrase,
    pointed_to,
    phrase_to_place,
    phrase_to_pointed,
    in_a_way,
    with_title,
    past_this_land,
    at_meeting,
    in_speech,
    beside_that,
    about,
    with_press,
)
