"""Finding the lexicon's words in a text: one pass over the words, Arabic clitics taken off."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tawatur.lexicon.clitics import stems, without_pronoun
from tawatur.lexicon.entries import Entry, EntryKind
from tawatur.lexicon.spelling import fold_and_keep

__all__ = ["Hit", "Phrasebook"]

_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")


class Hit(NamedTuple):
    """An entry found in a text; a tuple, since one is made for every word and a frozen dataclass takes thrice as long.

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
_MOST_KNOWN = 100_000
"""How many words of texts a phrasebook remembers before it starts afresh, so that it cannot grow without end."""


@dataclass(frozen=True, slots=True)
class _Option:
    """One way to take clitics off a word: what was taken off, and the wordings that begin with the rest."""

    taken: str
    pronoun: str
    lone: tuple[_Pair, ...]
    longer: dict[str, tuple[_Pair, ...]]
    """By their second word, the longest first."""


class _Known:
    """What the wordings say of a word of a text, worked out once."""

    __slots__ = ("alone", "options", "seconds")

    def __init__(self, options: tuple[_Option, ...]) -> None:
        self.options = options
        self.seconds = frozenset(second for option in options for second in option.longer)
        self.alone: dict[str | None, list[Hit]] = {}


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
                words, as_written = fold_and_keep(form)
                if words:
                    self._by_first.setdefault(words[0], []).append((words, entry, as_written))
        for found in self._by_first.values():
            if len(found) > 1:
                found.sort(key=lambda pair: -len(pair[0]))
        self._known: dict[str, _Known | None] = {}

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
        known = self._known
        if len(known) > _MOST_KNOWN:
            known.clear()
        last = len(words) - 1
        for first, word in enumerate(words):
            found = known[word] if word in known else self._remember(word)
            if found is None:
                continue
            if first < last and words[first + 1] in found.seconds:
                hits.extend(_at(words, written, first, found.options))
                continue
            seen = None if written is None else written[first]
            alone = found.alone.get(seen)
            if alone is None:
                alone = _at((word,), None if seen is None else (seen,), 0, found.options)
                found.alone[seen] = alone
            for hit in alone:
                hits.append(Hit(hit.entry, first, first + 1, hit.proclitics, hit.enclitic))
        return hits

    def _remember(self, word: str) -> _Known | None:
        options = self._options(word)
        self._known[word] = found = _Known(options) if options else None
        return found

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
                    found.append(_option(taken, pronoun, pairs))
        found.sort(key=lambda option: (len(option.pronoun) > 0, len(option.taken) + len(option.pronoun)))
        return tuple(found)


def _option(taken: str, pronoun: str, pairs: list[_Pair]) -> _Option:
    longer: dict[str, list[_Pair]] = {}
    for pair in pairs:
        if len(pair[0]) > 1:
            longer.setdefault(pair[0][1], []).append(pair)
    lone = tuple(pair for pair in pairs if len(pair[0]) == 1)
    return _Option(taken, pronoun, lone, {second: tuple(found) for second, found in longer.items()})


def _at(words: Sequence[str], written: Sequence[str] | None, first: int, options: tuple[_Option, ...]) -> list[Hit]:
    """The hits that begin at a word."""
    best: dict[EntryKind, tuple[int, int]] = {}
    hits: list[Hit] = []
    following = words[first + 1] if first + 1 < len(words) else None
    for rank, option in enumerate(options):
        longer = option.longer.get(following, ()) if following is not None else ()
        for phrase, entry, form in (*longer, *option.lone):
            length = len(phrase)
            if length > 2 and tuple(words[first + 2 : first + length]) != phrase[2:]:
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
                hits.append(Hit(entry, first, first + length, option.taken, option.pronoun))
    return hits


def _written_so(written: Sequence[str], first: int, form: tuple[str, ...]) -> bool:
    """Whether the words in small letters have the accents of a form; capitals may lack theirs."""
    for offset, word in enumerate(form):
        seen = written[first + offset]
        if seen != word and seen.islower():
            return False
    return True
