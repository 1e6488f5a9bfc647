"""Who speaks in a clause: the noun phrase that is the subject of the cue.

The clause is walked from its beginning, over all that can't be a subject; the first noun phrase
that is left is the subject, unless را makes it an object.
"""

from persian_speech.actors.beside import TALKS
from persian_speech.actors.knowledge import known
from persian_speech.actors.phrases import DEMONSTRATIVES, INDEFINITES, parts
from persian_speech.actors.plain import NUMERALS, ends_body, is_whole
from persian_speech.actors.vocabulary import (
    bodies,
    common_words,
    first_names,
    foreign_words,
    honorifics,
    is_given,
    is_made_surname,
    object_heads,
    surname_parts,
    surnames,
    titles,
)
from persian_speech.quotation.clauses import COMMAS, Clause, Range, clause
from persian_speech.quotation.cuts import cut_subject, named_end
from persian_speech.quotation.gestures import opens_act
from persian_speech.quotation.lexicon import documents, prepositions, pronouns, taken_up
from persian_speech.quotation.noun_phrases import is_spoken_marker, phrase_end
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.persons import begins_name, is_person
from persian_speech.quotation.phrase_ends import inner_subject
from persian_speech.quotation.subject_steps import LONGEST_NAME, STEPS
from persian_speech.quotation.title_ends import whence_end
from persian_speech.quotation.whole_titles import whole_title

_NAMED_SO = frozenset({"شهید", "شهیدان", "بزرگراه", "خیابان", "میدان", "شهدای", "عنوان", "نام"})
_LEADS = frozenset({"به", "پرسش", "سوال", "سئوال", "انتقاد", "نامه"})
_DENIALS = frozenset({("تکذیب",), ("تایید",), ("رد",), ("نادرست",), ("دروغ",), ("کذب",)})
_REASONS = frozenset({"علت", "دلیل", "هدف", "لزوم", "ضرورت", "اهمیت"})
_THEIRS = ("\u200cاش", "\u200cشان")
FULL = 3  # words of «نگار مستوفی سخنان»
ALONE = 2  # words of «قاضی رایان»
_ISSUED = frozenset({("خبر", "منتشر"), ("خبر", "منتشرشده")})
_BEFORE_REPORTS = DEMONSTRATIVES | {"خبر"}
LONGEST_COMPLEMENT = 6  # tokens of «به اسرائیل» with its «را»


def find_subject(paragraph: Paragraph, first: int, last: int) -> Range | None:
    """The subject among tokens ``first`` to ``last``, none if the clause has none."""
    view, texts = clause(paragraph, last), paragraph.tokens.texts
    i = first
    while i < last:
        for step in STEPS.at(texts[i]):
            following = step(view, i)
            if following is not None:
                break
        else:
            following = i
        if following == i:
            return _subject_at(view, first, i)
        i = following
    return inner_subject(view, first, last)


def _subject_at(view: Clause, first: int, i: int) -> Range | None:
    """The noun phrase at ``i``, if it is no object."""
    if opens_act(view, i):
        return None  # «راننده که پشت پل مانده بود، | سر از پنجره بیرون آورد و گفت»
    end = phrase_end(view.paragraph, i, view.last)
    if end == i + 1:
        end = whence_end(view.keys, i) or end
    if view.keys[end : end + 1] == ("را",) and view.keys[i] in DEMONSTRATIVES:
        after = titles().at(view.keys, end + 1)  # «این موضوع را معاون وزیر راه گفت»
        if after is not None and after[1] == "office" and titles().at(view.keys, i + 1) is None:
            return end + 1, phrase_end(view.paragraph, end + 1, view.last)
    marker = end + (view.at(end) in COMMAS)
    if marker > end and view.keys[marker : marker + 1] == ("را",):
        return None  # «بهرام آریا، معاون وزیر، را مقصر دانست»
    object_ends = view.keys[marker : marker + 1] == ("را",) or is_spoken_marker(view.keys, marker)
    if object_ends or view.keys[end : end + 2] == ("خود", "را"):
        end = _before_object(view, i, end)
    else:
        end = _before_report(view, i, end)
    called = _called(view, i, end)
    if called and not object_heads().isdisjoint(view.keys[called : called + 1]):
        end = called
    if end <= i:
        return None
    return with_name_before(view, first, i), end


def _before_report(view: Clause, i: int, end: int) -> int:
    """«وزیر نیرو | گزارش‌های مربوط به سد را رد کرد و گفت»: what is denied has a complement before its را.

    «حوثی‌های یمن | حمله به بندر را تأیید کردند»: so has an abstract noun.
    """
    ahead = range(end, view.last)
    marker = next((j for j in ahead if view.keys[j] == "را" or j in view.paragraph.verbs), None)
    if marker is None or view.keys[marker] != "را":
        return end
    heads = (j for j in range(i + 2, end) if view.keys[j] in object_heads())
    opened = (j for j in heads if _ends_somebody(view, i, j) or _gives_reason(view, j))
    if (j := next(opened, None)) is not None:
        return j
    head, _ = titles().at(view.keys[:end], i) or (end, None)
    if head < end and view.keys[head] in object_heads() and is_whole(view.keys[i:head]):
        return head  # «رئیس جمهور | سیاست کشور درباره آب را تشریح کرد و گفت»
    if view.keys[end] not in prepositions() and view.keys[end] != "مبنی":
        return _called(view, i, end) or end
    abstract = end - 1 > i and view.keys[end - 1] in object_heads() and view.keys[end] == "به"
    near = abstract and marker - end <= LONGEST_COMPLEMENT
    cut = _report(view, i, end) or _called(view, i, end) or whole_title(view.keys, i, end)
    held = _holder_end(view, i, end)
    opens = held is not None and (view.keys[held] in object_heads() or view.keys[held].endswith("های"))
    return cut or (held if held and opens else end - near)


def _gives_reason(view: Clause, j: int) -> bool:
    """«بهرام آریا رئیس فدراسیون | علت اتخاذ این تصمیم درباره سفر را روشن کرد و گفت»"""
    return view.keys[j] in _REASONS and not DEMONSTRATIVES.isdisjoint(view.keys[j + 1 : j + 3])


def _ends_somebody(view: Clause, i: int, j: int) -> bool:
    """«رئیس جمهوری تاجیکستان | همکاری در ساخت سد را خواست و گفت»: a named body, or the whole title, ends."""
    whole = titles().at(view.keys[:j], i + (view.keys[i] in DEMONSTRATIVES)) or (0, "")
    return whole[0] == j or ends_body(view.keys, i, j) or _full_name(view, i, j)


def _is_addressed(view: Clause, i: int, j: int) -> bool:
    """«آقای کاظمی | دنباله سخن را گرفت و گفت»"""
    address = honorifics().at(view.keys, i)
    return address is not None and address[0] == j - 1


def _full_name(view: Clause, i: int, j: int) -> bool:
    """«محمدرضا قیطاسی | اهمیت مدیریت در بحران را یادآور شد و گفت»"""
    words = view.keys[i + 1 : j]
    return view.keys[i] in first_names() and bool(words) and common_words().isdisjoint(words)


def _report(view: Clause, i: int, end: int) -> int | None:
    """«وزیر نیرو | گزارش‌های …», «رئیس مجلس | پیشنهاد همتای خود …»: where what is taken up begins."""
    keys = view.keys
    told = is_person(view, i) or bodies().at(keys, i) is not None or keys[i] in surnames()
    # «دریاباری | پیشنهاد …»: a word of no other use right before it
    alone = i + ALONE if keys[i] not in common_words() else i
    # «نگار مستوفی | سخنان …»: a given name that is a word too, and one word
    near = end if told else min(end, i + FULL if is_given(keys[i]) else alone)
    heads = (j for j in range(i + 1, near) if keys[j] in taken_up() or keys[j : j + 2] in _ISSUED)
    at = next((j for j in heads if keys[j - 1] != "و"), None) or _denied(view, i, near)
    # «سخنگوی وزارت نیرو | این شایعه را رد کرد و گفت», «شهردار | خبر استعفای خود را رد کرد و گفت»
    return at - (keys[at - 1] in _BEFORE_REPORTS and at - 1 > i) if at else None


def _denied(view: Clause, i: int, end: int) -> int | None:
    """«مدیر شیلات | خبر بسته شدن اسکله را تکذیب کرد و گفت»; a lone title goes on: «مدیر خبر شبکه»."""
    if "خبر" not in view.keys[i + ALONE : end]:
        return None
    marker = next((j for j in range(end, view.last) if view.keys[j] == "را"), view.last)
    denied = view.keys[marker + 1 : marker + 2] in _DENIALS
    return view.keys.index("خبر", i + ALONE) if denied else None


def _called(view: Clause, i: int, end: int) -> int | None:
    """«قاضی رایان | ختم جلسه را اعلام کرد و گفت», «هاشمی رفسنجانی | رأی را اعلام کرد»"""
    at = i + ALONE
    if end <= at:
        return None
    if known().bearers(view.keys[i:at]) and view.keys[i] in surnames():
        return at
    court = view.keys[i] in {"قاضی", "متهم", "متهمه"} and parts(view.keys[i:at]).kind == "name"
    return at + (view.keys[at] == "مقام") if court else None


def _land(view: Clause, i: int, end: int) -> int | None:
    """«عمان | امکان گفت‌وگو را رد نکرد، اما گفت»; nothing in «پرسیدند که آیا عمان راه را بسته است»."""
    land = bodies().at(view.keys[:end], i)
    told = land is not None and land[1] == "name" and land[0] < end and view.keys[i - 1] != "ایا"
    if land is None or not told:
        return None
    # «آمریکا | معافیتی را که داده بود، لغو کرد و گفت»
    one = land[0] == end - 1 and view.keys[land[0]].endswith("ی") and view.keys[end + 1 : end + 2] == ("که",)
    return land[0] if one or view.keys[land[0]] in common_words() else None


def _second_land(view: Clause, i: int, end: int) -> int | None:
    """«رئیس‌جمهور ایران | آمریکا را به دروغ‌گویی متهم کرد و گفت»: after an office's land another one."""
    keys = view.keys[:end]
    office = titles().at(keys, i)
    if office is None:
        return None
    lands = (
        found[0] for j in range(i + 1, end - 1) if (found := bodies().at(keys, j)) and found[1] == "name"
    )
    at = next(lands, end)
    other = bodies().at(keys, at) if at < end else None
    return at if other is not None and other[1] == "name" else None


def _names_another(view: Clause, i: int, end: int) -> int | None:
    """«وزارت نیرو | بهرام رایان را متهم کرد و گفت»: a body's name ends, and a person's begins."""
    if bodies().at(view.keys[:end], i) is None:
        return None
    people = (j for j in range(i + 2, end) if begins_name(view, j) or honorifics().at(view.keys[:end], j))
    return next((j for j in people if ends_body(view.keys, i, j)), None)


def _before_object(view: Clause, i: int, end: int) -> int:
    """«رئیس‌جمهور آمریکا این موضوع را رد کرد و گفت»: the object begins with its این."""
    heads = (j for j in range(i + 1, end) if view.keys[j] in object_heads())
    opened = (j for j in heads if _ends_holder(view, i, j) or _is_addressed(view, i, j))
    before = _report(view, i, end) or _called(view, i, end) or _land(view, i, end) or next(opened, None)
    before = before or _second_land(view, i, end) or _names_another(view, i, end)
    before = before or _own(view, i, end) or whole_title(view.keys, i, end) or _one(view, i, end)
    if before:
        return before - (before - 1 > i and view.keys[before - 1] in DEMONSTRATIVES)
    if (told := _holder_end(view, i, end)) is not None:
        return told
    if not is_person(view, i):
        surname = view.keys[i] in surnames() or is_made_surname(view.keys[i])
        surname = surname or bool(known().bearers(view.keys[i : i + 1]))
        return i + (surname and i + 1 < end and _is_plain(view.keys[i + 1]))
    pointed_at = (j for j in range(i + 1, end) if view.keys[j] in DEMONSTRATIVES | NUMERALS)
    # «یک مقام آگاه | علت این حادثه را»
    objects = (j - _opens_object(view, i, j - 1) for j in pointed_at)
    named = view.keys[i] in first_names()
    plain = (j for j in range(i + 2, end) if named and _is_plain(view.keys[j]))
    common = (j for j in plain if view.keys[j] not in surname_parts())
    return next(objects, None) or next(common, None) or _of_office(view, i, end) or i


def _of_office(view: Clause, i: int, end: int) -> int | None:
    """«دبیر انجمن | گزارش تازه را خواند و گفت», «مدیر مدرسه | نامه والدین را خواند و گفت»"""
    office = titles().at(view.keys[:end], i)
    if office is None or office[1] == "group" or office[0] >= end:
        return None
    near = range(max(office[0], i + ALONE), end)
    written = next((j for j in near if view.keys[j] in documents()), None)
    return written or cut_subject(view.paragraph, (i, end), lambda _keys, _i: 0)


def _holder_end(view: Clause, i: int, end: int) -> int | None:
    """Where a group, «این فرد», a name or an office of a company ends before the object."""
    some = view.keys[i] in INDEFINITES and view.keys[i + 1 : i + 2] == ("از",)
    group = titles().at(view.keys[:end], i + 2) if some else None
    if group and group[1] == "group" and group[0] < end - 1:  # «برخی از کارشناسان | برداشت زیاد آب را»
        return group[0]
    pointed = titles().at(view.keys[:end], i + 1) if view.keys[i] in DEMONSTRATIVES else None
    if pointed:
        return pointed[0]  # «این فرد نام فیلم خود را … نامید و گفت»
    alone = titles().at(view.keys[:end], i)
    if alone and alone[0] == end - 2 and pronouns().at(view.keys, end - 1):
        return alone[0]  # «کارگردان حرف وی را رد نکرد و گفت»
    cut = (named_end(view.keys[:end], i) or _of_company(view, i, end)) if end > i + 1 else None
    if cut and i < cut < end:
        return cut - (cut - 1 > i and view.keys[cut - 1] in DEMONSTRATIVES)
    return None


def _is_plain(word: str) -> bool:
    """«بهرام خاوری | کشورهای منطقه را تهدید کرد»: no part of a name."""
    return word in common_words() or word.endswith("های")


def _one(view: Clause, i: int, end: int) -> int | None:
    """«یک کارشناس اقتصادی | پیگیری طلب کارگران را خواستار شد و گفت»"""
    told = view.keys[i] == "یک" and titles().at(view.keys, i + 1) is not None
    return cut_subject(view.paragraph, (i, end), lambda _keys, _i: 0) if told else None


def _of_company(view: Clause, i: int, end: int) -> int | None:
    """«مدیرعامل شرکت آب | روند کار را تشریح کرد و گفت»: an abstract noun after an office and its body."""
    office = titles().at(view.keys[:end], i)
    body = bodies().at(view.keys[:end], office[0]) if office and office[0] < end else None
    if body is None or body[1] != "head":
        return None
    heads = (j for j in range(body[0] + 1, end) if view.keys[j] in object_heads() and view.keys[j - 1] != "و")
    return next(heads, None)


def _own(view: Clause, i: int, end: int) -> int | None:
    """«اتحادیه قایق‌رانان | خواسته‌های خود را برشمرد», «مهرجو | جایزه‌اش را گرفت و گفت», «… | حرف او را …»

    «سارا دانا | خود را مأمور معرفی کرد و گفت», «شهردار | خود را …»
    """
    if view.keys[end : end + 1] == ("خود",):
        if _full_name(view, i, end) or (titles().at(view.keys[:end], i) or (i, ""))[0] == end:
            return end
        alone = titles().at(view.keys[: end - 1], i)  # «بازرس | گزارش خود را»
        opens = view.keys[end - 1] in object_heads() or (alone is not None and alone[0] == end - 1)
        return end - 1 if end - 1 > i and opens else None
    theirs = view.at(end - 1).endswith(_THEIRS) or _is_his(view.keys[end - 1])
    if theirs and end - 1 > i and not view.keys[end - 2].endswith("های"):
        # «مجید رستمی | لیوان چایش را»
        named = i + ALONE - (view.keys[i + 1] in common_words())
        return min(end - 1, named) if view.keys[i] in first_names() else end - 1
    told = end - 2 > i and view.keys[end - 2] in TALKS | {"حرف", "حرفهای", "سخن", "صحبت"}
    return end - 2 if told and pronouns().at(view.keys, end - 1) else None


def _is_his(word: str) -> bool:
    """«دستش», «صدایش»; «گزارش» and «آموزش» are words of their own."""
    if not word.endswith("ش") or word in common_words():
        return False
    return word[:-1] in common_words() or (word.endswith("ایش") and word[:-2] in common_words())


def _ends_holder(view: Clause, i: int, j: int) -> bool:
    """«سخنگوی شرکت پگاه | …», «وزیر کشور | انتصاب استاندار را تکذیب کرد و گفت»"""
    whole = titles().at(view.keys[:j], i) if view.keys[i] == "وزیر" else None
    return ends_body(view.keys, i, j) or (whole is not None and whole[0] == j)


def _opens_object(view: Clause, i: int, j: int) -> bool:
    """«یک مقام آگاه | علت این حادثه را»; not «مسئولان سازمان برنامه و بودجه | این موضوع را»."""
    return j > i and view.keys[j] in object_heads() and view.keys[j - 1] != "و"


def _of_no_use(word: str) -> bool:
    """A word of no other use, as in a name from abroad."""
    return (
        word.isalpha()
        and not any(word in plain for plain in (common_words(), prepositions(), foreign_words()))
        and titles().at((word,), 0) is None
        and not bodies().at((word,), 0)
    )


def with_name_before(view: Clause, first: int, i: int) -> int:
    """«در پی این شایعه محمود نادری، معاون ارتباطات …»: the name stands before the comma."""
    if i - 1 <= first or view.at(i - 1) not in COMMAS or not titles().at(view.keys, i):
        return i
    if view.keys[i] in INDEFINITES:
        return i  # «براساس گزارش میدانی آوش، یکی از ساکنان روستا گفت»
    for j in range(max(first, i - LONGEST_NAME), i - 2):
        if view.keys[j] in first_names() and all(view.is_word(k) for k in range(j, i - 1)):
            # «در پاسخ به (پرسش) بهرام رایان درباره سد، وزیر نیرو گفت»
            led = j > first and view.keys[j - 1] in TALKS | _LEADS
            return i if led or not prepositions().isdisjoint(view.keys[j : i - 1]) else j
    # «در بروکسل پایتخت بلژیک جاناتان تاد، سخنگوی …»
    foreign = [k for k in range(i - 3, i - 1) if k > first and view.is_word(k) and _of_no_use(view.keys[k])]
    led = view.keys[i - 4] in prepositions() | _NAMED_SO | TALKS if i - 4 >= first else False
    return i - 3 if len(foreign) == ALONE and not led else i
