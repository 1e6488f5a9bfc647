"""The project as a whole: finding a Python, setting up, what is pinned, what is shipped."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path
from typing import Any

import pytest
from hatchling.builders.wheel import WheelBuilder
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PIN = re.compile(r"([\w.-]+)==([\w.]+)")

Program = Callable[[str, str], Path]


# --- finding a Python -------------------------------------------------------------------------------


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Writes a shell program under the test's own folder."""

    def write(path: str, body: str) -> Path:
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        target.chmod(0o755)
        return target

    return write


def posing(version: str, patch: str = "pass") -> str:
    """A real interpreter that says it has another version and stands at /fake/VERSION."""
    lie = (
        "import sys, sysconfig;"
        f"sys.version_info = tuple(map(int, {version!r}.split('.')));"
        f"sys._base_executable = '/fake/{version}';{patch};exec(sys.argv[2])"
    )
    return f'exec "{sys.executable}" -c "{lie}" "$@"'


SHIM = 'echo "pyenv: $0: command not found" >&2; exit 127'
NO_VENV = "sys.modules['ensurepip'] = None"
FREE_THREADED = "sysconfig.get_config_var = lambda name: name == 'Py_GIL_DISABLED'"


def find(home: Path, *folders: str, **environment: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join(str(home / folder) for folder in folders)
    return subprocess.run(
        [ROOT / "scripts" / "find-python"],
        env={"PATH": path, "HOME": str(home)} | environment,
        cwd=home,
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )


@pytest.mark.parametrize(
    ("programs", "chosen"),
    [
        ({"bin/python3.13": posing("3.13.2"), "bin/python3.12": posing("3.12.9")}, "/fake/3.13.2"),
        ({"bin/python3.13": SHIM, "bin/python3.12": posing("3.12.9")}, "/fake/3.12.9"),
        ({"bin/python3.13": SHIM, "second/python3.13": posing("3.13.2")}, "/fake/3.13.2"),
        ({"bin/python3.13": posing("3.13.2", NO_VENV), "bin/python3": posing("3.12.9")}, "/fake/3.12.9"),
        ({"bin/python3.13": posing("3.13.2", FREE_THREADED), "bin/python": posing("3.12.9")}, "/fake/3.12.9"),
        ({"bin/python3": posing("3.14.0"), "bin/python": posing("3.13.2")}, "/fake/3.13.2"),
        (
            {
                ".pyenv/versions/3.11.7/bin/python": posing("3.11.7"),
                ".pyenv/versions/3.12.1/bin/python": posing("3.12.1"),
                ".pyenv/versions/3.13.0/bin/python": posing("3.13.0"),
            },
            "/fake/3.13.0",
        ),
        ({".pyenv/versions/3.12.1/bin/python": posing("3.12.1"), "bin/python3": SHIM}, "/fake/3.12.1"),
    ],
    ids=[
        "newest on PATH",
        "a shim that fails",
        "a good one behind a shim",
        "one without venv",
        "a free-threaded one",
        "one that is too new",
        "the pyenv version that .python-version selects",
        "any fit pyenv version",
    ],
)
def test_finder_chooses(tmp_path: Path, program: Program, programs: dict[str, str], chosen: str) -> None:
    for path, body in programs.items():
        program(path, body)
    run = find(tmp_path, "bin", "second")
    assert (run.returncode, run.stdout, run.stderr) == (0, f"{chosen}\n", "")


def test_finder_asks_pyenv_where_its_versions_are(tmp_path: Path, program: Program) -> None:
    program("bin/pyenv", f'[ "$1" = root ] && echo "{tmp_path}/else where"')
    program("else where/versions/3.12.1/bin/python", posing("3.12.1"))
    assert find(tmp_path, "bin").stdout == "/fake/3.12.1\n"


def test_finder_falls_back_on_what_uv_has(tmp_path: Path, program: Program) -> None:
    python = program("uv's own/python", posing("3.12.9"))
    program("bin/uv", f'[ "$2" = find ] && echo "{python}"')
    assert find(tmp_path, "bin").stdout == "/fake/3.12.9\n"


def test_finder_lets_uv_fetch_a_python(tmp_path: Path, program: Program) -> None:
    python = program("uv's own/python", posing("3.13.2"))
    done = tmp_path / "done"
    program("bin/uv", f'case $2 in install) : >"{done}" ;; find) [ -e "{done}" ] && echo "{python}" ;; esac')
    assert find(tmp_path, "bin").stdout == "/fake/3.13.2\n"


@pytest.mark.parametrize(
    ("programs", "said"),
    [
        ({}, "no Python 3.12 or 3.13"),
        (
            {"bin/python3": posing("3.11.7"), "bin/python3.13": SHIM, "bin/uv": "exit 2"},
            "no Python 3.12 or 3.13",
        ),
        ({"bin/python3.12": posing("3.12.9", NO_VENV)}, "/fake/3.12.9 has no venv module"),
    ],
    ids=["nothing at all", "none fit", "none with venv"],
)
def test_finder_says_in_one_line_what_is_missing(
    tmp_path: Path, program: Program, programs: dict[str, str], said: str
) -> None:
    for path, body in programs.items():
        program(path, body)
    run = find(tmp_path, "bin")
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr.startswith("persian-speech: ")
    assert said in run.stderr
    assert run.stderr.count("\n") == 1


def test_finder_finds_a_python_that_can_make_environments(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python3").symlink_to(sys.executable)
    found = find(tmp_path, "bin").stdout.strip()
    code = "import sys, venv; print((3, 12) <= sys.version_info < (3, 14))"
    assert subprocess.check_output([found, "-c", code], encoding="utf-8") == "True\n"


# --- setting up -------------------------------------------------------------------------------------


@pytest.fixture
def checkout(tmp_path: Path, program: Program) -> Path:
    """A checkout whose set-up only counts how often it ran."""
    for name in ("Makefile", "pyproject.toml", "constraints.txt"):
        (tmp_path / "checkout").mkdir(exist_ok=True)
        shutil.copyfile(ROOT / name, tmp_path / "checkout" / name)
    program(
        "checkout/scripts/set-up",
        f'mkdir -p .venv/bin; ln -sf "{sys.executable}" .venv/bin/python; pwd >.venv/.stamp; echo ran >>runs',
    )
    return tmp_path / "checkout"


def set_up(checkout: Path) -> int:
    """How often set-up has run after one more «make set-up»."""
    subprocess.run(
        ["make", "--silent", "-C", checkout, "set-up"], check=True, env={"PATH": os.environ["PATH"]}
    )
    return len((checkout / "runs").read_text(encoding="utf-8").splitlines())


needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


@needs_make
def test_set_up_runs_once(checkout: Path) -> None:
    assert [set_up(checkout), set_up(checkout)] == [1, 1]


@needs_make
@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_set_up_runs_again_when_a_requirement_changes(checkout: Path, name: str) -> None:
    set_up(checkout)
    newer = (checkout / ".venv" / ".stamp").stat().st_mtime + 2
    os.utime(checkout / name, (newer, newer))
    assert set_up(checkout) == 2


@needs_make
def test_set_up_runs_again_in_a_moved_checkout(checkout: Path) -> None:
    set_up(checkout)
    assert set_up(checkout.rename(checkout.with_name("moved"))) == 2


@needs_make
def test_set_up_runs_again_when_its_python_is_gone(checkout: Path) -> None:
    set_up(checkout)
    (checkout / ".venv" / "bin" / "python").unlink()
    assert set_up(checkout) == 2


@pytest.mark.parametrize("script", ["scripts/find-python", "scripts/set-up", ".ci/run"])
def test_scripts_can_be_run_and_parse(script: str) -> None:
    path = ROOT / script
    shell = path.read_text(encoding="utf-8").splitlines()[0].rpartition("/")[2].split()[-1]
    assert os.access(path, os.X_OK)
    subprocess.run([shell, "-n", path], check=True)


# --- what is pinned ---------------------------------------------------------------------------------


def requirements() -> list[Requirement]:
    """What the project itself asks for, all extras included."""
    extras = PROJECT["optional-dependencies"].values()
    return [Requirement(line) for group in (PROJECT["dependencies"], *extras) for line in group]


def pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    exact = [PIN.fullmatch(line) for line in lines if not line.startswith("#")]
    assert None not in exact, "a constraint is not an exact pin"
    return {canonicalize_name(pin[1]): pin[2] for pin in exact if pin}


def applying(name: str) -> Iterator[Requirement]:
    """What an installed distribution needs on this machine, without extras."""
    try:
        needed = [Requirement(line) for line in requires(name) or ()]
    except PackageNotFoundError:
        return
    yield from (each for each in needed if not each.marker or each.marker.evaluate({"extra": ""}))


def test_every_requirement_is_pinned_within_its_bounds() -> None:
    pinned = pins()
    outside = [
        str(each)
        for each in requirements()
        if pinned.get(canonicalize_name(each.name), "") not in each.specifier
    ]
    assert not outside


def test_what_the_requirements_require_is_pinned_too() -> None:
    pinned, seen, waiting = pins(), set[str](), [each.name for each in requirements()]
    while waiting:
        name = canonicalize_name(waiting.pop())
        if name not in seen:
            seen.add(name)
            waiting += [each.name for each in applying(name)]
    assert not sorted(seen - set(pinned))


def test_the_parser_of_pins_refuses_ranges_and_addresses() -> None:
    for line in ("click>=8", "click @ https://example.org/click.whl", "click==8.*"):
        assert not PIN.fullmatch(line)


# --- what is shipped --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of the wheel, by name."""
    wheel = next(WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("wheel"))))
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_wheel_holds_the_package_and_its_data(shipped: dict[str, bytes]) -> None:
    package = ROOT / "persian_speech"
    files = {
        path.relative_to(ROOT).as_posix()
        for path in package.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert files | {"persian_speech/py.typed"} <= set(shipped)


def test_wheel_holds_nothing_else(shipped: dict[str, bytes]) -> None:
    assert {name.split("/")[0].split("-")[0] for name in shipped} == {
        "persian_speech",
        "persian_speech_toolkit",
    }


def test_wheel_has_the_command_and_the_licence(shipped: dict[str, bytes]) -> None:
    entry_points = next(text for name, text in shipped.items() if name.endswith("entry_points.txt"))
    assert b"persian-speech = persian_speech.__main__:main" in entry_points
    assert any(name.endswith("licenses/LICENSE") for name in shipped)
