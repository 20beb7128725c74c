"""The reader that needs no model: a visible tuple of stages over the lexicon."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace

from tawatur.lexicon.kit import Lexicon
from tawatur.model import Document
from tawatur.reading.attribution import attribute
from tawatur.reading.chunking import chunk
from tawatur.reading.claims import make_claims
from tawatur.reading.clauses import cut_clauses
from tawatur.reading.record import Reading
from tawatur.reading.resolving import resolve
from tawatur.reading.tagging import tag
from tawatur.reading.triggers import find_happenings
from tawatur.text.numbers import count
from tawatur.text.periods import find_periods
from tawatur.text.quantities import find_quantities
from tawatur.text.sentences import Sentence, find_quotations, find_sentences
from tawatur.text.tokens import tokenise

__all__ = ["STAGES", "Stage", "read_document"]

_COUNTED_BACK = ("a span ago", "the last span")
"""Rules of periods whose number only says when, and is no figure of a claim."""

Stage = Callable[[Reading], Reading]


def sentences(reading: Reading) -> Reading:
    """Stage: sentences and quotations; what is no report of the outlet's own is left out."""
    tokens = reading.tokens
    found = find_sentences(tokens, reading.lexicon.abbreviations)
    quotations = find_quotations(tokens, found)
    regions = reading.document.regions
    if regions:
        excluded = [False] * len(tokens)
        for region in regions:
            first = bisect_left(tokens.starts, region.span.start)
            last = bisect_left(tokens.starts, region.span.end)
            excluded[first:last] = [True] * (last - first)
        found = tuple(part for sentence in found for part in _without(sentence, excluded))
    return replace(reading, sentences=found, quotations=quotations)


def _without(sentence: Sentence, excluded: list[bool]) -> list[Sentence]:
    parts, first = [], -1
    for at in range(sentence.first, sentence.last + 1):
        inside = at < sentence.last and not excluded[at]
        if inside and first < 0:
            first = at
        elif not inside and first >= 0:
            parts.append(Sentence(first, at, sentence.paragraph))
            first = -1
    return parts


def figures_and_periods(reading: Reading) -> Reading:
    """Stage: quantities and periods, resolved against the day of publication."""
    published = reading.document.dateline or reading.document.date
    counted = count(reading.tokens, reading.lexicon.numerals)
    periods = find_periods(reading.tokens, reading.lexicon.calendar, published, counted)
    quantities = find_quantities(reading.tokens, reading.lexicon.numerals, counted)
    dating = {
        at for period in periods if period.rule.startswith(_COUNTED_BACK) for at in range(period.first, period.last)
    }
    quantities = tuple(q for q in quantities if not dating.intersection(range(q.number_first, q.number_last)))
    return replace(reading, periods=periods, quantities=quantities)


STAGES: tuple[Stage, ...] = (
    sentences,
    figures_and_periods,
    tag,
    chunk,
    resolve,
    attribute,
    cut_clauses,
    find_happenings,
    make_claims,
)
"""The order in which a report is read."""


def read_document(document: Document, lexicon: Lexicon) -> Reading:
    """Read one report through all stages.

    Args:
        document: the report.
        lexicon: the words and names of its language.

    Returns:
        The reading with everything that was found, its claims last.
    """
    reading = Reading(document=document, lexicon=lexicon, tokens=tokenise(document.text))
    for stage in STAGES:
        reading = stage(reading)
    return reading
