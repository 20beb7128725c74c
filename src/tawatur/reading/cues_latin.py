"""Who said it in English and French: verbs of saying."""

from tawatur.lexicon.entries import PartOfSpeech, WordClass
from tawatur.reading.content_latin import Ranges
from tawatur.reading.cues import Spot
from tawatur.reading.participles_latin import LatinParticiples
from tawatur.reading.quotations_latin import close_quotations, headline
from tawatur.reading.recall_latin import SPEAKING
from tawatur.reading.record import Attribution, Phrase, Speaker, Tag
from tawatur.reading.speakers_latin import Subject

__all__ = ["LatinFinder"]

_FIRST_PERSON = frozenset(("je", "j'", "nous", "i", "we"))
_SECOND_PERSON = frozenset(("vous", "tu", "you"))
_IMPERSONAL = frozenset(("on", "-on", "-t-on"))
_TO_SOMEBODY = frozenset(("tell", "inform", "telling"))
_TELLING = frozenset(("say", "tell", "report", "add", "announce"))


class LatinFinder(LatinParticiples):
    """English and French: subject before the verb, or behind it after what was said."""

    def sentence(self, first: int, last: int, found: list[Attribution]) -> None:
        """Append the attributions of one sentence; behind the last one, those of quotations that nobody was given."""
        before = len(found)
        for spot in self._spots(first, last):
            here = found[before:]
            if any(self._taken(spot, a) for a in here):
                continue
            if spot.cue.relays and (self._relay(spot, found, before) or self.marks.tags[spot.first] != Tag.VERB):
                continue
            attribution = self.read(spot, here)
            if attribution is not None:
                attribution = self.told(attribution, last)
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

    @staticmethod
    def _taken(spot: Spot, attribution: Attribution) -> bool:
        """Whether a cue belongs to the words of an attribution; 'according to' put in behind its verb does not."""
        first, last = attribution.region
        if spot.cue.pos is PartOfSpeech.ADVERB and first < spot.first:
            first = attribution.cue[1]
            return attribution.cue[0] <= spot.first < first
        return first <= spot.first < last

    def read(self, spot: Spot, here: list[Attribution]) -> Attribution | None:
        """The attribution that an English or French cue makes, or None."""
        if spot.cue.pos is PartOfSpeech.ADVERB:
            return self._adverbial(spot, here)
        if spot.cue.pos is PartOfSpeech.NOUN:
            return self._nominal(spot)
        return self._verbal(spot, here)

    # -- verbs ----------------------------------------------------------------------------------

    def _verbal(self, spot: Spot, here: list[Attribution]) -> Attribution | None:
        if self._told_on(spot):
            return self._telling_on(spot, here)
        first, inside = self._start(spot)
        agent = self._agent(spot)
        if agent is not None:
            return self._claimed(spot, first, agent)
        if not spot.cue.passive and (
            self._suffered(first, spot) or self._bare_participle(first, spot) or self._unsaid(first, spot)
        ):
            return None
        last = spot.last
        inverted = inside or (
            self.tokens.folded[last] if last < spot.end and self.tokens.folded[last].startswith("-") else ""
        )
        if inverted and not inside:
            last += 1
        if inverted in _IMPERSONAL:
            return self._nobody(spot, first, last)
        if inverted.removeprefix("-") in _FIRST_PERSON:
            return None
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
            return self._joined(spot, here, first, opener) if self._conjoined(first, spot) else None
        return self._of_subject(spot, here, subject, opener)

    def _told_on(self, spot: Spot) -> bool:
        """'Et d'ajouter: ...': an infinitive that goes on with whoever spoke last."""
        before = tuple(self.tokens.folded[max(spot.first - 2, spot.start) : spot.first])
        return not self.english and before == ("et", "d'") and self._is_infinitive(spot.first, spot)

    def _telling_on(self, spot: Spot, here: list[Attribution]) -> Attribution | None:
        opener = self.opener(spot.last, spot.end)
        speakers = self.pointed_at("il", spot.first, here, None) or self.pointed_at("elle", spot.first, here, None)
        if opener < 0 or not speakers:
            return None
        region = (spot.first - 2, opener if self.marks.tags[opener] in '"mv' else opener + 1)
        content = self.content_behind(opener, spot)
        rule = "infinitive that goes on"
        return self._kept(self.placed(spot, speakers, region, content, rule, mention=(spot.first, spot.last)))

    def _joined(self, spot: Spot, here: list[Attribution], first: int, opener: int) -> Attribution | None:
        """A second verb of saying behind 'and': its subject is that of the first."""
        if opener < 0 and spot.cue.needs_content:
            return None
        said = here[-1] if here and here[-1].speakers else None
        if said is None:
            return self._participle(spot, here, first) if opener >= 0 else None
        start = self.past_setting(spot.last, spot.end)
        content = self.content_behind(opener, spot) if opener >= 0 else ((start, spot.end),)
        region = (first, spot.last)
        return self._kept(self.placed(spot, said.speakers, region, content, "sibling verb", mention=said.mention))

    def _of_subject(self, spot: Spot, here: list[Attribution], subject: Subject, opener: int) -> Attribution | None:
        """The attribution of a verb with its subject before it."""
        start = subject.whole[0] if subject.whole is not None else subject.speaker.first
        mention = subject.whole
        speakers: tuple[Speaker, ...] = (subject.speaker,)
        if subject.pronoun in _IMPERSONAL:
            return self._nobody(spot, start, spot.last)
        if subject.pronoun:
            mention = (subject.speaker.first, subject.speaker.last)
            own = subject.pronoun in _FIRST_PERSON or subject.pronoun in _SECOND_PERSON
            speakers = () if own else self.pointed_at(subject.pronoun, start, here, self._earlier_person(start, spot))
        said = self._said(spot, start, opener)
        if said is None:
            return None
        last, content, where = said
        rule = f"{'pronoun' if subject.pronoun else 'subject and verb'}, {where}"
        return self._kept(self.placed(spot, speakers, (start, last), content, rule, mention=mention))

    def _said(self, spot: Spot, start: int, opener: int) -> tuple[int, Ranges, str] | None:
        """What a source before its verb said: the end of verb and setting, the content, and where it stands."""
        if opener >= 0 and not self._resumes(start, opener, spot):
            begins = opener if self.marks.tags[opener] in '"mv' else opener + 1
            return begins, self.content_behind(opener, spot), "content behind"
        settled = self.past_setting(self._past_listener(spot), spot.end)
        if start > spot.start and self.marks.tags[start - 1] == Tag.RELATIVE and self._ends_there(settled, spot):
            found = self.ending.get(start - 1)
            if found is None or spot.cue.needs_content:
                return None
            return settled, ((self.phrases[found].first, start - 1),), "of what is said so"
        if self._follows_what_was_said(start, settled, spot):
            if spot.cue.needs_content and self.marks.tags[start - 1] not in ',"' and not self.as_clause(start):
                return None
            return settled, self.content_before(start, settled, spot), "content before"
        if spot.cue.needs_content or settled >= spot.end:
            return None
        return settled, ((settled, spot.end),), "bare content behind"

    def _ends_there(self, at: int, spot: Spot) -> bool:
        return at >= spot.end or self.marks.tags[at] in ",;"

    def _resumes(self, start: int, opener: int, spot: Spot) -> bool:
        """Whether a quotation that stands before a source goes on behind its verb."""
        tags = self.marks.tags
        return (
            tags[opener] == Tag.QUOTE
            and tags[opener - 1] == Tag.COMMA
            and start > spot.start
            and tags[start - 1] in ',"'
        )

    def _past_listener(self, spot: Spot) -> int:
        """Past whom something was told ('told reporters')."""
        found = self.starting.get(spot.last)
        if spot.hit.entry.lemma not in _TO_SOMEBODY or found is None or self.phrases[found].last > spot.end:
            return spot.last
        return self.phrases[found].last

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
        return (
            told
            and hangs
            and spot.hit.entry.lemma in _TELLING
            and WordClass.COMPLEMENTISER not in self.marks.classes[settled]
            and before not in "cst"
        )

    def _inverts(self, first: int, spot: Spot, after: Phrase, subject: Subject | None, *, closed: bool) -> bool:
        """Whether a verb stands between what was said and who said it."""
        if self.as_clause(first):
            return True
        if self._closes_a_quotation(first, spot):
            return True
        if first - spot.start < 2 or self._is_infinitive(first, spot) or spot.hit.entry.lemma in _TO_SOMEBODY:
            return False
        quote = self.marks.tags[first - 1] == Tag.QUOTE or (
            self.marks.tags[first - 1] == Tag.COMMA and self.marks.tags[first - 2] in '"'
        )
        if quote:
            return True
        if spot.cue.needs_content and not (closed and after.kind in SPEAKING):
            return False
        if closed and not self.english:
            governs = (
                after.last < spot.end
                and self.tokens.folded[after.last] in ("d'", "de")
                and spot.cue.pos is PartOfSpeech.VERB
            )
            return after.kind in SPEAKING or (subject is None and not governs)
        if not self.english:
            return subject is None and after.last >= spot.end - 3 and after.kind in SPEAKING
        if not closed and subject is not None and subject.speaker.kind in SPEAKING:
            return False
        told = any(tag in "vm" for tag in self.marks.tags[spot.start : first])
        end = self.past_setting(self.widened(after, spot.end), spot.end)
        ends = end >= spot.end or self.marks.tags[end] in ',;r"p' or self.tokens.folded[end] in ("whose", "who")
        return told and ends and (after.kind in SPEAKING or closed or self.full_name(after))

    def _closes_a_quotation(self, first: int, spot: Spot) -> bool:
        """Whether a sentence begins with a comma and its verb behind a quotation: what is quoted is what is said."""
        return first == spot.start + 1 and self.marks.tags[spot.start] == Tag.COMMA and spot.start - 1 in self.quoted

    def _behind(
        self, spot: Spot, here: list[Attribution], first: int, after: Phrase, opener: int
    ) -> Attribution | None:
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
            return self._kept(
                self.placed(spot, speakers, (first, opener), content, "inversion, content behind", mention=mention)
            )
        leads = self.as_clause(first) and first - spot.start < 3
        content = ((end, self.reach(end, spot.end)),) if leads else self.content_before(first, end, spot)
        if self._closes_a_quotation(first, spot):
            quotation = self.quoted[spot.start - 1]
            content = ((quotation.first, quotation.last),)
        return self._kept(
            self.placed(spot, speakers, (first, end), content, "inversion, content before", mention=mention)
        )

    def _inverted(self, spot: Spot, here: list[Attribution], pronoun: str, first: int, last: int) -> Attribution | None:
        """'..., a-t-il ajoute'."""
        speakers = self.pointed_at(pronoun, first, here, self._earlier_person(first, spot))
        if not speakers:
            return None
        content = self._either_side(first, last, spot)
        return self._kept(
            self.placed(
                spot, speakers, (first, last), content, "inverted pronoun, content before", mention=(last - 1, last)
            )
        )

    def _either_side(self, first: int, last: int, spot: Spot) -> tuple[tuple[int, int], ...]:
        if first - spot.start >= 2:
            return self.content_before(first, last, spot)
        return ((last, self.reach(last, spot.end)),)

    def _nobody(self, spot: Spot, first: int, last: int) -> Attribution | None:
        """'On a appris de source sure', 'a-t-on indique a la presidence': whom a preposition names, or nobody."""
        at = last
        while at < spot.end and self.marks.tags[at] in "Ta,":
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
        """'It was reported that', 'it is claimed', 'are alleged to have'."""
        opener = self.opener(spot.last, spot.end)
        if opener >= 0:
            start = opener if self.marks.tags[opener] in '"mv' else opener + 1
            return self._kept(self.placed(spot, (), (first, start), self.content_behind(opener, spot), "impersonal"))
        if not self.english or spot.last >= spot.end:
            return None
        if self.tokens.folded[spot.last] == "to":
            raised = self.subject(first, spot)
            before = ((raised.speaker.first, first),) if raised is not None else ()
            content = (*before, (spot.last, spot.end))
            return self._kept(self.placed(spot, (), (first, spot.last), content, "impersonal with its subject"))
        if not self._clause_behind(spot):
            return None
        bare = ((spot.last, spot.end),)
        return self._kept(self.placed(spot, (), (first, spot.last), bare, "impersonal, bare content behind"))
