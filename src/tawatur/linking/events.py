"""Events: a cluster of happenings as a group of claims, and the group as a record."""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tawatur.linking.days import When
from tawatur.linking.groups import Group, Member
from tawatur.linking.happenings import Happening
from tawatur.linking.slots import SETTLED
from tawatur.model import ClaimType, Feature, Location, Role, Stance, Unit
from tawatur.model.linked import (
    Bounds,
    ClaimRef,
    CoursePoint,
    Event,
    EventParticipant,
    Grade,
    Origin,
    Reason,
)

__all__ = ["Parts", "event_id", "event_of", "group_of", "place_of", "span_of"]

_ID = 16
_ORDER = (Feature.SITE, Feature.BASE, Feature.AIRPORT, Feature.TOWN, Feature.FRONT, Feature.WATER, Feature.REGION,
          Feature.PROVINCE, Feature.COUNTRY)  # fmt: skip
_WHERE = frozenset((Role.PLACE, Role.DESTINATION, Role.RECIPIENT, Role.OBJECT, Role.ORIGIN))


@dataclass(frozen=True, slots=True)
class Parts:
    """What was worked out of an event besides its claims.

    Attributes:
        span: first and last day, None where nobody says.
        origins: where its claims come from.
        bounds: its figures.
        course: its figures by day.
        grade: proposed credibility.
    """

    span: tuple[dt.date, dt.date] | None
    origins: tuple[Origin, ...]
    bounds: tuple[Bounds, ...]
    course: tuple[CoursePoint, ...]
    grade: Grade | None


def group_of(happenings: Sequence[Happening], days: Mapping[str, dt.date | None], reasons: Iterable[Reason]) -> Group:
    """The claims of some happenings as one group.

    Args:
        happenings: what reports tell of one event.
        days: document -> its day.
        reasons: why they were taken for one.
    """

    def order(member: Member) -> tuple[dt.date, ClaimRef]:
        return (days.get(member.ref.document) or dt.date.max, member.ref)

    all_ = sorted((slots.member for happening in happenings for slots in happening.claims), key=order)
    members = tuple(m for m in all_ if m.claim.stance is not Stance.DENIES)
    denials = tuple(m for m in all_ if m.claim.stance is Stance.DENIES)
    return Group(event_id(all_[0].ref), _type(members or denials), members, denials, tuple(reasons))


def event_id(first: ClaimRef) -> str:
    """The id of the event whose earliest claim this is: 16 hexadecimal digits."""
    key = f"event\n{first.document}\n{first.claim}"
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:_ID]


def _type(members: Sequence[Member]) -> ClaimType:
    votes = Counter(member.claim.type for member in members)
    return min(votes, key=lambda type_: (-votes[type_], type_.value))


def span_of(happenings: Sequence[Happening]) -> tuple[dt.date, dt.date] | None:
    """First and last day of an event, from the days that its claims tell; None where none does.

    A day without its year takes the year that other reports of the event give.
    """
    told = [h.when for h in happenings if h.told and h.when is not None]
    years = {h.when.first.year for h in happenings if h.when is not None and h.when.first is not None}
    single = [day for when in told if (day := _one_day(when, years)) is not None]
    if single:
        votes = Counter(single)
        day = min(votes, key=lambda d: (-votes[d], d))
        near = [d for d in votes if abs((d - day).days) <= 1 and votes[d] * 2 >= votes[day]]
        return min(near), max(near)
    spans = [(when.first, when.last) for when in told if when.first is not None and when.last is not None]
    return (min(first for first, _ in spans), max(last for _, last in spans)) if spans else None


def _one_day(when: When, years: set[int]) -> dt.date | None:
    """The day, where a saying means one; the year from the other reports where they agree on one."""
    if when.first is not None:
        return when.first if when.first == when.last else None
    if when.month is None or when.day is None or len(years) != 1:
        return None
    try:
        return dt.date(next(iter(years)), when.month, when.day)
    except ValueError:
        return None


def event_of(group: Group, parts: Parts, entity_of: Callable[[Member, int], str], name: Callable[[str], str]) -> Event:
    """The record of an event.

    Args:
        group: its claims.
        parts: what was worked out of them.
        entity_of: the entity of a claim's participant, by its index.
        name: the name of an entity.
    """
    place = place_of(group)
    outlets = {m.report.document.outlet or m.ref.document for m in (*group.members, *group.denials)}
    return Event(
        id=group.id,
        type=group.type,
        title=_title(group, place, parts),
        first=parts.span[0] if parts.span else None,
        last=parts.span[1] if parts.span else None,
        place=place,
        participants=_participants(group, entity_of, name),
        claims=tuple(member.ref for member in group.members),
        denials=tuple(member.ref for member in group.denials),
        documents=group.documents,
        outlets=len(outlets),
        origins=parts.origins,
        bounds=parts.bounds,
        course=parts.course,
        reasons=group.reasons,
        grade=parts.grade,
    )


def place_of(group: Group) -> Location | None:
    """The finest place that no other of its fineness is named by more reports than.

    A settlement or a site stands before an area, an area before a province, a province before a country.
    """
    votes: dict[str, set[str]] = {}
    found: dict[str, list[Location]] = {}
    for member in (*group.members, *group.denials):
        for place in member.places:
            key = place.entity or place.name
            votes.setdefault(key, set()).add(member.ref.document)
            found.setdefault(key, []).append(place)
    if not found:
        return None
    most = max(map(len, votes.values()))
    firm = [key for key in found if len(votes[key]) * 3 >= most]
    chosen = min(firm, key=lambda key: (_level(found[key]), -len(votes[key]), key))
    return min(found[chosen], key=lambda p: (p.relation is not None, str(p.relation), p.name))


def _level(places: Sequence[Location]) -> int:
    """How fine a place is: a spot, something near one, an area, a province, a country."""
    feature = places[0].feature
    if feature in SETTLED:
        return 0 if any(p.relation is None for p in places) else 1
    if feature in (Feature.FRONT, Feature.REGION):
        return 2
    return 3 if feature is Feature.PROVINCE else 4


def _participants(
    group: Group, entity_of: Callable[[Member, int], str], name: Callable[[str], str]
) -> tuple[EventParticipant, ...]:
    claims: dict[tuple[Role, str], set[ClaimRef]] = {}
    for member in group.members:
        for index, participant in enumerate(member.claim.participants):
            claims.setdefault((participant.role, entity_of(member, index)), set()).add(member.ref)
    ordered = sorted(claims.items(), key=lambda item: (-len(item[1]), item[0][0].value, item[0][1]))
    return tuple(EventParticipant(role, id_, name(id_), tuple(sorted(refs))) for (role, id_), refs in ordered)


def _title(group: Group, place: Location | None, parts: Parts) -> str:
    """What, where, when and how many, as far as they are known."""
    words = group.type.value.capitalize()
    if place is not None:
        words += f" at {place.name}"
    if parts.span is not None:
        words += f", {parts.span[0].isoformat()}"
        words += f" to {parts.span[1].isoformat()}" if parts.span[1] != parts.span[0] else ""
    killed = next((b for b in parts.bounds if b.unit is Unit.KILLED and b.best is not None), None)
    return f"{words}: {killed.best:g} killed" if killed is not None else words
