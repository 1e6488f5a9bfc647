"""Whose statement, letter or decree it is of which a cue tells: «در بیانیه کرملین آمده است»."""

from collections.abc import Sequence

from persian_speech.actors.phrases import DEMONSTRATIVES
from persian_speech.actors.vocabulary import bodies, first_names
from persian_speech.quotation.clauses import Range
from persian_speech.quotation.lexicon import adverbs, documents, indefinite_documents
from persian_speech.quotation.noun_phrases import phrase_end
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.scene import Draft, Scene
from persian_speech.quotation.somebody import after_adverbs, is_somebody
from persian_speech.quotation.subjects import find_subject

# «بیانیه مشترک قطر و پاکستان»
_KINDS = (
    {"کامل", "مشترک", "پایانی", "خود", "رسمی", "کتبی", "مطبوعاتی", "تسلیت", "مزبور", "مذکور", "تفاهم"}
    | {"کوتاه", "تازه", "جدید", "اخیر", "سرگشاده", "مفصل", "محرمانه", "تند", "مهم"}
)  # fmt: skip
OF_DOCUMENTS = frozenset(kind + ending for kind in _KINDS for ending in ("", "ی", "ای"))
_ACCOUNTS = frozenset({"حساب", "صفحه", "اکانت", "بیانیه", "اطلاعیه", "گزارش", "سخنان", "اظهارات"})
_OF_ACCOUNTS = frozenset(
    {"رسمی", "کاربری", "فارسی", "انگلیسی", "عربی", "عبری", "اخیر", "پایانی", "تازه", "مشترک"}
)
_WRITES = frozenset({"نوشت", "نگاشت", "فرستاد"})
_MAKES = frozenset({"کرد", "رساند"})
_MADE = frozenset({"منتشر", "صادر", "امضا", "ارسال"})
_BY = (("از", "سوی"), ("از", "طرف"))
_PASSIVE = frozenset({"شد", "شده", "یافت"})
_ISSUED = (
    ("منتشر", "شده", "از", "سوی"),
    ("منتشره", "از", "سوی"),
    ("که", "به", "امضای"),
    *_BY,
)  # «متنی که به امضای وزیران رسید»


def of_document(scene: Scene, draft: Draft) -> Range | None:
    """«در بیانیه کرملین آمده است»: whose document it is"""
    if draft.intro is None or draft.intro.cls != "document":
        return None
    first, last = draft.clause
    for i in range(first, last):
        if scene.paragraph.keys[i] == "حکم" and scene.paragraph.keys[i + 1] in first_names():
            end = phrase_end(scene.paragraph, i + 1, last)
            # «در حکم بهرام آریا آمده است»: he is appointed by it; «در حکم بهرام آریا برای …»
            return (i + 1, end) if "برای" in scene.paragraph.keys[end:last] else None
        if scene.paragraph.keys[i : i + 2] == ("حکم", "انتصاب"):
            return _by_whom(scene.paragraph, i, last)
        if scene.paragraph.keys[i] in documents() and scene.paragraph.key_at(i - 1) != "به":
            told, mention = _whose(scene, first, i, last)
            if told:
                return mention
    return None


def _whose(scene: Scene, first: int, i: int, last: int) -> tuple[bool, Range | None]:
    """Whether it is plain whose document stands at ``i``, and whose; of a new one it may be nobody's."""
    keys = scene.paragraph.keys
    at = _past_kind(scene.paragraph, i + 1, last)
    if keys[at] == "که" and (writer := _writer(scene, at + 1, last)):
        return True, writer
    if at == i + 1 and keys[i] in indefinite_documents():
        return True, _issuer(scene, first, i, last)
    mention = find_subject(scene.paragraph, at, last)
    return mention is not None and mention[0] == at and _may_write(keys, at), mention


def _writer(scene: Scene, first: int, last: int) -> Range | None:
    """«در نامه‌ای که | شهردار | به وزیر نیرو نوشت، آمده است»: who wrote, signed or issued it"""
    paragraph = scene.paragraph
    verb = paragraph.first_verb(first, last)
    if verb is None or "شده" in paragraph.keys[first : verb + 1]:
        return None
    past = paragraph.verbs[verb].past
    if past not in _WRITES and (past not in _MAKES or _MADE.isdisjoint(paragraph.keys[verb - 2 : verb])):
        return None
    mention = find_subject(paragraph, first, verb - (paragraph.keys[verb - 1] in _MADE))
    return mention if mention and is_somebody(paragraph, mention, scene.known) else None


def _issuer(scene: Scene, first: int, i: int, last: int) -> Range | None:
    """«انجمن بیانیه‌ای منتشر کرد که در آن آمده است»; nobody in «بیانیه‌ای منتشر شد که در آن آمده است»."""
    paragraph = scene.paragraph
    by = next((j + 2 for j in range(first, i - 2) if paragraph.keys[j : j + 2] in _BY), first)
    passive = by == first and not _PASSIVE.isdisjoint(paragraph.keys[i:last])
    mention = None if passive else find_subject(paragraph, by, i)
    return mention if mention and is_somebody(paragraph, mention, scene.known) else None


def _past_kind(paragraph: Paragraph, at: int, last: int) -> int:
    """«بیانیه مشترک | …», «بیانیه شماره ۳ | …», «بیانیه روز دوشنبه | …», «بیانیه منتشرشده از سوی | …»"""
    while at < last and paragraph.keys[at] in documents() | OF_DOCUMENTS:
        at += 1
    at += 2 * (paragraph.key_at(at) == "شماره" and paragraph.key_at(at + 1).isdigit())
    at = after_adverbs(paragraph, at, last) if adverbs().at(paragraph.keys, at) else at
    for words in _ISSUED:
        if paragraph.keys[at : at + len(words)] == words:
            at += len(words)
    return at


def _may_write(keys: Sequence[str], i: int) -> bool:
    """«متن پاسخ این سازمان»; not «متن این نامه»."""
    return keys[i] not in DEMONSTRATIVES or bodies().at(keys, i + 1) is not None


def _by_whom(paragraph: Paragraph, first: int, last: int) -> Range | None:
    """«حکم انتصاب دبیر جشنواره که از سوی بهرام آریا؛ شهردار نوش‌رود صادر شده»"""
    by = next((i + 2 for i in range(first, last - 2) if paragraph.keys[i : i + 2] == ("از", "سوی")), None)
    if by is None:
        return None
    end = phrase_end(paragraph, by, last)
    return by, next((i for i in range(by + 1, end) if paragraph.keys[i] == "صادر"), end)


def whose_account(paragraph: Paragraph, mention: Range) -> Range:
    """«حساب رسمی وزارت نیرو»، «صفحه شهرداری»، «بیانیه اخیر وزارت نیرو», «سخنان وزیر نیرو»: whose it is."""
    first, last = mention
    if paragraph.keys[first] not in _ACCOUNTS:
        return mention
    written = paragraph.keys[first] in {"بیانیه", "اطلاعیه", "گزارش"}
    report = paragraph.keys[first] == "گزارش"
    first += 1
    first += first < last and paragraph.keys[first] in _OF_ACCOUNTS
    body = bodies().at(paragraph.keys[:last], first) if first < last else None
    if report and body is not None and (body[1] == "name" or body[0] - first > 1):
        return first, body[0]  # «گزارش دستگاه قضایی | اشاره‌ای به سد نکرده و ادعا کرده است که …»
    return (first, last) if first < last and (body is not None or not written) else mention
