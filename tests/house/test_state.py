import ast
from typing import TypeGuard

from tests.house.source_tree import DOORS, SOURCE, Module, modules

_SURROUNDINGS = (
    "os.environ",
    "os.getenv",
    "os.getcwd",
    "os.urandom",
    "sys.argv",
    "sys.stdin",
    "Path.cwd",
    "Path.home",
    ".now",
    ".today",
    ".utcnow",
)
_MODULES_OF_THE_SURROUNDINGS = frozenset(
    (
        *("random", "secrets", "socket", "subprocess", "time", "uuid", "locale", "platform", "getpass", "tempfile"),
        *("http.client", "urllib.request", "requests", "httpx"),
    )
)
_CHANGES = frozenset(
    ("append", "extend", "insert", "remove", "pop", "clear", "add", "discard", "update", "setdefault", "popitem")
)
_EMPTY_MAKERS = frozenset(("list", "dict", "set", "defaultdict", "Counter", "deque", "bytearray"))


def test_nothing_says_global() -> None:
    wrong = [
        f"{m.name}:{node.lineno}"
        for m in modules()
        for node in ast.walk(m.tree)
        if isinstance(node, ast.Global | ast.Nonlocal)
    ]
    assert not wrong, f"state belongs into arguments: {', '.join(wrong)}"


def test_nothing_at_module_level_is_ever_changed() -> None:
    wrong = [f"{m.name}: {name}" for m in modules() for name in sorted(_changed(m))]
    assert not wrong, f"a report must not depend on the one before: {', '.join(wrong)}"


def test_nothing_but_the_doors_looks_at_the_surroundings() -> None:
    wrong = []
    for module in modules():
        if module.part in DOORS:
            continue
        wrong += [f"{module.name}: imports {n}" for n in module.imports() if n in _MODULES_OF_THE_SURROUNDINGS]
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Attribute):
                words = ast.unparse(node)
                wrong += [f"{module.name}:{node.lineno}: {words}" for name in _SURROUNDINGS if words.endswith(name)]
    assert not wrong, "pass it in as an argument:\n" + "\n".join(wrong)


def test_what_is_changed_at_module_level_is_seen() -> None:
    tree = ast.parse("kept = {}\nseen = {'a': 1}\nfixed = {'a': 1}\ndef f():\n    seen['b'] = 2\n    fixed.get('a')\n")
    assert _changed(Module(SOURCE, "reading", tree)) == {"kept", "seen"}


def _changed(module: Module) -> set[str]:
    mutable = {name for name, value in module.assigned() if name != "__all__" and _is_mutable(value)}
    empty = {name for name, value in module.assigned() if _is_empty(value)}
    touched = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load) and isinstance(node.value, ast.Name):
            touched.add(node.value.id)
        elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
            touched.add(node.target.id)
        elif isinstance(node, ast.Attribute) and node.attr in _CHANGES and isinstance(node.value, ast.Name):
            touched.add(node.value.id)
    return empty | (mutable & touched)


def _is_mutable(value: ast.expr) -> bool:
    displays = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
    return isinstance(value, displays) or _makes_empty(value)


def _is_empty(value: ast.expr) -> bool:
    if isinstance(value, ast.List):
        return not value.elts
    return (isinstance(value, ast.Dict) and not value.keys) or (_makes_empty(value) and not value.args)


def _makes_empty(value: ast.expr) -> TypeGuard[ast.Call]:
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in _EMPTY_MAKERS
