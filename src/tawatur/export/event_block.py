"""An event as a block for a terminal: what happened, who says which figure, how many say it independently."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tawatur.export.columns import Cell, Line, clipped, fold_cells
from tawatur.export.layout import LONGEST, Style, beside, quotation, rows
from tawatur.export.mixed import mixed
from tawatur.export.origins_tree import origin_lines
from tawatur.export.shelf import Shelf
from tawatur.export.wording import chain, quantity
from tawatur.model import Feature, Figure, Location, Role, Span, Unit
from tawatur.model.found import Found
from tawatur.model.linked import Bounds, ClaimRef, Dispute, Drift, Event, Reason

__all__ = ["LABEL", "Told", "event_lines", "many", "number_of", "place_cells"]

LABEL = 10
"""The columns of the labels."""

_GUTTER = 5
_WIDE = 120
_MOST_NAMES = 4
_MOST_QUOTES = 8
_MOST_REASONS = 6
_COMMA = Cell(",", tight=True)
_SEMICOLON = Cell(";", tight=True)
_ARROW = Cell("→")
_FOUND = Found("linking", "bounds")


@dataclass(frozen=True, slots=True)
class Told:
    """An event with what its claims disagree about and what changed on the way to some of them."""

    event: Event
    disputes: tuple[Dispute, ...] = ()
    drifts: tuple[Drift, ...] = ()


def event_lines(number: int, told: Told, shelf: Shelf, width: int, style: Style) -> list[Line]:
    """The lines of one event; none takes more than ``width`` columns.

    From 120 columns on the words of its claims stand beside the fields, else below them.

    Args:
        number: its number in the list.
        told: the event.
        shelf: the reports that were linked.
        width: the columns there are.
        style: what stands out and how.
    """
    wide = width >= _WIDE
    start = (width + _GUTTER + LABEL) // 2 if wide else width
    room = (start - 2 if wide else width) - _GUTTER
    title = clipped(told.event.title, LONGEST)
    body = fold_cells([Cell(title, strong=(0, len(title)))], room, style.bold)
    body += _fields(told, shelf, room, style)
    if not wide:
        body += _labelled("words", _quotes(told.event, shelf, room - LABEL, style), style)
    left = beside([Line(f"{number:>3}  ", _GUTTER)], body, _GUTTER)
    if not wide:
        return left
    marks = max(line.marks for line in left)
    return beside(left, _quotes(told.event, shelf, width - start - marks, style), start)


def many(count: int, noun: str) -> str:
    """A count with its noun: ``1 claim``, ``2 claims``."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def number_of(low: float | None, high: float | None, unit: Unit) -> str:
    """A number between two bounds with what it counts, in words."""
    return quantity(Figure(Span(0, 0), low, high, unit, _FOUND))


def place_cells(place: Location) -> list[Cell]:
    """A place with how a spot lies to it and with its country."""
    relation = place.relation
    cells = [Cell(clipped(place.name, LONGEST))]
    if relation is not None:
        told = [relation.kind.value if relation.direction is None else f"{relation.direction} of"]
        if relation.distance_km is not None:
            told.insert(0, f"{relation.distance_km:g} km")
        cells.insert(0, Cell(" ".join(told)))
    if place.country is not None and place.feature is not Feature.COUNTRY:
        cells.append(Cell(f"({place.country})"))
    return cells


def _fields(told: Told, shelf: Shelf, width: int, style: Style) -> list[Line]:
    event = told.event
    fields: list[tuple[str, list[Cell]]] = [("when", _when(event)), ("where", _where(event)), *_participants(event)]
    lines = rows([(label, cells) for label, cells in fields if cells], width, LABEL, style)
    lines += _labelled("figures", [line for b in event.bounds for line in _figure(b, shelf, width - LABEL)], style)
    lines += _labelled("origins", _origins(event, shelf, width - LABEL, style), style)
    later: list[tuple[str, list[Cell]]] = []
    for dispute in told.disputes:
        later += _dispute(dispute, shelf)
    later += [("denied", _speakers(event.denials, shelf))] if event.denials else []
    later += [("drift", [Cell(f"{drift.kind.value}:"), *mixed(clipped(drift.words, LONGEST))]) for drift in told.drifts]
    course = _course(event)
    later += [("course", course)] if course else []
    if event.grade is not None:
        later.append(("grade", [Cell(f"{event.grade.credibility} proposed:"), *mixed(event.grade.why)]))
    later += [("because", _because(event.reasons))] if event.reasons else []
    return lines + rows(_without_repeats(later), width, LABEL, style)


def _without_repeats(fields: Iterable[tuple[str, list[Cell]]]) -> list[tuple[str, list[Cell]]]:
    """Fields whose label is not that of the field before."""
    found: list[tuple[str, list[Cell]]] = []
    last = ""
    for label, cells in fields:
        found.append(("" if label == last else label, cells))
        last = label
    return found


def _labelled(label: str, lines: Sequence[Line], style: Style) -> list[Line]:
    dimmed = Line(style.dim[0] + label + style.dim[1], len(label))
    return beside([dimmed], lines, LABEL) if lines else []


def _when(event: Event) -> list[Cell]:
    days = list(dict.fromkeys(day.isoformat() for day in (event.first, event.last) if day is not None))
    return [Cell(" to ".join(days))] if days else []


def _where(event: Event) -> list[Cell]:
    place = event.place
    if place is None:
        return []
    cells = place_cells(place)
    if place.latitude is not None and place.longitude is not None:
        north, east = f"{abs(place.latitude):.2f}°", f"{abs(place.longitude):.2f}°"
        cells += [_COMMA, Cell(f"{north}{'N' if place.latitude >= 0 else 'S'}")]
        cells += [Cell(f"{east}{'E' if place.longitude >= 0 else 'W'}")]
    return cells


def _participants(event: Event) -> Iterator[tuple[str, list[Cell]]]:
    by, to = _names(event, Role.ACTOR), _names(event, Role.RECIPIENT)
    yield ("who", [*by, _ARROW, *to]) if by and to else ("who" if by else "whom", by or to)
    yield "what", _names(event, Role.OBJECT)
    origin, destination = _names(event, Role.ORIGIN), _names(event, Role.DESTINATION)
    way = [*(origin or [Cell("to")]), *([_ARROW] if origin else []), *destination] if destination else []
    way = way or ([Cell("from"), *origin] if origin else [])
    yield "way", way
    yield "via", _names(event, Role.VIA)


def _names(event: Event, role: Role) -> list[Cell]:
    names = list(dict.fromkeys(p.name for p in event.participants if p.role is role))
    cells = _joined([[Cell(clipped(name, LONGEST))] for name in names[:_MOST_NAMES]], _COMMA)
    return [*cells, Cell(f"and {len(names) - _MOST_NAMES} more")] if len(names) > _MOST_NAMES else cells


def _figure(bounds: Bounds, shelf: Shelf, width: int) -> Iterator[Line]:
    """The figures of one unit, then each bound with whose it is."""
    known = [value for value in (bounds.low, bounds.best, bounds.high) if value is not None]
    words = number_of(bounds.low, bounds.high, bounds.unit)
    best = f", best {bounds.best:,g}" if bounds.best is not None and len(set(known)) > 1 else ""
    yield from fold_cells([Cell(words + best)], width)
    told: dict[float, dict[str, list[ClaimRef]]] = {}
    for name, value, ref in (
        ("low", bounds.low, bounds.low_claim),
        ("best", bounds.best, bounds.best_claim),
        ("high", bounds.high, bounds.high_claim),
    ):
        if value is not None and ref is not None:
            told.setdefault(value, {}).setdefault(name, []).append(ref)
    for value, named in told.items():
        refs = list(dict.fromkeys(ref for each in named.values() for ref in each))
        label = f"{value:,g} ({', '.join(named)}):" if len(told) > 1 else "by"
        yield from _hanging([Cell(label), *_speakers(refs, shelf)], width)


def _hanging(cells: Sequence[Cell], width: int) -> Iterator[Line]:
    for line in fold_cells(cells, width - 2):
        yield Line("  " + line.shown, 2 + line.width, line.marks)


def _origins(event: Event, shelf: Shelf, width: int, style: Style) -> list[Line]:
    count = sum(origin.independent for origin in event.origins)
    origins = f"{count} independent {'origin' if count == 1 else 'origins'}"
    head = fold_cells([Cell(f"{many(event.outlets, 'outlet')}, {origins}")], width)
    return [*head, *origin_lines(event.origins, shelf, width, style)]


def _dispute(dispute: Dispute, shelf: Shelf) -> Iterator[tuple[str, list[Cell]]]:
    yield "disputed", mixed(clipped(dispute.words, LONGEST))
    for side in dispute.sides:
        yield "disputed", [Cell("-"), *mixed(clipped(side.value, LONGEST)), Cell(":", tight=True),
                           *_speakers(side.claims, shelf)]  # fmt: skip


def _speaker(ref: ClaimRef, shelf: Shelf) -> list[Cell]:
    document = shelf.document(ref.document)
    day = [] if document.date is None else [Cell(f"({document.date.isoformat()})")]
    return [*chain(document, shelf.claim(ref)), *day]


def _speakers(refs: Sequence[ClaimRef], shelf: Shelf) -> list[Cell]:
    """Who tells some claims, each way once, the first few."""
    ways = {tuple(cell.text for cell in cells): cells for cells in (_speaker(ref, shelf) for ref in refs)}
    cells = _joined(list(ways.values())[:_MOST_NAMES], _SEMICOLON)
    return [*cells, _SEMICOLON, Cell(f"{len(ways) - _MOST_NAMES} more")] if len(ways) > _MOST_NAMES else cells


def _course(event: Event) -> list[Cell]:
    """The figures by day, of those units whose figures change."""
    values: dict[Unit, set[tuple[float | None, float | None]]] = {}
    for point in event.course:
        values.setdefault(point.unit, set()).add((point.low, point.high))
    changing = [point for point in event.course if len(values[point.unit]) > 1]
    if len({point.day for point in changing}) < 2:
        return []
    words = dict.fromkeys(f"{p.day.isoformat()} {number_of(p.low, p.high, p.unit)}" for p in changing)
    return _joined([[Cell(word)] for word in words], _SEMICOLON)


def _because(reasons: Sequence[Reason]) -> list[Cell]:
    told = [[Cell(f"{r.feature.replace('_', ' ')}:"), *mixed(clipped(r.words, LONGEST))] for r in reasons]
    cells = _joined(told[:_MOST_REASONS], _SEMICOLON)
    return [*cells, _SEMICOLON, Cell(f"{len(told) - _MOST_REASONS} more")] if len(told) > _MOST_REASONS else cells


def _quotes(event: Event, shelf: Shelf, width: int, style: Style) -> list[Line]:
    """The words of the first few claims, one of each document before a second of any, denials as well."""
    refs = [*event.claims, *event.denials]
    seen: dict[str, int] = {}
    rank = {}
    for ref in refs:
        rank[ref] = seen[ref.document] = seen.get(ref.document, 0) + 1
    chosen = set(sorted(refs, key=lambda ref: rank[ref])[:_MOST_QUOTES])
    lines: list[Line] = []
    for ref in refs:
        if ref in chosen:
            lines += fold_cells([*_speaker(ref, shelf), Cell(":", tight=True)], width)
            text = shelf.document(ref.document).text
            lines += _hanging_strong(quotation(text, shelf.claim(ref)), width, style)
    if len(refs) > len(chosen):
        lines += fold_cells([Cell(f"… and {many(len(refs) - len(chosen), 'more claim')}")], width)
    return lines


def _hanging_strong(cells: Sequence[Cell], width: int, style: Style) -> Iterator[Line]:
    for line in fold_cells(cells, width - 2, style.bold):
        yield Line("  " + line.shown, 2 + line.width, line.marks)


def _joined(groups: Sequence[Sequence[Cell]], separator: Cell) -> list[Cell]:
    cells: list[Cell] = []
    for group in groups:
        if cells:
            cells.append(separator)
        cells.extend(group)
    return cells
