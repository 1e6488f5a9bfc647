"""Exchange formats: read back, or validated, by programs that are not ours."""

import csv
import gzip
import io
import json
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from unicodedata import is_normalized

import conllu
import pytest
from annotated import ANALYZER, RELEASE, documents, release
from hypothesis import given, settings
from lxml import etree
from udtools import Validator

from persian_speech.__main__ import run
from persian_speech.document import Document, Quotation
from persian_speech.output.exchange import booknlp, brat, dna, tei
from persian_speech.output.exchange import conllu as our_conllu
from persian_speech.output.marking import marked_lines

ROOT = Path(__file__).parent.parent
SCHEMA = Path(__file__).parent / "schemas" / "tei_all.rng.gz"
TEI = {"t": tei.NAMESPACE}
ID = "{http://www.w3.org/XML/1998/namespace}id"

Rows = list[dict[str, str]]


@pytest.fixture
def exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Path]:
    """Exports a small folder; returns what was written."""

    def export(*options: str, to: str) -> Path:
        news = tmp_path / "news"
        news.mkdir(exist_ok=True)
        (news / "a.txt").write_text(RELEASE, encoding="utf-8")
        (news / "b.txt").write_text("بهزاد کیانفر شهردار شیراز گفت که ایران آرام است.", encoding="utf-8")
        assert run(["export", str(news), *options, "-o", str(tmp_path / to)]) == 0, capsys.readouterr().err
        return tmp_path / to

    return export


# --- pieces of a line -------------------------------------------------------------------------------


@settings(max_examples=60)
@given(documents)
def test_the_pieces_of_a_line_are_the_line(document: Document) -> None:
    for line, pieces in marked_lines(document):
        assert "".join(document.text[piece.start : piece.end] for piece in pieces) == line.text
        for piece in pieces:
            assert all(
                mark.start <= piece.start < piece.end <= mark.end for mark in filter(None, piece.marks)
            )


# --- TEI --------------------------------------------------------------------------------------------


ELEMENTS = (
    "TEI teiCorpus teiHeader fileDesc titleStmt title publicationStmt sourceDesc bibl date encodingDesc "
    "appInfo application label profileDesc langUsage language particDesc listPerson person persName "
    "occupation text body p said rs seg orgName placeName time name"
)
RNG = "{http://relaxng.org/ns/structure/1.0}"


@cache
def schema() -> etree.RelaxNG:
    """All of TEI, with every element forbidden that we do not write: what is valid here is valid there.

    The whole schema takes seconds to compile, this one takes none.
    """
    grammar = etree.fromstring(gzip.decompress(SCHEMA.read_bytes()))
    for define in grammar.iterfind(f"{RNG}define"):
        elements = define.findall(f"{RNG}element")
        if elements and not any(each.get("name") in ELEMENTS.split() for each in elements):
            define[:] = [etree.Element(f"{RNG}notAllowed")]
    return etree.RelaxNG(grammar)


def valid(written: str) -> etree._Element:
    root = etree.fromstring(written.encode())
    assert schema().validate(root), schema().error_log.last_error
    return root


@settings(max_examples=40)
@given(documents)
def test_any_document_is_valid_tei_and_keeps_its_words(document: Document) -> None:
    root = valid(tei.document("«سند» <&>\x00.txt", document))
    paragraphs = ["".join(p.itertext()) for p in root.iterfind(".//t:body/t:p", TEI)]
    expected = [tei.writable(line.text) for line, _ in marked_lines(document)]
    assert paragraphs == (expected or [""])


def test_tei_says_who_said_what_and_how() -> None:
    root = valid(tei.document("a.txt", release()))
    names = {
        each.get(ID): each.findtext("t:persName", namespaces=TEI)
        for each in root.iterfind(".//t:person", TEI)
    }
    said = root.findall(".//t:said", TEI)
    assert {names[str(each.get("who"))[1:]] for each in said} == {"پروین آذرنگ"}
    assert {each.get("direct") for each in said} == {"true", "false"}
    cues = {cue.get("corresp"): cue.text for cue in root.iterfind(".//t:seg[@type='cue']", TEI)}
    assert cues["#Q1"] == "گفت"


def test_tei_links_the_parts_of_a_quotation_over_paragraphs() -> None:
    text = "وزیر گفت: آب هست.\n\nبرق هم هست."
    broken = Quotation(10, len(text), text[10:], "Q1", "direct", "colon", "colon", 0.9)
    root = valid(tei.document("a.txt", Document(text, quotations=(broken,))))
    first, second = root.findall(".//t:said", TEI)
    assert (
        (first.get("next"), second.get("prev"))
        == ("#Q1.2", "#Q1")
        == (f"#{second.get(ID)}", f"#{first.get(ID)}")
    )
    assert (first.text, second.text) == ("آب هست.", "برق هم هست.")


def test_several_documents_are_one_valid_corpus_with_ids_apart(exported: Callable[..., Path]) -> None:
    root = valid(exported(to="news.xml").read_text(encoding="utf-8"))
    ids = [each.get(ID) for each in root.iterfind(".//t:person", TEI)]
    assert len(ids) == len(set(ids)) == 2
    assert [len(each.findall(".//t:said", TEI)) > 0 for each in root.iterfind("t:TEI", TEI)] == [True, True]


def test_the_samples_are_valid_tei(tmp_path: Path) -> None:
    assert run(["export", str(ROOT / "samples"), "-f", "tei", "-o", str(tmp_path / "tei")]) == 0
    written = sorted((tmp_path / "tei").iterdir())
    assert len(written) == 14
    for path in written:
        valid(path.read_text(encoding="utf-8"))


# --- CoNLL-U ----------------------------------------------------------------------------------------


@cache
def validator() -> Validator:
    return Validator(lang="ud", level=2, output=None)


def as_if_parsed(written: str) -> str:
    """Every word a child of the first: level 2 asks for some tree, and then checks texts, ids and MISC."""
    lines = []
    for line in written.split("\n"):
        columns = line.split("\t")
        if len(columns) == 10:
            first = columns[0] == "1"
            columns[3] = columns[3].replace("_", "X")
            columns[6:8] = ("0", "root") if first else ("1", "dep")
        lines.append("\t".join(columns))
    return "\n".join(lines)


@settings(max_examples=40)
@given(documents)
def test_any_document_is_conllu_that_the_validator_of_ud_takes(
    document: Document,
) -> None:
    written = our_conllu.document("«سند» 1/2.txt", document)
    if written and is_normalized("NFC", document.text):  # a text is never changed: «豈» stays U+F900
        state = validator().validate_file_handle(io.StringIO(as_if_parsed(written)))
        assert not state.error_tracker, [str(each) for each in state.error_tracker]
    forms = [token["form"] for sentence in conllu.parse(written) for token in sentence]
    assert forms == [our_conllu.plain(token.text) for token in document.tokens]


def test_conllu_keeps_offsets_half_spaces_names_and_quotations() -> None:
    document = release()
    rows = [token for sentence in conllu.parse(our_conllu.document("a.txt", document)) for token in sentence]
    ranges = [tuple(map(int, row["misc"]["TokenRange"].split(":"))) for row in rows]
    assert [document.text[start:end] for start, end in ranges] == [row["form"] for row in rows]
    assert {row["form"]: row["misc"].get("CorrectForm") for row in rows}["کتابها"] == "کتاب‌ها"
    assert ("شیراز", "B-LOC") in {(row["form"], row["misc"].get("NER")) for row in rows}
    begun = [row["misc"]["Quote"] for row in rows if row["misc"].get("Quote", "").startswith("B-")]
    assert begun == [f"B-{each.id}" for each in document.quotations]


# --- brat -------------------------------------------------------------------------------------------


@settings(max_examples=40)
@given(documents)
def test_a_brat_annotation_covers_the_words_it_names(document: Document) -> None:
    for line in brat.annotations(document).splitlines():
        if line.startswith("T"):
            _, place, words = line.split("\t")
            places = [tuple(map(int, each.split())) for each in place.partition(" ")[2].split(";")]
            assert " ".join(document.text[start:end] for start, end in places) == words


BRAT_READER = """
import sys
from bratly.io import read_and_load_ann_file

read = read_and_load_ann_file(sys.argv[1], renumerotize=False)
print(*(type(each).__name__ for each in read.annotations))
"""


def test_a_reader_of_brat_reads_all_annotations(exported: Callable[..., Path]) -> None:
    folder = exported("-f", "brat", to="annotated")
    assert {path.name for path in folder.iterdir()} == {"annotation.conf", "a.txt", "a.ann", "b.txt", "b.ann"}
    assert (folder / "a.txt").read_bytes().decode() == RELEASE
    # In a process of its own, where the warnings that the reader gives are no errors.
    read = subprocess.run(
        [sys.executable, "-c", BRAT_READER, folder / "a.ann"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    kinds = read.stdout.split()
    lines = (folder / "a.ann").read_text(encoding="utf-8").splitlines()
    assert len(kinds) == len(lines)
    assert kinds.count("RelationAnnotation") == sum(line.startswith("R") for line in lines) > 0
    assert any(line.startswith("A1\tDenial") for line in lines)


# --- BookNLP ----------------------------------------------------------------------------------------


def read_tsv(written: str) -> Rows:
    return list(csv.DictReader(io.StringIO(written, newline="\n"), delimiter="\t", quoting=csv.QUOTE_NONE))


@settings(max_examples=40)
@given(documents)
def test_the_quotes_of_booknlp_point_to_tokens(document: Document) -> None:
    tokens, quotes = read_tsv(booknlp.tokens(document)), read_tsv(booknlp.quotes(document))
    assert len(tokens) == len(document.tokens)
    for quotation, row in zip(document.quotations, quotes, strict=True):
        start = int(tokens[int(row["quote_start"])]["byte_onset"])
        end = int(tokens[int(row["quote_end"])]["byte_offset"])
        assert start <= quotation.start < quotation.end <= end
        assert (row["char_id"] == "") == (quotation.speaker is None)


# --- DNA --------------------------------------------------------------------------------------------


def test_the_statement_list_names_persons_and_bodies(exported: Callable[..., Path]) -> None:
    written = exported(to="statements.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(written), delimiter=";"))
    assert tuple(rows[0]) == dna.COLUMNS
    assert {row["person"] for row in rows} == {"پروین آذرنگ", "بهزاد کیانفر"}
    assert [row["statement ID"] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]
    assert [row["agreement"] for row in rows if "گران" in row["text"]] == ["0"]


def test_a_body_that_speaks_is_an_organisation() -> None:
    document = ANALYZER("وزارت نیرو اعلام کرد که سدهای جنوب پر است.")
    rows = list(csv.DictReader(io.StringIO("".join(dna.statements([("a", document)]))), delimiter=";"))
    assert [(row["person"], row["organization"], row["time"]) for row in rows] == [("", "وزارت نیرو", "")]


# --- the command ------------------------------------------------------------------------------------


def test_json_lines_are_whole_documents_and_inputs_too(exported: Callable[..., Path]) -> None:
    written = exported(to="news.jsonl")
    lines = written.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["a.txt", "b.txt"]
    assert Document.from_json(lines[0]).text == RELEASE
    assert run(["quotes", str(written), "-o", str(written.with_suffix(".tsv"))]) == 0


def test_a_folder_takes_a_file_a_document(exported: Callable[..., Path]) -> None:
    folder = exported("-f", "conllu", to="parsed")
    assert [path.name for path in sorted(folder.iterdir())] == ["a.conllu", "b.conllu"]
    assert {path.suffix for path in exported("-f", "booknlp", to="books").iterdir()} == {".tokens", ".quotes"}


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "which format?"),
        (("-f", "brat"), "name a folder"),
        (("-f", "dna", "-o", "lists"), "name a file"),
        (("-f", "tei", "-o", "a.conllu"), "make them agree"),
        (("-o", "taken.jsonl"), "--force"),
    ],
    ids=["no format", "a folder is needed", "a file is needed", "two formats", "a file that is there"],
)
def test_what_cannot_be_done_is_refused_before_anything_is_read(
    options: tuple[str, ...],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("taken.jsonl").touch()
    assert run(["export", "nosuch.txt", *options]) == 2
    printed = capsys.readouterr()
    assert told in printed.err
    assert "nosuch.txt" not in printed.err
    assert printed.err.count("\n") == 1
