"""The stage that finds a document's quotations and their speakers, paragraph by paragraph."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from persian_speech.actors.cast import Cast, Member, Reference, mention_form, reference, speakers
from persian_speech.document import Document, MentionForm, Quotation, Span, Speaker
from persian_speech.quotation.addressees import find_addressee, find_channel
from persian_speech.quotation.confidence import confidence
from persian_speech.quotation.ends import is_somebody
from persian_speech.quotation.forms import RULES, Draft, Scene
from persian_speech.quotation.headlines import continued, headline, is_boilerplate
from persian_speech.quotation.introducers import introducers
from persian_speech.quotation.lexicon import pronouns
from persian_speech.quotation.paragraph import Paragraph, paragraphs_of
from persian_speech.quotation.sources import mention_of
from persian_speech.quotation.subjects import find_subject
from persian_speech.text.lines import paragraphs

Range = tuple[int, int]
HEADLINES = 3  # paragraphs at a document's beginning where «نام: …» needs no other sign


@dataclass(frozen=True, slots=True)
class Found:
    """A draft with its paragraph and the member of the cast who said it."""

    draft: Draft
    paragraph: Paragraph
    mention: Range | None
    member: Member | None
    form: MentionForm
    rule: str


def extract(document: Document) -> Document:
    """Fill ``document.quotations``, in the order of the text."""
    bounds = tuple(paragraphs(document.text))
    reader = Reader()
    for paragraph in paragraphs_of(document.text, document.tokens, document.sentences, bounds):
        reader.read(paragraph)
    cast = speakers(reader.cast.members)
    found = sorted(reader.found, key=lambda one: one.paragraph.tokens[one.draft.content[0]].start)
    return replace(
        document, quotations=tuple(_finish(one, f"Q{i}", cast) for i, one in enumerate(found, 1))
    )


class Reader:
    """Reads paragraphs in order and remembers who has spoken."""

    def __init__(self) -> None:
        self.cast = Cast()
        self.found: list[Found] = []
        self.number = 0
        self.bullet = False
        self.open: Found | None = None
        """Direct speech that ran to the end of the last paragraph and may go on."""
        self.waiting: Found | None = None
        """A colon that ended its paragraph: what is said stands in the next ones."""

    def read(self, paragraph: Paragraph) -> None:
        """Find the paragraph's quotations and add them."""
        if is_boilerplate(paragraph):
            # A bullet may stand on a line of its own above its item.
            self.bullet = paragraph.bullets == len(paragraph)
            return
        before = len(self.found)
        self.waiting, headed = None, self.waiting
        self._find(paragraph, headed)
        fresh = self.found[before:]
        self.open = self._left_open(paragraph, fresh, headed)
        if not fresh:
            self._note_subject(paragraph)
        self.number += 1
        self.bullet = False

    def _left_open(self, paragraph: Paragraph, fresh: Sequence[Found], headed: Found | None) -> Found | None:
        """The direct speech that ran to the paragraph's end."""
        if self.waiting is not None:
            return self.waiting
        last = fresh[-1] if fresh else None
        runs_on = last is not None and last.draft.kind == "direct" and last.draft.taken >= len(paragraph) - 1
        if runs_on and headed is not None and headed.draft.intro is not None and headed.draft.intro.cls == "document":
            self.waiting = headed
        return last if runs_on else None

    def _find(self, paragraph: Paragraph, headed: Found | None) -> None:
        intros = introducers(paragraph)
        scene = Scene(paragraph, intros, self.cast.known_length, paragraph.opening)
        opening = self._opening(scene, headed)
        if opening is not None:
            scene = self._add(opening, scene)
        for intro in intros:
            if intro.first < scene.floor:
                continue
            draft = next((found for rule in RULES if (found := rule(scene, intro))), None)
            if draft is not None:
                scene = self._add(draft, scene)

    def _opening(self, scene: Scene, headed: Found | None) -> Draft | None:
        """A headline, or the last paragraph's speaker going on."""
        bulleted = scene.paragraph.bullets > 0 or self.bullet
        found = headline(scene, opens_document=self.number < HEADLINES or bulleted)
        if found is None and self.open is not None:
            listed = bulleted and self.open.draft.form in {"headline", "continued", "colon"}
            found = continued(scene, certain=listed or headed is not None)
        return found

    def _note_subject(self, paragraph: Paragraph) -> None:
        """A narrator's paragraph says whom «وی» will mean: the subject of its last sentence."""
        for first, last in reversed(list(paragraph.sentences_from(0))):
            mention = find_subject(paragraph, max(first, min(paragraph.opening, last)), last)
            if mention is None or pronouns().at(paragraph.keys, mention[0]):
                continue
            named = self._reference(paragraph, mention)
            if named.parts.kind in {"name", "title"} and is_somebody(paragraph, mention, self.cast.known_length):
                self.cast.subject = self.cast.resolve(named)[0]
            return

    def _add(self, draft: Draft, scene: Scene) -> Scene:
        mention = mention_of(scene, draft) or self._shared_mention(draft, scene)
        member, form, rule = self._member(draft, scene.paragraph, mention)
        self.cast.spoke(member)
        found = Found(draft, scene.paragraph, mention, member, form, rule)
        if draft.content[0] < draft.content[1]:
            self.found.append(found)
        else:
            self.waiting = found
        return replace(scene, floor=draft.taken)

    def _shared_mention(self, draft: Draft, scene: Scene) -> Range | None:
        """One subject, two cues: «وی … دانست و گفت: …»."""
        last = self.found[-1] if self.found else None
        if last is None or last.paragraph is not scene.paragraph or draft.intro is None or last.mention is None:
            return None
        first, _ = scene.paragraph.sentence(draft.intro.first)
        if scene.paragraph.sentence(last.mention[0])[0] != first or last.draft.form == "nominal":
            return None
        # «این دیپلمات در واکنش به سخنان وزیر عمان که گفته بود …، اظهار کرد»: the sentence's own subject.
        relative = scene.paragraph.key_at(last.mention[1]) == "که"
        return (find_subject(scene.paragraph, first, last.mention[0]) if relative else None) or last.mention

    def _member(
        self, draft: Draft, paragraph: Paragraph, mention: Range | None
    ) -> tuple[Member | None, MentionForm, str]:
        if draft.form == "continued" and self.open is not None:
            return self.open.member, "dropped", "the speaker goes on"
        if mention is None:
            member, rule = self.cast.pronoun("sg")
            return member, "dropped", rule
        keys = paragraph.keys[mention[0] : mention[1]]
        found = pronouns().at(keys, 0)
        if found and found[0] == len(keys):
            member, rule = self.cast.pronoun("pl" if found[1] == "pl" else "sg")
            return member, "pronoun", rule
        named = self._reference(paragraph, mention)
        member, rule = self.cast.resolve(named)
        return member, mention_form(named), rule

    def _reference(self, paragraph: Paragraph, mention: Range) -> Reference:
        texts = [token.text for token in paragraph.tokens[mention[0] : mention[1]]]
        keys = paragraph.keys[mention[0] : mention[1]]
        return reference(texts, keys, paragraph.span(*mention).text, self.number)


def _finish(found: Found, number: str, cast: dict[int, Speaker]) -> Quotation:
    draft, paragraph = found.draft, found.paragraph
    content = paragraph.span(*draft.content)
    speaker = cast[id(found.member.real())] if found.member else None
    addressee = find_addressee(paragraph, draft)
    intro = draft.intro
    return Quotation(
        content.start,
        content.end,
        content.text,
        id=number,
        kind=draft.kind,
        form=draft.form,
        rule=draft.rule,
        confidence=confidence(draft, found.form, speaker),
        cue=_cue(found),
        cue_lemma=intro.lemma if intro else None,
        cue_class=intro.cls if intro else None,
        mention=paragraph.span(*found.mention) if found.mention else None,
        mention_form=found.form,
        speaker=speaker,
        addressee=paragraph.span(*addressee) if addressee else None,
        channel=find_channel(paragraph, draft),
        polarity="denial" if intro and intro.cls == "deny" else "assertion",
        speaker_rule=found.rule,
    )


def _cue(found: Found) -> Span | None:
    intro = found.draft.intro
    return found.paragraph.span(intro.first, intro.last) if intro else None
