"""The day that a date line, a byline or a page's own data names; no other dates are read here."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from tawatur.lexicon.furniture import load_furniture
from tawatur.lexicon.spelling import fold, fold_phrase
from tawatur.model import Language

__all__ = ["Day", "find_day", "is_date_line", "opens_date", "parse_day"]

_EARLIEST, _LATEST = 1900, 2100
_LONGEST = 200
_GAP = r"[\s,،.\-]{0,3}"
_CLOCK = re.compile(r"\d{1,2}\s*[:.hH]\s*\d{2}(?::\d{2})?|\b\d{1,2}\s*h\b|\d{3,4}\b")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019.-][^\W\d_]+)*")
_DIGITS = re.compile(
    r"(?<![\d/.-])(?:(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})|(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<c>\d{4}))(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day with the place of its words.

    Attributes:
        date: the day.
        start: offset of its first character.
        end: offset after its last character.
    """

    date: dt.date
    start: int
    end: int


def find_day(text: str, language: Language | None = None) -> Day | None:
    """The first full date (day, month and year) in a short text.

    Args:
        text: a line or the value of a meta tag.
        language: the language of the report; decides 3/6/2020, which English writes in two ways.
    """
    found = [day for day in (_in_digits(text, language), _in_words(text)) if day is not None]
    return min(found, key=lambda day: day.start) if found else None


def parse_day(text: str) -> dt.date | None:
    """The day that a machine-readable value names: the ISO day that it begins with, else any full date."""
    found = find_day(text[:200])
    return found.date if found else None


def is_date_line(line: str, language: Language, spare: int = 0) -> Day | None:
    """The day of a line that holds a date and next to nothing else.

    Args:
        line: one line of a text.
        language: the language of the report.
        spare: how many other words the line may hold (a place, a month of another calendar).
    """
    day = find_day(line, language) if len(line) <= _LONGEST else None
    if day is None:
        return None
    rest = _CLOCK.sub(" ", f"{line[: day.start]} | {line[day.end :]}")
    known = _date_words()
    words = [fold(word) for word in _WORD.findall(rest)]
    return day if sum((word,) not in known for word in words) <= spare else None


def opens_date(words: str) -> bool:
    """Whether words before a date are those of a date line ("Published", "Friday"), not of a sentence ("On")."""
    first = _WORD.search(words)
    return first is None or any(
        fold(first[0]) == form[0] for lang in Language for form in load_furniture(lang).date_words
    )


def _in_digits(text: str, language: Language | None) -> Day | None:
    for match in _DIGITS.finditer(text):
        if match["y"]:
            date = _date(match["y"], int(match["m"]), match["d"])
        else:
            first, second = int(match["a"]), int(match["b"])
            if language is Language.EN and match["sep"] == "/" and first <= 12 and second <= 12 and first != second:
                continue
            day, month = (second, first) if second > 12 else (first, second)
            date = _date(match["c"], month, str(day))
        if date:
            return Day(date, match.start(), match.end())
    return None


def _in_words(text: str) -> Day | None:
    numbers, pattern = _months()
    for match in pattern.finditer(text):
        month = numbers.get(" ".join(fold_phrase(match["month1"] or match["month2"])))
        date = _date(match["year1"] or match["year2"], month, match["day1"] or match["day2"]) if month else None
        if date:
            return Day(date, match.start(), match.end())
    return None


def _date(year: str, month: int, day: str) -> dt.date | None:
    try:
        date = dt.date(int(year), month, int(day))
    except ValueError:
        return None
    return date if _EARLIEST <= date.year <= _LATEST else None


@cache
def _months() -> tuple[dict[str, int], re.Pattern[str]]:
    """Months by their folded names, and the pattern of a date in words."""
    forms = [(form, month.number) for lang in Language for month in load_furniture(lang).months for form in month.forms]
    numbers = {" ".join(fold_phrase(form)): number for form, number in forms}
    spelled = sorted({form for form, _ in forms}, key=lambda form: (-len(form), form))
    name = "|".join(re.escape(form).replace(r"\ ", r"\s+").replace("/", r"\s*/\s*") for form in spelled)
    pattern = re.compile(
        rf"(?<!\d)(?P<day1>\d{{1,2}})(?:er|st|nd|rd|th)?{_GAP}(?:of\s+|من\s+)?\b(?P<month1>{name})\b\.?{_GAP}(?P<year1>\d{{4}})(?!\d)"
        rf"|\b(?P<month2>{name})\b\.?\s*(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?{_GAP}(?P<year2>\d{{4}})(?!\d)",
        re.IGNORECASE,
    )
    return numbers, pattern


@cache
def _date_words() -> frozenset[tuple[str, ...]]:
    """Every word that may stand beside the date in a date line, by itself."""
    words = [word for lang in Language for form in load_furniture(lang).date_words for word in form]
    return frozenset((word,) for word in words)
