"""Cues in their sentences: what the languages share in finding speakers and the reach of their words."""

from dataclasses import dataclass, replace

from tawatur.lexicon.entries import Cue, NameKind, NounKind, PartOfSpeech, Trigger, WordClass
from tawatur.lexicon.phrasebook import Hit
from tawatur.model import Found, Stance
from tawatur.reading.record import Attribution, Marks, Phrase, Reading, Speaker, Tag

__all__ = ["STAGE", "Finder", "Spot"]

STAGE = "attributions"
_FURTHEST = 40
_NO_SPEAKER = frozenset(
    (
        NounKind.ABSTRACT,
        NounKind.AGREEMENT,
        NounKind.MEASURE,
        NounKind.TIME,
        NounKind.EVENT,
        NounKind.GOODS,
        NounKind.WEAPON,
        NounKind.MONEY,
        NounKind.DIRECTION,
    )
)
_MEDIA = frozenset((NameKind.OUTLET, NameKind.AGENCY, NounKind.MEDIA))
_TOWARDS = frozenset(("ل", "to", "à", "au"))
_NO_PERSON = frozenset((NounKind.DOCUMENT, NounKind.EVENT, NounKind.ABSTRACT))
_NAME_IN_QUOTES = 6


@dataclass(frozen=True, slots=True)
class Spot:
    """A cue in its sentence, with the tokens that belong to it."""

    hit: Hit
    cue: Cue
    first: int
    last: int
    start: int
    end: int


class Finder:
    """What the languages share: the walk over cues, carrying speakers, and the reach of content."""

    def __init__(self, reading: Reading) -> None:
        assert reading.marks is not None
        self.reading = reading
        self.tokens = reading.tokens
        self.marks: Marks = reading.marks
        self.phrases = reading.phrases
        self.starting = {phrase.first: at for at, phrase in enumerate(reading.phrases)}
        self.ending = {phrase.last: at for at, phrase in enumerate(reading.phrases)}
        self.quoted = {at: q for q in reading.quotations for at in range(q.first, q.last)}
        self.last_speakers: tuple[Speaker, ...] = ()
        self.last_people: tuple[Speaker, ...] = ()

    def sentence(self, first: int, last: int, found: list[Attribution]) -> None:
        """Append the attributions of one sentence."""
        before = len(found)
        for spot in self._spots(first, last):
            if any(a.region[0] <= spot.first < a.region[1] for a in found[before:]):
                continue
            attribution = self.read(spot, found[before:])
            if attribution is not None:
                attribution = self.told(attribution, last)
                found.append(attribution)
                if attribution.speakers:
                    self.last_speakers = attribution.speakers
                    if attribution.speakers[-1].kind not in _NO_PERSON:
                        self.last_people = attribution.speakers
        if len(found) == before:
            carried = self._carried_quotation(first, last, found)
            if carried is not None:
                found.append(carried)
        found[before:] = self._trim(found[before:])

    def told(self, attribution: Attribution, last: int) -> Attribution:
        """An attribution with the outlet or agency that its source told it to ('told Reuters', 'à l'AFP')."""
        medium = self._medium(attribution, last)
        return replace(attribution, medium=medium) if medium is not None else attribution

    def _medium(self, attribution: Attribution, last: int) -> Speaker | None:
        if attribution.entry is None or attribution.entry.pos is PartOfSpeech.ADVERB:
            return None
        spoken = {speaker.first for speaker in attribution.speakers}
        for at in range(attribution.cue[1], min(attribution.region[1] + 4, last)):
            found = self.starting.get(at)
            if found is None or at in spoken:
                continue
            phrase = self.phrases[found]
            if phrase.kind in _MEDIA and (phrase.preposition in _TOWARDS or at == attribution.cue[1]):
                return self.speaker(phrase)
        return None

    def read(self, spot: Spot, here: list[Attribution]) -> Attribution | None:
        """The attribution that a cue makes, or None where it makes none."""
        raise NotImplementedError

    def _spots(self, first: int, last: int) -> list[Spot]:
        spots = []
        for at in range(first, last):
            for hit in self.marks.cues[at]:
                cue = hit.entry.data
                assert isinstance(cue, Cue)
                if self._stands(at, cue):
                    spots.append(Spot(hit, cue, at, hit.last, first, last))
                    break
        return spots

    def _stands(self, at: int, cue: Cue) -> bool:
        """Whether the tag that the token was given agrees with the cue's part of speech."""
        tag = self.marks.tags[at]
        if cue.pos in (PartOfSpeech.VERB, PartOfSpeech.PARTICIPLE):
            return tag in "vm" or (cue.pos is PartOfSpeech.PARTICIPLE and tag in "nj")
        return True

    def _trim(self, found: list[Attribution]) -> list[Attribution]:
        """End the reach of each attribution where a sibling beside it begins."""
        trimmed = []
        for number, one in enumerate(found):
            content = one.content
            for other in found[number + 1 :]:
                if other.found.rule.startswith("sibling"):
                    content = tuple(
                        (a, min(b, other.region[0]) if a < other.region[0] else b)
                        for a, b in content
                        if a < other.region[0]
                    )
            trimmed.append(replace(one, content=content) if content != one.content else one)
        return trimmed

    def _carried_quotation(self, first: int, last: int, found: list[Attribution]) -> Attribution | None:
        """A sentence wholly in quotation marks behind one that named its speaker."""
        if not found or not self.last_speakers:
            return None
        inner = last - 1
        while inner > first and self.marks.tags[inner] in ';,"':
            inner -= 1
        quotation = self.quoted.get(first)
        if quotation is None or self.quoted.get(inner) is not quotation:
            return None
        previous = found[-1]
        if first - previous.region[1] > 80 and first - max((b for _, b in previous.content), default=0) > 3:
            return None
        return replace(
            previous,
            content=((first, last),),
            region=(first, first),
            elided=True,
            found=Found(STAGE, "quotation carried on"),
            stance=Stance.ASSERTS,
        )

    # -- speakers -------------------------------------------------------------------------------

    def speaker(self, phrase: Phrase, last: int | None = None) -> Speaker:
        """A phrase as a speaker."""
        return Speaker(phrase.first, last if last is not None else phrase.last, phrase.name, phrase.kind)

    def fits(self, phrase: Phrase) -> bool:
        """Whether a phrase can name somebody who says things."""
        if self.marks.tags[phrase.head] == Tag.NUMBER and phrase.kind is None:
            return False
        hits = self.marks.triggers[phrase.head] if phrase.kind is None else ()
        if any(isinstance(h.entry.data, Trigger) and h.entry.data.pos is PartOfSpeech.NOUN for h in hits):
            return False
        return phrase.kind not in _NO_SPEAKER

    def is_pronoun(self, phrase: Phrase) -> bool:
        """Whether a phrase is nothing but a pronoun."""
        return self.marks.tags[phrase.first] == Tag.PRONOUN

    def holding(self, at: int) -> Phrase | None:
        """The phrase that a token stands in."""
        for first in range(at, max(at - 12, -1), -1):
            found = self.starting.get(first)
            if found is not None:
                return self.phrases[found] if self.phrases[found].last > at else None
        return None

    def carried(self, here: list[Attribution]) -> tuple[Speaker, ...]:
        """The speakers that a pronoun points back to: the last that can be a person."""
        for attribution in reversed(here):
            if attribution.speakers and attribution.speakers[-1].kind is not NounKind.DOCUMENT:
                return attribution.speakers
        return self.last_people or self.last_speakers

    # -- content --------------------------------------------------------------------------------

    def reach(self, start: int, last: int) -> int:
        """Where content that begins at ``start`` ends: with its quotation, or with the sentence."""
        quotation = self.quoted.get(start)
        if quotation is not None and quotation.last > last and quotation.first >= start - 2:
            return quotation.last
        return last

    def complementiser(self, start: int, limit: int) -> int:
        """The first token from ``start`` that opens content: that, a colon, a quotation; or -1."""
        at = start - 1
        last = min(limit, start + _FURTHEST)
        while at + 1 < last:
            at += 1
            tag = self.marks.tags[at]
            if WordClass.COMPLEMENTISER in self.marks.classes[at] or (
                tag == Tag.STOP and self.tokens.folded[at] == ":"
            ):
                return at
            quotation = self.quoted.get(at) if tag == Tag.QUOTE else None
            if quotation is not None and quotation.first == at:
                named = self.holding(at)
                if quotation.last - at > _NAME_IN_QUOTES or named is None or named.last < quotation.last:
                    return at
                at = quotation.last - 1
                continue
            if tag == Tag.STOP or (
                at > start and tag == Tag.VERB and self._speaks(at) and self.marks.tags[at - 1] != Tag.RELATIVE
            ):
                return -1
        return -1

    def _speaks(self, at: int) -> bool:
        return bool(self.marks.cues[at])

    def content_start(self, opener: int) -> int:
        """The first token of content behind its opener; a quotation mark is part of it."""
        return opener if self.marks.tags[opener] in '"m' else opener + 1
