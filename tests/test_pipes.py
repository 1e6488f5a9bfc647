"""The program as a shell meets it: pipes, closed ends, locales, signals, terminals."""

import fcntl
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from rich.cells import cell_len

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
PROGRAM = (sys.executable, "-m", "persian_speech")
TEXT = "وزیر نیرو گفت: سدها پر است.\nوی افزود: باران خوبی آمد.\n"
LINE = " ".join(TEXT.split("\n"))
DRAWING = {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}

Ran = subprocess.CompletedProcess[str]


def environment(**changes: str) -> dict[str, str]:
    """This process's own, without what would colour or widen a table."""
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    own = {name: value for name, value in os.environ.items() if name not in DRAWING}
    return own | {"PYTHONPATH": path, "TERM": "xterm"} | changes


def shell(command: str, **changes: str) -> Ran:
    """Runs a line of bash in which ``ps`` is the program; a failure anywhere in a pipe is one."""
    line = f'ps() {{ "{sys.executable}" -m persian_speech "$@"; }}; set -o pipefail; {command}'
    return subprocess.run(
        ["bash", "-c", line],
        cwd=ROOT,
        env=environment(**changes),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def at_terminal(
    arguments: Sequence[str], *, stdout: bool = True, width: int = 100, typed: bytes = b""
) -> tuple[int, str]:
    """Runs the program with a terminal at its ends; returns its status and all that was shown."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
    process = subprocess.Popen(
        [*PROGRAM, *arguments],
        cwd=ROOT,
        env=environment(),
        stdin=theirs,
        stdout=theirs if stdout else subprocess.DEVNULL,
        stderr=theirs,
    )
    os.close(theirs)
    begun = _read(ours) if typed else b""
    for at in range(0, len(typed), 256):
        os.write(ours, typed[at : at + 256])
        begun += _read(ours)  # its echo: a terminal that nobody reads takes nothing in
    shown = begun + b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    return process.wait(timeout=60), shown.decode("utf-8", "replace")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1 << 16)
    except OSError:  # Linux says so when the other end is closed
        return b""


# --- pipes ------------------------------------------------------------------------------------------


def test_a_reader_that_goes_away_is_success() -> None:
    ran = shell("ps quotes samples | head -3")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("document\tid\tkind\t")
    assert ran.stdout.count("\n") == 3


def test_stdin_is_read_where_no_path_is_given_in_any_locale() -> None:
    ran = shell(
        "cat samples/leader-meeting.txt | ps entities -f tsv",
        LC_ALL="C",
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert re.search("[\u0600-\u06ff]", ran.stdout)
    assert "\r" not in ran.stdout


def test_arguments_are_persian_in_any_locale(tmp_path: Path) -> None:
    (tmp_path / "خبر.txt").write_text(LINE, encoding="utf-8")
    said = "ps quotes --speaker وزیر --within speaker:نیرو --columns document,text --jobs 2 --no-headers"
    for other in ({"LC_ALL": "C"}, {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}):
        ran = shell(f"{said} {tmp_path}", **other)
        assert ran.stdout == "خبر.txt\tسدها پر است\nخبر.txt\tباران خوبی آمد\n"


def test_what_is_piped_in_has_no_name() -> None:
    ran = shell(f"printf '{TEXT}' | ps quotes --columns document,text --no-headers")
    assert ran.stdout == "-\tسدها پر است\n-\tباران خوبی آمد\n"


@pytest.mark.parametrize("path", ["<(cat samples/leader-meeting.txt)", "/dev/stdin"])
def test_a_pipe_with_a_name_is_read_whole(path: str) -> None:
    piped = shell(f"cat samples/leader-meeting.txt | ps quotes {path} --columns text")
    assert piped.stdout == shell("ps quotes samples/leader-meeting.txt --columns text").stdout


def test_a_pipe_that_is_named_as_a_table_is_read_as_one(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    os.mkfifo(rows)
    ran = shell(
        f"""printf '{{"text": "وزیر نیرو گفت: سدها پر است."}}' > {rows} & ps quotes {rows} --columns text"""
    )
    assert ran.stdout == "text\nسدها پر است\n"


@pytest.mark.parametrize(
    "rows",
    [
        f'{{"id": "a", "text": "{LINE}"}}\n{{"id": "b", "date": "1399-05-01", "text": "{LINE}"}}\n',
        f"\ufeffid;date;text\na;;{LINE}\nb;1399-05-01;{LINE}\n",
        f"Text\tDate\tID\n{LINE}\t\ta\n{LINE}\t1399-05-01\tb\n",
    ],
)
@pytest.mark.parametrize("path", ["", "-", "<(cat)"])
def test_a_table_that_is_piped_in_is_read_as_one(tmp_path: Path, rows: str, path: str) -> None:
    (tmp_path / "rows").write_text(rows, encoding="utf-8")
    ran = shell(f"cat {tmp_path}/rows | ps quotes {path} --columns document,date_jalali,text --no-headers")
    assert (ran.returncode, ran.stderr) == (0, "")
    told = [line.partition("#")[2] for line in ran.stdout.splitlines()]
    said = ("سدها پر است", "باران خوبی آمد")
    assert told == [f"a\t\t{one}" for one in said] + [f"b\t1399-05-01\t{one}" for one in said]


def test_a_text_that_begins_like_a_table_is_none() -> None:
    ran = shell(f"printf '{{متن}}, text: {LINE}' | ps quotes --columns document,text --no-headers")
    assert ran.stdout == "-\tسدها پر است\n-\tباران خوبی آمد\n"


def test_rows_are_analysed_from_a_pipe_into_a_corpus(tmp_path: Path) -> None:
    rows = f'{{"id": "a", "text": "{LINE}"}}'
    ran = shell(
        f"printf '{rows}' | ps analyze - -o {tmp_path}/c.db -q; ps quotes {tmp_path}/c.db --columns document"
    )
    assert ran.stdout.splitlines() == ["document", "-#a", "-#a"]


def test_a_web_page_that_is_piped_in_is_read_as_one() -> None:
    columns = "--columns speaker,start,end,text --no-headers"
    ran = shell(f"cat samples/parliament.html | ps quotes {columns}")
    assert ran.stdout == shell(f"ps quotes samples/parliament.html {columns}").stdout


def test_nothing_in_is_nothing_out() -> None:
    assert shell("printf '' | ps normalize").stdout == ""


def test_rows_come_before_the_last_document_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with subprocess.Popen(
        [*PROGRAM, "quotes", tmp_path / "a.txt", "-", "-f", "jsonl"],
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        assert "سدها پر است" in process.stdout.readline()
        assert process.poll() is None
        process.communicate(TEXT, timeout=60)
    assert process.returncode == 0


# --- closed and full ends ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "status", "told"),
    [
        ("ps quotes <&-", 2, "standard input is closed"),
        ("ps quotes samples >&-", 1, "standard output is closed"),
        ("ps quotes samples >/dev/full", 1, "No space left"),
        ("ps quotes nosuch", 1, "nosuch"),
    ],
)
def test_an_end_that_is_missing_is_told_in_one_line(command: str, status: int, told: str) -> None:
    if "/dev/full" in command and not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    ran = shell(command)
    assert ran.returncode == status
    assert told in ran.stderr
    assert ran.stderr.count("\n") == 1


def test_closed_stderr_does_no_harm() -> None:
    ran = shell("ps quotes nosuch samples/leader-meeting.txt --limit 2 2>&-")
    assert ran.stdout.count("\n") == 3


def test_a_name_does_not_steer_the_terminal() -> None:
    told = "a\ufffd[31m.txt: there is no such file or folder; check the path\n"
    assert shell("ps quotes $'a\\e[31m.txt' > /dev/null").stderr == told


def test_an_empty_stdin_is_no_traceback() -> None:
    ran = shell("ps quotes")
    assert ran.returncode in {0, 1}
    assert ran.stderr.count("\n") == ran.returncode


def test_an_unreadable_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "closed.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        path.unlink()  # root reads everything; a dangling link nobody reads
        path.symlink_to("nowhere")
    ran = shell(f"ps quotes {path} samples/leader-meeting.txt")
    assert ran.returncode == 1
    assert "closed.txt" in ran.stderr.splitlines()[0]
    assert len(ran.stdout.splitlines()) > 1


# --- signals ----------------------------------------------------------------------------------------


def test_an_interrupt_ends_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    process = subprocess.Popen(
        [*PROGRAM, "quotes", tmp_path / "a.txt", "-", "-f", "jsonl"],
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdout is not None
    process.stdout.readline()  # it is at work now, waiting for the second document
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (130, "Interrupted.\n")


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP])
def test_an_end_from_outside_leaves_nothing_half_written(tmp_path: Path, ending: signal.Signals) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with subprocess.Popen(
        [*PROGRAM, "quotes", "a.txt", "-", "-o", "out.csv"],
        cwd=tmp_path,
        env=environment(),
        stdin=subprocess.PIPE,
    ) as process:
        while not list(tmp_path.glob(".persian-speech-*/*")):
            time.sleep(0.02)
        process.send_signal(ending)
        assert process.wait(timeout=60) == 128 + ending
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


# --- terminals --------------------------------------------------------------------------------------


def test_a_terminal_gets_a_table_that_fits_it() -> None:
    status, shown = at_terminal(["quotes", "samples/leader-meeting.txt", "--bidi", "isolate"], width=90)
    assert status == 0
    assert re.search(r"Speaker +.*Quotation", shown)
    assert shown.count("\u2068") == shown.count("\u2069") > 3


@pytest.mark.parametrize(("command", "width"), [("speakers", 60), ("entities", 80), ("quotes", 70)])
def test_no_heading_and_no_day_is_cut_on_a_terminal(command: str, width: int) -> None:
    status, shown = at_terminal([command, "samples", "-q", "--limit", "12"], width=width)
    lines = [re.sub("[\u2066-\u2069\u200f\r]|\x1b\\[[0-9;]*m", "", line) for line in shown.splitlines()]
    assert status == 0
    assert "…" not in lines[1]
    assert not re.findall(r"\d{4}-\d?\d?-?\d?(?!\S)", "\n".join(lines))
    assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize(("columns", "width"), [("0", 80), ("7", 20), ("50", 50)])
def test_a_table_is_drawn_whatever_the_width_is_said_to_be(columns: str, width: int) -> None:
    ran = shell("ps quotes samples -f table --limit 1 --bidi off", COLUMNS=columns)
    assert "Speaker" in ran.stdout
    assert max(map(cell_len, ran.stdout.splitlines())) <= width


def test_a_terminal_without_a_path_gets_the_help() -> None:
    status, shown = at_terminal(["quotes"])
    assert status == 0
    assert shown.startswith("Examples:")


def test_progress_is_shown_to_a_terminal_and_not_when_quiet() -> None:
    status, shown = at_terminal(["speakers", "samples"], stdout=False)
    assert (status, "Reading" in shown) == (0, True)
    assert at_terminal(["speakers", "samples", "-q"], stdout=False) == (0, "")


def test_a_run_into_a_corpus_shows_how_far_it_is(tmp_path: Path) -> None:
    output = str(tmp_path / "corpus.db")
    status, shown = at_terminal(["analyze", "samples", "-o", output])
    assert (status, "Analysing" in shown, "documents" in shown) == (0, True, True)
    assert shown.rstrip().endswith("new")
    assert at_terminal(["analyze", "samples", "-o", output, "-q"]) == (0, "")


@pytest.mark.parametrize(
    ("typed", "status", "shown"),
    [(TEXT, 0, "باران خوبی آمد"), (f"{'سد ' * 2000}\n", 1, "which terminals cut; paste it into a file")],
)
def test_what_is_pasted_ends_with_one_end_of_file(typed: str, status: int, shown: str) -> None:
    found = at_terminal(["quotes", "-", "-f", "csv"], typed=typed.encode() + b"\x04")
    assert found[0] == status
    assert found[1].startswith("Type or paste the text, then press Ctrl-D on a line of its own.")
    assert shown in found[1]


@pytest.mark.parametrize("command", ["normalize samples", "quotes samples --draw", "export samples -f dna"])
def test_no_progress_cuts_through_a_text_on_a_terminal(command: str) -> None:
    status, shown = at_terminal(command.split())
    assert (status, "Reading" in shown) == (0, False)


def test_the_bar_is_gone_before_a_table_of_the_first_rows_is_drawn() -> None:
    status, shown = at_terminal(["sentences", "samples", "--limit", "2"])
    assert status == 0
    assert "Reading" in shown
    assert "Reading" not in shown[shown.index("Sentence") :]
    assert "\x1b[2K" in shown[shown.rindex("Reading") : shown.index("Sentence")]


def test_no_progress_cuts_through_rows_on_a_terminal() -> None:
    status, shown = at_terminal(["quotes", "samples", "-f", "jsonl", "--columns", "speaker"])
    assert status == 0
    assert all(line.startswith("{") for line in shown.splitlines())
