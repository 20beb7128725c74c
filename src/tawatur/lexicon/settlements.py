"""Which common nouns stand before the name of a village, a town, a quarter or a camp."""

from functools import cache

from tawatur.errors import LexiconError
from tawatur.lexicon.loading import data_folder, load_table, rows
from tawatur.lexicon.spelling import fold
from tawatur.model import Language

__all__ = ["load_settlement_words"]


@cache
def load_settlement_words(language: Language) -> frozenset[str]:
    """The folded nouns of a language, loaded once a process.

    Raises:
        LexiconError: an entry is wrong; the text names file and entry.
    """
    name = f"{language}/settlements.toml"
    found: set[str] = set()
    for row, where in rows(load_table(data_folder() / language / "settlements.toml"), "settlement", name):
        forms = row.get("forms")
        if not isinstance(forms, list) or not forms or not all(isinstance(form, str) for form in forms):
            raise LexiconError(f"{where}: forms must be a list of texts")
        if not row.get("example"):
            raise LexiconError(f"{where}: an example is missing")
        found.update(fold(form) for form in forms)
    return frozenset(found)
