"""Who speaks in a clause: the noun phrase that is the subject of the cue.

The clause is walked from its beginning. Adverbs and phrases with a preposition are stepped over,
relative clauses too; the first noun phrase that is left is the subject, unless را makes it an object.
"""

from functools import cache

from persian_speech.actors.phrases import DEMONSTRATIVES, INDEFINITES, common_words, first_names, honorifics, titles
from persian_speech.data import rows
from persian_speech.quotation.lexicon import adverbs, indefinite_documents, narrator_openings, prepositions, pronouns, wires
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.text.letters import key

LONGEST = 18  # tokens in a subject
_COMMAS = frozenset("،,؛;")
_DASHES = frozenset("-–—ـ")
Range = tuple[int, int]


@cache
def _complements() -> frozenset[tuple[str, str, str]]:
    return frozenset((key(row["before"]), key(row["preposition"]), key(row["after"])) for row in rows("complements"))


def find_subject(paragraph: Paragraph, first: int, last: int) -> Range | None:
    """The subject among tokens ``first`` to ``last``, none if the clause has none."""
    i = first
    while i < last:
        step = _step_over(paragraph, i, last)
        if step > i:
            i = step
            continue
        end = phrase_end(paragraph, i, last)
        if end <= i:
            return None
        if paragraph.key_at(end) == "را" and end < last:
            return None
        return _with_name_before(paragraph, first, i), end
    return inner_subject(paragraph, first, last)


def _step_over(paragraph: Paragraph, i: int, last: int) -> int:
    """The place after what can't be a subject at ``i``; ``i`` itself where one may begin."""
    keys = paragraph.keys[:last]
    text = paragraph.at(i)
    if text == "(":
        return next((j + 1 for j in range(i, last) if paragraph.at(j) == ")"), i + 1)
    if text in {"«", "“", '"'} and _name_in_marks(paragraph, i, last):
        return i
    if not paragraph.is_word(i) or keys[i] in {"و", "یا", "ولی"}:
        return i + 1
    if pronouns().at(keys, i):
        return i
    if opened := narrator_openings().at(keys, i):
        wire = wires().at(keys, opened[0])
        return wire[0] if wire else _after_comma(paragraph, opened[0], last) or opened[0]
    if found := adverbs().at(keys, i):
        return _past_adverb(paragraph, i, found, last)
    if paragraph.tokens[i].kind in {"number", "time"}:
        return i if titles().at(keys, i + 1) else i + 1
    if keys[i] in prepositions() and not titles().at(keys, i):
        return _after_preposition(paragraph, i, last)
    if keys[i] in {"که", "زیرا", "چون"}:
        return _after_comma(paragraph, i, last) or last
    return i


def _past_adverb(paragraph: Paragraph, i: int, found: tuple[int, str], last: int) -> int:
    """«در پایان، …» is an adverb; «در پایان نشست، …» a phrase up to its comma."""
    end, kind = found
    complement = end < last and paragraph.is_word(end) and not _is_person(paragraph, end, last)
    if kind == "opening" and complement and paragraph.keys[end] not in prepositions():
        return _after_preposition(paragraph, i, last) if _after_comma(paragraph, end, last) else end
    return end


def _after_comma(paragraph: Paragraph, i: int, last: int) -> int | None:
    return next((j + 1 for j in range(i, last) if paragraph.at(j) in _COMMAS), None)


def _after_preposition(paragraph: Paragraph, i: int, last: int) -> int:
    """Past a phrase with a preposition: up to its comma, or to a subject told by what it is."""
    comma = _after_comma(paragraph, i, last)
    inner = inner_subject(paragraph, i, (comma or last + 1) - 1)
    if inner is not None:
        return inner[0]
    return comma or last


def inner_subject(paragraph: Paragraph, first: int, last: int) -> Range | None:
    """«… در مسقط نیز سخنگوی وزارت خارجه گفت»: a subject after an adverb or a bracket, mid-phrase."""
    for i in range(first + 1, last):
        if _follows_adverb(paragraph, i, first) and _is_person(paragraph, i, last):
            return i, phrase_end(paragraph, i, last)
    return None


def _follows_adverb(paragraph: Paragraph, i: int, first: int) -> bool:
    before = paragraph.keys[:i]
    if paragraph.at(i - 1) == ")":
        return True
    return any(_is_adverb(before, j, i) for j in range(max(first, i - 4), i))


def _is_adverb(keys: tuple[str, ...], first: int, last: int) -> bool:
    found = adverbs().at(keys, first)
    return found is not None and found[0] == last


def _is_person(paragraph: Paragraph, i: int, last: int) -> bool:
    keys = paragraph.keys[:last]
    return bool(
        pronouns().at(keys, i) or titles().at(keys, i) or honorifics().at(keys, i) or keys[i] in first_names()
    )


def _name_in_marks(paragraph: Paragraph, i: int, last: int) -> bool:
    """«رجب طیب اردوغان»: a few words in marks are a name."""
    mark = next((mark for mark in paragraph.marked if mark.first == i), None)
    return mark is not None and mark.last < last and mark.last - i <= 6


def phrase_end(paragraph: Paragraph, i: int, last: int) -> int:
    """The end of the noun phrase that begins at token ``i``."""
    keys = paragraph.keys[:last]
    if found := pronouns().at(keys, i):
        return found[0]
    j, stop = _past_head(keys, i), min(last, i + LONGEST)
    while j < stop:
        step = _phrase_step(paragraph, i, j, last)
        if step == j:
            break
        j = step
    while j > i and (keys[j - 1] in {"و", "یا"} or not (paragraph.is_word(j - 1) or paragraph.at(j - 1) in "»\"”)")):
        j -= 1
    return j


def _past_head(keys: tuple[str, ...], i: int) -> int:
    """Past «یکی از», «خطیب جمعه», «حجت الاسلام»: words that would else end the phrase."""
    if keys[i] in INDEFINITES and keys[i + 1 : i + 2] == ("از",):
        return i + 2
    found = titles().at(keys, i) or honorifics().at(keys, i)
    return found[0] if found else i


def _phrase_step(paragraph: Paragraph, i: int, j: int, last: int) -> int:
    """One step on inside a noun phrase; ``j`` itself where the phrase ends."""
    keys, text = paragraph.keys[:last], paragraph.at(j)
    if text in {"«", "“", '"'}:
        mark = next((mark for mark in paragraph.marked if mark.first == j), None)
        return mark.last + 1 if mark and mark.last < last and mark.last - j <= 6 else j
    if text == "(":
        close = next((k for k in range(j, min(j + 5, last)) if paragraph.at(k) == ")"), None)
        return close + 1 if close else j
    if text in "،,":
        return j + 1 if _apposition(paragraph, i, j, last) else j
    if text in _DASHES:
        return j + 1 if _glued(paragraph, j) else j
    if not paragraph.is_word(j) or keys[j] in {"که", "را", "اینکه"} or (j > i and keys[j] in indefinite_documents()):
        return j
    if j in paragraph.verbs and j > i:
        return j
    if keys[j] in DEMONSTRATIVES and j > i and _complete(keys, i, j):
        return j
    if keys[j] == "و":
        return j + 1 if j + 1 < last and _goes_on_after_and(paragraph, j + 1, last) else j
    if keys[j] in prepositions() and j > i:
        return j + 1 if _complement(paragraph, j) else j
    return j if j > i and _stopping_adverb(paragraph, j, last) else j + 1


def _complete(keys: tuple[str, ...], i: int, j: int) -> bool:
    """«به اعتقاد کارشناسان این اقدام»: a group needs no complement."""
    head = titles().at(keys, i)
    return head is not None and head == (j, "group")


def _apposition(paragraph: Paragraph, i: int, j: int, last: int) -> bool:
    """«آنگلا مرکل، صدراعظم آلمان»: a title after a comma, once."""
    keys = paragraph.keys[:last]
    once = not any(paragraph.at(k) in _COMMAS for k in range(i, j)) and keys[i] not in common_words()
    told = j + 1 < last and titles().at(keys, j + 1 + (keys[j + 1] == "یک")) is not None
    return once and told and not titles().at(keys, i)


def _glued(paragraph: Paragraph, j: int) -> bool:
    return (
        0 < j < len(paragraph) - 1
        and paragraph.tokens[j - 1].end == paragraph.tokens[j].start
        and paragraph.tokens[j].end == paragraph.tokens[j + 1].start
    )


def _goes_on_after_and(paragraph: Paragraph, j: int, last: int) -> bool:
    keys = paragraph.keys[:last]
    return not (
        keys[j] in prepositions() or j in paragraph.verbs or adverbs().at(keys, j) or not paragraph.is_word(j)
    )


def _complement(paragraph: Paragraph, j: int) -> bool:
    """«نظارت بر رفتار نمایندگان»، «در امور خشکسالی»: the preposition belongs to the name."""
    before, after = paragraph.key_at(j - 1), paragraph.key_at(j + 1)
    word = paragraph.keys[j]
    return any(known in _complements() for known in ((before, word, "*"), ("*", word, after), (before, word, after)))


def _stopping_adverb(paragraph: Paragraph, j: int, last: int) -> bool:
    """«وزیر نیرو دیروز»، «بقائی نیز»; not «معاون اول»."""
    found = adverbs().at(paragraph.keys[:last], j)
    return found is not None and found[1] in {"discourse", "time"}


def _with_name_before(paragraph: Paragraph, first: int, i: int) -> int:
    """«در پی این شایعه محمود نادری، معاون ارتباطات …»: the name stands before the comma."""
    if i - 1 <= first or paragraph.at(i - 1) not in "،," or not titles().at(paragraph.keys, i):
        return i
    for j in range(max(first, i - 5), i - 2):
        if paragraph.keys[j] in first_names() and all(paragraph.is_word(k) for k in range(j, i - 1)):
            return j
    return i

