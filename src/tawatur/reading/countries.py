"""Which countries a report is about, weighed by what it names."""

from collections.abc import Mapping, Sequence

from tawatur.lexicon.entries import Name, NameKind
from tawatur.lexicon.phrasebook import Hit
from tawatur.model import RegionKind
from tawatur.reading.kinds import NAMED_PLACES
from tawatur.reading.record import Reading

__all__ = ["country_of", "country_shares"]

_PLACE, _ACTOR, _ADJECTIVE = 1.0, 1.0, 0.7
_PROMINENT = 2.0
_MOST = 3.0
"""What one entity can add, however often it is named."""

_LEAST_SHARE = 0.5
_TELLING_NOTHING = frozenset(
    (NameKind.OUTLET, NameKind.AGENCY, NameKind.MONITOR, NameKind.AIRLINE, NameKind.COMPANY, NameKind.PEOPLE)
)
"""Whoever is named for what he says or carries is often at home elsewhere."""


def country_shares(reading: Reading, hits: Sequence[Hit], doubtful: Mapping[int, object]) -> dict[str, float]:
    """How much of a report is about each country, adding up to 1.

    Places, states, actors and nationality adjectives count; those in the headline or the dateline
    count double. What could mean several things counts nothing.

    Args:
        reading: a report with its marks.
        hits: its names in order.
        doubtful: first tokens of names that several entities bear.
    """
    weights: dict[tuple[str, str], float] = {}
    prominent = _prominent(reading)
    starts = reading.tokens.starts
    for hit in hits:
        name = hit.entry.data
        if not isinstance(name, Name) or name.country is None or name.weak or hit.first in doubtful:
            continue
        if name.kind in _TELLING_NOTHING and not name.adjective:
            continue
        weight = _ADJECTIVE if name.adjective else _PLACE if name.kind in NAMED_PLACES else _ACTOR
        if any(first <= starts[hit.first] < last for first, last in prominent):
            weight *= _PROMINENT
        key = (name.country, name.entity)
        weights[key] = min(_MOST, weights.get(key, 0.0) + weight)
    shares: dict[str, float] = {}
    for (country, _), weight in weights.items():
        shares[country] = shares.get(country, 0.0) + weight
    total = sum(shares.values())
    return {country: weight / total for country, weight in shares.items()}


def _prominent(reading: Reading) -> list[tuple[int, int]]:
    """Where headline and datelines stand."""
    document = reading.document
    spans = [region.span for region in document.regions if region.kind is RegionKind.DATELINE]
    if document.title is not None:
        spans.append(document.title)
    return [(span.start, span.end) for span in spans]


def country_of(shares: Mapping[str, float]) -> str | None:
    """The country that a report is about: half of what it names or more."""
    best = max(shares, key=lambda country: (shares[country], country), default=None)
    return best if best is not None and shares[best] >= _LEAST_SHARE else None
