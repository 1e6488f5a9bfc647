"""Noun phrases in a clause: where one that begins at a token ends.

The phrase is walked token by token; at each a list of named rules says how far it goes on, or that
it ends there. The first rule that answers wins; what none knows belongs to the phrase.
"""

from collections.abc import Callable, Sequence

from persian_speech.actors.phrases import DEMONSTRATIVES, INDEFINITES, after_honorifics
from persian_speech.actors.plain import ends_body, share_of_people
from persian_speech.actors.vocabulary import (
    common_words,
    first_names,
    honorifics,
    is_given,
    kin,
    object_heads,
    predicate_openers,
    surnames,
    titles,
)
from persian_speech.quotation.appositions import apposition, hyphen
from persian_speech.quotation.clauses import COMMAS, NAME_MARKS, Clause, before_light_verb, clause
from persian_speech.quotation.gestures import gesture
from persian_speech.quotation.lexicon import (
    adverbs,
    documents,
    gestures,
    indefinite_documents,
    portfolios,
    prepositions,
    pronouns,
    uneven_bodies,
)
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.persons import SIDES, THE_TWO
from persian_speech.quotation.phrase_parts import (
    AND,
    BRACKETS,
    COMING,
    bracket,
    coming,
    conjunction,
    is_present,
    marked_name,
    portfolio,
    preposition,
    spelt,
    surname_of_two,
    uneven_body,
)
from persian_speech.quotation.steps import Steps, anywhere, at_marks, at_phrases, at_words
from persian_speech.text.letters import DASHES

LONGEST = 18  # tokens in a phrase
_PREDICATES = frozenset(
    {"قرار", "لازم", "ممکن", "بهتر", "مقرر", "حق", "قصد", "انتظار", "قبول"}
)  # «قرار است»: no part of a name
_STOPS = frozenset({"که", "را", "اینکه", "مبنی", "عبارتند", "اعم", "حاکی"})
# «ایرج کوهی درگفت وگو با خبرنگاران», «وزیر نیرو درادامه سخنانش»: «در» typed in one piece with its noun
_AT_ONCE = "گفت گفتگو گفتوگو ادامه پایان جریان جمع حاشیه روز روزهای مراسم این دیدار نشست جلسه سخنانی"
_AT_ONCE += " بازدید بازجویی پاسخ واکنش ابتدای انتهای حال"
_STOPS |= frozenset("در" + noun for noun in _AT_ONCE.split())
_COPULAS = frozenset({("است",), ("بود",), ("شد",), ("شده",), ("نیست",), ("دارد",), ("دارند",), ("داشت",)})
_FIRST = frozenset({"نخستین", "اولین", "تنها", "دومین"})  # «عمان نخستین کشوری بود که …»
_THAT = frozenset({("بود", "که"), ("است", "که")})
_FACES = frozenset({"پیش", "پیاده", "در", "و", "از", "میانه", "تند", "کند"})
_ONE_OF = (("یکی", "از"), ("یکی", "پس"), ("یکی", "دیگر"))
_THIS_PART = frozenset({("این", "گروه", "از"), ("این", "دسته", "از"), ("این", "عده", "از")})
_SPANS = frozenset({"سال", "ماه", "هفته", "روز", "ساعت", "دهه", "بار"})
_TENS = frozenset({"ده", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد"})
_TENS |= frozenset({"هشتاد", "نود", "صد", "یک", "دو", "سه", "چهار", "چند"})
_TO_THEM = frozenset({"بهم", "بهش", "بهت", "بهمون", "بهشون", "بهتون", "ازم", "ازش"})  # «پدرم بهم گفت»
_NEW = frozenset({"تازهای", "جدیدی", "مهمی", "مفصلی", "محرمانهای", "مشترکی"})
_NEW |= {"بیشتری", "تندی", "شدیدی", "شدیداللحنی"}
_AGENCIES = frozenset({"خبرگزاری", "سایت", "رسانه", "پایگاه"})
_COMPLETED = frozenset({"عدم", "احتمال", "میزان"})  # words that have a complement
_AMOUNTS = frozenset({"میزان", "تعداد", "حجم", "نرخ"})
_SUCH = frozenset({"اینگونه", "انگونه", "چنین"})
# «به گفته بازرسان | هر پنجشنبه …», «پگاه | ویدیویی منتشر کرد»
_OPENING = frozenset({"هر", "هیچ", "چگونه", "متنی", "لیستی", "فهرستی", "ویدیویی", "ویدئویی", "تصاویری"})
# «آریا | هرگونه اشاره‌ای را …»; not «شهردار شرط هرگونه ساخت را …»
_ANY = frozenset({"هرگونه", "هیچگونه", "دهها", "صدها", "هزاران", "چندین"})
_WHOSE = frozenset({("حوزه",), ("صنعت",), ("رشته",), ("وزارتخانه",), ("سازمان",), ("شرکت",), ("نهاد",)})
_DWELLERS = frozenset({"ساکنان", "باشندگان", "اهالی", "مردم", "شهروندان"})
_PLACES = frozenset(
    {"ولسوالی", "روستا", "ولایت", "محله", "شهر", "منطقه", "استان", "شهرستان", "جزیره", "کشور"}
)
_PULPITS = frozenset({("امام", "جمعه"), ("خطیب", "جمعه"), ("نماز", "جمعه")})


Step = Callable[[Clause, int, int], int | None]
"""(clause, the phrase's first token, this token) → the next token, this one to end, or no answer."""


def phrase_end(paragraph: Paragraph, i: int, last: int) -> int:
    """The end of the noun phrase that begins at token ``i``."""
    if i >= last:
        return i
    view = clause(paragraph, last)
    if found := pronouns().at(view.keys, i):
        both = view.keys[i : found[0]] in THE_TWO and view.keys[found[0] : found[0] + 1]
        if view.keys[i : found[0]] == ("این", "دو") and (rank := titles().at(view.keys, found[0])):
            return rank[0]  # «این دو فرمانده»
        return found[0] + (both in SIDES)  # «هر دو کشور»
    j, stop, texts = _past_head(view, i), min(last, i + LONGEST), paragraph.tokens.texts
    while j < stop:
        for step in STEPS.at(texts[j]):
            following = step(view, i, j)
            if following is not None:
                break
        else:
            following = j + 1
        if following == j:
            break
        j = following
    return _trimmed(view, i, j)


def _trimmed(view: Clause, i: int, j: int) -> int:
    """Without a conjunction, a mark, or the head of an object at the end («آریا | احتمال اینکه …»)."""
    while j > i and (
        view.keys[j - 1] in {"و", "یا"}
        or before_amount(view.keys, i, j) < j
        or not (view.is_word(j - 1) or view.at(j - 1) in '»"”)')
        or any(mark.first == j - 1 for mark in view.paragraph.marked)
    ):
        j -= 1
    return j - before_light_verb(view, i, j)


def before_amount(keys: Sequence[str], first: int, end: int) -> int:
    """«رایان | میزان آمادگی شهر را», «مشاور شهردار | عدم وقوع سیل را»: «میزان» ends no speaker."""
    if end - 1 <= first or _COMPLETED.isdisjoint(keys[end - 1 : end]):
        return end
    # «خبرگزاری میزان», «این احتمال»
    agency = keys[end - 2] in _AGENCIES and keys[end - 1] == "میزان"
    return end - (not agency and keys[end - 2] not in DEMONSTRATIVES)


def _past_head(view: Clause, i: int) -> int:
    """Past «یکی از», «خطیب جمعه», «حجت الاسلام»: words that would else end the phrase."""
    if view.keys[i] in INDEFINITES:
        other = view.keys[i + 1 : i + 3] == ("دیگر", "از")  # «یکی دیگر از نگهبانان»
        if other or view.keys[i + 1 : i + 2] == ("از",):
            return i + 2 + other
    if view.keys[i : i + 3] in _THIS_PART:
        return i + 3  # «این گروه از نمایندگان»
    if share_of_people(view.keys, i) and "از" in view.keys[i + 1 : i + 3]:
        return view.keys.index("از", i) + 1  # «۱۳ درصد از پاسخگویان»
    found = titles().at(view.keys, i) or honorifics().at(view.keys, i)
    # «وزیر علوم» is a title itself, but «وزیر علوم، تحقیقات و فناوری» the whole of it; «پزشکان بدون مرز»
    whole = (portfolios().at(view.keys, i + 1) or uneven_bodies().at(view.keys, i)) if found else None
    return max(found[0], whole[0] if whole else 0) if found else i


def is_spoken_marker(keys: Sequence[str], j: int) -> bool:
    """«هویت خلبان رو اعلام کرد»: را as it is spoken; no part of a name («دل پیه رو مهاجم ایتالیا»).

    «در سال‌های پیش رو», «از این رو», «رو به غرب»: a face or a way.
    """
    if keys[j : j + 1] != ("رو",) or titles().at(keys, j + 1) is not None:
        return False
    so = tuple(keys[max(j - 2, 0) : j]) in {("از", "این"), ("از", "ان")}
    if so or keys[j - 1] in _FACES or keys[j + 1 : j + 2] == ("به",):
        return False
    return keys[j - 1] in common_words() or keys[j - 1] in surnames() or keys[j - 1] in first_names()


def _is_whose(keys: Sequence[str], i: int) -> bool:
    """«به گفته وکیلش | حکم لغو شد»; «پدرش بهرام رایان»."""
    word = keys[i]
    return word.endswith("ش") and word[:-1] in kin() and not is_given(keys[i + 1])


def _after_address(keys: Sequence[str], i: int, j: int) -> bool:
    """«عصمت خانم | حرف او را دروغ خواند», «حسن آقا | …»: a form of address behind a given name."""
    called = j > i + 1 and keys[j - 1] in {"خانم", "اقا"} and is_given(keys[j - 2])
    return called and keys[j] in common_words()


def boundary(view: Clause, i: int, j: int) -> int | None:
    """A mark, که, را, a finite verb («قرار است»), or an object that begins («انجمن نامه‌ای …»)."""
    ends = (
        not view.is_word(j)
        or view.keys[j] in _STOPS
        or view.keys[j : j + 2] == ("متشکل", "از")  # «بازار متشکل ارزی» is a name
        or (j > i and view.keys[j] in _TO_THEM)
        or (view.keys[j] == "حدود" and j > i and view.keys[j - 1] != "و")  # «به گفته کارشناسان | حدود …»
        or (j > i and view.keys[j] == "رو" and is_spoken_marker(view.keys, j))
    )
    ends = ends or (j == i + 1 and _is_whose(view.keys, i)) or _after_address(view.keys, i, j)
    ends = ends or (j > i and view.keys[j] in _PREDICATES and view.keys[j + 1 : j + 2] in _COPULAS)
    ends = ends or (j > i and view.keys[j].endswith("ی") and view.keys[j + 1 : j + 3] == ("است", "که"))
    ends = ends or (j > i and view.keys[j] == "پشت" and view.keys[j + 1 : j + 2] == ("تریبون",))
    ends = ends or (j > i and view.keys[j] in _FIRST and view.keys[j + 2 : j + 4] in _THAT)
    told = view.keys[j] in predicate_openers() and not titles().at(view.keys, j)
    told = told and not is_present(view, i, j)
    told = told and (honorifics().at(view.keys, i) or (0,))[0] != j  # «امیر سرتیپ | قادر رایان»
    # «سناتور دانا یکی (دیگر) از …»; not «پدر یکی از کارگران», «وابسته به یکی از شرکت‌ها»
    of_one = j > i and view.keys[j : j + 2] in _ONE_OF and view.keys[j - 1] not in DEMONSTRATIVES
    ends = ends or (of_one and view.keys[j - 1] not in kin() and view.keys[j - 1] != "به")
    # «وزارت نیرو | یک هشدار صادر کرد و گفت»
    ends = ends or (j > i and view.keys[j] == "یک" and ends_body(view.keys, i, j))
    # «سیمین رایان | ده سال است», «سیمین رایان | بیست و دو سال است»
    span = j + 1 + 2 * (view.keys[j + 1 : j + 2] == ("و",))
    counted = view.keys[j] in _TENS and span < view.last and view.keys[span] in _SPANS
    counted = counted or (view.keys[j].isdigit() and view.keys[j + 1 : j + 2] == ("درصد",))
    given = view.keys[j] == "متن" and view.keys[j + 1 : j + 2] != () and view.keys[j + 1] in documents()
    thing = view.keys[j] in documents() or view.keys[j] in object_heads()  # «آریا | جزئیات تازه‌ای را …»
    issued = given or (thing and not _NEW.isdisjoint(view.keys[j + 1 : j + 2]))
    inner = (
        j > i
        and (
            issued
            or view.keys[j : j + 2] == ("نه", "تنها")
            or counted
            or j in view.paragraph.verbs
            or view.keys[j] in indefinite_documents()
            or (view.keys[j] in _OPENING and view.keys[j - 1] != "و")
            or (view.keys[j] in _ANY and _named(view, i, j))
            or view.at(j) == "تو"  # «آریا تو پاسخ به پگاه», as one talks
            or view.keys[j : j + 2] == ("بیش", "از")
            or told
        )
    )
    return j if ends or inner else None


def _named(view: Clause, i: int, j: int) -> bool:
    """A body's name, or a word of no other use, ends right before token ``j``."""
    return ends_body(view.keys, i, j) or (view.is_word(j - 1) and view.keys[j - 1] not in common_words())


def complete_group(view: Clause, i: int, j: int) -> int | None:
    """«به اعتقاد کارشناسان این اقدام»: a group needs no complement; «مسئولان این سازمان، …» has one."""
    some = view.keys[i] in INDEFINITES and view.keys[i + 1 : i + 2] == ("از",) and j > i + 2
    # «برخی از کارشناسان | علت این کار را», «… | این‌گونه خریدها را», «… | میزان بارش …»
    pointed = view.keys[j] in object_heads() and not DEMONSTRATIVES.isdisjoint(view.keys[j + 1 : j + 2])
    if some and (pointed or view.keys[j] in _SUCH | _AMOUNTS):
        return j
    if j > i and view.keys[j] in _SUCH and j + 1 == view.last:
        return j  # «کمیسیون آب چنین اظهار نظر کرده که», «یک سرباز این‌گونه اعتراف می‌کند»
    if j == i or view.keys[j] not in DEMONSTRATIVES:
        return None
    if view.keys[j + 1 : j + 2] == ("را",):
        return j  # «یکی از کارگران | این را دیروز گفت»
    if not some and titles().at(view.keys, i) != (j, "group"):
        return None
    # «شماری از ساکنان این شهر اما می‌گویند», «مقامات این وزارتخانه», «اهالی این روستا»
    ends = (
        view.at(j + 2) in COMMAS
        or (view.keys[j - 1] in _DWELLERS and not _PLACES.isdisjoint(view.keys[j + 1 : j + 2]))
        or view.keys[j + 1 : j + 2] in _WHOSE
        or (view.is_word(j + 1) and view.keys[j + 1] in documents())  # «نویسندگان این نامه»
        or view.keys[j + 2 : j + 3] == ("که",)
        or (some and adverbs().at(view.keys, j + 2) is not None)
        or j + 2 == view.last  # «اعضای این شورا | گفتند»
    )
    return j + 2 if view.is_word(j + 1) and ends else j


def complete_name(view: Clause, i: int, j: int) -> int | None:
    """«به گفته دکتر آریا | این دیدارها»: a name without a title has no complement."""
    if j == i or view.keys[j] not in DEMONSTRATIVES or view.keys[j - 1] in object_heads():
        return None
    at = after_honorifics(view.keys[:j], i)
    address, given = at > i and view.at(at - 1) not in NAME_MARKS, view.keys[i] in first_names()
    titled = any(titles().at(view.keys[:j], k) for k in range(i, j))
    named = (address or (given and j - i > 1)) and at < j
    return j if named and not titled and "و" not in view.keys[i:j] else None


def this_time(view: Clause, i: int, j: int) -> int | None:
    """«دولت نروژ این ماه اعلام کرد»"""
    timed = j > i and view.keys[j] in DEMONSTRATIVES and _SPANS.intersection(view.keys[j + 1 : j + 2])
    return j if timed else None


def adverb(view: Clause, i: int, j: int) -> int | None:
    """«وزیر نیرو دیروز»، «بقائی نیز» end; «معاون اول» goes on."""
    if j > i and view.at(j).endswith("اً"):
        return j  # «علناً»
    day = adverbs().at(view.keys, j + 1) if j > i and view.keys[j].isdigit() else None
    if day and (day[1] == "month" or view.keys[j + 1].endswith("ماه")):
        return j  # «سخنگوی وزارت نیرو ۲۲ فروردین»
    found = adverbs().at(view.keys, j) if j > i else None
    counted = found and view.keys[j] == "دیگر" and view.keys[j - 1 : j] in SIDES and j - 1 > i
    if counted or view.keys[j + 1 : j + 2] == ("نامه",):
        return None  # «عمان و ۲۰ کشور دیگر», «خبرنگار هفته نامه کوهستان»
    if found and view.keys[j] == "دیگر" and j - 1 > i and view.keys[i] in first_names():
        found = None if titles().at(view.keys, j + 1) else found  # «سهیلا دانا دیگر عضو شورا»
    if found and found[1] == "ordinal":
        dated = adverbs().at(view.keys, found[0])  # «خبرگزاری پگاه چهارم خرداد», «… سیزدهم خرداد ماه»
        return j if dated and (dated[1] == "month" or view.keys[dated[0] - 1].endswith("ماه")) else None
    if found and found[1] == "month":
        return j if view.keys[found[0] : found[0] + 1] and view.keys[found[0]].isdigit() else None
    if found and view.keys[j] == "ولی":
        called = view.keys[j - 1] in first_names() or honorifics().at(view.keys, i)
        found = None if called else found  # «محمد ولی», «مهندس ولی آریا»
    elif found and view.keys[j - 1 : j + 1] in _PULPITS:
        found = None  # «محمد آریا امام جمعه نوش‌رود»
    return j if found and found[1] in {"discourse", "time"} else None


STEPS: Steps[Step] = Steps(
    (surname_of_two, anywhere),
    (marked_name, at_marks(*NAME_MARKS)),
    (bracket, at_marks(*BRACKETS)),
    (apposition, at_marks(*COMMAS)),
    (hyphen, at_marks(*DASHES)),
    (portfolio, at_phrases(portfolios)),
    (uneven_body, at_phrases(uneven_bodies)),
    (spelt, at_marks(".")),
    (boundary, anywhere),
    (complete_group, anywhere),
    (complete_name, at_words(lambda: DEMONSTRATIVES)),
    (conjunction, at_words(lambda: AND)),
    (preposition, at_words(prepositions)),
    (this_time, at_words(lambda: DEMONSTRATIVES)),
    (coming, at_words(lambda: COMING)),
    (gesture, at_words(lambda: gestures() | {"رو"})),
    (adverb, anywhere),
)
