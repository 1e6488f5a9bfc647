"""Dates, times, sums and shares: a grammar over one letter a token.

Each token has a letter (n a number, j a month, y «سال», $ a currency …); a text's letters make a
string, and one regular expression reads dates off it: «دوشنبه ۱۳ اردیبهشت ۱۳۹۹» is «dnjY».
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, cast

from persian_speech.data import rows
from persian_speech.document import EntityType
from persian_speech.text.letters import key

_YEAR = re.compile(r"1[23]\d\d|14[0-4]\d|1[6-9]\d\d|20\d\d")
_CALENDAR = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}")
_MARKS: Final = {"،": "c", ",": "c", "%": "%", "٪": "%", "$": "$", "€": "$", "(": "(", ")": ")"}
_LETTERS: Final = {
    "weekday": "d", "month": "j", "doubtful_month": "k", "day_unit": "u", "month_unit": "m", "year_unit": "y",
    "age_unit": "g", "relative": "r", "this": "o", "blessed": "l", "from": "z", "day": "p", "night": "b",
    "part": "t", "clock": "h", "minute": "i", "era": "e", "season": "s", "edge": "q", "number": "w",
    "scale": "x", "percent": "%", "currency": "$", "and": "v", "to": "a", "holiday": "f",
}  # fmt: skip
"""The letter of each kind in the table date_words. A number has n (at most two digits), Y (a year,
perhaps), N (another) or f (a whole date); T is a time with a colon, P a number with its percent sign."""

# Repetition is bounded: a number has few parts, and a hostile text must not be read in square time.
_COUNT = "(?:[nwNY](?:v[nwN]){0,3})"
_SUM = f"(?:{_COUNT}x{{0,3}}(?:v{_COUNT}x{{1,3}}){{0,3}}(?:v{_COUNT})?|x)"
_YEAR_OF = "(?:y[Yn](?:[av][Yn])?(?![x$%nNY])e?|Ye?|yre?|p)"  # «سال ۹۵», «۲۰۱۶ میلادی», «سال گذشته»
_MONTH_OF = "(?:(?:ml?)?[jk]m?)"  # «ماه مبارک رمضان», «شهریورماه»
_WEEKDAY = "(?:u?[nw]?d)"  # «روز سه شنبه»
_DAY_MONTH = f"(?:u?{_COUNT}(?:a{_COUNT})?{_MONTH_OF}(?:c?{_YEAR_OF})?)"
_SURE_MONTH = f"(?:(?:ml?)[jk]|jm?|km)(?:c?{_YEAR_OF})?|[jk]{_YEAR_OF}"
_DATES = (
    f"(?:(?:p[c(]?)?{_WEEKDAY}[c)]?|pu?)?{_DAY_MONTH}",  # «امروز (دوشنبه) ۱۳ اردیبهشت ۱۳۹۵»
    f"(?:{_WEEKDAY}c?)?f",
    f"p[(c]?{_WEEKDAY}\\)?",
    f"{_WEEKDAY}(?:a{_WEEKDAY}|[umy]r|r(?!z))?",  # «جمعه پیش», not «جمعه | پیش از نماز»
    f"q?(?:{_SURE_MONTH})(?:a{_MONTH_OF}(?:{_YEAR_OF})?)?",
    f"q?s(?:{_YEAR_OF})?",
    f"q?(?:{_COUNT}?[umy]re?|o[umy])(?:{_YEAR_OF})?",  # «هفته گذشته», «دو ماه آینده», «این هفته»
    "q?(?:p|y[Yn](?:[av][Yn])?(?![x$%nNY])e?|yre?)|qY|Ye",
    "g[nw]",
)
_DATE = "|".join(_DATES)
_HOUR = "h(?:T|[nwN](?:v[nwN]i?)?)t?"  # «ساعت ۷ و ۳۰ دقیقه صبح»
_PATTERN: Final = re.compile(
    f"(?P<PCT>{_SUM}(?:a{_SUM})?%|P(?:aP)?)"
    f"|(?P<MON>{_SUM}(?:a{_SUM})?\\$)"
    f"|(?P<TIM>b?(?:{_HOUR})(?:{_DATE})?|(?:rz)?t(?:{_DATE})|b|tr|T)"
    f"|(?P<DAT>{_DATE})"
)

_TELLING: Final = "%P$hbtTdfpsjkumyegq"  # every expression has one of these
# no expression holds a word that has no part in the grammar
_RUN: Final = re.compile(f"(?<![^.])[^.{_TELLING}]*[{_TELLING}][^.]*")


@cache
def _letters() -> dict[str, str]:
    return {key(row["word"]): _LETTERS[row["kind"]] for row in reversed(rows("date_words"))}


def _number_letter(folded: str) -> str:
    if folded[0] in "%٪" or folded[-1] in "%٪":
        return "P"
    if ":" in folded:
        return "T"
    if _CALENDAR.fullmatch(folded):
        return "f"
    if _YEAR.fullmatch(folded):
        return "Y"
    return "n" if len(folded) <= 2 else "N"


def time_letter(text: str, folded: str) -> str:
    """The word's letter in the grammar; «.» for a word that has no part in it."""
    if text in _MARKS:
        return _MARKS[text]
    if folded.strip("%٪")[:1].isdigit():
        return _number_letter(folded)
    letters = _letters()
    if folded in letters:
        return letters[folded]
    # «شهریورماه» typed together is a month
    return "j" if folded.endswith("ماه") and letters.get(folded[:-3], "") in {"j", "k"} else "."


def may_tell(letters: str) -> bool:
    """Whether an expression may stand in a string of letters: a number or a mark alone is none."""
    return _RUN.search(letters) is not None


def expressions(letters: str, stops: Sequence[int]) -> Iterator[tuple[int, int, EntityType]]:
    """The first token, the one after the last and the type of each expression in a string of letters.

    stops: where sentences end, ascending; no expression goes beyond.
    """
    for run in _RUN.finditer(letters):
        start = run.start()
        while start < run.end():
            end = min(run.end(), stops[bisect_right(stops, start)])
            for match in _PATTERN.finditer(letters, start, end):
                yield match.start(), match.end(), cast(EntityType, match.lastgroup)
            start = end
