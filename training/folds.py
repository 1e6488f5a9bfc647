"""What the rules answer in the corpora, as they would answer in a text that nobody has read.

The tables of names were partly counted on these corpora. In a document of fold n, names that no other
fold shows are left out of the tables, so the network learns how far the rules are to be trusted.
"""

import multiprocessing
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

import persian_speech.data
from persian_speech.text.letters import key, phrase_key
from training.corpus import FOLDS, Example

COLUMNS: Final = {
    "surnames": ("surname",),
    "first_names": ("name",),
    "organisations": ("name", "aliases"),
    "organisation_words": ("word",),
    "places": ("place", "aliases"),
    "cities": ("city",),
}
_LONGEST = 6  # tokens of a name that is looked for in the corpora

Answers = tuple[list[list[int]], dict[str, int]]


def answers(examples: Sequence[Example]) -> tuple[list[list[int]], dict[str, int]]:
    """For each document a rule's answer a token, and the kinds of words that one fold alone shows."""
    lonely = _lonely(examples)
    where = {id(found): at for at, found in enumerate(examples)}
    codes: list[list[int]] = [[] for _ in examples]
    seen: dict[str, set[int]] = {}
    kinds: dict[str, int] = {}
    for fold in range(FOLDS):
        here = [found for found in examples if found.fold == fold]
        names = frozenset(name for name, one in lonely.items() if one == fold)
        with multiprocessing.get_context("spawn").Pool(1) as pool:  # tables are read once a process
            answered, told = pool.apply(in_fold, (here, names))
        for found, code in zip(here, answered, strict=True):
            codes[where[id(found)]] = code
        for word in told:
            seen.setdefault(word, set()).add(fold)
        kinds |= told
    return codes, {word: kinds[word] for word, folds in seen.items() if len(folds) == 1}


def _runs(found: Example) -> Iterator[str]:
    """The keys of all runs of tokens."""
    keys = [key(token.text) for token in found.tokens]
    for at in range(len(keys)):
        for end in range(at + 1, min(at + _LONGEST, len(keys)) + 1):
            yield "".join(keys[at:end])


def _listed() -> set[str]:
    """The keys of all names in the tables that were counted."""
    return {
        phrase_key(form)
        for table, columns in COLUMNS.items()
        for row in persian_speech.data.rows(table)
        for column in columns
        for form in row[column].split("|")
    }


def _lonely(examples: Sequence[Example]) -> dict[str, int]:
    """The names of the tables that one fold alone shows, and that fold."""
    listed = _listed()
    folds: dict[str, set[int]] = {}
    for found in examples:
        for run in listed.intersection(_runs(found)):
            folds.setdefault(run, set()).add(found.fold)
    return {run: next(iter(shown)) for run, shown in folds.items() if len(shown) == 1}


def in_fold(examples: Sequence[Example], without: frozenset[str]) -> Answers:
    """The rules' answers in documents, the tables without some names. Run in a process of its own."""
    _forget(without)
    from persian_speech.entities.learned import answers as said
    from persian_speech.entities.reading import Reading
    from persian_speech.entities.rules import ruled
    from persian_speech.entities.words import word

    codes = [
        said(
            ruled(Reading.of(found.document), [(s.first, s.last) for s in found.sentences]), len(found.tokens)
        ).tolist()
        for found in examples
    ]
    kinds = {key(token.text): word(token.text).kinds for found in examples for token in found.tokens}
    return codes, kinds


def _forget(without: frozenset[str]) -> None:
    """Takes names out of the tables, before any module has read them."""
    read = persian_speech.data.rows

    @cache
    def rows(name: str) -> tuple[dict[str, str], ...]:
        columns = COLUMNS.get(name)
        return tuple(_kept(read(name), columns, without)) if columns else read(name)

    persian_speech.data.rows = rows
    persian_speech.data.column = cache(lambda name, field: tuple(row[field] for row in rows(name)))


def _kept(
    listed: Sequence[Mapping[str, str]], columns: Sequence[str], without: frozenset[str]
) -> Iterator[dict[str, str]]:
    first, *others = columns
    for row in listed:
        if phrase_key(row[first]) not in without:
            aliases = {
                column: "|".join(form for form in row[column].split("|") if phrase_key(form) not in without)
                for column in others
            }
            yield {**row, **aliases}
