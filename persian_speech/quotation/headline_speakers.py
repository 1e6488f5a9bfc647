"""Who stands before a headline's colon: «سخنگوی وزارت نیرو: …», «بیانیه پایانی نشست عمان و قطر: …»."""

from collections.abc import Sequence

from persian_speech.actors.knowledge import known
from persian_speech.actors.name_ends import SECOND_HALVES
from persian_speech.actors.plain import ends_name, is_plain
from persian_speech.actors.vocabulary import (
    bodies,
    first_names,
    honorifics,
    is_given,
    is_made_surname,
    object_heads,
    surname_parts,
    surnames,
    titles,
)
from persian_speech.quotation.clauses import Range
from persian_speech.quotation.lexicon import attributions, documents, prepositions, press, reactions, talks
from persian_speech.quotation.marks import OPENING_MARKS
from persian_speech.quotation.noun_phrases import phrase_end
from persian_speech.quotation.page_lines import is_lettered
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.somebody import after_adverbs
from persian_speech.quotation.subjects import find_subject
from persian_speech.quotation.writings import OF_DOCUMENTS

LONGEST_NAME = 4  # words in a headline's bare name
FARTHEST_FROM = 5  # tokens of «ویدیوی وایرال شده از»
_FILMS = frozenset({"ویدیو", "ویدیوی", "ویدیویی", "ویدئو", "ویدئوی", "فیلم", "کلیپ", "کلیپی"})
_SOMEBODY = frozenset({"منبعی", "مقامی", "دیپلماتی"})  # «منبعی آگاه به پگاه: …»
_MEETINGS = frozenset({"نشست", "اجلاس", "مشترک", "دیدار"})
# «ادعای X: …»: whoever X is, he has said it.
_OWN_WORDS = frozenset({"اظهارات", "ادعای", "سخنان", "صحبتهای", "حرفهای", "گفتههای", "توییت", "توئیت", "پست"})
_ABOUT = frozenset(
    {("درباره",), ("خطاب",), ("در", "مورد"), ("در", "واکنش"), ("در", "پاسخ"), ("به", "مناسبت")}
    | {("با", "اشاره")}
)
_WHOLE = frozenset(
    {"کامل", "جدید", "تازه", "مهم", "عجیب", "جنجالی", "تکراری", "وایرال"}
    | {"شدید", "شدیداللحن", "تند", "صریح", "دوباره", "لفظی"}
)  # «اظهارات کامل ترامپ: …»
_TEXTS = frozenset({"بیانیه", "اطلاعیه", "اعلامیه", "پیام", "نامه", "یادداشت", "جوابیه"})  # «متن پیام دانا:»
_ATTACKS = frozenset({("حمله", "تند"), ("حمله", "لفظی")})
PLATFORMS = (("تروث", "سوشال"), ("توییتر",), ("ایکس",), ("اینستاگرام",))
_BY_REPORTS = frozenset({("به", "گزارش"), ("بر", "اساس", "گزارش"), ("براساس", "گزارش"), ("طبق", "گزارش")})
_NOW = frozenset({"حالا", "اکنون"})  # «حالا سارا مهرجو مجری تلویزیون: …»


def headline_speaker(paragraph: Paragraph, first: int, colon: int, *, opens_document: bool) -> Range | None:
    """Who stands before the colon; a bare unknown name counts only where a document opens."""
    keys = paragraph.keys[:colon]
    credit = _credit(keys, first)
    if credit is not None:
        at, viewed = credit
        # «پگاه به نقل از یک مقام | درباره سد: …»
        colon = next(
            (i for i in range(at + 1, colon) if not _ABOUT.isdisjoint((keys[i : i + 1], keys[i : i + 2]))),
            colon,
        )
        return (at, colon) if not viewed or _names_somebody(paragraph, (at, colon)) else None
    quoted = paragraph.at(first) in OPENING_MARKS and keys[first + 1 : first + 2] != ()
    first += quoted and keys[first + 1] in documents()  # «"اطلاعیه روابط عمومی سپاه"، ایرنا:»
    first += first + 1 < colon and keys[first] in _NOW
    first = _interviewed(paragraph, first, colon)
    told = keys[first] in _OWN_WORDS and first + 1 < colon and keys[first + 1] not in prepositions()
    filmed, first = keys[first] in _FILMS, _past_document(keys, first)
    told = told or (filmed and keys[first - 1] == "از")
    mention = _named_before(paragraph, first, colon)
    if mention is None or mention[0] != first or not _rest_is_phrase(paragraph, mention[1], colon):
        return None
    if _names_somebody(paragraph, mention):
        return mention
    if told and not (filmed or is_given(keys[first])):
        mention = _from_title(keys, mention)
    opens_document = opens_document or paragraph.at(colon + 1) in OPENING_MARKS
    return mention if opens_document and _is_bare_name(paragraph, mention, colon, told=told) else None


def _credit(keys: Sequence[str], first: int) -> tuple[int, bool] | None:
    """«پل بسته شد، به گفته | شهردار: …»: where who is credited begins, and whether with a mere view."""
    for i in range(first, len(keys)):
        found = attributions().at(keys, i)
        # «واکنش یک تحلیلگر به ادعای شهردار: …»
        answers = keys[first] in reactions() or keys[i - 1] in {"واکنش", "پاسخ"}
        passing = found is not None and answers and found[1][0] == "به ادعای"
        if found and found[0] < len(keys) and not passing:
            return found[0], found[1][1] == "believe"  # «از نظر کیفیت:»
    return None


def past_report(paragraph: Paragraph, first: int, colon: int) -> int:
    """«بر اساس گزارش | پگاه نیوز:» alone on its line, and the report below."""
    keys = paragraph.keys[first:colon]
    report = keys.index("گزارش") + 1 if "گزارش" in keys else 0
    alone = colon + 1 == len(paragraph) and report < len(keys)
    return first + report if alone and keys[:report] in _BY_REPORTS else first


def _past_document(keys: Sequence[str], first: int) -> int:
    """«بیانیه پایانی نشست مشترک | عمان و قطر: …»: whose it is, after what it is."""
    last = len(keys) - 1
    # «متن کامل | بیانیه شهرداری:»
    text = 1 + (keys[first + 1 : first + 2] == ("کامل",)) if keys[first] == "متن" else 0
    first += text if first + text < last and keys[first + text] in _TEXTS else 0
    attacks = keys[first : first + 2] in _ATTACKS  # «حمله تند | مجری تلویزیون به شهردار: …»
    if keys[first] in documents() or keys[first] in reactions() or attacks:
        first += 1 + (first + 1 < last and keys[first + 1] in OF_DOCUMENTS | _WHOLE)
        first += first < last and keys[first] == "شده"  # «صحبت‌های وایرال شده | سرباز عمانی»
        first += 2 * (first + 1 < last and keys[first] == "شماره")  # «اطلاعیه شماره ۳۵ سپاه:»
        first += first < last and keys[first] == "اکانت"  # «پست اکانت سنتکام، ترجمه ماشین:»
        while first + 1 < last and keys[first] in _MEETINGS:
            first += 1
    if (
        keys[first:][:1]
        and keys[first] in _FILMS
        and "از" in keys[first + 1 : min(first + FARTHEST_FROM, last)]
    ):
        at = keys.index("از", first) + 1
        if keys[at] in {"یک", "یه"} or is_given(keys[at]) or titles().at(keys, at):
            return at  # «ویدیوی وایرال شده از | یک پزشک جوان:»
    return first


def _from_title(keys: Sequence[str], mention: Range) -> Range:
    """«ادعای ضد ایرانی | کمیسیون اروپا: …»"""
    tables = (titles(), bodies())
    named = (i for i in range(*mention) if any(table.at(keys, i) for table in tables))
    return next(named, mention[0]), mention[1]


def _is_bare_name(paragraph: Paragraph, mention: Range, colon: int, *, told: bool) -> bool:
    """A short name with nothing but what it is about after it; ``told`` that somebody speaks, any words."""
    keys, last = paragraph.keys[:colon], mention[1]
    comma = last + (paragraph.at(last) == "،")  # «کاوه رایان، خطاب به مردم: …»
    rest = keys[comma : comma + 2]
    alone = not rest or rest in _ABOUT or rest[:1] in _ABOUT
    alone = alone or (paragraph.at(last) == "(" and paragraph.at(colon - 1) == ")")
    # «رها پوربخش، شبکه پگاه: «…»»
    employed = paragraph.at(last) == "،" and bodies().at(keys, last + 1) is not None
    end = next((i for i in range(*mention) if paragraph.at(i) == "("), last)
    if end - mention[0] > LONGEST_NAME or not (alone or employed):
        return False
    told = told or rest[:1] == ("خطاب",)  # «کن لینک، خطاب به مردم: …»
    return told or not any(_ends_name(keys, i) for i in range(mention[0], end))


def _interviewed(paragraph: Paragraph, first: int, colon: int) -> int:
    """«مصاحبه اختصاصی پگاه با پروفسور دانا: …»: who is asked speaks."""
    keys = paragraph.keys[:colon]
    if keys[first] not in talks() or "با" not in keys[first : colon - 1]:
        return first
    at = keys.index("با", first) + 1
    return first if press().at(keys, at) else at  # «مصاحبه شهردار با پگاه:» tells below what he said


def _named_before(paragraph: Paragraph, first: int, colon: int) -> Range | None:
    """The noun phrase at ``first``, with an office after its comma: «غریب آبادی، معاون وزیر خارجه»."""
    mention = find_subject(paragraph, first, colon)
    if mention is None or paragraph.at(mention[1]) not in {"،", "؛"}:
        return _without_platform(paragraph, mention)
    title = mention[1] + 1
    if known().bearers(paragraph.keys[title:colon]):  # «نخست‌وزیر پاکستان، شهباز شریف: …»
        return mention[0], colon
    apposed = title < colon and titles().at(paragraph.keys[:colon], title) is not None
    return (mention[0], phrase_end(paragraph, title, colon)) if apposed else mention


def _without_platform(paragraph: Paragraph, mention: Range | None) -> Range | None:
    """«پرزیدنت رایان تروث سوشال:»: where it was written is no part of the name."""
    if mention is None:
        return None
    first, last = mention
    where = (len(name) for name in PLATFORMS if paragraph.keys[first + 1 : last][-len(name) :] == name)
    return first, last - next(where, 0)


def _ends_name(keys: Sequence[str], i: int) -> bool:
    return ends_name(keys, i) and keys[i] not in surname_parts()


def _rest_is_phrase(paragraph: Paragraph, i: int, colon: int) -> bool:
    """«رئیس مجلس در تماس تلفنی با …:»: a phrase may stand between the speaker and the colon."""
    i += i < colon and paragraph.at(i) in '»"”'
    return (
        i == colon
        or paragraph.keys[i:colon] in PLATFORMS
        or paragraph.keys[i] in prepositions()
        or paragraph.keys[i] == "خطاب"
        or paragraph.at(i) in "،("
        or i == after_adverbs(paragraph, i, colon)
    )


def _names_somebody(paragraph: Paragraph, mention: Range) -> bool:
    keys = paragraph.keys[: mention[1]]
    first, last = mention
    tables = (titles(), honorifics(), bodies())
    someone = keys[first] in {"یک", "یه", "یکی"}  # «یک کارشناس نفت:»
    if keys[first] in _SOMEBODY:
        return True
    first += paragraph.at(first) in OPENING_MARKS  # ««فاکس نیوز»: …»
    told = any(table.at(keys, first + someone) for table in tables)
    paper = press().at(keys, first)
    told = told or (paper is not None and paper[0] == last)  # «تایمز: …»
    # «میزان افزایش حقوق …:» is no wire's line
    alone = bodies().at(keys, first) == (first + 1, "name") and keys[first] in object_heads()
    told = told and not (alone and last > first + 1 and ends_name(keys, first + 1))
    # «پیمان‌پاک، رئیس سازمان …:» whatever the first word is; «مطهری تحلیلگر سیاسی:» no common word.
    apposed = any(keys[i - 1] == "،" and titles().at(keys, i) for i in range(first + 2, last))
    marked = first > mention[0]  # «حیاتی» معاون استانداری
    plain = ends_name(keys, first) or not keys[first][1:].isalpha() or is_plain(keys[first:last])
    opened = plain and not marked
    called = not opened and any(
        titles().at(keys, i) for i in range(first + 1, min(first + LONGEST_NAME, last))
    )
    named = keys[first] in surnames() or (keys[first] in first_names() and last - first > 1)
    named = named or not SECOND_HALVES.isdisjoint(keys[first + 1 : last])  # «قدرت الله دانا:»
    named = named or is_lettered(paragraph) or is_made_surname(keys[first])
    return told or apposed or named or called or bool(known().bearers(keys[first:last]))
