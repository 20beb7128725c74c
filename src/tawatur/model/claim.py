"""What a report says, and according to whom: the fields of the codebook."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from tawatur.model.document import Document
from tawatur.model.found import Found
from tawatur.model.location import Location
from tawatur.model.span import Span


class ClaimType(StrEnum):
    """The nineteen kinds of happening or state (PLOVER's sixteen, with TRANSFER, PRESENCE and ASSESS)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    TRANSFER = "TRANSFER"
    PRESENCE = "PRESENCE"
    ASSESS = "ASSESS"


class Stance(StrEnum):
    """What the nearest source does with a claim."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"


class Status(StrEnum):
    """Whether the happening took place, as the text tells it."""

    DONE = "done"
    ONGOING = "ongoing"
    PLANNED = "planned"
    FAILED = "failed"
    HYPOTHETICAL = "hypothetical"


class Role(StrEnum):
    """What a participant is to a happening."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    OBJECT = "object"
    ORIGIN = "origin"
    DESTINATION = "destination"
    PLACE = "place"
    VIA = "via"


class Unit(StrEnum):
    """What a figure counts."""

    FIGHTERS = "fighters"
    TROOPS = "troops"
    KILLED = "killed"
    INJURED = "injured"
    KILLED_OR_INJURED = "killed_or_injured"
    DETAINED = "detained"
    CAPTURED = "captured"
    DISPLACED = "displaced"
    ABDUCTED = "abducted"
    CIVILIANS = "civilians"
    PEOPLE = "people"
    FLIGHTS = "flights"
    AIRCRAFT = "aircraft"
    VEHICLES = "vehicles"
    SHIPS = "ships"
    WEAPONS = "weapons"
    STRIKES = "strikes"
    TONNES = "tonnes"
    MONEY_USD = "money_usd"
    MONEY_EUR = "money_eur"
    MONEY_OTHER = "money_other"
    COUNTRIES = "countries"
    PERCENT = "percent"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    KILOMETRES = "kilometres"
    GROUPS = "groups"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Source:
    """Whoever a claim is put down to.

    Attributes:
        span: its words where it is named in full, nearest to the claim.
        name: a plain English name where the lexicon knows it, else the words themselves.
        entity: id of the entity it resolves to; None while it is unresolved.
        found: what found it.
        named: what settled its name; None where the name is its words.
    """

    span: Span
    name: str
    entity: str | None
    found: Found
    named: Found | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody or something that takes part in a happening.

    Attributes:
        role: its part.
        span: its noun phrase.
        name: a plain English name where the lexicon knows it, else the words themselves.
        entity: id of the entity it resolves to; None while it is unresolved.
        found: what found it.
        named: what settled its name; None where the name is its words.
        location: where it lies, for a place whose country at least is known.
    """

    role: Role
    span: Span
    name: str
    entity: str | None
    found: Found
    named: Found | None = None
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with its words.

    Attributes:
        span: its words.
        low: the least that the words allow; None where they set no lower bound ("less than 2000").
        high: the most that the words allow; None where they set no upper bound ("more than 3000").
        unit: what is counted.
        found: what found it.
    """

    span: Span
    low: float | None
    high: float | None
    unit: Unit
    found: Found


@dataclass(frozen=True, slots=True)
class Period:
    """When something happened: first and last day, both included, with the words that say so."""

    span: Span
    first: dt.date
    last: dt.date
    found: Found


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that put a claim down to somebody, or that show it to be hearsay."""

    span: Span
    found: Found


@dataclass(frozen=True, slots=True)
class Claim:
    """One happening or state as one clause tells it, with who is said to have said it.

    Attributes:
        id: derived from the document, the trigger and the type.
        type: what kind of happening.
        trigger: the words that name it.
        evidence: the clause that tells it.
        stance: what the nearest source does with it.
        status: whether it took place.
        chain: the sources behind it, nearest first. Empty without a cue: the outlet's own voice.
            Empty with a cue: unsourced ("it was reported").
        cue: the words that attribute it.
        medium: whom the nearest source told it to, where the text says so; no part of the chain.
        participants: who and what takes part, in order of the text.
        figures: its quantities, in order of the text.
        period: when it happened; None where nothing says so.
        found: what found the trigger.
        status_found: what settled the status.
        stance_found: what settled the stance.
    """

    id: str
    type: ClaimType
    trigger: Span
    evidence: Span
    stance: Stance
    status: Status
    chain: tuple[Source, ...]
    cue: Cue | None
    medium: Source | None
    participants: tuple[Participant, ...]
    figures: tuple[Figure, ...]
    period: Period | None
    found: Found
    status_found: Found
    stance_found: Found


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that somebody is said to have said, whatever it is about.

    Attributes:
        sources: whom it is put down to, nearest first; empty where nobody is named.
        cue: the words that attribute it; None where a quotation goes on without any.
        content: what was said, in order of the text.
        found: what found it.
    """

    sources: tuple[Span, ...]
    cue: Span | None
    content: tuple[Span, ...]
    found: Found


@dataclass(frozen=True, slots=True)
class Report:
    """A document with what was read in it.

    Attributes:
        document: the report itself.
        claims: its claims, in order of their triggers.
        reader: name and version of the reader ("lexical 0.1.0").
        attributions: every sourced statement, in order of the text, whether it holds a claim or not.
    """

    document: Document
    claims: tuple[Claim, ...]
    reader: str
    attributions: tuple[Statement, ...] = ()
