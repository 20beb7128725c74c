"""What linking a new set of reports changes against an earlier one: events gained, lost, joined, parted and changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tawatur.export.columns import Cell, Line, clipped, fold_cells
from tawatur.export.earlier import Earlier, EarlierEvent, Scalar
from tawatur.export.json_text import json_text
from tawatur.export.layout import COLOURED, LONGEST, PLAIN
from tawatur.export.mixed import mixed

__all__ = ["Change", "Changed", "Difference", "difference", "difference_line", "difference_text"]

_LEAST = 20
_MOST = 12


@dataclass(frozen=True, slots=True)
class Change:
    """One field that differs.

    Attributes:
        field: its name, as in the JSON; ``figures.killed.low`` for one within another.
        was: its earlier value, None where there was none or where it is a list.
        becomes: its value now.
        gained: the items that a list has now and had not: key of each and words for people.
        lost: the items that it had and has no more, likewise.
    """

    field: str
    was: Scalar = None
    becomes: Scalar = None
    gained: tuple[tuple[str, str], ...] = ()
    lost: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """An event with what differs in it.

    Attributes:
        event: the event as it is now.
        before: the ids of the earlier events whose claims it holds, the one it goes on from first.
        changes: the fields that differ from that one.
    """

    event: EarlierEvent
    before: tuple[str, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two sets of linked reports.

    Attributes:
        whole: what differs outside of events: policy, documents, copies, circles.
        gained: events none of whose claims was there before, or that were parted from one that goes on.
        lost: events none of whose claims is there any more, or that went up in another.
        changed: events that go on, and differ.
        same: how many go on as they were.
    """

    whole: tuple[Change, ...]
    gained: tuple[EarlierEvent, ...]
    lost: tuple[EarlierEvent, ...]
    changed: tuple[Changed, ...]
    same: int


def difference(before: Earlier, now: Earlier) -> Difference:
    """What differs between two sets of linked reports.

    An event goes on in the one that holds most of its claims; of several that go on in one, the one that
    gives most of them.

    Args:
        before: the earlier set.
        now: the new one.
    """
    heirs = _heirs(before, now)
    by_id = {event.id: event for event in before.events}
    homes: dict[str, list[str]] = {}
    home = {claim: event.id for event in before.events for claim in event.claims}
    for event in now.events:
        shares = [home[claim] for claim in sorted(event.claims) if claim in home]
        homes[event.id] = sorted(set(shares), key=lambda id_: (id_ != heirs.get(event.id), -shares.count(id_), id_))
    changed, same = [], 0
    for event in now.events:
        old = heirs.get(event.id)
        if old is None:
            continue
        changes = tuple(_changes(by_id[old], event))
        same += not changes
        if changes:
            changed.append(Changed(event, tuple(homes[event.id]), changes))
    going_on = set(heirs.values())
    return Difference(
        whole=tuple(_whole(before, now)),
        gained=tuple(event for event in now.events if event.id not in heirs),
        lost=tuple(event for event in before.events if event.id not in going_on),
        changed=tuple(changed),
        same=same,
    )


def difference_line(found: Difference) -> str:
    """A difference as one JSON object on one line, without the line end."""
    return json_text(
        {
            "changes": [_change(change) for change in found.whole],
            "events": {
                "gained": [_event(event) for event in found.gained],
                "lost": [_event(event) for event in found.lost],
                "changed": [
                    {**_event(c.event), "before": list(c.before), "changes": [_change(change) for change in c.changes]}
                    for c in found.changed
                ],
                "same": found.same,
            },
        }
    )


def difference_text(found: Difference, width: int, colour: bool = False, everything: bool = False) -> str:
    """A difference in words, ending in a line end; no line is wider than ``width`` columns.

    Args:
        found: the difference.
        width: columns of the terminal; fewer than 20 are taken as 20.
        colour: whether to use bold type (ANSI codes).
        everything: whether to list also events of one claim that were gained or lost, and every item of a list.
    """
    width, bold = max(width, _LEAST), (COLOURED if colour else PLAIN).bold
    most = None if everything else _MOST
    lines = [line for change in found.whole for line in _told(change, width, 0, most)]
    for mark, events in (("+", found.gained), ("-", found.lost)):
        for event in events:
            if everything or len(event.claims) > 1:
                told = f"{len(event.claims)} claim" + ("s" if len(event.claims) > 1 else "")
                title = clipped(event.title, LONGEST)
                lines += _hanging([Cell(f"{mark} event"), Cell(title), Cell(f"({told})")], width, 0)
    for each in found.changed:
        title = clipped(each.event.title, LONGEST)
        cells = [Cell("~ event"), Cell(title, strong=(0, len(title)))]
        if len(each.before) > 1:
            cells.append(Cell(f"(joined from {len(each.before)} events)"))
        lines += _hanging(cells, width, 0, bold)
        lines += [line for change in each.changes for line in _told(change, width, 4, most)]
    lines += fold_cells([Cell(_summary(found, everything))], width)
    return "\n".join(line.shown.rstrip(" ") for line in lines) + "\n"


def _heirs(before: Earlier, now: Earlier) -> dict[str, str]:
    """New event -> the earlier event that goes on in it; each goes on in one at most."""
    home = {claim: event.id for event in now.events for claim in event.claims}
    shared: dict[tuple[str, str], int] = {}
    for event in before.events:
        for claim in event.claims:
            if claim in home:
                pair = (event.id, home[claim])
                shared[pair] = shared.get(pair, 0) + 1
    found: dict[str, str] = {}
    taken: set[str] = set()
    for old, new in sorted(shared, key=lambda pair: (-shared[pair], pair[0] != pair[1], pair)):
        if old not in taken and new not in found:
            found[new] = old
            taken.add(old)
    return found


def _whole(before: Earlier, now: Earlier) -> Iterator[Change]:
    if before.policy != now.policy:
        yield Change("policy", before.policy, now.policy)
    lists = (("documents", before.documents, now.documents), ("copies", before.copies, now.copies))
    for field, was, is_ in (*lists, ("cycles", before.cycles, now.cycles)):
        yield from _list_change(field, was, is_)


def _changes(was: EarlierEvent, now: EarlierEvent) -> Iterator[Change]:
    for field in dict.fromkeys((*was.values, *now.values)):
        old, new = was.values.get(field), now.values.get(field)
        if old != new:
            yield Change(field, old, new)
    for field, items in now.lists.items():
        yield from _list_change(field, was.lists[field], items)


def _list_change(field: str, was: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Change]:
    gained = tuple(item for item in now.items() if item[0] not in was)
    lost = tuple(item for item in was.items() if item[0] not in now)
    if gained or lost:
        yield Change(field, gained=gained, lost=lost)


def _event(event: EarlierEvent) -> dict[str, object]:
    return {"id": event.id, "title": event.title, "claims": len(event.claims)}


def _change(change: Change) -> dict[str, object]:
    if change.gained or change.lost:
        gained, lost = ([{"key": key, "words": words} for key, words in i] for i in (change.gained, change.lost))
        return {"field": change.field, "gained": gained, "lost": lost}
    return {"field": change.field, "was": change.was, "now": change.becomes}


def _told(change: Change, width: int, indent: int, most: int | None) -> Iterator[Line]:
    name = change.field.removeprefix("figures.").replace("_", " ").replace(".", ", ")
    if not change.gained and not change.lost:
        cells = [*mixed(_value(change.was)), Cell("→"), *mixed(_value(change.becomes))]
        yield from _hanging([Cell(f"~ {name}:"), *cells], width, indent)
    for mark, items in (("+", change.gained), ("-", change.lost)):
        for _, words in items[:most]:
            yield from _hanging([Cell(f"{mark} {name}:"), *mixed(clipped(words, LONGEST))], width, indent)
        if most is not None and len(items) > most:
            yield from _hanging([Cell(f"{mark} {name}: {len(items) - most} more")], width, indent)


def _value(value: Scalar) -> str:
    if isinstance(value, str):
        return clipped(value, LONGEST)
    return "none" if value is None else f"{value:,}"


def _hanging(cells: Sequence[Cell], width: int, indent: int, bold: tuple[str, str] = ("", "")) -> Iterable[Line]:
    inner = indent + 2
    for place, line in enumerate(fold_cells(cells, width - inner, bold)):
        before = " " * (inner if place else indent)
        yield Line(before + line.shown, len(before) + line.width, line.marks)


def _summary(found: Difference, everything: bool) -> str:
    def counted(events: Sequence[EarlierEvent]) -> str:
        alone = sum(len(event.claims) == 1 for event in events)
        return f"{len(events):,}" + (f" ({alone:,} of one claim, not listed)" if alone and not everything else "")

    words = f"events: {counted(found.gained)} gained, {counted(found.lost)} lost, {len(found.changed):,} changed"
    return f"{words}, {found.same:,} as before"
