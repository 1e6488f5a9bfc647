"""The samples and their gold: every release is annotated, and the annotation fits the text as read."""

import codecs
import json
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from persian_speech.actors.knowledge import shipped
from persian_speech.corpus.sources import Source, read
from persian_speech.pipeline import QUOTATIONS, Analyzer

SAMPLES = Path(__file__).parent.parent / "samples"
GOLD: dict[str, dict[str, Any]] = {
    row["id"]: row
    for row in map(json.loads, (SAMPLES / "gold.jsonl").read_text(encoding="utf-8").splitlines())
}
FILES = {path.stem: path for path in sorted(SAMPLES.iterdir()) if path.name != "gold.jsonl"}
PARTS = ("cue", "speaker", "addressee")
FIELDS = {
    "start",
    "end",
    "kind",
    "entity",
    *(part + tail for part in PARTS for tail in ("", "_start", "_end")),
}


def quotes() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """(document, quotation) for every annotated quotation."""
    return ((document, quote) for document in GOLD.values() for quote in document["quotes"])


def read_one(path: Path) -> Source:
    (source,) = read([str(path)])
    assert isinstance(source, Source), source
    return source


def test_every_file_has_gold_and_all_gold_a_file() -> None:
    assert set(GOLD) == set(FILES)
    assert len(GOLD) >= 12


def test_the_folder_walked_yields_the_releases_and_not_their_gold() -> None:
    walked = list(read([str(SAMPLES)]))
    assert all(isinstance(source, Source) for source in walked)
    assert sorted(Path(source.document).stem for source in walked) == sorted(FILES)


@pytest.mark.parametrize("stem", FILES)
def test_the_gold_text_is_the_text_the_toolkit_reads(stem: str) -> None:
    assert read_one(FILES[stem]).text == GOLD[stem]["text"]


@pytest.mark.parametrize("stem", FILES)
def test_a_release_has_150_to_700_words(stem: str) -> None:
    assert 150 <= len(GOLD[stem]["text"].split()) <= 700


@pytest.mark.parametrize("stem", FILES)
def test_the_text_dates_itself_as_the_gold_does(stem: str) -> None:
    assert read_one(FILES[stem]).date == date.fromisoformat(GOLD[stem]["date"])


@pytest.mark.parametrize("stem", FILES)
def test_every_offset_holds_the_words_it_names(stem: str) -> None:
    text = GOLD[stem]["text"]
    for quote in GOLD[stem]["quotes"]:
        for part in PARTS:
            start, end = quote[f"{part}_start"], quote[f"{part}_end"]
            assert quote[part] == (None if start is None else text[start:end])


def test_every_row_has_the_fields_of_the_gold_format() -> None:
    assert {frozenset(row) for row in GOLD.values()} == {
        frozenset({"id", "source", "date", "text", "entities", "quotes"})
    }
    assert {frozenset(quote) for _, quote in quotes()} == {frozenset(FIELDS)}


@pytest.mark.parametrize("stem", FILES)
def test_quotations_stand_in_order_trimmed_and_apart(stem: str) -> None:
    text, end = GOLD[stem]["text"], 0
    for quote in GOLD[stem]["quotes"]:
        content = text[quote["start"] : quote["end"]]
        assert end <= quote["start"] < quote["end"] <= len(text)
        assert content.strip(" \t\r\n\u200c«\"“'.،؛:") == content.strip(), content
        assert content == content.strip(), content
        end = quote["end"]


def test_cues_and_speakers_lie_outside_the_content() -> None:
    for document, quote in quotes():
        content = range(quote["start"], quote["end"])
        for part in filter(quote.get, PARTS):
            assert quote[f"{part}_start"] not in content, (document["id"], quote[part])
            assert quote[f"{part}_end"] - 1 not in content, (document["id"], quote[part])


@pytest.mark.parametrize("stem", FILES)
def test_every_speaker_is_an_entity_described_once(stem: str) -> None:
    entities = GOLD[stem]["entities"]
    known = Counter(entity["id"] for entity in entities)
    assert set(known.values()) == {1}
    assert {entity["type"] for entity in entities} <= {"PER", "ORG", "GROUP"}
    assert {quote["entity"] for quote in GOLD[stem]["quotes"]} <= set(known)


def test_every_entity_name_stands_in_its_document() -> None:
    for document in GOLD.values():
        text = document["text"].translate(dict.fromkeys(map(ord, "«»")))
        for name in (
            entity["name"].translate(dict.fromkeys(map(ord, "«»"))) for entity in document["entities"]
        ):
            assert name in text, document["id"]


def test_the_forms_of_file_are_covered() -> None:
    encodings = {codecs.lookup(read_one(path).encoding).name.partition("-le")[0] for path in FILES.values()}
    assert {path.suffix for path in FILES.values()} == {".txt", ".md", ".html"}
    assert {"utf-8", "cp1256", "utf-16"} <= encodings
    assert any("ي" in row["text"] and "ك" in row["text"] for row in GOLD.values()), "Arabic letters"
    assert any("خاک و آب مرز نمیشناسد" in row["text"] for row in GOLD.values()), "stripped half-spaces"
    assert any("](https://" in row["text"] for row in GOLD.values()), "a link left in plain text"


def test_page_furniture_is_no_part_of_the_story() -> None:
    page = FILES["parliament"].read_text(encoding="utf-8")
    for furniture in ("dataLayer", "تماس با ما", "استاندار بوشهر", "مریم از دشتی", "همه حقوق", "font-family"):
        assert furniture in page
        assert furniture not in GOLD["parliament"]["text"]


def test_the_kinds_of_quotation_are_covered() -> None:
    kinds = Counter(quote["kind"] for _, quote in quotes())
    assert kinds["direct"] >= 60
    assert kinds["indirect"] >= 60


SHAPES: dict[str, Callable[[dict[str, Any]], object]] = {
    "no cue: a headline": lambda quote: not quote["cue"] and quote["speaker"],
    "neither cue nor speaker: the speaker goes on": lambda quote: not quote["cue"] and not quote["speaker"],
    "a cue and no subject": lambda quote: quote["cue"] and not quote["speaker"],
    "a cue after the content": lambda quote: quote["cue"] and quote["cue_start"] >= quote["end"],
    "a speaker after the content": lambda quote: quote["speaker"] and quote["speaker_start"] >= quote["end"],
    "a speaker after the cue": lambda q: q["cue"] and q["speaker"] and q["cue_end"] <= q["speaker_start"],
    "an addressee": lambda quote: quote["addressee"],
    "a plural of respect": lambda quote: quote["cue"] in {"گفتند", "خواندند", "افزودند"},
    "a participial clause": lambda quote: (quote["cue"] or "").startswith("با "),
    "an attribution phrase": lambda quote: (quote["cue"] or "").startswith("به "),
    "a pronoun": lambda quote: quote["speaker"] in {"وی", "او", "ایشان"},
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_of_reported_speech_stands_in_at_least_two_places(shape: str) -> None:
    assert sum(bool(SHAPES[shape](quote)) for _, quote in quotes()) >= 2


@pytest.mark.parametrize("type_", ["PER", "ORG", "GROUP"])
def test_persons_bodies_and_groups_speak(type_: str) -> None:
    types = {(row["id"], entity["id"]): entity["type"] for row in GOLD.values() for entity in row["entities"]}
    assert type_ in {types[document["id"], quote["entity"]] for document, quote in quotes()}


@pytest.mark.parametrize("stem", FILES)
def test_invented_words_are_no_real_persons(stem: str) -> None:
    """What we made up is nobody's who holds the office: such samples are of years to come."""
    source = read_one(FILES[stem])
    known = {tenure.person.id for tenure in shipped().tenures}
    quotations = Analyzer(QUOTATIONS)(source.text, date=source.date).quotations
    assert known.isdisjoint(quotation.speaker.id for quotation in quotations if quotation.speaker)
