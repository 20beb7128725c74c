"""Sources that relay others, sources of adverbial cues, and the words that a cue takes with it."""

from dataclasses import replace

from tawatur.lexicon.entries import NameKind, NounKind, WordClass
from tawatur.reading.content_latin import LatinContent
from tawatur.reading.cues import Spot
from tawatur.reading.record import Attribution, Phrase, Speaker, Tag

__all__ = ["LatinRelays"]

_REFLEXIVE = frozenset(("s'", "se", "m'", "me"))
_PARTICIPLE = ("é", "ée", "és", "ées", "dit", "dits", "dite", "dites", "u", "is", "rit")
_SAYING = frozenset(("saying", "disant"))
_CLAIMED = frozenset(("revendiquer", "claim", "annoncer", "announce", "rapporter"))
_OPINIONATED = frozenset(
    (
        NameKind.LEADER,
        NameKind.MONITOR,
        NameKind.INSTITUTION,
        NounKind.TITLE,
        NounKind.SOURCE,
        NounKind.STATE,
        NounKind.ORGANISATION,
    )
)
_OPINION = frozenset(("pour",))
_AUTHOR = frozenset(("by", "from", "of", "de", "par"))


class LatinRelays(LatinContent):
    """Finds nested sources and those that no verb of saying names."""

    def _start(self, spot: Spot) -> tuple[int, str]:
        """The first token of the verb group before a cue, and an inverted pronoun that stands in it."""
        first, inside = spot.first, ""
        while first > spot.start and (
            self.marks.tags[first - 1] in "mag" or self.tokens.folded[first - 1].startswith(("-", "both"))
        ):
            if self.tokens.folded[first - 1].startswith("-") and len(self.tokens.folded[first - 1]) > 1:
                inside = self.tokens.folded[first - 1]
            elif self.tokens.folded[first - 1].startswith("-"):
                break
            first -= 1
        if inside:
            while first > spot.start and self.marks.tags[first - 1] in "vmag":
                first -= 1
        elif first == spot.first and not self.english:
            first = self._auxiliary_before(first, spot)
        if (
            first > spot.start
            and self.tokens.folded[first - 1] in (*_REFLEXIVE, "l'", "le", "lui", "leur")
            and (self.marks.tags[first - 1] in "ud" and not self.english)
        ):
            first -= 1
        return first, inside

    def _auxiliary_before(self, first: int, spot: Spot) -> int:
        """'A, de son côté, déclaré': the auxiliary of a participle past what is put in between."""
        word = self.tokens.text[self.tokens.starts[spot.first] : self.tokens.ends[spot.first]]
        if not word.endswith(_PARTICIPLE):
            return first
        for at in range(first - 1, max(spot.start, first - 8) - 1, -1):
            if self.marks.tags[at] == Tag.AUXILIARY:
                return at
            if self.marks.tags[at] in 'v;"crst':
                break
        return first

    @staticmethod
    def _kept(attribution: Attribution) -> Attribution | None:
        content = tuple((a, b) for a, b in attribution.content if b > a)
        return replace(attribution, content=content) if content else None

    def _nominal(self, spot: Spot) -> Attribution | None:
        """'A statement by the army that', 'l'annonce par la junte que': whoever made what a noun of saying names."""
        at = spot.last
        if at + 1 >= spot.end or self.marks.tags[at] != Tag.PREPOSITION:
            return None
        found = self.starting.get(at + 1)
        whole = self.holding(spot.first)
        if found is not None:
            phrase = self.phrases[found]
            if phrase.preposition not in _AUTHOR or not self.fits(phrase):
                return None
            end = self.widened(phrase, spot.end)
            speaker = self.speaker(phrase, end)
        elif whole is not None and at + 1 < whole.last:
            end = whole.last
            speaker = Speaker(at + 1, end, whole.name, None)
        else:
            return None
        if end >= spot.end or not (
            WordClass.COMPLEMENTISER in self.marks.classes[end] or self.tokens.folded[end] == "that"
        ):
            return None
        content = self.content_behind(end, spot)
        return self._kept(self.placed(spot, (speaker,), (spot.first, end + 1), content, "noun with its author"))

    def _agent(self, spot: Spot) -> Phrase | None:
        """Who claimed or announced: what 'by' governs right behind a participle."""
        if (
            spot.hit.entry.lemma not in _CLAIMED
            or spot.last >= spot.end
            or self.tokens.folded[spot.last] not in ("by", "par")
        ):
            return None
        found = self.starting.get(spot.last + 1)
        if found is None or not self.fits(self.phrases[found]):
            return None
        return self.phrases[found]

    def _claimed(self, spot: Spot, first: int, agent: Phrase) -> Attribution | None:
        """'The attack claimed by X': what stands before is what X says."""
        end = self.widened(agent, spot.end)
        start = spot.start
        for at in range(first - 1, spot.start, -1):
            if self.marks.tags[at] in ';"' or (self.marks.tags[at] == Tag.COMMA and at < first - 1):
                start = at + 1
                break
        return self._kept(self.placed(spot, (self.speaker(agent, end),), (first, end), ((start, first),), "claimed by"))

    def _leading(self, spot: Spot) -> Speaker | None:
        """The first phrase of a sentence that can be its subject."""
        for at in range(spot.start, spot.first):
            found = self.starting.get(at)
            if found is None:
                continue
            phrase = self.phrases[found]
            if self.is_pronoun(phrase):
                pointed = self.pointed_at(self.tokens.folded[phrase.first], phrase.first, [], None)
                return pointed[0] if pointed else None
            if not phrase.preposition and self.fits(phrase) and phrase.kind is not NounKind.TIME:
                return self.speaker(phrase)
        return None

    def _relay(self, spot: Spot, found: list[Attribution], before: int) -> bool:
        """'X, citing Y, said', 'X quoted Y as saying', 'Y, cited by X': a second source behind the first."""
        behind = self.starting.get(spot.last)
        if behind is None or self.phrases[behind].preposition or not self.fits(self.phrases[behind]):
            return False
        phrase = self.phrases[behind]
        other = self.speaker(phrase, self.widened(phrase, spot.end))
        if self.marks.tags[spot.last - 1] == Tag.PREPOSITION or self.tokens.folded[spot.last - 1] in ("by", "par"):
            return self._cited_by(other, spot, found, before)
        at = other.last
        while at < spot.end and (
            self.tokens.folded[at] in ("as", "having", "comme") or self.tokens.folded[at] in _SAYING
        ):
            at += 1
        first, _ = self._start(spot)
        subject = self.subject(first, spot)
        lead = subject.speaker if subject is not None and not subject.pronoun else self._leading(spot)
        if at > other.last:
            if at < spot.end and WordClass.COMPLEMENTISER in self.marks.classes[at]:
                at += 1
            speakers = (lead, other) if lead is not None else (other,)
            region = (lead.first if subject is not None and lead is not None else first, at)
            found.append(self.placed(spot, speakers, region, ((at, self.reach(at, spot.end)),), "relayed"))
            return True
        for number in range(len(found) - 1, before - 1, -1):
            if found[number].speakers and found[number].region[1] <= spot.first:
                found[number] = replace(found[number], speakers=(*found[number].speakers, other))
                return True
        return self._relay_before_verb(spot, other, lead, found)

    def _cited_by(self, outer: Speaker, spot: Spot, found: list[Attribution], before: int) -> bool:
        for number in range(len(found) - 1, before - 1, -1):
            if found[number].speakers and found[number].region[1] <= spot.first:
                found[number] = replace(found[number], speakers=(outer, *found[number].speakers))
                return True
        return False

    def _relay_before_verb(self, spot: Spot, other: Speaker, lead: Speaker | None, found: list[Attribution]) -> bool:
        """'X, citing Y, said that': the verb that follows opens what both say."""
        if lead is None:
            return False
        for at in range(other.last, min(other.last + 8, spot.end)):
            if self.marks.cues[at] and self.marks.tags[at] in "vm":
                opener = self.opener(self.marks.cues[at][0].last, spot.end)
                start = (
                    self.marks.cues[at][0].last
                    if opener < 0
                    else opener
                    if self.marks.tags[opener] in '"mv'
                    else opener + 1
                )
                found.append(
                    self.placed(
                        spot, (lead, other), (lead.first, start), ((start, self.reach(start, spot.end)),), "relayed"
                    )
                )
                return True
        if other.last < spot.end and self.marks.tags[other.last] not in ";":
            return False
        found.append(
            self.placed(
                spot, (other,), (spot.first, other.last), ((spot.start, spot.first),), "relayed, content before"
            )
        )
        return True

    def _adverbial(self, spot: Spot, here: list[Attribution]) -> Attribution | None:
        named = self._named_in_cue(spot)
        content: tuple[tuple[int, int], ...]
        behind = self._relative_end(spot)
        if behind >= 0:
            return self._of_antecedent(spot, behind)
        if named is not None:
            content = ((self.said_from(spot.first, spot), spot.first),)
            return self._kept(self.placed(spot, (named,), (spot.first, named.last), content, "adverbial"))
        opinion = self.tokens.folded[spot.first] in _OPINION
        at = spot.last
        while at < spot.end and self.marks.tags[at] in "daTj" and at not in self.starting:
            at += 1
        found = self.starting.get(at)
        if found is None:
            return None
        phrase = self.phrases[found]
        if self.is_pronoun(phrase):
            speakers = self.pointed_at(self.tokens.folded[phrase.first], spot.first, here, None)
            if not speakers or opinion:
                return None
            end, mention = phrase.last, (phrase.first, phrase.last)
        else:
            if not self._can_be_cited(phrase):
                return None
            end, mention = self._listed(found, self.widened(phrase, spot.end)), None
            speakers = (self.speaker(phrase, end),)
            end = speakers[-1].last
        lead = spot.first
        while lead > spot.start and self.marks.tags[lead - 1] in 'caT,"':
            lead -= 1
        if opinion and not (
            lead <= spot.start and self._holds_opinions(phrase) and end < spot.end and self.marks.tags[end] == Tag.COMMA
        ):
            return None
        if lead <= spot.start:
            end = self._to_comma(end, spot)
        if lead <= spot.start or WordClass.COMPLEMENTISER in self.marks.classes[lead - 1]:
            content = ((end, self.reach(end, spot.end)),)
        else:
            content = ((self._scope_start(spot, end), spot.first), (end, spot.end))
        return self._kept(self.placed(spot, speakers, (spot.first, end), content, "adverbial", mention=mention))

    def _relative_end(self, spot: Spot) -> int:
        """Where 'selon lequel', 'according to whom' ends, or -1 for a cue that names its source itself."""
        if spot.hit.entry.lemma == "selon lequel":
            return spot.last
        relative = spot.last < spot.end and self.marks.tags[spot.last] == Tag.RELATIVE
        return spot.last + 1 if relative else -1

    def _of_antecedent(self, spot: Spot, behind: int) -> Attribution | None:
        """'A report according to which', 'le ministre, selon qui': the source stands before."""
        at = spot.first
        while at > spot.start and self.marks.tags[at - 1] in 'aT,"':
            at -= 1
        found = self.ending.get(at)
        if found is None or not self.fits(self.phrases[found]) or not self._told_of(self.phrases[found]):
            return None
        content = ((behind, self.reach(behind, spot.end)),)
        speakers = (self.speaker(self.phrases[found]),)
        return self._kept(
            self.placed(spot, speakers, (spot.first, behind), content, "adverbial, of what stands before")
        )

    def _told_of(self, phrase: Phrase) -> bool:
        """Whether a phrase is known to name somebody or a text, other than a rule or an idea 'selon laquelle'."""
        return phrase.kind is not None or phrase.name is not None or self.full_name(phrase)

    def _scope_start(self, spot: Spot, end: int) -> int:
        """Where the words of a source named in passing begin: with the sentence, or with the part beside it."""
        start = self.said_from(spot.first, spot)
        if self.marks.tags[spot.first - 1] in ',"' or end >= spot.end or self.marks.tags[end] in ",;":
            return start
        for at in range(spot.first - 1, start, -1):
            if self.marks.tags[at] in ",;s":
                return at + 1
        return start

    def _holds_opinions(self, phrase: Phrase) -> bool:
        return phrase.kind in _OPINIONATED or (phrase.kind is None and self.full_name(phrase))

    def _listed(self, found: int, end: int) -> int:
        """The end of a source with a second one coordinated: 'according to residents and medics'."""
        following = found + 1
        if (
            following < len(self.phrases)
            and self.phrases[following].follows == found
            and self.tokens.folded[end] in ("and", "et")
        ):
            return self.phrases[following].last
        return end

    def _to_comma(self, end: int, spot: Spot) -> int:
        """The comma that closes an opening 'according to', past what hangs on the source."""
        at = end
        while at < min(spot.end, end + 16) and self.marks.tags[at] in "pndjTa#x(v":
            if self.marks.tags[at] == Tag.VERB and not self.hangs(at):
                return end
            at += 1
        return at if at < spot.end and self.marks.tags[at] == Tag.COMMA else end

    def _named_in_cue(self, spot: Spot) -> Speaker | None:
        """'De source judiciaire', 'de sources concordantes': the cue names its own source."""
        if self.tokens.folded[spot.first] != "de" or spot.last - spot.first < 2:
            return None
        last = spot.last
        while last < spot.end and self.marks.tags[last] in "jn" and last - spot.first < 4:
            last += 1
        return Speaker(spot.first + 1, last, None, NounKind.SOURCE)

    def _can_be_cited(self, phrase: Phrase) -> bool:
        """Whether a phrase behind 'according to' is a source and no rule, plan or need."""
        return self.fits(phrase)
