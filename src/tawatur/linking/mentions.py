"""What the words of a claim name: somebody known, an unknown name, or no more than a description."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tawatur.lexicon import load_lexicon
from tawatur.lexicon.clitics import stems
from tawatur.lexicon.entries import Noun, NounKind, Word, WordClass
from tawatur.lexicon.spelling import fold, fold_phrase
from tawatur.linking.known import Known
from tawatur.linking.letters import parts
from tawatur.model import Claim, Language, Participant, Report, Source

__all__ = ["Place", "Slot", "country_of", "expansions", "is_pronoun", "slots", "surname", "titles", "unknown_name"]

_MOST_PARTS = 5
_BRACKET = re.compile(r"\(\s*[\"'“«]?([^\W\d_]{2,8})[\"'”»]?\s*\)")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_BEFORE = 120
_SMALL = 3
_DIGIT = re.compile(r"\d")
_ARTICLE = "ال"

Place = tuple[str, str, str, int]
"""Document, claim, ``source``, ``medium`` or ``participant``, and its number."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a claim that names somebody.

    Attributes:
        claim: the claim.
        what: ``source``, ``medium`` or ``participant``.
        index: its number in the chain or among the participants.
        item: who is named there.
    """

    claim: Claim
    what: str
    index: int
    item: Source | Participant

    def place(self, document_id: str) -> Place:
        """Its address among all documents."""
        return document_id, self.claim.id, self.what, self.index


def slots(report: Report) -> Iterator[Slot]:
    """The sources, media and participants of a report's claims, in order."""
    for claim in report.claims:
        yield from (Slot(claim, "source", at, source) for at, source in enumerate(claim.chain))
        if claim.medium is not None:
            yield Slot(claim, "medium", 0, claim.medium)
        yield from (Slot(claim, "participant", at, one) for at, one in enumerate(claim.participants))


def unknown_name(item: Source | Participant, report: Report, known: Known) -> str | None:
    """The name in full of somebody whom no list holds; None for the known, for places and for descriptions.

    A wording that the lexicon has for several, or holds for weak ("Ministry of Defence"), is no name of
    an unknown one: whom it means must not be settled across reports.
    """
    if item.entity is not None or (isinstance(item, Participant) and item.location is not None):
        return None
    if item.named is None and not _looks_like_name(item, report):
        return None
    name = _without_titles(item.name, report.document.language)
    if not 2 <= len(parts(name)) <= _MOST_PARTS or known.by_words.get(fold_phrase(name)) or _DIGIT.search(name):
        return None
    return name


def surname(item: Source | Participant, report: Report) -> tuple[str, ...]:
    """The parts of a wording that can only be the short form of a fuller one; empty where it is no single word.

    A title before the word is taken off.
    """
    if item.entity is not None:
        return ()
    language = report.document.language
    words = _WORD.findall(_without_titles(item.name, language))
    found = parts(" ".join(words))
    bare = (rest for word in words for _, rest in stems(fold(word)))
    return found if len(found) == 1 and len(words) <= 2 and not any(rest in _common(language) for rest in bare) else ()


def _without_titles(name: str, language: Language) -> str:
    """A name from the first word that is no title."""
    called = _titles(language)
    first = next((match.start() for match in _WORD.finditer(name) if fold(match[0]) not in called), 0)
    return name[first:]


def titles(item: Source | Participant, report: Report) -> frozenset[str]:
    """The folded titles that stand with a name in its phrase."""
    called = _titles(report.document.language)
    words = {fold(word) for word in _WORD.findall(item.span.cut(report.document.text))}
    return frozenset(words & called)


def is_pronoun(words: str, language: Language) -> bool:
    """Whether some words are nothing but a pronoun."""
    return fold(words) in _pronouns(language)


def country_of(report: Report, known: Known) -> str | None:
    """The country that most of a report's participants belong to or lie in; None where none stands out."""
    counts: Counter[str] = Counter()
    for claim in report.claims:
        for one in claim.participants:
            name = known.names.get(one.entity) if one.entity is not None else None
            country = one.location.country if one.location is not None else name.country if name is not None else None
            if country is not None:
                counts[country] += 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ranked[0][0] if ranked and ranked[0][1] > 1 else None


def expansions(text: str) -> dict[str, str]:
    """The abbreviations that a text spells out, ``Northern Relief Network (NRN)``: abbreviation -> words in full."""
    found: dict[str, str] = {}
    for match in _BRACKET.finditer(text):
        short = match[1]
        if not (short.isupper() or "\u0600" <= short[0] <= "\u06ff"):
            continue
        before = text[max(0, match.start() - _BEFORE) : match.start()].rpartition("\n")[2]
        words = list(_WORD.finditer(before))
        first = _spelled_out(fold(short), [fold(word[0]) for word in words])
        if first is not None:
            elided = words[first][0].rfind("'") + 1
            found.setdefault(short, before[words[first].start() + elided :].strip(" \"'“”«»"))
    return found


def _spelled_out(short: str, words: list[str]) -> int | None:
    """The first of the last words whose initials are the letters of an abbreviation; small words may be skipped.

    >>> _spelled_out("rdh", ["le", "reseau", "des", "droits", "de", "l'homme"])
    1
    """
    ends = {len(words) - 1} if words and _initial(words[-1]) == short[-1] else set()
    for letter in reversed(short[:-1]):
        before = set()
        for end in ends:
            at = end - 1
            while at >= 0:
                if _initial(words[at]) == letter:
                    before.add(at)
                if len(words[at]) > _SMALL:
                    break
                at -= 1
        ends = before
    return max(ends, default=None)


def _initial(word: str) -> str:
    if word.startswith(_ARTICLE) and len(word) > 3:
        return word[2]
    return word.rpartition("'")[2][:1]


# -- word lists -------------------------------------------------------------------------------------


def _looks_like_name(item: Source | Participant, report: Report) -> bool:
    """Two words or more in capitals of which no list of common words holds one; Arabic has no such sign."""
    words = _WORD.findall(item.name)
    if report.document.language is Language.AR or len(words) < 2:
        return False
    common = _common(report.document.language)
    return all(word[0].isupper() and fold(word) not in common for word in words)


@cache
def _common(language: Language) -> frozenset[str]:
    return frozenset(fold(form) for entry in load_lexicon(language).entries for form in entry.forms if " " not in form)


@cache
def _titles(language: Language) -> frozenset[str]:
    nouns = [(e.data, e.forms) for e in load_lexicon(language).entries if isinstance(e.data, Noun)]
    titles = (form for noun, forms in nouns if noun.kind is NounKind.TITLE for form in forms if " " not in form)
    return frozenset(fold(title).rstrip(".") for title in titles)


@cache
def _pronouns(language: Language) -> frozenset[str]:
    words = [(e.data, e.forms) for e in load_lexicon(language).entries if isinstance(e.data, Word)]
    return frozenset(fold(form) for word, forms in words if word.class_ is WordClass.PRONOUN for form in forms)
