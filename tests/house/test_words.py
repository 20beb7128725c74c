import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tawatur.lexicon.entries import Entry, EntryKind, Word, WordClass
from tawatur.lexicon.loading import HEADER, LISTS, load_entries
from tawatur.lexicon.names import load_names
from tawatur.lexicon.phrasebook import Phrasebook
from tawatur.lexicon.spelling import fold
from tawatur.model import Language
from tawatur.text import tokenise
from tests.house.source_tree import DATA, LANGUAGES, ROOT, modules

_MOST_WORDS = 5
_WORD = re.compile(r"[^\W\d_]{2,}(?:['’ -][^\W\d_]+)*")
_PLAIN = re.compile(r"[a-z0-9_.-]+|[A-Z_]+")
_KINDS = ("kind", "class", "pos", "place", "sets", "role")
_LISTED = ("triggers", "cues", "verbs", "grammar")

CHECKED_BY_THEIR_LOADERS = ("paradigms.toml", "frames.toml")
"""Tables of patterns and roles: they hold no words of their own."""


def _data_files() -> list[Path]:
    return sorted(path for path in DATA.rglob("*") if path.is_file())


def _strings(node: ast.AST) -> list[str]:
    """The strings that a display, a split text or a pattern of alternatives lists."""
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return [e.value for e in node.elts if isinstance(e, ast.Constant) and isinstance(e.value, str)]
    if isinstance(node, ast.Dict):
        pairs = (*node.keys, *node.values)
        return [e.value for e in pairs if isinstance(e, ast.Constant) and isinstance(e.value, str)]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
        text = node.func.value
        return str(text.value).split() if isinstance(text, ast.Constant) else []
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and "|" in node.value:
        return re.split(r"[|()\[\]]+", node.value)
    return []


def _is_of_a_language(text: str) -> bool:
    """Whether a string is a word of a language, not a name that the program gives to something of its own."""
    return bool(_WORD.fullmatch(text)) and (not _PLAIN.fullmatch(text) or text in _plain_words())


@cache
def _plain_words() -> frozenset[str]:
    """Words of the lexicon that look like names of the program, but are none ("since" is a kind of mark as well)."""
    words: set[str] = set()
    for path in (DATA / language / f"{name}.toml" for language in LANGUAGES for name in _LISTED):
        for _, row in _rows(path):
            forms = row.get("forms", [])
            words |= {str(row.get("lemma")), *(map(str, forms) if isinstance(forms, list) else ())}
    rows = (row for path in DATA.rglob("*.toml") for _, row in _rows(path))
    kinds = {value for row in rows for key, value in row.items() if key in _KINDS and isinstance(value, str)}
    return frozenset(word for word in words if _PLAIN.fullmatch(word)) - kinds


def _long_lists(tree: ast.Module) -> Iterator[int]:
    exports = {node for node in ast.walk(tree) if isinstance(node, ast.Assign) and "__all__" in ast.unparse(node)}
    listed = {value for node in exports for value in ast.walk(node)}
    for node in ast.walk(tree):
        words = [text for text in _strings(node) if _is_of_a_language(text.strip())]
        if len(words) > _MOST_WORDS and node not in listed and isinstance(node, ast.expr):
            yield node.lineno


def test_words_are_data() -> None:
    wrong = [f"{module.name}:{line}" for module in modules() for line in _long_lists(module.tree)]
    assert not wrong, f"move these words into lexicon/data: {', '.join(wrong)}"


def test_long_lists_of_words_are_seen_in_every_disguise() -> None:
    words = ["قال", "قالت", "أكد", "نفى", "زعم", "أعلن"]
    for code in (repr(words), repr(tuple(words)), f"{' '.join(words)!r}.split()", repr("|".join(words))):
        assert list(_long_lists(ast.parse(code))) == [1], code
    assert not list(_long_lists(ast.parse(repr(words[:5]))))
    assert not list(_long_lists(ast.parse(repr(("id", "kind", "country", "english", "forms", "weak")))))


def test_long_lists_of_plain_words_are_told_from_names_of_the_program() -> None:
    words = ["under", "with", "without", "because", "while", "although", "against"]
    assert list(_long_lists(ast.parse(repr(words))))
    assert not list(_long_lists(ast.parse(f"__all__ = {[word.title() for word in words]}")))


@pytest.mark.parametrize("path", _data_files(), ids=lambda path: path.relative_to(DATA).as_posix())
def test_each_data_file_says_where_it_comes_from(path: Path) -> None:
    if path.suffix != ".toml":
        path = path.with_suffix(".toml")
        assert "do not edit" in path.read_text(encoding="utf-8").splitlines()[0], "say that it is generated"
    header = tomllib.loads(path.read_text(encoding="utf-8")).get("header", {})
    assert set(HEADER) <= header.keys(), f"{path.name}: the header lacks {set(HEADER) - header.keys()}"
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", header["date"])


def test_each_language_has_the_same_files() -> None:
    files = {language: {path.name for path in (DATA / language).iterdir()} for language in LANGUAGES}
    assert files["fr"] == files["ar"]
    assert files["en"] == files["ar"]


def test_each_language_folder_is_a_language_that_is_read() -> None:
    folders = {path.name for path in DATA.iterdir() if path.is_dir()} - {"names", "spelling"}
    assert folders == set(LANGUAGES) == set(Language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_entry_is_matched_in_its_own_example(language: str) -> None:
    missed = [e.key for e in load_entries(Language(language)) if not _matches(e)]
    assert not missed, f"{len(missed)} examples hold no form of their entry: {', '.join(missed[:40])}"


def test_each_name_is_matched_in_its_own_example() -> None:
    missed = [entry.key for entry in load_names() if entry.example is not None and not _matches(entry)]
    assert not missed, f"{len(missed)} examples hold no form of their entry: {', '.join(missed[:40])}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_other_row_with_an_example_is_matched_in_it(language: str) -> None:
    missed, looked_at = [], 0
    for path in sorted((DATA / language).glob("*.toml")):
        if path.stem in LISTS or path.name in CHECKED_BY_THEIR_LOADERS:
            continue
        for item, row in _rows(path):
            forms = row.get("forms") or [row.get("text") or row.get("stem") or row.get("lemma")]
            if not isinstance(row.get("example"), str) or not isinstance(forms, list) or None in forms:
                continue
            looked_at += 1
            word = Word(WordClass.ADVERB)
            entry = Entry(EntryKind.VERB, "", None, "", tuple(map(str, forms)), word, str(row["example"]))
            if not _matches(entry) and not _is_part_of_a_word(entry):
                missed.append(f"{path.name} {item} {forms[0]}")
    assert looked_at
    assert not missed, f"{len(missed)} examples hold no form of their entry: {', '.join(missed[:40])}"


def test_each_hand_written_entry_carries_an_example() -> None:
    bare = []
    for path in _data_files():
        if path.suffix != ".toml" or path.name in CHECKED_BY_THEIR_LOADERS:
            continue
        name = path.relative_to(ROOT).as_posix()
        bare += [f"{name}: {item} {row}" for item, row in _rows(path) if not row.get("example")]
    assert not bare, "\n".join(bare[:40])


def _rows(path: Path) -> Iterator[tuple[str, dict[str, object]]]:
    table = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    for item, value in table.items():
        if isinstance(value, list):
            yield from ((item, row) for row in value if isinstance(row, dict))


def _is_part_of_a_word(entry: Entry) -> bool:
    """Whether a form is part of a word of the example: duals, prefixes and endings are listed by what is written."""
    words = tokenise(entry.example or "").folded
    return any(fold(form).rstrip("ه") in word for form in entry.forms for word in words)


def _matches(entry: Entry) -> bool:
    hits = Phrasebook((entry,)).find(tokenise(entry.example or "").folded)
    return any(hit.entry is entry for hit in hits)
