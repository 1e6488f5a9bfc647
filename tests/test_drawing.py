"""Quotations drawn under their text: in files, on terminals, from the command line."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persian_speech.output.drawing import draw_text
from persian_speech.pipeline import QUOTATIONS, Analyzer

analyze = Analyzer(QUOTATIONS)
TEXT = "وزیر نیرو گفت: سدها پر است.\n"
DRAWN = """وزیر نیرو گفت: سدها پر است.
speaker~~ cue  Q1 content=
Q1 direct colon: وزیر نیرو (title)
"""


def quotes(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "persian_speech", "quotes", *map(str, arguments)],
        input=TEXT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_strokes_stand_under_their_spans() -> None:
    assert draw_text(analyze(TEXT)) == DRAWN


def test_a_half_space_takes_no_stroke_and_a_picture_two() -> None:
    lines = draw_text(analyze("بهرام آریا گفت: می‌آییم 🌊 می‌مانیم.")).splitlines()
    assert lines[1] == "speaker~~~ cue  Q1 content======="


def test_on_a_terminal_both_stand_at_the_right_and_the_strokes_are_mirrored() -> None:
    text, under, _ = draw_text(analyze(TEXT), width=40, bidi="isolate").splitlines()
    assert text == " " * 13 + "\u2068" + TEXT.rstrip() + "\u2069"
    assert under == " " * 14 + "=Q1 content  cue ~~speaker"


def test_latin_lines_are_not_mirrored() -> None:
    text, under, _ = draw_text(analyze("BBC | وزیر نیرو گفت: سدها پر است."), width=60).splitlines()
    assert under.index("Q1") == text.index("سدها") - 1  # one mark opens the line


def test_every_cell_of_a_wrapped_quotation_has_a_stroke() -> None:
    document = analyze("وزیر نیرو گفت: سدها پر است و نیروگاه‌ها تا پایان سال برق کافی خواهند داشت.")
    drawn = draw_text(document, width=24, bidi="off").splitlines()[:-1]
    content = document.quotations[0].text.replace("\u200c", "")
    assert len(drawn) == 8
    assert sum(line.count("=") for line in drawn) + len("Q1 cont") == len(content) - 3  # spaces at breaks


def test_the_command_draws_in_a_pipe_and_in_a_file(tmp_path: Path) -> None:
    place = tmp_path / "drawn.txt"
    assert quotes("--draw").stdout == DRAWN
    assert quotes("--draw", "-o", place).returncode == 0
    assert place.read_text(encoding="utf-8") == DRAWN


def test_only_what_is_asked_for_is_underlined() -> None:
    assert quotes("--draw", "--kind", "indirect").stdout == TEXT
    assert "content" in quotes("--draw", "--speaker", "نیرو").stdout


@pytest.mark.parametrize("option", [("-f", "csv"), ("--limit", "3"), ("--columns", "text"), ("-o", "a.csv")])
def test_options_of_tables_are_refused(option: tuple[str, str], tmp_path: Path) -> None:
    name, value = option
    run = quotes("--draw", name, tmp_path / value if name == "-o" else value)
    assert run.returncode == 2
    assert "--draw draws a text" in run.stderr


@given(st.text(st.sampled_from("وی گفت:«سد پر است».\n\t🔹a\u200c"), max_size=60), st.integers(20, 40))
def test_any_text_can_be_drawn(text: str, width: int) -> None:
    document = analyze(text)
    assert draw_text(document).endswith("\n")
    assert draw_text(document, width=width).endswith("\n")
