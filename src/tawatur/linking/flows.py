"""Movements as rows: what, how many, from where to where, by whom, for whom, carried by what."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from tawatur.linking.groups import Group, Member
from tawatur.model import ClaimType, Location, Role, Unit
from tawatur.model.linked import Bounds, Event, Flow

__all__ = ["flow_of"]

_MOVED = (
    Unit.FIGHTERS, Unit.TROOPS, Unit.PEOPLE, Unit.DISPLACED, Unit.CIVILIANS, Unit.WEAPONS, Unit.AIRCRAFT, Unit.FLIGHTS,
    Unit.VEHICLES, Unit.SHIPS, Unit.TONNES, Unit.MONEY_USD, Unit.MONEY_EUR, Unit.MONEY_OTHER,
)  # fmt: skip
"""Units of what moves, in the order in which a row takes one."""


def flow_of(
    event: Event, group: Group, entity_of: Callable[[Member, int], str], name: Callable[[str], str]
) -> Flow | None:
    """The row of an event that moves something; None for any other.

    Args:
        event: the event, with its bounds and origins.
        group: its claims.
        entity_of: the entity of a claim's participant, by its index.
        name: the name of an entity.
    """
    moving = [member for member in group.members if member.claim.type is ClaimType.TRANSFER]
    if not moving:
        return None
    bounds = _bounds(event.bounds)

    def most(role: Role) -> str | None:
        ids = Counter(
            entity_of(member, index)
            for member in moving
            for index, participant in enumerate(member.claim.participants)
            if participant.role is role
        )
        chosen = min(ids, key=lambda id_: (-ids[id_], id_), default=None)
        return name(chosen) if chosen is not None else None

    return Flow(
        event=event.id,
        what=most(Role.OBJECT),
        low=bounds.low if bounds else None,
        high=bounds.high if bounds else None,
        unit=bounds.unit if bounds else None,
        origin=_end(moving, Role.ORIGIN),
        destination=_end(moving, Role.DESTINATION),
        by=most(Role.ACTOR),
        for_whom=most(Role.RECIPIENT),
        carrier=most(Role.VIA),
        first=event.first,
        last=event.last,
        origins=sum(origin.independent for origin in event.origins),
        claims=tuple(sorted(member.ref for member in moving)),
    )


def _bounds(bounds: Sequence[Bounds]) -> Bounds | None:
    by_unit = {b.unit: b for b in bounds}
    return next((by_unit[unit] for unit in _MOVED if unit in by_unit), None)


def _end(members: Sequence[Member], role: Role) -> Location | None:
    """The place that most claims give for one end of the way."""
    found = list(_locations(members, role))
    votes = Counter((place.entity or place.name) for place in found)
    return min(found, key=lambda p: (-votes[p.entity or p.name], p.name, p.relation is not None), default=None)


def _locations(members: Sequence[Member], role: Role) -> Iterator[Location]:
    for member in members:
        for participant in member.claim.participants:
            if participant.role is role and participant.location is not None:
                yield participant.location
