"""What commands print, for the pages that show it: ``make docs`` runs this from the project's folder."""

import os
import subprocess

PLAIN = os.environ | {"COLUMNS": "100", "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "TERM": "dumb"}


def printed(command: str) -> str:
    """What a command prints; a message on stderr or a failure stops the making of the page."""
    run = subprocess.run(["sh", "-c", command], env=PLAIN, capture_output=True, encoding="utf-8", check=False)
    if (run.returncode, run.stderr) != (0, ""):
        raise RuntimeError(f"{command}: {run}")
    return run.stdout.rstrip().replace("\t", "    ")


def shell(*commands: str) -> str:
    """The commands and what they print, as a terminal shows them."""
    turns = [f"$ {command}\n{printed(command)}" for command in commands]
    return "\n```console\n" + "\n\n".join(turns) + "\n```\n"


def table(command: str) -> str:
    """The command and the Markdown table it prints, so that Persian is laid out as Persian."""
    rows = printed(command)
    if rows.count("\n") <= 1:
        raise RuntimeError(f"{command} finds nothing")
    return f"\n```console\n$ {command}\n```\n\n{rows}\n"
