"""Who takes part in a happening in Arabic: verb-subject-object, construct, resuming pronouns."""

from tawatur.lexicon.clitics import bare_preposition
from tawatur.lexicon.entries import Frame, NameKind, NounKind, PartOfSpeech
from tawatur.model import Role
from tawatur.reading.kinds import PLACE_KINDS
from tawatur.reading.record import Clause, Happening, Tag
from tawatur.reading.roles import Filler, Roles

__all__ = ["ArabicRoles"]

_WITH_PRONOUN = ("ها", "هم", "هما")


class ArabicRoles(Roles):
    """Finds the participants of each happening of an Arabic report."""

    def _slots(
        self, found: list[Filler], happening: Happening, frame: Frame, before: int, behind: list[int]
    ) -> tuple[int, list[int], bool]:
        resumed = self._resumed(found, happening, frame, before) if behind else False
        return self._arabic_slots(happening, frame, -1 if resumed else before, behind)

    def _noun_phrase(
        self, found: list[Filler], happening: Happening, frame: Frame, clause: Clause, own: int | None
    ) -> None:
        if own is not None:
            self._construct(found, happening, frame, own)
        self._possessor(found, happening, frame, clause)
        self._qualified(found, happening, frame, own)

    def _arabic_slots(
        self, happening: Happening, frame: Frame, before: int, behind: list[int]
    ) -> tuple[int, list[int], bool]:
        """Subject, objects and voice of an Arabic verb: verb-subject-object, subject-verb-object or passive."""
        passive = happening.passive
        if passive:
            return (behind[0] if behind else before), [], True
        if happening.hit.enclitic and frame.object is not None:
            subject = behind[0] if behind else -1
            return subject, [before] if before >= 0 and before != subject else [], False
        if before >= 0 and behind:
            return before, behind, False
        if len(behind) > 1:
            return behind[0], behind[1:], False
        if behind:
            if frame.object is not None and happening.trigger.unit is not None and self._suffers(behind[0]):
                return behind[0], [], True
            if self._phrases[behind[0]].kind in PLACE_KINDS and frame.object is not None:
                return -1, behind, False
            return behind[0], [], False
        if before >= 0 and happening.trigger.unit is not None and frame.object is not None:
            return before, [], True
        return before, [], False

    def _resumed(self, found: list[Filler], happening: Happening, frame: Frame, before: int) -> bool:
        """'The town that they control (it)': a pronoun on a preposition gives what stands before its role."""
        if before < 0:
            return False
        for at in range(happening.last, min(happening.last + 3, len(self._tokens))):
            base = bare_preposition(self._tokens.folded[at]) if self._marks.tags[at] == Tag.PREPOSITION else ""
            if base:
                role = frame.prepositions.get(base)
                if role is None and self._phrases[before].kind in PLACE_KINDS:
                    role = Role.PLACE
                self._fill(found, role, before, "resumed by a pronoun")
                return True
        return False

    def _suffers(self, at: int) -> bool:
        """Whether the only noun phrase behind a verb of killing can be its victim."""
        phrase = self._phrases[at]
        return phrase.kind not in (NameKind.ARMY, NameKind.ARMED_GROUP, NameKind.STATE, NounKind.AIRCRAFT, NounKind.WEAPON)

    def _qualified(self, found: list[Filler], happening: Happening, frame: Frame, own: int | None) -> None:
        """'The forces stationed in', 'the fighters backed by': what a participle is said of."""
        if happening.trigger.pos not in (PartOfSpeech.PARTICIPLE, PartOfSpeech.ADJECTIVE):
            return
        role = frame.object if happening.passive and frame.object is not None else frame.subject
        if role is None:
            return
        phrase = self._phrases[own] if own is not None else None
        if phrase is not None and phrase.first < happening.first:
            found.append(Filler(role, phrase.first, happening.first, own if own is not None else -1, "what a participle is said of"))
            return
        at = phrase.first if phrase is not None else happening.first
        for back, candidate in enumerate(reversed(self._phrases[: own if own is not None else 0])):
            if candidate.last == at and back == 0:
                found.append(Filler(role, candidate.first, candidate.last, (own or 0) - 1, "what a participle is said of"))

    def _construct(self, found: list[Filler], happening: Happening, frame: Frame, own: int) -> None:
        """What an Arabic verbal noun is in construct with, or its adjective of nationality."""
        phrase = self._phrases[own]
        start = happening.last
        for at in range(start, phrase.last):
            name = self._marks.names[at]
            if self._marks.tags[at] == Tag.ADJECTIVE and name is not None:
                found.append(Filler(frame.subject or Role.ACTOR, at, at + 1, -1, "adjective of nationality"))
                return
        definite = self._tokens.folded[happening.first].startswith("ال") or self._marks.proclitics[happening.first].endswith(("ال", "لل"))
        if start < phrase.last and not definite:
            if self._marks.tags[start] == Tag.ADJECTIVE or not self._can_be_genitive(start):
                return
            if frame.genitive is not None:
                found.append(Filler(frame.genitive, start, phrase.last, own, "construct"))
        follower = self._starting.get(phrase.last)
        if follower is not None and frame.object is not None and not definite:
            nxt = self._phrases[follower]
            if not nxt.preposition and not nxt.glued and start < phrase.last and nxt.kind is not None:
                if found:
                    found[-1] = Filler(frame.subject or Role.ACTOR, start, phrase.last, own, "construct, subject")
                self._fill(found, frame.object, follower, "object of a verbal noun")

    def _can_be_genitive(self, at: int) -> bool:
        """Whether the word behind an indefinite verbal noun is what it is in construct with, not an adjective."""
        marks = self._marks
        if marks.names[at] is not None or marks.nouns[at] is not None or marks.tags[at] in '#"':
            return True
        return self._tokens.folded[at].startswith("ال") or bool(marks.triggers[at]) or self._tokens.folded[at].endswith(_WITH_PRONOUN)

    def _possessor(self, found: list[Filler], happening: Happening, frame: Frame, clause: Clause) -> None:
        """'Its withdrawal': the pronoun on a verbal noun points back to the subject before it."""
        role = frame.genitive
        if not happening.hit.enclitic or role is None or any(f.role is role for f in found):
            return
        before = self._subject_before(happening.first, clause)
        if before >= 0:
            self._fill(found, role, before, "possessive pronoun")
        elif self._actors[0] == clause.sentence:
            found.extend(Filler(role, a.first, a.last, a.phrase, "possessive pronoun") for a in self._actors[1])
