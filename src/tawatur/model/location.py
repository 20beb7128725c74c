"""Where something happened, as far as the words say."""

from dataclasses import dataclass
from enum import StrEnum

from tawatur.model.found import Found
from tawatur.model.span import Span


class Feature(StrEnum):
    """What kind of place a gazetteer says that a place is."""

    COUNTRY = "country"
    PROVINCE = "province"
    TOWN = "town"
    AIRPORT = "airport"
    BASE = "base"
    FRONT = "front"
    SITE = "site"
    WATER = "water"
    REGION = "region"


class RelationKind(StrEnum):
    """How a spot lies to the named place that it is told by."""

    DIRECTION = "direction"
    NEAR = "near"
    AROUND = "around"
    OUTSKIRTS = "outskirts"
    COUNTRYSIDE = "countryside"
    BORDER = "border"
    CENTRE = "centre"
    OUTSIDE = "outside"
    INSIDE = "inside"


@dataclass(frozen=True, slots=True)
class Relation:
    """'70 km east of', 'the countryside of': where a spot lies from the named place.

    Attributes:
        span: the words that say so.
        kind: how the spot lies; ``inside`` for a site or a part that the place only helps to name.
        direction: side of the place ("north", "south-east", ...); None where none is told.
        distance_km: how far; None where nothing says so.
    """

    span: Span
    kind: RelationKind
    direction: str | None = None
    distance_km: float | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """The named place that a spot is told by, and how the spot lies to it.

    The coordinates are those of the named place. They are never moved by distance and direction: a
    reader of them must look at ``relation`` first.

    Attributes:
        entity: id of the named place; None where only its country is known.
        name: its plain English name; the words where only its country is known.
        country: ISO 3166 code of its country; None where it lies in none, or in several.
        latitude: degrees north of the named place; None where the gazetteer gives none.
        longitude: degrees east of the named place.
        feature: what kind of place it is; None where only its country is known.
        relation: how the spot lies to it; None for the place itself.
        found: what settled which place is meant.
    """

    entity: str | None
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    feature: Feature | None
    relation: Relation | None
    found: Found
