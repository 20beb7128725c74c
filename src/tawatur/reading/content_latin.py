"""How far what was said reaches in English and French: behind its cue, before it, and on both sides."""

from dataclasses import replace

from tawatur.lexicon.entries import NameKind, NounKind, WordClass
from tawatur.model import Found
from tawatur.reading.cues import STAGE, Spot
from tawatur.reading.recall_latin import SPEAKING
from tawatur.reading.record import Attribution, Phrase, Speaker, Tag
from tawatur.reading.speakers_latin import LatinSpeakers

__all__ = ["INFINITIVE", "LatinContent", "Ranges"]

Ranges = tuple[tuple[int, int], ...]
INFINITIVE = ("er", "ir", "dire", "rire", "ndre", "ttre", "itre", "oire", "aire", "ivre")
"""Endings of folded French infinitives that no present of a verb in -er has."""
_AS = frozenset(("as", "comme"))
_SETTING = frozenset(
    (NounKind.TIME, NounKind.DOCUMENT, NounKind.MEDIA, NounKind.EVENT, NameKind.OUTLET, NameKind.AGENCY)
)
_WITHIN = 16
_PARTED = frozenset((WordClass.CONTRAST, WordClass.CONJUNCTION, WordClass.SUBORDINATOR))


class LatinContent(LatinSpeakers):
    """Finds the ranges of tokens that an attribution covers."""

    def opener(self, start: int, limit: int, *, participle: bool = False) -> int:
        """That, a colon, a quotation or an infinitive close behind a verb; who was told and when may stand between.

        Returns:
            The token that opens the content, or -1.
        """
        at = start
        told = False
        while at < limit and at - start < _WITHIN:
            tag = self.marks.tags[at]
            classes = self.marks.classes[at]
            if WordClass.COMPLEMENTISER in classes or (at == start and self.tokens.folded[at] == "that"):
                return at
            if tag == Tag.STOP:
                return at if self.tokens.folded[at] == ":" else -1
            quotation = self.quoted.get(at) if tag == Tag.QUOTE else None
            if quotation is not None and quotation.first == at and (at not in self.starting or quotation.last - at > 3):
                return at
            if not self.english and self._infinitive(at, start):
                return at
            found = self.starting.get(at)
            if found is not None:
                phrase = self.phrases[found]
                if not phrase.preposition and phrase.kind is not NounKind.TIME:
                    if told or participle or not (phrase.kind in SPEAKING or self.is_pronoun(phrase) or phrase.name):
                        return -1
                    told = True
                at = phrase.last
                continue
            if tag in "vsmr" and not (tag == Tag.RELATIVE and WordClass.COMPLEMENTISER in classes):
                return -1
            if tag == Tag.COMMA and not self._put_in(at, limit):
                return -1
            at += 1
        return -1

    def _infinitive(self, at: int, start: int) -> bool:
        """A French infinitive right behind the verb that governs it: 'affirme avoir', 'dit ne pas vouloir'."""
        if self.marks.tags[at] not in "vm" or not self.tokens.folded[at].endswith(INFINITIVE):
            return False
        return all(self.marks.tags[i] in "gaTu," for i in range(start, at))

    def _put_in(self, comma: int, limit: int) -> bool:
        """Whether a comma opens something that another comma closes before content opens."""
        for at in range(comma + 1, min(comma + 12, limit)):
            if WordClass.COMPLEMENTISER in self.marks.classes[at]:
                return True
            if self.marks.tags[at] in '";v':
                return (self.marks.tags[at] == Tag.QUOTE and self.marks.tags[at - 1] == Tag.COMMA) or (
                    not self.english and self._infinitive(at, at) and self.marks.tags[at - 1] in ",mg"
                )
        return False

    def past_setting(self, last: int, limit: int) -> int:
        """Past when, where and in which words something was said: 'on Friday', 'in a statement', 'told the agency'."""
        at = last
        while at < limit:
            if self.marks.tags[at] in "Ta":
                at += 1
                continue
            step = at
            while step < limit and self.marks.tags[step] == Tag.PREPOSITION:
                step += 1
            if step > at and step < limit and self.marks.tags[step] == Tag.TIME:
                at = step
                continue
            found = self.starting.get(step)
            if found is not None and self._when(self.phrases[found]) and self.phrases[found].last <= limit:
                at = self.phrases[found].last
                continue
            if (
                found is None
                or step == at
                or self.phrases[found].kind not in _SETTING
                or self.phrases[found].last > limit
            ):
                return at
            at = self.phrases[found].last
        return at

    def _when(self, phrase: Phrase) -> bool:
        """Whether a phrase without an article says when: 'Sunday', but not 'an end'."""
        return phrase.kind is NounKind.TIME and (
            self.marks.tags[phrase.first] != Tag.DETERMINER or bool(phrase.preposition)
        )

    def placed(
        self,
        spot: Spot,
        speakers: tuple[Speaker, ...],
        region: tuple[int, int],
        content: Ranges,
        rule: str,
        *,
        mention: tuple[int, int] | None = None,
    ) -> Attribution:
        """An attribution of these ranges."""
        return Attribution(
            (spot.first, spot.last),
            spot.cue,
            speakers,
            content,
            spot.cue.stance,
            Found(STAGE, f"{rule}; {spot.hit.entry.key}"),
            region,
            mention is not None,
            mention=mention,
        )

    def content_behind(self, opener: int, spot: Spot) -> Ranges:
        """Content from its opener on."""
        start = opener if self.marks.tags[opener] in '"mv' else opener + 1
        quotation = self.quoted.get(start)
        if quotation is not None and quotation.first == start and quotation.last < spot.end:
            rest = range(quotation.last, spot.end)
            ends = self.marks.tags[quotation.last] in ",;" and not self._takes_up(quotation.last, spot)
            if ends or not any(self.marks.tags[at] in "nv" for at in rest):
                return ((start, quotation.last),)
        return ((start, self.reach(start, spot.end)),)

    def _takes_up(self, at: int, spot: Spot) -> bool:
        """Whether a quotation goes on behind a comma or a conjunction."""
        while at < spot.end and self.marks.tags[at] in ",ca":
            at += 1
        return at < spot.end and (
            self.marks.tags[at] == Tag.QUOTE or WordClass.COMPLEMENTISER in self.marks.classes[at]
        )

    def content_before(self, first: int, last: int, spot: Spot) -> Ranges:
        """Content that ends before a cue, and what of it is taken up again behind."""
        start = self.said_from(first, spot)
        ranges: Ranges = ((start, first),)
        if last < spot.end and self._goes_on(start, first, last, spot):
            begin = last + 1 if self.marks.tags[last] == Tag.COMMA else last
            return (*ranges, (begin, self.reach(begin, spot.end)))
        return ranges

    def _goes_on(self, start: int, first: int, last: int, spot: Spot) -> bool:
        """Whether what was said goes on behind the verb: in a quotation, with that, or for want of a verb before."""
        at = last
        while at < spot.end and self.marks.tags[at] in "aT":
            at += 1
        if at >= spot.end or self.marks.tags[at] not in ',"':
            return False
        if self.marks.tags[at] == Tag.QUOTE or self._takes_up(at, spot):
            return True
        if self.marks.tags[at] == Tag.COMMA and at + 1 < spot.end and self.marks.tags[at + 1] == Tag.QUOTE:
            return True
        if not any(tag in "vm" for tag in self.marks.tags[start:first]):
            return any(tag in "vm" for tag in self.marks.tags[at : spot.end])
        return (
            self.english
            and at + 2 < spot.end
            and self.marks.tags[at + 1] == Tag.CONJUNCTION
            and (self.tokens.folded[at + 1] in ("and", "but", "or"))
        )

    def said_from(self, first: int, spot: Spot) -> int:
        """Where words that end before a verb begin: with their quotation, or with the sentence."""
        at = first - 1
        while at > spot.start and self.marks.tags[at] == Tag.COMMA:
            at -= 1
        quotation = self.quoted.get(at)
        if quotation is not None and quotation.first < spot.start:
            return quotation.first
        return spot.start

    def as_clause(self, first: int) -> bool:
        """'As the army said', 'comme l'a dit la police'."""
        return any(self.tokens.folded[at] in _AS for at in range(max(first - 2, 0), first))

    # -- siblings -------------------------------------------------------------------------------

    def separated(self, found: list[Attribution]) -> list[Attribution]:
        """End each reach where a second source, set against the first, begins: '40, while the government said 12'."""
        kept = list(found)
        for number, one in enumerate(found):
            for other in found:
                cut = other.region[0]
                if other is one or not self._set_against(one, other):
                    continue
                content = tuple((a, min(b, self._seam(cut)) if a < cut else b) for a, b in kept[number].content)
                kept[number] = replace(kept[number], content=tuple((a, b) for a, b in content if b > a))
        return [a for a in kept if a.content]

    def _seam(self, cut: int) -> int:
        while cut > 0 and self.marks.tags[cut - 1] in ",cs":
            cut -= 1
        return cut

    def _set_against(self, one: Attribution, other: Attribution) -> bool:
        """Whether a second attribution begins a clause of its own inside what the first was given."""
        start = other.region[0]
        if start <= one.region[0] or not any(a < start < b for a, b in one.content):
            return False
        if other.found.rule.startswith("sibling"):
            return True
        if start < 1 or start in self.quoted or other.content[0][0] < start:
            return False
        return any(
            self.marks.classes[at] & _PARTED and WordClass.COMPLEMENTISER not in self.marks.classes[at]
            for at in range(self._seam(start), start)
        )
