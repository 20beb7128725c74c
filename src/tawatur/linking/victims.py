"""How many died or were hurt where a claim gives no number: 'a woman was killed' counts one."""

from dataclasses import dataclass
from functools import cache

from tawatur.lexicon import load_lexicon
from tawatur.lexicon.clitics import stems
from tawatur.lexicon.entries import Entry, Noun, NounKind, Trigger
from tawatur.model import Claim, Figure, Found, Language, Participant, Report, Role, Unit
from tawatur.text import tokenise

__all__ = ["counted"]

_FOUND = Found("figures", "one person named in the singular")
_UNITS = frozenset((Unit.KILLED, Unit.INJURED))
_PERSONS = frozenset((NounKind.PERSON, NounKind.TITLE))
_HEAD = 3


@dataclass(frozen=True, slots=True)
class _Words:
    """What the lexicon of a language counts with: triggers by key, persons in the singular."""

    units: dict[str, Unit]
    persons: frozenset[str]


@cache
def _words(language: Language) -> _Words:
    lexicon = load_lexicon(language)
    triggers = ((entry.key, entry.data) for entry in lexicon.entries if isinstance(entry.data, Trigger))
    units = {key: trigger.unit for key, trigger in triggers if trigger.unit is not None and trigger.unit in _UNITS}
    persons = {form for entry in lexicon.entries for form in _singulars(entry)}
    return _Words(units, frozenset(persons))


def _singulars(entry: Entry) -> tuple[str, ...]:
    """The singular of a noun that names a person, with the ending of the Arabic accusative."""
    if not isinstance(entry.data, Noun) or entry.data.kind not in _PERSONS:
        return ()
    folded = tokenise(entry.lemma).folded
    return (folded[0], folded[0] + "ا") if len(folded) == 1 else ()


def counted(report: Report, claim: Claim) -> tuple[Figure, ...]:
    """The victims that a claim without their number names in the singular, as a figure.

    Args:
        report: the report that holds the claim.
        claim: a claim.

    Returns:
        One figure at most; none where the claim gives a number of the same unit.
    """
    words = _words(report.document.language)
    key = next((k for k in (claim.found.rule, claim.found.rule.partition(" (")[0]) if k in words.units), None)
    if key is None or any(figure.unit in (words.units[key], Unit.KILLED_OR_INJURED) for figure in claim.figures):
        return ()
    victims = [p for p in claim.participants if p.role in (Role.RECIPIENT, Role.ACTOR) and _one(report, p, words)]
    if not victims:
        return ()
    victims.sort(key=lambda p: abs(p.span.start - claim.trigger.end))
    return (Figure(victims[0].span, 1, 1, words.units[key], _FOUND),)


def _one(report: Report, participant: Participant, words: _Words) -> bool:
    folded = tokenise(participant.span.cut(report.document.text)).folded[:_HEAD]
    head = folded[:1] if report.document.language is Language.AR else folded
    return any(rest in words.persons for word in head for _, rest in stems(word)[:2])
