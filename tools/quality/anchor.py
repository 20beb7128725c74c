"""Claims marked by quotation become gold claims with offsets: nothing is guessed, every fault is named.

The same rules as the codebook's own script. A quotation is looked for inside the claim's evidence
first, then nearest to it.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from tawatur.model import ClaimType, Role, Stance, Status, Unit

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")
_SPACES = str.maketrans("\u00a0\u202f\u2009\n\t", "     ")

Json = Mapping[str, Any]
Range = list[int]


class Anchor:
    """Finds the quotations of one document's marks in its text.

    Attributes:
        faults: what was wrong, a line each; empty where every mark found its place.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.faults: list[str] = []
        self._text = text.translate(_SPACES)

    def claim(self, raw: Json) -> dict[str, Any]:
        """One marked claim with its quotations turned into [start, end)."""
        home = self._span(raw.get("ev"), what="evidence")
        return {
            "type": self._known(raw.get("type"), ClaimType, "type"),
            "evidence": home,
            "trigger": self._span(raw.get("tr"), home, "trigger"),
            "stance": self._known(raw.get("stance", "asserts"), Stance, "stance"),
            "status": self._known(raw.get("status", "done"), Status, "status"),
            "chain": [
                {"span": self._span(s.get("q"), home, "source"), "name": s.get("name")} for s in raw.get("chain", ())
            ],
            "cue": self._span(raw["cue"], home, "cue") if raw.get("cue") else None,
            "args": [
                {
                    "role": self._known(a.get("role"), Role, "role"),
                    "span": self._span(a.get("q"), home, "argument"),
                    "name": a.get("name"),
                }
                for a in raw.get("args", ())
            ],
            "figures": [self._figure(figure, home) for figure in raw.get("figures", ())],
            "date": self._date(raw.get("date"), home),
        }

    def _fault(self, message: str) -> None:
        self.faults.append(f"{self.name}: {message}")

    def _span(self, quote: str | None, home: Range | None = None, what: str = "quotation") -> Range | None:
        wanted = (quote or "").translate(_SPACES)
        found = _places(self._text, wanted) if wanted else []
        if not found:
            self._fault(f"{what} not in the text: {wanted!r}")
            return None
        return list(min((_distance(span, home), span) for span in found)[1])

    def _known(self, value: str | None, allowed: type[StrEnum], what: str) -> str | None:
        if value not in frozenset[str](allowed):
            self._fault(f"unknown {what}: {value!r}")
        return value

    def _figure(self, raw: Json, home: Range | None) -> dict[str, Any]:
        low, high = raw.get("low"), raw.get("high")
        if not all(bound is None or isinstance(bound, int | float) for bound in (low, high)):
            self._fault(f"figure is no number: {raw!r}")
        unit = self._known(raw.get("unit"), Unit, "unit")
        return {"span": self._span(raw.get("q"), home, "figure"), "low": low, "high": high, "unit": unit}

    def _date(self, raw: Json | None, home: Range | None) -> dict[str, Any] | None:
        if not raw:
            return None
        for end in ("from", "to"):
            if raw.get(end) is not None and not _DAY.match(raw[end]):
                self._fault(f"date is not YYYY-MM-DD: {raw!r}")
        return {"span": self._span(raw.get("q"), home, "date"), "from": raw.get("from"), "to": raw.get("to")}


def _places(text: str, quote: str) -> list[tuple[int, int]]:
    at, found = text.find(quote), []
    while at >= 0:
        found.append((at, at + len(quote)))
        at = text.find(quote, at + 1)
    return found


def _distance(span: tuple[int, int], home: Range | None) -> int:
    if not home or (home[0] <= span[0] and span[1] <= home[1]):
        return 0
    return min(abs(span[0] - home[1]), abs(home[0] - span[1]))
