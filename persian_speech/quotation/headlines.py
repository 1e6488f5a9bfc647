"""Lines with a colon and no verb: «ظریف: …», «پیام وزیر امور خارجه به …: …»."""

from collections.abc import Iterator, Sequence

from persian_speech.actors.knowledge import known
from persian_speech.actors.phrases import DEMONSTRATIVES, parts
from persian_speech.actors.vocabulary import is_given, kin, surnames, titles
from persian_speech.quotation.clauses import Range
from persian_speech.quotation.continuing import narrates
from persian_speech.quotation.ends import speech_end
from persian_speech.quotation.first_person import first_person
from persian_speech.quotation.headline_speakers import headline_speaker, past_report
from persian_speech.quotation.lexicon import answers, documents, labels, reactions, wires
from persian_speech.quotation.marks import CLAUSE_STOPS
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.scene import Draft, Scene
from persian_speech.quotation.transcripts import is_passed_on
from persian_speech.quotation.trimming import trim

LONGEST = 24  # tokens before the colon of a headline
SHORTEST_LEAD = 4  # tokens before the stroke of «ادعای رایان درباره شهردار /بهرامی: …»
LONGEST_LINE = 36  # tokens of one that ends its line with the colon
LONGEST_LEAD = 30  # tokens of a headline's first part: «پل بسته شد / شهردار: …»
SHORTEST = 6  # tokens said inside a line without a verb
LONGEST_NAME = 4  # words in a headline's bare name
LONGEST_HOLDER = 3  # words of a name alone after its label
LEAST_STORY = 40  # tokens of a reporter's paragraph
LONGEST_OFFICE = 10  # tokens of an office beside a name in a list
_TOPICS = frozenset({"درباره", "به"})
_CLAUSES = frozenset({"که", "اینکه", "چرا"})
_STARS = frozenset("*•▪-–")
_SLASHES = frozenset("/|؛")
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


def headline(
    scene: Scene, *, opens_document: bool, named: bool = False, posted: bool = False
) -> Draft | None:
    """«رئیس مجلس: لایحه …»، «پیام وزیر امور خارجه به …: …»، «فاکس‌نیوز به نقل از ترامپ: «…»».

    ``posted``: in a post of others «تسنیم: …» is no dateline but tells who says so.
    """
    paragraph = scene.paragraph
    if ":" not in paragraph.tokens.texts:
        return None
    starts = [(paragraph.opening, opens_document, named)]
    inner = [(start, False, False) for start in _inner_starts(paragraph)]
    first = inner[0][0] if inner else 0
    # «ادعای رایان درباره شهردار /بهرامی: …»: the colon is the second's.
    second = len(inner) == 1 and paragraph.at(first - 1) == "/" and first - paragraph.opening > SHORTEST_LEAD
    if second and ":" not in paragraph.tokens.texts[:first]:
        starts.insert(0, (first, opens_document, False))
    if posted and paragraph.untagged < paragraph.opening and not _passes_on(paragraph):
        starts.append((paragraph.untagged, opens_document, False))
    drafts = (
        _headline_at(scene, start, opens_document=opens, named=called, posted=posted)
        for start, opens, called in (*starts, *inner)
    )
    return next(filter(None, drafts), None)


def _passes_on(paragraph: Paragraph) -> bool:
    """«تسنیم: شهردار گفت …»: the wire's line tells what another has said."""
    stop = paragraph.sentence(paragraph.opening)[1]
    return any(cue.first < stop for cue in paragraph.cues)


def _headline_at(
    scene: Scene, first: int, *, opens_document: bool, named: bool, posted: bool
) -> Draft | None:
    """The headline that begins at ``first``; one inside a line («… / تهیه‌کننده: …») tells a whole clause."""
    paragraph = scene.paragraph
    colon = _headline_colon(paragraph, first)
    if colon is None or _heads_no_speech(paragraph, first, colon, posted=posted):
        return None
    first = past_report(paragraph, first, colon) if posted else first
    known = scene.known(paragraph.keys[:colon], first) == colon - first  # «دانا: …» of one who has spoken
    mention = headline_speaker(paragraph, first, colon, opens_document=opens_document or known)
    mention = (first, colon) if named else mention
    if mention is None or _byline(paragraph, mention) or _reporters(paragraph, mention):
        return None
    if opens_document and not (posted or known) and _writers(paragraph, mention, colon):
        return None
    intros = [intro for intro in scene.intros if intro.number == "sg" or narrates(paragraph, intro)]
    end = speech_end(paragraph, colon + 1, intros, None, scene.known)
    content = trim(paragraph, colon + 1, end.at)
    met = scene.known(paragraph.keys[: mention[1]], mention[0]) == mention[1] - mention[0]
    # «پیمان دوست: کی گفته؟», «سارا دانا: پیمان دوست.»
    entry = not met and _is_entry(paragraph, mention, content)
    if entry or _heads_facts(paragraph, mention, colon):
        return None
    if _is_too_short(paragraph, content, inside=first > paragraph.opening):
        return None
    return Draft("headline", None, content, (first, colon), mention, end.rule)


def _heads_no_speech(paragraph: Paragraph, first: int, colon: int, *, posted: bool) -> bool:
    """A cue before the colon, a list, a label («محور خبر:»), a wire's line of its own."""
    keys = paragraph.keys[:colon]
    return (
        any(paragraph.opening <= cue.first < colon for cue in paragraph.cues)
        or keys[-1] in _LISTS | _COUNTED
        or _in_bracket(paragraph, first, colon)
        or is_passed_on(paragraph, first)
        or labels().at(keys, first) == (colon, True)
        or (not posted and colon + 1 == len(paragraph) and wires().at(keys, first) == (colon, True))
    )


def _is_too_short(paragraph: Paragraph, content: Range, *, inside: bool) -> bool:
    """One word that is no answer, or, ``inside`` a line, a few without a verb."""
    length = content[1] - content[0]
    if length == 1 and paragraph.keys[content[0]] not in answers():
        return True
    return inside and 0 < length < SHORTEST and paragraph.verb_in(*content) is None


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
    numbered = any(word[:1].isdigit() for word in paragraph.keys[first:last])
    figures = numbered and last - first <= LONGEST_NAME  # «لیفت: وزنه‌ی 81.6 کیلوگرمی»
    defined = paragraph.keys[slice(*mention)] == paragraph.keys[first : first + mention[1] - mention[0]]
    named = is_given(paragraph.keys[mention[0]])  # «علی اکبر کریمی به وزیر کشور: …، به وزیر راه: …»
    colons = paragraph.tokens.texts[first:last].count(":")
    colons = colons > named  # «رایان نویسنده: پیتر هال مترجم: دانا قطع: وزیری»
    title = titles().at(paragraph.keys, first)
    office = named and title is not None and title[1] != "group" and last - first <= LONGEST_OFFICE
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
    words = (
        i for i in range(*mention) if not is_given(paragraph.keys[i])
    )  # «آزاده» is a name here, no title
    return desk and not any(titles().at(paragraph.keys[: mention[1]], i) for i in words)


def _reporters(paragraph: Paragraph, mention: Range) -> bool:
    """«خبرنگار همشهری: در شرایطی که …»: whose story it is; in a list of news it tells who says so."""
    first, last = mention
    own = paragraph.keys[first] == "خبرنگار" and wires().at(paragraph.keys[:last], first + 1) == (last, True)
    return own and paragraph.stopped and not paragraph.bullets


def _writers(paragraph: Paragraph, mention: Range, colon: int) -> bool:
    """«ناصر رایان: گروهی از پژوهشگران … دریافتند که …»: below a headline, the name of who wrote the story."""
    first, last = mention
    below, keys = paragraph.tokens.starts[0] > 0 and not paragraph.bullets, paragraph.keys
    named = colon == last > first + 1 and is_given(keys[first]) and parts(keys[first:last]).kind == "name"
    story = paragraph.stopped and len(paragraph) - colon > LEAST_STORY
    story = story and below and named and not known().bearers(keys[first:last])
    return story and not first_person(paragraph, colon, len(paragraph))


def _headline_colon(paragraph: Paragraph, first: int) -> int | None:
    """The first colon near the beginning, with neither verb nor stop before it."""
    alone = paragraph.at(len(paragraph) - 1) == ":"  # a line of its own above what is said
    texts = paragraph.tokens.texts[first : first + (LONGEST_LINE if alone else LONGEST)]
    length = texts.index(":") if ":" in texts else 0
    stops = [first + i for i, text in enumerate(texts[:length]) if text in CLAUSE_STOPS]
    if not length or (stops and not _before_office(paragraph, first, stops)):
        return None
    colon = first + length
    verbs = [i for i in paragraph.verbs if first <= i < colon]
    return colon if not verbs or _in_relative(paragraph, first, verbs) else None


def _before_office(paragraph: Paragraph, first: int, stops: Sequence[int]) -> bool:
    """«رایان؛ وزیر نیرو: …»: a name before the one stop, an office after it."""
    keys, at = paragraph.keys, stops[0]
    name, office = keys[first:at], titles().at(keys, at + 1)
    named = bool(known().bearers(name)) or (len(name) > 1 and is_given(name[0]))
    named = named or (len(name) == 1 and name[0] in surnames())
    alone = paragraph.at(at) == "؛" and len(stops) == 1
    return alone and named and office is not None and office[1] == "office"


def _in_relative(paragraph: Paragraph, first: int, verbs: Sequence[int]) -> bool:
    """«ترامپ درباره سربازانی که کشته شدند: …»: the verbs stand in a clause about somebody or something."""
    keys = paragraph.keys
    about = next((i for i in range(first + 1, verbs[0]) if keys[i] in _TOPICS), None)
    if about is None and _is_told_of(paragraph, first, verbs[0]):
        return True
    if keys[first] in documents() and paragraph.at(len(paragraph) - 1) == ":":
        return "که" in keys[first : verbs[0]]  # «اطلاعیه شهرداری در پی حادثه‌ای که دیروز رخ داد:»
    # «واکنش دانا به ویدیویی که از او منتشر شد:»
    named = about is not None and (keys[first] in reactions() or bool(known().bearers(keys[first:about])))
    return named and not _CLAUSES.isdisjoint(keys[first : verbs[0]])


def _is_told_of(paragraph: Paragraph, first: int, verb: int) -> bool:
    """«مادر بهرام رایان، که دیروز کشته شد:» alone on its line."""
    keys = paragraph.keys
    joint = next((i for i in range(first + 1, verb) if keys[i] == "که"), first)
    alone = paragraph.at(len(paragraph) - 1) == ":" and paragraph.at(joint - 1) == "،"
    return alone and keys[first] in kin() and keys[first + 1] not in DEMONSTRATIVES
