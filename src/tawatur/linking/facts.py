"""What a sentence says, whether a claim was found in it or not: who and where it names, how many, denied or not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tawatur.lexicon import Lexicon, load_lexicon
from tawatur.lexicon.entries import EntryKind, Name, NameKind
from tawatur.lexicon.seats import load_seats
from tawatur.linking.happenings import Family, family_of
from tawatur.linking.sides import name_of, side_of
from tawatur.model import ClaimType, Report, Stance, Status, Unit
from tawatur.text import Tokens, tokenise
from tawatur.text.quantities import find_quantities

__all__ = ["Facts", "facts_of"]

_PLACES = frozenset(
    (NameKind.TOWN, NameKind.AIRPORT, NameKind.BASE, NameKind.FRONT, NameKind.SITE, NameKind.WATER,
     NameKind.PROVINCE, NameKind.REGION)
)  # fmt: skip
_WIDE = frozenset((NameKind.PROVINCE, NameKind.REGION))
_PERSONS = frozenset((NameKind.LEADER, NameKind.OUTLET, NameKind.AGENCY, NameKind.PEOPLE))
_UNREAL = frozenset((Status.PLANNED, Status.HYPOTHETICAL))
_SPANS = {Unit.DAYS: 1, Unit.WEEKS: 7, Unit.MONTHS: 30, Unit.YEARS: 365}


@dataclass(frozen=True, slots=True)
class Facts:
    """What a sentence says.

    Attributes:
        types: kinds of happening; empty where no claim was found.
        spots: ids of towns and of what lies in them.
        areas: ids of provinces and regions, and countries as ``in:XX``.
        parties: sides and groups that are named, by the key under which they are compared; for the seat of a
            government its state besides, since the town may stand for it.
        persons: leaders, outlets and peoples that are named.
        nations: countries of adjectives ("the Sudanese army"), which fit anybody of that country.
        counts: numbers of people and things.
        spans: lengths of time, in days.
        denied: whether a claim of it is denied.
        unreal: whether it is planned or supposed.
    """

    types: frozenset[ClaimType]
    spots: frozenset[str]
    areas: frozenset[str]
    parties: frozenset[str]
    persons: frozenset[str]
    nations: frozenset[str]
    counts: frozenset[float]
    spans: frozenset[float]
    denied: bool
    unreal: bool

    @property
    def families(self) -> frozenset[Family]:
        """The families of its types."""
        return frozenset(family_of(type_) for type_ in self.types)


def facts_of(report: Report) -> Facts:
    """The facts of a report of one sentence or few.

    Raises:
        LexiconError: shipped data is wrong.
    """
    lexicon = load_lexicon(report.document.language)
    tokens = tokenise(report.document.text)
    resolved = _resolved(report)
    names, nations = _named(tokens, lexicon, resolved)
    places = {id_ for id_, name in names.items() if name.kind in _PLACES}
    wide = {id_ for id_ in places if names[id_].kind in _WIDE}
    persons = {id_ for id_, name in names.items() if name.kind in _PERSONS}
    parties = {side_of(id_) for id_ in names.keys() - places - persons}
    seats = load_seats().governments
    states = {side_of(seats[id_].entity) for id_ in places if id_ in seats}
    countries = {f"in:{name.country}" for name in names.values() if name.country is not None}
    counts, spans = _numbers(report, tokens, lexicon)
    return Facts(
        types=frozenset(claim.type for claim in report.claims),
        spots=frozenset(places - wide),
        areas=frozenset(wide | countries | {f"in:{nation}" for nation in nations}),
        parties=frozenset(parties | states),
        persons=frozenset(persons),
        nations=frozenset(nations),
        counts=frozenset(counts),
        spans=frozenset(spans),
        denied=any(claim.stance is Stance.DENIES for claim in report.claims),
        unreal=bool(report.claims) and all(claim.status in _UNREAL for claim in report.claims),
    )


def _resolved(report: Report) -> Mapping[str, Name]:
    """Whom and what the reader found named, or called without a name."""
    ids: set[str] = set()
    for claim in report.claims:
        ids.update(p.entity for p in claim.participants if p.entity is not None)
        ids.update(p.location.entity for p in claim.participants if p.location is not None and p.location.entity)
        ids.update(source.entity for source in claim.chain if source.entity is not None)
    return {id_: name for id_ in ids if (name := name_of(id_)) is not None}


def _named(tokens: Tokens, lexicon: Lexicon, resolved: Mapping[str, Name]) -> tuple[dict[str, Name], set[str]]:
    """All that is named, by id, and the countries of adjectives."""
    found = dict(resolved)
    nations: set[str] = set()
    taken = 0
    by_first: dict[int, list[tuple[int, Name]]] = {}
    for hit in lexicon.phrasebook.find(tokens.folded):
        if hit.entry.kind is EntryKind.NAME and isinstance(hit.entry.data, Name):
            by_first.setdefault(hit.first, []).append((hit.last, hit.entry.data))
    countries = {name.country for name in resolved.values()}
    for first, hits in sorted(by_first.items()):
        if first < taken:
            continue
        taken = max(last for last, _ in hits)
        names = [name for last, name in hits if last == taken]
        if all(name.adjective for name in names):
            nations.update(name.country for name in names if name.country is not None)
            continue
        name = _chosen([n for n in names if not n.adjective], found, countries)
        if name is not None:
            found.setdefault(name.entity, name)
    return found, nations


def _chosen(names: Sequence[Name], found: Mapping[str, Name], countries: set[str | None]) -> Name | None:
    """Which of several that bear a wording is meant; None where the wording is weak and nothing supports it."""
    for name in names:
        if name.entity in found:
            return name
    supported = [name for name in names if name.country in countries] or [n for n in names if not n.weak]
    return min(supported, key=lambda n: (n.weak, n.entity), default=None)


def _numbers(report: Report, tokens: Tokens, lexicon: Lexicon) -> tuple[set[float], set[float]]:
    """The counts and the lengths of time of a sentence, at the bound that its words set."""
    counts: set[float] = set()
    spans: set[float] = set()
    for value, unit in (*_of_claims(report), *_of_text(tokens, lexicon)):
        if unit in _SPANS:
            spans.add(value * _SPANS[unit])
        elif value > 1:
            counts.add(value)
    return counts - {value for span in spans for value in (span, *(span / d for d in _SPANS.values()))}, spans


def _of_claims(report: Report) -> Iterator[tuple[float, Unit]]:
    for claim in report.claims:
        for figure in claim.figures:
            value = figure.low if figure.low is not None else figure.high
            if value is not None:
                yield value, figure.unit


def _of_text(tokens: Tokens, lexicon: Lexicon) -> Iterator[tuple[float, Unit]]:
    for quantity in find_quantities(tokens, lexicon.numerals):
        value = quantity.low if quantity.low is not None else quantity.high
        if value is not None:
            yield value, quantity.unit_hint or Unit.OTHER
