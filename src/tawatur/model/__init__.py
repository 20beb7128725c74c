"""What is a piece of evidence? The words of the house as frozen records; standard library only."""

from tawatur.model.claim import (
    Claim,
    ClaimType,
    Cue,
    Figure,
    Participant,
    Period,
    Report,
    Role,
    Source,
    Stance,
    Statement,
    Status,
    Unit,
)
from tawatur.model.document import Document, Failure, Language, Region, RegionKind
from tawatur.model.found import Found
from tawatur.model.ids import claim_id, document_id
from tawatur.model.location import Feature, Location, Relation, RelationKind
from tawatur.model.span import Span

__all__ = [
    "Claim",
    "ClaimType",
    "Cue",
    "Document",
    "Failure",
    "Feature",
    "Figure",
    "Found",
    "Language",
    "Location",
    "Participant",
    "Period",
    "Region",
    "RegionKind",
    "Relation",
    "RelationKind",
    "Report",
    "Role",
    "Source",
    "Span",
    "Stance",
    "Statement",
    "Status",
    "Unit",
    "claim_id",
    "document_id",
]
