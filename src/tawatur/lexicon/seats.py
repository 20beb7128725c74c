"""Which seat speaks for which government, which town is whose capital, and how countries are called."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tawatur.lexicon.entries import Name, NameKind
from tawatur.lexicon.names import load_governments, load_names

__all__ = ["Seats", "load_seats"]


@dataclass(frozen=True, slots=True)
class Seats:
    """Countries and the seats of their governments.

    Attributes:
        governments: id of a capital, palace or ministry -> the state that it stands for ("Ankara said").
        capitals: ISO code of a country -> its capital.
        countries: ISO code -> the country.
    """

    governments: Mapping[str, Name]
    capitals: Mapping[str, Name]
    countries: Mapping[str, Name]


@cache
def load_seats() -> Seats:
    """The seats and countries of the gazetteers, loaded once a process.

    Raises:
        LexiconError: shipped data is wrong.
    """
    speaking = load_governments()
    wanted = {*speaking, *speaking.values()}
    names: dict[str, Name] = {}
    countries: dict[str, Name] = {}
    for entry in load_names():
        name = entry.data
        if not isinstance(name, Name) or name.adjective:
            continue
        if name.kind is NameKind.COUNTRY and name.country is not None:
            countries.setdefault(name.country, name)
        if name.entity in wanted:
            names.setdefault(name.entity, name)
    governments = {seat: names[state] for seat, state in speaking.items() if state in names}
    capitals: dict[str, Name] = {}
    for seat, state in governments.items():
        name = names[seat]
        if name.kind is NameKind.TOWN and state.country == name.country and name.country is not None:
            capitals.setdefault(name.country, name)
    return Seats(governments, capitals, countries)
