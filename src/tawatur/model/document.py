"""One report as received."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from tawatur.model.span import Span


class Language(StrEnum):
    """The languages that are read."""

    AR = "ar"
    FR = "fr"
    EN = "en"


class RegionKind(StrEnum):
    """Parts of a text that are no report of the outlet's own."""

    FURNITURE = "furniture"
    BYLINE = "byline"
    CREDIT = "credit"
    DATELINE = "dateline"


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a document's text that is not read for claims, and why.

    Attributes:
        span: where it stands.
        kind: what it is.
        rule: what recognised it.
        name: for a byline, a credit or a dateline, the agency, outlet or person named, else None.
    """

    span: Span
    kind: RegionKind
    rule: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One report: a fixed text and what is known about it.

    Attributes:
        id: the one given with it, or derived from the content.
        text: the text that every offset counts in; for a plain file the file as decoded, unchanged
            but for a leading byte order mark; for a page the text taken out of it.
        language: the language of most of its text.
        date: day of publication; None where nobody says.
        outlet: name of the outlet as given or as the page states it; None where nobody says.
        title: where the headline stands in the text; None where there is none.
        regions: parts that are not read for claims, in order, without overlap.
        origin: where the bytes came from, for people: a path, ``-``, or a line of a JSON Lines file.
        sha256: hash of the bytes received, in hexadecimal; None where only text was given.
        date_found: what gave the date ("given", "meta tag article:published_time", "dateline", ...).
        dateline: the day that stands before the first sentence of the text, where one does; periods are
            counted from it, since it may differ from the day given with the report.
    """

    id: str
    text: str
    language: Language
    date: dt.date | None = None
    outlet: str | None = None
    title: Span | None = None
    regions: tuple[Region, ...] = ()
    origin: str | None = None
    sha256: str | None = None
    date_found: str | None = None
    dateline: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A report that could not be read: the row that stands in its place.

    Attributes:
        origin: where it came from, for people.
        stage: the room that gave up: "intake" or "reading".
        reason: what was wrong and what can be done, in one sentence.
    """

    origin: str
    stage: str
    reason: str
