"""Whom the narrator tells of: the subjects of his sentences, whom «وی» and «در این بیانیه» will mean."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from persian_speech.actors.alike import side
from persian_speech.actors.cast import Cast
from persian_speech.actors.members import Member, Reference
from persian_speech.actors.phrases import DEMONSTRATIVES, HUMAN
from persian_speech.actors.relations import COURT
from persian_speech.actors.retitling import of_parliament
from persian_speech.actors.vocabulary import is_given, is_made_surname, titles
from persian_speech.quotation.addressees import find_addressee, find_channel
from persian_speech.quotation.attribution import writes
from persian_speech.quotation.clauses import Range
from persian_speech.quotation.interviews import asked
from persian_speech.quotation.lexicon import documents, press, pronouns
from persian_speech.quotation.marks import OPENING_MARKS
from persian_speech.quotation.named_others import meets_title
from persian_speech.quotation.noun_phrases import phrase_end
from persian_speech.quotation.own_reports import is_of_report
from persian_speech.quotation.page_lines import mourns
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.referring import refer, title_in_relative
from persian_speech.quotation.relays import paper_of
from persian_speech.quotation.scene import Draft, Scene
from persian_speech.quotation.somebody import KnownSpeaker, after_adverbs, is_somebody
from persian_speech.quotation.speaker_again import IN_PASSING
from persian_speech.quotation.subjects import find_subject
from persian_speech.quotation.writings import OF_DOCUMENTS

MOST_UNHEARD = 64  # paragraphs
_CREDITS = frozenset({("به", "گزارش"), ("به", "نوشته")})
_REPORTS = frozenset({"گزارش دادن", "گزارش کردن"})
_ISSUED = frozenset({"اطلاعیهای", "بیانیهای", "پیامی", "نامهای"})
_STANDS = frozenset({"تریبون", "جایگاه", "میکروفن", "میکروفون"})
_SPEECHES = frozenset({("سخنرانی", "کرد"), ("سخن", "گفت"), ("سخنرانی", "پرداخت"), ("سخن", "پرداخت")})
_SPEECHES |= frozenset({("خبر", "داد"), ("انتقاد", "کرد"), ("تاکید", "کرد")})
_OFFERS = frozenset({("ارایه", "کرد"), ("ارایه", "داد")})
_ACCOUNTS = frozenset({"گزارشی", "گزارش", "توضیحاتی"})  # «مدیر این طرح گزارشی از روند کار ارائه کرد»
_ATTENDS = frozenset(
    (word, verb)
    for word, one in (("حضور", "داشت"), ("حضور", "یافت"), ("حاضر", "بود"))
    for verb in (one, one + "ند")
)
_SENDING = frozenset({"صدور", "انتشار", "ارسال"})
_READ_OUT = frozenset({"خوانده", "قرایت", "منتشر", "صادر"})
_BY = frozenset({"توسط", "در", "به", "نیز", "هم"})  # «پیام شهردار توسط معاونش قرائت شد»
_DECREES = (("با", "حکم"), ("با", "انتصاب"), ("طی", "حکم"))


def note(cast: Cast, paragraph: Paragraph, first: int, last: int, number: int) -> bool:
    """Take a sentence's subject for who «وی» will be, if it names somebody; ``number`` is the paragraph's."""
    mention = asked(paragraph, first, last) or _decreed(paragraph, first, last)
    issuer = _issuer(cast, paragraph, first, last)
    if issuer is not None:
        cast.author = cast.resolve(refer(paragraph, issuer, number))[0]
    writer = _writer(paragraph, first, last)
    if writer is not None and is_somebody(paragraph, writer, cast.known_length):
        cast.author = cast.resolve(refer(paragraph, writer, number))[0]
        return True
    mention = mention or issuer or find_subject(paragraph, first, last)
    if mention is None or pronouns().at(paragraph.keys, mention[0]):
        return False
    if paragraph.keys[mention[0]] in documents() or (cast.main and _is_bystander(paragraph, mention, last)):
        return True  # «پیام خسرو دانا منتشر شد»
    if cast.main and paragraph.keys[mention[1] + 1 : mention[1] + 3] == ("است", "که"):
        return True  # «حاجی فیروز شخصیتی است که …»: what somebody is tells no story of his
    named = refer(paragraph, mention, number)
    if named.name and not named.title and meets_title(cast, paragraph, mention):
        named = replace(named, another=True)
    if named.name and not named.title and (title := title_in_relative(paragraph, mention[1])):
        named = replace(named, title=title)
    # «یک عضو کمیسیون عمران از … خبر داد»: his name may follow.
    office = named.words[0] == "یک" and titles().at(named.words, 1) is not None
    # «نماینده مردم بیرجند در مجلس خواستار ساخت سد شد»: so may that of who holds a seat
    seated = of_parliament(named.title) and named.words[0] not in DEMONSTRATIVES
    described = named.parts.kind == "description" and _rises(paragraph, mention, last)
    telling = named.parts.kind in {"name", "title", "body"} or office or seated or described
    surname = named.parts.kind == "name" and is_made_surname(named.words[0])  # «آریامنش تردید دارد»
    if telling and (surname or is_somebody(paragraph, mention, cast.known_length)):
        rises = _rises(paragraph, mention, last) or _is_taken_up(paragraph, named, mention, last)
        cast.note(named, rises=rises)
    return True


def _is_bystander(paragraph: Paragraph, mention: Range, last: int) -> bool:
    """«استاندار یزد هم حضور داشت.», «شهردار و اعضای شورا از پل بازدید کردند.»: «وی» is who spoke before.

    «پیش از این بهرام رایان شهردار بود.»
    """
    verb = paragraph.verb_in(mention[0], last)
    many = (
        verb is not None and paragraph.verbs[verb].number == "pl" and "و" in paragraph.keys[slice(*mention)]
    )
    first = paragraph.sentence(mention[0])[0]
    before = paragraph.keys[first] in {"پیشتر", "قبلا"}
    before = before or any(paragraph.keys[first : first + len(words)] == words for words in IN_PASSING)
    return many or before or paragraph.last_words(mention[0], last) in _ATTENDS


def _writer(paragraph: Paragraph, first: int, last: int) -> Range | None:
    """«در این آیین ابتدا پیام تسلیت | وزیر فرهنگ | خوانده شد.»: whose «این پیام» is."""
    keys = paragraph.keys
    if _READ_OUT.isdisjoint(keys[first:last]):
        return None
    at = next((i for i in range(first, last - 1) if keys[i] in _READ_OUT and keys[i + 1] == "شد"), None)
    text = next((i for i in range(at - 1, first - 1, -1) if keys[i] in documents()), None) if at else None
    if at is None or text is None:
        return None
    start = text + 1 + (keys[text + 1] in OF_DOCUMENTS)
    end = phrase_end(paragraph, start, at)
    return (start, end) if start < end and (end == at or keys[end] in _BY) else None


def _rises(paragraph: Paragraph, mention: Range, last: int) -> bool:
    """«فرماندار بندر پشت تریبون رفت»، «… سخنرانی کرد»، «… از ساخت پل خبر داد»: who speaks next."""
    stands = not _STANDS.isdisjoint(paragraph.keys[mention[1] : last])
    words = paragraph.last_words(mention[1], last)
    reports = words in _OFFERS and not _ACCOUNTS.isdisjoint(paragraph.keys[mention[1] : last])
    return stands or reports or words in _SPEECHES


def _is_taken_up(paragraph: Paragraph, named: Reference, mention: Range, last: int) -> bool:
    """«رئیس انجمن باغداران از این طرح انتقاد کرد. وی گفت: …»: an office that opens its sentence."""
    if named.parts.kind != "title" or paragraph.key_at(last) not in HUMAN:
        return False
    start = max(paragraph.sentence(mention[0])[0], paragraph.opening)
    return after_adverbs(paragraph, start, last) == mention[0]


def _decreed(paragraph: Paragraph, first: int, last: int) -> Range | None:
    """«با حکم شهردار، بهرام آریا به عنوان دبیر جشنواره منصوب شد.»: whose «این حکم» is."""
    decree = next((i for i in range(first, last - 2) if paragraph.keys[i : i + 2] in _DECREES), None)
    if decree is None or ("به", "عنوان") not in pairwise(paragraph.keys[decree:last]):
        return None
    comma = next((i for i in range(decree + 3, last) if paragraph.at(i) == "،"), last)
    return decree + 2, phrase_end(paragraph, decree + 2, comma)


def _issuer(cast: Cast, paragraph: Paragraph, first: int, last: int) -> Range | None:
    """«در پی …، نزدیک بندر، روابط عمومی سپاه در اطلاعیه‌ای به شرح آن پرداخت.»: whose «این اطلاعیه» is."""
    keys = paragraph.keys
    if _ISSUED.isdisjoint(keys[first:last]):
        return None
    at = next((i for i in range(first, last - 1) if keys[i] == "در" and keys[i + 1] in _ISSUED), first)
    # «جمعی از باغداران با صدور بیانیه‌ای، … خواستار شدند.»
    sent = (i for i in range(first, last - 2) if keys[i] == "با" and keys[i + 1] in _SENDING)
    at = next((i for i in sent if keys[i + 2] in _ISSUED), at)
    start = next((i + 1 for i in range(at - 1, first, -1) if paragraph.at(i) == "،"), at)
    mention = start, phrase_end(paragraph, start, at)
    if mention[1] < at or start == after_adverbs(paragraph, start, at):
        # «بهرام رایان، وزیر نیرو، شب گذشته در بیانیه‌ای …»: adverbs stand between.
        before = find_subject(paragraph, first, at)
        if before is not None and after_adverbs(paragraph, before[1], at) == at:
            return before if is_somebody(paragraph, before, cast.known_length) else None
    listed = start > first and "و" in keys[start:at]  # «کشورهایی از جمله عمان، قطر و کویت در بیانیه‌ای …»
    told = start < at == mention[1] and is_somebody(paragraph, mention, cast.known_length)
    return mention if told and not listed else None


def note_called(cast: Cast, paragraph: Paragraph, draft: Draft, number: int) -> None:
    """«قاضی از متهم دانا خواست در جایگاه حاضر شود. وی گفت»: not the judge speaks next.

    «قاضی خطاب به متهم دانا گفت: … متهم پاسخ داد: …»: of all who are accused it is he.
    """
    stands = draft.intro is not None and draft.intro.cls == "ask"
    stands = stands and not _STANDS.isdisjoint(paragraph.keys[slice(*draft.content)])
    if not stands and COURT.isdisjoint(paragraph.keys[slice(*draft.clause)]):
        return
    whom = find_addressee(paragraph, draft)
    named = refer(paragraph, whom, number) if whom is not None else None
    if named is None or whom is None or not is_somebody(paragraph, whom, cast.known_length):
        return
    if stands:
        cast.note(named, rises=True)
    elif named.name and side(named.title):
        cast.resolve(named)


class Narrated:
    """A cast, and the narrator's paragraphs that it has not heard of yet: in many texts nobody ever asks."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._unheard: list[tuple[Paragraph, int]] = []

    @property
    def cast(self) -> Cast:
        """The cast, which has heard of all."""
        unheard, self._unheard = self._unheard, []
        for paragraph, number in unheard:
            _note_subject(self._cast, paragraph, number)
        return self._cast

    def tell(self, paragraph: Paragraph, number: int) -> None:
        """A paragraph of the narrator's; ``number`` is its own."""
        self._unheard.append((paragraph, number))
        if len(self._unheard) > MOST_UNHEARD:
            _ = self.cast

    def known_length(self, keys: Sequence[str], i: int) -> int:
        """The words at ``i`` that name who is known."""
        return self.cast.known_length(keys, i)


def _note_subject(cast: Cast, paragraph: Paragraph, number: int) -> None:
    """A narrator's paragraph says whom «وی» will mean: the subject of its last sentence."""
    if mourns(paragraph):
        cast.author = None  # «در این پیام» is of who mourns now
    for first, last in reversed(list(paragraph.sentences_from(0))):
        if note(cast, paragraph, max(first, min(paragraph.opening, last)), last, number):
            return


def note_paper(cast: Cast, paragraph: Paragraph, number: int) -> None:
    """«به گزارش پگاه نیوز، …»: whose «این گزارش» will be."""
    first = paragraph.opening + 2
    if paragraph.keys[first - 2 : first] not in _CREDITS:
        return
    first += paragraph.at(first) in OPENING_MARKS
    named = press().at(paragraph.keys, first)
    cast.paper = refer(paragraph, (first, named[0]), number) if named else cast.paper


def note_sentences(cast: Cast, scene: Scene, cue: int, number: int) -> None:
    """«انجمن نامه‌ای فرستاد. در این نامه آمده است»: the narrator's sentences before the cue's."""
    paragraph, floor = scene.paragraph, scene.floor
    start, _ = paragraph.sentence(cue)
    if paragraph.at(floor) == "؛" and floor + 2 < start:
        note(cast, paragraph, floor + 2, paragraph.sentence(floor)[1], number)
    for first, last in paragraph.sentences_from(floor):
        if last <= start and first >= floor:
            note(cast, paragraph, max(first, paragraph.opening), last, number)


def note_inside(cast: Cast, draft: Draft, scene: Scene, number: int) -> None:
    """«روزنامه پگاه: بهرام آریا توضیح داد که …» and then «او …»: he of whom the paper tells."""
    first, last = draft.content
    answers = asked(scene.paragraph, first, last)
    if answers is not None:  # «خبرنگار پگاه: از شهردار پرسیده شد که …» and then «او …»
        cast.note(refer(scene.paragraph, answers, number), rises=True)
        return
    for intro in scene.intros:
        if first < intro.first < last and intro.manner == "finite" and intro.link in {"که", "bare", ":"}:
            mention = find_subject(scene.paragraph, first, intro.first)
            named = refer(scene.paragraph, mention, number) if mention else None
            if named and len(named.name) > 1 and named.title and is_given(named.name[0]):
                cast.note(named)
            return


def announced(known: KnownSpeaker, paragraph: Paragraph, number: int) -> Reference | None:
    """Whose «این بیانیه» is: the headline «بیانیه ۱۹۶ نفر از نمایندگان …» tells."""
    first, last = paragraph.opening, paragraph.sentence(paragraph.opening)[1]
    if paragraph.key_at(first) not in documents():
        return None
    first += 1 + (paragraph.key_at(first + 1) in OF_DOCUMENTS)
    counted = paragraph.key_at(first).isdigit() and paragraph.keys[first + 1 : first + 3] == ("نفر", "از")
    mention = find_subject(paragraph, first, last)
    if counted:
        mention = first, phrase_end(paragraph, first + 3, last)
    if mention is None or mention[0] != first or mention[1] - first == 1:
        return None
    told = counted or is_somebody(paragraph, mention, known)
    return refer(paragraph, mention, number) if told else None


def author_after(cast: Cast, draft: Draft, scene: Scene, member: Member | None, number: int) -> Member | None:
    """Whose «این گزارش» and «در این پیام» are after what the ``member`` has said."""
    paper = paper_of(scene, draft)
    if paper is not None:
        return cast.resolve(refer(scene.paragraph, paper, number))[0]
    if draft.rule == "nominal":  # «به نوشته پگاه، انجمن باران در بیانیه‌ای از مردم تشکر کرد.»
        issuer = _issuer(cast, scene.paragraph, *draft.content)
        if issuer is not None:
            return cast.resolve(refer(scene.paragraph, issuer, number))[0]
    intro = draft.intro
    reports = intro is not None and (intro.lemma in _REPORTS or intro.cls == "write")
    reports = reports or (intro is not None and intro.manner == "nominal" and is_of_report(intro.lemma))
    reports = reports and member is not None and member.kind == "body"
    wrote = (
        writes(draft) or reports or find_channel(scene.paragraph, draft) or _in_this(scene.paragraph, draft)
    )
    return member if wrote else cast.author


def _in_this(paragraph: Paragraph, draft: Draft) -> bool:
    """«وزارت نیرو در این پیام افزود»: whose the message is that was told of last."""
    keys = paragraph.keys[slice(*draft.clause)]
    return "این" in keys and any(one == "این" and other in documents() for one, other in pairwise(keys))
