"""Papers that only pass on what another has said: «روزنامه پگاه: یک منبع گفت که …»."""

from collections.abc import Sequence

from persian_speech.actors.knowledge import known
from persian_speech.actors.phrases import DEMONSTRATIVES, INDEFINITES
from persian_speech.actors.plain import NUMERALS
from persian_speech.actors.vocabulary import bodies, titles
from persian_speech.quotation.clauses import COMMAS, Range
from persian_speech.quotation.drafts import THIS_REPORT, tells
from persian_speech.quotation.forms import RULES
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.lexicon import press, reactions, wires
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.scene import Draft, Scene
from persian_speech.quotation.somebody import is_somebody
from persian_speech.quotation.subjects import find_subject

LONGEST = 8  # tokens of a paper's name before its colon
LONGEST_BYLINE = 4  # words of a reporter's name
_CLAIMS = frozenset({"ادعای", "گزارش", "روایت", "افشاگری"})  # «ادعای پگاه: …»
_MANY = frozenset({"منابع", "رسانهها", "رسانههای"})
_ORDERS = frozenset({"دستور دادن", "خواستن"})  # «رئیس‌جمهور دستور داد که …» is the paper's news
_PASSING = frozenset({"nominal", "conjunction", "bare_clause", "bare_speech"})
_REPORTERS = frozenset({"خبرنگار", "گزارشگر"})
_OPENERS = frozenset({"در", "پس", "پیش", "با", "وقتی", "هنگامی", "همزمان", "اندکی", "ساعتی", "ساعاتی"})
_JOINTS = frozenset({"که", "اینکه", "اما", "ولی"})
_SOURCES = frozenset({"منبع", "منابعی", "منابع", "مقامات", "مقامهای", "دیپلمات", "دیپلماتها"})
_SOURCES |= frozenset({"میانجیها", "میانجیگران", "تحلیلگران", "کارشناسان"})


def is_press(name: Sequence[str]) -> bool:
    """«روزنامه پگاه»، «خبرگزاری بندر»، a paper or channel by its name; «منابع حکومتی»، «رسانه‌های محلی»."""
    if name[:1] != () and name[0] in _MANY:
        return True
    first = int(name[:1] != () and name[0] in _CLAIMS | reactions())
    return any(table.at(tuple(name), first) is not None for table in (press(), wires()))


def is_reporter(name: Sequence[str]) -> bool:
    """«خبرنگار پگاه»: who passes on what others say, as its paper does."""
    return len(name) > 1 and name[0] in _REPORTERS


def relay_start(scene: Scene) -> int | None:
    """The token after «روزنامه پگاه:» where the rest of its line is told of another."""
    paragraph, first = scene.paragraph, scene.paragraph.opening
    texts = paragraph.tokens.texts[first : first + LONGEST]
    colon = first + texts.index(":") if ":" in texts else first
    teller = paragraph.keys[first:colon]
    if not first < colon < len(paragraph) - 1 or not (is_press(teller) or is_reporter(teller)):
        return None
    return colon + 1 if passes_on(scene, colon + 1, teller) else None


def passes_on(scene: Scene, first: int, teller: Sequence[str]) -> bool:
    """Whether the sentence at ``first`` is another's than the ``teller``'s, under whose name it stands.

    A paper passes on what anybody says, a reporter («پیمان کوهی: …») what a source without a name does.
    """
    paper, reporter = is_press(teller) or is_reporter(teller), _may_report(teller)
    if not (paper or reporter) or first >= len(scene.paragraph):
        return False
    found = _first_told(scene.above(first), first, scene.paragraph.sentence(first)[1])
    if found is None:
        return False
    told, intro = found
    # «خبرنگار پگاه: شهردار گفت فردا می‌آییم. من که تعجب نمی‌کنم»: nobody can tell where his words end
    plain = paper and (intro.link != "bare" or intro.manner == "nominal" or not is_reporter(teller))
    return plain or _is_nameless(scene.paragraph, told)


def credits_paper(scene: Scene, draft: Draft, mention: Range | None) -> bool:
    """«به نوشته پگاه، منابع آگاه گفته‌اند سد پر است», «پگاه نوشت شهردار گفت که …»: not the paper speaks."""
    paragraph = scene.paragraph
    if draft.rule not in _PASSING:
        return False
    paper = (
        report_says(paragraph, draft) if mention is None else _is_one_paper(paragraph.keys[slice(*mention)])
    )
    return paper and _first_told(scene.above(draft.content[0]), *draft.content, judged=True) is not None


def _is_one_paper(credited: tuple[str, ...]) -> bool:
    """«رویترز», «این روزنامه»; not «منابع رویترز», who speak themselves."""
    pointed = credited[0] in DEMONSTRATIVES | {"یک"} and len(credited) > 1
    return is_press(credited[pointed:]) and credited[pointed] not in _MANY


def report_says(paragraph: Paragraph, draft: Draft) -> bool:
    """«این گزارش می‌افزاید …»: never of who spoke last."""
    if draft.intro is None or draft.intro.manner != "finite":
        return False
    first, at = draft.clause[0], draft.intro.first
    start = paragraph.sentence(at)[0]
    if paragraph.keys[start : start + 2] == THIS_REPORT and "را" not in paragraph.keys[start:at]:
        return True  # «این گزارش بر نظارت تأکید دارد و هشدار می‌دهد که …»
    at -= paragraph.key_at(at - 1) in {"همچنین", "نیز"}
    return at - first >= len(THIS_REPORT) and paragraph.keys[at - 2 : at] == THIS_REPORT


def paper_of(scene: Scene, draft: Draft) -> Range | None:
    """«شبکه پگاه به نقل از شهردار گزارش داد»: whose «این گزارش» will be."""
    first, last = draft.clause
    keys = scene.paragraph.keys[:last]
    at = next((i for i in range(first + 1, last - 2) if keys[i : i + 3] == ("به", "نقل", "از")), None)
    mention = find_subject(scene.paragraph, first, at) if at is not None else None
    return mention if mention and is_press(keys[slice(*mention)]) else None


def _may_report(teller: Sequence[str]) -> bool:
    """A bare name that is no politician's."""
    named = 1 < len(teller) <= LONGEST_BYLINE and not known().bearers(tuple(teller))
    tables = (titles(), bodies())
    return named and not any(table.at(tuple(teller), i) for table in tables for i in range(len(teller)))


def _first_told(
    scene: Scene, first: int, stop: int, *, judged: bool = False
) -> tuple[Range, Introducer] | None:
    """Who opens the sentence and is reported in it, before ``stop``.

    ``judged``: also by «شهردار سد را پر خواند», which under a paper's label («پگاه: …») is its own news.
    """
    paragraph = scene.paragraph
    inside = (o for o in scene.intros if first <= o.first < stop and o.manner != "participial")
    intro = next(inside, None)
    if intro is None or (intro.manner == "nominal" and intro.first > first):
        return None
    draft = next((found for rule in RULES if (found := rule(scene, intro))), None)
    if draft is None or not tells(draft, paragraph):
        return None
    if draft.manner.form == "predicative" and not judged:
        return None
    if draft.rule == "post_posed" and draft.content[0] == first + 1:  # ««پل باز است،» شهردار گفت.»
        first = next((i for i in range(draft.content[1], intro.first) if paragraph.is_word(i)), first)
    mention = draft.mention if intro.manner == "nominal" else _subject(scene, first, intro, whole=judged)
    return (mention, intro) if mention is not None else None


def _subject(scene: Scene, first: int, intro: Introducer, *, whole: bool) -> Range | None:
    """Beside the cue but for a relative clause: «چند مقام که نخواستند نامشان فاش شود، گفتند».

    «شهردار با اشاره به اینکه پل بسته است، گفت»; ``whole``: nothing stands before him.
    """
    paragraph = scene.paragraph
    mention = find_subject(paragraph, first, intro.first)
    if intro.lemma in _ORDERS or mention is None:
        return None
    if mention[0] != first and (whole or not _opens(paragraph, first, mention[0])):
        return None
    between = paragraph.keys[mention[1] : intro.first]
    alone = _JOINTS.isdisjoint(between) and paragraph.verb_in(mention[1], intro.first) is None
    alludes = any(o.manner == "participial" and o.first == mention[1] for o in scene.intros)
    alludes = alludes and paragraph.at(intro.first - 1) in COMMAS
    beside = alone or alludes or between[:1] == ("که",)
    counted = paragraph.tokens.kinds[mention[0]] == "number"  # «۶۸ درصد از پاسخ‌دهندگان»
    first_word = paragraph.keys[mention[0]]
    many = bodies().at((first_word.removesuffix("های"),), 0) is not None  # «سازمان‌های اطلاعاتی»
    told = counted or many or first_word in _SOURCES or is_somebody(paragraph, mention, scene.known)
    return mention if beside and told else None


def _opens(paragraph: Paragraph, first: int, at: int) -> bool:
    """Whether who stands at ``at`` opens the sentence: «پس از دیدار با شهردار، | یک منبع …»"""
    return paragraph.keys[first] in _OPENERS and paragraph.at(at - 1) in COMMAS


def _is_nameless(paragraph: Paragraph, mention: Range) -> bool:
    """«یک دیپلمات»، «دو منبع»، «این مقام»، «منابع»"""
    first = paragraph.keys[mention[0]]
    some = first in INDEFINITES | NUMERALS | DEMONSTRATIVES | {"یک", "یکی"}
    return (
        first in _SOURCES
        or (some and not _SOURCES.isdisjoint(paragraph.keys[slice(*mention)]))
        or (some and titles().at(paragraph.keys, mention[0] + 1) is not None)
    )
