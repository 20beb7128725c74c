"""Participles and infinitives of saying in English and French, and the forms of a cue that say nothing."""

from tawatur.lexicon.entries import PartOfSpeech
from tawatur.reading.content_latin import INFINITIVE
from tawatur.reading.cues import Spot
from tawatur.reading.recall_latin import SPEAKING
from tawatur.reading.record import Attribution, Tag
from tawatur.reading.relays_latin import LatinRelays

__all__ = ["LatinParticiples"]

_BE = frozenset(("be", "être"))
_REFLEXIVE = frozenset(("s'", "se", "m'", "me"))
_WITHOUT = frozenset(("sans", "without"))


class LatinParticiples(LatinRelays):
    """Reads cues that hang on the subject of another verb."""

    def _suffered(self, first: int, spot: Spot) -> bool:
        """Whether a verb of saying is a passive ('was accused') and so no cue; a reflexive ('s'est dit') is one."""
        lemmas = [w.entry.lemma for w in self.marks.words[first : spot.first] if w is not None]
        if not any(lemma in _BE for lemma in lemmas):
            return False
        if self.tokens.folded[first] in _REFLEXIVE:
            return False
        return not self.tokens.folded[spot.first].endswith("ing")

    def _bare_participle(self, first: int, spot: Spot) -> bool:
        """A past participle without its auxiliary is an adjective, no saying ('la zone dite', 'as announced by')."""
        if (first < spot.first and self.marks.tags[first] in "mv") or Tag.AUXILIARY in self.marks.tags[
            first : spot.first
        ]:
            return False
        word = self.tokens.text[self.tokens.starts[spot.first] : self.tokens.ends[spot.first]]
        if self.english:
            if not word.endswith("ed") or spot.last >= spot.end:
                return False
            attributive = (
                first > spot.start and self.marks.tags[first - 1] in "djp#" and self.marks.tags[spot.last] in "nj"
            )
            return self.tokens.folded[spot.last] == "by" or attributive
        return word.endswith(("é", "és", "ée", "ées", "dite", "dites", "dits"))

    def _unsaid(self, first: int, spot: Spot) -> bool:
        """'Did not say', 'sans preciser', "n'a pas confirme"."""
        if any(tag == Tag.NEGATION for tag in self.marks.tags[first : spot.first]):
            return True
        if first > spot.start and self.tokens.folded[first - 1] in _WITHOUT:
            return True
        return (
            not self.english
            and spot.last < spot.end
            and self.marks.tags[spot.last] == Tag.NEGATION
            and (first > spot.start and self.marks.tags[first - 1] == Tag.NEGATION)
        )

    def _is_infinitive(self, first: int, spot: Spot) -> bool:
        if self.english:
            return first > spot.start and self.tokens.folded[first - 1] == "to"
        return self.tokens.folded[spot.first].endswith(INFINITIVE) and first == spot.first

    def _conjoined(self, first: int, spot: Spot) -> bool:
        return first > spot.start and self.marks.tags[first - 1] == Tag.CONJUNCTION

    def _trailing(self, first: int, spot: Spot) -> bool:
        """Whether a cue hangs on the subject of another verb: 'adding that', 'ajoutant que', 'pour rappeler que'."""
        if spot.cue.pos is PartOfSpeech.PARTICIPLE or self._is_infinitive(first, spot):
            return True
        return first == spot.first and self.tokens.folded[spot.first].endswith(("ing", "ant"))

    def _participle(self, spot: Spot, here: list[Attribution], first: int) -> Attribution | None:
        opener = self.opener(spot.last, spot.end, participle=True)
        bare = not spot.cue.needs_content and not self._is_infinitive(first, spot)
        if opener < 0 and not (bare and (self._clause_behind(spot) if self.english else self._noun_behind(spot))):
            return None
        begins = (
            opener if opener >= 0 and self.marks.tags[opener] in '"mv' else opener + 1 if opener >= 0 else spot.last
        )
        content = self.content_behind(opener, spot) if opener >= 0 else ((spot.last, spot.end),)
        own = self.ending.get(first)
        if own is not None and self.phrases[own].kind in SPEAKING and not self.phrases[own].preposition:
            own_speaker = self.speaker(self.phrases[own])
            return self.placed(
                spot, (own_speaker,), (own_speaker.first, begins), content, "participle of the subject, content behind"
            )
        said = next((a for a in reversed(here) if a.speakers and a.region[1] <= first), None)
        if said is not None:
            return self.placed(spot, said.speakers, (first, begins), content, "sibling participle, content behind")
        lead = self._leading(spot)
        if lead is None:
            return None
        return self.placed(spot, (lead,), (first, begins), content, "participle of the subject, content behind")

    def _clause_behind(self, spot: Spot) -> bool:
        """Whether a clause with a verb of its own follows without 'that'."""
        if spot.cue.needs_content or spot.last not in self.starting:
            return False
        at = self.phrases[self.starting[spot.last]].last
        while at < spot.end and self.marks.tags[at] in "aTg":
            at += 1
        return at < spot.end and self.marks.tags[at] in "vm"

    def _noun_behind(self, spot: Spot) -> bool:
        """Whether what a French participle is said of is a happening or quoted ('évoquant une "méprise"')."""
        at = spot.last
        while at < spot.end and self.marks.tags[at] == Tag.PREPOSITION:
            at += 1
        found = self.starting.get(at)
        if found is None:
            return False
        phrase = self.phrases[found]
        return Tag.QUOTE in self.marks.tags[phrase.first : phrase.last + 1] or bool(self.marks.triggers[phrase.head])
