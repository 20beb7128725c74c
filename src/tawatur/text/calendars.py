"""Days from calendar words: pure arithmetic on the day of publication, as the codebook resolves it."""

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass
from enum import StrEnum

from hijridate import Hijri

__all__ = [
    "Interval",
    "Precision",
    "ago",
    "day_in_month",
    "hijri_interval",
    "in_week",
    "month",
    "month_near",
    "part_of",
    "season",
    "shift_months",
    "weekday_near",
    "weekend",
    "whole",
    "window",
    "year",
]

_FAR = 60
_DAYS_OF_RECENT = 7
_DECEMBER = 12
_SATURDAY, _SUNDAY = 5, 6


class Precision(StrEnum):
    """How finely a text says when."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Interval:
    """First and last day, both included, and how finely they were said."""

    first: dt.date
    last: dt.date
    precision: Precision

    def to(self, other: "Interval") -> "Interval | None":
        """From this one's first day to the other's last; None where that runs backwards."""
        if other.last < self.first:
            return None
        return Interval(self.first, other.last, Precision.RANGE)


def day(date: dt.date) -> Interval:
    """A single day."""
    return Interval(date, date, Precision.DAY)


def year(number: int) -> Interval | None:
    """A calendar year; None outside of what the calendar can tell."""
    if not 1 <= number <= dt.MAXYEAR:
        return None
    return Interval(dt.date(number, 1, 1), dt.date(number, _DECEMBER, 31), Precision.YEAR)


def month(number: int, of_year: int) -> Interval | None:
    """A calendar month."""
    if not 1 <= of_year <= dt.MAXYEAR:
        return None
    last = monthrange(of_year, number)[1]
    return Interval(dt.date(of_year, number, 1), dt.date(of_year, number, last), Precision.MONTH)


def month_near(number: int, published: dt.date, *, direction: int = 0) -> Interval | None:
    """A month without a year.

    Args:
        number: 1 to 12.
        published: day of publication.
        direction: 0 for the latest that has begun, -1 for one before the current month, 1 for the next.
    """
    of_year = published.year
    if direction > 0:
        of_year += number <= published.month
    elif number > published.month or (direction < 0 and number == published.month):
        of_year -= 1
    return month(number, of_year)


def day_in_month(
    days: tuple[int, ...], number: int, of_year: int | None, published: dt.date | None, *, future: bool = False
) -> Interval | None:
    """One or two days of a month.

    Without a year it is this year's if that is past or near, otherwise last year's; with ``future``
    the first that comes.

    Returns:
        The days, or None where there are none such or no day of publication to count from.
    """
    if of_year is None:
        if published is None:
            return None
        found = _days(days, number, published.year)
        if found is None:
            return None
        if (found.first - published).days > (_FAR if not future else 366):
            return _days(days, number, published.year - 1)
        return found
    return _days(days, number, of_year)


def _days(days: tuple[int, ...], number: int, of_year: int) -> Interval | None:
    try:
        first, last = dt.date(of_year, number, days[0]), dt.date(of_year, number, days[-1])
    except ValueError:
        return None
    if last < first:
        return None
    return Interval(first, last, Precision.DAY if first == last else Precision.RANGE)


def weekday_near(number: int, published: dt.date, *, strict: bool = False, future: bool = False) -> dt.date:
    """The day that a weekday's name means.

    Args:
        number: Monday 0.
        published: day of publication.
        strict: "last" stands with it, so that the day of publication itself is not meant.
        future: "next" or a future verb stands with it.
    """
    back = (published.weekday() - number) % 7
    if future:
        return published + dt.timedelta(days=(-back) % 7 or 7 * strict)
    if strict and back == 0:
        back = 7
    return published - dt.timedelta(days=back)


def in_week(published: dt.date, offset: int, *, clip: str | None = None) -> Interval:
    """A week, Monday to Sunday, counted from the one of publication; ``clip`` as for ``whole``."""
    monday = published - dt.timedelta(days=published.weekday()) + dt.timedelta(weeks=offset)
    sunday = monday + dt.timedelta(days=6)
    return Interval(published if clip == "from" else monday, published if clip == "to" else sunday, Precision.WEEK)


def weekend(published: dt.date, offset: int) -> Interval:
    """The Saturday and Sunday last begun (offset 0 or -1) or next (1)."""
    saturday = published - dt.timedelta(days=(published.weekday() - _SATURDAY) % 7)
    if offset > 0:
        saturday += dt.timedelta(weeks=1)
    return Interval(saturday, saturday + dt.timedelta(days=1), Precision.RANGE)


def whole(unit: str, published: dt.date, offset: int, *, clip: str | None = None) -> Interval | None:
    """A whole week, month or year counted from the one of publication.

    Args:
        unit: "week", "weekend", "month" or "year".
        published: day of publication.
        offset: -1 for the last, 0 for this, 1 for the next.
        clip: "to" ends it on the day of publication, "from" begins it there.
    """
    if unit == "week":
        return in_week(published, offset, clip=clip)
    if unit == "weekend":
        return weekend(published, offset)
    if unit == "month":
        first = shift_months(published.replace(day=1), offset)
        found = month(first.month, first.year) if first else None
    elif unit == "year":
        found = year(published.year + offset)
    else:
        return None
    if found is None or clip is None:
        return found
    return Interval(
        published if clip == "from" else found.first, published if clip == "to" else found.last, found.precision
    )


def shift_months(date: dt.date, months: int) -> dt.date | None:
    """The same day some months on; the month's last day where it has no such day."""
    index = date.year * 12 + date.month - 1 + months
    of_year, number = index // 12, index % 12 + 1
    if not 1 <= of_year <= dt.MAXYEAR:
        return None
    return dt.date(of_year, number, min(date.day, monthrange(of_year, number)[1]))


def _back(published: dt.date, unit: str, count: float) -> dt.date | None:
    if count != int(count) or count > 3000:  # no report counts further back in any unit
        return None
    number = int(count)
    if unit == "hour":
        return published - dt.timedelta(days=-(-number // 24))
    if unit in ("day", "week"):
        return published - dt.timedelta(days=number * (7 if unit == "week" else 1))
    months = {"month": 1, "year": 12, "decade": 120}.get(unit)
    return shift_months(published, -number * months) if months else None


def window(published: dt.date, unit: str, count: float | None) -> Interval | None:
    """ "The past three days": from so long before publication until then.

    Without a number, days are the seven before and hours the day before; longer units say too little.
    """
    if count is None:
        count = {"day": float(_DAYS_OF_RECENT), "hour": 24.0, "week": 4.0}.get(unit)
        if count is None:
            return None
    first = _back(published, unit, count)
    return None if first is None else Interval(first, published, Precision.RANGE)


def ago(published: dt.date, unit: str, count: float) -> Interval | None:
    """ "Three years ago": the day, for months and years the calendar month or year.

    A single month ago is a day; decades say too little.
    """
    first = _back(published, unit, count)
    if first is None or unit == "decade":
        return None
    if unit == "hour":
        return day(published if count < published.day and count < 24 else first)
    if unit == "year":
        return year(first.year)
    if unit == "month" and count > 1:
        return month(first.month, first.year)
    return day(first)


def season(number: int, of_year: int) -> Interval | None:
    """Three whole months: spring from March."""
    first = month(number * 3, of_year)
    last_month = number * 3 + 2
    last = month((last_month - 1) % 12 + 1, of_year + (last_month > _DECEMBER))
    if first is None or last is None:
        return None
    return Interval(first.first, last.last, Precision.RANGE)


def part_of(interval: Interval, part: str) -> Interval:
    """A part of a month, year or week.

    A month falls into days 1-10, 11-20 and the rest. Of a year, the start is January, early the first
    three months, the middle June and July, late the last three months, the end December. A week
    begins with three days and ends with three.
    """
    first, last = interval.first, interval.last
    if interval.precision is Precision.MONTH:
        bounds = {"early": (1, 10), "start": (1, 10), "mid": (11, 20)}.get(part)
        if bounds:
            return Interval(first.replace(day=bounds[0]), first.replace(day=bounds[1]), Precision.RANGE)
        return Interval(first.replace(day=21), last, Precision.RANGE)
    if interval.precision is Precision.YEAR:
        months = {"start": (1, 1), "early": (1, 3), "mid": (6, 7), "late": (10, 12), "end": (12, 12)}[part]
        return Interval(
            dt.date(first.year, months[0], 1),
            dt.date(first.year, months[1], monthrange(first.year, months[1])[1]),
            Precision.RANGE,
        )
    if interval.precision is Precision.WEEK:
        if part in ("early", "start"):
            return Interval(first, first + dt.timedelta(days=2), Precision.RANGE)
        if part in ("late", "end"):
            return Interval(last - dt.timedelta(days=2), last, Precision.RANGE)
    return interval


def hijri_interval(days: tuple[int, ...], number: int | None, of_year: int) -> Interval | None:
    """Days, a month or a year of the Islamic calendar (Umm al-Qura); None outside of its tables."""
    try:
        if number is None:
            first = Hijri(of_year, 1, 1).to_gregorian()
            last = Hijri(of_year, 12, Hijri(of_year, 12, 1).month_length()).to_gregorian()
            return Interval(_plain(first), _plain(last), Precision.YEAR)
        if days:
            found = [_plain(Hijri(of_year, number, d).to_gregorian()) for d in (days[0], days[-1])]
            return Interval(found[0], found[1], Precision.DAY if found[0] == found[1] else Precision.RANGE)
        start = Hijri(of_year, number, 1)
        end = Hijri(of_year, number, start.month_length()).to_gregorian()
        return Interval(_plain(start.to_gregorian()), _plain(end), Precision.MONTH)
    except (ValueError, OverflowError):
        return None


def _plain(date: dt.date) -> dt.date:
    return dt.date(date.year, date.month, date.day)
