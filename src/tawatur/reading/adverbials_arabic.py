"""Adverbial sources of Arabic ('according to', 'as was announced'), and how far each reaches."""

from tawatur.lexicon.entries import Cue, NounKind, PartOfSpeech, WordClass
from tawatur.model import Found
from tawatur.reading.cues import STAGE, Spot
from tawatur.reading.headlines_arabic import HeadlineFinder
from tawatur.reading.record import Attribution, Speaker, Tag

__all__ = ["AdverbialFinder"]


class AdverbialFinder(HeadlineFinder):
    """Finds what adverbials put down to whom."""

    def make(
        self,
        spot: Spot,
        speakers: tuple[Speaker, ...],
        content: tuple[tuple[int, int], ...],
        region: tuple[int, int],
        rule: str,
        elided: bool,
    ) -> Attribution:
        """An attribution of the cue at ``spot``, by a rule that its finding names."""
        return Attribution(
            cue=(spot.first, spot.last),
            entry=spot.cue,
            speakers=speakers,
            content=content,
            stance=spot.cue.stance,
            found=Found(STAGE, f"{rule}; {spot.hit.entry.key}"),
            region=region,
            elided=elided,
        )

    def adverb_before(self, spot: Spot) -> int:
        """The token of a 'as', 'according to what' right before a cue verb, or -1."""
        at = spot.first - 1
        if at > spot.start and self.marks.tags[at] == Tag.RELATIVE:
            at -= 1
        for first in (at, at - 1):
            if first < spot.start:
                break
            for hit in self.marks.cues[first]:
                if (
                    isinstance(hit.entry.data, Cue)
                    and hit.entry.data.pos is PartOfSpeech.ADVERB
                    and hit.last in (at + 1, spot.first)
                ):
                    return first
        return -1

    def adverbial(self, spot: Spot, here: list[Attribution]) -> Attribution | None:
        """The attribution that 'according to' or 'as was said by' makes, or None."""
        step = spot.last
        if step < spot.end and WordClass.COMPLEMENTISER in self.marks.classes[step] and spot.last - spot.first > 1:
            return self._carried_on(spot, step, here)
        published = step < spot.end and self.marks.tags[step] == Tag.RELATIVE
        if published:
            step += 1
        if (
            step < spot.end
            and self.marks.tags[step] == Tag.VERB
            and self._only_passes_on(step)
            and (published or spot.hit.entry.lemma.endswith("ما"))
        ):
            step += 1
        elif published:
            return None
        while step < spot.end and self.starting.get(step) is None and self.marks.tags[step] in 'p"':
            step += 1
        found = self.starting.get(step)
        if found is None:
            return None
        phrase = self.whose(found)
        if not self.fits(phrase) or phrase.kind is NounKind.PLACE or self.concord.names_event(phrase):
            return None
        end = self.widened(phrase, spot.end)
        speakers: tuple[Speaker, ...] = (self.speaker(phrase, end),)
        if spot.cue.relays and here and here[-1].speakers and here[-1].region[1] >= spot.first - 1:
            speakers = (*here[-1].speakers, *speakers)
        return self.make(spot, speakers, self.around(spot.first, end, spot), (spot.first, end), "adverbial", False)

    def _carried_on(self, spot: Spot, opener: int, here: list[Attribution]) -> Attribution | None:
        """'As was announced that': an adverbial with what is said right behind it, its speaker left out."""
        speakers = self.elided(spot, here)
        if not speakers:
            return None
        content = ((opener + 1, self.ending_of(opener + 1, spot)),)
        return self.make(spot, speakers, content, (spot.first, opener + 1), "sibling subject carried over", elided=True)

    def _only_passes_on(self, at: int) -> bool:
        """Whether a verb behind 'according to what' is no verb of saying, but 'published', 'passed on'."""
        return not any(isinstance(hit.entry.data, Cue) and not hit.entry.data.relays for hit in self.marks.cues[at])

    def around(self, first: int, end: int, spot: Spot) -> tuple[tuple[int, int], ...]:
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
