"""Who takes part in a happening, by the slots of its clause."""

from tawatur.lexicon.entries import Frame, Noun, NounKind, PartOfSpeech, Verb, VerbClass
from tawatur.model import ClaimType, Role
from tawatur.reading.kinds import MEANS, NOT_A_PARTY
from tawatur.reading.record import Attribution, Clause, Happening, Tag
from tawatur.reading.roles_prepositional import Filler, PrepositionalRoles

__all__ = ["Filler", "Roles"]

_SPOKEN = frozenset((ClaimType.ACCUSE, ClaimType.REQUEST, ClaimType.REJECT, ClaimType.THREATEN))


class Roles(PrepositionalRoles):
    """Finds the participants of each happening of one report."""

    def of(self, happening: Happening, acts: list[Attribution]) -> list[Filler]:
        """The participants of a happening, each slot once, in order of the text.

        Args:
            happening: the happening.
            acts: attributions whose cue is the trigger itself: their speaker is the actor.
        """
        frame = self._frame(happening)
        clause = self._reading.clauses[happening.clause]
        last = clause.last
        if acts:
            last = max([last, *(b for act in acts for _, b in act.content)])
            last = min(last, self._reading.sentences[clause.sentence].last)
        found = self._filled(happening, frame, clause, last)
        for other in happening.others:
            beside = self._reading.clauses[other.clause]
            found.extend(self._filled(other, self._frame(other), beside, beside.last))
        if acts and happening.trigger.type in _SPOKEN:
            found = self._with_speaker(found, acts)
        found = self._inherited(found, happening, frame, clause)
        return _settled(found)

    def _frame(self, happening: Happening) -> Frame:
        return self._frames.get(happening.trigger.frame) or self._frames[happening.trigger.type.value]

    def _filled(self, happening: Happening, frame: Frame, clause: Clause, last: int) -> list[Filler]:
        """The fillers that one trigger of a happening has of its own."""
        verbal = happening.trigger.pos in (PartOfSpeech.VERB, PartOfSpeech.PARTICIPLE)
        if verbal and self._marks.tags[happening.first] == Tag.VERB:
            return self._verbal(happening, frame, clause, last)
        return self._nominal(happening, frame, clause, last)

    def _inherited(self, found: list[Filler], happening: Happening, frame: Frame, clause: Clause) -> list[Filler]:
        """A clause without a subject of its own takes the actor of the happening before it in its sentence."""
        sentence, actors = self._actors
        roles = {filler.role for filler in found}
        if (
            sentence == clause.sentence
            and actors
            and frame.subject is not None
            and frame.subject not in roles
            and not happening.passive
            and Role.ACTOR not in roles
            and happening.trigger.pos is PartOfSpeech.VERB
            and (self._arabic or clause.opener == "coordinate")
        ):
            found = [
                *found,
                *(Filler(frame.subject, a.first, a.last, a.phrase, "subject of the clause before") for a in actors),
            ]
        own = tuple(filler for filler in found if filler.role is Role.ACTOR)
        if own or sentence != clause.sentence:
            self._actors = (clause.sentence, own)
        return found

    # -- verbs ----------------------------------------------------------------------------------

    def _verbal(self, happening: Happening, frame: Frame, clause: Clause, last: int) -> list[Filler]:
        found: list[Filler] = []
        before = self._subject_before(happening.first, clause)
        if before < 0 and not self._arabic and clause.opener == "coordinate":
            before = self._subject_of_clause_before(happening.clause)
        behind = self._bare_behind(happening.last, last)
        subject, objects, passive = self._slots(found, happening, frame, before, behind)
        if subject >= 0 and not self._is_event(subject):
            role = frame.object if passive and frame.object is not None else frame.subject
            self._fill(found, role, subject, "subject of a passive" if passive else "subject")
        if not passive:
            for at in objects[:1]:
                self._fill(found, frame.object, at, "object")
        self._prepositional(found, happening, frame, clause, last)
        return found

    def _slots(
        self,
        found: list[Filler],  # noqa: ARG002  # for Arabic, where a pronoun gives a phrase its role
        happening: Happening,
        frame: Frame,  # noqa: ARG002  # for Arabic, where the frame decides between readings
        before: int,
        behind: list[int],
    ) -> tuple[int, list[int], bool]:
        """Subject, objects and voice of a verb, from the phrases before and behind it."""
        return before, behind, happening.passive

    def _noun_phrase(
        self,
        found: list[Filler],
        happening: Happening,
        frame: Frame,
        clause: Clause,  # noqa: ARG002  # for Arabic, where a pronoun points back into the clause
        own: int | None,
    ) -> None:
        """Add the participants that stand in the noun phrase of a verbal noun."""
        if own is not None:
            self._modifiers(found, frame, own, happening.first)

    def _subject_before(self, first: int, clause: Clause) -> int:
        """The nearest phrase before a verb that no preposition governs; the antecedent of a relative clause.

        Behind the verb of a relative clause the sentence goes on: a further verb belongs to the antecedent.
        """
        at = first
        candidate = -1
        while at > clause.first:
            at -= 1
            held = self._holding.get(at)
            if held is None:
                if self._marks.tags[at] == Tag.VERB and not self._light(at) and not self._hangs(at):
                    if clause.antecedent >= 0 and not self._arabic:
                        return clause.antecedent
                    break
                continue
            phrase = self._phrases[held]
            at = phrase.first
            if not phrase.preposition and phrase.kind not in NOT_A_PARTY and phrase.first >= clause.first:
                candidate = held
                if phrase.follows < 0 and not self._object_inside(phrase.first, clause):
                    break
        if candidate >= 0:
            return candidate
        return clause.antecedent

    def _subject_of_clause_before(self, number: int) -> int:
        """The subject that a coordinate clause shares with the one before it ('came back and attacked'), or -1."""
        if number == 0 or self._reading.clauses[number - 1].sentence != self._reading.clauses[number].sentence:
            return -1
        clause = self._reading.clauses[number - 1]
        for at in range(clause.first, clause.last):
            if self._marks.tags[at] == Tag.VERB:
                return self._subject_before(at, clause)
        return -1

    def _hangs(self, at: int) -> bool:
        """Whether a bare participle hangs on the noun before it ('vehicles equipped with')."""
        if self._arabic or at + 1 >= len(self._marks.tags) or self._marks.tags[at - 1] in "ma":
            return False
        return self._marks.tags[at + 1] == Tag.PREPOSITION

    def _object_inside(self, first: int, clause: Clause) -> bool:
        """Whether a phrase is the object of a relative clause's own verb right before it."""
        return not self._arabic and clause.antecedent >= 0 and self._marks.tags[first - 1] == Tag.VERB

    def _light(self, at: int) -> bool:
        hit = self._marks.verbs[at]
        return hit is not None and isinstance(hit.entry.data, Verb) and hit.entry.data.class_ is not VerbClass.OTHER

    def _bare_behind(self, start: int, last: int) -> list[int]:
        """Phrases behind a verb that no preposition governs, up to the next verb."""
        found = []
        at = start
        while at < last:
            tag = self._marks.tags[at]
            held = self._starting.get(at)
            if held is not None:
                phrase = self._phrases[held]
                if not phrase.preposition and phrase.kind not in NOT_A_PARTY and phrase.last <= last:
                    found.append(held)
                elif found and not self._arabic:
                    break
                at = phrase.last
                continue
            if tag in "vrst;" or (tag == Tag.COMMA and not self._arabic and found):
                break
            if tag == Tag.PREPOSITION and not self._arabic:
                break
            at += 1
        return found

    # -- verbal nouns ---------------------------------------------------------------------------

    def _nominal(self, happening: Happening, frame: Frame, clause: Clause, last: int) -> list[Filler]:
        found: list[Filler] = []
        own = self._holding.get(happening.first)
        light = self._light_before(happening.first, clause)
        self._noun_phrase(found, happening, frame, clause, own)
        if light >= 0:
            subject = self._light_subject(light, happening.first, clause)
            if subject >= 0 and subject != own and not self._is_event(subject):
                role = self._carried_role(light, frame, subject)
                self._fill(found, role, subject, "subject of the verb that carries it")
        self._prepositional(found, happening, frame, clause, last)
        return found

    def _carried_role(self, light: int, frame: Frame, subject: int) -> Role | None:  # noqa: ARG002  # see the Arabic one
        """The role of the subject of a verb that carries a verbal noun: whoever does what the noun names."""
        return frame.subject

    def _is_event(self, at: int) -> bool:
        """Whether a phrase names a happening itself: 'the attack killed' has no actor."""
        phrase = self._phrases[at]
        return phrase.name is None and bool(self._marks.triggers[phrase.head]) and phrase.kind in (None, NounKind.EVENT)

    def _light_before(self, first: int, clause: Clause) -> int:
        """The verb that carries a verbal noun ('launched an attack'), or -1."""
        for at in range(first - 1, max(clause.first, first - 12) - 1, -1):
            hit = self._marks.verbs[at]
            if hit is not None and self._marks.tags[at] in "vm" and isinstance(hit.entry.data, Verb):
                return (
                    at
                    if hit.entry.data.class_
                    in (
                        VerbClass.LIGHT,
                        VerbClass.BEGIN,
                        VerbClass.CONTINUE,
                        VerbClass.PLAN,
                        VerbClass.TRY,
                        VerbClass.STOP,
                    )
                    else -1
                )
            if self._marks.tags[at] in ";rs":
                return -1
        return -1

    def _light_subject(self, verb: int, noun: int, clause: Clause) -> int:
        if self._arabic:
            for at in range(verb + 1, noun):
                held = self._starting.get(at)
                if held is not None:
                    phrase = self._phrases[held]
                    if not phrase.preposition and phrase.last <= noun:
                        return held
                    break
        return self._subject_before(verb, clause)

    def _modifiers(self, found: list[Filler], frame: Frame, own: int, trigger: int) -> None:
        """Adjectives of nationality and names beside a noun: 'Turkish air strikes', 'frappes russes'."""
        phrase = self._phrases[own]
        for at in range(phrase.first, phrase.last):
            name = self._marks.names[at]
            noun = self._marks.nouns[at]
            if (
                at < trigger
                and noun is not None
                and isinstance(noun.entry.data, Noun)
                and noun.entry.data.kind in MEANS
            ):
                found.append(Filler(Role.VIA, at, at + 1, -1, "means as a modifier"))
            if at == trigger or name is None or name.first != at:
                continue
            if self._marks.tags[at] == Tag.ADJECTIVE or at < trigger:
                role = frame.subject or Role.ACTOR
                found.append(Filler(role, at, min(name.last, phrase.last), -1, "modifier"))
                return

    def _with_speaker(self, found: list[Filler], acts: list[Attribution]) -> list[Filler]:
        speakers = [
            Filler(Role.ACTOR, speaker.first, speaker.last, -1, "speaker of the act")
            for act in acts
            for speaker in act.speakers[-1:]
        ]
        if not speakers:
            return found
        return [*speakers, *(f for f in found if f.role is not Role.ACTOR)]


def _settled(found: list[Filler]) -> list[Filler]:
    """Each stretch of text in one role only, in order of the text."""
    kept: list[Filler] = []
    for filler in found:
        if not any(k.first < filler.last and filler.first < k.last for k in kept):
            kept.append(filler)
    return sorted(kept, key=lambda f: (f.first, f.last))
