"""Reports with claims, made by hand for tests of linking: a claim is a sentence with the words that matter in it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tawatur.lexicon.spelling import fold
from tawatur.linking.groups import Group, Member
from tawatur.model import (
    Claim,
    ClaimType,
    Cue,
    Document,
    Feature,
    Figure,
    Found,
    Language,
    Location,
    Participant,
    Period,
    Region,
    RegionKind,
    Report,
    Role,
    Source,
    Span,
    Stance,
    Status,
    Unit,
    claim_id,
)
from tawatur.model.linked import ClaimRef

FOUND = Found("made", "by hand")


@dataclass(frozen=True, slots=True)
class Who:
    """A source to come: its words, its plain name and the id that the lexicon has for it."""

    words: str
    name: str | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A participant to come; with a country it is a place."""

    role: Role
    words: str
    name: str | None = None
    entity: str | None = None
    country: str | None = None
    feature: Feature = Feature.TOWN
    point: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """A figure to come: its words, what they allow and what is counted."""

    words: str
    low: float | None
    high: float | None
    unit: Unit = Unit.FIGHTERS


@dataclass(frozen=True, slots=True)
class Told:
    """A claim to come: a sentence of which every other text is a part, and what it is said to be."""

    sentence: str
    trigger: str
    type: ClaimType = ClaimType.TRANSFER
    chain: tuple[Who, ...] = ()
    cue: str | None = None
    stance: Stance = Stance.ASSERTS
    status: Status = Status.DONE
    medium: Who | None = None
    parts: tuple[Part, ...] = ()
    counts: tuple[Count, ...] = ()
    days: tuple[str, str, str] | None = None
    """Words of a period with its first and last day, ``("on Tuesday", "2020-03-03", "2020-03-03")``."""


def who(words: str, name: str | None = None, entity: str | None = None) -> Who:
    return Who(words, name, entity)


def place(words: str, name: str | None = None, entity: str | None = None, country: str = "LY") -> Part:
    return Part(Role.PLACE, words, name, entity, country)


def to(words: str, name: str | None = None, entity: str | None = None, country: str = "LY") -> Part:
    return Part(Role.DESTINATION, words, name, entity, country)


def report(
    id_: str,
    outlet: str | None,
    date: str | None,
    *told: Told,
    language: Language = Language.EN,
    credit: str | None = None,
    title: str | None = None,
) -> Report:
    """A report whose text is its headline, its credit line and the sentences of its claims, a line each.

    Args:
        id_: id of the document.
        outlet: who publishes it.
        date: day of publication, "2020-03-03".
        told: its claims; the sentence of one may stand in another's place twice and is then written once.
        language: language of the text.
        credit: agency in a credit line.
        title: a headline.
    """
    lines = [line for line in (title, credit) if line is not None]
    lines += [line for line in dict.fromkeys(t.sentence for t in told) if line not in lines]
    text = "\n".join(lines)
    regions = () if credit is None else (Region(_find(text, credit), RegionKind.CREDIT, "made", credit),)
    day = None if date is None else dt.date.fromisoformat(date)
    document = Document(
        id_, text, language, day, outlet, None if title is None else _find(text, title), regions, date_found="given"
    )
    return Report(document, tuple(_claim(document, one) for one in told), "made by hand")


def group_of(*reports: Report, id_: str = "event") -> Group:
    """All claims of some reports as one event, by date: the denying ones as its denials."""
    ordered = sorted(reports, key=lambda r: (r.document.date or dt.date.max, r.document.id))
    members = [
        Member(ClaimRef(r.document.id, c.id), r, c, period=c.period, figures=c.figures)
        for r in ordered
        for c in r.claims
    ]
    telling = tuple(member for member in members if member.claim.stance is not Stance.DENIES)
    denying = tuple(member for member in members if member.claim.stance is Stance.DENIES)
    return Group(id_, (telling or denying)[0].claim.type, telling, denying)


class Names:
    """Entities for tests of one part: the lexicon's id where a source has one, else its folded name."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._claims = {(r.document.id, c.id): c for r in reports for c in r.claims}
        self._names: dict[str, str] = {}

    def of_source(self, document_id: str, claim_id: str, index: int, /) -> str:
        source = self._claims[document_id, claim_id].chain[index]
        id_ = source.entity or fold(source.name)
        self._names.setdefault(id_, source.name)
        return id_

    def name(self, id_: str, /) -> str:
        return self._names[id_]


def renamed(report_: Report, id_: str, outlet: str, date: str) -> Report:
    """The same report in another outlet: every word, offset and source the same, its claims with ids of their own."""
    document = replace(report_.document, id=id_, outlet=outlet, date=dt.date.fromisoformat(date))
    claims = tuple(replace(c, id=claim_id(id_, c.type, c.trigger)) for c in report_.claims)
    return replace(report_, document=document, claims=claims)


def _find(text: str, words: str, within: str | None = None) -> Span:
    base = 0 if within is None else text.index(within)
    at = text.find(words, base)
    at = text.index(words) if at < 0 else at
    return Span(at, at + len(words))


def _claim(document: Document, told: Told) -> Claim:
    text, sentence = document.text, told.sentence
    trigger = _find(text, told.trigger, sentence)
    return Claim(
        id=claim_id(document.id, told.type, trigger),
        type=told.type,
        trigger=trigger,
        evidence=_find(text, sentence),
        stance=told.stance,
        status=told.status,
        chain=tuple(_source(text, sentence, one) for one in told.chain),
        cue=None if told.cue is None else Cue(_find(text, told.cue, sentence), FOUND),
        medium=None if told.medium is None else _source(text, sentence, told.medium),
        participants=tuple(_participant(text, sentence, one) for one in told.parts),
        figures=tuple(Figure(_find(text, c.words, sentence), c.low, c.high, c.unit, FOUND) for c in told.counts),
        period=_period(text, sentence, told.days),
        found=FOUND,
        status_found=FOUND,
        stance_found=FOUND,
    )


def _source(text: str, sentence: str, one: Who) -> Source:
    return Source(_find(text, one.words, sentence), one.name or one.words, one.entity, FOUND)


def _participant(text: str, sentence: str, one: Part) -> Participant:
    name, location = one.name or one.words, None
    if one.country is not None:
        latitude, longitude = one.point or (None, None)
        feature = one.feature if one.entity is not None else None
        location = Location(one.entity, name, one.country, latitude, longitude, feature, None, FOUND)
    return Participant(one.role, _find(text, one.words, sentence), name, one.entity, FOUND, None, location)


def _period(text: str, sentence: str, days: Sequence[str] | None) -> Period | None:
    if days is None:
        return None
    words, first, last = days
    return Period(_find(text, words, sentence), dt.date.fromisoformat(first), dt.date.fromisoformat(last), FOUND)
