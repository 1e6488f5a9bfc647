"""Introducers: a paragraph's cues with what follows each, in the order of the text.

``link`` says how the cue is joined to what it reports:
``:`` a colon · ``که`` a conjunction · ``«`` an opening mark · ``bare`` a clause with neither ·
``و`` the narrator goes on · ``end`` the sentence ends.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from persian_speech.quotation.cues import Cue
from persian_speech.quotation.lexicon import adverbs, attributions, participials
from persian_speech.quotation.paragraph import OPENING_MARKS, Paragraph

Link = Literal[":", "که", "«", "bare", "و", "end"]
Manner = Literal["finite", "participial", "nominal"]
COLON_REACH = 9
_CONJUNCTIONS = frozenset({"که", "اینکه", "تا"})


@dataclass(frozen=True, slots=True)
class Introducer:
    """A cue at tokens ``first`` to ``last`` and the token ``content`` where its report may begin."""

    manner: Manner
    first: int
    last: int
    content: int
    link: Link
    lemma: str
    cls: str
    frames: str = "k"
    number: str = "sg"
    tense: str = ""


def introducers(paragraph: Paragraph) -> tuple[Introducer, ...]:
    """Everything in the paragraph that may introduce speech, in order, none overlapping."""
    found = [*_finite(paragraph), *_phrasal(paragraph)]
    found.sort(key=lambda intro: (intro.first, -intro.last))
    kept: list[Introducer] = []
    for intro in found:
        if not kept or intro.first >= kept[-1].last:
            kept.append(intro)
    return tuple(kept)


def _finite(paragraph: Paragraph) -> Iterator[Introducer]:
    for cue in paragraph.cues:
        link, content = link_after(paragraph, cue)
        if not _noun_or_adjective(paragraph, cue, link) and not _impersonal(paragraph, cue):
            form = cue.form
            yield Introducer(
                "finite", cue.first, cue.last, content, link, form.lemma, form.cls,
                form.frames, form.number, form.tense,
            )  # fmt: skip


def _noun_or_adjective(paragraph: Paragraph, cue: Cue, link: Link) -> bool:
    """«گفته» without است is a verb only before که or a colon: «در گفته‌های او»."""
    if cue.form.tense != "participle":
        return False
    if "p" in cue.form.frames and link == "و":
        return False
    return link not in {":", "که", "«"} or paragraph.key_at(cue.first - 1) in {
        "به",
        "بنابه",
        "طبق",
        "بر",
        "از",
    }


def _impersonal(paragraph: Paragraph, cue: Cue) -> bool:
    """«نمی‌توان اظهار کرد که»، «باید گفت»; «یادآور می‌شود» is the narrator himself."""
    before = paragraph.key_at(cue.first - 1)
    modal = before.endswith(("توان", "باید", "بایست", "میشود", "نمیشود"))
    reminds = cue.form.verb == "شدن" and cue.form.tense == "present" and cue.form.number == "sg"
    return modal or (reminds and cue.first <= paragraph.sentence(cue.first)[0] + 1)


def _phrasal(paragraph: Paragraph) -> Iterator[Introducer]:
    """«با بیان اینکه» and «به گفته» wherever they stand outside quotation marks."""
    for i in range(len(paragraph)):
        if any(mark.holds(i) for mark in paragraph.marked):
            continue
        found = participials().at(paragraph.keys, i)
        if found:
            last, (phrase, cls) = found
            content = last + (paragraph.at(last) in {"،", ",", ":"})
            yield Introducer("participial", i, last, content, "که", phrase, cls)
        elif (credit := attributions().at(paragraph.keys, i)) and _opens_clause(paragraph, i):
            yield Introducer("nominal", i, credit[0], credit[0], "bare", *credit[1])


def _opens_clause(paragraph: Paragraph, i: int) -> bool:
    """«اشاره به گفته او» is no credit: the phrase opens a clause or follows a mark, که or a subject's adverb."""
    before = paragraph.key_at(i - 1)
    start = paragraph.sentence(i)[0]
    if i <= max(start, paragraph.opening) or not paragraph.is_word(i - 1) or i - 1 in paragraph.verbs:
        return True
    return before in {"که", "و", "اما", "ولی", "زیرا", "نیز", "هم", "همچنین"} or paragraph.keys[
        i : i + 2
    ] == ("به", "نقل")


def link_after(paragraph: Paragraph, cue: Cue) -> tuple[Link, int]:
    """How the cue is joined to what follows, and where that begins."""
    _, stop = paragraph.sentence(cue.last - 1)
    i = _past_adverbs(paragraph, cue.last, stop)
    if (colon := _colon_after(paragraph, cue.last)) is not None:
        return ":", colon + 1
    word = paragraph.key_at(i)
    if i >= stop or paragraph.at(i) in {".", "؟", "!", "؛", "…"}:
        return "end", i
    if paragraph.at(i) in {"،", ","}:
        return _after_comma(paragraph, i + 1)
    if word in _CONJUNCTIONS:
        return "که", i + 1 + _doubled(paragraph, i + 1)
    if word in {"بر", "از", "به"} and "".join(paragraph.keys[i + 1 : i + 3]).startswith("اینکه"):
        return "که", i + 2 + (paragraph.key_at(i + 1) == "این")
    if word == "این" and paragraph.key_at(i + 1) == "که":
        return "که", i + 2
    if paragraph.at(i) in OPENING_MARKS:
        return "«", i
    return ("و", i) if word in {"و", "ولی", "اما"} else ("bare", cue.last)


def _doubled(paragraph: Paragraph, i: int) -> int:
    """«گفت که، …»: a comma after که."""
    return int(paragraph.at(i) in {"،", ","})


def _after_comma(paragraph: Paragraph, i: int) -> tuple[Link, int]:
    if paragraph.key_at(i) in {"که", "اینکه"}:
        return "که", i + 1
    return ("«", i) if paragraph.at(i) in OPENING_MARKS else ("bare", i)


def _past_adverbs(paragraph: Paragraph, i: int, stop: int) -> int:
    """Past «گفت (سه‌شنبه) امروز نیز که»: adverbs and brackets right after the cue, if که follows."""
    j = i
    while j < stop:
        if paragraph.at(j) == "(" and ")" in [paragraph.at(k) for k in range(j, min(j + 6, stop))]:
            j = next(k for k in range(j, stop) if paragraph.at(k) == ")") + 1
        elif found := adverbs().at(paragraph.keys[:stop], j):
            j = found[0]
        else:
            break
    return j if paragraph.key_at(j) in _CONJUNCTIONS or paragraph.at(j) in OPENING_MARKS else i


def _colon_after(paragraph: Paragraph, i: int) -> int | None:
    """The colon that belongs to a cue: no verb, comma or mark may stand between."""
    for j in range(i, min(i + COLON_REACH, len(paragraph))):
        if paragraph.at(j) == ":":
            return j
        stopper = paragraph.at(j) in OPENING_MARKS or paragraph.at(j) in {".", "،", "؛", "؟", "»", "!"}
        if (
            stopper
            or j in paragraph.verbs
            or (paragraph.key_at(j) in {"که", "و"} and paragraph.at(j + 1) != ":")
        ):
            return None
    return None
