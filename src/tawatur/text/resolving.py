"""From calendar expressions with their settings to first and last days."""

import datetime as dt
from dataclasses import replace

from tawatur.lexicon.calendar_words import CalendarWords
from tawatur.lexicon.numerals import BoundSide
from tawatur.model import Language
from tawatur.text import calendars
from tawatur.text.calendars import Interval, Precision
from tawatur.text.date_settings import Setting
from tawatur.text.date_tails import Expression
from tawatur.text.dates import DateReader
from tawatur.text.tense import FutureCues
from tawatur.text.tokens import Tokens

__all__ = ["Resolver"]

_OFFSETS = {"last": -1, "this": 0, "next": 1}
_WITHOUT_WHOLE = ("day", "hour", "decade")
_DEFINITE = frozenset({"l'", "la", "le", "the"})

Resolved = tuple[Interval, str]
"""The days and the rule that found them."""


class Resolver:
    """Resolves the expressions of one text against its day of publication."""

    def __init__(self, tokens: Tokens, words: CalendarWords, reader: DateReader, published: dt.date | None) -> None:
        self._t = tokens
        self._words = words
        self._reader = reader
        self._published = published
        self._future = FutureCues(tokens, words, reader)

    def resolve(self, expression: Expression, setting: Setting) -> Resolved | None:
        """The days of an expression, before "since" or "until" is applied; None where it says too little."""
        resolved = self._resolve(expression, setting)
        if resolved is None or expression.kind == "span":
            return resolved
        interval, rule = resolved
        if setting.part is not None:
            interval, rule = calendars.part_of(interval, setting.part), f"{rule}, {setting.part}"
        published = self._published
        if setting.clip == "to" and published is not None and interval.first <= published <= interval.last:
            interval = replace(interval, last=published)
        return interval, rule

    def _resolve(self, expression: Expression, setting: Setting) -> Resolved | None:
        kind = expression.kind
        deixis = expression.deixis or setting.deixis
        if expression.era is not None:
            if setting.part is not None:
                return None
            return Interval(expression.era.first, expression.era.last, Precision.RANGE), "era"
        interval: Interval | None = None
        if kind == "date":
            interval = self._date(expression, setting, deixis)
        elif kind == "year":
            interval = self._year(expression, setting)
        elif kind == "season":
            interval = self._season(expression, deixis)
        elif self._published is not None and kind == "span":
            return self._span(expression, setting, self._published)
        elif self._published is not None and kind == "weekday":
            interval = self._weekday(expression, setting, deixis, self._published)
        elif self._published is not None:
            interval = self._day(expression, self._published)
        return None if interval is None else (interval, kind)

    def _date(self, expression: Expression, setting: Setting, deixis: str | None) -> Interval | None:
        published, number, of_year = self._published, expression.month, expression.year
        if number is None:
            return None
        if expression.hijri:
            return calendars.hijri_interval(expression.days, number, of_year) if of_year else None
        if expression.year_offset is not None and published is not None:
            of_year = published.year + expression.year_offset
        future = deixis == "next" or (deixis is None and of_year is None and self._future.before(setting.first))
        if expression.days and published is not None and of_year is None and deixis == "last":
            return self._day_before(expression.days, number, published)
        if expression.days:
            return calendars.day_in_month(expression.days, number, of_year, published, future=future)
        if of_year is not None:
            return calendars.month(number, of_year)
        if published is None:
            return None
        if deixis == "this" or (deixis is None and future and number > published.month):
            return calendars.month(number, published.year)
        return calendars.month_near(number, published, direction=_OFFSETS.get(deixis or "", 0))

    def _day_before(self, days: tuple[int, ...], number: int, published: dt.date) -> Interval | None:
        """The latest such day before publication: "le 24 décembre dernier"."""
        found = calendars.day_in_month(days, number, published.year, published)
        if found is None or found.first >= published:
            found = calendars.day_in_month(days, number, published.year - 1, published)
        return found

    def _year(self, expression: Expression, setting: Setting) -> Interval | None:
        if expression.year is None:
            return None
        if expression.hijri:
            return calendars.hijri_interval((), None, expression.year)
        interval = calendars.year(expression.year)
        if interval is None:
            return None
        if expression.last_year is not None:
            end = calendars.year(expression.last_year)
            return interval.to(end) if end else None
        published = self._published
        if published is None or published.year != expression.year or setting.part or setting.relation == "until":
            return interval
        return interval if self._future.before(setting.first) else replace(interval, last=published)

    def _season(self, expression: Expression, deixis: str | None) -> Interval | None:
        number = expression.month or 1
        published = self._published
        if expression.year is not None:
            return calendars.season(number, expression.year)
        if published is None:
            return None
        if expression.year_offset is not None:
            return calendars.season(number, published.year + expression.year_offset)
        current = calendars.season(number, published.year)
        if current is None:
            return None
        past = current.first > published and deixis != "next"
        if past or (deixis == "last" and current.last >= published):
            return calendars.season(number, published.year - 1)
        return current

    def _weekday(self, expression: Expression, setting: Setting, deixis: str | None, published: dt.date) -> Interval:
        future = deixis == "next" or (deixis is None and self._future.before(setting.first))
        strict = deixis in ("last", "next")
        last = calendars.weekday_near(expression.weekdays[-1], published, strict=strict, future=future)
        if len(expression.weekdays) == 1:
            return Interval(last, last, Precision.DAY)
        return Interval(calendars.weekday_near(expression.weekdays[0], last), last, Precision.RANGE)

    def _day(self, expression: Expression, published: dt.date) -> Interval:
        first, last = (published + dt.timedelta(days=offset) for offset in expression.offsets)
        if expression.weekdays:
            future = expression.offsets[0] > 0
            first = last = calendars.weekday_near(expression.weekdays[0], published, future=future)
        return Interval(first, last, Precision.DAY if first == last else Precision.RANGE)

    def _span(self, expression: Expression, setting: Setting, published: dt.date) -> Resolved | None:
        count = setting.count if setting.count is not None else expression.count
        expression = replace(expression, count=count, plural=expression.plural or setting.plural)
        deixis = expression.deixis or setting.deixis
        if setting.relation == "ago-before" or self._reader.mark(expression.last, "ago-after"):
            return self._ago(expression, setting.bound, published)
        if deixis == "elapsed" or (deixis == "last" and _several(expression)):
            interval = calendars.window(published, expression.unit, _count(expression))
            return (interval, "the last span") if interval is not None else None
        if setting.relation == "since" and deixis is None and setting.part is None:
            known = count is not None or not expression.plural
            interval = calendars.window(published, expression.unit, _count(expression)) if known else None
            return (interval, "since a span") if interval is not None else None
        if _several(expression):
            return self._coming(expression, published) if deixis == "next" else None
        return self._whole(expression, setting, deixis, published)

    def _ago(self, expression: Expression, bound: BoundSide | None, published: dt.date) -> Resolved | None:
        count = _count(expression)
        interval = None
        if count is not None and bound is BoundSide.MOST:
            interval = calendars.window(published, expression.unit, count)
        elif count is not None and bound in (None, BoundSide.ABOUT):
            interval = calendars.ago(published, expression.unit, count)
        return (interval, "a span ago") if interval is not None else None

    def _coming(self, expression: Expression, published: dt.date) -> Resolved | None:
        if expression.unit == "hour":
            return Interval(published, published, Precision.DAY), "the coming hours"
        back = calendars.window(published, expression.unit, expression.count)
        if back is None:
            return None
        return Interval(published, published + (published - back.first), Precision.RANGE), "the coming span"

    def _whole(
        self, expression: Expression, setting: Setting, deixis: str | None, published: dt.date
    ) -> Resolved | None:
        """ "last week", "this month", "the beginning of the year", the weekend."""
        unit = expression.unit
        if deixis is None and (unit == "weekend" or (setting.part is not None and self._definite(expression))):
            deixis = "this"
        offset = _OFFSETS.get(deixis or "")
        if offset is None or unit in _WITHOUT_WHOLE:
            return None
        clip = setting.clip if setting.part is None else None
        if offset == 0 and clip is None and setting.part is None and unit != "weekend":
            clip = "from" if self._future.before(setting.first) else "to"
        interval = calendars.whole(unit, published, offset, clip=clip)
        if interval is None:
            return None
        if setting.part is not None:
            interval = calendars.part_of(interval, setting.part)
        return interval, f"{deixis} {unit}"

    def _definite(self, expression: Expression) -> bool:
        if self._words.language is Language.AR:
            return "ال" in self._t.folded[expression.first][:4]
        return expression.first > 0 and self._t.folded[expression.first - 1] in _DEFINITE


def _several(expression: Expression) -> bool:
    return expression.count is not None or expression.plural


def _count(expression: Expression) -> float | None:
    """How many of its unit a span is: one for a bare singular, unknown for a bare plural."""
    if expression.count is not None or expression.plural:
        return expression.count
    return 1
