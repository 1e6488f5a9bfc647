"""Where a quotation ends: rules that see the narrator come back.

Speech after a colon runs on over sentences until a sentence is plainly the narrator's; a clause
ends with its sentence or where a second reporting clause is joined to it («… و افزود:»).
"""

from collections.abc import Callable, Sequence

from persian_speech.actors.phrases import (
    DEMONSTRATIVES,
    INDEFINITES,
    bodies,
    honorifics,
    is_given,
    parts,
    surnames,
    titles,
)
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.lexicon import adverbs, asides, boilerplate, narrator_openings, pronouns
from persian_speech.quotation.noun_phrases import phrase_end
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.subjects import find_subject

SIGNATURE = 5  # tokens in a wire's name at a paragraph's end, its stroke and stop among them
FARTHEST_CUE = 60  # tokens from a sentence's beginning to the cue that makes it the narrator's
NEAREST_JOIN = 16  # tokens from «و» or a comma to the cue that it joins
_CLOSERS = frozenset('»"”)]')
_STOPS = frozenset(".،,؛;:")
_STRONG_PRONOUNS = frozenset({"وی", "نامبرده", "مشارالیه", "معظمله"})
_SPEAKERS_OWN = frozenset({"من", "ما", "بنده", "اینجانب"})
_THANKS = frozenset((word, verb) for word in ("تشکر", "قدردانی", "تقدیر") for verb in ("کرد", "کردند"))
_SILENCES = frozenset(
    {
        ("نظری", "نکرد"),
        ("نظر", "نکرد"),
        ("چیزی", "نگفت"),
        ("سخنی", "نگفت"),
        ("پاسخی", "نداد"),
        ("توضیحی", "نداد"),
    }
)
KnownSpeaker = Callable[[Sequence[str], int], int]
"""How many words from an index on name somebody who has spoken in the document."""


def trim(paragraph: Paragraph, first: int, last: int) -> tuple[int, int]:
    """Content without the marks, commas and full stops at its edges; ؟ and ! stay."""
    while first < last and not paragraph.is_word(first) and not _opens_balanced(paragraph, first, last):
        first += 1
    while last > first and (
        paragraph.at(last - 1) in _STOPS
        or paragraph.tokens.kinds[last - 1] == "link"
        or _loose_closer(paragraph, first, last)
    ):
        last -= 1
    return first, _before_signature(paragraph, first, last)


def _before_signature(paragraph: Paragraph, first: int, last: int) -> int:
    """«… خواهد بود./ایسنا»: a wire's name after the stop is none of the speech."""
    for i in range(last - 1, max(first, last - SIGNATURE), -1):
        if paragraph.at(i) == "/" and paragraph.at(i - 1) in {".", "!", "؟"}:
            return trim(paragraph, first, i)[1]
    return last


def _opens_balanced(paragraph: Paragraph, first: int, last: int) -> bool:
    """«دیپلماسی و گَزِش» گزاره‌هایی است: a mark that opens the content and closes inside it stays."""
    return any(mark.first == first and mark.last < last - 1 for mark in paragraph.marked) or (
        paragraph.at(first) in "([" and any(paragraph.at(i) in ")]" for i in range(first, last))
    )


def _loose_closer(paragraph: Paragraph, first: int, last: int) -> bool:
    text = paragraph.at(last - 1)
    if paragraph.tokens.kinds[last - 1] == "symbol":
        return True
    if text not in _CLOSERS and text not in "«“[(-–/*":
        return False
    if text in ")]" and paragraph.tokens.kinds[last - 2] == "link":
        return True
    return not any(mark.first >= first and mark.last == last - 1 for mark in paragraph.marked) and not (
        text in ")]" and any(paragraph.at(i) in "([" for i in range(first, last))
    )


def speech_end(
    paragraph: Paragraph,
    start: int,
    intros: Sequence[Introducer],
    intro: Introducer | None,
    known: KnownSpeaker,
) -> int:
    """The end of direct speech that begins at token ``start``."""
    cut = join_point(paragraph, start, intros, intro, colon_only=True)
    if cut is not None:
        return cut
    for first, last in paragraph.sentences_from(start + 1):
        if narrator_returns(paragraph, first, last, intros, known):
            return first
    return len(paragraph)


def clause_end(paragraph: Paragraph, start: int, intros: Sequence[Introducer], intro: Introducer) -> int:
    """The end of a reported clause that begins at token ``start``."""
    cut = join_point(paragraph, start, intros, intro)
    stop = paragraph.sentence(start)[1] if cut is None else cut
    if paragraph.key_at(intro.first - 1) == "که":
        # «مخالفت وزیر که معتقد بود پل سالم است، پذیرفته نشد»: the relative clause ends.
        commas = (i for i in range(start + 1, stop) if paragraph.at(i) in "،,")
        stop = next((i for i in commas if i - 1 in paragraph.verbs), stop)
    return next((i for i in range(start + 1, stop) if _is_aside(paragraph, i)), stop)


def _is_aside(paragraph: Paragraph, i: int) -> bool:
    """«…، ادعایی که هنوز تأیید نشده است»: after a clause that is whole."""
    if paragraph.at(i) not in "،,؛" or not _ends_clause(paragraph, 0, i):
        return False
    if paragraph.at(i) == "؛" and paragraph.key_at(i + 1) in {"اما", "ولی"}:
        return True  # «…؛ اما شهردار این خبر را تأیید نکرد»
    found = asides().at(paragraph.keys, i + 1)
    return found is not None


def join_point(
    paragraph: Paragraph,
    start: int,
    intros: Sequence[Introducer],
    intro: Introducer | None,
    *,
    colon_only: bool = False,
) -> int | None:
    """Where a second reporting clause is joined to the sentence: the token of its «و» or comma."""
    if start >= len(paragraph):
        return None
    _, stop = paragraph.sentence(start)
    for other in intros:
        if not start < other.first < stop or (colon_only and (other.link != ":" or _cited(paragraph, other))):
            continue
        at = _joint(paragraph, start, other, intro)
        if at is None and not colon_only and other.link == ":":
            return _before_subject(paragraph, start, other)
        if at is not None:
            return at
    return None


def _before_subject(paragraph: Paragraph, start: int, other: Introducer) -> int:
    """«… خواهد بود" او گفت: …»: a clause never runs over a cue with a colon."""
    closer = (i for i in range(other.first - 1, start, -1) if paragraph.at(i) in _CLOSERS | {"،", "؛"})
    return next(closer, other.first)


def _joint(paragraph: Paragraph, start: int, other: Introducer, intro: Introducer | None) -> int | None:
    """The «و» or comma that joins ``other``'s clause, if it is the narrator's."""
    summing = _sums_up(other, intro)
    if other.manner == "finite" and not (_same_voice(other, intro) or summing):
        return None
    for i in range(other.first - 1, max(start, other.first - NEAREST_JOIN) - 1, -1):
        if i in paragraph.verbs and i < other.first - 1:
            return None
        if _is_joint(paragraph, i) and _ends_clause(paragraph, start, i):
            before = paragraph.verbs.get(i - 1)
            told = summing and (before is None or before.tense not in {"present", "subjunctive", "future"})
            return None if told else i
    return None


def _sums_up(other: Introducer, intro: Introducer | None) -> bool:
    """«تأکید کرد که … باید بماند و به نیاز بندر اشاره کرد.»: what the narrator tells in short."""
    past = intro is not None and intro.tense == "past" and other.tense == "past"
    return past and other.link == "end" and "p" not in other.frames


def _same_voice(other: Introducer, intro: Introducer | None) -> bool:
    """«گفت … و افزود» is one narrator; «گفت … و اعلام کرده است که» is the speaker's own report."""
    if (other.link in {"end", "و"} and "p" not in other.frames) or other.lemma == "معرفی کردن":
        return False
    return other.link == ":" or intro is None or intro.tense in {"", other.tense} or other.tense == "past"


def _is_joint(paragraph: Paragraph, i: int) -> bool:
    return paragraph.key_at(i) in {"و", "که"} or paragraph.at(i) in "،؛," or paragraph.at(i) in _CLOSERS


def _ends_clause(paragraph: Paragraph, start: int, i: int) -> bool:
    """A finite verb, or a participle («رخ داده»), stands right before the joint."""
    before = i - 1
    while before > start and (paragraph.at(before) in _CLOSERS or paragraph.at(before) in "،؛,"):
        before -= 1
    return before in paragraph.verbs or paragraph.key_at(before).endswith(
        ("شده", "داده", "بوده", "کرده", "گرفته", "افتاده", "یافته", "رفته", "مانده")
    )


def narrator_returns(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """Whether the sentence is the narrator's and not a further sentence of the speech."""
    inside = [intro for intro in intros if first <= intro.first < last]
    return any(rule(paragraph, first, last, inside, known) for rule in RETURNS)


def colon_cue(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«… ایشان تأکید کردند: …»: a colon, and a subject that could be a narrator's."""
    for intro in intros:
        if intro.manner != "finite" or intro.link not in {":", "«"} or intro.first - first >= FARTHEST_CUE:
            continue
        if _cited(paragraph, intro):
            continue
        subject = find_subject(paragraph, first, intro.first)
        if subject is None or after_adverbs(paragraph, subject[1], intro.first) == intro.first:
            return True
        return is_somebody(paragraph, subject, known)
    return False


def _cited(paragraph: Paragraph, intro: Introducer) -> bool:
    """«این سخن شاعری است که فرمود: …»: what the speaker cites is still his."""
    return intro.tense != "pluperfect" and paragraph.key_at(intro.first - 1) == "که"


def pronoun_subject(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«وی …» begins a narrator's sentence always, «او …» and «ایشان …» before a cue."""
    i = after_adverbs(paragraph, first, last)
    if i >= last or not pronouns().at(paragraph.keys, i):
        return False
    reports = any(_reports(intro) for intro in intros)
    return reports or (paragraph.keys[i] in _STRONG_PRONOUNS and not _demands(paragraph, i, last, intros))


def _demands(paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer]) -> bool:
    """«آقای رایان تازه آمده است. وی باید …»: what should be is the speaker's, not the narrator's."""
    return not intros and not {"باید", "نباید"}.isdisjoint(paragraph.keys[first:last])


def _reports(intro: Introducer) -> bool:
    # «آنها بر ادامه کار تأکید کردند.»
    sums_up = intro.link == "end" and intro.tense == "past" and intro.number == "pl"
    return intro.manner == "participial" or intro.link in {":", "که", "«"} or "p" in intro.frames or sums_up


def known_subject(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«عراقچی با بیان اینکه …»: someone who has spoken, and a cue."""
    i = after_adverbs(paragraph, first, last)
    return (
        i < last
        and any(intro.manner != "nominal" for intro in intros)
        and known(paragraph.keys[:last], i) > 0
    )


def named_after_title(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«مدیر مدرسه گفت: سقف چکه می‌کند. خانم سیمین بهادری ادامه داد که …»: the title's holder, by name."""
    opening = after_adverbs(paragraph, paragraph.opening, first)
    titled = titles().at(paragraph.keys[:first], opening)
    if (
        titled is None
        or parts(paragraph.keys[opening : phrase_end(paragraph, opening, first)]).kind != "title"
    ):
        return False
    for intro in intros:
        subject = find_subject(paragraph, first, intro.first) if intro.manner == "finite" else None
        if subject and intro.tense == "past" and after_adverbs(paragraph, first, last) == subject[0]:
            told = parts(paragraph.keys[slice(*subject)])
            whole = told.name[1] - told.name[0] > 1 or told.honorific[1] > told.honorific[0]
            return told.kind == "name" and whole and _reports(intro)
    return False


def demonstrative_subject(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«این مقام انتظامی … را … توصیف کرد»"""
    i = after_adverbs(paragraph, first, last)
    person = paragraph.key_at(i) in {"این", "همین"} and titles().at(paragraph.keys[:last], i + 1) is not None
    return person and any(_reports(intro) for intro in intros)


def narrator_opening(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«به گزارش …»، «گفتنی است …»"""
    return narrator_openings().at(paragraph.keys[:last], first) is not None


def page_furniture(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«انتهای پیام/»"""
    return boilerplate().at(paragraph.keys[:last], first) is not None


def credit_opening(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«به گفته وی، …»، «براساس اظهارات این ناخدا، …» at a sentence's beginning."""
    credit = next((intro for intro in intros if intro.manner == "nominal" and intro.first == first), None)
    if credit is not None and paragraph.key_at(credit.last) in _SPEAKERS_OWN:
        return False
    if credit is None or not credit.lemma.startswith("از "):
        return credit is not None
    # «از نظر عرضه مشکلی نداریم»: a view needs a person.
    view = credit.last, phrase_end(paragraph, credit.last, last)
    head = titles().at(paragraph.keys[: view[1]], view[0])
    anybody = head is not None and head[1] == "description" and not known(paragraph.keys, view[0])
    return not anybody and is_somebody(paragraph, view, known)  # «از نظر مصرف‌کننده» is the speaker's


def courtesy(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«و در پایان از مردم تشکر کرد.»، «شهردار در این باره اظهار نظری نکرد.»: told, and nothing is said."""
    words = [key for i, key in enumerate(paragraph.keys[first:last], first) if paragraph.is_word(i)]
    if tuple(words[-2:]) in _SILENCES:
        return True
    opened = words[int(words[:1] == ["و"]) :][:2] in (["در", "پایان"], ["در", "ادامه"])
    return opened and tuple(words[-2:]) in _THANKS


def dropped_subject_cue(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«همچنین با اشاره به اینکه …»، «افزود که …»: a cue opens the sentence."""
    i = after_adverbs(paragraph, first, last)
    return any(intro.first == i and intro.manner in {"participial", "finite"} for intro in intros)


RETURNS = (
    page_furniture,
    narrator_opening,
    credit_opening,
    pronoun_subject,
    demonstrative_subject,
    dropped_subject_cue,
    colon_cue,
    known_subject,
    named_after_title,
    courtesy,
)


def is_somebody(paragraph: Paragraph, mention: tuple[int, int], known: KnownSpeaker) -> bool:
    """Whether a noun phrase is told to be a person or body by its words, or has spoken before."""
    keys, i = paragraph.keys[: mention[1]], mention[0]
    i += paragraph.at(i) in '«“"'
    told = (pronouns(), titles(), honorifics(), bodies())
    return i < len(keys) and (
        any(table.at(keys, i) for table in told)
        or (keys[i] in DEMONSTRATIVES and any(table.at(keys, i + 1) for table in told))
        or (keys[i] in INDEFINITES and _some_of_them(keys, i + 1))
        or (is_given(keys[i]) and mention[1] - i > 1)
        or keys[i] in surnames()
        or known(keys, i) > 0
        or any(keys[j - 1] in "،,-–—ـ" and titles().at(keys, j) for j in range(i + 2, len(keys)))
    )


def _some_of_them(keys: Sequence[str], i: int) -> bool:
    """«برخی کارشناسان»، «بسیاری از کارشناسان»، «بسیاری»"""
    i += keys[i : i + 1] == ("از",)
    return i >= len(keys) or any(table.at(keys, i) for table in (titles(), honorifics(), bodies()))


def after_adverbs(paragraph: Paragraph, first: int, last: int) -> int:
    """Past «همچنین»، «در ادامه» and marks at a sentence's beginning."""
    i = first
    while i < last:
        if found := adverbs().at(paragraph.keys[:last], i):
            i = found[0]
        elif not paragraph.is_word(i):
            i += 1
        else:
            break
    return i
