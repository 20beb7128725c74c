"""What a figure counts: by its noun, or by the word for killing, wounding, detaining beside it."""

from tawatur.lexicon.entries import Name, NameKind, Noun, NounKind, Trigger
from tawatur.model import Unit
from tawatur.reading.record import Happening, Marks, Reading, Tag
from tawatur.text.quantities import Quantity

__all__ = ["Units"]

_PEOPLE = frozenset((Unit.PEOPLE, Unit.CIVILIANS, Unit.FIGHTERS, Unit.TROOPS, Unit.OTHER, Unit.DETAINED))
_PERSONS = frozenset((NounKind.PERSON, NounKind.TITLE, NounKind.SOURCE))
_FURTHEST = 9
_ACROSS_CONJUNCTION = 4


class Units:
    """Tells the unit of each quantity of one report."""

    def __init__(self, reading: Reading, marks: Marks) -> None:
        self._reading = reading
        self._marks = marks
        self._counting: dict[int, Trigger] = {}
        for at, hits in enumerate(marks.triggers):
            for hit in hits:
                trigger = hit.entry.data
                if isinstance(trigger, Trigger) and trigger.unit is not None and marks.tags[at] in "vnj":
                    self._counting[at] = trigger

    def of(self, quantity: Quantity, happening: Happening) -> tuple[Unit, str]:
        """The unit of a quantity and the rule that gave it.

        Args:
            quantity: the quantity.
            happening: the happening that it is said of.
        """
        unit, rule = self._own(quantity)
        measured = quantity.unit_hint is Unit.OTHER
        if unit is None or (unit in _PEOPLE and not measured):
            counted = self._counted(quantity)
            if counted is not None:
                return counted, "counted by the word beside it"
            if happening.trigger.unit is not None and happening.trigger.unit is not Unit.DETAINED:
                return happening.trigger.unit, "counted by its trigger"
        return (unit, rule) if unit is not None else (Unit.OTHER, "no unit known")

    def _own(self, quantity: Quantity) -> tuple[Unit | None, str]:
        """The unit that the number's own words give."""
        if quantity.unit_hint is not None:
            return quantity.unit_hint, "unit named with the number"
        if quantity.noun is None:
            return None, ""
        noun = self._marks.nouns[quantity.noun]
        if noun is not None and isinstance(noun.entry.data, Noun):
            if noun.entry.data.unit is not None:
                return noun.entry.data.unit, "unit of the noun counted"
            if noun.entry.data.kind in _PERSONS:
                return Unit.PEOPLE, "the noun counted names persons"
        name = self._marks.names[quantity.noun]
        data = name.entry.data if name is not None else None
        if isinstance(data, Name) and (data.adjective or data.kind is NameKind.PEOPLE):
            return Unit.PEOPLE, "the noun counted names a people"
        return None, ""

    def _counted(self, quantity: Quantity) -> Unit | None:
        """The unit of the nearest word that counts its victims, before or behind the quantity."""
        behind = max(quantity.last, (quantity.noun + 1) if quantity.noun is not None else 0)
        best: tuple[int, Unit] | None = None
        for distance, at in (
            *((d, quantity.first - 1 - d) for d in range(_FURTHEST)),
            *((d, behind + d) for d in range(-1, _FURTHEST)),
        ):
            trigger = self._counting.get(at)
            if trigger is None or trigger.unit is None:
                continue
            cost = self._cost(min(at, quantity.first), max(at, behind), max(distance, 0))
            if cost is not None and (best is None or cost < best[0]):
                best = (cost, trigger.unit)
        return best[1] if best is not None else None

    def _cost(self, first: int, last: int, distance: int) -> int | None:
        """How far a counting word is, a conjunction between counting for more; None across a stop."""
        between = self._marks.tags[first + 1 : last]
        if Tag.STOP in between:
            return None
        return distance + _ACROSS_CONJUNCTION * between.count(Tag.CONJUNCTION)
