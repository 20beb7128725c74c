"""Which happenings are worth comparing: those that share a block, so that nobody compares all with all."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tawatur.linking.days import When
from tawatur.linking.happenings import BY_FORCE, Happening
from tawatur.linking.sides import is_known, side_of
from tawatur.model import Figure, Status, Unit

__all__ = ["COUNTED", "Key", "Row", "blocks_of", "count_key", "keys_of", "row_of", "without_crowds"]

COUNTED = frozenset(Unit) - {Unit.OTHER, Unit.PERCENT, Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS}
"""Units that tell one happening from another."""

_PEOPLE = frozenset((Unit.FIGHTERS, Unit.TROOPS, Unit.CIVILIANS, Unit.DISPLACED))
_CASUALTIES = frozenset((Unit.KILLED, Unit.INJURED))
_UNREAL = frozenset((Status.PLANNED, Status.HYPOTHETICAL))
_FEW, _SOME = 3, 10
_RARE = 70
_TOWN, _VILLAGE = 220, 270
_KNOWN, _DESCRIBED = 50, 30
_MOST_KEYS = 24
_WORD = " word "
_CROWD = 60


@dataclass(frozen=True, slots=True)
class Row:
    """A happening as a row of numbers and flags: what pairs are scored by beside the keys that they share.

    Attributes:
        number: its number among all, in the order of their ids.
        document: id of its report.
        family: the family of its types.
        type: its type.
        first: first day as a count of days, None where the year is unknown.
        last: last day.
        day_of_year: month * 31 + day, None where no day of a month is known.
        weekday: Monday 0.
        told: whether the claims say when, and not only the report.
        long: whether that is a stretch of time.
        latitude: where its finest place lies.
        longitude: the same.
        spots: how many places it is said to have happened at.
        actors: how many are said to have done it.
        targets: how many it is said to have been done to.
        killed: the highest count of dead.
        injured: the highest count of hurt.
        moved: the highest of the other counts.
        unreal: whether it is planned or supposed.
        denial: whether its claims deny it.
    """

    number: int
    document: str
    family: str
    type: str
    first: int | None
    last: int | None
    day_of_year: int | None
    weekday: int | None
    told: bool
    long: bool
    latitude: float | None
    longitude: float | None
    spots: int
    actors: int
    targets: int
    killed: float | None
    injured: float | None
    moved: float | None
    unreal: bool
    denial: bool


@dataclass(frozen=True, slots=True)
class Key:
    """Something that two happenings can share: a place, an actor, a count, a rare word.

    Attributes:
        number: number of the happening.
        kind: "spot", "area", "country", "actor", "target", "count" or "rare".
        key: what it is.
        weight: what sharing it weighs, in hundredths.
    """

    number: int
    kind: str
    key: str
    weight: int


def row_of(number: int, happening: Happening) -> Row:
    """The row of a happening."""
    when = happening.when or When()
    point = next(
        (p for s in happening.claims for p in s.member.places if p.latitude is not None and p.entity in s.spots), None
    )
    statuses = {s.member.claim.status in _UNREAL for s in happening.claims}
    return Row(
        number=number,
        document=happening.claims[0].member.ref.document,
        family=happening.family.value,
        type=happening.type.value,
        first=when.first.toordinal() if when.first else None,
        last=when.last.toordinal() if when.last else None,
        day_of_year=when.month * 31 + when.day if when.month is not None and when.day is not None else None,
        weekday=when.weekday,
        told=happening.told,
        long=when.long,
        latitude=point.latitude if point else None,
        longitude=point.longitude if point else None,
        spots=len(happening.spots),
        actors=sum(is_known(actor) for actor in happening.actors),
        targets=sum(is_known(target) for target in happening.targets),
        killed=_highest(happening, frozenset((Unit.KILLED,))),
        injured=_highest(happening, frozenset((Unit.INJURED,))),
        moved=_highest(happening, COUNTED - _CASUALTIES - {Unit.KILLED_OR_INJURED, Unit.STRIKES, Unit.WEAPONS}),
        unreal=statuses == {True},
        denial=happening.denial,
    )


def keys_of(number: int, happening: Happening) -> Iterator[Key]:
    """What a happening can share with others."""
    for spot in sorted(happening.spots):
        yield Key(number, "spot", spot, _VILLAGE if spot.startswith("w:") else _TOWN)
    for area in sorted(happening.areas):
        yield Key(number, "country" if area.startswith("in:") else "area", area, 1)
    for actor in sorted({side_of(actor) for actor in happening.actors}):
        yield Key(number, "actor", actor, 1)
    for target in sorted({side_of(target) for target in happening.targets}):
        yield Key(number, "target", target, _KNOWN if not target.startswith("words-") else _DESCRIBED)
    for count, weight in sorted(_counts(happening.figures).items()):
        yield Key(number, "count", count, weight)
    for word in sorted(happening.rare)[:_MOST_KEYS]:
        yield Key(number, "rare", word, _RARE)


def blocks_of(happening: Happening) -> Iterator[str]:
    """The blocks that a happening stands in: it is compared with its neighbours there."""
    family = happening.family
    for spot in sorted(happening.spots):
        yield f"{family} at {spot}"
    for word in sorted(happening.rare)[:_MOST_KEYS]:
        yield f"{family}{_WORD}{word}"
    areas = sorted(area for area in happening.areas if not area.startswith("in:")) or [""]
    for count in sorted(_counts(happening.figures)):
        for area in areas:
            yield f"{family} {count} {area}"
    actors = sorted({side_of(actor) for actor in happening.actors if is_known(actor)})
    if family not in BY_FORCE:
        for actor in actors:
            for target in sorted({side_of(t) for t in happening.targets if is_known(t)}):
                yield f"{family} {actor} to {target}"
    when = happening.when
    if when is not None and when.first is not None and not when.long:
        days = when.first.toordinal()
        for actor in (*actors, *filter(None, areas)):
            for bucket in {days // 2, (days + 1) // 2 + 1_000_000}:
                yield f"{family} {actor} on {bucket}"


def without_crowds(blocks: Iterable[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The blocks in order, without those of words that too many share to be rare.

    Args:
        blocks: block, day to sort by within it, number of the happening.
    """
    ordered = sorted(blocks)
    sizes = Counter(block for block, _, _ in ordered)
    return [row for row in ordered if sizes[row[0]] <= _CROWD or _WORD not in row[0]]


def count_key(figure: Figure) -> str:
    """What is counted and how many: fighters, troops and people that move are the same to different reports.

    >>> from tawatur.model import Found, Span
    >>> count_key(Figure(Span(0, 3), 700, 700, Unit.TROOPS, Found("made", "by hand")))
    'people 700'
    """
    unit = Unit.PEOPLE if figure.unit in _PEOPLE else figure.unit
    return f"{unit.value} {figure.low:g}" if figure.low is not None else f"{unit.value} below {figure.high:g}"


def _counts(figures: tuple[Figure, ...]) -> dict[str, int]:
    """Exact counts with what sharing them weighs: the larger, the less by chance."""
    found: dict[str, int] = {}
    for figure in figures:
        value = figure.low
        if value is None or figure.unit not in COUNTED:
            continue
        weight = 80 if value <= _FEW else 120 if value <= _SOME else 160
        found[count_key(figure)] = weight
    return found


def _highest(happening: Happening, units: frozenset[Unit]) -> float | None:
    values = [f.low if f.low is not None else f.high for f in happening.figures if f.unit in units]
    return max((value for value in values if value is not None), default=None)
