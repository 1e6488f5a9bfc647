"""Direct speech: after a colon, in marks after its cue, in marks before it, in the first person."""

from dataclasses import replace

from persian_speech.quotation.clauses import LONGEST_MARKED, is_predicate
from persian_speech.quotation.ends import speech_end
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.lexicon import answers, pronouns
from persian_speech.quotation.marks import OPENING_MARKS, STOPS, Marked
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.scene import SHORTEST_MARKED, Draft, Scene
from persian_speech.quotation.trimming import trim

_REPORTED = frozenset({"conjunction", "bare_clause"})
_PARTS = frozenset({"،", "؛", "-", "–"})  # between speech and the cue that parts it
_POINTERS = frozenset({"این", "ان", "اینها", "انها"})  # «…»؛ این‌ها را X می‌گوید
_IS_WHAT = (("است", "که"), ("بود", "که"))
FARTHEST_VERB = 4  # tokens before the closing mark in which the speech has its last verb
LONGEST_NAME = 4  # tokens of a name in marks, the opening mark among them
ALONE = 2  # words of «همراه بیمار»
FARTHEST_POST_POSED = 30  # tokens from the closing mark to the cue after it


def colon(scene: Scene, intro: Introducer) -> Draft | None:
    """«رهبر انقلاب گفتند: ایران …»، «گفت: «…»»"""
    if intro.manner != "finite" or intro.link != ":" or "c" not in intro.frames:
        return None
    # «افزود: که سد پر است»: the joint beside the colon is none of the speech.
    return speech(scene, intro, intro.content + (scene.paragraph.key_at(intro.content) == "که"))


def speech(scene: Scene, intro: Introducer, start: int) -> Draft | None:
    """Direct speech from ``start``: what stands in its marks, or all until the narrator returns."""
    mark = scene.mark_at(start)
    clause = _past_half(scene, intro), intro.first
    if mark and _whole(scene, mark):
        content = trim(scene.paragraph, mark.first + 1, mark.last)
        return Draft("colon_marked", intro, content, clause, ended="marks")
    if start >= len(scene.paragraph):
        return Draft("colon", intro, (start, start), clause)
    end = speech_end(scene.paragraph, start, scene.intros, intro, scene.known)
    return Draft("colon", intro, trim(scene.paragraph, start, end.at), clause, ended=end.rule)


def _whole(scene: Scene, mark: Marked) -> bool:
    """Whether the marks hold all that is said: what follows them is the narrator's, or nothing."""
    after = mark.last + 1
    paragraph = scene.paragraph
    if paragraph.at(after) == "(":  # «"اف‌ای‌آر" (مرز هوایی) ما …»
        after = next((i + 1 for i in range(after, len(paragraph)) if paragraph.at(i) == ")"), after)
    if not paragraph.is_word(after) or not paragraph.has_word(after, len(paragraph)):
        return True  # «گفت: «سد پر است» #سد @pagah»
    _, last = paragraph.sentence(mark.last)
    if after >= last:
        return True
    told = paragraph.verb_in(mark.first, mark.last) == mark.last - 1 and paragraph.keys[after] == "که"
    if told:  # «گفت: «تو را می‌برم» که نشد»
        return True
    if paragraph.keys[after] == "و" and pronouns().at(paragraph.keys, after + 1):
        return True  # «گفت: «ما می‌آییم» و آنها دست زدند.»
    if paragraph.keys[after] == "و" and _did_next(paragraph, mark, last):
        return True
    return paragraph.keys[after] == "و" and any(after < intro.first < last for intro in scene.intros)


def _did_next(paragraph: Paragraph, mark: Marked, last: int) -> bool:
    """«گفت: «ما می‌آییم» و برای مردم دست تکان داد.»: a whole clause in marks, and what he did."""
    spoken = paragraph.verb_in(mark.first, mark.last) == _last_word(paragraph, mark)
    verb = paragraph.verb_in(mark.last + 2, last)
    beside = paragraph.at(mark.last + 2) in OPENING_MARKS  # «گفت: «باید برویم» و «باید بمانیم» شعار بود»
    if not spoken or beside or verb is None:
        return False
    return (paragraph.verbs[verb].tense, paragraph.verbs[verb].person) == ("past", 3)


def marked_after_cue(scene: Scene, intro: Introducer) -> Draft | None:
    """«گفت «…»»، «گفت که «…»»، «با بیان اینکه «…»»: the marks make it direct."""
    start = intro.content
    mark = scene.mark_at(start)
    if intro.link not in {"«", "که"} or not mark or intro.manner == "nominal":
        return None
    # «او تنها گفت «صبر کنید»»
    beside = intro.link == "«" and mark.last - mark.first == SHORTEST_MARKED and "c" in intro.frames
    if mark.last - mark.first <= SHORTEST_MARKED and not (beside and intro.tense != "participle"):
        return None
    # «کانال‌ها گفتند «سارا مهرجو»، شهردار مهران، آمده است»: a name in marks.
    first, last = mark.last, scene.paragraph.sentence(mark.last)[1]
    long = mark.last - mark.first > LONGEST_NAME and (
        mark.last - mark.first > LONGEST_MARKED or any(first < other.first < last for other in scene.intros)
    )
    short = not long and scene.paragraph.at(mark.last + 1) == "،"
    named = short and scene.paragraph.verb_in(mark.first, mark.last) is None
    if named and scene.paragraph.verb_in(first, last) is not None and intro.link == "«":
        return None
    judged = (
        "p" in intro.frames
        and intro.link == "که"
        and "را" in scene.paragraph.keys[scene.clause_start(intro.first) : intro.first - 1]
    )  # «این روز را روزی بزرگ دانست که «هرگز از یاد نمی‌رود»»
    if judged or not closes_clause(scene, mark) or "-" in intro.frames:
        return None
    clause = _past_half(scene, intro), intro.first
    content = trim(scene.paragraph, mark.first + 1, mark.last)
    return Draft("marked_after_cue", intro, content, clause, ended="marks")


def _past_half(scene: Scene, intro: Introducer) -> int:
    """Where the cue's clause begins: after the first half of its speech, if its marks stand before it."""
    start = scene.clause_start(intro.first)
    half = _first_half(scene, start, intro)
    return _past_pointer(scene.paragraph, half.last + 1) if half else start


def _first_half(scene: Scene, start: int, intro: Introducer) -> Marked | None:
    """«باغ را نمی‌فروشیم»، دانا گفت، «و …»: the marks before the cue in which its speech begins."""
    mark, paragraph = scene.mark_at(start), scene.paragraph
    if mark is None and start > scene.floor:
        mark = scene.mark_at(start - 1)  # «… کرد. "باغ را نمی‌فروشیم"، …»: the sentence begins after its mark
    if mark is None or mark.last >= intro.first or paragraph.at(mark.last + 1) not in _PARTS:
        return None
    long = mark.last - mark.first > SHORTEST_MARKED and paragraph.verb_in(mark.first, mark.last) is not None
    last = _last_word(paragraph, mark)
    # «سد»، دانا گفت، «سالم است»: the words go on behind the cue
    long = long or scene.mark_at(intro.last + (paragraph.at(intro.last) in _PARTS)) is not None
    return mark if long or is_predicate(paragraph, last) or paragraph.keys[last] in answers() else None


def _last_word(paragraph: Paragraph, mark: Marked) -> int:
    """The last token inside the marks but a stop."""
    return mark.last - 1 - (paragraph.at(mark.last - 1) in STOPS)


def parted(scene: Scene, draft: Draft) -> Draft | None:
    """The first half of speech that its cue parts: «…»، دانا گفت، «و …»؛ «…»، دانا گفت: «…»."""
    intro = draft.intro
    mark = _first_half(scene, scene.clause_start(intro.first), intro) if intro else None
    if mark is None:
        return None
    content = trim(scene.paragraph, mark.first + 1, mark.last)
    return Draft("post_posed", intro, content, draft.clause, ended="marks")


def marked_below(scene: Scene, draft: Draft) -> Draft | None:
    """«باغ را نمی‌فروشیم»، دانا گفت. «درخت‌ها هنوز جوان‌اند.»: the next sentence stands in marks.

    «دانا می‌گوید سد خالی است: «یک قطره هم ندیدیم.»»: so do the words themselves after what is reported.
    """
    paragraph = scene.paragraph
    reported = draft.rule in _REPORTED and paragraph.at(draft.content[1]) == ":"
    if draft.intro is None or (draft.rule != "post_posed" and not reported):
        return None
    mark = scene.mark_at(draft.content[1] + 1 if reported else paragraph.sentence(draft.intro.first)[1])
    if mark is None or mark.last >= len(paragraph) or not (reported or _has_verb(paragraph, mark)):
        return None
    if paragraph.has_word(mark.last + 1, paragraph.sentence(mark.last)[1]):
        return None
    rule = "marked_after_cue" if reported else draft.rule
    return replace(draft, rule=rule, content=trim(paragraph, mark.first + 1, mark.last))


def closes_clause(scene: Scene, mark: Marked) -> bool:
    """The clause ends with the marks: a comma, a stop, «و» or the next cue follows."""
    after = mark.last + 1
    paragraph = scene.paragraph
    if after >= paragraph.sentence(mark.first)[1] or not paragraph.is_word(after):
        return True
    return paragraph.keys[after] in {"و", "گفتم"} or any(intro.first == after for intro in scene.intros)


def post_posed(scene: Scene, intro: Introducer) -> Draft | None:
    """«…»، X گفت · "…"; این را X می‌گوید: marks before the cue."""
    paragraph = scene.paragraph
    # «… .» دانا این را در حالی گفت که …
    while_so = intro.link == "که" and paragraph.key_at(intro.first - 1) in {"حالی", "درحالی"}
    if intro.manner != "finite" or intro.link not in {"end", "و", "که"} or not set("cb") & set(intro.frames):
        return None
    marks = [
        mark
        for mark in paragraph.marked
        if scene.floor <= mark.first
        and mark.first + SHORTEST_MARKED - _is_short(paragraph, mark) < mark.last < intro.first
        and (_has_verb(paragraph, mark) or _is_pointed_at(paragraph, mark) or _answers(paragraph, mark))
        and not (mark.last - mark.first <= LONGEST_MARKED and _goes_on(paragraph, mark))
    ]
    if not marks or intro.first - marks[-1].last > FARTHEST_POST_POSED:
        return None
    mark = marks[-1]
    if intro.link == "که" and not while_so and not _is_pointed_at(paragraph, mark):
        return None  # «… .» این را دانا گفت که مهمان جلسه بود
    before = paragraph.keys[scene.clause_start(mark.first) : mark.first]
    if intro.cls == "stress" and "بر" in before and "که" in before:
        return None  # «بر تعهد خود که «به آرامش کمک می‌کند» تأکید کرد»
    content = trim(paragraph, mark.first + 1, mark.last)
    clause = _past_pointer(paragraph, mark.last + 1), intro.first
    pointed = paragraph.key_at(clause[0] - 1) == "را" and clause[1] - clause[0] == ALONE
    # «…»؛ این را همراه بیمار گفت: the two words between are who says it, whatever they are besides
    told = pointed and paragraph.keys[clause[0]] == "همراه"
    return Draft("post_posed", intro, content, clause, clause if told else None, "marks")


def _goes_on(paragraph: Paragraph, mark: Marked) -> bool:
    """«پل آماده است» خوانده شد; a sentence of its own is whole: «ما می‌مانیم.» دانا به پگاه گفت."""
    if not paragraph.is_word(mark.last + 1):
        return False
    whole = paragraph.at(mark.last - 1) in {".", "!", "؟"}
    opens = paragraph.sentence(mark.first + 1)[0] in {
        mark.first,
        mark.first + 1,
    }  # not «فیلم «چرا آمدی؟» را …»
    return not whole or not (opens or _is_pointed_at(paragraph, mark))


def _has_verb(paragraph: Paragraph, mark: Marked) -> bool:
    """A verb near the end: «پل آماده است», «اینجا دنیاست»; of a long speech it may stand farther."""
    last = _last_word(paragraph, mark)
    near = mark.last - FARTHEST_VERB * (1 + _is_long(mark))
    if paragraph.at(mark.last + 1) in {"؛", "،"}:
        near = mark.first  # «نوشته‌اند، ولی نه برای همه»؛ دانا گفت
    return paragraph.verb_in(near, mark.last) is not None or is_predicate(paragraph, last)


def _is_pointed_at(paragraph: Paragraph, mark: Marked) -> bool:
    """«با طرح همراهیم، با شتاب آن نه.» این را دانا گفت: speech, whether or not it has a verb."""
    marker = _past_pointer(paragraph, mark.last + 1) - 1
    return paragraph.key_at(marker) == "را" and marker > mark.last + 1  # not «فیلم «چرا آمدی؟» را …»


def _answers(paragraph: Paragraph, mark: Marked) -> bool:
    """«نه، هیچ‌وقت»، دانا می‌گوید"""
    return paragraph.keys[mark.first + 1] in answers() and paragraph.at(mark.last + 1) in {"؛", "،"}


def _is_short(paragraph: Paragraph, mark: Marked) -> bool:
    """«ما می‌مانیم»؛ X گفت: a verb closes it, and a mark parts it from its cue."""
    return mark.last - 1 in paragraph.verbs and paragraph.at(mark.last + 1) in {"؛", "،"}


def _is_long(mark: Marked) -> bool:
    """«فرماندار از بالگرد نگاه می‌کند، ما از توی آب»: more than a title or a phrase."""
    return mark.last - mark.first > LONGEST_MARKED


def _past_pointer(paragraph: Paragraph, i: int) -> int:
    """«…»؛ این را X می‌گوید: the words that point back at what was said."""
    while i < len(paragraph) and not paragraph.is_word(i):
        i += 1
    if paragraph.key_at(i) == "این" and paragraph.keys[i + 2 : i + 4] in _IS_WHAT:
        return (
            i + 4 + 2 * (paragraph.keys[i + 4 : i + 6] == ("از", "سوی"))
        )  # «…»؛ این جمله‌ای است که X به زبان می‌آورد
    if paragraph.key_at(i) == "را" or paragraph.keys[i : i + 2] == ("جملهای", "که"):
        return i + 1 + (paragraph.key_at(i) != "را")  # «…»؛ جمله‌ای که X تکرار می‌کند
    if paragraph.key_at(i) in _POINTERS and "را" in paragraph.keys[i + 1 : i + 3]:
        return paragraph.keys.index("را", i) + 1
    return i
