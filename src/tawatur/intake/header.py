"""What a text says of itself at its top: headline, date of publication, outlet."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.intake.dates import Day, find_day, is_date_line, opens_date
from tawatur.intake.lines import Line
from tawatur.intake.signatures import agency_named
from tawatur.lexicon.furniture import load_furniture
from tawatur.lexicon.spelling import fold_phrase
from tawatur.model import Language, Region, RegionKind, Span

__all__ = ["Header", "read_header"]

_TITLE = 160
_TITLE_APART = 250
_TITLE_CLOSED = 120
_DATE_WITHIN = 6
_DATE_LINE = 100
_OPENING = 80
_NAME = 60
_MIDDLE = 260
_SUFFIX = re.compile(r"\s+[|\u2013\u2014-]\s+([^|\u2013\u2014]{2,40})\Z")
_PARTED = re.compile(r"\s*[-\u2013\u2014:|/(\"«“]|\s*[A-Z\u00c0-\u00de\d]")
_SIGNED = re.compile(r"(?<!\S)(\S+)\s+(\S+)\s+\Z")


@dataclass(frozen=True, slots=True)
class Header:
    """What stands at the top of a text.

    Attributes:
        title: the headline; None where the text has none.
        date: day of the first date line; None where there is none.
        outlet: the outlet that the headline ends with, if it clearly does.
        regions: the lines and words that gave date and outlet.
        body: index of the first line after the headline.
    """

    title: Span | None
    date: dt.date | None
    outlet: str | None
    regions: tuple[Region, ...]
    body: int


def read_header(lines: Sequence[Line], language: Language, title: str | None = None) -> Header:
    """Read the top of a text.

    Args:
        lines: the lines of the text, in order.
        language: its language.
        title: the headline as given with the document, if it was.
    """
    at = _title_line(lines, language, title)
    span = outlet = None
    regions: list[Region] = []
    if at is not None:
        line = lines[at]
        span = line.span
        cut = _outlet_suffix(line.text, language) if title is None else None
        if cut is not None:
            outlet = line.text[cut.end :]
            span = Span(line.start, line.start + cut.start)
            regions.append(Region(Span(span.end, line.end), RegionKind.BYLINE, "outlet after the headline", outlet))
    day, region = _date(lines, language, at)
    if at is None and region is not None and lines[0].start < region.span.start < lines[0].end:
        span = Span(lines[0].start, lines[0].start + len(lines[0].text[: region.span.start - lines[0].start].rstrip()))
    if region is not None:
        regions.append(region)
        named = _named_before_date(lines, region, at)
        if named is not None:
            regions.insert(-1, named)
            outlet = outlet or (named.name if _holds_outlet_word(named.name or "", language) else None)
    return Header(span, day, outlet, tuple(regions), 0 if at is None else at + 1)


def _named_before_date(lines: Sequence[Line], date: Region, title: int | None) -> Region | None:
    """The short line between headline and date line: the outlet, or who wrote it."""
    between = [line for line in lines[: _DATE_WITHIN + 2] if line.end <= date.span.start]
    if title is None or len(between) != title + 2:
        return None
    line = between[-1]
    if len(line.text) > _NAME or len(line.text.split()) > 6 or line.text.endswith((".", ":", "?", "؟", "!")):
        return None
    return Region(line.span, RegionKind.BYLINE, "line before the date", line.text)


def _title_line(lines: Sequence[Line], language: Language, title: str | None) -> int | None:
    for index, line in enumerate(lines[:_DATE_WITHIN]):
        if title is not None:
            if line.text == title.strip():
                return index
            continue
        if is_date_line(line.text, language):
            continue
        return index if _is_title(line, lines[index + 1 : index + 2]) else None
    return None


def _is_title(line: Line, following: Sequence[Line]) -> bool:
    """A short line with more after it and no full stop; set apart by a blank line it may be longer or end with one."""
    if not following or line.text.endswith(("،", ",", ":")):
        return False
    if not following[0].gap:
        return len(line.text) <= _TITLE and not line.text.endswith(".")
    if line.text.endswith("."):
        return len(line.text) <= _TITLE_CLOSED and ". " not in line.text
    return len(line.text) <= _TITLE_APART


def _outlet_suffix(title: str, language: Language) -> Span | None:
    """Where the outlet's name begins and ends its headline, with the mark before it left out."""
    match = _SUFFIX.search(title)
    if match is None:
        return None
    words = fold_phrase(match[1])
    clear = 2 <= len(words) <= 4 and _holds_outlet_word(match[1], language) and agency_named(match[1]) is None
    return Span(match.start(), match.start(1)) if clear and title[: match.start()].count(" ") > 1 else None


def _holds_outlet_word(name: str, language: Language) -> bool:
    marks = load_furniture(language).outlet_words | load_furniture(Language.EN).outlet_words
    return any(word in marks for word in fold_phrase(name.replace("-", " ")))


def _date(lines: Sequence[Line], language: Language, title: int | None) -> tuple[dt.date | None, Region | None]:
    """The first date line, or the date that opens or interrupts the first line of the body."""
    body = 0 if title is None else title + 1
    for index, line in enumerate(lines[: body + _DATE_WITHIN]):
        if index == title:
            continue
        if len(line.text) <= _DATE_LINE:
            day = is_date_line(line.text, language, spare=3 if index >= body and not line.is_closed else 0)
            if day is not None:
                return day.date, _region(line, Day(day.date, 0, len(line.text)), "date line")
        if index == body:
            opening = _opening(line, language)
            if opening is not None:
                return opening.date, _region(line, opening, "date before the first sentence")
    return None, None


def _region(line: Line, day: Day, rule: str) -> Region:
    return Region(Span(line.start + day.start, line.start + day.end), RegionKind.DATELINE, rule, day.date.isoformat())


def _opening(line: Line, language: Language) -> Day | None:
    """A date glued to the front of the body, as pages leave it when their tags are lost."""
    day = find_day(line.text[:_OPENING], language)
    if day is not None and day.end < len(line.text):
        lead = is_date_line(line.text[: day.end], language)
        is_parted = _PARTED.match(line.text, day.end) is not None
        if lead is not None and is_parted and opens_date(line.text[: day.start]):
            return Day(day.date, 0, day.end)
    return _interruption(line, language)


def _interruption(line: Line, language: Language) -> Day | None:
    """A signature with weekday and date ("AFP Saturday 4 Oct 2014") between a headline and the report glued to it."""
    day = find_day(line.text[:_MIDDLE], language)
    match = _SIGNED.search(line.text[: day.start]) if day else None
    if day is None or match is None or agency_named(match[1]) is None:
        return None
    is_weekday = is_date_line(line.text[match.start(2) : day.end], language) is not None
    return Day(day.date, match.start(1), day.end) if is_weekday else None
