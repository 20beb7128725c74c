"""Adverbial sources of Arabic ('according to', 'as was announced'), and how far each reaches."""

from tawatur.lexicon.entries import Cue, NounKind, PartOfSpeech, WordClass
from tawatur.model import Found
from tawatur.reading.cues import STAGE, Spot
from tawatur.reading.headlines_arabic import HeadlineFinder
from tawatur.reading.record import Attribution, Speaker, Tag

__all__ = ["AdverbialFinder"]

_AS = "كما"
_DESCRIBE = ("وصف", "سمى")
_IT = ("ه", "ها", "هم")
_LABEL = 7
_WHICH = frozenset(("الذي", "التي"))
_THING = frozenset(("الامر", "الانباء", "الشيء"))
_WHAT = frozenset(("ما", "امر", "انباء", "خبر"))
_AND_IT = frozenset(("وهو", "وهي", "وهذا"))


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
            return self._subject_speaks(spot, step, here)
        phrase = self.whose(found)
        if not self.fits(phrase) or phrase.kind is NounKind.PLACE or self.concord.names_event(phrase):
            return None
        end = self.widened(phrase, spot.end)
        speakers: tuple[Speaker, ...] = (self.speaker(phrase, end),)
        if spot.cue.relays and here and here[-1].speakers and here[-1].region[1] >= spot.first - 1:
            speakers = (*here[-1].speakers, *speakers)
        return self.make(spot, speakers, self.around(spot.first, end, spot), (spot.first, end), "adverbial", False)

    def _subject_speaks(self, spot: Spot, step: int, here: list[Attribution]) -> Attribution | None:
        """'The army hit targets, as it announced on Sunday': nobody is named, so the subject of the clause speaks."""
        if spot.last - spot.first < 2 or not self._ends_here(step, spot.end) or here:
            return None
        subject = self.main_subject(spot.start, spot.first, "")
        if subject is None:
            return None
        speakers = (self.speaker(subject),)
        return self.make(
            spot, speakers, self.around(spot.first, step, spot), (spot.first, step), "adverbial of the subject", True
        )

    def _ends_here(self, at: int, end: int) -> bool:
        """Whether a clause ends at a token, when it was said left aside."""
        while at < end and self.marks.tags[at] in 'T"':
            at += 1
        return at >= end or self.marks.tags[at] in ",;)"

    def likewise(self, spot: Spot, last: int) -> int:
        """The token of an 'as' before a verb of saying that has nothing but its speaker behind it, or -1."""
        at = spot.first - 1
        if at > spot.start and self.tokens.folded[at] == _AS and self._ends_here(last, spot.end):
            return at
        return -1

    def labelled(self, spot: Spot) -> tuple[int, int] | None:
        """The short quotation right behind 'which it described as': nothing but that is put down to anybody."""
        if not spot.hit.entry.lemma.startswith(_DESCRIBE) or not self.tokens.folded[spot.last - 1].endswith(_IT):
            return None
        for at in range(spot.last, min(spot.last + 3, spot.end)):
            quotation = self.quoted.get(at)
            if quotation is not None and quotation.first == at:
                short = quotation.last - quotation.first <= _LABEL
                return (at, min(quotation.last, spot.end)) if short else None
        return None

    def resuming(self, spot: Spot) -> int:
        """Where 'a thing which X denied', 'which X confirmed' begins, that resumes all that stands before it; or -1."""
        at = spot.first - 1
        if not spot.hit.enclitic or at <= spot.start:
            return -1
        word = self.tokens.folded[at]
        lead = at - 1
        if word in _WHICH and self.tokens.folded[lead] in _THING:
            return lead
        if word in _WHAT and self.tokens.folded[lead] in _AND_IT:
            return lead
        return -1

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
