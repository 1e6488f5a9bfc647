"""Words after what somebody does or is: «وزیر لبخند می‌زند: «…»», «شهردار زیر بار نمی‌رود: «…»»."""

from collections.abc import Iterator
from dataclasses import replace

from persian_speech.actors.vocabulary import is_given, surnames
from persian_speech.quotation.clauses import Range
from persian_speech.quotation.cuts import cut_subject
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.lexicon import recitations
from persian_speech.quotation.marks import STOPS, Marked
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.pointing_back import owners
from persian_speech.quotation.predicates import past_semicolon
from persian_speech.quotation.scene import SHORTEST_MARKED, Draft, Scene
from persian_speech.quotation.somebody import is_somebody
from persian_speech.quotation.subjects import find_subject
from persian_speech.quotation.trimming import trim

PERSON_TOLD = 3
# «پاسخ وزیر کوتاه بود: «…»»: whose it is follows.
_REPLIES = frozenset({"پاسخ", "جواب", "واکنش", "حرف", "نظر", "توضیح", "استدلال", "توجیه", "عقیده", "ادعای"})
_WORKS = frozenset({"کتاب", "مقاله", "فیلم", "رمان", "نمایش", "تابلو", "پارچه", "شعار", "ایه", "حدیث"})


def with_acts(scene: Scene) -> Scene:
    """The scene with what tells whose the words in marks are, though it reports nothing."""
    if not scene.paragraph.marked:
        return scene
    acts = (intro for intro in _acts(scene.paragraph) if not _is_reported(scene, intro))
    fresh = [intro for intro in acts if acted(scene, intro) is not None]
    fresh += owners(scene)
    if not fresh:
        return scene
    return replace(scene, intros=sorted((*scene.intros, *fresh), key=lambda intro: intro.first))


def _acts(paragraph: Paragraph) -> Iterator[Introducer]:
    """A verb of the third person that reports nothing, a colon and marks."""
    for at in (mark.first - 2 for mark in paragraph.marked):
        form = paragraph.verbs.get(at)
        if form is None or paragraph.at(at + 1) != ":":
            continue
        past = paragraph.keys[at].endswith(form.past)  # «خندید», «نپسندید»: by their ending «you» as well
        told = past or (form.person == PERSON_TOLD and form.tense != "subjunctive")
        if told and not any(cue.first <= at < cue.last for cue in paragraph.cues):
            number, tense = ("sg", "past") if past else (form.number, form.tense)
            yield Introducer("finite", at, at + 1, at + 2, ":", form.infinitive, "state", "", number, tense)


def _is_reported(scene: Scene, act: Introducer) -> bool:
    """«دانا می‌گوید سد خالی است: «…»»: the verb stands in what is reported."""
    first = scene.paragraph.sentence(act.first)[0]
    before = (intro for intro in scene.intros if first <= intro.first < act.first)
    return any(intro.link == "که" or (intro.link == "bare" and "b" in intro.frames) for intro in before)


def acted(scene: Scene, intro: Introducer) -> Draft | None:
    """«سارا دانا صدایش را بالا برد: «…»», «پاسخ وزیر کوتاه بود: «…»», «شهردار نگران است: «…»»"""
    if intro.manner != "finite" or intro.link != ":" or "c" in intro.frames:
        return None
    mark = scene.mark_at(intro.content)
    if mark is None or not _is_sentence(scene, mark):
        return None
    start = past_semicolon(scene.paragraph, scene.clause_start(intro.first), intro.first)
    clause = start, intro.first
    mention = _actor(scene, intro, clause[0])
    if mention is None:
        return None
    content = trim(scene.paragraph, mark.first + 1, mark.last)
    return Draft("acted", intro, content, clause, mention, "marks")


def _is_sentence(scene: Scene, mark: Marked) -> bool:
    """Marks that are closed, more than a name long, and a verb or a stop in them."""
    paragraph = scene.paragraph
    if mark.last == len(paragraph) or mark.last - mark.first <= SHORTEST_MARKED:
        return False
    return paragraph.at(mark.last - 1) in STOPS or paragraph.verb_in(mark.first, mark.last) is not None


def _actor(scene: Scene, intro: Introducer, first: int) -> Range | None:
    """Who does so, if that is somebody and he does not read aloud what others have written."""
    keys, last = scene.paragraph.keys, intro.first
    words = frozenset(keys[first:last])
    if not words.isdisjoint(recitations()) or not words.isdisjoint(_WORKS):
        return None
    mention = find_subject(scene.paragraph, first, last)
    if mention is None:
        return None
    if keys[mention[0]] in _REPLIES and mention[1] - mention[0] > 1:
        mention = mention[0] + 1, mention[1]
    called = scene.paragraph.at(mention[0] + 1) == "،" and is_given(keys[mention[0]])  # «مجید، کارگر بندر،»
    if not called and not is_somebody(scene.paragraph, mention, scene.known):
        return None
    bare = mention[1] == last and intro.frames == ""
    return mention[0], _end(scene, mention) if bare else mention[1]


def _end(scene: Scene, mention: Range) -> int:
    """«وزیر راه | لبخند می‌زند», «گل‌آغا | گلایه‌مند است»: before what stands right before the verb."""
    first, last = mention
    end = cut_subject(scene.paragraph, mention, scene.known)
    plain = last - first > 1 and scene.paragraph.keys[last - 1] not in surnames()
    return end or last - plain
