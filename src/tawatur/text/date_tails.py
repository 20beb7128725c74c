"""What follows a calendar word: its double name, its year, "last", the part of the day."""

from dataclasses import dataclass, replace

from tawatur.lexicon.calendar_words import CalendarWords, Dating, EraName, MonthWord, SpanWord
from tawatur.lexicon.numerals import MarkWord
from tawatur.lexicon.word_table import Sense, pick
from tawatur.model import Language
from tawatur.text.number_names import NumberNames
from tawatur.text.tokens import Tokens

__all__ = ["CLOSING", "DateTails", "Expression", "Found"]

Found = dict[int, tuple[Sense[Dating], ...]]
"""What a table of dates finds, by the index of the first token."""

CLOSING = frozenset(")]")
"""Marks that close what a bracket before a date opened."""

_DAYS_IN_MONTH = 31
_YEAR_DIGITS = 4
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_CENTURY = 100
_COMMAS = frozenset(",،")
_BEFORE_YEAR = frozenset(",.")
_LONGEST = 4
_DEIXIS = ("last", "this", "next", "elapsed")
_YEARS_OFF = {"last": -1, "this": 0, "next": 1}


@dataclass(frozen=True, slots=True)
class Expression:
    """A calendar expression.

    Attributes:
        first: index of its first token.
        last: index after its last token.
        kind: "date", "year", "weekday", "day", "span", "season" or "era".
        days: days of the month, one or two.
        month: month, if one is named.
        year: year, if one is named.
        last_year: the second of two years.
        hijri: the Islamic calendar.
        weekdays: weekdays, one or two, Monday 0.
        offsets: first and last day counted from publication.
        unit: unit of a span.
        count: how many of it; None without a number.
        plural: the span's unit stands in the plural.
        deixis: "last", "this", "next", "elapsed" where such a word stands with it.
        year_offset: "of last year" is -1.
        weak: its word may mean something else.
        era: a named stretch of history.
    """

    first: int
    last: int
    kind: str
    days: tuple[int, ...] = ()
    month: int | None = None
    year: int | None = None
    last_year: int | None = None
    hijri: bool = False
    weekdays: tuple[int, ...] = ()
    offsets: tuple[int, int] = (0, 0)
    unit: str = ""
    count: float | None = None
    plural: bool = False
    deixis: str | None = None
    year_offset: int | None = None
    weak: bool = False
    era: EraName | None = None


class DateTails:
    """Reads on from a calendar word of one text."""

    def __init__(self, tokens: Tokens, words: CalendarWords, found: Found, names: NumberNames) -> None:
        self._t = tokens
        self._found = found
        self._names = names
        self._language = words.language
        self._arabic = words.language is Language.AR

    def mark(self, at: int, kind: str) -> int:
        """How many words of a kind stand at a place; 0 where none do."""
        for sense in self._found.get(at, ()):
            if isinstance(sense.value, MarkWord) and sense.value.kind == kind:
                return sense.length
        return 0

    def mark_before(self, end: int, kind: str) -> int | None:
        """Where the words of a kind that end right before a place begin."""
        for start in range(max(0, end - _LONGEST), end):
            for sense in self._found.get(start, ()):
                if isinstance(sense.value, MarkWord) and sense.value.kind == kind and start + sense.length == end:
                    return start
        return None

    def digits(self, at: int, most: int) -> int | None:
        """The whole number in digits at a place, if it has no more digits than ``most``."""
        t = self._t
        if at >= len(t) or t.kinds[at] != "n" or not t.folded[at].isdigit() or len(t.folded[at]) > most:
            return None
        return int(t.folded[at])

    def skip(self, at: int, words: frozenset[str]) -> int:
        """The place after ``at`` if one of these words stands there, else ``at``."""
        return at + 1 if at < len(self._t) and self._t.folded[at] in words else at

    def after_double(self, found: Expression) -> int:
        """Where the double name of a month ends: "يناير/ كانون الثاني", "حزيران (يونيو)", "مارس آذار"."""
        end = found.last
        for skip in (1, 0, 2):
            if skip and not all(self.mark(end + i, "double") for i in range(skip)):
                continue
            month = pick(self._found, end + skip, MonthWord)
            if month is not None and month[0].number == found.month and not month[0].hijri and not month[2]:
                return self.skip(end + skip + month[1], CLOSING)
        return end

    def year_after(self, at: int) -> tuple[int, int, bool] | None:
        """The year that follows a month or season: number, index after it, whether it is of the Islamic calendar."""
        end = self.skip(at, _BEFORE_YEAR) if self._language is Language.EN else at
        named = self.mark(end, "of-year")
        named += self.mark(end + named, "year-word")
        end += named
        number = self.digits(end, _YEAR_DIGITS)
        if number is None:
            return None
        hijri = self._arabic and self.mark(end + 1, "hijri-tail") > 0
        if len(self._t.folded[end]) == _YEAR_DIGITS:
            modern = _FIRST_YEAR <= number <= _LAST_YEAR
            if not (modern or named or hijri) or (not named and self._names.mark(end + 1, "counted")):
                return None
            end += 1
            return number, end + (self.mark(end, "hijri-tail") or self.mark(end, "year-tail")), hijri
        short = self._language is Language.FR and end == at and _DAYS_IN_MONTH < number < _CENTURY
        return (_FIRST_YEAR + number, end + 1, False) if short else None

    def relative_year(self, at: int) -> tuple[int, int] | None:
        """The year of "من العام الماضي", "de l'année dernière", "of last year": its offset, and the index after it."""
        named = at + self.mark(at, "of-year")
        if named > at:
            following = self._offset(named)
            if following is not None:
                return following
        for start in (at, at + self.mark(at, "of"), named):
            before = self._offset_before(start)
            end = before[1] if before is not None else start
            span = pick(self._found, end, SpanWord)
            if span is None or span[0].unit != "year" or span[0].plural or span[0].count is not None:
                continue
            if before is not None:
                return before[0], end + span[1]
            following = self._offset(end + span[1])
            if following is not None:
                return following
        return None

    def _offset(self, at: int) -> tuple[int, int] | None:
        for kind, offset in _YEARS_OFF.items():
            length = self.mark(at, kind)
            if length:
                return offset, at + length
        return None

    def _offset_before(self, at: int) -> tuple[int, int] | None:
        for kind, offset in _YEARS_OFF.items():
            length = self.mark(at, f"{kind}-before")
            if length:
                return offset, at + length
        return None

    def with_deixis(self, found: Expression) -> Expression:
        """The expression with "last", "this" or "next" after it."""
        for kind in _DEIXIS:
            length = self.mark(found.last, kind)
            if length:
                return replace(found, deixis=kind, last=found.last + length)
        return found

    def with_part_of_day(self, found: Expression) -> Expression:
        """The expression with the part of the day after it: "samedi matin", "السبت صباحا"."""
        end = found.last
        comma = self.skip(end, _COMMAS)
        for start in (end, comma):
            length = self.mark(start, "part-of-day") if not self._arabic else self.mark(start, "after-day")
            if length and found.kind != "year" and (found.days or found.weekdays or found.kind == "day"):
                return replace(found, last=start + length)
        return found
