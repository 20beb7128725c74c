"""What linking makes of a set of reports, for a terminal: events, most telling first, then movements and circles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tawatur.export.columns import Cell, Line, clipped, fold_cells
from tawatur.export.event_block import LABEL, Told, event_lines, many, number_of, place_cells
from tawatur.export.layout import COLOURED, LONGEST, PLAIN, rows
from tawatur.export.mixed import mixed
from tawatur.export.shelf import Shelf
from tawatur.model import Document, Failure, Report
from tawatur.model.linked import Copy, Cycle, Dispute, Drift, Flow, Linked, Policy

__all__ = ["LinkedLook", "linked_text"]

_LEAST = 20
_GUTTER = 5


@dataclass(frozen=True, slots=True)
class LinkedLook:
    """How linked reports are printed.

    Attributes:
        width: columns of the terminal; fewer than 20 are taken as 20.
        policy: how low, best and high were chosen.
        everything: whether events that one claim alone tells are printed too.
        colour: whether to use bold and dim type (ANSI codes).
    """

    width: int
    policy: Policy
    everything: bool = False
    colour: bool = False


def linked_text(linked: Linked, reports: Sequence[Report], failures: Sequence[Failure], look: LinkedLook) -> str:
    """What linking made of some reports, ending in a line end; no line is wider than the terminal.

    Events stand first, those of most reports before others, among these those with drift and disputes; then who
    copied whom, movements, circles of outlets and a summary.

    Args:
        linked: what was made of them.
        reports: the reports that were linked.
        failures: what could not be read.
        look: how to print it.
    """
    width, style = max(look.width, _LEAST), COLOURED if look.colour else PLAIN
    shelf = Shelf(reports)
    told = _told(linked)
    shown = [each for each in told if look.everything or _claims(each) > 1]
    lines: list[str] = []
    for number, each in enumerate(shown, 1):
        lines += ["─" * width, *(line.shown for line in event_lines(number, each, shelf, width, style))]
    flows = _flows(linked, {each.event.id for each in shown}, everything=look.everything)
    for title, blocks in (
        ("copies", [_copy(copy, shelf) for copy in linked.copies]),
        ("movements", [_flow(flow) for flow in flows]),
        ("circles", [_cycle(cycle) for cycle in linked.cycles]),
    ):
        if blocks:
            lines += ["─" * width, style.bold[0] + title + style.bold[1]]
            lines += [line.shown for number, cells in enumerate(blocks, 1) for line in _item(number, cells, width)]
    lines += ["─" * width]
    summary = _summary(linked, shelf, failures, look, (len(shown), len(flows)))
    lines += [line.shown for line in rows(list(summary), width, LABEL, style)]
    return "\n".join(line.rstrip(" ") for line in lines) + "\n"


def _told(linked: Linked) -> list[Told]:
    """The events with their disputes and drifts, most telling first."""
    disputes: defaultdict[str, list[Dispute]] = defaultdict(list)
    drifts: defaultdict[str, list[Drift]] = defaultdict(list)
    for dispute in linked.disputes:
        disputes[dispute.event].append(dispute)
    for drift in linked.drifts:
        drifts[drift.event].append(drift)
    told = [Told(event, tuple(disputes[event.id]), tuple(drifts[event.id])) for event in linked.events]

    def telling(each: Told) -> tuple[int, int, int, int, str, str]:
        event = each.event
        return (
            -len(event.documents),
            -len(each.drifts),
            -len(each.disputes),
            -_claims(each),
            event.first.isoformat() if event.first is not None else "9",
            event.id,
        )

    return sorted(told, key=telling)


def _claims(told: Told) -> int:
    return len(told.event.claims) + len(told.event.denials)


def _flows(linked: Linked, shown: set[str], *, everything: bool) -> list[Flow]:
    """The movements of printed events, and others that know what or how many moved and where from or to."""
    return [
        flow
        for flow in linked.flows
        if everything
        or flow.event in shown
        or ((flow.what or flow.unit is not None) and (flow.origin is not None or flow.destination is not None))
    ]


def _item(number: int, cells: Sequence[Cell], width: int) -> Iterator[Line]:
    for place, line in enumerate(fold_cells(cells, width - _GUTTER)):
        yield Line((f"{number:>3}  " if not place else " " * _GUTTER) + line.shown, _GUTTER + line.width, line.marks)


def _copy(copy: Copy, shelf: Shelf) -> list[Cell]:
    cells = [*_report(shelf.document(copy.copier)), Cell("repeats"), *_report(shelf.document(copy.original))]
    cells += [Cell("·"), Cell(copy.kind.value)]
    for reason in copy.reasons:
        cells += [Cell("·"), *mixed(clipped(reason.words, LONGEST))]
    return cells


def _report(document: Document) -> list[Cell]:
    name = document.outlet if document.outlet is not None else document.origin or document.id
    return [Cell(clipped(name, LONGEST)), *([Cell(f"({document.date})")] if document.date is not None else [])]


def _flow(flow: Flow) -> list[Cell]:
    parts: list[list[Cell]] = []
    if flow.unit is not None:
        parts.append([Cell(number_of(flow.low, flow.high, flow.unit))])
    if flow.what is not None:
        parts.append([_name(flow.what)])
    start = place_cells(flow.origin) if flow.origin is not None else []
    end = place_cells(flow.destination) if flow.destination is not None else []
    parts.append([*start, Cell("→"), *end] if start and end else [Cell("from" if start else "to"), *(start or end)])
    named = (("by", flow.by), ("for", flow.for_whom), ("carried by", flow.carrier))
    parts += [[Cell(word), _name(name)] for word, name in named if name is not None]
    days = list(dict.fromkeys(day.isoformat() for day in (flow.first, flow.last) if day is not None))
    parts.append([Cell(" to ".join(days))] if days else [])
    parts.append([Cell(many(flow.origins, "origin"))])
    cells: list[Cell] = []
    for part in parts:
        if len(part) > 1 or (part and part[0].text != "to"):
            cells += [Cell("·"), *part] if cells else part
    return cells


def _cycle(cycle: Cycle) -> list[Cell]:
    cells: list[Cell] = []
    for link in cycle.links:
        cells += [Cell("→"), _name(link)] if cells else [_name(link)]
    return cells


def _name(words: str) -> Cell:
    return Cell(clipped(words, LONGEST))


def _summary(
    linked: Linked, shelf: Shelf, failures: Sequence[Failure], look: LinkedLook, shown: tuple[int, int]
) -> Iterator[tuple[str, list[Cell]]]:
    events, flows = shown
    outlets = len({r.document.outlet for r in shelf.reports if r.document.outlet is not None})
    unread = [f"{len(failures)} not read"] if failures else []
    yield "reports", _listed([f"{len(shelf.reports)} linked", *unread, many(outlets, "outlet")])
    yield "claims", _listed([f"{shelf.claims():,}"])
    alone = len(linked.events) - events
    hidden = [f"{alone:,} of one claim each (--all prints them)"] if alone else []
    yield "events", _listed([f"{events:,} shown", *hidden, f"figures by the policy {look.policy.value}"])
    yield "disputes", _listed([_counted(linked.disputes)])
    yield "drift", _listed([_counted(linked.drifts)])
    more = len(linked.flows) - flows
    told = [f"{more:,} more say too little for a row (--all prints them)"] if more else []
    yield "movements", _listed([f"{flows:,} shown", *told])
    yield "circles", _listed([f"{len(linked.cycles)}"])


def _counted(items: Iterable[Dispute | Drift]) -> str:
    kinds: defaultdict[str, int] = defaultdict(int)
    for item in items:
        kinds[item.kind.value] += 1
    words = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items(), key=lambda item: (-item[1], item[0])))
    return f"{sum(kinds.values())}" + (f" ({words})" if words else "")


def _listed(items: Sequence[str]) -> list[Cell]:
    return [Cell(", ".join(items))]
