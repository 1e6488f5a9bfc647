"""Where the speaker ends in a noun phrase that holds both him and what he speaks of.

«وزیر نیرو | ساخت سد را … خواند», «به گفته سردار «بهرام آریا» | راه بسته است»: an ordered list of cuts, each
of which looks at the words of the phrase; the first that answers wins.
"""

from collections.abc import Callable, Sequence

from persian_speech.actors.alike import REGIONS
from persian_speech.actors.phrases import DEMONSTRATIVES, INDEFINITES, after_honorifics, parts
from persian_speech.actors.plain import NUMERALS, ends_body, is_plural
from persian_speech.actors.vocabulary import (
    bodies,
    city_words,
    common_words,
    foreign_words,
    honorifics,
    is_given,
    object_heads,
    titles,
)
from persian_speech.quotation.clauses import Range
from persian_speech.quotation.lexicon import portfolios, prepositions
from persian_speech.quotation.noun_phrases import before_amount
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.phrase_parts import is_complement
from persian_speech.quotation.somebody import KnownSpeaker
from persian_speech.quotation.title_ends import OF_THIS, named_body_end, title_end
from persian_speech.quotation.whole_titles import LONE, whole_title
from persian_speech.text.letters import DASH_KEYS, DASHES, PLURAL_KEYS

CLOSING = DASHES | {"،", ":"}  # what closes the credit before the clause

SHORTEST_BODY, LONGEST_BODY = 2, 4  # words of «شرکت انفورماتیک»
APPOSING = DASH_KEYS | {"،"}
_OF_LAND = frozenset({"کشور", "کشورمان", "ملی", "مرکزی"})
_MADE = frozenset({("شدن",), ("کردن",), ("سازی",)})  # «ملی شدن نفت»
_SHUT_BY = {"«": "»", "“": "”", '"': '"'}
_ALONE = frozenset({"برخی", "بسیاری", "بعضی", "عدهای", "گروهی"})
EVENTS = frozenset({"نشست", "جلسه", "مراسم", "ایین"})  # «سخنگوی وزارت نیرو | نشست کارشناسان»
_SIDES = frozenset({"طرف", "قوه", "دولت", "ملت", "تیم", "نهاد"})  # «کارشناسان نظامی دو طرف»
_FORCES = frozenset({"پلیس", "سپاه", "ارتش", "دولت", "بسیج", "فراجا", "ناجا"})
_RANKS = frozenset({"عالیرتبه", "ارشد", "بلندپایه", "مسئول", "مسوول", "اگاه", "مطلع", "رسمی", "باسابقه"})


def cut_subject(paragraph: Paragraph, subject: Range, known: KnownSpeaker) -> int | None:
    """Where the speaker ends inside the phrase; none if the phrase can't be cut.

    «وزیر کار و امور اجتماعی | نرخ بیکاری را»: never beside «و», but where an abstract noun begins the object.
    """
    keys = paragraph.keys[: subject[1]]
    ends = (end for cut in CUTS if (end := cut(keys, subject[0], known)) is not None)
    end = _past_transport(keys, next(ends, subject[1]))
    # «رئیس پلیس راه کشور | عوامل تصادف را», «مدیر موزه ملی | شمار آثار را»
    end += end < len(keys) and keys[end] in _OF_LAND and keys[end + 1 : end + 2] not in _MADE
    end += end < len(keys) and keys[end] in PLURAL_KEYS  # «مرکز پژوهش ها | ساخت سد را»
    if "و" in keys[end - 1 : end + 1]:
        end = next((i for i in range(end + 1, len(keys)) if keys[i] in object_heads()), subject[1])
    end = before_amount(keys, subject[0], end)
    end += 2 * (keys[end - 1 : end] == ("بین",))  # «سازمان بین المللی انرژی | این رقم را»
    return end if end < subject[1] and keys[end - 1] not in prepositions() else None


def after_place(keys: Sequence[str], first: int, last: int) -> int | None:
    """«رئیس‌جمهور تاجیکستان | همکاری», «مدیرکل راه اصفهان | حضور»: a place or a body ends the speaker."""
    opens = object_heads() | EVENTS
    heads = (i for i in range(first + 2, last) if keys[i] in opens and keys[i - 1] != "و")
    return next((i for i in heads if keys[i - 1] in city_words() or ends_body(keys, first, i)), None)


def without_object(paragraph: Paragraph, mention: Range, known: KnownSpeaker) -> Range:
    """«رایان | تفکیک فیلم به خاص و عام را نمی‌پسندد و معتقد است»: a surname met before, and an object."""
    first, last = mention
    end = first + 1
    if end >= last or paragraph.keys[end] not in object_heads() or is_given(paragraph.keys[first]):
        return mention
    met = known(paragraph.keys[:end], first) == 1 and paragraph.keys[first] not in common_words()
    return (first, end) if met and titles().at(paragraph.keys, end) is None else mention


def _past_transport(keys: Sequence[str], end: int) -> int:
    """«مدیرعامل شرکت حمل و نقل ریلی پگاه | پیش‌فروش را»: its «و» joins one word."""
    if keys[end - 1 : end + 2] != ("حمل", "و", "نقل"):
        return end
    end += 2
    end += end < len(keys) and keys[end].endswith("ی")
    return end + (end < len(keys) and keys[end] not in common_words())


Cut = Callable[[Sequence[str], int, KnownSpeaker], int | None]
"""(keys up to the phrase's end, its first token, who is known) → where the speaker ends, or no answer."""


def known_form(keys: Sequence[str], first: int, known: KnownSpeaker) -> int | None:
    """Somebody met before, in the same words: «رئیس مرکز پژوهش‌ها | تصویب طرح را»"""
    at = after_honorifics(keys, first)
    length = known(keys, first) or (known(keys, at) and at - first + known(keys, at))
    if not length:
        return None
    end = first + length
    body = bodies().at(keys, first)  # «سپاه: …» and, below, «سپاه پاسداران انقلاب اسلامی | این حمله را»
    end = body[0] if body is not None and body[1] == "name" and body[0] > end else end
    ministry = bodies().at(keys, end) if keys[end : end + 1] == ("وزارت",) else None
    if ministry and ministry[0] < len(keys) and keys[ministry[0]] != "و":
        return ministry[0]  # «مدیرکل میوه‌های سردسیری» and, below, «… وزارت جهاد کشاورزی | آفت گردو را»
    return end + (end + 1 < len(keys) and keys[end] in REGIONS)


def pointed_at(keys: Sequence[str], first: int, known: KnownSpeaker) -> int | None:
    """«این مقام انتظامی | کاهش تصادف‌ها را»، «این بانک | رشد اقتصاد را»"""
    if keys[first] in INDEFINITES and keys[first + 1 : first + 2] == ("از",):
        first += 2
    if first >= len(keys) or keys[first] not in DEMONSTRATIVES:
        return None
    head = titles().at(keys, first + 1)
    if head is None and (body := bodies().at(keys, first + 1)) and body[0] < len(keys):
        return body[0] + (body[0] < len(keys) - 1 and keys[body[0]] in foreign_words())  # «این شرکت چینی»
    if head is None:
        return None
    end = head[0]
    ranked = False
    while end < len(keys) - 1 and (keys[end] in _RANKS or (ranked and keys[end].endswith("ی"))):
        ranked = keys[end] in _RANKS
        end += 1  # «این مقام عالی‌رتبه انتظامی»
    end += (
        end == head[0]
        and end < len(keys) - 1
        and keys[end].endswith("ی")
        and not keys[end].endswith("های")
        and keys[end] not in object_heads()
    )
    end += (
        end == head[0] and end < len(keys) - 2 and keys[end] in _FORCES
    )  # «این مقام پلیس | کاهش تصادف‌ها را»
    return end + (end < len(keys) - 1 and keys[end] == "مجلس")  # «این عضو کمیسیون فرهنگی مجلس»


def after_apposition(keys: Sequence[str], first: int, known: KnownSpeaker) -> int | None:
    """«کتلین بلانکو، فرماندار لوئیزیانا | این افراد را»"""
    comma = next((i for i in range(first, len(keys)) if keys[i] in APPOSING), None)
    head = titles().at(keys, comma + 1) if comma is not None else None
    if head is None and comma is not None and honorifics().at(keys, comma + 1):
        told = parts(keys[comma + 1 :])  # «نماینده استان، خانم ناهید شاه چراغی | تأسیس موزه را»
        end = comma + 1 + told.name[1]
        return end if told.kind == "name" and end < len(keys) else None
    if head is None or comma is None or head[0] >= len(keys):
        return None
    # «امیر رضایی - مدیرعامل بورس - | نمایش سفارش‌ها را»
    close = next((i for i in range(head[0], len(keys)) if keys[i] in DASH_KEYS), None)
    return close + 1 if close and keys[comma] != "،" else title_end(keys, head[0])


def after_title(keys: Sequence[str], first: int, known: KnownSpeaker) -> int | None:
    """«یک عضو هیئت رئیسه مجلس شورای اسلامی | تعداد سؤالات را»"""
    if keys[first] in _ALONE and keys[first + 1 : first + 2] and keys[first + 1] in object_heads():
        return first + 1  # «برخی | اقدام شهردار را»
    if keys[first] in INDEFINITES and first + 2 < len(keys) and is_plural(keys[first + 1]):
        return _some_end(keys, first + 2)
    some = keys[first] in INDEFINITES  # «برخی کارشناسان | …»، «برخی از کارشناسان | …»
    at = first + some + (some and keys[first + 1 : first + 2] == ("از",))
    head = titles().at(keys, at)
    if head is None or head[0] - at == 1:  # «امام جمعه | باران را», but «سردار رایان | …»
        at = after_honorifics(keys, at)
        head = titles().at(keys, at)
    if head and head[1] == "group" and (told := _group_end(keys, at, head[0])):
        return told
    whole = portfolios().at(keys, at + 1) if head else None  # «وزیر تعاون، کار و رفاه اجتماعی»
    if whole and whole[0] < len(keys):
        return whole[0]
    return title_end(keys, head[0]) if head else None


def _group_end(keys: Sequence[str], first: int, end: int) -> int | None:
    """«کارشناسان ورزشی | دلایل ناکامی را», «شاهدان عینی | دو پل را»; not «مدیران آب دو کشور»."""
    end += end - first == 1 and keys[end : end + 1] != () and keys[end].endswith("ی")
    after = keys[end : end + 2]
    if end - first == 1 or len(after) < 2 or after[1] in OF_THIS | _SIDES:
        return None
    return end if after[0] in NUMERALS | object_heads() else None


def _some_end(keys: Sequence[str], i: int) -> int | None:
    """«برخی رسانه‌ها | اقدام شهردار را», «برخی رسانه‌های نزدیک به شهردار | این افراد را»"""
    if keys[i - 1].endswith("های"):
        i += 1 + 2 * is_complement(keys[i], keys[i + 1])
    return i if i < len(keys) else None


def after_seat(keys: Sequence[str], first: int, known: KnownSpeaker) -> int | None:
    """«نماینده مردم بیرجند، خوسف و درمیان در مجلس شورای اسلامی | رونق کشاورزی را»"""
    seats = (i + 1 for i in range(first, len(keys)) if keys[i - 1 : i + 1] == ("در", "مجلس"))
    end = next(seats, None) if keys[first : first + 2] == ("نماینده", "مردم") else None
    return end + 2 * (keys[end : end + 2] == ("شورای", "اسلامی")) if end is not None else None


def after_marks(keys: Sequence[str], first: int, known: KnownSpeaker) -> int | None:
    """«روزنامه «صدای نوش‌رود» | قیمت نان را»: a name in marks ends the phrase, but for a title after it."""
    mark = next((i for i in range(first, len(keys)) if keys[i] in _SHUT_BY), len(keys))
    close = next((i + 1 for i in range(mark + 1, len(keys)) if keys[i] == _SHUT_BY[keys[mark]]), None)
    whole = close == len(keys) and titles().at(keys[:mark], first) == (mark, "office") and mark - first > 1
    if whole or (close == len(keys) and _judges(keys, first, mark)):
        return mark  # «رئیس قوه قضائیه | «امید» را»
    # «این مقام | «سند» را», «این کارشناس | قیمت طرح «مهتاب» را»
    within = any(word in object_heads() for word in keys[first + 2 : mark])
    apart = keys[first] in DEMONSTRATIVES and (within or close == len(keys))
    return None if close is None or apart or titles().at(keys, close) else close


def _judges(keys: Sequence[str], first: int, mark: int) -> bool:
    """«بهرام رایان | «طولانی شدن کار» را»: a name, and common words in marks; not «رایان «کاکو» را»."""
    named = first < mark and named_end(keys[:mark], first) == mark
    return named and not common_words().isdisjoint(keys[mark + 1 : len(keys) - 1])


def of_figures(keys: Sequence[str], first: int, known: KnownSpeaker) -> int | None:
    """«آمار اداره انرژی نروژ | اختلالات بازار را»: whose figures they are."""
    return after_body(keys, first + 1, known) if keys[first] == "امار" and first + 1 < len(keys) else None


def after_body(keys: Sequence[str], first: int, known: KnownSpeaker) -> int | None:
    """«سازمان عفو بین‌الملل و آکسفام | اقدامات اسرائیل را»"""
    body = bodies().at(keys, first)
    if body is None:
        return None
    head = keys[body[0] : body[0] + 1] and keys[body[0]] in object_heads()  # «شرکت | مبلغ پل را»
    end = named_body_end(keys, first) or body[0] + (not head)
    # «اداره کل هنرهای نمایشی | تقارن روزها را»
    end += end < len(keys) - 1 and (keys[end - 1].endswith("های") or keys[end - 1] in {"امور", "کل", "ملی"})
    # «دبیرخانه جشنواره پگاه | مهلت ارسال را»: a word of no other use before the object
    end += keys[end : end + 1] != () and _is_own_name(keys, end) and _is_head(keys, end + 1)
    if end + 2 <= len(keys) and keys[end] in DEMONSTRATIVES and keys[end + 1] in OF_THIS:
        return end + 2  # «مرکز آمار این کشور | تورم را»
    return end + 2 if keys[end : end + 1] == ("و",) and end + 2 < len(keys) else end


def _is_own_name(keys: Sequence[str], i: int) -> bool:
    return keys[i].isalpha() and keys[i] not in common_words() and keys[i] not in prepositions()


def _is_head(keys: Sequence[str], i: int) -> bool:
    return i < len(keys) and keys[i] in object_heads()


def after_name(keys: Sequence[str], first: int, known: KnownSpeaker) -> int | None:
    """«اسفندیاری | برگزاری همایش را»"""
    return named_end(keys, first)


def named_end(keys: Sequence[str], first: int) -> int | None:
    """Where a name ends, with the office that belongs to it: at a common word."""
    told = parts(keys[first:])
    address = honorifics().at(keys, first) is not None  # «سرهنگ گرایلی | این گمان را»
    person = address or is_given(keys[first]) or keys[first] not in common_words()
    if not person or told.kind != "name":
        return None
    end = first + told.name[1]
    end += end < len(keys) - 1 and keys[end] in _SHUT_BY.values()
    head = titles().at(keys, end)
    # «محسن دانا مدیرعامل شرکت آب | سدسازی را»: the office belongs to the name.
    if head is None or head[0] >= len(keys):
        return end
    return whole_title(keys, end, len(keys)) or title_end(keys, head[0])


def before_head(keys: Sequence[str], first: int, known: KnownSpeaker) -> int | None:
    """«یک جنبش عراقی | تحریم شهردار را»: an abstract noun begins the object."""
    heads = (i for i in range(first + 2, len(keys)) if keys[i].removesuffix("های") in object_heads())
    return next((i for i in heads if keys[i - 1] != "و"), None)


def before_this(keys: Sequence[str], first: int, known: KnownSpeaker) -> int | None:
    """«کارشناسان ارشد حوزه آب | این سکوت را»; «مسئولان این سازمان | طرح را»"""
    head = titles().at(keys, first)
    if head is None or head[1] != "group" or keys[first] in INDEFINITES:
        return None
    at = next((i for i in range(head[0], len(keys) - 1) if keys[i] in DEMONSTRATIVES), None)
    if at is None or keys[at + 1] in OF_THIS or bodies().at(keys, at + 1) is not None:
        return None
    # «کارشناسان آب عمان | طرح‌های این شهردار را»
    things = next((i for i in range(head[0], at) if keys[i].endswith(("ها", "های"))), None)
    if things is None:
        return at
    whole = ends_body(keys, head[0], things)
    return things if whole else None


def before_pointed(keys: Sequence[str], first: int, known: KnownSpeaker) -> int | None:
    """«شرکت خدمات انفورماتیک | این اختلال را»: a body, and what is pointed at right before its را."""
    at = len(keys) - 2
    if (
        not SHORTEST_BODY <= at - first <= LONGEST_BODY
        or keys[at] not in {"این", "ان"}
        or bodies().at(keys, first) is None
    ):
        return None
    if keys[at + 1] in OF_THIS or bodies().at(keys, at + 1) or titles().at(keys, at + 1):
        return None
    words = keys[first + 1 : at]
    return None if any(word in object_heads() or word.endswith(("ها", "های")) for word in words) else at


def after_office(keys: Sequence[str], first: int, known: KnownSpeaker) -> int | None:
    """«رئیس‌جمهور | خرید این دستگاه را», «وزیر نیرو | شتاب کار را»: an office that needs no more words."""
    end = whole_title(keys, first, len(keys))
    return None if end == first + 1 and keys[first] in LONE else end  # «شهردار بندر | …»


CUTS: tuple[Cut, ...] = (
    before_this,
    before_pointed,
    after_marks,
    after_seat,
    after_apposition,
    known_form,
    pointed_at,
    after_office,
    after_title,
    of_figures,
    after_body,
    after_name,
    before_head,
)


def cut_before_pointer(paragraph: Paragraph, subject: Range, known: KnownSpeaker) -> int | None:
    """Where a speaker ends in a phrase that holds the object too: «شهرداری | این اتهام را»."""
    cut = cut_subject(paragraph, subject, known)
    pointed = cut is not None and cut - 1 > subject[0] and paragraph.keys[cut - 1] in DEMONSTRATIVES
    return cut - 1 if pointed and cut is not None else cut


def before_name(paragraph: Paragraph, mention: Range) -> Range:
    """«طبق اعلام پلیس، | بهرام رایان دیروز گریخت»: a name that no comma closes does not speak."""
    keys, (first, last) = paragraph.keys, mention
    comma = next((i for i in range(first + 1, last) if paragraph.at(i) == "،"), None)
    if comma is None or paragraph.at(last) in CLOSING or not is_given(keys[comma + 1]):
        return mention
    headed = titles().at(keys[:comma], first) or bodies().at(keys[:comma], first)
    apposed = titles().at(keys, comma + 1) or bodies().at(keys, comma + 1)
    return (first, comma) if headed and not apposed else mention
