"""Who said it in English and French: the subject before the verb, or behind it after what was said."""

from dataclasses import replace

from tawatur.lexicon.entries import NounKind, PartOfSpeech, WordClass
from tawatur.model import Found
from tawatur.reading.cues import STAGE, Finder, Spot
from tawatur.reading.record import Attribution, Phrase, Speaker, Tag

__all__ = ["LatinFinder"]

_INFINITIVES = frozenset(("avoir", "etre"))


class LatinFinder(Finder):
    """English and French: subject before the verb, or behind it after what was said."""

    def read(self, spot: Spot, here: list[Attribution]) -> Attribution | None:
        """The attribution that an English or French cue makes, or None."""
        if spot.cue.pos is PartOfSpeech.ADVERB:
            return self._adverbial(spot)
        if spot.cue.pos is PartOfSpeech.NOUN:
            return self._nominal(spot)
        return self._verbal(spot, here)

    def _verbal(self, spot: Spot, here: list[Attribution]) -> Attribution | None:
        first = spot.first
        pronoun_inside = False
        while first > spot.start and (self.marks.tags[first - 1] in "mag" or self.tokens.folded[first - 1].startswith("-")):
            pronoun_inside = pronoun_inside or self.tokens.folded[first - 1].startswith("-")
            first -= 1
        if not spot.cue.passive and (self._suffered(first, spot) or self._bare_participle(first, spot)):
            return None
        last = spot.last
        inverted_pronoun = pronoun_inside or (last < spot.end and self.tokens.folded[last].startswith("-"))
        if inverted_pronoun and not pronoun_inside:
            last += 1
        timed = last
        while timed < spot.end and (self.marks.tags[timed] == Tag.TIME or (
            self.marks.tags[timed] == Tag.PREPOSITION and timed + 1 < spot.end and self.marks.tags[timed + 1] == Tag.TIME
        )):
            timed += 1
        opener = self._opener(last, spot.end)
        closed = first > spot.start and self.marks.tags[first - 1] in ',"'
        before, after = self._before(first, spot), self._after(last, spot, closed=closed)
        if inverted_pronoun:
            speakers = self.carried(here)
            return self._placed(spot, speakers, first, last, -1, "inverted pronoun", True) if speakers else None
        if spot.cue.passive:
            return self._impersonal(spot, first, opener)
        if after is not None and (closed or before is None) and opener < 0 and self._inverts(first, spot, after):
            end = self._widened(after, spot.end)
            speakers = self.carried(here) if self.is_pronoun(after) else (self.speaker(after, end),)
            return self._placed(spot, speakers, first, end, -1, "inversion", self.is_pronoun(after)) if speakers else None
        if before is None:
            if spot.cue.pos is PartOfSpeech.PARTICIPLE and here and here[-1].speakers and opener >= 0:
                return self._placed(spot, here[-1].speakers, first, last, opener, "sibling participle", True)
            if spot.cue.pos is PartOfSpeech.PARTICIPLE and opener >= 0:
                lead = self._leading_subject(spot)
                if lead is not None:
                    return self._placed(spot, (self.speaker(lead),), first, last, opener, "participle of the subject", False)
            if self._conjoined(first, spot) and here and here[-1].speakers:
                return self._placed(spot, here[-1].speakers, first, last, opener, "sibling verb", True)
            return None
        if self.is_pronoun(before):
            speakers = self.carried(here)
            if not speakers:
                return None
            return self._placed(spot, speakers, before.first, timed, opener, "pronoun", True)
        return self._placed(spot, (self.speaker(before),), before.first, timed, opener, "subject and verb", False)

    def _suffered(self, first: int, spot: Spot) -> bool:
        """Whether a verb of saying is a passive ('was accused') and so no cue; a reflexive ('s'est dit') is one."""
        lemmas = [w.entry.lemma for w in self.marks.words[first : spot.first] if w is not None]
        if not any(lemma in ("be", "être") for lemma in lemmas):
            return False
        if first > spot.start and self.tokens.folded[first - 1] in ("s'", "se", "m'", "me"):
            return False
        return not self.tokens.folded[spot.first].endswith("ing")

    def _bare_participle(self, first: int, spot: Spot) -> bool:
        """A French past participle without its auxiliary is an adjective, no saying."""
        word = self.tokens.text[self.tokens.starts[spot.first] : self.tokens.ends[spot.first]]
        return first == spot.first and word.endswith(("é", "és", "ée", "ées"))

    def _impersonal(self, spot: Spot, first: int, opener: int) -> Attribution | None:
        if opener < 0:
            return None
        start = self.content_start(opener)
        return Attribution((spot.first, spot.last), spot.cue, (), ((start, self.reach(start, spot.end)),), spot.cue.stance,
                           Found(STAGE, f"impersonal; {spot.hit.entry.key}"), (first, start))

    def _opener(self, start: int, limit: int) -> int:
        """That, a colon or a quotation close behind a verb; who was told, when and where may stand between."""
        at = start
        while at < limit and at - start < 16:
            tag = self.marks.tags[at]
            if WordClass.COMPLEMENTISER in self.marks.classes[at] or (tag == Tag.STOP and self.tokens.folded[at] == ":"):
                return at
            if tag == Tag.QUOTE and self.quoted.get(at) is not None and self.quoted[at].first == at:
                return at
            if self.tokens.folded[at] in _INFINITIVES:
                return at
            if tag in "v;s" or (tag == Tag.COMMA and at > start + 10):
                return -1
            at += 1
        return -1

    def _before(self, first: int, spot: Spot) -> Phrase | None:
        """The subject right before a verb: not one that a preposition governs."""
        at = first
        while at > spot.start and self.marks.tags[at - 1] in "aT(":
            at -= 1
            if self.tokens.folded[at] == ")":
                while at > spot.start and self.tokens.folded[at] != "(":
                    at -= 1
        comma = at > spot.start and self.marks.tags[at - 1] == Tag.COMMA
        if comma:
            outer = self._before_apposition(at - 1, spot)
            return outer
        found = self.ending.get(at) if at > spot.start else None
        if found is None:
            if at > spot.start and self.marks.tags[at - 1] == Tag.RELATIVE:
                held = self.ending.get(at - 1) or self.ending.get(at - 2)
                return self.phrases[held] if held is not None and self.fits(self.phrases[held]) else None
            return None
        phrase = self.phrases[found]
        while phrase.preposition and self._open(phrase) > spot.start and self.ending.get(self._open(phrase)) is not None:
            phrase = self.phrases[self.ending[self._open(phrase)]]
        if phrase.preposition or not (self.fits(phrase) or self.is_pronoun(phrase)):
            return None
        if phrase.follows >= 0 and phrase.follows == found - 1 and not self.phrases[phrase.follows].preposition:
            if self.tokens.folded[phrase.first - 1] in ("and", "et"):
                return replace(self.phrases[phrase.follows], last=phrase.last)
        return phrase

    def _before_apposition(self, comma: int, spot: Spot) -> Phrase | None:
        """'X, the spokesman, said': the phrase before the first comma."""
        inner = comma - 1
        while inner > spot.start and comma - inner < 20 and self.marks.tags[inner] not in ',;"':
            inner -= 1
        if inner <= spot.start or self.marks.tags[inner] != Tag.COMMA:
            return None
        found = self.ending.get(inner)
        if found is None or self.phrases[found].preposition or not self.fits(self.phrases[found]):
            return None
        return self.phrases[found]

    def _open(self, phrase: Phrase) -> int:
        at = phrase.first
        while at > 0 and self.marks.tags[at - 1] == Tag.PREPOSITION:
            at -= 1
        return at

    def _after(self, last: int, spot: Spot, *, closed: bool) -> Phrase | None:
        """The subject behind a verb; behind what was said, times and 'to the agency' may stand between."""
        at = last
        while at < spot.end and at - last < 14:
            found = self.starting.get(at)
            if found is not None:
                phrase = self.phrases[found]
                if phrase.kind is NounKind.TIME or (closed and phrase.preposition):
                    at = phrase.last
                    continue
                return phrase if not phrase.preposition and self.fits(phrase) else None
            if self.marks.tags[at] not in ('aTp,"' if closed else "aT"):
                return None
            at += 1
        return None

    def _inverts(self, first: int, spot: Spot, after: Phrase) -> bool:
        """Whether something that can have been said stands before the verb."""
        if first - spot.start < 3:
            return False
        return self.marks.tags[first - 1] in ',"' or after.last >= spot.end - 3 or first - spot.start > 8

    def _conjoined(self, first: int, spot: Spot) -> bool:
        return first > spot.start and self.marks.tags[first - 1] == Tag.CONJUNCTION

    def _leading_subject(self, spot: Spot) -> Phrase | None:
        for at in range(spot.start, spot.first):
            found = self.starting.get(at)
            if found is not None and not self.phrases[found].preposition and self.fits(self.phrases[found]):
                return self.phrases[found]
        return None

    def _widened(self, phrase: Phrase, limit: int) -> int:
        """The end of a speaker with a name or an office apposed behind a comma left out."""
        end = phrase.last
        found = self.starting.get(end)
        while found is not None and self.phrases[found].last <= limit and not self.phrases[found].preposition:
            end = self.phrases[found].last
            found = self.starting.get(end)
        return end

    def _placed(
        self, spot: Spot, speakers: tuple[Speaker, ...], first: int, last: int, opener: int, rule: str, elided: bool
    ) -> Attribution | None:
        """Give an attribution its content: behind it where something opens it there, else before it."""
        def made(content: tuple[tuple[int, int], ...], region: tuple[int, int], where: str) -> Attribution:
            return Attribution((spot.first, spot.last), spot.cue, speakers, content, spot.cue.stance,
                               Found(STAGE, f"{rule}, {where}; {spot.hit.entry.key}"), region, elided)

        if opener >= 0:
            start = self.content_start(opener)
            return made(((start, self.reach(start, spot.end)),), (first, start), "content behind")
        rest = sum(self.marks.tags[at] in "nv" for at in range(last, spot.end))
        comma_before = first > spot.start and self.marks.tags[first - 1] in ',"'
        as_clause = first > spot.start and self.tokens.folded[first - 1] in ("as", "comme")
        if rule.startswith(("inver",)) or comma_before or as_clause or (rest < 2 and first - spot.start > 2):
            start = self._said_from(first, spot)
            content: tuple[tuple[int, int], ...] = ((start, first),)
            if (comma_before or rule.startswith("inver")) and rest and last < spot.end and self._goes_on(last, spot):
                content = (*content, (last, self.reach(last, spot.end)))
            return made(content, (first, last), "content before")
        if spot.cue.needs_content:
            return None
        return made(((last, spot.end),), (first, last), "bare content behind")

    def _goes_on(self, last: int, spot: Spot) -> bool:
        """Whether what was said is taken up again behind the verb: by a comma or a quotation mark."""
        at = last
        while at < spot.end and self.marks.tags[at] in "aT":
            at += 1
        return at < spot.end and self.marks.tags[at] in ',"'

    def _said_from(self, first: int, spot: Spot) -> int:
        """Where words that end before a verb begin: with their quotation, or with the sentence."""
        at = first - 1
        while at > spot.start and self.marks.tags[at] == Tag.COMMA:
            at -= 1
        quotation = self.quoted.get(at)
        if quotation is not None and quotation.first < spot.start:
            return quotation.first
        return spot.start

    def _nominal(self, spot: Spot) -> Attribution | None:
        return None

    def _adverbial(self, spot: Spot) -> Attribution | None:
        found = self.starting.get(spot.last)
        if found is None:
            return None
        phrase = self.phrases[found]
        if not self.fits(phrase) or self.is_pronoun(phrase):
            return None
        end = self._widened(phrase, spot.end)
        lead = spot.first
        while lead > spot.start and self.marks.tags[lead - 1] in 'ca,"':
            lead -= 1
        if lead <= spot.start:
            content: tuple[tuple[int, int], ...] = ((end, self.reach(end, spot.end)),)
        else:
            content = ((self._said_from(spot.first, spot), spot.first), (end, spot.end))
        return Attribution((spot.first, spot.last), spot.cue, (self.speaker(phrase, end),), content, spot.cue.stance,
                           Found(STAGE, f"adverbial; {spot.hit.entry.key}"), (spot.first, end))
