"""Where the narrator comes back by calling the one who speaks by surname or office."""

from collections.abc import Sequence

from persian_speech.actors.casting import ITS_PLACE
from persian_speech.actors.phrases import DEMONSTRATIVES, HUMAN, INDEFINITES, after_honorifics, parts
from persian_speech.actors.plain import NUMERALS
from persian_speech.actors.vocabulary import common_words, honorifics, titles
from persian_speech.quotation.clauses import Range
from persian_speech.quotation.first_person import PERSONS_OF_SPEECH, first_person
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.lexicon import press
from persian_speech.quotation.marks import OPENING_MARKS
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.somebody import KnownSpeaker, after_adverbs, is_somebody
from persian_speech.quotation.subjects import find_subject

_WHILE_SO = ("این", "در", "حالی", "است", "که")
_BEFORE_HIM = (("پیش", "از", "او"), ("پیش", "از", "وی"))
IN_PASSING = (("پیش", "از", "این"), *_BEFORE_HIM, _WHILE_SO)
_TOO = frozenset({"نیز", "همچنین", "هم", "اما"})
_FURTHER = frozenset({("در", "ادامه"), ("در", "پایان")})
_REACTING, _AGAINST = ("در", "واکنش", "به", "این"), ("در", "مقابل")
_BEFORE = frozenset({"پیشتر", "قبلا"})
_BEFORE_THIS = frozenset({("پیش", "از", "این"), ("پیش", "از", "ان"), ("قبل", "از", "این")})
LEAST_OFFICE = 2  # words of «رئیس بنیاد»
LEAST_TOO = 2  # tokens of «دانا نیز»
STRONG_PRONOUNS = frozenset({"وی", "نامبرده", "مشارالیه", "معظمله"})


def reports(intro: Introducer) -> bool:
    """Whether the cue reports what is said, and does not only tell of talk."""
    # «آنها بر ادامه کار تأکید کردند.»
    sums_up = intro.link == "end" and intro.tense == "past" and intro.number == "pl"
    return intro.manner == "participial" or intro.link in {":", "که", "«"} or "p" in intro.frames or sums_up


def goes_on_telling(paragraph: Paragraph, intro: Introducer) -> bool:
    """«افزود», «یادآور شد», «معتقد است»: what the narrator says of one who is speaking."""
    holds = intro.cls == "believe" and paragraph.keys[intro.last - 1] == "است"
    return holds or (intro.cls in {"add", "stress"} and intro.tense == "past")


def speaker_again(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«سیمین بهادری گفت: سقف چکه می‌کند. بهادری افزود که …»: nobody calls himself by surname or office.

    «سیمین بهادری رئیس بنیاد مسکن گفت: …. رئیس بنیاد خبر داد که …», «… رئیس این بنیاد از دولت خواست …»
    """
    cues = [intro.first for intro in intros if _says_past(intro)]
    i = after_adverbs(paragraph, first, last) if cues else last
    return i < last and is_speaker_again(paragraph, i, *cues)


def is_speaker_again(paragraph: Paragraph, i: int, *verbs: int) -> bool:
    """Whether the subject of one of these verbs, which begins at ``i``, is who spoke before the colon."""
    speaker = speaker_named(paragraph, i)
    if not speaker:
        return False
    told = (find_subject(paragraph, i, verb) for verb in verbs)
    subject = next((found for found in told if found is not None), None)
    if subject is None or subject[0] != i:
        return False
    called = parts(speaker)
    surname = paragraph.keys[i] in speaker[slice(*called.name)][1:]
    again = paragraph.keys[slice(*subject)]
    return surname or again == speaker or _is_office_again(again, speaker[slice(*called.title)])


def _is_office_again(again: Sequence[str], office: Sequence[str]) -> bool:
    """«رئیس بنیاد مسکن», «رئیس بنیاد» or «رئیس این بنیاد» of «رئیس بنیاد مسکن»."""
    words = tuple(word for word in again if word not in DEMONSTRATIVES)
    if words[-1:] and words[-1] in ITS_PLACE:
        words = words[:-1]  # «فرمانده انتظامی استان»
    return len(words) >= LEAST_OFFICE and words == tuple(office[: len(words)])


def called_again(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«سیمین بهادری گفت: سقف چکه می‌کند. خانم بهادری از مردم خواست …»: nobody calls himself so.

    «سیمین بهادری، معلم روستا، گفت: … خانم معلم دفترش را بست.»
    """
    if honorifics().at(paragraph.keys[:last], first) is None:
        return False
    at = after_honorifics(paragraph.keys[:last], first)
    if at == first or first_person(paragraph, first, last):
        return False
    speaker = speaker_named(paragraph, at)
    if not speaker:
        return False
    told = parts(speaker)
    surname = paragraph.keys[at] in speaker[slice(*told.name)][1:]
    return surname or paragraph.keys[at] in speaker[told.title[0] : told.title[0] + 1]


def speaker_named(paragraph: Paragraph, i: int) -> Sequence[str]:
    """Who said what stands before token ``i``, if that word stands before the colon too."""
    before = before_colon(paragraph, i)
    named = paragraph.keys[i] in before
    return _speaker_before(paragraph, paragraph.opening + len(before)) if named else ()


def before_colon(paragraph: Paragraph, first: int) -> Sequence[str]:
    """The paragraph's words up to its first colon, if one stands before ``first``."""
    colon = next((j for j in range(paragraph.opening, first) if paragraph.at(j) == ":"), paragraph.opening)
    return paragraph.keys[paragraph.opening : colon]


def _speaker_before(paragraph: Paragraph, colon: int) -> Sequence[str]:
    """Who says what stands after the colon; for «وی» or «او» the subject of the sentence before."""
    start = max(paragraph.sentence(colon)[0], paragraph.opening)
    subject = find_subject(paragraph, start, colon)
    if subject and start > paragraph.opening and paragraph.keys[subject[0]] in STRONG_PRONOUNS | HUMAN:
        subject = find_subject(paragraph, max(paragraph.sentence(start - 1)[0], paragraph.opening), start)
    return paragraph.keys[slice(*subject)] if subject else ()


def asks_of(paragraph: Paragraph, first: int, intro: Introducer) -> bool:
    """«او از مردم خواست …», «این مقام از شهردار درخواست کرد …»: the cue of a request, and whom he asks."""
    if intro.cls != "ask" or (intro.manner, intro.tense) != ("finite", "past"):
        return False
    spoken = first_person(paragraph, first, intro.first)
    return "از" in paragraph.keys[first : intro.first] and not spoken


def _says_past(intro: Introducer) -> bool:
    # «استاندار از وزیر خواست …», «استاندار مکرراً اعلام کرده سد پر است»
    bare = intro.link == "bare" and intro.cls in {"state", "believe"}
    told = reports(intro) or intro.cls == "ask" or bare
    return told and intro.manner != "nominal" and intro.tense != "imperfect"


def another_too(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«… گفت: سد پر است. کاوه دانا مدیر سد نیز گفت سد امن است.»: somebody, «نیز» or «اما», and the cue.

    «مدیر سد در واکنش به این سخنان هشدار داد که …», «در مقابل، مدیر سد هشدار داد که …»
    """
    opposed = paragraph.keys[first : first + 2] == _AGAINST
    tenses = ("past", "present") if opposed else ("past",)
    for intro in intros:
        told = reports(intro) or (intro.manner, intro.link) == ("finite", "bare")
        if not told or intro.manner != "finite" or intro.first - first < LEAST_TOO:
            continue
        if intro.tense not in tenses:
            continue
        subject = find_subject(paragraph, first, intro.first)
        opens = after_adverbs(paragraph, first, last)
        opens -= opens > first and paragraph.at(opens - 1) in OPENING_MARKS  # ««کاوه دانا» مدیر سد نیز …»
        if subject is None or subject[0] != opens:
            continue
        if not _is_narrated(paragraph, subject, intro):
            continue
        # «همتای عراقی او پیشنهاد داد که …»
        against = opposed or paragraph.keys[subject[0]] == "همتای"
        if not against and not _beside_another(paragraph, subject[1] + (paragraph.at(subject[1]) == "،")):
            continue
        spoken = first_person(paragraph, first, intro.first)
        spoken = spoken or not PERSONS_OF_SPEECH.isdisjoint(paragraph.keys[first : intro.first])
        return not spoken and is_somebody(paragraph, subject, known)
    return False


def _is_narrated(paragraph: Paragraph, subject: Range, intro: Introducer) -> bool:
    """Not «رهبر … هم در پیام خود بر این کار تأکید نمودند»: the narrator tells of one in the singular."""
    keys, (first, last) = paragraph.keys, subject
    if intro.lemma == "معرفی کردن" or (intro.lemma == "خواستن" and "از" not in keys[last : intro.first]):
        return False
    group = titles().at(keys[:last], first)
    many = keys[first] in INDEFINITES | NUMERALS or (group is not None and group[1] == "group")
    return intro.number == "sg" or many


def _beside_another(paragraph: Paragraph, i: int) -> bool:
    """«نیز», «اما», «در واکنش به این», «در ادامه»"""
    return (
        paragraph.key_at(i) in _TOO
        or paragraph.keys[i : i + 2] in _FURTHER
        or paragraph.keys[i : i + len(_REACTING)] == _REACTING
    )


def _was_said_before(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«وزیر نیرو پیش از این اعلام کرده بود که …», «مهاجرانی پیش‌تر گفته بود …»"""
    told = next((intro for intro in intros if intro.tense == "pluperfect"), None)
    if told is None:
        return False
    subject = find_subject(paragraph, first, told.first)
    if subject is None or subject[0] != after_adverbs(paragraph, first, last):
        return False
    between = paragraph.keys[subject[1] : told.first]
    earlier = not _BEFORE.isdisjoint(between) or between[:3] in _BEFORE_THIS
    earlier = (
        earlier or press().at(paragraph.keys, subject[0]) is not None
    )  # «روزنامه پگاه دیروز نوشته بود …»
    alone = subject[1] - subject[0] == 1 and paragraph.keys[subject[0]] not in common_words()
    return earlier and (alone or is_somebody(paragraph, subject, known))


def said_before(
    paragraph: Paragraph, first: int, last: int, intros: Sequence[Introducer], known: KnownSpeaker
) -> bool:
    """«پیش‌تر وزیر نیرو گفته بود که سد پر است.», «این در حالی است که … اعلام کرده بود …»"""
    if _was_said_before(paragraph, first, last, intros, known):
        return True
    opens = paragraph.keys[first] in _BEFORE
    opens = opens or any(paragraph.keys[first : first + len(words)] == words for words in IN_PASSING)
    told = next((intro for intro in intros if intro.tense == "pluperfect"), None) if opens else None
    if told is None:
        return False
    at = first + len(_WHILE_SO) * (paragraph.keys[first : first + len(_WHILE_SO)] == _WHILE_SO)
    at += 3 * (paragraph.keys[first : first + 3] in _BEFORE_HIM)
    subject = find_subject(paragraph, at, told.first)
    return subject is not None and is_somebody(paragraph, subject, known)
