"""Calendar expressions as they stand in a text: which words name a day, a month, a year or a span."""

from dataclasses import replace

from tawatur.lexicon.calendar_words import (
    CalendarWords,
    DayWord,
    EraName,
    MonthWord,
    SeasonWord,
    SpanWord,
    WeekdayWord,
)
from tawatur.lexicon.numerals import OrdinalWord
from tawatur.lexicon.word_table import pick
from tawatur.model import Language
from tawatur.text.date_tails import CLOSING, DateTails, Expression, Found
from tawatur.text.number_names import NumberNames
from tawatur.text.numbers import Number, NumberShape, Senses
from tawatur.text.tokens import Tokens

__all__ = ["DateReader"]

_DAYS_IN_MONTH = 31
_MONTHS = 12
_YEAR_DIGITS = 4
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_FIRST_NAMED_YEAR = 600
_FIRST_HIJRI, _LAST_HIJRI = 1300, 1500
_BRACKETS = frozenset("(،,[")


class DateReader:
    """Reads the calendar expressions of one text."""

    def __init__(
        self, tokens: Tokens, words: CalendarWords, found: Found, counted: Senses, numbers: list[Number]
    ) -> None:
        self._t = tokens
        self._words = words
        self._found = found
        self._names = NumberNames(tokens, words.numerals, counted)
        self._tails = DateTails(tokens, words, found, self._names)
        self._by_first = {number.first: number for number in numbers}
        self._by_last = {number.last: number for number in numbers}
        self._arabic = words.language is Language.AR

    def at(self, at: int) -> Expression | None:
        """The calendar expression that begins at a token, without the words before it that place it."""
        if self._t.kinds[at] == "n":
            return self._numeric(at) or self._day_month(at) or self._bare_year(at)
        if at not in self._found:
            return self._joined_part(at) if "-" in self._t.folded[at] else None
        for read in (
            self._weekday,
            self._day_month,
            self._month,
            self._day_word,
            self._named_year,
            self._span,
            self._season,
            self._era,
        ):
            found = read(at)
            if found is not None:
                return found
        return None

    def _date(self, at: int) -> Expression | None:
        """A date with its day, in any order."""
        if at >= len(self._t):
            return None
        found = self._numeric(at) or self._day_month(at)
        if found is None:
            month = self._month(at)
            found = month if month is not None and month.days else None
        return found

    def _numeric(self, at: int) -> Expression | None:
        t = self._t
        if at >= len(t) or t.kinds[at] != "n":
            return None
        parts, end = t.folded[at].split("."), at + 1
        if (
            len(parts) == 1
            and at + 4 < len(t)
            and t.folded[at + 1] == t.folded[at + 3]
            and t.folded[at + 1] in ("/", "-")
        ):
            parts, end = [t.folded[at], t.folded[at + 2], t.folded[at + 4]], at + 5
        if len(parts) != 3 or not all(p.isdigit() and len(p) in (1, 2, 4) for p in parts):
            return None
        numbers = [int(part) for part in parts]
        if len(parts[0]) == _YEAR_DIGITS:
            of_year, number, day = numbers
        elif len(parts[2]) == _YEAR_DIGITS:
            day, number, of_year = numbers
            if number > 12 and day <= 12 and self._words.language is Language.EN:
                day, number = number, day
            elif self._words.language is Language.EN and day <= 12 and number != day:
                return None
        else:
            return None
        if not (1 <= number <= 12 and 1 <= day <= _DAYS_IN_MONTH):
            return None
        hijri = self._tails.mark(end, "hijri-tail") > 0 or _FIRST_HIJRI < of_year < _LAST_HIJRI
        end += self._tails.mark(end, "hijri-tail") or self._tails.mark(end, "year-tail")
        return Expression(at, end, "date", days=(day,), month=number, year=of_year, hijri=hijri)

    def _one_day(self, at: int) -> tuple[int, int] | None:
        """A day of the month and the index after it."""
        day = self._tails.digits(at, 2)
        if day is not None:
            end = at + 1
            if self._tails.mark(end, "ordinal-tail") and self._t.starts[end] == self._t.ends[at]:
                end += 1
            return (day, end) if 1 <= day <= _DAYS_IN_MONTH else None
        ordinal = pick(self._found, at, OrdinalWord)
        return (ordinal[0].value, at + ordinal[1]) if ordinal is not None else None

    def _day_month(self, at: int) -> Expression | None:
        """ "15 July", "السابع من أبريل", "4 au 5 janvier"."""
        first = self._one_day(at)
        if first is None:
            return None
        days: tuple[int, ...] = (first[0],)
        end = first[1]
        join = self._tails.mark(end, "join") or self._tails.mark(end, "to")
        if join or (end < len(self._t) and self._t.folded[end] == "و"):
            second_at = end + (join or 1)
            second_at += self._tails.mark(second_at, "day-word")
            second_at += pick(self._found, second_at, WeekdayWord) is not None
            second = self._one_day(second_at)
            if second is not None:
                days, end = (first[0], second[0]), second[1]
        end += self._tails.mark(end, "of")
        month = pick(self._found, end, MonthWord)
        if month is None or (self._arabic and month[2] and end > first[1]):
            return None
        return self._tail(
            Expression(at, end + month[1], "date", days=days, month=month[0].number, hijri=month[0].hijri)
        )

    def _month(self, at: int) -> Expression | None:
        month = pick(self._found, at, MonthWord)
        if month is None:
            return None
        word, length, _ = month
        if at and self._t.folded[at - 1] == "-" and self._t.ends[at - 1] == self._t.starts[at]:
            return None
        if word.weak and self._words.language is Language.EN and not self._t.text[self._t.starts[at]].isupper():
            return None
        found = Expression(at, at + length, "date", month=word.number, hijri=word.hijri, weak=word.weak)
        if self._words.language is Language.EN:
            day_at = self._tails.skip(found.last, frozenset("."))
            day = self._one_day(day_at)
            if day is not None and pick(self._found, day_at, OrdinalWord) is None:
                found = replace(found, days=(day[0],), last=day[1])
        return self._tail(found)

    def _tail(self, found: Expression) -> Expression:
        """What may follow a month: its double name, the year, "last"."""
        end = self._tails.after_double(found)
        found = self._tails.with_deixis(replace(found, last=end))
        if found.deixis is not None and not self._tails.mark(found.last, "of-year"):
            return self._tails.with_part_of_day(found)
        of_year = self._tails.year_after(found.last)
        if of_year is not None:
            found = replace(found, year=of_year[0], last=of_year[1], hijri=found.hijri or of_year[2])
        else:
            offset = self._tails.relative_year(found.last)
            if offset is not None:
                found = replace(found, year_offset=offset[0], last=offset[1])
        return self._tails.with_part_of_day(self._tails.with_deixis(found) if found.deixis is None else found)

    def _weekday(self, at: int) -> Expression | None:
        weekday = pick(self._found, at, WeekdayWord)
        if weekday is None or self._tails.mark_before(at, "not-weekday-before") is not None:
            return None
        word, length, _ = weekday
        found = self._tails.with_deixis(Expression(at, at + length, "weekday", weekdays=(word.number,), weak=word.weak))
        found = self._tails.with_part_of_day(found)
        with_date = self._with_date(found)
        if with_date is not None:
            return with_date
        if word.weak:
            return None
        join = self._tails.mark(found.last, "join") or self._tails.mark(found.last, "to")
        second_at = found.last + join
        second = pick(self._found, second_at, WeekdayWord)
        if (
            second is not None
            and not second[0].weak
            and (join or second[2].startswith("و"))
            and self._date(second_at + second[1]) is None
        ):
            found = replace(found, weekdays=(word.number, second[0].number), last=second_at + second[1])
            found = self._tails.with_part_of_day(self._tails.with_deixis(found) if found.deixis is None else found)
        return found

    def _with_date(self, found: Expression) -> Expression | None:
        """A date right after a weekday or "today" is what counts: "الاثنين الماضي (9 أبريل)"."""
        at = found.last
        at += self._tails.mark(at, "after-day")
        opened = self._tails.skip(at, _BRACKETS)
        for start in (at, opened):
            date = self._date(start)
            if date is not None and date.month is not None:
                if (
                    start == opened > at
                    and self._t.folded[at] != "("
                    and self._words.language is not Language.EN
                    and date.year is None
                    and found.kind == "weekday"
                    and self._arabic
                ):
                    return None
                last = self._tails.skip(date.last, CLOSING) if opened > at else date.last
                return replace(date, first=found.first, last=last)
        return None

    def _day_word(self, at: int) -> Expression | None:
        day = pick(self._found, at, DayWord)
        if day is None:
            return None
        word, length, _ = day
        end = at + length
        if word.first == word.last == 0 and (
            self._tails.mark(end, "not-today-after") or self._tails.mark_before(at, "not-today-before") is not None
        ):
            return None
        if (
            self._arabic
            and word.first == 0
            and (pick(self._found, end, OrdinalWord) is not None and self._date(end) is None)
        ):
            return None
        found = Expression(at, end, "day", offsets=(word.first, word.last))
        with_date = self._with_date(found)
        if with_date is not None:
            return with_date
        opened = self._tails.skip(end, frozenset("("))
        weekday = pick(self._found, opened, WeekdayWord)
        if weekday is not None and not weekday[0].weak and not weekday[2].startswith("و"):
            last = opened + weekday[1]
            found = replace(
                found, weekdays=(weekday[0].number,), last=self._tails.skip(last, CLOSING) if opened > end else last
            )
            dated = self._with_date(replace(found, kind="weekday"))
            if dated is not None:
                return dated
        return self._tails.with_part_of_day(found)

    def _named_year(self, at: int) -> Expression | None:
        length = self._tails.mark(at, "year-word")
        if not length:
            return None
        start = at + length
        if start < len(self._t) and self._t.folded[start] == "ال":
            start += 1
        number = self._tails.digits(start, _YEAR_DIGITS)
        if number is None or not 600 <= number <= _LAST_YEAR:
            return None
        end = start + 1
        hijri = self._tails.mark(end, "hijri-tail") > 0 and self._arabic
        end += self._tails.mark(end, "hijri-tail") or self._tails.mark(end, "year-tail")
        second = (
            self._tails.digits(end + 1, _YEAR_DIGITS)
            if end < len(self._t) and (self._t.folded[end] in ("و", "and", "et") or self._tails.mark(end, "to"))
            else None
        )
        if second is not None and number < second <= _LAST_YEAR and len(self._t.folded[end + 1]) == _YEAR_DIGITS:
            return Expression(at, end + 2, "year", year=number, last_year=second, hijri=hijri)
        return Expression(at, end, "year", year=number, hijri=hijri)

    def _bare_year(self, at: int) -> Expression | None:
        number = self._by_first.get(at)
        if (
            number is None
            or number.shape is not NumberShape.DIGITS
            or not number.plain
            or not _FIRST_YEAR <= number.low <= _LAST_YEAR
        ):
            return None
        if self._names.is_part_of_name(number) or not self._names.is_year(number) or self._names.is_glued(number):
            return None
        end = at + 1
        return Expression(at, end + self._tails.mark(end, "year-tail"), "year", year=int(number.low))

    def _joined_part(self, at: int) -> Expression | None:
        """ "mid-March", "mi-mars", "mid-2011" in one word: read as the month or year; the part is found again."""
        head, hyphen, tail = self._t.folded[at].partition("-")
        if not hyphen or head not in self._words.parts:
            return None
        month = self._words.months.get(tail)
        if month is not None:
            return replace(self._tail(Expression(at, at + 1, "date", month=month.number)), unit=head)
        if tail.isdigit() and len(tail) == _YEAR_DIGITS:
            return Expression(at, at + 1, "year", year=int(tail), unit=head)
        return None

    def _span(self, at: int) -> Expression | None:
        """ "الأسبوع الماضي", "les quatre derniers jours", "two years": with its number and what follows."""
        weekend = self._tails.mark(at, "weekend")
        if weekend:
            return self._tails.with_deixis(Expression(at, at + weekend, "span", unit="weekend"))
        span = pick(self._found, at, SpanWord)
        if span is None:
            return None
        word, length, taken = span
        end = at + length
        if word.unit == "hour" and not word.plural and word.count is None and "ال" in taken:
            return None
        if pick(self._found, end + self._tails.mark(end, "of"), MonthWord) is not None:
            return None
        half = self._names.half_after(end)
        if half:
            return None
        found = Expression(at, end, "span", unit=word.unit, count=word.count, plural=word.plural)
        after = self._by_first.get(found.last)
        if (
            after is not None
            and self._arabic
            and self._t.folded[after.first].startswith("ال")
            and after.low == after.high
        ):
            found = replace(found, count=after.low, last=after.last)
        length = self._tails.mark(found.last, "recent")
        plain = self._tails.with_deixis(found)
        if length > plain.last - found.last:
            return replace(found, deixis="last", last=found.last + length)
        return plain

    def _season(self, at: int) -> Expression | None:
        season = pick(self._found, at, SeasonWord)
        if season is None:
            return None
        end = at + season[1]
        found = Expression(at, end, "season", month=season[0].number)
        of_year = self._tails.year_after(end)
        if of_year is not None:
            return replace(found, year=of_year[0], last=of_year[1])
        offset = self._tails.relative_year(end)
        if offset is not None:
            return replace(found, year_offset=offset[0], last=offset[1])
        found = self._tails.with_deixis(found)
        return replace(found, weak=found.deixis is None)

    def _era(self, at: int) -> Expression | None:
        era = pick(self._found, at, EraName)
        return Expression(at, at + era[1], "era", era=era[0]) if era is not None else None

    def mark(self, at: int, kind: str) -> int:
        """How many words of a kind stand at a place; 0 where none do."""
        return self._tails.mark(at, kind)

    def mark_before(self, end: int, kind: str) -> int | None:
        """Where the words of a kind that end right before a place begin."""
        return self._tails.mark_before(end, kind)

    def count_before(self, at: int) -> Number | None:
        """The number that ends right before a place."""
        return self._by_last.get(at)
