"""The scores as a table, on the screen and in docs/quality.md, with what the lexicon holds."""

import math
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from tools.quality.corpora import ROOT

COLUMNS = ("documents", "claims", "detect", "event", "source", "chain", "args", "figures", "dates", "stance", "score")
"""The columns of the table."""

MISSED = ROOT / "tools" / "quality" / "missed.md"
"""What people wrote on how the figures were kept honest and what is still missed."""

DATA = ROOT / "src" / "tawatur" / "lexicon" / "data"


def table_text(scores: Mapping[str, Mapping[str, float]]) -> str:
    """The table for a terminal."""
    head = f"{'':18}" + "".join(f"{column:>10}" for column in COLUMNS)
    rows = (f"{name:18}" + "".join(f"{_cell(row, column):>10}" for column in COLUMNS) for name, row in scores.items())
    return "\n".join((head, *rows))


def page_text(scores: Mapping[str, Mapping[str, float]], data: Path = DATA) -> str:
    """The page docs/quality.md: the scores, how to read them, and the counts of the lexicon."""
    rows = ([name, *(_cell(row, column) for column in COLUMNS)] for name, row in scores.items())
    return "\n".join(
        (
            "# Quality",
            "",
            "Written by `make quality`; do not edit. Figures are F1 in percent by the codebook's own measures",
            "(`tools/quality/score.py` says what each counts). The ceiling to read them by: two people who marked",
            "twelve reports independently of each other agree at detect 96, event 88, source 95, chain 93, args 79,",
            "figures 90, dates 88, stance 92, score 88.",
            "",
            "`samples` are the twelve reports in `samples/`, written and marked by the people who wrote the reader:",
            "a safeguard, not evidence. `seed` and `dev` are real reports that lie beside the project.",
            "",
            *_markdown(["", *COLUMNS], rows),
            "",
            "## What the lexicon holds",
            "",
            "Entries by file; a verb or noun with all its forms is one entry.",
            "",
            *_markdown(*_counts(data)),
            "",
            MISSED.read_text(encoding="utf-8"),
        )
    )


def _cell(row: Mapping[str, float], column: str) -> str:
    figure = row[column]
    if column in ("documents", "claims"):
        return f"{figure:.0f}"
    return "-" if math.isnan(figure) else f"{figure:.1f}"


def _markdown(head: list[str], rows: Iterable[list[str]]) -> list[str]:
    lines = [head, ["---", *("---:" for _ in head[1:])], *rows]
    return ["| " + " | ".join(cells) + " |" for cells in lines]


def _counts(data: Path) -> tuple[list[str], list[list[str]]]:
    languages = [folder.name for folder in sorted(data.iterdir()) if len(folder.name) == len("ar")]
    files = sorted({path.name for language in languages for path in (data / language).glob("*.toml")})
    rows = [[file, *(str(_entries(data / language / file)) for language in languages)] for file in files]
    for path in sorted((data / "names").glob("*.toml")):
        count = _entries(path) + _lines(path.with_suffix(".tsv"))
        rows.append([f"names/{path.name}", *(["", ""] if len(languages) > 1 else []), str(count)])
    return ["file", *languages], rows


def _entries(path: Path) -> int:
    if not path.is_file():
        return 0
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return sum(len(value) for value in table.values() if isinstance(value, list))


def _lines(path: Path) -> int:
    if not path.is_file():
        return 0
    rows = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return len(rows) - 1
