import ast
import importlib

from tests.house.source_tree import Module, modules, parts


def test_each_part_says_which_question_it_answers() -> None:
    folders = [module for module in parts() if module.path.name == "__init__.py"]
    silent = [m.name for m in folders if "?" not in (ast.get_docstring(m.tree) or "").split("\n\n")[0]]
    assert not silent, f"the docstring must begin with a question: {', '.join(silent)}"


def test_each_part_lists_what_it_exports() -> None:
    wrong = []
    for module in parts():
        if module.path.name != "__init__.py":
            continue
        listed, bound = set(_listed(module) or ()), _public_names(module)
        if listed != bound:
            wrong.append(f"{module.name}: __all__ and the public names differ by {sorted(listed ^ bound)}")
    assert not wrong, "\n".join(wrong)


def test_every_listed_name_is_there() -> None:
    missing = []
    for module in modules():
        dotted = module.name.removeprefix("src/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        if dotted.endswith("__main__"):
            continue
        there = vars(importlib.import_module(dotted))
        missing += [f"{module.name}: {name}" for name in _listed(module) or () if name not in there]
    assert not missing, "\n".join(missing)


def test_lists_of_exports_are_sorted() -> None:
    unsorted = [m.name for m in modules() if (names := _listed(m)) and list(names) != sorted(names, key=_rank)]
    assert not unsorted, f"constants, then classes, then functions, each by the alphabet: {', '.join(unsorted)}"


def _rank(name: str) -> tuple[int, str]:
    if name.isupper():
        return 0, name
    return (1 if name[:1].isupper() else 2), name


def _listed(module: Module) -> tuple[str, ...] | None:
    return next((ast.literal_eval(value) for name, value in module.assigned() if name == "__all__"), None)


def _public_names(module: Module) -> set[str]:
    names = {name for name, _ in module.assigned()}
    for node in module.tree.body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tawatur"):
            names |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
    return {name for name in names if not name.startswith("_")}
