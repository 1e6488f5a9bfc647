"""Networks as files that Gephi, yEd and igraph open: GraphML and GEXF, written by networkx.

A table of edges becomes a graph: ``source`` and ``target`` are its nodes, ``source_type`` and
``target_type`` their types, the row's other columns attributes of the edge.
"""

import re
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, Any, TextIO

from persian_speech.analysis.tables import Row
from persian_speech.errors import PersianSpeechError
from persian_speech.output.table import Table

if TYPE_CHECKING:
    from networkx import Graph

NODES = {"source": "source_type", "target": "target_type"}
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
Attributes = dict[str, Any]


def graph(table: Table) -> "Graph[str]":
    """The table's edges as a graph; where two rows join the same nodes, with an edge for each.

    A node has its ``label``, its ``type`` (that of a speaker before any other) and as ``weight`` the sum
    of its edges'. PersianSpeechError: the table lacks ``source`` or ``target``.
    """
    import networkx as nx

    if not set(NODES) <= set(table.names):
        raise PersianSpeechError("a graph needs the columns source and target; name them in --columns")
    rows = [{name: _text(row[name]) for name in table.names} for row in table.rows]
    is_directed = all(row.get("type") != "undirected" for row in rows)
    ends = [(row["source"], row["target"]) for row in rows]
    is_simple = len(set(ends if is_directed else map(frozenset, ends))) == len(rows)
    kinds = {
        (True, True): nx.DiGraph,
        (True, False): nx.MultiDiGraph,
        (False, True): nx.Graph,
        (False, False): nx.MultiGraph,
    }
    made: Graph[str] = kinds[is_directed, is_simple]()
    for row in rows:
        _add(made, row)
    return made


def write_graphml(table: Table, stream: TextIO, headers: bool) -> None:
    """GraphML, attributes under their own names."""
    import networkx as nx

    written = BytesIO()
    nx.write_graphml(graph(table), written, named_key_ids=True)
    stream.write(written.getvalue().decode() + "\n")


def write_gexf(table: Table, stream: TextIO, headers: bool) -> None:
    """GEXF 1.2; an edge lasts from its first day to its last, for Gephi's timeline."""
    import networkx as nx

    made, written = graph(table), BytesIO()
    for _, _, edge in made.edges(data=True):
        if "first_date" in edge and "last_date" in edge:
            edge.update(start=edge["first_date"], end=edge["last_date"])
    nx.write_gexf(made, written)
    stream.write(written.getvalue().decode() + "\n")


GRAPH_WRITERS: dict[str, Callable[[Table, TextIO, bool], None]] = {
    "graphml": write_graphml,
    "gexf": write_gexf,
}


def _add(made: "Graph[str]", row: Row) -> None:
    """One edge, and what it tells of its two nodes."""
    for end, kind in NODES.items():
        _tell(made, str(row[end]), row.get(kind), row.get("weight"))
    left_out = {*NODES, *NODES.values()}
    edge = {name: value for name, value in row.items() if name not in left_out and value is not None}
    made.add_edge(str(row["source"]), str(row["target"]), **edge)


def _tell(made: "Graph[str]", name: str, kind: object, weight: object) -> None:
    known: Attributes = made.nodes[name] if name in made else {"label": name}
    if kind is not None and (kind == "speaker" or "type" not in known):
        known = {**known, "type": kind}
    if isinstance(weight, int):
        known = {**known, "weight": known.get("weight", 0) + weight}
    made.add_node(name, **known)


def _text(value: object) -> object:
    """A value without what XML cannot hold."""
    return NO_XML.sub("\ufffd", value) if isinstance(value, str) else value
