"""What is said «از سوی» somebody: «از سوی وزارت نیرو اعلام شد که سد پر است»."""

from collections.abc import Iterator
from dataclasses import replace

from persian_speech.quotation.clauses import Range
from persian_speech.quotation.ends import clause_end, speech_end
from persian_speech.quotation.introducers import BY, Introducer
from persian_speech.quotation.links import Link
from persian_speech.quotation.noun_phrases import phrase_end
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.scene import Draft, Scene
from persian_speech.quotation.somebody import after_adverbs, is_somebody
from persian_speech.quotation.trimming import trim

FARTHEST = 14  # tokens from «از سوی» to the verb
_WAYS = frozenset(way for _, way in BY)
_SAID: frozenset[tuple[str, ...]] = frozenset(
    {("اعلام",), ("گفته",), ("تاکید",), ("بیان",), ("توصیه",), ("تصریح",), ("عنوان",)}
)
_SAID |= frozenset(
    {("وعده", "داده"), ("هشدار", "داده"), ("پیشنهاد", "داده"), ("قول", "داده"), ("اطلاع", "داده")}
)
_BECAME = frozenset({"شد", "گردید"})


def with_passives(scene: Scene) -> Scene:
    """The scene with the cues that are passive, in the place of what else they may be."""
    if _WAYS.isdisjoint(scene.paragraph.keys):
        return scene
    fresh = [*passives(scene.paragraph)]
    if not fresh:
        return scene
    others = (o for o in scene.intros if not any(o.first < new.last and new.first < o.last for new in fresh))
    return replace(scene, intros=sorted((*others, *fresh), key=lambda intro: intro.first))


def passives(paragraph: Paragraph) -> Iterator[Introducer]:
    """The cues of the paragraph that are passive and have their «از سوی»."""
    keys = paragraph.keys
    for i in (i for i in range(len(keys) - 2) if keys[i : i + 2] in BY and i not in paragraph.quoted):
        verb = paragraph.first_verb(i + 2, min(i + FARTHEST, len(keys)))
        if verb is None or paragraph.verbs[verb].past not in _BECAME or paragraph.verbs[verb].person == 1:
            continue
        end = verb - (keys[verb - 1] in {"شده", "گردیده"})
        first = next((end - size for size in (1, 2) if keys[end - size : end] in _SAID), None)
        link: Link | None = ":" if paragraph.at(verb + 1) == ":" else None
        link = "که" if paragraph.key_at(verb + 1) == "که" else link
        if first is None or link is None:
            continue
        mention = _mention(paragraph, i + 2, first)
        if mention is not None:
            lemma = " ".join((*keys[first:end], "شدن"))
            yield Introducer("nominal", first, verb + 1, verb + 2, link, lemma, "state")


def _mention(paragraph: Paragraph, at: int, cue: int) -> Range | None:
    """By whom; nothing but «نیز» may stand between them and the cue: not «از سوی دیگر اعلام شد»."""
    end = phrase_end(paragraph, at, cue)
    beside = after_adverbs(paragraph, end, cue)
    whole = end > at and (beside == cue or paragraph.keys[beside] == "به")  # «… به ستاد اطلاع داده شد»
    return (at, end) if whole and paragraph.keys[at] != "دیگر" else None


def passive(scene: Scene, intro: Introducer) -> Draft | None:
    """«از سوی وزارت نیرو اعلام شد که سد پر است»"""
    if intro.manner != "nominal" or not intro.lemma.endswith(" شدن"):
        return None
    paragraph, keys = scene.paragraph, scene.paragraph.keys
    ahead = range(intro.first - 1, max(intro.first - FARTHEST, 0) - 1, -1)
    by = next(i for i in ahead if keys[i : i + 2] in BY)
    mention = _mention(paragraph, by + 2, intro.first)
    if mention is None or not is_somebody(paragraph, mention, scene.known):
        return None
    if intro.link == "که":
        end = clause_end(paragraph, intro.content, scene.intros, intro)
        return Draft("conjunction", intro, trim(paragraph, intro.content, end.at), mention, mention, end.rule)
    if (mark := scene.mark_at(intro.content)) is not None:
        content = trim(paragraph, mark.first + 1, mark.last)
        return Draft("colon_marked", intro, content, mention, mention, "marks")
    end = speech_end(paragraph, intro.content, scene.intros, intro, scene.known)
    return Draft("colon", intro, trim(paragraph, intro.content, end.at), mention, mention, end.rule)
