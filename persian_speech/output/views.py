"""What a terminal shows of each table: fewer columns, in full words."""

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


def number(title: str, field: str) -> Heading:
    """A column of counts."""
    return Heading(title, (field,), right=True)


def timeline_view(*, relative: bool) -> tuple[Heading, ...]:
    """A bar chart of counts, or of counts per 1,000 words."""
    bar = "per_thousand" if relative else "count"
    return (
        Heading("Series", ("series",), width=26, style="bold", once=True, kept="differing"),
        Heading("Period", ("period",)),
        Heading("", (bar,), bar=True, kept="always"),
        number("Count", "count"),
        Heading("Per 1,000", ("per_thousand",), hundredth, right=True),
    )


DOCUMENT = Heading("Document", ("document",), width=24, style="dim", kept="differing")
SPEAKER = Heading("Speaker", ("speaker",), unknown, width=26, style="bold")
PERIODS = {
    "document": Heading("Document", ("document",), width=24),
    "month": Heading("Month", ("month",), lambda month: plain(month) or "(no date)"),
    "year": Heading("Year", ("year",), lambda year: plain(year) or "(no date)"),
    "speaker": Heading("Said by", ("speaker",), narrator, width=26, style="bold"),
}

QUOTES = (
    DOCUMENT,
    SPEAKER,
    Heading("Form", ("kind", "form"), width=13),
    Heading("Cue", ("cue",), width=16, style="cyan"),
    Heading("Quotation", ("text",), prose=True),
)
EXPLANATION = Heading("Why", ("explanation",), style="dim", prose=True)
STATEMENTS = (
    SPEAKER,
    number("Times", "appearances"),
    number("Documents", "documents"),
    number("Wordings", "variants"),
    Heading("First, last", ("date_jalali", "last_date_jalali"), joint="\n"),
    QUOTES[-1],
)
VARIANTS = (
    number("No.", "statement"),
    DOCUMENT,
    SPEAKER,
    Heading("Date", ("date_jalali",)),
    Heading("Alike", ("similarity",), percent, right=True),
    QUOTES[-1],
)
SPEAKERS = (
    SPEAKER,
    Heading("Role", ("role",), width=24),
    number("Quotations", "quotations"),
    number("Words", "words"),
    Heading("Share", ("share",), percent, right=True),
    number("Documents", "documents"),
    Heading("First", ("first_date", "first_date_jalali"), joint="\n"),
    Heading("Last", ("last_date", "last_date_jalali"), joint="\n"),
)
EDGES = (
    Heading("From", ("source",), width=30, style="bold"),
    Heading("To", ("target",), width=30, style="bold"),
    Heading("Type", ("target_type",), type_word),
    number("Weight", "weight"),
    number("Quotations", "quotations"),
    number("Documents", "documents"),
)
WORD = Heading("Word", ("word",), style="bold")
WORDS = (
    WORD,
    number("Count", "count"),
    number("Documents", "documents"),
    Heading("Dispersion", ("dispersion",), hundredth, right=True),
    Heading("Per 1,000", ("per_thousand",), hundredth, right=True),
)
KEYNESS = (
    WORD,
    number("In A", "count_a"),
    number("In B", "count_b"),
    Heading("A per 1,000", ("per_thousand_a",), hundredth, right=True),
    Heading("B per 1,000", ("per_thousand_b",), hundredth, right=True),
    Heading("G²", ("log_likelihood",), hundredth, right=True),
    Heading("Log ratio", ("log_ratio",), hundredth, right=True),
    Heading("Sign.", ("significance",), kept="always"),
)
COLLOCATES = (
    WORD,
    number("Near", "count"),
    number("Before", "before"),
    number("After", "after"),
    number("In all", "frequency"),
    Heading("MI", ("mi",), hundredth, right=True),
    Heading("t", ("t",), hundredth, right=True),
    Heading("G²", ("log_likelihood",), hundredth, right=True),
    Heading("logDice", ("log_dice",), hundredth, right=True),
)
# From the left edge to the right one: Persian is read from the right, so what comes before a hit stands
# to the right of it and is cut at its far end.
CONCORDANCE = (
    DOCUMENT,
    Heading("Speaker", ("speaker",), narrator, width=20, kept="differing"),
    Heading("Date", ("date_jalali",)),
    Heading("After", ("right",), context="after", kept="always"),
    Heading("Hit", ("hit",), style="bold", width=24, right=True),
    Heading("Before", ("left",), context="before", kept="always"),
    number("Offset", "start"),
)
ENTITIES = (
    Heading("Entity", ("entity",), style="bold"),
    Heading("Type", ("type",), type_word),
    number("Mentions", "count"),
    number("Said", "said"),
    number("Narrated", "narrated"),
    number("Documents", "documents"),
    number("Speakers", "speakers"),
    Heading("First", ("first_date", "first_date_jalali"), joint="\n"),
    Heading("Last", ("last_date", "last_date_jalali"), joint="\n"),
)
MENTIONS = (
    DOCUMENT,
    Heading("Mention", ("text",), style="bold"),
    Heading("Type", ("type",), type_word),
    Heading("Entity", ("entity",)),
    Heading("Said by", ("said_by",), width=26),
    Heading("Day", ("date", "date_jalali"), joint="\n"),
    number("Start", "start"),
    number("End", "end"),
)
FROM = Heading("From", ("from", "from_jalali"), joint="\n")
TO = Heading("To", ("to", "to_jalali"), joint="\n")
ACTORS = (
    Heading("Person", ("person",), width=26, style="bold"),
    Heading("Office", ("office",), width=30),
    FROM,
    TO,
    Heading("Source", ("source",), style="dim", prose=True),
)
RESOLVED = (
    Heading("Title", ("title",), width=24),
    Heading("Office", ("office",), width=24),
    Heading("Status", ("status",), style="cyan"),
    Heading("Person", ("person",), width=26, style="bold"),
    FROM,
    TO,
    Heading("Source", ("source",), style="dim", prose=True),
)
TOKENS = (
    DOCUMENT,
    number("Sentence", "sentence"),
    Heading("Token", ("text",), style="bold"),
    Heading("Normal", ("normal",)),
    Heading("Lemma", ("lemma",)),
    Heading("Kind", ("kind",)),
    number("Start", "start"),
    number("End", "end"),
)
SENTENCES = (
    DOCUMENT,
    number("No.", "sentence"),
    Heading("Sentence", ("text",), prose=True),
    number("Start", "start"),
    number("End", "end"),
)
SCORES = (
    Heading("Metric", ("metric",), lambda metric: plain(metric).replace("_", " "), style="bold"),
    Heading("Precision", ("p",), score, right=True),
    Heading("Recall", ("r",), score, right=True),
    Heading("F1", ("f1",), score, right=True),
    Heading("Accuracy", ("accuracy",), score, right=True),
    number("Count", "count"),
)
ERRORS = (
    DOCUMENT,
    Heading("Error", ("error",), style="bold"),
    Heading("Gold", ("gold",), prose=True),
    Heading("Predicted", ("predicted",), prose=True),
    Heading("Speaker in gold", ("expected",), width=20),
    Heading("Speaker found", ("speaker",), width=20),
    Heading("Cue", ("cue",), width=14),
)
