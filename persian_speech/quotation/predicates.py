"""What is said of a thing: «روابط را برادرانه خواندند»، «از وی به عنوان … یاد کرد»، «… را تکذیب کرد»."""

from persian_speech.quotation.ends import trim
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.objects import object_marker, subject_and_object
from persian_speech.quotation.scene import Draft, Scene

_MODALS = frozenset({"باید", "نباید", "میبایست", "بایستی"})
_SCENES = frozenset({"در", "طی", "برای", "توسط", "با", "بدون", "امروز", "دیروز"})
_REPORTS = frozenset({"خبر", "نقل", "گزارش", "ادعای", "ادعا", "شایعه", "اظهارات", "سخنان", "خبرهای", "این"})


def predicative(scene: Scene, intro: Introducer) -> Draft | None:
    """«روابط … را … برادرانه خواندند»: the object with its predicate."""
    if (
        "p" not in intro.frames
        or intro.manner != "finite"
        or (intro.link in {":", "که"} and "c" in intro.frames)
    ):
        return None
    paragraph = scene.paragraph
    start = scene.clause_start(intro.first)
    marker = object_marker(paragraph, start, intro.first)
    if marker is None or marker + 1 >= intro.first or _no_judgement(scene, intro, marker):
        return None
    subject, first = subject_and_object(paragraph, start, marker, scene.known)
    # «خود را مادر عادل معرفی می‌کند» tells what one does, not what one says of a thing.
    if first >= marker or paragraph.keys[first:marker] == ("خود",):
        return None
    # «شهری که آن را رباط می‌نامند»: people call it so.
    if subject is None and intro.number == "pl" and intro.tense == "present":
        return None
    content = trim(paragraph, first, intro.first)
    return Draft("predicative", intro, content, (start, first), subject)


def _no_judgement(scene: Scene, intro: Introducer, marker: int) -> bool:
    """«را باید دوباره خواند» is nobody's; «خبر را در نشستی اعلام کرد» has no predicate."""
    paragraph = scene.paragraph
    words = paragraph.keys[scene.clause_start(intro.first) : intro.first]
    modal = any(word in _MODALS or word.endswith("توان") for word in words) and intro.tense == "past"
    announces = intro.lemma == "اعلام کردن" and paragraph.keys[marker + 1] in _SCENES
    return modal or announces


def remembered(scene: Scene, intro: Introducer) -> Draft | None:
    """«از وی به عنوان چهره‌ای تشکیلاتی یاد کرد»"""
    if intro.lemma != "یاد کردن":
        return None
    paragraph = scene.paragraph
    start = scene.clause_start(intro.first)
    target = next((i for i in range(intro.first - 1, start - 1, -1) if paragraph.keys[i] == "از"), None)
    as_what = target is not None and any(
        paragraph.keys[i : i + 2] == ("به", "عنوان") or paragraph.keys[i] == "بهعنوان"
        for i in range(target, intro.first)
    )
    if target is None or not as_what:
        return None
    content = trim(paragraph, target, intro.first)
    return Draft("remembered", intro, content, (start, target))


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
                return Draft("denied", intro, content, (start, stop))
    return None
