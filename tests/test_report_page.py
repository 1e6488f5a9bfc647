"""The report's page in a real browser, Debian's Chromium: it opens, filters, explains, and stays harmless."""

import os
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from annotated import ANALYZER
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright

from persian_speech.output.report.page import render

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt-get install chromium")

HOSTILE = (
    "«<script>window.hacked=1</script>» <img src=x onerror=window.hacked=1>\n\n"
    "پروین آذرنگ وزیر نیرو گفت: «</script><script>window.hacked=1</script>» آب <b>هست</b>.\n"
    "کاوه <svg onload=window.hacked=1> شیرانی گفت: javascript:window.hacked=1 {{ 7*7 }}\n"
)
RELEASES = (
    (
        "a.txt",
        "2020-07-22",
        (
            "سدهای جنوب پر شد\n\n"
            "پروین آذرنگ وزیر نیرو گفت: سدهای شیراز پر است.\nوی افزود که کتاب‌های آب چاپ می‌شود.\n"
        ),
    ),
    (
        "b.txt",
        "2020-08-22",
        (
            "شهر آرام است\n\nبهزاد کیانفر شهردار شیراز تأکید کرد که شهر آرام است. "
            "پروین آذرنگ وزیر نیرو گفت: آب اصفهان بس است.\n"
        ),
    ),
    ("c.txt", "2020-10-22", "مترو\n\nبهزاد کیانفر شهردار شیراز گفت: «مترو تا اصفهان نمی‌رود.»\n"),
    ("d.txt", "2020-10-23", "هوا\n\nآسمان ابری بود و کسی چیزی نگفت.\n"),
    ("<img src=x onerror=window.hacked=1>.txt", None, HOSTILE),
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    named = [
        (name, ANALYZER(text, date=date.fromisoformat(day) if day else None)) for name, day, text in RELEASES
    ]
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(render(named, "گزارش آب"), encoding="utf-8")
    return path.as_uri()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # The superuser, as in a container, has no sandbox for it.
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1200, "height": 900}, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    """The page, opened; whatever it logs or fetches fails the test."""
    page = context.new_page()
    told: list[str] = []

    def fetched(request: Request) -> None:
        if not request.url.startswith(("file:", "data:")):
            told.append(request.url)

    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", fetched)
    page.goto(address)
    yield page
    assert told == []
    page.close()


def shown(page: Page) -> list[str]:
    return [
        release.get_attribute("id") or ""
        for release in page.locator(".release").all()
        if release.is_visible()
    ]


def option(page: Page, field: str, name: str) -> None:
    values = page.locator(f"#{field} option").filter(has_text=name)
    page.select_option(f"#{field}", values.first.get_attribute("value"))


def test_it_opens_in_persian_from_right_to_left(page: Page) -> None:
    expect(page).to_have_title("گزارش آب")
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    name, bar = (
        page.locator(f".speakers tbody tr:first-child {part}").bounding_box() for part in (".pick", ".fill")
    )
    assert name
    assert bar
    assert name["x"] > bar["x"] + bar["width"]
    labels = page.locator("#chart .ct-label.ct-horizontal").all()
    first, last = (labels[place].bounding_box() for place in (0, -1))
    assert first
    assert last
    # Time runs as the text does: what is drawn first, on the left, is the latest.
    assert first["x"] < last["x"]
    assert labels[-1].inner_text() == "۲۸ تیر"


def test_a_speaker_leaves_his_releases_and_fades_the_others(page: Page) -> None:
    option(page, "speaker", "بهزاد کیانفر")
    assert shown(page) == ["r1", "r2"]
    faded = page.locator(".release:not([hidden]) .q.off")
    assert [each.inner_text() for each in faded.all()] == ["آب اصفهان بس است"]
    expect(page.locator("#count")).to_contain_text("۲ متن از ۵")


def test_a_speaker_and_an_entity_together(page: Page) -> None:
    option(page, "speaker", "پروین آذرنگ")
    option(page, "entity", "اصفهان")
    assert shown(page) == ["r1"]
    assert page.locator(".e.on:visible").all_inner_texts() == ["اصفهان"]
    page.click("#clear")
    expect(page.locator(".release:visible")).to_have_count(5)  # the form is reset after the click


def test_the_search_is_blind_to_half_spaces_and_arabic_letters(page: Page) -> None:
    page.fill("#search", "كتابهاي")
    assert shown(page) == ["r0"]
    assert page.evaluate("[...CSS.highlights.get('hit')].map(String)") == ["کتاب‌های"]
    page.fill("#search", "هیچ‌کجا")
    assert shown(page) == []
    expect(page.locator("#count")).to_contain_text("۰ متن")


def test_the_quotations_alone(page: Page) -> None:
    option(page, "speaker", "بهزاد کیانفر")
    page.get_by_text("نقل‌قول‌ها", exact=True).click()
    assert page.locator("#quotes li p").all_inner_texts() == ["شهر آرام است", "مترو تا اصفهان نمی‌رود"]
    page.locator("#quotes a").last.click()
    expect(page.locator("#r2 .body")).to_be_visible()
    assert page.locator("#quotes").is_hidden()


def test_a_name_anywhere_chooses_its_speaker(page: Page) -> None:
    page.locator("#network .voice", has_text="بهزاد کیانفر").focus()
    page.keyboard.press("Enter")
    assert shown(page) == ["r1", "r2"]
    page.locator(".card .pick", has_text="اصفهان").first.click()
    assert page.evaluate("document.getElementById('entity').selectedOptions[0].text").startswith("اصفهان")


def test_a_key_tells_why_and_escape_ends_it(page: Page) -> None:
    page.locator("#r0 .q .n").first.focus()
    page.keyboard.press("Enter")
    why = page.locator("#why")
    expect(why).to_be_visible()
    for told in (
        "پروین آذرنگ",
        "وزیر نیرو",
        "نقل مستقیم، پس از دونقطه",
        "«گفت»",
        "سخن پس از دونقطه",
    ):
        expect(why).to_contain_text(told)
    page.keyboard.press("Escape")
    expect(why).to_be_hidden()


def test_the_pointer_over_a_quotation_tells_why(page: Page) -> None:
    page.locator("#r0 .q.direct").first.hover()
    expect(page.locator("#why")).to_be_visible()
    page.locator("h1").hover()
    expect(page.locator("#why")).to_be_hidden()


def test_a_release_full_of_markup_stays_text(page: Page) -> None:
    page.locator("#r4 .fold").click()
    for button in page.locator("#r4 .q .n").all():
        button.click()
    page.get_by_text("نقل‌قول‌ها", exact=True).click()
    assert page.evaluate("window.hacked") is None
    written = page.locator("#r4 h3").text_content(), page.locator("#r4 .body").text_content()
    assert written[0] == HOSTILE.splitlines()[0]
    assert "<svg onload=window.hacked=1>" in (written[1] or "")
    assert page.locator("#texts :is(script, img, svg, b)").count() == 0


def test_everything_that_can_be_pressed_has_a_name(page: Page) -> None:
    unnamed = """[...document.querySelectorAll('button, input, select, a, [role=button]')].filter((each) =>
        !(each.getAttribute('aria-label') || each.textContent.trim() || each.closest('label')))"""
    assert page.evaluate(f"({unnamed}).map((each) => each.outerHTML)") == []
    assert page.evaluate("document.querySelectorAll('h1').length") == 1


def test_a_narrow_screen_scrolls_in_one_direction(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 700}, has_touch=True)
    page = context.new_page()
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("#r0 .q .n").first.tap()
    page.wait_for_timeout(300)  # longer than what hides an explanation that only hovers
    expect(page.locator("#why")).to_be_visible()
    context.close()


def test_dark_is_dark_and_paper_is_white_and_shows_every_text(page: Page) -> None:
    def paper() -> int:
        found = re.findall(r"\d+", str(page.evaluate("getComputedStyle(document.body).backgroundColor")))
        return sum(map(int, found[:3]))

    assert paper() > 600
    page.emulate_media(color_scheme="dark")
    assert paper() < 150
    page.click("#theme")
    assert paper() > 600
    page.emulate_media(media="print")
    assert paper() == 3 * 255
    assert page.locator(".filters").is_hidden()
    assert [body.is_visible() for body in page.locator(".body").all()] == [True] * 5


def test_without_scripts_everything_can_be_read(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert len(shown(page)) == 5
    assert page.locator("#r3 .body").is_visible()
    assert page.locator(".filters").is_hidden()
    context.close()


def test_the_page_is_one_file(address: str) -> None:
    folder = Path(address.removeprefix("file://")).parent
    assert [path.name for path in folder.iterdir()] == ["report.html"]
