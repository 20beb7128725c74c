"""From the TOML files to checked entries: a wrong one stops the program and says where it stands."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

from tawatur.errors import LexiconError
from tawatur.lexicon.entries import (
    Cue,
    Entry,
    EntryKind,
    Frame,
    Noun,
    NounKind,
    PartOfSpeech,
    Trigger,
    Verb,
    VerbClass,
    Word,
    WordClass,
)
from tawatur.lexicon.paradigms import Paradigms, inflect
from tawatur.lexicon.spelling import fold_phrase
from tawatur.model import ClaimType, Language, Role, Stance, Status, Unit

__all__ = ["HEADER", "LISTS", "data_folder", "load_entries", "load_frames", "load_table"]

HEADER = ("source", "licence", "date", "rule")
"""What every data file says of itself in its ``[header]``."""

LISTS = ("triggers", "cues", "nouns", "verbs", "grammar")
"""The word lists that every language has, a file each."""

_ITEM = {"triggers": "trigger", "cues": "cue", "nouns": "noun", "verbs": "verb", "grammar": "word"}
_E = TypeVar("_E", bound=StrEnum)
Row = Mapping[str, object]


def data_folder() -> Traversable:
    """The folder of the package's own data."""
    return files("tawatur.lexicon") / "data"


def load_table(path: Traversable) -> Row:
    """One TOML file as a table, with its header checked.

    Raises:
        LexiconError: the file is missing, is no TOML, or lacks a header line.
    """
    name = f"{path}".rpartition("/data/")[2] or str(path)
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise LexiconError(f"{name}: the file is missing from the installation") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{name}: {error}") from error
    header = table.get("header")
    missing = [key for key in HEADER if not isinstance(header, dict) or not header.get(key)]
    if missing:
        raise LexiconError(f"{name}: [header] lacks {', '.join(missing)}")
    return table


class _Reader:
    """Takes the fields out of one row and says which are wrong."""

    def __init__(self, row: Row, where: str) -> None:
        self._row = dict(row)
        self.where = where

    def text(self, key: str) -> str:
        value = self._row.pop(key, None)
        if not isinstance(value, str) or not value.strip():
            raise LexiconError(f"{self.where}: {key} must be a text")
        return value

    def maybe(self, key: str) -> str | None:
        return self.text(key) if key in self._row else None

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._row.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            raise LexiconError(f"{self.where}: {key} must be a list of texts")
        if len(set(value)) != len(value):
            raise LexiconError(f"{self.where}: {key} holds a form twice")
        return tuple(value)

    def flag(self, key: str) -> bool:
        value = self._row.pop(key, False)
        if not isinstance(value, bool):
            raise LexiconError(f"{self.where}: {key} must be true or false")
        return value

    def stems(self, key: str) -> dict[str, str]:
        value = self._row.pop(key, {})
        if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
            raise LexiconError(f"{self.where}: {key} must be a table of texts")
        return value

    def one(self, key: str, kind: type[_E]) -> _E:
        return self._member(key, kind, self.text(key))

    def maybe_one(self, key: str, kind: type[_E]) -> _E | None:
        return self.one(key, kind) if key in self._row else None

    def _member(self, key: str, kind: type[_E], value: str) -> _E:
        try:
            return kind(value)
        except ValueError as error:
            raise LexiconError(f"{self.where}: {key} is {value!r}; it must be one of {', '.join(kind)}") from error

    def done(self) -> None:
        if self._row:
            raise LexiconError(f"{self.where}: unknown field {', '.join(sorted(self._row))}")


def _trigger(row: _Reader) -> Trigger:
    type_ = row.one("type", ClaimType)
    return Trigger(
        type=type_,
        pos=row.one("pos", PartOfSpeech),
        frame=row.maybe("frame") or type_.value,
        passive=row.flag("passive"),
        weak=row.flag("weak"),
        status=row.maybe_one("status", Status),
        unit=row.maybe_one("unit", Unit),
    )


def _cue(row: _Reader) -> Cue:
    return Cue(
        pos=row.one("pos", PartOfSpeech),
        stance=row.maybe_one("stance", Stance) or Stance.ASSERTS,
        needs_content=row.flag("needs_content"),
        passive=row.flag("passive"),
        relays=row.flag("relays"),
        medium=row.maybe("medium"),
    )


def _noun(row: _Reader) -> Noun:
    return Noun(kind=row.one("kind", NounKind), unit=row.maybe_one("unit", Unit))


def _verb(row: _Reader) -> Verb:
    return Verb(class_=row.maybe_one("class", VerbClass) or VerbClass.OTHER)


def _word(row: _Reader) -> Word:
    return Word(class_=row.one("class", WordClass), role=row.maybe_one("role", Role))


_PARSE: dict[str, tuple[EntryKind, Callable[[_Reader], Trigger | Cue | Noun | Verb | Word]]] = {
    "triggers": (EntryKind.TRIGGER, _trigger),
    "cues": (EntryKind.CUE, _cue),
    "nouns": (EntryKind.NOUN, _noun),
    "verbs": (EntryKind.VERB, _verb),
    "grammar": (EntryKind.WORD, _word),
}


def rows(table: Row, item: str, name: str) -> Iterator[tuple[Row, str]]:
    """The rows of one kind in a table, each with its file and place for errors."""
    found = table.get(item, [])
    if not isinstance(found, list):
        raise LexiconError(f"{name}: [[{item}]] must be a list of tables")
    for number, row in enumerate(found, 1):
        if not isinstance(row, dict):
            raise LexiconError(f"{name}, {item} {number}: must be a table")
        yield row, f"{name}, {item} {number} ({row.get('lemma', row.get('name', '?'))})"


def load_paradigms(language: Language) -> Paradigms:
    """The inflection tables of a language."""
    table = load_table(data_folder() / language / "paradigms.toml")
    found: Paradigms = {}
    for row, where in rows(table, "paradigm", f"{language}/paradigms.toml"):
        name = str(row.get("name", ""))
        if not name or name in found:
            raise LexiconError(f"{where}: a paradigm needs a name of its own")
        stems = {key: value for key, value in row.items() if key not in ("name", "example")}
        if not all(isinstance(v, list) and all(isinstance(p, str) and "-" in p for p in v) for v in stems.values()):
            raise LexiconError(f"{where}: each stem needs a list of patterns with '-' for the stem")
        found[name] = {key: tuple(value) for key, value in stems.items()}  # type: ignore[arg-type]  # checked above
    return found


def load_entries(language: Language) -> tuple[Entry, ...]:
    """All word lists of a language, checked and inflected.

    Raises:
        LexiconError: an entry is wrong, doubled or lacks its example; the text names file and entry.
    """
    paradigms = load_paradigms(language)
    entries: list[Entry] = []
    for file in LISTS:
        kind, parse = _PARSE[file]
        name = f"{language}/{file}.toml"
        seen: set[str] = set()
        for row, where in rows(load_table(data_folder() / language / f"{file}.toml"), _ITEM[file], name):
            reader = _Reader(row, where)
            lemma = reader.text("lemma")
            example = reader.text("example")
            forms = list(reader.texts("forms"))
            paradigm, stems = reader.maybe("paradigm"), reader.stems("stems")
            if paradigm:
                forms = [*forms, *inflect(paradigms, paradigm, stems, where)]
            data = parse(reader)
            reader.done()
            key = f"{file} {language} {lemma}"
            if isinstance(data, Trigger | Cue):
                key = f"{key} ({data.pos})"
            elif isinstance(data, Word):
                key = f"{key} ({data.class_})"
            if key in seen:
                raise LexiconError(f"{where}: {lemma!r} stands twice in this list")
            seen.add(key)
            entries.append(Entry(kind, key, language, lemma, tuple(dict.fromkeys(forms or [lemma])), data, example))
    return tuple(entries)


def load_frames(language: Language) -> dict[str, Frame]:
    """Which slot gives which role, by frame, for a language."""
    name = f"{language}/frames.toml"
    found: dict[str, Frame] = {}
    for row, where in rows(load_table(data_folder() / language / "frames.toml"), "frame", name):
        reader = _Reader(row, where)
        frame = Frame(
            name=reader.text("name"),
            subject=reader.maybe_one("subject", Role),
            object=reader.maybe_one("object", Role),
            genitive=reader.maybe_one("genitive", Role),
            prepositions=_prepositions(reader),
        )
        reader.done()
        if frame.name in found:
            raise LexiconError(f"{where}: the frame stands twice")
        found[frame.name] = frame
    return found


def _prepositions(reader: _Reader) -> dict[str, Role]:
    from_text = reader.stems("prepositions")
    try:
        return {" ".join(fold_phrase(preposition)): Role(role) for preposition, role in from_text.items()}
    except ValueError as error:
        raise LexiconError(f"{reader.where}: {error}; roles are {', '.join(Role)}") from error
