"""What a paragraph opens with: a headline, «نام: …», or the speaker of the last one going on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from persian_speech.actors.phrases import HUMAN
from persian_speech.quotation.continuing import (
    LONGEST_LABEL,
    Standing,
    continued,
    inside_marks,
    right_below,
    tells_day,
)
from persian_speech.quotation.first_person import first_person
from persian_speech.quotation.found import Found, goes_on, is_document, is_sourced, speaks_on
from persian_speech.quotation.headlines import headline, names_label
from persian_speech.quotation.interviews import asks, is_asked_under, is_question, is_reporters, is_strangers
from persian_speech.quotation.lexicon import pronouns
from persian_speech.quotation.memory import Memory
from persian_speech.quotation.minutes import is_minutes, minuted
from persian_speech.quotation.page_lines import is_all_marked, is_heading, mourns
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.relays import is_press, is_reporter, passes_on
from persian_speech.quotation.scene import Draft, Scene
from persian_speech.quotation.told_of import sets_scene, tells_of
from persian_speech.text.letters import DASHES

_MODALS = frozenset({"باید", "نباید", "ممکن"})
LEDE = 2  # lines of a headline that its lede stands below
_PLAIN = DASHES | {"*", "•"}
LONGEST_CHAIN = 24  # paragraphs without bullets that a headline's speaker may go on for


@dataclass(slots=True, eq=False)  # a view, as a clause is
class Line:
    """The paragraph at hand as it stands among the others."""

    scene: Scene
    following: Sequence[Paragraph]
    headed: Found | None
    """The line before, whose colon waits for what is said."""
    relayed: bool
    """Whether a paper heads it that only passes on what another has said."""
    marker: str
    """Its bullet, or the one on a line of its own above it."""

    @property
    def paragraph(self) -> Paragraph:
        """Its tokens."""
        return self.scene.paragraph

    @property
    def bulleted(self) -> bool:
        """Whether it is an item of a list, or a post's first line."""
        return self.marker != ""


def opening(memory: Memory, line: Line) -> Draft | None:
    """A headline, or the last paragraph's speaker going on."""
    memory.in_marks = memory.in_marks and not _is_told_again(line.scene)
    if memory.in_marks and memory.open is not None:
        return inside_marks(line.scene)
    memory.emblem = memory.bullet != "" if memory.number == 0 else memory.emblem
    memory.label = memory.begins and names_label(line.paragraph, line.following)
    found = _headline(memory, line)
    if found is not None and is_question(found, line.paragraph, line.following):
        memory.dialogue = True
        return None
    if found is None and line.headed is not None and _is_asked(line, line.headed):
        memory.dialogue = True
        return None
    memory.dialogue = found is not None or (memory.dialogue and memory.open is not None)
    if found is not None:
        _remember(memory, line, found)
    anew = line.relayed or _is_next_item(memory, line)
    memory.nested = found is None and (memory.nested or (line.bulleted and line.marker != memory.marker))
    if found is None and memory.open is not None and not anew:
        return _going_on(memory, line, memory.open)
    return found


def _is_told_again(scene: Scene) -> bool:
    """«مدیر بندر افزود: …» below a « left open: who has spoken is named, with a cue and its colon.

    «او افزود: «…»»: or a pronoun, and marks of its own that end the paragraph.
    """
    paragraph, first = scene.paragraph, scene.paragraph.opening
    near = [o for o in scene.intros if o.link == ":" and first < o.first <= first + LONGEST_LABEL]
    if not near or near[0].manner != "finite":
        return False
    mark = scene.mark_at(near[0].content)
    own = mark is not None and mark.last >= len(paragraph) - 2
    if own and pronouns().at(paragraph.keys, first):
        return near[0].tense == "past" and near[0].number == "sg"
    told = near[0].tense == "past" or (own and near[0].tense == "present")
    return told and scene.known(paragraph.keys[: near[0].first], first) > 0


def _is_asked(line: Line, headed: Found) -> bool:
    """«خبرنگار پگاه:» alone above, and a question."""
    mention = headed.draft.mention
    label = headed.paragraph.keys[slice(*mention)] if mention and headed.draft.intro is None else ()
    return label != () and is_asked_under(label, line.paragraph, line.following)


def _headline(memory: Memory, line: Line) -> Draft | None:
    """«شهردار: …» where lines are set so: at the beginning, in a list, in an interview; or in minutes."""
    if line.relayed:
        return None
    memory.minutes = memory.minutes or is_minutes(line.paragraph, line.following, line.scene.known)
    if memory.minutes and (said := minuted(line.scene)) is not None:
        return said
    answering = memory.dialogue or (memory.open is not None and goes_on(memory.open))
    opens = memory.begins or line.bulleted or answering
    posted = ":" in line.paragraph.tokens.texts and (memory.emblem or memory.handled)
    return headline(line.scene, opens_document=opens, named=memory.label, posted=posted)


def _remember(memory: Memory, line: Line, found: Draft) -> None:
    """A headline: whose it is, and how it is set."""
    memory.chain = 0
    memory.teller = line.paragraph.keys[slice(*found.mention or found.clause)]
    memory.cast.digest = memory.cast.digest or (line.bulleted and memory.marker == line.marker)
    memory.marker = line.marker
    first = memory.number == 0
    memory.posted = line.bulleted if first else memory.emblem and memory.begins and not line.bulleted


def _is_next_item(memory: Memory, line: Line) -> bool:
    """«🔹» after the «•» points of the last «🔹»."""
    return memory.nested and line.bulleted and line.marker == memory.marker


def _going_on(memory: Memory, line: Line, last: Found) -> Draft | None:
    """The speaker of ``last``, which ran to its paragraph's end, speaks on."""
    scene, headed = line.scene, line.headed
    memory.chain += 1
    listed = _is_listed(memory, line, last)
    certain = listed or any(rule(memory, line, last) for rule in CERTAIN)
    asked = is_strangers(line.paragraph, line.following) or (not certain and is_reporters(line.paragraph))
    others = tells_of(line.paragraph, last) or asked or _is_channels(memory, line, certain=certain)
    if others or _passes_on(memory, scene, last):
        return None
    second = headed is None and listed and memory.chain == 1
    if second and sets_scene(line.paragraph, line.following, memory.teller):
        return None
    if _heads(memory, line, certain=certain) or _is_lede(memory, line):
        return None
    first = headed is not None and not memory.told and not is_document(headed)
    below = memory.essay or (headed is not None and speaks_on(headed))
    found = right_below(scene) if first else None
    standing = Standing(certain, headed=below, listed=listed, plain=listed and not line.bulleted)
    return found or continued(scene, last, standing)


def _is_channels(memory: Memory, line: Line, *, certain: bool) -> bool:
    """«🖼 چرا سد خالی است؟» below «🔹 دانا گفت: …»: another bullet is the channel's, unless it says «ما»."""
    other = line.bulleted and memory.points not in {"", line.marker} and not certain
    return other and not first_person(line.paragraph, line.paragraph.opening, len(line.paragraph))


def _is_lede(memory: Memory, line: Line) -> bool:
    """«شهردار در دیدار مربیان:», «باغ زنده است» and, below the two, «جمعی از مربیان صبح امروز …»."""
    titled = memory.number == memory.chain == LEDE and memory.previous is not None
    return titled and not (memory.previous and memory.previous.stopped) and tells_day(line.paragraph)


def _is_listed(memory: Memory, line: Line, last: Found) -> bool:
    """«شهردار: …» and, below, «🔹 …», «🔹 …»; or the plain lines of a post."""
    if memory.cast.digest and memory.marker in _PLAIN and line.paragraph.at(0) in _PLAIN:
        return False  # «- شهردار: …», «- نان گران می‌شود», «* پگاه»: headlines side by side
    if line.bulleted:
        listed = goes_on(last) or (
            last.draft.manner.form == "colon" and not _is_starred_news(memory, line, last)
        )
        listed = listed and (memory.posted or memory.points in {"", line.marker})
    else:
        listed = memory.posted and goes_on(last)
    return listed and not memory.news


def _is_starred_news(memory: Memory, line: Line, last: Found) -> bool:
    """«… نوشت: سد پر است.» and, below, «* پل تازه باز شد.»: a paper's stars part its short news."""
    starred = line.paragraph.at(0).startswith("*") and last.head is None
    return starred and memory.previous is not None and memory.previous.stopped


def _is_awaited(memory: Memory, line: Line, last: Found) -> bool:
    """«ترامپ:» or «متن نامه به این شرح است:» stands alone above."""
    return line.headed is not None and (is_document(line.headed) or memory.chain < LONGEST_CHAIN)


def _is_quoted(memory: Memory, line: Line, last: Found) -> bool:
    """«شهردار: …» and, below, «… » in marks from end to end."""
    return last.draft.manner.form == "headline" and is_all_marked(line.paragraph)


def _is_of_essay(memory: Memory, line: Line, last: Found) -> bool:
    """A paragraph of the article, unless it tells whence it has its news."""
    return memory.essay and not is_sourced(line.paragraph)


def _is_advice(memory: Memory, line: Line, last: Found) -> bool:
    """«شهردار گفت: …», «مردم باید صبر کنند.» and «وی افزود: …»: what should or may be, between his words."""
    paragraph, following = line.paragraph, line.following[:1]
    between = last.draft.manner.form == "colon" and bool(following) and paragraph.stopped
    between = between and following[0].key_at(following[0].opening) in HUMAN and not line.scene.intros
    return between and any(word in _MODALS or word.endswith("توانند") for word in paragraph.keys)


CERTAIN: tuple[Callable[[Memory, Line, Found], bool], ...] = (
    _is_awaited,
    _is_quoted,
    _is_of_essay,
    _is_advice,
)
"""Where the last speaker goes on whether or not the paragraph sounds like speech."""


def _passes_on(memory: Memory, scene: Scene, last: Found) -> bool:
    """«روزنامه پگاه: …» and, below, «شهردار گفت که …»: the paper goes on after what he says."""
    passed = goes_on(last) and passes_on(scene, scene.paragraph.opening, memory.teller)
    memory.paper = last if passed and (is_press(memory.teller) or is_reporter(memory.teller)) else None
    return passed


def _heads(memory: Memory, line: Line, *, certain: bool) -> bool:
    """Whether the paragraph is a heading; what was waiting goes on below it where it must."""
    if memory.previous is None or not memory.previous.stopped:
        return False
    paragraph, headed = line.paragraph, line.headed
    letter = headed is not None and is_document(headed)
    starred = paragraph.bullets > 0 and paragraph.at(0).startswith("*")
    between = memory.interview and any(map(asks, line.following[:1]))  # above the next question
    may = not certain or letter or starred or between
    if not may or not is_heading(paragraph, line.following[:1], inside=letter):
        return False
    if letter and not any(map(mourns, line.following[:1])):
        memory.waiting = headed  # «۲- رشد تولید» stands between a report's paragraphs
    return True
