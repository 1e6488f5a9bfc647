"""Whether offices in dated news are given to who held them: the known speakers of documents read by hand.

The news stand in a folder beside the checkout, as their texts may not be copied; it may be absent.
"""

import csv
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from persian_speech.pipeline import QUOTATIONS, Analyzer

HERE = Path(__file__).resolve().parent
NEWS = HERE.parent.parent / "shared" / "data" / "news"
FILES = ("hamshahri", "channels-2026")


def expected() -> dict[str, tuple[date, set[str]]]:
    """A document's day and the known people who speak in it, perhaps none, by its id."""
    lines = (HERE / "offices.tsv").read_text(encoding="utf-8").splitlines()
    table: dict[str, tuple[date, set[str]]] = {}
    for row in csv.DictReader((line for line in lines if line[0] != "#"), delimiter="\t"):
        people = table.setdefault(row["document"], (date.fromisoformat(row["date"]), set()))[1]
        people |= {row["person"]} - {""}
    return table


def texts() -> Iterator[tuple[str, str]]:
    """Ids and texts of the news."""
    for name in FILES:
        with (NEWS / f"{name}.jsonl").open(encoding="utf-8") as lines:
            yield from ((item["id"], item["text"]) for item in map(json.loads, lines))


def told() -> Iterator[tuple[str, set[str], set[str]]]:
    """A document, the known people found to speak in it, and those who do."""
    analyzer, table = Analyzer(QUOTATIONS), expected()
    for name, text in texts():
        if name in table:
            day, people = table[name]
            speakers = (quotation.speaker for quotation in analyzer(text, date=day).quotations)
            yield name, {speaker.name for speaker in speakers if speaker and speaker.known}, people


def main() -> int:
    """Prints who is wrong, who is not found and in how many documents; 1 where a person is wrong."""
    if not NEWS.is_dir():
        print(f"skipped: {NEWS.name} is not beside the checkout")
        return 0
    found = list(told())
    wrong = [(name, sorted(speakers - people)) for name, speakers, people in found if speakers - people]
    missed = [(name, sorted(people - speakers)) for name, speakers, people in found if people - speakers]
    print(*(f"{name}: wrong {people}" for name, people in wrong), sep="\n", end="\n" * bool(wrong))
    print(*(f"{name}: not found {people}" for name, people in missed), sep="\n", end="\n" * bool(missed))
    print(f"{len(found)} documents, {len(wrong)} with a wrong person, {len(missed)} with one not found")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
