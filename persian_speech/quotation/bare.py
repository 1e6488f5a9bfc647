"""Reported clauses with neither که nor a colon: «گفت هیچ دیپلماتی …»."""

from collections.abc import Callable

from persian_speech.actors.vocabulary import bodies, common_words, titles
from persian_speech.quotation.addressees import addressee_of
from persian_speech.quotation.clauses import Range, is_copula
from persian_speech.quotation.ends import clause_end, speech_end
from persian_speech.quotation.indirect import goes_on_with, is_asked, is_relative, reported_clause
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.objects import PARTICIPLES, object_marker
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.scene import Draft, Scene
from persian_speech.quotation.somebody import after_adverbs, is_somebody
from persian_speech.quotation.subjects import find_subject
from persian_speech.quotation.trimming import trim

# «در حالی که وزیر گفت …»: these make a clause of its own with که.
_JOINED_TO = frozenset(
    {"حالی", "طور", "طوری", "انطور", "انجا", "انگونه", "بعد", "پس", "زمانی", "وقتی", "این", "ان"}
)
_WHILE = frozenset({"حالی", "درحالی"})
_DISCLOSES = frozenset({"تأیید کردن", "افشا کردن", "فاش کردن", "مطرح کردن", "بیان کردن"})
RESULTS = (("به", "گونهای", "که"), ("به", "طوری", "که"), ("به", "نحوی", "که"))
_NAMES = frozenset({"نامش", "نامشان", "هویتش", "هویتشان"})  # «که از ما خواست نامش فاش نشود»
_TALKED = ("ه", "ن")  # endings of «میگه», «می‌نویسن», as one talks
_DONE = ("شده", "بوده", "کرده", "داده", "گرفته", "زده", "داشته")  # «گفت راه را بسته و پل را خراب کرده.»
_CUT = frozenset({"…", "...", ".."})
SHORTEST_CUT = 4  # tokens of a clause whose end is cut off: «مدعی شد شمار کشتی‌ها ۲…»
_GONE = frozenset({"رفته", "یافته", "رسیده", "افتاده", "مانده", "نرسیده"})
LONGEST_NAME = 5  # tokens from a name's opening mark to its closing one


def bare_clause(scene: Scene, intro: Introducer) -> Draft | None:
    """«گفت هیچ دیپلماتی …»، «گفتند، افراد مسلح …»: a clause with neither که nor colon."""
    if intro.manner != "finite" or intro.link not in {"bare", "«"} or goes_on_with(scene, intro):
        return None
    # «از سازمان ملل خواست این جنایت را محکوم کند»
    asked = intro.lemma in {"خواستن", "دعوت کردن"} and _asks_somebody(scene, intro)
    if "b" not in intro.frames and not asked:
        return None
    paragraph = scene.paragraph
    anonymous = asked and paragraph.key_at(intro.content) in _NAMES
    if anonymous or not _is_clause(paragraph, intro) or any(rule(scene, intro) for rule in NOT_SAID):
        return None
    if intro.cls != "believe" and _in_first_person(scene, intro):
        return _speech(scene, intro)
    draft = reported_clause(scene, intro, "bare_clause")
    # «روزنامه پگاه افزود، بهرام آریا گفت: …»: nothing is left before the second cue.
    return None if draft is None or _unfinished(paragraph, draft.content) else draft


def _is_clause(paragraph: Paragraph, intro: Introducer) -> bool:
    """What follows has its verb, or has lost it where the text was cut off."""
    _, stop = paragraph.sentence(intro.last - 1)
    if paragraph.verb_in(intro.content, stop) or _short_copula(paragraph, intro, stop):
        return True
    cut = paragraph.at(stop - 1) in _CUT and stop == len(paragraph)
    return cut and stop - intro.content >= SHORTEST_CUT


def _speech(scene: Scene, intro: Introducer) -> Draft:
    """«گفت ما می‌آییم»; «در خصوص اینکه انجمن می‌گوید ما آب نداریم | گفت: …»: no further than the main cue."""
    if _in_that_clause(scene, intro):
        end = clause_end(scene.paragraph, intro.content, scene.intros, intro)
    else:
        end = speech_end(scene.paragraph, intro.content, scene.intros, intro, scene.known)
    content = trim(scene.paragraph, intro.content, end.at)
    clause = scene.clause_start(intro.first), intro.first
    return Draft("bare_speech", intro, content, clause, ended=end.rule)


def _in_that_clause(scene: Scene, intro: Introducer) -> bool:
    """«در خصوص اینکه انجمن | می‌گوید …»"""
    keys = scene.paragraph.keys
    at = next((i for i in range(intro.first - 1, scene.floor - 1, -1) if keys[i] == "اینکه"), None)
    return at is not None and scene.paragraph.verb_in(at, intro.first) is None


def _asks_somebody(scene: Scene, intro: Introducer) -> bool:
    """«از دولت خواست»; «از دیروز می‌خواهد …»، «فیلمی که می‌خواهد …» only wants something."""
    asked = addressee_of(scene.paragraph, intro, scene.clause_start(intro.first))
    return asked is not None and scene.paragraph.keys[asked[0]] != "هر"  # «از هر ده نفر هفت نفر می‌خواهند»


def _short_copula(paragraph: Paragraph, intro: Introducer, stop: int) -> int | None:
    """«افزود، ملت‌ها از این کار نگرانند.»: an adjective with its «اند» closes the sentence, or «شده» alone."""
    last = next((i for i in range(stop - 1, intro.content, -1) if paragraph.is_word(i)), intro.content)
    told = paragraph.key_at(last)
    if last > intro.content and (told.endswith(_DONE) or is_copula(told) or told == "درامد"):
        return last  # «گفت پل بسته شده.», «نوشت طرح در حال اجراست.», «نوشت حکم به اجرا درآمد.»
    if paragraph.at(last).endswith("\u200cاند") and last > intro.content:
        return last  # «گفت نیروها آماده‌اند.»
    if told in _GONE and last > intro.content:
        return last  # «گفت آب از دست رفته.»
    if last > intro.content and _as_one_talks(told, intro, paragraph):
        return last
    comma = paragraph.at(intro.content - 1) == "،" and intro.cls in {"add", "state"}
    return last if comma and paragraph.key_at(last).endswith(("ند", "ست", "یم")) else None


def _as_one_talks(word: str, intro: Introducer, paragraph: Paragraph) -> bool:
    """«میگه سد خالیه», «میگن مدرسه تمومه», «نوشته سد خالیه»: an adjective with its «ه»."""
    short = word.endswith("ه") and word not in common_words()
    return short and (word[:-1] in common_words() or _is_talked(paragraph, intro))


def _is_talked(paragraph: Paragraph, intro: Introducer) -> bool:
    return intro.tense in {"present", "imperfect"} and paragraph.keys[intro.last - 1].endswith(_TALKED)


def _in_first_person(scene: Scene, intro: Introducer) -> bool:
    """«گفت ما می‌آییم»; not «گفت این کار «به سود ماست و می‌کنیم»»."""
    paragraph, first = scene.paragraph, intro.content
    spoken = [i for i, form in paragraph.verbs.items() if form.person == 1 and i >= first]
    last = clause_end(paragraph, first, scene.intros, intro).at if spoken else first
    told = (intro.tense, intro.number) == ("past", "sg")
    if spoken and told and intro.lemma in {"گفتن", "افزودن"}:  # «گفت سد پر است. ما آن را پر کردیم»
        last = speech_end(paragraph, first, scene.intros, intro, scene.known).at
    return any(i < last and i not in paragraph.quoted for i in spoken)


def _unfinished(paragraph: Paragraph, content: Range) -> bool:
    """No verb stands in the content, and it does not end as a clause that has lost its verb would."""
    last = paragraph.key_at(content[1] - 1)
    ends = last in _GONE or last.endswith(
        ("ند", "ست", "یم", "کرده", "داشته", "شده", "داده", "بوده", "گرفته", "یافته", "دیده", "خورده")
    )
    return not ends and paragraph.verb_in(*content) is None and content[1] < len(paragraph) - 1


def _is_result(scene: Scene, intro: Introducer) -> bool:
    """«خبر داد به گونه‌ای که …»"""
    return scene.paragraph.keys[intro.content : intro.content + 3] in RESULTS


def _is_title(scene: Scene, intro: Introducer) -> bool:
    """«بر اساس رمانی نوشته «سارا کوهی» ساخته شد»: a participle before a name in marks."""
    mark = scene.mark_at(intro.content) if intro.tense == "participle" else None
    return mark is not None and mark.last - mark.first <= LONGEST_NAME


def _last_clause(scene: Scene, intro: Introducer) -> int:
    """Where the cue's own clause begins: after the last verb before it."""
    start = scene.clause_start(intro.first)
    verb = scene.paragraph.verb_in(start, intro.first)
    return start if verb is None else verb + 1


def _has_object(scene: Scene, intro: Introducer) -> bool:
    """«برخی این را نشانه قدرت عنوان می‌کنند، …»: what is said of a thing stands before, nothing after."""
    return ("p" in intro.frames or intro.lemma in _DISCLOSES) and object_marker(
        scene.paragraph, _last_clause(scene, intro), intro.first
    ) is not None


def _inside_relative(scene: Scene, intro: Introducer) -> bool:
    """«افتی که شرکت پیش‌بینی می‌کند بازار را …»: the cue is the relative's verb, and no comma ends it."""
    paragraph = scene.paragraph
    start = scene.clause_start(intro.first)
    joint = next((i for i in range(intro.first - 1, start, -1) if paragraph.keys[i] == "که"), None)
    if joint is None or joint == intro.first - 1:
        return False
    # «اطلاعاتی که شرکت اعلام کرد، …»; «شهردار که معتقد بود، …»
    told = paragraph.keys[joint - 1]
    thing = told.endswith("تی") or (told.endswith("ی") and told[:-1] in common_words())
    thing = thing and not any(titles().at((word,), 0) for word in (told, told[:-1]))
    if not thing and after_adverbs(paragraph, joint + 1, intro.first) == intro.first:
        return False  # «شهردار که پیش از این گفته بود …»
    if paragraph.at(intro.content - 1) == "،" and not thing:
        return False
    # «باغ در حالی خشک شده که شهردار گفته سد پر است»
    while_so = told.endswith(PARTICIPLES) and not _WHILE.isdisjoint(paragraph.keys[start:joint])
    if while_so or paragraph.keys[intro.first - 1].endswith((*PARTICIPLES, "داشته")):
        return False  # «با اشاره به حادثه‌ای که رخ داده گفت سد پر است»
    inside = range(joint + 1, intro.first)
    if any(i in paragraph.verbs or not paragraph.is_word(i) for i in inside):
        return False
    return joint - 1 not in paragraph.verbs and paragraph.keys[joint - 1] not in _JOINED_TO


def _content_start(scene: Scene, intro: Introducer) -> int:
    """The first word after the cue and its mark."""
    return intro.content + (not scene.paragraph.is_word(intro.content))


def _is_another(scene: Scene, intro: Introducer) -> bool:
    """«تأکید داشت، در حالی که …», «نه تنها تهدید می‌کند، بلکه …»: another clause, not what was said."""
    paragraph, at = scene.paragraph, _content_start(scene, intro)
    if paragraph.key_at(at) in {"بلکه", "را"}:
        return True  # «تعرفه‌هایی که تهدید کرده بود را اجرا کند»
    comma = paragraph.at(at - 1) == "،"
    if comma and paragraph.keys[at : at + 3] == ("در", "حالی", "که"):
        return True
    # «… که به تعرفه تهدید کرده بود، اعلام کرد که …», «اینکه شورا طرح را اعلام کرده | گفت: …»: the main cue.
    told = (o for o in scene.intros if o.first >= at and o.manner == "finite")
    main = (o for o in told if after_adverbs(paragraph, at, o.first) == o.first)
    return any(o.link in {":", "که", "bare"} if comma else (o.first, o.link) == (at, ":") for o in main)


def _hearsay(scene: Scene, intro: Introducer) -> bool:
    """«یه سریا همه‌ش میگن …»: as one talks, a clause is speech where somebody stands beside the cue."""
    if not _is_talked(scene.paragraph, intro):
        return False
    subject = find_subject(scene.paragraph, scene.clause_start(intro.first), intro.first)
    if subject is None or subject[1] != intro.first:
        return True
    word = scene.paragraph.keys[subject[0]]  # «پرستارها میگن …»، «خبرگزاری‌های محلی میگن …»
    one = word.removesuffix("ی").removesuffix("ا").removesuffix("ه")  # «معلم‌ها», «معلما»
    many = one != word and any(table.at((one,), 0) for table in (titles(), bodies()))
    return not many and not is_somebody(scene.paragraph, subject, scene.known)


NOT_SAID: tuple[Callable[[Scene, Introducer], bool], ...] = (
    _is_result,
    _is_title,
    _has_object,
    is_relative,
    _inside_relative,
    _is_another,
    _hearsay,
    is_asked,
)
"""Where the clause after the cue is none of what was said."""
