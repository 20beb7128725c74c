"""Who said it in English and French: verbs, participles and adverbial cues."""

from dataclasses import replace

from tawatur.lexicon.entries import NameKind, NounKind, PartOfSpeech, WordClass
from tawatur.reading.content_latin import INFINITIVE, LatinContent
from tawatur.reading.cues import Spot
from tawatur.reading.quotations_latin import close_quotations, headline
from tawatur.reading.record import Attribution, Phrase, Speaker, Tag
from tawatur.reading.speakers_latin import SPEAKING, Subject

__all__ = ["LatinFinder"]

_BE = frozenset(("be", "être"))
_REFLEXIVE = frozenset(("s'", "se", "m'", "me"))
_FIRST_PERSON = frozenset(("je", "j'", "nous", "i", "we", "vous", "tu", "you", "-je", "-nous"))
_IMPERSONAL = frozenset(("on", "-on", "-t-on"))
_WITHOUT = frozenset(("sans", "without"))
_PARTICIPLE = ("é", "ée", "és", "ées", "dit", "dits", "dite", "dites", "u", "is", "rit")
_SAYING = frozenset(("saying", "disant"))
_TELLING = frozenset(("say", "tell", "report", "add", "announce"))
_CLAIMED = frozenset(("revendiquer", "claim", "annoncer", "announce", "rapporter"))
_OPINIONATED = frozenset((NameKind.LEADER, NameKind.MONITOR, NameKind.INSTITUTION, NounKind.TITLE, NounKind.SOURCE, NounKind.STATE,
                          NounKind.ORGANISATION))
_OPINION = frozenset(("pour",))


class LatinFinder(LatinContent):
    """English and French: subject before the verb, or behind it after what was said."""

    def sentence(self, first: int, last: int, found: list[Attribution]) -> None:
        """Append the attributions of one sentence; behind the last one, those of quotations that nobody was given."""
        before = len(found)
        for spot in self._spots(first, last):
            here = found[before:]
            if any(a.region[0] <= spot.first < a.region[1] for a in here):
                continue
            if spot.cue.relays and (self._relay(spot, found, before) or self.marks.tags[spot.first] != Tag.VERB):
                continue
            attribution = self.read(spot, here)
            if attribution is not None:
                found.append(attribution)
                if spot.first not in self.quoted:
                    for speaker in attribution.speakers:
                        self.remember(speaker)
        if len(found) == before:
            titled = headline(self, first, last)
            if titled is not None:
                found.append(titled)
        found[before:] = self.separated(found[before:])
        about = self.spoken_of(first, last)
        if about is not None and not any(about.first == s.first for a in found[before:] for s in a.speakers):
            self.remember(about)
        if last == self.reading.sentences[-1].last:
            found[:] = close_quotations(self, found)

    def read(self, spot: Spot, here: list[Attribution]) -> Attribution | None:
        """The attribution that an English or French cue makes, or None."""
        if spot.cue.pos is PartOfSpeech.ADVERB:
            return self._adverbial(spot, here)
        if spot.cue.pos is PartOfSpeech.NOUN:
            return None
        return self._verbal(spot, here)

    # -- verbs ----------------------------------------------------------------------------------

    def _verbal(self, spot: Spot, here: list[Attribution]) -> Attribution | None:
        first, inside = self._start(spot)
        agent = self._agent(spot)
        if agent is not None:
            return self._claimed(spot, first, agent)
        if not spot.cue.passive and (self._suffered(first, spot) or self._bare_participle(first, spot) or self._unsaid(first, spot)):
            return None
        last = spot.last
        inverted = inside or (self.tokens.folded[last] if last < spot.end and self.tokens.folded[last].startswith("-") else "")
        if inverted and not inside:
            last += 1
        if inverted in _IMPERSONAL or (inverted and inverted in _FIRST_PERSON):
            return self._nobody(spot, first, last) if inverted in _IMPERSONAL else None
        if inverted:
            return self._inverted(spot, here, inverted, first, last)
        if spot.cue.passive:
            return self._impersonal(spot, first)
        if self._trailing(first, spot):
            return self._participle(spot, here, first)
        closed = first > spot.start and self.marks.tags[first - 1] in ',"'
        subject = self.subject(first, spot)
        opener = self.opener(last, spot.end)
        after = self.behind(last, spot, closed=closed) if opener < 0 or closed or subject is None else None
        if after is not None and self._inverts(first, spot, after, subject, closed=closed):
            return self._behind(spot, here, first, after, opener if opener >= after.last else -1)
        if subject is None:
            if self._conjoined(first, spot) and here and here[-1].speakers and (opener >= 0 or not spot.cue.needs_content):
                content = self.content_behind(opener, spot) if opener >= 0 else ((self.past_setting(last, spot.end), spot.end),)
                return self._kept(self.placed(spot, here[-1].speakers, (first, last), content, "sibling verb", mention=here[-1].mention))
            return None
        return self._of_subject(spot, here, subject, first, opener)

    def _start(self, spot: Spot) -> tuple[int, str]:
        """The first token of the verb group before a cue, and an inverted pronoun that stands in it."""
        first, inside = spot.first, ""
        while first > spot.start and (self.marks.tags[first - 1] in "mag" or self.tokens.folded[first - 1].startswith("-")):
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
        if first > spot.start and self.tokens.folded[first - 1] in (*_REFLEXIVE, "l'", "le", "lui", "leur") and (
            self.marks.tags[first - 1] in "ud" and not self.english
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

    def _of_subject(
        self, spot: Spot, here: list[Attribution], subject: Subject, first: int, opener: int
    ) -> Attribution | None:
        """The attribution of a verb with its subject before it."""
        start = subject.whole[0] if subject.whole is not None else subject.speaker.first
        mention = subject.whole
        speakers: tuple[Speaker, ...] = (subject.speaker,)
        if subject.pronoun:
            mention = (subject.speaker.first, subject.speaker.last)
            if subject.pronoun in _FIRST_PERSON:
                speakers = ()
            elif subject.pronoun in _IMPERSONAL:
                return self._nobody(spot, start, spot.last)
            elif self.marks.tags[start] == Tag.PRONOUN:
                speakers = self.pointed_at(subject.pronoun, start, here, self._earlier_person(start, spot))
                if not speakers:
                    return None
        rule = "pronoun" if subject.pronoun else "subject and verb"
        if opener >= 0:
            content = self.content_behind(opener, spot)
            begins = opener if self.marks.tags[opener] in '"mv' else opener + 1
            return self._kept(self.placed(spot, speakers, (start, begins), content, f"{rule}, content behind", mention=mention))
        settled = self.past_setting(spot.last, spot.end)
        if self._follows_what_was_said(start, settled, spot):
            region = (start, settled)
            return self._kept(self.placed(
                spot, speakers, region, self.content_before(start, settled, spot), f"{rule}, content before", mention=mention
            ))
        if spot.cue.needs_content or settled >= spot.end:
            return None
        return self._kept(self.placed(
            spot, speakers, (start, settled), ((settled, spot.end),), f"{rule}, bare content behind", mention=mention
        ))

    def _earlier_person(self, before: int, spot: Spot) -> Speaker | None:
        return self.spoken_of(spot.start, before)

    def _follows_what_was_said(self, start: int, settled: int, spot: Spot) -> bool:
        """Whether the words of a source stand before its name and verb."""
        if start - spot.start < 2:
            return False
        if self.as_clause(start):
            return True
        told = any(tag in "vm" for tag in self.marks.tags[spot.start : start]) or start - 1 in self.quoted
        rest = sum(self.marks.tags[at] in "nv" for at in range(settled, spot.end))
        before = self.marks.tags[start - 1]
        if before == Tag.QUOTE or (before == Tag.COMMA and start >= 2 and self.marks.tags[start - 2] == Tag.QUOTE):
            return True
        if not self.english:
            return before == Tag.COMMA and told and rest < 1
        if rest == 0 or settled >= spot.end:
            return start - spot.start > 2 or before == Tag.COMMA
        if before == Tag.COMMA and self.marks.tags[settled] in ',"':
            return True
        hangs = self.marks.tags[settled] in "psc" or self.tokens.folded[settled].endswith("ing")
        return told and hangs and spot.hit.entry.lemma in _TELLING and WordClass.COMPLEMENTISER not in self.marks.classes[settled] and before not in "cst"

    def _inverts(self, first: int, spot: Spot, after: Phrase, subject: Subject | None, *, closed: bool) -> bool:
        """Whether a verb stands between what was said and who said it."""
        if first - spot.start < 2 or self._is_infinitive(first, spot):
            return False
        if self.as_clause(first):
            return True
        quote = self.marks.tags[first - 1] == Tag.QUOTE or (
            self.marks.tags[first - 1] == Tag.COMMA and self.marks.tags[first - 2] in '"'
        )
        if quote:
            return True
        if spot.cue.needs_content and not (closed and after.kind in SPEAKING):
            return False
        if closed and not self.english:
            governs = after.last < spot.end and self.tokens.folded[after.last] in ("d'", "de") and spot.cue.pos is PartOfSpeech.VERB
            return after.kind in SPEAKING or (subject is None and not governs)
        if not self.english:
            return subject is None and after.last >= spot.end - 3 and after.kind in SPEAKING
        if not closed and subject is not None and subject.speaker.kind in SPEAKING:
            return False
        told = any(tag in "vm" for tag in self.marks.tags[spot.start : first])
        end = self.past_setting(self.widened(after, spot.end), spot.end)
        ends = end >= spot.end or self.marks.tags[end] in ',;r"p' or self.tokens.folded[end] in ("whose", "who")
        return told and ends and (after.kind in SPEAKING or closed)

    def _behind(self, spot: Spot, here: list[Attribution], first: int, after: Phrase, opener: int) -> Attribution | None:
        """The attribution of a verb with its subject behind it."""
        end = self.widened(after, spot.end)
        speakers: tuple[Speaker, ...] = (self.speaker(after, end),)
        mention = None
        if self.is_pronoun(after):
            mention = (after.first, after.last)
            speakers = self.pointed_at(self.tokens.folded[after.first], first, here, self._earlier_person(first, spot))
            if not speakers:
                return None
        named = self.apposed(end, spot.end)
        if named is not None:
            mention, speakers, end = (after.first, named.last), (named,), named.last
        if opener >= end:
            content = self.content_behind(opener, spot)
            if self.as_clause(first):
                content = ((spot.start, first), *content)
            return self._kept(self.placed(spot, speakers, (first, opener), content, "inversion, content behind", mention=mention))
        content = self.content_before(first, end, spot)
        return self._kept(self.placed(spot, speakers, (first, end), content, "inversion, content before", mention=mention))

    def _inverted(self, spot: Spot, here: list[Attribution], pronoun: str, first: int, last: int) -> Attribution | None:
        """'..., a-t-il ajoute'."""
        speakers = self.pointed_at(pronoun, first, here, self._earlier_person(first, spot))
        if not speakers:
            return None
        content = self._either_side(first, last, spot)
        return self._kept(self.placed(
            spot, speakers, (first, last), content, "inverted pronoun, content before", mention=(last - 1, last)
        ))

    def _either_side(self, first: int, last: int, spot: Spot) -> tuple[tuple[int, int], ...]:
        if first - spot.start >= 2:
            return self.content_before(first, last, spot)
        return ((last, self.reach(last, spot.end)),)

    def _nobody(self, spot: Spot, first: int, last: int) -> Attribution | None:
        """'On a appris de source sure', 'a-t-on indique a la presidence': whom a preposition names, or nobody."""
        at = last
        while at < spot.end and self.marks.tags[at] in 'Ta,':
            at += 1
        step = at
        while step < spot.end and self.marks.tags[step] == Tag.PREPOSITION:
            step += 1
        found = self.starting.get(step) if step > at else None
        speakers: tuple[Speaker, ...] = ()
        if found is not None and (self.phrases[found].kind in SPEAKING or self.phrases[found].name is not None):
            speakers = (self.speaker(self.phrases[found], self.widened(self.phrases[found], spot.end)),)
            last = speakers[0].last
        opener = self.opener(last, spot.end)
        if opener >= 0 and first - spot.start < 4:
            content = self.content_behind(opener, spot)
        elif first - spot.start >= 3:
            content = self.content_before(first, last, spot)
        else:
            return None
        return self._kept(self.placed(spot, speakers, (first, last), content, "impersonal"))

    def _impersonal(self, spot: Spot, first: int) -> Attribution | None:
        opener = self.opener(spot.last, spot.end)
        if opener < 0:
            return None
        start = opener if self.marks.tags[opener] in '"mv' else opener + 1
        return self._kept(self.placed(spot, (), (first, start), self.content_behind(opener, spot), "impersonal"))

    @staticmethod
    def _kept(attribution: Attribution) -> Attribution | None:
        content = tuple((a, b) for a, b in attribution.content if b > a)
        return replace(attribution, content=content) if content else None

    def _agent(self, spot: Spot) -> Phrase | None:
        """Who claimed or announced: what 'by' governs right behind a participle."""
        if spot.hit.entry.lemma not in _CLAIMED or spot.last >= spot.end or self.tokens.folded[spot.last] not in ("by", "par"):
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

    # -- what is no saying ----------------------------------------------------------------------

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
        if first < spot.first and self.marks.tags[first] in "mv" or Tag.AUXILIARY in self.marks.tags[first : spot.first]:
            return False
        word = self.tokens.text[self.tokens.starts[spot.first] : self.tokens.ends[spot.first]]
        if self.english:
            if not word.endswith("ed") or spot.last >= spot.end:
                return False
            attributive = first > spot.start and self.marks.tags[first - 1] in "djp#" and self.marks.tags[spot.last] in "nj"
            return self.tokens.folded[spot.last] == "by" or attributive
        return word.endswith(("é", "és", "ée", "ées", "dite", "dites", "dits"))

    def _unsaid(self, first: int, spot: Spot) -> bool:
        """'Did not say', 'sans preciser', "n'a pas confirme"."""
        if any(tag == Tag.NEGATION for tag in self.marks.tags[first : spot.first]):
            return True
        if first > spot.start and self.tokens.folded[first - 1] in _WITHOUT:
            return True
        return not self.english and spot.last < spot.end and self.marks.tags[spot.last] == Tag.NEGATION and (
            first > spot.start and self.marks.tags[first - 1] == Tag.NEGATION
        )

    def _is_infinitive(self, first: int, spot: Spot) -> bool:
        if self.english:
            return first > spot.start and self.tokens.folded[first - 1] == "to"
        return self.tokens.folded[spot.first].endswith(INFINITIVE) and first == spot.first

    def _conjoined(self, first: int, spot: Spot) -> bool:
        return first > spot.start and self.marks.tags[first - 1] == Tag.CONJUNCTION

    # -- participles and infinitives ------------------------------------------------------------

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
        begins = opener if opener >= 0 and self.marks.tags[opener] in '"mv' else opener + 1 if opener >= 0 else spot.last
        content = self.content_behind(opener, spot) if opener >= 0 else ((spot.last, spot.end),)
        own = self.ending.get(first)
        if own is not None and self.phrases[own].kind in SPEAKING and not self.phrases[own].preposition:
            own_speaker = self.speaker(self.phrases[own])
            return self.placed(spot, (own_speaker,), (own_speaker.first, begins), content, "participle of the subject, content behind")
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
        """Whether what a French participle is said of is a happening or in quotation marks ('évoquant une "méprise"')."""
        at = spot.last
        while at < spot.end and self.marks.tags[at] == Tag.PREPOSITION:
            at += 1
        found = self.starting.get(at)
        if found is None:
            return False
        phrase = self.phrases[found]
        return Tag.QUOTE in self.marks.tags[phrase.first : phrase.last + 1] or bool(self.marks.triggers[phrase.head])

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

    # -- sources that relay ---------------------------------------------------------------------

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
        while at < spot.end and (self.tokens.folded[at] in ("as", "having", "comme") or self.tokens.folded[at] in _SAYING):
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
                start = self.marks.cues[at][0].last if opener < 0 else opener if self.marks.tags[opener] in '"mv' else opener + 1
                found.append(self.placed(spot, (lead, other), (lead.first, start), ((start, self.reach(start, spot.end)),), "relayed"))
                return True
        if other.last < spot.end and self.marks.tags[other.last] not in ";":
            return False
        found.append(self.placed(spot, (other,), (spot.first, other.last), ((spot.start, spot.first),), "relayed, content before"))
        return True

    # -- adverbial cues -------------------------------------------------------------------------

    def _adverbial(self, spot: Spot, here: list[Attribution]) -> Attribution | None:
        named = self._named_in_cue(spot)
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
        if opinion and not (lead <= spot.start and self._holds_opinions(phrase) and end < spot.end and self.marks.tags[end] == Tag.COMMA):
            return None
        if lead <= spot.start:
            end = self._to_comma(end, spot)
        if lead <= spot.start or WordClass.COMPLEMENTISER in self.marks.classes[lead - 1]:
            content: tuple[tuple[int, int], ...] = ((end, self.reach(end, spot.end)),)
        else:
            content = ((self.said_from(spot.first, spot), spot.first), (end, spot.end))
        return self._kept(self.placed(spot, speakers, (spot.first, end), content, "adverbial", mention=mention))

    def _holds_opinions(self, phrase: Phrase) -> bool:
        return phrase.kind in _OPINIONATED or (phrase.kind is None and self.full_name(phrase))

    def _listed(self, found: int, end: int) -> int:
        """The end of a source with a second one coordinated: 'according to residents and medics'."""
        following = found + 1
        if following < len(self.phrases) and self.phrases[following].follows == found and self.tokens.folded[end] in ("and", "et"):
            return self.phrases[following].last
        return end

    def _to_comma(self, end: int, spot: Spot) -> int:
        """The comma that closes an opening 'according to', past what prepositions and participles hang on the source."""
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
