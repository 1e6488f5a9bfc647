"""What the reader of a document remembers of the paragraphs that it has read."""

from dataclasses import dataclass, field

from persian_speech.actors.cast import Cast
from persian_speech.actors.members import Reference
from persian_speech.quotation.found import Found
from persian_speech.quotation.noting import Narrated
from persian_speech.quotation.paragraph import Paragraph

HEADLINES = 3  # paragraphs at a document's beginning where «نام: …» needs no other sign

NUMBER = "1"
"""The marker of a numbered line."""


@dataclass(slots=True)
class Memory:
    """Who has spoken, which speech may go on, and how the document sets its lines."""

    narrated: Narrated
    handled: bool = False
    """Whether a line is a channel's name («@pagah»), as below a post."""
    found: list[Found] = field(default_factory=list)
    number: int = 0
    """Of the paragraph at hand, pages' own lines not counted."""
    previous: Paragraph | None = None

    open: Found | None = None
    """Direct speech that ran to the end of the last paragraph and may go on."""
    waiting: Found | None = None
    """A colon that ended its paragraph: what is said stands in the next ones."""
    told: bool = False
    """Whether the first of those has been given the waiting cue."""
    in_marks: bool = False
    """Whether a « of the open quotation is closed in a later paragraph."""
    chain: int = 0
    """Paragraphs that went on since the last headline."""
    essay: bool = False
    """Whether the open quotation is from an article of which the document gives the whole."""
    paper: Found | None = None
    """The paper's own words, which what it passes on in this paragraph only interrupts."""

    bullet: str = ""
    """One that stood on a line of its own above its item."""
    marker: str = ""
    """The bullet of the last headline."""
    nested: bool = False
    """Whether points with another bullet stand below it."""
    points: str = ""
    """The bullet of the points that the open speech has gone on in: «🔸» after «🔹» is the narrator's."""
    dialogue: bool = False
    """Whether the paragraph before was a line of an interview, «نام: …»."""
    emblem: bool = False
    """Whether an emoji stands above the document, as above a post."""
    posted: bool = False
    """Whether a post opened with an emoji and «نام: …»: the lines below are the speaker's."""
    label: bool = False
    """Whether the line opens with a plain word that is a surname further on: «دلخوش: …»."""
    news: bool = False
    """Whether a line heads short news, each of its own («#چند_خبر_کوتاه»)."""

    talker: Reference | None = None
    """Whose talk or post a line has announced: «گفت‌وگوی ترامپ با خبرنگاران»."""
    guest: Reference | None = None
    """Who is interviewed, if the document says so."""
    minutes: bool = False
    """Whether the lines open with somebody and a dash: «رئیس جلسه - …»."""
    questions: str = ""
    """The bullet of the last question in an interview: «- سد کی پر می‌شود؟»."""
    interview: bool = False
    """Whether a line has said that the interview is read below it."""
    author: Reference | None = None
    """Whose statement or letter the headline announces."""
    teller: tuple[str, ...] = ()
    """The words before the last headline's colon: a paper's, it may be."""

    @property
    def cast(self) -> Cast:
        """Who has spoken or has been told of."""
        return self.narrated.cast

    @property
    def begins(self) -> bool:
        """Whether the paragraph at hand is one of the document's first."""
        return self.number < HEADLINES

    def marker_of(self, paragraph: Paragraph) -> str:
        """The bullet that opens the paragraph: «🔹» over «•» tells items from their points; or its number."""
        if paragraph.bullets:
            return paragraph.at(0)
        return NUMBER if paragraph.keys[0].isdigit() and paragraph.numbered else self.bullet

    def close(self) -> None:
        """Nobody goes on below, whatever marks were left open."""
        self.open = self.waiting = None
        self.in_marks = False
