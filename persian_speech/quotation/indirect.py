"""Reported clauses after a finite cue: with که; ``bare`` has those without."""

from collections.abc import Sequence
from itertools import pairwise

from persian_speech.actors.phrases import DEMONSTRATIVES
from persian_speech.quotation.clauses import Range
from persian_speech.quotation.ends import End, clause_end
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.lexicon import documents
from persian_speech.quotation.objects import PARTICIPLES
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.scene import Draft, Scene
from persian_speech.quotation.somebody import is_somebody
from persian_speech.quotation.subjects import find_subject
from persian_speech.quotation.trimming import trim

_IN_SPEECH = frozenset({("در",), ("طی",), ("ضمن",)})
_THINGS = frozenset({"چیزی", "چیزهایی", "حرفی", "حرفهایی", "سخنانی", "دیالوگی", "جملهای", "داستانی", "قصهای"})
_TAKES = {"خبر دادن": "از", "سخن گفتن": "از", "اشاره کردن": "به", "روایت کردن": "را", "اعلام کردن": "را"}
_TAKES["تعریف کردن"] = "را"
_POINTS = frozenset({"نکته", "موضوع", "مسئله", "مساله", "مسأله", "مطلب", "واقعیت", "حقیقت", "امر", "مهم"})
_SO_MUCH = frozenset({"انقدر", "انچنان", "چنان", "بقدری"})
_QUESTIONS = frozenset({"سوال", "سوالی", "سؤال", "سؤالی", "سئوال", "سئوالی", "پرسش", "پرسشی"})
SHORTEST_ASKED = 4  # tokens of «درباره اینکه برخی می‌گویند»
ASKED_ABOUT = frozenset({"درباره", "مورد", "خصوص", "و"})  # «درباره … و اینکه می‌گویند …»
_BOUND_TO = frozenset({"وابسته", "نزدیک", "منسوب", "متعلق", "مربوط", "منتسب"})
_WITH_TO = frozenset({"اشاره", "پاسخ", "واکنش", "توجه", "استناد", "خطاب"})  # «با اشاره به سد پگاه افزود …»
_ADDS = frozenset({"اضافه کردن", "افزودن"})
_TEXTS = frozenset({"امار", "مقدمه", "کتاب", "کتابش", "پیشگفتار", "گزارشی", "گزارش"})
_PASSES_ON = frozenset({"گزارش دادن", "گزارش کردن", "خبر دادن", "نوشتن", "خواستن"})


def conjunction(scene: Scene, intro: Introducer) -> Draft | None:
    """«تأکید کرد که …»، «از دولت خواست تا …»"""
    if intro.manner != "finite" or intro.link != "که" or "k" not in intro.frames:
        return None
    if is_relative(scene, intro) or goes_on_with(scene, intro) or is_asked(scene, intro):
        return None
    brings = intro.lemma == "آوردن" and not _in_text(scene, intro)  # «بلایی بر سر شهر آورد که …»
    if brings or (intro.lemma == "اضافه کردن" and _adds_to(scene, intro)):
        return None  # «گرما به دمای گوشی اضافه می‌کند که …»
    if intro.cls == "stress" and scene.paragraph.key_at(intro.content - 1) == "تا":
        return None  # «بر ساخت پل تأکید کرد تا روستا راه داشته باشد»
    return reported_clause(scene, intro, "conjunction")


def _in_text(scene: Scene, intro: Introducer) -> bool:
    """«در آمار خود در این زمینه آورده است که …»"""
    words = scene.paragraph.keys[scene.clause_start(intro.first) : intro.first]
    return any(one == "در" and (two in _TEXTS or two in documents()) for one, two in pairwise(words))


def _adds_to(scene: Scene, intro: Introducer) -> bool:
    """A thing adds to a thing, and nobody is told to speak."""
    first = scene.clause_start(intro.first)
    mention = find_subject(scene.paragraph, first, intro.first)
    told = mention is not None and is_somebody(scene.paragraph, mention, scene.known)
    words = scene.paragraph.keys[first : intro.first]
    return intro.tense == "present" and "به" in words and not told


def is_asked(scene: Scene, intro: Introducer) -> bool:
    """«در پاسخ به اینکه آیا جامعه می‌پذیرد که …»: a question, and nobody's words; «درباره اینکه می‌گویند …»."""
    if intro.tense != "present":
        return False
    start = scene.clause_start(intro.first)
    words = scene.paragraph.keys[start : intro.first]
    before = words[-SHORTEST_ASKED:]
    if "اینکه" in before[1:] and before[before.index("اینکه") - 1] in ASKED_ABOUT:
        return True
    if "اینکه" in words and not _QUESTIONS.isdisjoint(words):
        # «در پاسخ به سوالی درباره سیل و اینکه سران هر دو کشور می‌گویند …، گفت»
        joint = start + words.index("اینکه")
        if scene.paragraph.key_at(joint - 1) == "و" and scene.paragraph.verb_in(joint, intro.first) is None:
            return True
    at = start + words.index("ایا") if "ایا" in words else None
    return at is not None and scene.paragraph.verb_in(at, intro.first) is None


def is_relative(scene: Scene, intro: Introducer) -> bool:
    """«از تحقق منابعی خبر داد که …»: the verb has its object, and که opens a relative clause."""
    paragraph = scene.paragraph
    start = scene.clause_start(intro.first)
    verb = paragraph.verb_in(start, intro.first)  # «را به دام انداختند و اعلام کردند که …»
    words = _without_relay(paragraph.keys[(start if verb is None else verb + 1) : intro.first])
    words = words[_after_participle(words) :]
    stressed = "بر" in words[:-1] and words[words.index("بر") + 1] not in DEMONSTRATIVES
    if intro.lemma == "تأکید داشتن" and stressed:
        return True  # «بر راهی تأکید دارد که …»
    taken = _TAKES.get(intro.lemma) in words or not _SO_MUCH.isdisjoint(words)
    if words[-3:-1] == ("به", "این") and words[-1] in _POINTS and intro.lemma == "اشاره کردن":
        taken = False  # «به این نکته اشاره کرد که …»
    # «از آرزوهایی گفت که …»، «فهرست را در حالی اعلام کرد که …»
    told = intro.lemma == "گفتن" and "از" in words[-3:-1] and words[-1].endswith(("هایی", "خاصی", "انی"))
    # «از سخنرانانی دعوت کرد که …», «درباره خلبانانی سخن گفت که …»
    told = told or (intro.lemma == "دعوت کردن" and words[-2:-1] == ("از",) and words[-1].endswith("انی"))
    told = told or (intro.lemma == "سخن گفتن" and "درباره" in words)
    some = words[-2:-1] if words[-1:] == ("را",) else ()  # «شرایطی را گفت که»
    told = told or any(word.endswith("ی") and word not in DEMONSTRATIVES for word in some)
    told = told or _raises_thing(intro, words)
    told = told or paragraph.key_at(intro.content) == "مشروح"  # «از زندگی‌اش گفت که مشروح آن …»
    # «چیزهایی می‌گویند که»; not «در سخنانی گفت که»
    things = intro.lemma == "گفتن" and not _THINGS.isdisjoint(words[-1:]) and words[-2:-1] not in _IN_SPEECH
    # «در حالی این آمار را مطرح کرده که …»; «در حالی شهردار می‌گوید که پل سالم است که …»
    while_so = "حالی" in words and "که" not in words[words.index("حالی") :]
    # «در حالی این آمار را مطرح کرد که سد پر است که …»: it has its object.
    while_so = while_so and (words[-1] == "را" or not _second_that(paragraph, intro))
    return taken or told or things or while_so


def _raises_thing(intro: Introducer, words: Sequence[str]) -> bool:
    """«تفسیری از قانون را مطرح کردند که کسی نپذیرفت»; not «این موضوع را مطرح کردند که …»."""
    return intro.lemma == "مطرح کردن" and "را" in words[1:] and DEMONSTRATIVES.isdisjoint(words)


def _second_that(paragraph: Paragraph, intro: Introducer) -> bool:
    _, stop = paragraph.sentence(intro.first)
    return any(paragraph.keys[i] == "که" and i - 1 in paragraph.verbs for i in range(intro.content + 1, stop))


def _after_participle(words: Sequence[str]) -> int:
    """«این موضوع را رد کرده و | اعلام کردند که …»: the object is the participle's."""
    joints = (
        i for i in range(len(words) - 1, 0, -1) if words[i] == "و" and words[i - 1].endswith(PARTICIPLES)
    )
    return next(joints, -1) + 1


def _without_relay(words: Sequence[str]) -> Sequence[str]:
    """«خبرگزاری پگاه به نقل از شهردار خبر داد که …»: this از is no object's."""
    at = next((i for i in range(len(words) - 2) if tuple(words[i : i + 3]) == ("به", "نقل", "از")), None)
    return words if at is None else (*words[:at], *words[at + 3 :])


def reported_clause(scene: Scene, intro: Introducer, rule: str) -> Draft | None:
    """What follows the cue, up to where its clause ends; ``rule`` found it."""
    paragraph = scene.paragraph
    if intro.content >= len(paragraph):
        return None
    end = clause_end(paragraph, intro.content, scene.intros, intro)
    clause = scene.clause_start(intro.first), intro.first
    if is_passed_on(scene, intro, end.at):
        return None
    end = _before_words(scene, intro.content, _before_main(paragraph, clause, intro.content, end))
    return Draft(rule, intro, trim(paragraph, intro.content, end.at), clause, ended=end.rule)


def _before_words(scene: Scene, start: int, end: End) -> End:
    """«می‌گوید سد خالی است: | «یک قطره هم ندیدیم.»»: the words themselves stand after the clause."""
    paragraph = scene.paragraph
    words = (mark.first - 1 for mark in paragraph.marked if start < mark.first < end.at <= mark.last + 2)
    colon = next((i for i in words if paragraph.at(i) == ":" and i - 1 in paragraph.verbs), None)
    inner = any(intro.last == colon for intro in scene.intros)  # «که آن زن گفته است: «…»»
    return end if colon is None or inner else End(colon, "marks")


def is_passed_on(scene: Scene, intro: Introducer, end: int) -> bool:
    """«شبکه پگاه گزارش داد که شهردار دیروز | گفت: …»: up to the next cue there is only who speaks there."""
    paragraph = scene.paragraph
    told = intro.lemma in _PASSES_ON and paragraph.verb_in(intro.content, end) is None
    end += paragraph.at(end) == "،"
    return told and any(o.first == end and o.link == ":" for o in scene.intros)


def _before_main(paragraph: Paragraph, clause: Range, start: int, end: End) -> End:
    """«در حالی شهردار می‌گفت که پل سالم است که …»: the second که is that of «در حالی»."""
    words = paragraph.keys[slice(*clause)]
    opened = words[: words.index("که")] if "که" in words else ()
    # «در حالی که باران می‌بارد، پگاه نوشت که اگر …، …»; not «… می‌بارد و یمن گفته که …، پگاه نوشت …»
    verb = paragraph.verb_in(*clause)
    whole = verb is not None and paragraph.key_at(verb + 1) != "و"
    if ("درحالیکه" in words[:1] or opened == ("در", "حالی")) and not whole:
        # «در حالی که یمن تهدید کرده که نبرد را پیش خواهد برد، روزنامه پگاه …»
        commas = (i for i in range(start + 1, end.at) if paragraph.at(i) == "،" and i - 1 in paragraph.verbs)
        comma = next(commas, None)
        return end if comma is None else End(comma, "comma")
    while_so = next((i for i, word in enumerate(words) if word in {"حالی", "درحالی"}), None)
    if while_so is None or "که" in words[while_so:]:
        return end
    joints = (i for i in range(start + 1, end.at) if paragraph.keys[i] == "که" and i - 1 in paragraph.verbs)
    at = next(joints, None)
    return end if at is None else End(at, "subordinate")


def goes_on_with(scene: Scene, intro: Introducer) -> bool:
    """«به زندگی ادامه داد»، «به گرمای تلفن اضافه می‌کند»: no words are added."""
    keys = scene.paragraph.keys
    if intro.cls == "add" and scene.paragraph.key_at(intro.content - 1) == "تا":
        return True  # «به آزار همسایه‌ها ادامه داد تا بروند»
    if intro.link == "که" and intro.tense == "past" and intro.lemma in _ADDS:
        return False  # «با یادآوری سفر وزیر به این استان اضافه کرد که …»
    near = max(intro.first - 3, 0)
    at = next((i for i in range(near, intro.first - 1) if keys[i] == "به"), None)
    # «رسانه وابسته به سپاه افزود …»
    bound = at is not None and keys[max(at - 1, 0)] in _BOUND_TO | _WITH_TO
    return intro.cls == "add" and at is not None and not bound
