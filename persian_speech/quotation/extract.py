"""The stage that finds a document's quotations and their speakers, paragraph by paragraph."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from persian_speech.actors.cast import Cast, Member, mention_form, reference, speakers
from persian_speech.document import Document, MentionForm, Quotation, Span, Speaker
from persian_speech.quotation.addressees import find_addressee, find_channel
from persian_speech.quotation.confidence import confidence
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
        self.open: Found | None = None
        """Direct speech that ran to the end of the last paragraph and may go on."""

    def read(self, paragraph: Paragraph) -> None:
        """Find the paragraph's quotations and add them."""
        if is_boilerplate(paragraph):
            return
        before = len(self.found)
        for _ in self._drafts(paragraph):
            pass
        fresh = self.found[before:]
        if not fresh:
            self._note_subject(paragraph)
        last = fresh[-1] if fresh else None
        goes_on = last is not None and last.draft.kind == "direct" and last.draft.taken >= len(paragraph) - 1
        self.open = last if goes_on else None
        self.number += 1

    def _drafts(self, paragraph: Paragraph) -> Iterator[Draft]:
        intros = introducers(paragraph)
        scene = Scene(paragraph, intros, self.cast.knows, paragraph.opening)
        opening = self._opening(scene)
        if opening is not None:
            self._add(opening, scene)
            scene = replace(scene, floor=opening.taken)
            yield opening
        for intro in intros:
            if intro.first < scene.floor:
                continue
            draft = next((found for rule in RULES if (found := rule(scene, intro))), None)
            if draft is not None:
                self._add(draft, scene)
                scene = replace(scene, floor=draft.taken)
                yield draft

    def _opening(self, scene: Scene) -> Draft | None:
        """A headline, or the last paragraph's speaker going on."""
        bulleted = scene.paragraph.opening > 0
        found = headline(scene, opens_document=self.number < HEADLINES or bulleted)
        if found is None and self.open is not None:
            listed = bulleted and self.open.draft.form in {"headline", "continued", "colon"}
            found = continued(scene, bulleted=listed)
        return found

    def _note_subject(self, paragraph: Paragraph) -> None:
        """A narrator's paragraph may still say whom «وی» will mean."""

    def _add(self, draft: Draft, scene: Scene) -> None:
        mention = mention_of(scene, draft) or self._shared_mention(draft, scene)
        member, form, rule = self._member(draft, scene.paragraph, mention)
        if member is not None:
            self.cast.last = member
        self.found.append(Found(draft, scene.paragraph, mention, member, form, rule))

    def _shared_mention(self, draft: Draft, scene: Scene) -> Range | None:
        """One subject, two cues: «وی … دانست و گفت: …»."""
        last = self.found[-1] if self.found else None
        if last is None or last.paragraph is not scene.paragraph or draft.intro is None or last.mention is None:
            return None
        same = scene.paragraph.sentence(last.mention[0]) == scene.paragraph.sentence(draft.intro.first)
        return last.mention if same and last.draft.form != "nominal" else None

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
        texts = [token.text for token in paragraph.tokens[mention[0] : mention[1]]]
        named = reference(texts, keys, paragraph.span(*mention).text, self.number)
        member, rule = self.cast.resolve(named)
        return member, mention_form(named), rule


def _finish(found: Found, number: str, cast: dict[int, Speaker]) -> Quotation:
    draft, paragraph = found.draft, found.paragraph
    content = paragraph.span(*draft.content)
    speaker = cast.get(id(found.member)) if found.member else None
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
