"""Subject and object of «X … را … خواند»: where the one ends and the other begins.

With a comma, an adverb or a phrase between them that is plain; without, the subject's noun
phrase is cut where a known speaker, a body's name or a whole title ends in it.
"""

from collections.abc import Callable, Sequence

from persian_speech.actors.members import REGIONS
from persian_speech.actors.phrases import DEMONSTRATIVES, INDEFINITES, after_honorifics, parts
from persian_speech.actors.plain import is_plural
from persian_speech.actors.vocabulary import (
    bodies,
    common_words,
    foreign_words,
    honorifics,
    is_given,
    object_heads,
    predicate_openers,
    surnames,
    titles,
)
from persian_speech.quotation.lexicon import (
    adverbs,
    portfolios,
    prepositions,
    pronouns,
)
from persian_speech.quotation.object_starts import STEPS
from persian_speech.quotation.paragraph import OPENING_MARKS, Paragraph
from persian_speech.quotation.returns import KnownSpeaker, is_somebody
from persian_speech.quotation.subjects import find_subject

Range = tuple[int, int]
PARTICIPLES = ("گرفته", "شده", "داده", "کرده")  # that stand for a verb whose است is left out
FORMER = frozenset({"وقت", "سابق", "اسبق", "پیشین", "فعلی", "کنونی", "منتخب"})
SHORTEST_SOME = 3  # tokens of «برخی از آن»
POINTED = 5  # tokens of «این موارد را»
APPOSING = frozenset("،,-–—ـ_")
_OF_THIS = frozenset({"کشور", "استان", "شهر", "شهرستان", "سازمان", "شرکت", "بانک", "وزارتخانه"})
_ALONE = frozenset({"برخی", "بسیاری", "بعضی", "عدهای", "گروهی"})
_RANKS = frozenset({"عالیرتبه", "ارشد", "بلندپایه", "مسئول", "مسوول", "اگاه", "مطلع", "رسمی", "باسابقه"})
_THEM = frozenset({"آنها", "انها", "ان", "او"})
# Titles that need no complement: «رئیس جمهور تحریم‌ها را … خواند».
WHOLE_TITLES = ("رئیسجمهور", "رئیسجمهوری", "رییسجمهور", "رییسجمهوری", "نخستوزیر", "رهبر", "سخنگو")


def object_marker(paragraph: Paragraph, first: int, last: int) -> int | None:
    """The last را before the cue; «ساخت پل را که … هزینه را کم کرده است، موفق»: not one inside «که …»."""
    markers = [i for i in range(first, last) if paragraph.keys[i] == "را"]
    if len(markers) > 1 and paragraph.verb_in(markers[-1], last) is not None:
        governed = (i for i in markers[:-1] if paragraph.key_at(i + 1) == "که")
        return next(governed, markers[-1])
    return markers[-1] if markers else None


def subject_and_object(
    paragraph: Paragraph, first: int, marker: int, known: KnownSpeaker
) -> tuple[Range | None, int]:
    """The subject, if there is one before the object, and where the object begins."""
    begun = _after_clauses(paragraph, first, marker)
    nearest = find_subject(paragraph, begun, marker) if begun > first else None
    if nearest is not None and is_somebody(paragraph, nearest, known):
        first = begun  # «باران کم شده است، کاوه رایان ساخت سد را …»
    subject = find_subject(paragraph, first, marker)
    if subject is None or subject[1] > marker:
        return None, _object_start(paragraph, first, marker)
    told = _before_it(paragraph, subject, marker) or _surname_alone(paragraph, subject, known)
    told = told or _before_list(paragraph, subject)
    if told is not None:
        return (subject[0], told), _object_start(paragraph, told, marker)
    second = first > paragraph.sentence(first)[0]
    joined = _joined(paragraph, subject, marker)
    if (second or joined) and not is_somebody(paragraph, subject, known):
        return None, subject[0]
    if joined:
        cut = cut_subject(paragraph, subject, known)
        if cut is None and subject[1] == marker:
            return None, subject[0]
        end = cut or subject[1]
        return (subject[0], end), _object_start(paragraph, end, marker)
    return subject, _object_start(paragraph, subject[1], marker)


def _before_list(paragraph: Paragraph, subject: Range) -> int | None:
    """«این پژوهشگر | روند قیمت ارز، طلا و خودرو را»: the object begins before a comma."""
    first, last = subject
    if paragraph.keys[first] not in DEMONSTRATIVES or paragraph.at(last) not in "،,":
        return None
    return next((i for i in range(first + 2, last) if paragraph.keys[i] in object_heads()), None)


def _before_it(paragraph: Paragraph, subject: Range, marker: int) -> int | None:
    """«شماری از فعالان کارگری | آن را»: what ends in an adjective or a plural is no part of «آن»."""
    first, last = subject
    some = paragraph.keys[first] in INDEFINITES and last == marker and last - first > SHORTEST_SOME
    whole = some and paragraph.keys[last - 2].endswith(("ی", "ان", "ها", "ین"))
    return last - 1 if whole and paragraph.keys[last - 1] in {"ان", "انها"} else None


def _surname_alone(paragraph: Paragraph, subject: Range, known: KnownSpeaker) -> int | None:
    """«ترامپ | بهزاد سرمد، مریم کریمی و … را»: one who has spoken goes by a surname; others are spoken of."""
    keys, i = paragraph.keys, subject[0]
    lone = keys[i] in surnames() and known(keys[: subject[1]], i) == 1 and subject[1] - i > 1
    return i + 1 if lone and paragraph.is_word(i + 1) and titles().at(keys, i + 1) is None else None


def _joined(paragraph: Paragraph, subject: Range, marker: int) -> bool:
    """Nothing stands between subject and object: the phrase holds both."""
    end = subject[1]
    if pronouns().at(paragraph.keys, subject[0]):
        return False
    lone = subject[1] - subject[0] == 1 and paragraph.keys[subject[0]] not in common_words()
    if lone and adverbs().at(paragraph.keys, end):
        return False  # «صفایی در پایان | کار با گروه را»
    if end == marker or paragraph.at(end) in OPENING_MARKS:
        return True
    comma = any(paragraph.at(i) in "،," for i in range(end, marker))
    word = paragraph.keys[end]
    goes_on = word in prepositions() or word in predicate_openers() or word == "که"
    goes_on = goes_on and paragraph.keys[end : end + 2] != ("ضمن", "اینکه")
    return not comma and goes_on


def cut_subject(paragraph: Paragraph, subject: Range, known: KnownSpeaker) -> int | None:
    """Where the speaker ends inside the phrase; none if the phrase can't be cut."""
    keys = paragraph.keys[: subject[1]]
    ends = (end for cut in CUTS if (end := cut(keys, subject[0], known)) is not None)
    end = _past_transport(keys, next(ends, subject[1]))
    return end if end < subject[1] else None


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
    return end + (end == head[0] and end < len(keys) - 1 and keys[end].endswith("ی"))


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
    close = next((i for i in range(head[0], len(keys)) if keys[i] in APPOSING - {"،", ","}), None)
    return close + 1 if close and keys[comma] not in {"،", ","} else _title_end(keys, head[0])


def after_title(keys: Sequence[str], first: int, known: KnownSpeaker) -> int | None:
    """«یک عضو هیئت رئیسه مجلس شورای اسلامی | تعداد سؤالات را»"""
    if keys[first] in _ALONE and keys[first + 1 : first + 2] and keys[first + 1] in object_heads():
        return first + 1  # «برخی | اقدام شهردار را»
    if keys[first] in INDEFINITES and first + 2 < len(keys) and is_plural(keys[first + 1]):
        return first + 2  # «برخی رسانه‌ها | اقدام شهردار را»
    some = keys[first] in INDEFINITES  # «برخی کارشناسان | …»، «برخی از کارشناسان | …»
    at = first + some + (some and keys[first + 1 : first + 2] == ("از",))
    head = titles().at(keys, at)
    if head is None or head[0] - at == 1:  # «امام جمعه | باران را», but «سردار رایان | …»
        at = after_honorifics(keys, at)
        head = titles().at(keys, at)
    if head and head[1] == "group":  # «کارشناسان ورزشی | دلایل ناکامی مربیان را»
        near = (j for j in range(head[0] + 1, min(head[0] + 2, len(keys) - 1)) if keys[j] in object_heads())
        if (told := next(near, None)) is not None and keys[told - 1].endswith("ی"):
            return told
    whole = portfolios().at(keys, at + 1) if head else None  # «وزیر تعاون، کار و رفاه اجتماعی»
    if whole and whole[0] < len(keys):
        return whole[0]
    return _title_end(keys, head[0]) if head else None


def of_figures(keys: Sequence[str], first: int, known: KnownSpeaker) -> int | None:
    """«آمار اداره انرژی نروژ | اختلالات بازار را»: whose figures they are."""
    return after_body(keys, first + 1, known) if keys[first] == "امار" and first + 1 < len(keys) else None


def after_body(keys: Sequence[str], first: int, known: KnownSpeaker) -> int | None:
    """«سازمان عفو بین‌الملل و آکسفام | اقدامات اسرائیل را»"""
    body = bodies().at(keys, first)
    if body is None:
        return None
    head = keys[body[0] : body[0] + 1] and keys[body[0]] in object_heads()  # «شرکت | مبلغ پل را»
    end = _named_body_end(keys, first) or body[0] + (not head)
    # «اداره کل هنرهای نمایشی | تقارن روزها را»
    end += end < len(keys) - 1 and (keys[end - 1].endswith("های") or keys[end - 1] in {"امور", "کل", "ملی"})
    if end + 2 <= len(keys) and keys[end] in DEMONSTRATIVES and keys[end + 1] in _OF_THIS:
        return end + 2  # «مرکز آمار این کشور | تورم را»
    return end + 2 if keys[end : end + 1] == ("و",) and end + 2 < len(keys) else end


def after_name(keys: Sequence[str], first: int, known: KnownSpeaker) -> int | None:
    """«اسفندیاری | برگزاری همایش را»: a name ends at a common word."""
    told = parts(keys[first:])
    address = honorifics().at(keys, first) is not None  # «سرهنگ گرایلی | این گمان را»
    person = address or is_given(keys[first]) or keys[first] not in common_words()
    if not person or told.kind != "name":
        return None
    end = first + told.name[1]
    head = titles().at(keys, end)
    # «محسن دانا مدیرعامل شرکت آب | سدسازی را»: the office belongs to the name.
    return _title_end(keys, head[0]) if head and head[0] < len(keys) else end


def before_head(keys: Sequence[str], first: int, known: KnownSpeaker) -> int | None:
    """«یک جنبش عراقی | تحریم شهردار را»: an abstract noun begins the object."""
    heads = (i for i in range(first + 2, len(keys)) if keys[i].removesuffix("های") in object_heads())
    return next((i for i in heads if keys[i - 1] != "و"), None)


CUTS: tuple[Cut, ...] = (
    after_apposition,
    known_form,
    pointed_at,
    after_title,
    of_figures,
    after_body,
    after_name,
    before_head,
)


def _title_end(keys: Sequence[str], i: int) -> int:
    """After a title's last known word: a body, another title, or else one complement."""
    last = len(keys)
    if i < last and keys[i] in DEMONSTRATIVES:
        return i + 2 if i + 2 < last else i
    former = i + (i < last and keys[i] in FORMER)
    whole_body = bodies().at(keys, i)
    if whole_body == (last, "name"):
        return last  # «قائم‌مقام مرکز پژوهش‌های مجلس»
    land = bodies().at(keys, former)
    if former > i and land is not None and land[1] == "name":
        return land[0]  # «نخست‌وزیر وقت کانادا | …»
    named = _named_body_end(keys, i)
    inner = next((end[0] for j in range(i, last) if (end := titles().at(keys, j))), last)
    above = titles().at(keys, inner) if inner < last else None
    inner = (
        above[0] if above and above[0] < last and above[1] == "office" else inner
    )  # «مشاور معاون اول رئیس‌جمهور | حضور مدیران را»
    whole = "".join(keys[:i]).endswith(WHOLE_TITLES)
    # «یک عضو کمیسیون ارز | ادعای آمریکا را»: an abstract noun opens the object.
    head = i < last - 1 and bodies().at(keys, i) == (i + 1, "head")  # «قائم‌مقام مرکز | پژوهش‌ها»
    default = i if whole else i + 1 + head
    reach = min(last, i + 2) if whole else last  # «رئیس‌جمهور منتخب افزایش …»
    abstract = next((j for j in range(i, reach) if keys[j] in object_heads()), default)
    return named or (inner if inner < last else abstract)


def _named_body_end(keys: Sequence[str], i: int) -> int | None:
    """The end of the last body or country that is named before the phrase's end."""
    places = (j for j in range(i, len(keys)) if keys[j] not in object_heads())  # «کارشناسان | میزان خسارت را»
    ends = [found[0] for j in places if (found := bodies().at(keys, j)) and found[1] == "name"]
    return max((end for end in ends if end < len(keys)), default=None)


def _object_start(paragraph: Paragraph, first: int, marker: int) -> int:
    """Past the subject's comma, relative clause, adverbs and phrases with a preposition."""
    if marker - 2 > first and paragraph.keys[marker - 1] in _THEM and paragraph.at(marker - 2) in "،,":
        return marker - 1  # «خبرگزاری پگاه، وابسته به …، آن‌ها را»
    pointed = next(
        (to for to in range(marker - 2, max(first, marker - POINTED), -1) if _opens(paragraph, to)), None
    )
    if pointed is not None:
        return pointed
    i = max(_after_clauses(paragraph, first, marker), first)
    while i < marker:
        following = next((to for step in STEPS if (to := step(paragraph, i, marker)) is not None), i)
        if following == i:
            break
        i = following
    return i


def _opens(paragraph: Paragraph, i: int) -> bool:
    """«با اشاره به …، این موارد را»: a demonstrative after a comma or a clause opens the object."""
    clause = i - 1 in paragraph.verbs or paragraph.key_at(i - 1).endswith(PARTICIPLES)
    return paragraph.keys[i] in DEMONSTRATIVES and (clause or paragraph.at(i - 1) in "،,")


def _after_clauses(paragraph: Paragraph, first: int, marker: int) -> int:
    """After the last whole clause before the object: a verb with «و», or one that no که governs."""
    relative = False
    start = first
    for i in range(first, marker - 1):
        relative = relative or paragraph.keys[i] == "که"
        verb = i in paragraph.verbs and paragraph.keys[i] not in object_heads()  # «نبود آسانسور را»
        left_out = paragraph.keys[i].endswith(PARTICIPLES) and not relative  # «واکنش نشان داده و آن را»
        joined = (verb or left_out) and paragraph.keys[i + 1] == "و"
        if joined or (verb and not relative):
            start, relative = i + 1 + joined, False
    return start
