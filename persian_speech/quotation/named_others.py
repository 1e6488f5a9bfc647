"""Whether somebody else is named where a cue's subject should stand: then who spoke last does not go on."""

from persian_speech.actors.cast import Cast
from persian_speech.actors.knowledge import known
from persian_speech.actors.members import Member, held_once
from persian_speech.actors.phrases import after_honorifics
from persian_speech.actors.plain import ends_name
from persian_speech.actors.vocabulary import common_words, is_given, surnames, titles
from persian_speech.quotation.clauses import Range
from persian_speech.quotation.marks import OPENING_MARKS
from persian_speech.quotation.noun_phrases import phrase_end
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.scene import Draft
from persian_speech.quotation.somebody import KnownSpeaker

# What may stand before a subject: «در شهر نیز بهرام رایان …», «خصوصاً اینکه بهرام رایان …».
_BEFORE = frozenset({"نیز", "هم", "که", "اینکه", "،", "»"}) | OPENING_MARKS
_TOWARDS = frozenset({"با", "به", "از", "نزد", "برای"})
Words = tuple[str, ...]
LEAST_HIDDEN = 4  # tokens of an office and its object
_SIZE = 2  # words of a given name and a surname


def names_another(paragraph: Paragraph, draft: Draft, last: Member) -> bool:
    """«در مسکو نیز «بهرام رایان» وزیر آب گفته است»: not whoever spoke before him."""
    if draft.intro is None:
        return False
    keys, (first, end) = paragraph.keys, (draft.clause[0], draft.intro.first)
    starts = (i for i in range(first, end - 1) if i == first or paragraph.at(i - 1) in _BEFORE)
    names = (name for i in starts if (name := _name(keys[:end], i)))
    return any(_is_another(last, keys[slice(*name)]) and not _is_object(keys, name[1]) for name in names)


def opens_with_title(paragraph: Paragraph, draft: Draft, known_speaker: KnownSpeaker) -> bool:
    """«نماینده دادستان عکس‌های صحنه را نشان داد و گفت»: a new title, which is not who spoke last."""
    if draft.intro is None or draft.intro.manner != "finite" or draft.manner.form == "predicative":
        return False
    first, cue = paragraph.opening, draft.intro.first
    head = titles().at(paragraph.keys[:cue], first)
    if head is None or head[1] == "group" or "را" not in paragraph.keys[first:cue]:
        return False
    end = phrase_end(paragraph, first, cue)
    told = end - first >= LEAST_HIDDEN and not known_speaker(paragraph.keys[:end], first)
    return told and paragraph.key_at(end) == "را" and paragraph.verb_in(end, cue) is not None


def meets_title(cast: Cast, paragraph: Paragraph, mention: Range) -> bool:
    """«شهردار گفت …» and then «کاوه دانا با شهردار دیدار کرد»: whom he meets he is not."""
    member = cast.subject or cast.teller
    if member is None or member.names or not member.titles:
        return False
    keys, ends = paragraph.keys, range(mention[1] + 1, paragraph.sentence(mention[0])[1])
    places = [i for i in ends if keys[i - 1] in _TOWARDS]
    return any(keys[i : i + len(title)] == title for i in places for title in member.titles)


def _is_another(last: Member, name: Words) -> bool:
    """Whether a name is not the member's; who has but a title is another where nobody of the name held it."""
    joined, mine = "".join(name), {"".join(own) for own in last.names}
    if mine:
        return not any(word in one for one in mine for word in (joined, name[-1]))
    offices = [title for title in last.titles if known().office(title)]
    return bool(offices) and not any(
        held_once(Member("name", names=[name, name[-1:]]), title) for title in offices
    )


def _name(keys: Words, i: int) -> tuple[int, int] | None:
    """A given name and a surname from ``i`` on; behind a form of address a surname is enough."""
    at = i + after_honorifics(keys[i:], 0)
    if at > i and keys[at] in surnames() and keys[at] not in common_words():
        return at, at + 1
    if len(keys) - at < _SIZE:
        return None
    if any(bearing == "full" for _, bearing in known().bearers(keys[at : at + _SIZE])):
        return at, at + _SIZE
    if not is_given(keys[at]) or keys[at] in common_words():
        return None
    surname = keys[at + 1]
    plain = not surname.isalpha() or ends_name(keys, at + 1) or titles().at(keys, at + 1) is not None
    return None if plain else (at, at + _SIZE)


def _is_object(keys: Words, end: int) -> bool:
    """«بهرام رایان را … دانست»"""
    return "را" in keys[end : end + _SIZE]
