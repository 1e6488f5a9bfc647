"""Lines with a colon and no verb («ظریف: …»), and paragraphs in which the speaker goes on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from persian_speech.actors.phrases import DEMONSTRATIVES, ends_name, parts
from persian_speech.actors.vocabulary import (
    bodies,
    first_names,
    honorifics,
    is_given,
    surname_parts,
    surnames,
    titles,
)
from persian_speech.quotation.ends import speech_end, trim
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.lexicon import (
    adverbs,
    attributions,
    boilerplate,
    documents,
    labels,
    prepositions,
    reactions,
    wires,
    words_of_speech,
)
from persian_speech.quotation.paragraph import OPENING_MARKS, TAGS, Paragraph
from persian_speech.quotation.returns import after_adverbs, is_somebody, narrator_returns
from persian_speech.quotation.scene import Draft, Scene
from persian_speech.quotation.sources import OF_DOCUMENTS
from persian_speech.quotation.subjects import find_subject

LONGEST_SIGNATURE = 6  # tokens
LONGEST = 24  # tokens before the colon of a headline
FOOTER_MARKS = frozenset("@|")
LONGEST_NAME = 4  # words in a headline's bare name
LONGEST_TITLE = 8  # tokens of a film's or book's title, its opening mark among them
LONGEST_HEADING = 22  # tokens of a line between paragraphs
_STOPS = frozenset({".", "؟", "!", "؛", "…"})
ENDS = frozenset('.…»"”:')  # of a line that is no heading
_PERSONS_OF_SPEECH = frozenset({"من", "ما", "بنده", "اینجانب", "شما"})
_MEETINGS = frozenset({"نشست", "اجلاس", "مشترک", "دیدار"})
_WHOLE = frozenset({"کامل", "جدید", "تازه", "مهم"})  # «اظهارات کامل ترامپ: …»
Range = tuple[int, int]


def _told(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    """The texts and kinds of the tokens."""
    return zip(paragraph.tokens.texts, paragraph.tokens.kinds, strict=True)


def is_boilerplate(paragraph: Paragraph) -> bool:
    """«انتهای پیام/»، a link or a channel's name alone, a line without Persian words."""
    words = any(kind == "word" and not text.isascii() for text, kind in _told(paragraph))
    tagged = paragraph.at(paragraph.opening)[:1] in TAGS
    return not words or tagged or boilerplate().at(paragraph.keys, paragraph.opening) is not None


def is_footer(paragraph: Paragraph) -> bool:
    """A line without words of speech that ends a post: a handle, a link, «انتهای پیام»."""
    return any(kind in {"link", "word"} or text in FOOTER_MARKS for text, kind in _told(paragraph))


def is_label(paragraph: Paragraph) -> bool:
    """«خبرنگار: …»: a line of somebody's whose words are not counted, or of nobody."""
    first = paragraph.opening
    found = labels().at(paragraph.keys, first)
    return found is not None and paragraph.at(found[0]) == ":"


_LISTS = frozenset({"جمله", "شامل", "مانند", "مثل", "عبارتند"})  # «کارهایی از جمله: …»


def headline(scene: Scene, *, opens_document: bool) -> Draft | None:
    """«رئیس مجلس: لایحه …»، «پیام وزیر امور خارجه به …: …»، «فاکس‌نیوز به نقل از ترامپ: «…»»."""
    paragraph = scene.paragraph
    first = paragraph.opening
    colon = _headline_colon(paragraph, first)
    if (
        colon is None
        or any(first <= cue.first < colon for cue in paragraph.cues)
        or paragraph.keys[colon - 1] in _LISTS
        or labels().at(paragraph.keys[:colon], first) == (colon, True)
        or (colon + 1 == len(paragraph) and wires().at(paragraph.keys[:colon], first) == (colon, True))
    ):
        return None
    known = scene.known(paragraph.keys[:colon], first) == colon - first  # «دانا: …» of one who has spoken
    mention = headline_speaker(paragraph, first, colon, opens_document=opens_document or known)
    if mention is None or _byline(paragraph, mention):
        return None
    end = speech_end(paragraph, colon + 1, scene.intros, None, scene.known)
    content = trim(paragraph, colon + 1, end.at)
    if 0 < content[1] - content[0] < 2 or _is_entry(paragraph, mention, content):
        return None
    return Draft("headline", None, content, (first, colon), mention, end.rule)


def _is_entry(paragraph: Paragraph, mention: Range, content: Range) -> bool:
    """«بازیگران: بهرام آریا، …»، «بانک‌های دولتی: ۷۲ درصد»، «دانشگاه: رشته: …»: an entry of a list."""
    first, last = content
    if first >= last or paragraph.verb_in(first, last) is not None:
        return False
    group = titles().at(paragraph.keys[: mention[1]], mention[0])
    listed = group is not None and group[1] == "group" and mention[1] - mention[0] == group[0] - mention[0]
    figures = paragraph.keys[first].isdigit() and last - first <= LONGEST_NAME
    named = is_given(paragraph.keys[mention[0]])  # «علی اکبر کریمی به وزیر کشور: …، به وزیر راه: …»
    return listed or figures or (not named and any(paragraph.at(i) == ":" for i in range(first, last)))


def _byline(paragraph: Paragraph, mention: Range) -> bool:
    """«گروه اقتصادی - علی ابراهیمی: …»: the reporter's name."""
    desk = paragraph.opening > paragraph.bullets and paragraph.key_at(paragraph.bullets) == "گروه"
    return desk and not any(titles().at(paragraph.keys[: mention[1]], i) for i in range(*mention))


def _headline_colon(paragraph: Paragraph, first: int) -> int | None:
    """The first colon near the beginning, with neither verb nor stop before it."""
    texts = paragraph.tokens.texts[first : first + LONGEST]
    length = texts.index(":") if ":" in texts else 0
    if not length or not _STOPS.isdisjoint(texts[:length]):
        return None
    colon = first + length
    return colon if paragraph.verbs.keys().isdisjoint(range(first, colon)) else None


def headline_speaker(paragraph: Paragraph, first: int, colon: int, *, opens_document: bool) -> Range | None:
    """Who stands before the colon; a bare unknown name counts only where a document opens."""
    keys = paragraph.keys[:colon]
    for i in range(first, colon):
        found = attributions().at(keys, i)
        if found and found[0] < colon:
            viewed = found[1][1] == "believe"  # «از نظر کیفیت:»
            return (found[0], colon) if not viewed or _names_somebody(paragraph, (found[0], colon)) else None
    if keys[first] in documents() | reactions():
        first += 1 + (first + 2 < colon and keys[first + 1] in OF_DOCUMENTS | _WHOLE)
        while first + 2 < colon and keys[first] in _MEETINGS:  # «بیانیه پایانی نشست مشترک عمان و قطر:»
            first += 1
    mention = find_subject(paragraph, first, colon)
    if mention is None or mention[0] != first or not _rest_is_phrase(paragraph, mention[1], colon):
        return None
    if _names_somebody(paragraph, mention):
        return mention
    bracket = next((i for i in range(*mention) if paragraph.at(i) == "("), mention[1])
    # «رها پوربخش، شبکه پگاه: «…»»
    employed = paragraph.at(mention[1]) == "،" and bodies().at(keys, mention[1] + 1) is not None
    short = bracket - mention[0] <= LONGEST_NAME and (mention[1] == colon or employed)
    opens_document = opens_document or paragraph.at(colon + 1) in OPENING_MARKS
    bare = opens_document and short and not any(_ends_name(keys, i) for i in range(mention[0], bracket))
    return mention if bare else None


def _ends_name(keys: Sequence[str], i: int) -> bool:
    return ends_name(keys, i) and keys[i] not in surname_parts()


def _rest_is_phrase(paragraph: Paragraph, i: int, colon: int) -> bool:
    """«رئیس مجلس در تماس تلفنی با …:»: a phrase may stand between the speaker and the colon."""
    return (
        i == colon
        or paragraph.keys[i] in prepositions()
        or paragraph.at(i) in "،("
        or i == after_adverbs(paragraph, i, colon)
    )


def _names_somebody(paragraph: Paragraph, mention: Range) -> bool:
    keys = paragraph.keys[: mention[1]]
    first, last = mention
    tables = (titles(), honorifics(), bodies())
    someone = keys[first] in {"یک", "یه", "یکی"}  # «یک کارشناس نفت:»
    told = any(table.at(keys, first + someone) for table in tables)
    # «پیمان‌پاک، رئیس سازمان …:» whatever the first word is.
    apposed = any(keys[i - 1] in {"،", ","} and titles().at(keys, i) for i in range(first + 2, last))
    named = keys[first] in surnames() or (keys[first] in first_names() and last - first > 1)
    return told or apposed or named


def continued(
    scene: Scene, *, certain: bool, closed: bool, headed: bool = False, listed: bool = False
) -> Draft | None:
    """A paragraph in which the last speaker goes on: surely (``listed``, a letter), or by its sound.

    Under a line of its own («ترامپ:») only a colon or marks are the narrator's: «… بهش گفته …» is spoken.
    """
    paragraph = scene.paragraph
    if headed:
        scene = replace(scene, intros=[intro for intro in scene.intros if _narrates(paragraph, intro)])
    first = paragraph.opening
    _, stop = paragraph.sentence(first)
    desk = first > paragraph.bullets
    if first >= len(paragraph) or desk or narrator_returns(paragraph, first, stop, scene.intros, scene.known):
        return None
    # «… پایان یابد.»» and, below, «یادداشت بر احترام تأکید کرده است.»»
    shut = paragraph.stray_closer is not None and paragraph.stray_closer >= len(paragraph) - 2
    if (
        closed
        and not shut
        and paragraph.at(first) not in OPENING_MARKS
        and not (paragraph.bullets and _first_person(paragraph, first, len(paragraph)))
    ):
        return None
    colon = any(intro.link == ":" and intro.first < stop for intro in scene.intros)
    end = speech_end(paragraph, first, scene.intros, None, scene.known)
    certain = certain or (closed and shut)
    if not certain and (colon or not _sounds_like_speech(paragraph, first, end.at)):
        return None
    if _new_speaker(scene, first, stop, listed=listed):
        return None
    content = trim(paragraph, first, end.at)
    if content[0] >= content[1]:
        return None
    return Draft("continued", None, content, (first, first), ended=end.rule)


def _narrates(paragraph: Paragraph, intro: Introducer) -> bool:
    """«… گفت: …», «به گفته این منبع، …»"""
    pointed = intro.manner == "nominal" and paragraph.key_at(intro.last) in DEMONSTRATIVES
    return pointed or intro.link in {":", "«"}


def is_signature(paragraph: Paragraph, following: Sequence[Paragraph]) -> bool:
    """«بهرام آریا», a line above a date or at the end; «۱۱ تیر ۱۳۹۸»: what signs a letter is not said."""
    first, last = paragraph.opening, len(paragraph)
    last -= paragraph.stray_closer == last - 1  # «بهرام آریا»»: the letter's marks close after its signer
    if not 0 < last - first <= LONGEST_SIGNATURE or paragraph.verbs or not paragraph.is_word(last - 1):
        return False
    if _is_date(paragraph, first):
        return True
    named = find_subject(paragraph, first, last) == (first, last)
    after = next((each for each in following if not is_boilerplate(each)), None)
    ends = after is None or _is_date(after, after.opening)
    return named and ends and any(is_given(word) for word in paragraph.keys[first:])


def _is_date(paragraph: Paragraph, first: int) -> bool:
    """«۱۱ تیر ۱۳۹۸»: days, months and numbers alone."""
    i = first
    while i < len(paragraph):
        found = adverbs().at(paragraph.keys, i)
        if found and found[1] in {"month", "time", "ordinal"}:
            i = found[0]
        elif (
            paragraph.keys[i].isdigit()
            or paragraph.tokens.kinds[i] in {"number", "time"}
            or not paragraph.is_word(i)
        ):
            i += 1
        else:
            return False
    return any(paragraph.keys[i].isdigit() for i in range(first, len(paragraph)))


def is_heading(paragraph: Paragraph, following: Sequence[Paragraph], *, inside: bool) -> bool:
    """«تابستانی گرم پیش رو داریم»: a line without a full stop above a paragraph with a cue of its own.

    ``inside`` a letter or list it has a number («۳- مصرف آسیا»).
    """
    first, last = paragraph.opening, len(paragraph)
    starred = paragraph.at(0).startswith("*")  # «* رفع مشکل آب»
    if (
        (paragraph.bullets and not starred)
        or last - first > LONGEST_HEADING
        or paragraph.at(last - 1)[-1:] in ENDS
    ):
        return False
    if inside:
        numbered = paragraph.tokens.kinds[first] == "number" and paragraph.at(first + 1) in "-–.)"
        return numbered and paragraph.verb_in(first, last) is None
    return not following or bool(following[0].cues)


def inside_marks(scene: Scene) -> Draft | None:
    """A paragraph inside a « of an earlier one: up to its », or all of it."""
    paragraph = scene.paragraph
    stop = len(paragraph) if paragraph.stray_closer is None else paragraph.stray_closer
    content = trim(paragraph, paragraph.opening, stop)
    if content[0] >= content[1]:
        return None
    ended = "paragraph" if paragraph.stray_closer is None else "marks"
    return Draft("continued", None, content, (paragraph.opening, paragraph.opening), ended=ended)


def _new_speaker(scene: Scene, first: int, stop: int, *, listed: bool) -> bool:
    """«عبدالاحد رسولی، نماینده …، … را ناکافی خواند»: somebody and a cue open the paragraph.

    A point that is ``listed`` may tell of others: «ایران بر پایان جنگ تأکید کرده است».
    """
    for intro in scene.intros:
        sums_up = listed and intro.link == "end" and "p" not in intro.frames
        if first <= intro.first < stop and intro.manner != "nominal":
            subject = find_subject(scene.paragraph, first, intro.first)
            if sums_up and subject and parts(scene.paragraph.keys[slice(*subject)]).kind != "name":
                continue
            told = subject is not None and (
                not _told_me(scene.paragraph, first, intro.first)
                if subject[0] == first
                else _reported_by_narrator(scene, first, intro.first)
            )
            if subject and told and is_somebody(scene.paragraph, subject, scene.known):
                return True
    return False


def _told_me(paragraph: Paragraph, first: int, stop: int) -> bool:
    """«سفیر عمان به من گفته است که …»: the speaker's own report."""
    pairs = pairwise(paragraph.keys[first:stop])
    named = paragraph.keys[first] in first_names() and is_given(paragraph.keys[first])
    # «حسن عامری، که …، به ما گفته بود …»: a full name and «ما» are a reporter's.
    persons = _PERSONS_OF_SPEECH - ({"ما"} if named and not ends_name(paragraph.keys, first + 1) else set())
    return any(before in prepositions() and word in persons for before, word in pairs)


def _reported_by_narrator(scene: Scene, first: int, stop: int) -> bool:
    """«در پایان نشست، خبرنگار … گفت که …»: nothing of the first person in the sentence."""
    paragraph = scene.paragraph
    spoken = any(form.person == 1 for i, form in paragraph.verbs.items() if first <= i < stop)
    return not spoken and _PERSONS_OF_SPEECH.isdisjoint(paragraph.keys[first:stop])


def _spoken(paragraph: Paragraph, first: int, last: int) -> set[int]:
    """Tokens whose person tells who speaks: those of a title in marks («همه می‌آییم») tell nothing."""
    titled = (range(mark.first, mark.last) for mark in paragraph.marked)
    return set(range(first, last)) - {i for title in titled if len(title) <= LONGEST_TITLE for i in title}


def _first_person(paragraph: Paragraph, first: int, last: int) -> bool:
    spoken = _spoken(paragraph, first, last)
    return any(form.person == 1 and i in spoken for i, form in paragraph.verbs.items())


def _sounds_like_speech(paragraph: Paragraph, first: int, last: int) -> bool:
    """First-person verbs or pronouns, or a sentence that goes on («البته …»)."""
    words = (paragraph.keys[i] for i in _spoken(paragraph, first, last))
    if _first_person(paragraph, first, last) or not _PERSONS_OF_SPEECH.isdisjoint(words):
        return True
    return paragraph.key_at(first) in words_of_speech() and bool(paragraph.verbs)
