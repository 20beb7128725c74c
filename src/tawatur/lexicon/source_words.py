"""Words that tell what kind of source speaks, how many they are, and what a report says of its own proof."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from tawatur.errors import LexiconError
from tawatur.lexicon.clitics import stems
from tawatur.lexicon.loading import data_folder, load_table, rows
from tawatur.lexicon.spelling import fold, fold_phrase
from tawatur.model import Language

__all__ = ["SourceSense", "SourceWord", "SourceWords", "load_source_words"]


class SourceSense(StrEnum):
    """What a wording tells of a source or of a report."""

    SEVERAL = "several"
    ONE = "one"
    SPOKESMAN = "spokesman"
    PRESS = "press"
    MEDIUM = "medium"
    REPORTER = "reporter"
    UNPROVEN = "unproven"
    SEEN = "seen"
    CONFIRMS = "confirms"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class SourceWord:
    """A wording found: what it tells, for a role which, and which words it covers."""

    sense: SourceSense
    role: str | None
    first: int
    last: int


class SourceWords:
    """The wordings of one language, looked up by their folded words."""

    def __init__(self, forms: dict[tuple[str, ...], tuple[tuple[SourceSense, str | None], ...]]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        self._forms = forms
        self._by_sense: dict[SourceSense, list[tuple[str, ...]]] = {sense: [] for sense in SourceSense}
        for words, senses in sorted(forms.items()):
            for sense in sorted({sense for sense, _ in senses}):
                self._by_sense[sense].append(words)
        for words in sorted(forms, key=lambda words: (-len(words), words)):
            self._by_first.setdefault(words[0], []).append(words)

    def may_hold(self, text: str, sense: SourceSense) -> bool:
        """Whether a wording of a sense can stand in a text: a quick look, before it is cut into words."""
        folded = fold(text) if text else ""
        return any(all(word in folded for word in form) for form in self._by_sense[sense])

    def find(self, words: Sequence[str]) -> tuple[SourceWord, ...]:
        """Every wording in a row of folded words, Arabic clitics taken off the first, longest first at each word."""
        found: dict[SourceWord, None] = {}
        for at, word in enumerate(words):
            for _, rest in stems(word):
                for form in self._by_first.get(rest, ()):
                    last = at + len(form)
                    if tuple(words[at + 1 : last]) == form[1:]:
                        for sense, role in self._forms[form]:
                            found.setdefault(SourceWord(sense, role, at, last))
        return tuple(found)


@cache
def load_source_words(language: Language) -> SourceWords:
    """The wordings of a language, loaded once a process.

    Raises:
        LexiconError: an entry is wrong; the text names file and entry.
    """
    name = f"{language}/sources.toml"
    found: dict[tuple[str, ...], tuple[tuple[SourceSense, str | None], ...]] = {}
    for row, where in rows(load_table(data_folder() / language / "sources.toml"), "source", name):
        sense, role, forms = row.get("sense"), row.get("role"), row.get("forms")
        if sense not in frozenset(SourceSense):
            raise LexiconError(f"{where}: sense is {sense!r}; it must be one of {', '.join(SourceSense)}")
        if (sense == SourceSense.ROLE) != isinstance(role, str):
            raise LexiconError(f"{where}: a row of sense role, and no other, names its role")
        if not isinstance(forms, list) or not forms or not all(isinstance(form, str) for form in forms):
            raise LexiconError(f"{where}: forms must be a list of texts")
        one = (SourceSense(str(sense)), str(role) if role is not None else None)
        for form in forms:
            words = fold_phrase(form)
            found[words] = (*found.get(words, ()), one)
    return SourceWords(found)
