"""Wordings with what they mean, looked up word by word, Arabic proclitics taken off."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from tawatur.lexicon.spelling import fold_phrase

__all__ = ["Sense", "WordTable", "fold_form", "pick"]

V = TypeVar("V")
K = TypeVar("K")

_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ل")
_ARTICLE = "ال"


@dataclass(frozen=True, slots=True)
class Sense(Generic[V]):
    """One reading of the words at a place: what they mean, how many they are, what was taken off them."""

    value: V
    length: int
    proclitics: str


class WordTable(Generic[V]):
    """Looks every word of a text up once, with Arabic proclitics taken off the first word of a wording."""

    def __init__(self, entries: Iterable[tuple[str, V]]) -> None:
        """Index the wordings.

        Args:
            entries: a wording as written, and what it means.
        """
        table: dict[str, list[tuple[tuple[str, ...], Sense[V]]]] = {}
        for form, value in entries:
            words = fold_form(form)
            for taken, first in _with_proclitics(words[0]):
                found = table.setdefault(first, [])
                if not any(rest == words[1:] and sense.value == value for rest, sense in found):
                    found.append((words[1:], Sense(value, len(words), taken)))
        self._single: dict[str, tuple[Sense[V], ...]] = {}
        self._multiple: dict[str, tuple[tuple[tuple[str, ...], Sense[V]], ...]] = {}
        for first, found in table.items():
            found.sort(key=lambda pair: (-len(pair[0]), len(pair[1].proclitics)))
            if any(rest for rest, _ in found):
                self._multiple[first] = tuple(found)
            else:
                self._single[first] = tuple(sense for _, sense in found)

    def find(self, words: Sequence[str]) -> dict[int, tuple[Sense[V], ...]]:
        """The readings at every place that has one, longest wording first."""
        single, multiple = self._single, self._multiple
        found: dict[int, tuple[Sense[V], ...]] = {}
        for index, word in enumerate(words):
            senses = single.get(word)
            if senses is not None:
                found[index] = senses
                continue
            options = multiple.get(word)
            if options is not None:
                following = words[index + 1] if index + 1 < len(words) else ""
                fitting = [
                    sense
                    for rest, sense in options
                    if not rest or (rest[0] == following and (len(rest) == 1 or _goes_on(words, index + 1, rest)))
                ]
                if fitting:
                    found[index] = tuple(fitting)
        return found

    def first_words(self, wanted: Callable[[V], bool]) -> frozenset[str]:
        """The folded words that a wording of some kind can begin with, proclitics on.

        Args:
            wanted: whether a meaning is of that kind.
        """
        single = (word for word, senses in self._single.items() if any(wanted(s.value) for s in senses))
        multiple = (word for word, pairs in self._multiple.items() if any(wanted(s.value) for _, s in pairs))
        return frozenset((*single, *multiple))


def fold_form(form: str) -> tuple[str, ...]:
    """The folded words of a wording; one that ends in an elision ("plus d'") keeps it as a word."""
    return fold_phrase(form + "a")[:-1] if form.endswith(("'", "\u2019")) else fold_phrase(form)


def _with_proclitics(word: str) -> Iterator[tuple[str, str]]:
    yield "", word
    if not "\u0620" <= word[:1] <= "\u06ff" or len(word) < 2:
        return
    if len(word) == 2:
        yield from (("و", "و" + word), ("ف", "ف" + word))
        return
    for conjunction in _CONJUNCTIONS:
        for preposition in _PREPOSITIONS:
            front = conjunction + preposition
            if preposition == "ل" and word.startswith(_ARTICLE):
                yield front, front + "ل" + word[2:]
            if front:
                yield front, front + word
            yield front + _ARTICLE, (front + "ل" if preposition == "ل" else front + _ARTICLE) + word


def _goes_on(words: Sequence[str], at: int, rest: tuple[str, ...]) -> bool:
    return tuple(words[at : at + len(rest)]) == rest


def pick(found: Mapping[int, tuple[Sense[V], ...]], index: int, kind: type[K]) -> tuple[K, int, str] | None:
    """The longest reading of a kind at a place: what it is, its length in words, its proclitics."""
    for sense in found.get(index, ()):
        if isinstance(sense.value, kind):
            return sense.value, sense.length, sense.proclitics
    return None
