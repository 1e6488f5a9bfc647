"""The page: a template filled with what was counted, styles, scripts and the typeface inside it.

Nothing is fetched when it is opened, and the page says so to the browser: its policy lets nothing in,
and lets no script run but the page's own, by their hashes. Charts are drawn by Chartist (SVG, which
follows the page's colours and prints sharply; 38 kB) and the network is laid out by d3-force (17 kB).
"""

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from persian_speech import __version__
from persian_speech.analysis.tables import Analysed
from persian_speech.output.report import persian
from persian_speech.output.report.model import Entity, Model, Voice
from persian_speech.output.report.release import colour_class, releases, shown
from persian_speech.output.report.timeline import Timeline, rows, timeline

if TYPE_CHECKING:
    from jinja2 import Template

VENDOR = (
    "chartist/chartist.js",
    "d3/d3-dispatch.min.js",
    "d3/d3-quadtree.min.js",
    "d3/d3-timer.min.js",
    "d3/d3-force.min.js",
)
TYPEFACE = "vazirmatn/vazirmatn-arabic-wght-normal.woff2"
SPEAKERS, CARDS, CARD_ENTITIES = 12, 8, 6  # rows of the table, cards, entities on a card
NODES, EDGES = 8, 40  # speakers of the network, its ties
CHOICES = 300  # entities to choose from


def render(analysed: Iterable[Analysed], title: str) -> str:
    """The whole page of the documents."""
    model = Model(list(analysed))
    shown_releases, details = releases(model, model.documents)
    line = timeline(model)
    scripts = [_source(f"vendor/{name}") for name in VENDOR] + [_source("templates/page.js")]
    return _template().render(
        title=shown(title),
        version=__version__,
        model=model,
        facts=_facts(model),
        speakers=model.named[:SPEAKERS],
        most=max((voice.words for voice in model.named), default=1) or 1,
        cards=list(_cards(model)),
        line=line,
        line_rows=rows(line),
        choices=model.entities[:CHOICES],
        releases=shown_releases,
        data=_embedded(_data(model, line, details)),
        scripts=scripts,
        policy=_policy(scripts),
        style=_source("templates/page.css"),
        typeface=base64.b64encode(_bytes(f"vendor/{TYPEFACE}")).decode(),
    )


def _facts(model: Model) -> Sequence[tuple[str, str]]:
    """The numbers above everything."""
    days = sorted(document.date for _, document in model.documents if document.date)
    quotations = sum(len(document.quotations) for _, document in model.documents)
    direct = sum(each.kind == "direct" for _, document in model.documents for each in document.quotations)
    span = [persian.day(each) for each in (days[0], days[-1])] if days else []
    return (
        ("متن", persian.number(len(model.documents))),
        ("نقل‌قول", persian.number(quotations)),
        ("مستقیم", persian.percent(direct / quotations if quotations else 0)),
        ("گوینده", persian.number(len(model.named))),
        *([("از تاریخ", span[0]), ("تا تاریخ", span[1])] if span else []),
    )


def _cards(model: Model) -> Iterable[tuple[Voice, Sequence[tuple[Entity, int]]]]:
    """Of whom and what each of the most quoted speakers speaks most."""
    for voice in model.named[:CARDS]:
        spoken = [(model.entities[e], count) for (s, e), count in model.spoken.items() if s == voice.number]
        spoken.sort(key=lambda pair: (-pair[1], pair[0].number))
        if spoken:
            yield voice, spoken[:CARD_ENTITIES]


def _data(model: Model, line: Timeline, details: Sequence[Mapping[str, object]]) -> dict[str, Any]:
    """What the page's script works with."""
    return {
        "speakers": [
            {"n": voice.name or "گویندهٔ ناشناس", "r": voice.role, "c": colour_class(voice)}
            for voice in model.voices
        ],
        "entities": [{"n": entity.name, "t": persian.word("type", entity.type)} for entity in model.entities],
        "quotations": details,
        "timeline": {
            "labels": line.labels,
            "titles": line.titles,
            "series": [{"s": each.number, "w": each.words} for each in line.series],
        },
        "ties": _ties(model),
    }


def _ties(model: Model) -> Sequence[tuple[int, int, int]]:
    """The strongest ties of the most quoted speakers: (speaker, entity, mentions)."""
    known = {voice.number for voice in model.named[:NODES]}
    ties = [(s, e, count) for (s, e), count in model.spoken.items() if s in known]
    return sorted(ties, key=lambda tie: (-tie[2], tie[0], tie[1]))[:EDGES]


def _embedded(data: object) -> Any:
    """JSON that ends no script element, whatever the documents hold."""
    from markupsafe import Markup

    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    escapes = {"<": r"\u003c", ">": r"\u003e", "&": r"\u0026", "\u2028": r"\u2028", "\u2029": r"\u2029"}
    return Markup(re.sub("[<>&\u2028\u2029]", lambda found: escapes[found[0]], written))  # noqa: S704


def _policy(scripts: Sequence[str]) -> str:
    """Nothing from outside; these scripts and no other."""
    hashes = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    allowed = " ".join(f"'sha256-{each}'" for each in hashes)
    return f"default-src 'none'; style-src 'unsafe-inline'; font-src data:; script-src {allowed}"


@cache
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("persian_speech.output.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"persian": persian, "colour": colour_class}
    environment.filters["plain"] = shown
    return environment.get_template("page.html.j2")


def _bytes(path: str) -> bytes:
    return files("persian_speech.output.report").joinpath(path).read_bytes()


@cache
def _source(path: str) -> str:
    """A script or style sheet of the page, without the address of a map that nobody has."""
    return re.sub(r"(//#|/\*#) sourceMappingURL=\S+( \*/)?", "", _bytes(path).decode()).strip()
