"""Stages: claims out of happenings - participants, figures, period, status; then chains and stance."""

from dataclasses import dataclass, replace

from tawatur.lexicon.entries import PartOfSpeech, Verb, VerbClass, WordClass
from tawatur.model import (
    Claim,
    ClaimType,
    Cue,
    Figure,
    Found,
    Language,
    Participant,
    Period,
    Source,
    Span,
    Stance,
    Status,
    Unit,
    claim_id,
)
from tawatur.reading.hearsay_latin import denied_noun, hearsay_conditional
from tawatur.reading.naming import Namer
from tawatur.reading.record import Attribution, Clause, Happening, Marks, Reading, Speaker
from tawatur.reading.roles import Filler
from tawatur.reading.roles_arabic import ArabicRoles
from tawatur.reading.roles_latin import LatinRoles
from tawatur.reading.units import Units

__all__ = ["make_claims"]

STAGE = "claims"
_LONG_DAYS = 365
_MANY = 5000
_LOSSES = frozenset((Unit.KILLED, Unit.INJURED, Unit.KILLED_OR_INJURED))
_STATUS_OF = {
    VerbClass.PLAN: Status.PLANNED,
    VerbClass.TRY: Status.FAILED,
    VerbClass.FAIL: Status.FAILED,
    VerbClass.MAY: Status.HYPOTHETICAL,
    VerbClass.MUST: Status.HYPOTHETICAL,
    VerbClass.CONTINUE: Status.ONGOING,
}


@dataclass(frozen=True, slots=True)
class _Reach:
    """Where one claim stands: its clause widened to what it takes in."""

    first: int
    last: int


def make_claims(reading: Reading) -> Reading:
    """Fill ``claims``, one for each happening, in order of the triggers."""
    assert reading.marks is not None
    maker = _Maker(reading, reading.marks)
    return replace(reading, claims=tuple(maker.claim(at) for at in range(len(reading.happenings))))


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
        self._by_sentence: dict[int, list[int]] = {}
        for number, happening in enumerate(reading.happenings):
            self._by_sentence.setdefault(reading.clauses[happening.clause].sentence, []).append(number)
        self._covering: dict[int, list[Attribution]] = {}
        for attribution in reading.attributions:
            for first, last in attribution.content:
                for at in range(first, last):
                    self._covering.setdefault(at, []).append(attribution)
        self._clause_of: dict[int, int] = {
            at: number for number, clause in enumerate(reading.clauses) for at in range(clause.first, clause.last)
        }
        self._figures = self._share_figures()
        self._periods = self._share_periods()

    def claim(self, number: int) -> Claim:
        """The claim that a happening makes."""
        reading, happening = self._reading, self._reading.happenings[number]
        clause = reading.clauses[happening.clause]
        acts = [a for a in self._acts.get(happening.first, []) if a.entry is not None]
        fillers = self._roles.of(happening, acts)
        trigger = self._span(happening.first, happening.last)
        status, status_found = self._status(happening, clause)
        attributions = self._attributions(happening)
        stance, stance_found = self._stance(happening, attributions)
        cue = attributions[-1] if attributions else None
        chain = self._chain(attributions)
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
            medium=self._medium(attributions),
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

    # -- figures --------------------------------------------------------------------------------

    def _share_figures(self) -> dict[int, list[Figure]]:
        """Give each quantity to the nearest happening of its clause, or of its sentence."""
        shared: dict[int, list[Figure]] = {}
        units = Units(self._reading, self._marks)
        for quantity in self._reading.quantities:
            own = self._clause_of.get(quantity.number_first)
            number = self._nearest(own, quantity.number_first)[0] if own is not None else None
            if number is None:
                continue
            unit, rule = units.of(quantity, self._reading.happenings[number])
            figure = Figure(
                span=self._span(quantity.first, quantity.last),
                low=quantity.low,
                high=quantity.high,
                unit=unit,
                found=Found("figures", f"{quantity.rule}; {rule}"),
            )
            shared.setdefault(number, []).append(figure)
        return shared

    # -- periods --------------------------------------------------------------------------------

    def _share_periods(self) -> dict[int, Period]:
        """Give each period to the nearest happening of its clause, else of its sentence, but for that of a saying."""
        reading = self._reading
        shared: dict[int, tuple[int, Period]] = {}
        for period in reading.periods:
            own = self._clause_of.get(period.first)
            if own is None or reading.clauses[own].opener == "attribution":
                continue
            number, distance = self._nearest(own, period.first)
            if number is None or (number in shared and shared[number][0] <= distance):
                continue
            span = self._span(period.first, period.last)
            shared[number] = (distance, Period(span, period.from_day, period.to_day, Found("periods", period.rule)))
        return {number: period for number, (_, period) in shared.items()}

    def _nearest(self, own: int, at: int) -> tuple[int | None, int]:
        """The happening nearest to a token: of its clause first, else of its sentence; with the distance."""
        reading = self._reading
        best: tuple[int, int] | None = None
        number = None
        for candidate in self._by_sentence.get(reading.clauses[own].sentence, ()):
            happening = reading.happenings[candidate]
            inside = happening.clause <= own <= max(happening.clause, happening.last_clause)
            weight = (0 if inside else 1, abs(happening.first - at))
            if best is None or weight < best:
                best, number = weight, candidate
        return number, best[0] * 1000 + best[1] if best is not None else 0

    # -- status and stance ----------------------------------------------------------------------

    def _status(self, happening: Happening, clause: Clause) -> tuple[Status, Found]:
        if happening.trigger.status is not None:
            return happening.trigger.status, Found("status", happening.hit.entry.key)
        start = max(clause.first, happening.first - 8)
        for at in range(happening.first - 1, start - 1, -1):
            verb = self._marks.verbs[at]
            if verb is not None and isinstance(verb.entry.data, Verb) and verb.entry.data.class_ in _STATUS_OF:
                return _STATUS_OF[verb.entry.data.class_], Found("status", verb.entry.key)
            classes = self._marks.classes[at]
            word = self._marks.words[at]
            key = word.entry.key if word is not None else ""
            if WordClass.FUTURE in classes:
                return Status.PLANNED, Found("status", key)
            if WordClass.MODAL in classes or WordClass.CONDITION in classes:
                return Status.HYPOTHETICAL, Found("status", key)
        if happening.hit.proclitics.endswith("س"):
            return Status.PLANNED, Found("status", "future prefix")
        first = self._tokens.folded[happening.first]
        if self._reading.lexicon.language is Language.AR and happening.trigger.pos is PartOfSpeech.VERB:
            bare = first[len(happening.hit.proclitics) :]
            if bare[:1] in ("ي", "ت", "ن") and len(bare) > 3 and not happening.hit.entry.lemma.startswith(bare[:1]):
                return Status.ONGOING, Found("status", "present tense")
        return Status.DONE, Found("status", "nothing says otherwise")

    def _stance(self, happening: Happening, attributions: list[Attribution]) -> tuple[Stance, Found]:
        nearest = attributions[0] if attributions else None
        for attribution in attributions:
            if attribution.stance is not Stance.ASSERTS:
                return attribution.stance, attribution.found
        clause = self._reading.clauses[happening.clause]
        for at in range(clause.first, clause.last):
            if WordClass.HEDGE in self._marks.classes[at] and abs(at - happening.first) < 6:
                word = self._marks.words[at]
                return Stance.DOUBTS, Found("stance", word.entry.key if word is not None else "hedge")
        if hearsay_conditional(self._reading, clause.first, clause.last, happening.first):
            return Stance.DOUBTS, Found("stance", "conditional of hearsay")
        noun = happening.trigger.pos is PartOfSpeech.NOUN
        negated = happening.negated or (noun and denied_noun(self._reading, happening.first))
        if negated and nearest is not None:
            return Stance.DENIES, Found("stance", "negation inside the attribution")
        return Stance.ASSERTS, Found("stance", "nothing says otherwise")

    # -- chains ---------------------------------------------------------------------------------

    def _attributions(self, happening: Happening) -> list[Attribution]:
        """The attributions whose content holds the trigger, outermost first."""
        holding = []
        for attribution in self._covering.get(happening.first, ()):
            if not attribution.cue[0] <= happening.first < attribution.cue[1]:
                holding.append(attribution)
        holding.sort(key=lambda a: (0, -a.region[0]) if a.region[0] > happening.first else (1, a.region[0]))
        return holding

    def _medium(self, attributions: list[Attribution]) -> Source | None:
        for attribution in attributions:
            if attribution.medium is not None:
                return self._source(attribution.medium, attribution)
        return None

    def _chain(self, attributions: list[Attribution]) -> tuple[Source, ...]:
        chain: list[Source] = []
        for attribution in attributions:
            for speaker in attribution.speakers:
                source = self._source(speaker, attribution)
                if not any(
                    s.span == source.span or (s.entity is not None and s.entity == source.entity) for s in chain
                ):
                    chain.append(source)
        return tuple(chain)

    def _source(self, speaker: Speaker, attribution: Attribution) -> Source:
        span = self._span(speaker.first, speaker.last)
        called = self._namer.source(speaker.first, speaker.last, speaker.name)
        return Source(span, called.name, called.entity, attribution.found, called.named)


def _type(happening: Happening, figures: tuple[Figure, ...], period: Period | None) -> tuple[ClaimType, Found]:
    """The type of a happening: losses added up over a war are a state of things, no attack (codebook)."""
    trigger = happening.trigger
    if trigger.type is not ClaimType.ASSAULT or trigger.unit is None:
        return trigger.type, happening.found
    long = period is not None and (period.last - period.first).days >= _LONG_DAYS
    many = any((figure.low or figure.high or 0) >= _MANY and figure.unit in _LOSSES for figure in figures)
    if long or many:
        return ClaimType.PRESENCE, Found(happening.found.stage, f"{happening.found.rule}; losses added up")
    return trigger.type, happening.found
