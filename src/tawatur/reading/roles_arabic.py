"""Who takes part in a happening in Arabic: verb-subject-object, construct, resuming pronouns."""

from tawatur.lexicon.clitics import bare_preposition
from tawatur.lexicon.entries import Frame, Name, NameKind, NounKind, PartOfSpeech
from tawatur.model import ClaimType, Role
from tawatur.reading.kinds import NOT_A_PARTY, PARTIES, PLACE_KINDS
from tawatur.reading.record import Clause, Happening, Phrase, Reading, Tag
from tawatur.reading.roles import Filler, Roles
from tawatur.reading.speakers_arabic import Concord

__all__ = ["ArabicRoles"]

_SEE = "شهد"
_SUFFERING = frozenset(("تعرض", "تلقى", _SEE))
_WITH_PRONOUN = ("ها", "هم", "هما")
_FURTHEST = 25
_ABOUT_HAPPENINGS = frozenset(("REQUEST", "AGREE", "REJECT", "ACCUSE", "THREATEN"))
_ADDRESSING = frozenset((ClaimType.REQUEST, ClaimType.ACCUSE, ClaimType.THREATEN))
_OF_WORDS = frozenset(
    (ClaimType.REQUEST, ClaimType.AGREE, ClaimType.REJECT, ClaimType.ACCUSE, ClaimType.THREATEN, ClaimType.SUPPORT)
)
_NEVER_ACTING = frozenset((NounKind.GOODS, NounKind.AGREEMENT, NounKind.MONEY, NounKind.ABSTRACT, NounKind.WEAPON))
"""Kinds of phrases that, alone behind a verb that takes an object, are that object, its subject being left out."""
_PEOPLE = ("ين", "ون")
"""Endings of adjectives of nationality that stand for people, not for a happening."""


class ArabicRoles(Roles):
    """Finds the participants of each happening of an Arabic report."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._concord = Concord(reading)
        self._ending = {phrase.last: at for at, phrase in enumerate(reading.phrases)}

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
        form = self._form(happening)
        if before >= 0 and not self._concord.before(form, self._forms(before)):
            before = self._agreeing_before(happening, form)
        behind = behind[:1] + [at for at in behind[1:] if not self._goes_with(at)]
        if behind and not self._governs(form, behind[0]):
            return before, behind, False
        if before >= 0 and behind:
            return before, behind, False
        if (
            len(behind) == 1
            and happening.trigger.type in _ADDRESSING
            and happening.hit.proclitics.startswith(("و", "ف"))
        ):
            speaker = self._agreeing_before(happening, form)
            if speaker >= 0:
                return speaker, behind, False
        if len(behind) > 1:
            return behind[0], behind[1:], False
        if behind:
            return self._alone_behind(happening, frame, behind)
        if before >= 0 and happening.trigger.unit is not None and frame.object is not None:
            return before, [], True
        return before, [], False

    def _alone_behind(self, happening: Happening, frame: Frame, behind: list[int]) -> tuple[int, list[int], bool]:
        """The only bare phrase of a clause, behind its verb: who suffers, a place as the object, or the subject."""
        if frame.object is None:
            return behind[0], [], False
        if happening.trigger.unit is not None and self._suffers(behind[0]):
            return behind[0], [], True
        kind = self._phrases[behind[0]].kind
        if kind in PLACE_KINDS and kind is not NameKind.COUNTRY and happening.trigger.type not in _OF_WORDS:
            return -1, behind, False
        if kind in _NEVER_ACTING and not happening.trigger.passive:
            return -1, behind, False
        return behind[0], [], False

    def _filled(self, happening: Happening, frame: Frame, clause: Clause, last: int) -> list[Filler]:
        """A participle right behind a noun qualifies it, whatever else it may govern."""
        if happening.trigger.pos is PartOfSpeech.PARTICIPLE and self._ending.get(happening.first, -1) >= 0:
            return self._nominal(happening, frame, clause, last)
        return super()._filled(happening, frame, clause, last)

    def _goes_with(self, at: int) -> bool:
        """Whether a bare phrase behind a verb belongs to the one before it: coordinated, apposed, or where that is."""
        phrase = self._phrases[at]
        if self._marks.proclitics[phrase.first].startswith("و") or phrase.kind is NounKind.DIRECTION:
            return True
        apposed = phrase.kind in (NameKind.LEADER, NounKind.TITLE) and self._marks.tags[phrase.first - 1] == Tag.COMMA
        return apposed and self._phrases[at - 1].last == phrase.first - 1

    def _role_of(self, phrase: Phrase, frame: Frame) -> Role | None:
        """As in other languages; and what is asked for or agreed on may be a happening, whom things go to a party."""
        role = super()._role_of(phrase, frame)
        wanted = frame.prepositions.get(phrase.preposition)
        if (
            role is None
            and wanted is Role.OBJECT
            and frame.name in _ABOUT_HAPPENINGS
            and phrase.kind not in NOT_A_PARTY
        ):
            return Role.OBJECT
        if role is Role.DESTINATION and phrase.kind in PARTIES and phrase.kind not in PLACE_KINDS:
            return Role.RECIPIENT
        return role

    def _prepositional(
        self, found: list[Filler], happening: Happening, frame: Frame, clause: Clause, last: int
    ) -> None:
        """Phrases behind prepositions, and those of direction, which need none ('north of the town')."""
        super()._prepositional(found, happening, frame, clause, last)
        first, last = self._reach(happening, clause, last)
        for at in range(max(first, happening.last), last):
            held = self._starting.get(at)
            if (
                held is not None
                and self._phrases[held].kind is NounKind.DIRECTION
                and not self._phrases[held].preposition
            ):
                beside = self._phrases[held - 1] if held else None
                locates = (
                    beside is not None and beside.kind in PLACE_KINDS and self._phrases[held].first - beside.last <= 1
                )
                if not locates and not any(filler.phrase == held for filler in found):
                    self._fill(found, Role.PLACE, held, "direction")

    def _form(self, happening: Happening) -> str:
        """Gender and number that a finite verb shows."""
        finite = happening.trigger.pos is PartOfSpeech.VERB and self._marks.tags[happening.first] == Tag.VERB
        return self._concord.of_verb(happening.hit) if finite else ""

    def _forms(self, at: int) -> frozenset[str]:
        return self._concord.of_phrase(self._phrases[at])

    def _governs(self, form: str, at: int) -> bool:
        """Whether the phrase behind a verb can be its subject: no accusative one, nor one that does not agree."""
        return not self._concord.accusative(self._phrases[at]) and self._concord.behind(form, self._forms(at))

    def _inherited(self, found: list[Filler], happening: Happening, frame: Frame, clause: Clause) -> list[Filler]:
        """An elided subject is that of the clause before; that of a verbal noun, whoever acts in its sentence."""
        before = self._actors
        form = self._form(happening)
        if (
            form
            and before[1]
            and not any(self._concord.before(form, self._forms(a.phrase)) for a in before[1] if a.phrase >= 0)
        ):
            self._actors = (before[0], ())
        parties = tuple(a for a in self._actors[1] if a.phrase < 0 or self._phrases[a.phrase].kind in PARTIES)
        self._actors = (self._actors[0], parties)
        found = [
            f
            for f in found
            if f.role is not Role.PLACE or f.rule != "object" or self._phrases[f.phrase].kind in PLACE_KINDS
        ]
        found = [f for f in found if not (f.rule.startswith("object") and self._names_it(happening, f))]
        found = super()._inherited(found, happening, frame, clause)
        if frame.subject is Role.ACTOR and not happening.passive and not any(f.role is Role.ACTOR for f in found):
            found = [*found, *self._acting(happening, clause)]
        return found

    @staticmethod
    def _names_it(happening: Happening, filler: Filler) -> bool:
        """'Launched an attack': what looks like the object of the verb names the happening itself."""
        attack = happening.trigger.type is ClaimType.ASSAULT
        return attack and any(filler.first <= other.first < filler.last for other in happening.others)

    def _carried_role(self, light: int, frame: Frame, subject: int) -> Role | None:
        """'The town came under shelling', 'saw clashes': the subject suffers what happens, or is where it does."""
        verb = self._marks.verbs[light]
        lemma = verb.entry.lemma if verb is not None else ""
        if lemma not in _SUFFERING or frame.subject is not Role.ACTOR:
            return super()._carried_role(light, frame, subject)
        if self._phrases[subject].kind in PLACE_KINDS or lemma == _SEE:
            return Role.PLACE
        return Role.RECIPIENT

    def _acting(self, happening: Happening, clause: Clause) -> list[Filler]:
        if happening.trigger.pos is not PartOfSpeech.NOUN:
            return []
        subject = self._subject_of_verb_before(happening.first, clause)
        if subject >= 0 and self._phrases[subject].kind in PARTIES:
            return [
                Filler(
                    Role.ACTOR,
                    self._phrases[subject].first,
                    self._phrases[subject].last,
                    subject,
                    "subject of the verb before",
                )
            ]
        return []

    def _subject_of_verb_before(self, first: int, clause: Clause) -> int:
        """The subject of the verb that governs a verbal noun ('the army tried to storm'), or -1."""
        for at in range(first - 1, max(clause.first, first - 10) - 1, -1):
            if self._marks.tags[at] == Tag.VERB:
                if self._marks.cues[at]:
                    return -1
                step = at + 1
                while step < first and self._marks.tags[step] in "aT,":
                    step += 1
                behind = self._starting.get(step)
                if behind is not None and not self._phrases[behind].preposition and self._phrases[behind].last <= first:
                    return behind
                return self._subject_before(at, clause)
            if self._marks.tags[at] in "rs;":
                return -1
        return self._opening_party(first, clause)

    def _opening_party(self, first: int, clause: Clause) -> int:
        """The first party of a clause that is the subject of a verb in it, or -1."""
        for at in range(clause.first, first):
            held = self._starting.get(at)
            if held is None or self._phrases[held].preposition or self._phrases[held].kind not in PARTIES:
                continue
            if at > 0 and self._marks.tags[at - 1] in "vmts;" and not self._marks.cues[at - 1]:
                return held
        return -1

    def _agreeing_before(self, happening: Happening, form: str) -> int:
        """The nearest party before a verb in its sentence, governed by no preposition, that agrees with it; or -1."""
        floor = self._reading.sentences[self._reading.clauses[happening.clause].sentence].first
        for at in range(happening.first - 1, max(floor, happening.first - _FURTHEST) - 1, -1):
            held = self._starting.get(at)
            if held is None or self._phrases[held].preposition or self._phrases[held].kind not in PARTIES:
                continue
            if self._concord.before(form, self._forms(held)):
                return held
        return -1

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
        return phrase.kind not in (
            NameKind.ARMY,
            NameKind.ARMED_GROUP,
            NameKind.STATE,
            NounKind.AIRCRAFT,
            NounKind.WEAPON,
        )

    def _qualified(self, found: list[Filler], happening: Happening, frame: Frame, own: int | None) -> None:
        """'The forces stationed in', 'the fighters backed by': what a participle is said of."""
        if happening.trigger.pos not in (PartOfSpeech.PARTICIPLE, PartOfSpeech.ADJECTIVE):
            return
        role = frame.object if happening.passive and frame.object is not None else frame.subject
        if role is None:
            return
        phrase = self._phrases[own] if own is not None else None
        if phrase is not None and phrase.first < happening.first:
            found.append(
                Filler(
                    role, phrase.first, happening.first, own if own is not None else -1, "what a participle is said of"
                )
            )
            return
        at = phrase.first if phrase is not None else happening.first
        before = self._ending.get(at, -1)
        if before >= 0:
            found.append(Filler(role, self._phrases[before].first, at, before, "what a participle is said of"))

    def _construct(self, found: list[Filler], happening: Happening, frame: Frame, own: int) -> None:
        """What an Arabic verbal noun is in construct with, or its adjective of nationality."""
        phrase = self._phrases[own]
        start = happening.last
        definite = self._definite(happening.last - 1)
        adjective = self._nationality(start, phrase.last, definite=definite)
        if adjective >= 0:
            found.append(Filler(frame.subject or Role.ACTOR, adjective, adjective + 1, -1, "adjective of nationality"))
            return
        if definite:
            return
        if start < phrase.last:
            quality = self._marks.tags[start] == Tag.ADJECTIVE and not self._tokens.folded[start].endswith(_PEOPLE)
            if quality or not self._can_be_genitive(start):
                return
            role = frame.genitive
            if (
                role is Role.ACTOR
                and self._marks.triggers[start]
                and self._marks.nouns[start] is None
                and frame.object is not None
            ):
                role = frame.object
            named = self._marks.names[start]
            kind = named.entry.data.kind if named is not None and isinstance(named.entry.data, Name) else None
            if (
                role is Role.ACTOR
                and kind in PLACE_KINDS
                and kind is not NameKind.COUNTRY
                and happening.trigger.type is ClaimType.ASSAULT
            ):
                role = Role.PLACE
            if role is not None:
                found.append(Filler(role, start, phrase.last, own, "construct"))
        self._object_of_noun(found, frame, own, start)

    def _object_of_noun(self, found: list[Filler], frame: Frame, own: int, start: int) -> None:
        """'The army's shelling (of) the town': a bare phrase behind the construct is its object, when it was aside."""
        phrase = self._phrases[own]
        at = phrase.last
        while at < len(self._tokens) and self._marks.tags[at] in ",T" and at - phrase.last < 8:
            at += 1
        if at > phrase.last and not any(self._marks.tags[step] == Tag.TIME for step in range(phrase.last, at)):
            at = phrase.last
        follower = self._starting.get(at)
        if follower is None or frame.object is None or start >= phrase.last:
            return
        nxt = self._phrases[follower]
        if not nxt.preposition and not nxt.glued and nxt.kind is not None:
            if found:
                found[-1] = Filler(frame.subject or Role.ACTOR, start, phrase.last, own, "construct, subject")
            self._fill(found, frame.object, follower, "object of a verbal noun")

    def _definite(self, at: int) -> bool:
        return self._tokens.folded[at].startswith("ال") or self._marks.proclitics[at].endswith(("ال", "لل"))

    def _nationality(self, start: int, last: int, *, definite: bool) -> int:
        """The adjective of nationality that a verbal noun bears itself ('the Turkish strikes'), or -1."""
        for at in range(start, last):
            name = self._marks.names[at]
            if (
                self._marks.tags[at] == Tag.ADJECTIVE
                and name is not None
                and not self._tokens.folded[at].endswith(_PEOPLE)
            ):
                return at
            if not definite and (
                self._marks.tags[at] == Tag.NUMBER
                or self._definite(at)
                or self._marks.nouns[at] is not None
                or name is not None
            ):
                return -1
        return -1

    def _can_be_genitive(self, at: int) -> bool:
        """Whether the word behind an indefinite verbal noun is what it is in construct with, not an adjective."""
        marks = self._marks
        if marks.names[at] is not None or marks.nouns[at] is not None or marks.tags[at] in '#"':
            return True
        return (
            self._tokens.folded[at].startswith("ال")
            or bool(marks.triggers[at])
            or self._tokens.folded[at].endswith(_WITH_PRONOUN)
        )

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
