"""What the words before a calendar expression say about it: "since", "early", "last", "two ... ago"."""

from dataclasses import dataclass, replace

from tawatur.lexicon.calendar_words import CalendarWords, PartWord
from tawatur.lexicon.numerals import BoundSide, BoundWord
from tawatur.lexicon.word_table import pick
from tawatur.model import Language
from tawatur.text.date_tails import Expression, Found
from tawatur.text.dates import DateReader
from tawatur.text.numbers import Senses
from tawatur.text.tokens import Tokens

__all__ = ["Setting", "SettingReader"]

_MOST = 6
_LONGEST = 5
_ARTICLES = frozenset({"a", "an", "un", "une", "one"})
_OF = frozenset({"of", "de", "d'"})
_DEICTIC = ("last-before", "next-before", "this-before")
_STRONG = ("since", "until", "by", "starting", "ago-before", "after")
_WEAK = ("during", "in", "from")
_WIDE = ("month-word", "year-word", "day-word")
_OF_A_DAY = ("part-of-day-before", "part-of-day", "day-word", "month-word")


@dataclass(frozen=True, slots=True)
class Setting:
    """What the words before an expression say about it.

    Attributes:
        first: index of the first of them.
        relation: "since", "until", "by", "starting", "ago-before", "after", "during", "in" or "from".
        part: part of the month or year.
        clip: "to" for "earlier this week", "from" for "later this week".
        deixis: "last", "next", "this".
        count: how many of the unit.
        bound: what "more than", "about" leaves of the count.
        plural: they show that the unit is a plural ("ces derniers mois").
        supported: they show that a word with other meanings is a month.
    """

    first: int
    relation: str | None = None
    part: str | None = None
    clip: str | None = None
    deixis: str | None = None
    count: float | None = None
    bound: BoundSide | None = None
    plural: bool = False
    supported: bool = False


class SettingReader:
    """Reads the words before the expressions of one text, from right to left."""

    def __init__(self, tokens: Tokens, words: CalendarWords, found: Found, counted: Senses, reader: DateReader) -> None:
        self._t = tokens
        self._words = words
        self._found = found
        self._counted = counted
        self._reader = reader

    def read(self, expression: Expression, floor: int) -> Setting:
        """The words before an expression.

        Args:
            expression: the expression.
            floor: where to stop: the end of the period before it. A line is not crossed either.
        """
        setting = Setting(expression.first)
        if expression.unit in self._words.parts:
            setting = replace(setting, part=self._words.parts[expression.unit].part, supported=True)
        for _ in range(_MOST):
            at = setting.first
            if at and "\n" in self._t.text[self._t.ends[at - 1] : self._t.starts[at]]:
                break
            before = self._step(setting, expression)
            if before is None or before.first < floor:
                break
            setting = before
            if setting.relation is not None:
                break
        return setting

    def _step(self, setting: Setting, expression: Expression) -> Setting | None:
        return (
            self._counts(setting, expression)
            or self._part(setting, expression)
            or self._clip(setting, expression)
            or self._deixis(setting, expression)
            or self._relation(setting, _STRONG)
            or self._filler(setting, expression)
            or self._relation(setting, _WEAK)
        )

    def _counts(self, setting: Setting, expression: Expression) -> Setting | None:
        """A number, an article or "about" before a unit of time."""
        if expression.kind != "span":
            return None
        at = setting.first
        before = self._t.folded[at - 1] if at else ""
        number = self._reader.count_before(at - 1 if before in _OF else at)
        free = setting.count is None
        if number is not None and free and expression.count is None and number.low == number.high:
            return replace(setting, first=number.first, count=number.low)
        if before in _ARTICLES and free:
            return replace(setting, first=at - 1, count=1)
        for start in range(max(0, at - _LONGEST), at):
            bound = pick(self._counted, start, BoundWord)
            if bound is not None and not bound[0].after and start + bound[1] == at and setting.bound is None:
                return replace(setting, first=start, bound=bound[0].side)
        return None

    def _part(self, setting: Setting, expression: Expression) -> Setting | None:
        if setting.part is not None or expression.days or expression.kind == "weekday":
            return None
        at = setting.first
        for start in range(max(0, at - _LONGEST), at):
            for sense in self._found.get(start, ()):
                if isinstance(sense.value, PartWord) and start + sense.length == at:
                    return replace(setting, first=start, part=sense.value.part, supported=True)
        return None

    def _clip(self, setting: Setting, expression: Expression) -> Setting | None:
        if expression.kind not in ("span", "date") or expression.days:
            return None
        for kind, clip in (("earlier", "to"), ("later", "from")):
            start = self._reader.mark_before(setting.first, kind)
            if start is not None:
                return replace(setting, first=start, clip=clip)
        return None

    def _deixis(self, setting: Setting, expression: Expression) -> Setting | None:
        if setting.deixis is not None:
            return None
        if expression.deixis is None:
            for kind in _DEICTIC:
                start = self._reader.mark_before(setting.first, kind)
                if start is not None:
                    return replace(setting, first=start, deixis=kind.partition("-")[0], supported=True)
        if expression.kind != "span":
            return None
        start = self._reader.mark_before(setting.first, "recent")
        if start is None:
            return None
        return replace(setting, first=start, deixis="last", plural=self._words.language is Language.FR)

    def _filler(self, setting: Setting, expression: Expression) -> Setting | None:
        """Words that only belong to the expression: "يوم", "le", "early on", "month of"."""
        of_a_day = expression.days or expression.weekdays or expression.kind == "day"
        for kind in _OF_A_DAY if of_a_day else _WIDE:
            start = self._reader.mark_before(setting.first, kind)
            if start is not None:
                return replace(setting, first=start, supported=setting.supported or kind == "month-word")
        return None

    def _relation(self, setting: Setting, kinds: tuple[str, ...]) -> Setting | None:
        for kind in kinds:
            start = self._reader.mark_before(setting.first, kind)
            if start is not None:
                first = setting.first if kind == "from" else start
                return replace(setting, first=first, relation=kind, supported=True)
        return None
