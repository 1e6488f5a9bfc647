"""The cast of a document: who speaks in it, each person or body once.

Whom a mention means, the rules of casting.py say; a title is never guessed to be a person.
"""

from collections.abc import Sequence
from datetime import date as Date  # noqa: N812 - a parameter is called «date»

from persian_speech.actors.alike import PAPERS, akin
from persian_speech.actors.casting import RULES, by_form, by_title, new_member
from persian_speech.actors.knowledge import known
from persian_speech.actors.lede import LEDE
from persian_speech.actors.members import Member, Reference, held_alone, in_another_office, of_one, remember
from persian_speech.actors.phrases import DEMONSTRATIVES, INDEFINITES
from persian_speech.actors.plain import is_plural
from persian_speech.actors.pointing import both_sides
from persian_speech.actors.register import Register
from persian_speech.actors.retitling import aids, sole_speaker
from persian_speech.actors.several import is_many, some_people
from persian_speech.actors.vocabulary import bodies, common_words, is_given, kin, surname_parts, surnames
from persian_speech.document import MentionForm
from persian_speech.text.letters import key

CANDIDATES = 3  # others that a pronoun may mean
_GIVEN_TOO = frozenset({"تیم"})  # «تیم والز»
RECALLED = 5  # speakers who are remembered as candidates


class Cast:
    """The members of one document, and who spoke last."""

    def __init__(self, date: Date | None = None) -> None:
        self.date = date
        self.register = Register()
        self.last: Member | None = None
        self.subject: Member | None = None
        self.author: Member | None = None
        """Whose letter or statement was quoted last."""
        self.paper: Reference | None = None
        """Which paper's report was told of last: «به گزارش پگاه، …»."""
        self.turns = 0
        """How often somebody has spoken."""
        self.voices: list[Member] = []
        """Who has spoken, each once, the last at the end."""
        self.main: Member | None = None
        """The last who spoke in the story's own time: «گفته بود» only looks back."""
        self.narrated = False
        """Whether the narrator only tells of whom a mention means: they need not speak."""
        self.digest = False
        """A list of headlines: what stands side by side is not one person."""

    @property
    def teller(self) -> Member | None:
        """Who spoke last, those left out whose words were only taken up («اظهارات وزیر مبنی بر اینکه …»)."""
        return self.main or self.last

    @property
    def members(self) -> Sequence[Member]:
        """All who were met, in order."""
        return self.register.members

    @property
    def recent(self) -> Sequence[Member]:
        """The members met last: who was met long before in a huge text is not meant."""
        return self.register.recent

    def pronoun(
        self, number: str, *, looks_back: bool = False, human: bool = False
    ) -> tuple[Member | None, str]:
        """Whom «وی» (``human``) or a dropped subject stands for: the last who spoke."""
        if number == "pl":
            bodies_told = (m for m in reversed(self.recent) if m.kind == "body" and is_plural(m.names[0][0]))
            group = next((m for m in reversed(self.recent) if is_many(m)), None) or next(bodies_told, None)
            return group, "plural pronoun: the last group"
        now = not looks_back and self.subject is None and self.main is not None
        chosen = self.main if now else self.subject or self.last
        if human and chosen is not None and (_thing(chosen) or is_many(chosen)):
            # «وی» is neither a company nor many; where only bodies have spoken, one may be an unknown name,
            # but no body that the narrator tells of («شبکه پگاه با دانا گفت‌وگو کرد. او …»), and no paper.
            others = (m for m in reversed(self.voices) if not _thing(m.real()) and not is_many(m.real()))
            sure = is_many(chosen) or chosen is self.subject or _headed(chosen)
            chosen = next(others, None if sure else chosen)
        return chosen, "the last who spoke"

    def others(self, chosen: Member | None) -> tuple[Member, ...]:
        """Who else might be meant: the narrator's last subject, then who spoke, the last first."""
        known = [self.subject, *reversed(self.voices)]
        told = dict.fromkeys(member.real() for member in known if member is not None)
        mine = chosen.real() if chosen else None
        return tuple(member for member in told if member is not mine)[:CANDIDATES]

    def resolve(self, mention: Reference) -> tuple[Member, str]:
        """The member that a mention names, a new one if none fits, and the rule that said so."""
        for rule in (both_sides, by_form) if some_people(mention) else RULES:
            member = rule(self, mention)
            if member is not None:
                break
        else:
            member, rule = Member(mention.parts.kind, since=mention.paragraph), new_member
            member.beside = mention.another
            self.register.enter(member)
        voice = sole_speaker(self, mention) if member.noted and not member.names else None
        if voice is not None and not any(map(known().bearers, voice.names)):
            self.merge(member, voice)  # «مدیر بندر رفت. دانا گفت: … مدیر بندر همچنین گفت: …»
            member = voice
        self._merge_title(member, mention)
        self._merge_surname(member, mention)
        self._merge_between(member, mention)
        if member.noted and not member.names and member.forms[0].startswith(f"{mention.text} "):
            member.forms, member.first_title = [], ""  # «مخبر کمیسیون گزارش بازدید را اعلام کرد»
        member.noted = False
        remember(member, mention)
        self.register.enter(member)
        return member, (rule.__doc__ or "").split("\n")[0]

    def note(self, mention: Reference, *, rises: bool = False) -> None:
        """The narrator's subject, whom «وی» may mean: no newcomer without a name once somebody speaks.

        ``rises``: the narrator tells that it is the subject's turn to speak.
        """
        longer = len(mention.name) > 1 and mention.name[1] in common_words()
        if longer and (bearer := self._under_surname(mention)) is not None:
            self.subject = bearer
            return
        known = len(self.members)
        self.narrated = True
        member = self.resolve(mention)[0]
        self.narrated = False
        newcomer = len(self.members) > known and mention.parts.kind != "name"
        late = mention.paragraph >= LEDE or not DEMONSTRATIVES.isdisjoint(mention.words)
        if newcomer and late and self.main is not None and not rises:
            self.register.leave(member)
            return
        member.noted = len(self.members) > known
        self.subject = member

    def _under_surname(self, mention: Reference) -> Member | None:
        """«رایان جامعه پرسشگر را ستود»: who was named before, and words that begin the narrator's object."""
        surname = mention.name[:1]
        if mention.name[1] in surname_parts() or is_given(surname[0]):
            return None
        return next((m for m in self.recent if any(name[1:] == surname for name in m.names)), None)

    def _merge_title(self, member: Member, mention: Reference) -> None:
        """«سردار رشید فرمانده قرارگاه …» ties a name to a title that stood alone before."""
        if not mention.name or not mention.title:
            return
        other = by_title(self, mention)
        if other is not None and other is not member and not other.names:
            self.merge(other, member)

    def _merge_surname(self, member: Member, mention: Reference) -> None:
        """«روحانی: …» and below «حسن روحانی»: what was read as a cleric was a surname."""
        surname = mention.name[-1:]
        if not mention.title and len(mention.name) < 2:
            return
        for other in self.register.headed(surname):
            bare = other.kind in {"description", "name"} and not other.names
            bare = bare and len(other.forms[0].split()) == 1
            bare = bare and (other.headlined or surname[0] in surnames())
            if bare and other is not member and all(title == surname for title in other.titles):
                self.merge(other, member)

    def _merge_between(self, member: Member, mention: Reference) -> None:
        """«دلخواه گفت … کارگردان «آب» افزود … دلخواه گفت»: a title between a lone speaker's names is his."""
        voices = list(dict.fromkeys(m.real() for m in self.voices if m.real().kind not in {"body", "group"}))
        if len(voices) != 2 or voices[0] is not member or self.digest or mention.another:
            return
        if not mention.name or mention.title or not member.names:
            return
        lone = voices[1]
        told = lone.kind in {"title", "description"} and lone.titles and not lone.names and not is_many(lone)
        # «این مدیر» is told elsewhere, «یکی از مدیران این وزارتخانه» is somebody new.
        pointed = any(key(form.split()[0]) in DEMONSTRATIVES | {"یکی"} for form in lone.forms[:1])
        # «نخست‌وزیر» and «رئیس پلیس» of one land are two.
        offices = any(known().office(title) for title in member.titles)
        near = not offices or any(akin(one, other) for one in member.titles for other in lone.titles)
        if told and not pointed and near and not lone.beside and self._of_one(member, lone):
            self.merge(lone, member)

    def finish(self) -> None:
        """At the end: who spoke second and last, by a title alone, is the only one who has a name."""
        voices = list(dict.fromkeys(m.real() for m in self.voices if m.real().kind not in {"body", "group"}))
        if len(voices) != 2 or self.digest:
            return
        self._merge_headline(*voices)
        member, lone = voices
        told = lone.kind == "title" and lone.titles and not lone.names and not is_many(lone)
        late = lone.since > member.since and member.kind in {"name", "title", "description"} and member.names
        near = not member.titles or any(akin(one, other) for one in member.titles for other in lone.titles)
        if (
            told
            and late
            and near
            and not lone.beside
            and not any(map(held_alone, lone.titles))
            and self._of_one(member, lone)
        ):
            self.merge(lone, member)

    def _merge_headline(self, one: Member, other: Member) -> None:
        """«رئیس مرکز امور زنان: …» and below «زهرا شجاعی، مشاور رئیس‌جمهور، …»: nobody else speaks."""
        lone, member = sorted((one, other), key=lambda voice: voice.since)
        headed = lone.headlined and lone.kind == "title" and lone.titles and not lone.names
        named = member.names and member.kind in {"name", "title"} and 0 < member.since <= LEDE
        if headed and named and not member.beside and not lone.beside and self._of_one(member, lone):
            self.merge(lone, member)

    def _of_one(self, member: Member, lone: Member) -> bool:
        """Whether the titles of ``lone`` may be the member's on the document's day."""
        if any(key(form.split()[0]) in kin() for form in member.forms):
            return False  # «پدر شهید» and «دادستان»
        if any(title[0] == "خبرنگار" for title in lone.titles) and any(map(known().bearers, member.names)):
            return False  # «ترامپ: …» and «خبرنگار پگاه: …»
        # «نتانیاهو: …» and «مشاور نخست‌وزیر اسرائیل: …»
        aide = any(aids(name, title) for name in member.names for title in lone.titles)
        busy = aide or any(in_another_office(name, lone.titles, self.date) for name in member.names)
        return of_one(member, lone) and not busy

    def merge(self, lone: Member, member: Member) -> None:
        """``lone`` turned out to be ``member``."""
        member.titles += lone.titles
        member.forms += [form for form in lone.forms if form not in member.forms]
        member.first_title = member.first_title or lone.first_title
        member.since = min(member.since, lone.since)
        lone.same_as = member
        self.register.leave(lone)
        self.register.enter(member)

    def known_length(self, keys: Sequence[str], i: int) -> int:
        """How many words from ``i`` on are a form somebody was met under: 0 for nobody."""
        return self.register.known_length(keys, i)

    def spoke(self, member: Member | None, *, looks_back: bool = False) -> None:
        """Remember who spoke last."""
        self.turns += 1
        if member is not None:
            self.last, self.subject = member, None
            self.voices = [*(known for known in self.voices if known is not member), member][-RECALLED:]
            self.main = self.main if looks_back and self.main else member


def _thing(member: Member) -> bool:
    """A body by its words: «سازمان آب»، «شرکت‌های سازنده»; an unknown name may only look like one."""
    if is_many(member) and member.kind == "description":
        return True
    if member.kind == "description" and not member.names and _headed(member):
        return True
    return member.kind == "body" and any(bodies().at(name, 0) or is_plural(name[0]) for name in member.names)


def _headed(member: Member) -> bool:
    """«سازمان آب», «این شبکه خبری»: a word that heads bodies' names; «پیمان» and «تیم» are given names too.

    Of bodies that are only pointed at, papers alone: «این شرکت گفت … وی افزود» is how some write.
    """
    words = tuple(map(key, member.forms[0].split())) if member.forms else ("",)
    first = words[words[0] in DEMONSTRATIVES | INDEFINITES and len(words) > 1]
    if member.kind == "description":
        return first in PAPERS
    given = is_given(first) or first in _GIVEN_TOO
    return member.kind == "body" and not given and "head" in (bodies().at((first,), 0) or ())


def mention_form(mention: Reference) -> MentionForm:
    """name, title or description."""
    if mention.name:
        return "name"
    return "title" if mention.parts.kind == "title" else "description"
