"""What stands beside a number: a measure, money, or the noun that is counted."""

from dataclasses import replace

from tawatur.lexicon.numerals import FractionWord, NumeralWords, UnitWord
from tawatur.lexicon.word_table import pick
from tawatur.model import Language, Unit
from tawatur.text.bounds import QUOTES
from tawatur.text.number_names import NumberNames
from tawatur.text.numbers import Senses
from tawatur.text.quantity import Quantity, rounded
from tawatur.text.tokens import Tokens

__all__ = ["Measures"]

_PASSED = 3
_HOURS_A_DAY = 24
_CURRENCY_SIGNS = frozenset("$€£")
_ARTICLES = frozenset({"the", "les", "le", "la"})
_AFTER_ITS_NOUN = ("ال", "اثن")
"""How an Arabic number begins that stands after what it counts."""


class Measures:
    """Adds to the quantities of one text what they measure or count."""

    def __init__(self, tokens: Tokens, words: NumeralWords, found: Senses, names: NumberNames) -> None:
        self._t = tokens
        self._words = words
        self._found = found
        self._names = names

    def measured(self, quantity: Quantity) -> Quantity:
        """The quantity with its measure, or else with the noun that it counts."""
        t = self._t
        before = quantity.number_first - 1
        if before >= 0 and t.folded[before] in _CURRENCY_SIGNS:
            unit = pick(self._found, before, UnitWord)
            if unit is not None:
                return replace(quantity, unit_hint=unit[0].unit, first=min(quantity.first, before))
        at = quantity.number_last
        while at < len(t) and at - quantity.number_last < _PASSED and self._passed(at):
            at += 1
        unit = pick(self._found, at, UnitWord)
        if unit is not None and not self._initial(at):
            return self.with_unit(quantity, unit[0], at, at + unit[1])
        return self._hyphened(quantity) or self._before(quantity) or replace(quantity, noun=self._noun(at, quantity))

    def _passed(self, at: int) -> bool:
        return self._names.mark(at, "between") or self._names.mark(at, "of") or self._t.folded[at] in QUOTES

    def _initial(self, at: int) -> bool:
        """A single letter that stands off from its number is no measure ("M. Hook")."""
        t = self._t
        return len(t.folded[at]) == 1 and t.kinds[at] == "w" and at > 0 and t.starts[at] > t.ends[at - 1] + 1

    def _hyphened(self, quantity: Quantity) -> Quantity | None:
        """ "28-month-old", "a 12-day battle"."""
        t = self._t
        at = quantity.number_last
        if at + 1 < len(t) and t.folded[at] == "-" and t.starts[at] == t.ends[at - 1]:
            unit = self._words.units.get(t.folded[at + 1].split("-")[0])
            if unit is not None:
                return self.with_unit(quantity, unit, at + 1, at + 2)
        return None

    def _before(self, quantity: Quantity) -> Quantity | None:
        """Arabic "the days three": the measure stands before a number with the article."""
        before = quantity.number_first - 1
        if before < 0 or not self._t.folded[quantity.number_first].startswith("ال"):
            return None
        unit = pick(self._found, before, UnitWord)
        if unit is None:
            return None
        return replace(self.with_unit(quantity, unit[0], before, quantity.last), first=min(before, quantity.first))

    def with_unit(self, quantity: Quantity, unit: UnitWord, at: int, end: int) -> Quantity:
        """The quantity in a measure's unit.

        Args:
            quantity: the quantity in the words' own measure.
            unit: the measure.
            at: index of its first token.
            end: index after its last; "and a half" may follow.
        """
        factor, name = unit.factor, unit.unit
        known = [v for v in (quantity.low, quantity.high) if v is not None]
        if unit.measure == "hour" and all(v % _HOURS_A_DAY == 0 and v <= 2 * _HOURS_A_DAY for v in known):
            factor, name = 1 / _HOURS_A_DAY, Unit.DAYS
        extra = 0.0
        half = pick(self._found, end, FractionWord)
        if half is not None and unit.measure == "time" and self._names.half_after(end):
            extra, end = half[0].value, end + half[1]
        low, high = (None if v is None else rounded((v + extra) * factor) for v in (quantity.low, quantity.high))
        last = max(quantity.last, end)
        rule = f"{quantity.rule}, measured"
        return replace(quantity, low=low, high=high, unit_hint=name, noun=at, last=last, rule=rule)

    def _noun(self, at: int, quantity: Quantity) -> int | None:
        t = self._t
        if at + 1 < len(t) and t.folded[at] == "-" and t.starts[at] == t.ends[at - 1]:
            at += 1  # "a 20-member team"
        while at < len(t) and (t.folded[at] in QUOTES or t.folded[at] in _ARTICLES):
            at += 1
        if at < len(t) and t.kinds[at] == "w" and not self._names.mark(at, "stop"):
            return at
        before = quantity.first - 1
        arabic = self._words.language is Language.AR
        if (
            arabic
            and before >= 0
            and t.kinds[before] == "w"
            and t.folded[quantity.number_first].startswith(_AFTER_ITS_NOUN)
        ):
            return before
        return None
