"""Whether the words before a date speak of what is to come."""

from tawatur.lexicon.calendar_words import CalendarWords
from tawatur.text.dates import DateReader
from tawatur.text.tokens import Tokens

__all__ = ["FutureCues"]

_REACH = 8
_SHORTEST = 4
_CONJUNCTIONS = "وف"
_ENDS = frozenset(".!?؟;؛:")


class FutureCues:
    """Looks back from a date for a future verb in the same clause."""

    def __init__(self, tokens: Tokens, words: CalendarWords, reader: DateReader) -> None:
        self._t = tokens
        self._words = words
        self._not_future = tuple(words.not_future)
        self._reader = reader

    def before(self, at: int) -> bool:
        """Whether a future verb stands among the words before a place."""
        for index in range(at - 1, max(-1, at - 1 - _REACH), -1):
            word = self._t.folded[index]
            if word in _ENDS:
                return False
            if self._reader.mark(index, "future"):
                return True
            if self._t.kinds[index] == "w" and self._future_verb(word):
                return True
        return False

    def _future_verb(self, word: str) -> bool:
        if len(word) < _SHORTEST:
            return False
        if word.endswith(self._words.future_endings):
            return word not in self._words.not_future
        bare = word[1:] if word[0] in _CONJUNCTIONS else word
        return bare.startswith(self._words.future_beginnings) and not bare.startswith(self._not_future)
