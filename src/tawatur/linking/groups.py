"""Claims that were taken for one happening, with their slots resolved: what the later steps of linking work on."""

from dataclasses import dataclass

from tawatur.model import Claim, ClaimType, Figure, Location, Period, Report
from tawatur.model.linked import ClaimRef, Reason

__all__ = ["Group", "Member"]


@dataclass(frozen=True, slots=True)
class Member:
    """A claim as linking sees it: its words through its report, its slots through entities.

    Attributes:
        ref: the claim, by ids.
        report: the report that holds it.
        claim: the claim.
        actors: ids of the entities that are said to have done it, sorted.
        targets: ids of the entities that it was done to or with, sorted.
        places: where it happened, finest first; empty where nothing says so.
        period: when it happened, as its own words or those of its sentence give it; None where nothing says so.
        figures: its quantities.
    """

    ref: ClaimRef
    report: Report
    claim: Claim
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    places: tuple[Location, ...] = ()
    period: Period | None = None
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Claims about one happening, before figures, disputes and origins are worked out.

    Attributes:
        id: id of the event that it becomes.
        type: type of most of its claims.
        members: claims that assert or doubt it, by document date and then by ids.
        denials: claims that deny it, in the same order.
        reasons: why they were taken for one.
    """

    id: str
    type: ClaimType
    members: tuple[Member, ...]
    denials: tuple[Member, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of the documents that tell of it or deny it, sorted."""
        return tuple(sorted({member.ref.document for member in (*self.members, *self.denials)}))
