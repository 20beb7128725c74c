"""Sets of kinds that rules of several stages ask for."""

from tawatur.lexicon.entries import NameKind, NounKind

__all__ = ["MEANS", "NAMED_PLACES", "NOT_A_PARTY", "PARTIES", "PERSONAL", "PLACE_KINDS"]

NAMED_PLACES = frozenset(
    (
        NameKind.TOWN,
        NameKind.PROVINCE,
        NameKind.COUNTRY,
        NameKind.AIRPORT,
        NameKind.BASE,
        NameKind.FRONT,
        NameKind.SITE,
        NameKind.REGION,
        NameKind.WATER,
    )
)
"""Names of places."""

PLACE_KINDS = NAMED_PLACES | {NounKind.PLACE, NounKind.SITE, NounKind.DIRECTION}
"""Whatever names a place, by name or by noun."""

PERSONAL = frozenset((NounKind.TITLE, NounKind.PERSON, NounKind.SOURCE))
"""Nouns that a personal name stands beside."""

NOT_A_PARTY = frozenset((NounKind.TIME, NounKind.MEASURE))
PARTIES = frozenset(
    (
        NameKind.STATE,
        NameKind.ARMY,
        NameKind.ARMED_GROUP,
        NameKind.PARTY,
        NameKind.LEADER,
        NameKind.INSTITUTION,
        NameKind.COMPANY,
        NameKind.COUNTRY,
        NameKind.MONITOR,
        NounKind.FORCE,
        NounKind.GROUP,
        NounKind.STATE,
        NounKind.PERSON,
        NounKind.TITLE,
        NounKind.ORGANISATION,
        NounKind.SOURCE,
    )
)
MEANS = frozenset((NounKind.WEAPON, NounKind.AIRCRAFT, NounKind.VEHICLE, NounKind.EVENT))
