"""In which order is it found out which of it is the same?"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tawatur.linking import candidates, citations, copies, drift, entities, grading, origins
from tawatur.linking.clustering import clusters_of, edges_within
from tawatur.linking.disputes import disputes_of
from tawatur.linking.events import Parts, event_id, event_of, group_of, span_of
from tawatur.linking.figures import bounds_of, counts_of, course_of
from tawatur.linking.flows import flow_of
from tawatur.linking.groups import Group, Member
from tawatur.linking.happenings import Happening, happenings_of
from tawatur.linking.pairing import LEAST, WEIGHTS, reasons
from tawatur.linking.tables import Edge, Engine
from tawatur.linking.vectors import Encode, vector_blocks
from tawatur.model import Report
from tawatur.model.linked import (
    ClaimRef,
    Dispute,
    Drift,
    Event,
    Flow,
    Linked,
    Origin,
    Policy,
    Reason,
    Ruling,
    RulingKind,
)

__all__ = ["link"]

Pair = tuple[int, int]
"""Two happenings, by number."""


@dataclass(frozen=True, slots=True)
class _Means:
    """What the pairs are found and scored with."""

    engine: Engine
    encode: Encode | None


@dataclass(frozen=True, slots=True)
class _Grouped:
    """A group with the happenings that it was made of."""

    group: Group
    happenings: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of all reports before an event is told."""

    who: entities.Entities
    cited: citations.Citations
    days: Mapping[str, dt.date | None]
    policy: Policy


@dataclass(frozen=True, slots=True)
class _Told:
    """An event with what its claims disagree on, what was changed on the way, and its flow."""

    event: Event
    disputes: tuple[Dispute, ...]
    drifts: tuple[Drift, ...]
    flow: Flow | None


def link(
    reports: Iterable[Report],
    rulings: Sequence[Ruling] = (),
    policy: Policy = Policy.CONSERVATIVE,
    engine: Engine | None = None,
    encode: Encode | None = None,
) -> Linked:
    """Everything that can be said of a set of reports together.

    A pure function of its input: neither the order of the reports nor that of the rulings matters.

    Args:
        reports: the reports; of two with one id, the first in the order of their text counts.
        rulings: what people laid down about entities, documents and events.
        policy: how low, best and high of an event are chosen.
        engine: what works on the tables; an own DuckDB where none is given.
        encode: what makes vectors of sentences; with it, happenings told in like words are compared as well.

    Raises:
        LexiconError: shipped data is wrong.
    """
    held = _distinct(reports)
    who = entities.resolve(held, rulings)
    copied = copies.find(held, rulings)
    grouped = _grouped(held, who, rulings, _Means(engine or Engine(), encode))
    cited = citations.graph(held, [each.group for each in grouped], who, copied)
    known = _Known(who, cited, _days(held), policy)
    found = sorted((_told(each, known) for each in grouped), key=lambda told: _order(told.event))
    return Linked(
        entities=who.linked,
        copies=copied,
        events=tuple(told.event for told in found),
        cycles=cited.cycles,
        disputes=tuple(dispute for told in found for dispute in told.disputes),
        drifts=tuple(one for told in found for one in told.drifts),
        flows=tuple(told.flow for told in found if told.flow is not None),
    )


def _told(each: _Grouped, known: _Known) -> _Told:
    """One event with all that is said of it: figures, disputes, origins, drifts, the flow, the grade."""
    group, who = each.group, known.who

    def entity_of(member: Member, index: int) -> str:
        return who.of_participant(member.ref.document, member.ref.claim, index)

    counts = counts_of(group, known.days)
    disputes = disputes_of(group, counts, who.name)
    sources = origins.of_event(group, known.cited)
    parts = Parts(
        span=span_of(each.happenings),
        origins=sources,
        bounds=bounds_of(counts, known.policy, _origins_of(sources)),
        course=course_of(counts),
        grade=grading.propose(group, sources, disputes),
    )
    event = event_of(group, parts, entity_of, who.name)
    flow = flow_of(event, group, entity_of, who.name)
    drifts = sorted(drift.of_event(group, known.cited), key=lambda d: (d.repeater, d.kind.value, d.origin, d.words))
    return _Told(event, tuple(sorted(disputes, key=lambda d: (d.kind.value, d.words))), tuple(drifts), flow)


def _order(event: Event) -> tuple[int, dt.date, str]:
    """Events of most documents first."""
    return (-len(event.documents), event.first or dt.date.max, event.id)


def _distinct(reports: Iterable[Report]) -> tuple[Report, ...]:
    held: dict[str, Report] = {}
    for report in sorted(reports, key=lambda r: (r.document.id, r.document.text, r.reader)):
        held.setdefault(report.document.id, report)
    return tuple(held.values())


def _days(reports: Sequence[Report]) -> Mapping[str, dt.date | None]:
    return {r.document.id: r.document.dateline or r.document.date for r in reports}


def _grouped(
    reports: Sequence[Report], who: entities.Entities, rulings: Sequence[Ruling], means: _Means
) -> tuple[_Grouped, ...]:
    """The groups of claims, each about one happening."""
    happenings = sorted((h for report in reports for h in happenings_of(report, who)), key=lambda h: h.id)
    edges = _edges(happenings, means)
    together, apart = _ruled(happenings, rulings)
    clusters = _clusters(happenings, edges, together, apart, means.engine)
    by_left: dict[int, list[Edge]] = {}
    for edge in edges:
        by_left.setdefault(edge.left, []).append(edge)
    days = _days(reports)
    found = []
    for cluster in clusters:
        parts = tuple(happenings[n] for n in cluster)
        found.append(_Grouped(group_of(parts, days, _why(cluster, by_left, happenings)), parts))
    return tuple(sorted(found, key=lambda each: each.group.id))


def _clusters(
    happenings: Sequence[Happening],
    edges: Sequence[Edge],
    together: Sequence[Pair],
    apart: Sequence[Pair],
    engine: Engine,
) -> tuple[tuple[int, ...], ...]:
    """The events to be, component by component."""
    labels = engine.components(len(happenings), [*((e.left, e.right) for e in edges), *together])
    members: dict[int, dict[int, Happening]] = {}
    pairs: dict[int, list[Edge]] = {}
    for number, label in enumerate(labels):
        members.setdefault(label, {})[number] = happenings[number]
    for edge in edges:
        pairs.setdefault(labels[edge.left], []).append(edge)
    found: list[tuple[int, ...]] = []
    for label, within in members.items():
        joined = [pair for pair in together if labels[pair[0]] == label] if together else []
        parted = [pair for pair in apart if pair[0] in within and pair[1] in within] if apart else []
        found.extend(clusters_of(within, pairs.get(label, ()), joined, parted))
    return tuple(sorted(found))


def _edges(happenings: Sequence[Happening], means: _Means) -> tuple[Edge, ...]:
    rows = [candidates.row_of(n, happening) for n, happening in enumerate(happenings)]
    keys = (key for n, happening in enumerate(happenings) for key in candidates.keys_of(n, happening))
    blocks = {(block, rows[n].first or 0, n) for n, h in enumerate(happenings) for block in candidates.blocks_of(h)}
    if means.encode is not None:
        blocks |= {(block, rows[n].first or 0, n) for block, n in vector_blocks(happenings, means.encode)}
    return means.engine.edges(rows, keys, candidates.without_crowds(blocks), WEIGHTS, LEAST)


def _why(
    cluster: Sequence[int], by_left: Mapping[int, Sequence[Edge]], all_: Sequence[Happening]
) -> tuple[Reason, ...]:
    """The reasons of the strongest pair that each further happening came in by, without repetition."""
    inside = sorted(edges_within(cluster, by_left), key=lambda e: (-e.total, e.left, e.right))
    reached: set[int] = set()
    found: dict[Reason, None] = {}
    for edge in inside:
        if {edge.left, edge.right} <= reached:
            continue
        reached |= {edge.left, edge.right}
        found.update(dict.fromkeys(reasons(edge, all_[edge.left], all_[edge.right])))
    return tuple(found)


def _ruled(happenings: Sequence[Happening], rulings: Sequence[Ruling]) -> tuple[list[Pair], list[Pair]]:
    """Rulings on claims or events as pairs of happenings: those to be one, those to be kept apart."""
    refs = [(slots.member.ref, n) for n, happening in enumerate(happenings) for slots in happening.claims]
    home = {id_: n for ref, n in refs for id_ in (ref.claim, event_id(ref))}
    together: list[Pair] = []
    apart: list[Pair] = []
    for ruling in sorted(set(rulings)):
        one, other = home.get(ruling.left), home.get(ruling.right)
        if one is None or other is None or one == other:
            continue
        (together if ruling.kind is RulingKind.SAME else apart).append((min(one, other), max(one, other)))
    return together, apart


def _origins_of(sources: Sequence[Origin]) -> Callable[[ClaimRef], frozenset[str]]:
    by_claim: dict[ClaimRef, set[str]] = {}
    for origin in sources:
        if origin.independent:
            for chain in origin.chains:
                by_claim.setdefault(chain.claim, set()).add(origin.id)
    return lambda ref: frozenset(by_claim.get(ref, ()))
