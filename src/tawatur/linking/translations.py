"""Which documents repeat one in another language: the same figures, names and days in the same order."""

import datetime as dt
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawatur.lexicon.entries import NameKind
from tawatur.linking.fingerprints import pairs
from tawatur.linking.known import Known, load_known
from tawatur.model import Report, Span

__all__ = ["Alignment", "Side", "translated"]

_NUMBER = re.compile(r"(?<![\w.,-])\d{1,3}(?:[.,\u066b\u066c\u00a0 ]\d{3})+(?!\d)|(?<![\w.,-])\d+(?![\w-])")
_NEAR = 3
"""Days within which a text is translated."""

_SLACK = 4
"""How far the order of words of another language may shift an anchor against its neighbours."""

_SHARE, _OTHER_SHARE, _WEIGHT, _FIGURES = 0.6, 0.4, 8.0, 3
"""What a translation must have in common with its original: of the one, of the other, in all, different figures."""

_YEARS = range(1900, 2101)
_ROUND = 10


@dataclass(frozen=True, slots=True)
class Side:
    """What one document of a pair has in common with the other: share of its anchors, and where they stand."""

    share: float
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two documents, by number, that tell the same in the same order, with what they have in common."""

    left: int
    right: int
    left_side: Side
    right_side: Side
    words: str


@dataclass(frozen=True, slots=True)
class _Anchor:
    """Something in a text that stays the same in another language."""

    span: Span
    key: tuple[str, str]
    shown: str
    weight: float


def translated(reports: Sequence[Report]) -> list[Alignment]:
    """The pairs of documents in different languages of which one can be the other's translation.

    Two reports on one happening share its toll and its place; a translation has all figures, names
    and days of its original, in their order. So at least three different figures must agree, and
    most of what the shorter of the two holds.

    Args:
        reports: in a fixed order, by date.
    """
    known = load_known()
    rows = [_anchors(report, known) for report in reports]
    found = []
    for left, right in pairs((_keys(row) for row in rows), 2):
        one, other = reports[left].document, reports[right].document
        if one.language is other.language or _days(one.date, other.date) > _NEAR:
            continue
        alignment = _aligned(left, right, rows[left], rows[right])
        if alignment is not None:
            found.append(alignment)
    return found


def _days(one: dt.date | None, other: dt.date | None) -> int:
    return abs((one - other).days) if one is not None and other is not None else 0


def _keys(row: Sequence[_Anchor]) -> set[int]:
    """What two translations are bound to share: a figure with the anchor next to it, either way round."""
    found = set()
    for at, anchor in enumerate(row):
        if anchor.key[0] == "figure" and anchor.weight >= 1:
            for beside in row[max(0, at - 2) : at + 3]:
                if beside.key != anchor.key:
                    found.add(hash_of(tuple(sorted((anchor.key, beside.key)))))
    return found


def hash_of(parts: tuple[tuple[str, str], ...]) -> int:
    """A number for some keys, the same on every machine."""
    return _crc("\n".join(word for part in parts for word in part))


def _anchors(report: Report, known: Known) -> list[_Anchor]:
    """What the claims and the digits of a report hold on to, in order of the text, each place once."""
    found: dict[Span, _Anchor] = {}
    for anchor in (*_of_claims(report, known), *_of_digits(report)):
        if not any(held.span.touches(anchor.span) and held.key[0] == anchor.key[0] for held in found.values()):
            found[anchor.span] = anchor
    return sorted(found.values(), key=lambda a: (a.span, a.key))
