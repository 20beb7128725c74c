"""Which happening a figure and a period are said of."""

from tawatur.model import Figure, Found, Period, Span
from tawatur.reading.record import Marks, Reading
from tawatur.reading.units import Units
from tawatur.text.quantities import Quantity

__all__ = ["Sharing"]

_BEHIND = 10
_OTHER_CLAUSE = 8


class Sharing:
    """Gives the quantities and periods of one report to its happenings."""

    def __init__(self, reading: Reading, marks: Marks) -> None:
        self._reading = reading
        self._marks = marks
        self._by_sentence: dict[int, list[int]] = {}
        for number, happening in enumerate(reading.happenings):
            self._by_sentence.setdefault(reading.clauses[happening.clause].sentence, []).append(number)
        self._clause_of: dict[int, int] = {
            at: number for number, clause in enumerate(reading.clauses) for at in range(clause.first, clause.last)
        }

    def figures(self) -> dict[int, list[Figure]]:
        """Each quantity, by the number of the nearest happening of its clause, or of its sentence."""
        shared: dict[int, list[Figure]] = {}
        units = Units(self._reading, self._marks)
        for quantity in self._reading.quantities:
            number = self._counted(quantity.number_first)
            if number is None:
                continue
            unit, rule = units.of(quantity, self._reading.happenings[number])
            figure = Figure(
                span=self._span(quantity.first, _end(quantity)),
                low=quantity.low,
                high=quantity.high,
                unit=unit,
                found=Found("figures", f"{quantity.rule}; {rule}"),
            )
            shared.setdefault(number, []).append(figure)
        return shared

    def periods(self) -> dict[int, Period]:
        """Each period, by the number of the happening that it dates.

        Words of time mostly stand behind what they date. The day of a saying dates nothing but the act
        that the saying is ("accused on Tuesday").
        """
        shared: dict[int, tuple[int, Period]] = {}
        for period in self._reading.periods:
            number, distance = self._dated(period.first)
            if number is None or (number in shared and shared[number][0] <= distance):
                continue
            span = self._span(period.first, period.last)
            shared[number] = (distance, Period(span, period.from_day, period.to_day, Found("periods", period.rule)))
        return {number: period for number, (_, period) in shared.items()}

    def _counted(self, at: int) -> int | None:
        own = self._clause_of.get(at)
        if own is None:
            return None
        weighed = [
            (not self._inside(number, own), abs(self._reading.happenings[number].first - at), number)
            for number in self._by_sentence.get(self._reading.clauses[own].sentence, ())
        ]
        return min(weighed)[2] if weighed else None

    def _dated(self, at: int) -> tuple[int | None, int]:
        """The happening that words of time at a token date, and how far it is."""
        own = self._clause_of.get(at)
        if own is None:
            return None, 0
        saying = self._reading.clauses[own].opener == "attribution"
        weighed = []
        for number in self._by_sentence.get(self._reading.clauses[own].sentence, ()):
            happening = self._reading.happenings[number]
            if saying and happening.clause != own:
                continue
            distance = abs(happening.first - at) + (_BEHIND if happening.first > at else 0)
            weighed.append((distance + (0 if self._inside(number, own) else _OTHER_CLAUSE), number))
        if not weighed:
            return None, 0
        distance, number = min(weighed)
        return number, distance

    def _inside(self, number: int, clause: int) -> bool:
        happening = self._reading.happenings[number]
        return happening.clause <= clause <= max(happening.clause, happening.last_clause)

    def _span(self, first: int, last: int) -> Span:
        return Span(self._reading.tokens.starts[first], self._reading.tokens.ends[last - 1])


def _end(quantity: Quantity) -> int:
    """The token after the words of a figure: 'about 3000 fighters' is told with what it counts, '3000' is not."""
    about = quantity.first < quantity.number_first and quantity.low == quantity.high
    return quantity.last + 1 if about and quantity.noun == quantity.last else quantity.last
