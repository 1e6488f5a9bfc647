"""What tests of several rooms ask for."""

import shlex
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from persian_speech.__main__ import run

ROOT = Path(__file__).parent.parent
# A runner in a shell's background has interrupts ignored, and the programs started here would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)
# What is met first loads its tables, on machines of any speed.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

Ran = subprocess.CompletedProcess[str]
Ask = Callable[[str], Ran]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Runs a command line in this process, from the checkout: quicker than a shell, which real pipes need."""
    monkeypatch.chdir(ROOT)

    def asked(line: str) -> Ran:
        status = run(shlex.split(line))
        return subprocess.CompletedProcess(line, status, *capsys.readouterr())

    return asked
