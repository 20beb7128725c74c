"""Who said it in Arabic: the verb first, its subject behind it or elided."""


from tawatur.lexicon.entries import Cue, NameKind, NounKind, PartOfSpeech, WordClass
from tawatur.model import Found
from tawatur.reading.cues import STAGE, Finder, Spot
from tawatur.reading.record import Attribution, Phrase, Speaker, Tag

__all__ = ["ArabicFinder"]

_OCCASION = frozenset((NounKind.DOCUMENT, NounKind.EVENT, NounKind.TIME, NounKind.ABSTRACT, NounKind.MEDIA))
_BINDING = frozenset(("عن", "الي", "ب"))
_BY_MEDIA = frozenset((NameKind.OUTLET, NameKind.AGENCY))


class ArabicFinder(Finder):
    """Arabic: the verb comes first, its subject behind it or elided."""

    def read(self, spot: Spot, here: list[Attribution]) -> Attribution | None:
        """The attribution that an Arabic cue makes, or None."""
        if spot.cue.pos is PartOfSpeech.ADVERB:
            return self._adverbial(spot, here)
        if spot.cue.pos is PartOfSpeech.NOUN:
            return self._nominal(spot, here)
        if spot.cue.relays:
            return self._relayed(spot, here)
        return self._verbal(spot, here)

    def _verbal(self, spot: Spot, here: list[Attribution]) -> Attribution | None:
        opener = self.complementiser(spot.last, spot.end)
        limit = opener if opener >= 0 else spot.end
        adverb = self._adverb_before(spot)
        speaker_end = spot.last
        speakers: tuple[Speaker, ...] = ()
        elided, start, rule = False, spot.first, "verb with its subject behind it"
        finite = spot.cue.pos is not PartOfSpeech.PARTICIPLE and not spot.cue.passive
        ahead = self._subject_before(spot) if finite and not spot.hit.proclitics else None
        phrase = self._subject_behind(spot.last, limit) if finite else None
        if ahead is not None and (phrase is None or self._opened(ahead, spot)):
            speakers, start, rule = (self.speaker(ahead),), ahead.first, "verb behind its subject"
        elif phrase is not None:
            speaker_end = self._widened(phrase, limit)
            speakers = (self.speaker(phrase, speaker_end),)
        elif spot.cue.passive:
            rule = "passive: nobody is named"
        elif opener >= 0 or not finite:
            speakers, elided = self._elided(spot, here), True
            rule = "subject carried over"
        if not speakers and not spot.cue.passive:
            return None
        if opener < 0:
            speaker_end, bound = self._bound(speaker_end, spot.end)
            elided = elided and not bound
        else:
            bound = False
        if opener < 0 and not bound and (spot.cue.needs_content or spot.cue.passive or elided):
            return None
        sibling = bool(here) and (spot.cue.pos is PartOfSpeech.PARTICIPLE or spot.hit.proclitics.startswith(("و", "ف")) or elided
                                  or self._opens_anew(spot.first, spot.start))
        if adverb >= 0:
            return self._make(spot, speakers, self._around(adverb, speaker_end, spot), (adverb, speaker_end), "adverbial clause", elided)
        content_start = self.content_start(opener) if opener >= 0 else speaker_end
        content = ((content_start, self.reach(content_start, spot.end)),)
        region = (start, content_start if opener >= 0 else speaker_end)
        return self._make(spot, speakers, content, region, ("sibling " if sibling else "") + rule, elided)

    def _opened(self, phrase: Phrase, spot: Spot) -> bool:
        """Whether a phrase stands where a clause opens: behind 'that', or first in its sentence."""
        lead = phrase.first - 1
        return lead < spot.start or self.marks.tags[lead] == Tag.COMPLEMENTISER

    def _bound(self, start: int, limit: int) -> tuple[int, bool]:
        """Where a nominal content begins that a preposition binds to the verb ('revealed the start of'), and whether one does."""
        at = start
        while at < limit and self.marks.tags[at] in 'aT,':
            at += 1
        if at < limit and (self.tokens.folded[at] in _BINDING or self.marks.proclitics[at] == "ب"):
            return at, True
        return start, False

    def _make(
        self, spot: Spot, speakers: tuple[Speaker, ...], content: tuple[tuple[int, int], ...], region: tuple[int, int],
        rule: str, elided: bool,
    ) -> Attribution:
        return Attribution(
            cue=(spot.first, spot.last), entry=spot.cue, speakers=speakers, content=content, stance=spot.cue.stance,
            found=Found(STAGE, f"{rule}; {spot.hit.entry.key}"), region=region, elided=elided,
        )

    def _adverb_before(self, spot: Spot) -> int:
        """The token of a 'as', 'according to what' right before a cue verb, or -1."""
        at = spot.first - 1
        if at > spot.start and self.marks.tags[at] == Tag.RELATIVE:
            at -= 1
        for first in (at, at - 1):
            if first < spot.start:
                break
            for hit in self.marks.cues[first]:
                if isinstance(hit.entry.data, Cue) and hit.entry.data.pos is PartOfSpeech.ADVERB and hit.last in (at + 1, spot.first):
                    return first
        return -1

    def _opens_anew(self, at: int, first: int) -> bool:
        """Whether a contrast word ('while') stands right before a cue."""
        return at > first and self.marks.tags[at - 1] == Tag.SUBORDINATOR

    def _subject_behind(self, start: int, limit: int) -> Phrase | None:
        at = start
        while at < limit:
            found = self.starting.get(at)
            if found is not None:
                phrase = self.phrases[found]
                return phrase if not phrase.preposition and self.fits(phrase) else None
            if self.marks.tags[at] not in 'aT,"x(':
                return None
            at += 1
        return None

    def _widened(self, phrase: Phrase, limit: int) -> int:
        """The end of a speaker with what is said of them: apposed names, 'in the name of', 'of the army'."""
        end = phrase.last
        while end < limit:
            step = end
            while step < limit and self.marks.tags[step] == Tag.PREPOSITION:
                step += 1
            found = self.starting.get(step)
            if found is None:
                break
            following = self.phrases[found]
            if following.kind in _OCCASION or following.last > limit or following.last - phrase.first > 14:
                break
            if self.marks.proclitics[step].startswith("و") and not self._coordinates(phrase, following):
                break
            if following.preposition and following.preposition not in ("ب", "ل", "باسم", "في", "من", "لدي"):
                break
            if following.preposition == "ل" and isinstance(following.kind, NameKind) and following.kind in _BY_MEDIA:
                break
            end = following.last
        return end

    def _coordinates(self, phrase: Phrase, following: Phrase) -> bool:
        return phrase.kind in (NounKind.SOURCE, NounKind.PERSON, NounKind.MEDIA) and following.kind in (
            NounKind.SOURCE, NounKind.PERSON, NounKind.MEDIA)

    def _subject_before(self, spot: Spot) -> Phrase | None:
        at = spot.first
        while at > spot.start and self.marks.tags[at - 1] in 'aTgm"':
            at -= 1
        found = self.ending.get(at) if at > spot.start else None
        if found is None:
            return None
        phrase = self.phrases[found]
        while phrase.follows < 0 and phrase.first > spot.start and phrase.preposition and self.ending.get(self._open(phrase)) is not None:
            phrase = self.phrases[self.ending[self._open(phrase)]]
        if phrase.preposition or not self.fits(phrase):
            return None
        lead = phrase.first - 1
        if lead < spot.start or self.marks.tags[lead] in "cst;,(m\"":
            return phrase
        return phrase if self.marks.proclitics[phrase.first].startswith("و") else None

    def _open(self, phrase: Phrase) -> int:
        at = phrase.first
        while at > 0 and self.marks.tags[at - 1] == Tag.PREPOSITION:
            at -= 1
        return at

    def _elided(self, spot: Spot, here: list[Attribution]) -> tuple[Speaker, ...]:
        for attribution in reversed(here):
            if attribution.speakers:
                return attribution.speakers
        if spot.cue.pos is PartOfSpeech.PARTICIPLE:
            for at in range(spot.start, spot.first):
                found = self.starting.get(at)
                if found is not None and not self.phrases[found].preposition and self.fits(self.phrases[found]):
                    return (self.speaker(self.phrases[found]),)
        return self.last_speakers

    def _relayed(self, spot: Spot, here: list[Attribution]) -> Attribution | None:
        """'The agency quoted a source as saying': the relayer first, then the source behind 'from'."""
        outer = self._subject_behind(spot.last, spot.end) or self._subject_before(spot)
        at = outer.last if outer is not None and outer.first >= spot.last else spot.last
        inner = None
        for step in range(at, min(at + 12, spot.end)):
            found = self.starting.get(step)
            if found is not None and self.phrases[found].preposition == "عن":
                inner = self.phrases[found]
                break
        if spot.hit.entry.lemma.endswith("عن") and inner is None:
            found = self.starting.get(spot.last)
            inner, outer = (self.phrases[found], None) if found is not None else (None, outer)
        if inner is None:
            return None
        opener = self.complementiser(inner.last, spot.end)
        end = self._widened(inner, opener if opener >= 0 else spot.end)
        speakers = (*((self.speaker(outer),) if outer is not None else ()), self.speaker(inner, end))
        start = self.content_start(opener) if opener >= 0 else end
        first = min(spot.first, outer.first if outer is not None else spot.first)
        if opener < 0 and spot.first > spot.start + 3:
            return self._make(spot, speakers, self._around(first, end, spot), (first, end), "relayed, behind what is said", False)
        return self._make(spot, speakers, ((start, self.reach(start, spot.end)),), (first, start), "relayed", False)

    def _nominal(self, spot: Spot, here: list[Attribution]) -> Attribution | None:
        """'His saying that', 'a statement that': a noun that attributes only with what it says behind it."""
        opener = self.complementiser(spot.last, min(spot.end, spot.last + 12))
        if opener < 0:
            return None
        speakers: tuple[Speaker, ...] = ()
        found = self.starting.get(spot.last)
        if spot.hit.enclitic:
            speakers = self.carried(here)
        elif found is not None and not self.phrases[found].preposition and self.fits(self.phrases[found]):
            speakers = (self.speaker(self.phrases[found]),)
        else:
            held = self.ending.get(opener)
            own = self.holding(spot.first)
            if own is not None and held is not None and self.fits(own):
                speakers = (self.speaker(own),)
        if not speakers:
            return None
        start = self.content_start(opener)
        return self._make(spot, speakers, ((start, self.reach(start, spot.end)),), (spot.first, start), "noun of saying", False)

    def _adverbial(self, spot: Spot, here: list[Attribution]) -> Attribution | None:
        found = self.starting.get(spot.last)
        step = spot.last
        while found is None and step < spot.end and self.marks.tags[step] in 'p"':
            step += 1
            found = self.starting.get(step)
        if found is None:
            return None
        phrase = self.phrases[found]
        if not self.fits(phrase) or phrase.kind in (NounKind.PLACE,):
            return None
        end = self._widened(phrase, spot.end)
        relays = spot.cue.relays
        speakers: tuple[Speaker, ...] = (self.speaker(phrase, end),)
        if relays and here and here[-1].speakers and here[-1].region[1] >= spot.first - 1:
            speakers = (*here[-1].speakers, *speakers)
        return self._make(spot, speakers, self._around(spot.first, end, spot), (spot.first, end), "adverbial", False)

    def _around(self, first: int, end: int, spot: Spot) -> tuple[tuple[int, int], ...]:
        """The reach of an adverbial: what follows it at the head of a sentence, else the clauses around it."""
        lead = first
        while lead > spot.start and self.marks.tags[lead - 1] in 'ca,"T':
            lead -= 1
        if lead <= spot.start:
            return ((end, self.reach(end, spot.end)),)
        start = spot.start
        for at in range(first - 1, spot.start, -1):
            if self.marks.tags[at] == Tag.STOP or (
                self.marks.tags[at] == Tag.SUBORDINATOR and WordClass.CONTRAST in self.marks.classes[at]
            ):
                start = at + 1
                break
        after = (end, spot.end)
        for at in range(end, spot.end):
            if self.marks.tags[at] == Tag.STOP or WordClass.CONTRAST in self.marks.classes[at]:
                after = (end, at)
                break
        return ((start, first), after)
