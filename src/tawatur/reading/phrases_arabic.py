"""Noun phrases of Arabic."""

from tawatur.lexicon.entries import Name, NameKind, Noun, NounKind
from tawatur.reading.kinds import NAMED_PLACES, PERSONAL
from tawatur.reading.phrases import NOMINAL, Chunker
from tawatur.reading.record import Tag

__all__ = ["ArabicChunker"]

_MANY = frozenset((NounKind.GROUP, NounKind.FORCE, NounKind.SOURCE))
_THINGS = frozenset(
    (NounKind.ABSTRACT, NounKind.EVENT, NounKind.MEASURE, NounKind.AGREEMENT, NounKind.DOCUMENT, NounKind.GOODS)
)


class ArabicChunker(Chunker):
    """Arabic: a head noun with what it is in construct with, its adjectives and its name."""

    def _end(self, at: int, last: int) -> int:
        marks = self._marks
        tags = marks.tags
        if tags[at] == Tag.PRONOUN:
            return at + 1
        end = at
        if tags[at] == Tag.QUOTE:
            end = self._short_quotation(at, last)
        elif marks.names[at] is not None and tags[at] != Tag.ADJECTIVE:
            end = max(marks.names[at].last, at + 1)  # type: ignore[union-attr]  # just checked
        else:
            end = at + 1
        while end < last:
            tag = tags[end]
            if tag == Tag.QUOTE:
                closed = self._short_quotation(end, last)
                if not closed:
                    break
                end = closed
            elif (tag == Tag.MARK and self._tokens.folded[end] in ("-", "/", "'", ".")) or (
                tag in NOMINAL and not self._breaks(at, end)
            ):
                end += 1
            else:
                break
        return end

    def _definite(self, at: int) -> bool:
        word = self._tokens.folded[at]
        if self._marks.names[at] is not None:
            return True
        return word.startswith("ال") or self._marks.proclitics[at].endswith(("ال", "لل"))

    def _breaks(self, start: int, at: int) -> bool:
        """Whether the word at ``at`` begins a phrase of its own."""
        marks = self._marks
        taken = marks.proclitics[at].removesuffix("ال")
        if taken or self._behind_quality(start, at):
            return True
        name = marks.names[at]
        if name is not None:
            if name.first < at:
                return False
            before = marks.names[at - 1]
            data = name.entry.data
            return (
                before is not None
                and before is not name
                and isinstance(data, Name)
                and not data.adjective
                and isinstance(before.entry.data, Name)
                and before.entry.data.kind is not NameKind.LEADER
                and marks.nouns[start] is None
            )
        if marks.tags[at] == Tag.NUMBER:
            return at > start and marks.tags[at - 1] != Tag.NUMBER and self._definite(at - 1)
        before_number = marks.tags[at - 1] == Tag.NUMBER
        if before_number:
            return False
        if self._definite(at):
            return self._behind_place(at) or self._of_another_noun(at)
        if self._definite(at - 1):
            return not self._personal(start, at)
        return False

    def _behind_quality(self, start: int, at: int) -> bool:
        """A name, or a noun for what happens, right behind an indefinite adjective ('medical sources the death of')."""
        marks = self._marks
        if marks.tags[at - 1] != Tag.ADJECTIVE or self._tokens.folded[at - 1].startswith("ال"):
            return False
        name = marks.names[at]
        if name is not None:
            data = name.entry.data
            if name.first < at or not isinstance(data, Name) or data.adjective:
                return False
            titled = marks.nouns[start]
            personal = titled is not None and isinstance(titled.entry.data, Noun) and titled.entry.data.kind in PERSONAL
            return not (data.kind is NameKind.LEADER and personal)
        noun = marks.nouns[at]
        kind = noun.entry.data.kind if noun is not None and isinstance(noun.entry.data, Noun) else None
        return marks.tags[at] == Tag.NOUN and (kind in _THINGS or (kind is None and bool(marks.triggers[at])))

    def _behind_place(self, at: int) -> bool:
        """A noun with the article right behind the name of a place begins a phrase of its own."""
        before = self._marks.names[at - 1]
        noun = self._marks.nouns[at]
        return (
            before is not None
            and isinstance(before.entry.data, Name)
            and before.entry.data.kind in NAMED_PLACES
            and not before.entry.data.adjective
            and noun is not None
            and noun.first == at
            and self._marks.tags[at] == Tag.NOUN
        )

    def _of_another_noun(self, at: int) -> bool:
        """A noun for a thing, with the article, behind an indefinite adjective or behind a definite noun or a name."""
        marks = self._marks
        if marks.tags[at] != Tag.NOUN or marks.names[at] is not None:
            return False
        before = marks.names[at - 1]
        if before is not None and isinstance(before.entry.data, Name) and before.entry.data.adjective:
            before = None
        if marks.tags[at - 1] == Tag.ADJECTIVE and not self._tokens.folded[at - 1].startswith("ال"):
            return not marks.proclitics[at - 1].endswith(("ال", "لل"))
        noun = marks.nouns[at]
        kind = noun.entry.data.kind if noun is not None and isinstance(noun.entry.data, Noun) else None
        feminine = self._tokens.folded[at].endswith("ه")
        thing = kind in _THINGS or (kind in _MANY and not feminine and marks.nouns[at - 1] is not None)
        verbal = noun is None and bool(marks.triggers[at])
        if not (thing or verbal):
            return False
        if before is not None:
            return before.last == at
        return self._tokens.folded[at - 1].startswith("ال") and marks.tags[at - 1] == Tag.NOUN

    def _personal(self, start: int, at: int) -> bool:
        """Whether an indefinite word behind a definite one is part of a person's name."""
        if self._marks.nouns[at] is not None:
            kind = self._marks.nouns[at].entry.data.kind  # type: ignore[union-attr]  # just checked
            return kind in (NounKind.TITLE,) and self._marks.nouns[start] is not None
        if self._marks.triggers[at] or self._marks.cues[at] or self._marks.verbs[at]:
            return False
        for back in range(start, at):
            noun = self._marks.nouns[back]
            if noun is not None and isinstance(noun.entry.data, Noun) and noun.entry.data.kind in PERSONAL:
                return True
        return False

    def _head(self, first: int, last: int) -> int:
        for at in range(first, last):
            if self._marks.tags[at] in "nju":
                return at
        return first if self._marks.tags[first] == Tag.NUMBER else -1

    def _preposition(self, at: int, floor: int) -> str:
        taken = self._marks.proclitics[at].removesuffix("ال").lstrip("وف")
        if taken:
            return taken[0]
        before = at - 1
        if before >= floor and self._marks.tags[before] == Tag.QUOTE:
            before -= 1
        if before < floor or self._marks.tags[before] != Tag.PREPOSITION:
            return ""
        return self._governor(before, floor)
