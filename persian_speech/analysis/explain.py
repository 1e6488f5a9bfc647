"""Why a quotation was found and given to its speaker, in words a linguist can read."""

from functools import cache

from persian_speech.analysis.tables import Row
from persian_speech.data import rows
from persian_speech.document import Quotation

MENTION_WORDS = {
    "name": "named as «{}»",
    "title": "named by title as «{}»",
    "pronoun": "referred to as «{}»",
    "description": "described as «{}»",
    "dropped": "not named in the clause",
}


def explained(quotation: Quotation) -> Row:
    """The fields that ``quotes --explain`` adds."""
    others = ", ".join(speaker.name for speaker in quotation.candidates)
    return {
        "speaker_rule": quotation.speaker_rule or None,
        "candidates": others or None,
        "explanation": explanation(quotation),
    }


def explanation(quotation: Quotation) -> str:
    """One sentence: the form, the cue, the rules, the speaker and how sure the analysis is."""
    parts = (_found(quotation), _spoken(quotation), f"confidence {quotation.confidence:.2f}")
    return "; ".join(parts)


def _found(quotation: Quotation) -> str:
    denied = ", a denial" if quotation.polarity == "denial" else ""
    cue = f"cue «{quotation.cue.text}»{_lemma(quotation)}" if quotation.cue else "no cue"
    ended = _words("end_rules").get(quotation.end_rule)
    told = f"{cue}, {_words('span_rules')[quotation.rule]}" + (f", up to {ended}" if ended else "")
    return f"{quotation.kind} {quotation.form} quotation{denied}: {told}"


@cache
def _words(table: str) -> dict[str, str]:
    return {row["rule"]: row["words"] for row in rows(table)}


def _lemma(quotation: Quotation) -> str:
    known = [part for part in (quotation.cue_lemma, quotation.cue_class) if part]
    return f" ({', '.join(known)})" if known else ""


def _spoken(quotation: Quotation) -> str:
    mention = quotation.mention.text if quotation.mention else ""
    met = MENTION_WORDS[quotation.mention_form].format(mention)
    rule = f" ({quotation.speaker_rule})" if quotation.speaker_rule else ""
    if quotation.speaker is None:
        return f"speaker unknown, {met}{rule}"
    others = " or ".join(f"«{speaker.name}»" for speaker in quotation.candidates)
    return f"speaker «{quotation.speaker.name}», {met}{rule}" + (f", less likely {others}" if others else "")
