"""Reads a document paragraph by paragraph: finds drafts and remembers who has spoken."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date as Date  # noqa: N812 - a parameter is called «date»

from persian_speech.actors.cast import Cast
from persian_speech.actors.members import Member, Reference
from persian_speech.quotation.attribution import Attribution, Place, attribute, cites, looks_back, writes
from persian_speech.quotation.continuing import (
    continued,
    inside_marks,
    is_signed,
    is_told_again,
    right_below,
    tells_of,
)
from persian_speech.quotation.direct import speech
from persian_speech.quotation.drafts import is_anonymous, is_of_plot, tells
from persian_speech.quotation.forms import RULES
from persian_speech.quotation.found import (
    Found,
    gives_text,
    goes_on,
    is_document,
    is_essay,
    is_sourced,
    left_in_marks,
    names_itself,
    runs_on,
    shared_mention,
    speaks_on,
    wholly_marked,
)
from persian_speech.quotation.headlines import headline, names_label
from persian_speech.quotation.interviews import (
    interviewee,
    is_asked_below,
    is_askers,
    is_interview,
    is_question,
)
from persian_speech.quotation.introducers import introducers
from persian_speech.quotation.nobody import nobodys
from persian_speech.quotation.noting import Narrated, announced, author_after, note_inside, note_sentences
from persian_speech.quotation.page_lines import (
    heads_news,
    is_all_marked,
    is_answered,
    is_boilerplate,
    is_footer,
    is_heading,
    is_label,
    is_signature,
    mourns,
)
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.predicates import inside_judged_object
from persian_speech.quotation.relays import is_press, passes_on, relay_start
from persian_speech.quotation.scene import Draft, Scene
from persian_speech.quotation.sources import mention_of
from persian_speech.quotation.transcripts import heads_talk, heads_text, is_own_text, talker, text_of

LONGEST_CHAIN = 24  # paragraphs without bullets that a headline's speaker may go on for
HEADLINES = 3  # paragraphs at a document's beginning where «نام: …» needs no other sign


class Reader:
    """Reads paragraphs in order and remembers who has spoken."""

    def __init__(self, date: Date | None = None) -> None:
        self.narrated = Narrated(Cast(date))
        self.found: list[Found] = []
        self.number = 0
        self.bullet = ""
        self.previous: Paragraph | None = None
        self.marker, self.nested = "", False
        self.open: Found | None = None
        """Direct speech that ran to the end of the last paragraph and may go on."""
        self.waiting: Found | None = None
        """A colon that ended its paragraph: what is said stands in the next ones."""
        self.in_marks = False
        """Whether a « of the open quotation is closed in a later paragraph."""
        self.chain = 0
        """Paragraphs that went on since the last headline."""
        self.told = False
        """Whether the first of those has been given the waiting cue."""
        self.dialogue = False
        """Whether the paragraph before was a line of an interview, «نام: …»."""
        self.points = ""
        """The bullet of the points that the open speech has gone on in: «🔸» after «🔹» is the narrator's."""
        self.emblem = False
        """Whether an emoji stands above the document, as above a post."""
        self.posted = False
        """Whether a post opened with an emoji and «نام: …»: the lines below are the speaker's."""
        self.label = False
        """Whether the line opens with a plain word that is a surname further on: «دلخوش: …»."""
        self.news = False
        """Whether a line heads short news, each of its own («#چند_خبر_کوتاه»)."""
        self.essay = False
        """Whether the open quotation is from an article of which the document gives the whole."""
        self.talker: Reference | None = None
        """Whose talk or post a line has announced: «گفت‌وگوی ترامپ با خبرنگاران»."""
        self.guest: Reference | None = None
        """Who is interviewed, if the document says so."""
        self.author: Reference | None = None
        """Whose statement or letter the headline announces."""
        self.teller: tuple[str, ...] = ()
        """The words before the last headline's colon: a paper's, it may be."""
        self.paper: Found | None = None
        """The paper's own words, which what it passes on in this paragraph only interrupts."""

    @property
    def cast(self) -> Cast:
        """Who has spoken or has been told of."""
        return self.narrated.cast

    def read(self, paragraph: Paragraph, following: Sequence[Paragraph] = ()) -> None:
        """Find the paragraph's quotations and add them; ``following`` tells where a « is closed."""
        if self._heads_text(paragraph, following) or self._asked(paragraph, following):
            return
        self.news = self.news or (self.number < HEADLINES and heads_news(paragraph))
        if is_boilerplate(paragraph):
            # A bullet may stand on a line of its own above its item.
            self.bullet = paragraph.at(0) if paragraph.bullets == len(paragraph) else ""
            if is_footer(paragraph):
                self.open = self.waiting = None
            return
        if is_label(paragraph) and not (self.open is not None and is_answered(paragraph)):
            self.open = self.waiting = None
        if self.open is not None and (is_signature(paragraph, following) or is_signed(paragraph, self.open)):
            letters = self.waiting is not None and is_document(self.waiting)  # two letters of one writer
            if paragraph.stray_closer is not None or (is_signed(paragraph, self.open) and not letters):
                self.open, self.waiting, self.in_marks = None, None, False
            return
        self.talker = talker(paragraph, self.number, self.narrated.known_length) or self.talker
        self.guest = self.guest or interviewee(paragraph, self.number, self.narrated.known_length)
        before = len(self.found)
        self.waiting, headed, self.paper = None, self.waiting, None
        self._find(paragraph, headed, following)
        fresh = self.found[before:]
        self.open = self._left_open(paragraph, fresh, headed)
        self.essay = self.open is not None and (
            is_essay(self.open) or (self.essay and self.open.draft.manner.form == "continued")
        )
        self.posted = self.posted and all(goes_on(one) for one in fresh)
        own_line = self.open is None or self.open.draft.manner.form in {"headline", "marked"}
        self.points = "" if own_line or self.number == 0 else self._marker(paragraph)
        shut = paragraph.stray_closer is not None
        self.in_marks = not shut if self.in_marks else left_in_marks(paragraph, fresh, following)
        if not fresh and self.number < HEADLINES:
            told = announced(self.narrated.known_length, paragraph, self.number)
            self.author = told if told and self.cast.author is None else self.author
        if not fresh and paragraph.stopped:
            # A headline's subject («آوینی …») is seldom the story's speaker.
            self.narrated.tell(paragraph, self.number)
        self.number += 1
        self.bullet = ""
        self.previous = paragraph

    def _heads_text(self, paragraph: Paragraph, following: Sequence[Paragraph]) -> bool:
        """«ترامپ: …»، «گفت‌وگوی ترامپ با خبرنگاران» and, below, «ترجمه ماشین:»: what follows is his."""
        if not heads_text(paragraph) and not heads_talk(paragraph, self.number, following):
            return False
        told = talker(paragraph, self.number, self.narrated.known_length)
        told = told or (None if self.open else self.talker)
        member = self.cast.resolve(told)[0] if told else None
        if self.open is not None and member is None and self.open.draft.gives_words:
            member = self.open.attribution.member
        if member is None or not is_own_text(following, body=member.kind == "body"):
            return False
        return self._waits(member, paragraph)

    def _asked(self, paragraph: Paragraph, following: Sequence[Paragraph]) -> bool:
        """«* سد کی پر می‌شود؟»: who is interviewed answers below; «گزارشگر: …»: what is asked is left out."""
        if is_askers(paragraph):
            self.open = self.waiting = None
            return True
        asked = self.guest is not None and is_asked_below(paragraph, following)
        member = self.cast.resolve(self.guest)[0] if asked and self.guest else None
        return member is not None and self._waits(member, paragraph)

    def _waits(self, member: Member, paragraph: Paragraph) -> bool:
        self.open = self.waiting = text_of(member, paragraph)
        self.told, self.chain, self.bullet, self.points = False, 0, "", ""
        return True

    def _left_open(self, paragraph: Paragraph, fresh: Sequence[Found], headed: Found | None) -> Found | None:
        """The direct speech that ran to the paragraph's end."""
        if self.waiting is not None:
            return self.waiting
        if not fresh and self.posted and self._marker(paragraph) != "":
            return self.open  # a point that sounds like another's does not end the list
        if self.paper is not None and all(one.draft.manner.kind == "indirect" for one in fresh):
            self.waiting = headed
            return self.paper
        if not fresh or not runs_on(fresh[-1], paragraph):
            self.waiting = headed if fresh and headed and names_itself(headed, fresh[-1]) else None
            return self.waiting
        below = fresh[-1].head is not None or fresh[-1].draft.manner.form == "continued"
        if headed is not None and speaks_on(headed) and below and not wholly_marked(fresh[-1]):
            self.waiting = headed
        elif gives_text(fresh[-1]):
            self.waiting, self.told = fresh[-1], True
        return fresh[-1]

    def _find(self, paragraph: Paragraph, headed: Found | None, following: Sequence[Paragraph]) -> None:
        intros = introducers(paragraph)
        scene = Scene(paragraph, intros, self.narrated.known_length, paragraph.opening)
        opening = self._opening(scene, headed, following)
        if opening is not None:
            scene = self._add(opening, scene, headed)
        elif (start := relay_start(scene)) is not None:
            scene = replace(scene, floor=start)
        for intro in intros:
            if intro.first < scene.floor:
                continue
            draft = next((found for rule in RULES if (found := rule(scene, intro))), None)
            if draft is None or not tells(draft, paragraph):
                continue
            if is_anonymous(draft, paragraph):
                scene = replace(scene, floor=draft.taken) if is_of_plot(draft, paragraph) else scene
                continue
            place = Place(self.cast, paragraph, self.number, self.previous)
            if not nobodys(place, draft, scene) and not inside_judged_object(scene, intro):
                note_sentences(self.cast, scene, intro.first, self.number)
                if not is_interview(draft, scene):
                    scene = self._add_both(draft, scene)

    def _add_both(self, draft: Draft, scene: Scene) -> Scene:
        """«این طرح را شتاب‌زده خواند: پاسخ نامه ما …»: what is said of a thing, then the words themselves."""
        after = self._add(draft, scene)
        intro = draft.intro
        if draft.rule != "predicative" or intro is None or intro.link != ":":
            return after
        words = speech(scene, intro, intro.content)
        said = words is not None and words.content[0] < words.content[1]
        return self._add(replace(words, mention=draft.mention), scene) if words and said else after

    def _opening(self, scene: Scene, headed: Found | None, following: Sequence[Paragraph]) -> Draft | None:
        """A headline, or the last paragraph's speaker going on."""
        if self.in_marks and self.open is not None and not is_told_again(scene):
            return inside_marks(scene)
        marker = self._marker(scene.paragraph)
        bulleted = marker != ""
        self.emblem = self.bullet != "" if self.number == 0 else self.emblem
        dialogue = self.dialogue or (
            self.open is not None and self.open.draft.manner.form in {"headline", "continued"}
        )
        opens = self.number < HEADLINES
        self.label = opens and names_label(scene.paragraph, following)
        found = headline(scene, opens_document=opens or bulleted or dialogue, named=self.label)
        if found is not None and is_question(found, scene.paragraph, following):
            self.dialogue = True
            return None
        self.dialogue = found is not None or (self.dialogue and self.open is not None)
        if found is not None:
            self.chain = 0
            self.teller = scene.paragraph.keys[slice(*found.mention or found.clause)]
            self.cast.digest = self.cast.digest or (bulleted and self.marker == marker)
            self.marker = marker
            self.posted = bulleted if self.number == 0 else self.emblem and opens and not bulleted
        new_item = relay_start(scene) is not None or (self.nested and bulleted and marker == self.marker)
        self.nested = found is None and (self.nested or (bulleted and marker != self.marker))
        if found is None and self.open is not None and not new_item:
            listed = bulleted and self.open.draft.manner.form in {"headline", "continued", "colon"}
            listed = listed and (self.posted or self.points in {"", marker})
            self.chain += 1
            below_line = headed is not None and (is_document(headed) or self.chain < LONGEST_CHAIN)
            plain = self.posted and not bulleted
            listed = listed or (plain and self.open.draft.manner.form in {"headline", "continued"})
            listed = listed and not self.news
            quoted = self.open.draft.manner.form == "headline" and is_all_marked(scene.paragraph)
            certain = listed or below_line or quoted or (self.essay and not is_sourced(scene.paragraph))
            if tells_of(scene.paragraph, self.open) or self._passes_on(scene, self.open):
                return None
            below = self.essay or (headed is not None and headed.draft.intro is None)
            stopped = self.previous is not None and self.previous.stopped
            if stopped and self._heads(scene.paragraph, following, headed, certain=certain):
                return None
            first = headed is not None and not self.told and not is_document(headed)
            found = right_below(scene) if first else None
            found = found or continued(scene, self.open, certain=certain, headed=below, listed=listed)
        return found

    def _passes_on(self, scene: Scene, last: Found) -> bool:
        """«روزنامه پگاه: …» and, below, «شهردار گفت که …»: the paper goes on after what he says."""
        passed = goes_on(last) and passes_on(scene, scene.paragraph.opening, self.teller)
        self.paper = last if passed and is_press(self.teller) else None
        return passed

    def _heads(
        self, paragraph: Paragraph, following: Sequence[Paragraph], headed: Found | None, *, certain: bool
    ) -> bool:
        """Whether the paragraph is a heading; what was waiting goes on below it where it must."""
        letter = headed is not None and is_document(headed)
        starred = paragraph.bullets > 0 and paragraph.at(0).startswith("*")
        if (certain and not letter and not starred) or not is_heading(
            paragraph, following[:1], inside=letter
        ):
            return False
        if letter and not any(map(mourns, following[:1])):
            self.waiting = headed  # «۲- رشد تولید» stands between a report's paragraphs
        return True

    def _marker(self, paragraph: Paragraph) -> str:
        """The bullet that opens the paragraph: «🔹» over «•» tells items from their points."""
        return paragraph.at(0) if paragraph.bullets else self.bullet

    def _add(self, draft: Draft, scene: Scene, headed: Found | None = None) -> Scene:
        head = headed if draft.manner.form == "continued" and headed is not None and not self.told else None
        if head is not None:
            self.told = True
            draft = replace(draft, rule=head.draft.rule)
        attribution = self._attributed(draft, scene)
        back = draft.rule == "claim" or looks_back(draft, scene.intros) or cites(draft, scene)
        self.cast.spoke(attribution.member, looks_back=back)
        self.cast.author = author_after(self.cast, draft, scene, attribution.member, self.number)
        member = attribution.member
        if member is not None:
            member.direct = draft.manner.kind == "direct"
        if member is not None and draft.rule == "headline" and len(self.cast.members) == 1:
            member.headlined = True
        if head is not None:
            attribution = replace(head.attribution, mention=attribution.mention)
        if draft.rule == "headline":
            note_inside(self.cast, draft, scene, self.number)
        found = Found(draft, scene.paragraph, attribution, head)
        if draft.content[0] < draft.content[1]:
            self.found.append(found)
        else:
            self.waiting, self.told = found, False
        return replace(scene, floor=draft.taken)

    def _attributed(self, draft: Draft, scene: Scene) -> Attribution:
        """Who says it: who said the paragraph before where this one goes on, else whom the clause names."""
        if draft.manner.form == "continued" and self.open is not None:
            return replace(self.open.attribution, mention=None, form="dropped", rule="the speaker goes on")
        mention, how = mention_of(scene, draft)
        if mention is None and writes(draft) and self.cast.author is None and self.author is not None:
            self.cast.author = self.cast.resolve(self.author)[0]
        if mention is None:
            last = self.found[-1] if self.found else None
            mention, how = shared_mention(last, draft, scene), "one subject of two cues"
        label = draft.rule == "headline" and self.label
        place = Place(self.cast, scene.paragraph, self.number, self.previous, label)
        return attribute(place, draft, scene.intros, mention, how)
