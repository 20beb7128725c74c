"""Blocks for a terminal: labels beside what they name, columns beside each other, words of a claim with its trigger."""

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.export.columns import Cell, Line, clipped, fold_cells
from tawatur.model import Claim

__all__ = ["COLOURED", "LONGEST", "PLAIN", "Style", "beside", "quotation", "rows"]

LONGEST = 500
"""The characters of a title, a name or one side of a quotation after which it is cut short."""


@dataclass(frozen=True, slots=True)
class Style:
    """The codes put around what stands out; empty without colour."""

    bold: tuple[str, str] = ("", "")
    dim: tuple[str, str] = ("", "")


PLAIN = Style()
"""No codes at all."""

COLOURED = Style(bold=("\x1b[1m", "\x1b[22m"), dim=("\x1b[2m", "\x1b[22m"))
"""Bold and dim type, by ANSI codes."""


def rows(fields: Sequence[tuple[str, Sequence[Cell]]], width: int, label: int, style: Style) -> list[Line]:
    """Labelled fields one below the other, the labels dim in a column of ``label`` columns."""
    lines: list[Line] = []
    for name, cells in fields:
        dimmed = Line(style.dim[0] + name + style.dim[1], len(name))
        lines.extend(beside([dimmed], fold_cells(cells, width - label, style.bold), label))
    return lines


def beside(left: Sequence[Line], right: Sequence[Line], start: int) -> list[Line]:
    """Two columns of lines, the right one beginning at column ``start``."""
    lines: list[Line] = []
    for place in range(max(len(left), len(right))):
        near = left[place] if place < len(left) else Line("", 0)
        if place >= len(right):
            lines.append(near)
            continue
        near = near.padded(start)
        far = right[place]
        lines.append(Line(near.shown + far.shown, near.width + far.width, near.marks + far.marks))
    return lines


def quotation(text: str, claim: Claim) -> list[Cell]:
    """The clause that tells the claim, with its trigger between stars: a mark that reads alike in both directions.

    Of a clause gone out of hand only what stands near the trigger is quoted.
    """
    evidence, trigger = claim.evidence, claim.trigger
    word = f"*{clipped(trigger.cut(text), LONGEST)}*"
    if not evidence.holds(trigger):
        return [Cell(clipped(evidence.cut(text), LONGEST)), Cell("…"), Cell(word, strong=(0, len(word)))]
    start, end = max(evidence.start, trigger.start - LONGEST), min(evidence.end, trigger.end + LONGEST)
    before = ("…" if start > evidence.start else "") + text[start : trigger.start]
    after = text[trigger.end : end] + ("…" if end < evidence.end else "")
    return [Cell(before + word + after, strong=(len(before), len(before) + len(word)))]
