"""How sure a row is: how often its rule, and the form of its mention, are right on gold."""

from persian_speech.document import MentionForm, Speaker
from persian_speech.quotation.scene import Draft

BY_MENTION: dict[MentionForm, float] = {
    "name": 1.0,
    "title": 0.98,
    "pronoun": 0.97,
    "description": 0.9,
    "dropped": 0.9,
}


def confidence(draft: Draft, form: MentionForm, speaker: Speaker | None) -> float:
    """Between 0 and 1; at most one half where no speaker was found."""
    sure = draft.manner.confidence * BY_MENTION[form]
    return round(sure if speaker else sure / 2, 2)
