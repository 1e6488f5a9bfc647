"""The mention of the speaker for each draft: rules in order, the first that answers wins."""

from collections.abc import Callable

from persian_speech.quotation.forms import Draft, Scene
from persian_speech.quotation.lexicon import attributions, documents
from persian_speech.quotation.subjects import find_subject

Range = tuple[int, int]


def already_known(scene: Scene, draft: Draft) -> Range | None:
    """the phrase itself names the speaker"""
    return draft.mention


def relayed(scene: Scene, draft: Draft) -> Range | None:
    """«خبرگزاری X به نقل از Y گزارش داد»: Y speaks"""
    if draft.intro is None or draft.intro.manner != "finite":
        return None
    first, last = draft.clause
    keys = scene.paragraph.keys[:last]
    for i in range(first, last):
        found = attributions().at(keys, i)
        if found and found[1][0] == "به نقل از":
            mention = find_subject(scene.paragraph, found[0], last)
            beside = mention is not None and mention[0] == found[0] and last - mention[1] <= 1
            return mention if beside else None
    return None


def of_document(scene: Scene, draft: Draft) -> Range | None:
    """«در بیانیه کرملین آمده است»: whose document it is"""
    if draft.intro is None or draft.intro.cls != "document":
        return None
    first, last = draft.clause
    for i in range(first, last):
        if scene.paragraph.keys[i] in documents():
            at = i + 1
            while at < last and scene.paragraph.keys[at] in {"مشترک", "پایانی", "خود", "رسمی", "کتبی", "مطبوعاتی"}:
                at += 1
            mention = find_subject(scene.paragraph, at, last)
            return mention if mention and mention[0] == at else None
    return None


def subject_of_clause(scene: Scene, draft: Draft) -> Range | None:
    """the subject of the cue's clause"""
    if draft.intro is not None and draft.intro.cls == "document":
        return None
    return find_subject(scene.paragraph, *draft.clause)


def subject_after_clause(scene: Scene, draft: Draft) -> Range | None:
    """«با بیان اینکه …، وزیر نیرو گفت»: the subject stands after the clause"""
    if draft.form != "participial":
        return None
    following = next((i for i in scene.intros if i.first >= draft.taken and i.manner == "finite"), None)
    if following is None or following.first >= scene.paragraph.sentence(draft.content[0])[1]:
        return None
    return find_subject(scene.paragraph, draft.taken, following.first)


RULES: tuple[Callable[[Scene, Draft], Range | None], ...] = (
    already_known,
    relayed,
    of_document,
    subject_of_clause,
    subject_after_clause,
)


def mention_of(scene: Scene, draft: Draft) -> Range | None:
    """The tokens that name the speaker; none where the clause has no subject."""
    return next((mention for rule in RULES if (mention := rule(scene, draft))), None)
