"""Clauses that are credited to somebody in passing: «به گفته …»."""

from persian_speech.actors.phrases import DEMONSTRATIVES
from persian_speech.actors.plain import NUMERALS
from persian_speech.actors.vocabulary import bodies, city_words, foreign_words, object_heads
from persian_speech.quotation.clauses import Range, is_copula
from persian_speech.quotation.cuts import CLOSING, EVENTS, after_place, before_name, cut_subject
from persian_speech.quotation.direct import closes_clause
from persian_speech.quotation.ends import clause_end, speech_end
from persian_speech.quotation.first_person import PERSONS_OF_SPEECH, SPEAKERS_OWN
from persian_speech.quotation.introducers import THIS_IS, THIS_IS_SO, Introducer
from persian_speech.quotation.lexicon import adverbs, documents, narrator_openings, prepositions, press, wires
from persian_speech.quotation.marks import Marked
from persian_speech.quotation.noun_phrases import phrase_end
from persian_speech.quotation.own_reports import gives_report, is_of_report, past_topic
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.scene import SHORTEST_MARKED, Draft, Scene
from persian_speech.quotation.somebody import after_adverbs, is_somebody
from persian_speech.quotation.subjects import find_subject
from persian_speech.quotation.trimming import trim

_AT_WORK = frozenset({"فعال", "حاضر", "شاغل", "درگیر", "دخیل"})
_FIELDS = frozenset({"حوزه", "زمینه", "صنعت", "بازار", "بخش", "عرصه"})
_AFTER = (("در", "پی"), ("پس", "از"), ("بعد", "از"), ("به", "دنبال"), ("با", "انتشار"))
_REPORTING = frozenset({"state", "add", "stress", "warn"})
_LAST = frozenset({"اخر", "اصلی", "نهایی", "پایانی", "نخست"})  # «سخن آخر سخنگو این بود که»
_DONE = ("شده", "کرده", "داشته", "بوده", "داده", "گرفته")  # their است
LONGEST_ISSUE = 6  # tokens of «شماره روز پنج‌شنبه»
LONGEST_PAPER = 3  # tokens of a paper's name after «روزنامه»
LONGEST_TELLING = 6  # tokens of «حاکی از آن است که»
LONGEST_APPOSITION = 10  # tokens in an apposition after its noun phrase


def nominal(scene: Scene, intro: Introducer) -> Draft | None:
    """«به گفته این مقام، …»: the speaker stands in the phrase, the clause after it."""
    if intro.manner != "nominal" or intro.link == "که":
        return None
    paragraph = scene.paragraph
    _, stop = paragraph.sentence(intro.first)
    mention = _credited(scene, intro, stop)
    if mention is None:
        return None
    mention = _with_second(paragraph, before_name(paragraph, mention), stop)
    start = _past_apposition(paragraph, mention, stop)
    if not _is_parted(paragraph, mention, start, stop):
        mention = _cut(scene, mention)
        start = mention[1]
    elif start == mention[1] and adverbs().at(paragraph.keys, start):
        mention = _cut_before_object(scene, mention)
        start = mention[1]
    start = past_topic(paragraph, start, stop) if is_of_report(intro.lemma) else start
    start = _clause_start(paragraph, start, stop)
    if mark := _whole_mark(scene, start):
        content = trim(paragraph, mark.first + 1, mark.last)
        return Draft("nominal_marked", intro, content, mention, mention, "marks")
    # «…، به گفته یک دیپلمات - Axios»
    if all(key.isascii() for key in paragraph.keys[start:stop]) or not paragraph.has_word(start, stop):
        return _trailing(scene, intro, mention)
    if not _is_clause(paragraph, start, stop):
        return None
    end = clause_end(paragraph, start, scene.intros, intro)
    content = trim(paragraph, start, end.at)
    return Draft("nominal", intro, content, mention, mention, end.rule)


def _is_parted(paragraph: Paragraph, mention: Range, start: int, stop: int) -> bool:
    """Whether what stands at ``start`` is surely not of the speaker any more."""
    opens = paragraph.key_at(start)
    if start > mention[1] or paragraph.at(start) in CLOSING or opens in {"هر", "هیچ"}:
        return True
    if _past_relative(paragraph, start, stop) > start:
        return True  # «معلمان روستاهای کوهستانی | که حقوق نگرفته‌اند، …»
    if adverbs().at(paragraph.keys, start) and paragraph.keys[mention[0]] not in DEMONSTRATIVES:
        return True  # «به گفته مدیر شرکت آب | امسال …»; not «به گفته این منبع | انسداد …»
    if start - mention[0] > 1 and paragraph.keys[start - 1] in foreign_words() and opens in prepositions():
        return True  # «نیروی دریایی ژاپن | از …»
    return not paragraph.has_word(start, stop)  # «…، به گفته وزیر نیرو و یک مقام آب.»


def _cut_before_object(scene: Scene, mention: Range) -> Range:
    """«به گفته کارشناسان سینمایی | میزان فروش هفته گذشته …»: an abstract noun opens what is said."""
    keys, first = scene.paragraph.keys, mention[0]
    cut = _cut(scene, mention)
    head = bodies().at(keys[: mention[1]], first) == (cut[1], "head")  # «اداره سیاست‌های پولی | امسال …»
    return mention if head or keys[cut[1]] not in object_heads() | EVENTS | NUMERALS else cut


def _cut(scene: Scene, mention: Range) -> Range:
    """«به گفته رایان | شهردار می‌داند …»: he ends where a subject begins, and with no preposition."""
    first, last = mention
    last = cut_subject(scene.paragraph, mention, scene.known) or last
    last = after_place(scene.paragraph.keys, first, last) or last
    return first, last - (last - 1 > first and scene.paragraph.keys[last - 1] in prepositions())


def _clause_start(paragraph: Paragraph, start: int, stop: int) -> int:
    """Past what may stand between the speaker and the clause, and past a mark."""
    for past in (_past_field, _past_place, _past_wire, _past_relative, _past_bracket, _past_telling):
        start = past(paragraph, start, stop)
    return start + (paragraph.at(start) in CLOSING)


def _is_clause(paragraph: Paragraph, start: int, stop: int) -> bool:
    """A verb, or an adjective with its «اند» that closes the sentence."""
    last = next((i for i in range(stop - 1, start, -1) if paragraph.is_word(i)), start)
    if start >= stop or paragraph.verb_in(start, stop) is not None:
        return start < stop
    return is_copula(paragraph.keys[last]) or paragraph.at(last).endswith("\u200cاند")


def _credited(scene: Scene, intro: Introducer, stop: int) -> Range | None:
    """Who is credited; «به گفته رایان | شهردار می‌داند که …»: he ends where the clause begins."""
    start = _past_issue(scene.paragraph, intro.last)
    mention = find_subject(scene.paragraph, start, stop)
    if mention is None or mention[0] != start:
        return None
    met = mention[0], mention[0] + scene.known(scene.paragraph.keys, mention[0])
    told = (one for one in (mention, met) if mention[0] < one[1] <= mention[1])
    return next((one for one in told if _credible(scene, intro, one)), None)


def _past_issue(paragraph: Paragraph, i: int) -> int:
    """«به نوشته | شماره دیروز | روزنامه پگاه», «بر اساس بیانیه | روز دوشنبه | این اداره»: of which day."""
    if "شماره" not in paragraph.keys[i : i + 2]:
        # «به نوشته هفته نامه پگاه»
        dated = paragraph.keys[i - 1] in documents() and paragraph.key_at(i + 1) != "نامه"
        dated = dated and adverbs().at(paragraph.keys, i) is not None
        return after_adverbs(paragraph, i, len(paragraph)) if dated else i
    papers = (j for j in range(i + 1, i + LONGEST_ISSUE) if press().at(paragraph.keys, j))
    return next(papers, i)


def _past_relative(paragraph: Paragraph, start: int, stop: int) -> int:
    """«یک استاد | که نخواست نامش فاش شود، | …»"""
    if paragraph.key_at(start) != "که":
        return start
    commas = (i for i in range(start, stop) if paragraph.at(i) == "،")
    return next((i for i in commas if _ends_relative(paragraph, i)), start)


def _past_bracket(paragraph: Paragraph, start: int, stop: int) -> int:
    """«فرودگاه امام خمینی | (ره) | امسال …»"""
    if paragraph.at(start) != "(":
        return start
    return next((i + 1 for i in range(start, stop) if paragraph.at(i) == ")"), start)


def _past_telling(paragraph: Paragraph, start: int, stop: int) -> int:
    """«گزارش تسنیم به نقل از یک مقام | حاکی از آن است که | راه باز است»"""
    if paragraph.key_at(start) != "حاکی":
        return start
    ahead = range(start + 1, min(start + LONGEST_TELLING, stop))
    return next((i + 1 for i in ahead if paragraph.keys[i] == "که"), start)


def _ends_relative(paragraph: Paragraph, comma: int) -> bool:
    """«که نخواست نامش فاش شود، …»، «که نامشان فاش نشده، …»، «که ریاست شورا را داشته، …»"""
    return comma - 1 in paragraph.verbs or paragraph.key_at(comma - 1).endswith(_DONE)


def view(scene: Scene, intro: Introducer) -> Draft | None:
    """«پیشنهاد شهردار این است که پل بسته بماند», «… این است: …»; «حرف ما این است که …» is his own."""
    paragraph = scene.paragraph
    last = intro.content - THIS_IS_SO
    if intro.manner != "nominal" or paragraph.keys[last : intro.content] not in THIS_IS:
        return None
    last -= paragraph.keys[last - 1] == "بر"
    first = intro.last + (paragraph.keys[intro.last] in _LAST)
    mention = first, phrase_end(paragraph, first, last)
    # «سخن آخر سخنگو | با خبرنگاران | این بود که»
    comma = paragraph.at(mention[1]) == "،"  # «استدلال دانا، داور پیشین، این است که»
    told = mention[1] + comma == last or paragraph.keys[mention[1]] in prepositions()
    told = told and paragraph.keys[first] not in PERSONS_OF_SPEECH
    if not told or not is_somebody(paragraph, mention, scene.known):
        return None
    if intro.link == ":" and scene.mark_at(intro.content) is not None:
        return None
    if intro.link == ":":
        end = speech_end(paragraph, intro.content, scene.intros, intro, scene.known)
        return Draft("colon", intro, trim(paragraph, intro.content, end.at), mention, mention, end.rule)
    end = clause_end(paragraph, intro.content, scene.intros, intro)
    return Draft("claim", intro, trim(paragraph, intro.content, end.at), mention, mention)


def claim(scene: Scene, intro: Introducer) -> Draft | None:
    """«اظهارات اخیر دادستان مبنی بر اینکه سد پر است»: the speaker stands between the noun and its clause."""
    paragraph = scene.paragraph
    _, stop = paragraph.sentence(intro.first)
    if intro.manner != "nominal" or intro.link != "که" or "مبنی" not in paragraph.keys[intro.last : stop]:
        return None
    if _asked(paragraph, intro.first):
        return None  # «در پاسخ به پرسشی درباره اظهارات وزیر مبنی بر اینکه …»
    end = _claim_end(scene, intro, stop)
    if paragraph.key_at(end) == "را" and any(
        end < o.first < stop and ("p" in o.frames or o.cls == "deny") for o in scene.intros
    ):
        return None  # «ادعای شهردار مبنی بر اینکه سد پر است را نادرست خواند» is told of the whole claim
    content = trim(paragraph, intro.content, end)
    at = intro.last + (paragraph.key_at(intro.last) in {"اخیر", "اخیرش", "پیشین", "قبلی"})
    if paragraph.key_at(at) == "خود":
        return Draft("claim", intro, content, (scene.clause_start(intro.first), intro.first))
    mention = at, phrase_end(paragraph, at, paragraph.keys.index("مبنی", at))
    if mention[0] >= mention[1] or not is_somebody(paragraph, mention, scene.known):
        return None
    return Draft("claim", intro, content, mention, mention)


def _asked(paragraph: Paragraph, i: int) -> bool:
    start, _ = paragraph.sentence(i)
    words = paragraph.keys[start:i]
    return any(words[j : j + 2] == ("پاسخ", "به") for j in range(len(words)))


def _claim_end(scene: Scene, intro: Introducer, stop: int) -> int:
    """Before the clause of the next cue, or at the first comma or «را» after a verb."""
    paragraph = scene.paragraph
    later = (o for o in scene.intros if intro.content < o.first < stop and o.manner != "nominal")
    cue = next((o.first for o in later), None)
    relay = (i for i in range(intro.content + 1, cue or intro.content) if i - 1 in paragraph.verbs)
    cue = next((i for i in relay if paragraph.keys[i : i + 3] == ("به", "نقل", "از")), cue)
    ahead = [i for i in range(intro.content + 1, cue or stop) if i - 1 in paragraph.verbs]
    marker = next((i for i in ahead if paragraph.key_at(i) == "را"), None)
    commas = [i for i in ahead if paragraph.at(i) == "،"]
    if marker is not None or not commas:
        return marker or cue or stop
    return commas[-1] if cue else commas[0]


def _with_second(paragraph: Paragraph, mention: Range, stop: int) -> Range:
    """«به گفته یک مقام آب و یک منبع محلی، …»: two who are credited together."""
    end = mention[1]
    second = end + (paragraph.key_at(end) == "و")
    joined = second > end or paragraph.key_at(end - 1) == "و"
    if not joined or paragraph.key_at(second) not in {"یک", "دو", "چند"}:
        return mention
    return mention[0], phrase_end(paragraph, second, stop)


def _whole_mark(scene: Scene, start: int) -> Marked | None:
    """«به گفته شهردار، «پل را می‌سازیم. صبور باشید.»»: all that is credited stands in marks."""
    mark = scene.mark_at(start)
    long = mark is not None and mark.last - mark.first > SHORTEST_MARKED
    return mark if mark and long and closes_clause(scene, mark) else None


def _past_wire(paragraph: Paragraph, start: int, stop: int) -> int:
    """«طبق اعلام مدیر شرکت به ایسنا | پیش‌فروش …»: whom it was told."""
    if paragraph.key_at(start) != "به":
        return start
    wire = wires().at(paragraph.keys, start + 1) or press().at(paragraph.keys, start + 1)
    if wire is None:
        return start
    near = range(wire[0], wire[0] + LONGEST_PAPER)  # «… به روزنامه پگاه بندر، …»
    return next((i for i in near if paragraph.at(i) == "،"), wire[0])


def _past_field(paragraph: Paragraph, start: int, stop: int) -> int:
    """«کارشناسان | فعال در حوزه فناوری و بازار | …»: where the speaker is at work."""
    i = start + (paragraph.key_at(start) in _AT_WORK)
    told = paragraph.key_at(i - 1) in _AT_WORK and paragraph.key_at(i) == "در"
    ahead = range(i + 1, min(i + LONGEST_APPOSITION, stop))
    comma = next((j for j in ahead if paragraph.at(j) == "،" or j in paragraph.verbs), None)
    if told and comma and paragraph.at(comma) == "،":
        return comma  # «کارشناسان | حاضر در بازار بزرگ آب، | …»
    if not told or paragraph.key_at(i + 1) not in _FIELDS:
        return start
    i += 3
    return min(i + 2 * (paragraph.key_at(i) == "و"), stop)


def _past_place(paragraph: Paragraph, start: int, stop: int) -> int:
    """«به گفته سفارت عمان | در تهران، | …»: where the embassy is."""
    named = paragraph.key_at(start) == "در" and paragraph.at(start + 2) == "،"
    return start + 2 if named and start + 2 < stop and paragraph.keys[start + 1] in city_words() else start


def _trailing(scene: Scene, intro: Introducer, mention: Range) -> Draft | None:
    """«سدها پر است، طبق گفته وزیر.»: the credit after the clause."""
    paragraph = scene.paragraph
    first = max(scene.clause_start(intro.first), paragraph.opening)
    if paragraph.at(intro.first - 1) != "،" or paragraph.verb_in(first, intro.first) is None:
        return None
    return Draft("nominal", intro, trim(paragraph, first, intro.first), mention, mention)


def _past_apposition(paragraph: Paragraph, mention: Range, stop: int) -> int:
    """«به گفته راجر دیوان، تحلیلگر نفت در یک بانک، …»: the comma that closes the apposition."""
    one = paragraph.at(mention[1]) == "،" and paragraph.key_at(mention[1] + 1) in {"یک", "یکی"}
    # «به اعتقاد آرین دانا یکی از خلبانان ارتش، …»
    one = one or paragraph.keys[mention[1] : mention[1] + 2] == ("یکی", "از")
    limit = min(stop, mention[1] + LONGEST_APPOSITION * (1 + one))
    if one:  # «به گفته مازیار سرمد، یک ناظر بازار در شرکت «پگاه»، …»
        ahead = range(mention[1] + 2, limit)
        close = next((i for i in ahead if paragraph.at(i) == "،" or i in paragraph.verbs), mention[1])
        return close if paragraph.at(close) == "،" else mention[1]
    counted = paragraph.key_at(mention[1]).isdigit()  # «… رئیس دانشگاه آب ۹۰ درصد دانشجویان، …»
    if counted or not any(paragraph.at(i) == "،" for i in range(*mention)):
        return mention[1]
    return next((i for i in range(mention[1], limit) if paragraph.at(i) == "،"), mention[1])


def _credible(scene: Scene, intro: Introducer, mention: Range) -> bool:
    """A view («از نظر کمیت») needs a person; a relay or a wire leaves the saying to the cue after it."""
    paragraph = scene.paragraph
    # «به باور اینجانب سیاست …»، «به عقیده شخص بنده همه …»
    own = paragraph.key_at(mention[0] + (paragraph.keys[mention[0]] == "شخص")) in SPEAKERS_OWN
    if paragraph.key_at(mention[1]) == "و" and any(
        o.first == mention[1] + 1 and o.manner == "nominal" for o in scene.intros
    ):
        return False  # «بنا بر اعلام وزارت نفت و به گفته مدیر پالایشگاه، …»: the second is credited
    wire = is_of_report(intro.lemma) and not gives_report(paragraph, mention)
    if wire or own or paragraph.keys[mention[0]].startswith("خود"):
        return False  # «به اعتقاد من»: the speaker's own words inside his speech; «به قول خودتان»
    if paragraph.at(intro.first - 1) == "(" and paragraph.at(mention[1]) == ")":
        return False  # «… طلب سال گذشته است (طبق ادعای بازیکن) …»
    viewed = intro.lemma.startswith(("از ", "به نظر")) or intro.lemma.endswith("بیانیه")
    amount = paragraph.keys[mention[0]] in object_heads()  # «از نظر میزان اشتغال»
    amount = amount and not scene.known(paragraph.keys[: mention[1]], mention[0])  # «به نظر فرهنگ»: her name
    if viewed and (amount or not is_somebody(paragraph, mention, scene.known)):
        return False
    first, stop = paragraph.sentence(intro.first)
    later = [o for o in scene.intros if intro.last <= o.first < stop and o.manner == "finite"]
    later = [o for o in later if (o.cls, o.link) != ("document", "end")]  # «تراز آب بالا آمده است.»
    # «به گفته وی وزارت نیرو می‌خواهد سد را خالی کند»
    later = [o for o in later if (o.lemma, o.tense, o.link) != ("خواستن", "present", "bare")]
    beside = any(o.first <= mention[1] + 1 or o.link == ":" for o in later)
    # «بنا بر اعلام وزارت نیرو، بهرام رایان - وزیر کشور - اعلام کرد که …»: a ministry's news of a person
    told = later[0] if later and intro.lemma.endswith("اعلام") and later[0].link == "که" else None
    beside = beside or (told is not None and paragraph.verb_in(mention[1], told.first) is None)
    passed_on = intro.lemma.startswith("به نوشته") and later and later[0].cls in _REPORTING
    if passed_on and later[0].link in {"که", "bare"}:
        # «به نوشته خانه آب، استاندار گفت که سد پر است»: what it passes on is the person's
        subject = find_subject(paragraph, mention[1], later[0].first)
        alone = paragraph.verb_in(mention[1], later[0].first) is None
        beside = beside or (alone and subject is not None and is_somebody(paragraph, subject, scene.known))
    if intro.lemma == "به نقل از":
        at = max(first, paragraph.opening)
        opened = narrator_openings().at(paragraph.keys, at)
        # «طبق این گزارش به نقل از چهار منبع، …»: a report that was told of
        again = opened is not None and paragraph.keys[at + 1 : opened[0]][-2:] == ("این", "گزارش")
        # «در پی انتشار خبری به نقل از شهردار، روابط عمومی توضیح داد …»: what was spread, not what is said
        spread = intro.first > at and paragraph.keys[at : at + 2] in _AFTER
        return not later and (opened is None or again) and not spread
    return not beside
