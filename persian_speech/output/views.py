"""What a terminal shows of each table: fewer columns, in full words."""

from collections.abc import Callable

from persian_speech.output.table import Heading, plain

TYPES = {
    "PER": "person",
    "ORG": "organisation",
    "LOC": "place",
    "NORP": "people",
    "DAT": "date",
    "TIM": "time",
    "MON": "money",
    "PCT": "per cent",
}


def unknown(value: object) -> str:
    """A name, or that there is none."""
    return plain(value) or "(unknown)"


def narrator(value: object) -> str:
    """Who said it, or that nobody known does."""
    return plain(value) or "(narrated or unknown)"


def type_word(value: object) -> str:
    """An entity's type in a word."""
    return TYPES.get(plain(value), plain(value))


def percent(value: object) -> str:
    """A share as per cent."""
    return f"{value:.1%}" if isinstance(value, float) else ""


def score(value: object) -> str:
    """A score with the three digits that mean something."""
    return f"{value:.3f}" if isinstance(value, float) else plain(value)


def hundredth(value: object) -> str:
    """A measure with two decimals."""
    return f"{value:.2f}" if isinstance(value, float) else plain(value)


def number(title: str, field: str, show: Callable[[object], str] = plain, *, spare: int = 0) -> Heading:
    """A column of counts or measures."""
    return Heading(title, (field,), show, least=None, spare=spare, right=True)


def days(title: str, *fields: str, spare: int = 0) -> Heading:
    """A column of days, one below the other."""
    return Heading(title, fields, joint="\n", least=None, spare=spare)


def word(title: str, field: str, show: Callable[[object], str] = plain, *, spare: int = 0) -> Heading:
    """A column of single words of ours: a type, a kind, a period."""
    return Heading(title, (field,), show, least=None, spare=spare)


def prose(title: str, field: str, *, style: str = "", spare: int = 0) -> Heading:
    """A column of sentences."""
    return Heading(title, (field,), least=26, spare=spare, style=style, prose=True)


def timeline_view(*, relative: bool) -> tuple[Heading, ...]:
    """A bar chart of counts, or of counts per 1,000 words."""
    bar = "per_thousand" if relative else "count"
    return (
        Heading("Series", ("series",), width=26, style="bold", once=True, kept="differing"),
        word("Period", "period"),
        Heading("", (bar,), bar=True, kept="always"),
        number("Count", "count", spare=2 - relative),
        number("Per 1,000", "per_thousand", hundredth, spare=1 + relative),
    )


DOCUMENT = Heading("Document", ("document",), width=24, least=14, spare=9, style="dim", kept="differing")
SPEAKER = Heading("Speaker", ("speaker",), unknown, width=26, least=14, style="bold")
PERIODS = {
    "document": Heading("Document", ("document",), width=24, least=14),
    "month": word("Month", "month", lambda month: plain(month) or "(no date)"),
    "year": word("Year", "year", lambda year: plain(year) or "(no date)"),
    "speaker": Heading("Said by", ("speaker",), narrator, width=26, least=14, style="bold"),
}

QUOTES = (
    DOCUMENT,
    SPEAKER,
    Heading("Form", ("kind", "form"), width=13, spare=1),
    Heading("Cue", ("cue",), width=16, spare=2, style="cyan"),
    prose("Quotation", "text"),
)
EXPLANATION = prose("Why", "explanation", style="dim")
STATEMENTS = (
    SPEAKER,
    number("Times", "appearances"),
    number("Documents", "documents", spare=2),
    number("Wordings", "variants", spare=1),
    days("First, last", "date_jalali", "last_date_jalali", spare=3),
    QUOTES[-1],
)
VARIANTS = (
    number("No.", "statement"),
    DOCUMENT,
    SPEAKER,
    days("Date", "date_jalali", spare=2),
    number("Alike", "similarity", percent, spare=1),
    QUOTES[-1],
)
SPEAKERS = (
    SPEAKER,
    Heading("Role", ("role",), width=24, least=18, spare=5),
    number("Quotations", "quotations"),
    number("Words", "words", spare=4),
    number("Share", "share", percent),
    number("Documents", "documents", spare=3),
    days("First", "first_date", "first_date_jalali", spare=1),
    days("Last", "last_date", "last_date_jalali", spare=2),
)
EDGES = (
    Heading("From", ("source",), width=30, least=16, style="bold"),
    Heading("To", ("target",), width=30, least=16, style="bold"),
    word("Type", "target_type", type_word, spare=3),
    number("Weight", "weight"),
    number("Quotations", "quotations", spare=1),
    number("Documents", "documents", spare=2),
)
WORD = Heading("Word", ("word",), style="bold")
WORDS = (
    WORD,
    number("Count", "count"),
    number("Documents", "documents"),
    number("Dispersion", "dispersion", hundredth),
    number("Per 1,000", "per_thousand", hundredth),
)
KEYNESS = (
    WORD,
    number("In A", "count_a"),
    number("In B", "count_b"),
    number("A per 1,000", "per_thousand_a", hundredth, spare=1),
    number("B per 1,000", "per_thousand_b", hundredth, spare=1),
    number("G²", "log_likelihood", hundredth),
    number("Log ratio", "log_ratio", hundredth),
    Heading("Sign.", ("significance",), least=None, kept="always"),
)
COLLOCATES = (
    WORD,
    number("Near", "count"),
    number("Before", "before", spare=1),
    number("After", "after", spare=1),
    number("In all", "frequency"),
    number("MI", "mi", hundredth, spare=3),
    number("t", "t", hundredth, spare=2),
    number("G²", "log_likelihood", hundredth),
    number("logDice", "log_dice", hundredth),
)
# From the left edge to the right one: Persian is read from the right, so what comes before a hit stands
# to the right of it and is cut at its far end.
CONCORDANCE = (
    DOCUMENT,
    Heading("Speaker", ("speaker",), narrator, width=20, spare=3, kept="differing"),
    days("Date", "date_jalali", spare=2),
    Heading("After", ("right",), least=16, context="after", kept="always"),
    Heading("Hit", ("hit",), style="bold", width=24, right=True),
    Heading("Before", ("left",), least=16, context="before", kept="always"),
    number("Offset", "start", spare=1),
)
ENTITIES = (
    Heading("Entity", ("entity",), least=20, style="bold"),
    word("Type", "type", type_word),
    number("Mentions", "count"),
    number("Said", "said", spare=5),
    number("Narrated", "narrated", spare=4),
    number("Documents", "documents", spare=6),
    number("Speakers", "speakers", spare=3),
    days("First", "first_date", "first_date_jalali", spare=1),
    days("Last", "last_date", "last_date_jalali", spare=2),
)
MENTIONS = (
    DOCUMENT,
    Heading("Mention", ("text",), least=14, style="bold"),
    word("Type", "type", type_word),
    Heading("Entity", ("entity",), least=14, spare=4),
    Heading("Said by", ("said_by",), width=26, least=14),
    days("Day", "date", "date_jalali", spare=3),
    number("Start", "start", spare=2),
    number("End", "end", spare=1),
)
FROM = days("From", "from", "from_jalali")
TO = days("To", "to", "to_jalali")
SOURCE = prose("Source", "source", style="dim", spare=1)
ACTORS = (
    Heading("Person", ("person",), width=26, least=14, style="bold"),
    Heading("Office", ("office",), width=30, least=14),
    FROM,
    TO,
    SOURCE,
)
RESOLVED = (
    Heading("Title", ("title",), width=24),
    Heading("Office", ("office",), width=24, spare=2),
    Heading("Status", ("status",), style="cyan"),
    Heading("Person", ("person",), width=26, style="bold"),
    FROM,
    TO,
    SOURCE,
)
TOKENS = (
    DOCUMENT,
    number("Sentence", "sentence", spare=3),
    Heading("Token", ("text",), style="bold"),
    Heading("Normal", ("normal",)),
    Heading("Lemma", ("lemma",)),
    word("Kind", "kind"),
    number("Start", "start", spare=2),
    number("End", "end", spare=1),
)
SENTENCES = (
    DOCUMENT,
    number("No.", "sentence"),
    prose("Sentence", "text"),
    number("Start", "start", spare=2),
    number("End", "end", spare=1),
)
SCORES = (
    Heading("Metric", ("metric",), lambda metric: plain(metric).replace("_", " "), style="bold"),
    number("Precision", "p", score),
    number("Recall", "r", score),
    number("F1", "f1", score),
    number("Accuracy", "accuracy", score),
    number("Count", "count"),
)
ERRORS = (
    DOCUMENT,
    Heading("Error", ("error",), least=None, style="bold"),
    prose("Gold", "gold"),
    prose("Predicted", "predicted"),
    Heading("Speaker in gold", ("expected",), width=20, spare=2),
    Heading("Speaker found", ("speaker",), width=20, spare=2),
    Heading("Cue", ("cue",), width=14, spare=1),
)
