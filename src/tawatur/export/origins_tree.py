"""Where an event's claims come from, as a small tree of text: an origin, and under it who rests on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tawatur.export.columns import Cell, Line, clipped, fold_cells
from tawatur.export.layout import LONGEST, Style
from tawatur.export.mixed import mixed
from tawatur.export.shelf import Shelf
from tawatur.model.linked import Origin, OriginKind

__all__ = ["origin_lines"]

_LEAST_ROOM = 12
_NUMBER = 3
_KINDS = {
    OriginKind.OUTLET: "an outlet",
    OriginKind.SOURCE: "a source",
    OriginKind.UNNAMED: "unnamed",
    OriginKind.UNSOURCED: "unsourced",
}


@dataclass(slots=True)
class _Node:
    """Somebody in a chain: who rests on it, and the days of its reports that tell the claim."""

    below: dict[str, "_Node"] = field(default_factory=dict)
    days: dict[str, None] = field(default_factory=dict)


def origin_lines(origins: Sequence[Origin], shelf: Shelf, width: int, style: Style) -> list[Line]:
    """The origins of an event one below the other, those that count first, each with its reason.

    Under an origin stands who rests on it, under each of those who rests on them in turn. One that counts has a
    number, one that does not a dash.

    Args:
        origins: where the claims come from.
        shelf: the reports that were linked.
        width: the columns there are.
        style: what stands out and how.
    """
    lines: list[Line] = []
    number = 0
    for origin in sorted(origins, key=lambda o: (not o.independent, -len(o.chains), o.name, o.id)):
        number += origin.independent
        lines.extend(_origin(origin, number, shelf, (width, style)))
    return lines


def _origin(origin: Origin, number: int, shelf: Shelf, look: tuple[int, Style]) -> Iterator[Line]:
    width, style = look
    mark = f"{number}." if origin.independent else "–"
    kind = _KINDS[origin.kind] + ("" if origin.independent else ", does not count")
    tree = _tree(origin, shelf)
    name = clipped(origin.name, LONGEST)
    head = [Cell(name, strong=(0, len(name)))] if origin.kind is not OriginKind.UNNAMED else mixed(name)
    head += [Cell("·"), Cell(kind)]
    if tree.days:
        head += [Cell("·"), Cell(", ".join(tree.days))]
    room = width - _NUMBER
    for place, line in enumerate(fold_cells(head, room, style.bold)):
        yield _after(f"{mark if not place else '':<{_NUMBER}}", line)
    for words, last, prefix in _walk(tree, ""):
        branch = prefix + ("└─ " if last else "├─ ")
        after = prefix + ("   " if last else "│  ")
        if room - len(branch) < _LEAST_ROOM:
            branch = after = branch[: max(0, room - _LEAST_ROOM)]
        for place, line in enumerate(fold_cells(words, room - len(branch), style.bold)):
            yield _after(" " * _NUMBER + (after if place else branch), line)
    for line in fold_cells(mixed(clipped(origin.reason, 2 * LONGEST)), room):
        yield _after(" " * _NUMBER, Line(style.dim[0] + line.shown + style.dim[1], line.width, line.marks))


def _after(prefix: str, line: Line) -> Line:
    return Line(prefix + line.shown, len(prefix) + line.width, line.marks)


def _tree(origin: Origin, shelf: Shelf) -> _Node:
    """The chains from their far ends; the end that all share is the origin itself."""
    ends = {chain.links[-1] for chain in origin.chains}
    shared = len(ends) == 1 or origin.kind is OriginKind.OUTLET
    root = _Node()
    for chain in origin.chains:
        links = list(chain.links[:-1] if shared else chain.links)
        while links and links[-1] == origin.name:
            links.pop()
        node = root
        for link in reversed(links):
            node = node.below.setdefault(link, _Node())
        day = shelf.document(chain.documents[0] if chain.documents else chain.claim.document).date
        node.days.setdefault(day.isoformat() if day is not None else "no date")
    return root


def _walk(root: _Node, prefix: str) -> Iterator[tuple[list[Cell], bool, str]]:
    """Every node below a root with its words, whether it is the last of its kin, and what stands before it."""
    waiting = [(name, node, at == len(root.below) - 1, prefix) for at, (name, node) in enumerate(_kin(root))][::-1]
    while waiting:
        name, node, last, before = waiting.pop()
        words = [Cell(clipped(name, LONGEST))]
        if node.days:
            words += [Cell("·"), Cell(", ".join(node.days))]
        yield words, last, before
        inner = before + ("   " if last else "│  ")
        kin = _kin(node)
        waiting += [(below, child, at == len(kin) - 1, inner) for at, (below, child) in enumerate(kin)][::-1]


def _kin(node: _Node) -> list[tuple[str, _Node]]:
    return sorted(node.below.items(), key=lambda item: (min(item[1].days, default="9"), item[0]))
