"""Where the narrator comes back: rules in order, of which any ends a speech that runs over sentences."""

from collections.abc import Sequence

from persian_speech.actors.phrases import DEMONSTRATIVES, parts
from persian_speech.actors.vocabulary import (
    common_words,
    honorifics,
    is_given,
    titles,
)
from persian_speech.quotation import narrators_turn
from persian_speech.quotation.courtesies import courtesy
from persian_speech.quotation.drafts import THIS_REPORT
from persian_speech.quotation.first_person import SPEAKERS_OWN, is_kin_of_mine, reported_by_narrator
from persian_speech.quotation.interruptions import interrupts, labelled, questioned, says_otherwise, turns_to
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.lexicon import boilerplate, narrator_openings, pronouns
from persian_speech.quotation.noun_phrases import phrase_end
from persian_speech.quotation.own_reports import is_of_report
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.somebody import KnownSpeaker, after_adverbs, is_somebody
from persian_speech.quotation.speaker_again import (
    STRONG_PRONOUNS,
    another_too,
    asks_of,
    called_again,
    goes_on_telling,
    reports,
    said_before,
    speaker_again,
)
from persian_speech.quotation.staging import STAGING
from persian_speech.quotation.subjects import find_subject

LEAST_AGAIN = 4  # words of a title by which its holder is known again
LONGEST_POINTER = 8  # tokens of «در بخش پایانی این نامه نیز»
FARTHEST_CUE = 60  # tokens from a sentence's beginning to the cue that makes it the narrator's
_I_SAID = frozenset({"گفتم", "پرسیدم", "گفتیم", "پرسیدیم"})


def narrator_returns(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> str:
    """The rule that sees the sentence to be the narrator's; empty for a further sentence of the speech."""
    inside = [intro for intro in intros if first <= intro.first < last]
    for rule in RETURNS if inside else WITHOUT_CUE:
        if rule(paragraph, first, last, inside, known):
            return rule.__name__
    return ""


def colon_cue(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«… ایشان تأکید کردند: …»: a colon, and a subject that could be a narrator's."""
    for intro in intros:
        if intro.manner != "finite" or intro.link not in {":", "«"} or intro.first - first >= FARTHEST_CUE:
            continue
        if is_cited(paragraph, intro) or _told_me(paragraph, intro) or _stresses(paragraph, intro):
            continue
        subject = find_subject(paragraph, first, intro.first)
        if subject and intro.number == "pl" and paragraph.keys[subject[1] - 1].endswith("شان"):
            continue  # «آن‌ها آمدند. رئیس‌هایشان گفتند: …» is told by the speaker
        if is_kin_of_mine(paragraph.keys[after_adverbs(paragraph, first, intro.first)]):
            continue  # «نخ می‌رشتیم. مادرم می‌گفت «صبر کن»»
        if subject is None or after_adverbs(paragraph, subject[1], intro.first) == intro.first:
            return True
        # «لی همچنین با اشاره به بندر افزود: …»: an unknown surname that opens the sentence.
        adds = intro.cls == "add" and subject[0] == first == paragraph.opening
        # «صداقت، رئیس اداره ایدز، نیز گفت: …»: a name that is a word, before its office.
        office = titles().at(paragraph.keys, subject[1] + 1) if paragraph.at(subject[1]) == "،" else None
        named = subject[0] == first and office is not None and office[1] == "office"
        called = subject[1] - subject[0] == 1 and _was_named(paragraph, subject[0], first)
        return adds or named or called or is_somebody(paragraph, subject, known)
    return False


def _stresses(paragraph: Paragraph, intro: Introducer) -> bool:
    """«برخی می‌گویند «التماس» می‌کنند»: the marks hold words of the clause, which goes on to its verb."""
    if intro.link != "«" or intro.tense != "present":
        return False
    mark = next((mark for mark in paragraph.marked if mark.first >= intro.last), None)
    within = None if mark is None else paragraph.verb_in(mark.first, mark.last)
    return mark is not None and within is None and mark.last + 1 in paragraph.verbs


def _was_named(paragraph: Paragraph, at: int, first: int) -> bool:
    """«بهرام بازرگانی رفت. نگهبان گفت: …. بازرگانی خطاب به او گفت: …»: a word that ended a name before."""
    named = range(paragraph.opening + 1, first)
    return any(paragraph.keys[j] == paragraph.keys[at] and is_given(paragraph.keys[j - 1]) for j in named)


def _told_me(paragraph: Paragraph, intro: Introducer) -> bool:
    """«رئیس‌جمهور به من گفته است: …»: told by the one who speaks."""
    return paragraph.keys[max(intro.first - 2, 0) : intro.first] in {("به", "من"), ("به", "بنده")}


def is_cited(paragraph: Paragraph, intro: Introducer) -> bool:
    """«این سخن شاعری است که فرمود: …»: what the speaker cites is still his."""
    return intro.tense != "pluperfect" and paragraph.key_at(intro.first - 1) == "که"


def pronoun_subject(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«وی …» begins a narrator's sentence always, «او …» and «ایشان …» before a cue."""
    i = after_adverbs(paragraph, first, last)
    if i >= last or not pronouns().at(paragraph.keys, i):
        return False
    if paragraph.keys[i] in STRONG_PRONOUNS:
        return any(map(reports, intros)) or not _demands(paragraph, i, last, intros)
    if paragraph.key_at(i + 1) == "که":
        # «او که خود دانشجوست معتقد است …»; «آنان که از جنگ سخن می‌گویند، …»
        tells = paragraph.keys[i] == "او" and any(intro.manner == "finite" for intro in intros)
        return tells and reported_by_narrator(paragraph, first, last)
    cue = after_adverbs(paragraph, i + 1, last)
    if any(intro.first == cue and goes_on_telling(paragraph, intro) for intro in intros):
        return True  # «او افزود این کار …», «او در عین حال یادآور شد …»
    told = [o for o in intros if (reports(o) and o.tense != "imperfect") or asks_of(paragraph, first, o)]
    # «ایشان معتقد بودند که …»: the speaker's own words of somebody; «او معتقد است که …» is the narrator's
    told = [o for o in told if (o.cls, o.tense) != ("believe", "past") or goes_on_telling(paragraph, o)]
    # «او همانند بنده باور داشته است که …» is spoken.
    return bool(told) and SPEAKERS_OWN.isdisjoint(paragraph.keys[i : told[0].first])


def _demands(paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer]) -> bool:
    """«آقای رایان تازه آمده است. وی باید …»: what should be is the speaker's, not the narrator's."""
    return not intros and not {"باید", "نباید"}.isdisjoint(paragraph.keys[first:last])


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
            return told.kind == "name" and whole and reports(intro)
    return False


def subject_again(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«معاون وزیر امور خارجه بندر گفت: … معاون وزیر خارجه بندر ابراز امیدواری کرد …»"""
    opening = after_adverbs(paragraph, paragraph.opening, first)
    i = after_adverbs(paragraph, first, last)
    if titles().at(paragraph.keys[:last], i) is None or not any(intro.tense == "past" for intro in intros):
        return False
    one = [word for word in paragraph.keys[opening:first] if word != "امور"][:LEAST_AGAIN]
    other = [word for word in paragraph.keys[i:last] if word != "امور"][:LEAST_AGAIN]
    return one == other and len(one) == LEAST_AGAIN


def demonstrative_subject(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«این مقام انتظامی … را … توصیف کرد», «این مقام انتظامی مدعی شد …»"""
    i = after_adverbs(paragraph, first, last)
    person = paragraph.key_at(i) in {"این", "همین"} and titles().at(paragraph.keys[:last], i + 1) is not None
    if not person:
        return False
    return any(
        reports(intro) or asks_of(paragraph, first, intro) or _says_beside(paragraph, i, intro)
        for intro in intros
    )


def _says_beside(paragraph: Paragraph, i: int, intro: Introducer) -> bool:
    """«این مقام انتظامی | مدعی شد …»; «این مقام گفت …» may be told by the one who speaks"""
    told = intro.manner == "finite" and intro.tense == "past" and intro.lemma != "گفتن"
    end = phrase_end(paragraph, i, intro.first) if told else i
    return told and after_adverbs(paragraph, end, intro.first) == intro.first


def narrator_opening(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«به گزارش …»، «گفتنی است …»; not «براساس این گزارش …» of one who speaks of a report"""
    opening = narrator_openings().at(paragraph.keys[:last], first)
    if opening is None or paragraph.keys[opening[0] - 2 : opening[0]] != THIS_REPORT:
        return opening is not None
    colon = next((i for i in range(first - 1, -1, -1) if paragraph.at(i) == ":"), first)
    return "گزارش" not in paragraph.keys[colon:first]


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
    if credit is not None and paragraph.key_at(credit.last) in SPEAKERS_OWN:
        return False
    if credit is not None and credit.link == "که":
        return False  # «ادعای رسانه‌ها مبنی بر اینکه تنگه بسته است، نادرست است» may be the speaker's own
    if credit is None or not credit.lemma.startswith(("از ", "به نظر")):
        return credit is not None and not is_of_report(
            credit.lemma
        )  # «طبق گزارش بانک مرکزی …» may be his own
    # «از نظر عرضه مشکلی نداریم»: a view needs a person.
    view = credit.last, phrase_end(paragraph, credit.last, last)
    head = titles().at(paragraph.keys[: view[1]], view[0])
    anybody = head is not None and head[1] == "description" and not known(paragraph.keys, view[0])
    return not anybody and is_somebody(paragraph, view, known)  # «از نظر مصرف‌کننده» is the speaker's


def dropped_subject_cue(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«همچنین با اشاره به اینکه …»، «افزود که …»: a cue opens the sentence."""
    if not intros:
        return False
    i = after_adverbs(paragraph, first, last)
    opening = [intro for intro in intros if intro.first == i and intro.manner in {"participial", "finite"}]
    if any(intro.number == "pl" and intro.tense in {"present", "imperfect"} for intro in opening):
        return False  # «حتی می‌گویند که تماشاخانه برای این نمایش‌هاست»: people say so
    if paragraph.at(first - 1) == "؟" and all(intro.tense == "present" for intro in opening):
        return False  # «شهردار چه می‌گوید؟ می‌گوید پول نداریم»
    before = paragraph.keys[paragraph.sentence(first - 1)[0] : first] if opening and first > 0 else ()
    if not _I_SAID.isdisjoint(before):
        return False  # «گفتم سد برای چیست؟ گفت برای باران»: a talk that the speaker tells of
    # «انتقاد می‌کند برای آن که عاشق مردم است»: of whom the speaker tells
    return any((intro.cls, intro.link, intro.tense) != ("evaluate", "bare", "present") for intro in opening)


def document_cue(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«در بخشی از این پیام آمده است: …», «در این پاسخ همچنین آمده است که …»: what was written goes on."""
    first += paragraph.keys[first] in {"و", "همچنین"}
    for intro in intros:
        opening = paragraph.keys[first : intro.first]
        if intro.cls == "document" and opening[:1] == ("در",) and len(opening) < LONGEST_POINTER:
            return not DEMONSTRATIVES.isdisjoint(opening)
    return False


def introduced(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«محقق برجسته یخ، دکتر بهرام آریا، معتقد است که …»: a title, a full name between commas, and a cue."""
    intro = next((o for o in intros if o.manner == "finite" and o.link == "که"), None)
    if intro is None or paragraph.at(intro.first - 1) != "،":
        return False
    keys, i = paragraph.keys, after_adverbs(paragraph, first, last)
    if not titles().at(keys[:last], i):
        return False
    subject = find_subject(paragraph, i, intro.first)
    if subject is None or subject[0] != i or after_adverbs(paragraph, subject[1], intro.first) < intro.first:
        return False
    comma = next((j + 1 for j in range(*subject) if paragraph.at(j) == "،"), subject[1])
    return comma < subject[1] and (honorifics().at(keys, comma) is not None or is_given(keys[comma]))


def full_name_goes_on(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«سیمین بهادری ادامه داد ما …»: a given name, a surname and a cue that adds."""
    i = after_adverbs(paragraph, first, last)
    for intro in intros:
        if intro.manner == "finite" and intro.cls == "add" and intro.tense == "past":
            subject = find_subject(paragraph, i, intro.first)
            if subject is None or subject[0] != i or subject[1] - i < 2:
                return False
            beside = after_adverbs(paragraph, subject[1], intro.first) == intro.first
            return beside and is_given(paragraph.keys[i])
    return False


def surname_and_clause(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«سجادی با اعلام اینکه …، افزود»: a word of no other use, «با … اینکه» beside it, and a cue."""
    i = after_adverbs(paragraph, first, last)
    beside = any(intro.manner == "participial" and intro.first == i + 1 for intro in intros)
    cue = any(intro.manner == "finite" and intro.tense == "past" for intro in intros)
    return beside and cue and paragraph.is_word(i) and paragraph.keys[i] not in common_words()


RETURNS = (
    page_furniture,
    narrator_opening,
    credit_opening,
    pronoun_subject,
    demonstrative_subject,
    dropped_subject_cue,
    colon_cue,
    known_subject,
    subject_again,
    speaker_again,
    called_again,
    named_after_title,
    document_cue,
    full_name_goes_on,
    introduced,
    surname_and_clause,
    questioned,
    says_otherwise,
    turns_to,
    labelled,
    courtesy,
    interrupts,
    another_too,
    said_before,
    *narrators_turn.WITH_CUE,
    *narrators_turn.ALWAYS,
    *STAGING,
)
WITHOUT_CUE = (
    page_furniture,
    narrator_opening,
    pronoun_subject,
    labelled,
    courtesy,
    called_again,
    *narrators_turn.ALWAYS,
    *STAGING,
)
"""Those that may see a narrator in a sentence that introduces nothing."""
