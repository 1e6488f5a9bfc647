"""Reported clauses: after که or bare, after «با بیان اینکه», after «به گفته»."""

from collections.abc import Sequence

from persian_speech.actors.phrases import DEMONSTRATIVES
from persian_speech.quotation.addressees import addressee_of
from persian_speech.quotation.direct import closes_clause
from persian_speech.quotation.ends import clause_end, speech_end, trim
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.lexicon import adverbs, narrator_openings, prepositions
from persian_speech.quotation.noun_phrases import phrase_end
from persian_speech.quotation.objects import cut_subject, object_marker
from persian_speech.quotation.paragraph import Marked, Paragraph
from persian_speech.quotation.returns import is_somebody
from persian_speech.quotation.scene import SHORTEST_MARKED, Draft, Range, Scene
from persian_speech.quotation.subjects import find_subject

# «در حالی که وزیر گفت …»: these make a clause of its own with که.
_JOINED_TO = frozenset(
    {"حالی", "طور", "طوری", "انطور", "انجا", "انگونه", "بعد", "پس", "زمانی", "وقتی", "این", "ان"}
)
_THINGS = frozenset({"چیزی", "چیزهایی", "حرفی", "حرفهایی", "سخنانی"})
_AT_WORK = frozenset({"فعال", "حاضر", "شاغل"})
_FIELDS = frozenset({"حوزه", "زمینه", "صنعت", "بازار", "بخش", "عرصه"})
_TAKES = {"خبر دادن": "از", "اشاره کردن": "به", "روایت کردن": "را", "اعلام کردن": "را"}
_SO_MUCH = frozenset({"انقدر", "انچنان", "چنان", "بقدری"})
RESULTS = (("به", "گونهای", "که"), ("به", "طوری", "که"), ("به", "نحوی", "که"))
_AFTER_SPEAKER = frozenset("،,:-–—ـ")
LONGEST_NAME = 5  # tokens from a name's opening mark to its closing one
LONGEST_APPOSITION = 10  # tokens in an apposition after its noun phrase


def conjunction(scene: Scene, intro: Introducer) -> Draft | None:
    """«تأکید کرد که …»، «از دولت خواست تا …»"""
    if intro.manner != "finite" or intro.link != "که" or "k" not in intro.frames:
        return None
    if _relative(scene, intro) or _goes_on_with(scene, intro) or _asked(scene, intro):
        return None
    return _clause(scene, intro, "conjunction")


def _asked(scene: Scene, intro: Introducer) -> bool:
    """«در پاسخ به اینکه آیا جامعه می‌پذیرد که …»: a question, and nobody's words."""
    start = scene.clause_start(intro.first)
    at = next((i for i in range(start, intro.first) if scene.paragraph.keys[i] == "ایا"), None)
    return intro.tense == "present" and at is not None and scene.paragraph.verb_in(at, intro.first) is None


def _relative(scene: Scene, intro: Introducer) -> bool:
    """«از تحقق منابعی خبر داد که …»: the verb has its object, and که opens a relative clause."""
    paragraph = scene.paragraph
    start = scene.clause_start(intro.first)
    verb = paragraph.verb_in(start, intro.first)  # «را به دام انداختند و اعلام کردند که …»
    words = _without_relay(paragraph.keys[(start if verb is None else verb + 1) : intro.first])
    stressed = "بر" in words[:-1] and words[words.index("بر") + 1] not in DEMONSTRATIVES
    if intro.lemma == "تأکید داشتن" and stressed:
        return True  # «بر راهی تأکید دارد که …»
    taken = _TAKES.get(intro.lemma) in words or not _SO_MUCH.isdisjoint(words)
    # «از آرزوهایی گفت که …»، «فهرست را در حالی اعلام کرد که …»
    told = intro.lemma == "گفتن" and words[-2:-1] == ("از",) and words[-1].endswith("هایی")
    things = intro.lemma == "گفتن" and not _THINGS.isdisjoint(words[-1:])  # «چیزهایی می‌گویند که»
    return taken or told or things or "حالی" in words[-2:]


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
    end = _before_main(paragraph, clause, intro.content, end)
    return Draft(rule, intro, trim(paragraph, intro.content, end), clause)


def _before_main(paragraph: Paragraph, clause: Range, start: int, end: int) -> int:
    """«در حالی شهردار می‌گفت که پل سالم است که …»: the second که is that of «در حالی»."""
    words = paragraph.keys[slice(*clause)]
    if "حالی" not in words or "که" in words[words.index("حالی") :]:
        return end
    joints = (i for i in range(start + 1, end) if paragraph.keys[i] == "که" and i - 1 in paragraph.verbs)
    return next(joints, end)


def participial(scene: Scene, intro: Introducer) -> Draft | None:
    """«با تأکید بر اینکه ایران … نخواهد داشت، گفتند:»"""
    if intro.manner != "participial":
        return None
    paragraph = scene.paragraph
    start = intro.content
    if start >= len(paragraph):
        return None
    _, stop = paragraph.sentence(start)
    cue = next((o for o in scene.intros if start <= o.first < stop and _narrates(o)), None)
    mark = scene.mark_at(start)
    if mark and mark.last - mark.first > SHORTEST_MARKED and closes_clause(scene, mark):
        return None
    end = _participial_end(paragraph, start, cue.first) if cue else _first_clause_end(paragraph, start, stop)
    clause = scene.clause_start(intro.first), intro.first
    content = trim(paragraph, start, end)
    return Draft("participial", intro, content, clause)


def _narrates(intro: Introducer) -> bool:
    """Not «با بیان اینکه در حدیث می‌فرمایند …»: what people say is inside the clause."""
    present = intro.tense in {"present", "imperfect"}
    impersonal = intro.number == "pl" and present and intro.link in {"bare", "و"}
    return intro.manner != "nominal" and not impersonal


def _participial_end(paragraph: Paragraph, start: int, limit: int) -> int:
    """Where the clause before the cue at ``limit`` ends: at a comma, or after its last finite verb."""
    commas = [i for i in range(start + 1, limit) if paragraph.at(i) in "،,"]
    verb = paragraph.verb_in(start, limit)
    if verb is None:
        return commas[-1] if commas else limit
    if (
        commas
        and verb < commas[-1]
        and (_beside(paragraph, commas[-1], limit) or _participle(paragraph, commas[-1]))
    ):
        return _before_phrase(paragraph, commas, verb)
    return verb + 1


def _beside(paragraph: Paragraph, comma: int, limit: int) -> bool:
    """«… نه از بین بردن آن، تصریح کرد»: nothing stands between the comma and the cue."""
    return comma + 1 == limit


def _participle(paragraph: Paragraph, comma: int) -> bool:
    """«… رخ داده، گفت»"""
    return paragraph.key_at(comma - 1).endswith("ه")


def _before_phrase(paragraph: Paragraph, commas: Sequence[int], verb: int) -> int:
    """«… است، در پاسخ به سؤالی، گفت»: a phrase between two commas is the narrator's."""
    following = paragraph.key_at(verb + 2)
    return verb + 1 if verb + 1 in commas[:-1] and following in prepositions() else commas[-1]


def _first_clause_end(paragraph: Paragraph, start: int, stop: int) -> int:
    """No second cue follows: the clause ends at the first comma after a finite verb."""
    ends = (i for i in range(start + 1, stop) if paragraph.at(i) in "،," and i - 1 in paragraph.verbs)
    return next(ends, stop)


def nominal(scene: Scene, intro: Introducer) -> Draft | None:
    """«به گفته این مقام، …»: the speaker stands in the phrase, the clause after it."""
    if intro.manner != "nominal":
        return None
    paragraph = scene.paragraph
    _, stop = paragraph.sentence(intro.first)
    mention = find_subject(paragraph, intro.last, stop)
    if mention is None or mention[0] != intro.last or not _credible(scene, intro, mention):
        return None
    mention = _with_second(paragraph, mention, stop)
    start = _past_apposition(paragraph, mention, stop)
    told = adverbs().at(paragraph.keys, start) is not None  # «به گفته مدیر شرکت آب امسال …»
    if start == mention[1] and paragraph.at(start) not in _AFTER_SPEAKER and not told:
        mention = mention[0], cut_subject(paragraph, mention, scene.known) or mention[1]
        start = mention[1]
    start = _past_field(paragraph, start, stop)
    if paragraph.key_at(start) == "که":  # «یک استاد که نخواست نامش فاش شود، …»
        start = next(
            (i for i in range(start, stop) if paragraph.at(i) in "،," and i - 1 in paragraph.verbs), start
        )
    if paragraph.at(start) == "(":  # «فرودگاه امام خمینی (ره) امسال …»
        start = next((i + 1 for i in range(start, stop) if paragraph.at(i) == ")"), start)
    if paragraph.at(start) in _AFTER_SPEAKER:
        start += 1
    if mark := _whole_mark(scene, start):
        content = trim(paragraph, mark.first + 1, mark.last)
        return Draft("nominal_marked", intro, content, mention, mention)
    if not paragraph.has_word(start, stop):
        return _trailing(scene, intro, mention)
    if start >= stop or paragraph.verb_in(start, stop) is None:
        return None
    end = clause_end(paragraph, start, scene.intros, intro)
    content = trim(paragraph, start, end)
    return Draft("nominal", intro, content, mention, mention)


def _with_second(paragraph: Paragraph, mention: Range, stop: int) -> Range:
    """«به گفته یک مقام آب و یک منبع محلی، …»: two who are credited together."""
    end = mention[1]
    second = end + (paragraph.key_at(end) == "و")
    joined = second > end or paragraph.key_at(end - 1) == "و"
    if not joined or paragraph.key_at(second) not in {"یک", "دو", "چند"}:
        return mention
    return mention[0], phrase_end(paragraph, second, stop)


def _whole_mark(scene: Scene, start: int) -> Marked | None:
    """«به گفته شهردار، «پل را می‌سازیم. صبور باشید.»»: all that is credited stands in marks."""
    mark = scene.mark_at(start)
    long = mark is not None and mark.last - mark.first > SHORTEST_MARKED
    return mark if mark and long and closes_clause(scene, mark) else None


def _past_field(paragraph: Paragraph, start: int, stop: int) -> int:
    """«کارشناسان | فعال در حوزه فناوری و بازار | …»: where the speaker is at work."""
    i = start + (paragraph.key_at(start) in _AT_WORK)
    told = paragraph.key_at(i - 1) in _AT_WORK and paragraph.key_at(i) == "در"
    if not told or paragraph.key_at(i + 1) not in _FIELDS:
        return start
    i += 3
    return min(i + 2 * (paragraph.key_at(i) == "و"), stop)


def _trailing(scene: Scene, intro: Introducer, mention: Range) -> Draft | None:
    """«سدها پر است، طبق گفته وزیر.»: the credit after the clause."""
    paragraph = scene.paragraph
    first = max(scene.clause_start(intro.first), paragraph.opening)
    if paragraph.at(intro.first - 1) not in "،," or paragraph.verb_in(first, intro.first) is None:
        return None
    return Draft("nominal", intro, trim(paragraph, first, intro.first), mention, mention)


def _past_apposition(paragraph: Paragraph, mention: Range, stop: int) -> int:
    """«به گفته راجر دیوان، تحلیلگر نفت در یک بانک، …»: the comma that closes the apposition."""
    one = paragraph.at(mention[1]) in {"،", ","} and paragraph.key_at(mention[1] + 1) == "یک"
    limit = min(stop, mention[1] + LONGEST_APPOSITION * (1 + one))
    if one:  # «به گفته مازیار سرمد، یک ناظر بازار در شرکت «پگاه»، …»
        ahead = range(mention[1] + 2, limit)
        close = next((i for i in ahead if paragraph.at(i) in "،," or i in paragraph.verbs), mention[1])
        return close if paragraph.at(close) in "،," else mention[1]
    if not any(paragraph.at(i) in "،," for i in range(*mention)):
        return mention[1]
    return next((i for i in range(mention[1], limit) if paragraph.at(i) in "،,"), mention[1])


def _credible(scene: Scene, intro: Introducer, mention: Range) -> bool:
    """A view («از نظر کمیت») needs a person; a relay or a wire leaves the saying to the cue after it."""
    paragraph = scene.paragraph
    own = paragraph.keys[slice(*mention)] in {("من",), ("ما",), ("بنده",)}
    if own or paragraph.keys[mention[0]].startswith("خود"):
        return False  # «به اعتقاد من»: the speaker's own words inside his speech; «به قول خودتان»
    if intro.lemma.startswith(("از ", "به نظر")) and not is_somebody(paragraph, mention, scene.known):
        return False
    first, stop = paragraph.sentence(intro.first)
    later = [o for o in scene.intros if intro.last <= o.first < stop and o.manner == "finite"]
    later = [o for o in later if (o.cls, o.link) != ("document", "end")]  # «تراز آب بالا آمده است.»
    beside = any(o.first <= mention[1] + 1 or o.link == ":" for o in later)
    if intro.lemma == "به نقل از":
        wire = narrator_openings().at(paragraph.keys, max(first, paragraph.opening)) is not None
        return not later and not wire
    return not beside


def _last_clause(scene: Scene, intro: Introducer) -> int:
    """Where the cue's own clause begins: after the last verb before it."""
    start = scene.clause_start(intro.first)
    verb = scene.paragraph.verb_in(start, intro.first)
    return start if verb is None else verb + 1


def _has_object(scene: Scene, intro: Introducer) -> bool:
    """«برخی این را نشانه قدرت عنوان می‌کنند، …»: what is said of a thing stands before, nothing after."""
    return (
        "p" in intro.frames
        and object_marker(scene.paragraph, _last_clause(scene, intro), intro.first) is not None
    )


def _in_first_person(paragraph: Paragraph, first: int, last: int) -> bool:
    """«گفت ما می‌آییم»; not «گفت این کار «به سود ماست و می‌کنیم»»."""
    verbs = paragraph.verbs.items()
    return any(form.person == 1 and first <= i < last and i not in paragraph.quoted for i, form in verbs)


def _inside_relative(scene: Scene, intro: Introducer) -> bool:
    """«افتی که شرکت پیش‌بینی می‌کند بازار را …»: the cue is the relative's verb, and no comma ends it."""
    paragraph = scene.paragraph
    start = scene.clause_start(intro.first)
    joint = next((i for i in range(intro.first - 1, start, -1) if paragraph.keys[i] == "که"), None)
    if joint is None or joint == intro.first - 1 or paragraph.at(intro.content - 1) in "،,":
        return False
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
    return intro.cls == "add" and "به" in keys[max(intro.first - 3, 0) : max(intro.first - 1, 0)]


def bare_clause(scene: Scene, intro: Introducer) -> Draft | None:
    """«گفت هیچ دیپلماتی …»، «گفتند، افراد مسلح …»: a clause with neither که nor colon."""
    paragraph = scene.paragraph
    if intro.manner != "finite" or intro.link not in {"bare", "«"} or _goes_on_with(scene, intro):
        return None
    # «از سازمان ملل خواست این جنایت را محکوم کند»
    asked = intro.lemma == "خواستن" and _asks_somebody(scene, intro)
    if "b" not in intro.frames and not asked:
        return None
    _, stop = paragraph.sentence(intro.last - 1)
    verb = paragraph.verb_in(intro.content, stop)
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
        o.first == at and o.manner == "finite" and o.link in {":", "که"} for o in scene.intros
    )
    told = told or while_so or main or paragraph.key_at(at) == "بلکه"
    if verb is None or result or named or told:
        return None
    if _in_first_person(paragraph, intro.content, clause_end(paragraph, intro.content, scene.intros, intro)):
        clause = scene.clause_start(intro.first), intro.first
        end = speech_end(paragraph, intro.content, scene.intros, intro, scene.known)
        content = trim(paragraph, intro.content, end)
        return Draft("bare_speech", intro, content, clause)
    return _clause(scene, intro, "bare_clause")
