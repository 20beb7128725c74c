"""What a claim says in slots that can be compared: where, when, who, how many, and its rare words."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from tawatur.lexicon import Lexicon, load_lexicon
from tawatur.lexicon.clitics import stems
from tawatur.lexicon.entries import Name, NameKind
from tawatur.lexicon.names import load_names
from tawatur.lexicon.relations import load_place_words
from tawatur.lexicon.seats import load_seats
from tawatur.lexicon.settlements import load_settlement_words
from tawatur.lexicon.spelling import fold_phrase
from tawatur.linking.days import Days, When, days_of
from tawatur.linking.groups import Member
from tawatur.linking.known import load_known
from tawatur.linking.victims import counted
from tawatur.model import Claim, Feature, Language, Location, Period, RelationKind, Report, Role, Span
from tawatur.model.linked import ClaimRef
from tawatur.text import find_sentences, tokenise

__all__ = ["EntityIds", "ReportSlots", "Slots"]

SETTLED = frozenset((Feature.TOWN, Feature.AIRPORT, Feature.BASE, Feature.SITE))
"""Places that a happening can be at; the others are areas around it."""

_BESIDE = frozenset((RelationKind.DIRECTION, RelationKind.COUNTRYSIDE, RelationKind.BORDER))
_DOES = frozenset((Role.ACTOR,))
_SUFFERS = frozenset((Role.RECIPIENT, Role.OBJECT))
_WHERE = frozenset((Role.PLACE, Role.DESTINATION, Role.RECIPIENT, Role.OBJECT))
_LEAST_LETTERS = 4
_MARKS = frozenset("\"'“”«»()[]‘’#:_")
_PLACES = frozenset(
    (NameKind.TOWN, NameKind.PROVINCE, NameKind.AIRPORT, NameKind.BASE, NameKind.FRONT, NameKind.SITE,
     NameKind.WATER, NameKind.REGION)
)  # fmt: skip
_ARTICLE = "ال"
_ARTICLES = ("ال", "لل")
_PROVINCE = " province"


class EntityIds(Protocol):
    """Who is who, as far as linking needs to ask."""

    def of_participant(self, document_id: str, claim_id: str, index: int) -> str:
        """The entity of a participant."""
        ...


@dataclass(frozen=True, slots=True)
class Slots:
    """The slots of one claim.

    Attributes:
        member: the claim with its actors, targets, places and figures resolved.
        sentence: number of its sentence in the report.
        spots: keys of the settlements and sites it happens at.
        areas: keys of the provinces, regions and countries around them.
        when: when, where its words or those of its sentence say so.
        rare: words of its evidence that no list knows.
    """

    member: Member
    sentence: int
    spots: frozenset[str]
    areas: frozenset[str]
    when: When | None
    rare: frozenset[str]


class ReportSlots:
    """Reads the slots of one report's claims."""

    def __init__(self, report: Report, entities: EntityIds) -> None:
        self._report = report
        self._entities = entities
        self._lexicon = load_lexicon(report.document.language)
        self._tokens = tokenise(report.document.text)
        self._sentences = find_sentences(self._tokens, self._lexicon.abbreviations)
        self._sentence_of = [n for n, s in enumerate(self._sentences) for _ in range(s.first, s.last)]
        self._arabic = report.document.language is Language.AR
        self._rare_words: dict[int, str | None] = {}
        heads = load_settlement_words(report.document.language)
        found = {word for word in set(self._tokens.folded) if _heads_a_name(word, heads)}
        self._heads = tuple(at for at, word in enumerate(self._tokens.folded) if word in found)
        self.days: Days = days_of(report.document, self._tokens)

    def of(self, claim: Claim) -> Slots:
        """The slots of one claim."""
        first, last = self._range(claim.evidence)
        at = self._range(claim.trigger)[0]
        number = self._sentence_of[at] if at < len(self._sentence_of) else 0
        sentence = self._sentences[number] if self._sentences else None
        start, end = (sentence.first, sentence.last) if sentence is not None else (first, last)
        places = self._places(claim)
        spots = {p.entity for p in places if _is_spot(p) and p.entity is not None}
        names = set(self._settlements(first, last)) or (set() if spots else set(self._settlements(start, end)))
        names = {_known_place(name) for name in names}
        if not spots and not names:
            towns = set(self._towns(start, end))
            names = towns if len(towns) == 1 else set()
        areas = {key for p in places for key in _area_keys(p)}
        when = self._when(claim, (first, last), (start, end))
        member = Member(
            ref=ClaimRef(self._report.document.id, claim.id),
            report=self._report,
            claim=claim,
            actors=self._who(claim, _DOES),
            targets=self._who(claim, _SUFFERS),
            places=places,
            period=claim.period or self._period(when, claim),
            figures=(*claim.figures, *counted(self._report, claim)),
        )
        rare = frozenset(self._rare(min(first, start), max(last, end)))
        return Slots(member, number, frozenset(spots | names), frozenset(areas), when, rare)

    def _range(self, span: Span) -> tuple[int, int]:
        """The tokens of a span."""
        starts = self._tokens.starts
        first = bisect_left(starts, span.start)
        return first, max(bisect_left(starts, span.end), first + 1)

    def _places(self, claim: Claim) -> tuple[Location, ...]:
        """Where it happens, finest first, in order of the text."""
        found = [
            p.location
            for p in claim.participants
            if p.location is not None and p.role in _WHERE and p.location.entity is not None
        ]
        return tuple(sorted(dict.fromkeys(found), key=_coarseness))

    def _who(self, claim: Claim, roles: frozenset[Role]) -> tuple[str, ...]:
        ids = (
            self._entities.of_participant(self._report.document.id, claim.id, index)
            for index, participant in enumerate(claim.participants)
            if participant.role in roles and participant.location is None
        )
        return tuple(sorted({id_ for id_ in ids if id_ not in _places_by_id()}))

    def _when(self, claim: Claim, evidence: tuple[int, int], sentence: tuple[int, int]) -> When | None:
        if claim.period is not None:
            return When.on(claim.period.first, claim.period.last)
        found = self.days.between(*evidence) or self.days.between(*sentence)
        return max(found, key=_fineness) if found else None

    def _period(self, when: When | None, claim: Claim) -> Period | None:
        if when is None or when.first is None or when.last is None:
            return None
        return Period(claim.evidence, when.first, when.last, claim.found)

    def _settlements(self, first: int, last: int) -> Iterator[str]:
        """Names right behind 'the village of', unless a word before says that the spot lies elsewhere."""
        tokens = self._tokens
        common = _listed(self._lexicon.language)
        places = load_place_words(self._lexicon.language)
        for at in self._heads[bisect_left(self._heads, first) : bisect_left(self._heads, last)]:
            before = places.ending(tokens.folded, at - 1, max(0, at - 4)) if at else None
            if before is not None and before[0].kind in _BESIDE:
                continue
            name = at + 1
            while name < last and (tokens.folded[name] in _MARKS or self._joins(name)):
                name += 1
            yield from self._named(name, min(last + 1, len(tokens)), common)

    def _towns(self, first: int, last: int) -> Iterator[str]:
        """Towns that a sentence names, without the seats of governments, which may stand for those."""
        folded, places = self._tokens.folded, load_place_words(self._lexicon.language)
        for at in range(first, min(last, len(self._tokens))):
            if self._tokens.kinds[at] != "w":
                continue
            town = _places_by_words().get(folded[at]) or _places_by_words().get(_bare(folded[at]))
            before = places.ending(folded, at - 1, max(0, at - 4)) if town is not None and at else None
            if town is not None and town not in _seats() and (before is None or before[0].kind not in _BESIDE):
                yield town

    def _joins(self, at: int) -> bool:
        """Whether a word is the "of" of "the town of Azaz"."""
        small = not self._arabic and self._tokens.text[self._tokens.starts[at]].islower()
        return small and at > 0 and self._tokens.kinds[at - 1] == "w" and at - 1 in self._heads

    def _named(self, at: int, last: int, common: frozenset[str]) -> Iterator[str]:
        tokens = self._tokens
        if at >= last or tokens.kinds[at] != "w" or any(rest in common for _, rest in stems(tokens.folded[at])):
            return
        if not self._arabic and not tokens.text[tokens.starts[at]].isupper():
            return
        name = _bare(tokens.folded[at])
        following = tokens.folded[at + 1] if at + 1 < last and tokens.kinds[at + 1] == "w" else ""
        goes_on = following.startswith(_ARTICLE) or len(name) < _LEAST_LETTERS
        if following and goes_on and not any(rest in common for _, rest in stems(following)):
            yield f"w:{name}{following}"
        elif len(name) >= _LEAST_LETTERS - 1:
            yield f"w:{name}"

    def _rare(self, first: int, last: int) -> Iterator[str]:
        tokens = self._tokens
        for at in range(first, min(last, len(tokens))):
            if at not in self._rare_words:
                self._rare_words[at] = self._rare_word(at)
            word = self._rare_words[at]
            if word is not None and (self._arabic or at > first):
                yield word

    def _rare_word(self, at: int) -> str | None:
        """A word that no list knows, without its clitics; in Latin letters only a name can be one."""
        word = self._tokens.folded[at]
        if self._tokens.kinds[at] != "w" or len(word) < _LEAST_LETTERS:
            return None
        if not self._arabic and not self._tokens.text[self._tokens.starts[at]].isupper():
            return None
        common = _common(self._lexicon.language)
        if word in common or any(rest in common for _, rest in stems(word)):
            return None
        return _bare(word)


def _heads_a_name(word: str, heads: frozenset[str]) -> bool:
    """Whether a folded word is a common noun without an article that the name of a settlement can follow."""
    return any(rest in heads and not taken.endswith(_ARTICLES) for taken, rest in stems(word))


def _bare(word: str) -> str:
    """A folded word without the article or a conjunction or preposition before one."""
    for taken, rest in stems(word):
        if taken.endswith(_ARTICLES) and len(rest) > 2:
            return rest
    return word


@cache
def _common(language: Language) -> frozenset[str]:
    """Folded words that are no rare ones: those of the word lists and the frequent ones."""
    return _listed(language) | load_lexicon(language).stems | _named_words()


@cache
def _listed(language: Language) -> frozenset[str]:
    """Folded words that name no place by themselves: those of the word lists, and adjectives of nations."""
    lexicon: Lexicon = load_lexicon(language)
    words: set[str] = set()
    for entry in lexicon.entries:
        for form in entry.forms:
            words.update(fold_phrase(form))
    for form in _nations():
        words.update(fold_phrase(form))
    return frozenset(words)


@cache
def _nations() -> tuple[str, ...]:
    """The wordings of countries and the adjectives of everything named."""
    names = ((entry.data, entry.forms) for entry in load_names() if isinstance(entry.data, Name))
    return tuple(f for name, forms in names if name.adjective or name.kind is NameKind.COUNTRY for f in forms)


@cache
def _named_words() -> frozenset[str]:
    """Words of names that the gazetteers know, in Latin letters, and words of dates: no rare ones."""
    words = {word for words in load_known().by_words for word in words if word.isascii()}
    for language in Language:
        words |= load_lexicon(language).calendar.cores
    return frozenset(words)


@cache
def _places_by_id() -> dict[str, Name]:
    """The places of the gazetteers that nobody can be: towns and what lies in them, provinces, regions."""
    names = (entry.data for entry in load_names() if isinstance(entry.data, Name))
    return {name.entity: name for name in names if name.kind in _PLACES}


@cache
def _places_by_words() -> dict[str, str]:
    """Folded names that one town alone bears, with its id."""
    known = load_known()
    return {
        "".join((_bare(words[0]), *words[1:])): ids[0]
        for words, ids in known.by_words.items()
        if len(ids) == 1 and known.names[ids[0]].kind is NameKind.TOWN
    }


@cache
def _seats() -> frozenset[str]:
    """Towns that a government may be called by, or a province be named after."""
    return frozenset((*load_seats().governments, *_seats_of_provinces()))


def _known_place(key: str) -> str:
    """The id of the town that a name alone means, else the key as it is."""
    return _places_by_words().get(key.removeprefix("w:"), key)


def _is_spot(place: Location) -> bool:
    beside = place.relation is not None and place.relation.kind in _BESIDE
    return place.feature in SETTLED and not beside and place.entity not in _seats_of_provinces()


@cache
def _seats_of_provinces() -> dict[str, str]:
    """Towns that a province is named after, with the province: the bare name may mean either."""
    provinces = {
        entry.data.english.removesuffix(_PROVINCE): entry.data
        for entry in load_names()
        if isinstance(entry.data, Name) and entry.data.kind is NameKind.PROVINCE
    }
    found = {}
    for entry in load_names():
        town = entry.data
        if isinstance(town, Name) and town.kind is NameKind.TOWN and town.english in provinces:
            province = provinces[town.english]
            if province.country == town.country:
                found[town.entity] = province.entity
    return found


def _area_keys(place: Location) -> Iterator[str]:
    if place.entity is not None and not _is_spot(place):
        yield _seats_of_provinces().get(place.entity, place.entity)
    if place.country is not None:
        yield f"in:{place.country}"


_ORDER = (Feature.SITE, Feature.BASE, Feature.AIRPORT, Feature.TOWN, Feature.FRONT, Feature.WATER, Feature.REGION,
          Feature.PROVINCE, Feature.COUNTRY)  # fmt: skip


def _coarseness(place: Location) -> tuple[int, int, str]:
    beside = place.relation is not None and place.relation.kind in _BESIDE
    return (int(beside), _ORDER.index(place.feature) if place.feature in _ORDER else len(_ORDER), place.name)


def _fineness(when: When) -> tuple[bool, bool, bool]:
    return (when.day is not None, when.first is not None, when.weekday is not None)
