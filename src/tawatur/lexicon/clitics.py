"""What is written as one with an Arabic word: conjunctions, prepositions, the article, pronouns."""

from functools import cache

from tawatur.errors import LexiconError
from tawatur.lexicon.loading import data_folder, load_table, rows
from tawatur.lexicon.spelling import fold

__all__ = ["bare_preposition", "proclitics_of", "stems", "without_pronoun"]

_ARABIC_FIRST, _ARABIC_LAST = "\u0600", "\u06ff"
_ARTICLE = "ال"
_ARTICLE_AFTER_L = "لل"
_IMPERFECT = "يتنا"


@cache
def _table() -> dict[str, tuple[str, ...]]:
    name = "spelling/arabic_clitics.toml"
    found: dict[str, tuple[str, ...]] = {}
    for row, where in rows(load_table(data_folder() / "spelling" / "arabic_clitics.toml"), "clitic", name):
        place, forms = row.get("place"), row.get("forms")
        if not isinstance(place, str) or not isinstance(forms, list) or not row.get("example"):
            raise LexiconError(f"{where}: a clitic needs its place, its forms and an example")
        found[place] = tuple(fold(str(form)) for form in forms)
    return found


def _is_arabic(word: str) -> bool:
    return bool(word) and _ARABIC_FIRST <= word[0] <= _ARABIC_LAST


def stems(word: str) -> tuple[tuple[str, str], ...]:
    """The ways to take proclitics off a folded Arabic word, fewest first: (taken off, rest).

    >>> stems("والحاجز")
    (('', 'والحاجز'), ('و', 'الحاجز'), ('وال', 'حاجز'))
    """
    if not _is_arabic(word):
        return (("", word),)
    table = _table()
    found = [("", word)]
    for conjunction in ("", *table["conjunction"]):
        if not word.startswith(conjunction):
            continue
        rest = word[len(conjunction) :]
        if conjunction and len(rest) > 1:
            found.append((conjunction, rest))
        if rest.startswith(_ARTICLE_AFTER_L) and len(rest) > 3:
            found.append((conjunction + _ARTICLE_AFTER_L, rest[2:]))
        for preposition in ("", *table["preposition"]):
            if not rest.startswith(preposition):
                continue
            bare = rest[len(preposition) :]
            if preposition and len(bare) > 1:
                found.append((conjunction + preposition, bare))
            if bare.startswith(_ARTICLE) and len(bare) > 3:
                found.append((conjunction + preposition + _ARTICLE, bare[2:]))
        if rest.startswith(table["future"]) and len(rest) > 3 and rest[1] in _IMPERFECT:
            found.append((conjunction + rest[0], rest[1:]))
    return tuple(dict.fromkeys(found))


def proclitics_of(word: str, known: frozenset[str] = frozenset()) -> str:
    """The clitics at the head of a folded Arabic word that no list holds, article included, or "".

    An article makes it sure that the letters before it are no part of the word; without one the
    list of known stems decides.

    Args:
        word: the folded word.
        known: folded forms that are words as they stand.
    """
    if word in known:
        return ""
    for taken, rest in stems(word):
        if taken.endswith((_ARTICLE, _ARTICLE_AFTER_L)) and len(rest) > 2:
            return taken
        if taken and rest in known and not taken.endswith(_table()["future"]):
            return taken
    return ""


def without_pronoun(word: str) -> tuple[tuple[str, str], ...]:
    """The ways to take an object or possessive pronoun off a folded Arabic word: (rest, pronoun).

    >>> without_pronoun("مدينتها")
    (('مدينت', 'ها'), ('مدينه', 'ها'))
    """
    if not _is_arabic(word):
        return ()
    found = []
    for pronoun in _table()["pronoun"]:
        rest = word[: -len(pronoun)]
        if word.endswith(pronoun) and len(rest) > 1:
            found.append((rest, pronoun))
            if rest.endswith("ت"):
                found.append((rest[:-1] + "ه", pronoun))
            elif rest.endswith("و"):
                found.append((rest + "ا", pronoun))
            elif rest.endswith("ا"):
                found.append((rest[:-1] + "ي", pronoun))
    return tuple(found)


def bare_preposition(word: str) -> str:
    """The preposition of a folded Arabic word that is one with its pronoun ('عليها' -> 'علي'), or ""."""
    if word.endswith("اه"):
        return ""
    for pronoun in _table()["resumptive"]:
        if word.endswith(pronoun) and len(word) > len(pronoun):
            return word[: -len(pronoun)]
    return ""
