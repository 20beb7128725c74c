"""Whose side somebody is on: an army, its air force and its government do one and the same thing."""

from functools import cache

from tawatur.lexicon.entries import Name, NameKind
from tawatur.lexicon.names import load_names

__all__ = ["is_known", "side_of"]

_OF_A_STATE = frozenset((NameKind.COUNTRY, NameKind.STATE, NameKind.ARMY))


@cache
def _sides() -> dict[str, str]:
    """Entities that act for a state, with the key of its side."""
    return {
        entry.data.entity: f"side:{entry.data.country}"
        for entry in load_names()
        if isinstance(entry.data, Name) and entry.data.kind in _OF_A_STATE and entry.data.country is not None
    }


@cache
def _known() -> frozenset[str]:
    return frozenset(entry.data.entity for entry in load_names() if isinstance(entry.data, Name))


def is_known(entity: str) -> bool:
    """Whether the lexicon knows somebody: only of those it can be said that two are not one."""
    return entity in _known()


def side_of(entity: str) -> str:
    """The key under which an actor is compared: its state's side, else its own id.

    >>> side_of("country-tr") == side_of("turkish-army")
    True
    """
    return _sides().get(entity, entity)
