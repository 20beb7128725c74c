"""Where the references that linking makes lead to: the document, the claim and its words."""

from collections.abc import Iterable

from tawatur.model import Claim, Document, Report
from tawatur.model.linked import ClaimRef

__all__ = ["Shelf"]


class Shelf:
    """The reports that were linked, each to be had by id, in one order whatever order they came in."""

    def __init__(self, reports: Iterable[Report]) -> None:
        held: dict[str, Report] = {}
        for report in sorted(reports, key=lambda r: (r.document.id, r.document.text, r.reader)):
            held.setdefault(report.document.id, report)
        self.reports = tuple(held.values())
        self._documents = {report.document.id: report.document for report in self.reports}
        self._claims = {ClaimRef(r.document.id, claim.id): claim for r in self.reports for claim in r.claims}

    def document(self, id_: str) -> Document:
        """The document of an id."""
        return self._documents[id_]

    def claim(self, ref: ClaimRef) -> Claim:
        """The claim of a reference."""
        return self._claims[ref]

    def claims(self) -> int:
        """How many claims there are."""
        return len(self._claims)
