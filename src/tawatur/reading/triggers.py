"""Stage: the words that name happenings, where the clause bears them out."""

from dataclasses import replace

from tawatur.lexicon.entries import NameKind, Noun, NounKind, PartOfSpeech, Trigger
from tawatur.lexicon.phrasebook import Hit
from tawatur.model import ClaimType, Found, Language, Unit
from tawatur.reading.record import Happening, Marks, Phrase, Reading, Tag

__all__ = ["find_happenings"]

STAGE = "triggers"
_CONFLICT_KINDS = frozenset(
    (
        NounKind.FORCE,
        NounKind.GROUP,
        NounKind.WEAPON,
        NounKind.STATE,
        NounKind.AIRCRAFT,
        NounKind.VEHICLE,
        NounKind.SHIP,
        NounKind.AGREEMENT,
        NameKind.ARMY,
        NameKind.ARMED_GROUP,
        NameKind.STATE,
        NameKind.LEADER,
        NameKind.PARTY,
        NameKind.INSTITUTION,
        NameKind.COMPANY,
        NameKind.COUNTRY,
    )
)
_TOLL = frozenset((Unit.KILLED, Unit.INJURED, Unit.KILLED_OR_INJURED))
_BE = frozenset(("be", "être"))
_HAPPENINGS = frozenset((NounKind.EVENT, NounKind.AGREEMENT))
_BESIDE = 4
_ONE_EVENT = {Language.FR: 14, Language.AR: 12}
"""Within how many words an attack and its dead are one happening; elsewhere within the clause."""


def find_happenings(reading: Reading) -> Reading:
    """Fill ``happenings``, in order of their triggers, at most one of a type a clause but for lists."""
    assert reading.marks is not None
    finder = _Finder(reading, reading.marks)
    found: list[Happening] = []
    for number in range(len(reading.clauses)):
        found.extend(finder.clause(number))
    found.sort(key=lambda h: (h.first, h.last))
    return replace(reading, happenings=tuple(_join_tolls(reading, found)))


class _Finder:
    def __init__(self, reading: Reading, marks: Marks) -> None:
        self._reading = reading
        self._marks = marks
        self._tokens = reading.tokens
        self._language = reading.lexicon.language
        self._relaying = {
            at for a in reading.attributions if a.entry is not None and a.entry.relays for at in range(*a.cue)
        }
        self._starting: dict[int, Phrase] = {phrase.first: phrase for phrase in reading.phrases}
        self._conflict = [False] * (len(reading.tokens) + 1)
        for phrase in reading.phrases:
            if phrase.kind in _CONFLICT_KINDS:
                self._conflict[phrase.head] = True
        for quantity in reading.quantities:
            if quantity.unit_hint is None and quantity.noun is not None:
                self._conflict[quantity.noun] = True

    def clause(self, number: int) -> list[Happening]:
        """The happenings of one clause."""
        clause = self._reading.clauses[number]
        found: list[Happening] = []
        covered = -1
        for at in range(clause.first, clause.last):
            if at < covered:
                continue
            hit = self._choose(at)
            if hit is None:
                continue
            trigger = hit.entry.data
            assert isinstance(trigger, Trigger)
            if clause.opener == "attribution" and not self._told_beside(clause.first, at):
                continue
            if at in self._relaying or (trigger.weak and not self._borne_out(clause.first, clause.last, at)):
                continue
            if hit.last > clause.last or self._part_of_longer(hit):
                continue
            found.append(self._happening(hit, trigger, number))
            covered = hit.last
        return _merge(found, _ONE_EVENT.get(self._language, clause.last - clause.first + 1))

    def _told_beside(self, first: int, at: int) -> bool:
        """Whether an attribution tells it: its cue is the trigger, or a relative clause says it of the speaker.

        Arabic names between verb and content the talks, the visit or the attack on whose occasion somebody spoke.
        """
        if self._language is Language.AR or any(h.first == at for h in self._marks.cues[at]):
            return True
        return Tag.RELATIVE in self._marks.tags[first:at]

    def _choose(self, at: int) -> Hit | None:
        """The trigger that fits the tag of its token; of several the longest."""
        best: Hit | None = None
        tag = self._marks.tags[at]
        name = self._marks.names[at]
        if name is not None and name.last - name.first > 1:
            return None
        for hit in self._marks.triggers[at]:
            trigger = hit.entry.data
            assert isinstance(trigger, Trigger)
            if not _agrees(trigger.pos, tag):
                continue
            if best is None or hit.last > best.last:
                best = hit
        return best

    def _part_of_longer(self, hit: Hit) -> bool:
        """Whether a longer verb or function word stands there ('carried out', 'led to')."""
        rivals = (self._marks.verbs[hit.first], self._marks.words[hit.first])
        if any(rival is not None and rival.last > hit.last for rival in rivals):
            return True
        return self._compound(hit)

    def _compound(self, hit: Hit) -> bool:
        """Whether a longer noun that names no happening holds the trigger ('aid workers', 'avion de combat')."""
        noun = self._marks.nouns[hit.first]
        if noun is None or noun.last < hit.last or noun.last - noun.first <= hit.last - hit.first:
            return False
        data = noun.entry.data
        return isinstance(data, Noun) and data.kind not in _HAPPENINGS

    def _borne_out(self, first: int, last: int, at: int) -> bool:
        """Whether somebody or something of a conflict takes part in the clause of a weak trigger."""
        return any(self._conflict[i] for i in range(first, last) if i != at)

    def _happening(self, hit: Hit, trigger: Trigger, number: int) -> Happening:
        return Happening(
            first=hit.first,
            last=hit.last,
            hit=hit,
            trigger=trigger,
            clause=number,
            passive=trigger.passive or self._passive(hit, trigger),
            negated=self._negated(hit.first),
            found=Found(STAGE, hit.entry.key),
        )

    def _passive(self, hit: Hit, trigger: Trigger) -> bool:
        if self._marks.tags[hit.first] != Tag.VERB or self._language is Language.AR:
            return False
        auxiliaries = self._auxiliaries(hit.first)
        word = self._tokens.folded[hit.first]
        participle = word.endswith(("ed", "e", "es", "ee", "ees", "i", "is", "ie", "u", "us", "en", "n", "t"))
        if any(lemma in _BE for lemma in auxiliaries):
            return participle and not word.endswith("ing")
        if auxiliaries:
            return False
        if not word.endswith(("ed", "ee", "es", "ees")) and trigger.pos is not PartOfSpeech.PARTICIPLE:
            return False
        behind = self._starting.get(hit.last)
        if behind is not None and not behind.preposition:
            return False
        return self._reduced(hit)

    def _reduced(self, hit: Hit) -> bool:
        """Whether a bare participle hangs on a noun ('the men killed in', 'captured by'), with no object of its own."""
        following = hit.last
        if following >= len(self._tokens) or self._marks.tags[following] == Tag.COMPLEMENTISER:
            return False
        if self._tokens.folded[following] in ("by", "par"):
            return True
        data = hit.entry.data
        return isinstance(data, Trigger) and data.unit is not None

    def _auxiliaries(self, at: int) -> list[str]:
        """Lemmas of the auxiliaries right before a verb."""
        found = []
        step = at - 1
        while step >= 0 and self._marks.tags[step] in "mag":
            word = self._marks.words[step] or self._marks.verbs[step]
            if word is not None and self._marks.tags[step] == Tag.AUXILIARY:
                found.append(word.entry.lemma)
            step -= 1
        return found

    def _negated(self, at: int) -> bool:
        step = at - 1
        while step >= 0 and self._marks.tags[step] in "mag":
            if self._marks.tags[step] == Tag.NEGATION:
                return True
            step -= 1
        return self._language is Language.FR and at + 1 < len(self._tokens) and self._marks.tags[at + 1] == Tag.NEGATION


def _join_tolls(reading: Reading, found: list[Happening]) -> list[Happening]:
    """'Killed two and wounded ten' is one happening: the second verb of a toll joins the first."""
    kept: list[Happening] = []
    for one in found:
        before = kept[-1] if kept else None
        if before is not None and _same_toll(reading, before, one):
            others = (*before.others, replace(one, others=()), *one.others)
            kept[-1] = replace(before, last_clause=one.clause, others=others)
        else:
            kept.append(one)
    return kept


def _same_toll(reading: Reading, before: Happening, one: Happening) -> bool:
    left = reading.clauses[max(before.clause, before.last_clause)]
    right = reading.clauses[one.clause]
    return (
        before.trigger.type is one.trigger.type
        and before.trigger.unit in _TOLL
        and one.trigger.unit in _TOLL
        and before.trigger.unit is not one.trigger.unit
        and left.sentence == right.sentence
        and right.opener == "coordinate"
        and right.first - left.last <= 1
    )


def _agrees(pos: PartOfSpeech, tag: str) -> bool:
    if pos is PartOfSpeech.VERB:
        return tag in "vm"
    if pos is PartOfSpeech.PARTICIPLE:
        return tag in "vnj"
    if pos is PartOfSpeech.ADJECTIVE:
        return tag in "jn"
    return tag in "nj"


def _merge(found: list[Happening], furthest: int) -> list[Happening]:
    """Of several triggers of one type in a clause the one that tells most: a verb before a noun.

    A raid and its dead in one clause are one ASSAULT (codebook); a verb that only supports a noun of
    its own type ('launched an attack') names the same happening.
    """
    kept: list[Happening] = []
    for one in found:
        twin = next((k for k in kept if k.trigger.type is one.trigger.type and _same_happening(k, one, furthest)), None)
        if twin is None:
            kept.append(one)
        elif twin.trigger.pos is not PartOfSpeech.VERB and one.trigger.pos is PartOfSpeech.VERB:
            kept[kept.index(twin)] = replace(one, others=(*twin.others, replace(twin, others=())))
        else:
            kept[kept.index(twin)] = replace(twin, others=(*twin.others, one))
    return kept


def _same_happening(left: Happening, right: Happening, furthest: int) -> bool:
    distance = abs(left.first - right.first)
    return distance < _BESIDE or (left.trigger.type is ClaimType.ASSAULT and distance < furthest)
