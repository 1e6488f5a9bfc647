"""How sure a row is: by the form of the quotation and of its mention, from shares right on gold."""

from persian_speech.document import MentionForm, Speaker
from persian_speech.quotation.forms import Draft

BY_RULE = {
    "colon": 0.97, "colon_marked": 0.97, "marked_after_cue": 0.93, "conjunction": 0.9, "participial": 0.9,
    "predicative": 0.8, "nominal": 0.85, "bare_clause": 0.8, "post_posed": 0.85, "headline": 0.95,
    "continued": 0.75, "denied": 0.85, "remembered": 0.8, "bare_speech": 0.8,
}  # fmt: skip
BY_MENTION: dict[MentionForm, float] = {
    "name": 1.0, "title": 0.98, "pronoun": 0.97, "description": 0.9, "dropped": 0.9,
}  # fmt: skip


def confidence(draft: Draft, form: MentionForm, speaker: Speaker | None) -> float:
    """Between 0 and 1; at most one half where no speaker was found."""
    sure = BY_RULE[draft.rule] * BY_MENTION[form]
    return round(sure if speaker else sure / 2, 2)
