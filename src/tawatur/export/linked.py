"""What linking makes of a set of reports as one JSON object, for programs."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tawatur.export.json_text import json_text, plain_number
from tawatur.export.shelf import Shelf
from tawatur.model import Document, Location, Report, Span
from tawatur.model.linked import (
    Bounds,
    Chain,
    ClaimRef,
    Copy,
    CoursePoint,
    Cycle,
    Dispute,
    Drift,
    Event,
    EventParticipant,
    Flow,
    Linked,
    LinkedEntity,
    Origin,
    Policy,
    Reason,
)

__all__ = ["linked_line"]

Fields = dict[str, object]


def linked_line(linked: Linked, reports: Iterable[Report], policy: Policy) -> str:
    """What linking made of some reports as one JSON object on one line, without the line end.

    The same reports in any order give the same line. Spans are ``[start, end)`` in code points of the
    text of the document beside which they stand.

    Args:
        linked: what was made of them.
        reports: the reports that were linked.
        policy: how low, best and high were chosen.
    """
    shelf = Shelf(reports)
    disputes: defaultdict[str, list[Dispute]] = defaultdict(list)
    drifts: defaultdict[str, list[Drift]] = defaultdict(list)
    for dispute in linked.disputes:
        disputes[dispute.event].append(dispute)
    for drift in linked.drifts:
        drifts[drift.event].append(drift)
    return json_text(
        {
            "policy": policy.value,
            "documents": [_document(report) for report in shelf.reports],
            "entities": [_entity(entity) for entity in linked.entities],
            "copies": [_copy(copy) for copy in linked.copies],
            "events": [_event(event, shelf, disputes[event.id], drifts[event.id]) for event in linked.events],
            "origins": _origins(linked.events),
            "cycles": [_cycle(cycle) for cycle in linked.cycles],
            "disputes": [_dispute(dispute) for dispute in linked.disputes],
            "drifts": [_drift(drift) for drift in linked.drifts],
            "flows": [_flow(flow) for flow in linked.flows],
        }
    )


def _document(report: Report) -> Fields:
    document = report.document
    return {
        "id": document.id,
        "lang": document.language.value,
        "date": document.date.isoformat() if document.date is not None else None,
        "outlet": document.outlet,
        "title": document.title.cut(document.text) if document.title is not None else None,
        "reader": report.reader,
        "claims": len(report.claims),
    }


def _entity(entity: LinkedEntity) -> Fields:
    return {
        "id": entity.id,
        "name": entity.name,
        "known": entity.known,
        "names": {language: list(names) for language, names in entity.names},
        "mentions": [{"document": m.document, "span": _span(m.span), "words": m.words} for m in entity.mentions],
        "reasons": _reasons(entity.reasons),
    }


def _copy(copy: Copy) -> Fields:
    return {
        "kind": copy.kind.value,
        "copier": copy.copier,
        "original": copy.original,
        "shared": copy.shared,
        "passages": [_span(span) for span in copy.passages],
        "reasons": _reasons(copy.reasons),
    }


def _event(event: Event, shelf: Shelf, disputes: Sequence[Dispute], drifts: Sequence[Drift]) -> Fields:
    return {
        "id": event.id,
        "type": event.type.value,
        "title": event.title,
        "documents": list(event.documents),
        "period": _period(event),
        "place": _place(event.place),
        "figures": {bounds.unit.value: _bounds(bounds) for bounds in event.bounds},
        "participants": [_participant(participant) for participant in event.participants],
        "claims": [_claim(ref, shelf) for ref in event.claims],
        "denials": [_claim(ref, shelf) for ref in event.denials],
        "outlets": event.outlets,
        "independent_origins": sum(origin.independent for origin in event.origins),
        "origins": [_origin(origin) for origin in event.origins],
        "disputes": [_dispute(dispute) for dispute in disputes],
        "drifts": [_drift(drift) for drift in drifts],
        "course": [_point(point) for point in event.course],
        "reasons": _reasons(event.reasons),
        "grade": None if event.grade is None else {"credibility": event.grade.credibility, "why": event.grade.why},
    }


def _period(item: Event | Flow) -> Fields | None:
    if item.first is None and item.last is None:
        return None
    first, last = item.first or item.last, item.last or item.first
    return {"from": str(first), "to": str(last)}


def _place(place: Location | None) -> Fields | None:
    """A place without the words that tell how a spot lies to it: which document they stand in is not known here."""
    if place is None:
        return None
    relation = place.relation
    return {
        "entity": place.entity,
        "name": place.name,
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "feature": place.feature.value if place.feature is not None else None,
        "relation": None
        if relation is None
        else {
            "kind": relation.kind.value,
            "direction": relation.direction,
            "distance_km": plain_number(relation.distance_km),
        },
    }


def _bounds(bounds: Bounds) -> Fields:
    return {
        "low": plain_number(bounds.low),
        "best": plain_number(bounds.best),
        "high": plain_number(bounds.high),
        "policy": bounds.policy.value,
        "low_claim": _ref(bounds.low_claim) if bounds.low_claim is not None else None,
        "best_claim": _ref(bounds.best_claim) if bounds.best_claim is not None else None,
        "high_claim": _ref(bounds.high_claim) if bounds.high_claim is not None else None,
    }


def _participant(participant: EventParticipant) -> Fields:
    return {
        "role": participant.role.value,
        "entity": participant.entity,
        "name": participant.name,
        "claims": [_ref(ref) for ref in participant.claims],
    }


def _claim(ref: ClaimRef, shelf: Shelf) -> Fields:
    claim, document = shelf.claim(ref), shelf.document(ref.document)
    return {
        **_ref(ref),
        "outlet": document.outlet,
        "type": claim.type.value,
        "stance": claim.stance.value,
        "status": claim.status.value,
        "trigger": _span(claim.trigger),
        "evidence": _span(claim.evidence),
        "words": claim.evidence.cut(document.text),
        "chain": [
            {"name": source.name, "entity": source.entity, **_words(source.span, document)} for source in claim.chain
        ],
        "cue": _words(claim.cue.span, document) if claim.cue is not None else None,
        "figures": [
            {
                "low": plain_number(figure.low),
                "high": plain_number(figure.high),
                "unit": figure.unit.value,
                **_words(figure.span, document),
            }
            for figure in claim.figures
        ],
    }


def _words(span: Span, document: Document) -> Fields:
    return {"span": _span(span), "words": span.cut(document.text)}


def _origin(origin: Origin) -> Fields:
    return {
        "id": origin.id,
        "kind": origin.kind.value,
        "name": origin.name,
        "entity": origin.entity,
        "independent": origin.independent,
        "reason": origin.reason,
        "chains": [_chain(chain) for chain in origin.chains],
    }


def _chain(chain: Chain) -> Fields:
    return {**_ref(chain.claim), "links": list(chain.links), "documents": list(chain.documents)}


def _origins(events: Sequence[Event]) -> list[Fields]:
    """Each origin once, with the events that come from it, by what it is and its name."""
    found: dict[str, tuple[Origin, list[Fields]]] = {}
    for event in events:
        for origin in event.origins:
            kept = found.setdefault(origin.id, (origin, []))
            kept[1].append({"event": event.id, "independent": origin.independent, "claims": len(origin.chains)})
    ordered = sorted(found.values(), key=lambda item: (item[0].kind, item[0].name, item[0].id))
    return [
        {"id": o.id, "kind": o.kind.value, "name": o.name, "entity": o.entity, "events": told} for o, told in ordered
    ]


def _cycle(cycle: Cycle) -> Fields:
    return {"links": list(cycle.links), "documents": list(cycle.documents)}


def _dispute(dispute: Dispute) -> Fields:
    return {
        "event": dispute.event,
        "kind": dispute.kind.value,
        "words": dispute.words,
        "sides": [{"value": side.value, "claims": [_ref(ref) for ref in side.claims]} for side in dispute.sides],
    }


def _drift(drift: Drift) -> Fields:
    return {
        "event": drift.event,
        "kind": drift.kind.value,
        "words": drift.words,
        "origin": _ref(drift.origin),
        "repeater": _ref(drift.repeater),
    }


def _point(point: CoursePoint) -> Fields:
    return {
        "day": point.day.isoformat(),
        "unit": point.unit.value,
        "low": plain_number(point.low),
        "high": plain_number(point.high),
        **_ref(point.claim),
    }


def _flow(flow: Flow) -> Fields:
    return {
        "event": flow.event,
        "what": flow.what,
        "low": plain_number(flow.low),
        "high": plain_number(flow.high),
        "unit": flow.unit.value if flow.unit is not None else None,
        "origin": _place(flow.origin),
        "destination": _place(flow.destination),
        "by": flow.by,
        "for": flow.for_whom,
        "carrier": flow.carrier,
        "period": _period(flow),
        "origins": flow.origins,
        "claims": [_ref(ref) for ref in flow.claims],
    }


def _reasons(reasons: Iterable[Reason]) -> list[Fields]:
    return [{"feature": r.feature, "score": round(r.score, 3), "words": r.words} for r in reasons]


def _ref(ref: ClaimRef) -> Fields:
    return {"document": ref.document, "claim": ref.claim}


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
