"""How the page writes numbers, days and the words of the annotation in Persian."""

from datetime import date as Date  # noqa: N812 - parameters are called «date»
from functools import cache

from persian_speech.data import rows
from persian_speech.text.dates import jalali
from persian_speech.text.letters import PERSIAN_DIGITS

_DIGITS = str.maketrans("0123456789,.", PERSIAN_DIGITS + "٬٫")


def number(value: float, digits: int = 0) -> str:
    """«۱٬۲۳۴», «۷٫۵»."""
    return f"{value:,.{digits}f}".translate(_DIGITS)


def plain_number(value: int) -> str:
    """«۱۳۹۹»: a year, without a mark between its digits."""
    return str(value).translate(_DIGITS)


def percent(share: float | None) -> str:
    """«۷٫۵٪»."""
    return f"{number(100 * (share or 0), 1)}٪"


def day(date: Date | None) -> str:
    """«۱ مرداد ۱۳۹۹»; nothing for no day."""
    if date is None:
        return ""
    year, month, number = map(int, jalali(date).split("-"))
    return f"{plain_number(number)} {months()[month]} {plain_number(year)}"


@cache
def months() -> dict[int, str]:
    """The months of Iran by number."""
    found: dict[int, str] = {}
    for row in rows("months"):
        if row["calendar"] == "jalali":
            found.setdefault(int(row["number"]), row["month"])
    return found


@cache
def _words() -> dict[tuple[str, str], str]:
    return {(row["kind"], row["word"]): row["persian"] for row in rows("report_words")}


def word(kind: str, word: str | None) -> str:
    """The Persian for a word of the annotation, such as the form «colon»; itself where none is known."""
    return _words().get((kind, word or ""), word or "")


def rule(name: str) -> str:
    """What a rule takes for a quotation's content."""
    return _words().get(("rule", name), name.replace("_", " "))


def speaker_rule(rule: str) -> str:
    """How a speaker was found, part by part; a part in English where there is no Persian for it."""
    return "؛ ".join(word("speaker", part) for part in rule.split("; "))
