"""Who said a quotation: from the words that point to a speaker to a member of the cast."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from persian_speech.actors.cast import mention_form
from persian_speech.actors.casting import is_person
from persian_speech.actors.members import Member, Reference
from persian_speech.actors.phrases import DEMONSTRATIVES, Parts
from persian_speech.actors.plain import is_plain, is_plural
from persian_speech.actors.several import is_many
from persian_speech.actors.vocabulary import bodies, foreign_words, object_heads
from persian_speech.document import MentionForm
from persian_speech.quotation.clauses import Range
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.lexicon import documents, pronouns
from persian_speech.quotation.named_others import meets_title, names_another, opens_with_title
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.persons import two_of
from persian_speech.quotation.referring import is_referred_to, pointed_at, refer, title_in_relative
from persian_speech.quotation.relays import is_press, report_says
from persian_speech.quotation.scene import Draft, Scene
from persian_speech.quotation.somebody import is_somebody
from persian_speech.quotation.taking_up import takes_up
from persian_speech.quotation.whom import (
    Place,
    before_object,
    by_whom,
    issues,
    many_before,
    question_before,
    subject_of_sentence,
    told_above,
    was_addressed,
    was_asked,
    who_answers,
    who_opened,
    who_passes_on,
)

_STATEMENTS = frozenset(
    {"بیانیه", "اطلاعیه", "قطعنامه", "توافق", "توافقنامه", "تفاهمنامه", "قرارداد", "لایحه"}
)
_JOINT = frozenset({("بیانیه", "پایانی"), ("بیانیه", "مشترک")})
_NEW = frozenset({"بیانیهای", "اطلاعیهای", "تفاهمی"})  # «بیانیه‌ای صادر شد که در آن آمده است»
_SIGNERS = frozenset({"امضاکنندگان", "نویسندگان"})  # «امضاکنندگان این بیانیه»
FARTHEST_SUBJECT = 30  # tokens from a thing to the cue that it may be the subject of


@dataclass(frozen=True, slots=True)
class Attribution:
    """The mention, whom it was taken for and why; ``others`` might have been meant, the likeliest first."""

    mention: Range | None
    member: Member | None
    form: MentionForm
    rule: str
    others: tuple[Member, ...] = ()
    teller: Member | None = None
    """Who passes it on, of whom the story goes on to tell: «دانا به نقل از شهردار گفت»."""


def attribute(
    place: Place, draft: Draft, intros: Sequence[Introducer], mention: Range | None, how: str
) -> Attribution:
    """Whom the mention names (none: the clause has no subject); ``how`` tells where it was found."""
    if mention is None and draft.intro is not None and draft.intro.manner == "finite":
        mention, how = before_object(place, draft.intro.first), "a name met before, and its object"
    if mention is None:
        return _of_no_mention(place, draft, intros)
    if names_nobody(place, draft, mention):
        return Attribution(None, None, "dropped", "what stands there names nobody")
    told = pronouns().at(place.paragraph.keys[: mention[1]], mention[0])
    if told and (told[0] == mention[1] or _two_again(place, mention, told[0])):
        return _of_pronoun(place, draft, intros, mention, told[1])
    wrote = place.paragraph.keys[mention[0]] in _SIGNERS or _is_document(place.paragraph, mention)
    if wrote and place.cast.author is not None:
        told_by = f"{how}; whose letter was quoted before"
        return Attribution(mention, place.cast.author, "description", told_by)
    named = _referred(place, draft, intros, mention)
    if place.paragraph.keys[mention[0] - 2 : mention[0]] != ("نقل", "از"):
        return _of_words(place, mention, named, how)
    teller = who_passes_on(place, mention)
    named = replace(named, another=True) if teller is not None else named
    return replace(_of_words(place, mention, named, how), teller=teller)


def _two_again(place: Place, mention: Range, end: int) -> bool:
    """«این دو منبع»: the two who have spoken before."""
    keys = place.paragraph.keys[: mention[1]]
    return end + 1 == mention[1] and two_of(keys, end) and place.cast.pronoun("pl")[0] is not None


def _referred(place: Place, draft: Draft, intros: Sequence[Introducer], mention: Range) -> Reference:
    """The mention made ready for the cast, and what its cue and its place tell of it."""
    cue = draft.intro.cls if draft.intro else ""
    goes_on = takes_up(place.paragraph, draft, intros, mention)
    named = refer(place.paragraph, mention, place.number, goes_on=goes_on, adds=cue == "add")
    if named.words[0] in DEMONSTRATIVES and looks_back(draft, intros):
        named = replace(named, looks_back=True)
    # «دانا در واکنش به سخنان وزیر عمان که گفته بود …، افزود»: he is not the minister
    # «دانا خطاب به شهردار گفت: … شهردار پاسخ داد»
    answers = draft.intro is not None and draft.intro.answers and not named.name
    before = answers or mention[0] < place.behind
    if before or (named.name and not named.title and _is_beside(place, mention, named.name)):
        named = replace(named, another=True)
    if named.name and not named.title and (title := title_in_relative(place.paragraph, mention[1])):
        named = replace(named, title=title)
    if place.label:
        whole = len(named.words)
        named = replace(named, parts=Parts("name", (0, 0), (0, whole), (whole, whole)))
    return named


def _of_words(place: Place, mention: Range, named: Reference, how: str) -> Attribution:
    """Whom a name, a title or a description means."""
    before = [] if place.previous is None else [(place.previous, len(place.previous))]
    pointed = pointed_at(named, [(place.paragraph, mention[0]), *before], place.number)
    member, rule = place.cast.resolve(pointed or named)
    form = mention_form(named)
    if is_referred_to(place.paragraph, mention):
        member.referred = True
    others = place.cast.others(member) if form == "description" else ()
    return Attribution(mention, member, form, f"{how}; {rule}", others)


def _of_no_mention(place: Place, draft: Draft, intros: Sequence[Introducer]) -> Attribution:
    """The clause has no subject: who wrote what is quoted, was asked, or spoke last, goes on."""
    written = _of_writing(place, draft) if writes(draft) else None
    return written or _of_answer(place, draft) or _of_last(place, draft, intros)


def _of_answer(place: Place, draft: Draft) -> Attribution | None:
    """«از شهردار پرسیدیم پل کی باز می‌شود؛ گفت»"""
    at = draft.intro.first if draft.intro is not None and draft.intro.manner == "finite" else 0
    asked, last = was_asked(place, (at, at)) if at else None, place.cast.last
    if asked is None or (
        last is not None and any(asked.words == told[: len(asked.words)] for told in last.titles)
    ):
        return None  # «رئیس‌جمهور» is the «رئیس‌جمهور عمان» who spoke last
    return Attribution(None, place.cast.resolve(asked)[0], "dropped", "who was asked answers")


def _of_last(place: Place, draft: Draft, intros: Sequence[Introducer]) -> Attribution:
    """Who spoke last goes on, if nothing tells against it."""
    member, rule = place.cast.pronoun("sg", looks_back=looks_back(draft, intros))
    member = place.cast.last if _told_of(place, draft) else member
    if member is not None and is_many(member) and draft.intro and draft.intro.number == "sg":
        member = next((one for one in place.cast.others(member) if not is_many(one)), None)
    if report_says(place.paragraph, draft) and not writes(draft):
        paper = place.cast.resolve(place.cast.paper)[0] if place.cast.paper else None
        member = None if member is not None and is_person(member) else member
        member = place.cast.author or paper or member
        return Attribution(None, member, "dropped", "whose report was quoted before")
    told = member is not None and (member.names or member.kind == "description") and is_person(member)
    if told and _is_of_a_body(place, draft):
        return Attribution(None, None, "dropped", "a body's statement, and a person was the last who spoke")
    if member is not None and _many_say(place.paragraph, draft, intros) and _is_one(member):
        return Attribution(None, None, "dropped", "many speak, and one was the last who spoke")
    titled = opens_with_title(place.paragraph, draft, place.cast.known_length)
    if titled or (member is not None and names_another(place.paragraph, draft, member)):
        return Attribution(None, None, "dropped", "another is named than the last who spoke")
    return Attribution(None, member, "dropped", rule, place.cast.others(member))


def _of_writing(place: Place, draft: Draft) -> Attribution | None:
    """«در این نامه آمده است» is its author's; a new statement is of many who spoke, or of nobody."""
    words = place.paragraph.keys[slice(*draft.clause)]
    if not _NEW.isdisjoint(words) or any(pair in _JOINT for pair in pairwise(words)):
        last = place.cast.last
        many = last if last is not None and is_many(last) else None
        return Attribution(None, many, "dropped", "a new statement, of many who spoke or of nobody")
    author, last = place.cast.author, place.cast.last
    paper = author is not None and _is_paper(author)
    if paper and not _STATEMENTS.isdisjoint(words):
        # «رسانه‌ها به نقل از شهرداری گزارش دادند …» and then «در این بیانیه»: none of a paper's
        author = last if last is not None and last.kind == "body" and not _is_paper(last) else None
    stale = author is not None and last not in {None, author} and place.number - author.latest > 1
    if stale and issues(place.previous):
        if paper:
            return None  # of what another paper writes
        return Attribution(None, None, "dropped", "another statement was told of than what was quoted before")
    rule = "whose letter or statement was quoted before"
    return None if author is None else Attribution(None, author, "dropped", rule)


def _is_paper(member: Member) -> bool:
    return any(map(is_press, member.names + member.titles))


def _is_of_a_body(place: Place, draft: Draft) -> bool:
    """«در این بیانیه آمده است», «… تاکید شده است»: not of the minister that spoke last."""
    if writes(draft) and not _STATEMENTS.isdisjoint(place.paragraph.keys[slice(*draft.clause)]):
        return True
    at = draft.intro.first if draft.intro is not None else draft.clause[0]
    keys = place.paragraph.keys[place.paragraph.sentence(at)[0] : at]
    return any(keys[i - 2 : i] == ("در", "این") and keys[i] in _STATEMENTS for i in range(2, len(keys)))


def _many_say(paragraph: Paragraph, draft: Draft, intros: Sequence[Introducer]) -> bool:
    """«اعلام کردند»، «عنوان کرده و نگران بودند»; no letter's «به این شرح هستند»."""
    if draft.intro is None or writes(draft) or draft.intro.cls == "write":
        return False  # «روابط عمومی … نوشتند …»
    if draft.intro.lemma.endswith("فرمودن"):
        return False  # «پیامبر آمد و به او فرمودند»
    last = draft.intro.last
    joined = paragraph.keys[last - 1].endswith("ه") and paragraph.key_at(last) == "و"
    following = next((o.number for o in intros if joined and o.first == last + 1), draft.intro.number)
    return following == "pl"


def _is_one(member: Member) -> bool:
    """«بهرام رایان»; not «ایشان», who has been told of with a plural.

    «سازمان برنامه و بودجه»; not «شرکت‌های هواپیمایی», «پلیس و شهرداری»
    """
    if is_person(member):
        return not (is_many(member) or member.honoured)
    words = member.names[0] if member.kind == "body" and member.names else ()
    joined = any(words[i] == "و" and bodies().at(words, i + 1) for i in range(1, len(words) - 1))
    return bool(words) and not is_plural(words[0]) and not joined


def _is_document(paragraph: Paragraph, mention: Range) -> bool:
    """«بیانیه می‌افزاید»، «این نامه تأکید می‌کند»: what was written, and no more."""
    words = paragraph.keys[slice(*mention)]
    return len(words) - (words[0] in DEMONSTRATIVES) == 1 and words[-1] in documents()


def _is_beside(place: Place, mention: Range, name: tuple[str, ...]) -> bool:
    """Whether a name is not whose title was met last, as the text tells of both."""
    return _was_told_of(place, name) or meets_title(place.cast, place.paragraph, mention)


def _was_told_of(place: Place, name: tuple[str, ...]) -> bool:
    """«مشاور شهردار در پاسخ به بهرام آریا گفت» and, below, «بهرام آریا گفت»: he is not the one who spoke."""
    keys = place.previous.keys if place.previous else ()
    size = len(name)
    at = next((i for i in range(1, len(keys) - size + 1) if keys[i : i + size] == name), 0)
    return size > 1 and at > 0 and keys[at - 1] == "به"


def names_nobody(place: Place, draft: Draft, mention: Range) -> bool:
    """«آخرین پیگیری‌ها از آن حکایت دارد که …»: a thing, and another clause before the cue."""
    paragraph = place.paragraph
    cue = draft.intro.first if draft.intro else mention[1]
    near = cue - mention[1] < FARTHEST_SUBJECT
    beside = draft.mention is not None or (near and paragraph.verb_in(mention[1], cue) is None)
    if mention[1] - mention[0] == 1 and paragraph.keys[mention[0]] in {"همان", "همین"}:
        return True
    if paragraph.keys[mention[0]] in {"من", "ما"}:
        return True  # «من اینجا زندگی می‌کنم، با اینکه گفتند …»
    alone = mention[1] - mention[0] == 1 and draft.manner.form == "colon"  # «رهایی که … بود، گفت:»
    # «تولید آب کم شده که گزارش علت آن را خشکسالی عنوان کرده است»
    judged = draft.manner.form == "predicative" and paragraph.keys[mention[0]] in object_heads()
    if (beside and not judged) or alone or is_somebody(paragraph, mention, place.cast.known_length):
        return False
    keys = paragraph.keys[slice(*mention)]
    return (keys[0] in DEMONSTRATIVES and not pronouns().at(keys, 0)) or is_plain(keys)


def _told_of(place: Place, draft: Draft) -> bool:
    """«در این گزارش آمده است»: a country or one of its people that was only told of has not written it."""
    subject = place.cast.subject
    if subject is None or not writes(draft) or "گزارش" not in place.paragraph.keys[slice(*draft.clause)]:
        return False
    name = subject.names[0] if subject.names else ()
    return bool(name) and not foreign_words().isdisjoint((name[0], "".join(name[:2])))


def writes(draft: Draft) -> bool:
    """«در این نامه آمده است»: what was written speaks."""
    return draft.intro is not None and draft.intro.cls == "document"


def cites(draft: Draft, scene: Scene) -> bool:
    """«وی با یادی از شاعر که می‌گوید «…» افزود: …»"""
    keys, intro = scene.paragraph.keys, draft.intro
    if intro is None or intro.manner != "finite" or scene.paragraph.key_at(intro.first - 1) != "که":
        return False
    start = max(scene.paragraph.sentence(intro.first)[0], scene.paragraph.opening)
    told = any(o.first >= draft.content[1] and o.manner == "finite" and o.link == ":" for o in scene.intros)
    return told and keys[start] in {"وی", "او", "ایشان"} and start + 1 < intro.first - 1


def looks_back(draft: Draft, intros: Sequence[Introducer] = ()) -> bool:
    """«پیش از این گفته بود»: told in passing; the story's speaker stays who he was.

    «او با اشاره به اینکه …، گفته بود»: the cue after a participial clause tells its time.
    """
    if draft.intro is None or draft.intro.manner != "participial":
        return draft.intro is not None and draft.intro.tense == "pluperfect"
    following = next((o for o in intros if o.first >= draft.content[1] and o.manner == "finite"), None)
    return following is not None and following.tense == "pluperfect"


_OF_ANY = ((was_asked, "who was asked answers"), (by_whom, "by whom it was read"))
_OF_ONE = (
    *_OF_ANY,
    (who_opened, "with whose words it began"),
    (subject_of_sentence, "the sentence's own subject"),
)


def _of_pronoun(
    place: Place, draft: Draft, intros: Sequence[Introducer], mention: Range, number: str
) -> Attribution:
    asking = question_before(intros, draft)
    if asking is not None and number != "pl":
        return Attribution(mention, who_answers(place, asking), "pronoun", "who was asked answers")
    addressed = was_addressed(place, intros, mention) if number != "pl" else None
    if addressed is not None:
        return Attribution(mention, addressed, "pronoun", "who was spoken to answers")
    for whom, why in _OF_ANY if number == "pl" else _OF_ONE:
        named = whom(place, mention)
        if named is not None:
            return Attribution(mention, place.cast.resolve(named)[0], "pronoun", why)
    # «دانا گفته بود …. به گفته وی، …»
    back = looks_back(draft, intros) or (draft.intro is not None and draft.intro.manner == "nominal")
    back = back or told_above(place, mention)
    member, rule = place.cast.pronoun("pl" if number == "pl" else "sg", looks_back=back, human=True)
    if member is None and number == "pl":
        member = many_before(place, mention)
    two = "دو" in place.paragraph.keys[slice(*mention)]
    if two and member and not (member.forms[0].startswith("دو") or " و " in member.forms[0]):
        member = None  # «هر دو» are no «بسیاری از ناظران», but «وزیران آب عمان و قطر»
    if member is not None and number != "pl" and draft.intro is not None and draft.intro.number == "pl":
        member = _honoured(place, member)
    if member is not None:
        member.referred = True
    return Attribution(mention, member, "pronoun", rule, place.cast.others(member))


def _honoured(place: Place, member: Member) -> Member:
    """«ایشان … قول دادند»: not who spoke last, if only another was told of in the plural of respect."""
    voices = (voice.real() for voice in reversed(place.cast.voices))
    honoured = (voice for voice in voices if voice.honoured and voice.kind != "body" and not is_many(voice))
    return member if member.honoured and not is_many(member) else next(honoured, member)
