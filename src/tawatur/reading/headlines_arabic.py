"""Arabic speakers alone before a colon, as in headlines; and the walk over a sentence that begins with one."""

from tawatur.lexicon.entries import Name, NameKind, NounKind
from tawatur.model import Found, Stance
from tawatur.reading.cues import STAGE
from tawatur.reading.record import Attribution, Phrase, Tag
from tawatur.reading.speakers_arabic import SPEAKING
from tawatur.reading.subjects_arabic import SubjectFinder

__all__ = ["HeadlineFinder"]

_PEOPLE = frozenset((NounKind.SOURCE, NounKind.PERSON, NounKind.TITLE, NameKind.LEADER))
_BELOW = 80
_LONGEST_HEAD = 16


class HeadlineFinder(SubjectFinder):
    """Finds the speaker of a headline and keeps the speakers of each sentence for those behind it."""

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
        if not (
            phrase.kind in SPEAKING
            or (first == 0 and (self._unknown_name(phrase) or self._capital(phrase, colon, last)))
        ):
            return None
        speaker = self.speaker(phrase, end)
        return Attribution(
            cue=(colon, colon + 1),
            entry=None,
            speakers=(speaker,),
            content=((colon + 1, self.reach(colon + 1, last)),),
            stance=Stance.ASSERTS,
            found=Found(STAGE, "headline: a speaker before a colon"),
            region=(at, colon + 1),
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
        named = (
            hit is not None and hit.first == at and isinstance(hit.entry.data, Name) and hit.entry.data.entity == entity
        )
        return named and (self.tokens.folded[at - 1] == "في" or self.marks.proclitics[at].startswith("ب"))

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
