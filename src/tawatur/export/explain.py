"""Which stage and rule gave each field of a claim."""

from collections.abc import Iterator

from tawatur.model import Claim, Document, Found, Location

__all__ = ["claim_found", "document_found", "reasons"]


def claim_found(claim: Claim) -> dict[str, object]:
    """The reasons of one claim as JSON values, under the names of the fields that they explain.

    Lists stand in the order of the lists that they explain. A field that the claim lacks is null.
    """
    return {
        "type": _reason(claim.found),
        "trigger": _reason(claim.found),
        "evidence": _reason(claim.found),
        "stance": _reason(claim.stance_found),
        "status": _reason(claim.status_found),
        "chain": [_named(source.found, source.named) for source in claim.chain],
        "cue": _reason(claim.cue.found if claim.cue is not None else None),
        "medium": _reason(claim.medium.found if claim.medium is not None else None),
        "args": [_named(p.found, p.named, p.location) for p in claim.participants],
        "figures": [_reason(figure.found) for figure in claim.figures],
        "date": _reason(claim.period.found if claim.period is not None else None),
    }


def document_found(document: Document) -> dict[str, object]:
    """The reasons of the document's own fields as JSON values: what gave its date."""
    return {"date": document.date_found}


def reasons(claim: Claim) -> Iterator[tuple[str, Found]]:
    """What found each field of a claim, for people: the field's name on the ledger, then its reason."""
    yield "type", claim.found
    yield "status", claim.status_found
    yield "stance", claim.stance_found
    for participant in claim.participants:
        yield participant.role.value, participant.found
        if participant.named is not None:
            yield f"{participant.role.value} named", participant.named
    for figure in claim.figures:
        yield "figure", figure.found
    if claim.period is not None:
        yield "when", claim.period.found
    if claim.cue is not None:
        yield "cue", claim.cue.found
    for source in claim.chain:
        yield "source", source.found
        if source.named is not None:
            yield "source named", source.named
    if claim.medium is not None:
        yield "medium", claim.medium.found


def _named(found: Found, named: Found | None, location: Location | None = None) -> dict[str, object]:
    """The reason of a source or participant, with what settled its name and its place where something did."""
    reason: dict[str, object] = {"stage": found.stage, "rule": found.rule}
    if named is not None:
        reason["named"] = _reason(named)
    if location is not None:
        reason["location"] = _reason(location.found)
    return reason


def _reason(found: Found | None) -> dict[str, str] | None:
    return {"stage": found.stage, "rule": found.rule} if found is not None else None
