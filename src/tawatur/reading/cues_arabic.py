"""Who said it in Arabic: the verb first, its subject behind it, before it or elided."""

from dataclasses import replace

from tawatur.lexicon.entries import Cue, NounKind, PartOfSpeech, WordClass
from tawatur.model import Found, Stance
from tawatur.reading.cues import STAGE, Spot
from tawatur.reading.record import Attribution, Phrase, Speaker, Tag
from tawatur.reading.kinds import PLACE_KINDS
from tawatur.reading.speakers_arabic import SPEAKING
from tawatur.reading.subjects_arabic import SubjectFinder

__all__ = ["ArabicFinder"]

_BINDING = frozenset(("عن", "الي", "ب", "علي", "من"))
_REPORTS_OF = frozenset(("عن", "حول", "بشان", "ب"))
_HIS = ("ه", "ها", "هم")
_NONE = frozenset(("لا", "ليس", "ليست"))
_THAT = frozenset(("ان", "انه", "انها", "انهم"))
_REFUSING = frozenset(("رفض", "رد", "استنكر", "كذب", "فند"))
_FURTHEST_BODY = 12
_FURTHEST_BINDER = 16


class ArabicFinder(SubjectFinder):
    """Arabic: the verb comes first, its subject behind it or elided."""

    def read(self, spot: Spot, here: list[Attribution]) -> Attribution | None:
        """The attribution that an Arabic cue makes, or None."""
        if spot.hit.enclitic and self.concord.feminine(spot.last - 1):
            return None
        if spot.cue.pos is PartOfSpeech.ADVERB:
            return self._adverbial(spot, here)
        if spot.cue.pos is PartOfSpeech.NOUN:
            return self._nominal(spot, here)
        if spot.cue.relays:
            return self._relayed(spot, here)
        return self._verbal(spot, here)

    # -- verbs ----------------------------------------------------------------------------------

    def _verbal(self, spot: Spot, here: list[Attribution]) -> Attribution | None:
        opener = self._opener(spot)
        limit = opener if opener >= 0 else spot.end
        finite = spot.cue.pos is not PartOfSpeech.PARTICIPLE and not spot.cue.passive
        speakers: tuple[Speaker, ...] = ()
        start, speaker_end, elided, rule = spot.first, spot.last, False, "passive: nobody is named"
        if finite:
            ahead, phrase = self.subjects(spot, limit)
            if ahead is not None:
                speakers, start, rule = (self.speaker(ahead),), ahead.first, "verb behind its subject"
                if self._reported_by_denier(ahead, here):
                    return None
            elif phrase is not None:
                speaker_end = max(phrase.last, self.widened(phrase, limit))
                speakers, rule = (self.speaker(phrase, self.widened(phrase, limit)),), "verb with its subject behind it"
        if not speakers and not spot.cue.passive:
            speakers, elided, rule = self.elided(spot, here), True, "subject carried over"
        if elided and self._announced(spot, opener, here):
            speakers, elided, rule = (), False, "passive: nobody is named"
        if self.unsaid(spot):
            self.recall(speakers)
            return None
        if not speakers and not rule.startswith("passive"):
            return None
        adverb = self._adverb_before(spot)
        if adverb >= 0:
            return self._make(spot, speakers, self._around(adverb, speaker_end, spot), (adverb, speaker_end), "adverbial clause", elided)
        refused = self._report_behind(speaker_end, spot) if speakers and not elided else -1
        if refused >= 0:
            refusal = self._make(spot, speakers, ((refused, spot.end),), (start, refused), "refuses a report", elided)
            return replace(refusal, stance=Stance.DENIES)
        if opener < 0:
            speaker_end, bound = self._bound(speaker_end, spot.end)
            bound = bound or ((elided or not speakers) and not spot.cue.needs_content and self._event_behind(spot.last))
            if not bound and (spot.cue.needs_content or spot.cue.passive or elided):
                self.recall(() if elided else speakers)
                return None
            elided = elided and not bound
        content_start = self.content_start(opener) if opener >= 0 else speaker_end
        region = (start, content_start)
        content = ((content_start, self.ending_of(content_start, spot)),)
        sibling = "sibling " if self._beside(spot, start, here, elided=elided) else ""
        return self._make(spot, speakers, content, region, sibling + rule, elided)

    def _at_a_time(self, at: int) -> bool:
        """'At a time when the paper spoke of': a clause of its own, beside the one before."""
        return self.tokens.folded[at] == "وقت" and self.marks.tags[at - 1] == Tag.PREPOSITION

    def _opener(self, spot: Spot) -> int:
        """What opens the content of a verb; it may be the last word of the cue itself ('it was said that')."""
        last = spot.last - 1
        if last > spot.first and self.tokens.folded[last].removeprefix("ب") in _THAT:
            return last
        return self.complementiser(spot.last, spot.end)

    def _beside(self, spot: Spot, start: int, here: list[Attribution], *, elided: bool) -> bool:
        """Whether a cue stands beside the one before it in its sentence, not inside what that one says."""
        if not here:
            return False
        if spot.cue.pos is PartOfSpeech.PARTICIPLE or spot.hit.proclitics.startswith(("و", "ف")) or elided:
            return True
        lead = start - 1
        while lead > spot.start and self.marks.tags[lead] in 'amT"':
            lead -= 1
        if self.marks.tags[lead] == Tag.SUBORDINATOR and lead == start - 1:
            return True
        return start == spot.first and (self.marks.tags[lead] == Tag.COMMA or self._at_a_time(lead))

    def _reported_by_denier(self, ahead: Phrase, here: list[Attribution]) -> bool:
        """'Denied reports that say': the reports say what is denied, not their own."""
        return bool(here) and ahead.kind is NounKind.DOCUMENT and here[-1].stance is Stance.DENIES and (
            0 <= ahead.first - here[-1].region[1] < 3)

    def _bound(self, start: int, limit: int) -> tuple[int, bool]:
        """Where a nominal content begins that a preposition binds to the verb ('revealed the start of'), and whether one does.

        Between them may stand an apposition, where it was said, and one addressee ('warned the army of').
        """
        at, addressed = start, False
        while at < min(limit, start + _FURTHEST_BINDER):
            found = self.starting.get(at)
            if self._binds(at, found):
                return at, True
            if found is not None:
                phrase = self.phrases[found]
                if not phrase.preposition:
                    if addressed and phrase.follows < 0:
                        break
                    addressed = self.marks.tags[at - 1] != Tag.COMMA
                    if phrase.kind not in SPEAKING and phrase.kind not in PLACE_KINDS:
                        break
                at = phrase.last
            elif self.marks.tags[at] in 'apT,("x':
                at += 1
            else:
                break
        return start, False

    def _report_behind(self, start: int, spot: Spot) -> int:
        """Where the report begins that a verb of refusing is about ('rejected claims of'), or -1."""
        if spot.hit.entry.lemma not in _REFUSING:
            return -1
        for at in range(start, min(spot.end, start + _FURTHEST_BODY)):
            if any(isinstance(hit.entry.data, Cue) and hit.entry.data.pos is PartOfSpeech.NOUN for hit in self.marks.cues[at]):
                return at
            if self.marks.tags[at] in "vrst;":
                return -1
        return -1

    def _announced(self, spot: Spot, opener: int, here: list[Attribution]) -> bool:
        """'In April the death of five was announced': a bare happening behind a verb that nobody is there for."""
        return (
            opener < 0 and not here and not spot.hit.proclitics and spot.cue.pos is PartOfSpeech.VERB and not spot.cue.needs_content
            and self._event_behind(spot.last) and self.main_subject(spot.start, spot.first, "") is None
        )

    def _event_behind(self, at: int) -> bool:
        """Whether a bare verbal noun stands right behind a cue: 'stressing the recapture of'."""
        found = self.starting.get(at)
        return found is not None and not self.phrases[found].preposition and self.concord.names_event(self.phrases[found])

    def _binds(self, at: int, found: int | None) -> bool:
        if self.tokens.folded[at] in _BINDING:
            behind = self.starting.get(at + 1)
            return self.tokens.folded[at] != "من" or behind is None or self.phrases[behind].kind not in PLACE_KINDS
        bare = self.marks.proclitics[at] in ("ب", "بال")
        return bare and (found is None or self.phrases[found].kind not in PLACE_KINDS)

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

    # -- relayed, nominal, adverbial ------------------------------------------------------------

    def _relayed(self, spot: Spot, here: list[Attribution]) -> Attribution | None:
        """'The agency quoted a source as saying': the relayer first, then the source behind 'from'."""
        ahead, behind = self.subjects(spot, spot.end)
        outer = behind or ahead
        at = outer.last if outer is not None and outer.first >= spot.last else spot.last
        inner: Speaker | None = None
        end = at
        if spot.hit.entry.lemma.endswith("عن"):
            found = self.starting.get(spot.last)
            outer = None
            if found is not None:
                end = self.widened(self.phrases[found], spot.end)
                inner = self.speaker(self.phrases[found], end)
        if inner is None:
            inner, end = self._quoted_one(at, spot, here)
        if inner is None:
            return None
        opener = self.complementiser(end, spot.end)
        if opener < 0 and end < spot.end and self.tokens.folded[end] == "؛":
            opener = self.complementiser(end + 1, spot.end)
        speakers = (*((self.speaker(outer),) if outer is not None else ()), inner)
        start = self.content_start(opener) if opener >= 0 else end
        first = min(spot.first, outer.first if outer is not None else spot.first)
        if opener < 0 and spot.first > spot.start + 3:
            return self._make(spot, speakers, self._around(first, end, spot), (first, end), "relayed, behind what is said", False)
        rule = "sibling relayed" if self._beside(spot, first, here, elided=False) else "relayed"
        return self._make(spot, speakers, ((start, self.ending_of(start, spot)),), (first, start), rule, False)

    def _quoted_one(self, at: int, spot: Spot, here: list[Attribution]) -> tuple[Speaker | None, int]:
        """Who stands behind 'from' after a verb of relaying, or whom its pronoun points back to."""
        for step in range(at, min(at + 12, spot.end)):
            found = self.starting.get(step)
            if found is not None and self.phrases[found].preposition == (
                "الي" if spot.hit.entry.lemma.startswith("نسب") else "عن"
            ):
                end = self.widened(self.phrases[found], spot.end)
                return self.speaker(self.phrases[found], end), end
            if self.tokens.folded[step] == "لسان" and self.starting.get(step + 1) is not None:
                phrase = self.phrases[self.starting[step + 1]]
                return self.speaker(phrase), phrase.last
            if self.tokens.folded[step] in ("عنه", "عنها", "عنهم"):
                back = self.carried(here)
                return (back[-1] if back else None), step + 1
        return None, at

    def _nominal(self, spot: Spot, here: list[Attribution]) -> Attribution | None:
        """'His saying that', 'a statement that': a noun that attributes only with what it says behind it."""
        if spot.cue.stance is Stance.DENIES and self.tokens.folded[spot.first] in _NONE:
            return self._no_such_thing(spot, here)
        opener = self.complementiser(spot.last, min(spot.end, spot.last + _FURTHEST_BODY))
        found = self.starting.get(spot.last)
        own = self.holding(spot.first)
        if opener < 0:
            return None
        speakers: tuple[Speaker, ...] = ()
        his = bool(spot.hit.enclitic) or self.tokens.folded[spot.last - 1].endswith(_HIS)
        if his:
            speakers = self._whose_saying(spot, here)
        elif spot.hit.proclitics.endswith(("ب", "بال")) and spot.cue.stance is Stance.ASSERTS:
            ahead = self.main_subject(spot.start, spot.first, "")
            speakers = (self.speaker(ahead),) if ahead is not None else self.elided(spot, here)
        elif found is not None and not self.phrases[found].preposition and self.fits(self.phrases[found]):
            speakers = (self.speaker(self.phrases[found]),)
        elif own is not None and own.kind is None and own.first == spot.first and own.last > spot.last:
            inner = self.inside(own, spot.last)
            speakers = (self.speaker(inner),) if self.fits(inner) else ()
        elif own is not None and own.kind is NounKind.DOCUMENT and self.fits(own) and self.ending.get(opener) is not None:
            speakers = (self.speaker(own),)
        if not speakers:
            return None
        start = self.content_start(opener)
        rule = "sibling noun of saying" if his or spot.hit.proclitics.endswith("ب") else "noun of saying"
        return self._make(spot, speakers, ((start, self.ending_of(start, spot)),), (spot.first, start), rule, False)

    def _no_such_thing(self, spot: Spot, here: list[Attribution]) -> Attribution | None:
        """'(He said) there is no truth in': whoever speaks here denies what follows."""
        speakers = here[-1].speakers if here else self.headed
        if not speakers:
            return None
        return self._make(spot, speakers, ((spot.last, self.ending_of(spot.last, spot)),), (spot.first, spot.last), "no truth in", True)

    def _whose_saying(self, spot: Spot, here: list[Attribution]) -> tuple[Speaker, ...]:
        """'Attributed to X his saying': the one behind 'from' or 'to' right before, else the last speaker."""
        held = self.ending.get(spot.first)
        if held is not None and self.phrases[held].preposition in ("الي", "عن") and self.fits(self.phrases[held]):
            return (self.speaker(self.phrases[held]),)
        return self.elided(spot, here)

    def _adverbial(self, spot: Spot, here: list[Attribution]) -> Attribution | None:
        step = spot.last
        if step < spot.end and WordClass.COMPLEMENTISER in self.marks.classes[step] and spot.last - spot.first > 1:
            speakers = self.elided(spot, here)
            content = ((step + 1, self.ending_of(step + 1, spot)),)
            return self._make(spot, speakers, content, (spot.first, step + 1), "sibling subject carried over", True) if speakers else None
        published = step < spot.end and self.marks.tags[step] == Tag.RELATIVE
        if published:
            step += 1
        if step < spot.end and self.marks.tags[step] == Tag.VERB and self._only_passes_on(step) and (published or spot.hit.entry.lemma.endswith("ما")):
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
        return self._make(spot, speakers, self._around(spot.first, end, spot), (spot.first, end), "adverbial", False)

    def _only_passes_on(self, at: int) -> bool:
        """Whether a verb behind 'according to what' is no verb of saying, but 'published', 'passed on'."""
        return not any(isinstance(hit.entry.data, Cue) and not hit.entry.data.relays for hit in self.marks.cues[at])

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
