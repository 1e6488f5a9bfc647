"""Persons: forms of address, first names, surnames and titles open a name; its words go on to a boundary."""

from persian_speech.entities.reading import Found, Reading
from persian_speech.entities.titles import honorifics
from persian_speech.entities.words import (
    BODY_HEAD,
    DOUBTFUL,
    ENDING,
    FIRST,
    HONORIFIC,
    KNOWN_NAME,
    LETTERS,
    PARTICLE,
    RARE_FIRST,
    SURNAME,
    TITLE,
    Word,
    is_function,
    is_surname,
)
from persian_speech.text.verbs import finite

_CLOSERS = frozenset({"،", "»", ")", "(", "-", "–", "/", "؛", '"', "”"})
_BLESSINGS = frozenset({"ع", "س", "ره", "ص", "عج", "رض", "رح"})
LONGEST = 5  # words of a name («سید محمدعلی حسینی شاه‌ترابی»), and of the forms of address before it


def name_end(reading: Reading, start: int, limit: int) -> int:
    """Where the name that begins at a token ends; ``start`` itself where none does."""
    at, count, family = start, 0, False
    limit = min(limit, start + 2 * LONGEST)
    while at < limit and count < LONGEST:
        fact = reading.words[at]
        if two_halves(reading, at, limit):
            at, count, family = at + 2, count + 1, True
            continue
        if fact.kinds & PARTICLE:
            # a particle binds whatever word follows: «آل نهیان», «ابو شریف»
            if at + 1 >= limit or not _is_noun_as_name(reading.words[at + 1]):
                break
            at, count = at + 2, count + 1
            continue
        if not fact.may_name or (family and not fact.kinds & (SURNAME | ENDING)):
            break
        # «یونس» is both: a first name where the name begins
        family = family or bool(fact.kinds & (SURNAME | ENDING) and (count or not fact.kinds & FIRST))
        at, count = at + 1, count + 1
    return at


def two_halves(reading: Reading, at: int, limit: int) -> bool:
    """A surname typed as two words: «قلعه نویی», «خامنه ای»."""
    return at + 1 < limit and is_surname(reading.words[at], reading.words[at + 1])


def _takes_adjective(reading: Reading, at: int) -> bool:
    """A noun that an adjective may follow: no preposition, title, verb or mark."""
    fact = reading.words[at]
    noun = fact.kinds & LETTERS and not fact.kinds & TITLE and not is_function(fact.key)
    return bool(noun) and not finite(reading.texts[at])


def blessing_end(reading: Reading, at: int, limit: int) -> int:
    """After a blessing that belongs to a holy name: «امام صادق (ع)»."""
    blessed = at + 2 < limit and reading.texts[at] == "(" and reading.texts[at + 1] in _BLESSINGS
    return at + 3 if blessed and reading.texts[at + 2] == ")" else at


def addressed(reading: Reading, start: int, limit: int) -> Found | None:
    """«آقای کاظمی», «حجت‌الاسلام والمسلمین محمدی»; «سید», «امام» belong to the name."""
    if not reading.words[start].kinds & HONORIFIC:
        return None
    begin = at = start
    use = None
    while at < start + LONGEST and (phrase := honorifics().longest(reading.keys, at, limit)):
        at, use = phrase
        # «سید» belongs to the name; so may a weak form that is a first name too: «امیر خان‌زاده»
        named = use == "weak" and reading.words[at - 1].kinds & (FIRST | RARE_FIRST)
        begin = begin if use == "part" or named else at
    if use is None or at >= limit:
        return None
    if use == "weak" and not reading.words[at].kinds & (KNOWN_NAME | RARE_FIRST):
        return None
    end = name_end(reading, at, limit)
    if end == at and use == "address" and _is_noun_as_name(reading.words[at]):
        end = name_end(reading, at + 1, limit)  # «آقای سالم البدری»
        end = end if end > at + 1 else at
    return Found(begin, blessing_end(reading, end, limit), "PER") if end > at else None


def _is_noun_as_name(fact: Word) -> bool:
    """A common word that may be somebody's first name."""
    return (
        bool(fact.kinds & LETTERS)
        and not fact.kinds & TITLE
        and len(fact.key) > 2
        and not is_function(fact.key)
    )


def by_first_name(reading: Reading, start: int, limit: int) -> Found | None:
    """«علی لاریجانی», and «علی» alone."""
    fact = reading.words[start]
    of_month = start > 0 and fact.time in {"j", "k"} and reading.words[start - 1].time in {"m", "n", "w"}
    if not fact.kinds & FIRST or of_month:
        return None
    end = name_end(reading, start, limit)
    if end == start + 1:
        end = _past_noun(reading, end, limit)
    return Found(start, end, "PER") if end > start else None


def by_rare_first_name(reading: Reading, start: int, limit: int) -> Found | None:
    """A first name that is oftener another word, before a surname: «امید نوروزی», «پروانه شوشتری، …»."""
    if not reading.words[start].kinds & RARE_FIRST or start + 1 >= limit:
        return None
    end = name_end(reading, start + 1, limit)
    family = reading.words[start + 1].kinds & (SURNAME | ENDING) or two_halves(reading, start + 1, limit)
    named = family or (end == start + 2 and _is_set_off(reading, end, limit))
    return Found(start, end, "PER") if named and end > start + 1 else None


def _is_set_off(reading: Reading, at: int, limit: int) -> bool:
    """Whether a comma, a title or a verb follows a name."""
    if at >= limit:
        return False
    return reading.keys[at] == "" or bool(reading.words[at].kinds & TITLE or finite(reading.texts[at]))


def by_apposition(reading: Reading, start: int, limit: int) -> Found | None:
    """Unknown words before a comma and a title: «یرلان سدیق‌بایف، وزیر …»."""
    if not reading.words[start].may_name:
        return None
    end = name_end(reading, start, limit)
    title = end + 1 < limit and reading.keys[end] == "" and reading.words[end + 1].kinds & TITLE
    return Found(start, end, "PER") if title and start + 2 <= end <= start + 3 else None


def _past_noun(reading: Reading, at: int, limit: int) -> int:
    """The end of a surname that is a common noun: «مهدی عراقی »», «احسان مهاجر شجاعی»."""
    fact = reading.words[at] if at < limit else None
    if fact is None or len(fact.key) < 4 or fact.kinds & (TITLE | BODY_HEAD) or is_function(fact.key):
        return at
    if not fact.kinds & LETTERS or finite(reading.texts[at]):
        return at
    if at + 1 < limit and reading.words[at + 1].kinds & (SURNAME | ENDING):
        return name_end(reading, at + 1, limit)
    listed = at + 2 < limit and reading.keys[at + 1] == "و" and reading.words[at + 2].kinds & FIRST
    closed = at + 1 == limit or reading.texts[at + 1] in _CLOSERS
    return at + 1 if closed or listed else at


def by_surname(reading: Reading, start: int, limit: int) -> Found | None:
    """«لاریجانی افزود»."""
    kinds = reading.words[start].kinds
    if not kinds & SURNAME and not two_halves(reading, start, limit):
        return None
    if kinds & DOUBTFUL == DOUBTFUL and start > 0 and _takes_adjective(reading, start - 1):
        return None
    end = name_end(reading, start, limit)
    return Found(start, end, "PER") if end > start else None


def by_unknown(reading: Reading, start: int, limit: int) -> Found | None:
    """A first name no table knows, before a surname: «بنعالی ییلدیریم», «اصغری مقدم»."""
    # «رفقای زنجانی»: an ezafe after ا is a noun's
    if not reading.words[start].may_name or start + 1 >= limit or reading.keys[start].endswith("ای"):
        return None
    if not is_sure_family(reading.words[start + 1]):
        return None
    return Found(start, name_end(reading, start, limit), "PER")


def is_sure_family(fact: Word) -> bool:
    """A surname that is no other word."""
    sure = fact.kinds & (SURNAME | ENDING) and fact.kinds & DOUBTFUL != DOUBTFUL
    return bool(sure) and fact.may_name


def in_marks(reading: Reading, start: int, limit: int) -> Found | None:
    """Words in marks beside a title: ««پل برمر» حاکم …», «رئیس‌جمهور «رجب طیب اردوغان»»."""
    if start == 0 or reading.keys[start - 1] != "«":
        return None
    texts = reading.texts[start : min(limit, start + LONGEST)]
    end = start + texts.index("»") if "»" in texts else start
    if end < start + 2 or not reading.words[end - 1].may_name:
        return None
    beside = [at for at in (start - 2, end + 1) if 0 <= at < limit and reading.words[at].kinds & TITLE]
    return Found(start, end, "PER") if beside else None


def by_title(reading: Reading, start: int, limit: int) -> Found | None:
    """Unknown words right after a title or its body: «وزیر خارجه ترکیه چاووش‌اوغلو گفت»."""
    end = name_end(reading, start, limit)
    return (
        Found(start, end, "PER")
        if end > start + 1 or (_is_set_off(reading, end, limit) and end > start)
        else None
    )
