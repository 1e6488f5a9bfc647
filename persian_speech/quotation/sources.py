"""The mention of the speaker for each draft: rules in order, the first that answers wins."""

from collections.abc import Callable, Sequence

from persian_speech.actors.phrases import DEMONSTRATIVES, NAMED_AFTER
from persian_speech.actors.plain import is_plain, is_plural
from persian_speech.actors.vocabulary import bodies, city_words, common_words, first_names, honorifics, titles
from persian_speech.quotation.antecedents import antecedent
from persian_speech.quotation.clauses import Range
from persian_speech.quotation.cuts import without_object
from persian_speech.quotation.ends import tells_when
from persian_speech.quotation.indirect import is_passed_on
from persian_speech.quotation.last_clauses import is_one_body, subject_of_last_clause
from persian_speech.quotation.later_subjects import many_did, person_later, somebody_later
from persian_speech.quotation.lexicon import (
    attributions,
    narrator_openings,
    prepositions,
    press,
    pronouns,
)
from persian_speech.quotation.named_so import called_on, named_so
from persian_speech.quotation.noun_phrases import phrase_end
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.participle_cues import AS_TOLD
from persian_speech.quotation.scene import Draft, Scene
from persian_speech.quotation.somebody import after_adverbs, is_somebody
from persian_speech.quotation.subjects import find_subject
from persian_speech.quotation.together import with_others
from persian_speech.quotation.words import SAYING
from persian_speech.quotation.writings import of_document, whose_account

OWN_TALKS = frozenset({"سخنان", "اظهارات", "صحبتهای", "گفتههای"})
_DESKS = frozenset({("روابط", "عمومی"), ("پایگاه", "اطلاع"), ("پایگاه", "اطلاعرسانی"), ("پایگاه", "خبری")})
_DESKS |= frozenset({("ستاد", "خبری"), ("دبیرخانه", "خبری")})
_WAS_WHO = (("بود", "که"), ("است", "که"))
_IN_IT = ("که", "در", "ان")
_TALK = frozenset({"صحبتی", "سخنی", "سخنانی", "حرفی", "مطلبی"})
_SAYS = frozenset({"گفتن", "افزودن", "اظهار داشتن", "اظهار کردن", "تأکید کردن"})  # a paper writes or reports
LEAST_PRAISE = 4  # tokens of «از سخنان رایان تمجید کرد»
_PRAISE = frozenset({"تمجید", "انتقاد", "حمایت", "استقبال", "قدردانی", "تشکر", "تقدیر", "دفاع", "گلایه"})
_SUCH_AS = frozenset({"همچون", "مانند", "نظیر", "مثل"})  # «شرکت‌های بزرگی همچون پگاه، ماهور و …»


def already_known(scene: Scene, draft: Draft) -> Range | None:
    """the phrase itself names the speaker"""
    return draft.mention


def answering(scene: Scene, draft: Draft) -> Range | None:
    """«قاضی از متهم سوال کرد که وی پاسخ داد»: the pronoun before the cue, no matter who came before"""
    if draft.intro is None or not draft.intro.answers:
        return None
    at = draft.intro.first - 1
    told = scene.paragraph.key_at(at - 1) == "که" and pronouns().at(scene.paragraph.keys, at)
    return (at, at + 1) if told and told[0] == at + 1 else None


def relayed(scene: Scene, draft: Draft) -> Range | None:
    """«خبرگزاری X به نقل از Y گزارش داد»: Y speaks, the last of a chain"""
    if draft.intro is None or draft.intro.manner != "finite":
        return None
    first, last = draft.clause
    keys = scene.paragraph.keys[:last]
    for i in range(last - 1, first - 1, -1):
        found = attributions().at(keys, i) if scene.paragraph.flags[i] & SAYING else None
        if found and found[1][0] in {"به نقل از", "از قول", "از زبان"}:
            at, stop = _in_marks(scene, found[0], last)
            mention = find_subject(scene.paragraph, found[0], last) if at == found[0] else (at, stop)
            if mention is None or mention[0] != at or _is_apart(scene.paragraph, mention[1], last):
                return None
            # «به گزارش ایسنا به نقل از قوه قضائیه، قاضی دانا از متهم خواست …»: the comma ends the credit.
            opened = narrator_openings().at(keys, max(first, scene.paragraph.opening))
            if opened and "،" in scene.paragraph.tokens.texts[slice(*mention)]:
                return None
            mention = _with_office(scene.paragraph, _without_desk(scene.paragraph, mention), last)
            if draft.intro.lemma in _SAYS:
                mention = _called_after_paper(keys, *mention)
            called = mention[0] > at
            if opened and keys[mention[1] : mention[1] + 1] == ("در",):
                # «به گزارش ایسنا به نقل از روابط عمومی سد در مراسمی بهرام رایان، مدیر سد، گفت»
                second = find_subject(scene.paragraph, mention[1], last)
                if second is not None and is_somebody(scene.paragraph, second, scene.known):
                    return second
            # «خبرگزاری X به نقل از Y درباره Z نوشت»
            beside = at > found[0] or last - mention[1] <= 1 or keys[mention[1]] in prepositions() - {"بی"}
            # «… به نقل از یک منبع نظامی، عصر شنبه اعلام کرد که»
            beside = beside or called or after_adverbs(scene.paragraph, mention[1], last) == last
            return mention if beside or _relative_between(scene.paragraph, mention[1], last) else None
    return None


def _is_apart(paragraph: Paragraph, first: int, last: int) -> bool:
    """«در حالی که پگاه به نقل از دادستان | از کار خبر داد، | بهرام رایان گفت»: the relay has its own verb.

    «به نقل از خبرگزاری پگاه | از وین، | بهرام رایان گفت»: where a wire's story comes from.
    """
    keys, verb = paragraph.keys, paragraph.verb_in(first, last)
    told = verb is not None and paragraph.at(verb + 1) == "،" and "که" not in keys[first:verb]
    town = paragraph.key_at(first) == "از" and paragraph.key_at(first + 1) in city_words()
    return told or (town and paragraph.at(first + 2) == "،")


def _called_after_paper(keys: Sequence[str], first: int, last: int) -> Range:
    """«به نقل از روزنامه ساحل | سید محمود رایان امام جمعه بندر گفت»: no comma ends the body's name."""
    body = press().at(keys, first) or bodies().at(keys, first)
    called = range(body[0] + 1, last) if body else ()
    return next(
        (i for i in called if honorifics().at(keys, i) and keys[i - 1] not in NAMED_AFTER), first
    ), last


def _with_office(paragraph: Paragraph, mention: Range, last: int) -> Range:
    """«به نقل از سالم الراوی، | عضو هیئت عمان، | گزارش داد»: an office between commas, whatever the name."""
    comma = mention[1]
    office = paragraph.at(comma) == "،" and titles().at(paragraph.keys[:last], comma + 1) is not None
    if not office or bodies().at(paragraph.keys, mention[0]):
        return mention  # «به نقل از روزنامه ساحل، وزیر نیرو گفت»
    end = phrase_end(paragraph, comma + 1, last)
    return (mention[0], end) if after_adverbs(paragraph, end, last) == last else mention


def _relative_between(paragraph: Paragraph, first: int, cue: int) -> bool:
    """«به نقل از یک مقام | که نخواست نامش فاش شود، | گزارش داد»"""
    closed = paragraph.at(cue - 1) == "،" and paragraph.verb_in(first, cue) == cue - 2
    return paragraph.keys[first] == "که" and closed


def _without_desk(paragraph: Paragraph, mention: Range) -> Range:
    """«روابط عمومی آموزش و پرورش خراسان | علی دانا», «پایگاه اطلاع رسانی پلیس سردار | علی دانا …»."""
    first, last = mention
    keys = paragraph.keys
    if keys[first : first + 2] not in _DESKS:
        return mention
    named = (i for i in range(first + 3, last - 1) if keys[i] in first_names())
    person = next((i for i in named if keys[i + 1] not in common_words()), first)
    return person, last


def _in_marks(scene: Scene, first: int, last: int) -> Range:
    """«یک منبع نزدیک به تیم سازنده»: a source in marks, without them."""
    mark = scene.mark_at(first)
    return (first + 1, mark.last) if mark and mark.last < last else (first, last)


def in_talk(scene: Scene, draft: Draft) -> Range | None:
    """«… بخش دیگری از سخنان سفیر عمان بود که در این باره گفت: …»: whose talk it was"""
    first, last = draft.clause
    keys = scene.paragraph.keys
    was = next((i for i in range(last - 1, first, -1) if keys[i - 1 : i + 1] == ("بود", "که")), None)
    talk = next((i for i in range((was or first) - 2, first - 1, -1) if keys[i] in OWN_TALKS), None)
    if was is None or talk is None or draft.intro is None:
        return None
    mention = talk + 1, phrase_end(scene.paragraph, talk + 1, was - 1)
    return mention if is_somebody(scene.paragraph, mention, scene.known) else None


def after_conjunction(scene: Scene, draft: Draft) -> Range | None:
    """«پس از آنکه ایران اعلام کرد …»: the subject of the clause that آنکه opens"""
    first, last = draft.clause
    keys = scene.paragraph.keys
    until = (i for i in range(last - 2, first, -1) if keys[i - 1 : i + 1] == ("تا", "اینکه"))
    joints = (i for i in range(last - 2, first, -1) if keys[i].endswith("که") or keys[i] == "انچه")
    opened = (i for i in joints if _opens(keys, i) or keys[i - 1 : i + 1] in AS_TOLD)
    at = next(opened, None) or next(until, None)
    if at is None or draft.intro is None:
        return None
    verb = scene.paragraph.verb_in(at, last)
    if verb is not None and not (keys[at] == "اینکه" and keys[verb + 1] == "و"):
        return None  # «تا اینکه پدر آمد و گفت»
    at += keys[at + 1] == "روزی"
    mention = find_subject(scene.paragraph, at + 1, last)
    return mention if mention and is_somebody(scene.paragraph, mention, scene.known) else None


def in_report(scene: Scene, draft: Draft) -> Range | None:
    """«شبکه پگاه گزارش داد که شهردار دیروز گفت: …»: whom the paper reports"""
    first, last = draft.clause
    inner = (o for o in scene.intros if first < o.content < last and o.link == "که")
    passing = next((o for o in inner if is_passed_on(scene, o, last)), None)
    mention = find_subject(scene.paragraph, passing.content, last) if passing else None
    return mention if mention and is_somebody(scene.paragraph, mention, scene.known) else None


def after_while_so(scene: Scene, draft: Draft) -> Range | None:
    """«باغ در حالی خشک شده که دیروز شهردار گفت …»: the subject of the clause after its که"""
    first, last = draft.clause
    keys = scene.paragraph.keys[:last]
    while_so = next((i for i in range(first, last) if keys[i] in {"حالی", "درحالی"}), last)
    at = next((i for i in range(while_so + 2, last) if keys[i] == "که"), None)
    if at is None or draft.intro is None or scene.paragraph.verb_in(at, last) is not None:
        return None
    mention = find_subject(scene.paragraph, at + 1, last)
    return mention if mention and is_somebody(scene.paragraph, mention, scene.known) else None


def _opens(keys: Sequence[str], i: int) -> bool:
    """«چرا که شهردار هم معتقد بود …»، «به طوری که مسئولان گفته‌اند»، «پس از این که روسیه اعلام کرد»"""
    while_so = keys[i] == "که" and "".join(keys[i - 2 : i]).endswith(("حالیاست", "حالیست"))
    so_that = keys[i] == "اینکه" and keys[i - 1] == "کما"  # «کما اینکه شهردار گفته است»
    reason = (
        so_that
        or keys[i] in {"چراکه", "بطوریکه", "بهطوریکه"}
        or (keys[i] == "که" and keys[i - 1] in {"چرا", "طوری", "گونهای"})
        or while_so
    )
    # «درباره اینکه ایران گفته …»; not «درباره اینکه آیا شهر آماده است یا خیر گفت»
    about = keys[i] == "اینکه" and keys[i - 1] in {"درباره", "خصوص", "مورد"} and keys[i + 1] != "ایا"
    so_far = "".join(keys[i - 2 : i + 1]).endswith("تاجاییکه")  # «تا جایی که وزیر هم گفت»
    return reason or about or so_far or tells_when(keys, i)


def inside_relative(scene: Scene, draft: Draft) -> Range | None:
    """«درباره سخنی که شهردار گفته بود که …»: who said it stands after که"""
    first, last = draft.clause
    keys = scene.paragraph.keys
    at = next((i for i in range(last - 1, first, -1) if keys[i] == "که"), None)
    if at is None or draft.intro is None or draft.intro.tense != "pluperfect" or keys[at - 1] not in _TALK:
        return None
    mention = find_subject(scene.paragraph, at + 1, last)
    return mention if mention and is_somebody(scene.paragraph, mention, scene.known) else None


def signed_by(scene: Scene, draft: Draft) -> Range | None:
    """«رسانه‌ها بیانیه‌ای با امضای گروهی از کارگران را منتشر کردند که در آن می‌گویند»: the signers"""
    (first, last), keys = draft.clause, scene.paragraph.keys
    if keys[max(last - 3, 0) : last] != _IN_IT or "امضای" not in keys[first:last]:
        return None
    at = keys.index("امضای", first) + 1
    return at, phrase_end(scene.paragraph, at, last)


def subject_of_clause(scene: Scene, draft: Draft) -> Range | None:
    """the subject of the cue's clause"""
    if draft.intro is not None and draft.intro.cls == "document":
        return None
    mention = find_subject(scene.paragraph, *draft.clause)
    listed = mention is not None and scene.paragraph.key_at(mention[1]) in _SUCH_AS
    mention = whose_account(scene.paragraph, mention) if mention else None
    if mention is not None and many_did(scene.paragraph, draft.intro, mention):
        return None
    if mention is not None and draft.intro is not None and draft.intro.number == "pl":
        pointed = scene.paragraph.keys[mention[0]] in DEMONSTRATIVES
        mention = None if pointed and is_one_body(scene.paragraph, mention) else mention
    if mention is not None and not listed and _is_thing(scene, mention):
        inside = draft.intro is not None and draft.intro.number == "sg"
        inside = inside and _in_list(scene.paragraph, draft.clause[0], mention[0])
        mention = person_later(scene.paragraph, mention[1], draft.clause[1]) or (None if inside else mention)
    # After «با بیان اینکه …» the cue has the first subject, unless somebody stands before it.
    second = _goes_on(scene, draft)
    told = mention is None or not second or is_somebody(scene.paragraph, mention, scene.known)
    if mention is not None and draft.intro is not None and draft.intro.number == "pl":
        # «…، شرکت‌های امنیت دریایی هشدار می‌دهند که …»
        told = told or scene.paragraph.keys[mention[0]].endswith(("ها", "های"))
    return mention if told else None


def _goes_on(scene: Scene, draft: Draft) -> bool:
    """«… با بیان اینکه باران آمده است، | در رابطه با سفر بهرام آریا به بندر | گفت»: a second cue's clause."""
    begins = scene.paragraph.sentence(draft.content[0] - 1)[0]
    second = draft.clause[0] > max(begins, scene.paragraph.opening)  # «خبرگزاری فارس: مربی دانا گفت»
    return second and draft.clause[0] == scene.floor


def _in_list(paragraph: Paragraph, first: int, i: int) -> bool:
    """«ضمن ابراز خرسندی از اقدامات، ابتکارات و برنامه‌ها، افزود»: things after a preposition's comma."""
    first = after_adverbs(paragraph, first, i)
    listed = first < i and paragraph.at(i - 1) == "،" and paragraph.keys[first] in prepositions()
    return listed and (is_plural(paragraph.keys[i]) or paragraph.keys[i].endswith("ات"))


def _is_thing(scene: Scene, mention: Range) -> bool:
    keys = scene.paragraph.keys[slice(*mention)]
    pointing = keys[0] in DEMONSTRATIVES and not pronouns().at(keys, 0)
    return (pointing or is_plain(keys)) and not is_somebody(scene.paragraph, mention, scene.known)


def subject_after_clause(scene: Scene, draft: Draft) -> Range | None:
    """«با بیان اینکه …، وزیر نیرو گفت»: the subject stands after the clause"""
    if draft.manner.form != "participial":
        return None
    following = next((i for i in scene.intros if i.first >= draft.taken and i.manner == "finite"), None)
    if following is None or following.first >= scene.paragraph.sentence(draft.content[0])[1]:
        return None
    return find_subject(scene.paragraph, draft.taken, following.first)


def subject_mid_clause(scene: Scene, draft: Draft) -> Range | None:
    """the subject stands later in the cue's clause"""
    if draft.intro is None or draft.intro.manner != "finite" or draft.intro.cls == "document":
        return None
    first, last = draft.clause
    verb = scene.paragraph.verb_in(first, last)
    if verb is not None and _of_another(scene.paragraph.keys[first : verb + 1]):
        return None
    joined = verb == last - 2 and scene.paragraph.keys[last - 1] == "و"  # «خبر داد و گفت»
    if verb is not None and joined:
        return somebody_later(scene.paragraph, first, verb, scene.known)
    start, alone = first if verb is None else verb, not _goes_on(scene, draft)
    return somebody_later(scene.paragraph, start, last, scene.known, mid_phrase=alone)


def _of_another(words: Sequence[str]) -> bool:
    """«از سخنان اخیر کاوه رایان در بندر تمجید کرد و آن را … خواند»: he is praised and does not speak."""
    return len(words) > LEAST_PRAISE and words[-2] in _PRAISE and "از" in words[:-2]


RULES: tuple[Callable[[Scene, Draft], Range | None], ...] = (
    already_known,
    answering,
    called_on,
    relayed,
    of_document,
    antecedent,
    in_talk,
    after_conjunction,
    in_report,
    after_while_so,
    inside_relative,
    signed_by,
    subject_of_last_clause,
    subject_of_clause,
    subject_after_clause,
    subject_mid_clause,
)


Named = tuple[Range | None, str]
"""The tokens that name the speaker, none where the clause has no subject, and the rule that found them."""


def _past_cleft(keys: Sequence[str], first: int, last: int) -> Range:
    """«این | وزیر نیرو | بود که گفت …»"""
    cleft = keys[first] in DEMONSTRATIVES and last - first > 1 and keys[last : last + 2] in _WAS_WHO
    return first + cleft, last


def mention_of(scene: Scene, draft: Draft) -> Named:
    """The tokens that name the speaker and the rule that found them; none where the clause has no subject."""
    for rule in RULES:
        if mention := rule(scene, draft):
            mention = _past_cleft(scene.paragraph.keys, *mention)
            mention = named_so(scene, draft, without_object(scene.paragraph, mention, scene.known))
            return with_others(scene, draft, mention), (rule.__doc__ or "").split("\n")[0]
    return None, ""
