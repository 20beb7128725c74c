"""Linked reports made by hand for the tests of export: an event of three outlets that come down to one source."""

import datetime as dt
from dataclasses import replace
from typing import Any

from tawatur.model import ClaimType, Feature, Found, Location, Report, Role, Unit
from tawatur.model.linked import (
    Bounds,
    Chain,
    ClaimRef,
    Copy,
    CopyKind,
    CoursePoint,
    Cycle,
    Dispute,
    DisputeKind,
    DisputeSide,
    Drift,
    DriftKind,
    Event,
    EventParticipant,
    Flow,
    Grade,
    Linked,
    Origin,
    OriginKind,
    Policy,
    Reason,
)
from tests.export.made import full_claim, report

HARBOUR, DELTA, POST = "وكالة المرفأ (عينة)", "موقع الدلتا (عينة)", "The Specimen Post"
SOURCE = "مصدر عسكري"
DAY = dt.date(2020, 3, 3)
BENGHAZI = Location("benghazi", "Benghazi", "LY", 32.1, 20.1, Feature.TOWN, None, Found("locations", "names benghazi"))


def reports() -> list[Report]:
    """The same arrival in three outlets, on three days; the third tells it twice."""
    made = []
    for number, (id_, outlet) in enumerate((("a", HARBOUR), ("b", DELTA), ("c", POST))):
        claims = [replace(full_claim(), id=f"{id_}{n}") for n in range(1, 3 if id_ == "c" else 2)]
        made.append(report(claims, id=id_, outlet=outlet, date=DAY + dt.timedelta(days=number)))
    return made


def ref(document: str, number: int = 1) -> ClaimRef:
    return ClaimRef(document, f"{document}{number}")


def source_origin(**changes: Any) -> Origin:
    fields: dict[str, Any] = {
        "id": "o1",
        "kind": OriginKind.SOURCE,
        "name": SOURCE,
        "entity": None,
        "independent": True,
        "chains": (
            Chain(ref("a"), (HARBOUR, SOURCE), ("a",)),
            Chain(ref("b"), (DELTA, HARBOUR, SOURCE), ("b", "a")),
        ),
        "reason": f"2 outlets come down to it: {DELTA}, {HARBOUR}",
    }
    return Origin(**{**fields, **changes})


def hearsay_origin() -> Origin:
    chains = (Chain(ref("c"), (POST,), ("c",)),)
    return Origin("o2", OriginKind.UNSOURCED, "hearsay", None, False, chains, "hearsay never counts")


def event(**changes: Any) -> Event:
    """An arrival of 300 or 1,500, told by two outlets and denied by a third."""
    fields: dict[str, Any] = {
        "id": "e1",
        "type": ClaimType.TRANSFER,
        "title": "Transfer at Benghazi, 2020-03-03",
        "first": DAY,
        "last": DAY,
        "place": BENGHAZI,
        "participants": (
            EventParticipant(Role.OBJECT, None, "300 مقاتل", (ref("a"),)),
            EventParticipant(Role.DESTINATION, "benghazi", "Benghazi", (ref("a"), ref("b"))),
        ),
        "claims": (ref("a"), ref("b")),
        "denials": (ref("c"),),
        "documents": ("a", "b", "c"),
        "outlets": 3,
        "origins": (source_origin(), hearsay_origin()),
        "bounds": (Bounds(Unit.FIGHTERS, Policy.RANGE, 300.0, 300.0, 1500.0, ref("a"), ref("a"), ref("b")),),
        "course": (
            CoursePoint(DAY, Unit.FIGHTERS, 300.0, 300.0, ref("a")),
            CoursePoint(DAY + dt.timedelta(days=1), Unit.FIGHTERS, 1500.0, 1500.0, ref("b")),
        ),
        "reasons": (Reason("same_place", 1.30001, "Benghazi"),),
        "grade": Grade(4, f"one independent origin ({SOURCE}), and it is denied"),
    }
    return Event(**{**fields, **changes})


def lone_event(claim: int = 2) -> Event:
    """Another event that one claim of the third outlet alone tells."""
    return event(
        id="e2", title="Aid, no day", claims=(ref("c", claim),), denials=(), documents=("c",), outlets=1, origins=(),
        bounds=(), course=(), reasons=(), grade=None, place=None, first=None, last=None, participants=(),
    )  # fmt: skip


def linked(**changes: Any) -> Linked:
    """Both events, with all that can be said of them."""
    sides = (DisputeSide("300", (ref("a"),)), DisputeSide("1500", (ref("b"),)))
    fields: dict[str, Any] = {
        "entities": (),
        "copies": (Copy(CopyKind.REWRITE, "b", "a", 0.74, (Reason("shared_text", 3.0, "74% of its words"),)),),
        "events": (lone_event(), event()),
        "cycles": (Cycle((POST, DELTA, POST), ("b", "c")),),
        "disputes": (Dispute("e1", DisputeKind.FIGURE, sides, "fighters: 300 or 1500"),),
        "drifts": (Drift("e1", DriftKind.FIGURE, ref("a"), ref("b"), f"{HARBOUR} says '300 مقاتل', {DELTA} '1500'"),),
        "flows": (
            Flow(
                "e1", "300 مقاتل", 300.0, 1500.0, Unit.FIGHTERS, None, BENGHAZI, None, "قوات الشرق", None, DAY, DAY, 1,
                (ref("a"), ref("b")),
            ),
        ),
    }  # fmt: skip
    return Linked(**{**fields, **changes})
