"""The sample reports with the marks that people made, as records: what a reader without fault would hand on."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from tawatur.lexicon.entries import NameKind
from tawatur.linking.known import load_known
from tawatur.model import (
    Claim,
    ClaimType,
    Cue,
    Document,
    Feature,
    Figure,
    Location,
    Participant,
    Period,
    Report,
    Role,
    Source,
    Span,
    Stance,
    Status,
    Unit,
    claim_id,
)
from tests.linking.factory import FOUND
from tools.quality.corpora import SAMPLE_CORPUS, load_lines, sample_documents

__all__ = ["marked_samples"]

_PLACES = frozenset(feature.value for feature in Feature)
Row = Mapping[str, Any]


def marked_samples() -> dict[str, Report]:
    """The twelve samples with their gold claims, by the name of their file without its ending."""
    lines = load_lines(SAMPLE_CORPUS.gold)
    return {
        name: Report(document, tuple(_claim(document, row) for row in lines[document.id]["claims"]), "marked by hand")
        for name, document in sample_documents().items()
    }


def _claim(document: Document, row: Row) -> Claim:
    trigger = Span(*row["trigger"])
    day = row["date"]
    return Claim(
        id=claim_id(document.id, row["type"], trigger),
        type=ClaimType(row["type"]),
        trigger=trigger,
        evidence=Span(*row["evidence"]),
        stance=Stance(row["stance"]),
        status=Status(row["status"]),
        chain=tuple(
            Source(Span(*s["span"]), s["name"], _entity(document, s["span"], s["name"]), FOUND) for s in row["chain"]
        ),
        cue=None if row["cue"] is None else Cue(Span(*row["cue"]), FOUND),
        medium=None,
        participants=tuple(_participant(document, part) for part in row["args"]),
        figures=tuple(Figure(Span(*f["span"]), f["low"], f["high"], Unit(f["unit"]), FOUND) for f in row["figures"]),
        period=None if day is None else Period(Span(*day["span"]), _day(day["from"]), _day(day["to"]), FOUND),
        found=FOUND,
        status_found=FOUND,
        stance_found=FOUND,
    )


def _participant(document: Document, row: Row) -> Participant:
    entity = _entity(document, row["span"], row["name"])
    name = None if entity is None else load_known().names[entity]
    location = None
    if name is not None and name.kind.value in _PLACES:
        feature = Feature.COUNTRY if name.kind is NameKind.COUNTRY else Feature(name.kind.value)
        point = (name.latitude, name.longitude)
        location = Location(entity, name.english, name.country, *point, feature, None, FOUND)
    return Participant(Role(row["role"]), Span(*row["span"]), row["name"], entity, FOUND, None, location)


def _entity(document: Document, span: Sequence[int], name: str) -> str | None:
    """The id that the lexicon has for the words, else for the plain name that the mark gives."""
    return load_known().whole(Span(*span).cut(document.text)) or load_known().whole(name)


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)
