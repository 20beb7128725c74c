"""Finding the lexicon's words in a text: one pass over the words, Arabic clitics taken off."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tawatur.lexicon.clitics import stems, without_pronoun
from tawatur.lexicon.entries import Entry, EntryKind
from tawatur.lexicon.spelling import fold_phrase, written_phrase

__all__ = ["Hit", "Phrasebook"]

_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found in a text.

    Attributes:
        entry: what was found.
        first: index of its first word.
        last: index after its last word.
        proclitics: what was taken off its first word ("و", "بال", ...), folded.
        enclitic: the pronoun taken off its last word, folded, or "".
    """

    entry: Entry
    first: int
    last: int
    proclitics: str
    enclitic: str


_Pair = tuple[tuple[str, ...], Entry, tuple[str, ...]]
_Option = tuple[str, str, str, list[_Pair]]


class Phrasebook:
    """All entries of one language with the names, looked up by their folded words.

    The longest wording wins within a kind of entry; entries of different kinds may stand on the
    same words (قتل is a verb and a noun, "accuse" a trigger and a cue).
    """

    def __init__(self, entries: Iterable[Entry], plain: frozenset[EntryKind] = frozenset({EntryKind.WORD})) -> None:
        """Index the entries.

        Args:
            entries: what to find.
            plain: kinds that take no pronoun at their end.
        """
        self._plain = plain
        self._by_first: dict[str, list[_Pair]] = {}
        for entry in entries:
            for form in entry.forms:
                words = fold_phrase(form)
                if words:
                    self._by_first.setdefault(words[0], []).append((words, entry, written_phrase(form)))
        for found in self._by_first.values():
            found.sort(key=lambda pair: -len(pair[0]))
        self._known: dict[str, tuple[_Option, ...]] = {}

    def find(self, words: Sequence[str], written: Sequence[str] | None = None) -> list[Hit]:
        """Every entry in a row of folded words, in order of the first word.

        Of the hits of one kind that begin at the same word only the longest are kept, and of those
        the ones with the fewest letters taken off.

        Args:
            words: the folded words.
            written: the words as written, for a language in which accents tell words apart (tué, tue): a
                word in small letters then finds only the forms that are written so.
        """
        hits: list[Hit] = []
        for first, word in enumerate(words):
            options = self._known.get(word)
            if options is None:
                options = self._known[word] = self._options(word)
            if options:
                hits.extend(self._at(words, written, first, options))
        return hits

    def _options(self, word: str) -> tuple[_Option, ...]:
        found: list[_Option] = []
        for taken, rest in stems(word):
            for part, pronoun in ((rest, ""), *without_pronoun(rest)):
                pairs = self._by_first.get(part)
                if pairs and pronoun:
                    pairs = [
                        p
                        for p in pairs
                        if len(p[0]) == 1 and p[1].kind not in self._plain and p[1].kind is not EntryKind.NAME
                    ]
                if pairs and taken.endswith("س"):
                    pairs = [p for p in pairs if p[1].kind in (EntryKind.TRIGGER, EntryKind.CUE, EntryKind.VERB)]
                if pairs:
                    found.append((taken, part, pronoun, pairs))
        found.sort(key=lambda option: (len(option[2]) > 0, len(option[0]) + len(option[2])))
        return tuple(found)

    def _at(
        self, words: Sequence[str], written: Sequence[str] | None, first: int, options: tuple[_Option, ...]
    ) -> list[Hit]:
        best: dict[EntryKind, tuple[int, int]] = {}
        hits: list[Hit] = []
        for rank, (taken, _, pronoun, pairs) in enumerate(options):
            for phrase, entry, form in pairs:
                length = len(phrase)
                if length > 1 and tuple(words[first + 1 : first + length]) != phrase[1:]:
                    continue
                held = best.get(entry.kind)
                if held is not None and (held[0] > length or (held[0] == length and held[1] != rank)):
                    continue
                if written is not None and not _written_so(written, first, form):
                    continue
                if held is not None and held[0] < length:
                    hits = [hit for hit in hits if hit.entry.kind is not entry.kind]
                best[entry.kind] = (length, rank)
                if not any(hit.entry is entry for hit in hits):
                    hits.append(Hit(entry, first, first + length, taken, pronoun))
        return hits


def _written_so(written: Sequence[str], first: int, form: tuple[str, ...]) -> bool:
    """Whether the words in small letters have the accents of a form; capitals may lack theirs."""
    for offset, word in enumerate(form):
        seen = written[first + offset]
        if seen != word and seen.islower():
            return False
    return True
