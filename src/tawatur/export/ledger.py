"""A report as a ledger for a terminal: one block a claim, with who says so and the words that say it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawatur.export.columns import Cell, Line, clipped, fold_cells, plain
from tawatur.export.credits import credited
from tawatur.export.explain import reasons
from tawatur.export.wording import amount, chain, language, movement, parties, period, standing, things
from tawatur.model import Claim, Failure, Report

__all__ = ["failure_text", "ledger_text"]

_LEAST = 20
_STACKED = 60
_WIDE = 120
_GUTTER = 19
_LABEL = 8
_LONGEST = 500
_INDENT = "  "


@dataclass(frozen=True, slots=True)
class _Style:
    """The codes put around what stands out; empty without colour."""

    bold: tuple[str, str] = ("", "")
    dim: tuple[str, str] = ("", "")


_COLOURED = _Style(bold=("\x1b[1m", "\x1b[22m"), dim=("\x1b[2m", "\x1b[22m"))


def ledger_text(report: Report, width: int, explain: bool = False, colour: bool = False) -> str:
    """The ledger of one report, ending in a line end; no line is wider than ``width`` columns.

    From 120 columns on the quoted words stand beside the fields, below 60 the fields stand under
    the number of their claim.

    Args:
        report: what was read.
        width: columns of the terminal; fewer than 20 are taken as 20.
        explain: whether each claim also lists the stage and rule that found each field.
        colour: whether to use bold and dim type (ANSI codes).
    """
    width = max(width, _LEAST)
    style = _COLOURED if colour else _Style()
    lines = list(_header(report, width, style))
    for number, claim in enumerate(report.claims, 1):
        lines.append("")
        lines.extend(_block(report, number, claim, (width, explain, style)))
    return "\n".join(line.rstrip(" ") for line in lines) + "\n"


def failure_text(failure: Failure) -> str:
    """A report that could not be read as one line: where it came from, what gave up, what was wrong."""
    origin, reason = (plain(clipped(words, _LONGEST)) for words in (failure.origin, failure.reason))
    return f"{origin}: not read ({plain(failure.stage)}): {reason}"


def _header(report: Report, width: int, style: _Style) -> Iterator[str]:
    document = report.document
    title = clipped(document.title.cut(document.text), _LONGEST) if document.title is not None else "(no title)"
    count = len(report.claims)
    facts = [
        clipped(document.outlet, _LONGEST) if document.outlet is not None else "no outlet",
        document.date.isoformat() if document.date is not None else "no date",
        language(document.language),
        f"{count} claim" if count == 1 else f"{count} claims",
    ]
    cells = _joined([[Cell(fact)] for fact in facts], Cell("·"))
    names = list(dict.fromkeys(region.name or "" for region in credited(document)))
    if names:
        cells += [Cell("· with"), *_joined([[Cell(clipped(name, _LONGEST))] for name in names], Cell(",", tight=True))]
    place = document.origin if document.origin is not None else document.id
    yield "─" * width
    room = width - len(_INDENT)
    for row, emphasis in (
        ([Cell(title, strong=(0, len(title)))], style.bold),
        (cells, ("", "")),
        ([Cell(place, strong=(0, len(place)))], style.dim),
    ):
        for line in fold_cells(row, room, emphasis):
            yield _INDENT + line.shown


def _joined(groups: Sequence[Sequence[Cell]], separator: Cell) -> list[Cell]:
    cells: list[Cell] = []
    for group in groups:
        if cells:
            cells.append(separator)
        cells.extend(group)
    return cells


def _block(report: Report, number: int, claim: Claim, look: tuple[int, bool, _Style]) -> Iterator[str]:
    """The lines of one claim, in the layout that the width allows."""
    width, explain, style = look
    fields = _fields(report, claim)
    words = _quotation(report.document.text, claim)
    why = list(_reasons(claim)) if explain else []
    head = _head(number, claim, style)
    if width < _STACKED:
        rows = _rows([*fields, ("words", words), *why], width - len(_INDENT), style)
        for line in head:
            yield line.shown
        for row in rows:
            yield _INDENT + row.shown
        return
    if width < _WIDE:
        rows = _rows([*fields, ("words", words), *why], width - _GUTTER, style)
        for line in _beside(head, rows, _GUTTER):
            yield line.shown
        return
    start = (width + _GUTTER) // 2
    left = _beside(head, _rows([*fields, *why], start - 2 - _GUTTER, style), _GUTTER)
    marks = max(line.marks for line in left)
    for line in _beside(left, fold_cells(words, width - start - marks, style.bold), start):
        yield line.shown


def _head(number: int, claim: Claim, style: _Style) -> list[Line]:
    name = claim.type.value
    first = Line(f"{number:>3}  {style.bold[0]}{name}{style.bold[1]}", 5 + len(name))
    return [first, *(Line("     " + word, 5 + len(word)) for word in standing(claim))]


def _fields(report: Report, claim: Claim) -> list[tuple[str, list[Cell]]]:
    """The labelled fields that the claim has, in the order of the ledger."""
    fields = [*parties(claim), ("what", things(claim)), ("count", amount(claim)), ("where", movement(claim))]
    fields += [("when", period(claim)), ("says", chain(report.document, claim))]
    return [(label, cells) for label, cells in fields if cells]


def _reasons(claim: Claim) -> Iterator[tuple[str, list[Cell]]]:
    label = "found"
    for name, found in reasons(claim):
        yield label, [Cell(f"{name} by"), Cell(str(found))]
        label = ""


def _rows(fields: Sequence[tuple[str, list[Cell]]], width: int, style: _Style) -> list[Line]:
    rows: list[Line] = []
    for label, cells in fields:
        dimmed = Line(style.dim[0] + label + style.dim[1], len(label))
        rows.extend(_beside([dimmed], fold_cells(cells, width - _LABEL, style.bold), _LABEL))
    return rows


def _beside(left: Sequence[Line], right: Sequence[Line], start: int) -> list[Line]:
    """Two columns of lines, the right one beginning at column ``start``."""
    rows: list[Line] = []
    for place in range(max(len(left), len(right))):
        near = left[place] if place < len(left) else Line("", 0)
        if place >= len(right):
            rows.append(near)
            continue
        near = near.padded(start)
        far = right[place]
        rows.append(Line(near.shown + far.shown, near.width + far.width, near.marks + far.marks))
    return rows


def _quotation(text: str, claim: Claim) -> list[Cell]:
    """The clause that tells the claim, with its trigger between stars: a mark that reads alike in both directions.

    Of a clause gone out of hand only what stands near the trigger is quoted.
    """
    evidence, trigger = claim.evidence, claim.trigger
    word = f"*{clipped(trigger.cut(text), _LONGEST)}*"
    if not evidence.holds(trigger):
        return [Cell(clipped(evidence.cut(text), _LONGEST)), Cell("…"), Cell(word, strong=(0, len(word)))]
    start, end = max(evidence.start, trigger.start - _LONGEST), min(evidence.end, trigger.end + _LONGEST)
    before = ("…" if start > evidence.start else "") + text[start : trigger.start]
    after = text[trigger.end : end] + ("…" if end < evidence.end else "")
    return [Cell(before + word + after, strong=(len(before), len(before) + len(word)))]
