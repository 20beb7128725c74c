"""When: the day that a sentence gives, also where a report states no date or no year."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from tawatur.lexicon.calendar_words import CalendarWords, load_calendar_words
from tawatur.model import Document
from tawatur.text import Tokens
from tawatur.text.date_tails import Expression
from tawatur.text.dates import DateReader
from tawatur.text.numbers import find_numbers
from tawatur.text.periods import find_periods

__all__ = ["Days", "When", "days_of"]

_YEARS = range(1990, 2051)
_SHORT_LINE = 60
_HEAD = 60
_LONG = dt.timedelta(days=10)


@dataclass(frozen=True, slots=True)
class When:
    """What words say of the day of a happening.

    Attributes:
        first: first day; None where the year is unknown.
        last: last day.
        month: month, where a day of one is named or known.
        day: day of that month.
        weekday: Monday 0, where one is named or known.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    @property
    def long(self) -> bool:
        """Whether it is a stretch of time rather than a day."""
        return self.first is not None and self.last is not None and self.last - self.first > _LONG

    @classmethod
    def on(cls, first: dt.date, last: dt.date) -> "When":
        """Days that are known in full."""
        if first != last:
            return cls(first, last)
        return cls(first, last, first.month, first.day, first.weekday())


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a report names, by the tokens that name them.

    Attributes:
        published: the day that it is from, as far as it can be told.
        told: index of the first token of each naming, and what it says, in order of the text.
    """

    published: When | None
    told: tuple[tuple[int, When], ...]

    def between(self, first: int, last: int) -> tuple[When, ...]:
        """The days that a range of tokens names."""
        return tuple(when for at, when in self.told if first <= at < last)


def days_of(document: Document, tokens: Tokens) -> Days:
    """The days of a report.

    Where neither a date nor a dateline is known, the day is taken from the report's own words: "today,
    Sunday 27 February". A year that stands nowhere with it is the one, nearest to the latest year that
    the report names, in which the day falls on its weekday.

    Args:
        document: the report.
        tokens: its words.
    """
    words = load_calendar_words(document.language)
    given = document.dateline or document.date
    published = When.on(given, given) if given is not None else None
    told: dict[int, When] = {}
    if published is None:
        expressions = list(_expressions(tokens, words))
        published = _own_day(tokens, words, expressions)
        told = {e.first: when for e in expressions if (when := _partial(e)) is not None}
    day = published.first if published is not None else None
    for mention in find_periods(tokens, words, day):
        for at in range(mention.first, mention.last):
            told.pop(at, None)
        told[mention.first] = When.on(mention.from_day, mention.to_day)
    return Days(published, tuple(sorted(told.items(), key=lambda item: item[0])))


def _expressions(tokens: Tokens, words: CalendarWords) -> Iterator[Expression]:
    found = words.table.find(tokens.folded)
    counted = words.numerals.table.find(tokens.folded)
    reader = DateReader(tokens, words, found, counted, find_numbers(tokens, words.numerals, counted))
    end = 0
    for at, word in enumerate(tokens.folded):
        if at < end or not (word in words.cores or tokens.kinds[at] == "n"):
            continue
        expression = reader.at(at)
        if expression is not None:
            end = max(expression.last, at + 1)
            yield expression


def _partial(expression: Expression) -> When | None:
    """A day without a year, or a weekday: what can still be compared."""
    if expression.hijri or (expression.deixis is not None and not expression.days):
        return None
    weekday = expression.weekdays[-1] if expression.weekdays else None
    if expression.kind == "date" and expression.days and expression.month is not None and expression.year is None:
        return When(month=expression.month, day=expression.days[-1], weekday=weekday)
    if expression.kind in ("weekday", "day") and weekday is not None:
        return When(weekday=weekday)
    return None


def _own_day(tokens: Tokens, words: CalendarWords, expressions: list[Expression]) -> When | None:
    """The day that a report without a date is from."""
    full = [e for e in expressions if e.kind == "date" and len(e.days) == 1 and e.year and e.month and not e.hijri]
    today = [e for e in expressions if _says_today(tokens, words, e)]
    dated = next((e for e in today if e.month is not None and e.days), None)
    if dated is not None and dated.month is not None:
        year = dated.year or next((e.year for e in full if (e.month, e.days) == (dated.month, dated.days)), None)
        weekday = next((e.weekdays[-1] for e in (dated, *today) if e.weekdays), None)
        year = year or _fitting_year(dated.month, dated.days[-1], weekday, _latest_year(expressions))
        day = _date(year, dated.month, dated.days[-1])
        return When.on(day, day) if day else When(month=dated.month, day=dated.days[-1], weekday=weekday)
    weekday = next((e.weekdays[-1] for e in today if e.weekdays), None)
    heads = [e for e in full if e.first <= _HEAD and _stands_alone(tokens, e)]
    days = [day for e in heads if (day := _date(e.year, e.month, e.days[-1])) is not None]
    fitting = [day for day in days if weekday is None or day.weekday() == weekday]
    if fitting:
        return When.on(fitting[0], fitting[0])
    return When(weekday=weekday) if weekday is not None else None


def _says_today(tokens: Tokens, words: CalendarWords, expression: Expression) -> bool:
    """Whether a day is told as the report's own: with a word for today, or a weekday with its date."""
    if expression.deixis is not None or expression.kind not in ("date", "day", "weekday"):
        return False
    if expression.kind == "day":
        return expression.offsets == (0, 0)
    if expression.weekdays and expression.days:
        return True
    found = words.table.find(tokens.folded[max(0, expression.first - 1) : expression.last])
    return any(
        getattr(sense.value, "first", None) == 0 == getattr(sense.value, "last", None)
        for senses in found.values()
        for sense in senses
    )


def _stands_alone(tokens: Tokens, expression: Expression) -> bool:
    """Whether a date fills a line of its own, as one under a headline does."""
    start, end = tokens.starts[expression.first], tokens.ends[expression.last - 1]
    line = tokens.text[tokens.text.rfind("\n", 0, start) + 1 : (tokens.text.find("\n", end) + 1 or len(tokens.text))]
    return len(line.strip()) <= _SHORT_LINE


def _latest_year(expressions: list[Expression]) -> int | None:
    return max((e.year for e in expressions if e.year and not e.hijri and e.year in _YEARS), default=None)


def _fitting_year(month: int, day: int, weekday: int | None, near: int | None) -> int | None:
    if weekday is None or near is None:
        return None
    fitting = [year for year in _YEARS if (date := _date(year, month, day)) and date.weekday() == weekday]
    return min(fitting, key=lambda year: (abs(year - near), year), default=None)


def _date(year: int | None, month: int | None, day: int) -> dt.date | None:
    if year is None or month is None:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
