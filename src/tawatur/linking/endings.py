"""Where a claim's chain ends, once it is followed through held reports, copies and citations."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from tawatur.linking.citations import Citations, Rest, Way
from tawatur.linking.groups import Group, Member
from tawatur.linking.matching import figures_in_common
from tawatur.linking.voices import Voice, VoiceKind
from tawatur.model import Stance
from tawatur.model.linked import ClaimRef

__all__ = ["End", "Ending", "endings"]


class End(StrEnum):
    """What stands at the end of a chain."""

    NAMED = "named"
    UNNAMED = "unnamed"
    CITED_OUTLET = "cited outlet"
    SEEN = "seen"
    OWN_VOICE = "own voice"
    CIRCLE = "circle"
    UNSOURCED = "unsourced"


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of one claim's chain.

    Attributes:
        claim: the claim.
        end: what stands there.
        key: id of the source, or of the outlet that alone knows an unnamed one.
        name: of the source or outlet, for people.
        links: names from the claim's own outlet down to the end.
        documents: ids of the documents held along the way, the claim's own first.
        voice: the last source; None for an outlet's own voice.
        how: how the chain got here, in words; empty where the claim itself names the end.
    """

    claim: ClaimRef
    end: End
    key: str
    name: str
    links: tuple[str, ...]
    documents: tuple[str, ...]
    voice: Voice | None = None
    how: str = ""


def endings(group: Group, citations: Citations) -> tuple[Ending, ...]:
    """Follow the chain of every claim that asserts or doubts an event.

    Args:
        group: the event.
        citations: who rests on whom.

    Returns:
        One ending for each claim, in the order of the group.
    """
    walk = _Walk(group, citations)
    return tuple(walk.from_(member.ref, ()) for member in group.members)


class _Walk:
    """Follows the claims of one event."""

    def __init__(self, group: Group, citations: Citations) -> None:
        self._members: Mapping[ClaimRef, Member] = {member.ref: member for member in group.members}
        self._by_document: dict[str, list[Member]] = {}
        for member in group.members:
            self._by_document.setdefault(member.ref.document, []).append(member)
        self._citations = citations
        self._circular = citations.circular.get(group.id, frozenset())

    def from_(self, ref: ClaimRef, seen: tuple[ClaimRef, ...]) -> Ending:
        """The ending of one claim; ``seen`` are the claims that led to it."""
        rest = self._citations.rests.get(ref)
        document = ref.document
        name = self._citations.outlet_name(document)
        if rest is not None and rest.told is not None:
            if rest.told in seen or rest.told == ref:
                return self._circle(ref, rest)
            beyond = self.from_(rest.told, (*seen, ref))
            between = self._between(ref, rest, beyond)
            how = beyond.how or _how(rest, self._citations.outlet_name(rest.told.document))
            documents = tuple(dict.fromkeys((document, *beyond.documents)))
            return replace(beyond, claim=ref, links=(name, *between, *beyond.links), documents=documents, how=how)
        if rest is not None and rest.way is Way.COPY and rest.document is not None:
            original = self._citations.outlet_name(rest.document)
            own = self._by_chain(ref, None, (rest.outlet, original), seen)
            how = f"its report is a copy of {original}'s"
            return replace(own, links=(name, *own.links), documents=(document, rest.document), how=how)
        return self._by_chain(ref, rest, (self._citations.outlets[document], name), seen)

    def _between(self, ref: ClaimRef, rest: Rest, beyond: Ending) -> tuple[str, ...]:
        """Outlets that are named before the one whose report is held, or the name it is cited by where it differs."""
        voices = self._citations.voices[ref]
        before = [voice.name for voice in voices[: max(rest.place, 0)]]
        if rest.place >= 0 and voices[rest.place].kind is VoiceKind.PRESS:
            before.append(voices[rest.place].name)
        return tuple(link for link in before if link != beyond.links[0])

    def _circle(self, ref: ClaimRef, rest: Rest) -> Ending:
        name = self._citations.outlet_name(ref.document)
        how = f"{name} rests on {rest.name}, which leads back to it"
        return Ending(ref, End.CIRCLE, "circle", "a circle", (name, rest.name), (ref.document,), None, how)

    def _by_chain(
        self, ref: ClaimRef, rest: Rest | None, through: tuple[str, str], seen: tuple[ClaimRef, ...]
    ) -> Ending:
        """The ending that the claim itself names, told through an outlet (id and name)."""
        voices = self._citations.voices[ref]
        name = self._citations.outlet_name(ref.document) if rest is not None else through[1]
        links = (name, *(voice.name for voice in voices))
        if rest is not None and rest.way in (Way.TOLD_TO, Way.CREDIT):
            links = (name, rest.name, *(voice.name for voice in voices))
            through = rest.outlet, rest.name
        if not voices:
            return self._without_source(ref, rest, through, links, seen)
        last = voices[-1]
        outlets = [voice for voice in voices[:-1] if voice.kind is VoiceKind.OUTLET]
        if outlets:
            through = outlets[-1].entity, outlets[-1].name
        ending = Ending(ref, End.NAMED, last.entity, last.name, links, (ref.document,), last)
        if last.kind is VoiceKind.UNNAMED:
            return replace(ending, end=End.UNNAMED, key=through[0], name=through[1])
        if last.kind is VoiceKind.OWN:
            return replace(ending, end=End.SEEN, key=through[0], name=through[1], how=f"'{last.words}'")
        if last.kind is VoiceKind.PRESS:
            how = f"'{last.words}' names no outlet"
            return replace(ending, end=End.UNSOURCED, key="unsourced", how=how)
        if last.kind is VoiceKind.OUTLET:
            if last.entity not in self._circular:
                return replace(ending, end=End.CITED_OUTLET)
            how = f"{last.name} stands in a circle of outlets that cite each other"
            return replace(ending, end=End.CIRCLE, key="circle", how=how)
        return ending

    def _without_source(
        self,
        ref: ClaimRef,
        rest: Rest | None,
        through: tuple[str, str],
        links: tuple[str, ...],
        seen: tuple[ClaimRef, ...],
    ) -> Ending:
        """The ending of a claim that names no source: a credit line, an own interview, hearsay, its own voice."""
        claim = self._members[ref].claim
        ending = Ending(ref, End.OWN_VOICE, *through, links, (ref.document,))
        if rest is not None and rest.way is not Way.COPY:
            return replace(ending, end=End.CITED_OUTLET, how=f"its report is credited to {rest.name}")
        if claim.chain:
            return replace(ending, end=End.SEEN, how=f"{through[1]} says that it was told itself")
        if claim.cue is not None:
            words = claim.cue.span.cut(self._members[ref].report.document.text)
            return replace(ending, end=End.UNSOURCED, key="unsourced", how=f"'{words}' names nobody")
        if claim.stance is Stance.DOUBTS:
            how = "the outlet keeps its distance and names nobody"
            return replace(ending, end=End.UNSOURCED, key="unsourced", how=how)
        return self._explained(ref, seen) or ending

    def _explained(self, ref: ClaimRef, seen: tuple[ClaimRef, ...]) -> Ending | None:
        """Where the same report puts another claim of the event down to somebody: a headline rests on its story."""
        member = self._members[ref]
        sourced = [m for m in self._by_document[ref.document] if m.ref != ref and self._is_sourced(m)]
        if not sourced:
            return None
        others = [m for m in sourced if m.ref not in seen]
        if not others:
            rest = self._citations.rests.get(sourced[0].ref)
            return None if rest is None else self._circle(ref, rest)
        other = min(others, key=lambda m: (-len(figures_in_common(member, m)), m.claim.trigger.start, m.ref))
        found = self.from_(other.ref, (*seen, ref))
        if found.end is End.OWN_VOICE:
            return None
        return replace(found, claim=ref, how=found.how or "the same report puts it down to a source in another place")

    def _is_sourced(self, member: Member) -> bool:
        return bool(self._citations.voices[member.ref]) or member.ref in self._citations.rests


def _how(rest: Rest, original: str) -> str:
    if rest.way is Way.COPY:
        return f"its report is a copy of {original}'s"
    return f"it rests on {original}'s report, which is held"
