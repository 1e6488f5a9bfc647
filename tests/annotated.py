"""Texts and documents for the tests of what documents are written as."""

from datetime import date

from hypothesis import strategies as st

from persian_speech.document import Document
from persian_speech.pipeline import Analyzer

RELEASE = (
    "سدهای جنوب پر شد\n\n"
    "پروین آذرنگ وزیر نیرو روز شنبه در شیراز گفت: «سدهای جنوب پر است.\n"
    "هیچ روستایی بی‌آب نمی‌ماند.» وی افزود که شرکت آب منطقه‌ای <b>آماده</b> & هشیار است.\n"
    "آذرنگ تکذیب کرد که کتابها گران می‌شوند.\n"
)
# What breaks formats: marks of theirs, controls, lines that end in odd ways, letters beyond the first plane.
FRAGMENTS = (
    "وزیر نیرو گفت: سدها پر است.",
    "وی افزود که باران «خوبی» آمد",
    "مریم صادقی در اصفهان گفت:",
    "كتابها را میخوانند",
    "<script>alert('1')</script>",
    "]]> &amp; \"' | \\ # = _ ; ` {{ x }} {% y %}",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\u2028",
    "\x0b",
    "\x00\x1b\x85\ufffe",
    "\u200c\u200d\u200f\u202b\u2066",
    "😀𐎠",
    " ",
    "،",
)
ANALYZER = Analyzer()
texts = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=12)), max_size=12).map("".join)
documents = st.builds(
    lambda text, day: ANALYZER(text, date=day),
    texts,
    st.none() | st.dates(date(1850, 1, 1), date(2052, 1, 1)),
)


def release() -> Document:
    """A short release with everything in it that an annotation can be."""
    return ANALYZER(RELEASE, date=date(2020, 7, 22))
