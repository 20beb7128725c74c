"""The words of dates in each language: months of every calendar, weekdays, spans, and what places them."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from tawatur.errors import LexiconError
from tawatur.lexicon.loading import Row, data_folder, load_table, rows
from tawatur.lexicon.numerals import (
    MarkWord,
    NumeralWords,
    OrdinalWord,
    forms_of,
    load_numerals,
    ordinals,
)
from tawatur.lexicon.word_table import WordTable, fold_form
from tawatur.model import Language

__all__ = [
    "CalendarWords",
    "Dating",
    "DayWord",
    "EraName",
    "MonthWord",
    "PartWord",
    "SeasonWord",
    "SpanWord",
    "WeekdayWord",
    "load_calendar_words",
]

_PARTS = ("early", "start", "mid", "late", "end")
_UNITS = ("hour", "day", "week", "weekend", "month", "year", "decade")


@dataclass(frozen=True, slots=True)
class MonthWord:
    """A month; a weak one is also another word and needs a day, a year or a preposition beside it."""

    number: int
    hijri: bool
    weak: bool


@dataclass(frozen=True, slots=True)
class WeekdayWord:
    """A day of the week, Monday 0; a weak one ("Sat") needs a date beside it."""

    number: int
    weak: bool


@dataclass(frozen=True, slots=True)
class DayWord:
    """A word for a day counted from today: the first and the last it covers."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class SpanWord:
    """A span of time ("week"); a dual has its count, a plural has none but is marked."""

    unit: str
    count: int | None
    plural: bool


@dataclass(frozen=True, slots=True)
class PartWord:
    """A part of a month or year: early, start, mid, late, end."""

    part: str


@dataclass(frozen=True, slots=True)
class SeasonWord:
    """A season: spring 1, summer 2, autumn 3, winter 4."""

    number: int


@dataclass(frozen=True, slots=True)
class EraName:
    """A named stretch of history, with its first and last day."""

    first: dt.date
    last: dt.date


Dating = EraName | MonthWord | WeekdayWord | DayWord | SpanWord | PartWord | SeasonWord | OrdinalWord | MarkWord
"""What a word of dates can be."""


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """The words of dates of one language.

    Attributes:
        language: the language.
        table: all of them, looked up by word.
        parts: folded words for parts by themselves, for "mid-March".
        months: folded months of one word by themselves, for the same.
        not_future: folded words, in Arabic beginnings of words, that only look like a future verb.
        future_endings: folded endings of future verbs.
        future_beginnings: folded beginnings of future verbs.
        cores: folded words that a calendar expression can begin with.
        numerals: the words of counting, for "two days ago".
        examples: where each entry stands, its forms, and its example sentence.
    """

    language: Language
    table: WordTable[Dating]
    parts: Mapping[str, PartWord]
    months: Mapping[str, MonthWord]
    not_future: frozenset[str]
    future_endings: tuple[str, ...]
    future_beginnings: tuple[str, ...]
    cores: frozenset[str]
    numerals: NumeralWords
    examples: tuple[tuple[str, tuple[str, ...], str], ...]


@cache
def load_calendar_words(language: Language) -> CalendarWords:
    """The words of dates of a language, checked.

    Args:
        language: the language.

    Returns:
        The words, indexed.

    Raises:
        LexiconError: a data file is missing or an entry is wrong; the text names file and entry.
    """
    name = f"{language}/dates.toml"
    table = load_table(data_folder() / language / "dates.toml")
    entries: list[tuple[str, Dating]] = list(ordinals(language))
    examples: list[tuple[str, tuple[str, ...], str]] = []
    for section, build in _SECTIONS.items():
        for row, where in rows(table, section, name):
            try:
                value = build(row)
            except (KeyError, ValueError, TypeError) as error:
                raise LexiconError(f"{where}: {error}") from error
            forms = forms_of(row, where)
            entries.extend((form, value) for form in forms)
            examples.append((where, forms, str(row.get("example", ""))))
    single = [(words[0], value) for words, value in ((fold_form(f), v) for f, v in entries) if len(words) == 1]
    table_of_all = WordTable(entries)
    return CalendarWords(
        language=language,
        table=table_of_all,
        parts={word: value for word, value in single if isinstance(value, PartWord)},
        months={word: value for word, value in single if isinstance(value, MonthWord)},
        not_future=frozenset(word for word, value in single if value == MarkWord("not-future")),
        future_endings=tuple(word for word, value in single if value == MarkWord("future-ending")),
        future_beginnings=tuple(word for word, value in single if value == MarkWord("future-beginning")),
        cores=table_of_all.first_words(_begins),
        numerals=load_numerals(language),
        examples=tuple(examples),
    )


def _begins(value: Dating) -> bool:
    if isinstance(value, MarkWord):
        return value.kind in ("year-word", "weekend")
    return not isinstance(value, PartWord)


def _whole(row: Row, key: str, low: int, high: int) -> int:
    value = row[key]
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise ValueError(f"{key} must be a whole number from {low} to {high}")
    return value


def _one_of(row: Row, key: str, known: tuple[str, ...]) -> str:
    value = str(row[key])
    if value not in known:
        raise ValueError(f"{key} is {value!r}; it must be one of {', '.join(known)}")
    return value


def _month(row: Row) -> Dating:
    return MonthWord(_whole(row, "number", 1, 12), row.get("calendar") == "hijri", row.get("weak") is True)


def _day(row: Row) -> Dating:
    first = _whole(row, "offset", -9, 9)
    return DayWord(first, _whole(row, "offset_to", -9, 9) if "offset_to" in row else first)


def _span(row: Row) -> Dating:
    count = _whole(row, "count", 1, 9) if "count" in row else None
    return SpanWord(_one_of(row, "unit", _UNITS), count, row.get("plural") is True)


_SECTIONS: dict[str, Callable[[Row], Dating]] = {
    "month": _month,
    "weekday": lambda row: WeekdayWord(_whole(row, "number", 0, 6), row.get("weak") is True),
    "day": _day,
    "span": _span,
    "part": lambda row: PartWord(_one_of(row, "part", _PARTS)),
    "season": lambda row: SeasonWord(_whole(row, "number", 1, 4)),
    "era": lambda row: EraName(dt.date.fromisoformat(str(row["from"])), dt.date.fromisoformat(str(row["to"]))),
    "mark": lambda row: MarkWord(str(row["kind"])),
}
