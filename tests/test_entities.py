"""Entities: marked sentences, one a phenomenon; who says a mention; what holds for any text."""

import csv
import re
from dataclasses import replace
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persian_speech.data import rows
from persian_speech.document import Document, Mention, Quotation, Speaker
from persian_speech.entities import rules
from persian_speech.entities.naming import mentions
from persian_speech.entities.openings import Rule, asked
from persian_speech.entities.reading import Reading
from persian_speech.entities.rules import ruled
from persian_speech.entities.tagger import tag
from persian_speech.entities.titles import title_key, title_of
from persian_speech.entities.voices import attribute
from persian_speech.entities.words import ASKED
from persian_speech.pipeline import ENTITIES, Analyzer
from persian_speech.text.letters import phrase_key
from persian_speech.text.sentences import split
from persian_speech.text.tokens import tokenize


def cases(name: str) -> list[dict[str, str]]:
    """The rows of a table of marked sentences."""
    lines = (Path(__file__).parent / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    plain = (line for line in lines if not line.startswith("#"))
    return list(csv.DictReader(plain, delimiter="\t", quoting=csv.QUOTE_NONE))


CASES, WHOLE = cases("entity_cases"), cases("tagger_cases")
_MARKED = re.compile(r"\[([^|\]]+)\|[^\]]*\]")
PLAIN = [_MARKED.sub(r"\1", case["marked"]) for case in CASES]
WORDS = [*sorted({word for text in PLAIN for word in text.split()}), "\n", "«", "»", "(", ")", "…"]


@pytest.fixture(autouse=True, scope="module")
def _model() -> None:
    """The model is read before anything is timed."""
    tagged("تهران")


def tagged(text: str) -> Document:
    tokens = tuple(tokenize(text))
    return tag(Document(text, tokens=tokens, sentences=tuple(split(text, tokens))))


def marked(document: Document) -> str:
    """The text with its mentions in brackets."""
    pieces, place = [], 0
    for mention in document.mentions:
        entity = "" if mention.entity == mention.text else f"|{mention.entity}"
        pieces += [document.text[place : mention.start], f"[{mention.text}|{mention.type}{entity}]"]
        place = mention.end
    return "".join([*pieces, document.text[place:]])


def by_rules(text: str) -> Document:
    """The text with what the rules find, before the network is asked."""
    tokens = tuple(tokenize(text))
    sentences = tuple(split(text, tokens))
    document = Document(text, tokens=tokens, sentences=sentences)
    reading = Reading.of(document)
    found = ruled(reading, [(s.first, s.last) for s in sentences])
    return replace(document, mentions=tuple(mentions(reading, found)))


@pytest.mark.parametrize("case", CASES, ids=[case["phenomenon"] for case in CASES])
def test_phenomenon_of_the_rules(case: dict[str, str]) -> None:
    text = _MARKED.sub(r"\1", case["marked"])
    assert marked(by_rules(text)) == case["marked"]


@pytest.mark.parametrize("case", WHOLE, ids=[case["phenomenon"] for case in WHOLE])
def test_phenomenon(case: dict[str, str]) -> None:
    text = _MARKED.sub(r"\1", case["marked"])
    assert marked(tagged(text)) == case["marked"]


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=60))
def test_mentions_are_spans_in_order(text: str) -> None:
    document = tagged(text)
    ends = [0, *(mention.end for mention in document.mentions)]
    for mention, end in zip(document.mentions, ends, strict=False):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        assert mention.entity


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_names_do_not_cross_sentences(text: str) -> None:
    document = tagged(text)
    for mention in document.mentions:
        assert any(s.start <= mention.start and mention.end <= s.end for s in document.sentences)


def every_rule(reading: Reading) -> dict[int, tuple[Rule, ...]]:
    """All rules that each word's kinds allow, whatever word follows."""
    return {at: asked(word.kinds) for at, word in enumerate(reading.words) if word.kinds & ASKED}


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_a_rule_that_is_not_asked_would_not_have_answered(text: str) -> None:
    some = by_rules(text).mentions
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rules, "opened", every_rule)
        assert by_rules(text).mentions == some


def test_without_sentences_the_tokens_are_one() -> None:
    text = "لاریجانی به تهران رفت."
    assert marked(tag(Document(text, tokens=tuple(tokenize(text))))) == "[لاریجانی|PER] به [تهران|LOC] رفت."


def test_nothing_in_nothing() -> None:
    assert tagged("").mentions == ()


@pytest.mark.parametrize(
    "piece",
    ["استان تهران ", "آقای ", "گروه اسلامی ", "۱ و ", "علی محمدی ", "تهران، ", "مجلس شورای ", "سید ", "«"],
)
def test_time_grows_with_the_text_only(piece: str) -> None:
    def seconds(count: int) -> float:
        text = piece * count
        tokens = tuple(tokenize(text))
        document = Document(text, tokens=tokens, sentences=tuple(split(text, tokens)))
        began = process_time()
        tag(document)
        return process_time() - began

    seconds(200)  # the tables are read and the words met
    assert seconds(16_000) < 12 * seconds(4_000) + 0.2


def spoken(text: str, said: str, speaker: Speaker | None) -> Document:
    """A document of one quotation."""
    document = tagged(text)
    start = text.index(said)
    quotation = Quotation(start, start + len(said), said, "q1", "direct", "colon", "", 1.0, speaker=speaker)
    return attribute(Document(text, mentions=document.mentions, quotations=(quotation,)))


def test_said_by_stands_inside_the_quotation_only() -> None:
    speaker = Speaker("s1", "سخنگوی دولت", forms=("سخنگوی دولت",))
    document = spoken("سخنگوی دولت در تبریز گفت: تهران آرام است.", "تهران آرام است", speaker)
    voices = {mention.text: mention.said_by for mention in document.mentions}
    assert voices == {"تبریز": None, "تهران": "سخنگوی دولت"}


def test_a_speaker_unnamed_says_nothing() -> None:
    document = spoken("او گفت: تهران آرام است.", "تهران آرام است", None)
    assert [mention.said_by for mention in document.mentions] == [None]


def test_a_person_who_speaks_is_counted_once() -> None:
    forms = ("آقای مصطفی الکاظمی نخست‌وزیر عراق", "کاظمی")
    speaker = Speaker("s1", "مصطفی الکاظمی نخست‌وزیر", forms=forms)
    text = "آقای مصطفی الکاظمی نخست‌وزیر عراق آمد. کاظمی گفت: علی رضایی رفت."
    document = spoken(text, "علی رضایی رفت", speaker)
    assert [(m.entity, m.entity_id) for m in document.mentions if m.type == "PER"] == [
        ("مصطفی الکاظمی نخست‌وزیر", "PER:مصطفی الکاظمی نخست‌وزیر"),
        ("مصطفی الکاظمی نخست‌وزیر", "PER:مصطفی الکاظمی نخست‌وزیر"),
        ("علی رضایی", "PER:علی رضایی"),
    ]
    assert "s1" not in {m.entity_id for m in document.mentions if m.type == "LOC"}


def test_a_body_is_no_speaker_for_standing_in_a_title() -> None:
    speaker = Speaker("s1", "سخنگوی وزارت نفت", forms=("سخنگوی وزارت نفت",))
    document = spoken("سخنگوی وزارت نفت گفت: نشد.", "نشد", speaker)
    assert [mention.entity_id for mention in document.mentions] == ["ORG:وزارت نفت"]


def test_who_is_named_in_a_title_is_not_the_speaker() -> None:
    speaker = Speaker("s1", "آرمان دلاوری", forms=("آرمان دلاوری، همکار لاریجانی",))
    document = spoken("آرمان دلاوری، همکار لاریجانی گفت: نشد.", "نشد", speaker)
    assert [(mention.text, mention.entity) for mention in document.mentions] == [
        ("آرمان دلاوری", "آرمان دلاوری"),
        ("لاریجانی", "لاریجانی"),
    ]


def test_arabic_prose_holds_no_persian_name() -> None:
    document = tagged("وأن السيادة لن تسترد إلا بقبضات الأوفياء الذين لا يساومون على أرضهم")
    assert not [mention.text for mention in document.mentions if len(mention.text.split()) > 2]


def test_attribution_leaves_the_rest_alone() -> None:
    plain = Document("تهران", mentions=(Mention(0, 5, "تهران", "LOC", "تهران", "LOC:تهران"),))
    assert attribute(plain) is plain


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("سخنگوی", "office"),
        ("سخنگو", "office"),
        ("نخست وزیر", "office"),
        ("نخستوزیر", "office"),
        ("رييس", "office"),
        ("رئیس‌جمهور", "office"),
        ("اعضای", "group"),
        ("کارشناس", "description"),
        ("کتاب", None),
    ],
)
def test_titles(word: str, kind: str | None) -> None:
    assert title_of(phrase_key(word)) == kind


def test_title_key_strips_the_ezafe_only() -> None:
    assert [title_key(word) for word in ("اعضای", "سخنگوی", "قاضی", "والی")] == [
        "اعضا",
        "سخنگو",
        "قاضی",
        "والی",
    ]


@pytest.mark.parametrize(
    ("table", "fields"),
    [
        ("titles", {"title", "kind"}),
        ("honorifics", {"honorific", "kind", "use"}),
        ("organisation_heads", {"head", "strength", "alone"}),
        ("organisations", {"name", "aliases", "ambiguous"}),
        ("countries", {"country", "aliases", "people", "ambiguous"}),
        ("cities", {"city", "ambiguous"}),
        ("places", {"place", "aliases", "ambiguous"}),
        ("peoples", {"people", "forms", "ambiguous"}),
        ("first_names", {"name", "ambiguous"}),
        ("surnames", {"surname", "ambiguous"}),
    ],
)
def test_tables_are_whole(table: str, fields: set[str]) -> None:
    listed = rows(table)
    assert {frozenset(row) for row in listed} == {frozenset(fields)}
    first = next(iter(listed[0]))
    names = [row[first] for row in listed]
    assert all(name.strip() == name and name for name in names)
    assert len(set(names)) == len(names)


def test_people_of_the_tables_are_found_where_they_are_named_in_full() -> None:
    analyse = Analyzer(ENTITIES)
    names = [row["name"] for row in rows("people")]
    texts = [f"در این دیدار {name} هم حضور داشت." for name in names]
    missed = [
        name
        for name, text in zip(names, texts, strict=True)
        if name not in {mention.text for mention in analyse(text).mentions if mention.type == "PER"}
    ]
    assert set(missed) <= {"تمام سلام"}  # words that anybody may write
