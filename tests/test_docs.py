"""README.md, docs/ and the help: every command is told of, and what is shown as an example can be run."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from persian_speech.analysis.tables import QUOTATION_FIELDS
from persian_speech.cli.command import Command
from persian_speech.cli.program import EXAMPLES, program

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted((ROOT / "docs").glob("*.md"))
GUIDE, FIELDS, SHARED, CORPUS = (
    (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    for page in ("guide", "fields", "inputs-and-outputs", "corpus")
)


def commands() -> dict[str, click.Command]:
    context = click.Context(program)
    found = {name: program.get_command(context, name) for name in program.list_commands(context)}
    return {name: command for name, command in found.items() if command is not None}


def examples() -> list[str]:
    """Every example that a help shows, each once."""
    of_commands = [
        line for each in commands().values() if isinstance(each, Command) for line in each.examples
    ]
    return list(dict.fromkeys((*EXAMPLES, *of_commands)))


@pytest.mark.parametrize("name", commands())
def test_the_guide_has_a_section_with_an_example_for_every_command(name: str) -> None:
    section = re.search(rf"^## {name}\n(.*?)(?=^##|\Z)", GUIDE, re.MULTILINE | re.DOTALL)
    assert section, f"docs/guide.md has no section «## {name}»"
    assert re.search(rf"^\$ .*persian-speech {name}\b", section[1], re.MULTILINE)
    assert f"](docs/guide.md#{name})" in README


@pytest.mark.parametrize("name", commands())
def test_what_is_written_by_hand_tells_every_option_of_a_command(name: str) -> None:
    told = README + GUIDE + SHARED + CORPUS
    options = [each for each in commands()[name].params if isinstance(each, click.Option)]
    assert [each.opts[-1] for each in options if not re.search(rf"{each.opts[-1]}\b", told)] == []


@pytest.mark.parametrize("field", [field.name for field in QUOTATION_FIELDS])
def test_every_field_of_a_quotation_is_explained(field: str) -> None:
    table = FIELDS.partition("## What the fields of quotes hold")[2].partition("\n## ")[0]
    assert f"`{field}`" in table


@pytest.mark.parametrize("page", [ROOT / "README.md", *PAGES], ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)#?([^){]*)\)", page.read_text(encoding="utf-8"))
    assert [link for link, _ in links if not (page.parent / link).exists()] == []
    assert [part for link, part in links if part and part not in anchors(page.parent / link)] == []


def anchors(page: Path) -> set[str]:
    """The names that a page's headings are linked by."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_a_page_names_are_there(page: Path) -> None:
    named = set(re.findall(r"`([\w/]+\.(?:py|tsv))`", page.read_text(encoding="utf-8")))
    known = [
        path.as_posix()
        for folder in ("persian_speech", "tests", "training", "benchmarks")
        for path in (ROOT / folder).rglob("*.*")
    ]
    assert [name for name in sorted(named) if not any(path.endswith(f"/{name}") for path in known)] == []


@pytest.mark.parametrize("page", [ROOT / "README.md", *PAGES], ids=lambda page: page.name)
def test_no_table_that_is_shown_is_empty(page: Path) -> None:
    empty = re.findall(r"^(\|.*)\n\|[ :|-]+\|\n(?!\|)", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert not empty


def test_every_page_is_made_and_linked() -> None:
    made = (ROOT / "Makefile").read_text(encoding="utf-8").partition("PAGES :=")[2].partition("\n")[0].split()
    assert set(made) == {"README.md", *(f"docs/{page.name}" for page in PAGES)}
    assert all(f"(docs/{page.name})" in README for page in PAGES)


@pytest.mark.parametrize("name", ["", *commands()])
def test_help_begins_with_examples(name: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "persian_speech", *([name] if name else []), "--help"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    first, second, *_ = run.stdout.splitlines()
    assert first == "Examples:"
    assert re.match(rf"  (cat .* \| )?persian-speech {name}", second)


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``samples/`` and a ``persian-speech`` that runs this checkout."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "samples", folder / "samples")
    for name in ("news", "isna", "fars"):
        (folder / name).symlink_to("samples")
    command = folder / "bin" / "persian-speech"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m persian_speech "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return folder


def answers() -> list[str]:
    """The commands of the table that tells what to ask for what."""
    told = README.partition("### What to ask for what")[2].partition("\n###")[0]
    return [line.replace("\\|", "|") for line in re.findall("`(persian-speech [^`]+)`", told)]


@pytest.mark.parametrize("example", [*examples(), *answers()])
def test_examples_run(desk: Path, example: str) -> None:
    if "jq " in example and shutil.which("jq") is None:
        pytest.skip("jq is not installed")
    run = subprocess.run(
        ["bash", "-o", "pipefail", "-c", example],
        cwd=desk,
        env=os.environ | {"PATH": f"{desk / 'bin'}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.returncode, "Traceback" in run.stderr) == (0, False), run.stderr
    written = re.search(r" -o (\S+)", example)
    assert (desk / written[1]).exists() if written else run.stdout
