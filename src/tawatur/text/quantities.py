"""Quantities: numbers with the words that bound them, and what they count as far as the words beside them say."""

from dataclasses import replace

from tawatur.lexicon.numerals import NumeralWords, UnitWord
from tawatur.lexicon.word_table import pick
from tawatur.model import Language, Unit
from tawatur.text.bounds import Bounds
from tawatur.text.lone_quantities import LoneQuantities
from tawatur.text.measures import Measures
from tawatur.text.number_names import NumberNames
from tawatur.text.numbers import Counted, Number, NumberShape, Senses, count
from tawatur.text.quantity import Quantity, QuantityShape, bounded
from tawatur.text.tokens import Tokens

__all__ = ["Quantity", "QuantityShape", "find_quantities"]

_CHANGE_REACH = 5
_YEAR_DIGITS = 4
_DASHES = frozenset("-/")
_SHAPES = {
    NumberShape.DIGITS: QuantityShape.EXACT,
    NumberShape.WORDS: QuantityShape.EXACT,
    NumberShape.VAGUE: QuantityShape.VAGUE,
    NumberShape.SHARE: QuantityShape.SHARE,
    NumberShape.ONE: QuantityShape.ONE,
}


def find_quantities(tokens: Tokens, words: NumeralWords, counted: Counted | None = None) -> tuple[Quantity, ...]:
    """The quantities of a text: numbers that count or measure something.

    Dates, clock times, ages, ordinals and names that hold a number ("Resolution 2254", "F-16") are
    none, nor is an article.

    Args:
        tokens: the text.
        words: the words of counting of its language.
        counted: what ``count`` found in it, where that is at hand.

    Returns:
        The quantities in order, without overlap.
    """
    counted = counted or count(tokens, words)
    found, numbers = counted.senses, counted.numbers
    lone = LoneQuantities(tokens, words, found, numbers)
    spans = lone.spans()
    taken = {at for span in spans for at in range(span.first, span.last)}
    quantities = _Counted(tokens, words, found, numbers).quantities(taken)
    quantities += lone.coordinated(quantities, taken)
    quantities = Bounds(tokens, words, found, numbers).after(sorted(quantities, key=_first))
    return tuple(sorted([*spans, *quantities, *lone.duals(taken), *lone.hyphened()], key=_first))


def _first(quantity: Quantity) -> int:
    return quantity.first


class _Counted:
    """Works through the numbers of one text."""

    def __init__(self, tokens: Tokens, words: NumeralWords, found: Senses, numbers: list[Number]) -> None:
        self._t = tokens
        self._arabic = words.language is Language.AR
        self._found = found
        self._numbers = numbers
        self._names = NumberNames(tokens, words, found)
        self._bounds = Bounds(tokens, words, found, numbers)
        self._measures = Measures(tokens, words, found, self._names)

    def quantities(self, taken: set[int]) -> list[Quantity]:
        """Quantities that stand on a number; their tokens are added to ``taken``."""
        quantities: list[Quantity] = []
        for position, number in enumerate(self._numbers):
            if number.first in taken:
                continue
            quantity = self._range(position) or self._single(number)
            if quantity is not None:
                quantities.append(quantity)
                taken.update(range(quantity.first, quantity.last))
        return quantities

    def _single(self, number: Number) -> Quantity | None:
        side, first = self._bounds.before(number.first)
        if self._names.is_name(number, bounded=side is not None):
            return None
        if number.shape is NumberShape.ONE and side is None and not self._counts_one(number):
            return None
        low, high, shape = bounded(side, number.low, number.high, _SHAPES[number.shape])
        rule = f"number in {number.shape}" + (f", {side}" if side is not None else "")
        plain = Quantity(first, number.last, number.first, number.last, low, high, shape, None, None, rule)
        quantity = self._measures.measured(plain)
        if number.shape is not NumberShape.SHARE:
            return quantity
        return None if quantity.unit_hint is not None else replace(quantity, unit_hint=Unit.PERCENT)

    def _range(self, position: int) -> Quantity | None:
        """ "between 20 and 30", "20 to 30", "20-30"."""
        if position + 1 >= len(self._numbers):
            return None
        left, right = self._numbers[position], self._numbers[position + 1]
        join = self._join(left, right)
        if join is None or NumberShape.SHARE in (left.shape, right.shape):
            return None
        opener, first = self._bounds.opener(left.first)
        if not self._spans(left, right, join, opener):
            return None
        if opener == "from" and any(self._names.mark(i, "change") for i in range(max(0, first - _CHANGE_REACH), first)):
            return None
        low, high = left.low, right.high
        if left.scale == 1 and right.scale > 1 and low < high / right.scale:
            low *= right.scale
        if low >= high:
            return None
        first = self._bounds.before(first)[1]
        shape, rule = QuantityShape.RANGE, "range of numbers"
        return self._measures.measured(
            Quantity(first, right.last, left.first, right.last, low, high, shape, None, None, rule)
        )

    def _join(self, left: Number, right: Number) -> str | None:
        """The word between two numbers that can make them a range; a percent sign may stand before it."""
        at = left.last
        unit = pick(self._found, at, UnitWord)
        if unit is not None and unit[0].unit is Unit.PERCENT:
            at += unit[1]
        joiner = self._bounds.joiner(at)
        if joiner and at + joiner == right.first:
            return self._t.folded[at]
        if at == right.first and self._arabic and self._t.folded[at].startswith("و"):
            return "و"
        return None

    def _spans(self, left: Number, right: Number, join: str, opener: str | None) -> bool:
        """Whether two numbers with a word between are a range: no list, years, date or telephone number."""
        if join in ("و", "and", "et") and opener != "between":
            return False
        if self._names.years(left, right) or self._names.is_name(left, bounded=opener is not None):
            return False
        if self._names.is_name(right, bounded=True):
            return False
        if join != "-":
            return True
        t = self._t
        around = {t.folded[left.first - 1] if left.first else "", t.folded[right.last] if right.last < len(t) else ""}
        return not around & _DASHES and not (left.plain and len(t.folded[left.first]) == _YEAR_DIGITS)

    def _counts_one(self, number: Number) -> bool:
        """Whether "one" counts: "one woman was killed", "حافلة واحدة"; not "no one", "في وقت واحد"."""
        t = self._t
        before, after = number.first - 1, number.last
        if self._arabic:
            definite = t.folded[before].startswith("ال") or "ال" in t.folded[number.first][:3]
            timed = pick(self._found, before, UnitWord)
            marked = self._names.mark(before, "not-one") or self._names.mark(before, "stop")
            marked = marked or self._names.mark(after, "of") or (timed is not None and timed[0].measure is not None)
            return before >= 0 and t.kinds[before] == "w" and not definite and not marked
        if self._names.mark(before, "not-one") or after >= len(t) or t.kinds[after] != "w":
            return False
        if self._names.mark(after, "of"):
            following = range(after + 1, min(after + 3, len(t)))
            return not any(t.folded[i].endswith("est") or self._names.mark(i, "superlative") for i in following)
        return not self._names.mark(after, "stop")
