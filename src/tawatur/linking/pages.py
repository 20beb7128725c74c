"""The running words of documents as numbers, what two of them share, and what stands in quotation marks."""

import datetime as dt
import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tawatur.lexicon.spelling import fold
from tawatur.linking.fingerprints import SHINGLE, code, shingles
from tawatur.model import Document, Report, Span

__all__ = ["Page", "Shared", "in_order", "pages", "runs", "share"]

_WORD = re.compile(r"[\w\u064b-\u065f\u0670]+")
_QUOTED = re.compile(r"[«“„\"]([^«»“”„\"\n]{20,2000})[»”\"]")
_RUN = 8
"""Fewer shared words on end are what everybody writes ('the Syrian Observatory for Human Rights said')."""


@dataclass(frozen=True, slots=True)
class Page:
    """The words of one document that are its own: no furniture, no signatures.

    Attributes:
        report: the report.
        codes: a number for each folded word.
        starts: offset of each word.
        ends: offset after each word.
        hashes: its shingles.
        quoted: the words inside quotation marks, as bits.
    """

    report: Report
    codes: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]
    hashes: Sequence[int]
    quoted: int

    @property
    def document(self) -> Document:
        """The document."""
        return self.report.document

    def spans(self, words: int) -> tuple[Span, ...]:
        """Where the words of a row of bits stand, neighbours as one span."""
        return tuple(Span(self.starts[first], self.ends[last - 1]) for first, last in runs(words))

    def bits(self, spans: Iterable[Span]) -> int:
        """The words that lie in some spans, as bits."""
        found = 0
        for span in spans:
            first, last = bisect_left(self.starts, span.start), bisect_right(self.ends, span.end)
            if last > first:
                found |= ((1 << (last - first)) - 1) << first
        return found


@dataclass(frozen=True, slots=True)
class Shared:
    """The words that two pages have in common, as bits: of the one and of the other."""

    left: int
    right: int


def in_order(reports: Iterable[Report]) -> list[Report]:
    """The reports by date and id, undated ones last; of several with one id the first by content."""
    found: dict[str, Report] = {}
    for report in reports:
        held = found.setdefault(report.document.id, report)
        if held is not report and report.document.text < held.document.text:
            found[report.document.id] = report
    return sorted(found.values(), key=lambda r: (r.document.date or dt.date.max, r.document.id))


def pages(reports: Sequence[Report]) -> list[Page]:
    """The page of each report."""
    known: dict[str, int] = {}
    return [_page(report, known) for report in reports]


def _page(report: Report, known: dict[str, int]) -> Page:
    document = report.document
    codes, starts, ends = array("I"), array("I"), array("I")
    for first, last in _own(document):
        for match in _WORD.finditer(document.text, first, last):
            word = match[0]
            value = known.get(word)
            if value is None:
                value = known[word] = code(fold(word))
            start, end = match.span()
            codes.append(value)
            starts.append(start)
            ends.append(end)
    quoted = 0
    marks = [match.span(1) for match in _QUOTED.finditer(document.text)]
    at = 0
    for number, start in enumerate(starts):
        while at < len(marks) and marks[at][1] <= start:
            at += 1
        if at < len(marks) and marks[at][0] <= start:
            quoted |= 1 << number
    return Page(report, codes, starts, ends, shingles(codes), quoted)


def _own(document: Document) -> Iterator[tuple[int, int]]:
    """The stretches of a text between its regions."""
    at = 0
    for region in document.regions:
        if region.span.start > at:
            yield at, region.span.start
        at = max(at, region.span.end)
    if at < len(document.text):
        yield at, len(document.text)


def share(left: Page, right: Page) -> Shared:
    """What two pages have in common, in runs of eight words or more."""
    common = set(left.hashes).intersection(right.hashes)
    return Shared(_covered(left.hashes, common), _covered(right.hashes, common))


def _covered(hashes: Sequence[int], common: set[int]) -> int:
    """The words of the shingles that are common, where they make runs long enough, as bits."""
    bits = 0
    first = last = -1
    for at, value in enumerate(hashes):
        if value not in common:
            continue
        if at > last:
            if last - first >= _RUN:
                bits |= ((1 << (last - first)) - 1) << first
            first = at
        last = at + SHINGLE
    if last - first >= _RUN:
        bits |= ((1 << (last - first)) - 1) << first
    return bits


def runs(words: int) -> list[tuple[int, int]]:
    """The runs of set bits, lowest first, each as first and after its last.

    >>> runs(0b110111)
    [(0, 3), (4, 6)]
    """
    text = bin(words)[:1:-1]
    borders = [at for at, (one, other) in enumerate(pairwise(f"0{text}0")) if one != other]
    return list(zip(borders[::2], borders[1::2]))
