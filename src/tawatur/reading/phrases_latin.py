"""Noun phrases of English and French."""

from tawatur.lexicon.entries import WordClass
from tawatur.model import Language
from tawatur.reading.phrases import NOMINAL, Chunker
from tawatur.reading.record import Tag

__all__ = ["LatinChunker"]

_LINKS = {Language.EN: frozenset(("of",)), Language.FR: frozenset(("de", "du", "des", "d'"))}


class LatinChunker(Chunker):
    """English and French: article, adjectives, nouns, and what 'of' hangs on them."""

    def _end(self, at: int, last: int) -> int:
        tags = self._marks.tags
        if tags[at] == Tag.PRONOUN:
            return at + 1
        end, noun_seen = at, False
        while end < last:
            tag = tags[end]
            if tag == Tag.QUOTE:
                closed = self._short_quotation(end, last)
                if not closed:
                    break
                end, noun_seen = closed, True
            elif noun_seen and (tag == Tag.NUMBER or (tag == Tag.DETERMINER and not self._possessive(end))):
                break
            elif tag in NOMINAL or (tag == Tag.MARK and noun_seen and self._tokens.folded[end] in ("'", "-", "/", ".")):
                noun_seen = noun_seen or tag == Tag.NOUN
                end += 1
            elif tag == Tag.PREPOSITION and noun_seen and self._links(end, last):
                end += 1
                noun_seen = False
            else:
                break
        return max(end, at + 1)

    def _possessive(self, at: int) -> bool:
        return self._tokens.folded[at] == "'s" or (
            WordClass.POSSESSIVE in self._marks.classes[at] and self._tokens.folded[at].startswith("'")
        )

    def _links(self, at: int, last: int) -> bool:
        """Whether a preposition binds the next noun into the phrase."""
        if self._tokens.folded[at] not in _LINKS[self._language] or at + 1 >= last:
            return False
        if self._marks.triggers[at - 1] and self._marks.tags[at - 1] == Tag.NOUN:
            return False
        return self._marks.tags[at + 1] in "nj#d"

    def _head(self, first: int, last: int) -> int:
        marks, tokens = self._marks, self._tokens
        if marks.tags[first] == Tag.PRONOUN:
            return first
        end = first
        seen = -1
        while end < last:
            tag = marks.tags[end]
            if tag == Tag.PREPOSITION:
                break
            if self._language is Language.FR and seen >= 0 and marks.tags[end] != Tag.QUOTE:
                break
            if (tag == Tag.NOUN and tokens.folded[end] != "'s") or (
                tag == Tag.ADJECTIVE and seen < 0 and end + 1 == last
            ):
                seen = end
            end += 1
        if seen >= 0:
            return seen
        numbers = [at for at in range(first, last) if marks.tags[at] in "#j"]
        return numbers[-1] if numbers else -1

    def _preposition(self, at: int, floor: int) -> str:
        before = at - 1
        if before >= floor and self._marks.tags[before] == Tag.QUOTE:
            before -= 1
        if before < floor or self._marks.tags[before] != Tag.PREPOSITION:
            return ""
        return self._governor(before, floor)
