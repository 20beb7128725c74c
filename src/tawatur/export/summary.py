"""What a whole reading came to: reports, claims, sources and figures in a few lines."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tawatur.export.columns import Cell, clipped, fold_cells
from tawatur.export.wording import language
from tawatur.model import Failure, Report, Stance

__all__ = ["summary_text"]

_LEAST = 20
_LABEL = 10
_MOST_CITED = 12
_LONGEST = 100


def summary_text(reports: Sequence[Report], failures: Sequence[Failure], width: int) -> str:
    """The closing summary of a reading, ending in a line end; no line is wider than ``width`` columns.

    It counts reports by language, claims by type, how many stand without a source, the sources named
    most often (each once a claim, wherever in its chain), stances that are not plain, and figures.

    Args:
        reports: what was read.
        failures: what could not be read.
        width: columns of the terminal; fewer than 20 are taken as 20.
    """
    width = max(width, _LEAST)
    lines = ["─" * width]
    for label, items in _rows(reports, failures):
        cells: list[Cell] = []
        for item in items:
            cells += [Cell(",", tight=True), *item] if cells else item
        folded = [line.shown for line in fold_cells(cells, width - _LABEL)]
        heads = [label, *[""] * (len(folded) - 1)]
        lines += [f"{head:<{_LABEL}}{line}" for head, line in zip(heads, folded, strict=True)]
    return "\n".join(lines) + "\n"


def _rows(reports: Sequence[Report], failures: Sequence[Failure]) -> Iterator[tuple[str, list[list[Cell]]]]:
    claims = [claim for report in reports for claim in report.claims]
    sourced = sum(bool(claim.chain) for claim in claims)
    unsourced = sum(not claim.chain and claim.cue is not None for claim in claims)
    languages = Counter(language(report.document.language) for report in reports)
    read = [_counted(f"{len(reports)} read", languages)]
    yield "reports", [*read, [Cell(f"{len(failures)} not read")]] if failures else read
    yield "claims", [[Cell(f"{len(claims)}")], *_ranked(Counter(claim.type.value for claim in claims))]
    yield (
        "said by",
        [
            [Cell(f"{sourced} with a source")],
            [Cell(f"{len(claims) - sourced - unsourced} in the outlet's own voice")],
            [Cell(f"{unsourced} unsourced")],
        ],
    )
    names = Counter(name for claim in claims for name in {source.name: None for source in claim.chain})
    if names:
        yield "sources", _ranked(names)[:_MOST_CITED]
    stances = Counter(claim.stance.value for claim in claims if claim.stance is not Stance.ASSERTS)
    if stances:
        yield "stance", _ranked(stances)
    units = Counter(figure.unit.value.replace("_", " ") for claim in claims for figure in claim.figures)
    if units:
        yield "figures", [[Cell(f"{units.total()}")], *_ranked(units)]


def _counted(head: str, parts: Counter[str]) -> list[Cell]:
    words = ", ".join(f"{count} {name}" for name, count in _order(parts))
    return [Cell(f"{head} ({words})" if words else head)]


def _ranked(counts: Counter[str]) -> list[list[Cell]]:
    return [[Cell(clipped(name, _LONGEST)), Cell(str(count))] for name, count in _order(counts)]


def _order(counts: Counter[str]) -> list[tuple[str, int]]:
    """Most frequent first, then by name: the same counts always stand in the same order."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
