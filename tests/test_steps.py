"""Rules that are asked only at some words answer at no others."""

from collections.abc import Iterator

import pytest
from test_quotation import cases

from persian_speech.document import Document
from persian_speech.pipeline import segment
from persian_speech.quotation import noun_phrases, subject_steps
from persian_speech.quotation.clauses import Clause, clause
from persian_speech.quotation.paragraphing import paragraphs_of
from persian_speech.quotation.words import read

LONGEST = 4  # tokens of a phrase before the one that is looked at


@pytest.fixture(scope="module")
def clauses() -> list[Clause]:
    """The paragraphs of all cases, whole."""
    return [view for _, text, _ in cases() for view in clauses_of(text)]


def clauses_of(text: str) -> Iterator[Clause]:
    document = segment(Document(text))
    found = paragraphs_of(document, *read(document.tokens))
    return (clause(paragraph, len(paragraph)) for paragraph in found)


def test_no_step_to_a_subject_answers_where_it_is_not_asked(clauses: list[Clause]) -> None:
    for view in clauses:
        for i, text in enumerate(view.paragraph.tokens.texts):
            told = {step for step, _ in subject_steps.STEPS.steps if step(view, i) is not None}
            assert told <= set(subject_steps.STEPS.at(text)), text


def test_no_step_along_a_phrase_answers_where_it_is_not_asked(clauses: list[Clause]) -> None:
    for view in clauses:
        for j, text in enumerate(view.paragraph.tokens.texts):
            steps, starts = noun_phrases.STEPS, range(max(j - LONGEST, 0), j + 1)
            told = {step for i in starts for step, _ in steps.steps if step(view, i, j) is not None}
            assert told <= set(steps.at(text)), text
