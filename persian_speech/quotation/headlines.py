"""Lines with a colon and no verb: «ظریف: …», «پیام وزیر امور خارجه به …: …»."""

from collections.abc import Iterator, Sequence

from persian_speech.actors.knowledge import known
from persian_speech.actors.phrases import parts
from persian_speech.actors.plain import ends_name, is_plain
from persian_speech.actors.vocabulary import (
    bodies,
    first_names,
    honorifics,
    is_given,
    object_heads,
    surname_parts,
    surnames,
    titles,
)
from persian_speech.quotation.continuing import narrates
from persian_speech.quotation.ends import speech_end, trim
from persian_speech.quotation.lexicon import (
    attributions,
    documents,
    labels,
    prepositions,
    reactions,
    wires,
)
from persian_speech.quotation.noun_phrases import phrase_end
from persian_speech.quotation.paragraph import OPENING_MARKS, Paragraph
from persian_speech.quotation.returns import after_adverbs
from persian_speech.quotation.scene import Draft, Range, Scene
from persian_speech.quotation.subjects import find_subject
from persian_speech.quotation.writings import OF_DOCUMENTS

LONGEST = 24  # tokens before the colon of a headline
SHORTEST_LEAD = 4  # tokens before the stroke of «ادعای رایان درباره شهردار /بهرامی: …»
LONGEST_LINE = 36  # tokens of one that ends its line with the colon
LONGEST_LEAD = 30  # tokens of a headline's first part: «پل بسته شد / شهردار: …»
SHORTEST = 6  # tokens said inside a line without a verb
LONGEST_NAME = 4  # words in a headline's bare name
LONGEST_HOLDER = 3  # words of a name alone after its label
LONGEST_OFFICE = 10  # tokens of an office beside a name in a list
_STOPS = frozenset({".", "؟", "!", "؛", "…"})
_TOPICS = frozenset({"درباره", "به"})
_CLAUSES = frozenset({"که", "اینکه", "چرا"})
_ANSWERS = frozenset({"بله", "خیر", "نه", "آری", "قطعا", "البته", "حتما", "هرگز"})
_INTERVIEWS = frozenset({"مصاحبه", "گفتوگو", "گفتوگوی", "گفتگو", "گفتگوی"})
_MEETINGS = frozenset({"نشست", "اجلاس", "مشترک", "دیدار"})
_STARS = frozenset("*•▪-–")
_SLASHES = frozenset("/|؛")
# «ادعای X: …»: whoever X is, he has said it.
_OWN_WORDS = frozenset({"اظهارات", "ادعای", "سخنان", "صحبتهای", "حرفهای", "گفتههای", "توییت", "توئیت", "پست"})
_ABOUT = frozenset(
    {("درباره",), ("خطاب",), ("در", "مورد"), ("در", "واکنش"), ("در", "پاسخ"), ("به", "مناسبت")}
    | {("با", "اشاره")}
)
_WHOLE = frozenset({"کامل", "جدید", "تازه", "مهم", "عجیب", "جنجالی"})  # «اظهارات کامل ترامپ: …»
_COUNTED = frozenset({"اولا", "ثانیا", "ثالثا", "رابعا"})  # «ثالثاً: …» names a point, not who makes it
_LISTS = frozenset({"جمله", "شامل", "مانند", "مثل", "عبارتند"})  # «کارهایی از جمله: …»


def names_label(paragraph: Paragraph, following: Sequence[Paragraph]) -> bool:
    """«دلخوش: …» and, below, «سید کاظم دلخوش نماینده …»: the word before the colon is a surname here."""
    first = paragraph.opening
    if paragraph.at(first + 1) != ":" or not paragraph.is_word(first):
        return False
    name = paragraph.keys[first]
    places = ((each.keys, i) for each in following for i in range(1, len(each)) if each.keys[i] == name)
    return any(is_given(keys[i - 1]) and titles().at(keys, i + 1) is not None for keys, i in places)


def headline(scene: Scene, *, opens_document: bool, named: bool = False) -> Draft | None:
    """«رئیس مجلس: لایحه …»، «پیام وزیر امور خارجه به …: …»، «فاکس‌نیوز به نقل از ترامپ: «…»»."""
    paragraph = scene.paragraph
    starts = [(paragraph.opening, opens_document, named)]
    inner = [(start, False, False) for start in _inner_starts(paragraph)]
    first = inner[0][0] if inner else 0
    # «ادعای رایان درباره شهردار /بهرامی: …»: the colon is the second's.
    second = len(inner) == 1 and paragraph.at(first - 1) == "/" and first - paragraph.opening > SHORTEST_LEAD
    if second and ":" not in paragraph.tokens.texts[:first]:
        starts.insert(0, (first, opens_document, False))
    drafts = (
        _headline_at(scene, start, opens_document=opens, named=called)
        for start, opens, called in (*starts, *inner)
    )
    return next(filter(None, drafts), None)


def _headline_at(scene: Scene, first: int, *, opens_document: bool, named: bool) -> Draft | None:
    """The headline that begins at ``first``; one inside a line («… / تهیه‌کننده: …») tells a whole clause."""
    paragraph = scene.paragraph
    colon = _headline_colon(paragraph, first)
    if (
        colon is None
        or any(paragraph.opening <= cue.first < colon for cue in paragraph.cues)
        or paragraph.keys[colon - 1] in _LISTS | _COUNTED
        or _in_bracket(paragraph, first, colon)
        or labels().at(paragraph.keys[:colon], first) == (colon, True)
        or (colon + 1 == len(paragraph) and wires().at(paragraph.keys[:colon], first) == (colon, True))
    ):
        return None
    known = scene.known(paragraph.keys[:colon], first) == colon - first  # «دانا: …» of one who has spoken
    mention = headline_speaker(paragraph, first, colon, opens_document=opens_document or known)
    mention = (first, colon) if named else mention
    if mention is None or _byline(paragraph, mention) or _reporters(paragraph, mention):
        return None
    intros = [intro for intro in scene.intros if intro.number == "sg" or narrates(paragraph, intro)]
    end = speech_end(paragraph, colon + 1, intros, None, scene.known)
    content = trim(paragraph, colon + 1, end.at)
    if _heads_facts(paragraph, mention, colon):
        return None
    lone = content[1] - content[0] == 1 and paragraph.keys[content[0]] not in _ANSWERS
    if lone or _is_entry(paragraph, mention, content):
        return None
    if (
        first > paragraph.opening
        and 0 < content[1] - content[0] < SHORTEST
        and paragraph.verb_in(*content) is None
    ):
        return None
    return Draft("headline", None, content, (first, colon), mention, end.rule)


def _inner_starts(paragraph: Paragraph) -> Iterator[int]:
    """«پل بسته شد  شهردار: …»، «آتش در بازار / آتش‌نشانی: …»: where a second line of a headline begins."""
    first, starts, texts = paragraph.opening, paragraph.tokens.starts, paragraph.tokens.texts
    stop = min(first + LONGEST_LEAD, len(paragraph) - 1)
    if ":" not in texts[first + 1 : stop + LONGEST]:
        return
    for i in range(first + 1, stop):
        last = texts[i - 1]
        if last == "(":
            return  # «(کارگردان: … / تهیه‌کننده: …)»
        before, after = starts[i - 1] + len(last), starts[i]
        apart = after - before > 1 and paragraph.text[before:after].count(" ") > 1
        if last in _SLASHES or (apart and paragraph.is_word(i)):
            yield i


def _in_bracket(paragraph: Paragraph, first: int, colon: int) -> bool:
    """«– مسافر باران (کارگردان: بهرام آریا)»"""
    marks = [paragraph.at(i) for i in range(first, colon) if paragraph.at(i) in {"(", ")"}]
    return marks[-1:] == ["("]


def _is_entry(paragraph: Paragraph, mention: Range, content: Range) -> bool:
    """«بازیگران: بهرام آریا، …»، «بانک‌های دولتی: ۷۲ درصد»، «دانشگاه: رشته: …»: an entry of a list."""
    first, last = content
    if first >= last or paragraph.verb_in(first, last) is not None:
        return False
    group = titles().at(paragraph.keys[: mention[1]], mention[0])
    listed = group is not None and group[1] == "group" and mention[1] - mention[0] == group[0] - mention[0]
    figures = paragraph.keys[first].isdigit() and last - first <= LONGEST_NAME
    defined = paragraph.keys[slice(*mention)] == paragraph.keys[first : first + mention[1] - mention[0]]
    named = is_given(paragraph.keys[mention[0]])  # «علی اکبر کریمی به وزیر کشور: …، به وزیر راه: …»
    colons = not named and any(paragraph.at(i) == ":" for i in range(first, last))
    title = titles().at(paragraph.keys, first)
    office = named and title is not None and title[1] == "office" and last - first <= LONGEST_OFFICE
    # «ایلام: بهرام رایان»: who holds the office there
    person = is_given(paragraph.keys[first]) and last - first <= LONGEST_HOLDER
    # «سارا دانا: مدیر دفتر شهردار»
    return listed or figures or defined or colons or office or person


def _heads_facts(paragraph: Paragraph, mention: Range, colon: int) -> bool:
    """«* کتابخانه مرکزی:» alone on its line, with a bullet: the next line tells of it."""
    listed = paragraph.at(0) in _STARS and colon + 1 == len(paragraph)
    return listed and parts(paragraph.keys[slice(*mention)]).kind not in {"name", "title"}


def _byline(paragraph: Paragraph, mention: Range) -> bool:
    """«گروه اقتصادی - علی ابراهیمی: …»: the reporter's name."""
    desk = paragraph.opening > paragraph.bullets and paragraph.key_at(paragraph.bullets) == "گروه"
    return desk and not any(titles().at(paragraph.keys[: mention[1]], i) for i in range(*mention))


def _reporters(paragraph: Paragraph, mention: Range) -> bool:
    """«خبرنگار همشهری: در شرایطی که …»: whose story it is; in a list of news it tells who says so."""
    first, last = mention
    own = paragraph.keys[first] == "خبرنگار" and wires().at(paragraph.keys[:last], first + 1) == (last, True)
    return own and paragraph.stopped and not paragraph.bullets


def _headline_colon(paragraph: Paragraph, first: int) -> int | None:
    """The first colon near the beginning, with neither verb nor stop before it."""
    alone = paragraph.at(len(paragraph) - 1) == ":"  # a line of its own above what is said
    texts = paragraph.tokens.texts[first : first + (LONGEST_LINE if alone else LONGEST)]
    length = texts.index(":") if ":" in texts else 0
    if not length or not _STOPS.isdisjoint(texts[:length]):
        return None
    colon = first + length
    verbs = [i for i in paragraph.verbs if first <= i < colon]
    return colon if not verbs or _in_relative(paragraph, first, verbs) else None


def _in_relative(paragraph: Paragraph, first: int, verbs: Sequence[int]) -> bool:
    """«ترامپ درباره سربازانی که کشته شدند: …»: the verbs stand in a clause about somebody or something."""
    keys = paragraph.keys
    about = next((i for i in range(first + 1, verbs[0]) if keys[i] in _TOPICS), None)
    named = about is not None and bool(known().bearers(keys[first:about]))
    return named and not _CLAUSES.isdisjoint(keys[first : verbs[0]])


def headline_speaker(paragraph: Paragraph, first: int, colon: int, *, opens_document: bool) -> Range | None:
    """Who stands before the colon; a bare unknown name counts only where a document opens."""
    keys = paragraph.keys[:colon]
    for i in range(first, colon):
        found = attributions().at(keys, i)
        passing = found is not None and keys[first] in reactions() and found[1][0] == "به ادعای"
        if found and found[0] < colon and not passing:  # «واکنش یک تحلیلگر به ادعای شهردار: …»
            viewed = found[1][1] == "believe"  # «از نظر کیفیت:»
            return (found[0], colon) if not viewed or _names_somebody(paragraph, (found[0], colon)) else None
    quoted = paragraph.at(first) in OPENING_MARKS and keys[first + 1 : first + 2] != ()
    first += quoted and keys[first + 1] in documents()  # «"اطلاعیه روابط عمومی سپاه"، ایرنا:»
    first = _interviewed(paragraph, first, colon)
    told = keys[first] in _OWN_WORDS and first + 1 < colon and keys[first + 1] not in prepositions()
    if keys[first] in documents() or keys[first] in reactions():
        first += 1 + (first + 2 < colon and keys[first + 1] in OF_DOCUMENTS | _WHOLE)
        first += 2 * (first + 2 < colon and keys[first] == "شماره")  # «اطلاعیه شماره ۳۵ سپاه:»
        first += first + 1 < colon and keys[first] == "اکانت"  # «پست اکانت سنتکام، ترجمه ماشین:»
        while first + 2 < colon and keys[first] in _MEETINGS:  # «بیانیه پایانی نشست مشترک عمان و قطر:»
            first += 1
    first += (
        keys[first : first + 1] in {("حالا",), ("اکنون",)} and first + 1 < colon
    )  # «حالا سارا مهرجو مجری تلویزیون: …»
    mention = _named_before(paragraph, first, colon)
    if mention is None or mention[0] != first or not _rest_is_phrase(paragraph, mention[1], colon):
        return None
    if _names_somebody(paragraph, mention):
        return mention
    if told and not is_given(keys[first]):  # «ادعای ضد ایرانی کمیسیون اروپا: …»
        tables = (titles(), bodies())
        named = (i for i in range(*mention) if any(table.at(keys, i) for table in tables))
        mention = next(named, mention[0]), mention[1]
    bracket = next((i for i in range(*mention) if paragraph.at(i) == "("), mention[1])
    # «رها پوربخش، شبکه پگاه: «…»»
    employed = paragraph.at(mention[1]) == "،" and bodies().at(keys, mention[1] + 1) is not None
    comma = mention[1] + (paragraph.at(mention[1]) in {"،", ","})  # «کاوه رایان، خطاب به مردم: …»
    rest = keys[comma : comma + 2]
    alone = not rest or rest in _ABOUT or rest[:1] in _ABOUT
    alone = alone or (paragraph.at(mention[1]) == "(" and paragraph.at(colon - 1) == ")")
    short = bracket - mention[0] <= LONGEST_NAME and (alone or employed)
    opens_document = opens_document or paragraph.at(colon + 1) in OPENING_MARKS
    told = told or rest[:1] == ("خطاب",)  # «کن لینک، خطاب به مردم: …»
    plain = any(_ends_name(keys, i) for i in range(mention[0], bracket))
    return mention if opens_document and short and (told or not plain) else None


def _interviewed(paragraph: Paragraph, first: int, colon: int) -> int:
    """«مصاحبه اختصاصی پگاه با پروفسور دانا: …»: who is asked speaks."""
    keys = paragraph.keys[:colon]
    if keys[first] not in _INTERVIEWS or "با" not in keys[first : colon - 1]:
        return first
    return keys.index("با", first) + 1


def _named_before(paragraph: Paragraph, first: int, colon: int) -> Range | None:
    """The noun phrase at ``first``, with an office after its comma: «غریب آبادی، معاون وزیر خارجه»."""
    mention = find_subject(paragraph, first, colon)
    if mention is None or paragraph.at(mention[1]) not in {"،", ","}:
        return mention
    title = mention[1] + 1
    if known().bearers(paragraph.keys[title:colon]):  # «نخست‌وزیر پاکستان، شهباز شریف: …»
        return mention[0], colon
    apposed = title < colon and titles().at(paragraph.keys[:colon], title) is not None
    return (mention[0], phrase_end(paragraph, title, colon)) if apposed else mention


def _ends_name(keys: Sequence[str], i: int) -> bool:
    return ends_name(keys, i) and keys[i] not in surname_parts()


def _rest_is_phrase(paragraph: Paragraph, i: int, colon: int) -> bool:
    """«رئیس مجلس در تماس تلفنی با …:»: a phrase may stand between the speaker and the colon."""
    i += i < colon and paragraph.at(i) in '»"”'
    return (
        i == colon
        or paragraph.keys[i] in prepositions()
        or paragraph.keys[i] == "خطاب"
        or paragraph.at(i) in "،("
        or i == after_adverbs(paragraph, i, colon)
    )


def _names_somebody(paragraph: Paragraph, mention: Range) -> bool:
    keys = paragraph.keys[: mention[1]]
    first, last = mention
    tables = (titles(), honorifics(), bodies())
    someone = keys[first] in {"یک", "یه", "یکی"}  # «یک کارشناس نفت:»
    first += paragraph.at(first) in OPENING_MARKS  # ««فاکس نیوز»: …»
    told = any(table.at(keys, first + someone) for table in tables)
    # «میزان افزایش حقوق …:» is no wire's line
    alone = bodies().at(keys, first) == (first + 1, "name") and keys[first] in object_heads()
    told = told and not (alone and last > first + 1 and ends_name(keys, first + 1))
    # «پیمان‌پاک، رئیس سازمان …:» whatever the first word is; «مطهری تحلیلگر سیاسی:» no common word.
    apposed = any(keys[i - 1] in {"،", ","} and titles().at(keys, i) for i in range(first + 2, last))
    marked = first > mention[0]  # «حیاتی» معاون استانداری
    plain = ends_name(keys, first) or not keys[first][1:].isalpha() or is_plain(keys[first:last])
    opened = plain and not marked
    called = not opened and any(
        titles().at(keys, i) for i in range(first + 1, min(first + LONGEST_NAME, last))
    )
    named = keys[first] in surnames() or (keys[first] in first_names() and last - first > 1)
    return told or apposed or named or called or bool(known().bearers(keys[first:last]))
