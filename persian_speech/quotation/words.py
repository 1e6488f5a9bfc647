"""What the rules of quotation ask of a word wherever it stands, found once for each distinct one."""

from collections.abc import Sequence
from functools import cache

from persian_speech.document import Token, Tokens
from persian_speech.quotation.cues import VERBAL, cue_forms, is_glued, is_talk, names_person
from persian_speech.quotation.lexicon import indefinite_documents, phrases_of_saying, prepositions
from persian_speech.text.letters import PERSIAN, PERSIAN_MARKS, key
from persian_speech.text.remembered import Remembered
from persian_speech.text.tokens import numbered
from persian_speech.text.verbs import VerbForm, auxiliaries, finite
from persian_speech.text.vocabulary import Sort, Strings

CUE, GLUED, SAYING, VERB, BINDS, BOUND, ENDING = (1 << bit for bit in range(7))
_ALSO_NOUNS = frozenset({"گفت", "نبود", "کرد", "گذشت", "درگذشت", "گشت"})
_KURDS = frozenset(
    {"نیروهای", "رهبران", "رهبر", "مقامات", "مقامهای", "مقام", "فرمانده", "فرماندهان", "احزاب"}
)
_REASONS = frozenset({"دلیل", "علت", "سبب", "خاطر", "صورت"})
MAY = frozenset({"میتوان", "نمیتوان", "بتوان", "نتوان", "توان"})
_MARKS_OF_VERBS = frozenset({"می", "نمی"})


def read(tokens: Sequence[Token]) -> tuple[Tokens, tuple[str, ...], bytes]:
    """The tokens in Persian letters and marks, their keys, and what they may be: a byte of flags each.

    The rules know «ی», «ک», «،», «؛» and «؟» alone; «ي», «ك», «,», «;» and «?» are read as these.
    """
    known = numbered(tokens)
    texts, keys = (column.listed(known) for column in (_TEXTS, _KEYS))
    flags = _FLAGS.of(known).tobytes()
    for i in flagged(flags, ENDING):
        if i and (whole := keys[i - 1] + keys[i]) in indefinite_documents():
            keys[i - 1], keys[i] = whole, ""  # «نامه ای», typed apart
    return Tokens(known.starts, texts, known.kinds), tuple(keys), flags


def flagged(flags: bytes, bits: int) -> list[int]:
    """Where a token may be one of these, in order; in most paragraphs none is."""
    if not flags.translate(None, _lacking(bits)):
        return []
    return [i for i, flag in enumerate(flags) if flag & bits]


@cache
def _lacking(bits: int) -> bytes:
    return bytes(flag for flag in range(256) if not flag & bits)


def verbs_of(keys: Sequence[str], flags: bytes) -> dict[int, VerbForm]:
    """Finite verbs by the index of their last token; «می گوید», «کرده است» are one."""
    found: dict[int, VerbForm | None] = {}
    bound = -1
    for i in flagged(flags, VERB | BINDS):
        if keys[i] in VERBAL and names_person(keys, i):
            continue
        if i != bound and not (keys[i] in _ALSO_NOUNS and _is_noun(keys, i)):
            found[i] = _FORMS[keys[i]]
        form = finite(keys[i] + keys[i + 1]) if flags[i] & BINDS and _binds(keys, flags, i) else None
        if form is not None:
            bound = i + 1
            found[bound] = _told(form)
    return {i: form for i, form in found.items() if form is not None}


def _is_noun(keys: Sequence[str], i: int) -> bool:
    """«گفت‌وگو»; «از نبود بودجه», «به گذشت یک ماه», «به دلیل نبود باران»; «نیروهای کرد»."""
    if keys[i] == "گفت":
        return is_talk(keys, i)
    if keys[i] == "کرد":
        return i > 0 and keys[i - 1] in _KURDS
    before = keys[i - 1] if i else ""
    return before in prepositions() or (before in _REASONS and keys[i - 2] in prepositions())


def is_may(keys: Sequence[str], i: int) -> bool:
    """«می‌توان», «نمی توان»; not «توان رزمی»."""
    return keys[i] in MAY and (keys[i] != "توان" or (i > 0 and keys[i - 1] in _MARKS_OF_VERBS))


def _binds(keys: Sequence[str], flags: bytes, i: int) -> bool:
    """«می گوید», «کرده است»: whether a word that may be a verb with the next stands before such a one."""
    return i + 1 < len(keys) and (flags[i + 1] & BOUND != 0 or keys[i] in _MARKS_OF_VERBS)


def _told(form: VerbForm | None) -> VerbForm | None:
    """«داری» of «خزانه داری»: a second person is another word in news, but for «می‌…ید»."""
    known = form is not None and form.tense != "imperative" and (form.person != 2 or form.number == "pl")
    return form if known else None


def _flags(word: str) -> int:
    return (
        CUE * cue_forms().opens(word)
        + GLUED * is_glued(word)
        + SAYING * phrases_of_saying().opens(word)
        + VERB * (_FORMS[word] is not None)
        + BINDS * (word in _MARKS_OF_VERBS or word.endswith("ه"))
        + BOUND * (word in auxiliaries())
        + ENDING * (word == "ای")
    )


_FORMS = Remembered[str, VerbForm | None](lambda word: _told(finite(word)))
_FLAGS = Sort(lambda text, _: _flags(key(text)))
_TEXTS = Strings(lambda text: PERSIAN_MARKS.get(text) or text.translate(PERSIAN))
_KEYS = Strings(lambda text: PERSIAN_MARKS.get(text) or key(text))
