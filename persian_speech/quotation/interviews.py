"""Interviews: questions put to a speaker are no quotations, and who was asked answers."""

from collections.abc import Sequence
from itertools import pairwise

from persian_speech.actors.knowledge import known
from persian_speech.actors.members import Reference
from persian_speech.actors.vocabulary import bodies, is_given, titles
from persian_speech.quotation.clauses import Range
from persian_speech.quotation.cues import is_talk
from persian_speech.quotation.lexicon import pronouns, replies, talks
from persian_speech.quotation.noun_phrases import phrase_end
from persian_speech.quotation.page_lines import is_boilerplate
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.referring import refer
from persian_speech.quotation.relays import is_press
from persian_speech.quotation.scene import LABEL, Draft
from persian_speech.quotation.somebody import KnownSpeaker, is_somebody
from persian_speech.quotation.subjects import find_subject
from persian_speech.text.letters import DASHES

_ASKS = frozenset({"پرسیدن", "سوال کردن", "سؤال کردن", "سئوال کردن"})
_WAS_ASKED = frozenset({"پرسیدهشد", "سوالشد", "سوالکردند", "پرسیدند"})
_SQUARES = frozenset("■□▪◾◽●○◆◇")  # above a printed interview's questions
HEADS = 3  # paragraphs among which the line that names the guest stands
LONGEST, LONGEST_UNNAMED = 40, 20  # tokens from «با» and a name, or another word, to the talk
LONGEST_TALK = 6  # tokens of «گفت و گوی اختصاصی پگاه با»
_READ = frozenset({"میخوانید", "میخوانیم"})
_BELOW = frozenset({"ادامه", "زیر", "پی", "پیش"})
_RESULTS = frozenset({"ماحصل", "حاصل", "مشروح", "متن"})
_AS_FOLLOWS = frozenset({("شرح", "زیر"), ("بدین", "شرح"), ("این", "شرح"), ("شرح", "ذیل")})
FARTHEST_READ = 8  # tokens of «در ادامه آن را می‌خوانید.»
LONGEST_ANNOUNCED = 24  # tokens of «ماحصل گفت‌وگوی ما را با دانا، مدیر سد، می‌خوانید.»
LONGEST_HEARSAY = 18  # tokens
LONGEST_ANSWERING = 12  # tokens of a name and office before their colon
_HEARD = frozenset({"شنیدهایم", "شنیدهام", "شنیدیم", "میگویند", "گویا", "ظاهرا", "گفتهاند"})
LEAST_PUT = 3  # tokens of «از دانا سوال شد»
_TALKED = frozenset({"نشستیم", "کردیم", "کردهایم", "داشتیم", "داشتهایم", "پرداختیم", "پرداختهایم"})
_ENDS_GUEST = frozenset({"را", "می", "میخوانید", "بدین"})  # «گفت‌وگو با دانا | می‌خوانید»
_YOU = frozenset({"شما", "جنابعالی", "حضرتعالی", "نظرتان", "شمارا"})
_INTERVIEWERS = frozenset({"خبرنگار", "خبرنگاری", "مجری", "گزارشگر"})
_QUESTIONS = frozenset({"س", "سوال", "سئوال", "پرسش"})  # «س: … / ج: …»


def is_asked_below(paragraph: Paragraph, following: Sequence[Paragraph]) -> bool:
    """«* سد کی پر می‌شود؟», «* پس سد پر است.» and, on the next line, «- تا پاییز.»: what is asked."""
    after = next((each for each in following if not is_boilerplate(each)), None)
    if paragraph.bullets == 0 or paragraph.at(0) in DASHES or after is None:
        return False
    if after.bullets:
        return after.at(0) in DASHES
    # «■ سد کی پر می‌شود؟» and, on a plain line, «تا پاییز.»
    return paragraph.at(len(paragraph) - 1) == "؟" and not after.cues and paragraph.at(0) in _SQUARES


def _talk(keys: Sequence[str], i: int) -> bool:
    """«گفت‌وگو», «گفت و گویی», «مصاحبه‌ای»"""
    return keys[i] in talks() or is_talk(keys, i) or tuple(keys[i : i + 3]) == ("گفت", "و", "گویی")


def _may_talk(keys: Sequence[str]) -> bool:
    """Whether «گفت‌وگو», or the first half of «گفت و گو», stands among the words."""
    return "گفت" in keys or not talks().isdisjoint(keys)


def announces(paragraph: Paragraph) -> bool:
    """«با سارا دانا گفت‌وگویی داشته‌ایم که در ادامه می‌خوانید.», «متن این گفت‌وگو به شرح زیر است:»"""
    keys = paragraph.keys[-FARTHEST_READ:]
    reads = not _READ.isdisjoint(keys) or ("می", "خوانید") in pairwise(keys)
    told = not _BELOW.isdisjoint(keys) or not _RESULTS.isdisjoint(paragraph.keys[-LONGEST_ANNOUNCED:])
    reads = reads and told
    reads = reads or ("شرح" in keys and not _AS_FOLLOWS.isdisjoint(pairwise(keys)))
    return reads and any(_talk(paragraph.keys, i) for i in range(len(paragraph)))


def is_asked_on(following: Sequence[Paragraph]) -> bool:
    """Whether questions stand on lines of their own below: an interview is read there."""
    return sum(map(asks, following)) > 1


def is_addressed(paragraph: Paragraph, following: Sequence[Paragraph]) -> bool:
    """«شما چه کردید؟» and, further below, «نظرتان چیست؟»: lines of an interview, no report's headings."""
    return _asks_you(paragraph) and any(map(_asks_you, following))


def _asks_you(paragraph: Paragraph) -> bool:
    """«برنامه شما چیست؟», «چه کردید؟»; «- شما چه دیدید؟» is a line of a story's talk."""
    if paragraph.at(len(paragraph) - 1) != "؟" or paragraph.at(0) in DASHES:
        return False
    return not _YOU.isdisjoint(paragraph.keys) or any(form.person == 2 for form in paragraph.verbs.values())


def is_put(paragraph: Paragraph, following: Sequence[Paragraph]) -> bool:
    """«سد کی پر می‌شود؟» on a line of its own, and somebody's answer below."""
    return asks(paragraph) and any(not is_boilerplate(each) for each in following)


def asks(paragraph: Paragraph) -> bool:
    """«سد کی پر می‌شود؟», «ایسنا: …؟», «رویترز: …؟», «از باران بگویید.»"""
    mark, colons = paragraph.at(len(paragraph) - 1), paragraph.tokens.texts[paragraph.opening :].count(":")
    if mark == "؟":
        return colons == 0 or is_papers(paragraph)
    bids = colons == 0 and mark == "." and len(paragraph) - 2 in paragraph.verbs
    return bids and paragraph.verbs[len(paragraph) - 2].person == 2


def is_hearsay(paragraph: Paragraph) -> bool:
    """«شنیده‌ایم سد خالی است.», «می‌گویند سد پر است.»: one sentence that the interviewer puts to the guest."""
    alone = paragraph.sentence(paragraph.opening)[1] == len(paragraph) <= LONGEST_HEARSAY
    return alone and paragraph.stopped and paragraph.key_at(paragraph.opening) in _HEARD


def is_reporters(paragraph: Paragraph) -> bool:
    """«با بهمن دادفر به گفت‌وگو نشستیم.»، «… از دانا سوال شد: … چیست؟»: not the last speaker's words."""
    told = paragraph.last_words(0, len(paragraph))
    talked = told[-1:] != () and told[-1] in _TALKED and told[0] in talks() | {"گو", "گویی"}
    return talked or announces(paragraph) or put_to(paragraph) is not None


def put_to(paragraph: Paragraph) -> Range | None:
    """«این گزارش حاکی است از دانا سوال شد: …»: who is asked."""
    at = paragraph.tokens.texts.index(":") if ":" in paragraph.tokens.texts else 0
    if at <= LEAST_PUT or "".join(paragraph.keys[at - 2 : at]) not in _WAS_ASKED:
        return None
    source = next((i for i in range(at - 3, max(at - LABEL * 2, -1), -1) if paragraph.keys[i] == "از"), None)
    if source is None:
        return None
    end = phrase_end(paragraph, source + 1, at - 2)
    return (source + 1, end) if end > source + 1 else None


def is_askers(paragraph: Paragraph) -> bool:
    """«خبرنگار: ایران می‌گوید سد پر است؛ چه می‌کنید؟»"""
    first = paragraph.opening
    label = paragraph.at(first + 1) == ":"
    return label and (paragraph.keys[first] in _INTERVIEWERS or paragraph.keys[first] in _QUESTIONS)


def is_papers(paragraph: Paragraph) -> bool:
    """«رویترز: چه می‌کنید؟»"""
    first = paragraph.opening
    labelled = paragraph.at(first + 1) == ":" and paragraph.at(len(paragraph) - 1) == "؟"
    return labelled and is_press(paragraph.keys[first : first + 1])


def is_lettered_question(paragraph: Paragraph) -> bool:
    """«س: سد کی پر می‌شود؟», and below «ج: تا پاییز.»"""
    return is_askers(paragraph) and paragraph.keys[paragraph.opening] in _QUESTIONS


def interviewee(paragraph: Paragraph, number: int, met: KnownSpeaker) -> Reference | None:
    """«با سارا دانا مدیر سد گفت‌وگو کرده‌ایم.»: who answers below; ``number`` is the paragraph's."""
    keys = paragraph.keys
    if not _may_talk(keys):
        return None
    heads = number < HEADS and not paragraph.cues and not paragraph.stopped
    named = _heading_guest(paragraph, met) if heads and paragraph.at(len(keys) - 1) == ":" else None
    titled = heads and _talk(keys, paragraph.opening)  # «گفت‌وگو با سارا دانا، مدیر سد»
    guest = _guest_of_talk(paragraph) if titled or announces(paragraph) else None
    guest = named or guest or _guest_before_talk(paragraph, met)
    return refer(paragraph, guest, number) if guest and is_somebody(paragraph, guest, met) else None


def _guest_before_talk(paragraph: Paragraph, met: KnownSpeaker) -> Range | None:
    """«با سارا دانا مدیر سد گفت‌وگو کرده‌ایم.», «سارا دانا مدیر سد است. با او گفت‌وگو کرده‌ایم.»"""
    keys = paragraph.keys
    for i in (i for i, word in enumerate(keys[:-2]) if word == "با"):
        reach = LONGEST if is_given(keys[i + 1]) else LONGEST_UNNAMED
        ahead = range(i + 2, min(i + reach, len(keys)))
        talk = next((j for j in ahead if _talk(keys, j)), None)
        mention = find_subject(paragraph, i + 1, talk) if talk else None
        if mention is not None and pronouns().at(keys, mention[0]):
            return find_subject(paragraph, paragraph.opening, i)
        if mention is not None and mention[0] == i + 1 and is_somebody(paragraph, mention, met):
            return mention
    return None


def _guest_of_talk(paragraph: Paragraph) -> Range | None:
    """Who stands after «گفت‌وگو با», «مصاحبه اختصاصی پگاه با»."""
    keys = paragraph.keys
    talk = next((i for i in range(paragraph.opening, len(keys)) if _talk(keys, i)), len(keys))
    if "با" not in keys[talk : talk + LONGEST_TALK]:
        return None
    start = keys.index("با", talk) + 1
    stops = (i for i in range(start, len(keys)) if keys[i] in _ENDS_GUEST)
    mention = find_subject(paragraph, start, next(stops, len(keys)))
    return mention if mention and mention[0] == start else None


def guest_in_talk(paragraph: Paragraph, number: int, met: KnownSpeaker) -> Reference | None:
    """Who may be asked below: «سارا دانا در گفت‌وگو با پگاه …», so far no more than who is quoted."""
    told = number <= HEADS and _may_talk(paragraph.keys)
    guest = _guest_in_talk(paragraph) if told else None
    return refer(paragraph, guest, number) if guest and is_somebody(paragraph, guest, met) else None


def _guest_in_talk(paragraph: Paragraph) -> Range | None:
    """«سارا دانا در گفت‌وگو با پگاه», «روزنامه پگاه در گفت‌وگویی با | سارا دانا»: who is no body."""
    keys = paragraph.keys
    talk = next((i for i in range(paragraph.opening + 1, len(keys)) if _is_in_talk(keys, i)), None)
    if talk is None or "با" not in keys[talk : talk + LONGEST_TALK]:
        return None
    host = find_subject(paragraph, paragraph.sentence(talk)[0], talk - 1)
    if host is not None and not (is_press(keys[slice(*host)]) or bodies().at(keys, host[0])):
        return host
    beside = keys.index("با", talk) + 1
    return beside, phrase_end(paragraph, beside, len(keys))


def _is_in_talk(keys: Sequence[str], i: int) -> bool:
    return keys[i - 1] == "در" and _talk(keys, i)


def _heading_guest(paragraph: Paragraph, met: KnownSpeaker) -> Range | None:
    """«سارا دانا، مدیر سد، در گفت‌وگو با پگاه:» on a line of its own."""
    keys, first = paragraph.keys, paragraph.opening
    talk = next((i for i in range(first + 2, len(keys)) if _is_in_talk(keys, i)), None)
    mention = find_subject(paragraph, first, talk - 1) if talk else None
    told = mention is not None and mention[0] == first and is_somebody(paragraph, mention, met)
    return mention if told else None


def is_question(found: Draft, paragraph: Paragraph, following: Sequence[Paragraph]) -> bool:
    """«همیار: نخستین یوز را کی دیدید؟», then another's line: the interviewer's question is not counted."""
    if paragraph.at(found.content[1] - 1) != "؟" or found.mention is None or paragraph.bullets:
        return False
    return _answered(paragraph.keys[slice(*found.mention)], following)


def is_asked_under(label: Sequence[str], paragraph: Paragraph, following: Sequence[Paragraph]) -> bool:
    """«خبرنگار پگاه:» on a line of its own, «سد کی پر می‌شود؟» and another's label below."""
    return paragraph.at(len(paragraph) - 1) == "؟" and _answered(label, following)


def is_strangers(paragraph: Paragraph, following: Sequence[Paragraph]) -> bool:
    """«🔴 پیمان دوست پگاه: چرا؟» and, below, «🔴 شهردار: …»: who asks, though nobody has told of him."""
    first = paragraph.opening
    if paragraph.at(len(paragraph) - 1) != "؟":
        return False
    colon = next((i for i in range(first + 1, first + LABEL) if paragraph.at(i) == ":"), first)
    named = first < colon and paragraph.verb_in(first, colon) is None
    return named and _answered(paragraph.keys[first:colon], following)


def _answered(label: Sequence[str], following: Sequence[Paragraph]) -> bool:
    """Whether another's label stands below, and this is none who is himself a guest."""
    after = next((each for each in following if not is_boilerplate(each)), None)
    reach = LONGEST_ANSWERING if is_press(label) else LABEL  # «سارا دانا، نماینده ناتو: …» answers a paper
    colon = next((i for i in range(min(reach, len(after))) if after.at(i) == ":"), 0) if after else 0
    if after is None or colon == 0 or after.keys[:colon] == tuple(label) or after.cues[:1]:
        return False
    return after.key_at(colon + 1) in replies() or not _named_office(label)


def _named_office(label: Sequence[str]) -> bool:
    """«نماینده شاکی: …؟» in a trial is a side, «ترامپ: …؟» a guest: not the one who keeps the talk going."""
    if label[0] in _INTERVIEWERS:
        return False  # «مجری پگاه: …؟»
    return titles().at(label, 0) is not None or bool(known().bearers(label))


def is_interview(draft: Draft, paragraph: Paragraph, mention: Range | None) -> bool:
    """«خبرنگار پگاه پرسید: …؟»: a question put to the speaker."""
    if draft.intro is None or draft.intro.lemma not in _ASKS:
        return False
    return mention is not None and paragraph.keys[mention[0]] in _INTERVIEWERS


def asked(paragraph: Paragraph, first: int, last: int) -> Range | None:
    """«از درویش درباره دستمزد پرسیده شد.»: who is asked will answer."""
    words = paragraph.keys[first:last]
    put = put_to(paragraph)
    if put is not None and first <= put[0] < last:
        return put
    verbs = (i + (two in _WAS_ASKED) for i, (one, two) in enumerate(pairwise(words), first)
             if not _WAS_ASKED.isdisjoint({one + two, two}))  # fmt: skip
    put_at = next(verbs, None) if words[:1] == ("از",) else None
    if put_at is None:
        return None
    end = phrase_end(paragraph, first + 1, put_at)  # «از درویش سوال شد آیا …»
    return (first + 1, end) if end > first + 1 else None
