"""Who rests on whom: from each claim to the report that it repeats, by copies, citations and credit lines."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from tawatur.lexicon.source_words import SourceSense, load_source_words
from tawatur.linking.groups import Group, Member
from tawatur.linking.known import load_known
from tawatur.linking.matching import Cited, Namesakes, Side, closest
from tawatur.linking.publishers import names_publisher, outlet_id
from tawatur.linking.rings import rings
from tawatur.linking.voices import SourceNames, Voice, VoiceKind, settled, words_voice
from tawatur.model import Claim, Document, Language, RegionKind, Report, Source, Span
from tawatur.model.linked import ClaimRef, Copy, CopyKind, Cycle, Reason
from tawatur.text.tokens import tokenise

__all__ = ["Citations", "Manner", "Rest", "Way", "graph"]

_PUBLISHING = (VoiceKind.OUTLET, VoiceKind.NAMED, VoiceKind.PRESS)
_SIGNED = frozenset((RegionKind.CREDIT, RegionKind.BYLINE, RegionKind.DATELINE))


class Way(StrEnum):
    """How a claim comes to rest on another report."""

    COPY = "copy"
    CITED = "cited"
    TOLD_TO = "told to"
    CREDIT = "credit line"


@dataclass(frozen=True, slots=True)
class Rest:
    """What one claim rests on.

    Attributes:
        claim: the claim.
        way: how it rests on it.
        outlet: id of the outlet that it rests on.
        name: its name, for people.
        cited: id of the outlet by the name that the claim gives it; that of the outlet itself for the other ways.
        place: index in the claim's voices of the outlet that is cited; -1 for the other ways.
        document: id of the report of that outlet, where it is held.
        told: the claim of that report that is repeated, where there is one.
        reasons: why that report was taken for the one that is meant.
    """

    claim: ClaimRef
    way: Way
    outlet: str
    name: str
    cited: str
    place: int = -1
    document: str | None = None
    told: ClaimRef | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Manner:
    """How a report speaks of its sources.

    Attributes:
        was_there: the words by which it says that the outlet's own people were there; None where it does not.
        names_sources: whether it puts anything down to anybody.
    """

    was_there: str | None
    names_sources: bool


@dataclass(frozen=True, slots=True)
class Citations:
    """A graph of who rests on whom.

    Attributes:
        reports: the reports by id of their document.
        outlets: id of each document's outlet, by id of the document.
        voices: the sources of each grouped claim, nearest first, its own outlet left out.
        rests: what each claim that rests on another outlet rests on.
        cycles: outlets that rest on each other for one event, each once.
        circular: id of an event -> outlets that stand in a cycle about it.
        manners: how each report speaks of its sources, for those with grouped claims in their own voice.
    """

    reports: Mapping[str, Report]
    outlets: Mapping[str, str]
    voices: Mapping[ClaimRef, tuple[Voice, ...]]
    rests: Mapping[ClaimRef, Rest]
    cycles: tuple[Cycle, ...]
    circular: Mapping[str, frozenset[str]]
    manners: Mapping[str, Manner]

    def outlet_name(self, document: str) -> str:
        """The name of a document's outlet; the document's id where nobody says who published it."""
        return self.reports[document].document.outlet or f"document {document}"


def graph(
    reports: Sequence[Report], groups: Sequence[Group], entities: SourceNames, copies: Sequence[Copy]
) -> Citations:
    """Follow every claim of the groups one step: to the report or outlet that it rests on.

    Args:
        reports: all reports, in any order.
        groups: the events to be.
        entities: what sources are resolved to.
        copies: which documents repeat which.
    """
    held = {report.document.id: report for report in reports}
    outlets = {id_: _outlet(report.document) for id_, report in held.items()}
    heard = _Hearing(held, outlets, entities)
    originals = _originals(copies)
    voices: dict[ClaimRef, tuple[Voice, ...]] = {}
    rests: dict[ClaimRef, Rest] = {}
    cycles: dict[tuple[str, ...], Cycle] = {}
    circular: dict[str, frozenset[str]] = {}
    named = Namesakes({(outlets[id_], report.document.outlet or "") for id_, report in held.items()})
    sides: list[Side] = []
    for group in groups:
        for members in (group.members, group.denials):
            voices |= {member.ref: heard.voices(member) for member in members}
            side = Side(members, voices, outlets, named)
            sides.append(side)
            found = (_rest(member, side, originals) for member in members)
            rests |= {rest.claim: rest for rest in found if rest is not None}
    rests |= _carried_over(sides, rests)
    for group in groups:
        around = list(_cycles(group, voices, rests, outlets, held))
        cycles |= {(*cycle.links, *cycle.documents): cycle for cycle, _ in around}
        if around:
            circular[group.id] = frozenset(id_ for _, ids in around for id_ in ids)
    silent = sorted({ref.document for ref, heard_ in voices.items() if not heard_})
    manners = {id_: _manner(held[id_]) for id_ in silent}
    return Citations(held, outlets, voices, rests, tuple(cycles[key] for key in sorted(cycles)), circular, manners)


def _manner(report: Report) -> Manner:
    names = any(claim.chain for claim in report.claims) or any(each.sources for each in report.attributions)
    return Manner(_was_there(report.document), names)


def _was_there(document: Document) -> str | None:
    words = load_source_words(document.language)
    if not words.may_hold(document.text, SourceSense.SEEN):
        return None
    tokens = tokenise(document.text)
    furniture = [region.span for region in document.regions if region.kind is RegionKind.FURNITURE]
    told = words.find(tokens.folded)
    spans = (Span(tokens.starts[w.first], tokens.ends[w.last - 1]) for w in told if w.sense is SourceSense.SEEN)
    return next((s.cut(document.text) for s in spans if not any(f.touches(s) for f in furniture)), None)


def _outlet(document: Document) -> str:
    """The id of a document's outlet, by its own signature where only a web address is given."""
    if document.outlet is None:
        return f"document {document.id}"
    for region in document.regions:
        if region.name is not None and region.kind in _SIGNED and names_publisher(region.name, document.outlet):
            return outlet_id(region.name)
    return outlet_id(document.outlet)


def _originals(copies: Iterable[Copy]) -> dict[str, tuple[Copy, ...]]:
    found: dict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        found[copy.copier].append(copy)
    return {id_: tuple(sorted(rows, key=lambda c: (-c.shared, c.original))) for id_, rows in found.items()}


class _Hearing:
    """Says who speaks in a claim: names resolved, 'the paper' led back to the paper named before."""

    def __init__(self, held: Mapping[str, Report], outlets: Mapping[str, str], entities: SourceNames) -> None:
        self._held = held
        self._outlets = outlets
        self._known = {outlets[id_]: held[id_].document.outlet or id_ for id_ in sorted(held, reverse=True)}
        self._entities = entities
        self._by_words: dict[tuple[str, Language], tuple[Voice, str | None]] = {}

    def voices(self, member: Member) -> tuple[Voice, ...]:
        """The sources of a claim, nearest first; its own outlet is none of them."""
        claim, document = member.claim, member.report.document
        found = [self._voice(member.report, claim, index) for index in range(len(claim.chain))]
        own, name = self._outlets[document.id], document.outlet or ""
        return tuple(
            voice
            for voice in found
            if voice.kind is not VoiceKind.OUTLET or not (voice.entity == own or names_publisher(voice.name, name))
        )

    def _voice(self, report: Report, claim: Claim, index: int) -> Voice:
        document, source = report.document, claim.chain[index]
        entity = self._entities.of_source(document.id, claim.id, index)
        worded, outlet = self._by_its_words(document, source)
        voice = settled(worded, source, entity, self._entities.name(entity))
        if outlet is not None and voice.kind in _PUBLISHING:
            return replace(voice, kind=VoiceKind.OUTLET, entity=outlet, name=self._known[outlet])
        if voice.kind is VoiceKind.OUTLET and not voice.entity:
            return self._named_before(report, claim, index) or replace(voice, kind=VoiceKind.PRESS)
        return voice

    def _by_its_words(self, document: Document, source: Source) -> tuple[Voice, str | None]:
        """Who the words of a source name, and the outlet whose report is held that they are the name of."""
        key = source.span.cut(document.text), document.language
        if key not in self._by_words:
            outlet = outlet_id(key[0])
            self._by_words[key] = words_voice(*key), outlet if outlet in self._known else None
        return self._by_words[key]

    def _named_before(self, report: Report, claim: Claim, index: int) -> Voice | None:
        """The outlet that 'the paper' points back to: the last one named before it in the report."""
        document, at = report.document, claim.chain[index].span.start
        earlier = [s for c in report.claims for s in c.chain if s.span.start < at]
        for source in sorted(earlier, key=lambda s: -s.span.start):
            voice = settled(self._by_its_words(document, source)[0], source, "", source.name)
            if voice.kind is VoiceKind.OUTLET and voice.entity:
                return voice
        return None


def _rest(member: Member, side: Side, originals: Mapping[str, tuple[Copy, ...]]) -> Rest | None:
    """What a claim rests on: the report that its own is a copy of, else whom it cites, else whom the report credits."""
    ref = member.ref
    for copy in originals.get(ref.document, ()):
        told = closest(member, side.by_document.get(copy.original, ()), side.voices)
        if told is None and copy.kind is CopyKind.PARAGRAPHS:
            continue
        outlet = side.outlets.get(copy.original, copy.original)
        reasons = copy.reasons if told is None else (*copy.reasons, *told[1])
        return Rest(ref, Way.COPY, outlet, outlet, outlet, -1, copy.original, told[0].ref if told else None, reasons)
    voices = side.voices[ref]
    for place, voice in enumerate(voices):
        if voice.kind is VoiceKind.OUTLET or voice.kind is VoiceKind.PRESS:
            found = side.cited_report(member, Cited(voice, voices[place + 1 :]))
            if found is not None:
                document = found[0].report.document
                name = document.outlet or voice.name
                outlet = side.outlets[document.id]
                return Rest(ref, Way.CITED, outlet, name, voice.entity, place, document.id, found[0].ref, found[1])
            if voice.kind is VoiceKind.OUTLET:
                return Rest(ref, Way.CITED, voice.entity, voice.name, voice.entity, place)
    return _by_credit(member, side)


def _carried_over(sides: Sequence[Side], rests: Mapping[ClaimRef, Rest]) -> dict[ClaimRef, Rest]:
    """Claims whose report cites, for another claim, a report that was found: it cites the same one here."""
    known: dict[tuple[str, str], Rest] = {}
    for _, rest in sorted(rests.items()):
        if rest.way is Way.CITED and rest.document is not None:
            known.setdefault((rest.claim.document, rest.cited), rest)
    found: dict[ClaimRef, Rest] = {}
    for side in sides:
        for member in side.members:
            mine = rests.get(member.ref)
            if mine is None or mine.way is not Way.CITED or mine.document is not None:
                continue
            other = known.get((member.ref.document, mine.cited))
            told = None
            if other is not None:
                told = closest(member, side.by_document.get(other.document or "", ()), side.voices)
            if other is not None and told is not None:
                reasons = (*other.reasons, *told[1])
                found[member.ref] = replace(
                    other, claim=member.ref, place=mine.place, told=told[0].ref, reasons=reasons
                )
    return found


def _by_credit(member: Member, side: Side) -> Rest | None:
    """The outlet that a source told it to, or the agency that signs a report that says nothing else."""
    document, claim, voices = member.report.document, member.claim, side.voices[member.ref]
    way, name = Way.TOLD_TO, None
    if claim.medium is not None:
        name = claim.medium.name
    elif not voices:
        way = Way.CREDIT
        signed = (region.name for region in document.regions if region.kind in _SIGNED and region.name is not None)
        name = next((name for name in signed if load_known().outlet(name) is not None), None)
    if name is None or outlet_id(name) == side.outlets[document.id] or names_publisher(name, document.outlet or ""):
        return None
    if way is Way.TOLD_TO and load_known().outlet(name) is None and outlet_id(name) not in side.outlets.values():
        return None
    voice = Voice(VoiceKind.OUTLET, name, outlet_id(name), name)
    found = side.cited_report(member, Cited(voice, voices))
    if found is None:
        return Rest(member.ref, way, voice.entity, name, voice.entity)
    return Rest(member.ref, way, voice.entity, name, voice.entity, -1, found[0].ref.document, found[0].ref, found[1])


def _cycles(
    group: Group,
    voices: Mapping[ClaimRef, tuple[Voice, ...]],
    rests: Mapping[ClaimRef, Rest],
    outlets: Mapping[str, str],
    held: Mapping[str, Report],
) -> Iterator[tuple[Cycle, tuple[str, ...]]]:
    """The cycles of one event: outlets by name, with the documents that show each step, and the outlets' ids."""
    steps: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    names: dict[str, str] = {}
    for member in (*group.members, *group.denials):
        rest = rests.get(member.ref)
        if rest is None or rest.way is Way.COPY or rest.way is Way.CREDIT:
            continue
        document = member.ref.document
        along = [(outlets[document], held[document].document.outlet or document), (rest.outlet, rest.name)]
        deeper = voices[member.ref][rest.place + 1 :] if rest.way is Way.CITED else ()
        along += [(voice.entity, voice.name) for voice in deeper if voice.kind is VoiceKind.OUTLET]
        for (upper, upper_name), (lower, lower_name) in pairwise(along):
            if upper != lower:
                steps[upper][lower].append(document)
                names.setdefault(upper, upper_name)
                names.setdefault(lower, lower_name)
    for ring in rings({upper: tuple(lower) for upper, lower in steps.items()}):
        pairs = list(zip(ring, (*ring[1:], ring[0])))
        documents = tuple(dict.fromkeys(min(steps[upper][lower]) for upper, lower in pairs))
        yield Cycle((*(names[id_] for id_ in ring), names[ring[0]]), documents), ring
