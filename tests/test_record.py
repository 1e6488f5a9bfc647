"""A document as one JSON object: nothing is lost, nothing false is taken."""

import json
from dataclasses import replace

import pytest
from annotated import documents, release
from hypothesis import given, settings

from persian_speech import Document, PersianSpeechError, to_frames
from persian_speech.analysis.tables import QUOTATION_FIELDS


@settings(max_examples=60)
@given(documents)
def test_what_was_written_is_read_back_as_it_was(document: Document) -> None:
    assert Document.from_json(document.to_json()) == document


def test_a_release_with_everything_in_it_comes_back_on_one_line() -> None:
    document = release()
    written = document.to_json()
    assert "\n" not in written
    assert "پروین آذرنگ" in written
    assert Document.from_json(written) == document
    assert {quotation.kind for quotation in document.quotations} == {"direct", "indirect"}
    assert any(quotation.polarity == "denial" for quotation in document.quotations)


def test_what_an_earlier_version_did_not_write_has_its_default() -> None:
    item = json.loads(release().to_json())
    for quotation in item["quotations"]:
        del quotation["speaker_rule"], quotation["polarity"]
    read = Document.from_json(json.dumps(item | {"id": "a.txt", "later": 1}))
    assert [each.speaker_rule for each in read.quotations] == [""] * len(read.quotations)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", "is no document in JSON"),
        ("[]", "is no document in JSON"),
        ("{}", "text"),
        ('{"text": 3}', "3 is out of place"),
        ('{"text": "آب", "date": "دیروز"}', "دیروز"),
        ('{"text": "آب", "sentences": [{"start": 0}]}', "end"),
        ('{"text": "آب", "tokens": 5}', "is no document in JSON"),
    ],
    ids=["nothing", "a list", "no text", "a number for text", "no day", "half a span", "no list"],
)
def test_another_line_is_refused_and_what_is_wrong_is_told(line: str, told: str) -> None:
    with pytest.raises(PersianSpeechError, match=told):
        Document.from_json(line)


def test_spans_that_are_not_where_they_say_are_refused() -> None:
    document = release()
    with pytest.raises(PersianSpeechError, match="does not hold"):
        Document.from_json(replace(document, text=" " + document.text).to_json())


def test_a_value_that_is_none_of_the_known_ones_is_refused() -> None:
    line = release().to_json().replace('"kind": "direct"', '"kind": "sung"')
    with pytest.raises(PersianSpeechError, match="sung"):
        Document.from_json(line)


# --- frames -----------------------------------------------------------------------------------------


def test_frames_hold_the_machine_fields_of_every_document() -> None:
    frames = to_frames({"a.txt": release(), "b.txt": release()})
    assert [field.name for field in QUOTATION_FIELDS] == list(frames.quotations.columns)
    assert set(frames.quotations["document"]) == set(frames.tokens["document"]) == {"a.txt", "b.txt"}
    assert len(frames.sentences) == 2 * len(release().sentences)
    assert "شیراز" in set(frames.mentions["text"])


def test_frames_of_no_document_have_their_columns_and_types() -> None:
    frames = to_frames([])
    assert len(frames.tokens) == 0
    assert str(frames.quotations["start"].dtype) == "Int64"
