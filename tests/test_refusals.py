"""What the program refuses, as a shell meets it: one line of what is wrong and what to do, and a status."""

import os
import shlex
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEXT = "پروین آذرنگ وزیر نیرو گفت: سدهای ایران پر است.\n"
NOBODYS = "persian-speech:"

Told = tuple[int, list[str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A text and all that is taken for one."""
    folder = tmp_path_factory.mktemp("refusals")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "long.txt").write_text(TEXT * 100, encoding="utf-8")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 9)
    (folder / "torn.jsonl").write_text('{"text": "سد"}\n{"text": "سد"\n', encoding="utf-8")
    (folder / "other.csv").write_text("متن,روز\nسد,۱\n", encoding="utf-8")
    (folder / "array.json").write_text('[\n {"text": "سد"}]', encoding="utf-8")
    (folder / "comma.csv").write_text("id,text\n1,سد,نان\n", encoding="utf-8")
    (folder / "short.csv").write_text("id,text\n1\n", encoding="utf-8")
    (folder / "two.csv").write_text("text,text\nسد,نان\n", encoding="utf-8")
    (folder / "swallows.csv").write_text('text,date\nسد,۱\n"آب,۲\nنان,۳\n', encoding="utf-8")
    (folder / "text.db").write_text(TEXT, encoding="utf-8")
    (folder / "table.parquet").write_bytes(b"PAR1" + bytes(64))
    (folder / "empty").mkdir()
    assert ask(folder, "analyze", "a.txt", "-o", "corpus.db", "-q") == (0, [])
    for name, statement in (("old.db", "PRAGMA user_version = 7"), ("other.db", "DROP TABLE words")):
        (folder / name).write_bytes((folder / "corpus.db").read_bytes())
        with closing(sqlite3.connect(folder / name)) as connection:
            connection.execute(statement)
            if name == "other.db":
                connection.execute("PRAGMA application_id = 0")
            connection.commit()
    return folder


def ask(folder: Path, *arguments: str) -> Told:
    """The program's status and what it said, run in the folder."""
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    ran = subprocess.run(
        [sys.executable, "-m", "persian_speech", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": path},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    return ran.returncode, ran.stderr.splitlines()


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("quotes nowhere.txt", "nowhere.txt: there is no such file or folder; check the path"),
        ("quotes https://example.org/a", "https://example.org/a: is an address, and nothing is fetched here"),
        ("quotes table.parquet", "table.parquet: is a Parquet table, not text; name the folder of tables"),
        ("speakers empty", "empty: holds no file of a known kind"),
        ("entities binary.txt", "binary.txt: is binary, not text"),
        ("words torn.jsonl", "torn.jsonl#2: is no JSON (Expecting ',' delimiter at character 15); mend the"),
        ("tokens other.csv", "other.csv: has no column «text» (its columns: متن, روز)"),
        ("quotes array.json", "array.json: holds JSON, no text; put each document on a line of a file that"),
        ("quotes comma.csv", "comma.csv#1: has 3 cells under 2 columns; put a text that holds ',' between"),
        ("quotes short.csv", "short.csv#1: holds no text in «text»; fill it"),
        ("quotes two.csv", "two.csv: has two columns «text»; name the column of texts so, and no other"),
        ("sentences swallows.csv", 'swallows.csv: line 3: a " opens there and nothing closes it; mend it'),
        ("collocates سد old.db", "old.db: is a corpus of schema 7, this program's is 1; delete it, then"),
        ("timeline other.db", "other.db: an SQLite file but no corpus; name another file"),
        ("score nowhere.jsonl", f"{NOBODYS} nowhere.jsonl: cannot be read (No such file or directory)"),
        ("score torn.jsonl", f"{NOBODYS} torn.jsonl:1: lacks id, entities, quotes; each line needs"),
        ("analyze a.txt -o text.db", f"{NOBODYS} text.db: is no corpus, or a broken one; name another file"),
        ("analyze a.txt -o long.txt", f"{NOBODYS} long.txt: is no corpus, or a broken one; name another"),
        ("analyze a.txt -o old.db", f"{NOBODYS} old.db: is a corpus of schema 7"),
        ("analyze a.txt -o other.db", f"{NOBODYS} other.db: an SQLite file but no corpus"),
    ],
)
def test_an_input_that_is_none_is_told(folder: Path, command: str, told: str) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    status, lines = ask(folder, *command.split())
    assert (status, lines[0].startswith(told)) == (1, True), lines
    assert lines[1:] in ([], ["1 of 2 inputs failed, the rest is complete"])
    assert before == {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("quotes a.txt -o a.txt/x.csv", "a.txt is a file, no folder; choose another place"),
        ("report a.txt -o nowhere/x.html", "the folder nowhere is not there; make it first"),
        ("export a.txt -f tei -o corpus.db", "corpus.db is there already; add --force to overwrite it"),
        ("analyze a.txt -o a.txt/x.db", "a.txt is a file, no folder; choose another place"),
        ("analyze a.txt -o /dev/null", "/dev/null is a device, no file; name a file"),
        ("analyze corpus.db -o x.db", "a corpus is what analyze makes; name the folders it was made from"),
        ("analyze -o x.db", "name the folders to analyse, or - for standard input"),
        ("analyze a.txt -o x.csv", "a corpus is an SQLite file, no .csv; name x.db"),
        ("normalize a.txt -o x.docx", "normalize writes plain text, no .docx; name x.txt, or a folder"),
        ("normalize torn.jsonl -o x.jsonl", "normalize writes plain text, no .jsonl; name x.txt, or a"),
        ("quotes a.txt --columns ,", "Invalid value for '--columns': names no column; leave it out for all"),
        ("words a.txt --compare rest said", "Invalid value for '--compare': 'rest' is no slice; write said"),
        ("quotes corpus.db --date 1399-05-01", "corpus.db is analysed already; --date, --encoding and"),
        ("quotes a.txt --encoding hex", "Invalid value for '--encoding': 'hex' is no encoding; try utf-8"),
        ("quotes a.txt --date 1399-13-01", "Invalid value for '--date': '1399-13-01' is no day; write"),
        ("actors resolve وزیر --on ۴۰", "Invalid value for '--on': '۴۰' is no day; write"),
        ("concordance lemma: a.txt", "Invalid value for 'PATTERN': 'lemma:' holds nothing to look for"),
        ("concordance // a.txt", "Invalid value for 'PATTERN': '//' holds nothing to look for"),
        ("concordance /[/ a.txt", "Invalid value for 'PATTERN': /[/ is no regular expression"),
        ("normalize a.txt --digits roman", "Invalid value for '--digits': 'roman' is not one of"),
        ("quotes a.txt -o said.xlsx", "spreadsheets open CSV: name said.csv, and add --bom for Excel"),
        ("quotes a.txt --max-size nan", "Invalid value for '--max-size': nan is no size; write megabytes"),
        ("analyze a.txt -o -", "a corpus is a file and no stream; name it, as in -o corpus.db"),
        ("quotes a.txt --speaker ''", "Invalid value for '--speaker': '' is no name; write one"),
        ("words a.txt --speaker ' '", "Invalid value for '--speaker': ' ' is no name; write one"),
        ("timeline a.txt --entity ''", "Invalid value for '--entity': '' is no name; write one"),
        ("actors --office ''", "Invalid value for '--office': '' is no name; write one"),
        ("quotes a.txt --within 'speaker: '", "Invalid value for '--within': 'speaker:' is no slice; write"),
        ("words a.txt --within said,narrated", "Invalid value for '--within': said and narrated leave"),
        ("actors آذرنگ", "'آذرنگ' is no command; ask with --person NAME, --office TITLE, or resolve TITLE"),
        ("actors --on 1399-05-01 resolve وزیر", "--on stands before resolve; put it behind"),
        ("timeline a.txt --type PER --word سد", "--type is of entities; leave it out, or count with --of"),
        (
            "network a.txt --of speaker-addressee --type PER",
            "--type is of entities, and addressees have",
        ),
        ("network a.txt -f gexf --columns weight", "a graph needs the columns source and target; name them"),
        ("quotes a.txt --columns explanation", "Invalid value for '--columns': no column explanation; there"),
    ],
)
def test_usage_that_is_wrong_is_told_before_anything_is_printed(
    folder: Path, command: str, told: str
) -> None:
    status, lines = ask(folder, *shlex.split(command))
    assert (status, len(lines)) == (2, 1), lines
    assert lines[0].split(": ", 1)[1].startswith(told)
    assert lines[0].endswith("--help)")


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("quotes a.txt --columns explanation", "explanation is there with --explain"),
        ("entities a.txt --columns said_by", "said_by is there with --mentions"),
        ("speakers a.txt --columns month", "month is there with --by"),
    ],
)
def test_a_column_that_an_option_brings_is_told_with_it(folder: Path, command: str, told: str) -> None:
    assert told in ask(folder, *command.split())[1][0]


@pytest.mark.parametrize("output", ["kept.csv", "kept.json", "kept.gexf", "kept.html", "kept.txt", "new"])
def test_where_nothing_could_be_read_a_file_stays_as_it_was(folder: Path, output: str) -> None:
    command = {".gexf": "network", ".html": "report", ".txt": "normalize", "": "export -f tei"}
    (folder / output).write_text("yesterday's", encoding="utf-8") if output != "new" else None
    asked = command.get(Path(output).suffix, "quotes").split()
    status, lines = ask(folder, *asked, "nowhere.txt", "binary.txt", "-o", output, "--force")
    assert (status, lines[2:]) == (1, [f"{NOBODYS} nothing could be read, so {output} is not written"])
    assert not (folder / "new").exists()
    assert output == "new" or (folder / output).read_text(encoding="utf-8") == "yesterday's"


@pytest.mark.parametrize(
    ("command", "why"),
    [
        ("quotes a.txt -o /proc/x.csv", "/proc/x.csv: cannot be written (No such file or directory)"),
        ("report a.txt -o /proc/x.html", "/proc/x.html: cannot be written (No such file or directory)"),
        ("analyze a.txt -o /proc/x.db", "/proc/x.db: cannot be written (No such file or directory)"),
        ("words a.txt -f csv -o /dev/full", "/dev/full: cannot be written (No space left on device)"),
        ("normalize a.txt -o /dev/full", "/dev/full: cannot be written (No space left on device)"),
    ],
)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="these places are of Linux")
def test_a_place_that_cannot_be_written_is_told(folder: Path, command: str, why: str) -> None:
    assert ask(folder, *command.split()) == (1, [f"persian-speech: {why}; choose another place"])


COUNTS = ("speakers", "entities", "words", "words --compare said narrated", "network", "quotes --variants")


@pytest.mark.parametrize("command", [*COUNTS, "collocates سد", "quotes --deduplicate"])
@pytest.mark.parametrize("wrong", ["--columns nosuch", "-o /proc/x.csv"])
def test_what_cannot_be_written_is_refused_before_the_work(folder: Path, command: str, wrong: str) -> None:
    status, lines = ask(folder, *command.split(), "-v", "a.txt", *wrong.split())
    told = [line for line in lines if line.startswith("persian-speech")]
    assert (status, len(told)) == (2 if "nosuch" in wrong else 1, 1)
    assert not any(line.startswith("a.txt: utf-8") for line in lines)


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="this place is of Unix")
def test_standard_output_has_a_name_too(folder: Path) -> None:
    assert ask(folder, "quotes", "a.txt", "-f", "csv", "-o", "/dev/stdout") == (0, [])
