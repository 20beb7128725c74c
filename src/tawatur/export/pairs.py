"""Whether two sentences claim the same thing, for programs and for a terminal."""

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.export.columns import Cell, Line, clipped, fold_cells, plain
from tawatur.export.json_text import json_text
from tawatur.export.layout import COLOURED, LONGEST, PLAIN, beside
from tawatur.export.mixed import mixed
from tawatur.model import Document
from tawatur.model.linked import Reason

__all__ = ["DecidedPair", "decided_line", "decided_text"]

_LEAST = 20
_WIDE = 120
_MARK = 11
_INDENT = 2


@dataclass(frozen=True, slots=True)
class DecidedPair:
    """Two sentences, and whether they claim the same.

    Attributes:
        id: id of the pair.
        left: one sentence.
        right: the other.
        same: whether they claim the same.
        why: every feature that spoke.
    """

    id: str
    left: Document
    right: Document
    same: bool
    why: tuple[Reason, ...]


def decided_line(pair: DecidedPair) -> str:
    """A decision as one JSON object on one line, without the line end."""
    why = [{"feature": r.feature, "score": round(r.score, 3), "words": r.words} for r in pair.why]
    return json_text({"id": pair.id, "same": pair.same, "why": why})


def decided_text(pair: DecidedPair, width: int, colour: bool = False) -> str:
    """A decision as rows of a table, ending in a line end; no line is wider than ``width`` columns.

    From 120 columns on the sentences stand beside the decision, else below it.

    Args:
        pair: the decision.
        width: columns of the terminal; fewer than 20 are taken as 20.
        colour: whether to use bold type (ANSI codes).
    """
    width, style = max(width, _LEAST), COLOURED if colour else PLAIN
    wide = width >= _WIDE
    start = width // 2 if wide else width
    word = "same" if pair.same else "different"
    mark = Line(style.bold[0] + word + style.bold[1], len(word))
    id_ = clipped(plain(pair.id), LONGEST)
    lines = beside([mark], fold_cells([Cell(id_), *_why(pair.why)], start - 2 - _MARK), _MARK)
    if wide:
        marks = max(line.marks for line in lines)
        lines = beside(lines, _sentences(pair, width - start - marks), start)
    else:
        lines = [*lines, *beside([Line("", 0)], _sentences(pair, width - _INDENT), _INDENT)]
    return "\n".join(line.shown.rstrip(" ") for line in lines) + "\n"


def _why(reasons: Sequence[Reason]) -> list[Cell]:
    cells: list[Cell] = []
    for reason in reasons:
        sign = "+" if reason.score > 0 else "−"
        name = reason.feature.replace("_", " ")
        cells += [Cell("·"), Cell(f"{sign} {name}:"), *mixed(clipped(reason.words, LONGEST))]
    return cells or [Cell("·"), Cell("nothing spoke for it or against it")]


def _sentences(pair: DecidedPair, width: int) -> list[Line]:
    lines: list[Line] = []
    for document in (pair.left, pair.right):
        text = fold_cells([Cell(clipped(document.text, 2 * LONGEST))], width - 4)
        lines += beside([Line(document.language.value, 2)], text, 4)
    return lines
