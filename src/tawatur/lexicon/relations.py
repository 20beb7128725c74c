"""How words say that a spot lies to a named place: 'east of', 'the countryside of', 'the capital'."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tawatur.errors import LexiconError
from tawatur.lexicon.clitics import stems
from tawatur.lexicon.loading import data_folder, load_table, rows
from tawatur.lexicon.spelling import fold_phrase
from tawatur.model import Language, RelationKind

__all__ = ["AWAY", "CAPITAL", "COUNTRY", "LINK", "PlaceWord", "PlaceWords", "load_place_words"]

LINK, AWAY, CAPITAL, COUNTRY = "link", "away", "capital", "country"
"""Kinds of words that are no relation: what may stand between, what stands behind a distance, the capital and
the country of the text."""

_LONGEST = 3
_ARABIC, _ARTICLE = "\u0600", "ال"
_CONJUNCTIONS, _PREPOSITIONS = ("و", "ف"), ("ب", "ل", "ك")


@dataclass(frozen=True, slots=True)
class PlaceWord:
    """What one wording says.

    Attributes:
        kind: a ``RelationKind``, ``link``, ``away``, ``capital`` or ``country``.
        direction: the side that it names, for a direction.
        form: the wording as the list has it, for ``--explain``.
    """

    kind: str
    direction: str | None
    form: str


class PlaceWords:
    """The wordings of one language, looked up by their folded words."""

    def __init__(self, forms: dict[tuple[str, ...], PlaceWord]) -> None:
        self._forms = forms
        self._lasts = frozenset(words[-1] for words in forms)

    def ending(self, words: Sequence[str], at: int, floor: int = 0) -> tuple[PlaceWord, int] | None:
        """The longest wording whose last word is ``at``, with the index of its first word.

        Args:
            words: folded words.
            at: index of the last word.
            floor: the first word that it may begin at.
        """
        if words[at] not in self._lasts:
            return None
        for first in range(max(floor, at - _LONGEST + 1), at + 1):
            found = self._forms.get(tuple(words[first : at + 1]))
            if found is not None:
                return found, first
        return None


@cache
def load_place_words(language: Language) -> PlaceWords:
    """The wordings of a language, loaded once a process.

    Raises:
        LexiconError: an entry is wrong; the text names file and entry.
    """
    name = f"{language}/relations.toml"
    known = {LINK, AWAY, CAPITAL, COUNTRY, *RelationKind}
    found: dict[tuple[str, ...], PlaceWord] = {}
    for row, where in rows(load_table(data_folder() / language / "relations.toml"), "relation", name):
        kind, forms, direction = row.get("kind"), row.get("forms"), row.get("direction")
        if kind not in known:
            raise LexiconError(f"{where}: kind is {kind!r}; it must be one of {', '.join(sorted(known))}")
        if not isinstance(forms, list) or not forms or not all(isinstance(form, str) for form in forms):
            raise LexiconError(f"{where}: forms must be a list of texts")
        if (kind == RelationKind.DIRECTION) != isinstance(direction, str):
            raise LexiconError(f"{where}: a direction, and nothing else, names its side under direction")
        for form in forms:
            folded = fold_phrase(form)
            word = PlaceWord(str(kind), str(direction) if direction else None, form)
            if found.setdefault(folded, word).kind != word.kind:
                raise LexiconError(f"{where}: {form!r} stands under two kinds")
    for folded, word in tuple(found.items()):
        for glued in _glued(folded[0]):
            found.setdefault((glued, *folded[1:]), word)
    return PlaceWords(found)


def _glued(word: str) -> list[str]:
    """An Arabic word with the conjunctions and prepositions that can be written as one with it."""
    if word < _ARABIC:
        return []
    tried = [conjunction + preposition for conjunction in ("", *_CONJUNCTIONS) for preposition in ("", *_PREPOSITIONS)]
    spellings = [taken + word for taken in tried if taken]
    if word.startswith(_ARTICLE):
        spellings += [conjunction + "لل" + word[len(_ARTICLE) :] for conjunction in ("", *_CONJUNCTIONS)]
    bare = word.removeprefix(_ARTICLE)
    return [spelling for spelling in spellings if any(rest in (word, bare) for _, rest in stems(spelling))]
