from tests.house.source_tree import FLOOR, modules


def test_every_part_has_its_floor() -> None:
    unknown = sorted({module.part for module in modules()} - FLOOR.keys())
    assert not unknown, f"give these parts a floor, here and in docs/house.md: {', '.join(unknown)}"


def test_imports_only_go_down() -> None:
    uphill = []
    for module in modules():
        for name in module.imports():
            package, _, rest = name.partition(".")
            target = rest.partition(".")[0]
            if package != "tawatur" or target == module.part:
                continue
            if target not in FLOOR:
                target = ""  # a name of the package's own face
            if module.part != "" and FLOOR[target] >= FLOOR[module.part] and (module.part, target) not in _FACE:
                uphill.append(f"{module.name}: {module.part} must not import {name}")
    assert not uphill, "\n".join(uphill)


_FACE = (("cli", ""), ("__main__", ""), ("__main__", "cli"))
"""The command tells its version, and ``python -m tawatur`` starts the command."""


def test_imports_stand_at_the_top_and_are_no_back_doors() -> None:
    hidden = []
    for module in modules():
        source = module.path.read_text(encoding="utf-8")
        if "TYPE_CHECKING" in source or "import_module(" in source or "__import__(" in source:
            hidden.append(f"{module.name}: imports by a back door")
        if "tawatur.relative" in module.imports():
            hidden.append(f"{module.name}: imports by a relative path")
    assert not hidden, "\n".join(hidden)
