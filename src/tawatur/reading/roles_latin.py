"""Who takes part in a happening in English and French: participles without an auxiliary, clitics, appositions."""

from dataclasses import replace

from tawatur.lexicon.entries import Frame, NounKind
from tawatur.model import Language, Role
from tawatur.reading.content_latin import INFINITIVE
from tawatur.reading.kinds import PLACE_KINDS
from tawatur.reading.record import Attribution, Clause, Happening, Reading, Tag
from tawatur.reading.roles import Filler, Roles

__all__ = ["LatinRoles"]

_REFLEXIVE = frozenset(("s'", "se", "m'", "me"))
_CLITIC = frozenset(("y", "en", "l'", "lui", "leur"))
_FRENCH_PARTICIPLE = (
    "é",
    "ée",
    "és",
    "ées",
    "uit",
    "uits",
    "uite",
    "uites",
    "u",
    "ue",
    "us",
    "ues",
    "is",
    "ise",
    "ises",
)
_BE = frozenset(("be", "être"))
_HAVE = frozenset(("have", "avoir"))
_MEANS = frozenset((NounKind.WEAPON, NounKind.VEHICLE))
_UPON = frozenset(("on", "sur"))
_AGAINST = frozenset(("with", "avec"))
_BACK = 7
_GOVERNED = 10


class LatinRoles(Roles):
    """Finds the participants of each happening of an English or French report."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._french = reading.lexicon.language is Language.FR
        self._starts_at = {phrase.last: at for at, phrase in enumerate(reading.phrases)}

    def of(self, happening: Happening, acts: list[Attribution]) -> list[Filler]:
        """The participants of a happening; beside its dead, what was hit is a place, and who was fought with an actor.

        Args:
            happening: the happening.
            acts: attributions whose cue is the trigger itself: their speaker is the actor.
        """
        found = super().of(happening, acts)
        dead = [filler for filler in found if filler.role is Role.RECIPIENT and not filler.rule.startswith("behind")]
        if happening.trigger.unit is None or not happening.others or not dead:
            return found
        actors = any(filler.role is Role.ACTOR for filler in found)
        return [self._beside_the_dead(filler, actors=actors) for filler in found]

    def _beside_the_dead(self, filler: Filler, *, actors: bool) -> Filler:
        if filler.role is not Role.RECIPIENT or filler.phrase < 0 or not filler.rule.startswith("behind"):
            return filler
        phrase = self._phrases[filler.phrase]
        if phrase.kind in PLACE_KINDS and phrase.preposition in _UPON:
            return replace(filler, role=Role.PLACE)
        if not actors and phrase.preposition in _AGAINST and phrase.kind not in _MEANS:
            return replace(filler, role=Role.ACTOR)
        return filler

    def _slots(
        self,
        found: list[Filler],  # noqa: ARG002  # for Arabic, where a pronoun gives a phrase its role
        happening: Happening,
        frame: Frame,  # noqa: ARG002  # for Arabic, where the frame decides between readings
        before: int,
        behind: list[int],
    ) -> tuple[int, list[int], bool]:
        passive = happening.passive or self._suffered(happening)
        if passive and before < 0:
            before = self._noun_before(happening.first)
        return before, behind, passive

    def _suffered(self, happening: Happening) -> bool:
        """Whether a French participle is passive: no 'avoir' before it, or 'être' past what is put in between."""
        if not self._french or self._marks.tags[happening.first] != Tag.VERB:
            return False
        word = self._tokens.text[self._tokens.starts[happening.first] : self._tokens.ends[happening.first]]
        if not word.endswith(_FRENCH_PARTICIPLE) or happening.last - happening.first > 1:
            return False
        for at in range(happening.first - 1, max(happening.first - _BACK, -1), -1):
            held = self._marks.words[at] or self._marks.verbs[at]
            lemma = held.entry.lemma if held is not None else ""
            if lemma in _HAVE and self._marks.tags[at] in "mv":
                return False
            if lemma in _BE and self._marks.tags[at] in "mv":
                return self._tokens.folded[at - 1] not in _REFLEXIVE
            if self._marks.tags[at] in "v;crst":
                break
        return word.endswith(("é", "ée", "és", "ées")) and not self._object_follows(happening)

    def _object_follows(self, happening: Happening) -> bool:
        return happening.last in self._starting and not self._phrases[self._starting[happening.last]].preposition

    def _noun_before(self, at: int) -> int:
        """The phrase that a participle without a subject hangs on, past a comma."""
        while at > 0 and self._marks.tags[at - 1] in 'a,"':
            at -= 1
        return self._starts_at.get(at, -1)

    def _subject_before(self, first: int, clause: Clause) -> int:
        """The subject before a verb: no clitic, no age, and past an apposition to what it is apposed to."""
        found = super()._subject_before(first, clause)
        for _ in range(3):
            if found < 0 or not self._no_subject(found):
                break
            found = super()._subject_before(self._phrases[found].first, clause)
        if found < 0 and self._infinitive(first):
            found = self._governor_subject(first, clause)
        return self._past_apposition(found, first, clause)

    def _infinitive(self, first: int) -> bool:
        """Whether a verb is an infinitive, which has the subject of the verb that governs it."""
        if self._french:
            return self._tokens.folded[first].endswith(INFINITIVE)
        return first > 0 and self._tokens.folded[first - 1] == "to"

    def _governor_subject(self, first: int, clause: Clause) -> int:
        for at in range(first - 1, max(clause.first, first - _GOVERNED) - 1, -1):
            if self._marks.tags[at] == Tag.VERB:
                while at > clause.first and self._marks.tags[at - 1] in "vmag":
                    at -= 1
                return super()._subject_before(at, clause)
        return -1

    def _no_subject(self, at: int) -> bool:
        """Whether a phrase is a clitic, or a number that measures what stands before it."""
        phrase = self._phrases[at]
        word = self._tokens.folded[phrase.first]
        if self._marks.tags[phrase.first] == Tag.PRONOUN:
            return self._french and (word in _REFLEXIVE or word in _CLITIC)
        return phrase.kind is NounKind.TIME

    def _past_apposition(self, at: int, first: int, clause: Clause) -> int:
        """'X, two men of nineteen, had killed': what stands between two commas before a verb is said of X."""
        if at <= 0:
            return at
        phrase = self._phrases[at]
        tags = self._marks.tags
        end = phrase.last
        while end < first and tags[end] != Tag.COMMA:
            end += 1
        if phrase.first <= clause.first or tags[phrase.first - 1] != Tag.COMMA or end >= first:
            return at
        if any(tag not in "magu" for tag in tags[end + 1 : first]):
            return at
        named = self._starts_at.get(phrase.first - 1, -1)
        if named < 0 or self._phrases[named].preposition:
            return at
        head = named
        while self._phrases[head].follows == head - 1 >= 0 and not self._phrases[head].preposition:
            head -= 1
        return head

    def _fill(self, found: list[Filler], role: Role | None, at: int, rule: str) -> None:
        """Give a phrase a role; what does it is no weapon, which is a means, and nothing abstract."""
        kind = self._phrases[at].kind
        if role is Role.ACTOR and rule.startswith("subject"):
            if kind is NounKind.ABSTRACT or (kind is NounKind.EVENT and not self._french):
                return
            if kind in _MEANS:
                role = Role.VIA
        super()._fill(found, role, at, rule)

    def _modifiers(self, found: list[Filler], frame: Frame, own: int, trigger: int) -> None:
        super()._modifiers(found, frame, own, trigger)
        if any(filler.role is Role.VIA and filler.rule == "means as a modifier" for filler in found) and self._french:
            found[:] = [f for f in found if f.rule != "means as a modifier"]
