"""From the bytes of one report to a Document."""

import datetime as dt
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.errors import SourceError
from tawatur.intake.decoding import decode
from tawatur.intake.furniture import furniture_regions
from tawatur.intake.header import Header, read_header
from tawatur.intake.lines import Line, lines_of
from tawatur.intake.markup import looks_like_page
from tawatur.intake.page import Page, read_page
from tawatur.intake.signatures import signature_regions
from tawatur.model import Document, Language, Region, RegionKind, document_id
from tawatur.text.language import detect

__all__ = ["MAX_BYTES", "MAX_CHARACTERS", "Given", "check_text", "describe", "from_text", "receive"]

MAX_BYTES = 20_000_000
"""Bytes that one file or one line may hold."""

MAX_CHARACTERS = 2_000_000
"""Characters that the text of one report may hold: more than any book."""

MAX_SIGNS = 300_000
"""The most characters other than blanks that one report may hold: six hours of reading aloud."""

_LETTER = re.compile(r"[^\W\d_]{2}")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Given:
    """What came with a text and is kept as it came; None where it did not come.

    Attributes:
        id: its id.
        language: its language.
        date: day of publication.
        date_found: what gave the date.
        outlet: its outlet.
        title: its headline.
        sha256: hash of the bytes received.
    """

    id: str | None = None
    language: Language | None = None
    date: dt.date | None = None
    date_found: str | None = None
    outlet: str | None = None
    title: str | None = None
    sha256: str | None = None


def receive(data: bytes, origin: str, *, name: str | None = None, date: dt.date | None = None) -> Document:
    """Read the bytes of one report, plain text or a page.

    A page's text is its headline, a blank line and its body; a plain file's is the file as decoded,
    unchanged but for a byte order mark.

    Args:
        data: the bytes as received.
        origin: where they came from, for people.
        name: the file's name; its ending may say that it is a page.
        date: day of publication, used where the report itself states none.

    Raises:
        SourceError: it cannot be read; the text says what was wrong and what can be done.
    """
    if len(data) > MAX_BYTES:
        raise SourceError(f"it holds more than {MAX_BYTES // 1_000_000} MB, the most that one report may hold")
    sha256 = hashlib.sha256(data).hexdigest()
    text = decode(data).text
    if not looks_like_page(text, name):
        return describe(text, origin, Given(sha256=sha256), date)
    page = read_page(text)
    given = Given(
        language=_language(page),
        date=page.date,
        date_found=page.date_found,
        outlet=page.outlet,
        title=page.title,
        sha256=sha256,
    )
    return describe("\n\n".join(part for part in (page.title, page.body) if part), origin, given, date)


def from_text(
    text: str, *, date: dt.date | None = None, language: Language | None = None, outlet: str | None = None
) -> Document:
    """Take in one report that is at hand as text, with what is known of it.

    Args:
        text: the report; it stays as it is.
        date: day of publication; where it is None, the text's own date line counts.
        language: its language; told from the text where it is None.
        outlet: name of the outlet.

    Raises:
        SourceError: there is nothing to read in it, or its language is none of the three.
    """
    given = Given(language=language, date=date, date_found="given" if date else None, outlet=outlet)
    return describe(text, "text", given, None)


def _language(page: Page) -> Language | None:
    """The language that a page states, where its text alone does not tell."""
    if detect(f"{page.title or ''}\n{page.body}") is not None or page.language not in set(Language):
        return None
    is_arabic = re.search("[\u0621-\u064a]", page.title or page.body) is not None
    return Language(page.language) if (page.language == Language.AR) is is_arabic else None


def check_text(text: str) -> None:
    """Refuse a text in which there is nothing to read, or too much.

    Raises:
        SourceError: it is empty, holds no words, is too long, or holds half characters.
    """
    if not text.strip():
        raise SourceError("it is empty: there is nothing to read")
    if len(text) > MAX_CHARACTERS:
        raise SourceError(f"its text is longer than {MAX_CHARACTERS:,} characters: give each report by itself")
    if len(text) > MAX_SIGNS and sum(map(len, text.split())) > MAX_SIGNS:
        raise SourceError(f"its text holds more than {MAX_SIGNS:,} characters: give each report by itself")
    if _SURROGATE.search(text):
        raise SourceError("it holds half a character (a lone surrogate): the text was cut or wrongly converted")
    if not _LETTER.search(text):
        raise SourceError("it holds no words: there is nothing to read")


def describe(text: str, origin: str, given: Given, date: dt.date | None) -> Document:
    """Find out what a text says of itself and make it a Document.

    Args:
        text: the text, which stays as it is.
        origin: where it came from, for people.
        given: what came with it.
        date: day of publication, used where neither what came with it nor the text states one.

    Raises:
        SourceError: there is nothing to read in it, or its language is none of the three.
    """
    check_text(text)
    language = given.language or detect(text)
    if language is None:
        raise SourceError(
            "its language cannot be told or is none of Arabic, French and English: "
            "give it with its language as JSON Lines if it is one of them"
        )
    lines = lines_of(text)
    header = read_header(lines, language, given.title)
    day, found = _published(given, header, date)
    regions = _regions(text, lines, header, language)
    return Document(
        id=given.id or document_id(text),
        text=text,
        language=language,
        date=day,
        outlet=given.outlet or header.outlet,
        title=header.title,
        regions=regions,
        origin=origin,
        sha256=given.sha256,
        date_found=found,
        dateline=_dateline(regions),
    )


def _dateline(regions: Sequence[Region]) -> dt.date | None:
    """The day that stands right before the first sentence; a date line of its own may be that of a visit."""
    for region in regions:
        if region.kind is RegionKind.DATELINE and region.rule == "date before the first sentence" and region.name:
            return dt.date.fromisoformat(region.name)
    return None


def _published(given: Given, header: Header, date: dt.date | None) -> tuple[dt.date | None, str | None]:
    if given.date is not None:
        return given.date, given.date_found
    if header.date is not None:
        return header.date, "date line"
    return (date, "given") if date is not None else (None, None)


def _regions(text: str, lines: Sequence[Line], header: Header, language: Language) -> tuple[Region, ...]:
    """All regions, in order; of two that overlap the one that begins first stays, then the longer."""
    above = [line for line in lines[: header.body] if header.title is None or not line.span.touches(header.title)]
    body = lines[header.body :]
    furniture = furniture_regions(text, [*above, *body], language)
    signed = signature_regions(_without(body, [*header.regions, *furniture]))
    kept: list[Region] = []
    taken = [*header.regions, *furniture, *signed]
    for region in sorted(taken, key=lambda region: (region.span.start, -region.span.end, region.kind, region.rule)):
        if kept and region.span.start < kept[-1].span.end:
            continue
        if header.title is not None and region.span.touches(header.title):
            continue
        kept.append(region)
    return tuple(kept)


def _without(lines: Sequence[Line], regions: Sequence[Region]) -> list[Line]:
    """The lines that no region covers, each begun after a region that covers its front."""
    left: list[Line] = []
    for line in lines:
        start = line.start
        for region in regions:
            if region.span.start <= start < region.span.end:
                start = region.span.end
        rest = line.text[start - line.start :] if start < line.end else ""
        if rest.strip():
            start += len(rest) - len(rest.lstrip())
            left.append(Line(start, line.end, line.text[start - line.start :], line.gap))
    return left
