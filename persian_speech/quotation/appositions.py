"""Steps of a noun phrase past a comma or a dash: «آنگلا مرکل، صدراعظم آلمان», «الجزیره-نت»."""

from persian_speech.actors.knowledge import known
from persian_speech.actors.phrases import DEMONSTRATIVES, SOCIETIES, after_honorifics
from persian_speech.actors.plain import is_plural
from persian_speech.actors.vocabulary import common_words, first_names, honorifics, is_given, titles
from persian_speech.quotation.clauses import COMMAS, Clause
from persian_speech.quotation.lexicon import adverbs, prepositions
from persian_speech.text.letters import DASHES

LONGEST_NAME = 4  # words of an unknown name after its title
LONGEST_TOWNS = 12  # tokens from the first comma to «در مجلس»
LONGEST_APPOSITION = 16  # tokens of an office between dashes
LONGEST_FIELD = 4  # tokens of «مدیر کل برنامه ریزی»
_NAMELESS = frozenset({"منبع", "منابع"})
_FIELD_HEADS = frozenset(
    {"معاونت", "معاون", "شرکت", "دفتر", "اداره", "مدیر", "مدیرکل", "گروه", "کمیته", "کمیسیون", "واحد", "ستاد"}
)


def apposition(view: Clause, i: int, j: int) -> int | None:
    """«آنگلا مرکل، صدراعظم آلمان»: a title after a comma, once."""
    if view.at(j) not in COMMAS:
        return None
    if _lists_fields(view, i, j):
        return j + 2
    if _lists_towns(view, i, j):
        return j + 1
    if j + 1 >= view.last or any(view.at(k) in COMMAS for k in range(i, j)):
        return j
    head = titles().at(view.keys, j + 1 + (view.keys[j + 1] == "یک"))
    told = head is not None and head[1] != "group"  # «به گفته رجبی، بسیاری از مسافران …»
    # «نخست‌وزیر پاکستان، شهباز شریف»
    called = view.keys[j + 1] in first_names() or honorifics().at(view.keys, j + 1) is not None
    named = called or _only_name(view, j + 1)
    i = _after_address(view, i, j)
    pointed = view.keys[i] in DEMONSTRATIVES and titles().at(view.keys, i + 1) is not None
    if titles().at(view.keys, i) or pointed:
        # «این کشاورز، مراد دانا، می‌گوید»; «به گفته منبع این گزارش، …»
        whole = called and _is_he(view, i, j) if pointed else named and view.keys[i] not in _NAMELESS
        return j + 1 if whole else j
    lettered = view.at(i).isascii() and view.at(i).isupper()  # «به گفته WSJ، رئیس‌جمهور …»
    plain = view.keys[i] in common_words() and not _named_before(view, i, j)
    return j + 1 if told and not plain and not lettered else j


def _is_he(view: Clause, i: int, j: int) -> bool:
    """«این کشاورز، مراد دانا، می‌گوید»; not «به گفته این منبع، مراد دانا، شهردار بم، مخالف است»."""
    told = view.keys[i + 1]
    if told in _NAMELESS or is_plural(told) or not _only_name(view, j + 1):
        return False
    close = next((k for k in range(j + 1, view.last - 1) if view.at(k) in COMMAS), None)
    return close is None or titles().at(view.keys, close + 1) is None


def _named_before(view: Clause, i: int, j: int) -> bool:
    """«خرم، وزیر راه، گفت», «سالم البوسعیدی، وزیر آب، گفت»: a word that is a name too, before an office."""
    office = titles().at(view.keys, j + 1)
    held = office is not None and office[1] == "office"
    whole = j <= i + 2 or view.keys[i + 1] not in common_words()
    return held and whole and (is_given(view.keys[i]) or bool(known().bearers(view.keys[i:j])))


def _after_address(view: Clause, i: int, j: int) -> int:
    """«دکتر رایان، رئیس بیمارستان»: past a form of address that is a title too, where a name follows."""
    if view.keys[i] == "استاد":  # «استاد MIT، تد پاستول»
        return i
    at = i + after_honorifics(view.keys[i:j], 0)
    return i if titles().at(view.keys, at) else at


def _lists_towns(view: Clause, i: int, j: int) -> bool:
    """«نماینده مردم ورامین، قرچک و پیشوا در مجلس»"""
    if view.keys[i : i + 2] != ("نماینده", "مردم"):
        return False
    ahead = range(j + 1, min(j + LONGEST_TOWNS, view.last))
    close = next((k for k in ahead if view.keys[k : k + 2] == ("در", "مجلس")), None)
    return close is not None and all(view.is_word(k) or view.at(k) in COMMAS for k in range(j, close))


def _lists_fields(view: Clause, i: int, j: int) -> bool:
    """«سرپرست معاونت حقوقی، مجلس و بودجه»: the first comma of what an office or a body is for."""
    at = next((k for k in range(j - 1, i - 1, -1) if view.keys[k] in _FIELD_HEADS | SOCIETIES), None)
    # «اردشیر رایان معاون آموزش، پژوهش و فناوری دانشگاه», «مدیر کل برنامه ریزی، آمار و …»
    if at is None or j - at > LONGEST_FIELD or not _is_office(view, i, at):
        return False
    word = view.is_word(j + 1) and view.keys[j + 1] not in first_names() | prepositions() | DEMONSTRATIVES
    # «… نبات، آب‌نبات ریز و قند ریز», «… بازرگانی، صنایع، معادن و کشاورزی»
    joint = j + 2 + (view.keys[j + 2 : j + 3] != ("و",) and view.is_word(j + 2) and at < j - 1)
    joint += 2 * (view.at(j + 2) in COMMAS and view.is_word(j + 3))
    joined = view.keys[joint : joint + 1] == ("و",) and view.is_word(joint + 1)
    joined = joined and view.paragraph.verb_in(j + 1, joint + 2) is None
    told = titles().at(view.keys, j + 1) or adverbs().at(view.keys, j + 1)
    # «انجمن نویسندگان، شاعران و پژوهشگران شهر»
    members = view.keys[at] in SOCIETIES and _is_group(view, j - 1) and _is_group(view, j + 1)
    return word and joined and (told is None or members)


def _is_office(view: Clause, i: int, at: int) -> bool:
    """A society at ``at``, or an office there or before it: «یک عضو کمیسیون», «بهرام آریا رئیس کمیسیون»."""
    kinds = [found[1] for k in range(i, at + 1) if (found := titles().at(view.keys, k))]
    return "office" in kinds if kinds else view.keys[at] in SOCIETIES


def _is_group(view: Clause, at: int) -> bool:
    """«نویسندگان»"""
    found = titles().at(view.keys, at)
    return found is not None and found[1] == "group"


def _only_name(view: Clause, j: int) -> bool:
    """«وزیر خارجه پاکستان، اسحاق دار:»: a few words of no other use up to a comma or the clause's end."""
    close = next((k for k in range(j, view.last) if view.at(k) in COMMAS), view.last)
    rest = view.keys[j:close]
    return 0 < len(rest) <= LONGEST_NAME and all(
        word.isalpha() and word not in common_words() for word in rest
    )


def hyphen(view: Clause, i: int, j: int) -> int | None:
    """«الجزیره-نت»: a dash with no space around it binds."""
    if view.at(j) not in DASHES:
        return None
    # «مهندس کاظم مهری‌زاده - معاون شهردار»
    called = j > i and not titles().at(view.keys, _after_address(view, i, j))
    apposed = called and titles().at(view.keys, j + 1) is not None
    if apposed and not any(view.at(k) in COMMAS | DASHES for k in range(i, j)):
        # «حسین رضایی - رئیس اتاق بازرگانی، صنایع و معادن - گفت»: up to the second dash, if there is one.
        ahead = range(j + 1, min(j + LONGEST_APPOSITION, view.last))
        close = next((k for k in ahead if view.at(k) in DASHES or k in view.paragraph.verbs), None)
        return close if close and view.at(close) in DASHES else j + 1
    tokens = view.paragraph.tokens
    bound = (
        0 < j < view.last - 1
        and tokens[j - 1].end == tokens[j].start
        and tokens[j].end == tokens[j + 1].start
    )
    return j + 1 if bound else j
