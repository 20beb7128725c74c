"""From a page to its report: headline, text, outlet and date, by what the page states in its tags."""

import datetime as dt
import html as entities
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from tawatur.errors import SourceError
from tawatur.intake.dates import parse_day
from tawatur.intake.markup import tidy

__all__ = ["Page", "read_page"]

_DATE_METAS = re.compile(
    r"(?:article|og):published(?:_time)?|datepublished|parsely-pub-date|sailthru\.date|publish-?date|pubdate"
    r"|publication_date|dc(?:terms)?\.date(?:\.issued)?|dc(?:terms)?\.(?:issued|created)|date"
)
_OUTLET_METAS = ("og:site_name", "article:publisher_name", "dc.publisher", "publisher", "application-name")
_TITLE_METAS = ("og:title", "twitter:title", "dc.title")
_LD_DATES = ("datePublished", "dateCreated")
_MAX_LD = 200_000
_MAX_NODES = 2000
_MAX_LINES = 100_000
_SKIPPED = ["[hidden]", "nav", "footer", "aside", "form", "button", "select", ".tags", ".share", ".social", ".related"]
_ENOUGH = 200
_TOP = 12
_MASTHEAD = 400
_Node = dict[str, object]
_BLANKS = re.compile(r"[ \t\u00a0]+")
_BREAKS = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_TITLE_END = re.compile(r"\s+[|\u2013\u2014\u00bb\u2022:-]\s+")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read.

    Attributes:
        title: its headline; None where it has none.
        body: its text without the headline.
        outlet: the site's own name for itself.
        date: day of publication as its tags state it.
        date_found: which tag stated it.
        language: two letters, as the page states it.
    """

    title: str | None
    body: str
    outlet: str | None
    date: dt.date | None
    date_found: str | None
    language: str | None


def read_page(html: str) -> Page:
    """The report on a page. Nothing is fetched and no script is run.

    Args:
        html: the page as decoded.

    Raises:
        SourceError: its tags are too many or too deep, or it holds no text.
    """
    markup = tidy(html)
    try:
        tree = HTMLTree.parse(markup.html)
        body = _text(tree)
        heading, head_title = _inside(tree, "h1"), _inside(tree, "title")
    except (ValueError, RuntimeError) as error:
        raise SourceError(f"it cannot be read as a page ({error}): give the report's text alone") from error
    metas = {key: _plain(value) for key, value in markup.metas.items()}
    stated = list(_stated(markup.data))
    outlet = next((metas[key] for key in _OUTLET_METAS if metas.get(key)), None) or _publisher(stated)
    title = next((metas[key] for key in _TITLE_METAS if metas.get(key)), None) or heading or head_title
    title = _without_outlet(title, outlet, heading) if title else None
    if title:
        body = _without_title(body, title)
    if not body and not title:
        raise SourceError("the page holds no text")
    date, found = _date(metas, stated, markup.times)
    return Page(title, body, outlet, date, found, markup.language)


def _text(tree: HTMLTree) -> str:
    main = _extract(tree, main=True)
    if len(main) >= _ENOUGH:
        return main
    everything = _extract(tree, main=False)
    return everything if len(everything) > 2 * len(main) else main


def _extract(tree: HTMLTree, *, main: bool) -> str:
    text = extract_plain_text(
        tree,
        preserve_formatting=True,
        main_content=main,
        list_bullets=False,
        alt_texts=False,
        links=False,
        form_fields=False,
        noscript=False,
        comments=False,
        post_meta=False,
        skip_elements=_SKIPPED,
    )
    if text.count("\n") > _MAX_LINES:
        raise SourceError(f"it is a page of more than {_MAX_LINES:,} lines: give the report's text alone")
    lines = [_BLANKS.sub(" ", line).strip() for line in text.replace("\r", "\n").split("\n")]
    return _BREAKS.sub("\n\n", "\n".join(lines)).strip()


def _inside(tree: HTMLTree, tag: str) -> str | None:
    nodes = tree.document.get_elements_by_tag_name(tag) if tree.document else []
    return next((text for node in nodes if (text := _plain(node.text or ""))), None)


def _plain(text: str) -> str:
    return " ".join(entities.unescape(text)[:2000].split())


def _without_outlet(title: str, outlet: str | None, heading: str | None) -> str:
    """The headline without the site's name, which many pages add to it."""
    parts = list(_TITLE_END.finditer(title))
    if not parts:
        return title
    before, after = title[: parts[-1].start()], title[parts[-1].end() :]
    if (outlet and after.casefold() == outlet.casefold()) or (heading and before == heading):
        return before
    return title


def _without_title(body: str, title: str) -> str:
    """The body without a headline repeated at its top, nor the site's own lines above that."""
    lines = body.split("\n")
    at = next((index for index, line in enumerate(lines[:_TOP]) if line == title), None)
    if at is None:
        return body
    above = lines[:at] if sum(map(len, lines[:at])) > _MASTHEAD else []
    return _BREAKS.sub("\n\n", "\n".join([*above, *lines[at + 1 :]])).strip()


def _date(metas: dict[str, str], stated: list[_Node], times: list[str]) -> tuple[dt.date | None, str | None]:
    for key, value in sorted(metas.items(), key=lambda item: "publish" not in item[0]):
        day = parse_day(value) if _DATE_METAS.fullmatch(key) else None
        if day:
            return day, f"meta tag {key}"
    for node in stated:
        for key in _LD_DATES:
            given = node.get(key)
            day = parse_day(given) if isinstance(given, str) else None
            if day:
                return day, f"JSON-LD {key}"
    for value in times[:1]:
        day = parse_day(value)
        if day:
            return day, "time tag"
    return None, None


def _publisher(stated: list[_Node]) -> str | None:
    for node in stated:
        publisher = node.get("publisher")
        if isinstance(publisher, list) and publisher:
            publisher = publisher[0]
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and _plain(name):
            return _plain(name)
    return None


def _stated(scripts: list[str]) -> Iterator[_Node]:
    """Every object in the page's JSON-LD, outermost first; what is no JSON is passed over."""
    for script in scripts:
        if len(script) > _MAX_LD:
            continue
        try:
            waiting: list[object] = [json.loads(script.strip())]
        except (ValueError, RecursionError):
            continue
        for _ in range(_MAX_NODES):
            if not waiting:
                break
            node = waiting.pop(0)
            if isinstance(node, dict):
                yield node
                waiting.extend(value for value in node.values() if isinstance(value, dict | list))
            elif isinstance(node, list):
                waiting.extend(node)
