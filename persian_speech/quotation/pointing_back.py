"""Who said what stands before: «…»؛ این سخن داناست · «…»، می‌گوید دانا · سد پر می‌شود؛ این را دانا گفت."""

from collections.abc import Iterator

from persian_speech.actors.phrases import DEMONSTRATIVES
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.lexicon import prepositions
from persian_speech.quotation.marks import Marked
from persian_speech.quotation.noun_phrases import phrase_end
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.scene import SHORTEST_MARKED, Draft, Scene
from persian_speech.quotation.somebody import is_somebody
from persian_speech.quotation.subjects import find_subject
from persian_speech.quotation.trimming import trim

_WORDS = frozenset({"جمله", "حرف", "حرفهای", "سخن", "سخنان", "گفته", "گفتههای", "پاسخ", "جواب", "واکنش"})
_NEWS = _WORDS | {"خبر", "مطلب", "نکته", "موضوع", "وعده", "هشدار", "ادعا"}
_PART = (("بخشی", "از"), ("از", "ان"), ("متعلق", "به"))
_IS = frozenset({"است", "بود"})
_BREAKS = frozenset({"؛", "،", "."})
LONGEST_POINTER = 3  # tokens of «این خبر را»
FARTHEST = 24  # tokens from «این را» to its cue


def owners(scene: Scene) -> Iterator[Introducer]:
    """«…»؛ این جمله از آن پرستار است: a noun of saying, its owner and «است» close the sentence."""
    paragraph = scene.paragraph
    for mark in paragraph.marked:
        noun = mark.last + 1 + (paragraph.at(mark.last + 1) in _BREAKS)
        noun += paragraph.key_at(noun) in DEMONSTRATIVES
        noun += 2 * (paragraph.keys[noun : noun + 2] in _PART)
        if paragraph.key_at(noun) not in _WORDS or mark.last - mark.first <= SHORTEST_MARKED:
            continue
        intro = Introducer("finite", noun, noun + 1, noun + 1, "end", paragraph.keys[noun], "state", "")
        if owned(scene, intro) is not None:
            yield intro


def owned(scene: Scene, intro: Introducer) -> Draft | None:
    """«…»؛ این جمله از آن پرستار است: the marks are hers."""
    paragraph = scene.paragraph
    if intro.frames or intro.link != "end" or paragraph.keys[intro.first] not in _WORDS:
        return None
    stop = paragraph.sentence(intro.first)[1]
    start = intro.last + 2 * (paragraph.keys[intro.last : intro.last + 2] in _PART)
    verb = paragraph.first_verb(start, stop)
    mark = next((mark for mark in reversed(paragraph.marked) if mark.last < intro.first), None)
    if mark is None or mark.first < scene.floor or verb is None or paragraph.keys[verb] not in _IS:
        return None
    mention = start, min(phrase_end(paragraph, start, verb), verb)
    # «سخنان دانا | در بندر | بود»
    placed = mention[1] == verb or paragraph.keys[mention[1]] in prepositions()
    if paragraph.has_word(verb + 1, stop) or not placed or not is_somebody(paragraph, mention, scene.known):
        return None
    clause = intro.first, verb
    return Draft("post_posed", intro, trim(paragraph, mark.first + 1, mark.last), clause, mention, "marks")


def verb_first(scene: Scene, intro: Introducer) -> Draft | None:
    """«گفت وزیر نیرو که سد سالم است»: the cue opens the sentence, who says so follows, and «که»."""
    paragraph, first = scene.paragraph, intro.first
    opens = max(paragraph.sentence(first)[0], paragraph.opening, scene.floor) == first
    if not opens or (intro.manner, intro.link) != ("finite", "bare") or "k" not in intro.frames:
        return None
    stop = paragraph.sentence(first)[1]
    mention = intro.last, phrase_end(paragraph, intro.last, stop)
    told = paragraph.key_at(mention[1]) == "که" and is_somebody(paragraph, mention, scene.known)
    if not told or paragraph.verb_in(mention[1], stop) is None:
        return None
    return Draft(
        "conjunction", intro, trim(paragraph, mention[1] + 1, stop), (first, first), mention, "sentence"
    )


def inverted(scene: Scene, intro: Introducer) -> Draft | None:
    """«…»، می‌گوید دانا، شهردار بندر: the cue right after the marks, and who says so after it."""
    paragraph = scene.paragraph
    mark = _mark_before(paragraph, intro.first)
    if intro.manner != "finite" or intro.link != "bare" or mark is None or mark.first < scene.floor:
        return None
    stop = paragraph.sentence(intro.first)[1]
    mention = intro.last, phrase_end(paragraph, intro.last, stop)
    whole = paragraph.verb_in(intro.last, stop) is None and not paragraph.has_word(mention[1], stop)
    if not whole or not is_somebody(paragraph, mention, scene.known):
        return None
    clause = mark.last + 1, intro.first
    return Draft("post_posed", intro, trim(paragraph, mark.first + 1, mark.last), clause, mention, "marks")


def _mark_before(paragraph: Paragraph, cue: int) -> Marked | None:
    """The marks of more than a name that close right before the cue: «…»، چنین گفت"""
    at = cue - 1 - (paragraph.key_at(cue - 1) in {"چنین", "اینگونه"})
    at -= paragraph.at(at) in _BREAKS
    long = (mark for mark in paragraph.marked if mark.last == at and mark.last - mark.first > SHORTEST_MARKED)
    return next(long, None)


def pointed_back(scene: Scene, intro: Introducer) -> Draft | None:
    """«سد تا پاییز پر می‌شود؛ این را وزیر نیرو گفت»: a clause without marks, and who said so."""
    paragraph = scene.paragraph
    if intro.manner != "finite" or intro.link not in {"end", "و"} or not set("cb") & set(intro.frames):
        return None
    at = _pointer(paragraph, intro.first)
    if at is None:
        return None
    first = max(scene.floor, paragraph.sentence(at - 2)[0])
    marker = paragraph.keys.index("را", at)
    mention = find_subject(paragraph, marker + 1, intro.first)
    told = mention is not None and is_somebody(paragraph, mention, scene.known)
    if not told or paragraph.verb_in(first, at) is None or paragraph.at(at - 2) in '»"”':
        return None
    return Draft("pointed_back", intro, trim(paragraph, first, at - 1), (marker + 1, intro.first), mention)


def _pointer(paragraph: Paragraph, cue: int) -> int | None:
    """Where «؛ این را», «. این خبر را» begins, right before the cue's subject."""
    for at in range(cue - 1, max(cue - FARTHEST, 1), -1):
        if paragraph.keys[at] != "این" or paragraph.at(at - 1) not in _BREAKS:
            continue
        told = paragraph.key_at(at + 1) == "را" or (
            paragraph.key_at(at + 1) in _NEWS and paragraph.key_at(at + 2) == "را"
        )
        return at if told and paragraph.verb_in(at, cue) is None else None
    return None
