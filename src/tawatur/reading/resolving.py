"""Stage: whom and what the names of a report mean - namesakes, weak wordings, short forms, roles."""

from dataclasses import replace

from tawatur.lexicon.phrasebook import Hit
from tawatur.reading.callings import Callings
from tawatur.reading.countries import country_of, country_shares
from tawatur.reading.people import People
from tawatur.reading.record import Marks, Names, Phrase, Reading, Resolution
from tawatur.reading.support import Support

__all__ = ["named_hit", "resolve"]


def resolve(reading: Reading) -> Reading:
    """Fill ``names``: the country of the text, and a decision on every wording that needs one.

    A wording that nothing supports stays unresolved; a plain wording that one entity bears needs no
    decision and has none here.
    """
    marks = reading.marks
    assert marks is not None
    hits = [hit for at, hit in enumerate(marks.names) if hit is not None and hit.first == at]
    people = People(reading, marks)
    shares = country_shares(reading, hits, marks.rivals)
    support = Support(reading, marks, people, shares, hits)
    decided: dict[int, Resolution] = {}
    for hit in hits:
        resolution = support.decide(hit)
        if resolution is not None:
            decided[hit.first] = resolution
    phrases = Callings(reading, marks, people).resolve(_own(reading, marks, decided))
    return replace(reading, names=Names(country_of(shares), decided, phrases))


def _own(reading: Reading, marks: Marks, decided: dict[int, Resolution]) -> dict[int, Resolution]:
    """What the names that phrases stand for mean, by the index of the phrase."""
    own: dict[int, Resolution] = {}
    for number, phrase in enumerate(reading.phrases):
        if phrase.name is None:
            continue
        hit = named_hit(marks, phrase)
        held = decided.get(hit.first) if hit is not None else None
        key = hit.entry.key if hit is not None else ""
        own[number] = held or Resolution(phrase.name, phrase.name.english, key)
    return own


def named_hit(marks: Marks, phrase: Phrase) -> Hit | None:
    """The words that gave a phrase its name."""
    hit = marks.names[phrase.head]
    if hit is not None and hit.entry.data is phrase.name:
        return hit
    for at in range(phrase.first, phrase.last):
        hit = marks.names[at]
        if hit is not None and hit.entry.data is phrase.name:
            return hit
    return None
