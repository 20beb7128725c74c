"""Who was spoken of in English and French, for the pronouns and quotations that point back."""

from dataclasses import replace

from tawatur.lexicon.entries import Name, NameKind, Noun, NounKind
from tawatur.model import Language
from tawatur.reading.cues import Finder
from tawatur.reading.record import Attribution, Phrase, Reading, Speaker, Tag

__all__ = ["PERSONS", "SOUNDLESS", "SPEAKING", "LatinRecall"]

PERSONS = frozenset((NounKind.PERSON, NounKind.TITLE, NounKind.SOURCE, NameKind.LEADER))
SPEAKING = PERSONS | frozenset(
    (
        NounKind.MEDIA,
        NounKind.ORGANISATION,
        NounKind.STATE,
        NounKind.FORCE,
        NounKind.GROUP,
        NameKind.OUTLET,
        NameKind.AGENCY,
        NameKind.MONITOR,
        NameKind.INSTITUTION,
        NameKind.PARTY,
        NameKind.ARMY,
        NameKind.ARMED_GROUP,
        NameKind.STATE,
        NameKind.COMPANY,
        NameKind.AIRLINE,
    )
)
"""Kinds that say things of their own accord."""
SOUNDLESS = frozenset(
    (
        NounKind.PLACE,
        NounKind.SITE,
        NounKind.VEHICLE,
        NounKind.AIRCRAFT,
        NounKind.SHIP,
        NameKind.TOWN,
        NameKind.AIRPORT,
        NameKind.FRONT,
        NameKind.REGION,
        NameKind.WATER,
        NounKind.DOCUMENT,
        NounKind.EVENT,
        NounKind.ABSTRACT,
    )
)
"""Kinds that no personal pronoun stands for as a speaker."""
_NAMED_ALONE = frozenset((NameKind.LEADER, NameKind.AGENCY, NameKind.OUTLET, NameKind.MONITOR))
_REMEMBERED = 8
_NEUTRAL = frozenset(("it", "its"))


class LatinRecall(Finder):
    """Remembers who spoke and who was spoken of."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self.english = reading.lexicon.language is Language.EN
        self._recent: list[Speaker] = []

    def speaker(self, phrase: Phrase, last: int | None = None) -> Speaker:
        """A phrase as a speaker, from the last article inside it that begins a phrase of its own."""
        speaker = super().speaker(phrase, last)
        first, end = speaker.first, speaker.last
        for at in range(first + 1, end):
            if (
                self.marks.tags[at] == Tag.DETERMINER
                and self.tokens.folded[at] in ("the", "a", "an")
                and (self.marks.tags[at - 1] not in "pj")
            ):
                if self.english and phrase.head > at:
                    first = at
            elif self.tokens.folded[at] == "." and at + 1 < end and len(self.tokens.folded[at - 1]) > 3:
                end = at
                break
        name = self.marks.names[end - 1] if self.english and phrase.kind in _NAMED_ALONE else None
        if name is not None and first < name.first < end and self._run_together(name.first - 1):
            first = name.first
        while end > first + 1 and self.marks.tags[end - 1] == Tag.MARK:
            end -= 1
        return replace(speaker, first=first, last=end) if (first, end) != (speaker.first, speaker.last) else speaker

    def titled(self, phrase: Phrase) -> bool:
        """A title with a name of unknown bearer behind it: 'le général Karim Haddad'."""
        capitals = sum(self.tokens.text[self.tokens.starts[at]].isupper() for at in range(phrase.head + 1, phrase.last))
        return phrase.kind is NounKind.TITLE and capitals > 1

    def _run_together(self, at: int) -> bool:
        """Whether a word before a name is no office or kind of house, so that the name stands for itself."""
        noun = self.marks.nouns[at]
        kind = noun.entry.data.kind if noun is not None and isinstance(noun.entry.data, Noun) else None
        lower = self.tokens.text[self.tokens.starts[at]].islower()
        return lower and kind not in SPEAKING and self.marks.tags[at] != Tag.DETERMINER

    def remember(self, speaker: Speaker) -> None:
        """Keep a speaker, or somebody who was spoken of, for the pronouns to come."""
        if speaker.kind is NounKind.DOCUMENT:
            issuer = self._issuer(speaker)
            if issuer is not None:
                self._recent.append(issuer)
        self._recent.append(speaker)
        del self._recent[:-_REMEMBERED]

    def _issuer(self, document: Speaker) -> Speaker | None:
        """Who issued a document: what 'de' or 'of' hangs on it."""
        for at in range(document.first + 1, document.last - 1):
            if self.marks.tags[at] != Tag.PREPOSITION:
                continue
            noun = next((n for n in self.marks.nouns[at + 1 : at + 3] if n is not None), None)
            name = next((n for n in self.marks.names[at + 1 : at + 3] if n is not None), None)
            if noun is not None and isinstance(noun.entry.data, Noun) and noun.entry.data.kind in SPEAKING:
                return Speaker(at + 1, document.last, None, noun.entry.data.kind)
            if name is not None and isinstance(name.entry.data, Name) and name.entry.data.kind in SPEAKING:
                return Speaker(at + 1, document.last, name.entry.data, name.entry.data.kind)
            return None
        return None

    def spoken_of(self, first: int, last: int) -> Speaker | None:
        """The person that a sentence is about: its first phrase that no preposition governs, outside of quotations."""
        for at in range(first, min(first + 30, last)):
            found = self.starting.get(at)
            if found is None or at in self.quoted:
                if self.marks.tags[at] == Tag.VERB and at not in self.quoted:
                    return None
                continue
            phrase = self.phrases[found]
            if phrase.preposition or phrase.kind is NounKind.TIME:
                continue
            return self.speaker(phrase) if phrase.kind in PERSONS or self.full_name(phrase) else None
        return None

    def last_named(self, first: int, last: int) -> Speaker | None:
        """The person named last in a sentence, outside of quotations."""
        for at in range(last - 1, max(first, last - 40) - 1, -1):
            found = self.starting.get(at)
            if found is None or at in self.quoted:
                continue
            phrase = self.phrases[found]
            if (
                (phrase.name is not None and phrase.name.kind is NameKind.LEADER)
                or self.full_name(phrase)
                or self.titled(phrase)
            ):
                return self.speaker(phrase)
        return None

    def full_name(self, phrase: Phrase) -> bool:
        """Whether a phrase of unknown kind is written as a person's name is: two words or more, each with a capital."""
        words = [at for at in range(phrase.first, phrase.last) if self.marks.tags[at] not in "d,"]
        return (
            phrase.kind is None
            and len(words) > 1
            and all(self.tokens.text[self.tokens.starts[at]].isupper() and self.marks.nouns[at] is None for at in words)
        )

    def _inside(self, attribution: Attribution, at: int) -> bool:
        """Whether an attribution stands in a quotation that a token stands outside of."""
        quotation = self.quoted.get(attribution.cue[0])
        return quotation is not None and self.quoted.get(at) is not quotation

    def pointed_at(self, pronoun: str, at: int, here: list[Attribution], before: Speaker | None) -> tuple[Speaker, ...]:
        """The speaker that a pronoun points back to: the last that agrees with it in number and gender."""
        for attribution in reversed(here):
            if (
                attribution.speakers
                and not self._inside(attribution, at)
                and self._agrees(pronoun, attribution.speakers[-1])
            ):
                return attribution.speakers
        if before is not None and self._agrees(pronoun, before):
            return (before,)
        for speaker in reversed(self._recent):
            if self._known(speaker) and self._agrees(pronoun, speaker):
                return (speaker,)
        return ()

    def _known(self, speaker: Speaker) -> bool:
        """Whether a speaker is of a kind that speaks, or has a name."""
        if speaker.kind is not None:
            return speaker.kind in SPEAKING or speaker.name is not None or speaker.kind is NounKind.DOCUMENT
        return any(self.tokens.text[self.tokens.starts[at]].isupper() for at in range(speaker.first + 1, speaker.last))

    def _agrees(self, pronoun: str, speaker: Speaker) -> bool:
        word = pronoun.rpartition("-")[2]
        lead = self.tokens.folded[speaker.first]
        if self.english:
            several = (NounKind.SOURCE, NounKind.PERSON, NounKind.FORCE)
            plural = lead.endswith("s") and speaker.kind in several and speaker.last - speaker.first < 3
            if word in _NEUTRAL:
                return speaker.kind not in PERSONS and not plural
            if word in ("he", "she"):
                return (speaker.kind in PERSONS or speaker.kind is None) and not plural
            return True
        if speaker.kind in SOUNDLESS:
            return False
        plural = lead in ("les", "des", "ces", "ses", "leurs") or self.marks.tags[speaker.first] == Tag.NUMBER
        if word in ("ils", "elles"):
            return plural
        if plural:
            return False
        if word == "il":
            return lead not in ("la", "une", "cette", "sa", "mme")
        if word == "elle":
            return lead not in ("le", "un", "ce", "cet", "m", "m.")
        return True
