"""The words that tell people and bodies: titles, forms of address, given names, heads of bodies."""

from functools import cache, lru_cache
from typing import Literal, cast

from persian_speech.actors.people import written_key
from persian_speech.data import column, forms, rows
from persian_speech.entities.titles import title_key
from persian_speech.text.letters import key, phrase_key
from persian_speech.text.phrases import Phrases

TitleKind = Literal["office", "description", "group"]
_IRAN = ("ایران", "جمهوری اسلامی ایران", "جمهوری اسلامی")
SHORTEST_SURNAME_END = 3  # letters of «پور»
SERVANT = "عبدال"
LONGEST_PAIR = 16  # letters of two given names in one word


@cache
def titles() -> Phrases[TitleKind]:
    """Titles as phrases, with and without the ezafe «ی»: «سخنگو»، «سخنگوی»، «نخست وزیر»."""
    table: dict[str, TitleKind] = {}
    for row in reversed(rows("titles")):
        plain = phrase_key(row["title"])
        bare = title_key(plain)
        for form in (plain, bare, bare + "ی" if bare.endswith(("ا", "و")) else bare):
            table[form] = cast(TitleKind, row["kind"])
    return Phrases(table)


@cache
def honorifics() -> Phrases[str]:
    """Forms of address before a name → civil, military, religious, royal."""
    return Phrases({phrase_key(row["honorific"]): row["kind"] for row in rows("honorifics")})


@cache
def full_names() -> Phrases[str]:
    """Full names of known people."""
    names = (name for row in rows("people") for name in forms(row, "name", "aliases"))
    return Phrases({phrase_key(name): name for name in names if " " in name})


@cache
def bodies() -> Phrases[str]:
    """Heads of organisations' names («وزارت») and names that stand alone («کرملین»، «ایران»)."""
    heads = {phrase_key(row["head"]): "head" for row in rows("organisation_heads")}
    alone = {
        phrase_key(form): "name"
        for table, field in (("organisations", "name"), ("countries", "country"))
        for row in rows(table)
        for form in forms(row, field, "aliases")
    }
    return Phrases(heads | dict.fromkeys(capitals(), "name") | alone)


@cache
def other_names() -> dict[str, frozenset[str]]:
    """A body's name, run together → all names of that body: «آمریکا», «ایالات متحده»."""
    listed = [
        forms(row, field, "aliases")
        for table, field in (("countries", "country"), ("organisations", "name"))
        for row in rows(table)
    ]
    keys = [frozenset(map(written_key, names)) for names in (*listed, _IRAN)]
    return {key: names for names in keys if len(names) > 1 for key in names}


@cache
def capitals() -> frozenset[str]:
    """«مسکو»: a government by the city where it sits."""
    return frozenset(phrase_key(city) for city in column("capitals", "capital"))


@cache
def cities() -> Phrases[bool]:
    """«مهران», «خراسان رضوی»: cities and provinces."""
    return Phrases(dict.fromkeys(map(phrase_key, column("cities", "city")), True))


@cache
def city_words() -> frozenset[str]:
    """Cities of one word that are nothing else: «سمنان»."""
    return frozenset(
        key(row["city"]) for row in rows("cities") if not row["ambiguous"] and " " not in row["city"]
    )


@cache
def lands() -> dict[str, str]:
    """Words that tell a country or its people, and that country: «فرانسوی» is of «فرانسه»."""
    named = (
        (form, row["country"])
        for row in rows("countries")
        for form in forms(row, "country", "aliases", "people")
    )
    return {phrase_key(form): country for form, country in named} | {"کشورمان": "ایران"}


@cache
def foreign_words() -> frozenset[str]:
    """Words that tell a foreign office: «فرانسه»، «فرانسوی»."""
    return frozenset(word for word, country in lands().items() if country != "ایران")


@cache
def peoples() -> frozenset[str]:
    """Plurals of peoples and parties, with and without the ezafe: «حوثی‌ها»، «حوثی‌های»، «کردها»."""
    plurals = {
        phrase_key(form)
        for row in rows("peoples")
        for form in (row["people"] + "ها", *row["forms"].split("|"))
        if form.endswith("ها")
    }
    return frozenset(plurals | {plural + "ی" for plural in plurals})


@cache
def first_names() -> frozenset[str]:
    """Given names that are no common word."""
    return frozenset(key(row["name"]) for row in rows("first_names") if not row.get("ambiguous"))


@cache
def common_words() -> frozenset[str]:
    """Words that are no part of a person's name: where a name ends."""
    return frozenset(key(word) for word in column("common_words", "word"))


@cache
def object_heads() -> frozenset[str]:
    """«برگزاری»، «روند»: nouns that open an object."""
    return frozenset(phrase_key(noun) for noun in column("object_heads", "noun"))


@cache
def predicate_openers() -> frozenset[str]:
    """«خواهان»، «قصد»: what is said of a subject begins with it, so no name or title holds it."""
    return frozenset(phrase_key(word) for word in column("predicate_openers", "word"))


@cache
def plain_words() -> frozenset[str]:
    """Words that end a name: common ones, but those that are a given name or part of a surname too."""
    return (common_words() | object_heads()) - given_names() - surname_parts()


@cache
def kin() -> frozenset[str]:
    """«همسر», «هواداران»: who somebody is to the person named next; of «وکیل مدافع» the last word."""
    return frozenset(key(word.split()[-1]) for word in column("kin", "word"))


@cache
def local_heads() -> dict[str, bool]:
    """«دادستان», «امام (جمعه)»: no holder of an office bears one → whether that is so on all days."""
    return {key(row["head"]): bool(row["undated"]) for row in rows("full_time_titles") if row["local"]}


@cache
def trades() -> frozenset[str]:
    """«کشتی‌گیر», «بازیگر»: what stands beside a namesake's name."""
    return frozenset(key(row["head"]) for row in rows("full_time_titles") if row["local"] == "trade")


@cache
def full_time_heads() -> frozenset[str]:
    """«سخنگوی», «دبیر»: titles that one person has, who holds no office of the table besides."""
    return frozenset(key(row["head"]) for row in rows("full_time_titles") if not row["local"])


@cache
def surname_parts() -> frozenset[str]:
    """«خامنه ای»، «القاصی مهر»: the last part of a surname typed with a space."""
    return frozenset(key(word) for word in column("surname_parts", "part"))


@cache
def particles() -> frozenset[str]:
    """«بن»، «فون در»: small words that bind the parts of a name."""
    return frozenset(key(word) for word in column("name_particles", "particle"))


@cache
def surnames() -> frozenset[str]:
    """Surnames that stand for a person by themselves: «ترامپ»، «لاریجانی»."""
    return frozenset(key(word) for word in column("surnames", "surname")) - common_words()


@cache
def _surname_ends() -> tuple[str, ...]:
    ends = (key(word) for word in column("surname_endings", "ending"))
    return tuple(end for end in ends if len(end) >= SHORTEST_SURNAME_END and end != "یان")  # «آقایان»


def is_made_surname(word: str) -> bool:
    """«رایان‌پور»: a word of no other use that ends as surnames do."""
    return word.endswith(_surname_ends()) and word not in common_words() and word not in first_names()


@cache
def given_names() -> frozenset[str]:
    """All given names, those that are common words too."""
    return frozenset(key(row["name"]) for row in rows("first_names"))


@lru_cache(maxsize=1 << 14)
def is_given(word: str) -> bool:
    """A given name, or two in one word: «غلام‌محمد»; and any «عبدالـ»."""
    names = given_names()
    if word.startswith(SERVANT) and len(word) > len(SERVANT) + 1:
        return True  # «عبدالحق»
    if word in names or len(word) > LONGEST_PAIR:
        return word in names
    return any(word[:cut] in names and word[cut:] in names for cut in range(3, len(word) - 2))


@cache
def women_names() -> frozenset[str]:
    """Given names that only women bear: «پروانه»."""
    return frozenset(key(name) for name in column("women_names", "name"))
