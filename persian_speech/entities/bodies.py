"""The plain name of a body: its country as the table has it, without the noun of what it is."""

from functools import cache

from persian_speech.actors.offices import HOME
from persian_speech.data import forms, rows
from persian_speech.entities.gazetteer import gazetteer
from persian_speech.text.letters import phrase_key

_FIRM = "شرکت"
_SITES = frozenset({"سایت", "وب سایت", "وبگاه", "پایگاه"})
_OF_NEWS = ("خبری ", "تلویزیونی ", "خبری تلویزیونی ")
_MARKS = '«»"“”'


def plain_body(body: str) -> str:
    """«ارتش ایالات متحده» is «ارتش آمریکا», «شبکه خبری «العربیه»» «العربیه»."""
    return _of_its_land(_without_noun(body))


def _of_its_land(body: str) -> str:
    """A body's country under the name that it has in the table."""
    for form, country in _lands():
        if body.endswith(form):
            return f"{body.removesuffix(form)} {country}"
    return body


def _without_noun(body: str) -> str:
    """A paper, a channel or a firm of the tables without «روزنامه» or «شرکت»; «روزنامه ایران» stays whole."""
    noun = next((noun for noun in _nouns() if body.startswith(f"{noun} ")), "")
    name = body.removeprefix(noun).lstrip()
    for kind in _OF_NEWS:
        name = name.removeprefix(kind)
    name = name.strip(_MARKS)
    key = phrase_key(name)
    if noun == _FIRM:
        listed = gazetteer().names.get(key) or ()
        return name if any(one.type == "ORG" and not one.ambiguous for one in listed) else body
    return name if noun and key in _press() else body


@cache
def _nouns() -> tuple[str, ...]:
    """What heads the names of papers, channels, sites and firms, the longest first."""
    heads = {row["press"] for row in rows("press") if row["kind"] == "head"}
    return tuple(sorted({*heads, *_SITES, _FIRM}, key=lambda noun: -len(noun)))


@cache
def _press() -> frozenset[str]:
    """The keys of papers and channels."""
    return frozenset(phrase_key(row["press"]) for row in rows("press") if row["kind"] == "name")


@cache
def _lands() -> tuple[tuple[str, str], ...]:
    """Other names of countries abroad, a space before each, the longest first, and the country.

    «آذربایجان» is a part of Iran too, and no other name of «جمهوری آذربایجان» in a body's.
    """
    abroad = (row for row in rows("countries") if row["country"] != HOME)
    told = (
        (f" {form}", row["country"])
        for row in abroad
        for form in forms(row, "aliases")
        if form not in forms(row, "ambiguous") and not row["country"].endswith(form)
    )
    return tuple(sorted(told, key=lambda pair: -len(pair[0])))
