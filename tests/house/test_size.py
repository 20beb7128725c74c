import ast
from collections.abc import Iterator

import pytest

from tests.house.source_tree import ROOT

MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 50

LARGER: dict[str, int] = {}
"""Files and functions (``path::name``) that may be larger, with how large: a figure may fall, nothing may be added."""

DRAWERS = ("utils", "util", "helpers", "helper", "common", "misc")


def _sizes() -> Iterator[tuple[str, int, int]]:
    for folder in ("src", "tools", "tests"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            text, name = path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix()
            yield name, len(text.splitlines()), MOST_LINES_OF_A_FILE
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    lines = (node.end_lineno or node.lineno) - node.lineno + 1
                    yield f"{name}::{node.name}", lines, MOST_LINES_OF_A_FUNCTION


def test_files_and_functions_stay_small() -> None:
    large = [f"{name}: {n} lines" for name, n, most in _sizes() if n > LARGER.get(name, most)]
    assert not large, "part them:\n" + "\n".join(large)


def test_the_list_of_larger_ones_only_shrinks() -> None:
    sizes = {name: lines for name, lines, _ in _sizes()}
    loose = [f"{name}: {sizes.get(name, 0)}" for name, most in LARGER.items() if sizes.get(name, 0) < most]
    assert not loose, f"the list allows more than there is: {loose}"


@pytest.mark.parametrize("folder", ["src", "tools", "tests"])
def test_there_are_no_drawers(folder: str) -> None:
    found = (path for path in (ROOT / folder).rglob("*") if path.is_dir() or path.suffix == ".py")
    drawers = [path.relative_to(ROOT).as_posix() for path in found if path.stem in DRAWERS]
    assert not drawers, f"name the thing: {', '.join(drawers)}"
