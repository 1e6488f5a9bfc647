"""What somebody does with body or face before he speaks: «وزیر | سر تکان داد و گفت»."""

from persian_speech.quotation.clauses import Clause
from persian_speech.quotation.lexicon import gestures

LONGEST_ACT = 6  # tokens of «سر از پنجره بیرون آورد»


def gesture(view: Clause, i: int, j: int) -> int | None:
    """«وزیر | لبخندی زد و گفت», «وزیر | سر از پنجره بیرون آورد و گفت», «آموزگار | رو به شاگردان گفت»"""
    return j if j > i and (view.keys[j : j + 2] == ("رو", "به") or opens_act(view, j)) else None


def opens_act(view: Clause, j: int) -> bool:
    """«سر تکان داد و», «لبخندی زد», «نگاهی به او»: what somebody does with body or face."""
    if view.keys[j] not in gestures():
        return False
    if view.keys[j].endswith("ی") and view.keys[j + 1 : j + 2] in {("به",), ("هم",), ("نیز",)}:
        return True
    verb = view.paragraph.first_verb(j + 1, min(j + 1 + LONGEST_ACT, view.last))
    if verb is None or "را" in view.keys[j:verb]:
        return False
    return view.keys[verb + 1 : verb + 2] in {("و",), (":",)} or verb in {j + 1, view.last - 1}
