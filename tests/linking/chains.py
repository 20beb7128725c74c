"""The small sets of ``fixtures/``: reports with what is known of their origins, cycles and drift."""

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tawatur import route
from tawatur.linking import citations, drift, grading, origins
from tawatur.linking.groups import Group
from tawatur.model import ClaimType, Language, Report, Stance, Status, Unit
from tawatur.model.linked import Copy, CopyKind, Cycle, Drift, Grade, Origin
from tests.linking.factory import Count, Names, Told, Who, group_of, report

FIXTURES = Path(__file__).parent / "fixtures"
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ChainSet:
    """One small set.

    Attributes:
        name: the sentence that it stands for.
        reports: its reports; every claim of its type is about one event.
        copies: which of them repeat which.
        expected: what must come out, as the file has it.
    """

    name: str
    reports: tuple[Report, ...]
    copies: tuple[Copy, ...]
    expected: Row


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the parts of linking make of a set."""

    origins: tuple[Origin, ...]
    cycles: tuple[Cycle, ...]
    drifts: tuple[Drift, ...]
    grade: Grade | None

    @property
    def count(self) -> int:
        """How many origins are independent."""
        return sum(origin.independent for origin in self.origins)


def rows() -> Iterator[Row]:
    """All sets as the files have them."""
    for path in sorted(FIXTURES.glob("*.toml")):
        yield from tomllib.loads(path.read_text(encoding="utf-8"))["set"]


def made(row: Row) -> ChainSet:
    """The records of a set: built by hand from sentences, or read from a text."""
    type_ = ClaimType(row["type"])
    reports = tuple(_report(one, type_) for one in row["report"])
    copies = tuple(Copy(CopyKind(kind), copier, original, 0.9, ()) for copier, original, kind in row.get("copies", ()))
    return ChainSet(row["name"], reports, copies, row["expect"])


def outcome(reports: Sequence[Report], copies: Sequence[Copy], group: Group | None = None) -> Outcome:
    """What comes out where all claims of the reports are one event."""
    event = group_of(*reports) if group is None else group
    graph = citations.graph(reports, (event,), Names(reports), copies)
    found = origins.of_event(event, graph)
    return Outcome(found, graph.cycles, drift.of_event(event, graph), grading.propose(event, found))


def _report(row: Row, type_: ClaimType) -> Report:
    language = Language(row.get("language", "en"))
    if "text" in row:
        date = dt.date.fromisoformat(row["date"])
        read = route.read_text(row["text"], date=date, language=language, outlet=row["outlet"])
        document = replace(read.document, id=row["id"])
        return replace(read, document=document, claims=tuple(c for c in read.claims if c.type is type_))
    told = (_told(one, type_) for one in row["claim"])
    title, credit = row.get("title"), row.get("credit")
    return report(row["id"], row["outlet"], row["date"], *told, language=language, credit=credit, title=title)


def _told(row: Row, type_: ClaimType) -> Told:
    return Told(
        sentence=row["says"],
        trigger=row["trigger"],
        type=type_,
        chain=tuple(_who(words) for words in row.get("by", ())),
        cue=row.get("cue"),
        stance=Stance(row.get("stance", "asserts")),
        status=Status(row.get("status", "done")),
        medium=_who(row["medium"]) if "medium" in row else None,
        counts=tuple(_count(*figure) for figure in row.get("figures", ())),
    )


def _who(words: str) -> Who:
    """A source as the files have it: its words, and the lexicon's id behind a bar."""
    said, _, entity = words.partition(" | ")
    return Who(said, None, entity or None)


def _count(words: str, unit: str, low: float, high: float) -> Count:
    """A figure as the files have it; -1 for no bound."""
    return Count(words, None if low < 0 else low, None if high < 0 else high, Unit(unit))
