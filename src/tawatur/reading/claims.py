"""Stage: claims out of happenings, each with its participants, figures, period, standing and chain."""

from dataclasses import replace

from tawatur.lexicon.entries import PartOfSpeech
from tawatur.model import (
    Claim,
    ClaimType,
    Cue,
    Figure,
    Found,
    Language,
    Participant,
    Period,
    Span,
    Unit,
    claim_id,
)
from tawatur.reading.chains import Chains
from tawatur.reading.naming import Namer
from tawatur.reading.record import Attribution, Clause, Happening, Marks, Reading
from tawatur.reading.roles import Filler
from tawatur.reading.roles_arabic import ArabicRoles
from tawatur.reading.roles_latin import LatinRoles
from tawatur.reading.sharing import Sharing
from tawatur.reading.standing import stance_of, status_of

__all__ = ["make_claims"]

STAGE = "claims"
_LONG_DAYS = 365
_MANY = 5000
_SOME = 20
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_LOSSES = frozenset((Unit.KILLED, Unit.INJURED, Unit.KILLED_OR_INJURED))


def make_claims(reading: Reading) -> Reading:
    """Fill ``claims``, one for each happening, in order of the triggers."""
    assert reading.marks is not None
    maker = _Maker(reading, reading.marks)
    claims = [maker.claim(at) for at in range(len(reading.happenings))]
    told = [
        claim
        for claim, happening in zip(claims, reading.happenings, strict=True)
        if not _mentioned(reading, claim, happening)
    ]
    return replace(reading, claims=tuple(told))


def _mentioned(reading: Reading, claim: Claim, happening: Happening) -> bool:
    """Whether an English noun only points back ('after the attack'): nobody, nothing and no time stands with it."""
    if reading.lexicon.language is not Language.EN or happening.trigger.pos is not PartOfSpeech.NOUN:
        return False
    if claim.participants or claim.figures or claim.period is not None or claim.cue is not None:
        return False
    return happening.first > 0 and reading.tokens.folded[happening.first - 1] in _DEFINITE


class _Maker:
    def __init__(self, reading: Reading, marks: Marks) -> None:
        self._reading = reading
        self._marks = marks
        self._tokens = reading.tokens
        maker = ArabicRoles if reading.lexicon.language is Language.AR else LatinRoles
        self._roles = maker(reading)
        self._namer = Namer(reading, marks)
        self._acts: dict[int, list[Attribution]] = {}
        for attribution in reading.attributions:
            for at in range(*attribution.cue):
                self._acts.setdefault(at, []).append(attribution)
        self._chains = Chains(reading, self._namer)
        sharing = Sharing(reading, marks)
        self._figures = sharing.figures()
        self._periods = sharing.periods()

    def claim(self, number: int) -> Claim:
        """The claim that a happening makes."""
        reading, happening = self._reading, self._reading.happenings[number]
        clause = reading.clauses[happening.clause]
        acts = [a for a in self._acts.get(happening.first, []) if a.entry is not None]
        fillers = self._roles.of(happening, acts)
        trigger = self._span(happening.first, happening.last)
        status, status_found = status_of(reading, self._marks, happening, clause)
        attributions = self._chains.over(happening)
        stance, stance_found = stance_of(reading, self._marks, happening, attributions)
        cue = attributions[-1] if attributions else None
        chain = self._chains.chain(attributions)
        figures, period = tuple(self._figures.get(number, ())), self._periods.get(number)
        type_, found = _type(happening, figures, period)
        return Claim(
            id=claim_id(reading.document.id, type_, trigger),
            type=type_,
            trigger=trigger,
            evidence=self._evidence(happening, clause, fillers, acts),
            stance=stance,
            status=status,
            chain=chain,
            cue=Cue(self._span(*cue.cue), cue.found) if cue is not None else None,
            medium=self._chains.medium(attributions),
            participants=tuple(self._participant(f, type_) for f in fillers),
            figures=figures,
            period=period,
            found=found,
            status_found=status_found,
            stance_found=stance_found,
        )

    def _span(self, first: int, last: int) -> Span:
        return Span(self._tokens.starts[first], self._tokens.ends[last - 1])

    # -- evidence -------------------------------------------------------------------------------

    def _evidence(self, happening: Happening, clause: Clause, fillers: list[Filler], acts: list[Attribution]) -> Span:
        sentence = self._reading.sentences[clause.sentence]
        first, last = clause.first, self._reading.clauses[max(happening.clause, happening.last_clause)].last
        if acts:
            last = min(sentence.last, max([last, *(b for a in acts for _, b in a.content)]))
            first = min([first, *(a.region[0] for a in acts)])
        if clause.antecedent >= 0:
            first = min(first, self._reading.phrases[clause.antecedent].first)
        for filler in fillers:
            if sentence.first <= filler.first and filler.last <= sentence.last and not acts:
                first, last = min(first, filler.first), max(last, filler.last)
        tags = self._marks.tags
        while first < happening.first and tags[first] in ',;cstra"':
            first += 1
        while last > happening.last and tags[last - 1] in ',;"':
            last -= 1
        return self._span(min(first, happening.first), max(last, happening.last))

    # -- participants ---------------------------------------------------------------------------

    def _participant(self, filler: Filler, type_: ClaimType) -> Participant:
        span = self._span(filler.first, filler.last)
        called = self._namer.participant(filler.first, filler.last, filler.role, type_)
        found = Found("participants", filler.rule)
        return Participant(filler.role, span, called.name, called.entity, found, called.named, called.location)


def _type(happening: Happening, figures: tuple[Figure, ...], period: Period | None) -> tuple[ClaimType, Found]:
    """The type of a happening: losses added up over a war are a state of things, no attack (codebook)."""
    trigger = happening.trigger
    if trigger.type is not ClaimType.ASSAULT or trigger.unit is None:
        return trigger.type, happening.found
    long = period is not None and (period.last - period.first).days >= _LONG_DAYS
    losses = max((figure.low or figure.high or 0 for figure in figures if figure.unit in _LOSSES), default=0)
    if losses >= _MANY or (long and losses >= _SOME):
        return ClaimType.PRESENCE, Found(happening.found.stage, f"{happening.found.rule}; losses added up")
    return trigger.type, happening.found
