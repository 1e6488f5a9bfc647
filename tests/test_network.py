"""Networks: edges of speakers, addressees and entities; GraphML and GEXF read back as Gephi reads them."""

import io
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from collected import collected
from conftest import Ask
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_pipes import shell

from persian_speech.analysis.frames import By
from persian_speech.analysis.network import Of, Ties, edge_fields, network
from persian_speech.analysis.slices import of as slice_of
from persian_speech.analysis.tables import Row
from persian_speech.errors import PersianSpeechError
from persian_speech.output.graphs import graph, write_gexf, write_graphml
from persian_speech.output.table import Table
from persian_speech.pipeline import ALL

MINISTER = (
    "پروین آذرنگ وزیر نیرو گفت: سدهای شیراز و تبریز پر است. وی افزود: شیراز آب دارد.\n"
    "بهزاد کیانفر شهردار شیراز خطاب به وزیر نیرو گفت: تبریز و شیراز تشنه است.\n"
)
MAYOR = "بهزاد کیانفر شهردار شیراز گفت: تبريز هم تشنه است.\n"


def edges(
    of: Of = "speaker-entity", *, by: By | None = None, minimum: int = 1, speaker: str = ""
) -> list[Row]:
    ties = Ties(of, frozenset({"LOC"}), slice_of(speakers=(speaker,) if speaker else ()))
    return list(network(collected(MINISTER, MAYOR, stages=ALL), ties, by=by, minimum=minimum))


def ends(rows: list[Row]) -> list[tuple[object, ...]]:
    return [(row["source"], row["target"], row["weight"]) for row in rows]


def test_speakers_are_tied_to_what_they_name() -> None:
    assert ends(edges()) == [
        ("بهزاد کیانفر", "تبریز", 2),
        ("پروین آذرنگ", "شیراز", 2),
        ("بهزاد کیانفر", "شیراز", 1),
        ("پروین آذرنگ", "تبریز", 1),
    ]


def test_an_edge_knows_its_days_documents_and_types() -> None:
    assert edges()[0] == {
        "source": "بهزاد کیانفر",
        "target": "تبریز",
        "type": "directed",
        "weight": 2,
        "quotations": 2,
        "documents": 2,
        "source_type": "speaker",
        "target_type": "LOC",
        "first_date": "2020-07-22",
        "last_date": "2020-08-20",
        "first_date_jalali": "1399-05-01",
        "last_date_jalali": "1399-05-30",
    }


def test_speakers_are_tied_to_whom_they_address() -> None:
    assert ends(edges("speaker-addressee")) == [("بهزاد کیانفر", "وزیر نیرو", 1)]


def test_entities_of_one_quotation_are_tied_once_in_one_order() -> None:
    rows = edges("entity-entity")
    assert ends(rows) == [("تبریز", "شیراز", 2)]
    assert rows[0]["type"] == "undirected"


def test_edges_can_be_cut_by_weight_speaker_and_month() -> None:
    assert len(edges(minimum=2)) == 2
    assert {row["source"] for row in edges(speaker="آذرنگ")} == {"پروین آذرنگ"}
    assert [row["month"] for row in edges(by="month")] == ["2020-07"] * 4 + ["2020-08"]


def test_a_network_of_nothing_is_empty() -> None:
    assert list(network([], Ties())) == []


# --- graphs -----------------------------------------------------------------------------------------

FIELDS = edge_fields(None)


def test_a_graph_has_all_edges_and_attributes() -> None:
    made = graph(Table(FIELDS, edges(), ()))
    assert made.is_directed()
    assert made.nodes["شیراز"] == {"label": "شیراز", "type": "LOC", "weight": 3}
    assert made.nodes["پروین آذرنگ"]["type"] == "speaker"
    assert made.edges["بهزاد کیانفر", "تبریز"]["documents"] == 2
    assert not graph(Table(FIELDS, edges("entity-entity"), ())).is_directed()


def test_edges_of_several_months_stay_apart() -> None:
    made = graph(Table(edge_fields("month"), edges(by="month"), ()))
    assert made.number_of_edges("بهزاد کیانفر", "تبریز") == 2


def test_a_table_without_ends_is_no_graph() -> None:
    with pytest.raises(PersianSpeechError, match="source and target"):
        graph(Table(FIELDS, edges(), ()).only(["source", "weight"]))


names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(names, names, st.integers(1, 9)), max_size=6),
    st.sampled_from(["directed", "undirected"]),
)
@example([("آب", "نان", 1), ("نان", "آب", 2)], "undirected")
def test_graphs_are_read_back_whole(found: list[tuple[str, str, int]], kind: str) -> None:
    empty: Row = dict.fromkeys((field.name for field in FIELDS), None)
    rows = [empty | {"source": s, "target": t, "weight": w, "type": kind} for s, t, w in found]
    wanted = graph(Table(FIELDS, rows, ()))
    for write, read in ((write_graphml, nx.read_graphml), (write_gexf, nx.read_gexf)):
        stream = io.StringIO()
        write(Table(FIELDS, rows, ()), stream, True)
        back = read(io.BytesIO(stream.getvalue().encode()))
        assert back.number_of_edges() == wanted.number_of_edges() == len(rows)
        assert back.is_directed() == (kind == "directed" or not rows)
        weights = sorted(weight for _, _, weight in back.edges(data="weight"))
        assert weights == sorted(w for _, _, w in found)


def test_an_edge_of_gexf_lasts_from_its_first_day_to_its_last(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "network.gexf"
    ran = ask(f"network samples -o {path}")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    space = {"g": "http://www.gexf.net/1.2draft"}
    root = ET.parse(path).getroot()  # noqa: S314 - our own file
    made = root.find("g:graph", space)
    assert made is not None
    told = (made.get("mode"), made.get("timeformat"), made.get("defaultedgetype"))
    assert told == (
        "dynamic",
        "date",
        "directed",
    )
    found = made.findall("g:edges/g:edge", space)
    assert found
    assert all(edge.get("start", "") <= edge.get("end", "") and edge.get("weight") for edge in found)


def test_graphml_comes_through_a_pipe(tmp_path: Path) -> None:
    ran = shell("ps network samples --of entity-entity -f graphml | tail -n +1")
    made = nx.parse_graphml(ran.stdout)
    assert made.number_of_edges() > 2
    assert {"weight", "quotations", "first_date"} <= set().union(
        *(data for _, _, data in made.edges(data=True))
    )
    assert all({"label", "type", "weight"} <= data.keys() for _, data in made.nodes(data=True))


def test_a_network_keeps_to_a_slice(ask: Ask) -> None:
    ran = ask("network samples --within date:2018,document:kabul* --columns last_date --no-headers")
    assert set(ran.stdout.split()) == {"2018-09-09"}


def test_other_commands_write_no_graphs(ask: Ask, tmp_path: Path) -> None:
    ran = ask(f"quotes samples -o {tmp_path}/quotes.gexf")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "gexf" in ran.stderr
