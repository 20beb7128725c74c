"""Whom the lexicon knows: from words, addresses and ids to one entity with its names."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tawatur.lexicon.entries import Name, NameKind
from tawatur.lexicon.names import load_names
from tawatur.lexicon.spelling import fold_phrase

__all__ = ["Known", "load_known"]

_SPEAKS = frozenset((NameKind.OUTLET, NameKind.AGENCY, NameKind.MONITOR))
_LEAST_LABEL = 3
_ARABIC_FIRST = "\u0600"


@dataclass(frozen=True, slots=True)
class Known:
    """The gazetteers by id and by words.

    Attributes:
        names: id -> the entity.
        forms: id -> its wordings, adjectives left out, plain ones first.
        by_words: folded wording -> ids of those that bear it, sorted.
        by_letters: Latin letters of an outlet's, agency's or monitor's wording, run together -> its id.
    """

    names: Mapping[str, Name]
    forms: Mapping[str, tuple[str, ...]]
    by_words: Mapping[tuple[str, ...], tuple[str, ...]]
    by_letters: Mapping[str, str]

    def whole(self, words: str) -> str | None:
        """The one entity that the words as a whole name; an outlet before others, None where several could be.

        >>> load_known().whole("Agence France-Presse")
        'afp'
        """
        found = self.by_words.get(fold_phrase(words), ())
        if len(found) > 1:
            found = tuple(id_ for id_ in found if self.names[id_].kind in _SPEAKS)
        return found[0] if len(found) == 1 else None

    def outlet(self, words: str) -> str | None:
        """The outlet, agency or monitor that a publisher's name or web address names, where the lexicon has it.

        >>> load_known().outlet("https://www.lemonde.fr/afrique") == load_known().outlet("Le Monde")
        True
        """
        found = self.by_words.get(fold_phrase(words), ())
        speaking = [id_ for id_ in found if self.names[id_].kind in _SPEAKS]
        if len(speaking) == 1:
            return speaking[0]
        bracket = words.find("(")
        if bracket > 0:
            return self.outlet(words[:bracket].strip()) or self.outlet(words[bracket + 1 :].rstrip(") "))
        if "." in words and " " not in words.strip():
            return self._of_address(words)
        return self.by_letters.get(_letters(words))

    def arabic(self, id_: str) -> str | None:
        """The first Arabic wording of an entity."""
        return next((form for form in self.forms.get(id_, ()) if form[0] >= _ARABIC_FIRST), None)

    def _of_address(self, address: str) -> str | None:
        host = address.strip().lower().rpartition("//")[2].partition("/")[0]
        labels = [label.replace("-", "") for label in host.split(".") if len(label) >= _LEAST_LABEL]
        return next((self.by_letters[label] for label in labels if label in self.by_letters), None)


@cache
def load_known() -> Known:
    """The gazetteers as linking looks things up in them, made once a process.

    Raises:
        LexiconError: shipped data is wrong.
    """
    names: dict[str, Name] = {}
    forms: dict[str, dict[str, None]] = {}
    bearers: dict[tuple[str, ...], set[str]] = {}
    letters: dict[str, set[str]] = {}
    for entry in load_names():
        name = entry.data
        if not isinstance(name, Name):
            continue
        names.setdefault(name.entity, name)
        if name.adjective:
            continue
        forms.setdefault(name.entity, {}).update(dict.fromkeys(entry.forms))
        for form in entry.forms:
            bearers.setdefault(fold_phrase(form), set()).add(name.entity)
            run = _letters(form)
            if name.kind in _SPEAKS and len(run) >= _LEAST_LABEL:
                letters.setdefault(run, set()).add(name.entity)
    return Known(
        names,
        {id_: tuple(found) for id_, found in forms.items()},
        {words: tuple(sorted(ids)) for words, ids in bearers.items()},
        {run: next(iter(ids)) for run, ids in letters.items() if len(ids) == 1},
    )


def _letters(words: str) -> str:
    """The Latin letters and digits of a wording, run together, without 'the'."""
    folded = [word for word in fold_phrase(words) if word not in ("the",)]
    return "".join(c for word in folded for c in word if c.isascii() and c.isalnum())
