"""``report``: one page to read, for a browser or a printer."""

from pathlib import Path

import click

from persian_speech.cli.command import command
from persian_speech.cli.options import actors_option, output_option, reading_options
from persian_speech.cli.reading import Reading
from persian_speech.cli.writing import check_place

PAGES = frozenset({".html", ".htm", ".xhtml"})


@command(
    "persian-speech report samples -o report.html",
    'persian-speech report samples -o week.html --title "سخنان هفته"',
    "cat samples/leader-meeting.txt | persian-speech report -o meeting.html",
)
@output_option("FILE", "Write to a file.")
@click.option("--title", default="گزارش گفتارها", metavar="TEXT", help="What stands above the page.")
@click.option("--force", is_flag=True, help="Overwrite the file.")
@actors_option
@reading_options
def report(*, reading: Reading, output: Path | None, title: str, force: bool) -> None:
    """One HTML page: who spoke and how much, when, of whom, and every release to read.

    The page is one file that needs no network. Quotations are coloured by speaker; a click or a
    key tells how each was found. The page can be searched, filtered and printed.
    """
    from persian_speech.output.destination import is_terminal, stdout
    from persian_speech.output.files import opened, written
    from persian_speech.output.report.page import render

    if output is not None:
        if output.suffix.lower() not in PAGES:
            raise click.UsageError(f"{output}: a page is HTML; name {output.stem}.html")
        check_place(output, force=force)
    elif is_terminal(stdout()):
        raise click.UsageError("a page is for a browser: name a file with -o FILE.html")
    analysed = reading.analysed("ALL")
    if output is None:
        stdout().write(render(analysed, title))
        return
    with written(output) as aside, opened(aside) as stream:
        stream.write(render(analysed, title))
