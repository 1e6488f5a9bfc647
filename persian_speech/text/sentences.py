"""Sentences with exact offsets: a list of named rules says where one ends.

Every closing mark and every line break is a candidate; the rules answer in order, and the
first that answers wins. ؛ never ends a sentence, «.»» does, a wrapped line does not.
"""

from collections.abc import Callable, Iterator, Sequence

from persian_speech.document import Sentence, Token

ENDERS = frozenset({".", "!", "؟", "?", "…"})
CLOSERS = frozenset({"»", '"', "”", "’", "'", ")", "]", "›"})
OPENERS = frozenset({"«", "“", "‘", "(", "[", "‹"})
Verdict = bool | None
Rule = Callable[[str, Sequence[Token], int], Verdict]


def is_ender(token: Token) -> bool:
    """A mark that may close a sentence: «.», «؟», «!», «…» and runs of stops."""
    return token.text in ENDERS or (token.text[0] == "." and token.kind == "punctuation")


def line_break_ends(text: str, tokens: Sequence[Token], i: int) -> Verdict:
    """A new line is a new sentence."""
    return True if "\n" in text[tokens[i].end : tokens[i + 1].start] else None


def closing_mark_waits(text: str, tokens: Sequence[Token], i: int) -> Verdict:
    """«رفت.» گفت: the mark after the stop still belongs to the sentence."""
    following = tokens[i + 1]
    if not is_ender(tokens[i]) and tokens[i].text not in CLOSERS:
        return False
    if is_ender(following):
        return False
    glued = following.start == tokens[i].end
    return False if following.text in CLOSERS and (glued or following.text not in {'"', "'"}) else None


def stop_before_closer_ends(text: str, tokens: Sequence[Token], i: int) -> Verdict:
    """A closing mark ends a sentence only after a stop: «… است.» but not «شبکه خبر» گفت."""
    if tokens[i].text not in CLOSERS:
        return None
    j = i
    while j >= 0 and tokens[j].text in CLOSERS:
        j -= 1
    return j >= 0 and is_ender(tokens[j])


def list_number_stays(text: str, tokens: Sequence[Token], i: int) -> Verdict:
    """«1. نخست»: the stop after a number that opens a line is not an end."""
    if tokens[i].text != "." or i == 0 or tokens[i - 1].kind != "number":
        return None
    opens = i == 1 or "\n" in text[tokens[i - 2].end : tokens[i - 1].start]
    return False if opens else None


def initial_stays(text: str, tokens: Sequence[Token], i: int) -> Verdict:
    """«م. کاظمی»: one letter and a stop is an initial."""
    before = tokens[i - 1] if i else None
    if tokens[i].text != "." or before is None or before.kind != "word":
        return None
    return False if len(before.text) == 1 and before.text != "و" else None


def ellipsis_inside_stays(text: str, tokens: Sequence[Token], i: int) -> Verdict:
    """«او گفت … و رفت»: three dots before «و» or a mark do not end a sentence."""
    dots = tokens[i].text == "…" or tokens[i].text.startswith("..")
    following = tokens[i + 1].text
    return False if dots and (following == "و" or following in "،,؛:») ".split() or following in CLOSERS) else None


RULES: tuple[Rule, ...] = (
    line_break_ends,
    closing_mark_waits,
    stop_before_closer_ends,
    list_number_stays,
    initial_stays,
    ellipsis_inside_stays,
)


def ends_after(text: str, tokens: Sequence[Token], i: int) -> bool:
    """Whether a sentence ends after token ``i``, which is not the last."""
    for rule in RULES:
        verdict = rule(text, tokens, i)
        if verdict is not None:
            return verdict
    return True


def split(text: str, tokens: Sequence[Token]) -> Iterator[Sentence]:
    """The sentences of the text; every token stands in exactly one."""
    first = 0
    for i in range(len(tokens)):
        if i + 1 == len(tokens) or ends_after(text, tokens, i):
            start, end = tokens[first].start, tokens[i].end
            yield Sentence(start, end, text[start:end], first, i + 1)
            first = i + 1
