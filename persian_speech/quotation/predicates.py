"""What is said of a thing: «روابط را برادرانه خواندند»، «از وی به عنوان … یاد کرد»، «… را تکذیب کرد»."""

from collections.abc import Sequence
from itertools import pairwise

from persian_speech.actors.phrases import DEMONSTRATIVES, INDEFINITES
from persian_speech.actors.plain import NUMERALS
from persian_speech.actors.vocabulary import bodies, common_words, foreign_words, titles
from persian_speech.quotation.clauses import Range
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.lexicon import pronouns, recitations
from persian_speech.quotation.objects import PARTICIPLES, object_marker, subject_and_object
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.scene import Draft, Scene
from persian_speech.quotation.somebody import after_adverbs
from persian_speech.quotation.subjects import find_subject
from persian_speech.quotation.trimming import trim
from persian_speech.quotation.words import is_may

_HIMSELF = frozenset({("خود",), ("خودش",), ("خودشان",)})
_ASIDES = frozenset({"با", "ضمن", "پس", "بعد", "پیش", "،"})
_WRITTEN = frozenset({"بیانیه", "نامه", "پیام", "متن"})
_FIGURE_VERBS = frozenset({"اعلام کردن", "عنوان کردن", "ذکر کردن"})
_REMEMBERS = frozenset({"یاد کردن", "یاد نمودن", "نام بردن"})
_CAUSES = frozenset({"علت", "علل", "دلیل", "دلایل", "عامل", "هدف", "اهداف"})  # «علت را کمی باران بیان کرد»
_MODALS = frozenset({"باید", "نباید", "میبایست", "بایستی"})
_FEELINGS = frozenset({"رضایت", "نارضایتی", "امادگی", "موافقت", "مخالفت", "حمایت", "نگرانی"})
_FEELINGS |= frozenset({"انزجار", "نفرت", "بیزاری", "همبستگی", "همدردی", "وفاداری", "نامزدی"})
_SCENES = frozenset({"در", "طی", "برای", "توسط", "با", "بدون", "به", "امروز", "دیروز"})
_SCENES |= frozenset({"پیرامون", "درباره", "درخصوص", "پس", "پیش", "قبل", "بعد", "هنگام"})
_ABOUT = frozenset({"معادل", "حدود", "میزان"})
_WELL = frozenset({("به", "خوبی"), ("نیز",), ("هم",)})  # «این را هم می‌دانند»
LONGEST_FIGURE = 4  # tokens of «۱۸ متر مربع»
_PHRASES = frozenset({"در", "با", "برای", "طی", "به"})
_UNTIL = frozenset({("تا", "اینکه"), ("تا", "این")})
_QUESTIONS = frozenset({"چطور", "چگونه", "چه", "چقدر"})
_ASKED = frozenset(("اینکه", word) for word in ("کدام", "چه", "چرا", "چگونه", "چقدر", "چطور", "ایا"))
_CLAIMED = frozenset({"ادعا", "ادعای", "خبر", "شایعه", "گفته", "گزارش", "اتهام", "نسبت"})
_PUBLISHED = frozenset({"منتشر", "منتشرشده", "مطرح", "پخش", "شایع"})
_REPORTS = frozenset({"خبر", "نقل", "گزارش", "ادعای", "ادعا", "شایعه", "اظهارات", "سخنان", "خبرهای", "این"})
_REPORTS |= frozenset({"گزارشها", "گزارشهای", "گزارشهایی", "ادعاها", "ادعاهای", "ادعاهایی"})
_REPORTS |= frozenset({"شایعات", "شایعههای", "خبرها", "خبرهایی", "خبری", "گزارشی", "اخبار", "اخباری"})


def predicative(scene: Scene, intro: Introducer) -> Draft | None:
    """«روابط … را … برادرانه خواندند»: the object with its predicate."""
    if (
        "p" not in intro.frames
        or intro.lemma in _REMEMBERS
        or intro.manner != "finite"
        or scene.paragraph.key_at(intro.first - 1) == "که"  # «شعرهایی که می‌خواند»
        or (intro.link in {":", "که"} and "c" in intro.frames and not _figure_told(scene, intro))
    ):
        return None
    paragraph = scene.paragraph
    start = scene.clause_start(intro.first)
    start = past_semicolon(paragraph, start, intro.first)
    marker = object_marker(paragraph, start, intro.first)
    if marker is None or marker + 1 >= intro.first or _no_judgement(scene, intro, marker):
        return None
    inner = _past_relative(scene, start, marker)
    subject, first = subject_and_object(paragraph, inner, marker, scene.known)
    first = _before_marks(paragraph, first, marker)
    # «خود را مادر عادل معرفی می‌کند» tells what one does, not what one says of a thing.
    himself = paragraph.keys[first:marker] in _HIMSELF
    if first >= marker or (himself and not _holds_himself(paragraph, intro, subject)):
        return None
    target = {*paragraph.keys[first : first + 2], *paragraph.keys[marker - 2 : marker]}
    if (
        intro.lemma == "خواندن"
        and not recitations().isdisjoint(target)
        and not _is_judged(scene, first, marker)
    ):
        return None  # «شعری را برای حاضران خواند»
    # «شهری که آن را رباط می‌نامند»: people call it so. «در سال‌های گذشته دولت صادرات آنها را ممنوع اعلام
    # می‌کرد»: where the object begins nobody can tell.
    called = intro.number == "pl" and intro.tense == "present"
    if subject is None and (called or paragraph.keys[first] in _PHRASES):
        return None
    content = trim(paragraph, first, intro.first)
    return Draft("predicative", intro, content, (start, first), subject)


def past_semicolon(paragraph: Paragraph, start: int, cue: int) -> int:
    """«او از احضارها خبر می‌دهد؛ خبری که | حراست آن را بی‌اساس خوانده است»"""
    at = next((i for i in range(cue - 1, start - 1, -1) if paragraph.at(i) == "؛"), None)
    if at is None or paragraph.verb_in(at, cue) is not None:
        return start
    if paragraph.verb_in(start, at) is None and paragraph.has_word(start, at):
        return start
    return at + 1 + 2 * (paragraph.key_at(at + 1).endswith("ی") and paragraph.key_at(at + 2) == "که")


def _is_judged(scene: Scene, first: int, marker: int) -> bool:
    """«این بیانیه را حاصل دلسوزی خواند»; not «این نامه را برای حاضران خواند»."""
    keys = scene.paragraph.keys
    pointed = keys[first] in DEMONSTRATIVES and keys[first + 1] in _WRITTEN and first + 2 == marker
    return pointed and keys[marker + 1] not in _SCENES


def _before_marks(paragraph: Paragraph, first: int, marker: int) -> int:
    """«| «ساخت پل و پرداخت خسارت» را از مطالبات مردم برشمرد»: what stands in marks is one object."""
    inside = (mark.first for mark in paragraph.marked if mark.first < first < mark.last <= marker)
    return next(inside, first)


def _holds_himself(paragraph: Paragraph, intro: Introducer, subject: Range | None) -> bool:
    """«شهردار خود را مسئول این کار دانست»; not «این فرد نام قایق | خود را …»."""
    if intro.lemma in {"معرفی کردن", "عنوان کردن"} or subject is None:
        return False
    keys, (first, last) = paragraph.keys, subject
    titled = titles().at(keys[:last], first) or pronouns().at(keys[:last], first)
    named = keys[last - 1] not in common_words() or keys[last - 1] in foreign_words()
    return named or (titled is not None and titled[0] == last)


def _figure_told(scene: Scene, intro: Introducer) -> bool:
    """«سرانه را ۱۸ متر اعلام کرد که در بندر ۳۱ متر است»: the clause after که tells more of a figure."""
    paragraph = scene.paragraph
    marker = object_marker(paragraph, scene.clause_start(intro.first), intro.first)
    if marker is None or intro.link != "که" or intro.lemma not in _FIGURE_VERBS:
        return False
    predicate = paragraph.keys[marker + 1 : intro.first]
    one = paragraph.verb_in(marker, intro.first) is None
    return one and _is_figure(predicate) and predicate[0] not in _SCENES - {"برای"}


def _is_figure(predicate: Sequence[str]) -> bool:
    return any(word.isdigit() or word in NUMERALS for word in predicate[-LONGEST_FIGURE:])


def _past_relative(scene: Scene, first: int, marker: int) -> int:
    """«این مسیر است که شهردار ساخت آن را … خواند»: a clause begins after که and has no verb before را."""
    keys = scene.paragraph.keys
    joint = next((i for i in range(marker - 1, first - 1, -1) if keys[i] == "که"), None)
    # «خسرو دانا، که خود نابیناست، ادامه کار را …»
    if joint is None or scene.paragraph.verb_in(joint, marker) is not None:
        return first
    if keys[joint - 1] == "را" or (keys[joint - 1] == "،" and keys[joint + 1] not in INDEFINITES):
        return first  # «خسرو دانا، که | بسیاری او را استاد می‌دانند، …»: they think so
    # «در بهار بود که بسیاری از مدیران ارز رمزنگاری شده را …»
    cleft = keys[joint - 1] == "بود"
    if not cleft and any(word.endswith(PARTICIPLES) for word in keys[joint + 1 : marker - 1]):
        return first  # «کاری که انجام گرفته این تلاش را»: است is left out
    return joint + 1


def _no_judgement(scene: Scene, intro: Introducer, marker: int) -> bool:
    """«را باید دوباره خواند» is nobody's; «خبر را در نشستی اعلام کرد» has no predicate."""
    paragraph = scene.paragraph
    words = paragraph.keys[scene.clause_start(intro.first) : intro.first]
    if intro.lemma == "بیان کردن" and _CAUSES.isdisjoint(paragraph.keys[:marker]):
        return True  # «نکاتی را درباره سد بیان کرد»
    verb = paragraph.verb_in(marker, intro.first)  # «را در روزهایی که باید می‌رفت، … دانست»
    last = paragraph.keys[verb + 1 : intro.first] if verb is not None else words
    # «را می‌توان زیباترین پل دانست»
    may = (verb is not None and is_may(paragraph.keys, verb)) or any(
        is_may(last, i) for i in range(len(last))
    )
    modal = (may or not _MODALS.isdisjoint(last)) and intro.tense == "past"
    predicate = paragraph.keys[marker + 1 + (paragraph.at(marker + 1) == "،") : intro.first]
    as_what = predicate[:2] == ("به", "عنوان")
    announces = (
        intro.lemma in {"اعلام کردن", "معرفی کردن", "شمردن"} and predicate[0] in _SCENES and not as_what
    )
    # «آمار را در سال ۷۵ معادل سه میلیون نفر اعلام کرد»
    measured = predicate[0] == "برای" or not _ABOUT.isdisjoint(predicate)
    announces = announces and not (measured and _is_figure(predicate))
    if intro.lemma == "معرفی کردن" and as_what and titles().at(predicate, 2):
        return True  # «او را به عنوان دبیر جشنواره معرفی کرد»
    # «این موضوع را قائم‌مقام وزیر راه اعلام کرد»: the subject stands after its object.
    made_known = intro.lemma == "اعلام کردن"
    inverted = made_known and _names_teller(paragraph, marker + 1, intro.first)
    # «شکایت خود را صریحا اعلام کرد»: how it was made known
    announces = announces or (made_known and after_adverbs(paragraph, marker + 1, intro.first) == intro.first)
    felt = made_known and paragraph.keys[marker - 1] == "خود"
    felt = felt and not _FEELINGS.isdisjoint(paragraph.keys[scene.clause_start(intro.first) : marker])
    asks = not _QUESTIONS.isdisjoint(predicate if intro.lemma == "دانستن" else predicate[:1])
    # «در مورد اینکه کدام حریف را سخت‌تر ارزیابی می‌کند، گفت»
    asks = asks or (intro.tense == "present" and any(pair in _ASKED for pair in pairwise(words)))
    knows = intro.lemma == "دانستن" and predicate in _WELL
    nothing = modal or announces or knows or asks or inverted or felt
    return nothing or _second_verb(scene, intro, marker)


def _names_teller(paragraph: Paragraph, first: int, last: int) -> bool:
    """«این موضوع را | صبح دیروز یکی از روزنامه‌ها | اعلام کرد»"""
    pointed = paragraph.keys[first - 3] in DEMONSTRATIVES
    first = after_adverbs(paragraph, first, last)
    office = titles().at(paragraph.keys[:last], first)
    some = paragraph.keys[first : first + 2] == ("یکی", "از")
    counted = paragraph.keys[first] in NUMERALS | {"یک", "چند"}
    some = some or (counted and titles().at(paragraph.keys[:last], first + 1) is not None)
    some = some or (pointed and bodies().at(paragraph.keys[:last], first) is not None)
    return some or (office is not None and office[1] == "office")


def _second_verb(scene: Scene, intro: Introducer, marker: int) -> bool:
    """«حادثه را محکوم و اعلام کرد …»، «را کاهش داد و … اعلام کرد»: the object is the first verb's."""
    keys, verbs = scene.paragraph.keys, scene.paragraph.verbs
    if keys[intro.first - 1] == "و":
        return True
    ends = [i for i in range(marker + 1, intro.first - 1) if i in verbs]
    if any(keys[i + 1 : i + 3] in _UNTIL for i in ends):
        return True  # «هشدار را جدی نگرفتند تا اینکه عمان اعلام کرد …»
    if any(keys[i + 1] == "که" and "که" not in keys[marker:i] for i in ends):
        return True  # «عوارض را بالا برد که مردم خشمگین شدند و شهردار اعلام کرد …»
    joined = any(keys[i + 1] == "و" or scene.paragraph.at(i + 1) in "،؛" for i in ends)
    return joined and "که" not in keys[marker + 1 : intro.first]


def remembered(scene: Scene, intro: Introducer) -> Draft | None:
    """«از وی به عنوان چهره‌ای تشکیلاتی یاد کرد»"""
    raises = intro.lemma == "مطرح کردن"
    if (intro.lemma not in _REMEMBERS and not raises) or intro.tense == "future":
        return None  # «تاریخ از آن به عنوان برگی درخشان یاد خواهد کرد»
    paragraph = scene.paragraph
    start = scene.clause_start(intro.first)
    marker = object_marker(paragraph, start, intro.first)
    if raises and (marker is None or titles().at(paragraph.keys, marker + 3)):
        return None  # «او را به عنوان شهردار مطرح کرد»
    if marker is not None and paragraph.keys[marker + 1 : marker + 3] == ("به", "عنوان"):
        # «رفع گره‌ها را به عنوان هدف طرح نام برد»
        subject, first = subject_and_object(paragraph, start, marker, scene.known)
        return Draft("remembered", intro, trim(paragraph, first, intro.first), (start, first), subject)
    if raises:
        return None
    target = next((i for i in range(intro.first - 1, start - 1, -1) if paragraph.keys[i] == "از"), None)
    as_what = target is not None and any(
        paragraph.keys[i : i + 2] == ("به", "عنوان") or paragraph.keys[i] == "بهعنوان"
        for i in range(target, intro.first)
    )
    if target is None or not as_what:
        return None
    target = _first_of(paragraph, start, target)
    content = trim(paragraph, target, intro.first)
    return Draft("remembered", intro, content, (start, target))


def _first_of(paragraph: Paragraph, start: int, target: int) -> int:
    """«رایان | از رونق تولید و جدا کردن آن از نفت به عنوان … یاد کرد»: the first «از» after the subject."""
    subject = find_subject(paragraph, start, target)
    at = paragraph.keys.index("از", subject[1]) if subject is not None else target
    # «رایان با انتقاد از گرانی، | از او …»
    apart = subject is not None and not _ASIDES.isdisjoint(paragraph.keys[subject[1] : at])
    listed = "،" in paragraph.keys[at:target] or paragraph.keys[target - 1] == "بیش"  # «از بیش از ۵۰ کار»
    apart = apart or not listed
    return target if apart or paragraph.verb_in(min(at, target), target) is not None else at


def denied(scene: Scene, intro: Introducer) -> Draft | None:
    """«خبر یک پایگاه مبنی بر اینکه بورس قطع شده است را تکذیب کرد»: the denier's, as a denial"""
    if intro.cls != "deny" or intro.manner != "finite":
        return None
    paragraph = scene.paragraph
    start = scene.clause_start(intro.first)
    marker = object_marker(paragraph, start, intro.first)
    joined = ("مبنی", "بر", "اینکه"), ("مبنی", "بر", "این", "که")
    for i in range(start, intro.first):
        for words in joined:
            if paragraph.keys[i : i + len(words)] == words:
                mark = scene.mark_at(i + len(words))
                close = mark.last if mark and mark.last < intro.first else marker
                if close is None or close < i:
                    return None
                content = trim(paragraph, i + len(words), close)
                told = (j for j in range(start + 1, i) if paragraph.keys[j] in _REPORTS)
                # not «به گزارش پگاه، …»
                stop = next((j for j in told if paragraph.keys[j - 1 : j + 1] != ("به", "گزارش")), i)
                return Draft("denied", intro, content, (start, stop))
    return _claim_denied(scene, intro, start, marker)


def _claim_denied(scene: Scene, intro: Introducer, start: int, marker: int | None) -> Draft | None:
    """«این ادعا را که سد خالی است رد کرد», «این خبر که … را تکذیب کرد»; «… را که منتشر شد» tells of it."""
    paragraph, keys = scene.paragraph, scene.paragraph.keys
    pointed = (
        i for i in range(start + 1, intro.first) if keys[i] in _CLAIMED and keys[i - 1] in DEMONSTRATIVES
    )
    noun = next(pointed, None)
    if noun is None or marker is None:
        return None
    joint = next((i for i in range(noun + 1, intro.first) if keys[i] == "که"), intro.first)
    end = intro.first if keys[joint - 1] == "را" else marker
    told = not _PUBLISHED.isdisjoint(keys[joint:end])
    told = told or any(joint < other.first < end and other.manner == "finite" for other in scene.intros)
    verb = paragraph.verb_in(joint, end)
    if told or verb is None:
        return None
    return Draft("denied", intro, trim(paragraph, joint + 1, verb + 1), (start, noun - 1))


def inside_judged_object(scene: Scene, intro: Introducer) -> bool:
    """«ادعای نشریه‌ای را که نوشته بود …، بی‌پایه خواند»: the relative clause of an object that is judged."""
    paragraph = scene.paragraph
    start, stop = paragraph.sentence(intro.first)
    joint = next((i for i in range(intro.first - 1, start, -1) if paragraph.keys[i] == "که"), start)
    if paragraph.keys[joint - 1] != "را" or paragraph.verb_in(joint, intro.first) is not None:
        return False
    judged = next((o for o in scene.intros if intro.last <= o.first < stop and o.manner == "finite"), None)
    if judged is None or "p" not in judged.frames:
        return False
    return (
        object_marker(paragraph, start, judged.first) == joint - 1 and predicative(scene, judged) is not None
    )
