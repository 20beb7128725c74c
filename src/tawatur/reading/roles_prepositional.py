"""Participants behind prepositions, and how a phrase with those coordinated is given a role."""

from dataclasses import dataclass

from tawatur.lexicon.entries import Frame, NameKind, Noun, NounKind
from tawatur.model import Language, Role
from tawatur.reading.kinds import MEANS, NOT_A_PARTY, PARTIES, PLACE_KINDS
from tawatur.reading.record import Clause, Happening, Marks, Phrase, Reading, Tag

__all__ = ["Filler", "PrepositionalRoles"]

_MOVING = frozenset(("TRANSFER", "RETREAT", "AID"))
_GENITIVE = frozenset(("of", "de", "du", "des", "d'"))
_LOCATING = frozenset(("ب", "in", "en", "à", "dans"))
_GLUED = {"ب": Role.PLACE, "ل": Role.RECIPIENT}


@dataclass(frozen=True, slots=True)
class Filler:
    """A participant as a range of tokens, before it is given its name."""

    role: Role
    first: int
    last: int
    phrase: int
    rule: str


class PrepositionalRoles:
    """What the phrases behind prepositions are to a happening."""

    def __init__(self, reading: Reading) -> None:
        assert reading.marks is not None
        self._reading = reading
        self._marks: Marks = reading.marks
        self._tokens = reading.tokens
        self._phrases = reading.phrases
        self._arabic = reading.lexicon.language is Language.AR
        self._frames = reading.lexicon.frames
        self._beside: dict[int, list[Happening]] = {}
        for happening in reading.happenings:
            for one in (happening, *happening.others):
                self._beside.setdefault(one.clause, []).append(one)
        for beside in self._beside.values():
            beside.sort(key=lambda one: one.first)
        self._actors: tuple[int, tuple[Filler, ...]] = (-1, ())
        self._starting = {phrase.first: at for at, phrase in enumerate(reading.phrases)}
        self._holding: dict[int, int] = {
            token: at for at, phrase in enumerate(reading.phrases) for token in range(phrase.first, phrase.last)
        }

    def _prepositional(
        self, found: list[Filler], happening: Happening, frame: Frame, clause: Clause, last: int
    ) -> None:
        own = self._holding.get(happening.first, -1)
        taken = {filler.phrase for filler in found}
        first, last = self._reach(happening, clause, last)
        for at in range(first, last):
            held = self._starting.get(at)
            if held is None or held in taken or held == own:
                continue
            phrase = self._phrases[held]
            if not phrase.preposition or phrase.last > last or self._only_locates(held):
                continue
            if phrase.first < happening.first and phrase.kind not in PLACE_KINDS:
                continue
            if phrase.preposition in _GENITIVE:
                role = frame.genitive if self._binds(happening.last, phrase) else None
                if role is Role.ACTOR and phrase.kind in PLACE_KINDS and phrase.kind is not NameKind.COUNTRY:
                    role = Role.PLACE
            else:
                role = self._role_of(phrase, frame)
            if role is not None:
                self._fill(found, role, held, f"behind «{phrase.preposition}»")

    def _reach(self, happening: Happening, clause: Clause, last: int) -> tuple[int, int]:
        """From the happening before to the one behind in the same clause: what lies there is said of this one."""
        first = clause.first
        for other in self._beside.get(happening.clause, ()):
            if other.first < happening.first:
                first = max(first, happening.first)
            elif other.first > happening.first:
                return first, min(last, other.first)
        return first, last

    def _only_locates(self, at: int) -> bool:
        """'Marib, east of the country': a direction behind a place says where that place is."""
        phrase = self._phrases[at]
        governor = self._marks.nouns[phrase.first - 1] if phrase.first else None
        if at == 0 or governor is None or not isinstance(governor.entry.data, Noun):
            return False
        if governor.entry.data.kind is not NounKind.DIRECTION:
            return False
        before = self._phrases[at - 1]
        return before.kind in PLACE_KINDS and phrase.first - before.last <= 2

    def _role_of(self, phrase: Phrase, frame: Frame) -> Role | None:
        role = frame.prepositions.get(phrase.preposition)
        if role is None:
            role = self._usual(phrase)
            if role in (Role.ORIGIN, Role.DESTINATION) and frame.name not in _MOVING:
                return None
        if role is None:
            return None
        if self._marks.triggers[phrase.head] and phrase.name is None:
            return None
        placelike = phrase.kind in PLACE_KINDS
        if role is Role.VIA and placelike and phrase.preposition in _LOCATING:
            return Role.PLACE
        if role is Role.PLACE and not placelike:
            return None
        if phrase.kind in NOT_A_PARTY or phrase.kind is NounKind.ABSTRACT:
            return None
        if role not in (Role.ACTOR, Role.RECIPIENT) and self._marks.tags[phrase.first] == Tag.PRONOUN:
            return None
        if role is Role.ACTOR and phrase.kind in MEANS:
            return Role.VIA
        if role in (Role.ORIGIN, Role.DESTINATION) and not placelike and phrase.kind not in PARTIES:
            return None
        if role is Role.ACTOR and placelike and phrase.kind not in (NameKind.COUNTRY, NameKind.TOWN):
            return None
        return role

    def _binds(self, last: int, phrase: Phrase) -> bool:
        """Whether nothing but the 'of' itself stands between a trigger and a phrase."""
        return all(self._marks.tags[at] in 'pd"' for at in range(last, phrase.first))

    def _usual(self, phrase: Phrase) -> Role | None:
        at = phrase.first - 1
        while at >= 0 and self._marks.tags[at] in 'p"':
            word = self._marks.words[at]
            if word is not None:
                return word.entry.data.role  # type: ignore[union-attr]  # entries of this slot are words
            at -= 1
        word = self._marks.words[phrase.first]
        return _GLUED.get(phrase.preposition) if self._arabic and word is None else None

    def _fill(self, found: list[Filler], role: Role | None, at: int, rule: str) -> None:
        """Give a phrase, and those coordinated with it, a role."""
        if role is None:
            return
        phrase = self._phrases[at]
        if (
            phrase.kind in PLACE_KINDS
            and role in (Role.OBJECT, Role.RECIPIENT)
            and phrase.preposition in ("في", "in", "en", "à", "ب")
        ):
            role = Role.PLACE
        found.append(Filler(role, phrase.first, phrase.last, at, rule))
        following = at + 1
        while following < len(self._phrases) and self._phrases[following].follows == following - 1:
            nxt = self._phrases[following]
            if self._marks.triggers[nxt.head] and nxt.name is None:
                break
            found.append(Filler(role, nxt.first, nxt.last, following, f"{rule}, coordinated"))
            following += 1
