"""Subject and object of «X … را … خواند»: where the one ends and the other begins.

With a comma, an adverb or a phrase between them that is plain; without, the subject's noun
phrase is cut where a known speaker, a body's name or a whole title ends in it.
"""

from persian_speech.actors.phrases import (
    DEMONSTRATIVES,
    INDEFINITES,
    after_honorifics,
    bodies,
    common_words,
    given_names,
    parts,
    titles,
)
from persian_speech.quotation.ends import KnownSpeaker, is_somebody
from persian_speech.quotation.lexicon import adverbs, prepositions, pronouns
from persian_speech.quotation.paragraph import OPENING_MARKS, Paragraph
from persian_speech.quotation.subjects import find_subject

Range = tuple[int, int]
_REGIONS = frozenset({"استان", "کشور", "کشورمان", "شهر", "شهرستان"})
# Titles that need no complement: «رئیس جمهور تحریم‌ها را … خواند».
WHOLE_TITLES = ("رئیسجمهور", "رئیسجمهوری", "رییسجمهور", "رییسجمهوری", "نخستوزیر", "رهبر", "سخنگو")


def object_marker(paragraph: Paragraph, first: int, last: int) -> int | None:
    """The last را before the cue."""
    return next((i for i in range(last - 1, first - 1, -1) if paragraph.keys[i] == "را"), None)


def subject_and_object(
    paragraph: Paragraph, first: int, marker: int, known: KnownSpeaker
) -> tuple[Range | None, int]:
    """The subject, if there is one before the object, and where the object begins."""
    subject = find_subject(paragraph, first, marker)
    if subject is None or subject[1] > marker:
        return None, _object_start(paragraph, first, marker)
    second = first > paragraph.sentence(first)[0]
    joined = _joined(paragraph, subject, marker)
    if (second or joined) and not is_somebody(paragraph, subject, known):
        return None, subject[0]
    if joined:
        cut = cut_subject(paragraph, subject, known)
        if cut is None and subject[1] == marker:
            return None, subject[0]
        end = cut or subject[1]
        return (subject[0], end), _object_start(paragraph, end, marker)
    return subject, _object_start(paragraph, subject[1], marker)


def _joined(paragraph: Paragraph, subject: Range, marker: int) -> bool:
    """Nothing stands between subject and object: the phrase holds both."""
    end = subject[1]
    if pronouns().at(paragraph.keys, subject[0]):
        return False
    if end == marker:
        return True
    comma = any(paragraph.at(i) in "،," for i in range(end, marker))
    return not comma and (paragraph.keys[end] in prepositions() or paragraph.keys[end] == "که")


def cut_subject(paragraph: Paragraph, subject: Range, known: KnownSpeaker) -> int | None:
    """Where the speaker ends inside the phrase; none if the whole phrase is the object."""
    first, last = subject
    keys = paragraph.keys[:last]
    length = known(keys, first)
    if length and first + length >= last:
        return None
    if length:
        end = first + length
        return end + 1 if keys[end] in _REGIONS and end + 1 < last else end
    if keys[first] in DEMONSTRATIVES and titles().at(keys, first + 1):
        end = titles().at(keys, first + 1)[0]  # type: ignore[index]
        return end + (end < last - 1 and keys[end].endswith("ی"))
    comma = next((i for i in range(first, last) if keys[i] in {"،", ","}), None)
    if comma is not None and (told := titles().at(keys, comma + 1)) and told[0] < last:
        return _title_end(keys, told[0], last)
    at = after_honorifics(keys, first + (keys[first] in INDEFINITES))
    head = titles().at(keys, at)
    if head is not None:
        return _title_end(keys, head[0], last) if head[0] < last else None
    if body := bodies().at(keys, first):
        end = _named_body_end(keys, first, last) or body[0] + 1
        # «سازمان عفو بین‌الملل و آکسفام اقدامات … را»
        return end + 2 if keys[end : end + 1] == ("و",) and end + 2 < last else end
    named = parts(keys[first:last])
    # «اسفندیاری برگزاری همایش را»: a name ends at a common word.
    person = keys[at] in given_names() or keys[at] not in common_words()
    return first + named.name[1] if person and named.kind == "name" and first + named.name[1] < last else None


def _title_end(keys: tuple[str, ...], i: int, last: int) -> int | None:
    """After a title's last known word: a body, another title, or else one complement."""
    if keys[i] in DEMONSTRATIVES:
        return i + 2 if i + 2 < last else i
    named = _named_body_end(keys, i, last)
    if named:
        return named
    inner = next((end[0] for j in range(i, last) if (end := titles().at(keys, j))), None)
    if inner and inner < last:
        return inner
    whole = "".join(keys[:i]).endswith(WHOLE_TITLES)
    return i if whole and i < last else i + 1 if i + 1 < last else None


def _named_body_end(keys: tuple[str, ...], i: int, last: int) -> int | None:
    """The end of the last body or country that the phrase names."""
    ends = [found[0] for j in range(i, last) if (found := bodies().at(keys, j)) and found[1] == "name"]
    return max((end for end in ends if end < last), default=None)


def _object_start(paragraph: Paragraph, first: int, marker: int) -> int:
    """Past the subject's comma, relative clause, adverbs and phrases with a preposition."""
    verbs = (j for j in range(marker - 2, first, -1) if j in paragraph.verbs and paragraph.keys[j + 1] == "و")
    i = next(verbs, first - 2) + 2
    while i < marker:
        step = _step(paragraph, i, marker)
        if step == i:
            break
        i = step
    return i


def _step(paragraph: Paragraph, i: int, marker: int) -> int:
    keys = paragraph.keys[:marker]
    comma = next((j for j in range(i, marker) if paragraph.at(j) in "،,"), None)
    if not paragraph.is_word(i) and paragraph.at(i) not in OPENING_MARKS:
        return i + 1
    if keys[i] == "و":
        return i + 1
    if keys[i] in prepositions() and keys[i + 1 : i + 2] and keys[i + 1] in DEMONSTRATIVES and i + 3 < marker:
        return i + 3
    found = adverbs().at(keys, i)
    if found and found[1] in {"time", "discourse"} and found[0] < marker:
        return found[0]
    opens = keys[i] in prepositions() or keys[i] == "که"
    if opens and comma is not None:
        return comma + 1
    return (
        i + 1 + (keys[i : i + 2] == ("در", "مورد")) if opens and keys[i] in {"در", "درباره", "درمورد"} else i
    )
