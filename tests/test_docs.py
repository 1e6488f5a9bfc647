"""README.md and the help: every command is told of, and what is shown as an example can be run."""

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
def test_readme_has_a_section_with_an_example_for_every_command(name: str) -> None:
    section = re.search(rf"^### {name}\n(.*?)(?=^##)", README, re.MULTILINE | re.DOTALL)
    assert section, f"README.md has no section «### {name}»"
    assert re.search(rf"^\$ .*persian-speech {name}\b", section[1], re.MULTILINE)


@pytest.mark.parametrize("name", commands())
def test_readme_tells_every_option_of_a_command(name: str) -> None:
    options = [each for each in commands()[name].params if isinstance(each, click.Option)]
    untold = [each.opts[-1] for each in options if not re.search(rf"{each.opts[-1]}\b", README)]
    assert not untold


@pytest.mark.parametrize("field", [field.name for field in QUOTATION_FIELDS])
def test_readme_explains_every_field_of_a_quotation(field: str) -> None:
    table = README.partition("### Fields of quotes")[2].partition("###")[0]
    assert f"`{field}`" in table


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
    command = folder / "bin" / "persian-speech"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m persian_speech "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return folder


@pytest.mark.parametrize("example", examples())
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
