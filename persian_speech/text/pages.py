"""Web pages to their story: the headline and the text, and the day the page names.

resiliparse finds the main text; trafilatura, its rival, takes half-spaces out of words. Besides
furniture known by name (``data/page_furniture.tsv``), lists and cells that are mostly links go: menus and
related news, whose headlines would pass for quotations.

Found elements are walked by their ``values()``: the list itself takes the square of its length.
"""

import re
from collections.abc import Iterator
from datetime import date as Date  # noqa: N812 - the functions speak of dates
from functools import cache
from typing import TYPE_CHECKING

from persian_speech.data import column, rows
from persian_speech.errors import PersianSpeechError
from persian_speech.text.dates import find_date, parse_date
from persian_speech.text.letters import key, phrase_key
from persian_speech.text.markup import Story, shown

if TYPE_CHECKING:
    from resiliparse.parse.html import DocumentNode, DOMContext, ElementNode

HOLDS_NO_STORY = ":not(html, body, main, article):not(:has(h1, main))"
SEPARATOR = re.compile(r"(\s+(?:[|»«–—-]|::)\s+)")
DASHES = frozenset("–—-")
PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')
BLOCKS = frozenset({"ul", "ol", "td", "div", "section", "dl", "table"})
LINKS, LINK_SHARE = 2, 0.6  # a block of so many links that hold so much of its text is a menu
HEADING, ENDS = 25, re.compile("[.:؛؟!»]")  # code points of a menu's heading; the marks of a sentence
ENDING = 80  # code points of a line that closes a page
DEEPEST = 3_000  # elements within each other; the library takes the square of it, and no page has a tenth
HEADLINE_WITHIN = 1000  # code points of the text in which its headline is looked for


def story(html: str) -> Story:
    """The page's headline and main text, paragraphs an empty line apart.

    PersianSpeechError: its elements stand in each other as in no page.
    """
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse(html)
    page = tree.document
    if page is None or tree.body is None:
        return Story("")
    if html.count("<") > DEEPEST and _depth(tree.body) > DEEPEST:
        raise PersianSpeechError(f"nests more than {DEEPEST:,} elements, which no page does; leave it out")
    title, date = _title(page), _date(page)
    for menu in _menus(page):
        menu.setattr("hidden", "")
    _lower_lists(page)
    text = shown(tree, main=True, skip=_furniture()) or shown(tree)
    return Story(_headed(title, _without_ending(text)), title, date or find_date(text))


def _depth(body: "ElementNode") -> int:
    """How many elements stand within each other."""
    from resiliparse.parse.html import traverse_dom

    deepest = 0

    def enter(context: "DOMContext") -> None:
        nonlocal deepest
        deepest = max(deepest, context.depth)

    traverse_dom(body, enter, elements_only=True)
    return deepest


@cache
def _furniture() -> tuple[str, ...]:
    """Selectors of what is no part of a story; by its class no block is that holds the headline."""
    return tuple(
        selector + HOLDS_NO_STORY if selector.startswith("[") else selector
        for selector in column("page_furniture", "selector")
    )


def _without_ending(text: str) -> str:
    """The text without the headings and notices that close a page."""
    lines = text.split("\n")
    while lines and (not lines[-1] or _closes(lines[-1])):
        del lines[-1]
    return "\n".join(lines)


def _closes(line: str) -> bool:
    folded = key(line.strip(" :.()0123456789۰۱۲۳۴۵۶۷۸۹"))
    return len(line) <= ENDING and any(
        folded == key(row["line"]) if row["whole"] else folded.startswith(key(row["line"]))
        for row in rows("page_endings")
    )


def _headed(title: str | None, text: str) -> str:
    """The text from its headline on; «X: …» is a quotation, and often stands outside the main text."""
    if not title:
        return text
    beginning = text[:HEADLINE_WITHIN].split("\n")
    at = next((i for i, line in enumerate(beginning) if phrase_key(line) == phrase_key(title)), None)
    if at is not None:
        return text[sum(len(line) + 1 for line in beginning[:at]) :]
    return text if phrase_key(title) in phrase_key(text[:HEADLINE_WITHIN]) else f"{title}\n\n{text}".strip()


def _title(page: "DocumentNode") -> str | None:
    """The headline: what the page tells other sites, else its heading, else its title; no site's name."""
    site = _content(page, 'meta[property="og:site_name"]')
    for selector in ('meta[property="og:title"]', 'meta[name="twitter:title"]'):
        if content := _content(page, selector):
            return _headline(content, site)
    titles = page.query_selector("title")
    title = _text(titles) if titles else ""
    headings = page.query_selector_all("h1").values()
    told = (_text(heading) for heading in headings)
    known = (part for part in told if part and phrase_key(part) in phrase_key(title))
    return next((part for part in known if not _is_site(part, site)), None) or _headline(title, site)


def _headline(title: str, site: str | None) -> str | None:
    """«وزیر: … | خبرگزاری سپیدار» without the site: the first part that is not one, as far as the next bar.

    A dash may stand in a headline, unless a site's name follows.
    """
    pieces = SEPARATOR.split(title)  # part, separator, part, …
    parts = range(0, len(pieces), 2)
    first = next((i for i in parts if not _is_site(pieces[i], site)), None)
    if first is None:
        return None
    last = first
    while last + 2 in parts and pieces[last + 1].strip() in DASHES and not _is_site(pieces[last + 2], site):
        last += 2
    return "".join(pieces[first : last + 1])


def _is_site(part: str, site: str | None) -> bool:
    """Whether a part of a title only names the site, or a section of it."""
    words = f"{key(part)} "
    beginning = (f"{key(row['name'])} " for row in rows("page_names") if not row["whole"])
    whole = {f"{key(row['name'])} " for row in rows("page_names") if row["whole"]}
    return (
        not part or part == site or words in whole or (":" not in part and words.startswith(tuple(beginning)))
    )


def _content(page: "DocumentNode", selector: str) -> str | None:
    found = page.query_selector(selector)
    return (found.getattr("content") or None) if found else None


def _date(page: "DocumentNode") -> Date | None:
    """The day that the page's head names, else the one day that its elements of dates show."""
    for told in _told_dates(page):
        try:
            return parse_date(told)
        except PersianSpeechError:
            continue
    marked = page.query_selector_all("time, [class*='date' i], [id*='date' i]").values()
    days = {day for element in marked if (day := find_date(_text(element)))}
    return days.pop() if len(days) == 1 else None


def _told_dates(page: "DocumentNode") -> Iterator[str]:
    """What the page's head and its first words call its day, the surest first."""
    for row in rows("page_dates"):
        found = page.query_selector(row["selector"])
        if found and (told := found.getattr(row["attribute"])):
            yield told
    for script in page.query_selector_all('script[type="application/ld+json"]').values():
        yield from PUBLISHED.findall(script.text or "")[:1]


def _menus(page: "DocumentNode") -> list["ElementNode"]:
    """The blocks that are mostly links, with their headings; a link counts for the nearest block."""
    linked: dict[ElementNode, list[int]] = {}
    for link in page.query_selector_all("a[href]").values():
        if (block := _block(link)) is not None:
            linked.setdefault(block, []).append(_size(link))
    return [
        _with_heading(block)
        for block, sizes in linked.items()
        if len(sizes) >= LINKS and sum(sizes) > LINK_SHARE * _size(block)
    ]


def _lower_lists(page: "DocumentNode") -> None:
    """Sets lists deeper: the library takes one less than three elements below the body for a menu."""
    for shallow in page.query_selector_all("body > ul, body > * > ul, body > * > * > ul").values():
        outer = inner = page.create_element("div")
        shallow.replace_with(outer)
        for _ in range(2):
            below = page.create_element("div")
            inner.append_child(below)
            inner = below
        inner.append_child(shallow)


def _with_heading(menu: "ElementNode") -> "ElementNode":
    """The block around the menu, if all it adds is a heading: «پربازدیدها»."""
    around = menu.parent_element
    if around is None or around.tag not in BLOCKS:
        return menu
    rest = _text(around).replace(_text(menu), "", 1)
    return around if len(rest) <= HEADING and not ENDS.search(rest) else menu


def _block(link: "ElementNode") -> "ElementNode | None":
    around = link.parent_element
    while around is not None and around.tag not in BLOCKS:
        around = around.parent_element
    return around


def _size(element: "ElementNode") -> int:
    """Code points of the element's text, spaces left out."""
    return len("".join((element.text or "").split()))


def _text(element: "ElementNode") -> str:
    """The element's text in one line."""
    return " ".join((element.text or "").split())
