"""Where a place participant lies: its named place, and how the spot lies to it."""

from dataclasses import dataclass

from tawatur.lexicon.entries import Name, NameKind, Noun, NounKind
from tawatur.lexicon.relations import AWAY, CAPITAL, COUNTRY, LINK, PlaceWord, load_place_words
from tawatur.lexicon.seats import load_seats
from tawatur.model import Feature, Found, Language, Location, Relation, RelationKind, Span, Unit
from tawatur.reading.kinds import NAMED_PLACES
from tawatur.reading.record import Marks, Names, Reading
from tawatur.text.quantities import Quantity

__all__ = ["AREAS", "Locator"]

STAGE = "locations"
_FURTHEST = 8
_BETWEEN = 2
_CROSSED = "nj#dpxaT"
_ARTICLE = "ال"
AREAS = frozenset((Feature.COUNTRY, Feature.PROVINCE, Feature.REGION))
"""Places that have parts: their north lies inside, the north of a town may lie outside."""


@dataclass(frozen=True, slots=True)
class _Base:
    """The named place that a spot is told by, with the tokens that name it."""

    name: Name
    first: int
    last: int
    rule: str


@dataclass(slots=True)
class _Way:
    """What has been read of a relation, from the place backwards."""

    first: int
    kind: RelationKind | None = None
    direction: str | None = None
    distance: float | None = None


class Locator:
    """Finds the locations of one report's participants."""

    def __init__(self, reading: Reading, marks: Marks, names: Names) -> None:
        self._tokens = reading.tokens
        self._marks = marks
        self._names = names
        self._arabic = reading.lexicon.language is Language.AR
        self._words = load_place_words(reading.lexicon.language)
        self._seats = load_seats()
        self._distances = {q.number_last: q for q in reading.quantities if q.unit_hint is Unit.KILOMETRES}

    def locate(self, first: int, last: int, head: int, called: Name | None) -> Location | None:
        """The location of the participant between two tokens; None where not even its country is known.

        Args:
            first: its first token.
            last: the token after its last.
            head: the token that it is about.
            called: the place that it was found to mean without naming it.
        """
        base = self._base(first, last, head)
        if base is None and called is not None and called.kind in NAMED_PLACES:
            base = _Base(called, first, last, "the place that it was named by before")
            return self._made(base, None)
        if base is None:
            return self._ahead(last) or self._only_country(first, last, head)
        return self._made(base, self._relation(base, first, head))

    def _made(self, base: _Base, relation: Relation | None) -> Location:
        name = base.name
        return Location(
            entity=name.entity,
            name=name.english,
            country=name.country,
            latitude=name.latitude,
            longitude=name.longitude,
            feature=Feature(name.kind.value),
            relation=relation,
            found=Found(STAGE, base.rule),
        )

    # -- the named place ------------------------------------------------------------------------

    def _base(self, first: int, last: int, head: int) -> _Base | None:
        """The place that covers the head, else the first one that is named; else a capital, a country, 'the north'."""
        best: _Base | None = None
        for at in range(first, self._end(last)):
            base = self._named(at)
            if base is None:
                continue
            if base.first <= head < base.last:
                return self._seat(base, first)
            best = best or base
        if best is not None:
            return self._seat(best, first)
        for at in range(first, last):
            found = self._words.ending(self._tokens.folded, at, first)
            if found is not None:
                base = self._unnamed(found[0], found[1], at + 1, last)
                if base is not None:
                    return base
        return None

    def _end(self, last: int) -> int:
        """A participant that ends in a direction takes the place behind its 'of' with it."""
        if self._words.ending(self._tokens.folded, last - 1) is None:
            return last
        at = last
        while at < min(last + _BETWEEN, len(self._tokens)) and self._is(at, LINK):
            at += 1
        return at + 1 if at > last and at < len(self._tokens) else last

    def _named(self, at: int) -> _Base | None:
        hit = self._marks.names[at]
        if hit is None or hit.first != at or not isinstance(hit.entry.data, Name):
            return None
        decided = self._names.hits.get(at)
        name = hit.entry.data if decided is None else decided.name
        if name is None or name.adjective or name.kind not in NAMED_PLACES:
            return None
        return _Base(name, hit.first, hit.last, decided.rule if decided is not None else hit.entry.key)

    def _seat(self, base: _Base, first: int) -> _Base:
        """'The capital of Libya' is its capital."""
        at = base.first - 1
        while at > first and self._is(at, LINK):
            at -= 1
        if base.name.kind is NameKind.COUNTRY and at >= first and self._is(at, CAPITAL):
            capital = self._seats.capitals.get(base.name.country or "")
            if capital is not None:
                return _Base(capital, at, base.last, f"the capital of {base.name.english}")
        return base

    def _unnamed(self, word: PlaceWord, first: int, last: int, end: int) -> _Base | None:
        """'The capital', 'the country', 'the Syrian north': what the text's country or an adjective makes of it."""
        nation = self._nation(last, end) or self._nation(first - 1, first)
        country = nation or self._spoken_of(first)
        whose = "an adjective" if nation is not None else "the country of the text"
        if country is None:
            return None
        if word.kind == CAPITAL and country in self._seats.capitals:
            return _Base(self._seats.capitals[country], first, last, f"the capital, by {whose} ({country})")
        if country not in self._seats.countries:
            return None
        state = self._seats.countries[country]
        if word.kind == COUNTRY:
            return _Base(state, first, last, f"the country, by {whose} ({country})")
        if nation is not None and word.kind in (RelationKind.DIRECTION, RelationKind.BORDER):
            return _Base(state, last, last, f"an adjective of its country ({country})")
        return None

    def _spoken_of(self, at: int) -> str | None:
        """The country of the text, where it is also the one named last before a token."""
        for before in range(at - 1, -1, -1):
            hit = self._marks.names[before]
            name = hit.entry.data if hit is not None else None
            if not isinstance(name, Name) or name.country is None or name.weak:
                continue
            if name.adjective or name.kind is NameKind.COUNTRY:
                return name.country if name.country == self._names.country else None
        return self._names.country

    def _nation(self, first: int, last: int) -> str | None:
        """The country of an adjective of nationality that stands right there."""
        hit = self._marks.names[first] if 0 <= first < last else None
        name = hit.entry.data if hit is not None else None
        return name.country if isinstance(name, Name) and name.adjective else None

    def _only_country(self, first: int, last: int, head: int) -> Location | None:
        """'Libyan villages': a country, and no place that is named; a base of a country may lie anywhere."""
        if not self._is_place_noun(head):
            return None
        countries = set()
        for at in range(first, last):
            nation = self._nation(at, at + 1)
            if nation is not None:
                countries.add(nation)
            elif at > head and self._marks.nouns[at] is not None:
                return None
        if len(countries) != 1:
            return None
        words = self._tokens.cut(first, last)
        found = Found(STAGE, "an adjective of its country")
        return Location(None, words, countries.pop(), None, None, None, None, found)

    def _ahead(self, last: int) -> Location | None:
        """'A village 70 km east of Derna': a relation right behind a place that has no name."""
        following = self._marks.tags[last : last + 2]
        if following[:1] not in ("#", "n") and following != "p#":
            return None
        for at in range(last, min(last + _FURTHEST, len(self._tokens))):
            base = self._named(at)
            if base is not None:
                way = _Way(base.first)
                self._back(way, base)
                near = way.first - last <= _BETWEEN and all(tag in "pa" for tag in self._marks.tags[last : way.first])
                if way.kind is None or way.first < last or not near:
                    return None
                return self._made(base, self._relation(base, base.first, base.first))
            if self._marks.tags[at] not in _CROSSED:
                return None
        return None

    # -- the relation ---------------------------------------------------------------------------

    def _is(self, at: int, kind: str) -> bool:
        found = self._words.ending(self._tokens.folded, at, at)
        return found is not None and found[0].kind == kind

    def _relation(self, base: _Base, first: int, head: int) -> Relation | None:
        """What stands before a place, and behind it, that says how the spot lies to it."""
        way = _Way(base.first)
        self._back(way, base)
        end = base.last
        found = self._behind(base)
        if found is not None and (way.kind is None or way.direction is None):
            word, end = found
            way.kind = way.kind or RelationKind(word.kind)
            way.direction = way.direction or word.direction
        if way.kind is None and self._only_helps(base, first, head):
            way.kind, way.first, end = RelationKind.INSIDE, min(head, base.first), max(head + 1, base.last)
        if way.kind is None:
            return None
        if way.first < base.first:
            span = Span(self._tokens.starts[way.first], self._tokens.ends[base.first - 1])
        else:
            span = Span(self._tokens.starts[base.last], self._tokens.ends[end - 1])
        return Relation(span, way.kind, way.direction, way.distance)

    def _only_helps(self, base: _Base, first: int, head: int) -> bool:
        """Whether a place only helps to name what the phrase is about: 'a market of Derna'."""
        if base.first <= head < base.last or self._tokens.kinds[head] != "w":
            return False
        if self._arabic and base.first > first and self._marks.proclitics[base.first].removesuffix(_ARTICLE):
            return True
        noun = self._marks.nouns[head]
        return noun is None or not isinstance(noun.entry.data, Noun) or noun.entry.data.kind is not NounKind.PLACE

    def _back(self, way: _Way, base: _Base) -> None:
        tags, folded = self._marks.tags, self._tokens.folded
        floor = max(0, base.first - _FURTHEST)
        at = base.first - 1
        linked = False
        while at >= floor and tags[at] in _CROSSED:
            found = self._words.ending(folded, at, floor)
            if found is None:
                if not self._is_place_noun(at):
                    break
                at -= 1
                continue
            word, start = found
            if word.kind == LINK:
                linked = True
            elif word.kind == AWAY:
                self._distance(way, start)
                return
            elif word.kind in (CAPITAL, COUNTRY) or not self._reads(way, word, start):
                return
            at = start - 1
        if way.kind is not None or linked:
            self._distance(way, way.first)

    def _reads(self, way: _Way, word: PlaceWord, start: int) -> bool:
        """Take one relation in; False where it contradicts what has been read."""
        kind = RelationKind(word.kind)
        if way.kind is not None and way.kind is not kind and RelationKind.DIRECTION not in (way.kind, kind):
            return False
        if kind is RelationKind.DIRECTION:
            if way.direction is not None:
                return False
            way.direction = word.direction
        way.kind = kind if way.kind in (None, RelationKind.DIRECTION) else way.kind
        way.first = start
        return True

    def _is_place_noun(self, at: int) -> bool:
        """'The town of Derna' is Derna."""
        noun = self._marks.nouns[at]
        return noun is not None and isinstance(noun.entry.data, Noun) and noun.entry.data.kind is NounKind.PLACE

    def _distance(self, way: _Way, at: int) -> None:
        """The kilometres that stand within a few words before a relation."""
        for end in range(at, max(at - _BETWEEN - 2, 0), -1):
            quantity = self._distances.get(end) or self._distances.get(end - 1)
            if quantity is not None and quantity.last <= at:
                self._measured(way, quantity)
                return

    def _measured(self, way: _Way, quantity: Quantity) -> None:
        way.distance = quantity.low if quantity.low is not None else quantity.high
        way.kind = way.kind or RelationKind.NEAR
        way.first = quantity.first

    def _behind(self, base: _Base) -> tuple[PlaceWord, int] | None:
        """'The countryside of Homs, the northern one' in Arabic, 'the Homs countryside' in English."""
        for end in (base.last + 1, base.last):
            if end >= len(self._tokens) or self._marks.tags[base.last] not in "nj":
                continue
            found = self._words.ending(self._tokens.folded, end, base.last)
            if found is None or found[1] != base.last or found[0].kind in (LINK, AWAY, CAPITAL, COUNTRY):
                continue
            if self._arabic:
                definite = self._tokens.folded[base.last].startswith(_ARTICLE)
                return (found[0], end + 1) if definite and found[0].direction is not None else None
            return (found[0], end + 1) if found[0].direction is None else None
        return None
