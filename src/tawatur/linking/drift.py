"""What changed on the way from an origin to its repeater, where both reports are held."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tawatur.linking.citations import Citations, Way
from tawatur.linking.groups import Group, Member
from tawatur.linking.matching import same_kind
from tawatur.linking.vicinity import Vicinity
from tawatur.linking.voices import Number, Voice, VoiceKind
from tawatur.model import Figure, Span, Stance, Status
from tawatur.model.linked import ClaimRef, Drift, DriftKind

__all__ = ["CHECKS", "of_event"]

_LONGEST_QUOTE = 90
_TOLD = frozenset((Status.DONE, Status.ONGOING))
_HEDGED = frozenset((Status.HYPOTHETICAL, Status.PLANNED))


@dataclass(frozen=True, slots=True)
class _Step:
    """A repeater's claim beside the claim that it repeats, with what each report tells of the event.

    Attributes:
        repeater: the claim that repeats.
        origin: the claim that is repeated.
        after: the repeater's claims of the event.
        before: the origin's claims of the event.
        denied_after: the repeater's denials.
        denied_before: the origin's denials.
        behind: the sources that the repeater names behind the outlet that it cites.
        heard: the sources that the origin names.
        names: names of the origin's and of the repeater's outlet.
        around: the sentences of the origin's and of the repeater's report.
    """

    repeater: Member
    origin: Member
    after: tuple[Member, ...]
    before: tuple[Member, ...]
    denied_after: tuple[Member, ...]
    denied_before: tuple[Member, ...]
    behind: tuple[Voice, ...]
    heard: tuple[Voice, ...]
    names: tuple[str, str]
    around: tuple[Vicinity, Vicinity]

    def became(self, before: str, after: str) -> str:
        """The change in words, quoting both sides."""
        return f"'{_short(before)}' ({self.names[0]}) became '{_short(after)}' ({self.names[1]})"


Found = tuple[ClaimRef, str]
"""The origin's claim that a drift points at, and the drift in words."""


def of_event(group: Group, citations: Citations) -> tuple[Drift, ...]:
    """What the repeaters of an event changed, each change once for a pair of reports.

    Args:
        group: the event.
        citations: who rests on whom.

    Returns:
        By repeater, then kind.
    """
    found: dict[tuple[str, str, DriftKind, str], Drift] = {}
    for step in _steps(group, citations):
        for kind, check in CHECKS:
            for origin, words in check(step):
                key = (step.repeater.ref.document, step.origin.ref.document, kind, words)
                found.setdefault(key, Drift(group.id, kind, origin, step.repeater.ref, words))
    return tuple(sorted(found.values(), key=lambda d: (d.repeater, d.kind.value, d.origin, d.words)))


def _steps(group: Group, citations: Citations) -> Iterator[_Step]:
    members = {member.ref: member for member in group.members}
    by_document = _by_document(group.members)
    denials = _by_document(group.denials)
    read: dict[str, Vicinity] = {}
    for member in group.members:
        rest = citations.rests.get(member.ref)
        origin = None if rest is None or rest.told is None else members.get(rest.told)
        if rest is None or origin is None:
            continue
        voices = citations.voices[member.ref]
        behind = voices[rest.place + 1 :] if rest.way is Way.CITED else voices
        there, here = origin.ref.document, member.ref.document
        for one in (origin, member):
            if one.ref.document not in read:
                read[one.ref.document] = Vicinity(one.report)
        yield _Step(
            repeater=member,
            origin=origin,
            after=by_document[here],
            before=by_document[there],
            denied_after=denials.get(here, ()),
            denied_before=denials.get(there, ()),
            behind=behind,
            heard=citations.voices[origin.ref],
            names=(citations.outlet_name(there), citations.outlet_name(here)),
            around=(read[there], read[here]),
        )


def _by_document(members: Sequence[Member]) -> dict[str, tuple[Member, ...]]:
    found: dict[str, tuple[Member, ...]] = {}
    for member in members:
        found[member.ref.document] = (*found.get(member.ref.document, ()), member)
    return found


def figure_changed(step: _Step) -> Iterator[Found]:
    """The repeater's figure is none of the origin's, or of figures that sources differ on it kept one."""
    anywhere = [f for claim in step.origin.report.claims for f in claim.figures]
    for figure in step.repeater.claim.figures:
        there = [(m, f) for m in step.before for f in m.claim.figures if same_kind(f.unit, figure.unit)]
        if not there:
            continue
        words = _words(step.repeater, figure.span)
        if not any(same_kind(f.unit, figure.unit) and _agrees(f, figure) for f in anywhere):
            origin, other = min(there, key=lambda pair: (pair[0].ref != step.origin.ref, _gap(pair[1], figure)))
            yield origin.ref, step.became(_words(origin, other.span), words)
            continue
        kept = [f for m in step.after for f in m.claim.figures if same_kind(f.unit, figure.unit)]
        taken = [m for m, f in there if _agrees(f, figure)]
        for origin, other in there:
            rival = any(_differ_in_source(origin, m) for m in taken)
            if rival and not any(_agrees(other, f) for f in kept):
                dropped, name = _words(origin, other.span), step.names[0]
                yield origin.ref, f"{name} tells '{_short(dropped)}' as well; {step.names[1]} keeps only '{words}'"


def hedge_dropped(step: _Step) -> Iterator[Found]:
    """Doubt, possibility, a bound of a figure or a word on missing proof is lost."""
    claim = step.repeater.claim
    if claim.stance is Stance.ASSERTS and claim.status in _TOLD:
        same = [m for m in step.before if m.claim.type is claim.type]
        hedged = [m for m in same if m.claim.stance is Stance.DOUBTS or m.claim.status in _HEDGED]
        if hedged and len(hedged) == len(same):
            yield hedged[0].ref, step.became(_evidence(hedged[0]), _evidence(step.repeater))
    for figure in claim.figures:
        for origin in step.before:
            for other in origin.claim.figures:
                if same_kind(other.unit, figure.unit) and _bound_lost(other, figure):
                    yield origin.ref, step.became(_words(origin, other.span), _words(step.repeater, figure.span))
    there, here = step.around
    if here.has_caveat():
        return
    for origin in step.before:
        caveat = there.caveat(origin.claim.evidence)
        if caveat is not None:
            yield origin.ref, f"{step.names[0]} says '{_short(caveat)}'; {step.names[1]} does not"
            return


def multiplied(step: _Step) -> Iterator[Found]:
    """One source of the origin is told as several."""
    several = [
        v
        for v in (*step.behind, *step.around[1].confirming(step.repeater.claim.evidence))
        if v.number is Number.SEVERAL
    ]
    heard = [
        v
        for v in (*step.heard, *step.around[0].confirming(step.origin.claim.evidence))
        if v.kind in (VoiceKind.UNNAMED, VoiceKind.NAMED)
    ]
    if several and heard and not any(voice.number is Number.SEVERAL for voice in heard):
        single = next((v for v in heard if v.words not in {w.words for w in step.heard}), heard[0])
        yield step.origin.ref, step.became(single.words, several[0].words)


def renamed(step: _Step) -> Iterator[Found]:
    """The source that the repeater names is not the origin's."""
    if not step.behind or not step.heard:
        return
    here, there = step.behind[-1], step.heard[-1]
    people = (VoiceKind.NAMED, VoiceKind.UNNAMED)
    if here.kind not in people or there.kind not in people or here.entity == there.entity != "":
        return
    if here.entity and any(here.entity == voice.entity for voice in step.heard):
        return
    if here.kind is there.kind is VoiceKind.NAMED:
        yield step.origin.ref, step.became(there.words, here.words)
    elif here.kind is there.kind:
        if here.roles and there.roles and not here.roles & there.roles:
            yield step.origin.ref, step.became(there.words, here.words)
    elif not (here.ties | {here.entity}) & (there.ties | {there.entity}) - {""}:
        yield step.origin.ref, step.became(there.words, here.words)


def denial_lost(step: _Step) -> Iterator[Found]:
    """The origin tells that it is denied, the repeater does not."""
    if step.denied_before and not step.denied_after:
        denial = step.denied_before[0]
        yield denial.ref, f"{step.names[0]} tells a denial ('{_short(_evidence(denial))}'); {step.names[1]} does not"


CHECKS: tuple[tuple[DriftKind, Callable[[_Step], Iterator[Found]]], ...] = (
    (DriftKind.FIGURE, figure_changed),
    (DriftKind.HEDGE, hedge_dropped),
    (DriftKind.MULTIPLIED, multiplied),
    (DriftKind.RENAMED, renamed),
    (DriftKind.DENIAL, denial_lost),
)
"""What is compared, in this order."""


def _agrees(origin: Figure, repeated: Figure) -> bool:
    """Whether a figure can stand for another: the same number, bound or not, or one inside of vague words."""
    if _number(origin) == _number(repeated) is not None:
        return True
    if origin.low is None or origin.high is None or origin.low == origin.high:
        return False
    low, high = repeated.low, repeated.high
    return low is not None and high is not None and origin.low <= low and high <= origin.high


def _number(figure: Figure) -> float | tuple[float | None, float | None] | None:
    """The number that the words hold: the one bound there is, or both where they differ."""
    if figure.low is None or figure.high is None:
        return figure.high if figure.low is None else figure.low
    return figure.low if figure.low == figure.high else (figure.low, figure.high)


def _bound_lost(origin: Figure, repeated: Figure) -> bool:
    bounded = (origin.low is None) != (origin.high is None)
    return bounded and repeated.low == repeated.high == _number(origin)


def _differ_in_source(left: Member, right: Member) -> bool:
    """Whether a report puts two claims down to different sources, so that their figures stand against each other."""
    ours, theirs = (tuple(source.span.cut(m.report.document.text) for source in m.claim.chain) for m in (left, right))
    return bool(ours) and bool(theirs) and ours != theirs


def _gap(left: Figure, right: Figure) -> float:
    ends = [abs((a or 0) - (b or 0)) for a, b in ((left.low, right.low), (left.high, right.high))]
    return min(ends)


def _evidence(member: Member) -> str:
    return member.claim.evidence.cut(member.report.document.text)


def _words(member: Member, span: Span) -> str:
    return span.cut(member.report.document.text)


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST_QUOTE else flat[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
