"""Links: the one name and id that a mention has in all documents.

Persons are looked up among the known actors, by their names and the titles beside them; bodies, places
and peoples in the gazetteer; days are told by the calendar. «آمریکایی‌ها» are a people whose id names
their country; «روسیه» and «مسکو» stay two.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property

from persian_speech.actors.identity import identify
from persian_speech.actors.knowledge import known
from persian_speech.actors.people import Person, written_key
from persian_speech.actors.setting import Setting
from persian_speech.actors.vocabulary import trades
from persian_speech.data import rows
from persian_speech.document import Document, EntityType, Mention, Sentences, Tokens
from persian_speech.entities.bodies import plain_body
from persian_speech.entities.gazetteer import gazetteer
from persian_speech.entities.namesakes import BETWEEN, LATE, is_namesake, own_name, relatives
from persian_speech.entities.titles import honorifics
from persian_speech.entities.voices import quoted
from persian_speech.text.letters import ZWNJ, persian, phrase_key
from persian_speech.text.relative import day_told, weekday_after
from persian_speech.text.remembered import Remembered
from persian_speech.text.tokens import KEYS, numbered

Words = tuple[str, ...]
LONGEST_TITLE = 9  # words
_COMING = (" خواه", " میشو", " میگرد", " قرار")  # how words begin that look forward


def link(document: Document) -> Document:
    """The document with names and ids on its mentions that all documents share, and days on dates."""
    if not document.mentions:
        return document
    lettered = replace(document, mentions=tuple(map(_lettered, document.mentions)))
    scene = Scene(lettered)
    return replace(document, mentions=tuple(scene.linked(mention) for mention in lettered.mentions))


@dataclass(frozen=True)
class Scene:
    """A document's words, and who its persons are."""

    document: Document

    @cached_property
    def tokens(self) -> Tokens:
        """The document's tokens."""
        return Tokens.of(self.document.tokens)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of its tokens."""
        return tuple(KEYS.listed(numbered(self.document.tokens)))

    @cached_property
    def is_spoken(self) -> Callable[[int], bool]:
        """Whether an offset lies in a quotation."""
        return quoted(self.document)

    @cached_property
    def people(self) -> dict[str, Person]:
        """The known person behind an entity: who bears its names beside these titles."""
        setting = Setting(self.document.date, self.keys)
        names: dict[str, list[Words]] = {}
        titles: dict[str, list[Words]] = {}
        for mention in self.document.mentions:
            if mention.type == "PER":
                first, last = self.range_of(mention)
                names.setdefault(mention.entity, []).extend(self._names(first, last))
                titles.setdefault(mention.entity, []).extend(self._titles(first, last))
        found = ((entity, identify(names[entity], titles[entity], setting)) for entity in names)
        people = {
            entity: person for entity, person in found if person and not self._is_stranger(entity, person)
        }
        bare = {
            entity
            for entity, person in people.items()
            if person.word and _bare(names[entity], titles[entity])
        }
        sure = {person.id for entity, person in people.items() if entity not in bare}  # «صدام حسین … صدام»
        return {
            entity: person for entity, person in people.items() if entity not in bare or person.id in sure
        }

    @cached_property
    def strangers(self) -> frozenset[str]:
        """The keys of names that speakers bear whose titles tell that they are nobody known."""
        told = (quotation.speaker for quotation in self.document.quotations)
        names = (speaker.name for speaker in told if speaker and speaker.role and not speaker.known)
        return frozenset(map(written_key, names))

    def _is_stranger(self, entity: str, person: Person) -> bool:
        """Who speaks in full name and is nobody known is nobody known where another tells of him."""
        name = written_key(entity)
        return name in self.strangers and person.bears(name) == "full"

    @cached_property
    def relatives(self) -> frozenset[tuple[str, ...]]:
        """Given name and surname of whom the text tells by a relative who is known."""
        return relatives(self)

    @cached_property
    def speakers(self) -> dict[str, str]:
        """The names of known speakers by their id."""
        told = (quotation.speaker for quotation in self.document.quotations)
        return {speaker.id: speaker.name for speaker in told if speaker and speaker.known}

    def name(self, person: Person) -> str:
        """The name of a person in this document: as a speaker, if that is what he or she is too."""
        return self.speakers.get(person.id, person.name)

    def linked(self, mention: Mention) -> Mention:
        """The mention under its one name and id."""
        if mention.type == "PER":
            return self._person(mention)
        if mention.type in {"DAT", "TIM"}:
            return self._dated(mention)
        return _listed(mention)

    def _person(self, mention: Mention) -> Mention:
        """The mention under the known person's name; a speaker's known person is told already."""
        told = not mention.entity_id.startswith("PER:")
        person = known().person(mention.entity_id) if told else self.people.get(mention.entity)
        if person is None:
            return mention
        if is_namesake(self, mention, person):
            name = own_name(self, mention)
            return _counted(mention, name, _IDS[f"PER:{name}"])
        return mention if told else _counted(mention, self.name(person), person.id)

    def after_address(self, first: int) -> int:
        """Where the forms of address before a name begin."""
        while first and honorifics().get(self.keys[first - 1]) and self.keys[first - 1] not in LATE:
            first -= 1
        return first

    def range_of(self, mention: Mention) -> tuple[int, int]:
        """The mention's tokens."""
        starts = self.tokens.starts
        return bisect_left(starts, mention.start), bisect_left(starts, mention.end)

    def _name(self, first: int, last: int) -> Words:
        """The keys of a name, its blessing left out: «امام خمینی (ره)»."""
        keys, texts = self.keys[first:last], self.tokens.texts[first:last]
        return keys[: texts.index("(")] if "(" in texts else keys

    def _names(self, first: int, last: int) -> Iterator[Words]:
        """A name, and a surname with the form of address under which somebody is known: «شهید بهشتی»."""
        yield self._name(first, last)
        address = self._address(first) if last - first == 1 else ()
        if address and (called := known().called(address, self.keys[first])):
            yield called

    def _address(self, first: int) -> Words:
        """The forms of address before a name, «شهید» and «آیت الله» of two words among them."""
        keys, at = self.keys, first
        while size := next((n for n in (1, 2) if honorifics().get("".join(keys[max(at - n, 0) : at]))), 0):
            at -= size
        return keys[at:first]

    def _titles(self, first: int, last: int) -> Iterator[Words]:
        """The office before a name and the one after it: the longest title on each side."""
        first = self.after_address(first)
        while last < len(self.keys) and self.tokens.texts[last] in BETWEEN:
            last += 1
        keys, opens, office = self.keys, known().titles.opens, known().office
        before = (keys[at:first] for at in range(max(first - LONGEST_TITLE, 0), first) if opens(keys[at]))
        stop = min(last + LONGEST_TITLE, len(keys))
        after = (keys[last:at] for at in range(stop, last, -1)) if stop > last and opens(keys[last]) else ()
        for side in (before, after):
            title = next((words for words in side if office(words)), None)
            if title:
                yield title
        if keys[last : last + 1] and keys[last] in trades():
            yield keys[last : last + 1]  # «حسن روحانی، کشتی‌گیر جوان»

    def _dated(self, mention: Mention) -> Mention:
        from persian_speech.text.dates import in_words

        day = day_told(
            f"{mention.text} {weekday_after(self.document.text, mention.end)}".rstrip(),
            self.document.date,
            figurative=self.is_spoken(mention.start),
            ahead=self._looks_ahead(mention),
        )
        if day is None or mention.type == "TIM":
            return replace(mention, date=day)
        return replace(mention, entity=in_words(day), entity_id=f"DAT:{day.isoformat()}", date=day)

    def _looks_ahead(self, mention: Mention) -> bool:
        sentences = Sentences.of(self.document.text, self.document.sentences)
        at = bisect_right(sentences.starts, mention.start) - 1
        if at < 0:
            return False
        words = " ".join(("", *self.keys[sentences.firsts[at] : sentences.lasts[at]]))
        return any(coming in words for coming in _COMING)


def _bare(names: list[Words], titles: list[Words]) -> bool:
    """Whether nothing but single words tells of a person: «ظریف» may be no name."""
    return not titles and all(len(name) == 1 for name in names)


def _listed(mention: Mention) -> Mention:
    """A body, place or people under the gazetteer's name."""
    entity, identity = _LISTED[mention.type, mention.entity]
    return _counted(mention, entity, identity)


def _name_and_id(named: tuple[EntityType, str]) -> tuple[str, str]:
    kind, entity = named
    if kind == "ORG":
        entity = plain_body(entity)
    listed = gazetteer().names.get(phrase_key(entity.replace("،", ""))) or ()
    entity = next((name.entity for name in listed if name.type == kind), entity)
    country = _countries().get(entity, entity) if kind == "NORP" else entity
    return entity, _identity(f"{kind}:{country}")


def _identity(name: str) -> str:
    """An id in Persian letters and without half-spaces, which half of all writers type as spaces."""
    return persian(name.replace(ZWNJ, " "))


_LISTED = Remembered(_name_and_id)
_LETTERS, _IDS = Remembered(persian), Remembered(_identity)


def _lettered(mention: Mention) -> Mention:
    """The mention's name in Persian letters, and an id that every document has."""
    return _counted(mention, _LETTERS[mention.entity], _IDS[mention.entity_id])


def _counted(mention: Mention, entity: str, identity: str) -> Mention:
    """The mention under that name and id."""
    if mention.entity == entity and mention.entity_id == identity:
        return mention
    span = mention.start, mention.end, mention.text
    return Mention(*span, mention.type, entity, identity, mention.said_by, mention.date)


@cache
def _countries() -> dict[str, str]:
    """A people's name → its country: «آمریکایی» → «آمریکا»."""
    return {people: row["country"] for row in rows("countries") for people in row["people"].split("|")}
