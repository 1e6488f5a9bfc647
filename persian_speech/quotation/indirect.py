"""Reported clauses after a finite cue: with که or bare."""

from collections.abc import Sequence
from itertools import pairwise

from persian_speech.actors.phrases import DEMONSTRATIVES
from persian_speech.actors.vocabulary import bodies, common_words, titles
from persian_speech.quotation.addressees import addressee_of
from persian_speech.quotation.clauses import is_copula
from persian_speech.quotation.ends import End, clause_end, speech_end, trim
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.lexicon import documents
from persian_speech.quotation.objects import PARTICIPLES, object_marker
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.returns import is_somebody
from persian_speech.quotation.scene import Draft, Range, Scene
from persian_speech.quotation.subjects import find_subject

# «در حالی که وزیر گفت …»: these make a clause of its own with که.
_JOINED_TO = frozenset(
    {"حالی", "طور", "طوری", "انطور", "انجا", "انگونه", "بعد", "پس", "زمانی", "وقتی", "این", "ان"}
)
_IN_SPEECH = frozenset({("در",), ("طی",), ("ضمن",)})
_THINGS = frozenset({"چیزی", "چیزهایی", "حرفی", "حرفهایی", "سخنانی", "دیالوگی", "جملهای", "داستانی", "قصهای"})
_TAKES = {"خبر دادن": "از", "سخن گفتن": "از", "اشاره کردن": "به", "روایت کردن": "را", "اعلام کردن": "را"}
_DISCLOSES = frozenset({"افشا کردن", "فاش کردن", "مطرح کردن", "بیان کردن"})
_POINTS = frozenset({"نکته", "موضوع", "مسئله", "مساله", "مسأله", "مطلب", "واقعیت", "حقیقت", "امر", "مهم"})
_SO_MUCH = frozenset({"انقدر", "انچنان", "چنان", "بقدری"})
SHORTEST_ASKED = 4  # tokens of «درباره اینکه برخی می‌گویند»
ASKED_ABOUT = frozenset({"درباره", "مورد", "خصوص", "و"})  # «درباره … و اینکه می‌گویند …»
RESULTS = (("به", "گونهای", "که"), ("به", "طوری", "که"), ("به", "نحوی", "که"))
_BOUND_TO = frozenset({"وابسته", "نزدیک", "منسوب", "متعلق", "مربوط", "منتسب"})
_WITH_TO = frozenset({"اشاره", "پاسخ", "واکنش", "توجه", "استناد", "خطاب"})  # «با اشاره به سد پگاه افزود …»
_NAMES = frozenset({"نامش", "نامشان", "هویتش", "هویتشان"})  # «که از ما خواست نامش فاش نشود»
_TALKED = frozenset({"میگه", "میگن", "گه", "گن"})
_CUT = frozenset({"…", "...", ".."})
SHORTEST_CUT = 4  # tokens of a clause whose end is cut off: «مدعی شد شمار کشتی‌ها ۲…»
_TEXTS = frozenset({"امار", "مقدمه", "کتاب", "کتابش", "پیشگفتار", "گزارشی", "گزارش"})
_PASSES_ON = frozenset({"گزارش دادن", "گزارش کردن", "خبر دادن"})
LONGEST_NAME = 5  # tokens from a name's opening mark to its closing one


def conjunction(scene: Scene, intro: Introducer) -> Draft | None:
    """«تأکید کرد که …»، «از دولت خواست تا …»"""
    if intro.manner != "finite" or intro.link != "که" or "k" not in intro.frames:
        return None
    if _relative(scene, intro) or _goes_on_with(scene, intro) or _asked(scene, intro):
        return None
    brings = intro.lemma == "آوردن" and not _in_text(scene, intro)  # «بلایی بر سر شهر آورد که …»
    if brings or (intro.lemma == "اضافه کردن" and _adds_to(scene, intro)):
        return None  # «گرما به دمای گوشی اضافه می‌کند که …»
    if intro.cls == "stress" and scene.paragraph.key_at(intro.content - 1) == "تا":
        return None  # «بر ساخت پل تأکید کرد تا روستا راه داشته باشد»
    return _clause(scene, intro, "conjunction")


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


def _asked(scene: Scene, intro: Introducer) -> bool:
    """«در پاسخ به اینکه آیا جامعه می‌پذیرد که …»: a question, and nobody's words; «درباره اینکه می‌گویند …»."""
    start = scene.clause_start(intro.first)
    before = scene.paragraph.keys[max(intro.first - SHORTEST_ASKED, start) : intro.first]
    if (
        intro.tense == "present"
        and "اینکه" in before[1:]
        and before[before.index("اینکه") - 1] in ASKED_ABOUT
    ):
        return True
    at = next((i for i in range(start, intro.first) if scene.paragraph.keys[i] == "ایا"), None)
    return intro.tense == "present" and at is not None and scene.paragraph.verb_in(at, intro.first) is None


def _relative(scene: Scene, intro: Introducer) -> bool:
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
    some = words[-2:-1] if words[-1:] == ("را",) else ()  # «شرایطی را گفت که»
    told = told or any(word.endswith("ی") and word not in DEMONSTRATIVES for word in some)
    told = told or paragraph.key_at(intro.content) == "مشروح"  # «از زندگی‌اش گفت که مشروح آن …»
    # «چیزهایی می‌گویند که»; not «در سخنانی گفت که»
    things = intro.lemma == "گفتن" and not _THINGS.isdisjoint(words[-1:]) and words[-2:-1] not in _IN_SPEECH
    # «در حالی این آمار را مطرح کرده که …»; «در حالی شهردار می‌گوید که پل سالم است که …»
    while_so = "حالی" in words and "که" not in words[words.index("حالی") :]
    # «در حالی این آمار را مطرح کرد که سد پر است که …»: it has its object.
    while_so = while_so and (words[-1] == "را" or not _second_that(paragraph, intro))
    return taken or told or things or while_so


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


def _clause(scene: Scene, intro: Introducer, rule: str) -> Draft | None:
    paragraph = scene.paragraph
    if intro.content >= len(paragraph):
        return None
    end = clause_end(paragraph, intro.content, scene.intros, intro)
    clause = scene.clause_start(intro.first), intro.first
    if is_passed_on(scene, intro, end.at):
        return None
    end = _before_main(paragraph, clause, intro.content, end)
    return Draft(rule, intro, trim(paragraph, intro.content, end.at), clause, ended=end.rule)


def is_passed_on(scene: Scene, intro: Introducer, end: int) -> bool:
    """«شبکه پگاه گزارش داد که شهردار دیروز | گفت: …»: up to the next cue there is only who speaks there."""
    paragraph = scene.paragraph
    told = intro.lemma in _PASSES_ON and paragraph.verb_in(intro.content, end) is None
    return told and any(o.first == end and o.link == ":" for o in scene.intros)


def _before_main(paragraph: Paragraph, clause: Range, start: int, end: End) -> End:
    """«در حالی شهردار می‌گفت که پل سالم است که …»: the second که is that of «در حالی»."""
    words = paragraph.keys[slice(*clause)]
    opened = words[: words.index("که")] if "که" in words else ()
    whole = paragraph.verb_in(*clause) is not None  # «در حالی که باران می‌بارد، پگاه نوشت که اگر …، …»
    if ("درحالیکه" in words[:1] or opened == ("در", "حالی")) and not whole:
        # «در حالی که یمن تهدید کرده که نبرد را پیش خواهد برد، روزنامه پگاه …»
        commas = (i for i in range(start + 1, end.at) if paragraph.at(i) in "،," and i - 1 in paragraph.verbs)
        comma = next(commas, None)
        return end if comma is None else End(comma, "comma")
    while_so = next((i for i, word in enumerate(words) if word in {"حالی", "درحالی"}), None)
    if while_so is None or "که" in words[while_so:]:
        return end
    joints = (i for i in range(start + 1, end.at) if paragraph.keys[i] == "که" and i - 1 in paragraph.verbs)
    at = next(joints, None)
    return end if at is None else End(at, "subordinate")


def _last_clause(scene: Scene, intro: Introducer) -> int:
    """Where the cue's own clause begins: after the last verb before it."""
    start = scene.clause_start(intro.first)
    verb = scene.paragraph.verb_in(start, intro.first)
    return start if verb is None else verb + 1


def _has_object(scene: Scene, intro: Introducer) -> bool:
    """«برخی این را نشانه قدرت عنوان می‌کنند، …»: what is said of a thing stands before, nothing after."""
    return ("p" in intro.frames or intro.lemma in _DISCLOSES) and object_marker(
        scene.paragraph, _last_clause(scene, intro), intro.first
    ) is not None


def _in_first_person(paragraph: Paragraph, first: int, last: int) -> bool:
    """«گفت ما می‌آییم»; not «گفت این کار «به سود ماست و می‌کنیم»»."""
    verbs = paragraph.verbs.items()
    return any(form.person == 1 and first <= i < last and i not in paragraph.quoted for i, form in verbs)


def _inside_relative(scene: Scene, intro: Introducer) -> bool:
    """«افتی که شرکت پیش‌بینی می‌کند بازار را …»: the cue is the relative's verb, and no comma ends it."""
    paragraph = scene.paragraph
    start = scene.clause_start(intro.first)
    joint = next((i for i in range(intro.first - 1, start, -1) if paragraph.keys[i] == "که"), None)
    if joint is None or joint == intro.first - 1:
        return False
    # «اطلاعاتی که شرکت اعلام کرد، …»; «شهردار که معتقد بود، …»
    told = paragraph.keys[joint - 1]
    thing = told.endswith("تی") or (told.endswith("ی") and told[:-1] in common_words())
    thing = thing and not any(titles().at((word,), 0) for word in (told, told[:-1]))
    if paragraph.at(intro.content - 1) in "،," and not thing:
        return False
    if paragraph.keys[intro.first - 1].endswith((*PARTICIPLES, "داشته")):
        return False  # «با اشاره به حادثه‌ای که رخ داده گفت سد پر است»
    inside = range(joint + 1, intro.first)
    if any(i in paragraph.verbs or not paragraph.is_word(i) for i in inside):
        return False
    return joint - 1 not in paragraph.verbs and paragraph.keys[joint - 1] not in _JOINED_TO


def _asks_somebody(scene: Scene, intro: Introducer) -> bool:
    """«از دولت خواست»; «از دیروز می‌خواهد …»، «فیلمی که می‌خواهد …» only wants something."""
    asked = addressee_of(scene.paragraph, intro, scene.clause_start(intro.first))
    return asked is not None and scene.paragraph.keys[asked[0]] != "هر"  # «از هر ده نفر هفت نفر می‌خواهند»


def _goes_on_with(scene: Scene, intro: Introducer) -> bool:
    """«به زندگی ادامه داد»، «به گرمای تلفن اضافه می‌کند»: no words are added."""
    keys = scene.paragraph.keys
    if intro.cls == "add" and scene.paragraph.key_at(intro.content - 1) == "تا":
        return True  # «به آزار همسایه‌ها ادامه داد تا بروند»
    near = max(intro.first - 3, 0)
    at = next((i for i in range(near, intro.first - 1) if keys[i] == "به"), None)
    # «رسانه وابسته به سپاه افزود …»
    bound = at is not None and keys[max(at - 1, 0)] in _BOUND_TO | _WITH_TO
    return intro.cls == "add" and at is not None and not bound


def _short_copula(paragraph: Paragraph, intro: Introducer, stop: int) -> int | None:
    """«افزود، ملت‌ها از این کار نگرانند.»: an adjective with its «اند» closes the sentence, or «شده» alone."""
    last = next((i for i in range(stop - 1, intro.content, -1) if paragraph.is_word(i)), intro.content)
    told = paragraph.key_at(last)
    if last > intro.content and (told.endswith(("شده", "بوده")) or is_copula(told) or told == "درامد"):
        return last  # «گفت پل بسته شده.», «نوشت طرح در حال اجراست.», «نوشت حکم به اجرا درآمد.»
    comma = paragraph.at(intro.content - 1) in "،," and intro.cls in {"add", "state"}
    return last if comma and paragraph.key_at(last).endswith(("ند", "ست", "یم")) else None


def _unfinished(paragraph: Paragraph, content: Range) -> bool:
    """No verb stands in the content, and it does not end as a clause that has lost its verb would."""
    last = paragraph.key_at(content[1] - 1)
    ends = last.endswith(("ند", "ست", "یم", "کرده", "داشته", "شده", "داده", "بوده", "گرفته", "یافته"))
    return not ends and paragraph.verb_in(*content) is None and content[1] < len(paragraph) - 1


def _hearsay(scene: Scene, intro: Introducer) -> bool:
    """«یه سریا همه‌ش میگن …»: as one talks, a clause is speech where somebody stands beside the cue."""
    if scene.paragraph.keys[intro.last - 1] not in _TALKED:
        return False
    subject = find_subject(scene.paragraph, scene.clause_start(intro.first), intro.first)
    if subject is None or subject[1] != intro.first:
        return True
    word = scene.paragraph.keys[subject[0]]  # «پرستارها میگن …»، «خبرگزاری‌های محلی میگن …»
    one = word.removesuffix("های").removesuffix("ها")
    many = one != word and any(table.at((one,), 0) for table in (titles(), bodies()))
    return not many and not is_somebody(scene.paragraph, subject, scene.known)


def bare_clause(scene: Scene, intro: Introducer) -> Draft | None:
    """«گفت هیچ دیپلماتی …»، «گفتند، افراد مسلح …»: a clause with neither که nor colon."""
    paragraph = scene.paragraph
    if intro.manner != "finite" or intro.link not in {"bare", "«"} or _goes_on_with(scene, intro):
        return None
    # «از سازمان ملل خواست این جنایت را محکوم کند»
    asked = intro.lemma in {"خواستن", "دعوت کردن"} and _asks_somebody(scene, intro)
    if "b" not in intro.frames and not asked:
        return None
    _, stop = paragraph.sentence(intro.last - 1)
    verb = paragraph.verb_in(intro.content, stop) or _short_copula(paragraph, intro, stop)
    result = paragraph.keys[intro.content : intro.content + 3] in RESULTS  # «خبر داد به گونه‌ای که …»
    # «بر اساس رمانی نوشته «سارا کوهی» ساخته شد»: a participle before a name in marks.
    mark = scene.mark_at(intro.content)
    named = intro.tense == "participle" and mark is not None and mark.last - mark.first <= LONGEST_NAME
    told = _has_object(scene, intro) or _relative(scene, intro) or _inside_relative(scene, intro)
    # «تأکید داشت، در حالی که …», «نه تنها تهدید می‌کند، بلکه …»: another clause, not what was said.
    at = intro.content + (not paragraph.is_word(intro.content))
    while_so = paragraph.keys[at : at + 3] == ("در", "حالی", "که") and paragraph.at(at - 1) in "،,"
    # «… که به تعرفه تهدید کرده بود، اعلام کرد که …»: the main clause's own cue.
    main = paragraph.at(at - 1) in "،," and any(
        o.first == at and o.manner == "finite" and o.link in {":", "که", "bare"} for o in scene.intros
    )
    # «تعرفه‌هایی که تهدید کرده بود را اجرا کند»
    told = (
        told
        or while_so
        or main
        or _hearsay(scene, intro)
        or _asked(scene, intro)
        or paragraph.key_at(at) in {"بلکه", "را"}
    )
    cut = paragraph.at(stop - 1) in _CUT and stop == len(paragraph) and stop - intro.content >= SHORTEST_CUT
    told = told or (asked and paragraph.key_at(intro.content) in _NAMES)
    if (verb is None and not cut) or result or named or told:
        return None
    if intro.cls != "believe" and _in_first_person(
        paragraph, intro.content, clause_end(paragraph, intro.content, scene.intros, intro).at
    ):
        clause = scene.clause_start(intro.first), intro.first
        end = speech_end(paragraph, intro.content, scene.intros, intro, scene.known)
        content = trim(paragraph, intro.content, end.at)
        return Draft("bare_speech", intro, content, clause, ended=end.rule)
    draft = _clause(scene, intro, "bare_clause")
    # «روزنامه پگاه افزود، بهرام آریا گفت: …»: nothing is left before the second cue.
    return None if draft is None or _unfinished(paragraph, draft.content) else draft
