"""Low, best and high of an event under a named policy, and its figures by day."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tawatur.linking.groups import Group, Member
from tawatur.model import Figure, Unit
from tawatur.model.linked import Bounds, ClaimRef, CoursePoint, Policy

__all__ = ["POLICIES", "Count", "bounds_of", "counts_of", "course_of"]

INFERRED = "figures"
"""Stage of the figures that linking itself counted from a singular."""

_UNCOUNTED = frozenset((Unit.OTHER, Unit.PERCENT, Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS, Unit.KILOMETRES))
_TWO = 2
_NEAR = 1 / 3

OriginsOf = Callable[[ClaimRef], frozenset[str]]
"""Ids of the origins that a claim comes down to."""


@dataclass(frozen=True, slots=True)
class Count:
    """What one document, resting on one source, gives for one unit.

    Attributes:
        unit: what is counted.
        low: the least that its words allow.
        high: the most; None where they set no upper bound.
        claim: the claim.
        day: day of the report, None where it is unknown.
        inferred: whether it was counted from a singular.
    """

    unit: Unit
    low: float
    high: float | None
    claim: ClaimRef
    day: dt.date | None
    inferred: bool

    @property
    def most(self) -> float:
        """The upper bound, the lower one where there is none."""
        return self.high if self.high is not None else self.low


def counts_of(group: Group, days: Mapping[str, dt.date | None]) -> tuple[Count, ...]:
    """The counts of an event: of one document and one source the whole, not the parts that it names besides.

    "Thirteen, six of them children" is thirteen. What was counted from a singular stands back where the same
    document gives a number.

    Args:
        group: the event.
        days: document -> its day.
    """
    best: dict[tuple[str, str, Unit], Count] = {}
    numbered: set[tuple[str, Unit]] = set()
    for member in group.members:
        for figure in member.figures:
            if figure.unit in _UNCOUNTED or (figure.low is None and figure.high is None):
                continue
            count = _count(member, figure, days.get(member.ref.document))
            if not count.inferred:
                numbered.add((member.ref.document, figure.unit))
            key = (member.ref.document, _source(member), figure.unit)
            kept = best.get(key)
            if kept is None or (kept.inferred, -kept.low) > (count.inferred, -count.low):
                best[key] = count
    found = [c for c in best.values() if not (c.inferred and (c.claim.document, c.unit) in numbered)]
    return tuple(sorted(found, key=lambda c: (c.unit, c.day or dt.date.max, c.claim, c.low)))


def _count(member: Member, figure: Figure, day: dt.date | None) -> Count:
    low = figure.low if figure.low is not None else 0.0
    return Count(figure.unit, low, figure.high, member.ref, day, figure.found.stage == INFERRED)


def _source(member: Member) -> str:
    return " / ".join(source.entity or source.name for source in member.claim.chain)


def bounds_of(counts: Sequence[Count], policy: Policy, origins_of: OriginsOf) -> tuple[Bounds, ...]:
    """Low, best and high of each unit, every bound with the claim that it comes from.

    Args:
        counts: the counts of the event.
        policy: how they are chosen.
        origins_of: where a claim comes from.
    """
    by_unit: dict[Unit, list[Count]] = {}
    for count in counts:
        by_unit.setdefault(count.unit, []).append(count)
    return tuple(_bounds(unit, found, policy, origins_of) for unit, found in sorted(by_unit.items()))


def _bounds(unit: Unit, counts: Sequence[Count], policy: Policy, origins_of: OriginsOf) -> Bounds:
    low, best, high = POLICIES[policy](counts, origins_of)
    return Bounds(unit, policy, low.low, best.low, high.high, low.claim, best.claim, high.claim)


Chosen = tuple[Count, Count, Count]


def conservative(counts: Sequence[Count], origins_of: OriginsOf) -> Chosen:
    """The lowest count is the best; one that a document alone gives counts where it lies near one that two give."""
    del origins_of
    shared = [c for c in counts if len({o.claim.document for o in counts if _meet(c, o)}) >= _TWO]
    near = [c for c in counts if any(abs(c.low - o.low) <= _NEAR * o.low and c.most <= o.most * 2 for o in shared)]
    return _lowest_best(near or counts)


def whole_range(counts: Sequence[Count], origins_of: OriginsOf) -> Chosen:
    """All that is claimed, from the lowest to the highest, the middle one as the best."""
    del origins_of
    ordered = sorted(counts, key=_size)
    return ordered[0], ordered[(len(ordered) - 1) // 2], max(counts, key=lambda c: (c.most, _size(c)))


def latest(counts: Sequence[Count], origins_of: OriginsOf) -> Chosen:
    """What the reports of the last day give."""
    del origins_of
    days = [c.day for c in counts if c.day is not None]
    last = [c for c in counts if not days or c.day == max(days)]
    return _lowest_best(last)


def most_origins(counts: Sequence[Count], origins_of: OriginsOf) -> Chosen:
    """The count that the most independent origins give is the best; low and high are all that is claimed."""
    support = {id(c): frozenset().union(*(origins_of(o.claim) for o in counts if o.low == c.low)) for c in counts}
    best = min(counts, key=lambda c: (-len(support[id(c)]), _size(c)))
    low, _, high = whole_range(counts, origins_of)
    return low, best, high


POLICIES: Mapping[Policy, Callable[[Sequence[Count], OriginsOf], Chosen]] = {
    Policy.CONSERVATIVE: conservative,
    Policy.RANGE: whole_range,
    Policy.LATEST: latest,
    Policy.MOST_ORIGINS: most_origins,
}
"""Each policy; its docstring is its rule."""


def _lowest_best(counts: Sequence[Count]) -> Chosen:
    low = min(counts, key=_size)
    return low, low, max(counts, key=lambda c: (c.most, c.claim))


def _meet(one: Count, other: Count) -> bool:
    """Whether two counts allow one number."""
    return max(one.low, other.low) <= min(one.most, other.most)


def _size(count: Count) -> tuple[float, ClaimRef]:
    return (count.low, count.claim)


def course_of(counts: Sequence[Count]) -> tuple[CoursePoint, ...]:
    """The counts of reports whose day is known, by day; a count repeated on the same day stands once."""
    seen: dict[tuple[dt.date, Unit, float, float | None], CoursePoint] = {}
    for count in sorted(counts, key=lambda c: (c.day or dt.date.max, c.unit, c.low, c.claim)):
        if count.day is not None:
            point = CoursePoint(count.day, count.unit, count.low, count.high, count.claim)
            seen.setdefault((count.day, count.unit, count.low, count.high), point)
    return tuple(seen.values())
