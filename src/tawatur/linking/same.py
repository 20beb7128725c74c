"""Do two sentences claim one and the same thing? Stricter than linking: another count is another claim."""

from collections.abc import Callable
from dataclasses import dataclass

from tawatur.linking.facts import Facts, facts_of
from tawatur.linking.sides import name_of
from tawatur.model import ClaimType, Report
from tawatur.model.linked import Reason

__all__ = ["Decision", "decide"]

LEAST = 2.5
"""The sum from which two sentences that nothing parts are taken for one claim."""

_NEAR = 0.03
_AGAINST = -10.0
_OPENS = frozenset(
    (ClaimType.SUPPORT, ClaimType.AGREE, ClaimType.CONSULT, ClaimType.COOPERATE, ClaimType.CONCEDE, ClaimType.AID)
)
_CLOSES = frozenset(
    (ClaimType.SANCTION, ClaimType.COERCE, ClaimType.REJECT, ClaimType.THREATEN, ClaimType.ASSAULT, ClaimType.RETREAT)
)


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether two sentences claim the same.

    Attributes:
        same: whether they do.
        why: every feature that spoke, with what it saw.
    """

    same: bool
    why: tuple[Reason, ...]


Seen = tuple[float, str]
Feature = Callable[[Facts, Facts], Seen]


def denied(left: Facts, right: Facts) -> Seen:
    """One is a denial, the other is not."""
    if left.denied == right.denied:
        return 0.0, ""
    return _AGAINST, "denied on one side"


def supposed(left: Facts, right: Facts) -> Seen:
    """One has taken place, the other is planned or supposed."""
    return (_AGAINST / 5, "planned or supposed on one side") if left.unreal != right.unreal else (0.0, "")


def counts(left: Facts, right: Facts) -> Seen:
    """The counts of people and things are the same, or not."""
    if not left.counts and not right.counts:
        return 0.0, ""
    if any(_near(a, b) for a in left.counts for b in right.counts):
        return 1.5, _list(left.counts)
    return _AGAINST, f"{_list(left.counts)} against {_list(right.counts)}"


def spans(left: Facts, right: Facts) -> Seen:
    """The lengths of time are the same, or not."""
    if not left.spans or not right.spans:
        return 0.0, ""
    if any(_near(a, b) for a in left.spans for b in right.spans):
        return 0.5, f"{_list(left.spans)} days"
    return _AGAINST, f"{_list(left.spans)} against {_list(right.spans)} days"


def spots(left: Facts, right: Facts) -> Seen:
    """The same towns, airports or sites are named, or each names one that the other does not."""
    return _compared(left.spots, right.spots, 1.5)


def countries(left: Facts, right: Facts) -> Seen:
    """The same countries and provinces are named, or each names one that the other does not."""
    mine, theirs = left.areas - right.areas, right.areas - left.areas
    if mine and theirs and not left.spots & right.spots:
        return _AGAINST, f"{_list(mine)} against {_list(theirs)}"
    shared = left.areas & right.areas
    return (0.5, _list(shared)) if shared else (0.0, "")


def parties(left: Facts, right: Facts) -> Seen:
    """The same sides are named, or each names one that the other does not."""
    mine = {party for party in left.parties - right.parties if not _fits(party, right)}
    theirs = {party for party in right.parties - left.parties if not _fits(party, left)}
    if mine and theirs:
        return _AGAINST, f"{_list(mine)} against {_list(theirs)}"
    if (mine and not right.parties | right.nations) or (theirs and not left.parties | left.nations):
        return -1.0, f"{_list(mine | theirs)} on one side alone"
    shared = left.parties & right.parties
    score = (1.0 if shared else 0.0) - (0.5 if mine or theirs else 0.0)
    return (score, _list(shared) if shared else f"{_list(mine | theirs)} on one side") if score else (0.0, "")


def persons(left: Facts, right: Facts) -> Seen:
    """The same persons are named, or each names one that the other does not."""
    return _compared(left.persons, right.persons, 0.5)


def kinds(left: Facts, right: Facts) -> Seen:
    """It is the same kind of happening, one of the same family, or the opposite."""
    if not left.types or not right.types:
        return -0.25, "no happening was read on one side"
    words = f"{_list(left.types)} and {_list(right.types)}"
    if left.types & right.types:
        return 1.0, words
    if left.families & right.families:
        return 0.5, words
    if (left.types <= _OPENS and right.types <= _CLOSES) or (left.types <= _CLOSES and right.types <= _OPENS):
        return _AGAINST, words
    return -0.5, words


FEATURES: tuple[Feature, ...] = (denied, supposed, counts, spans, spots, countries, parties, persons, kinds)
"""What speaks for two sentences claiming the same, or against it; the docstring of each is what people read."""


def decide(left: Report, right: Report) -> Decision:
    """Whether two sentences claim one and the same thing.

    Args:
        left: a sentence or short text, read.
        right: the other.

    Raises:
        LexiconError: shipped data is wrong.
    """
    mine, theirs = facts_of(left), facts_of(right)
    seen = [(feature.__name__, *feature(mine, theirs)) for feature in FEATURES]
    why = tuple(Reason(name, score, words) for name, score, words in seen if score)
    return Decision(sum(reason.score for reason in why) >= LEAST, why)


def _compared(left: frozenset[str], right: frozenset[str], weight: float) -> Seen:
    mine, theirs = left - right, right - left
    if mine and theirs:
        return _AGAINST, f"{_list(mine)} against {_list(theirs)}"
    return (weight, _list(left & right)) if left & right else (0.0, "")


def _fits(party: str, facts: Facts) -> bool:
    """Whether somebody of a country may be whom an adjective of it means."""
    if party.startswith("side:"):
        return party.removeprefix("side:") in facts.nations
    name = name_of(party)
    return name is not None and name.country in facts.nations


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= _NEAR * max(one, other)


def _list(values: frozenset[str] | frozenset[float] | frozenset[ClaimType] | set[str]) -> str:
    return ", ".join(sorted(f"{v:g}" if isinstance(v, float | int) else str(v) for v in values)) or "none"
