"""Periods: when something happened, in the text's own words, resolved against the day of publication."""

import datetime as dt
from dataclasses import replace

from tawatur.lexicon.calendar_words import CalendarWords
from tawatur.text import calendars
from tawatur.text.calendars import Interval, Precision
from tawatur.text.date_settings import Setting, SettingReader
from tawatur.text.date_tails import Expression
from tawatur.text.dates import DateReader
from tawatur.text.numbers import Counted, count
from tawatur.text.period import PeriodMention, Relation
from tawatur.text.resolving import Resolver
from tawatur.text.tokens import Tokens

__all__ = ["PeriodMention", "Relation", "find_periods"]

_SINCE_REACH = 14
_FILLERS = ("part-of-day", "part-of-day-before", "day-word", "year-word")
_JOINABLE = ("date", "year", "weekday")
_ABSOLUTE = ("date", "year", "season")
_ENDS = frozenset(".!?؟;؛:,،")
_COMMAS = frozenset("،,")


def find_periods(
    tokens: Tokens, words: CalendarWords, published: dt.date | None, counted: Counted | None = None
) -> tuple[PeriodMention, ...]:
    """The periods of a text, each resolved to its first and last day.

    A wording that could mean several periods, or none that days can tell ("recently", "since
    then"), gives nothing; without a day of publication only absolute dates are resolved.

    Args:
        tokens: the text.
        words: the words of dates of its language.
        published: day of publication, if it is known.
        counted: what ``count`` found in it, where that is at hand.

    Returns:
        The periods in order of their first words. "Since the war began in 2011" is one besides the
        "in 2011" inside of it; otherwise they do not overlap.
    """
    found = words.table.find(tokens.folded)
    counted = counted or count(tokens, words.numerals)
    reader = DateReader(tokens, words, found, counted.senses, counted.numbers)
    settings = SettingReader(tokens, words, found, counted.senses, reader)
    finder = _Finder(tokens, reader, settings, Resolver(tokens, words, reader, published), published)
    cores = words.cores
    places = [i for i, word in enumerate(tokens.folded) if word in cores or tokens.kinds[i] == "n" or "-" in word]
    return tuple(finder.periods(places))


class _Finder:
    """Works through the calendar expressions of one text."""

    def __init__(
        self,
        tokens: Tokens,
        reader: DateReader,
        settings: SettingReader,
        resolver: Resolver,
        published: dt.date | None,
    ) -> None:
        self._t = tokens
        self._reader = reader
        self._settings = settings
        self._resolver = resolver
        self._published = published

    def periods(self, places: list[int]) -> list[PeriodMention]:
        """All periods that begin at one of these places."""
        mentions: list[PeriodMention] = []
        end = 0
        for at in places:
            expression = self._reader.at(at) if at >= end else None
            if expression is None:
                continue
            mention = self._mention(expression, end)
            if mention is None:
                if expression.kind == "date":  # its year alone would say too much ("by March 2014")
                    end = expression.last
                continue
            event = self._since_event(mention, end)
            if event is not None:
                mentions.append(event)
            mentions.append(mention)
            end = mention.last
        return mentions

    def _mention(self, expression: Expression, floor: int) -> PeriodMention | None:
        setting = self._settings.read(expression, floor)
        if expression.weak and not (setting.supported or expression.days or expression.year or expression.deixis):
            return None
        joined = self._join(expression, setting)
        if joined is not None:
            return joined
        resolved = self._resolver.resolve(expression, setting)
        return None if resolved is None else self._placed(expression, setting, *resolved)

    def _placed(self, expression: Expression, setting: Setting, interval: Interval, rule: str) -> PeriodMention | None:
        """Apply "since", "until" and "after", and build the mention."""
        absolute = expression.era is not None or (expression.year is not None and expression.kind in _ABSOLUTE)
        relation = Relation.ON if interval.precision is Precision.DAY else Relation.IN
        if setting.relation == "during":
            relation = Relation.DURING
        mention = PeriodMention(
            first=setting.first,
            last=expression.last,
            from_day=interval.first,
            to_day=interval.last,
            relation=relation,
            precision=interval.precision,
            rule=rule,
            publication_based=not absolute,
        )
        if setting.relation == "until":
            return self._until(mention)
        if setting.relation == "since" or (setting.relation == "after" and not self._attributive(expression)):
            return self._since(mention, setting.relation)
        return mention

    def _since(self, mention: PeriodMention, relation: str) -> PeriodMention | None:
        """From a period's first day to publication; what is yet to come has no since."""
        if self._published is None or mention.from_day > self._published:
            return mention if relation == "after" else None
        return replace(
            mention,
            to_day=self._published,
            relation=Relation.SINCE,
            precision=Precision.RANGE,
            rule=f"{mention.rule}, {relation} it",
            publication_based=True,
        )

    def _until(self, mention: PeriodMention) -> PeriodMention | None:
        """From publication to a period's last day; an end in the past leaves the beginning open."""
        published = self._published
        if published is None or mention.to_day < published or mention.from_day == mention.to_day == published:
            return None
        return replace(
            mention,
            from_day=published,
            relation=Relation.UNTIL,
            precision=Precision.RANGE,
            rule=f"{mention.rule}, until it",
            publication_based=True,
        )

    def _attributive(self, expression: Expression) -> bool:
        """ "after the September 12 truce": the date only tells which truce."""
        return expression.first > 0 and self._t.folded[expression.first - 1] == "the"

    # -- two together ---------------------------------------------------------------------------

    def _join(self, expression: Expression, setting: Setting) -> PeriodMention | None:
        """ "from 2016 to 2017", "du 7 au 9 janvier", "بين أكتوبر 2012 ومايو 2013"."""
        if expression.kind not in _JOINABLE or expression.last >= len(self._t):
            return None
        opened = self._reader.mark_before(setting.first, "from")
        if opened is None and setting.relation not in ("from", None, "in"):
            return None
        at = expression.last + (self._t.folded[expression.last] in _COMMAS)
        if at >= len(self._t):
            return None
        to = self._reader.mark(at, "to")
        listed = not to and self._t.folded[at].startswith(("و", "and", "et"))
        if not to and not listed:
            return None
        start = at + (to or self._t.folded[at] in ("و", "and", "et"))
        second = self._second(start)
        if second is None or second.kind != expression.kind:
            return None
        months = expression.month and second.month and not (expression.days or second.days or expression.year)
        if opened is None and ((listed and not months) or (to and expression.kind == "weekday")):
            return None
        return self._joined(expression, setting, second, opened)

    def _second(self, start: int) -> Expression | None:
        for _ in range(3):
            start += next((length for kind in _FILLERS if (length := self._reader.mark(start, kind))), 0)
        return self._reader.at(start) if start < len(self._t) else None

    def _joined(
        self, expression: Expression, setting: Setting, second: Expression, opened: int | None
    ) -> PeriodMention | None:
        late = self._resolver.resolve(second, Setting(second.first))
        if late is None:
            return None
        early: Interval | None = None
        if expression.kind == "weekday":
            first = calendars.weekday_near(expression.weekdays[0], late[0].first)
            early = Interval(first, first, Precision.DAY)
        else:
            resolved = self._resolver.resolve(_with_year_of(expression, second), setting)
            early = resolved[0] if resolved is not None else None
        interval = early.to(late[0]) if early is not None else None
        if interval is None:
            return None
        return PeriodMention(
            first=opened if opened is not None else setting.first,
            last=second.last,
            from_day=interval.first,
            to_day=interval.last,
            relation=Relation.BETWEEN,
            precision=Precision.RANGE,
            rule="from one to another",
            publication_based=second.year is None,
        )

    def _since_event(self, mention: PeriodMention, floor: int) -> PeriodMention | None:
        """ "since the conflict began in March 2011": until publication, counted from the date inside."""
        published = self._published
        if published is None or mention.relation not in (Relation.ON, Relation.IN) or mention.from_day > published:
            return None
        if self._reader.mark(mention.first, "since"):
            return None
        for at in range(mention.first - 1, max(floor, mention.first - _SINCE_REACH) - 1, -1):
            gap = self._t.text[self._t.ends[at] : self._t.starts[at + 1]]
            if self._t.folded[at] in _ENDS or "\n" in gap:
                return None
            if self._reader.mark(at, "since"):
                event = replace(mention, first=at, rule=f"{mention.rule} of an event")
                return self._since(event, "since")
        return None


def _with_year_of(expression: Expression, second: Expression) -> Expression:
    """The first of two dates takes the year of the second, or the year before where it is later in the year."""
    if expression.year is not None or second.year is None or expression.kind != "date":
        return expression
    wraps = expression.month is not None and second.month is not None and expression.month > second.month
    return replace(expression, year=second.year - wraps)
