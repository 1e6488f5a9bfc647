"""The same sentences in other paragraphs are the same speech: no letter changes its speaker."""

from hypothesis import given
from hypothesis import strategies as st

from persian_speech.document import Document
from persian_speech.pipeline import QUOTATIONS, Analyzer

analyze = Analyzer(QUOTATIONS)

# Sentences that say of themselves who speaks: a reporting clause, the speaker going on, the narrator.
REPORTS = (
    "کاوه رایان، شهردار نوش‌رود گفت: پل را تا بهار می‌سازیم.",
    "وی افزود: هزینه آن را از عوارض می‌پردازیم.",
    "سارا مهرجو با بیان اینکه سد پر است، تصریح کرد: ما به کشاورزان آب می‌دهیم.",
    "شهردار نوش‌رود ادامه داد: «صبر مردم سرمایه ماست.»",
    "به گفته سارا مهرجو، لوله‌ها کهنه است.",
    "بهرام آریا ساخت پل را ضروری دانست و خاطرنشان کرد: ما کمک می‌کنیم.",
)
GOES_ON = (
    "ما از مردم ممنونیم.",
    "البته باید صبور باشیم.",
    "من این را بارها گفته‌ام.",
    "اگر باران ببارد، کار می‌ماند.",
)
NARRATED = ("گفتنی است باران از دیشب آغاز شده است.", "به گزارش پگاه، نشست ساعت ۱۱:۰۰ پایان یافت.")


@st.composite
def stories(draw: st.DrawFn) -> list[str]:
    """Sentences of which each direct report may be followed by more of the same speech."""
    sentences: list[str] = []
    for report in [REPORTS[0], *draw(st.lists(st.sampled_from(REPORTS[1:]), max_size=5))]:
        sentences.append(report)
        if ":" in report and "»" not in report:
            sentences += draw(st.lists(st.sampled_from(GOES_ON), max_size=2))
        sentences += draw(st.lists(st.sampled_from(NARRATED), max_size=1))
    return sentences


def voices(document: Document) -> list[str | None]:
    """Who speaks each letter of the text, white space left out; nothing where the narrator does."""
    spoken: dict[int, str] = {}
    for quotation in document.quotations:
        name = quotation.speaker.name if quotation.speaker else "unknown"
        spoken |= dict.fromkeys(range(quotation.start, quotation.end), name)
    return [spoken.get(i) for i, letter in enumerate(document.text) if letter.isalnum()]


@given(stories(), st.data())
def test_joining_and_splitting_at_sentence_ends_changes_no_voice(
    sentences: list[str], data: st.DataObject
) -> None:
    breaks = data.draw(
        st.lists(st.sampled_from([" ", "\n"]), min_size=len(sentences), max_size=len(sentences))
    )
    one_each = "\n".join(sentences)
    mixed = "".join(sentence + gap for sentence, gap in zip(sentences, breaks, strict=True))
    assert voices(analyze(mixed)) == voices(analyze(one_each))
