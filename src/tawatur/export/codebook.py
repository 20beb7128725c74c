"""A report as one line of JSON with the fields of the codebook."""

import json
import re

from tawatur.export.credits import credited
from tawatur.export.explain import claim_found, document_found
from tawatur.model import (
    Claim,
    Document,
    Figure,
    Location,
    Participant,
    Period,
    Relation,
    Report,
    Source,
    Span,
    Statement,
)

__all__ = ["codebook_line"]

_UNSAFE = re.compile("[\u007f-\u009f\u2028\u2029\ud800-\udfff]")


def codebook_line(report: Report, explain: bool = False, attributions: bool = False) -> str:
    """One report as one JSON document on one line, without the line end.

    Spans are ``[start, end)`` in code points of the document's text. The line is UTF-8 text that
    any program can split on line ends: half surrogates, line separators and terminal controls
    are written as ``\\uXXXX``.

    Args:
        report: what was read.
        explain: whether every claim also says, under ``found``, which stage and rule gave each field.
        attributions: whether every sourced statement is listed too, whatever it is about.
    """
    document = report.document
    line: dict[str, object] = {
        "id": document.id,
        "lang": document.language.value,
        "date": document.date.isoformat() if document.date is not None else None,
        "outlet": document.outlet,
        "title": document.title.cut(document.text) if document.title is not None else None,
        "reader": report.reader,
        "credits": _credits(document),
        "claims": [_claim(claim, explain) for claim in report.claims],
    }
    if explain:
        line["found"] = document_found(document)
    if attributions:
        line["attributions"] = [_statement(statement) for statement in report.attributions]
    text = json.dumps(line, ensure_ascii=False, allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _credits(document: Document) -> list[dict[str, object]]:
    return [
        {"kind": region.kind.value, "span": _span(region.span), "name": region.name} for region in credited(document)
    ]


def _claim(claim: Claim, explain: bool) -> dict[str, object]:
    fields: dict[str, object] = {
        "id": claim.id,
        "type": claim.type.value,
        "trigger": _span(claim.trigger),
        "evidence": _span(claim.evidence),
        "stance": claim.stance.value,
        "status": claim.status.value,
        "chain": [_source(source) for source in claim.chain],
        "cue": _span(claim.cue.span) if claim.cue is not None else None,
        "medium": _source(claim.medium) if claim.medium is not None else None,
        "args": [_participant(participant) for participant in claim.participants],
        "figures": [_figure(figure) for figure in claim.figures],
        "date": _period(claim.period) if claim.period is not None else None,
    }
    if explain:
        fields["found"] = claim_found(claim)
    return fields


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _statement(statement: Statement) -> dict[str, object]:
    return {
        "source": [_span(span) for span in statement.sources],
        "cue": [_span(statement.cue)] if statement.cue is not None else [],
        "content": [_span(span) for span in statement.content],
    }


def _source(source: Source) -> dict[str, object]:
    return {"span": _span(source.span), "name": source.name, "entity": source.entity}


def _participant(participant: Participant) -> dict[str, object]:
    return {
        "role": participant.role.value,
        "span": _span(participant.span),
        "name": participant.name,
        "entity": participant.entity,
        "location": _location(participant.location) if participant.location is not None else None,
    }


def _location(location: Location) -> dict[str, object]:
    relation = location.relation
    return {
        "entity": location.entity,
        "name": location.name,
        "country": location.country,
        "latitude": location.latitude,
        "longitude": location.longitude,
        "feature": location.feature.value if location.feature is not None else None,
        "relation": _relation(relation) if relation is not None else None,
    }


def _relation(relation: Relation) -> dict[str, object]:
    return {
        "span": _span(relation.span),
        "kind": relation.kind.value,
        "direction": relation.direction,
        "distance_km": _number(relation.distance_km),
    }


def _figure(figure: Figure) -> dict[str, object]:
    return {
        "span": _span(figure.span),
        "low": _number(figure.low),
        "high": _number(figure.high),
        "unit": figure.unit.value,
    }


def _number(value: float | None) -> float | int | None:
    """A whole number without its ``.0``."""
    return int(value) if value is not None and value == int(value) else value


def _period(period: Period) -> dict[str, object]:
    return {"span": _span(period.span), "from": period.first.isoformat(), "to": period.last.isoformat()}
