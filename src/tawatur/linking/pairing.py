"""What speaks for two happenings being one and what against, with its weight and its words."""

from collections.abc import Callable, Mapping

from tawatur.linking.candidates import COUNTED, count_key
from tawatur.linking.days import When
from tawatur.linking.happenings import Happening
from tawatur.linking.sides import side_of
from tawatur.linking.tables import Edge
from tawatur.model import Role
from tawatur.model.linked import Reason

__all__ = ["FEATURES", "LEAST", "WEIGHTS", "reasons"]

LEAST = 300
"""The sum, in hundredths, from which two happenings are taken for one."""

_FEW = 5
_DOERS = frozenset((Role.ACTOR,))
_OTHERS = frozenset((Role.RECIPIENT, Role.OBJECT))

Feature = Callable[[Happening, Happening], str]


def same_spot(left: Happening, right: Happening) -> str:
    """Both are said to have happened at the same place."""
    return _list(left.spots & right.spots)


def near_spot(left: Happening, right: Happening) -> str:
    """Their places lie within a few kilometres of each other."""
    return f"{_list(left.spots)} near {_list(right.spots)}"


def other_spot(left: Happening, right: Happening) -> str:
    """They are said to have happened at different places."""
    return f"{_list(left.spots)} against {_list(right.spots)}"


def same_area(left: Happening, right: Happening) -> str:
    """Both happened in the same province or region."""
    return _list({area for area in left.areas & right.areas if not area.startswith("in:")})


def same_day(left: Happening, right: Happening) -> str:
    """Both say that it happened on the same days."""
    return _when(left.when or right.when)


def next_day(left: Happening, right: Happening) -> str:
    """The days that they give follow on each other."""
    return f"{_when(left.when)} and {_when(right.when)}"


def near_publication(left: Happening, right: Happening) -> str:
    """One gives no day, and its report came out within days of the other."""
    return f"{_when(left.when)} and {_when(right.when)}, not both told"


def other_day(left: Happening, right: Happening) -> str:
    """The days that they give lie apart."""
    return f"{_when(left.when)} against {_when(right.when)}"


def same_date(left: Happening, right: Happening) -> str:
    """Day and month agree where a year is missing."""
    return f"{_when(left.when)} and {_when(right.when)}"


def other_date(left: Happening, right: Happening) -> str:
    """Day and month differ where a year is missing."""
    return f"{_when(left.when)} against {_when(right.when)}"


def same_weekday(left: Happening, right: Happening) -> str:
    """The weekday agrees where no date is known."""
    return _when(left.when or right.when)


def next_weekday(left: Happening, right: Happening) -> str:
    """The weekdays follow on each other where no date is known."""
    return f"{_when(left.when)} and {_when(right.when)}"


def other_weekday(left: Happening, right: Happening) -> str:
    """The weekdays lie apart where no date is known."""
    return f"{_when(left.when)} against {_when(right.when)}"


def other_stretch(left: Happening, right: Happening) -> str:
    """One is told of a day, the other of weeks or months."""
    return f"{_when(left.when)} against {_when(right.when)}"


def same_counts(left: Happening, right: Happening) -> str:
    """They give the same counts; larger ones agree less by chance."""
    counts = [{count_key(f) for f in h.figures if f.low is not None and f.unit in COUNTED} for h in (left, right)]
    return _list(counts[0] & counts[1])


def counts_apart(left: Happening, right: Happening) -> str:
    """Their counts differ by more than a toll that grows."""
    return f"{_counts(left)} against {_counts(right)}"


def same_actor(left: Happening, right: Happening) -> str:
    """The same side is said to have done it."""
    return _who(left, _DOERS, {side_of(a) for a in left.actors} & {side_of(a) for a in right.actors})


def other_actor(left: Happening, right: Happening) -> str:
    """Different sides are said to have done it; blame alone parts no events."""
    return f"{_who(left, _DOERS, left.actors)} against {_who(right, _DOERS, right.actors)}"


def same_target(left: Happening, right: Happening) -> str:
    """It was done to the same people or things."""
    return _who(left, _OTHERS, {side_of(t) for t in left.targets} & {side_of(t) for t in right.targets})


def same_parties(left: Happening, right: Happening) -> str:
    """The same two parties dealt with each other."""
    return f"{same_actor(left, right)} and {same_target(left, right)}"


def same_words(left: Happening, right: Happening) -> str:
    """They share words that no list knows: names of villages, of victims."""
    return _list(left.rare & right.rare)


def same_type(left: Happening, right: Happening) -> str:
    """Both are the same kind of happening."""
    return left.type.value if left.type is right.type else ""


def other_type(left: Happening, right: Happening) -> str:
    """They are different kinds of one family."""
    return f"{left.type.value} against {right.type.value}"


def unreal(left: Happening, right: Happening) -> str:
    """One has taken place, the other is planned or supposed."""
    return f"{_status(left)} against {_status(right)}"


FEATURES: tuple[Feature, ...] = (
    same_spot, near_spot, other_spot, same_area, same_day, next_day, near_publication, other_day, same_date,
    other_date, same_weekday, next_weekday,
    other_weekday, other_stretch, same_counts, counts_apart, same_actor, other_actor,
    same_target, same_parties, same_words, same_type, other_type, unreal,
)  # fmt: skip
"""Every feature; the docstring of each is what people read of it."""

WEIGHTS: Mapping[str, int] = {
    "same_spot": 270,
    "near_spot": 100,
    "other_spot": -250,
    "same_area": 60,
    "same_day": 130,
    "next_day": 60,
    "near_publication": 40,
    "other_day": -400,
    "same_date": 150,
    "other_date": -400,
    "same_weekday": 70,
    "next_weekday": -80,
    "other_weekday": -150,
    "other_stretch": -200,
    "same_counts": 240,
    "counts_apart": -150,
    "same_actor": 60,
    "other_actor": -30,
    "same_target": 50,
    "same_parties": 100,
    "same_words": 210,
    "same_type": 30,
    "other_type": -60,
    "unreal": -100,
}
"""What each feature weighs, in hundredths; for counts and words the most that they can add up to."""

_BY_NAME = {feature.__name__: feature for feature in FEATURES}


def reasons(edge: Edge, left: Happening, right: Happening) -> tuple[Reason, ...]:
    """Why two happenings were taken for one: every feature that spoke, with what it saw."""
    return tuple(Reason(name, score / 100, _BY_NAME[name](left, right)) for name, score in edge.scores)


def _who(happening: Happening, roles: frozenset[Role], ids: set[str] | frozenset[str]) -> str:
    """Names of the participants that ids stand for, as the report has them."""
    found = {
        participant.name
        for slots in happening.claims
        for participant in slots.member.claim.participants
        if participant.role in roles and (participant.entity is None or side_of(participant.entity) in ids)
    }
    return ", ".join(sorted(found)[:_FEW]) or "the same"


def _status(happening: Happening) -> str:
    return ", ".join(sorted({slots.member.claim.status.value for slots in happening.claims}))


def _list(keys: set[str] | frozenset[str]) -> str:
    return ", ".join(sorted(key.removeprefix("w:") for key in keys)[:_FEW])


def _when(when: When | None) -> str:
    if when is None:
        return "no day"
    if when.first is not None and when.last is not None:
        return str(when.first) if when.first == when.last else f"{when.first} to {when.last}"
    if when.month is not None and when.day is not None:
        return f"day {when.day} of month {when.month}"
    return f"weekday {when.weekday}" if when.weekday is not None else "no day"


def _counts(happening: Happening) -> str:
    return _list({f"{f.low:g} {f.unit.value}" for f in happening.figures if f.low is not None})
