"""Who speaks in a clause: the noun phrase that is the subject of the cue.

The clause is walked from its beginning, over all that can't be a subject; the first noun phrase
that is left is the subject, unless را makes it an object.
"""

from collections.abc import Callable, Sequence

from persian_speech.actors.beside import TALKS
from persian_speech.actors.knowledge import known
from persian_speech.actors.phrases import DEMONSTRATIVES, INDEFINITES, parts
from persian_speech.actors.plain import NUMERALS, is_people, is_whole
from persian_speech.actors.vocabulary import (
    bodies,
    common_words,
    first_names,
    foreign_words,
    object_heads,
    surname_parts,
    surnames,
    titles,
)
from persian_speech.quotation.clauses import COMMAS, Clause, Range, clause
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.lexicon import prepositions, pronouns
from persian_speech.quotation.noun_phrases import is_spoken_marker, phrase_end
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.persons import begins_name, is_person
from persian_speech.quotation.phrase_ends import follows_adverb, inner_subject
from persian_speech.quotation.subject_steps import LONGEST_NAME, STEPS
from persian_speech.text.letters import DASHES

KnownForm = Callable[[Sequence[str], int], int]
_NAMED_SO = frozenset({"شهید", "شهیدان", "بزرگراه", "خیابان", "میدان", "شهدای", "عنوان", "نام"})
ALONE = 2  # words of «قاضی رایان»
_REPORTS = frozenset(
    {
        "وقوع",
        "گزارشهای",
        "گزارشها",
        "خبرهای",
        "اخبار",
        "شایعات",
        "شایعه",
        "ادعاهای",
        "ادعای",
        "اتهامات",
        "اتهامهای",
    }
)
_ASKED = frozenset({"اینکه", "ایا", "سوال", "سئوال", "پرسش"})

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
    end = phrase_end(view.paragraph, i, view.last)
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
    return _with_name_before(view, first, i), end


def _before_report(view: Clause, i: int, end: int) -> int:
    """«وزیر نیرو | گزارش‌های مربوط به سد را رد کرد و گفت»: what is denied has a complement before its را.

    «حوثی‌های یمن | حمله به بندر را تأیید کردند»: so has an abstract noun.
    """
    ahead = range(end, view.last)
    marker = next((j for j in ahead if view.keys[j] == "را" or j in view.paragraph.verbs), None)
    if marker is None or view.keys[marker] != "را":
        return end
    opened = (j for j in range(i + 2, end) if view.keys[j] in object_heads() and _ends_somebody(view, i, j))
    if (j := next(opened, None)) is not None:
        return j
    head, _ = titles().at(view.keys[:end], i) or (end, None)
    if head < end and view.keys[head] in object_heads() and is_whole(view.keys[i:head]):
        return head  # «رئیس جمهور | سیاست کشور درباره آب را تشریح کرد و گفت»
    if view.keys[end] not in prepositions() and view.keys[end] != "مبنی":
        return _called(view, i, end) or end
    abstract = end - 1 > i and view.keys[end - 1] in object_heads() and view.keys[end] == "به"
    near = abstract and marker - end <= LONGEST_COMPLEMENT
    return _report(view, i, end) or _called(view, i, end) or end - near


def _ends_somebody(view: Clause, i: int, j: int) -> bool:
    """«رئیس جمهوری تاجیکستان | همکاری در ساخت سد را خواست و گفت»: a named body, or the whole title, ends."""
    whole = titles().at(view.keys[:j], i + (view.keys[i] in DEMONSTRATIVES)) or (0, "")
    return whole[0] == j or _ends_body(view, i, j) or _full_name(view, i, j)


def _full_name(view: Clause, i: int, j: int) -> bool:
    """«محمدرضا قیطاسی | اهمیت مدیریت در بحران را یادآور شد و گفت»"""
    words = view.keys[i + 1 : j]
    return view.keys[i] in first_names() and bool(words) and common_words().isdisjoint(words)


def _ends_body(view: Clause, i: int, j: int) -> bool:
    """«روابط عمومی ارتش | هویت خلبان را اعلام کرد. نوشتند …»"""
    return any(bodies().at(view.keys[:j], k) == (j, "name") for k in range(i, j))


def _report(view: Clause, i: int, end: int) -> int | None:
    """«وزیر نیرو | گزارش‌های …»: where a report begins in the phrase."""
    heads = (j for j in range(i + 1, end) if view.keys[j] in _REPORTS and view.keys[j - 1] != "و")
    return next(heads, None)


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
    return land[0] if land and told and view.keys[land[0]] in common_words() else None


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


def _before_object(view: Clause, i: int, end: int) -> int:
    """«رئیس‌جمهور آمریکا این موضوع را رد کرد و گفت»: the object begins with its این."""
    opened = (j for j in range(i + 2, end) if view.keys[j] in object_heads() and _ends_body(view, i, j))
    before = _report(view, i, end) or _called(view, i, end) or _land(view, i, end) or next(opened, None)
    before = before or _second_land(view, i, end)
    if before:
        return before
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
    if not is_person(view, i):
        return i + (view.keys[i] in surnames() and i + 1 < end and view.keys[i + 1] in common_words())
    pointed_at = (j for j in range(i + 1, end) if view.keys[j] in DEMONSTRATIVES | NUMERALS)
    # «یک مقام آگاه | علت این حادثه را»
    objects = (j - _opens_object(view, i, j - 1) for j in pointed_at)
    named = view.keys[i] in first_names()
    plain = (j for j in range(i + 2, end) if named and view.keys[j] in common_words())
    common = (j for j in plain if view.keys[j] not in surname_parts())
    return next(objects, None) or next(common, i)


def _opens_object(view: Clause, i: int, j: int) -> bool:
    """«یک مقام آگاه | علت این حادثه را»; not «مسئولان سازمان برنامه و بودجه | این موضوع را»."""
    return j > i and view.keys[j] in object_heads() and view.keys[j - 1] != "و"


def many_did(paragraph: Paragraph, cue: Introducer | None, mention: Range) -> bool:
    """«خانم‌هایی که سوار می‌شوند سلام می‌کنند، | آرام می‌گوید: …»: many did this, and one speaks."""
    one = cue is not None and (cue.manner, cue.number, cue.link) == ("finite", "sg", ":")
    if cue is None or not one or not paragraph.keys[mention[0]].endswith("هایی"):
        return False
    verb = paragraph.verb_in(mention[1], cue.first)
    return verb is not None and paragraph.verbs[verb].number == "pl"


def person_later(paragraph: Paragraph, first: int, last: int) -> Range | None:
    """«نحوه ساخت سینماها، محمد اشرفی رئیس انجمن … توضیح داد»: after a comma, verb or adverb."""
    view = clause(paragraph, last)
    for i in range(first + 1, last):
        after = view.at(i - 1) in COMMAS or view.keys[i - 1] == "که" or i - 1 in paragraph.verbs
        told = titles().at(view.keys, i), bodies().at(view.keys, i)
        somebody = begins_name(view, i) or "office" in (told[0] or ()) or told[1] is not None
        somebody = somebody or (view.is_word(i) and (_before_office(view, i) or _some_of_group(view, i)))
        if (after or follows_adverb(view, i, first)) and somebody:
            return i, phrase_end(paragraph, i, last)
    return None


def _before_office(view: Clause, i: int) -> bool:
    """«محمدقاصد رایان رئیس انجمن»: two words that no table knows, and an office."""
    words = view.keys[i : i + 2]
    unknown = common_words().isdisjoint(words) and prepositions().isdisjoint(words)
    unknown = unknown and len(words) > 1 and view.is_word(i + 1)
    return unknown and "office" in (titles().at(view.keys, i + 2) or ())


def _some_of_group(view: Clause, i: int) -> bool:
    """«یکی از مقامات»"""
    some = view.keys[i] in INDEFINITES and view.keys[i + 1 : i + 2] == ("از",)
    return some and "group" in (titles().at(view.keys, i + 2) or ())


def somebody_later(
    paragraph: Paragraph, first: int, last: int, known: KnownForm, *, mid_phrase: bool = True
) -> Range | None:
    """«در شرایطی که بسیاری از ناظران بارها هشدار داده بودند»: who is told mid-clause, with no other verb.

    ``mid_phrase``: whether a name that no comma or که parts from the words before it may be who is told.
    """
    view = clause(paragraph, last)
    if not _ASKED.isdisjoint(view.keys[first:]):
        return None
    for i in range(first + 1, last):
        told = _opens_clause(view, i, first) and _is_told(view, i)
        told = told or (view.keys[i - 1] == "حالی" and bodies().at(view.keys, i) is not None)
        told = told or (
            i == last - 1 and view.keys[i - 1] == "که" and view.keys[i].endswith("یها")
        )  # «سینمایی‌ها»
        if told or (mid_phrase and _named_mid_phrase(view, i, known)):
            end = phrase_end(paragraph, i, last)
            alone = paragraph.verb_in(end, last) is None and view.keys[end : end + 1] != ("را",)
            return (i, end) if alone else None
    return None


def _opens_clause(view: Clause, i: int, first: int) -> bool:
    """After «که», a year or an adverb."""
    return view.keys[i - 1] == "که" or view.keys[i - 1].isdigit() or follows_adverb(view, i, first)


def _is_told(view: Clause, i: int) -> bool:
    """An office, a group, some of a group, people of a land, a name."""
    some = view.keys[i] in INDEFINITES
    i += some + (some and view.keys[i + 1 : i + 2] == ("دیگر",))
    i += some and view.keys[i : i + 1] == ("از",)
    if i >= view.last:
        return some
    head = titles().at(view.keys, i)
    of_land = view.keys[i].endswith("ها") and view.keys[i][:-2] in foreign_words() | {"اروپایی"}
    named = begins_name(view, i) or (some and bodies().at(view.keys, i) is not None)
    office = head is not None and head[1] in {"office", "group"}
    return office or of_land or named or is_people(view.keys, i)


def _named_mid_phrase(view: Clause, i: int, known: KnownForm) -> bool:
    """«پیش از نمایش فیلم مجید رایان درباره آن گفت»، «ادامه‌ی مراسم سرگی ویکتورو - وزیر آب - گفت»."""
    if view.keys[i - 1] in prepositions() or not view.is_word(i):
        return False
    length = known(view.keys, i) if view.keys[i] not in common_words() else 0
    coined = view.keys[i - 1] == "بیت"  # «استخراج بیت کوین ماینینگ به …»
    length = max(length, 2 * (begins_name(view, i) and not coined))
    if length > 1 and i + length == view.last and view.keys[i - 1] in foreign_words():
        return True  # «در رابطه با آمریکا بهرام آریا معتقد است»
    if length and view.keys[i + length : i + length + 1] and view.keys[i + length] in prepositions():
        return True
    if view.at(i + 2) not in DASHES or titles().at(view.keys, i + 3) is None:
        return False
    words = view.keys[i : i + 2]
    return common_words().isdisjoint(words) and prepositions().isdisjoint(words)


def _of_no_use(word: str) -> bool:
    """A word of no other use, as in a name from abroad."""
    return (
        word.isalpha()
        and not any(word in plain for plain in (common_words(), prepositions(), foreign_words()))
        and titles().at((word,), 0) is None
        and not bodies().at((word,), 0)
    )


def _with_name_before(view: Clause, first: int, i: int) -> int:
    """«در پی این شایعه محمود نادری، معاون ارتباطات …»: the name stands before the comma."""
    if i - 1 <= first or view.at(i - 1) not in COMMAS or not titles().at(view.keys, i):
        return i
    if view.keys[i] in INDEFINITES:
        return i  # «براساس گزارش میدانی آوش، یکی از ساکنان روستا گفت»
    for j in range(max(first, i - LONGEST_NAME), i - 2):
        if view.keys[j] in first_names() and all(view.is_word(k) for k in range(j, i - 1)):
            return i if j > first and view.keys[j - 1] in TALKS else j
    # «در بروکسل پایتخت بلژیک جاناتان تاد، سخنگوی …»
    foreign = [k for k in range(i - 3, i - 1) if k > first and view.is_word(k) and _of_no_use(view.keys[k])]
    led = view.keys[i - 4] in prepositions() | _NAMED_SO | TALKS if i - 4 >= first else False
    return i - 3 if len(foreign) == ALONE and not led else i
