"""Quantities without a number of their own: duals, "for a year", "a five-year war", "six officers and a corporal"."""

from tawatur.lexicon.numerals import DualNoun, FractionWord, NumberClass, NumeralWords, UnitWord
from tawatur.lexicon.word_table import pick
from tawatur.model import Language
from tawatur.text.bounds import QUOTES, Bounds
from tawatur.text.measures import Measures
from tawatur.text.number_names import NumberNames
from tawatur.text.numbers import Number, NumberShape, Senses
from tawatur.text.quantity import Quantity, QuantityShape, bounded, rounded
from tawatur.text.tokens import Tokens

__all__ = ["LoneQuantities"]

_REACH = 6
_TWO = 2
_ABSOLUTE = ("ان", "ين")
"""Endings of a dual that no noun depends on: what follows such a dual is its adjective."""
_BETWEEN = frozenset(",-") | QUOTES
_ARTICLES = frozenset({"a", "an", "un", "une"})


class LoneQuantities:
    """Finds in one text the quantities that have no number."""

    def __init__(self, tokens: Tokens, words: NumeralWords, found: Senses, numbers: list[Number]) -> None:
        self._t = tokens
        self._words = words
        self._found = found
        self._numbers = numbers
        self._names = NumberNames(tokens, words, found)
        self._bounds = Bounds(tokens, words, found, numbers)
        self._measures = Measures(tokens, words, found, self._names)

    def duals(self, taken: set[int]) -> list[Quantity]:
        """Arabic nouns in the dual.

        Args:
            taken: tokens of quantities already found.
        """
        found: list[Quantity] = []
        twos = {number.first for number in self._numbers if number.low == number.high == _TWO}
        previous = -2
        for at, word in enumerate(self._t.folded):
            dual = pick(self._found, at, DualNoun) if word in self._words.duals and at not in taken else None
            if dual is None:
                continue
            noun, length, proclitics = dual
            if noun.indefinite and proclitics.endswith(("ال", "لل")):
                continue
            adjective = (
                at == previous + 1 and not proclitics.startswith("و") and self._t.folded[previous].endswith(_ABSOLUTE)
            )
            if adjective or at + length in twos:
                continue
            previous = at
            side, first = self._bounds.before(at)
            low, high, shape = bounded(side, _TWO, _TWO, QuantityShape.DUAL)
            found.append(Quantity(first, at + length, at, at + length, low, high, shape, at, noun.unit, "dual noun"))
        return found

    def spans(self) -> list[Quantity]:
        """ "for a year", "less than a week", "شهرين"."""
        found: list[Quantity] = []
        counted = {number.last for number in self._numbers if number.shape is not NumberShape.ONE}
        for at, word in enumerate(self._t.folded):
            if word not in self._words.times or at in counted:
                continue
            unit = pick(self._found, at, UnitWord)
            if unit is None or unit[0].measure not in ("time", "dual"):
                continue
            span = self._span(at, unit[0], at + unit[1], definite="ال" in unit[2])
            if span is not None:
                found.append(span)
        return found

    def _span(self, at: int, unit: UnitWord, end: int, *, definite: bool) -> Quantity | None:
        dual = unit.measure == "dual"
        start = at
        if self._words.language is not Language.AR:
            if at == 0 or self._t.folded[at - 1] not in _ARTICLES:
                return None
            start = at - 1
        side, first = self._bounds.before(start)
        if definite and (dual or side is None):
            return None
        if not dual and not (self._names.mark(at, "singular") and (side is not None or self._lasts(start, end))):
            return None
        if self._names.names_a_date(end):
            return None
        value: float = _TWO if dual else 1
        half = pick(self._found, end, FractionWord) if self._names.half_after(end) else None
        if half is not None:
            value, end = value + half[0].value, end + half[1]
        value = rounded(value * unit.factor)
        low, high, shape = bounded(side, value, value, QuantityShape.DUAL if dual else QuantityShape.ONE)
        return Quantity(first, end, at, end, low, high, shape, at, unit.unit, "span of time")

    def _lasts(self, start: int, end: int) -> bool:
        """Whether words of duration stand before a span of time, or words like "more" after it."""
        return self._names.mark(start - 1, "duration") or self._names.mark(end, "other-one")

    def hyphened(self) -> list[Quantity]:
        """ "a five-year war": number and measure in one word."""
        found: list[Quantity] = []
        for at, word in enumerate(self._t.folded):
            head, hyphen, tail = word.partition("-")
            if not hyphen or not head or tail.endswith("old"):
                continue
            number, unit = self._words.numbers.get(head), self._words.units.get(tail.split("-")[0])
            if number is None or unit is None or number.class_ is NumberClass.ARTICLE:
                continue
            low = high = number.value
            plain = Quantity(at, at + 1, at, at + 1, low, high, QuantityShape.EXACT, at, None, "number in words")
            found.append(self._measures.with_unit(plain, unit, at, at + 1))
        return found

    def coordinated(self, quantities: list[Quantity], taken: set[int]) -> list[Quantity]:
        """French "six officiers et un caporal": an article in a row of counted things counts one.

        Args:
            quantities: the quantities with numbers.
            taken: tokens of quantities already found.
        """
        found: list[Quantity] = []
        if self._words.language is not Language.FR:
            return found
        for quantity in quantities:
            one = self._article_after(quantity)
            if one is not None and one not in taken:
                rule = "article in a row"
                found.append(Quantity(one, one + 1, one, one + 1, 1, 1, QuantityShape.ONE, one + 1, None, rule))
        return found

    def _article_after(self, quantity: Quantity) -> int | None:
        t = self._t
        for at in range(quantity.number_last + 1, min(quantity.number_last + _REACH, len(t) - 2)):
            if t.kinds[at] == "p" and t.folded[at] not in _BETWEEN:
                return None
            if t.folded[at] == "et" and t.folded[at + 1] in _ARTICLES:
                noun = at + 2
                counts = t.kinds[noun] == "w" and not (
                    self._names.mark(noun, "between") or self._names.mark(noun, "stop")
                )
                return at + 1 if counts else None
        return None
