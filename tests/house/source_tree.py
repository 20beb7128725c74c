"""The project's own files, as the house tests look at them."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "tawatur"
DATA = SOURCE / "lexicon" / "data"
LANGUAGES = ("ar", "fr", "en")

FLOOR = {
    "errors": 0,
    "model": 1,
    "lexicon": 2,
    "text": 3,
    "intake": 4,
    "reading": 4,
    "linking": 4,
    "store": 4,
    "export": 4,
    "route": 5,
    "settings": 5,
    "corpus": 6,
    "desk": 6,
    "cli": 7,
    "__main__": 7,
    "": 7,
}
"""Floor of each part; the package's own ``__init__`` is the part without a name."""

DOORS = ("cli", "desk", "corpus")
"""The parts that may look at the surroundings."""


@dataclass(frozen=True)
class Module:
    """One source file.

    Attributes:
        path: where it lies.
        part: the part of the house it belongs to.
        tree: its syntax tree.
    """

    path: Path
    part: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """Its path from the root of the project."""
        return self.path.relative_to(ROOT).as_posix()

    def imports(self) -> Iterator[str]:
        """Every module that it imports, at whatever depth of the code."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.level:
                yield "tawatur.relative"
            elif isinstance(node, ast.ImportFrom):
                module = node.module or ""
                yield module
                yield from (f"{module}.{alias.name}" for alias in node.names)

    def assigned(self) -> Iterator[tuple[str, ast.expr]]:
        """Names that the module binds at its top, with what they are bound to."""
        for node in self.tree.body:
            if isinstance(node, ast.Assign):
                yield from ((target.id, node.value) for target in node.targets if isinstance(target, ast.Name))
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
                yield node.target.id, node.value


def modules() -> tuple[Module, ...]:
    """Every source file of the package, in order of their paths."""
    return tuple(_module(path) for path in sorted(SOURCE.rglob("*.py")))


def parts() -> tuple[Module, ...]:
    """The file that speaks for each part: its ``__init__``, or the file that is the part."""
    return tuple(m for m in modules() if m.part and (m.path.name == "__init__.py") == (m.path.parent != SOURCE))


def _module(path: Path) -> Module:
    first = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    return Module(path, "" if first == "__init__" else first, ast.parse(path.read_text(encoding="utf-8")))
