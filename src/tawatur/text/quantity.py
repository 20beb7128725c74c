"""What a quantity is: a number with the words that bound it."""

from dataclasses import dataclass
from enum import StrEnum

from tawatur.lexicon.numerals import BoundSide
from tawatur.model import Unit

__all__ = ["Quantity", "QuantityShape", "bounded", "rounded"]


class QuantityShape(StrEnum):
    """How a quantity is put."""

    EXACT = "exact"
    ABOUT = "about"
    BOUND = "bound"
    RANGE = "range"
    VAGUE = "vague"
    DUAL = "dual"
    SHARE = "share"
    ONE = "one"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in a text.

    Attributes:
        first: index of the first token of the number with the words that bound it.
        last: index after the last of them; a measure right after the number is inside.
        number_first: index of the first token of the number itself.
        number_last: index after its last token.
        low: the least that the words allow; None where they set no lower bound.
        high: the most that the words allow; None where they set no upper bound.
        shape: how it is put.
        noun: index of the first token of the noun phrase that is counted; None where none stands beside it.
        unit_hint: the unit where the words name it themselves (measures, money, percent, duals).
        rule: what found it.
    """

    first: int
    last: int
    number_first: int
    number_last: int
    low: float | None
    high: float | None
    shape: QuantityShape
    noun: int | None
    unit_hint: Unit | None
    rule: str


def bounded(
    side: BoundSide | None, low: float | None, high: float | None, shape: QuantityShape
) -> tuple[float | None, float | None, QuantityShape]:
    """What a bound word leaves of a number's ends, and how the quantity is put then.

    Args:
        side: what the bound word leaves; None for no bound word.
        low: the least without it.
        high: the most without it.
        shape: how the quantity is put without it.
    """
    if side is BoundSide.ABOUT:
        return low, high, QuantityShape.ABOUT if shape is QuantityShape.EXACT else shape
    if side is BoundSide.MOST:
        return None, high, QuantityShape.BOUND
    if side is not None:
        return low, None, QuantityShape.BOUND
    return low, high, shape


def rounded(value: float) -> float:
    """A value without the dust of binary fractions; whole numbers as such."""
    nearest = round(value)
    return nearest if abs(value - nearest) < 1e-9 else round(value, 6)
