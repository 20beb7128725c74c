"""How the sources and participants of claims are called: plain names, locations, and what settled them."""

from dataclasses import dataclass

from tawatur.lexicon.entries import Name, NameKind
from tawatur.lexicon.seats import load_seats
from tawatur.model import ClaimType, Feature, Found, Location, Relation, RelationKind, Role
from tawatur.reading.kinds import NAMED_PLACES, PLACE_KINDS
from tawatur.reading.locating import AREAS, Locator
from tawatur.reading.record import Marks, Phrase, Reading, Resolution
from tawatur.reading.resolving import named_hit

__all__ = ["Called", "Namer"]

STAGE = "names"
_PLACED = frozenset((Role.PLACE, Role.ORIGIN, Role.DESTINATION, Role.VIA))
_FORCEFUL = frozenset((ClaimType.ASSAULT, ClaimType.COERCE, ClaimType.MOBILIZE, ClaimType.PRESENCE))
"""What is done to a capital of these is done to the town, not to its government."""

_WITHIN = frozenset((RelationKind.COUNTRYSIDE, RelationKind.CENTRE, RelationKind.OUTSKIRTS))
_AT = {
    RelationKind.NEAR: "near {}",
    RelationKind.AROUND: "around {}",
    RelationKind.OUTSKIRTS: "outskirts of {}",
    RelationKind.COUNTRYSIDE: "{} countryside",
    RelationKind.BORDER: "border of {}",
    RelationKind.CENTRE: "centre of {}",
    RelationKind.OUTSIDE: "outside {}",
}


@dataclass(frozen=True, slots=True)
class Called:
    """A name with what it means and where it lies.

    Attributes:
        name: the plain English name, else the words.
        entity: id of the entity; None while unresolved.
        named: what settled it; None where the name is the words.
        location: for places.
    """

    name: str
    entity: str | None
    named: Found | None
    location: Location | None = None


class Namer:
    """Names the sources and participants of one report."""

    def __init__(self, reading: Reading, marks: Marks) -> None:
        assert reading.names is not None
        self._tokens = reading.tokens
        self._marks = marks
        self._names = reading.names
        self._phrases = reading.phrases
        self._starting = {phrase.first: number for number, phrase in enumerate(reading.phrases)}
        self._locator = Locator(reading, marks, reading.names)
        self._known: dict[tuple[int, int], Called] = {}
        self._governments = load_seats().governments

    def source(self, first: int, last: int, name: Name | None) -> Called:
        """How the speaker between two tokens is called; a capital speaks for its government.

        Args:
            first: its first token.
            last: the token after its last.
            name: the name that it was found with.
        """
        known = self._known.get((first, last))
        if known is None:
            resolution = self._governing(self._resolution(first, last, name), first, last)
            known = self._known[first, last] = self._called(resolution, first, last)
        return known

    def participant(self, first: int, last: int, role: Role, type_: ClaimType) -> Called:
        """How a participant of a claim is called, and where it lies if it is a place."""
        resolution = self._resolution(first, last, None)
        if role is Role.ACTOR or (role is Role.RECIPIENT and type_ not in _FORCEFUL):
            return self._called(self._governing(resolution, first, last), first, last)
        called = self._called(resolution, first, last)
        phrase = self._phrase(first)
        head = phrase.head if phrase is not None else first
        if role not in _PLACED and not (phrase is not None and phrase.kind in PLACE_KINDS):
            return called
        if resolution is not None and resolution.name is not None and resolution.name.kind not in NAMED_PLACES:
            return called
        location = self._locator.locate(first, last, head, resolution.name if resolution is not None else None)
        if location is None:
            return called
        return self._placed(called, location, self._tokens.cut(first, last))

    def _placed(self, called: Called, location: Location, words: str) -> Called:
        """A place under the name of its spot; a spot beside a place is not that place."""
        relation = location.relation
        if location.entity is None:
            return Called(called.name, called.entity, called.named, location)
        if relation is not None and relation.kind is RelationKind.INSIDE:
            return Called(words, None, None, location)
        part = location.feature in AREAS or (relation is not None and self._is_adjective(relation))
        inside = relation is None or relation.kind in _WITHIN or part
        outside = relation is not None and relation.kind in (RelationKind.BORDER, RelationKind.OUTSIDE)
        name = location.name if relation is None else _spot(location, relation, part)
        return Called(name, location.entity if inside and not outside else None, location.found, location)

    def _is_adjective(self, relation: Relation) -> bool:
        """'Western Aleppo' is a part of it, as 'west of Aleppo' is not."""
        return relation.direction is not None and relation.span.cut(self._tokens.text).lower().endswith("ern")

    def _called(self, resolution: Resolution | None, first: int, last: int) -> Called:
        if resolution is None:
            return Called(self._tokens.cut(first, last), None, None)
        if resolution.name is None and resolution.words == self._tokens.cut(first, last):
            return Called(resolution.words, None, None)
        entity = resolution.name.entity if resolution.name is not None else None
        if entity is None and not resolution.rule:
            return Called(self._tokens.cut(first, last), None, None)
        return Called(resolution.words, entity, Found(STAGE, resolution.rule))

    def _phrase(self, first: int) -> Phrase | None:
        number = self._starting.get(first)
        return self._phrases[number] if number is not None else None

    def _resolution(self, first: int, last: int, name: Name | None) -> Resolution | None:
        """What the words between two tokens mean: by a name that is all of them, or by their phrase."""
        if self._half_of_a_compound(last):
            return None
        number = self._starting.get(first)
        hit = self._marks.names[first]
        if hit is not None and hit.first == first and hit.last == last and isinstance(hit.entry.data, Name):
            if hit.entry.data.adjective and number is not None and self._phrases[number].last == last:
                return self._names.phrases.get(number)
            return self._decided(first, hit.entry.data, hit.entry.key)
        if number is not None:
            phrase = self._phrases[number]
            if phrase.name is None:
                return self._names.phrases.get(number) or (self._within(first, last, name) if name else None)
            held = named_hit(self._marks, phrase)
            if held is not None and held.last <= max(last, phrase.last):
                called = self._names.phrases.get(number)
                return called or self._decided(held.first, phrase.name, held.entry.key)
        return self._within(first, last, name) if name is not None else None

    def _half_of_a_compound(self, last: int) -> bool:
        """'London-based' is not London."""
        at = self._tokens.ends[last - 1]
        return self._tokens.text[at : at + 1] == "-" and self._tokens.text[at + 1 : at + 2].isalpha()

    def _within(self, first: int, last: int, name: Name) -> Resolution:
        """A name that a speaker was found with, wherever it stands in it."""
        for at in range(first, last):
            hit = self._marks.names[at]
            if hit is not None and hit.entry.data is name:
                return self._decided(hit.first, name, hit.entry.key)
        return Resolution(name, name.english, "carried over")

    def _decided(self, at: int, name: Name, key: str) -> Resolution:
        decided = self._names.hits.get(at)
        return decided if decided is not None else Resolution(name, name.english, key)

    def _governing(self, resolution: Resolution | None, first: int, last: int) -> Resolution | None:
        """'Ankara' that says or does something is the government of Turkey; 'the town of Ankara' is not."""
        name = resolution.name if resolution is not None else None
        if name is None or name.kind is not NameKind.TOWN or name.entity not in self._governments:
            return resolution
        if any(self._marks.names[at] is None and self._marks.nouns[at] is not None for at in range(first, last)):
            return resolution
        state = self._governments[name.entity]
        return Resolution(state, state.english, f"{name.english} for its government")


def _spot(location: Location, relation: Relation, part: bool) -> str:
    """A spot in plain English: 'northern Syria', '70 km east of Derna', 'northern Homs countryside'."""
    side = relation.direction
    if relation.distance_km is not None:
        return f"{relation.distance_km:g} km {f'{side} of' if side else 'from'} {location.name}"
    if relation.kind is RelationKind.DIRECTION:
        return f"{_sided(side or '')} {location.name}" if part else f"{side} of {location.name}"
    if relation.kind is RelationKind.CENTRE and location.feature in AREAS:
        words = f"central {location.name}"
    elif relation.kind is RelationKind.COUNTRYSIDE and location.feature is Feature.PROVINCE:
        words = _AT[relation.kind].format(location.name.removesuffix(" province"))
    else:
        words = _AT[relation.kind].format(location.name)
    return f"{_sided(side)} {words}" if side else words


def _sided(side: str) -> str:
    """'north-east' as gold and papers write it before a name: 'northeastern'."""
    return side.replace("-", "") + "ern"
