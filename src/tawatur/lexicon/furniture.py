"""The words that surround a report: page furniture, credits, signatures of agencies, words of date lines."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from tawatur.errors import LexiconError
from tawatur.lexicon.loading import Row, data_folder, load_table, rows
from tawatur.lexicon.spelling import fold_phrase
from tawatur.model import Language, RegionKind

__all__ = ["Agency", "Furniture", "Month", "Phrase", "Place", "load_furniture"]


class Place(StrEnum):
    """Which part of a text a phrase of page furniture takes with it."""

    LINE = "line"
    """A line that is the phrase and nothing else."""
    START = "start"
    """A short line that begins with it."""
    END = "end"
    """A short line that ends with it."""
    REST = "rest"
    """A line that is the phrase, and every line after it."""
    TAIL = "tail"
    """The end of the text from the phrase on, if it is no longer than a few lines."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A wording of page furniture.

    Attributes:
        text: as written.
        words: its folded words and marks.
        kind: what a region found by it is.
        place: how much it takes with it.
        example: a line that it marks.
    """

    text: str
    words: tuple[str, ...]
    kind: RegionKind
    place: Place
    example: str


@dataclass(frozen=True, slots=True)
class Agency:
    """Somebody who signs reports or pictures, by the wordings used in signatures."""

    name: str
    forms: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the Gregorian calendar with its names."""

    number: int
    forms: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Furniture:
    """Everything of one language that surrounds a report.

    Attributes:
        language: the language.
        phrases: page furniture, credits and bylines.
        agencies: who signs datelines and pictures.
        months: names of months as date lines write them.
        date_words: words that may stand beside the date in a date line, folded.
        tell: frequent small words by which the language is told, folded.
        outlet_words: words that show the end of a title to be an outlet's name, folded.
        date_examples: a date line for each group of date words.
    """

    language: Language
    phrases: tuple[Phrase, ...]
    agencies: tuple[Agency, ...]
    months: tuple[Month, ...]
    date_words: frozenset[tuple[str, ...]]
    tell: frozenset[str]
    outlet_words: frozenset[str]
    date_examples: tuple[str, ...]


@cache
def load_furniture(language: Language) -> Furniture:
    """What surrounds reports in a language.

    Raises:
        LexiconError: an entry is wrong, doubled or lacks its example; the text names file and entry.
    """
    name = f"{language}/furniture.toml"
    table = load_table(data_folder() / language / "furniture.toml")
    groups = [(_forms(row, where), _text(row, "example", where)) for row, where in rows(table, "dateword", name)]
    return Furniture(
        language=language,
        phrases=_unique((_phrase(row, where) for row, where in rows(table, "phrase", name)), name),
        agencies=tuple(
            Agency(_text(row, "name", where), _forms(row, where), _text(row, "example", where))
            for row, where in rows(table, "agency", name)
        ),
        months=_months(table, name),
        date_words=frozenset(fold_phrase(form) for forms, _ in groups for form in forms),
        tell=_words(table, "tell", name),
        outlet_words=_words(table, "outlet", name),
        date_examples=tuple(example for _, example in groups),
    )


def _phrase(row: Row, where: str) -> Phrase:
    text = _text(row, "text", where)
    where = f"{where}, {text!r}"
    try:
        kind, place = RegionKind(_text(row, "kind", where)), Place(_text(row, "place", where))
    except ValueError as error:
        raise LexiconError(f"{where}: {error}") from error
    return Phrase(text, fold_phrase(text), kind, place, _text(row, "example", where))


def _unique(phrases: Iterable[Phrase], name: str) -> tuple[Phrase, ...]:
    kept: dict[tuple[tuple[str, ...], Place], Phrase] = {}
    for phrase in phrases:
        if not phrase.words:
            raise LexiconError(f"{name}: the phrase {phrase.text!r} holds no word")
        if kept.setdefault((phrase.words, phrase.place), phrase) is not phrase:
            raise LexiconError(f"{name}: the phrase {phrase.text!r} stands twice")
    return tuple(kept.values())


def _months(table: Row, name: str) -> tuple[Month, ...]:
    months = []
    for row, where in rows(table, "month", name):
        number = row.get("number")
        if not isinstance(number, int) or isinstance(number, bool):
            raise LexiconError(f"{where}: number must be a whole number")
        months.append(Month(number, _forms(row, where), _text(row, "example", where)))
    if sorted(month.number for month in months) != list(range(1, 13)):
        raise LexiconError(f"{name}: each of the twelve months must stand once")
    return tuple(months)


def _text(row: Row, key: str, where: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        raise LexiconError(f"{where}: {key} must be a text")
    return value


def _forms(row: Row, where: str, key: str = "forms") -> tuple[str, ...]:
    value = row.get(key)
    if not isinstance(value, list) or not value or not all(isinstance(v, str) and v.strip() for v in value):
        raise LexiconError(f"{where}: {key} must be a list of texts")
    if len(set(value)) != len(value):
        raise LexiconError(f"{where}: {key} holds a form twice")
    return tuple(value)


def _words(table: Row, key: str, name: str) -> frozenset[str]:
    section = table.get(key)
    if not isinstance(section, dict):
        raise LexiconError(f"{name}: [{key}] is missing")
    forms = _forms(section, f"{name}, [{key}]", "words")
    return frozenset(word for form in forms for word in fold_phrase(form))
