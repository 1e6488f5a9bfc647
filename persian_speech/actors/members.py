"""The members of a cast: the names, titles and forms that one person or body was met under."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date as Date  # noqa: N812 - a parameter is called «date»

from persian_speech.actors.alike import ALONE, ENVOYS, foreign, may_not_be_one, sent_by
from persian_speech.actors.knowledge import known
from persian_speech.actors.offices import HOME
from persian_speech.actors.people import name_key, plain
from persian_speech.actors.phrases import DEMONSTRATIVES, Parts
from persian_speech.actors.plain import ends_name
from persian_speech.actors.vocabulary import (
    city_words,
    common_words,
    full_time_heads,
    is_given,
    object_heads,
    surnames,
    titles,
)
from persian_speech.actors.whole_names import whole_name
from persian_speech.text.letters import COMMA_KEYS, ZWNJ

_OF_GIVEN = ("الله", "الدین")
_CAPITAL = frozenset({"تهران"})
ASKERS = frozenset({"خبرنگار", "گزارشگر", "مجری", "منبع", "کاربر", "مرد", "زن"})
# «سناتور: …؟» and then «دانا: …»: alone these ask who is named below; not «سناتور آمریکایی: …»
_ASK_ALONE = frozenset({("سناتور",), ("دانش", "اموز"), ("دانشاموز",)})


@dataclass(slots=True, eq=False)
class Member:
    """Someone in the cast while the document is being read."""

    kind: str
    names: list[tuple[str, ...]] = field(default_factory=list)
    titles: list[tuple[str, ...]] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    best_name: str = ""
    best_size: int = 0
    """Words of the best name, forms of address aside."""
    first_title: str = ""
    since: int = 0
    """The paragraph of the first mention."""
    latest: int = 0
    """The paragraph of the last mention."""
    met: int = 0
    """The paragraph of the last mention."""
    headlined: bool = False
    """Whether a headline («نصیرزاده: …») named the member first."""
    direct: bool = False
    """Whether the member's own words were given last, and not only a report of them."""
    honoured: bool = False
    """Whether the verb of what the member said was plural: «رهبر انقلاب افزودند»."""
    referred: bool = False
    """Whether «وی» has stood for the member: the text no longer waits for a name."""
    noted: bool = False
    """Whether only the narrator has told of the member: what is its name there may hold an object too."""
    beside: bool = False
    """Whether «نیز» brought the member in beside who spoke before."""
    same_as: "Member | None" = None
    """Whom this member turned out to be."""

    def real(self) -> "Member":
        """The member that this one was found to be."""
        return self.same_as.real() if self.same_as else self


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention as the cast sees it: its text, its words and parts, and where it stands."""

    text: str
    words: tuple[str, ...]
    """The words' keys."""
    ends: tuple[tuple[int, int], ...]
    """Start and end of each word in ``text``, code points."""
    parts: Parts
    name: tuple[str, ...]
    """The name's keys, marks and the Arabic article left out."""
    title: tuple[str, ...]
    """The title's keys."""
    paragraph: int
    another: bool = False
    """«مریم صادقی نیز گفت»: somebody beside the one who spoke before."""
    goes_on: bool = False
    """«… افزود»، «… خاطرنشان کرد»: whoever it is goes on speaking."""
    adds: bool = False
    """«… افزود», «… ادامه داد»: no more than that."""
    called: tuple[str, ...] = ()
    """«آیت‌الله رئیسی»: the name with the form of address under which somebody is known."""
    looks_back: bool = False
    """«… گفته بود»: told of a day before the story's own."""

    def piece(self, first: int, last: int) -> str:
        """The words ``first`` to ``last`` as they are typed, without marks at the edges."""
        if first >= last:
            return ""
        stretch = self.text[self.ends[first][0] : self.ends[last - 1][1]]
        whole = " ".join(stretch.split()).strip("،, " + ZWNJ)
        bare = whole.strip('«»"“”،, ' + ZWNJ)
        return bare if _balanced(bare) else whole  # «روزنامه «پگاه»»


def _words(words: tuple[str, ...], part: tuple[int, int]) -> tuple[str, ...]:
    return tuple(word for word in words[slice(*part)] if word[:1].isalnum())


def _named(words: tuple[str, ...], part: tuple[int, int]) -> tuple[str, ...]:
    named = _words(words, part)
    return tuple(plain(word) for i, word in enumerate(named) if word != "ال" or i == len(named) - 1)


def _balanced(name: str) -> bool:
    return (
        all(name.count(one) == name.count(other) for one, other in ("«»", "“”")) and not name.count('"') % 2
    )


def reference(  # noqa: PLR0913 - all that a mention is
    text: str,
    keys: Sequence[str],
    ends: Sequence[tuple[int, int]],
    paragraph: int,
    *,
    another: bool = False,
    goes_on: bool = False,
    adds: bool = False,
) -> Reference:
    """A mention made ready for the cast."""
    if "." in keys:  # «دونالد جی. ترامپ»
        ends = [end for word, end in zip(keys, ends, strict=True) if word != "."]
        keys = [word for word in keys if word != "."]
    words = tuple(keys)
    parts = whole_name(words)
    name, title = _named(words, parts.name), _words(words, parts.title)
    if name and title and titles().at(title, title[0] == "یک") is None and not _set_off(words, parts):
        parts = _without_rest(words, parts)
        name, title = _named(words, parts.name), _words(words, parts.title)
    called = known().called(words[slice(*parts.honorific)], name[0]) if len(name) == 1 else ()
    title = () if called and _is_blessing(words, parts) else _posted(title)
    return Reference(text, words, tuple(ends), parts, name, title, paragraph, another, goes_on, adds, called)


def _posted(title: tuple[str, ...]) -> tuple[str, ...]:
    """«سفیر ایران در لاهه» is «سفیر ایران» and «سفیر ایران در هلند»: a city abroad tells no other land."""
    city = title[-2:-1] == ("در",) and title[0] in ENVOYS and title[-1] in city_words() - _CAPITAL
    return title[:-2] if city else title


def _is_blessing(words: tuple[str, ...], parts: Parts) -> bool:
    """«امام خمینی | (ره)»"""
    return words[slice(*parts.title)][::2] == ("(", ")")


def _set_off(words: Sequence[str], parts: Parts) -> bool:
    """«نگار دانا، نمایشنامه‌نویس»: a comma makes a title of any word; nothing else does."""
    return parts.title[0] < parts.name[1] or words[parts.name[1]] in COMMA_KEYS


def _without_rest(words: Sequence[str], parts: Parts) -> Parts:
    """«رایان | آخرین آمار», «رایان | (ابوسالم)»: no title. «رایان جی. آر، | رئیس بندر»: one behind a comma.

    «سارا ماریا بیار | رئیس بندر»: the words between are of the name.
    """
    first, last = parts.title
    known_word = is_given(words[first - 1]) or words[first - 1] in surnames()
    known_word = known_word or words[first - 1].endswith(_OF_GIVEN)
    if first + 1 == last and known_word and words[first].endswith("ی") and words[first] not in object_heads():
        return replace(parts, name=(parts.name[0], last), title=(last, last))  # «نوربخش اخلاقی»
    at = next((i for i in range(first + 1, last) if titles().at(words, i)), last)
    named = at < last and all(word.isalpha() and word not in common_words() for word in words[first:at])
    if named:
        return replace(parts, name=(parts.name[0], at), title=(at, last))
    return replace(parts, title=(at if words[at - 1] in COMMA_KEYS else last, last))


def asks(member: Member) -> bool:
    """«خبرنگار: …», «یک منبع»: who asks or is kept secret is never the one who is named."""
    # «مجری طرح‌های راه‌آهن» keeps no talk going.
    asking = (title[0] in ASKERS and "".join(title[1:2])[:3] != "طرح" for title in member.titles)
    return any(asking) or not _ASK_ALONE.isdisjoint(member.titles)


def of_one(holder: Member, lone: Member) -> bool:
    """Whether the titles of ``lone`` may be the holder's: no other country, no office of others."""
    within = any(set(name) <= set(title) for name in holder.names for title in lone.titles)
    if asks(lone) or within:  # «پگاه» and «مدیرعامل شرکت پگاه»
        return False
    abroad = frozenset().union(*map(foreign, holder.titles))
    for title in lone.titles:
        office, held = known().office(title), held_once(holder, title)
        rank = any(may_not_be_one(title, other) for other in holder.titles) and not _seat(holder, title)
        near = foreign(title) <= abroad or not (holder.titles or any(map(known().bearers, holder.names)))
        if not held and (office is not None or rank or not near):
            return False
    return True


def _seat(holder: Member, title: Sequence[str]) -> bool:
    """«رئیس مجلس» has a seat too: «نماینده مردم بم در مجلس»."""
    chairs = any(one[:2] in {("رییس", "مجلس"), ("رئیس", "مجلس")} for one in holder.titles)
    return chairs and title[0] == "نماینده" and "مجلس" in title


def held_once(member: Member, title: Sequence[str]) -> bool:
    """Whether the member bears the name of anybody who held the office of a title."""
    office = known().office(title)
    people = known().holders(office.name, None) if office else []
    return any(person.bears(name_key(name)) for person in people for name in member.names)


def held_alone(title: Sequence[str]) -> bool:
    """«وزیر نیرو», «شهردار»: one person has it, whom readers know by name; «رئیس‌جمهور شروع (کرد)» too."""
    return title[0] in ALONE or any(known().office(part) for part in (title, title[:1]))


def remember(member: Member, mention: Reference) -> None:
    """Add the mention to what its member was met under."""
    member.met = mention.paragraph
    member.latest = mention.paragraph
    if mention.text not in member.forms:
        member.forms.append(mention.text)
    if mention.name and mention.name not in member.names:
        member.names.append(mention.name)
        shown = _shown_name(mention)
        longer = len(mention.name) > member.best_size and member.kind != "body"
        surname = mention.name[-1:] in member.names  # «دلخوش: …» and then «کاظم دلخوش»
        longer = longer and (surname or _all_of_name(mention.name))
        if longer or not member.best_name:
            member.best_name, member.best_size = shown, len(mention.name)
    if mention.called and mention.called not in member.names:
        member.names.append(mention.called)
    # «این مقام», «رضایی این طرح»: what is pointed at is no office.
    pointing = mention.words[0] in DEMONSTRATIVES or not DEMONSTRATIVES.isdisjoint(mention.title[:1])
    named = not mention.name and any(name[-1:] == mention.title for name in member.names)  # «کشاورز»
    if mention.title and mention.title not in member.titles and not (pointing or named):
        member.titles.append(mention.title)
        member.first_title = member.first_title or mention.piece(*mention.parts.title)


def _all_of_name(name: Sequence[str]) -> bool:
    """«رایان پیامک‌های تازه», «رایان در بخش» are no fuller names; «محمد رضا یزدانی خرم» is one."""
    inner = range(1, max(2, len(name) - is_given(name[0])))
    return not any(ends_name(name, i) for i in inner) and "در" not in name


def _shown_name(mention: Reference) -> str:
    """The name as the document has it; a lone surname keeps its form of address."""
    first, last = mention.parts.name
    address = mention.parts.honorific
    return mention.piece(address[0] if last - first == 1 and address[0] < address[1] else first, last)


def of_another_land(name: Sequence[str], titles: Sequence[Sequence[str]]) -> bool:
    """«سخنگوی پنتاگون» is not «صدام حسین»: a known foreigner, and titles that name no foreign country."""
    people = [person for person, bearing in known().bearers(name) if bearing in {"full", "alone"}]
    terms = [term for person in people for term in known().held(person)]
    offices = [known().titles.named(term.office) for term in terms]
    abroad = all(office and office.country not in {"", HOME} for office in offices)
    return bool(offices) and abroad and not any(map(foreign, titles))


def in_another_office(name: Sequence[str], titles: Sequence[Sequence[str]], date: Date | None) -> bool:
    """«سخنگوی سپاه», «دبیر شورای خلیج فارس»: who holds an office of the table that day is none of these."""
    people = [person for person, bearing in known().bearers(name) if bearing in {"full", "alone"}]
    terms = [term for person in people for term in known().held(person) if date is None or term.held(date)]
    if not terms or any(held_once(Member("name", names=[tuple(name)]), title) for title in titles):
        return False
    home = all(known().is_of_home(person) for person in people)
    return any((date and title[0] in full_time_heads()) or (home and _is_abroad(title)) for title in titles)


def _is_abroad(title: Sequence[str]) -> bool:
    """«رئیس فراکسیون سبزهای فرانسه»; not «سفیر ایران در فرانسه»."""
    return bool(foreign(sent_by(title))) and HOME not in title and ENVOYS.isdisjoint(title[:1])
