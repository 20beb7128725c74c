"""Who said it in Arabic: the verb first, its subject behind it, before it or elided."""

from dataclasses import dataclass, replace

from tawatur.lexicon.entries import Cue, NounKind, PartOfSpeech, Trigger
from tawatur.model import Stance
from tawatur.reading.adverbials_arabic import AdverbialFinder
from tawatur.reading.cues import Spot
from tawatur.reading.kinds import PLACE_KINDS
from tawatur.reading.record import Attribution, Phrase, Speaker, Tag
from tawatur.reading.speakers_arabic import SPEAKING

__all__ = ["ArabicFinder"]

_BINDING = frozenset(("عن", "الي", "ب", "علي", "من"))
_HIS = ("ه", "ها", "هم")
_NONE = frozenset(("لا", "ليس", "ليست"))
_THAT = frozenset(("ان", "انه", "انها", "انهم"))
_NOBODY = "passive: nobody is named"
_REFUSAL = "رفض"
_TO = frozenset(("الي", "علي", "في"))
_REFUSING = frozenset((_REFUSAL, "رد", "استنكر", "كذب", "فند"))
_FURTHEST_BODY = 12
_FURTHEST_BINDER = 16


@dataclass(frozen=True, slots=True)
class _Said:
    """Who says it: the tokens that cue and speaker take up, and the rule that found them."""

    speakers: tuple[Speaker, ...]
    first: int
    last: int
    rule: str
    elided: bool = False


class ArabicFinder(AdverbialFinder):
    """Arabic: the verb comes first, its subject behind it or elided."""

    def read(self, spot: Spot, here: list[Attribution]) -> Attribution | None:
        """The attribution that an Arabic cue makes, or None."""
        if spot.hit.enclitic and self.concord.feminine(spot.last - 1):
            return None
        if spot.cue.pos is PartOfSpeech.ADVERB:
            return self.adverbial(spot, here)
        if spot.cue.pos is PartOfSpeech.NOUN:
            return self._nominal(spot, here)
        if spot.cue.relays:
            return self._relayed(spot, here)
        return self._verbal(spot, here)

    # -- verbs ----------------------------------------------------------------------------------

    def _verbal(self, spot: Spot, here: list[Attribution]) -> Attribution | None:
        opener = self._opener(spot)
        said = self._said_by(spot, opener, here)
        if said is None:
            return None
        if self.unsaid(spot):
            self.recall(said.speakers)
            return None
        content: tuple[tuple[int, int], ...]
        label = self.labelled(spot)
        if label is not None:
            return self.make(spot, said.speakers, (label,), (said.first, label[0]), "what X calls", said.elided)
        resumed = self.resuming(spot)
        if resumed > spot.start and opener < 0:
            content = ((spot.start, resumed),)
            return self.make(spot, said.speakers, content, (resumed, said.last), "which X said", said.elided)
        adverb = self.adverb_before(spot)
        if adverb < 0 and opener < 0:
            adverb = self.likewise(spot, said.last)
        if adverb >= 0:
            content = self.around(adverb, said.last, spot)
            return self.make(spot, said.speakers, content, (adverb, said.last), "adverbial clause", said.elided)
        refusing = spot.hit.entry.lemma in _REFUSING
        refused = self._report_behind(said.last, spot) if refusing and not said.elided else -1
        if refused >= 0:
            content = ((refused, spot.end),)
            refusal = self.make(spot, said.speakers, content, (said.first, refused), "refuses a report", said.elided)
            return replace(refusal, stance=Stance.DENIES)
        if spot.hit.entry.lemma == _REFUSAL and spot.last - spot.first == 1:
            self.recall(() if said.elided else said.speakers)
            return None
        return self._with_content(spot, opener, said, here)

    def _said_by(self, spot: Spot, opener: int, here: list[Attribution]) -> _Said | None:
        """Who a verb of saying is said of, or None where nobody can be."""
        if spot.cue.passive:
            return _Said((), spot.first, spot.last, _NOBODY)
        limit = opener if opener >= 0 else spot.end
        if spot.cue.pos is not PartOfSpeech.PARTICIPLE:
            ahead, behind = self.subjects(spot, limit)
            if ahead is not None:
                if self._reported_by_denier(ahead, here):
                    return None
                return _Said((self.speaker(ahead),), ahead.first, spot.last, "verb behind its subject")
            if behind is not None:
                end = self.widened(behind, limit)
                return _Said(
                    (self.speaker(behind, end),), spot.first, max(behind.last, end), "verb with its subject behind it"
                )
        if self._announced(spot, opener, here):
            return _Said((), spot.first, spot.last, _NOBODY)
        carried = self.elided(spot, here)
        return _Said(carried, spot.first, spot.last, "subject carried over", elided=True) if carried else None

    def _with_content(self, spot: Spot, opener: int, said: _Said, here: list[Attribution]) -> Attribution | None:
        """The attribution with what is said: behind 'that', bound by a preposition, or bare."""
        start, elided = said.last, said.elided
        if opener >= 0:
            start = self.content_start(opener)
        else:
            start, bound = self._bound(start, spot.end)
            unnamed = elided or not said.speakers
            bound = bound or (unnamed and not spot.cue.needs_content and self._event_behind(spot.last))
            if not bound and (spot.cue.needs_content or spot.cue.passive or elided):
                self.recall(() if elided else said.speakers)
                return None
            elided = elided and not bound
        content = ((start, self.ending_of(start, spot)),)
        sibling = "sibling " if self._beside(spot, said.first, here, elided=elided) else ""
        return self.make(spot, said.speakers, content, (said.first, start), sibling + said.rule, elided)

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
        return (
            bool(here)
            and ahead.kind is NounKind.DOCUMENT
            and here[-1].stance is Stance.DENIES
            and (0 <= ahead.first - here[-1].region[1] < 3)
        )

    def _bound(self, start: int, limit: int) -> tuple[int, bool]:
        """Where a nominal content begins, and whether a preposition binds it to the verb ('revealed the start of').

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
        for at in range(start, min(spot.end, start + _FURTHEST_BODY)):
            if any(
                isinstance(hit.entry.data, Cue) and hit.entry.data.pos is PartOfSpeech.NOUN
                for hit in self.marks.cues[at]
            ):
                return at
            if self.marks.tags[at] in "vrst;":
                return -1
        return -1

    def _announced(self, spot: Spot, opener: int, here: list[Attribution]) -> bool:
        """'In April the death of five was announced': a bare happening behind a verb that nobody is there for."""
        return (
            opener < 0
            and not here
            and not spot.hit.proclitics
            and spot.cue.pos is PartOfSpeech.VERB
            and not spot.cue.needs_content
            and self._event_behind(spot.last)
            and self.main_subject(spot.start, spot.first, "") is None
        )

    def _event_behind(self, at: int) -> bool:
        """Whether a bare verbal noun stands right behind a cue: 'stressing the recapture of'."""
        found = self.starting.get(at)
        return (
            found is not None and not self.phrases[found].preposition and self.concord.names_event(self.phrases[found])
        )

    def _binds(self, at: int, found: int | None) -> bool:
        if self.tokens.folded[at] in _BINDING:
            behind = self.starting.get(at + 1)
            return self.tokens.folded[at] != "من" or behind is None or self.phrases[behind].kind not in PLACE_KINDS
        bare = self.marks.proclitics[at] in ("ب", "بال")
        return bare and (found is None or self.phrases[found].kind not in PLACE_KINDS)

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
            if found is not None and self.fits(self.phrases[found]):
                end = self.widened(self.phrases[found], spot.end)
                inner = self.speaker(self.phrases[found], end)
        if inner is None:
            inner, end = self._quoted_one(at, spot, here)
        if inner is None:
            return self._verbal(spot, here)
        opener = self.complementiser(end, spot.end)
        if opener < 0 and end < spot.end and self.tokens.folded[end] == "؛":
            opener = self.complementiser(end + 1, spot.end)
        speakers = (*((self.speaker(outer),) if outer is not None else ()), inner)
        start = self.content_start(opener) if opener >= 0 else end
        first = min(spot.first, outer.first if outer is not None else spot.first)
        if opener < 0 and spot.first > spot.start + 3:
            return self.make(
                spot, speakers, self.around(first, end, spot), (first, end), "relayed, behind what is said", False
            )
        rule = "sibling relayed" if self._beside(spot, first, here, elided=False) else "relayed"
        return self.make(spot, speakers, ((start, self.ending_of(start, spot)),), (first, start), rule, False)

    def _quoted_one(self, at: int, spot: Spot, here: list[Attribution]) -> tuple[Speaker | None, int]:
        """Who stands behind 'from' after a verb of relaying, or whom its pronoun points back to."""
        for step in range(at, min(at + 12, spot.end)):
            found = self.starting.get(step)
            behind = "الي" if spot.hit.entry.lemma.startswith("نسب") else "عن"
            if found is not None and self.phrases[found].preposition == behind:
                if not self.fits(self.phrases[found]):
                    return None, at
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
        opener = self._that_behind(spot)
        found = self.starting.get(spot.last)
        own = self.holding(spot.first)
        if opener == spot.last and self.marks.tags[opener] == Tag.QUOTE and spot.cue.stance is Stance.DOUBTS:
            return None
        if opener < 0:
            return self._announcement(spot, here)
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
        elif (
            own is not None and own.kind is NounKind.DOCUMENT and self.fits(own) and self.ending.get(opener) is not None
        ):
            speakers = (self.speaker(own),)
        if not speakers and self.tokens.folded[spot.first - 1] in _TO and spot.hit.proclitics == "ال":
            ahead = self.main_subject(spot.start, spot.first, "")
            speakers = (self.speaker(ahead),) if ahead is not None else ()
        if not speakers:
            return None
        start = self.content_start(opener)
        rule = "sibling noun of saying" if his or spot.hit.proclitics.endswith("ب") else "noun of saying"
        return self.make(spot, speakers, ((start, self.ending_of(start, spot)),), (spot.first, start), rule, False)

    def _that_behind(self, spot: Spot) -> int:
        """What opens the content of a noun of saying, 'on that' included ('the stress on that')."""
        opener = self.complementiser(spot.last, min(spot.end, spot.last + _FURTHEST_BODY))
        bound = spot.last + 1
        if opener < 0 and bound < spot.end and self.tokens.folded[spot.last] == "علي":
            return bound if self.tokens.folded[bound] in _THAT else -1
        return opener

    def _announcement(self, spot: Spot, here: list[Attribution]) -> Attribution | None:
        """'The ministry's announcement on Sunday of the death of', 'kept denying the arming of': no 'that' behind."""
        own = self.holding(spot.first)
        if own is None or own.first != spot.first or spot.hit.enclitic:
            return None
        if own.last == spot.last or self._verbal_noun(spot.last):
            if spot.cue.stance is not Stance.DENIES or not self._verbal_noun(spot.last):
                return None
            ahead = self.main_subject(spot.start, spot.first, "")
            speakers = (self.speaker(ahead),) if ahead is not None else self.elided(spot, here)
            start = spot.last
        else:
            inner = self.inside(own, spot.last)
            speakers = (self.speaker(inner),) if inner.kind in SPEAKING and self.fits(inner) else ()
            start = own.last
            while start < spot.end and self.marks.tags[start] in "aT,":
                start += 1
            if not self._event_behind(start):
                return None
        if not speakers:
            return None
        end = self.ending_of(start, spot)
        return self.make(spot, speakers, ((start, end),), (spot.first, start), "noun of announcing", False)

    def _verbal_noun(self, at: int) -> bool:
        return at < len(self.tokens) and any(
            isinstance(hit.entry.data, Trigger) and hit.entry.data.pos is PartOfSpeech.NOUN
            for hit in self.marks.triggers[at]
        )

    def _no_such_thing(self, spot: Spot, here: list[Attribution]) -> Attribution | None:
        """'(He said) there is no truth in': whoever speaks here denies what follows."""
        speakers = here[-1].speakers if here else self.headed
        if not speakers:
            return None
        return self.make(
            spot,
            speakers,
            ((spot.last, self.ending_of(spot.last, spot)),),
            (spot.first, spot.last),
            "no truth in",
            True,
        )

    def _whose_saying(self, spot: Spot, here: list[Attribution]) -> tuple[Speaker, ...]:
        """'Attributed to X his saying': the one behind 'from' or 'to' right before, else the last speaker."""
        held = self.ending.get(spot.first)
        if held is not None and self.phrases[held].preposition in ("الي", "عن") and self.fits(self.phrases[held]):
            return (self.speaker(self.phrases[held]),)
        return self.elided(spot, here)
