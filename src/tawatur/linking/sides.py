"""Whose side somebody is on: an army, its air force and its government do one and the same thing."""

from functools import cache

from tawatur.lexicon.entries import Name, NameKind
from tawatur.lexicon.names import load_names
from tawatur.lexicon.spelling import fold

__all__ = ["is_known", "name_of", "side_of"]

_OF_A_STATE = frozenset((NameKind.STATE, NameKind.ARMY))
_CONTESTED = frozenset(("LY",))
"""Countries whose army and government are several that fight each other under one adjective."""

_GOVERNMENT = "government"


@cache
def _names() -> dict[str, Name]:
    return {entry.data.entity: entry.data for entry in load_names() if isinstance(entry.data, Name)}


@cache
def _called() -> dict[str, frozenset[str]]:
    """Country -> the folded words that its own things are called after: its names and its adjectives."""
    words: dict[str, set[str]] = {}
    for entry in load_names():
        name = entry.data
        if isinstance(name, Name) and name.kind is NameKind.COUNTRY and name.country is not None:
            words.setdefault(name.country, set()).update(fold(form) for form in entry.forms)
    return {country: frozenset(found) for country, found in words.items()}


@cache
def _sides() -> dict[str, str]:
    """Entities that act for a state, with the key of its side."""
    found = {}
    for entity, name in _names().items():
        if name.country is None:
            continue
        first, _, rest = fold(name.english).partition(" ")
        own = first in _called().get(name.country, frozenset()) and name.country not in _CONTESTED
        forces = name.kind is NameKind.ARMED_GROUP and rest.startswith(_GOVERNMENT)
        if name.kind is NameKind.COUNTRY or (own and (name.kind in _OF_A_STATE or forces)):
            found[entity] = f"side:{name.country}"
    return found


def is_known(entity: str) -> bool:
    """Whether the lexicon knows somebody: only of those it can be said that two are not one."""
    return entity in _names()


def name_of(entity: str) -> Name | None:
    """What the lexicon says of somebody; None where it does not know them."""
    return _names().get(entity)


def side_of(entity: str) -> str:
    """The key under which an actor is compared: its state's side, else its own id.

    >>> side_of("country-tr") == side_of("turkish-army")
    True
    >>> side_of("gna-forces") == side_of("libyan-national-army")
    False
    """
    return _sides().get(entity, entity)
