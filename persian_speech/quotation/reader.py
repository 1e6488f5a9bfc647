"""Reads a document paragraph by paragraph: finds drafts and remembers who has spoken."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date as Date  # noqa: N812 - a parameter is called «date»

from persian_speech.actors.cast import Cast
from persian_speech.actors.members import Member
from persian_speech.quotation.acting import with_acts
from persian_speech.quotation.attribution import Attribution, attribute, cites, looks_back, writes
from persian_speech.quotation.awaited import awaits
from persian_speech.quotation.continuing import is_signed
from persian_speech.quotation.direct import marked_below, parted, speech
from persian_speech.quotation.drafts import is_anonymous, is_of_plot, tells
from persian_speech.quotation.ends import speech_end
from persian_speech.quotation.forms import RULES
from persian_speech.quotation.found import Found, is_document, shared_mention
from persian_speech.quotation.interruptions import LONGEST_LABEL, label
from persian_speech.quotation.interviews import (
    announces,
    guest_in_talk,
    interviewee,
    is_asked_on,
    is_interview,
)
from persian_speech.quotation.introducers import Introducer, introducers
from persian_speech.quotation.lasting import leave_open
from persian_speech.quotation.memory import Memory
from persian_speech.quotation.nobody import nobodys
from persian_speech.quotation.noting import (
    Narrated,
    announced,
    author_after,
    note_called,
    note_inside,
    note_paper,
    note_sentences,
)
from persian_speech.quotation.opening import Line, opening
from persian_speech.quotation.own_reports import is_of_report
from persian_speech.quotation.page_lines import (
    heads_news,
    is_answered,
    is_aside,
    is_boilerplate,
    is_footer,
    is_label,
    is_signature,
    is_signed_with_office,
)
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.passives import with_passives
from persian_speech.quotation.predicates import inside_judged_object
from persian_speech.quotation.relays import credits_paper, relay_start, report_says
from persian_speech.quotation.scene import Draft, Scene
from persian_speech.quotation.sources import Named, mention_of
from persian_speech.quotation.transcripts import talker
from persian_speech.quotation.trimming import trim
from persian_speech.quotation.whom import Place

UPDATE = "🔄"  # above what a channel has added to its post
SHARED = 3  # quotations among which is the one whose subject a cue shares


def _labels(paragraph: Paragraph) -> list[int]:
    """Where a sentence opens with a few words and a colon: «… خواهد بود. دانا: …»"""
    texts = paragraph.tokens.texts
    starts = (first for first, _ in paragraph.sentences_from(paragraph.opening + 1))
    return [i for i in starts if ":" in texts[i : i + LONGEST_LABEL] and i not in paragraph.quoted]


def _reports(paragraph: Paragraph, draft: Draft) -> bool:
    """«در این قطعنامه آمده است که …», «این گزارش می‌گوید …»: what is written, whoever wrote it."""
    return writes(draft) or report_says(paragraph, draft)


class Reader:
    """Reads paragraphs in order and remembers who has spoken."""

    def __init__(self, date: Date | None = None, *, handled: bool = False) -> None:
        self.memory = Memory(Narrated(Cast(date)), handled=handled)

    @property
    def found(self) -> Sequence[Found]:
        """The quotations, in the order in which they were found."""
        return self.memory.found

    @property
    def cast(self) -> Cast:
        """Who has spoken or has been told of."""
        return self.memory.cast

    def read(self, paragraph: Paragraph, following: Sequence[Paragraph] = ()) -> None:
        """Find the paragraph's quotations and add them; ``following`` tells where a « is closed."""
        memory = self.memory
        if awaits(memory, paragraph, following) or is_aside(paragraph):
            return
        memory.news = memory.news or (memory.begins and heads_news(paragraph))
        self._note_guest(paragraph, following)
        if is_boilerplate(paragraph):
            self._pass_over(paragraph)
            return
        if is_label(paragraph) and not (memory.open is not None and is_answered(paragraph)):
            memory.close()
        if memory.open is not None and self._signs_off(paragraph, following, memory.open):
            return
        known = memory.narrated.known_length
        memory.talker = talker(paragraph, memory.number, known) or memory.talker
        before = len(memory.found)
        memory.waiting, headed, memory.paper = None, memory.waiting, None
        self._find(paragraph, headed, following)
        fresh = memory.found[before:]
        leave_open(memory, paragraph, fresh, headed, following)
        if not fresh:
            self._tell(paragraph)
        memory.number += 1
        memory.bullet = ""
        memory.previous = paragraph

    def _note_guest(self, paragraph: Paragraph, following: Sequence[Paragraph]) -> None:
        """«با سارا دانا گفت‌وگو کرده‌ایم.», «مشروح گفت‌وگو با دانا به شرح زیر است:»"""
        memory, known = self.memory, self.memory.narrated.known_length
        if memory.guest is None or not (memory.interview and memory.guest.name):
            guest = interviewee(paragraph, memory.number, known)
            memory.interview = memory.interview or (guest is not None and is_asked_on(following))
            memory.guest = guest or memory.guest or guest_in_talk(paragraph, memory.number, known)
        memory.interview = memory.interview or announces(paragraph)

    def _pass_over(self, paragraph: Paragraph) -> None:
        """A line of the page's own."""
        # A bullet may stand on a line of its own above its item.
        self.memory.bullet = paragraph.at(0) if paragraph.bullets == len(paragraph) else ""
        if is_footer(paragraph) or self.memory.bullet == UPDATE:
            self.memory.close()

    def _signs_off(self, paragraph: Paragraph, following: Sequence[Paragraph], last: Found) -> bool:
        """«بهرام رایان، شهردار» below a letter: who has written it."""
        signed = is_signed(paragraph, last)
        if not signed and not is_signature(paragraph, following):
            return False
        memory = self.memory
        letters = memory.waiting is not None and is_document(memory.waiting)  # two letters of one writer
        office = is_signed_with_office(paragraph, following)
        if paragraph.stray_closer is not None or office or (signed and not letters):
            memory.close()
            memory.in_marks = False
        return True

    def _tell(self, paragraph: Paragraph) -> None:
        """A paragraph of the narrator's, or a headline."""
        memory = self.memory
        if memory.begins:
            told = announced(memory.narrated.known_length, paragraph, memory.number)
            memory.author = told if told and self.cast.author is None else memory.author
        if paragraph.stopped:
            # A headline's subject («آوینی …») is seldom the story's speaker.
            memory.narrated.tell(paragraph, memory.number)

    def _find(self, paragraph: Paragraph, headed: Found | None, following: Sequence[Paragraph]) -> None:
        memory = self.memory
        note_paper(self.cast, paragraph, memory.number)
        known = memory.narrated.known_length
        scene = with_passives(with_acts(Scene(paragraph, introducers(paragraph), known, paragraph.opening)))
        start = relay_start(scene)
        line = Line(scene, following, headed, start is not None, memory.marker_of(paragraph))
        opens = opening(memory, line)
        if opens is not None:
            scene = self._add(opens, scene, headed=headed)
        elif start is not None:
            scene = scene.above(start)
        labels = _labels(paragraph) if ":" in paragraph.tokens.texts else []
        for intro in scene.intros:
            while labels and labels[0] < intro.first:
                scene = self._labelled(labels.pop(0), scene)
            if intro.first >= scene.floor:
                scene = self._introduced(intro, scene)
        for first in labels:
            scene = self._labelled(first, scene)

    def _labelled(self, first: int, scene: Scene) -> Scene:
        """«… خواهد بود. دانا: …»: what one says mid-paragraph, after the name and a colon."""
        paragraph = scene.paragraph
        found = label(paragraph, first, scene.known) if first >= scene.floor else None
        if found is None or found[0][0] >= found[0][1]:  # «وی 🔹 :»
            return scene
        mention, colon = found
        end = speech_end(paragraph, colon + 1, scene.intros, None, scene.known)
        content = trim(paragraph, colon + 1, end.at)
        return self._add(Draft("headline", None, content, (first, colon), mention, end.rule), scene)

    def _introduced(self, intro: Introducer, scene: Scene) -> Scene:
        """Add what the introducer introduces, if that is somebody's speech."""
        paragraph = scene.paragraph
        draft = next((found for rule in RULES if (found := rule(scene, intro))), None)
        if draft is None or not tells(draft, paragraph):
            return scene
        if is_anonymous(draft, paragraph):
            return scene.above(draft.taken) if is_of_plot(draft, paragraph) else scene
        named = mention_of(scene, draft)
        if credits_paper(scene, draft, named[0]):
            return scene.above(draft.content[0])
        if inside_judged_object(scene, intro) or nobodys(self._place(paragraph), draft, named[0]):
            return scene
        note_sentences(self.cast, scene, intro.first, self.memory.number)
        return scene if is_interview(draft, paragraph, named[0]) else self._add_both(draft, scene, named)

    def _add_both(self, draft: Draft, scene: Scene, named: Named) -> Scene:
        """«این طرح را شتاب‌زده خواند: پاسخ نامه ما …»: what is said of a thing, then the words themselves.

        «باغ را نمی‌فروشیم»، دانا گفت، «و …»: both halves of what the cue parts, and what stands in marks
        after it.
        """
        half = parted(scene, draft) if draft.rule in {"marked_after_cue", "colon_marked"} else None
        if half is not None:
            self._add(half, scene, named)
        after = self._add(draft, scene, named)
        below = marked_below(after, draft)
        if below is not None:
            return self._add(below, after, named)
        intro = draft.intro
        if draft.rule != "predicative" or intro is None or intro.link != ":":
            return after
        words = speech(scene, intro, intro.content)
        said = words is not None and words.content[0] < words.content[1]
        return self._add(replace(words, mention=draft.mention), scene) if words and said else after

    def _add(
        self, draft: Draft, scene: Scene, named: Named | None = None, headed: Found | None = None
    ) -> Scene:
        """Add the quotation; ``named`` is its speaker if looked for, ``headed`` whose cue it may take."""
        memory = self.memory
        head = headed if draft.manner.form == "continued" and not memory.told else None
        if head is not None:
            memory.told = True
            draft = replace(draft, rule=head.draft.rule)
        attribution = self._attributed(draft, scene, named)
        self._heard(draft, scene, attribution.member)
        if attribution.teller is not None:
            self.cast.subject = attribution.teller
        if head is not None:
            attribution = replace(head.attribution, mention=attribution.mention)
        found = Found(draft, scene.paragraph, attribution, head)
        if draft.content[0] < draft.content[1]:
            told = attribution.mention or attribution.member
            if told or draft.manner.form in {"colon", "marked"} or _reports(scene.paragraph, draft):
                memory.found.append(found)  # «می‌گفتند باران می‌آید» of nobody is talk
        else:
            memory.waiting, memory.told = found, False
        return scene.above(draft.taken)

    def _heard(self, draft: Draft, scene: Scene, member: Member | None) -> None:
        """The cast has heard ``member`` speak."""
        cast, number = self.cast, self.memory.number
        back = draft.rule == "claim" or looks_back(draft, scene.intros) or cites(draft, scene)
        back = back or (
            draft.rule == "nominal" and draft.intro is not None and is_of_report(draft.intro.lemma)
        )
        cast.spoke(member, looks_back=back)
        cast.author = author_after(cast, draft, scene, member, number)
        headlined = draft.rule == "headline"
        if member is not None:
            member.direct = draft.manner.kind == "direct"
            member.honoured = member.honoured or (draft.intro is not None and draft.intro.number == "pl")
            member.headlined = member.headlined or (headlined and len(cast.members) == 1)
        if headlined:
            note_inside(cast, draft, scene, number)
        note_called(cast, scene.paragraph, draft, number)

    def _attributed(self, draft: Draft, scene: Scene, named: Named | None) -> Attribution:
        """Who says it: who said the paragraph before where this one goes on, else whom the clause names."""
        memory = self.memory
        if draft.manner.form == "continued" and memory.open is not None:
            return replace(memory.open.attribution, mention=None, form="dropped", rule="the speaker goes on")
        mention, how = named or mention_of(scene, draft)
        if mention is None and writes(draft) and self.cast.author is None and memory.author is not None:
            self.cast.author = self.cast.resolve(memory.author)[0]
        if mention is None:
            last = memory.found[-1] if memory.found else None
            mention, how = shared_mention(last, draft, scene), "one subject of two cues"
            told = (f for f in memory.found[-SHARED:] if f.paragraph is scene.paragraph) if mention else ()
            same = next((f for f in told if f.attribution.mention == mention), None)
            if same is not None:
                return replace(same.attribution, rule=how)
        place = self._place(scene.paragraph)
        if draft.rule == "headline":
            place.label = memory.label
            place.behind = len(scene.paragraph) if self._answers_line(draft, scene.paragraph) else 0
        return attribute(place, draft, scene.intros, mention, how)

    def _answers_line(self, draft: Draft, paragraph: Paragraph) -> bool:
        """«رئیس جلسه: … .» and, on the next line, «نیک‌نام: …»: two in turn; a headline has no full stop."""
        last = self.memory.found[-1] if self.memory.found else None
        if last is None or last.draft.rule != "headline" or last.paragraph is not self.memory.previous:
            return False
        one, other = last.attribution.mention, draft.mention
        posted = paragraph.bullets or self.memory.emblem
        if one is None or other is None or posted or not last.paragraph.stopped:
            return False
        return last.paragraph.keys[slice(*one)] != paragraph.keys[slice(*other)]

    def _place(self, paragraph: Paragraph) -> Place:
        memory = self.memory
        last = memory.found[-1] if memory.found else None
        here = last is not None and last.paragraph is paragraph and last.attribution.mention
        behind = here[0] if here else 0
        return Place(self.cast, paragraph, memory.number, memory.previous, behind=behind)
