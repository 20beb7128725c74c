"""What a period is: first and last day with the words that gave them."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from tawatur.text.calendars import Precision

__all__ = ["PeriodMention", "Relation"]


class Relation(StrEnum):
    """How a period lies to what happened in it."""

    ON = "on"
    IN = "in"
    SINCE = "since"
    UNTIL = "until"
    DURING = "during"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period in a text.

    Attributes:
        first: index of its first token, the preposition included.
        last: index after its last token.
        from_day: its first day.
        to_day: its last day, included.
        relation: how it lies to what happened.
        precision: how finely it was said.
        rule: what resolved it.
        publication_based: the day of publication went into it.
    """

    first: int
    last: int
    from_day: dt.date
    to_day: dt.date
    relation: Relation
    precision: Precision
    rule: str
    publication_based: bool
