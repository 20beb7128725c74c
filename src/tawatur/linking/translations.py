"""Which documents repeat one in another language: the same figures, names and days in the same order."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawatur.lexicon.entries import NameKind
from tawatur.linking.fingerprints import code, pairs
from tawatur.linking.known import Known, load_known
from tawatur.model import Report, Span

__all__ = ["Alignment", "Side", "translated"]

_NUMBER = re.compile(r"(?<![\w.,-])\d{1,3}(?:[.,\u066b\u066c\u00a0 ]\d{3})+(?!\d)|(?<![\w.,-])\d+(?![\w-])")
_NEAR = 3
"""Days within which a text is translated."""

_SLACK = 4
"""How far the order of words of another language may shift an anchor against its neighbours."""

_MORE, _LESS, _ENOUGH, _FIGURES = 0.55, 0.35, 7.0, 3
"""What a translation has in common with its original: of the one, of the other, in all, telling figures of it.
An abridged one lacks some of its original."""

_NEARLY_ALL, _SHORT, _FEW = 0.75, 5.0, 2
"""A short text has less in common in all, but then nearly everything."""

_LEAST_KEYS = 3
_YEARS = range(1900, 2101)
_SMALL, _LONGEST = 10, 15
_FIGURE, _NAME = "figure", "name"


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
    for left, right in pairs((_keys(row) for row in rows), _LEAST_KEYS):
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
    """What two translations are bound to share: a telling figure with an anchor near it."""
    found = set()
    for at, anchor in enumerate(row):
        if anchor.key[0] == _FIGURE and anchor.weight >= 1:
            for beside in row[max(0, at - 2) : at + 3]:
                if beside.key != anchor.key:
                    both = sorted((anchor.key, beside.key))
                    found.add(code("\n".join(word for key in both for word in key)))
    return found


# -- anchors ----------------------------------------------------------------------------------------


def _anchors(report: Report, known: Known) -> list[_Anchor]:
    """What the claims and the digits of a report hold on to, in order of the text, each place once."""
    taken: dict[tuple[str, Span], _Anchor] = {}
    for anchor in _of_claims(report, known):
        taken.setdefault((anchor.key[0], anchor.span), anchor)
    covered = {at for kind, span in taken if kind != _NAME for at in range(span.start, span.end)}
    for anchor in _of_digits(report):
        if anchor.span.start not in covered and anchor.span.end - 1 not in covered:
            taken.setdefault((anchor.key[0], anchor.span), anchor)
    return sorted(taken.values(), key=lambda anchor: (anchor.span, anchor.key))


def _of_claims(report: Report, known: Known) -> Iterator[_Anchor]:
    for claim in report.claims:
        for figure in claim.figures:
            words = f"{_plain(figure.low)}-{_plain(figure.high)}"
            shown = _plain(figure.low if figure.low is not None else figure.high)
            yield _Anchor(figure.span, (_FIGURE, words), shown, _telling(figure.low or figure.high or 0))
        if claim.period is not None:
            days = f"{claim.period.first} {claim.period.last}"
            yield _Anchor(claim.period.span, ("day", days), str(claim.period.first), 0.7)
        named = [(one.entity, one.span) for one in claim.chain] + [(one.entity, one.span) for one in claim.participants]
        for entity, span in named:
            name = known.names.get(entity) if entity is not None else None
            if name is not None:
                weight = 0.4 if name.kind in (NameKind.COUNTRY, NameKind.STATE) else 1.0
                yield _Anchor(span, (_NAME, name.entity), name.english, weight)


def _of_digits(report: Report) -> Iterator[_Anchor]:
    text = report.document.text
    for match in _NUMBER.finditer(text):
        digits = "".join(str(unicodedata.digit(c)) for c in match[0] if c.isdigit())
        value = float(digits[:_LONGEST])
        shown = _plain(value)
        yield _Anchor(Span(*match.span()), (_FIGURE, f"{shown}-{shown}"), shown, _telling(value))


def _plain(value: float | None) -> str:
    return "" if value is None else f"{value:.15g}"


def _telling(value: float) -> float:
    """How much it says that two texts share a figure: little for a small one, or a year."""
    if value in _YEARS:
        return 0.4
    return 0.5 if value <= _SMALL else 1.5


# -- alignment --------------------------------------------------------------------------------------


def _aligned(left: int, right: int, one: Sequence[_Anchor], other: Sequence[_Anchor]) -> Alignment | None:
    """The two rows laid beside each other; None where they have too little in common."""
    matches = _in_order(_matches(one, other))
    mine, theirs = [one[at] for at, _ in matches], [other[at] for _, at in matches]
    weight = sum(anchor.weight for anchor in mine)
    shares = sorted((weight / _weight(one), weight / _weight(other)))
    figures = {anchor.key for anchor in mine if anchor.key[0] == _FIGURE and anchor.weight >= 1}
    much = weight >= _ENOUGH and len(figures) >= _FIGURES and shares[0] >= _LESS and shares[1] >= _MORE
    if not much and not (weight >= _SHORT and len(figures) >= _FEW and shares[0] >= _NEARLY_ALL):
        return None
    words = ", ".join(dict.fromkeys(anchor.shown for anchor in mine))
    return Alignment(left, right, _side(mine, one), _side(theirs, other), words)


def _weight(row: Sequence[_Anchor]) -> float:
    return sum(anchor.weight for anchor in row) or 1.0


def _side(matched: Sequence[_Anchor], row: Sequence[_Anchor]) -> Side:
    return Side(_weight(matched) / _weight(row), tuple(dict.fromkeys(anchor.span for anchor in matched)))


def _matches(one: Sequence[_Anchor], other: Sequence[_Anchor]) -> list[tuple[int, int, float]]:
    """Each anchor with the same one of the other row, the first with the first, the second with the second."""
    places: dict[tuple[str, str], list[int]] = {}
    for at in range(len(other) - 1, -1, -1):
        places.setdefault(other[at].key, []).append(at)
    found = []
    for at, anchor in enumerate(one):
        there = places.get(anchor.key)
        if there:
            found.append((at, there.pop(), anchor.weight))
    return found


def _in_order(matches: Sequence[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """The weightiest chain of matches that keeps the order, up to what the order of words shifts."""
    best: list[tuple[float, int]] = []
    for number, (_, there, weight) in enumerate(matches):
        before = max(
            ((best[k][0], -k) for k in range(number) if matches[k][1] <= there + _SLACK),
            default=(0.0, 1),
        )
        best.append((before[0] + weight, -before[1] if before[1] <= 0 else -1))
    at = max(range(len(best)), key=lambda k: (best[k][0], -k), default=-1)
    chain = []
    while at >= 0:
        chain.append(matches[at][:2])
        at = best[at][1]
    return chain[::-1]
