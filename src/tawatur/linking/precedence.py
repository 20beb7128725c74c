"""Which of two documents with the same text copied the other: credit lines, naming as a source, dates, ids."""

from collections.abc import Callable
from dataclasses import dataclass

from tawatur.lexicon.spelling import fold_phrase
from tawatur.linking.known import Known
from tawatur.model import RegionKind, Report
from tawatur.model.linked import Reason

__all__ = ["WEIGHTS", "Publisher", "copier_first", "publisher"]

_SIGNED = frozenset((RegionKind.BYLINE, RegionKind.CREDIT, RegionKind.DATELINE))
_SAME_NEWS = 2
"""Days between which the date alone does not tell who was first: clocks differ, pages are renewed."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes a document and on whom it says to rest.

    Attributes:
        report: the report.
        outlet: id or folded name of its outlet; None where nobody says.
        credits: ids or names that its credit lines, bylines and datelines hold.
        cited: ids of those that its claims name as sources, or as told by them.
    """

    report: Report
    outlet: str | None
    credits: frozenset[str]
    cited: frozenset[str]

    @property
    def agency(self) -> str | None:
        """Another whom it credits: the first by the alphabet, None where it credits nobody but itself."""
        return min(self.credits - {self.outlet}, default=None)


def publisher(report: Report, known: Known) -> Publisher:
    """The publisher of a report, with names resolved where the lexicon has them."""
    document = report.document
    named = {region.name for region in document.regions if region.kind in _SIGNED and region.name is not None}
    sources = [source for claim in report.claims for source in (*claim.chain, claim.medium) if source is not None]
    return Publisher(
        report,
        _resolved(document.outlet, known) if document.outlet is not None else None,
        frozenset(_resolved(name, known) for name in named),
        frozenset(source.entity for source in sources if source.entity is not None),
    )


def _resolved(name: str, known: Known) -> str:
    return known.outlet(name) or known.whole(name) or " ".join(fold_phrase(name))


def copier_first(left: Publisher, right: Publisher) -> tuple[Publisher, Publisher, Reason]:
    """The two in the order copier, original, with what settled it.

    The features are asked in the order of ``WEIGHTS``; the first that has something to say decides.
    """
    for feature, weight in WEIGHTS.items():
        forward, backward = feature(left, right), feature(right, left)
        if (forward is None) == (backward is None):
            continue
        if forward is not None:
            return left, right, Reason(feature.__name__, weight, forward)
        if backward is not None:
            return right, left, Reason(feature.__name__, weight, backward)
    copier, original = sorted((left, right), key=lambda p: p.report.document.id, reverse=True)
    return (
        copier,
        original,
        Reason("by_id", 0.0, "nothing tells who was first; the id that sorts first is the original"),
    )


# -- features: what speaks for the first having copied the second -----------------------------------


def credits_outlet(copier: Publisher, original: Publisher) -> str | None:
    """The copier names the original's outlet in its credit line, byline or dateline."""
    if original.outlet is None or original.outlet == copier.outlet or original.outlet not in copier.credits:
        return None
    return f"it credits {_shown(original)}" if _days(copier, original) >= -_SAME_NEWS else None


def cites_outlet(copier: Publisher, original: Publisher) -> str | None:
    """The copier names the original's outlet as the source of what it tells."""
    if original.outlet is None or original.outlet == copier.outlet or original.outlet not in copier.cited:
        return None
    return f"it names {_shown(original)} as its source" if _days(copier, original) >= -_SAME_NEWS else None


def published_later(copier: Publisher, original: Publisher) -> str | None:
    """The copier was published on a later day than the original."""
    first, last = original.report.document.date, copier.report.document.date
    return f"published on {last}, the other on {first}" if first and last and first < last else None


def keeps_credit(copier: Publisher, original: Publisher) -> str | None:
    """Only the original credits an agency: the copier left it out, or took the text at second hand."""
    if original.agency is None or copier.agency is not None:
        return None
    return f"only the other credits {original.agency}"


def is_dated(copier: Publisher, original: Publisher) -> str | None:
    """Only the original says on which day it was published."""
    told = original.report.document.date is not None and copier.report.document.date is None
    return "only the other is dated" if told else None


WEIGHTS: dict[Callable[[Publisher, Publisher], str | None], float] = {
    credits_outlet: 4.0,
    cites_outlet: 3.0,
    published_later: 2.0,
    keeps_credit: 1.0,
    is_dated: 0.5,
}
"""What is asked to tell the copier from the original, in this order, with how much it says."""


def _days(copier: Publisher, original: Publisher) -> int:
    """Days from the original to the copier; 0 where one is not dated."""
    first, last = original.report.document.date, copier.report.document.date
    return (last - first).days if first is not None and last is not None else 0


def _shown(one: Publisher) -> str:
    return one.report.document.outlet or one.report.document.id
