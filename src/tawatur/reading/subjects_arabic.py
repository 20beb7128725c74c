"""The subject of an Arabic verb of saying: behind it, before it, left out, or alone before a colon."""

from dataclasses import replace

from tawatur.lexicon.entries import Name, NameKind, NounKind, PartOfSpeech, WordClass
from tawatur.model import Found, Stance
from tawatur.reading.cues import STAGE, Finder, Spot
from tawatur.reading.record import Attribution, Phrase, Reading, Speaker, Tag
from tawatur.reading.speakers_arabic import FIRST_PERSON, SPEAKING, Concord

__all__ = ["SubjectFinder"]

_OCCASION = frozenset((NounKind.DOCUMENT, NounKind.EVENT, NounKind.TIME, NounKind.ABSTRACT, NounKind.MEDIA))
_BY_MEDIA = frozenset((NameKind.OUTLET, NameKind.AGENCY, NounKind.MEDIA))
_PEOPLE = frozenset((NounKind.SOURCE, NounKind.PERSON, NounKind.TITLE, NameKind.LEADER))
_SAYS_IN_PAIRS = frozenset((NounKind.SOURCE, NounKind.PERSON, NounKind.MEDIA))
_PLACES = frozenset((NameKind.COUNTRY, NameKind.TOWN, NameKind.PROVINCE, NounKind.PLACE, NounKind.SITE, NounKind.DIRECTION))
_COUNTED = frozenset((NounKind.MEASURE, NounKind.ABSTRACT, NounKind.AGREEMENT))
_ATTACHING = ("ب", "ل", "باسم", "في", "من", "لدي")
_HIS = ("ه", "ها", "هم")
_SAYING = "قائلا"
_REMEMBERED = 8
_SHORT = 8
_BELOW = 80
_LONGEST = 14
_LONGEST_HEAD = 16


class SubjectFinder(Finder):
    """Finds who speaks; what is said is left to the cues."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self.concord = Concord(reading)
        self.headed: tuple[Speaker, ...] = ()
        self._before: list[tuple[Speaker, ...]] = []

    def sentence(self, first: int, last: int, found: list[Attribution]) -> None:
        """Append the attributions of one sentence, that of a headline's colon first."""
        headed = self._headed(first, last)
        self.headed = headed.speakers if headed is not None else ()
        known = len(found)
        if headed is not None:
            found.append(headed)
            self.last_speakers = headed.speakers
        super().sentence(first if headed is None else headed.region[1], last, found)
        for attribution in found[known:]:
            self.recall(attribution.speakers)
        if len(found) == known:
            subject = self.main_subject(first, last, "")
            if subject is not None and subject.kind in _PEOPLE:
                self.recall((self.speaker(subject),))

    def fits(self, phrase: Phrase) -> bool:
        """Whether a phrase can name somebody who says things: no pronoun and no bare adjective."""
        at = phrase.head
        tag = self.marks.tags[at]
        bare = tag == Tag.ADJECTIVE and self.marks.names[at] is None and not self.tokens.folded[at].startswith("ال")
        return tag != Tag.PRONOUN and not bare and super().fits(phrase)

    def recall(self, speakers: tuple[Speaker, ...]) -> None:
        """Keep speakers for elided subjects to come."""
        if speakers and (not self._before or self._before[-1] != speakers):
            self._before.append(speakers)
            del self._before[:-_REMEMBERED]

    # -- behind and before ----------------------------------------------------------------------

    def subjects(self, spot: Spot, limit: int) -> tuple[Phrase | None, Phrase | None]:
        """The subject of a finite verb: (before it, None), (None, behind it) or (None, None)."""
        form = self.concord.of_verb(spot.hit)
        behind = self._subject_behind(spot, limit, form)
        if spot.hit.proclitics:
            return None, behind
        ahead = self._subject_before(spot, form)
        if ahead is not None and (behind is None or self._opened(ahead, spot)):
            return ahead, None
        if behind is None:
            return self._opening_subject(spot, form), None
        return None, behind

    def _subject_behind(self, spot: Spot, limit: int, form: str) -> Phrase | None:
        at = spot.last
        skipped = False
        while at < limit:
            found = self.starting.get(at)
            if found is not None:
                phrase = self.phrases[found]
                if not phrase.preposition:
                    return phrase if self._can_stand_behind(phrase, form) else self._only_word(spot, limit)
                if skipped or phrase.follows >= 0 or limit == spot.end:
                    return None
                skipped = True
                at = phrase.last
                continue
            if self.marks.tags[at] not in 'aT,"x(p':
                return self._only_word(spot, limit)
            at += 1
        return None

    def _can_stand_behind(self, phrase: Phrase, form: str) -> bool:
        return (
            self.fits(phrase) and not self.concord.accusative(phrase) and not self.concord.names_event(phrase)
            and not self.concord.belongs_to_subject(phrase) and self.concord.behind(form, self.concord.of_phrase(phrase))
        )

    def _only_word(self, spot: Spot, limit: int) -> Phrase | None:
        """A word alone between the verb and a colon or quotation is a name, whatever else it may mean."""
        at = spot.last
        if limit != at + 1 or limit >= spot.end or self.marks.tags[at] not in "nv" or self.marks.tags[limit] not in ';"':
            return None
        if any(hit.entry.data.pos is PartOfSpeech.PARTICIPLE for hit in self.marks.cues[at]):  # type: ignore[union-attr]  # cues have one
            return None
        return Phrase(at, limit, at, "", None, None, glued=False, follows=-1)

    def _opened(self, phrase: Phrase, spot: Spot) -> bool:
        """Whether a phrase stands where a clause opens: behind 'that', or first in its sentence."""
        lead = phrase.first - 1
        return lead < spot.start or self.marks.tags[lead] == Tag.COMPLEMENTISER

    def _subject_before(self, spot: Spot, form: str) -> Phrase | None:
        """The phrase right before a verb, or the one that its relative pronoun stands for."""
        at = spot.first
        while at > spot.start and self.marks.tags[at - 1] in 'aTgm"':
            at -= 1
        relative = at > spot.start and self.marks.tags[at - 1] == Tag.RELATIVE
        if relative:
            at -= 1
            while at > spot.start and self.marks.tags[at - 1] in ',"(':
                at -= 1
        found = self.ending.get(at) if at > spot.start else None
        if found is None:
            return None
        nearest = self.phrases[found]
        phrase = self._governing(nearest, spot.start)
        if relative:
            return next((p for p in (phrase, nearest) if self._speaks_before(p, form)), None)
        if phrase.preposition or not self._speaks_before(phrase, form):
            return None
        lead = phrase.first - 1
        if lead < spot.start or self.marks.tags[lead] in "cst;,(m\"":
            return phrase
        if self.marks.proclitics[phrase.first].startswith("و"):
            return phrase
        return phrase if form and phrase.kind in _PEOPLE and self.concord.of_phrase(phrase) else None

    def _speaks_before(self, phrase: Phrase, form: str) -> bool:
        if not self.fits(phrase) or self.concord.names_event(phrase):
            return False
        return self.concord.before(form, self.concord.of_phrase(phrase))

    def _governing(self, phrase: Phrase, floor: int) -> Phrase:
        """The phrase that a chain of prepositional ones hangs on."""
        while phrase.follows < 0 and phrase.first > floor and phrase.preposition:
            at = phrase.first
            while at > floor and self.marks.tags[at - 1] == Tag.PREPOSITION:
                at -= 1
            held = self.ending.get(at)
            if held is None:
                break
            phrase = self.phrases[held]
        return phrase

    def _opening_subject(self, spot: Spot, form: str) -> Phrase | None:
        """'The coalition, which X leads, announced': the phrase that opens the clause of a verb without a subject of its own."""
        lead = spot.first
        while lead > spot.start and self.marks.tags[lead - 1] in 'aTgm"':
            lead -= 1
        if lead <= spot.start or self.marks.tags[lead - 1] in "sctr;":
            return None
        for at in range(lead - 1, spot.start - 1, -1):
            found = self.starting.get(at)
            if found is None or self.phrases[found].preposition or not self._at_head(at, spot.start):
                continue
            phrase = self.phrases[found]
            if phrase.kind in SPEAKING or phrase.kind in _PLACES or phrase.kind is None:
                return phrase if self._speaks_before(phrase, form) else None
            return None
        return None

    def _at_head(self, at: int, floor: int) -> bool:
        """Whether a phrase opens a sentence or a clause behind 'that', 'but', 'was'."""
        return at == floor or self.marks.tags[at - 1] in "tsa" or (
            self.marks.tags[at - 1] == Tag.AUXILIARY and self.tokens.folded[at - 1].lstrip("و").startswith("كان"))

    # -- elided ---------------------------------------------------------------------------------

    def elided(self, spot: Spot, here: list[Attribution]) -> tuple[Speaker, ...]:
        """Who a verb without a subject of its own is said of: the last speaker whose form agrees."""
        form = self.concord.of_verb(spot.hit)
        if form == FIRST_PERSON:
            return ()
        for attribution in reversed(here):
            agreed = self._agreeing(attribution.speakers, form)
            if agreed:
                return agreed
        subject = self.main_subject(spot.start, spot.first, form)
        if subject is not None:
            return (self.speaker(subject),)
        for speakers in reversed(self._before):
            agreed = self._agreeing(speakers, form)
            if agreed:
                return agreed
        return next((a.speakers for a in reversed(here) if a.speakers), self.last_speakers)

    def _agreeing(self, speakers: tuple[Speaker, ...], form: str) -> tuple[Speaker, ...]:
        """The chain up to its innermost speaker that agrees, or nothing."""
        for last in range(len(speakers), 0, -1):
            if self.concord.before(form, self.concord.of_speaker(speakers[last - 1])):
                return speakers[:last]
        return ()

    def main_subject(self, start: int, end: int, form: str) -> Phrase | None:
        """The first phrase between two tokens that is the subject of a verb and can speak."""
        for at in range(start, end):
            found = self.starting.get(at)
            if found is None:
                continue
            phrase = self.phrases[found]
            lead = at - 1
            while lead > start and self.marks.tags[lead] in 'aT"':
                lead -= 1
            headed = at == start or self.marks.tags[lead] in "vmts"
            if headed and not phrase.preposition and phrase.kind in SPEAKING and self._speaks_before(phrase, form):
                return phrase
        return None

    def unsaid(self, spot: Spot) -> bool:
        """'Did not say how many': a negated cue says nothing."""
        at = spot.first - 1
        while at >= spot.start and self.marks.tags[at] in "mag":
            if self.marks.tags[at] == Tag.NEGATION:
                return True
            at -= 1
        return False

    # -- the words of a speaker -----------------------------------------------------------------

    def speaker(self, phrase: Phrase, last: int | None = None) -> Speaker:
        """A phrase as a speaker; 'his saying' behind it is none of its words."""
        end = last if last is not None else phrase.last
        while end - 1 > phrase.head and self.marks.cues[end - 1] and self.tokens.folded[end - 1].endswith(_HIS):
            end -= 1
        return Speaker(phrase.first, end, phrase.name, phrase.kind)

    def complementiser(self, start: int, limit: int) -> int:
        """What opens content; a short quotation on the way to 'that' is a name or a turn of phrase."""
        at = super().complementiser(start, limit)
        if at > start and self.marks.tags[at] == Tag.QUOTE:
            quotation = self.quoted[at]
            if quotation.last - at <= _SHORT and self.marks.tags[at - 1] in "njp":
                further = super().complementiser(quotation.last, min(limit, quotation.last + _SHORT))
                if further >= 0 and WordClass.COMPLEMENTISER in self.marks.classes[further]:
                    return further
        return at

    def widened(self, phrase: Phrase, limit: int) -> int:
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
            if following.last > limit or following.last - phrase.first > _LONGEST or not self._belongs(phrase, following, step):
                break
            end = following.last
        return end

    def _belongs(self, phrase: Phrase, following: Phrase, at: int) -> bool:
        """Whether the phrase behind a speaker is part of its naming."""
        if following.kind in _OCCASION:
            return False
        if self.marks.proclitics[at].startswith("و"):
            return phrase.kind in _SAYS_IN_PAIRS and (following.kind in _SAYS_IN_PAIRS or self.marks.tags[following.head] == Tag.ADJECTIVE)
        if not following.preposition:
            named = following.kind in (NameKind.LEADER, NounKind.TITLE, NounKind.PERSON)
            return phrase.kind in _PEOPLE and (named or (following.kind is None and not self._other_word(following)))
        if following.preposition not in _ATTACHING or (following.kind not in SPEAKING and following.kind not in _PLACES):
            return False
        if following.preposition == "ل":
            return following.kind not in _BY_MEDIA and following.kind not in _PEOPLE and self.marks.tags[following.first] != Tag.QUOTE
        return True

    def _other_word(self, phrase: Phrase) -> bool:
        """Whether the head of a phrase is a word of the lexicon and so no unknown name."""
        at = phrase.head
        return bool(self.marks.triggers[at] or self.marks.cues[at] or self.marks.nouns[at] or self.marks.verbs[at]) or (
            self.tokens.folded[at].startswith("ال"))

    def inside(self, phrase: Phrase, at: int) -> Phrase:
        """The rest of a phrase from a token on, as a phrase of its own."""
        named, noun = self.marks.names[at], self.marks.nouns[at]
        name = named.entry.data if named is not None and named.first == at and named.last == phrase.last else None
        kind = noun.entry.data.kind if noun is not None else None  # type: ignore[union-attr]  # a noun
        assert name is None or isinstance(name, Name)
        return replace(phrase, first=at, head=at, kind=name.kind if name else kind, name=name)

    def whose(self, found: int) -> Phrase:
        """'The figures of the United Nations': the name in construct with a word for what is counted or written."""
        phrase = self.phrases[found]
        saying = self.marks.cues[phrase.head]
        if saying and phrase.kind is None and phrase.last > phrase.head + 1:
            return self.inside(phrase, phrase.head + 1)
        if phrase.kind not in _COUNTED and not (phrase.kind is NounKind.DOCUMENT and phrase.name is None):
            return phrase
        for at in range(phrase.head + 1, phrase.last):
            hit = self.marks.names[at]
            if hit is not None and hit.first == at and hit.last == phrase.last and self.marks.tags[at] == Tag.NOUN:
                return self.inside(phrase, at)
        return phrase

    def ending_of(self, start: int, spot: Spot) -> int:
        """Where content ends: with its quotation, its sentence, or where a contrast begins."""
        end = self.reach(start, spot.end)
        if end > spot.end:
            return end
        for at in range(start + 1, end):
            if self.marks.tags[at - 1] == Tag.COMMA and self.quoted.get(at) is None and (
                self.tokens.folded[at] == "وذلك"
            ):
                return at
        return end

    # -- headlines ------------------------------------------------------------------------------

    def _headed(self, first: int, last: int) -> Attribution | None:
        """'Ministry: twelve killed': a phrase that can speak, alone before a colon at the head of a sentence."""
        at = first
        while at < last and self.marks.tags[at] in '"x(':
            at += 1
        found = self.starting.get(at)
        if found is None:
            return None
        phrase = self.phrases[found]
        end = self.widened(phrase, min(last, first + _LONGEST_HEAD))
        colon = self._colon(end, min(last, first + _LONGEST_HEAD))
        if colon < 0 or colon + 1 >= last or phrase.preposition or any(self.marks.cues[i] for i in range(at, colon)):
            return None
        if any(self.marks.tags[i] == Tag.MARK for i in range(at, colon)):
            return None
        if not (phrase.kind in SPEAKING or (first == 0 and (self._unknown_name(phrase) or self._capital(phrase, colon, last)))):
            return None
        speaker = self.speaker(phrase, end)
        return Attribution(
            cue=(colon, colon + 1), entry=None, speakers=(speaker,), content=((colon + 1, self.reach(colon + 1, last)),),
            stance=Stance.ASSERTS, found=Found(STAGE, "headline: a speaker before a colon"), region=(at, colon + 1),
        )

    def _capital(self, phrase: Phrase, colon: int, last: int) -> bool:
        """Whether the country before a headline's colon speaks: it does where one of its own is quoted right below."""
        if phrase.name is None or phrase.kind not in (NameKind.COUNTRY, NameKind.TOWN):
            return False
        found = self.starting.get(colon + 1)
        if self.marks.tags[colon + 1] in "#d" or found is None or self.marks.triggers[self.phrases[found].head]:
            return False
        country = phrase.name.country
        below = range(last, min(last + _BELOW, len(self.tokens)))
        if any(self._is_place(at, phrase.name.entity) for at in below):
            return False
        for at in below:
            if self.marks.cues[at] and self.marks.tags[at] == Tag.VERB:
                for step in range(at + 1, min(at + 8, len(self.tokens))):
                    hit = self.marks.names[step]
                    if hit is not None and isinstance(hit.entry.data, Name) and hit.entry.data.country == country:
                        return True
        return False

    def _is_place(self, at: int, entity: str) -> bool:
        """Whether a token is a name that stands behind 'in': the happening is there."""
        hit = self.marks.names[at]
        named = hit is not None and hit.first == at and isinstance(hit.entry.data, Name) and hit.entry.data.entity == entity
        return named and (self.tokens.folded[at - 1] == "في" or self.marks.proclitics[at].startswith("ب"))

    def _speaks(self, at: int) -> bool:
        """A verb with its object pronoun ('which the channel aired') opens no saying of its own, nor does 'saying'."""
        return any(not hit.enclitic and hit.entry.lemma != _SAYING for hit in self.marks.cues[at])

    def _colon(self, at: int, last: int) -> int:
        """The colon behind a speaker, an addressee between them skipped, or -1."""
        while at < last:
            if self.tokens.folded[at] == ":":
                return at
            found = self.starting.get(at)
            if found is not None and self.phrases[found].preposition == "ل":
                at = self.phrases[found].last
            elif self.marks.tags[at] in 'p"(':
                at += 1
            else:
                return -1
        return -1

    def _unknown_name(self, phrase: Phrase) -> bool:
        at = phrase.head
        known = self.marks.nouns[at] or self.marks.triggers[at] or self.marks.verbs[at]
        return phrase.kind is None and not known and phrase.last - phrase.first <= 3
