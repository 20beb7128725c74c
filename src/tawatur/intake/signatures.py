"""Who signs a report or a picture, and where it was written: datelines, bylines, credits, captions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tawatur.intake.lines import Line
from tawatur.lexicon.furniture import load_furniture
from tawatur.lexicon.spelling import fold_phrase
from tawatur.model import Language, Region, RegionKind, Span

__all__ = ["agency_named", "signature_regions"]

_HEAD = 4
_FOOT = 4
_SHORT = 60
_CAPTION = 160
_LONG = 300
_OPENING = 400
_MARKS = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
_DASH = r"\s*[-\u2010-\u2015\u0640][-\u2010-\u2015\u0640\s]{0,9}"
_PLACE = rf"[^.()\[\]«»\"“”:;؛!؟?\n{_MARKS}]"
_SEGMENTS = re.compile(r"[-\u2010-\u2015\u0640/|:،,()\[\]]+")
_PICTURE = (
    r"[\(\[]\s*(?:[^()\[\]]{0,60}?[/:\s|-]\s*)?(?:AGENCY)(?:\s*(?:Photos?|Images?|via\s[^()\[\]]{1,30}))?\s*[\)\]]"
)
_SPELLED_OUT = re.compile(r"وكالة|\bagence|\bagency", re.IGNORECASE)
_PHOTO_WORD = r"[\(\[]\s*(?:File\s+)?Photos?\b[^()\[\]]{0,60}[\)\]]|[\(\[][^()\[\]]{0,30}\bPhotos?\s*[\)\]]"


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The shapes of signatures, made from the agencies of all languages."""

    names: dict[tuple[str, ...], str]
    datelines: tuple[tuple[str, re.Pattern[str]], ...]
    closing: re.Pattern[str]
    inline: re.Pattern[str]


def signature_regions(lines: Sequence[Line]) -> list[Region]:
    """The datelines, bylines, credits and captions among the lines of a text's body.

    Args:
        lines: the lines after the title, in order, without those known to be page furniture.

    Returns:
        Regions in no order; they may touch one another.
    """
    found: list[Region] = []
    last = len(lines) - 1
    for index, line in enumerate(lines):
        if index < _HEAD:
            found.extend(_dateline(line))
        if index < _HEAD or index > last - _FOOT:
            found.extend(_signed(line, RegionKind.BYLINE if index < min(_HEAD, last) else RegionKind.CREDIT))
        found.extend(_picture(line))
        if index < 2 and len(line.text) > _LONG:
            found.extend(_caption_inside(line))
    return found


def agency_named(words: str) -> str | None:
    """The plain English name of the agency that some words name, if they are its signature and nothing else."""
    return _patterns().names.get(fold_phrase(words))


def _dateline(line: Line) -> list[Region]:
    patterns = _patterns()
    for rule, pattern in patterns.datelines:
        match = pattern.match(line.text[:_OPENING])
        if match is None or len(match["place"].split()) > 6:
            continue
        agency = match.groupdict().get("agency")
        name = patterns.names.get(fold_phrase(agency), agency.strip()) if agency else None
        if match.end() == len(line.text) and len(match["place"].split()) > 4:
            return [Region(line.span, RegionKind.FURNITURE, "caption with a credit", name)]
        span = Span(line.start, line.start + len(match[0].rstrip()))
        return [Region(span, RegionKind.DATELINE, f"dateline ({rule})", name)]
    return []


def _signed(line: Line, kind: RegionKind) -> list[Region]:
    """A short line of names one of which is an agency's, and no sentence."""
    if len(line.text) > _SHORT or len(line.text.split()) > 8 or line.text.endswith(("؟", "?", "!", ")")):
        return []
    segments = [fold_phrase(part) for part in _SEGMENTS.split(line.text) if part.strip()]
    names = [_patterns().names[part] for part in segments if part in _patterns().names]
    if not names or any(len(part) > 4 for part in segments):
        return []
    return [Region(line.span, kind, "signature", names[-1])]


def _picture(line: Line) -> list[Region]:
    """A credit in brackets after a sentence; or, at the end of a short line that is no sentence, a caption."""
    match = _patterns().closing.search(line.text[-120:])
    if match is None:
        return []
    start = line.start + max(0, len(line.text) - 120) + match.start()
    before = line.text[: start - line.start].rstrip()
    name = _agency_in(match[0])
    if not before or before.endswith((".", "!", "؟", "…")):
        return [Region(Span(start, line.end), RegionKind.CREDIT, "credit in brackets", name)]
    if len(before) > _CAPTION or line.text.endswith(".") or _SPELLED_OUT.search(before[-60:]):
        return []
    return [Region(line.span, RegionKind.FURNITURE, "caption with a credit", name)]


def _caption_inside(line: Line) -> list[Region]:
    match = _patterns().inline.search(line.text, 0, 600)
    if match is None:
        return []
    span = Span(line.start, line.start + match.end())
    return [Region(span, RegionKind.FURNITURE, "caption with a credit", _agency_in(match[0]))]


def _agency_in(words: str) -> str | None:
    patterns = _patterns()
    parts = [fold_phrase(part) for part in re.split(r"[\s]*[-\u2010-\u2015\u0640/|:()\[\],]+[\s]*", words)]
    return next((patterns.names[part] for part in reversed(parts) if part in patterns.names), None)


@cache
def _patterns() -> _Patterns:
    agencies = [agency for language in Language for agency in load_furniture(language).agencies]
    names = {fold_phrase(form): agency.name for agency in agencies for form in agency.forms}
    forms = sorted({form for agency in agencies for form in agency.forms}, key=lambda form: (-len(form), form))
    agency = "|".join(_spelled(form) for form in forms)
    named = rf"(?P<agency>{agency})"
    end = rf"(?:{_DASH}|\s*:\s*|\s*\Z)"
    datelines = (
        ("agency in brackets", rf"(?P<place>{_PLACE}{{0,70}}?)\s*[\(\[]\s*{named}\s*[\)\]]{end}"),
        ("place in capitals", rf"(?P<place>[A-Z][A-Z .,'/-]{{2,30}})\s*\(\s*{named}\s*\)\s+"),
        ("place and agency", rf"(?P<place>{_PLACE}{{2,40}}?)(?:{_DASH}|\s*[/,،]\s*)\(?{named}\)?{end}"),
        ("agency first", rf"(?P<place>)(?P<agency>{agency})\s+[-\u2013\u2014\u0640]{{1,3}}\s*"),
        ("name in brackets", rf"(?P<place>{_PLACE}{{2,45}}?)\s*\((?P<agency>[^()\d\n]{{2,30}})\){_DASH}"),
        ("place in capitals", r"(?P<place>[A-Z]{3}[A-Z .,'-]{0,30}?)\s*(?:--|[\u2013\u2014]|\s-)\s*(?=\S)"),
    )
    picture = _PICTURE.replace("AGENCY", agency)
    return _Patterns(
        names,
        tuple((rule, re.compile(pattern)) for rule, pattern in datelines),
        re.compile(rf"(?:{picture}|{_PHOTO_WORD})\.?\Z"),
        re.compile(rf"[\(\[](?:{agency})\s+(?:Photos?|Images?)[\)\]]|{_PHOTO_WORD}"),
    )


def _spelled(form: str) -> str:
    """The pattern of an agency's name, with spaces as they come and Latin capitals free."""
    loose = re.escape(form).replace(r"\ ", r"\s?")
    return f"{loose}|{re.escape(form.lower())}|{re.escape(form.capitalize())}" if form.isascii() else loose
