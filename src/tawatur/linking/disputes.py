"""What the claims of one event cannot agree on: figures, who did it, where, when, whether it happened."""

import datetime as dt
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tawatur.linking.figures import Count
from tawatur.linking.groups import Group, Member
from tawatur.linking.sides import is_known, side_of
from tawatur.model import ClaimType, Unit
from tawatur.model.linked import ClaimRef, Dispute, DisputeKind, DisputeSide

__all__ = ["disputes_of"]

_BLAMED = frozenset((ClaimType.ASSAULT, ClaimType.COERCE))
_APART_KM = 15.0
_KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class _Case:
    """An event with what its disputes are read from."""

    group: Group
    counts: Sequence[Count]
    name: Callable[[str], str]


def disputes_of(group: Group, counts: Sequence[Count], name: Callable[[str], str]) -> tuple[Dispute, ...]:
    """The disputes of an event.

    Args:
        group: the event.
        counts: its counts.
        name: the name of an entity.
    """
    case = _Case(group, counts, name)
    found = (*_figures(case), _actor(case), _place(case), _day(case), _happened(case))
    return tuple(dispute for dispute in found if dispute is not None)


def _figures(case: _Case) -> Iterable[Dispute | None]:
    """Counts of one unit that no number satisfies, unless they grow from day to day."""
    by_unit: dict[Unit, list[Count]] = {}
    for count in case.counts:
        by_unit.setdefault(count.unit, []).append(count)
    for unit, counts in sorted(by_unit.items()):
        bottom = min((count.high for count in counts if count.high is not None), default=math.inf)
        if max(count.low for count in counts) <= bottom or _grows(counts):
            continue
        sides: dict[str, list[ClaimRef]] = {}
        for count in sorted(counts, key=lambda c: (c.low, c.most, c.claim)):
            sides.setdefault(_value(count), []).append(count.claim)
        if len(sides) > 1:
            yield _dispute(case, DisputeKind.FIGURE, sides, f"{unit.value}: {' or '.join(sides)}")


def _grows(counts: Sequence[Count]) -> bool:
    """Whether each day's counts agree among themselves and none falls below those of the day before."""
    if any(count.day is None for count in counts):
        return False
    by_day: dict[dt.date, list[Count]] = {}
    for count in counts:
        if count.day is not None:
            by_day.setdefault(count.day, []).append(count)
    days = sorted(by_day)
    agree = all(max(c.low for c in by_day[d]) <= min(c.most for c in by_day[d]) for d in days)
    rising = all(max(c.low for c in by_day[a]) <= max(c.most for c in by_day[b]) for a, b in pairwise(days))
    return len(days) > 1 and agree and rising


def _value(count: Count) -> str:
    if count.high is None:
        return f"{count.low:g} or more"
    return f"{count.low:g}" if count.low == count.high else f"{count.low:g} to {count.high:g}"


def _actor(case: _Case) -> Dispute | None:
    """Sides that are blamed by different claims and never together."""
    if case.group.type not in _BLAMED:
        return None
    blamed: dict[str, list[ClaimRef]] = {}
    together: set[frozenset[str]] = set()
    names: dict[str, str] = {}
    for member in case.group.members:
        sides = sorted({side_of(actor) for actor in member.actors if is_known(actor)})
        together.add(frozenset(sides))
        for side in sides:
            blamed.setdefault(side, []).append(member.ref)
        for actor in member.actors:
            names.setdefault(side_of(actor), case.name(actor))
    alone = [side for side in blamed if not any(side in t and len(t) > 1 for t in together)]
    if len(alone) < 2:
        return None
    values = {names[side]: blamed[side] for side in sorted(alone)}
    return _dispute(case, DisputeKind.ACTOR, values, f"blamed: {' or '.join(values)}")


def _place(case: _Case) -> Dispute | None:
    """Places that lie apart, each the finest of claims that do not name the other."""
    told: dict[str, tuple[float, float, list[ClaimRef]]] = {}
    for member in case.group.members:
        place = next((p for p in member.places if p.latitude is not None and p.relation is None), None)
        if place is not None and place.latitude is not None and place.longitude is not None:
            told.setdefault(place.name, (place.latitude, place.longitude, []))[2].append(member.ref)
    documents = {name: {ref.document for ref in refs} for name, (_, _, refs) in told.items()}
    apart = [
        name
        for name in sorted(told)
        if any(_km(told[name], told[other]) > _APART_KM and not documents[name] & documents[other] for other in told)
    ]
    if len(apart) < 2:
        return None
    values = {name: told[name][2] for name in apart}
    return _dispute(case, DisputeKind.PLACE, values, f"place: {' or '.join(values)}")


def _km(one: tuple[float, float, object], other: tuple[float, float, object]) -> float:
    return math.hypot(one[0] - other[0], one[1] - other[1]) * _KM_PER_DEGREE


def _day(case: _Case) -> Dispute | None:
    """Single days that differ."""
    days: dict[str, list[ClaimRef]] = {}
    for member in case.group.members:
        if member.period is not None and member.period.first == member.period.last:
            days.setdefault(member.period.first.isoformat(), []).append(member.ref)
    if len(days) < 2:
        return None
    values = {day: days[day] for day in sorted(days)}
    return _dispute(case, DisputeKind.DAY, values, f"day: {' or '.join(values)}")


def _happened(case: _Case) -> Dispute | None:
    """Some say that it happened, some deny it."""
    if not case.group.members or not case.group.denials:
        return None
    values = {"happened": _refs(case.group.members), "did not happen": _refs(case.group.denials)}
    return _dispute(case, DisputeKind.HAPPENED, values, "some say that it happened, others deny it")


def _refs(members: Sequence[Member]) -> list[ClaimRef]:
    return [member.ref for member in members]


def _dispute(case: _Case, kind: DisputeKind, values: Mapping[str, Sequence[ClaimRef]], words: str) -> Dispute:
    sides = tuple(DisputeSide(value, tuple(sorted(set(refs)))) for value, refs in values.items())
    return Dispute(case.group.id, kind, sides, words)
