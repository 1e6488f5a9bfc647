"""Paragraphs in which the speaker of the one before goes on."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from persian_speech.actors.knowledge import known
from persian_speech.actors.phrases import DEMONSTRATIVES, parts
from persian_speech.actors.vocabulary import bodies, is_given, titles
from persian_speech.quotation.clauses import Range
from persian_speech.quotation.direct import post_posed
from persian_speech.quotation.ends import End, speech_end
from persian_speech.quotation.first_person import (
    first_person,
    reported_by_narrator,
    sounds_like_speech,
    told_me,
)
from persian_speech.quotation.found import Found, closed
from persian_speech.quotation.interruptions import is_pointed_at
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.lexicon import prepositions, pronouns
from persian_speech.quotation.marks import OPENING_MARKS
from persian_speech.quotation.page_lines import mourns, signs
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.returns import narrator_returns
from persian_speech.quotation.scene import Draft, Scene
from persian_speech.quotation.somebody import is_somebody
from persian_speech.quotation.subjects import find_subject
from persian_speech.quotation.told_of import SHORTEST_TITLE
from persian_speech.quotation.trimming import trim

_THEY = frozenset({"انها", "اینها", "بعضیها", "خیلیها", "همه", "دیگران", "مردم", "بعد", "سپس"})
_WHOEVER = frozenset({("انان", "که"), ("انها", "که"), ("کسانی", "که"), ("انهایی", "که")})
_STATEMENTS = frozenset({"بیانیه", "بیانیهای", "اطلاعیه", "اطلاعیهای"})
_PEOPLE_SAY = frozenset({"میگن", "میگویند"})
_AGO = (("ساعاتی", "پیش"),)
_AGAIN = frozenset({"present", "imperfect", "future"})
_TIMES = frozenset({"صبح", "ظهر", "عصر", "شب", "شامگاه", "بعدازظهر", "بامداد"})
_DAYS = frozenset({"امروز", "دیروز", "شنبه", "یکشنبه", "دوشنبه", "سهشنبه", "چهارشنبه", "پنجشنبه", "جمعه"})
_REACTING = ("در", "واکنش", "به")
_TOO = frozenset({"نیز", "هم"})
_ITEMS = frozenset({"بررسی", "رسیدگی", "استماع", "قرائت"})
NEAREST_OTHERS = 3  # tokens of «پیش از این» before «می‌گفتند»
LONGEST_OPENER = 6  # tokens of «سارا دانا نیز»
LONGEST_LABEL = 12  # tokens up to the colon of another's line


class Standing(NamedTuple):
    """How a paragraph stands below who spoke last."""

    certain: bool
    """He goes on whether or not it sounds like speech: a letter, a list."""
    headed: bool
    """A line of its own («ترامپ:») heads it: only a colon or marks are the narrator's, not «… بهش گفته …»."""
    listed: bool
    """A point of his list, or a line of his post."""
    plain: bool
    """A line of a post without bullets, of which some may be in marks and others not."""


def continued(scene: Scene, last: Found, standing: Standing) -> Draft | None:
    """A paragraph in which the last speaker goes on: surely, or by its sound."""
    certain, headed, listed, plain = standing
    paragraph = scene.paragraph
    if headed:
        scene = replace(scene, intros=[intro for intro in scene.intros if narrates(paragraph, intro)])
    if listed:  # «از دیدگاه ما …», «از دیدگاه ایران …» in a point of a list is the speaker's view
        views = [intro for intro in scene.intros if intro.manner == "nominal" and intro.cls == "believe"]
        scene = replace(scene, intros=[intro for intro in scene.intros if intro not in views])
    first = paragraph.opening
    _, stop = paragraph.sentence(first)
    if (
        _is_anothers(scene, first)
        or is_pointed_at(paragraph)
        or _is_editors(paragraph)
        or _is_narrators(scene, first, stop, listed=listed)
    ):
        return None
    # «… پایان یابد.»» and, below, «یادداشت بر احترام تأکید کرده است.»»
    shut = paragraph.stray_closer is not None and paragraph.stray_closer >= len(paragraph) - 2
    done = closed(last)
    between = plain and not scene.intros  # «شهردار:», ««سد پر است.»», «پل باز می‌ماند.»
    if done and not (shut or between or _opens_anew(paragraph)):
        return None
    colon = any(intro.link == ":" and intro.first < stop for intro in scene.intros)
    end = speech_end(paragraph, first, scene.intros, None, scene.known)
    certain = certain or (done and shut)
    spoken = certain or (not colon and sounds_like_speech(paragraph, first, end.at))
    if not spoken or (not certain and _says_we_of_others(scene, first, end.at)):
        return None
    written = any(intro.cls == "write" and _another_too(paragraph, intro) for intro in scene.intros)
    if written or _anothers_line(paragraph) or _new_speaker(scene, last, stop, listed=listed):
        return None
    return _up_to(paragraph, end)


def _is_anothers(scene: Scene, first: int) -> bool:
    """«باغ را نمی‌فروشیم»؛ زنی به پگاه گفت: marks that open the paragraph, and who says so after them."""
    if scene.mark_at(first) is None:
        return False
    drafts = (post_posed(scene, intro) for intro in scene.intros)
    return any(draft is not None and draft.content[0] == first + 1 for draft in drafts)


def _says_we_of_others(scene: Scene, first: int, last: int) -> bool:
    """«آمار بد است و به گفته کارشناسان اگر صبر کنیم، …»: only whom the narrator cites says we."""
    told = [o.first for o in scene.intros if o.manner == "nominal" and o.lemma.startswith("به گفته")]
    at = next((at for at in told if first < at < last), None)
    return at is not None and not sounds_like_speech(scene.paragraph, first, at)


def _is_editors(paragraph: Paragraph) -> bool:
    """A line of a desk, of a commission's agenda, or «[بقیه سخنان در ویدیو آمده است.]»."""
    first = paragraph.opening
    if paragraph.key_at(first) in _PEOPLE_SAY and paragraph.at(len(paragraph) - 1) == ":":
        return True  # «میگن یکیش این بود:» above a link
    bracketed = paragraph.at(first) == "[" and paragraph.at(len(paragraph) - 1) == "]"
    return first >= len(paragraph) or first > paragraph.bullets or bracketed or is_agenda(paragraph)


def _is_narrators(scene: Scene, first: int, stop: int, *, listed: bool) -> bool:
    """The narrator mourns somebody or tells again."""
    if mourns(scene.paragraph):
        return True
    # «سپاه: …» and, below, «🔹ساعاتی پیش عملیات آغاز شد»: a point of a list may tell its time.
    timed = listed and scene.paragraph.keys[first : first + 2] in _AGO and not scene.intros
    if timed or (listed and _tells_of_others(scene.intros, first)):
        return False
    return bool(narrator_returns(scene.paragraph, first, stop, scene.intros, scene.known))


def _tells_of_others(intros: Sequence[Introducer], first: int) -> bool:
    """«🔹 آن‌ها می‌دانند که …», «🔹 پیش از این می‌گفتند …»: what many think or keep saying, without a colon."""
    if not intros or intros[0].first - first > NEAREST_OTHERS:
        return False
    manner, number, tense, link = intros[0].manner, intros[0].number, intros[0].tense, intros[0].link
    return (manner, number) == ("finite", "pl") and tense in _AGAIN and link not in {":", "«"}


def _opens_anew(paragraph: Paragraph) -> bool:
    """Further marks, or a point in the first person, below speech whose marks were closed."""
    first = paragraph.opening
    marked = paragraph.at(first) in OPENING_MARKS
    return marked or (paragraph.bullets > 0 and first_person(paragraph, first, len(paragraph)))


def _up_to(paragraph: Paragraph, end: End, start: int = 0) -> Draft | None:
    """The paragraph's words from its opening (or ``start``) on, if any."""
    first = paragraph.opening
    content = trim(paragraph, max(first, paragraph.numbered, start), end.at)
    if content[0] >= content[1]:
        return None
    return Draft("continued", None, content, (first, first), ended=end.rule)


def narrates(paragraph: Paragraph, intro: Introducer) -> bool:
    """«… گفت: …», «به گفته این منبع، …»"""
    first = paragraph.sentence(intro.first)[0]
    opens = paragraph.key_at(first), paragraph.key_at(intro.first - 1)
    if intro.number == "pl" and not _THEY.isdisjoint(opens):
        return False  # «آن‌ها گفتند: …», «بعضی‌ها می‌گویند «…»» are told by the one who speaks
    if (intro.number, intro.tense) == ("pl", "present") and intro.first == first:
        return False  # «می‌گویند: «ما نبودیم»»
    if intro.number == "pl" and opens[1].endswith("شان"):
        return False  # «افرادشان گفتند: …»
    if intro.link in {":", "«"} and not reported_by_narrator(paragraph, first, intro.first):
        return False  # «از ما خواستند: «…»», «من می‌دانم که شهردار گفت: …»
    # «🔹 معمار شهر در واکنش به این خبر گفت که …», «🔹 سارا دانا نیز گفت که …»
    joined = (intro.tense, intro.link) == ("past", "که")
    another = intro.manner == "finite" and _another_too(paragraph, intro)
    if another or (joined and (_reacts(paragraph, intro) or _adds_another(paragraph, intro))):
        return True
    pointed = intro.manner == "nominal" and paragraph.key_at(intro.last) in DEMONSTRATIVES
    return pointed or intro.link in {":", "«"}


def _reacts(paragraph: Paragraph, intro: Introducer) -> bool:
    first = paragraph.sentence(intro.first)[0]
    return any(paragraph.keys[i : i + 3] == _REACTING for i in range(first, intro.first - 2))


def _another_too(paragraph: Paragraph, intro: Introducer) -> bool:
    """«سارا دانا نیز در همین روزنامه معتقد است», ««ساحل» هم نوشت»: «too» right after who opens it."""
    first, stop = paragraph.opening, min(paragraph.opening + LONGEST_OPENER, intro.first)
    marked = next((mark.last + 1 for mark in paragraph.marked if mark.first == first), None)
    after = first + 2 if is_given(paragraph.keys[first]) else stop
    ahead = range(after, stop) if marked is None else range(marked, min(marked + 1, stop))
    return any(paragraph.keys[i] in _TOO for i in ahead)


def _adds_another(paragraph: Paragraph, intro: Introducer) -> bool:
    """«سارا دانا نیز گفت که …»: a given name or an office opens it, and «too» stands before the cue."""
    first, too = paragraph.opening, intro.first - 1
    named = is_given(paragraph.keys[first]) or titles().at(paragraph.keys, first) is not None
    return named and too - first > 1 and paragraph.keys[too] in _TOO


def right_below(scene: Scene) -> Draft | None:
    """The paragraph right below «ترامپ:» on a line of its own: «به ما می‌گفتند: …» too is his."""
    paragraph, first = scene.paragraph, scene.paragraph.opening
    if _is_editors(paragraph):
        return None
    if (mark := _told_after(scene, first)) is not None:
        return _up_to(paragraph, End(mark, "marks"), first + 1)
    intros = [intro for intro in scene.intros if narrates(paragraph, intro)]
    return _up_to(paragraph, speech_end(paragraph, first, intros, None, scene.known))


def _told_after(scene: Scene, first: int) -> int | None:
    """««سد پر است.» و خاطرنشان کرد که …»: where the marks close that open it, if the narrator goes on."""
    mark, verbs = scene.mark_at(first), scene.paragraph.verbs
    if mark is None:
        return None
    after = (o for o in scene.intros if o.first > mark.last and (o.manner, o.tense) == ("finite", "past"))
    told = next((o for o in after if o.link in {"که", "bare"}), None)
    own = told is None or any(verbs[i].person == 1 for i in verbs if mark.last < i < told.last)
    return None if own else mark.last


def is_agenda(paragraph: Paragraph) -> bool:
    """«کمیسیون انرژی:» and, below, «بررسی طرح …», «ادامه رسیدگی به …»: what it will do, not what it says."""
    first = paragraph.opening
    at = first + (paragraph.key_at(first) == "ادامه")
    listed = paragraph.key_at(at) in _ITEMS and not paragraph.stopped
    return listed and not paragraph.cues and paragraph.verb_in(first, len(paragraph)) is None


def _anothers_line(paragraph: Paragraph) -> bool:
    """«نواز شریف با خبرنگار شوخی می‌کند: …»: the full name of somebody known, and a colon."""
    first = paragraph.opening
    named = any(known().bearers(paragraph.keys[first : first + length]) for length in (2, 3))
    return named and ":" in paragraph.tokens.texts[first : first + LONGEST_LABEL]


def inside_marks(scene: Scene) -> Draft | None:
    """A paragraph inside a « of an earlier one: up to its », or all of it."""
    paragraph = scene.paragraph
    close = paragraph.stray_closer
    return _up_to(paragraph, End(len(paragraph), "paragraph") if close is None else End(close, "marks"))


def _new_speaker(scene: Scene, last: Found, stop: int, *, listed: bool) -> bool:
    """«عبدالاحد رسولی، نماینده …، … را ناکافی خواند»: somebody and a cue open the paragraph.

    A point that is ``listed`` may tell of others: «ایران بر پایان جنگ تأکید کرده است».
    """
    first = scene.paragraph.opening
    for intro in scene.intros:
        if intro.tense in {"present", "participle"} and _names_own(scene.paragraph, intro.first, last):
            continue  # «انجمن باران باران را رحمت می‌داند»: so it says of itself in its statement
        if intro.lemma == "خواستن" and intro.tense == "present" and intro.link == "bare":
            continue  # «شهردار می‌خواهد پل را ببندد»
        # «عمان می‌داند که …»
        believed = intro.tense == "present" and (intro.cls == "believe" or intro.lemma == "دانستن")
        sums_up = listed and (believed or (intro.link == "end" and "p" not in intro.frames))
        # «فرمانداری با انتشار بیانیه‌ای به رانندگان هشدار داد.»
        sums_up = sums_up and _STATEMENTS.isdisjoint(scene.paragraph.keys[first : intro.first])
        if first <= intro.first < stop and intro.manner != "nominal":
            subject = find_subject(scene.paragraph, first, intro.first)
            if subject and intro.tense == "present" and _whoever(scene.paragraph, subject):
                continue
            if listed and subject and _is_persons_own(scene.paragraph, subject, intro, last):
                continue
            if sums_up and subject and parts(scene.paragraph.keys[slice(*subject)]).kind != "name":
                continue
            told = subject is not None and (
                not told_me(scene.paragraph, first, intro.first)
                if subject[0] == first
                else reported_by_narrator(scene.paragraph, first, stop if listed else intro.first)
            )
            if subject and told and _is_told(scene, subject, intro):
                return True
    return False


def _is_persons_own(paragraph: Paragraph, subject: Range, intro: Introducer, last: Found) -> bool:
    """«شهردار: …» and, below, «🔹 دانا معتقد بود …», «🔹 برخی می‌گفتند …», «🔹 حمله‌ای که به آن پاسخ داد …».

    What others think or keep saying a person tells; the narrator tells what one said, and names offices.
    """
    member = last.attribution.member
    if member is None or member.kind == "body" or intro.link in {":", "«"}:
        return False
    if intro.lemma == "آوردن" and intro.link == "و":
        return True  # «آن‌ها دوام نخواهند آورد و …»
    keys, verb = paragraph.keys, paragraph.first_verb(subject[1], intro.first)
    joint = next((i for i in range(intro.first - 1, subject[1], -1) if keys[i] == "که"), 0)
    if verb is not None and verb < joint and paragraph.verb_in(joint, intro.first) is None:
        return True
    kind = parts(keys[slice(*subject)]).kind
    if intro.tense == "present" and (kind == "title" or (kind == "name" and intro.lemma == "گفتن")):
        return False  # «🔹 بازرس شهرداری اما می‌گوید …», «🔹 بهرام رایان می‌گوید …»
    told = pronouns().at(keys, subject[0])
    # «🔹 آن‌ها می‌دانند که من …» are they of whom he tells
    called = paragraph.at(subject[1]) == "،" or (told is not None and told[1] != "pl")
    return not called and (intro.tense in _AGAIN or intro.cls == "believe")


def _whoever(paragraph: Paragraph, subject: Range) -> bool:
    """«آنان که از جنگ سخن می‌گویند، …»"""
    return subject[1] - subject[0] == 1 and paragraph.keys[subject[0] : subject[1] + 1] in _WHOEVER


def _names_own(paragraph: Paragraph, stop: int, last: Found) -> bool:
    """Whether the statement of a body names it before token ``stop``."""
    member = last.attribution.member
    if member is None or member.kind != "body" or last.draft.manner.kind != "direct":
        return False
    words = frozenset(paragraph.keys[paragraph.opening : stop])
    names = (frozenset(name) - {"روابط", "عمومی"} for name in member.names)
    return any(len("".join(name)) >= SHORTEST_TITLE and name <= words for name in names)


def _is_told(scene: Scene, subject: Range, intro: Introducer) -> bool:
    """Somebody, or right before the cue what has a body's name in it: «واحد ۴۲ شرکت پگاه اعلام کرد»."""
    keys = scene.paragraph.keys[: subject[1]]
    within = subject[1] == intro.first and intro.tense == "past" and intro.link in {"که", "bare"}
    within = within and (prepositions() | DEMONSTRATIVES).isdisjoint(keys[subject[0] :])
    within = within and any(bodies().at(keys, i) for i in range(subject[0] + 1, subject[1]))
    return within or is_somebody(scene.paragraph, subject, scene.known)


def is_signed(paragraph: Paragraph, last: Found) -> bool:
    """Whether the paragraph is the signature of who spoke last: «انجمن باران» too, below its statement."""
    member = last.attribution.member
    if member is None:
        return False
    if member.kind == "body":
        return paragraph.keys[paragraph.opening :] in member.names
    return any(signs(paragraph, name) for name in member.names)


def tells_day(paragraph: Paragraph) -> bool:
    """«صبح امروز», «عصر دوشنبه»: when it was, which the narrator tells, with nothing of the first person."""
    first, stop = paragraph.sentence(paragraph.opening)
    timed = any(one in _TIMES and other in _DAYS for one, other in pairwise(paragraph.keys[first:stop]))
    return timed and paragraph.stopped and reported_by_narrator(paragraph, first, stop)
