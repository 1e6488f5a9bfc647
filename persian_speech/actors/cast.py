"""The cast of a document: who speaks in it, each person or body once.

A mention is tried against rules in order: a pronoun is the last who spoke, a description
(«این مقام») too; a name is known by its surname, a title by its words. A name that follows a
lede which gave only a title is that title's holder: «سخنگوی … گفت: …» and, a paragraph later,
«کیوان خسروی گفت». What fits nobody is a new member: a title is never guessed to be a person.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from persian_speech.actors.phrases import DEMONSTRATIVES, Parts, bodies, foreign_words, parts
from persian_speech.document import MentionForm, Speaker
from persian_speech.text.letters import ZWNJ

_ARTICLE = "ال"
LEDE = 3  # paragraphs at a document's beginning in which a bare title may wait for its name
TELLING = 2  # words that a title's beginning must have to tell who is meant
WAIT = 2  # paragraphs that it may wait


@dataclass(slots=True, eq=False)
class Member:
    """Someone in the cast while the document is being read."""

    kind: str
    names: list[tuple[str, ...]] = field(default_factory=list)
    titles: list[tuple[str, ...]] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    best_name: str = ""
    first_title: str = ""
    since: int = 0
    """The paragraph of the first mention."""
    same_as: "Member | None" = None
    """Whom this member turned out to be."""

    def real(self) -> "Member":
        """The member that this one was found to be."""
        return self.same_as.real() if self.same_as else self


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention as the cast sees it: its text, word keys and parts, and where it stands."""

    text: str
    words: tuple[str, ...]
    texts: tuple[str, ...]
    parts: Parts
    paragraph: int

    @property
    def name(self) -> tuple[str, ...]:
        """The name's keys, marks and the Arabic article left out."""
        first, last = self.parts.name
        return tuple(_plain(word) for word in self.words[first:last] if word[:1].isalnum())

    @property
    def title(self) -> tuple[str, ...]:
        """The title's keys."""
        return tuple(word for word in self.words[slice(*self.parts.title)] if word[:1].isalnum())


def _plain(word: str) -> str:
    """«الکاظمی» = «کاظمی»."""
    return word[2:] if word.startswith(_ARTICLE) and len(word) > 4 else word


def reference(texts: Sequence[str], keys: Sequence[str], text: str, paragraph: int) -> Reference:
    """A mention made ready for the cast."""
    return Reference(text, tuple(keys), tuple(texts), parts(keys), paragraph)


def same_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """«فلاحت پیشه» is «حشمت‌الله فلاحت‌پیشه»: the shorter stands at the end or beginning of the longer."""
    short, long = sorted(("".join(one), "".join(other)), key=len)
    if len(short) < 3:
        return False
    whole = set(one) <= set(other) or set(other) <= set(one)
    return long.endswith(short) or (whole and len(short) > 3)


def same_title(one: Sequence[str], other: Sequence[str]) -> bool:
    """«وزیر راه» is «وزیر راه و شهرسازی ایران»: one head, and the shorter's words in the longer."""
    short, long = sorted((one, other), key=len)
    joined = "".join(short)
    if short and len(short) > 1 and "".join(long).startswith(joined):
        return True  # «مدیرعامل بانک» = «مدیر عامل بانک ملی»
    if not short or short[0] != long[0]:
        return False
    return set(short) <= set(long) and (len(short) > 1 or len(long) == 1)


class Cast:
    """The members of one document, and who spoke last."""

    def __init__(self) -> None:
        self.members: list[Member] = []
        self.last: Member | None = None
        self.subject: Member | None = None
        self.main: Member | None = None
        """The last who spoke in the story's own time: «گفته بود» only looks back."""
        self.digest = False
        """A list of headlines: what stands side by side is not one person."""

    def pronoun(self, number: str, *, looks_back: bool = False) -> tuple[Member | None, str]:
        """Whom «وی» or a dropped subject stands for: the last who spoke."""
        if number == "pl":
            group = next((m for m in reversed(self.members) if m.kind == "group"), None)
            if group is not None:
                return group, "plural pronoun: the last group"
        if not looks_back and self.subject is None and self.main is not None:
            return self.main, "the last who spoke"
        return self.subject or self.last, "the last who spoke"

    def resolve(self, mention: Reference) -> tuple[Member, str]:
        """The member that a mention names, a new one if none fits, and the rule that said so."""
        for rule in RULES:
            member = rule(self, mention)
            if member is not None:
                break
        else:
            member, rule = Member(mention.parts.kind, since=mention.paragraph), new_member
            self.members.append(member)
        _remember(member, mention)
        return member, (rule.__doc__ or "").split("\n")[0]

    def known_length(self, keys: Sequence[str], i: int) -> int:
        """How many words from ``i`` on are a form somebody was met under: 0 for nobody."""
        best = 0
        for member in self.members:
            for words in (*member.names, *member.titles, *(name[-1:] for name in member.names)):
                best = max(best, _matched("".join(words), keys, i))
            for title in member.titles:
                shared = _shared(title, keys, i)
                best = max(best, shared if shared > TELLING else 0)
        return best

    def spoke(self, member: Member | None, *, looks_back: bool = False) -> None:
        """Remember who spoke last."""
        if member is not None:
            self.last, self.subject = member, None
            self.main = self.main if looks_back and self.main else member


def _shared(title: Sequence[str], keys: Sequence[str], i: int) -> int:
    """How many words from ``i`` on are the first words of the title."""
    pairs = zip(title, keys[i:], strict=False)
    return next((n for n, (one, other) in enumerate(pairs) if one != other), min(len(title), len(keys) - i))


def _matched(known: str, keys: Sequence[str], i: int) -> int:
    """How many words from ``i`` on make up ``known``, the Arabic article aside."""
    joined = ""
    for j in range(i, len(keys)):
        joined += _plain(keys[j]) if j == i else keys[j]
        if len(joined) >= len(known):
            break
    return j + 1 - i if len(known) > 3 and joined == known else 0


def _remember(member: Member, mention: Reference) -> None:
    if mention.text not in member.forms:
        member.forms.append(mention.text)
    if mention.name and mention.name not in member.names:
        member.names.append(mention.name)
        shown = _shown_name(mention)
        longer = len(mention.name) > len(member.best_name.split()) and member.kind != "body"
        if longer or not member.best_name:
            member.best_name = shown
    if mention.title and mention.title not in member.titles and mention.parts.kind != "description":
        member.titles.append(mention.title)
        first, last = mention.parts.title
        member.first_title = member.first_title or " ".join(mention.texts[first:last])


def _shown_name(mention: Reference) -> str:
    """The name as the document has it; a lone surname keeps its form of address."""
    first, last = mention.parts.name
    if last - first == 1 and mention.parts.honorific[1] > mention.parts.honorific[0]:
        first = mention.parts.honorific[0]
    shown = [text for text in mention.texts[first:last] if text.strip('«»"“”،,')]
    return " ".join(shown).strip(ZWNJ)


def demonstrative(cast: Cast, mention: Reference) -> Member | None:
    """«این مقام»، «این روزنامه»: the last who spoke"""
    if mention.parts.kind != "description" or mention.words[0] not in DEMONSTRATIVES:
        return None
    head = mention.words[1] if len(mention.words) > 1 else ""
    body = next((m for m in reversed(cast.members) if m.kind == "body" and head in m.names[0]), None)
    person = cast.pronoun("sg")[0]
    if body or not bodies().at(mention.words, 1):
        return body or (person if person is None or person.kind != "body" else None)
    return None


def by_name(cast: Cast, mention: Reference) -> Member | None:
    """a name met before"""
    if not mention.name:
        return None
    found = next(
        (m for m in cast.members for name in m.names if name == mention.name),
        None,
    ) or next((m for m in reversed(cast.members) for name in m.names if same_name(name, mention.name)), None)
    if found is not None and found.kind != "body" and mention.parts.kind != "body":
        _merge_lede(cast, found, mention)
    return found


def by_title(cast: Cast, mention: Reference) -> Member | None:
    """a title met before"""
    if not mention.title:
        return None
    candidates = [member for member in reversed(cast.members) if not (mention.name and member.names)]
    exact = next((member for member in candidates if mention.title in member.titles), None)
    return exact or next(
        (
            member
            for member in candidates
            for title in member.titles
            if same_title(title, mention.title)
            and _same_country(title, mention.title, spoke_last=member is cast.last)
        ),
        None,
    )


def _same_country(title: Sequence[str], mentioned: Sequence[str], *, spoke_last: bool) -> bool:
    """«رئیس جمهور فرانسه … رئیس جمهور افزود»: who has just spoken may be named in short."""
    return foreign(title) == foreign(mentioned) or (spoke_last and not foreign(mentioned))


def foreign(title: Sequence[str]) -> frozenset[str]:
    """The foreign countries in a title: «وزیر خارجه فرانسه» is not «وزیر خارجه»."""
    return frozenset(title) & foreign_words()


def name_after_lede(cast: Cast, mention: Reference) -> Member | None:
    """the name that follows a lede with only a title"""
    if not mention.name or mention.parts.kind != "name" or mention.title:
        return None
    member = cast.subject or cast.last
    waits = (
        member is not None and not member.names and member.titles and member.kind in {"title", "description"}
    )
    soon = member is not None and member.since < LEDE and 0 < mention.paragraph - member.since <= WAIT
    return member if waits and soon and not cast.digest else None


def _merge_lede(cast: Cast, found: Member, mention: Reference) -> None:
    """«نصیرزاده: …» then «فرمانده … گفت» then «حسین نصیرزاده»: headline, lede and name are one."""
    lede = cast.subject or cast.last
    if lede is None or lede is found or lede.names or not lede.titles or lede.since >= LEDE:
        return
    if (
        found.titles
        or found.since >= lede.since
        or mention.title
        or lede.kind not in {"title", "description"}
    ):
        return
    found.titles += lede.titles
    found.forms += lede.forms
    found.first_title = lede.first_title
    lede.same_as = found
    cast.members.remove(lede)


def new_member(cast: Cast, mention: Reference) -> Member | None:
    """met here for the first time"""
    return None


RULES: tuple[Callable[[Cast, Reference], Member | None], ...] = (
    demonstrative,
    by_name,
    by_title,
    name_after_lede,
)


def speakers(members: Sequence[Member]) -> dict[int, Speaker]:
    """The finished speakers by the ``id()`` of their member."""
    return {
        id(member): Speaker(
            f"S{number}",
            member.best_name or member.first_title or member.forms[0],
            member.first_title or None,
            tuple(member.forms),
        )
        for number, member in enumerate(members, 1)
    }


def mention_form(mention: Reference) -> MentionForm:
    """name, title or description."""
    if mention.name:
        return "name"
    return "title" if mention.parts.kind == "title" else "description"
