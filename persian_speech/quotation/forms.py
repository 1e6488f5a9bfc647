"""The forms of reported speech: a list of named rules turns an introducer into a quotation.

Each rule looks at one introducer in its paragraph and gives a draft or nothing; the first that
answers wins, and its name stays on the quotation.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from persian_speech.document import QuotationForm, QuotationKind
from persian_speech.quotation.ends import KnownSpeaker, clause_end, is_somebody, join_point, speech_end, trim
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.lexicon import narrator_openings
from persian_speech.quotation.objects import cut_subject, object_marker, subject_and_object
from persian_speech.quotation.paragraph import Marked, Paragraph
from persian_speech.quotation.subjects import find_subject

Range = tuple[int, int]
SHORTEST_MARKED = 3  # tokens between marks that may be speech before its cue
LONGEST_APPOSITION = 10  # tokens in an apposition after its noun phrase
FARTHEST_POST_POSED = 30  # tokens from the closing mark to the cue after it
_REPORTS = frozenset({"خبر", "نقل", "گزارش", "ادعای", "ادعا", "شایعه", "اظهارات", "سخنان", "خبرهای", "این"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A quotation in the making: token ranges in one paragraph.

    ``taken`` is the first token that later introducers may use; ``clause`` is where the subject
    of the cue is looked for.
    """

    content: Range
    kind: QuotationKind
    form: QuotationForm
    rule: str
    intro: Introducer | None
    clause: Range
    taken: int
    mention: Range | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What a rule may look at: the paragraph, its introducers, and where the free text begins."""

    paragraph: Paragraph
    intros: Sequence[Introducer]
    known: KnownSpeaker
    floor: int
    """The end of the last quotation: a clause begins here or with its sentence."""

    def clause_start(self, i: int) -> int:
        """Where the clause of the cue at ``i`` begins."""
        return max(self.floor, self.paragraph.sentence(i)[0])

    def mark_at(self, i: int) -> Marked | None:
        """The quotation marks that open at token ``i``."""
        return next((mark for mark in self.paragraph.marked if mark.first == i), None)


Rule = Callable[[Scene, Introducer], Draft | None]


def colon(scene: Scene, intro: Introducer) -> Draft | None:
    """«رهبر انقلاب گفتند: ایران …»، «گفت: «…»»"""
    if intro.manner != "finite" or intro.link != ":" or "c" not in intro.frames:
        return None
    return speech(scene, intro, intro.content)


def speech(scene: Scene, intro: Introducer, start: int) -> Draft | None:
    """Direct speech from ``start``: what stands in its marks, or all until the narrator returns."""
    mark = scene.mark_at(start)
    clause = scene.clause_start(intro.first), intro.first
    if mark and _whole(scene, mark):
        content = trim(scene.paragraph, mark.first + 1, mark.last)
        return _draft(content, "direct", "marked", "colon_marked", intro, clause, mark.last)
    if start >= len(scene.paragraph):
        return Draft((start, start), "direct", "colon", "colon", intro, clause, start)
    end = speech_end(scene.paragraph, start, scene.intros, intro, scene.known)
    return _draft(trim(scene.paragraph, start, end), "direct", "colon", "colon", intro, clause, end)


def _whole(scene: Scene, mark: Marked) -> bool:
    """Whether the marks hold all that is said: what follows them is the narrator's, or nothing."""
    after = mark.last + 1
    paragraph = scene.paragraph
    if after >= len(paragraph) or not paragraph.is_word(after):
        return True
    first, last = paragraph.sentence(mark.last)
    if after >= last:
        return True
    return paragraph.keys[after] == "و" and any(after < intro.first < last for intro in scene.intros)


def marked_after_cue(scene: Scene, intro: Introducer) -> Draft | None:
    """«گفت «…»»، «گفت که «…»»، «با بیان اینکه «…»»: the marks make it direct."""
    start = intro.content
    mark = scene.mark_at(start)
    if intro.link not in {"«", "که"} or not mark or mark.last - mark.first <= SHORTEST_MARKED:
        return None
    if not _closes_clause(scene, mark) or "-" in intro.frames:
        return None
    clause = scene.clause_start(intro.first), intro.first
    content = trim(scene.paragraph, mark.first + 1, mark.last)
    return _draft(content, "direct", "marked", "marked_after_cue", intro, clause, mark.last)


def _closes_clause(scene: Scene, mark: Marked) -> bool:
    """The clause ends with the marks: a comma, a stop, «و» or the next cue follows."""
    after = mark.last + 1
    paragraph = scene.paragraph
    if after >= paragraph.sentence(mark.first)[1] or not paragraph.is_word(after):
        return True
    return paragraph.keys[after] == "و" or any(intro.first == after for intro in scene.intros)


def predicative(scene: Scene, intro: Introducer) -> Draft | None:
    """«روابط … را … برادرانه خواندند»: the object with its predicate."""
    if "p" not in intro.frames or intro.manner != "finite" or (intro.link in {":", "که"} and "c" in intro.frames):
        return None
    paragraph = scene.paragraph
    start = scene.clause_start(intro.first)
    marker = object_marker(paragraph, start, intro.first)
    if marker is None or marker + 1 >= intro.first:
        return None
    subject, first = subject_and_object(paragraph, start, marker, scene.known)
    # «خود را مادر عادل معرفی می‌کند» tells what one does, not what one says of a thing.
    if first >= marker or paragraph.keys[first:marker] == ("خود",):
        return None
    content = trim(paragraph, first, intro.first)
    return _draft(content, "indirect", "predicative", "predicative", intro, (start, first), intro.last, mention=subject)


def remembered(scene: Scene, intro: Introducer) -> Draft | None:
    """«از وی به عنوان چهره‌ای تشکیلاتی یاد کرد»"""
    if intro.lemma != "یاد کردن":
        return None
    paragraph = scene.paragraph
    start = scene.clause_start(intro.first)
    target = next((i for i in range(intro.first - 1, start - 1, -1) if paragraph.keys[i] == "از"), None)
    as_what = target is not None and any(
        paragraph.keys[i : i + 2] == ("به", "عنوان") or paragraph.keys[i] == "بهعنوان" for i in range(target, intro.first)
    )
    if target is None or not as_what:
        return None
    content = trim(paragraph, target, intro.first)
    return _draft(content, "indirect", "predicative", "remembered", intro, (start, target), intro.last)


def denied(scene: Scene, intro: Introducer) -> Draft | None:
    """«خبر یک پایگاه مبنی بر اینکه بورس قطع شده است را تکذیب کرد»: the denier's, as a denial"""
    if intro.cls != "deny" or intro.manner != "finite":
        return None
    paragraph = scene.paragraph
    start = scene.clause_start(intro.first)
    marker = object_marker(paragraph, start, intro.first)
    joined = ("مبنی", "بر", "اینکه"), ("مبنی", "بر", "این", "که")
    for i in range(start, marker or start):
        for words in joined:
            if paragraph.keys[i : i + len(words)] == words and marker is not None:
                content = trim(paragraph, i + len(words), marker)
                stop = next((j for j in range(start + 1, i) if paragraph.keys[j] in _REPORTS), i)
                return _draft(content, "indirect", "clause", "denied", intro, (start, stop), intro.last)
    return None


def conjunction(scene: Scene, intro: Introducer) -> Draft | None:
    """«تأکید کرد که …»، «از دولت خواست تا …»"""
    if intro.manner != "finite" or intro.link != "که" or "k" not in intro.frames or _relative(scene, intro):
        return None
    return _clause(scene, intro, "conjunction", "indirect")


def _relative(scene: Scene, intro: Introducer) -> bool:
    """«از تحقق منابعی خبر داد که …»: the verb has its object, and که opens a relative clause."""
    preposition = {"خبر دادن": "از", "اشاره کردن": "به"}.get(intro.lemma)
    return preposition in scene.paragraph.keys[scene.clause_start(intro.first) : intro.first]


def _clause(scene: Scene, intro: Introducer, rule: str, kind: QuotationKind) -> Draft | None:
    paragraph = scene.paragraph
    if intro.content >= len(paragraph):
        return None
    end = clause_end(paragraph, intro.content, scene.intros, intro)
    clause = scene.clause_start(intro.first), intro.first
    return _draft(trim(paragraph, intro.content, end), kind, "clause", rule, intro, clause, end)


def participial(scene: Scene, intro: Introducer) -> Draft | None:
    """«با تأکید بر اینکه ایران … نخواهد داشت، گفتند:»"""
    if intro.manner != "participial":
        return None
    paragraph = scene.paragraph
    start = intro.content
    if start >= len(paragraph):
        return None
    _, stop = paragraph.sentence(start)
    cue = next((o for o in scene.intros if start <= o.first < stop and o.manner != "nominal"), None)
    mark = scene.mark_at(start)
    if mark and mark.last - mark.first > SHORTEST_MARKED and _closes_clause(scene, mark):
        return None
    end = _participial_end(paragraph, start, cue.first) if cue else _first_clause_end(paragraph, start, stop)
    clause = scene.clause_start(intro.first), intro.first
    content = trim(paragraph, start, end)
    return _draft(content, "indirect", "participial", "participial", intro, clause, end)


def _participial_end(paragraph: Paragraph, start: int, limit: int) -> int:
    """After the clause's last finite verb, or at its last comma where a participle ends it."""
    comma = next((i for i in range(limit - 1, start, -1) if paragraph.at(i) in "،,"), None)
    verb = paragraph.verb_in(start, limit)
    if comma is not None and (verb is None or verb < comma) and _ends_in_participle(paragraph, comma):
        return comma
    return limit if verb is None and comma is None else comma if verb is None else verb + 1  # type: ignore[return-value]


def _first_clause_end(paragraph: Paragraph, start: int, stop: int) -> int:
    """No second cue follows: the clause ends at the first comma after a finite verb."""
    ends = (i for i in range(start + 1, stop) if paragraph.at(i) in "،," and i - 1 in paragraph.verbs)
    return next(ends, stop)


def _ends_in_participle(paragraph: Paragraph, comma: int) -> bool:
    return paragraph.key_at(comma - 1).endswith("ه")


def nominal(scene: Scene, intro: Introducer) -> Draft | None:
    """«به گفته این مقام، …»: the speaker stands in the phrase, the clause after it."""
    if intro.manner != "nominal":
        return None
    paragraph = scene.paragraph
    _, stop = paragraph.sentence(intro.first)
    mention = find_subject(paragraph, intro.last, stop)
    if mention is None or mention[0] != intro.last or not _credible(scene, intro, mention):
        return None
    start = _past_apposition(paragraph, mention, stop)
    if start == mention[1] and paragraph.at(start) not in "،,:":
        mention = mention[0], cut_subject(paragraph, mention, scene.known) or mention[1]
        start = mention[1]
    if paragraph.at(start) in "،,:":
        start += 1
    if start >= stop or paragraph.verb_in(start, stop) is None:
        return None
    end = join_point(paragraph, start, scene.intros, intro) or stop
    content = trim(paragraph, start, end)
    return _draft(content, "indirect", "nominal", "nominal", intro, mention, end, mention=mention)


def _past_apposition(paragraph: Paragraph, mention: Range, stop: int) -> int:
    """«به گفته راجر دیوان، تحلیلگر نفت در یک بانک، …»: the comma that closes the apposition."""
    if not any(paragraph.at(i) in "،," for i in range(*mention)):
        return mention[1]
    limit = min(stop, mention[1] + LONGEST_APPOSITION)
    return next((i for i in range(mention[1], limit) if paragraph.at(i) in "،,"), mention[1])


def _credible(scene: Scene, intro: Introducer, mention: Range) -> bool:
    """A view («از نظر کمیت») needs a person; a relay or a wire leaves the saying to the cue after it."""
    paragraph = scene.paragraph
    if intro.lemma.startswith(("از ", "به نظر")) and not is_somebody(paragraph, mention, scene.known):
        return False
    first, stop = paragraph.sentence(intro.first)
    later = [o for o in scene.intros if intro.last <= o.first < stop and o.manner == "finite"]
    beside = any(o.first <= mention[1] + 1 for o in later)
    if intro.lemma == "به نقل از":
        wire = narrator_openings().at(paragraph.keys, max(first, paragraph.opening)) is not None
        return not later and not wire
    return not beside


def post_posed(scene: Scene, intro: Introducer) -> Draft | None:
    """«…»، X گفت · "…"; این را X می‌گوید: marks before the cue."""
    if intro.manner != "finite" or intro.link not in {"end", "و"} or not set("cb") & set(intro.frames):
        return None
    paragraph = scene.paragraph
    marks = [
        mark
        for mark in paragraph.marked
        if scene.floor <= mark.first
        and mark.first + SHORTEST_MARKED < mark.last < intro.first
        and paragraph.verb_in(mark.first, mark.last) is not None
    ]
    if not marks or intro.first - marks[-1].last > FARTHEST_POST_POSED:
        return None
    mark = marks[-1]
    content = trim(paragraph, mark.first + 1, mark.last)
    clause = _past_pointer(paragraph, mark.last + 1), intro.first
    return _draft(content, "direct", "marked", "post_posed", intro, clause, intro.last)


def _past_pointer(paragraph: Paragraph, i: int) -> int:
    """«…»؛ این را X می‌گوید: the words that point back at what was said."""
    while i < len(paragraph) and not paragraph.is_word(i):
        i += 1
    if paragraph.key_at(i) in {"این", "ان"} and "را" in paragraph.keys[i + 1 : i + 3]:
        return paragraph.keys.index("را", i) + 1
    return i


def bare_clause(scene: Scene, intro: Introducer) -> Draft | None:
    """«گفت هیچ دیپلماتی …»، «گفتند، افراد مسلح …»: a clause with neither که nor colon."""
    if intro.manner != "finite" or intro.link not in {"bare", "«"} or "b" not in intro.frames:
        return None
    paragraph = scene.paragraph
    _, stop = paragraph.sentence(intro.last - 1)
    verb = paragraph.verb_in(intro.content, stop)
    if verb is None:
        return None
    first_person = any(
        form.person == 1 for i, form in paragraph.verbs.items() if intro.content <= i < stop
    )
    if first_person:
        clause = scene.clause_start(intro.first), intro.first
        end = speech_end(paragraph, intro.content, scene.intros, intro, scene.known)
        content = trim(paragraph, intro.content, end)
        return _draft(content, "direct", "clause", "bare_speech", intro, clause, end)
    return _clause(scene, intro, "bare_clause", "indirect")


RULES: tuple[Rule, ...] = (
    colon,
    marked_after_cue,
    denied,
    remembered,
    predicative,
    conjunction,
    participial,
    nominal,
    bare_clause,
    post_posed,
)


def _draft(
    content: Range,
    kind: QuotationKind,
    form: QuotationForm,
    rule: str,
    intro: Introducer,
    clause: Range,
    taken: int,
    *,
    mention: Range | None = None,
) -> Draft | None:
    if content[0] >= content[1]:
        return None
    return Draft(content, kind, form, rule, intro, clause, max(taken, content[1], intro.last), mention)
