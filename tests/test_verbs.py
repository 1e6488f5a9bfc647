"""Finite verbs: what a form is, and which look-alikes are none."""

import pytest

from persian_speech.text.verbs import finite


@pytest.mark.parametrize(
    ("forms", "infinitive", "person", "number", "tense", "negative"),
    [
        ("گفت", "گفتن", 3, "sg", "past", False),
        ("گفتند", "گفتن", 3, "pl", "past", False),
        ("می‌گوید ميگويد میگوید", "گفتن", 3, "sg", "present", False),
        ("نمی‌کنیم نمیکنیم", "کردن", 1, "pl", "present", True),
        ("می‌کند", "کردن", 3, "sg", "present", False),
        ("گفته‌اند گفتهاند", "گفتن", 3, "pl", "perfect", False),
        ("نکرده‌است", "کردن", 3, "sg", "perfect", True),
        ("گفته‌بودند", "گفتن", 3, "pl", "pluperfect", False),
        ("رفته‌باشد", "رفتن", 3, "sg", "perfect subjunctive", False),
        ("خواهد", "خواستن", 3, "sg", "future", False),
        ("نخواهدکرد", "کردن", 3, "sg", "future", True),
        ("بگویم", "گفتن", 1, "sg", "subjunctive", False),
        ("بیفتد", "افتادن", 3, "sg", "subjunctive", False),
        ("نیامد", "آمدن", 3, "sg", "past", True),
        ("کنند", "کردن", 3, "pl", "subjunctive", False),
        ("داریم", "داشتن", 1, "pl", "present", False),
        ("برمی‌گردند برمیگردند", "برگشتن", 3, "pl", "present", False),
        ("برنگشت", "برگشتن", 3, "sg", "past", True),
        ("است", "هستن", 3, "sg", "present", False),
        ("نیستیم", "هستن", 1, "pl", "present", True),
        ("باید", "بایستن", 3, "sg", "present", False),
        ("بگو", "گفتن", 2, "sg", "imperative", False),
        ("می‌گه میگه", "گفتن", 3, "sg", "present", False),
    ],
)
def test_finite_form(  # noqa: PLR0917 - one argument a column
    forms: str, infinitive: str, person: int, number: str, tense: str, negative: bool
) -> None:
    """Every spelling of a form is the same verb, person, number and tense."""
    for form in forms.split():
        verb = finite(form)
        assert verb is not None, form
        found = (verb.infinitive, verb.person, verb.number, verb.tense, verb.negative)
        assert found == (infinitive, person, number, tense, negative)


def test_two_tokens_set_side_by_side() -> None:
    """«می گوید» counts as one verb."""
    assert finite("می گوید") == finite("می‌گوید")


@pytest.mark.parametrize(
    "word",
    [
        *(
            "مردم",
            "درصد",
            "سال",
            "با",
            "بی",
            "شدید",
            "مانند",
            "نزد",
            "نشست",
            "نهادهای",
            "میان",
            "بازار",
            "نام",
        ),
        *("نخست", "میدان", "میلیون", "شورای", "گفته", "گفتن"),
    ],
)
def test_no_verb(word: str) -> None:
    """Words that only look like a verb, participles and infinitives."""
    assert finite(word) is None
