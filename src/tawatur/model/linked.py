"""What many reports amount to: entities, copies, events, origins, disputes, drift and flows."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from tawatur.model.claim import ClaimType, Role, Unit
from tawatur.model.location import Location
from tawatur.model.span import Span

__all__ = [
    "Bounds",
    "Chain",
    "ClaimRef",
    "Copy",
    "CopyKind",
    "CoursePoint",
    "Cycle",
    "Dispute",
    "DisputeKind",
    "DisputeSide",
    "Drift",
    "DriftKind",
    "Event",
    "EventParticipant",
    "Flow",
    "Grade",
    "Linked",
    "LinkedEntity",
    "Mention",
    "Origin",
    "OriginKind",
    "Policy",
    "Reason",
    "Ruling",
    "RulingKind",
]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two things were taken for one, or counted apart: one feature with what it saw.

    Attributes:
        feature: name of the feature; its docstring is what people read of it.
        score: its weight in the decision, negative where it speaks against.
        words: what it saw, in words.
    """

    feature: str
    score: float
    words: str


class RulingKind(StrEnum):
    """What a person can lay down about two things."""

    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, order=True)
class Ruling:
    """A person's word that two entities, events or documents are one, or are not.

    Attributes:
        kind: same or different.
        left: id of one, in the order of the alphabet.
        right: id of the other.
    """

    kind: RulingKind
    left: str
    right: str


@dataclass(frozen=True, slots=True, order=True)
class ClaimRef:
    """A claim of a document, by ids."""

    document: str
    claim: str


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Words of a document that name an entity."""

    document: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class LinkedEntity:
    """Somebody or something that mentions of several reports are resolved to.

    Attributes:
        id: the lexicon's id, or one derived from the fullest name where no list knows it.
        name: plain English name, else the fullest wording.
        known: whether the lexicon knows it.
        names: its wordings by language, most frequent first.
        mentions: where it is named, in order of document and text.
        reasons: why wordings were merged.
    """

    id: str
    name: str
    known: bool
    names: tuple[tuple[str, tuple[str, ...]], ...]
    mentions: tuple[Mention, ...]
    reasons: tuple[Reason, ...]


class CopyKind(StrEnum):
    """How a document repeats another."""

    REPRINT = "reprint"
    REWRITE = "rewrite"
    TRANSLATION = "translation"
    PARAGRAPHS = "paragraphs"


@dataclass(frozen=True, slots=True)
class Copy:
    """A document that repeats another.

    Attributes:
        kind: how.
        copier: id of the document that repeats.
        original: id of the one that it repeats.
        shared: share of the copier's text, from 0 to 1, that the original has too.
        reasons: what shows it and what settles who copied whom.
        passages: where the copier's text repeats the original's, in order; a claim whose evidence lies
            outside of them was not copied with the rest.
    """

    kind: CopyKind
    copier: str
    original: str
    shared: float
    reasons: tuple[Reason, ...]
    passages: tuple[Span, ...] = ()


class OriginKind(StrEnum):
    """Where a claim comes from once copies and citations are followed back."""

    OUTLET = "outlet"
    SOURCE = "source"
    UNNAMED = "unnamed"
    UNSOURCED = "unsourced"


@dataclass(frozen=True, slots=True)
class Chain:
    """One way from a document down to where its claim comes from.

    Attributes:
        claim: the claim.
        links: names from the outlet down to the origin.
        documents: ids of the documents held along it, the claim's own first.
    """

    claim: ClaimRef
    links: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent place that an event's claims come from.

    Attributes:
        id: derived from what it is.
        kind: what it is.
        name: for people.
        entity: id of its entity where it is resolved.
        independent: whether it counts; an unnamed source counts only where text or place makes it so.
        chains: the chains that end here.
        reason: why it counts or does not, in words.
    """

    id: str
    kind: OriginKind
    name: str
    entity: str | None
    independent: bool
    chains: tuple[Chain, ...]
    reason: str


class Policy(StrEnum):
    """How low, best and high of an event are chosen among its claims."""

    CONSERVATIVE = "conservative"
    RANGE = "range"
    LATEST = "latest"
    MOST_ORIGINS = "most-origins"


@dataclass(frozen=True, slots=True)
class Bounds:
    """Low, best and high of one unit of an event, every bound pointing at its claim."""

    unit: Unit
    policy: Policy
    low: float | None
    best: float | None
    high: float | None
    low_claim: ClaimRef | None
    best_claim: ClaimRef | None
    high_claim: ClaimRef | None


@dataclass(frozen=True, slots=True)
class CoursePoint:
    """What was claimed of a unit on one day: a toll that grows is a course of one event."""

    day: dt.date
    unit: Unit
    low: float | None
    high: float | None
    claim: ClaimRef


@dataclass(frozen=True, slots=True)
class EventParticipant:
    """Who took part in an event, as how many claims say."""

    role: Role
    entity: str | None
    name: str
    claims: tuple[ClaimRef, ...]


class DisputeKind(StrEnum):
    """What claims of one event disagree about."""

    FIGURE = "figure"
    ACTOR = "actor"
    PLACE = "place"
    DAY = "day"
    HAPPENED = "happened"


@dataclass(frozen=True, slots=True)
class DisputeSide:
    """One of the values that cannot all be true, with who claims it."""

    value: str
    claims: tuple[ClaimRef, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Figures, places, actors, days or stances of one event that cannot all be true."""

    event: str
    kind: DisputeKind
    sides: tuple[DisputeSide, ...]
    words: str


class DriftKind(StrEnum):
    """What changed on the way from an origin to its repeater."""

    FIGURE = "figure changed"
    HEDGE = "hedge dropped"
    MULTIPLIED = "one source became several"
    RENAMED = "source renamed"
    DENIAL = "denial lost"


@dataclass(frozen=True, slots=True)
class Drift:
    """A difference between a claim and the claim that it repeats, where both reports are held."""

    event: str
    kind: DriftKind
    origin: ClaimRef
    repeater: ClaimRef
    words: str


@dataclass(frozen=True, slots=True)
class Grade:
    """A credibility proposed on the Admiralty scale, from 1 to 6, and why; reliability is a person's to set."""

    credibility: int
    why: str


@dataclass(frozen=True, slots=True)
class Event:
    """Claims from any number of documents about one happening.

    Attributes:
        id: derived from its earliest claim.
        type: type of most of its claims.
        title: a line for people.
        first: first day, None where nobody says.
        last: last day.
        place: where, at the finest that most claims agree on.
        participants: who took part, most often named first.
        claims: claims that assert or doubt it, by document date.
        denials: claims that deny it.
        documents: ids of the documents that tell of it.
        outlets: how many outlets they are.
        origins: where the claims come from; those that are independent are counted.
        bounds: its figures by unit.
        course: figures by day.
        reasons: why its claims were taken for one event.
        grade: proposed credibility, None where nothing can be said.
    """

    id: str
    type: ClaimType
    title: str
    first: dt.date | None
    last: dt.date | None
    place: Location | None
    participants: tuple[EventParticipant, ...]
    claims: tuple[ClaimRef, ...]
    denials: tuple[ClaimRef, ...]
    documents: tuple[str, ...]
    outlets: int
    origins: tuple[Origin, ...]
    bounds: tuple[Bounds, ...]
    course: tuple[CoursePoint, ...]
    reasons: tuple[Reason, ...]
    grade: Grade | None


@dataclass(frozen=True, slots=True)
class Cycle:
    """Outlets that rest on each other: A cites B cites A."""

    links: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """A movement as a row: what, how many, from where to where, by whom, for whom, carried by what."""

    event: str
    what: str | None
    low: float | None
    high: float | None
    unit: Unit | None
    origin: Location | None
    destination: Location | None
    by: str | None
    for_whom: str | None
    carrier: str | None
    first: dt.date | None
    last: dt.date | None
    origins: int
    claims: tuple[ClaimRef, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """Everything that linking says of a set of reports, each list in a fixed order."""

    entities: tuple[LinkedEntity, ...]
    copies: tuple[Copy, ...]
    events: tuple[Event, ...]
    cycles: tuple[Cycle, ...]
    disputes: tuple[Dispute, ...]
    drifts: tuple[Drift, ...]
    flows: tuple[Flow, ...]
