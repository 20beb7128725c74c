"""What English and French put in doubt or deny without a cue: the hearsay conditional, 'no', 'aucun'."""

from tawatur.lexicon.entries import WordClass
from tawatur.model import Language
from tawatur.reading.record import Marks, Reading, Tag

__all__ = ["denied_noun", "hearsay_conditional"]

_BACK = 40
_BE_OR_HAVE = frozenset(("aurait", "auraient", "serait", "seraient"))
_NEVER_HEARSAY = frozenset(("pouvoir", "devoir", "vouloir", "falloir", "aimer"))
_NONE = frozenset(("aucun", "aucune", "no", "nul", "nulle"))
_PARTITIVE = frozenset(("de", "d'"))
_FRENCH_NOT = frozenset(("pas", "jamais", "point"))


def hearsay_conditional(reading: Reading, first: int, last: int, trigger: int) -> bool:
    """Whether a stretch of a French report tells a happening in the conditional of hearsay ('aurait fait douze morts').

    Args:
        reading: a report that has been tagged.
        first: the first token of the clause.
        last: the token after its last.
        trigger: the token that names the happening.

    Returns:
        True where the verb of the clause stands in the conditional and neither a condition nor a modal verb
        explains it.
    """
    if reading.lexicon.language is not Language.FR:
        return False
    marks = reading.marks
    assert marks is not None
    folded = reading.tokens.folded
    start = first
    while start > 0 and marks.tags[start - 1] != Tag.STOP and first - start < _BACK:
        start -= 1
    if any(WordClass.CONDITION in marks.classes[at] for at in range(start, last)):
        return False
    for at in range(first, last):
        word = folded[at]
        if word in _BE_OR_HAVE:
            return abs(at - trigger) < 12 and _perfect(marks, at, last)
    return False


def _perfect(marks: Marks, at: int, last: int) -> bool:
    """Whether 'aurait' or 'serait' is followed by anything but a modal verb ('aurait pu')."""
    following = at + 1
    while following < last and marks.tags[following] in "agTm" and following - at < 5:
        following += 1
    if following >= last:
        return False
    verb = marks.verbs[following]
    return verb is None or verb.entry.lemma not in _NEVER_HEARSAY


def denied_noun(reading: Reading, first: int) -> bool:
    """Whether a noun stands behind 'no', 'aucun' or 'pas de': what it names is said not to have happened.

    Args:
        reading: a report that has been tagged.
        first: the first token of the noun.
    """
    folded = reading.tokens.folded
    marks = reading.marks
    assert marks is not None
    at = first - 1
    while at >= 0 and first - at < 4 and marks.tags[at] in "jn":
        at -= 1
    if at < 0:
        return False
    if folded[at] in _NONE:
        return True
    if folded[at] not in _PARTITIVE or reading.lexicon.language is not Language.FR:
        return False
    return any(folded[i] in _FRENCH_NOT for i in range(max(at - 3, 0), at))
