"""The subject of an Arabic verb of saying: behind it, before it or left out."""

from tawatur.lexicon.entries import NameKind, NounKind, PartOfSpeech, WordClass
from tawatur.reading.cues import Spot
from tawatur.reading.namings_arabic import NamingFinder
from tawatur.reading.record import Attribution, Phrase, Reading, Speaker, Tag
from tawatur.reading.speakers_arabic import FIRST_PERSON, SPEAKING

__all__ = ["SubjectFinder"]

_PEOPLE = frozenset((NounKind.SOURCE, NounKind.PERSON, NounKind.TITLE, NameKind.LEADER))
_PLACES = frozenset(
    (NameKind.COUNTRY, NameKind.TOWN, NameKind.PROVINCE, NounKind.PLACE, NounKind.SITE, NounKind.DIRECTION)
)
_SAYING = "قائلا"
_WHAT = "ما"
_AS_FOR = frozenset(("اما", "واما"))
_FURTHEST_TOPIC = 25
_REMEMBERED = 8
_SHORT = 8


class SubjectFinder(NamingFinder):
    """Finds who speaks; what is said is left to the cues."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self.headed: tuple[Speaker, ...] = ()
        self._before: list[tuple[Speaker, ...]] = []

    def recall(self, speakers: tuple[Speaker, ...]) -> None:
        """Keep speakers for elided subjects to come."""
        if speakers and (not self._before or self._before[-1] != speakers):
            self._before.append(speakers)
            del self._before[:-_REMEMBERED]

    def subjects(self, spot: Spot, limit: int) -> tuple[Phrase | None, Phrase | None]:
        """The subject of a finite verb: (before it, None), (None, behind it) or (None, None)."""
        form = self.concord.of_verb(spot.hit)
        behind = self._subject_behind(spot, limit, form)
        if spot.hit.proclitics:
            topic = self._topic(spot, form) if behind is None and spot.hit.proclitics == "ف" else None
            return topic, behind
        ahead = self._subject_before(spot, form)
        if ahead is not None and (behind is None or self._opened(ahead, spot)):
            return ahead, None
        if behind is None:
            return self._opening_subject(spot, form), None
        return None, behind

    def _topic(self, spot: Spot, form: str) -> Phrase | None:
        """'As for the minister, (he) said': the phrase behind the 'as for' that the verb answers."""
        for at in range(spot.first - 1, max(spot.start, spot.first - _FURTHEST_TOPIC) - 1, -1):
            if self.tokens.folded[at] in _AS_FOR:
                found = self.starting.get(at + 1)
                phrase = self.phrases[found] if found is not None else None
                return phrase if phrase is not None and self._speaks_before(phrase, form) else None
            if self.marks.tags[at] == Tag.STOP:
                break
        return None

    def _subject_behind(self, spot: Spot, limit: int, form: str) -> Phrase | None:
        at = spot.last
        skipped = False
        while at < limit:
            found = self.starting.get(at)
            if found is not None:
                phrase = self.phrases[found]
                if not phrase.preposition:
                    return phrase if self._can_stand_behind(phrase, form) else self._only_word(spot, limit)
                if skipped or phrase.follows >= 0 or limit == spot.end:
                    return None
                skipped = True
                at = phrase.last
                continue
            if self.marks.tags[at] not in 'aT,"x(p':
                return self._only_word(spot, limit)
            at += 1
        return None

    def _can_stand_behind(self, phrase: Phrase, form: str) -> bool:
        return (
            self.fits(phrase)
            and not self.concord.accusative(phrase)
            and not self.concord.names_event(phrase)
            and not self.concord.belongs_to_subject(phrase)
            and self.concord.behind(form, self.concord.of_phrase(phrase))
        )

    def _only_word(self, spot: Spot, limit: int) -> Phrase | None:
        """A word alone between the verb and a colon or quotation is a name, whatever else it may mean."""
        at = spot.last
        if (
            limit != at + 1
            or limit >= spot.end
            or self.marks.tags[at] not in "nv"
            or self.marks.tags[limit] not in ';"'
        ):
            return None
        if any(hit.entry.data.pos is PartOfSpeech.PARTICIPLE for hit in self.marks.cues[at]):  # type: ignore[union-attr]  # cues have one
            return None
        return Phrase(at, limit, at, "", None, None, glued=False, follows=-1)

    def _opened(self, phrase: Phrase, spot: Spot) -> bool:
        """Whether a phrase stands where a clause opens: behind 'that', or first in its sentence."""
        lead = phrase.first - 1
        return lead < spot.start or self.marks.tags[lead] == Tag.COMPLEMENTISER

    def _subject_before(self, spot: Spot, form: str) -> Phrase | None:
        """The phrase right before a verb, or the one that its relative pronoun stands for."""
        at = spot.first
        while at > spot.start and self.marks.tags[at - 1] in 'aTgm"':
            at -= 1
        relative = at > spot.start and self.marks.tags[at - 1] == Tag.RELATIVE
        if relative and spot.hit.enclitic and self.tokens.folded[at - 1] == _WHAT:
            return None
        if relative:
            at -= 1
            while at > spot.start and self.marks.tags[at - 1] in ',"(':
                at -= 1
        found = self.ending.get(at) if at > spot.start else None
        if found is None:
            return None
        nearest = self.phrases[found]
        phrase = self._governing(nearest, spot.start)
        if relative:
            return next((p for p in (phrase, nearest) if self._speaks_before(p, form)), None)
        if phrase.preposition or not self._speaks_before(phrase, form):
            return None
        lead = phrase.first - 1
        if lead < spot.start or self.marks.tags[lead] in 'cst;,(m"':
            return phrase
        if self.marks.proclitics[phrase.first].startswith("و"):
            return phrase
        return phrase if form and phrase.kind in _PEOPLE and self.concord.of_phrase(phrase) else None

    def _speaks_before(self, phrase: Phrase, form: str) -> bool:
        if not self.fits(phrase) or self.concord.names_event(phrase):
            return False
        return self.concord.before(form, self.concord.of_phrase(phrase))

    def _governing(self, phrase: Phrase, floor: int) -> Phrase:
        """The phrase that a chain of prepositional ones hangs on."""
        while phrase.follows < 0 and phrase.first > floor and phrase.preposition:
            at = phrase.first
            while at > floor and self.marks.tags[at - 1] == Tag.PREPOSITION:
                at -= 1
            held = self.ending.get(at)
            if held is None:
                break
            phrase = self.phrases[held]
        return phrase

    def _opening_subject(self, spot: Spot, form: str) -> Phrase | None:
        """'The coalition, which X leads, announced': the phrase that opens the clause of a verb without a subject."""
        lead = spot.first
        while lead > spot.start and self.marks.tags[lead - 1] in 'aTgm"':
            lead -= 1
        if lead <= spot.start or self.marks.tags[lead - 1] in "sctr;":
            return None
        for at in range(lead - 1, spot.start - 1, -1):
            found = self.starting.get(at)
            if found is None or self.phrases[found].preposition or not self._at_head(at, spot.start):
                continue
            phrase = self.phrases[found]
            if phrase.kind in SPEAKING or phrase.kind in _PLACES or phrase.kind is None:
                return phrase if self._speaks_before(phrase, form) else None
            return None
        return None

    def _at_head(self, at: int, floor: int) -> bool:
        """Whether a phrase opens a sentence or a clause behind 'that', 'but', 'was'."""
        return (
            at == floor
            or self.marks.tags[at - 1] in "tsa"
            or (self.marks.tags[at - 1] == Tag.AUXILIARY and self.tokens.folded[at - 1].lstrip("و").startswith("كان"))
        )

    def elided(self, spot: Spot, here: list[Attribution]) -> tuple[Speaker, ...]:
        """Who a verb without a subject of its own is said of: the last speaker whose form agrees."""
        form = self.concord.of_verb(spot.hit)
        if form == FIRST_PERSON:
            return ()
        for attribution in reversed(here):
            agreed = self._agreeing(attribution.speakers, form)
            if agreed:
                return agreed
        subject = self.main_subject(spot.start, spot.first, form)
        if subject is not None:
            return (self.speaker(subject),)
        for speakers in reversed(self._before):
            agreed = self._agreeing(speakers, form)
            if agreed:
                return agreed
        return next((a.speakers for a in reversed(here) if a.speakers), self.last_speakers)

    def _agreeing(self, speakers: tuple[Speaker, ...], form: str) -> tuple[Speaker, ...]:
        """The chain up to its innermost speaker that agrees, or nothing."""
        for last in range(len(speakers), 0, -1):
            if self.concord.before(form, self.concord.of_speaker(speakers[last - 1])):
                return speakers[:last]
        return ()

    def main_subject(self, start: int, end: int, form: str) -> Phrase | None:
        """The first phrase between two tokens that is the subject of a verb and can speak."""
        for at in range(start, end):
            found = self.starting.get(at)
            if found is None:
                continue
            phrase = self.phrases[found]
            lead = at - 1
            while lead > start and self.marks.tags[lead] in 'aT"':
                lead -= 1
            headed = at == start or self.marks.tags[lead] in "vmts"
            if headed and not phrase.preposition and phrase.kind in SPEAKING and self._speaks_before(phrase, form):
                return phrase
        return None

    def unsaid(self, spot: Spot) -> bool:
        """'Did not say how many': a negated cue says nothing."""
        at = spot.first - 1
        while at >= spot.start and self.marks.tags[at] in "mag":
            if self.marks.tags[at] == Tag.NEGATION:
                return True
            at -= 1
        return False

    def complementiser(self, start: int, limit: int) -> int:
        """What opens content; a short quotation on the way to 'that' is a name or a turn of phrase."""
        at = super().complementiser(start, limit)
        if at > start and self.marks.tags[at] == Tag.QUOTE:
            quotation = self.quoted[at]
            if quotation.last - at <= _SHORT and self.marks.tags[at - 1] in "njp":
                further = super().complementiser(quotation.last, min(limit, quotation.last + _SHORT))
                if further >= 0 and WordClass.COMPLEMENTISER in self.marks.classes[further]:
                    return further
        return at

    def ending_of(self, start: int, spot: Spot) -> int:
        """Where content ends: with its quotation, its sentence, or where a contrast begins."""
        end = self.reach(start, spot.end)
        if end > spot.end:
            return end
        for at in range(start + 1, end):
            if (
                self.marks.tags[at - 1] == Tag.COMMA
                and self.quoted.get(at) is None
                and (self.tokens.folded[at] == "وذلك")
            ):
                return at
        return end

    def _speaks(self, at: int) -> bool:
        """A verb with its object pronoun ('which the channel aired') opens no saying of its own, nor does 'saying'."""
        return any(not hit.enclitic and hit.entry.lemma != _SAYING for hit in self.marks.cues[at])
