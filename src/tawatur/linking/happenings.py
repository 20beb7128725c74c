"""Which claims of one report tell of one happening: its headline, its lead and what follows on them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tawatur.linking.days import Days, When
from tawatur.linking.sides import is_known
from tawatur.linking.slots import EntityIds, ReportSlots, Slots
from tawatur.model import ClaimType, Figure, Report, Stance, Unit

__all__ = ["BY_FORCE", "Family", "Happening", "clash_of_days", "family_of", "happenings_of"]

_REACH = 4
_JOINS = 2.0
_FAR_APART = 3
_HEADLINES = 3
_CURRENT = 0.5


class Family(StrEnum):
    """Kinds of happening that one and the same may be told as."""

    MOVING = "moving"
    TALKING = "talking"
    PRESSING = "pressing"
    FIGHTING = "fighting"
    COERCING = "coercing"
    WEIGHING = "weighing"


_MEMBERS = {
    Family.MOVING: (
        ClaimType.TRANSFER,
        ClaimType.MOBILIZE,
        ClaimType.RETREAT,
        ClaimType.PRESENCE,
        ClaimType.AID,
    ),
    Family.TALKING: (
        ClaimType.AGREE,
        ClaimType.CONSULT,
        ClaimType.COOPERATE,
        ClaimType.SUPPORT,
        ClaimType.CONCEDE,
    ),
    Family.PRESSING: (
        ClaimType.REQUEST,
        ClaimType.ACCUSE,
        ClaimType.REJECT,
        ClaimType.THREATEN,
        ClaimType.SANCTION,
        ClaimType.PROTEST,
    ),
    Family.FIGHTING: (ClaimType.ASSAULT,),
    Family.COERCING: (ClaimType.COERCE,),
    Family.WEIGHING: (ClaimType.ASSESS,),
}
_FAMILIES = {type_: family for family, types in _MEMBERS.items() for type_ in types}

BY_FORCE = frozenset((Family.FIGHTING, Family.COERCING))
"""Families of which a report mostly tells one happening at a time."""


def family_of(type_: ClaimType) -> Family:
    """The family of a type."""
    return _FAMILIES[type_]


@dataclass(frozen=True, slots=True)
class Happening:
    """What one report tells of one happening.

    Attributes:
        id: ids of the report and of the first of its claims.
        family: the family of its types.
        claims: the slots of its claims, in order of the text.
        when: when it happened, at the finest that the claims or the day of the report say.
        told: whether the claims themselves say when.
    """

    id: str
    family: Family
    claims: tuple[Slots, ...]
    when: When | None
    told: bool

    @property
    def type(self) -> ClaimType:
        """The type of most of its claims, the first of equals."""
        types = [slots.member.claim.type for slots in self.claims]
        return max(types, key=lambda t: (types.count(t), -types.index(t)))

    @property
    def denial(self) -> bool:
        """Whether all of its claims deny it."""
        return all(slots.member.claim.stance is Stance.DENIES for slots in self.claims)

    @property
    def spots(self) -> frozenset[str]:
        """Keys of the places it happened at."""
        return frozenset().union(*(slots.spots for slots in self.claims))

    @property
    def areas(self) -> frozenset[str]:
        """Keys of the areas around them."""
        return frozenset().union(*(slots.areas for slots in self.claims))

    @property
    def rare(self) -> frozenset[str]:
        """Its rare words."""
        return frozenset().union(*(slots.rare for slots in self.claims))

    @property
    def actors(self) -> frozenset[str]:
        """Who did it."""
        return frozenset(actor for slots in self.claims for actor in slots.member.actors)

    @property
    def targets(self) -> frozenset[str]:
        """To whom or to what."""
        return frozenset(target for slots in self.claims for target in slots.member.targets)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Its quantities, in order of the text."""
        return tuple(figure for slots in self.claims for figure in slots.member.figures)


class _Growing:
    """A happening that claims are still added to."""

    def __init__(self, first: Slots) -> None:
        self.claims = [first]
        self.spots = set(first.spots)
        self.when = first.when
        self.first = self.last = first.sentence

    def add(self, slots: Slots) -> None:
        self.claims.append(slots)
        self.spots |= slots.spots
        self.when = self.when or slots.when
        self.last = slots.sentence

    def take(self, other: "_Growing") -> None:
        """Make another a part of this one."""
        self.claims = sorted((*self.claims, *other.claims), key=lambda c: c.member.claim.trigger)
        self.spots |= other.spots
        self.when = self.when or other.when
        self.last = max(self.last, other.last)


def happenings_of(report: Report, entities: EntityIds) -> tuple[Happening, ...]:
    """The happenings that a report tells of, in order of the text.

    Args:
        report: the report.
        entities: who is who.
    """
    reader = ReportSlots(report, entities)
    growing: dict[Family, list[_Growing]] = {}
    for claim in sorted(report.claims, key=lambda c: (c.trigger, c.type)):
        slots = reader.of(claim)
        open_ = growing.setdefault(family_of(claim.type), [])
        fitting = [
            (score, n) for n, g in enumerate(open_) if (score := _fits(g, slots, reader.days.published)) >= _JOINS
        ]
        if fitting:
            open_[max(fitting, key=lambda pair: (pair[0], open_[pair[1]].last, pair[1]))[1]].add(slots)
        else:
            open_.append(_Growing(slots))
    growing[Family.MOVING] = _one_movement(growing.get(Family.MOVING, []))
    found = [_finished(family, g, reader.days) for family, all_ in growing.items() for g in all_]
    return tuple(sorted(found, key=lambda h: h.claims[0].member.claim.trigger))


def _one_movement(growing: Sequence[_Growing]) -> list[_Growing]:
    """Movements to one place that sources of one report count differently, close to each other, as one."""
    found: list[_Growing] = []
    for each in growing:
        fitting = next((g for g in reversed(found) if _moves_alike(g, each)), None)
        if fitting is None:
            found.append(each)
        else:
            fitting.take(each)
    return found


def _moves_alike(one: _Growing, other: _Growing) -> bool:
    if not one.spots & other.spots or other.first - one.last > _REACH // 2:
        return False
    if one.when is not None and other.when is not None and clash_of_days(one.when, other.when):
        return False
    doers = [{a for c in g.claims for a in c.member.actors if is_known(a)} for g in (one, other)]
    return not (doers[0] and doers[1]) or bool(doers[0] & doers[1])


def _finished(family: Family, growing: _Growing, days: Days) -> Happening:
    ref = growing.claims[0].member.ref
    when = growing.when or days.published
    return Happening(f"{ref.document} {ref.claim}", family, tuple(growing.claims), when, growing.when is not None)


def _fits(growing: _Growing, slots: Slots, published: When | None) -> float:
    """How well a claim goes on with a happening; below zero where it cannot."""
    if slots.when is not None and growing.when is not None and clash_of_days(slots.when, growing.when):
        return -1.0
    recalls = slots.when is not None and published is not None and clash_of_days(slots.when, published)
    if recalls and growing.when is None and growing.last > _HEADLINES:
        return -1.0
    if slots.spots and growing.spots and not slots.spots & growing.spots:
        return -1.0
    if _counts_clash(growing.claims, slots):
        return -1.0
    near = slots.sentence - growing.last <= _REACH
    force = family_of(slots.member.claim.type) in BY_FORCE
    score = 2.0 if slots.spots & growing.spots else 0.0
    recalled = growing.when is not None and published is not None and clash_of_days(growing.when, published)
    score += 0.0 if slots.when is not None or recalled else _CURRENT
    if force:
        return score + (2.0 if near else 0.0)
    return score + _likeness(growing.claims, slots, near)


def _likeness(claims: Sequence[Slots], slots: Slots, near: bool) -> float:
    """How much of who and what a claim shares with the claims of a happening of words or movement."""
    claim = slots.member.claim
    types = {c.member.claim.type for c in claims}
    actors = {a for c in claims for a in c.member.actors}
    targets = {t for c in claims for t in c.member.targets}
    moving = family_of(claim.type) is Family.MOVING
    score = 1.0 if claim.type in types else 0.0 if moving else -1.0
    for mine, theirs, apart in ((slots.member.actors, actors, -2.0), (slots.member.targets, targets, -1.0)):
        if theirs.intersection(mine):
            score += 1.0
        elif any(map(is_known, mine)) and any(map(is_known, theirs)):
            score += apart
    if moving and slots.sentence == claims[-1].sentence and _completes(claims, slots):
        score += _JOINS
    return score if near or score >= _FAR_APART else 0.0


def _completes(claims: Sequence[Slots], slots: Slots) -> bool:
    """Whether one says how many and the other where: 'the 700 who were trained are in the town'."""
    counted, placed = any(c.member.figures for c in claims), any(c.spots for c in claims)
    return (counted and not placed and not slots.member.figures and bool(slots.spots)) or (
        placed and not counted and not slots.spots and bool(slots.member.figures)
    )


def _counts_clash(claims: Sequence[Slots], slots: Slots) -> bool:
    """Whether the counts are too far apart for one happening as one report tells it."""
    for figure in slots.member.figures:
        if figure.unit in (Unit.OTHER, Unit.STRIKES, Unit.WEAPONS):
            continue
        same = [f for c in claims for f in c.member.figures if f.unit is figure.unit]
        if same and all(_apart(figure, f) for f in same):
            return True
    return False


def _apart(one: Figure, other: Figure) -> bool:
    low = max(_low(one), _low(other))
    high = min(_high(one), _high(other))
    return low > high * _FAR_APART and low - high > _FAR_APART


def _low(figure: Figure) -> float:
    return figure.low if figure.low is not None else 0.0


def _high(figure: Figure) -> float:
    if figure.high is not None:
        return figure.high
    return (figure.low or 0.0) * 2


def clash_of_days(one: When, other: When) -> bool:
    """Whether two sayings of when cannot be one day or overlapping days.

    >>> clash_of_days(When(weekday=6), When(month=2, day=27))
    False
    """
    if one.first is not None and one.last is not None and other.first is not None and other.last is not None:
        gap = max(one.first, other.first) - min(one.last, other.last)
        return gap > dt.timedelta(days=1) or one.long != other.long
    if one.month is not None and other.month is not None and one.day is not None and other.day is not None:
        apart = abs((one.month * 31 + one.day) - (other.month * 31 + other.day))
        return min(apart, 12 * 31 - apart) > 1
    if one.weekday is not None and other.weekday is not None:
        return (one.weekday - other.weekday) % 7 not in (0, 1, 6)
    return one.long != other.long and (one.first is not None) == (other.first is not None)
