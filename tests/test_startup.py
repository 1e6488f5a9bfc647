"""Help and version answer at once: nothing heavy is loaded for them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "hazm",
    "pandas",
    "numpy",
    "nltk",
    "rich",
    "pyarrow",
    "mammoth",
    "resiliparse",
    "persiantools",
    "jinja2",
    "networkx",
}
PROBE = """
import json, sys
from persian_speech.__main__ import run
status = run(sys.argv[1:])
print(json.dumps([status, *sys.modules]), file=sys.stderr)
"""


def loaded_by(*arguments: str) -> tuple[int, str, set[str]]:
    """The status, what was printed, and every module that was loaded."""
    ran = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments], capture_output=True, encoding="utf-8", check=True
    )
    status, *modules = json.loads(ran.stderr.splitlines()[-1])
    return status, ran.stdout, set(modules)


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("quotes", "-h"), ("entities", "--help")])
def test_help_and_version_load_nothing_heavy(arguments: tuple[str, ...]) -> None:
    status, printed, modules = loaded_by(*arguments)
    assert status == 0
    assert printed
    assert not HEAVY & modules
    assert "persian_speech.pipeline" not in modules


def test_help_of_the_group_loads_no_command() -> None:
    _, printed, modules = loaded_by("-h")
    assert "quotes" in printed
    assert not {name for name in modules if name.startswith("persian_speech.analysis.s")}
    assert not {"persian_speech.cli.quotes", "persian_speech.cli.score"} & modules


def test_a_wrong_option_is_refused_before_anything_heavy_is_loaded() -> None:
    status, printed, modules = loaded_by("quotes", "samples", "--columns", "nosuch")
    assert (status, printed) == (2, "")
    assert not HEAVY & modules


def test_quotations_need_no_tagger() -> None:
    _, _, modules = loaded_by("quotes", "samples", "--limit", "1")
    assert "persian_speech.entities.tagger" in modules
    assert "persian_speech.entities.learned" not in modules


def test_quotations_need_no_lexicon_of_half_spaces(tmp_path: Path) -> None:
    """hazm's two hundred thousand words take longer to read than a release does to be analysed."""
    release = tmp_path / "release.txt"
    release.write_text("سارا دانا، مدیر سد، گفت: «سد پر است و باران میبارد.»\n", encoding="utf-8")
    probe = f"{PROBE}from persian_speech.text.lexicon import _hazm\nassert not _hazm.cache_info().currsize\n"
    ran = subprocess.run(
        [sys.executable, "-c", probe, "quotes", str(release)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "سارا دانا" in ran.stdout
