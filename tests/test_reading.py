"""Bytes become text: encodings told apart, web pages, Markdown and Word documents reduced to lines."""

import contextlib
import io
import json
import os
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from persian_speech.data import rows
from persian_speech.errors import PersianSpeechError
from persian_speech.text.decoding import decode
from persian_speech.text.reading import to_text

ROOT = Path(__file__).resolve().parent.parent
REAL_NEWS = Path(os.environ.get("PERSIAN_SPEECH_SHARED", ROOT.parent / "shared")) / "data" / "news"
# Our own, on invented events; each is cut or repeated to the lengths below.
TEXTS = (
    (
        "به گزارش پیک نیمروز، مهران پارسا سخنگوی سازمان آبخیزداری روز گذشته در جمع خبرنگاران گفت: کار "
        "لایروبی قنات‌های دشت ژاله‌زار تا پایان پاییز تمام می‌شود و چشمه‌ها پرآب خواهند شد.\nوی افزود: «گل و "
        "لای چند ساله را بیرون کشیدیم.» 1399/05/01\n"
    ),
    (
        "داکتر پروین کهزاد، رئیس شفاخانه ولایتی، گفت که هفده داکتر تازه استخدام شده‌اند؛ آیا این بس است؟ او "
        "تأکید کرد: نه، ولی گام نخست است.\r\nچهار تن دیگر در ماه جدی خواهند آمد (Kabul, 25 km).\r\n"
    ),
    (
        "آقاي رئيس جمهور در ديدار استانداران خاطرنشان كردند مسئولان بايد پاسخگو باشند، و اضافه كردند: گره‌ها "
        "را با همدلي بايد باز كرد.\n\n- بند يكم: بودجه\n- بند دوم: نظارت\n"
    ),
)
LENGTHS = (100, 400, 1500, 5000)
TO_1256 = str.maketrans("ی۱۲۳", "ي123")  # Windows-1256 has neither the Persian ی nor its digits
TO_8859 = str.maketrans("یکگچپژ«»", 'يككجبز""', "\u200c")  # and ISO-8859-6 none of the four letters


def utf8(text: str) -> bytes:
    return text.encode()


def cp1256(text: str) -> bytes:
    return text.translate(TO_1256).encode("cp1256", "replace")


def iso8859(text: str) -> bytes:
    return text.translate(TO_8859).encode("iso8859-6", "replace")


ENCODERS: dict[str, tuple[Callable[[str], bytes], str]] = {
    "UTF-8": (utf8, "utf-8"),
    "UTF-8 with BOM": (lambda text: text.encode("utf-8-sig"), "utf-8-sig"),
    "UTF-16 LE with BOM": (lambda text: b"\xff\xfe" + text.encode("utf-16-le"), "utf-16"),
    "UTF-16 BE with BOM": (lambda text: b"\xfe\xff" + text.encode("utf-16-be"), "utf-16"),
    "UTF-16 LE": (lambda text: text.encode("utf-16-le"), "utf-16-le"),
    "UTF-16 BE": (lambda text: text.encode("utf-16-be"), "utf-16-be"),
    "UTF-32 with BOM": (lambda text: b"\xff\xfe\x00\x00" + text.encode("utf-32-le"), "utf-32"),
    "Windows-1256": (cp1256, "windows-1256"),
    "ISO-8859-6": (iso8859, "iso-8859-6"),
}
FOLDS: dict[str, Mapping[int, int | None]] = {"Windows-1256": TO_1256, "ISO-8859-6": TO_8859}


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("text", TEXTS, ids=["Iran", "Afghanistan", "Arabic letters"])
@pytest.mark.parametrize("name", ENCODERS)
def test_the_encoding_is_found_and_the_text_unchanged(name: str, text: str, length: int) -> None:
    encoder, encoding = ENCODERS[name]
    text = (text * (length // len(text) + 1))[:length]
    decoded = decode(encoder(text))
    assert decoded.encoding == encoding
    assert decoded.text == text.translate(FOLDS.get(name, {}))


def real_texts() -> list[str]:
    """Thirty articles, each cut to a length of its own between 100 and 5,000 characters."""
    lines = (REAL_NEWS / "isna-politics.jsonl").read_text(encoding="utf-8").splitlines()[:300]
    long = [text for text in (json.loads(line)["text"] for line in lines) if len(text) >= 1_000]
    return [(text * 5)[: 100 + 169 * i] for i, text in enumerate(long[:30])]


@pytest.mark.skipif(not REAL_NEWS.is_dir(), reason="the shared news is not beside this checkout")
@pytest.mark.parametrize("name", ENCODERS)
def test_the_encoding_of_thirty_real_texts(name: str) -> None:
    encoder, encoding = ENCODERS[name]
    texts = real_texts()
    assert len(texts) == 30
    assert [decode(encoder(text)).encoding for text in texts] == [encoding] * 30


@pytest.mark.parametrize("name", ["Windows-1256", "UTF-16 LE", "UTF-16 BE"])
@pytest.mark.parametrize("text", TEXTS)
def test_two_words_are_enough(name: str, text: str) -> None:
    encoder, encoding = ENCODERS[name]
    assert all(decode(encoder(text[at : at + 20])).encoding == encoding for at in range(0, 80, 10))


def test_persian_letters_and_half_spaces_of_windows_1256_are_kept() -> None:
    word = "پژوهش‌گر گفت: چند گنجشک دیدم و پرواز کردند".replace("ی", "ي")
    assert decode(word.encode("cp1256")).text == word


def test_utf_16_of_one_word_is_not_taken_for_ascii() -> None:
    assert decode("سلام".encode("utf-16-le")).text == "سلام"


def test_a_stray_control_character_is_left_in_its_text() -> None:
    text = "او گفت:\x0b سلام\x1f دوستان\x08 من"
    assert decode(text.encode()).text == text


def test_line_ends_are_left_as_they_are() -> None:
    assert decode("یک\r\nدو\rسه\n".encode()).text == "یک\r\nدو\rسه\n"


def test_the_named_encoding_overrides_all() -> None:
    assert decode(b"\xd3\xe1\xc7\xe3", encoding="cp1256").text == "سلام"
    assert decode("\ufeffسلام".encode(), encoding="utf-8").text == "سلام"


@pytest.mark.parametrize(
    ("data", "encoding", "told"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", None, "picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", None, "picture"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", None, "PDF, not text; save it as .docx or .txt"),
        (b"PK\x03\x04rest", None, "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1doc", None, "old Office document"),
        (b"abc\x00def", None, "binary"),
        (b"\x00\x01\x02\xff\xfe\xfd" * 50, None, "binary"),
        ("سلام بر همه".encode()[:-1] + b"\xff!", None, "UTF-8 broken at byte"),
        ("Привет, как дела?".encode("koi8-r"), None, "--encoding"),
        ("¿Qué tal, señor Núñez?".encode("latin-1"), None, "--encoding"),
        (b"\xff\xfe\x33", None, "utf-16"),
        (b"\xff\xfe\x00\xd8\x33\x06", None, "utf-16"),
        ("سلام".encode("cp1256"), "utf-8", "is not utf-8"),
        (b"abc", "no-such", "is no encoding"),
        (b"abc", "hex", "is no encoding"),
        (b"abc", "", "is no encoding"),
        (b"a\x00b", "utf-8", "binary"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, encoding: str | None, told: str) -> None:
    with pytest.raises(PersianSpeechError, match=told) as refused:
        decode(data, encoding=encoding)
    assert "\n" not in str(refused.value)


@given(
    st.binary(max_size=300), st.sampled_from([None, None, "utf-16", "cp1256", "idna", "undefined", "x\x00"])
)
@example(b"\xff\xfe", None)
@example(b"", "idna")
@settings(max_examples=500)
def test_no_bytes_break_decoding(data: bytes, encoding: str | None) -> None:
    with contextlib.suppress(PersianSpeechError):
        assert "\x00" not in decode(data, encoding=encoding).text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=200))
def test_text_in_utf_8_comes_back_but_for_its_mark(text: str) -> None:
    whole = "این متنی است که به فارسی نوشته شده " + text
    assert decode(whole.encode()).text == whole


def test_the_letters_of_the_table_are_letters_once_each() -> None:
    codes = [row["code"] for row in rows("letters")]
    assert len(codes) == len(set(codes))
    assert sum(int(row["per_million"]) for row in rows("letters")) > 900_000


@pytest.mark.parametrize("encoder", [utf8, cp1256], ids=["UTF-8", "Windows-1256"])
def test_ten_megabytes_in_one_line_take_seconds(encoder: Callable[[str], bytes]) -> None:
    data = encoder(TEXTS[0].replace("\n", " ") * 25_000)[:10_000_000]
    begun = time.perf_counter()
    to_text(data if encoder is cp1256 else data.decode(errors="ignore").encode(), ".txt")
    assert time.perf_counter() - begun < 8


# Web pages

NEWS = """<!DOCTYPE html><html lang="fa" dir="rtl"><head><meta charset="utf-8">
<title>رئیس انجمن: کتاب ارزان می‌شود | خبرگزاری نیمروز</title>
<meta property="og:title" content="رئیس انجمن: کتاب ارزان می‌شود">
<meta property="article:published_time" content="2024-05-11T09:30:00+03:30">
<script>var a = "او گفت: نه";</script></head>
<body><header><nav><ul><li><a href="/">خانه</a></li><li><a href="/p">سیاست</a></li></ul></nav></header>
<div class="cookie-banner">این تارنما از کوکی بهره می‌گیرد. <button>می‌پذیرم</button></div>
<main><div class="breadcrumb"><a href="/">خانه</a> » <a href="/c">فرهنگ</a></div>
<article><h1>رئیس انجمن: کتاب ارزان می‌شود</h1><time datetime="2024-05-11">۲۲ اردیبهشت</time>
<p>پرویز سروری گفت: کاغذ&zwnj;ها <b>رسیده</b> است.<br>او افزود: نگران نباشید.</p>
<ul><li>چاپ از مهر آغاز می‌شود.</li><li>یارانه می‌ماند.</li></ul>
<figure><img src="x.jpg" alt="عکس"><figcaption>نمایشگاه کتاب</figcaption></figure>
<p>«ما پای <a href="/x">قول خود</a> ایستاده‌ایم.»</p></article>
<aside class="related"><h3>خبرهای مرتبط</h3><ul><li><a href="/1">ناشر: گران است</a></li></ul></aside>
<section class="comments"><h3>دیدگاه‌ها</h3><p>رضا: فردا، فردا.</p></section></main>
<footer>همه حقوق محفوظ است.</footer></body></html>"""
NEWS_TEXT = """رئیس انجمن: کتاب ارزان می‌شود

پرویز سروری گفت: کاغذ‌ها رسیده است.
او افزود: نگران نباشید.

• چاپ از مهر آغاز می‌شود.
• یارانه می‌ماند.

«ما پای قول خود ایستاده‌ایم.»"""


def page(body: str, head: str = "") -> str:
    return f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def read_page(html: str) -> str:
    return to_text(html.encode(), ".html").text


def test_a_page_is_its_headline_and_story() -> None:
    found = to_text(NEWS.encode(), ".html")
    assert found.text == NEWS_TEXT
    assert found.title == "رئیس انجمن: کتاب ارزان می‌شود"
    assert str(found.date) == "2024-05-11"


def test_a_page_of_tables_loses_its_menus() -> None:
    """As sites of 2005 were laid out, with no class names to go by."""
    html = page(
        '<table><tr><td><a href="/">صفحه اصلی</a> | <a href="/n">اخبار</a></td></tr><tr><td>پیوندها<br>'
        '<a href="#">استانداری</a><br><a href="#">شورای شهر</a></td><td><div>شهردار: خیابان باز شد</div>'
        "<div>شهردار نیک‌شهر گفت: این خیابان پس از دو سال کار باز شد.<br><br>وی ادامه داد: پارک هم ساخته "
        'می‌شود.</div></td><td>پربازدیدها<ul><li><a href="#">رئیس شورا: بودجه بسته شد</a></li><li>'
        '<a href="#">هوا سرد می‌شود</a></li></ul></td></tr><tr><td>کلیه حقوق محفوظ است.</td></tr></table>'
    )
    assert read_page(html).split("\n") == [
        "شهردار: خیابان باز شد",
        "شهردار نیک‌شهر گفت: این خیابان پس از دو سال کار باز شد.",
        "",
        "وی ادامه داد: پارک هم ساخته می‌شود.",
    ]


def test_class_names_of_the_whole_page_hide_nothing() -> None:
    html = page('<div class="has-sidebar comments-open"><h1>سرخط</h1><p>او گفت: آری، چنین است.</p></div>')
    assert read_page(html) == "سرخط\n\nاو گفت: آری، چنین است."


def test_what_stands_before_the_headline_is_no_story() -> None:
    html = page("<p>روزنامه باران</p><h1>وزیر: آری</h1><p>وزیر گفت: آری.</p>", "<title>وزیر: آری</title>")
    assert read_page(html) == "وزیر: آری\n\nوزیر گفت: آری."


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("وزیر: نه | خبرگزاری باران", "وزیر: نه"),
        ("خبرگزاری باران - وزیر: نه", "وزیر: نه"),
        ("باران نیوز » وزیر: نه", "باران نیوز"),  # which part is the site, nothing tells
        ("وزیر: نه - باران | صفحه اصلی", "وزیر: نه - باران"),
        ("خبرگزاری باران: وزیر استعفا نمی‌دهد", "خبرگزاری باران: وزیر استعفا نمی‌دهد"),
        ("پایگاه خبری باران", None),
        ("", None),
    ],
)
def test_the_title_without_the_site_heads_the_text(title: str, headline: str | None) -> None:
    found = to_text(page("<p>وزیر نیرو سخن گفت.</p>", f"<title>{title}</title>").encode(), ".html")
    assert found.title == headline
    assert found.text == (f"{headline}\n\n" if headline else "") + "وزیر نیرو سخن گفت."


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ('<meta itemprop="datePublished" content="2020-07-21">', "", "2020-07-21"),
        ('<meta name="DC.Date.Issued" content="2020-07-21">', "", "2020-07-21"),
        ('<meta name="date" content="۳۱ تیر ۱۳۹۹">', "", "2020-07-21"),
        (
            '<meta name="date" content="2020-07">',
            "<article><time datetime='1399-04-31'></time></article>",
            "2020-07-21",
        ),
        (
            '<script type="application/ld+json">{"datePublished": "2020-07-21T10:00Z"}</script>',
            "",
            "2020-07-21",
        ),
        ("", '<div class="news-date">سه‌شنبه ۳۱ تیر ۱۳۹۹ - ۰۹:۱۵</div>', "2020-07-21"),
        ("", "<p>تهران - ۳۱ تیر ۱۳۹۹</p>", "2020-07-21"),
        ("", '<i class="date">۳۱ تیر ۱۳۹۹</i><i class="date">۱ تیر ۱۳۹۹</i>', "None"),
        ('<meta property="article:modified_time" content="2020-07-21">', "", "None"),
    ],
)
def test_the_day_of_a_page(head: str, body: str, day: str) -> None:
    html = page(f"{body}<p>وزیر نیرو در سخنانی از پایان کار سد خبر داد.</p>", head)
    assert str(to_text(html.encode(), ".html").date) == day


@pytest.mark.parametrize(
    ("charset", "codec", "encoding"),
    [
        ("windows-1256", "cp1256", "windows-1256"),
        ("utf-8", "cp1256", "windows-1256"),  # the server's default, untrue
        ("iso-8859-1", "cp1256", "windows-1256"),
        ("no-such", "cp1256", "windows-1256"),
        ("windows-1256", "utf-8", "utf-8"),  # saved anew by a browser
        ("utf-8", "utf-16", "utf-16"),
        ("iso-8859-6", "iso8859-6", "iso-8859-6"),
    ],
)
def test_the_encoding_of_a_page(charset: str, codec: str, encoding: str) -> None:
    html = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head>'
    html += "<body><p>مدير مدرسه در اين ديدار از همه تشكر كرد.</p></body></html>"
    found = to_text(html.encode(codec), ".html")
    assert (found.text, found.encoding) == ("مدير مدرسه در اين ديدار از همه تشكر كرد.", encoding)


@pytest.mark.parametrize(
    "html", ["", "   ", "<html></html>", "<p>", "<!-- -->", "<nav><a href=x>خانه</a></nav>"]
)
def test_a_page_without_a_story_breaks_nothing(html: str) -> None:
    assert read_page(html) in {"", "خانه"}


@given(st.text(alphabet=st.sampled_from("<>/=\"' abphdivulia-!&;#آگفت:«»\n"), max_size=200))
def test_no_markup_breaks_a_reader(text: str) -> None:
    for suffix in (".html", ".md"):
        assert isinstance(to_text(text.encode(), suffix).text, str)


def test_a_page_of_ten_thousand_links_takes_a_second() -> None:
    story = "<p>وزیر <a href=x>نیرو</a> گفت: آری و نه و شاید.</p>\n" * 10_000
    begun = time.perf_counter()
    assert read_page(page(f"<div>{story}</div>")).count("وزیر نیرو گفت") == 10_000
    assert time.perf_counter() - begun < 4


# Markdown

MARKDOWN = {
    "# سرخط\n\nمتن": "سرخط\n\nمتن",
    'او [گفت](http://x.ir "y"): **آری**، _نه_ و ~~شاید~~.': "او گفت: آری، نه و شاید.",
    "<https://x.ir>": "https://x.ir",
    "- یک\n- دو\n\nسه": "• یک\n• دو\n\nسه",
    "* یک\n* دو": "• یک\n• دو",
    "1. یک\n2. دو": "1. یک\n2. دو",
    "سطر یک\nسطر دو": "سطر یک سطر دو",
    "سطر یک  \nسطر دو": "سطر یک\nسطر دو",
    "پیش\n\n```python\nprint('گفت: نه')\n```\n\nپس": "پیش\n\nپس",
    "    تورفته گفت: آری": "تورفته گفت: آری",
    "> نقل او\n\nپس": "نقل او\n\nپس",
    "![عکس](a.jpg)\n\nمتن": "متن",
    "یک\n\n---\n\nدو": "یک\n\nدو",
    "می‌گوید \\*ستاره\\*": "می‌گوید *ستاره*",
    "": "",
}


@pytest.mark.parametrize(("source", "text"), MARKDOWN.items())
def test_markdown_is_reduced_to_lines(source: str, text: str) -> None:
    assert to_text(source.encode(), ".md").text == text


def test_a_table_of_markdown_keeps_its_cells() -> None:
    text = to_text("| نام | سمت |\n| --- | --- |\n| پارسا | وزیر |".encode(), ".md").text
    assert text.split() == ["نام", "سمت", "پارسا", "وزیر"]


def test_front_matter_gives_title_and_day() -> None:
    found = to_text('---\ntitle: "وزیر: آری"\ntags:\n  - آب\ndate: 1399/04/31\n---\n\nمتن'.encode(), ".md")
    assert (found.text, found.title, str(found.date)) == ("متن", "وزیر: آری", "2020-07-21")


def test_the_first_heading_is_the_title() -> None:
    assert to_text("متن\n\n# سرخط **یک**\n\n# دو".encode(), ".md").title == "سرخط یک"


# Word documents

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName='
    '"/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
    'document.main+xml"/></Types>'
)
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body: str) -> bytes:
    """The smallest Word document there is."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", LINKS)
        xml = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", xml)
    return file.getvalue()


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def test_a_word_document_is_its_paragraphs_cells_and_insertions() -> None:
    deleted = "<w:del><w:r><w:delText>نبود</w:delText></w:r></w:del>"
    body = (
        paragraph(run("وزیر: "), run("می‌آییم")),
        paragraph(
            run("او گفت: "), f"<w:ins>{run('آری')}</w:ins>", deleted, "<w:r><w:br/></w:r>", run("سپس رفت.")
        ),
        f"<w:sdt><w:sdtContent>{paragraph(run('در قاب'))}</w:sdtContent></w:sdt>",
        f"<w:tbl><w:tr><w:tc>{paragraph(run('خانه یک'))}</w:tc></w:tr></w:tbl>",
        paragraph(),
        paragraph(run("کوچک‌تر &lt;b&gt; *ستاره*")),
    )
    text = to_text(docx("".join(body)), ".docx").text
    assert [line for line in text.split("\n") if line] == [
        *("وزیر: می‌آییم", "او گفت: آری", "سپس رفت.", "در قاب", "خانه یک", "کوچک‌تر <b> *ستاره*"),
    ]


def test_an_empty_word_document_is_an_empty_text() -> None:
    assert to_text(docx(""), ".docx").text == ""
    assert to_text(b"", ".docx").text == ""


@pytest.mark.parametrize(
    "data",
    [
        *(b"text", b"PK\x03\x04", docx("<w:p>"), docx(paragraph(run("متن")))[:-30]),
        docx(paragraph(run("متن"))).replace(b"word/document.xml", b"word/documenu.xml"),
    ],
)
def test_a_broken_word_document_is_refused(data: bytes) -> None:
    with pytest.raises(PersianSpeechError, match=r"Word document \(\.docx\)"):
        to_text(data, ".docx")


@given(st.data())
@settings(max_examples=50)
def test_no_damage_to_a_word_document_gives_another_error(data: st.DataObject) -> None:
    whole = bytearray(docx(paragraph(run("متن " * 30))))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(PersianSpeechError):
        assert isinstance(to_text(bytes(whole), ".docx").text, str)
