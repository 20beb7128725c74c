"""Words that bound a number: "more than", "at least", "about", "between"."""

from bisect import bisect_right
from dataclasses import replace

from tawatur.lexicon.numerals import BoundSide, BoundWord, NumeralWords, RangeWord
from tawatur.lexicon.word_table import pick
from tawatur.text.numbers import Number, Senses
from tawatur.text.quantity import Quantity, QuantityShape, bounded
from tawatur.text.tokens import Tokens

__all__ = ["QUOTES", "Bounds"]

_LONGEST = 4
_REACH = 6
QUOTES = frozenset("\"'«“”»()„")
"""Marks that may stand between a number, its bound and its noun."""

_STOPS = frozenset(".،؛;!?؟:")


class Bounds:
    """Finds the bound words of one text."""

    def __init__(self, tokens: Tokens, words: NumeralWords, found: Senses, numbers: list[Number]) -> None:
        self._t = tokens
        self._words = words
        self._found = found
        self._firsts = {number.first for number in numbers}

    def before(self, first: int) -> tuple[BoundSide | None, int]:
        """The bound that ends right before a number, and where its words begin.

        Two may stand together ("at least some"); a quotation mark may stand between.
        """
        side: BoundSide | None = None
        at = first
        while (bound := self._ending(at)) is not None:
            side = bound[0] if side in (None, BoundSide.ABOUT) else side
            at = bound[1]
        if side is None and first > 1 and self._t.folded[first - 1] in QUOTES:
            quoted = self._ending(first - 1)
            if quoted is not None:
                return quoted
        return side, at

    def _ending(self, end: int) -> tuple[BoundSide, int] | None:
        for start in range(max(0, end - _LONGEST), end):
            for sense in self._found.get(start, ()):
                if isinstance(sense.value, BoundWord) and not sense.value.after and start + sense.length == end:
                    return sense.value.side, start
        return None

    def opener(self, first: int) -> tuple[str | None, int]:
        """The word that opens a range right before a number ("between", "from"), and where it begins."""
        for start in range(max(0, first - _LONGEST), first):
            for sense in self._found.get(start, ()):
                if isinstance(sense.value, RangeWord) and sense.value.role != "to" and start + sense.length == first:
                    return sense.value.role, start
        return None, first

    def joiner(self, at: int) -> int:
        """How many words join a range at a place; 0 where none do."""
        joins = pick(self._found, at, RangeWord)
        return joins[1] if joins is not None and joins[0].role == "to" else 0

    def after(self, quantities: list[Quantity]) -> list[Quantity]:
        """The quantities, which are in order, with the bounds that follow them ("7 people at least")."""
        result = list(quantities)
        ends = [quantity.number_last for quantity in result]
        for at, word in enumerate(self._t.folded):
            bound = self._following(at) if word in self._words.afters else None
            position = bisect_right(ends, at) - 1
            if bound is None or position < 0:
                continue
            quantity = result[position]
            between = range(quantity.number_last, at)
            near = len(between) < _REACH and not any(self._t.folded[i] in _STOPS for i in between)
            if near and quantity.shape is not QuantityShape.BOUND:
                side, end = bound
                low, high, shape = bounded(side, quantity.low, quantity.high, quantity.shape)
                rule = f"{quantity.rule}, {side} after it"
                result[position] = replace(quantity, low=low, high=high, shape=shape, last=end, rule=rule)
        return result

    def _following(self, at: int) -> tuple[BoundSide, int] | None:
        """A bound after its number; a wording that can stand on both sides is before where a number follows."""
        for sense in self._found.get(at, ()):
            if isinstance(sense.value, BoundWord) and sense.value.after and at + sense.length not in self._firsts:
                return sense.value.side, at + sense.length
        return None
