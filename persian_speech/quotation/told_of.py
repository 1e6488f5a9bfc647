"""Paragraphs that tell of who spoke before by name or title: nobody goes on so."""

from collections.abc import Iterable, Sequence

from persian_speech.actors.knowledge import known
from persian_speech.actors.members import Member, held_once
from persian_speech.actors.people import plain
from persian_speech.actors.vocabulary import honorifics, is_given, titles
from persian_speech.quotation.first_person import PERSONS_OF_SPEECH, first_person
from persian_speech.quotation.found import Found
from persian_speech.quotation.lexicon import attributions, press
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.words import SAYING

FARTHEST_TITLE = 12  # tokens from a paragraph's beginning to its title's end
_BY = frozenset({"اساس", "براساس", "پایه", "برپایه", "طبق"})
_FIGURES = frozenset({"دادههای", "امار", "گزارش", "اطلاعات", "برآورد", "براورد"})
LONGEST_OFFICE = 5  # words
LONGEST_ADDRESS = 3  # words of «حضرت آیت الله»
NAME = 4  # words of a name before its title
SHORTEST_TITLE = 8  # letters of a title that tells whose it is


def tells_of(paragraph: Paragraph, last: Found) -> bool:
    """«دانا: سد پر است» and, below, «دانا و وزیر نیرو …»: no person tells of himself by name."""
    member, at = last.attribution.member, paragraph.opening
    if member is None or not paragraph.is_word(at + 1):
        return False
    if _by_figures_of(paragraph, at, member.names) or _credited(paragraph, member.names):
        return True
    if member.kind != "body" and _calls(paragraph, member.names):
        return True
    if member.kind == "body":  # «وزارت نیرو: …» and, below, «سخنگوی وزارت نیرو … گفت»
        spoken = paragraph.key_at(at) == "سخنگوی" and bool(paragraph.cues)
        spoken = spoken and any(_stands_near(paragraph, at + 1, name) for name in member.names)
        return spoken or _is_paper_again(paragraph, at, member.names)
    named = any(name[-1] == plain(paragraph.key_at(at)) for name in member.names)
    # «رایان: …» and, below, «بهرام رایان، اعلام کرد سد پر است»
    # «ترامپ: …» and, below, «دونالد ترامپ، رئیس‌جمهور آمریکا، آماده است»
    full = is_given(paragraph.key_at(at)) and (bool(paragraph.cues) or paragraph.key_at(at + 2) == "،")
    named = named or (full and any(name[-1] == paragraph.key_at(at + 1) for name in member.names))
    named = named or any(_stands_near(paragraph, at, title) for title in member.titles)
    titled = named or paragraph.keys[at : at + 1] in member.titles or _by_office(paragraph, at, member)
    return named or (titled and _narrated(paragraph, at))


def _by_office(paragraph: Paragraph, at: int, member: Member) -> bool:
    """«پزشکیان: …» and, below, «رئیس‌جمهور … بر ساخت سد تأکید کرد»: the office that who spoke holds."""
    stretches = (paragraph.keys[at : at + size] for size in range(LONGEST_OFFICE, 0, -1))
    title = next((words for words in stretches if known().office(words)), None)
    return title is not None and held_once(member, title)


def _credited(paragraph: Paragraph, names: Iterable[Sequence[str]]) -> bool:
    """«مکث می‌کند. به گفته دانا، …» below what Dana has answered: the narrator's."""
    may = (i for i, flag in enumerate(paragraph.flags) if flag & SAYING and i not in paragraph.quoted)
    ends = (found[0] for i in may if (found := attributions().at(paragraph.keys, i)) is not None)
    return any(paragraph.key_at(end) == name[-1] for end in ends for name in names)


def _calls(paragraph: Paragraph, names: Iterable[Sequence[str]]) -> bool:
    """«این کار آیت‌الله رایان را آزرد» below his letter: a form of address, and his surname."""
    keys = paragraph.keys
    surnames = frozenset(name[-1] for name in names if name)
    at = (i for i, key in enumerate(keys) if key in surnames and i > 0 and i not in paragraph.quoted)
    return any(next(honorifics().ending(keys, i, max(i - LONGEST_ADDRESS, 0)), None) for i in at)


def _stands_near(paragraph: Paragraph, first: int, title: Sequence[str]) -> bool:
    """«شهردار مهران: …» and, below, «سارا دانا شهردار مهران …»: the title within a name's words.

    «رئیس جمهور …» alone tells of no one: many hold it.
    """
    whole = (titles().at(title, 0) or (0,))[0] == len(title)
    words, joined = paragraph.keys[first : first + FARTHEST_TITLE], "".join(title)
    return (
        len(title) > 1
        and len(joined) >= SHORTEST_TITLE
        and any(
            "".join(words[i:]).startswith(joined) and all(map(str.isalpha, words[: i - comma]))
            for i in range(whole, NAME + 1)
            for comma in (words[max(i - 1, 0) : i] == ("،",),)
        )
    )


def _is_paper_again(paragraph: Paragraph, at: int, names: Iterable[Sequence[str]]) -> bool:
    """«پگاه‌نیوز: سد پر است» and, below, «شبکه پگاه‌نیوز در گزارشی …»: a paper does not tell of itself."""
    head = press().at(paragraph.keys, at)
    if head is None:
        return False
    words = paragraph.keys[at : at + FARTHEST_TITLE]
    return any(words[i : i + len(name)] == tuple(name) for name in names for i in (0, 1))


def _by_figures_of(paragraph: Paragraph, at: int, names: Iterable[Sequence[str]]) -> bool:
    """«پگاه: قایق‌ها کم شد» and, below, «بر اساس داده‌های مؤسسه «پگاه»، …»"""
    at += paragraph.key_at(at) == "بر"
    if paragraph.key_at(at) not in _BY or paragraph.key_at(at + 1) not in _FIGURES:
        return False
    words = paragraph.keys[at : at + FARTHEST_TITLE]
    return any(name[-1] in words for name in names)


def _narrated(paragraph: Paragraph, at: int) -> bool:
    """«استاندار: زمین هست» and, below, «استاندار … از بنیاد مسکن خواست …»: a past cue, no first person."""
    told = any(cue.form.tense == "past" for cue in paragraph.cues)
    spoken = first_person(paragraph, at, len(paragraph)) or not PERSONS_OF_SPEECH.isdisjoint(paragraph.keys)
    return told and not spoken


def sets_scene(paragraph: Paragraph, following: Sequence[Paragraph], teller: Sequence[str]) -> bool:
    """«شهردار: سد پر است» and, below, «🔹 سد سال‌ها خالی بود.» and «🔹 بهرام رایان، شهردار، گفت: …»"""
    after = next((each for each in following if each.has_word(0, len(each))), None)
    if after is None or not teller or first_person(paragraph, paragraph.opening, len(paragraph)):
        return False
    cue = next((cue.first for cue in after.cues if after.at(cue.last) == ":"), after.opening)
    words = frozenset(after.keys[after.opening : cue])
    return frozenset(teller) <= words and words.isdisjoint({"هم", "نیز"})
